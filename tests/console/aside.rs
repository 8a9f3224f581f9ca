//! Notes for oneself while answers are collected: no answer is made of them, and nobody is shown one.

use adjacent::app::{Code, Effect, KeyPress};

use crate::slow::Slow;
use crate::typing::Typing;

const F6: Code = Code::F(6);
const SECRET: &str = "me: zqsecret Tom is wrong";

fn begun(one_window: bool) -> Slow {
    let mut slow = Slow::workshop();
    slow.says("bot -> more calls").settles();
    if one_window {
        slow.press(KeyPress::ctrl('p')).types("one window").enter().settles();
    }
    slow
}

fn noted(slow: &Slow) -> Vec<&str> {
    slow.own_notes.iter().map(|note| note.text.as_str()).collect()
}

#[test]
fn a_note_for_oneself_that_is_typed_among_answers_is_shown_to_nobody() {
    for one_window in [false, true] {
        let mut slow = begun(one_window);
        slow.code(F6).enter().settles();
        for line in [SECRET, "slip a", "slip b", "slip c"] {
            slow.says(line).settles();
        }
        assert_eq!(noted(&slow), ["zqsecret Tom is wrong"]);
        assert!(!format!("{:?}", slow.private).contains("zqsecret"), "{:?}", slow.private);
        slow.code(F6).enter().settles();
        assert!(slow.room().contains("slip a") && !slow.room().contains("zqsecret"), "{}", slow.room());
        assert!(!format!("{:?}", slow.file).contains("zqsecret"));
    }
}

#[test]
fn notes_for_oneself_that_are_pasted_among_answers_are_shown_to_nobody() {
    for way in [None, Some(Code::Tab)] {
        let mut slow = begun(false);
        slow.code(F6);
        way.map(|key| slow.code(key).settles());
        slow.enter().settles().paste(&format!("{SECRET}\nslip a\n1. me: zqsecret too")).settles().enter().settles();
        slow.paste(SECRET).settles().enter().settles();
        assert_eq!(noted(&slow), ["zqsecret Tom is wrong", "zqsecret too", "zqsecret Tom is wrong"]);
        assert_eq!(slow.private.as_ref().unwrap().entries, ["slip a"]);
    }
}

#[test]
fn a_note_for_oneself_that_fails_once_a_round_is_on_becomes_no_answer() {
    let mut slow = begun(false);
    slow.says(SECRET).code(F6).enter();
    assert!(matches!(slow.chores.front(), Some(Effect::KeepOwnNote(_))), "{:?}", slow.chores);
    slow.fails = Some("the disk is full");
    slow.disk();
    assert_eq!(slow.model.entry.text(), "");
    slow.works().enter().settles().says("slip a").settles();
    assert_eq!(slow.private.as_ref().unwrap().entries, ["slip a"]);
    slow.code(F6).types("xx").settles();
    assert!(slow.reads().contains("Not saved: 1 line waits."), "{}", slow.screen());
    slow.enter().settles();
    assert_eq!(noted(&slow), ["zqsecret Tom is wrong"]);
    assert!(!format!("{:?}", slow.file).contains("zqsecret"));
}

#[test]
fn an_answer_is_not_mended_into_a_note_for_oneself() {
    let mut slow = begun(false);
    slow.code(F6).enter().settles();
    for line in ["slip a", "slip b", "slip c"] {
        slow.says(line).settles();
    }
    slow.code(F6).types("e").press(KeyPress::ctrl('u')).says(SECRET).settles();
    assert!(slow.reads().contains("is a note for yourself, and no answer"), "{}", slow.screen());
    assert!(!format!("{:?}", slow.private).contains("zqsecret"), "{:?}", slow.private);
}
