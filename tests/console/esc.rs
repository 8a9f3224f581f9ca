//! What Esc stops, what it shows, and what goes on waiting beside the box that it opens.

use adjacent::app::{After, Code, Effect, KeyPress, OpenSession, Screen};
use adjacent::record::{Event, Fact, Hidden, Session, SessionTime};

use crate::slow::{Slow, header, opened, opening};
use crate::typing::Typing;

fn begun() -> Slow {
    let mut slow = Slow::workshop();
    slow.says("bot -> more calls").settles();
    slow
}

/// Somebody is added by F4.
fn adds_bo(slow: &mut Slow) {
    slow.code(Code::F(4)).enter().says("Bo @ Sales").enter().enter();
}

fn joined(slow: &Slow) -> usize {
    let joined = |fact: &&Fact| matches!(fact, Fact::Joined(person) if person.party.as_deref() == Some("Sales"));
    slow.facts().iter().filter(joined).count()
}

fn ends(slow: &mut Slow) {
    slow.press(KeyPress::ctrl('p')).types("end this").enter().enter();
}

#[test]
fn somebody_who_could_not_be_added_is_added_with_the_lines_that_esc_showed() {
    let mut slow = begun();
    slow.fails();
    adds_bo(&mut slow);
    slow.settles().says("what they said").settles().code(Code::Esc);
    assert!(slow.reads().contains("what they said") && slow.reads().contains("1 lines"), "{}", slow.screen());
    assert!(slow.reads().contains("Not saved: what you did last."), "{}", slow.screen());
    slow.works().enter().settles();
    assert_eq!((joined(&slow), &slow.lines()[1..]), (1, &["what they said".to_owned()][..]));
    assert!(!slow.reads().contains("Not saved"), "{}", slow.screen());
}

#[test]
fn where_the_lines_that_esc_showed_are_dropped_somebody_who_could_not_be_added_still_waits() {
    let mut slow = begun();
    slow.fails();
    adds_bo(&mut slow);
    slow.settles().says("what they said").settles().code(Code::Esc).code(Code::Esc);
    assert!(
        slow.reads().contains("Not saved: what you did last. Enter tries again, Esc drops it."),
        "{}",
        slow.screen()
    );
    slow.works().enter().settles();
    assert_eq!((joined(&slow), slow.lines().len()), (1, 1));
}

#[test]
fn what_was_done_last_is_dropped_by_esc_with_a_word() {
    let mut slow = begun();
    slow.fails();
    adds_bo(&mut slow);
    slow.settles().code(Code::Esc);
    assert!(slow.reads().contains("What you did last was dropped: it is not saved."), "{}", slow.screen());
    slow.works().enter().settles();
    assert_eq!(joined(&slow), 0);
}

#[test]
fn a_mended_line_that_esc_showed_stands_alone_once_it_is_read() {
    let mut slow = begun();
    slow.fails().press(KeyPress::ctrl('f')).says(" by noon").types("next").settles().code(Code::Esc);
    assert!(slow.reads().contains("bot -> more calls by noon"), "{}", slow.screen());
    slow.works().enter().settles();
    assert_eq!(slow.lines(), ["bot -> more calls by noon"]);
}

#[test]
fn a_mended_line_that_is_dropped_while_it_waits_leaves_the_line_it_was_to_replace() {
    let mut slow = begun();
    slow.press(KeyPress::ctrl('f')).paste("one\ntwo").enter().says(" by noon");
    slow.press(KeyPress::ctrl('q')).enter().code(Code::Esc);
    assert!(slow.reads().contains("bot -> more calls by noon"), "{}", slow.screen());
    slow.code(Code::Esc).settles();
    assert_eq!(slow.lines(), ["bot -> more calls", "one"]);
}

#[test]
fn esc_while_the_end_still_waits_stops_it_and_lines_are_said_as_before() {
    let started = Event {
        seq: 2,
        at: SessionTime::from_millis(500),
        facts: vec![Fact::Titled { title: "Review".into() }],
        ..Event::default()
    };
    let session = Session::fold(header(), [opening(), started]);
    let mut slow = Slow::with(&session, opened() + jiff::SignedDuration::from_hours(24));
    slow.opens(OpenSession { writable: true, ..OpenSession::alone(session) });
    slow.settles();
    ends(&mut slow);
    slow.code(Code::Esc);
    assert!(slow.reads().contains("You are still here"), "{}", slow.screen());
    slow.settles().says("one more thing").settles();
    assert!(!slow.facts().contains(&Fact::Closed), "{:?}", slow.facts());
    assert_eq!((slow.lines(), slow.room().contains("Thank you")), (vec!["one more thing".to_owned()], false));
}

#[test]
fn esc_while_the_end_is_being_written_says_so_and_no_line_comes_after_the_thank_you() {
    let mut slow = begun();
    ends(&mut slow);
    slow.code(Code::Esc);
    assert!(slow.reads().contains("The session is being ended"), "{}", slow.screen());
    assert!(!slow.reads().contains("You are still here"), "{}", slow.screen());
    slow.says("one more thing").settles();
    assert_eq!((slow.lines().len(), slow.model.screen), (1, Screen::Home));
    assert!(slow.facts().contains(&Fact::Closed));
}

#[test]
fn whoever_leaves_is_not_kept_by_answers_of_a_round_that_was_over_before_they_were_written() {
    let mut slow = begun();
    if let Some(run) = &mut slow.model.run {
        run.answers.keeping = Some(0);
    }
    slow.press(KeyPress::ctrl('q')).enter();
    assert!(slow.model.popup.as_ref().and_then(|popup| popup.once_saved()) == Some(After::Leave), "{}", slow.screen());
    slow.chores.push_back(Effect::KeepHidden(Hidden::new(None, adjacent::record::Collecting::default())));
    slow.settles();
    assert!(slow.left);
}

#[test]
fn whoever_reads_along_is_told_that_nobody_is_added_here_and_no_name_is_kept() {
    let session = Session::fold(header(), [opening()]);
    let mut slow = Slow::with(&session, opened());
    slow.opens(OpenSession { writable: false, ..OpenSession::alone(session) });
    slow.settles().code(Code::F(4));
    assert!(
        slow.reads().contains("You are reading along: title, people and plan are changed where"),
        "{}",
        slow.screen()
    );
    slow.enter().says("Bo @ Sales").enter().enter();
    assert!(!slow.chores.iter().any(|chore| matches!(chore, Effect::KeepNames(_))), "{:?}", slow.chores);
}

#[test]
fn two_thousand_lines_that_say_the_same_are_removed_by_one_key() {
    let said = |seq| Event {
        seq,
        at: SessionTime::from_millis(seq),
        said: Some("bot -> more calls".into()),
        facts: vec![Fact::Named { label: "Bot".into(), kind: adjacent::record::Kind::Unknown }],
        ..Event::default()
    };
    let session = Session::fold(header(), [opening()].into_iter().chain((2..2_002).map(said)));
    let mut slow = Slow::with(&session, opened());
    slow.opens(OpenSession { writable: true, ..OpenSession::alone(session) });
    slow.settles().press(KeyPress::ctrl('p')).types("remove").enter().enter().enter();
    slow.settles();
    let struck = slow.facts().iter().filter(|fact| matches!(fact, Fact::StrikeOrdered { .. })).count();
    assert_eq!((struck, slow.model.run.as_ref().unwrap().lines.captured.len()), (2_000, 0));
}
