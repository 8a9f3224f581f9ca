//! What the room looks at, one window for everybody, and the curtain.

use adjacent::app::{Code, KeyPress};

use crate::hour::stage::Stage;
use crate::typing::Typing;

pub(super) fn looks_around(stage: &mut Stage) {
    stage.until("16:20").code(Code::F(5)).keeps("what the room can look at");
    for (digit, name) in [
        ("2", "the map around what is talked about"),
        ("3", "the whole map"),
        ("4", "the first wave"),
        ("5", "a finding"),
        ("6", "what was said"),
        ("7", "what was decided"),
        ("8", "where we are"),
        ("1", "the question"),
    ] {
        stage.types(digit).keeps(&format!("the room looks at {name}")).code(Code::F(5));
    }
    stage.code(Code::Esc).code(Code::F(3)).keeps("the map").code(Code::F(8)).keeps("the curtain falls over the map");
    stage.code(Code::F(8)).code(Code::Esc).keeps("back from the map");
}

pub(super) fn becomes_one_window(stage: &mut Stage) {
    stage.until("34:30").walks_to("bound.3").command("one window").keeps("one window");
    let line = stage.cast.said("lin> who keeps the list of owners?");
    stage.types(&line).keeps("a tag is typed where all can see").enter().keeps("and is not shown");
    for (key, name) in [
        (KeyPress::ctrl('s'), "who speaks"),
        (KeyPress::ctrl('g'), "the plan"),
        (KeyPress::plain(Code::F(7)), "the clocks"),
    ] {
        stage.press(key).keeps(&format!("{name}, in one window")).code(Code::Esc);
    }
    let late = stage.cast.late;
    stage.code(Code::F(4)).enter().types(late).keeps("people, in one window").press(KeyPress::ctrl('u'));
    stage.code(Code::Esc).code(Code::Esc);
    stage.command("remove the text").keeps("which text, in one window").code(Code::Esc);
    stage.code(Code::F(2)).keeps("a glance").press(KeyPress::ctrl('s')).keeps("a glance at who is here");
    stage.code(Code::F(2)).keeps("and no longer").code(Code::Esc);
    stage.code(Code::F(2)).code(Code::F(8)).keeps("the curtain ends a glance").code(Code::F(8));
    slips_in_one_window(stage);
}

/// A round with the projector on: bars while the slips are typed, and a covered queue.
fn slips_in_one_window(stage: &mut Stage) {
    let [first, second] = stage.cast.dropped;
    stage.code(Code::F(6)).enter().says(first).types(second).keeps("slips in one window").enter();
    stage.code(Code::F(6)).keeps("the queue in one window");
    stage.code(Code::F(8)).keeps("the curtain over the queue").code(Code::F(8));
    stage.code(Code::F(2)).keeps("a glance at the queue").code(Code::F(2)).types("xx");
}

pub(super) fn becomes_two_windows(stage: &mut Stage) {
    stage.until("39:30").keeps("one window still").command("one window").keeps("two windows again");
}

pub(super) fn falls_over_a_layer(stage: &mut Stage) {
    stage.until("60:00").press(KeyPress::ctrl('s')).code(Code::F(8)).keeps("the curtain falls over a layer");
    stage.code(Code::Esc).code(Code::F(5)).types("9").keeps("what was parked, and the curtain is up");
    stage.code(Code::F(5)).types("1");
}
