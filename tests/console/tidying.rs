//! Sessions on the home screen: another title, removing one, putting one back.

use adjacent::app::{Code, Effect, KeyPress, KnownSession, Msg};
use adjacent::record::{Fact, SessionKind};

use crate::keyboard::Console;
use crate::typing::Typing;

fn known(day: &str) -> KnownSession {
    KnownSession {
        id: format!("{day}-spring-review-0001").into(),
        title: "Spring review".to_owned(),
        day: day.parse().unwrap(),
        kind: SessionKind::Workshop,
        closed: false,
        waits: false,
        private: false,
        gathering: None,
    }
}

fn home() -> Console {
    Console::at_home(vec![known("2026-11-20"), known("2026-11-13")])
}

#[test]
fn two_sessions_of_one_title_have_their_days() {
    let screen = home().screen();
    assert!(screen.contains("2026-11-20  Spring review") && screen.contains("2026-11-13  Spring review"), "{screen}");
}

#[test]
fn the_session_under_the_cursor_gets_another_title() {
    let mut console = home();
    console.press(KeyPress::plain(Code::Down)).press(KeyPress::ctrl('r')).press(KeyPress::ctrl('u'));
    console.types("Autumn review").enter();
    let (id, title) = (known("2026-11-13").id, "Autumn review".to_owned());
    assert_eq!(console.chores.last(), Some(&Effect::Retitle { id, title }));
}

#[test]
fn a_session_is_removed_after_a_question_and_put_back_by_name() {
    let mut console = home();
    console.press(KeyPress::ctrl('x'));
    assert!(console.screen().contains("Spring review of 2026-11-20"), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc));
    assert!(!console.chores.iter().any(|chore| matches!(chore, Effect::Remove(_))));
    console.press(KeyPress::ctrl('x')).enter();
    assert_eq!(console.chores.last(), Some(&Effect::Remove(known("2026-11-20").id)));
    console.press(KeyPress::ctrl('p')).types("put a removed").enter();
    assert_eq!(console.chores.last(), Some(&Effect::ListRemoved));
    console.happen(Msg::ListedRemoved(vec![known("2026-11-20")]));
    console.types("1");
    assert_eq!(console.chores.last(), Some(&Effect::PutBack(known("2026-11-20").id)));
    console.happen(Msg::ListedRemoved(Vec::new()));
    assert_eq!(console.notice(), "No session was removed.");
}

#[test]
fn where_no_session_is_chosen_nothing_is_removed() {
    let mut console = home();
    console.press(KeyPress::plain(Code::Down)).press(KeyPress::plain(Code::Down)).press(KeyPress::ctrl('x'));
    assert_eq!(console.notice(), "Choose a session with the arrows first.");
}

#[test]
fn the_open_session_is_titled_from_the_palette() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter();
    console.press(KeyPress::ctrl('p')).types("another title").enter().press(KeyPress::ctrl('u'));
    console.types("Autumn review").enter();
    assert_eq!(console.saved.last().unwrap().facts, [Fact::Titled { title: "Autumn review".into() }]);
    assert!(console.screen().contains("Autumn review"), "{}", console.screen());
}
