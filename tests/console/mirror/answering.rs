//! Keys as sentences: what is chosen, what is typed, and what happens to it.

use std::fs;

use adjacent::app::{Code, KeyPress, Page};
use adjacent::assess::{FOOTER, PendingQuestion, Raised, ToldExample};
use tempfile::TempDir;

use crate::mirror::stage::{Stage, folder_of, on_disk};
use crate::typing::Typing;

#[allow(clippy::unnecessary_wraps, reason = "it is compared with a place that may not be there")]
fn anchor(item: &str) -> Option<PendingQuestion> {
    Some(PendingQuestion::Anchor(item.to_owned()))
}

#[test]
fn the_sentence_is_the_choice_and_the_digit_is_only_its_key() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    for words in ["decides on the direct effect", "between the two", "asks \"and then?\" for large decisions", FOOTER] {
        assert!(stage.screen().contains(words), "{words}:\n{}", stage.screen());
    }
    stage.code(Code::Down).code(Code::Down).enter();
    assert_eq!(on_disk(folder.path()).rating("S1").unwrap().digit(), 3);
    assert_eq!(stage.place(), anchor("S2"));
    stage.types("2");
    assert_eq!(stage.place(), anchor("S3"));
    assert_eq!(on_disk(folder.path()).rating("S2").unwrap().digit(), 2);
}

#[test]
fn a_habit_is_asked_for_an_example_and_the_example_for_its_day() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("4");
    assert!(stage.screen().contains("Without an example of the last 90 days"), "{}", stage.screen());
    stage.says("Tom rang about the backlog");
    stage.types("3 weeks ago");
    assert!(stage.screen().contains("30 October 2026: recent."), "{}", stage.screen());
    stage.enter();
    assert_eq!(stage.place(), anchor("S2"));
    let kept = on_disk(folder.path());
    let ToldExample::Dated { text, date } = &kept.answer("S1").unwrap().evidence else { panic!("{kept:?}") };
    assert_eq!((text.as_str(), date.to_string().as_str()), ("Tom rang about the backlog", "2026-10-30"));
}

#[test]
fn a_day_that_cannot_be_read_or_is_still_to_come_is_asked_for_again() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("5").says("It came");
    for (typed, says) in [("some time", "No day could be read"), ("2027-01-01", "still to come")] {
        stage.press(KeyPress::ctrl('u')).says(typed);
        assert!(stage.notice().contains(says), "{typed}: {}", stage.notice());
        assert_eq!(stage.place(), Some(PendingQuestion::Day("S1".into())));
    }
    stage.press(KeyPress::ctrl('u')).types("2025-12-01");
    assert!(stage.screen().contains("more than 90 days ago"), "{}", stage.screen());
    stage.press(KeyPress::ctrl('u')).enter();
    assert!(matches!(on_disk(folder.path()).answer("S1").unwrap().evidence, ToldExample::Undated(_)));
}

#[test]
fn where_something_is_typed_every_plain_character_is_text() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("4");
    let typed = "1 2 3 e? n s y h a m c /back :q -> more";
    stage.types(typed);
    assert_eq!(stage.model.assess.entry.text(), typed);
    stage.paste("\u{1b}[2Jand\npasted");
    assert_eq!(stage.model.assess.entry.text(), format!("{typed}[2Jand pasted"));
    assert_eq!(stage.place(), Some(PendingQuestion::Example("S1".into())));
    assert_eq!(stage.answered(), on_disk(folder.path()));
}

#[test]
fn one_walks_back_and_forth_and_changes_what_was_said() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("3").types("3").types("3").code(Code::PageUp).code(Code::PageUp);
    assert_eq!(stage.place(), anchor("S2"));
    assert!(stage.screen().contains("asks neighbours before launch  (your answer)"), "{}", stage.screen());
    stage.types("1");
    assert_eq!(stage.place(), anchor("S4"), "on to what is still open");
    assert_eq!(on_disk(folder.path()).rating("S2").unwrap().digit(), 1);
    stage.code(Code::Right).code(Code::Right).code(Code::Left);
    assert_eq!(stage.place(), anchor("S5"), "what is not answered can be walked past");
}

#[test]
fn an_example_is_found_again_and_its_day_stays_with_it() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("4").says("It came").says("1w").code(Code::PageUp);
    assert!(stage.screen().contains("Your example: It came (13 November 2026)"), "{}", stage.screen());
    stage.types("e");
    assert_eq!(stage.model.assess.entry.text(), "It came");
    stage.enter();
    assert_eq!(stage.model.assess.entry.text(), "2026-11-13");
    stage.enter();
    assert_eq!(stage.place(), anchor("S2"));
    stage.code(Code::PageUp).types("e").says(", twice");
    assert_eq!(stage.model.assess.entry.text(), "", "other words have another day");
}

#[test]
fn red_flags_are_no_sometimes_or_yes() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("333333").types("s").types("y").code(Code::Down).enter();
    let kept = on_disk(folder.path());
    let said = ["SF1", "SF2", "SF3"].map(|flag| kept.raised(flag));
    assert_eq!(said, [Some(Raised::Sometimes), Some(Raised::Yes), Some(Raised::Sometimes)]);
    assert_eq!(stage.place(), anchor("T1"));
}

#[test]
fn what_was_passed_over_is_behind_and_nothing_is_asked_about_it() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("0");
    assert_eq!(stage.place(), anchor("S2"));
    assert!(on_disk(folder.path()).rating("S1").is_none());
    stage.code(Code::PageUp);
    assert!(stage.screen().contains("pass this over  (your answer)"), "{}", stage.screen());
}

#[test]
fn an_example_that_was_only_typed_is_kept_whichever_way_one_leaves() {
    let ways = [
        KeyPress::plain(Code::Esc),
        KeyPress::plain(Code::PageUp),
        KeyPress::plain(Code::PageDown),
        KeyPress::ctrl('q'),
    ];
    for way in ways {
        let folder = TempDir::new().unwrap();
        let mut stage = Stage::asked(folder.path());
        stage.types("4").types("half a sentence").press(way);
        let kept = on_disk(folder.path());
        let evidence = &kept.answer("S1").unwrap().evidence;
        assert_eq!(evidence.text().unwrap().as_str(), "half a sentence", "{way}");
        assert_eq!(Stage::asked(folder.path()).place(), Some(PendingQuestion::Day("S1".into())), "{way}");
    }
}

#[test]
fn behind_the_last_question_it_is_finished_or_left_or_gone_through_again() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    for _ in 0..28 {
        stage.code(Code::PageDown);
    }
    assert!(stage.screen().contains("28 are still open"), "{}", stage.screen());
    stage.enter();
    assert_eq!(stage.place(), anchor("S1"));
    stage.code(Code::PageDown);
    while stage.place() != anchor("S1") {
        stage.answers('3', "");
    }
    stage.types("3");
    assert_eq!(stage.page(), Page::End);
    stage.code(Code::PageUp);
    assert_eq!(stage.place(), Some(PendingQuestion::Flag("OF4".into())));
    stage.types("y");
    assert_eq!(stage.page(), Page::End);
    stage.enter();
    assert!(on_disk(folder.path()).is_finished());
    assert!(stage.screen().contains("! red flag: When two functions collide"), "{}", stage.screen());
    assert!(stage.screen().contains("You lead from Systems"), "{}", stage.screen());
}

#[test]
fn what_cannot_be_saved_is_said_and_stays_where_it_is() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    fs::write(folder.path().join("private"), "in the way").unwrap();
    stage.types("4");
    assert!(stage.notice().contains("cannot be"), "{}", stage.notice());
    assert_eq!(stage.place(), anchor("S1"));
    fs::remove_file(folder.path().join("private")).unwrap();
    stage.types("4").types("typed");
    fs::remove_dir_all(folder.path().join("private")).unwrap();
    fs::write(folder.path().join("private"), "in the way").unwrap();
    stage.enter();
    assert_eq!(stage.model.assess.entry.text(), "typed");
    assert!(!stage.notice().is_empty());
}

#[test]
fn two_windows_do_not_write_over_each_other() {
    let folder = TempDir::new().unwrap();
    let mut one = Stage::asked(folder.path());
    one.types("3");
    let mut other = Stage::asked(folder.path());
    other.types("1");
    one.types("5");
    assert!(one.notice().contains("changed in another window"), "{}", one.notice());
    assert_eq!(on_disk(folder.path()).rating("S2").unwrap().digit(), 1);
}

#[test]
fn a_file_that_cannot_be_read_is_left_and_said_without_its_words() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("4").says("Secretmarkø");
    let path = folder_of(folder.path()).join("2026-11-20.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("version: 1", "version: \"Secretmarkø\"")).unwrap();
    let stage = Stage::before_the_mirror(folder.path());
    assert!(stage.notice().contains("line ") && !stage.notice().contains("Secretmark"), "{}", stage.notice());
    let mut stage = stage;
    stage.enter().types("3");
    assert!(fs::read_to_string(&path).unwrap().contains("Secretmarkø"), "it is nobody's to write over");
}
