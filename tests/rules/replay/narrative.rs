//! A session told as a story.

use adjacent::exercise::Catalogue;
use adjacent::record::{Event, Exposure, Fact, Session, SessionTime, StepId};
use adjacent::replay::narrative::{Chapter, narrative};

use crate::replay::stage::{keyed, timeline, typed};

fn told(session: &Session) -> Vec<Chapter> {
    narrative(&mut timeline(session), &Catalogue::embedded(), &[])
}

fn remarks(chapters: &[Chapter]) -> Vec<String> {
    chapters.iter().flat_map(|chapter| &chapter.lines).flat_map(|line| line.remarks.clone()).collect()
}

/// Two halves of a circle, six minutes apart.
fn halves() -> Vec<&'static str> {
    let mut lines = vec!["zqmei> Backlog -> Overtime : ++"];
    lines.extend(["park something"; 5]);
    lines
}

#[test]
fn halves_said_long_apart_by_two_units_are_put_together_by_the_map() {
    let lines: Vec<&str> = halves().into_iter().chain(["zqtom> Overtime -> Backlog : -- seen"]).collect();
    let remarks = remarks(&told(&typed("halves", "2026-11-20T09:00:00Z", &lines)));
    let apart = "Said 6 minutes apart by Claims and Contact Centre; the map put it together.";
    assert!(remarks.iter().any(|remark| remark.ends_with(apart)), "{remarks:?}");
}

#[test]
fn whoever_spoke_without_a_name_is_of_no_unit_in_the_story_either() {
    let mut session = typed("unnamed", "2026-11-20T09:00:00Z", &halves());
    let other = typed("other", "2026-11-20T09:00:00Z", &["zqtom> Overtime -> Backlog : -- seen"]);
    let line = other.events().last().unwrap().clone();
    session.push(Event {
        seq: session.next_seq(),
        at: SessionTime::from_millis(420_000),
        exposure: Exposure::Anonymous,
        ..line
    });
    let remarks = remarks(&told(&session));
    assert!(!remarks.is_empty());
    assert!(remarks.iter().all(|remark| !remark.contains("Contact Centre")), "{remarks:?}");
}

#[test]
fn a_changed_view_is_told_without_its_unit() {
    let lines = ["zqtom> Bot -> Trust : +", "zqtom> Bot -> Trust : -"];
    let chapters = told(&typed("turn", "2026-11-20T09:00:00Z", &lines));
    let line = chapters.last().unwrap().lines.last().unwrap();
    assert_eq!(line.remarks.first().map(String::as_str), Some("A view changed."));
    assert!(!format!("{line:?}").contains("Contact Centre"), "{line:?}");
}

#[test]
fn a_chapter_says_what_was_planned_for_it_and_what_it_took() {
    let mut session = typed("walked", "2026-11-20T09:00:00Z", &["zqmei> Bot -> Trust : +"]);
    let enter = |step: &str, planned| Fact::StepEntered { step: step.parse::<StepId>().unwrap(), planned };
    keyed(&mut session, 60_000, vec![enter("draw.1", 120)]);
    keyed(&mut session, 120_000, vec![enter("draw.2", 180)]);
    keyed(&mut session, 540_000, vec![enter("close.1", 60)]);
    keyed(&mut session, 600_000, vec![Fact::Closed]);
    let times: Vec<_> = told(&session).into_iter().map(|chapter| (chapter.title, chapter.time)).collect();
    assert_eq!(times[1], ("Draw the system".to_owned(), Some([5, 8])));
}
