//! The clocks: a minute more, a pause, and lost time made up for.

use adjacent::app::{Code, KeyPress};

use crate::hour::stage::Stage;
use crate::typing::Typing;

pub(super) fn gives_a_minute(stage: &mut Stage) {
    stage.until("19:20").press(KeyPress::ctrl('t')).keeps("a minute more");
}

pub(super) fn pauses(stage: &mut Stage) {
    stage.until("23:10").code(Code::F(12)).until("23:30").keeps("the clocks stand").code(Code::F(12));
}

pub(super) fn borrows(stage: &mut Stage) {
    stage.until("05:20").keeps("late").code(Code::F(7)).keeps("what could make up for it");
    stage.types("1").keeps("borrowed from what was kept free");
}

/// Ahead of the plan, but over the minutes of this step.
pub(super) fn goes_over(stage: &mut Stage) {
    stage.until("26:30").keeps("over its minutes").code(Code::F(7)).keeps("the clocks").types("1").keeps("one more");
}
