//! What never reaches the projector, whatever happens: proven with words that stand nowhere else. They hold a letter
//! that has no block letter, so that they are found in the large frames too.

use adjacent::app::OpenSession;
use adjacent::app::room::Room;
use adjacent::record::{
    Claim, CollectBy, Collecting, Event, Exposure, Fact, FindingPart, Kind, Names, Outcome, Person, RoomView, Session,
    SessionTime, ShownFinding, Sign, Verdict,
};
use adjacent::store::read_session_file;

use crate::room::stage::{Stage, catalogue};

/// Every view the facilitator can choose.
fn views() -> Vec<RoomView> {
    let ripple = |of: &str, waves| RoomView::Ripple { of: of.into(), less: false, waves };
    let drawn = |around: &[&str], steps| RoomView::Drawn {
        around: around.iter().map(|label| (*label).to_owned()).collect(),
        steps,
    };
    let finding = |lens: &str, about: &str, part| {
        RoomView::Finding(ShownFinding { lens: lens.into(), pattern: None, about: vec![about.into()], part })
    };
    vec![
        drawn(&[], 1),
        drawn(&["Service bot"], 2),
        drawn(&["Privatemarkø"], 1),
        RoomView::WholeMap,
        ripple("Service bot", 1),
        ripple("Service bot", 6),
        ripple("Privatemarkø", 3),
        finding("ripple", "Service bot", FindingPart::Question),
        finding("ripple", "Service bot", FindingPart::Name),
        finding("ripple", "Privatemarkø", FindingPart::Grounds),
        RoomView::Said,
        RoomView::Decisions,
        RoomView::Progress,
        RoomView::Phones,
        RoomView::Line(2),
        RoomView::Line(5),
        RoomView::Talk,
        RoomView::Around("Service bot".into()),
        RoomView::Around("Privatemarkø".into()),
        RoomView::Parked,
        RoomView::Questions,
        RoomView::Promises,
        RoomView::Agenda,
        RoomView::Curtain,
    ]
}

/// Looks at every frame of both sizes for words that must not be there.
struct Watcher {
    words: Vec<String>,
    frames: usize,
}

impl Watcher {
    fn of(words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { words: words.into_iter().map(Into::into).collect(), frames: 0 }
    }

    #[track_caller]
    fn look(&mut self, stage: Stage) -> Stage {
        let mut stage = stage;
        for (columns, lines) in [(80, 24), (160, 50)] {
            stage = stage.with_size(columns, lines);
            let screen = stage.screen();
            let shown = screen.to_lowercase();
            for word in &self.words {
                assert!(!shown.contains(&word.to_lowercase()), "{word:?} is on the projector:\n{screen}");
            }
            self.frames += 1;
        }
        stage
    }

    /// The frame as it is, and as it would be under every view.
    #[track_caller]
    fn look_everywhere(&mut self, stage: Stage) -> Stage {
        let mut stage = stage;
        for view in views() {
            stage.looks_at(view);
            stage = self.look(stage);
        }
        stage
    }
}

/// The worked example, each of its tags a word that stands nowhere else; the facilitator too.
fn harbourline() -> Session {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/sessions/2026-11-20-four-ai-changes-one-customer-9f3c.ron");
    let session = read_session_file(path.as_ref()).unwrap().session;
    let events = session.events().iter().cloned().map(|mut event| {
        event.speaker = event.speaker.as_deref().map(|tag| marked(tag).into());
        for fact in &mut event.facts {
            match fact {
                Fact::Opened { facilitator, people, .. } => {
                    *facilitator = Some("Facimarkø".into());
                    for person in people {
                        person.tag = marked(&person.tag).into();
                    }
                }
                Fact::Committed { who, .. } => *who = who.as_deref().map(marked),
                _ => {}
            }
        }
        event
    });
    Session::fold(session.header().clone(), events.collect::<Vec<_>>())
}

fn marked(tag: &str) -> String {
    format!("zqø{tag}")
}

/// What is true of somebody and is nobody's business: their tag, their name, and everything written for whoever leads.
const NEVER: [&str; 13] = [
    "zqø",
    "Meimark",
    "Tommark",
    "Facimarkø",
    "Scriptmarkø",
    "Probemarkø",
    "Purposemarkø",
    "Whenmarkø",
    "Donemarkø",
    "Failmarkø",
    "Helpmarkø",
    "Sourcemarkø",
    "Examplemarkø",
];

#[test]
fn no_frame_of_the_whole_worked_example_shows_a_tag_a_name_or_the_script() {
    let session = harbourline();
    let mut watcher = Watcher::of(NEVER);
    let (first, rest) = session.events().split_first().unwrap();
    let mut stage = Stage::of(Session::fold(session.header().clone(), [first.clone()]));
    let mut step = None;
    for event in rest {
        if step != event.step {
            step.clone_from(&event.step);
            stage.enters(1 + (event.seq % 4) as u16);
        }
        let seq = stage.event(Fact::Closed).seq;
        let retracted = |fact: Fact| match fact {
            // Steps that were entered have moved the numbers on.
            Fact::Retracted { .. } => Fact::Retracted { seq: seq - 1 },
            other => other,
        };
        let facts = event.facts.iter().cloned().map(retracted).collect();
        stage.happens(Event { seq, facts, ..event.clone() });
        stage = watcher.look(stage);
    }
    stage = watcher.look_everywhere(stage);
    watcher.look(stage.opened_late());
    assert!(watcher.frames > 150, "{}", watcher.frames);
}

#[test]
fn what_is_for_the_facilitator_alone_is_nowhere_and_fills_no_blank() {
    let mut watcher = Watcher::of(["Privatemarkø"]);
    let mut stage = Stage::opened();
    stage.enters(1);
    let claim =
        Claim {
            claim: 1, from: "Service bot".into(), to: "Privatemarkø".into(), sign: Sign::Plus, ..Claim::default()
        };
    let hands = vec![adjacent::record::Hands { option: "Privatemarkø".into(), count: 3 }];
    for fact in [
        Fact::Named { label: "Privatemarkø".into(), kind: Kind::Initiative },
        Fact::Claimed(claim),
        Fact::Parked { text: "Privatemarkø".into() },
        Fact::Asked { text: "Privatemarkø".into() },
        Fact::Answered { text: "Privatemarkø".into() },
        Fact::Committed { text: "Privatemarkø".into(), who: None, due: None, about: None, about_to: None },
        Fact::Revealed { texts: vec!["Privatemarkø".into()] },
        Fact::Voted { ballot: "Privatemarkø".into(), hands },
        Fact::Ranked { ballot: "Privatemarkø".into(), order: vec!["Privatemarkø".into()] },
        Fact::Rated { item: "Privatemarkø".into(), scale: None, value: 1 },
        Fact::Scrapped { reason: "Privatemarkø".into() },
    ] {
        let event = stage.event(fact);
        let said = Some("Privatemarkø".to_owned());
        stage.happens(Event { exposure: Exposure::Private, speaker: Some("zmei".into()), said, ..event });
        stage = watcher.look(stage);
    }
    stage.enters(2);
    // A view that itself names the mark would show what the facilitator typed for everybody to see.
    for view in views().into_iter().filter(|view| !format!("{view:?}").contains("Privatemarkø")) {
        stage.looks_at(view);
        stage = watcher.look(stage);
    }
    watcher.look(stage.opened_late());
}

#[test]
fn nobody_is_named_who_spoke_unnamed_not_even_by_their_unit() {
    let mut stage = Stage::opened();
    stage.enters(2);
    let observed = stage.event(Fact::Observed {
        label: "Trust".into(),
        direction: adjacent::record::Direction::Down,
        words: None,
    });
    let speaker = Some("zana".into());
    stage.happens(Event { exposure: Exposure::Anonymous, speaker, said: Some("saw Trust down".into()), ..observed });
    let promised = stage.event(Fact::Committed {
        text: "Ask the handlers".into(),
        who: Some("zana".into()),
        due: None,
        about: None,
        about_to: None,
    });
    stage.happens(Event { exposure: Exposure::Anonymous, ..promised });
    let screen = stage.screen();
    assert!(screen.contains("Trust went down") && screen.contains("a wish"), "{screen}");
    Watcher::of(["Ana", "Risk", "zana"]).look(stage);
}

#[test]
fn a_unit_speaks_for_its_people_and_a_name_is_shown_only_to_whoever_asked_for_it() {
    let mut stage = Stage::opened();
    stage.enters(2);
    stage.says("zmei> saw Trust down");
    stage.says("zana> saw Calls up");
    let screen = stage.screen();
    assert!(screen.contains("Ana Ruiz saw Calls") && !screen.contains("risk"), "{screen}");
    for line in
        ["zghost> saw Morale down", "do write it down : ztom due 2026-12-04", "do ask around : Tommark due 2026-12-04"]
    {
        stage.says(line);
    }
    stage.does(Fact::Decided {
        about: "Service bot".into(),
        before: None,
        verdict: Verdict::Guard,
        after: Some("keep reason codes".into()),
        who: Some("ztom".into()),
    });
    stage.does(Fact::Watched {
        label: "Trust".into(),
        level: None,
        first: Some("zmei".into()),
        acts: Some("Meimark".into()),
    });
    let mut watcher = Watcher::of(["zmei", "ztom", "zana", "zghost", "Tommark", "Meimark"]);
    watcher.look_everywhere(stage);
}

#[test]
fn nothing_is_seen_of_a_round_before_it_is_shown_and_then_all_of_it_without_speakers() {
    let mut stage = Stage::opened();
    stage.enters(4);
    stage.does(Fact::Collecting(Collecting { by: CollectBy::Slips, awaited: Some(3) }));
    stage.says("Leakmarkø said while the slips come in");
    let mut watcher = Watcher::of(["Leakmarkø"]);
    stage = watcher.look(stage);
    assert!(stage.screen().contains("when 3 are in"), "{}", stage.screen());
    let texts = ["one", "two", "three"].map(|text| format!("slip {text}")).to_vec();
    stage.does(Fact::Revealed { texts: texts.clone() });
    for text in &texts {
        assert!(stage.screen().contains(text.as_str()), "{}", stage.screen());
    }
    let taken_back = stage.event(Fact::Closed).seq - 1;
    stage.does(Fact::Retracted { seq: taken_back });
    assert!(!stage.screen().contains("slip one"), "{}", stage.screen());
}

#[test]
fn what_was_removed_for_good_is_a_gap_on_every_view_and_on_the_map() {
    let mut stage = Stage::opened();
    stage.enters(1).says("Service bot");
    stage.enters(2);
    for line in
        ["Service bot -> Strikemarkø : +", "park Strikemarkø", "Strikemarkø?", "do call Strikemarkø : ztom due 2w"]
    {
        let seq = stage.says(line);
        assert!(stage.screen().contains("Strikemarkø"), "{}", stage.screen());
        stage.does(Fact::StrikeOrdered { seq });
        assert!(stage.screen().contains("· · ·"), "{}", stage.screen());
    }
    stage.says("Service bot -> less handle time");
    let mut watcher = Watcher::of(["Strikemarkø"]);
    stage = watcher.look_everywhere(stage);
    watcher.look(stage.opened_late());
}

#[test]
fn a_name_kept_beside_the_session_is_not_even_taken_along() {
    let mut session = harbourline();
    let who = Person { tag: "zqnew".into(), ..Person::default() };
    session.push(Event {
        seq: session.next_seq(),
        at: SessionTime::from_millis(5_000_000),
        facts: vec![Fact::Joined(who)],
        ..Event::default()
    });
    let names = Names { names: [("zqnew".into(), "Newmark".to_owned())].into(), ..Names::default() };
    let open = OpenSession { names, writable: true, ..OpenSession::alone(session) };
    let room = Room::new(open, catalogue());
    assert!(!format!("{room:?}").contains("Newmark"));
}

#[test]
fn a_parked_item_that_was_settled_is_no_longer_counted() {
    let mut stage = Stage::opened();
    let first = stage.says("park three decks");
    stage.says("park the budget");
    assert!(stage.screen().contains("2 parked"), "{}", stage.screen());
    let settled = |outcome| Fact::Settled { session: None, seq: first, outcome, due: None, words: None };
    for outcome in [Outcome::Dropped, Outcome::Moved] {
        let seq = stage.does(settled(outcome));
        assert!(stage.screen().contains("1 parked"), "{outcome:?}: {}", stage.screen());
        stage.does(Fact::Retracted { seq });
        assert!(stage.screen().contains("2 parked"), "{}", stage.screen());
    }
}
