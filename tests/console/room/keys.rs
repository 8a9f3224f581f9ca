//! The few keys of the window.

use adjacent::app::room::{RoomMsg, RoomWindow, Stay};
use adjacent::app::{Code, KeyPress};

use crate::room::stage::Stage;

#[test]
fn four_keys_leave_and_no_other_does() {
    for key in [KeyPress::plain(Code::Char('q')), KeyPress::plain(Code::Esc), KeyPress::ctrl('c'), KeyPress::ctrl('q')]
    {
        assert_eq!(Stage::opened().press(key), Stay::Leave, "{key}");
    }
    for code in
        [Code::Enter, Code::Char('x'), Code::Char('Q'), Code::Up, Code::PageDown, Code::Tab, Code::F(1), Code::F(4)]
    {
        let mut stage = Stage::opened();
        let before = stage.screen();
        assert_eq!(stage.press(KeyPress::plain(code)), Stay::Here, "{code:?}");
        assert_eq!(stage.screen(), before, "{code:?}");
    }
}

#[test]
fn t_takes_the_next_theme_and_changes_no_word() {
    let mut stage = Stage::opened();
    let before = stage.screen();
    stage.press(KeyPress::plain(Code::Char('t')));
    stage.press(KeyPress::plain(Code::Char('T')));
    assert_eq!((stage.window.theme, stage.screen()), (2, before));
}

#[test]
fn the_size_of_the_letters_is_looked_at_and_left_again_without_leaving_the_room() {
    let mut stage = Stage::opened();
    let room = stage.screen();
    for back in [Code::F(2), Code::Esc] {
        stage.press(KeyPress::plain(Code::F(2)));
        assert!(stage.screen().contains("the back row can read this"), "{}", stage.screen());
        assert_eq!(stage.press(KeyPress::plain(back)), Stay::Here);
        assert_eq!(stage.screen(), room);
    }
}

#[test]
fn the_bar_follows_the_window() {
    let mut stage = Stage::opened();
    stage.press(KeyPress::plain(Code::F(2)));
    let bar = |stage: &Stage| {
        let screen = stage.screen();
        screen.lines().find(|row| row.contains("█ ") && row.ends_with(char::is_numeric)).unwrap().matches('█').count()
    };
    let mut before = 0;
    for rows in [12, 24, 30, 45, 58] {
        stage = stage.with_size(100, rows);
        let now = bar(&stage);
        assert!(now > before, "{rows}");
        before = now;
    }
    assert!(stage.screen().contains("enlarge the font until this bar says 30 or fewer"), "{}", stage.screen());
}

#[test]
fn without_a_session_the_letters_are_all_there_is_and_esc_leaves() {
    let now = "2026-11-20T09:00:00Z".parse().unwrap();
    let mut window = RoomWindow::new(None, 0, now);
    window.update(RoomMsg::Key(KeyPress::plain(Code::F(2))), now);
    assert!(window.checking);
    assert_eq!(window.update(RoomMsg::Key(KeyPress::plain(Code::Esc)), now), Stay::Leave);
}
