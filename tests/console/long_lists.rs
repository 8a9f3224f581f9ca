//! Lists of more than nine rows: one key chooses a row, and nothing that is typed at a list becomes a line.

use adjacent::app::Code;
use adjacent::record::{Fact, RoomView};

use crate::slow::Slow;
use crate::typing::Typing;

fn looks_at(slow: &Slow) -> Option<RoomView> {
    slow.facts().into_iter().rev().find_map(|fact| if let Fact::Shown { view } = fact { Some(view) } else { None })
}

#[test]
fn rows_after_the_ninth_have_letters_that_act() {
    let mut slow = Slow::workshop();
    slow.code(Code::F(5));
    for row in ["9  what was parked", "a  questions to take away", "b  who does what by when"] {
        assert!(slow.screen().contains(row), "{row} is missing in\n{}", slow.screen());
    }
    slow.types("d").settles();
    assert_eq!(looks_at(&slow), Some(RoomView::Agenda));
    assert!(slow.model.entry.is_empty());
}

#[test]
fn a_second_digit_at_a_list_that_closed_does_not_fall_into_the_session() {
    let mut slow = Slow::workshop();
    slow.code(Code::F(5)).types("11").settles();
    assert!(slow.model.entry.is_empty(), "{}", slow.screen());
    slow.types("11 of us are here");
    assert_eq!(slow.model.entry.text(), "11 of us are here", "only the digit right after the list is dropped");
}
