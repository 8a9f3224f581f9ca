//! What is in confidence: notes for whoever holds the keyboard alone, sessions that are private.

use adjacent::app::{Code, KeyPress};
use adjacent::record::Fact;
use adjacent::theme::Depth;

use super::keyboard::{Console, Disk};
use crate::drawn::{rows, themes};
use crate::typing::Typing;

const SECRET: &str = "zqsecret watch tom";

fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.press(KeyPress::plain(Code::Down)).press(KeyPress::plain(Code::Up)).enter();
    console.types("Budget").enter().types("Mei, claims lead @ Claims").enter().enter().enter().enter();
    assert!(console.model.run.is_some(), "{}", console.screen());
    console
}

fn drawn(console: &Console) -> String {
    rows(&console.buffer(&themes()[0], Depth::True)).join("\n")
}

/// Every event that was to be saved, as it would stand in the file.
fn file(console: &Console) -> String {
    format!("{:?}", console.saved)
}

#[test]
fn a_line_that_begins_with_me_is_kept_for_oneself_and_becomes_no_event() {
    let mut console = workshop();
    let before = console.saved.len();
    console.says(&format!("me: {SECRET}"));
    assert_eq!(console.own_notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), [SECRET]);
    assert_eq!(console.saved.len(), before);
    assert!(console.model.entry.is_empty());
    assert!(console.notice().starts_with("Noted for you alone") && !console.notice().contains("zqsecret"));
    console.press(KeyPress::plain(Code::F(2)));
    assert!(drawn(&console).contains("yours alone: zqsecret"), "{}", drawn(&console));
}

#[test]
fn pasted_and_parked_a_note_for_oneself_is_no_event_either() {
    let mut console = workshop();
    console.paste(&format!("Bot -> more trust\n- me: {SECRET}\nBot -> less noise\n")).enter();
    console.types(&format!("me: {SECRET} again")).press(KeyPress::ctrl('l'));
    assert_eq!(console.own_notes.len(), 2);
    assert_eq!(console.lines(), ["Bot -> more trust", "Bot -> less noise"]);
    assert!(!file(&console).contains("zqsecret"));
}

#[test]
fn a_note_that_could_not_be_saved_stays_in_the_entry_line() {
    let mut console = workshop();
    console.disk = Disk::Fails("the disk is full");
    console.says(&format!("me: {SECRET}"));
    assert_eq!(console.model.entry.text(), format!("me: {SECRET}"));
    let alarm = console.model.alarm().unwrap_or_default();
    assert!(alarm.contains("Not saved") && alarm.contains("the disk is full"), "{alarm}");
    console.disk = Disk::Works;
    console.enter();
    assert_eq!(console.own_notes.len(), 1);
    assert!(console.model.entry.is_empty());
}

#[test]
fn where_the_room_sees_the_one_screen_a_note_is_a_bar_while_it_is_typed_and_shows_on_f2_alone() {
    for size in [(80, 24), (120, 40), (160, 50), (40, 10)] {
        let mut console = workshop().with_size(size.0, size.1);
        console.model.settings.one_window = true;
        console.says("Bot -> more trust").types("me: ");
        for c in SECRET.chars() {
            console.press(KeyPress::plain(Code::Char(c)));
            assert!(!drawn(&console).contains("zq"), "{}", drawn(&console));
        }
        console.press(KeyPress::plain(Code::F(3)));
        assert!(!drawn(&console).contains("zq"), "on the map:\n{}", drawn(&console));
        console.press(KeyPress::plain(Code::F(3))).enter();
        assert_eq!(console.own_notes.len(), 1);
        assert!(!drawn(&console).contains("zq"), "{}", drawn(&console));
        console.press(KeyPress::plain(Code::F(2)));
        assert!(size != (120, 40) || drawn(&console).contains("zqsecret"), "{}", drawn(&console));
        console.press(KeyPress::plain(Code::F(2)));
        assert!(!drawn(&console).contains("zq"), "{}", drawn(&console));
    }
}

#[test]
fn a_session_is_made_private_while_it_runs_and_shared_again_and_the_screen_says_so() {
    let mut console = workshop();
    console.says("Bot -> more trust");
    let private = |console: &mut Console| console.press(KeyPress::ctrl('p')).types("private").enter().screen();
    private(&mut console);
    assert!(console.notice().starts_with("Private from here on"), "{}", console.notice());
    assert!(console.saved.last().unwrap().facts == [Fact::MadePrivate]);
    assert!(console.screen().contains("Budget  (private)"), "{}", console.screen());
    assert!(!console.model.run.as_ref().unwrap().recording.session().feeds_shared_graph());
    private(&mut console);
    assert!(console.notice().starts_with("Shared again"), "{}", console.notice());
    assert!(console.model.run.as_ref().unwrap().recording.session().feeds_shared_graph());
    assert!(adjacent::app::commands().all().iter().any(|row| row.name == "private"));
}

#[test]
fn where_making_it_private_is_not_saved_nothing_says_that_it_is() {
    let mut console = workshop();
    console.disk = Disk::Fails("the disk is full");
    console.press(KeyPress::ctrl('p')).types("private").enter();
    let alarm = console.model.alarm().unwrap_or_default();
    assert!(alarm.contains("Who may see this session is as it was"), "{alarm}");
    assert!(!console.screen().contains("(private)"), "{}", console.screen());
}

#[test]
fn one_key_in_the_setup_makes_a_session_private_from_its_beginning() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Budget").enter().enter();
    assert!(console.screen().contains("It is shared; Shift-Tab changes that."), "{}", console.screen());
    console.press(KeyPress::plain(Code::BackTab));
    assert!(
        console.screen().contains("It is private, on no shared map and no shared screen; Shift-Tab"),
        "{}",
        console.screen()
    );
    console.enter();
    assert!(console.model.run.as_ref().unwrap().recording.session().header().private);
}

#[test]
fn a_note_for_oneself_is_no_title_of_a_session() {
    let mut console = Console::at_home(Vec::new());
    console.types(&format!("me: {SECRET}")).enter();
    assert!(console.model.run.is_none());
    assert!(console.notice().contains("belongs to a session"), "{}", console.notice());
}

#[test]
fn of_a_private_session_the_one_screen_shows_the_room_nothing_but_the_clock_until_f2() {
    for size in [(80, 24), (120, 40), (160, 50), (40, 10)] {
        let mut console = workshop().with_size(size.0, size.1);
        console.says("Zqsecret -> more trust").press(KeyPress::ctrl('p')).types("private").enter();
        console.model.settings.one_window = true;
        let shows = |console: &Console| ["zq", "Zq", "Budget"].iter().any(|secret| drawn(console).contains(secret));
        console.types("Bot -> zqsecret");
        assert!(!shows(&console) && drawn(&console).contains("Private"), "{}", drawn(&console));
        assert!(drawn(&console).contains("F2 or /panel shows it"), "{}", drawn(&console));
        console.enter();
        for key in [
            KeyPress::plain(Code::F(3)),
            KeyPress::plain(Code::F(8)),
            KeyPress::plain(Code::F(8)),
            KeyPress::plain(Code::F(3)),
        ] {
            console.press(key);
            assert!(!shows(&console), "{key:?}:\n{}", drawn(&console));
        }
        console.press(KeyPress::plain(Code::F(2)));
        assert!(drawn(&console).contains("Budget"), "{}", drawn(&console));
        console.press(KeyPress::plain(Code::F(2))).press(KeyPress::plain(Code::F(6)));
        assert!(!shows(&console), "{}", drawn(&console));
        console.press(KeyPress::plain(Code::Esc)).press(KeyPress::ctrl('p')).types("private").enter();
        assert!(!drawn(&console).contains("Private"), "shared again:\n{}", drawn(&console));
    }
}
