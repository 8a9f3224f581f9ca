//! What one person alone takes away.

use crate::minutes::room::Room;

#[test]
fn guesses_about_another_unit_are_questions_to_carry_there() {
    let mut room = Room::alone();
    room.says("@Retention owns ~Retention rate").says("@Claims owns ~Backlog");
    room.says("Repeat calls -> Retention rate : - 1q").says("Repeat calls -> Backlog : +");
    room.says("Repeat calls -> Retention rate : - told").says("? what does a repeat call cost retention");
    assert_eq!(
        room.under("Questions to carry"),
        "- **For Retention**: What does a repeat call cost retention?\n\
         - **For Retention**: Is this so? More Repeat calls, less Retention rate, after about a quarter."
    );
    assert_eq!(room.under("Questions"), "");
}

#[test]
fn what_one_promises_oneself_needs_no_name() {
    let mut room = Room::alone();
    room.says("do ask Retention due 2026-11-27").says("do think again");
    assert_eq!(room.under("Commitments"), "- **By Friday 27 November 2026**: ask Retention");
    assert_eq!(room.under("Wishes"), "- think again");
}

#[test]
fn a_reader_is_told_that_nobody_else_has_checked_it() {
    let mut room = Room::alone();
    room.says("Bot -> Trust : -");
    let page = room.minutes();
    assert!(page.contains("one person from Claims") && page.contains("Nobody else has checked them"), "{page}");
}
