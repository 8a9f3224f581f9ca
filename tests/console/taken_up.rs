//! Opening a session is reading; the clocks go on where they stood.

use adjacent::app::{Code, OpenSession};
use adjacent::record::{Event, Fact, Session, SessionTime, StepId};
use jiff::SignedDuration;

use crate::slow::{Slow, header, opened, opening};
use crate::typing::Typing;

fn act(seq: u64, at: u64, fact: Fact) -> Event {
    Event { seq, at: SessionTime::from_millis(at), facts: vec![fact], ..Event::default() }
}

fn enters(seq: u64, at: u64, step: &str) -> Event {
    act(seq, at, Fact::StepEntered { step: step.parse::<StepId>().unwrap(), planned: 300 })
}

fn reopened(more: Vec<Event>, days: i64) -> Slow {
    let session = Session::fold(header(), [opening()].into_iter().chain(more));
    let mut slow = Slow::with(&session, opened() + SignedDuration::from_hours(24 * days));
    slow.opens(OpenSession { writable: true, ..OpenSession::alone(session) });
    slow.settles();
    slow
}

#[test]
fn looking_at_a_session_again_writes_nothing_and_its_clock_stands() {
    let mut slow = reopened(vec![enters(2, 1_000, "arrive.1"), act(3, 61_000, Fact::ClockRan)], 100);
    slow.waits(600).code(Code::F(2)).code(Code::F(3)).code(Code::F(3)).code(Code::F(1)).code(Code::Esc).settles();
    slow.press(adjacent::app::KeyPress::ctrl('g')).code(Code::Esc).settles();
    assert_eq!(slow.file.len(), 3, "{:?}", slow.file);
    assert!(slow.reads().contains("1:00 of 5:00 session 1:01"), "{}", slow.screen());
}

#[test]
fn the_first_line_takes_the_session_up_again_and_counts_no_day_in_between() {
    let mut slow = reopened(vec![enters(2, 1_000, "arrive.1"), act(3, 61_000, Fact::ClockRan)], 100);
    slow.waits(600).says("bot -> more calls").settles();
    assert_eq!(slow.file[3].facts, [Fact::Resumed { who: None }]);
    assert_eq!(slow.lines(), ["bot -> more calls"]);
    let session = Session::fold(header(), slow.file.clone());
    let (clock, within) = (session.clock(slow.file[4].at).session, session.time_within(slow.file[4].at));
    assert!(clock.as_secs() == 61 && clock == within, "{clock} {within}");
}

#[test]
fn a_session_in_which_no_step_was_entered_asks_the_first_question_and_enters_it_with_the_first_line() {
    let mut slow = reopened(vec![act(2, 500, Fact::Titled { title: "Review".into() })], 2);
    let asked = slow.model.run.as_ref().unwrap().asked.prompt.clone();
    assert_eq!(slow.file.len(), 2);
    slow.says("bot -> more calls").settles();
    let facts = slow.facts();
    let resumed = facts.iter().position(|fact| matches!(fact, Fact::Resumed { .. })).unwrap();
    assert!(matches!(&facts[resumed + 1], Fact::StepEntered { step, .. } if step.to_string() == "arrive.1"));
    assert_eq!(slow.model.run.as_ref().unwrap().asked.prompt, asked);
}

#[test]
fn a_session_that_could_not_be_taken_up_again_keeps_its_line() {
    let mut slow = reopened(vec![enters(2, 1_000, "arrive.1")], 2);
    slow.says("bot -> more calls").fails();
    assert_eq!(slow.model.entry.text(), "bot -> more calls");
    slow.works().enter().settles();
    let resumed = slow.facts().into_iter().filter(|fact| matches!(fact, Fact::Resumed { .. })).count();
    assert_eq!((resumed, slow.lines()), (1, vec!["bot -> more calls".to_owned()]));
}

#[test]
fn ending_a_session_that_was_ended_and_only_looked_at_writes_nothing() {
    let mut slow = reopened(vec![enters(2, 1_000, "arrive.1"), act(3, 2_000, Fact::Closed)], 2);
    slow.press(adjacent::app::KeyPress::ctrl('p')).types("end this").enter().enter().settles();
    assert_eq!(slow.file.len(), 3);
    assert_eq!(slow.model.screen, adjacent::app::Screen::Home);
}

#[test]
fn a_step_that_is_entered_again_goes_on_where_its_clock_stood() {
    let events = [
        opening(),
        enters(2, 0, "arrive.1"),
        enters(3, 60_000, "arrive.2"),
        enters(4, 100_000, "arrive.1"),
        enters(5, 110_000, "next.1"),
        enters(6, 150_000, "arrive.1"),
    ];
    let session = Session::fold(header(), events);
    assert_eq!(session.clock(SessionTime::from_millis(155_000)).step, SignedDuration::from_secs(75));
    assert_eq!(session.exercise_time(SessionTime::from_millis(155_000)), SignedDuration::from_secs(115));
    assert_eq!(session.spent()[0].taken, SignedDuration::from_millis(70_000));
}

#[test]
fn an_interruption_is_no_time_of_the_session_and_a_pause_is() {
    let events = [
        opening(),
        act(2, 60_000, Fact::ClockPaused),
        act(3, 90_000, Fact::ClockRan),
        act(4, 100_000, Fact::Closed),
        act(5, 9_000_000, Fact::Resumed { who: None }),
        act(6, 9_010_000, Fact::ClockRan),
    ];
    let session = Session::fold(header(), events);
    assert_eq!(session.time_within(SessionTime::from_millis(95_000)), SignedDuration::from_millis(95_000));
    assert_eq!(session.time_within(SessionTime::from_millis(5_000_000)), SignedDuration::from_millis(100_000));
    assert_eq!(session.time_within(SessionTime::from_millis(9_010_000)), SignedDuration::from_millis(110_000));
    assert_eq!(session.clock(SessionTime::from_millis(9_010_000)).session, SignedDuration::from_secs(80));
}
