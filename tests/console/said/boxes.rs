//! F1 explains every box, and Esc goes back to the box.

use adjacent::app::{Code, KeyPress};

use super::{go_to, talked};
use crate::keyboard::Console;
use crate::typing::Typing;

/// Keys that open a box on the run screen.
fn boxes() -> Vec<(&'static str, Vec<KeyPress>)> {
    let f = |number| vec![KeyPress::plain(Code::F(number))];
    let ctrl = |letter| vec![KeyPress::ctrl(letter)];
    vec![
        ("setup", f(4)),
        ("what the room looks at", f(5)),
        ("unnamed answers", f(6)),
        ("time", f(7)),
        ("commands", ctrl('p')),
        ("the plan", ctrl('g')),
        ("speaker", ctrl('s')),
        ("who said it", ctrl('r')),
        ("kinds", ctrl('k')),
        ("why", ctrl(' ')),
        ("review", ctrl('v')),
        ("leave", ctrl('q')),
        ("find", ctrl('7')),
        ("actions", vec![KeyPress::plain(Code::Up), KeyPress::plain(Code::Enter)]),
        ("other kinds", vec![KeyPress::plain(Code::Up), KeyPress::ctrl('k')]),
    ]
}

/// The screen with a box over it, help over the box, and the box again.
fn explained(console: &mut Console, keys: &[KeyPress]) -> (String, String, String) {
    for key in keys {
        console.press(*key);
    }
    assert!(console.model.popup.is_some(), "no box is open: {keys:?}\n{}", console.screen());
    let open = console.screen();
    let help = console.code(Code::F(1)).screen();
    let again = console.code(Code::Esc).screen();
    (open, help, again)
}

#[test]
fn f1_over_a_box_is_help_for_the_box_and_esc_goes_back_to_it() {
    for (name, keys) in boxes() {
        let mut console = talked();
        console.says("Zorp -> blim : feeds");
        let back = if name == "review" || name == "why" { talked() } else { console };
        let mut console = back;
        let (open, help, again) = explained(&mut console, &keys);
        assert!(help.contains("help for the box"), "{name}\n{help}");
        assert!(help.contains("goes back; nothing is done"), "{name}\n{help}");
        assert_eq!(again, open, "{name}");
        assert!(console.model.popup.is_some(), "{name}: the box is still open");
        assert!(!console.model.popup.as_ref().unwrap().about().is_empty(), "{name} says what it is for");
    }
}

#[test]
fn what_was_typed_into_a_box_is_still_there_after_its_help() {
    let mut console = talked();
    console.press(KeyPress::ctrl('p')).types("mini").code(Code::F(1)).code(Code::Down).code(Code::Esc);
    assert!(console.screen().contains("mini"), "{}", console.screen());
    let mut console = talked();
    console.press(KeyPress::ctrl('p')).types("go through").code(Code::F(1)).code(Code::F(1)).enter();
    assert!(console.model.popup.is_none(), "{}", console.screen());
}

#[test]
fn help_over_a_box_fits_every_size() {
    for (columns, rows) in super::SIZES {
        let mut console = talked().with_size(columns, rows);
        go_to(&mut console, "A -> A : +");
        let (open, help, again) = explained(&mut console, &[KeyPress::plain(Code::Enter)]);
        assert!(help.contains("help"), "{help}");
        assert_eq!(open, again);
    }
}
