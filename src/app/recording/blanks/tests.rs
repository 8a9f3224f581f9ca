//! What prompts refer to is kept up event by event; here it is worked out again from everything that stands, after
//! every event of many sessions drawn by chance, and has to be the same.

mod whole;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::blanks;
use crate::app::{OpenSession, Recording};
use crate::exercise::Catalogue;
use crate::record::{
    Attribute, Event, Exposure, Fact, Header, Kind, Mode, Person, Session, SessionKind, SessionTime, StepId,
};

/// Lines that name changes, units and effects of each other, promise, count, and merge names.
const LINES: [&str; 26] = [
    "!Service bot",
    "!Triage",
    "Service bot -> less handle time",
    "handle time -> more calls",
    "Triage -> calls : -",
    "calls -> less morale",
    "morale -> Triage",
    "Service bot -> handle time : none",
    "@Claims owns Service bot",
    "@Sales owns calls",
    "@Legal owns Triage, morale",
    "Service bot -> @Retention : more",
    "Triage -> Sales : less",
    "same Triage = Service bot",
    "same Claims = Legal",
    "same helpers = Retention",
    "helpers needs data",
    "do ask Priya about the calls : Claims due fri",
    "do tell them : Sales",
    "vote Guard: yes 3, no 1",
    "vote Wait: yes 2",
    "we keep the pilot as it is",
    "a calmer week",
    "yes",
    "undo",
    "redo",
];

const STEPS: [&str; 9] =
    ["arrive.3", "arrive.4", "next.1", "next.2", "next.3", "next.6", "moment.2", "loop.1", "five.4"];

#[derive(Clone, Debug)]
enum Happens {
    Line(usize, bool),
    Step(usize),
    TakesBack(u64),
    BringsBack(u64),
    Strikes(u64),
    Parts,
    IsA(usize, Kind),
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        14 => (0..LINES.len(), prop::bool::weighted(0.1)).prop_map(|(line, private)| Happens::Line(line, private)),
        3 => (0..STEPS.len()).prop_map(Happens::Step),
        1 => (1..60_u64).prop_map(Happens::TakesBack),
        1 => (1..60_u64).prop_map(Happens::BringsBack),
        1 => (2..60_u64).prop_map(Happens::Strikes),
        1 => Just(Happens::Parts),
        1 => (0..4_usize, prop_oneof![Just(Kind::Party), Just(Kind::Factor), Just(Kind::Initiative)])
            .prop_map(|(label, kind)| Happens::IsA(label, kind)),
    ]
}

fn recording(mode: Mode, catalogue: &Catalogue) -> Recording {
    let kind = if mode == Mode::Solo { SessionKind::Solo } else { SessionKind::Workshop };
    let header = Header::here(kind);
    let seat = |tag: &str, party: &str| Person { tag: tag.into(), name: None, party: Some(party.into()), key: None };
    let people = vec![seat("a", "Claims"), seat("b", "Sales"), seat("c", "Retention")];
    let mut recording = Recording::new(OpenSession::alone(Session::new(header)), catalogue);
    let opened = Fact::Opened { mode, facilitator: None, agenda: Vec::new(), people };
    recording.apply(Event { seq: 1, facts: vec![opened], ..Event::default() }, catalogue);
    recording
}

fn event(recording: &Recording, happens: &Happens, catalogue: &Catalogue) -> Event {
    let at = recording.session().next_seq() * 1000;
    let one = |fact| recording.keyed(vec![fact], SessionTime::from_millis(at));
    match happens {
        Happens::Line(line, private) => {
            let line = LINES.get(*line).copied().unwrap_or_default();
            let reading =
                recording.read(line, Some("a"), &recording.asked(catalogue).frame, SessionTime::from_millis(at));
            let exposure = if *private { Exposure::Private } else { Exposure::Room };
            Event { exposure, ..recording.spoken(&reading, SessionTime::from_millis(at)) }
        }
        Happens::Step(step) => {
            let step: StepId = STEPS.get(*step).copied().unwrap_or_default().parse().unwrap();
            one(Fact::StepEntered { step, planned: 60 })
        }
        Happens::TakesBack(seq) => one(Fact::Retracted { seq: *seq }),
        Happens::BringsBack(seq) => one(Fact::Restored { seq: *seq }),
        Happens::Strikes(seq) => one(Fact::StrikeOrdered { seq: *seq }),
        Happens::Parts => one(Fact::Unmerged { keep: "Triage".into(), drop: "Service bot".into() }),
        Happens::IsA(label, kind) => {
            let label = ["calls", "Sales", "Triage", "helpers"].get(*label).copied().unwrap_or_default();
            one(Fact::Set { label: label.into(), attribute: Attribute::Kind(*kind), words: None })
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        rng_seed: RngSeed::Fixed(13),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_a_prompt_refers_to_is_what_the_whole_session_says_after_every_event(
        solo in any::<bool>(),
        story in prop::collection::vec(happens(), 1..70),
    ) {
        let catalogue = Catalogue::embedded();
        let mut recording = recording(if solo { Mode::Solo } else { Mode::Live }, &catalogue);
        for happens in &story {
            let event = event(&recording, happens, &catalogue);
            recording.apply(event, &catalogue);
            let (updated, whole) = (blanks(&recording, &catalogue, None), whole::blanks(&recording, &catalogue));
            for name in ["focus", "effect", "effects", "neighbour", "hope", "party", "who", "due", "whom"] {
                prop_assert_eq!(updated.of(name), whole.of(name), "{} after {:?}", name, happens);
            }
            prop_assert_eq!(super::text_before(&recording, &catalogue), whole::text_before(&recording, &catalogue));
            let walked = recording.walked(&catalogue, &recording.graph());
            prop_assert_eq!(recording.asked(&catalogue), recording.asked_over(&catalogue, walked));
            let again = OpenSession::alone(recording.session().clone());
            let again = Recording::new(again, &catalogue);
            prop_assert_eq!(recording.asked(&catalogue), again.asked(&catalogue), "after {:?}", happens);
        }
    }
}
