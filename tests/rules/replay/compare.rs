//! What changed between two moments.

use adjacent::record::{Fact, Kind, Relation, Session, SessionTime, Sign, Status};
use adjacent::replay::compare::{ChangeKind, ComparedSide, Comparison, Scope, compare};

use crate::import::Import;
use crate::replay::stage::{added_up, cut, sample, timeline, typed};

fn side(session: &Session) -> ComparedSide {
    ComparedSide::new(added_up([session]), [session])
}

fn between(session: &Session, from: &str, to: &str) -> Comparison {
    let timeline = timeline(session);
    let at = |minute: &str| timeline.at(SessionTime::from_millis(minute.parse::<u64>().unwrap() * 60_000)).heard;
    compare(&side(&cut(session, at(from))), &side(&cut(session, at(to))), Scope::OneStory)
}

fn about(comparison: &Comparison, change: ChangeKind) -> Vec<String> {
    let mut about: Vec<String> = comparison.of(change).map(|item| item.about.join(" -> ")).collect();
    about.sort();
    about
}

fn says(comparison: &Comparison, change: ChangeKind) -> Vec<&str> {
    comparison.of(change).map(|item| item.says.as_str()).collect()
}

fn sorted(mut wanted: Vec<&str>) -> Vec<&str> {
    wanted.sort_unstable();
    wanted
}

/// Worked out by hand from the transcript: everything said after 20:00 and until 50:00.
#[test]
fn between_minutes_20_and_50_of_the_sample_lie_the_facts_a_reader_would_list() {
    let change = between(&sample(), "20", "50");
    assert_eq!(
        about(&change, ChangeKind::ThingNew),
        sorted(vec![
            "First-contact resolution",
            "Repeat calls",
            "Queue pressure",
            "Complex case load",
            "Claims backlog",
            "Overtime",
            "Handler fatigue",
            "Claims errors",
            "Discounts given",
            "Customer trust",
            "Data clinic",
            "Handle-time bonus",
            "Save bonus",
            "Loss-ratio target",
        ])
    );
    assert_eq!(
        about(&change, ChangeKind::ArrowNew),
        sorted(vec![
            "Bot share of contacts -> First-contact resolution",
            "First-contact resolution -> Repeat calls",
            "Repeat calls -> Queue pressure",
            "Queue pressure -> Bot share of contacts",
            "Repeat calls -> Retention rate",
            "Claims backlog -> Overtime",
            "Overtime -> Claims backlog",
            "Overtime -> Handler fatigue",
            "Handler fatigue -> Claims errors",
            "Claims errors -> Claims backlog",
            "Churn model -> Discounts given",
            "Underwriting copilot -> Discounts given",
            "Discounts given -> Loss ratio",
            "Discounts given -> Retention rate",
            "Service bot -> Complaint reasons",
            "Service bot -> Customer trust",
            "Claims triage -> Customer trust",
            "Churn model -> Customer trust",
            "Contact Centre -> Repeat calls",
            "Retention -> Retention rate",
            "Underwriting -> Loss ratio",
            "Data clinic -> Data Platform",
            "Data clinic -> Claims",
            "Handle-time bonus -> Contact Centre",
            "Handle-time bonus -> Handle time",
            "Handle time -> First-contact resolution",
            "Save bonus -> Retention",
            "Save bonus -> Discounts given",
            "Loss-ratio target -> Underwriting",
            "Loss-ratio target -> Loss ratio",
        ])
    );
    assert_eq!(about(&change, ChangeKind::DisputeOpened), ["Claims triage -> Complex case load"]);
    assert_eq!(
        says(&change, ChangeKind::Seen),
        ["The Claims triage supplies Severity scores: more of the one, more of the other; this was seen."]
    );
    assert_eq!(says(&change, ChangeKind::Observed), ["Customer trust: seen down 6pts since spring"]);
    assert_eq!(says(&change, ChangeKind::LeftOpen), ["Asked: Who tells Retention when repeat calls jump?"]);
    for none in [
        ChangeKind::ThingGone,
        ChangeKind::ArrowGone,
        ChangeKind::Turned,
        ChangeKind::Status,
        ChangeKind::DisputeSettled,
        ChangeKind::Settled,
    ] {
        assert_eq!(about(&change, none), Vec::<String>::new(), "{none:?}");
    }
    let opened = about(&change, ChangeKind::FindingOpened);
    assert!(opened.contains(&"Claims backlog -> Overtime".to_owned()), "the circle of overtime: {opened:?}");
}

#[test]
fn a_moment_compared_with_itself_holds_no_change() {
    let session = sample();
    assert_eq!(compare(&side(&session), &side(&session), Scope::OneStory).items, []);
}

#[test]
fn turned_arrows_moved_changes_settled_disputes_and_merged_names_are_told_as_that() {
    let lines = [
        "zqmei> !Bot -> Trust : +",
        "zqtom> !Bot -> Calls : -",
        "zqpri> !Bot -> Calls : +",
        "zqmei> !Helper -> Speed : + guess",
        "zqmei> Waiting -> Trust : -",
        "zqmei> !Bot is pilot",
        "zqmei> Bot -> Trust : -",
        "zqtom> Bot -> Calls : +",
        "zqmei> Helper -> Speed : + seen",
        "zqmei> no Waiting -> Trust",
        "zqmei> Bot is live",
        "zqmei> same Speed = Waiting",
    ];
    let session = typed("change", "2026-11-20T09:00:00Z", &lines);
    let change = compare(&side(&cut(&session, 7)), &side(&session), Scope::OneStory);
    assert_eq!(
        says(&change, ChangeKind::Turned),
        ["More of the Bot, less Trust. Before: More of the Bot, more Trust."]
    );
    assert_eq!(about(&change, ChangeKind::DisputeSettled), ["Bot -> Calls"]);
    assert_eq!(about(&change, ChangeKind::Seen), ["Helper -> Speed"]);
    assert_eq!(about(&change, ChangeKind::ArrowGone), ["Waiting -> Trust"]);
    assert_eq!(says(&change, ChangeKind::Status), ["Bot: pilot then, live now"]);
    assert_eq!(about(&change, ChangeKind::ThingGone), Vec::<String>::new(), "Waiting is another name of Speed");
}

#[test]
fn what_one_of_two_sessions_does_not_name_is_not_called_gone() {
    let one = typed("one", "2026-11-20T09:00:00Z", &["zqmei> Bot -> Trust : +"]);
    let other = typed("other", "2026-11-21T09:00:00Z", &["zqmei> Desk -> Trust : +"]);
    let change = compare(&side(&one), &side(&other), Scope::TwoSessions);
    let headings: Vec<String> = change.sections().into_iter().map(|(heading, _)| heading).collect();
    assert!(headings.contains(&"Named only in the first".to_owned()), "{headings:?}");
    assert!(headings.iter().all(|heading| !heading.contains("no longer")), "{headings:?}");
}

fn editions(before: Import, after: Import) -> Comparison {
    let (before, after) = (before.told(), after.told());
    compare(&side(&before), &side(&after), Scope::OneStory)
}

fn list() -> Import {
    Import::titled(9, "Register").change("Letter bot", Status::Pilot, "Post").thing("Archive", Kind::Initiative)
}

#[test]
fn what_a_newer_file_renames_is_renamed_and_not_named_since() {
    let rename = Fact::Renamed { from: "Letter bot".into(), to: "Mail sorter".into() };
    let change = editions(list(), list().states("", vec![rename]));
    assert_eq!(says(&change, ChangeKind::Renamed), ["Letter bot -> Mail sorter"]);
    for silent in [ChangeKind::ThingNew, ChangeKind::ThingListed, ChangeKind::ThingGone, ChangeKind::ArrowNew] {
        assert_eq!(says(&change, silent), [""; 0], "{silent:?}");
    }
    assert_eq!(says(&change, ChangeKind::ArrowListed), [""; 0]);
}

#[test]
fn what_a_newer_file_no_longer_lists_is_gone_from_the_source_and_may_come_back() {
    let gone = || list().drops(2, "Archive");
    assert_eq!(says(&editions(list(), gone()), ChangeKind::GoneFromSource), ["Archive"]);
    assert_eq!(says(&editions(gone(), list()), ChangeKind::BackInSource), ["Archive"]);
}

#[test]
fn what_only_a_file_states_is_stated_and_not_said() {
    let change = editions(
        list(),
        list().thing("Sorter", Kind::Initiative).arrow("Archive", Relation::Needs, "Letter bot", Sign::Unknown),
    );
    assert_eq!(says(&change, ChangeKind::ThingListed), ["Sorter"]);
    assert_eq!(says(&change, ChangeKind::ArrowListed).len(), 1);
    assert_eq!(ChangeKind::ArrowListed.heading(Scope::OneStory), "The file states since");
    assert_eq!(says(&change, ChangeKind::ArrowNew), [""; 0]);
}

#[test]
fn another_status_and_none_at_all_are_differences() {
    let live = Import::titled(9, "Register").change("Letter bot", Status::Live, "Post");
    let none = Import::titled(9, "Register").thing("Letter bot", Kind::Initiative);
    assert_eq!(says(&editions(list(), live.clone()), ChangeKind::Status), ["Letter bot: pilot then, live now"]);
    assert_eq!(says(&editions(live, none), ChangeKind::Status), ["Letter bot: live then, status no longer stated"]);
}
