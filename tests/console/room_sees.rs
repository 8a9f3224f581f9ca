//! What the room sees comes from what is on disk, whatever fails; and unnamed answers are never dropped by themselves.

use adjacent::app::{Code, KeyPress, OpenSession, StrayView};
use adjacent::record::{CollectBy, Collecting, Event, Fact, Hidden, RoomView, Session, SessionTime};

use crate::slow::{Slow, header, opened, opening};
use crate::typing::Typing;

const CURTAIN: Code = Code::F(8);
const F6: Code = Code::F(6);

/// The room in a window of its own, and in the one there is.
const BEGUN: [fn() -> Slow; 2] = [begun, one_window];

fn begun() -> Slow {
    let mut slow = Slow::workshop();
    slow.says("Wallmark -> more calls").settles();
    slow
}

/// The same with one window for everybody.
fn one_window() -> Slow {
    let mut slow = begun();
    slow.press(KeyPress::ctrl('p')).types("one window").enter().settles();
    assert!(slow.model.settings.one_window && slow.settings.one_window);
    slow
}

#[test]
fn a_curtain_that_could_not_be_saved_is_not_called_down_while_the_room_sees_the_lines() {
    let mut slow = begun();
    assert!(slow.room().contains("Wallmark"));
    slow.code(CURTAIN);
    assert!(slow.reads().contains("the curtain is not down in the room yet"), "{}", slow.screen());
    slow.fails();
    assert!(slow.room().contains("Wallmark"));
    let says = "The curtain could not be saved: the room still sees what it saw. F8 tries again.";
    assert!(slow.reads().contains(says), "{}", slow.screen());
    assert!(!slow.reads().contains("curtain, 1 line"), "{}", slow.screen());
    slow.works().code(CURTAIN).settles();
    assert!(!slow.room().contains("Wallmark"));
    assert!(slow.reads().contains("curtain, 1 line") && !slow.reads().contains("could not"), "{}", slow.screen());
}

#[test]
fn a_curtain_that_could_not_be_lifted_stays_down_everywhere() {
    for begin in BEGUN {
        let mut slow = begin();
        slow.code(CURTAIN).settles();
        slow.code(CURTAIN).fails();
        assert!(!slow.room().contains("Wallmark"));
        assert!(slow.reads().contains("it still sees the curtain"), "{}", slow.screen());
        assert!(!slow.model.is_shared() || !slow.reads().contains("Wallmark"), "{}", slow.screen());
        slow.works().code(CURTAIN).settles();
        assert!(slow.room().contains("Wallmark") && slow.reads().contains("Wallmark"), "{}", slow.screen());
    }
}

#[test]
fn in_one_window_the_curtain_falls_here_at_once_and_it_is_said_that_the_other_window_is_open() {
    let mut slow = one_window();
    slow.code(CURTAIN);
    assert!(!slow.screen().contains("Wallmark"), "{}", slow.screen());
    slow.fails();
    assert!(!slow.screen().contains("Wallmark") && slow.room().contains("Wallmark"));
    assert!(slow.reads().contains("this screen is covered, the room's own window is not"), "{}", slow.screen());
    slow.works().code(CURTAIN);
    assert!(slow.screen().contains("Wallmark"), "the file never covered it: {}", slow.screen());
    slow.code(CURTAIN).settles();
    assert!(!slow.screen().contains("Wallmark") && !slow.room().contains("Wallmark"));
}

#[test]
fn the_curtain_does_not_wait_behind_a_long_paste_and_what_is_read_behind_it_is_never_shown() {
    let mut slow = begun();
    slow.paste("Behindmark one\nBehindmark two\nBehindmark three").enter().code(CURTAIN);
    slow.disk();
    slow.disk();
    assert_eq!(slow.file.last().unwrap().facts, [Fact::Shown { view: RoomView::Curtain }]);
    slow.code(CURTAIN).code(CURTAIN).code(CURTAIN).settles();
    assert!(!slow.room().contains("Behindmark two") && !slow.room().contains("Behindmark three"), "{}", slow.room());
    assert!(slow.room().contains("Behindmark one"), "{}", slow.room());
}

#[test]
fn what_the_room_was_to_look_at_and_could_not_be_saved_changes_nothing_on_either_screen() {
    for begin in BEGUN {
        let mut slow = begin();
        slow.says("park Parkmark").settles();
        let before = (slow.room(), slow.model.run.as_ref().unwrap().room.curtain);
        slow.code(Code::F(5)).code(Code::Down).code(Code::Down).enter().fails();
        assert_eq!((slow.room(), slow.model.run.as_ref().unwrap().room.curtain), before);
        assert!(slow.reads().contains("it still sees what it saw"), "{}", slow.screen());
        slow.works().code(CURTAIN).settles();
        slow.code(Code::F(5)).code(Code::Down).code(Code::Down).enter().fails();
        assert!(!slow.room().contains("Wallmark") && slow.reads().contains("it still sees the curtain"));
        assert!(!slow.model.is_shared() || !slow.reads().contains("Wallmark"), "{}", slow.screen());
    }
}

#[test]
fn two_windows_begin_when_that_is_on_disk_and_one_window_at_once() {
    let mut slow = one_window();
    slow.press(KeyPress::ctrl('p')).types("one window").enter();
    assert!(slow.model.is_shared());
    slow.fails();
    assert!(slow.model.is_shared() && slow.reads().contains("Still one window"), "{}", slow.screen());
    slow.works().press(KeyPress::ctrl('p')).types("one window").enter().settles();
    assert!(!slow.model.is_shared());
    slow.press(KeyPress::ctrl('p')).types("one window").enter();
    assert!(slow.model.is_shared(), "covering is safe at once");
    slow.fails();
    assert!(slow.model.is_shared(), "and stays so");
}

#[test]
fn answers_that_could_not_be_shown_are_kept_unseen_and_shown_by_trying_again() {
    for begin in BEGUN {
        let mut slow = begin();
        slow.code(F6).enter().settles();
        for slip in ["slipmark a", "slipmark b", "slipmark c"] {
            slow.says(slip).settles();
        }
        slow.code(F6).enter().fails();
        assert!(!slow.room().contains("slipmark") && !slow.screen().contains("slipmark"), "{}", slow.screen());
        assert!(slow.reads().contains("The answers could not be shown: nobody has seen them"), "{}", slow.screen());
        assert_eq!(slow.private.as_ref().unwrap().entries.len(), 3);
        slow.works().code(F6).enter().settles();
        assert!(slow.room().contains("slipmark a"), "{}", slow.room());
        assert_eq!(slow.private, None);
    }
}

#[test]
fn a_name_stands_in_the_room_once_that_it_may_is_on_disk() {
    let mut slow = begun();
    slow.happens(adjacent::app::Msg::Opened(Box::new(OpenSession {
        names: adjacent::record::Names {
            names: [("zmei".into(), "Meimark".to_owned())].into(),
            ..adjacent::record::Names::default()
        },
        writable: true,
        ..OpenSession::alone(Session::fold(header(), slow.file.clone()))
    })));
    slow.says("zmei> saw calls up").settles();
    slow.press(KeyPress::ctrl('s')).code(Code::Down).code(Code::Tab).fails();
    assert!(!slow.room().contains("Meimark"), "{}", slow.room());
    slow.code(Code::Esc).code(Code::Esc);
    slow.works().says("zmei> saw calls down").settles();
    assert!(!slow.room().contains("Meimark"), "{}", slow.room());
    slow.press(KeyPress::ctrl('s')).code(Code::Down).code(Code::Tab).settles();
    slow.code(Code::Esc).says("zmei> saw waiting up").settles();
    assert!(slow.room().contains("Meimark"), "{}", slow.room());
}

#[test]
fn a_round_begins_when_that_is_on_disk_and_what_is_typed_before_is_an_answer() {
    for begin in BEGUN {
        let mut slow = begin();
        slow.code(F6).enter().says("slipmark early").types("slipmark next");
        assert!(slow.private.is_none() && !slow.room().contains("slipmark"), "{}", slow.screen());
        assert!(!slow.model.is_shared() || !slow.screen().contains("slipmark"), "{}", slow.screen());
        slow.settles();
        assert_eq!(slow.private.as_ref().unwrap().entries, ["slipmark early"]);
        assert!(slow.lines().iter().all(|line| !line.contains("slipmark")));
    }
}

#[test]
fn a_round_that_could_not_begin_leaves_no_file_and_publishes_nothing_that_was_typed_for_it() {
    for begin in BEGUN {
        let mut slow = begin();
        slow.code(F6).enter().says("slipmark early").types("slipmark next").fails();
        assert!(slow.private.is_none() && !slow.screen().contains("slipmark"), "{}", slow.screen());
        assert!(slow.reads().contains("The round could not begin: nothing is collected."), "{}", slow.screen());
        slow.works().enter().settles();
        assert!(slow.lines().iter().all(|line| !line.contains("slipmark")) && !slow.screen().contains("slipmark"));
        slow.code(F6).enter().settles();
        slow.enter().settles();
        let mut entries = slow.private.clone().unwrap().entries;
        entries.sort();
        assert_eq!(entries, ["slipmark early", "slipmark next"]);
    }
}

/// A session reopened beside answers that belong to no round.
fn with_stray(entries: &[&str], more: Vec<Event>) -> Slow {
    let session = Session::fold(header(), [opening()].into_iter().chain(more));
    let stray = Hidden {
        entries: entries.iter().map(|&entry| entry.to_owned()).collect(),
        came_in: u16::try_from(entries.len()).unwrap(),
        ..Hidden::new(None, Collecting { by: CollectBy::Slips, awaited: None })
    };
    let mut slow = Slow::with(&session, opened() + jiff::SignedDuration::from_hours(1));
    slow.private = Some(stray.clone());
    slow.opens(OpenSession { stray: Some(stray), writable: true, ..OpenSession::alone(session) });
    slow.settles();
    slow
}

#[test]
fn answers_without_a_round_are_asked_about_and_shown_collected_on_or_dropped_by_one_key() {
    let slips = ["slipmark a", "slipmark b", "slipmark c"];
    let mut shown = with_stray(&slips, Vec::new());
    assert!(shown.reads().contains("3 unnamed answers lie in the private file"), "{}", shown.screen());
    assert!(!shown.screen().contains("slipmark") && shown.private.is_some());
    shown.types("s").settles();
    assert!(shown.room().contains("slipmark a") && shown.private.is_none(), "{}", shown.room());

    let mut collected = with_stray(&slips, Vec::new());
    collected.types("k").settles();
    collected.says("slipmark d").settles();
    assert_eq!(collected.private.as_ref().unwrap().entries.len(), 4);

    let mut dropped = with_stray(&slips, Vec::new());
    dropped.types("x").settles();
    assert!(dropped.private.is_some(), "it is asked twice");
    dropped.types("x").settles();
    assert!(dropped.private.is_none() && dropped.facts().contains(&Fact::Discarded));

    let mut left = with_stray(&slips, Vec::new());
    left.code(Code::Esc).settles();
    assert!(left.private.is_some() && left.facts().len() == 1, "{:?}", left.facts());
    left.code(F6);
    assert!(left.model.popup.as_deref().is_some_and(|popup| popup.downcast::<StrayView>().is_some()));
}

#[test]
fn answers_without_a_round_are_shown_once_however_often_that_is_asked_for() {
    let slips = ["slipmark a", "slipmark b", "slipmark c"];
    let mut slow = with_stray(&slips, Vec::new());
    slow.types("s").code(F6);
    assert!(
        slow.model.popup.as_deref().is_none_or(|popup| popup.downcast::<StrayView>().is_none()),
        "{}",
        slow.screen()
    );
    slow.types("s").code(F6).settles();
    let shown = slow.facts().iter().filter(|fact| matches!(fact, Fact::Revealed { .. })).count();
    assert_eq!(shown, 1, "{:?}", slow.facts());
}

#[test]
fn answers_are_over_only_where_the_record_says_so() {
    let act = |seq, fact| Event { seq, at: SessionTime::from_millis(seq), facts: vec![fact], ..Event::default() };
    let texts = vec!["b".to_owned(), "a".to_owned()];
    let session = Session::fold(
        header(),
        [opening(), act(2, Fact::Collecting(Collecting::default())), act(3, Fact::Revealed { texts })],
    );
    let hidden = |begun, entries: &[&str]| Hidden {
        entries: entries.iter().map(|&entry| entry.to_owned()).collect(),
        begun,
        ..Hidden::new(None, Collecting::default())
    };
    assert!(hidden(Some(2), &["a", "b"]).is_over(&session));
    assert!(hidden(None, &["a", "b"]).is_over(&session), "shown, by an older program");
    assert!(!hidden(None, &["a", "c"]).is_over(&session), "nobody knows what became of them");
    assert!(!hidden(Some(4), &["a", "b"]).is_over(&session), "a round that began later");
}
