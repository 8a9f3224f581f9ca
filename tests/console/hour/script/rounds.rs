//! Answers that nobody sees: on slips, shown in the end, and from a keyboard that goes round, dropped.

use adjacent::app::Code;

use crate::hour::stage::Stage;
use crate::typing::Typing;

pub(super) fn slips(stage: &mut Stage) {
    let [first, second, rest @ ..] = stage.cast.slips;
    stage.until("02:50").code(Code::F(6)).keeps("how answers are collected");
    stage.types("5").enter().keeps("slips are collected");
    stage.types(first).keeps("a slip is typed").enter().says(second).keeps("two slips are in");
    stage.code(Code::F(6)).keeps("two slips are too few").enter().keeps("two slips are not shown").code(Code::Esc);
    stage.code(Code::F(8)).keeps("the curtain falls over a round").code(Code::F(8));
    stage.code(Code::PageDown).keeps("no step while slips are out");
    stage.paste(&rest.join("\n")).keeps("five slips are in");
    hold_queue(stage);
    stage.until("04:10").enter().keeps("slips are shown");
    stage.code(Code::F(8)).keeps("the curtain falls over what is shown").code(Code::F(8));
    stage.keeps("it rises, and they are still shown");
}

/// One is edited, two become one, one is parked; three are left to be shown.
fn hold_queue(stage: &mut Stage) {
    let selects = |stage: &mut Stage, part: &str| {
        for _ in 0..5 {
            stage.code(Code::Up);
        }
        let entries = stage.run().answers.round.clone().unwrap().entries;
        let at = entries.iter().position(|entry| entry.contains(part)).unwrap();
        for _ in 0..at {
            stage.code(Code::Down);
        }
    };
    let (edited, parked) = (stage.cast.slips[2], stage.cast.slips[3]);
    let instead = stage.cast.edited;
    stage.code(Code::F(6)).keeps("the hold queue");
    let covered = stage.model.is_shared();
    if covered {
        stage.code(Code::F(2));
    }
    selects(stage, edited);
    stage.types("e").keeps("a slip is edited").press(adjacent::app::KeyPress::ctrl('u')).types(instead).enter();
    selects(stage, parked);
    stage.types("p").keeps("a slip is parked");
    for _ in 0..5 {
        stage.code(Code::Up);
    }
    stage.types("m").keeps("two slips are one");
    if covered {
        stage.code(Code::F(2));
    }
}

pub(super) fn passes_the_keyboard(stage: &mut Stage) {
    let [first, second] = stage.cast.dropped;
    stage
        .until("44:40")
        .walks_to("incent.3")
        .code(Code::F(6))
        .code(Code::Up)
        .keeps("the keyboard can go round")
        .enter();
    stage.keeps("the keyboard goes round").types(first).keeps("a bar, and no text").enter();
    stage.says(second).keeps("two answers are in");
    stage.code(Code::F(6)).keeps("they stay covered").types("e").types("m").keeps("and cannot be touched");
    stage.types("x").keeps("dropping is asked twice").types("x").keeps("they are dropped");
}
