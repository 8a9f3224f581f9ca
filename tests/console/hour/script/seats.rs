//! Who speaks, who wants to be named, who comes late and who has to go.

use adjacent::app::{Code, KeyPress};

use crate::hour::stage::Stage;
use crate::typing::Typing;

/// The cursor in the list of speakers goes to this seat.
fn chooses(stage: &mut Stage, seat: usize) {
    stage.press(KeyPress::ctrl('s'));
    for _ in 0..seat {
        stage.code(Code::Down);
    }
}

pub(super) fn asks_for_a_name(stage: &mut Stage) {
    stage.until("05:40");
    chooses(stage, 7);
    stage.keeps("who speaks").code(Code::Tab).keeps("one name may be shown").code(Code::Esc);
}

/// A sticky speaker by one key, and a wrong one put right by another.
pub(super) fn speaks_for_a_while(stage: &mut Stage) {
    stage
        .until("08:00")
        .press(KeyPress::alt(Code::Char('2')))
        .says("want Claims cycle time down")
        .keeps("a sticky speaker");
    stage
        .press(KeyPress::ctrl('r'))
        .keeps("who said the last line")
        .types("1")
        .keeps("the last line is somebody else's");
    stage.press(KeyPress::alt(Code::Char('0')));
}

pub(super) fn comes_late(stage: &mut Stage) {
    let late = stage.cast.late;
    stage.until("32:20").code(Code::F(4)).keeps("setup again").enter().says(late).keeps("somebody comes late");
    stage.enter().keeps("the plan is asked for again").enter().keeps("one more is here");
}

pub(super) fn leaves(stage: &mut Stage) {
    stage.until("49:00");
    chooses(stage, 5);
    stage.code(Code::Delete).keeps("somebody has left").code(Code::Esc);
    stage.until("53:40").walks_to("moment.1").keeps("everybody writes");
}
