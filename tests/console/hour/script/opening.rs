//! Setting up, and the steps at which the example has no line of its own.

use adjacent::app::{Code, KeyPress};

use crate::hour::stage::Stage;
use crate::typing::Typing;

/// Like the template of 75 minutes, with all that the example walks through.
const AGENDA: &str =
    "arrive=5, draw=13, next=15, bound=11, incent=10, moment=13, actor=4 without 3 4 5 6, close=6, slack=3";

pub(super) fn sets_up(stage: &mut Stage) {
    stage.keeps("home").enter().keeps("setup asks for a title");
    stage.says("Four AI changes, one customer").keeps("setup asks who is here");
    let people = stage.cast.people.join("\n");
    stage.paste(&people).keeps("setup lists everybody").enter();
    stage.keeps("setup asks what is planned");
    stage.press(KeyPress::ctrl('u')).types(AGENDA).keeps("setup has a plan").enter();
}

pub(super) fn begins(stage: &mut Stage) {
    stage
        .keeps("before it starts")
        .enter()
        .keeps("the session begins")
        .code(Code::F(2))
        .keeps("what to say")
        .code(Code::F(2));
    stage.code(Code::F(1)).keeps("help").code(Code::Esc);
}

pub(super) fn hopes(stage: &mut Stage) {
    let line = stage.cast.said("joe> that we stop the wrong one, not the loud one");
    stage.until("05:00").walks_to("arrive.3").keeps("a step begins").says(&line).keeps("a hope is kept");
    stage.press(KeyPress::ctrl('g')).keeps("the plan").code(Code::Esc);
}

pub(super) fn picks(stage: &mut Stage) {
    stage.until("17:40").walks_to("next.1").keeps("a list to choose from");
    stage.says("5").keeps("the change is chosen");
}

pub(super) fn decides(stage: &mut Stage) {
    stage.until("30:20").walks_to("next.6").keeps("a decision is asked for");
    stage.says("1 5 2 0").keeps("hands are counted");
    stage.until("31:30").says("guard: keep reason codes on every bot ticket").keeps("decided");
}

pub(super) fn learned(stage: &mut Stage) {
    let line = stage.cast.said("mei> our good number is their bad month");
    stage.until("70:10").walks_to("close.1").keeps("a step begins").says(&line).keeps("what was learned");
}
