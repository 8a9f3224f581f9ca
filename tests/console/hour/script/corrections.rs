//! A line taken back, a line fixed, and a line whose text has to go for good.

use adjacent::app::{Code, KeyPress};

use crate::hour::stage::Stage;
use crate::typing::Typing;

pub(super) fn takes_back(stage: &mut Stage) {
    let line = stage.cast.said("lin> @Retention owns $Customer history");
    stage.until("09:30").says(&line).press(KeyPress::ctrl('z')).keeps("taken back");
    stage.press(KeyPress::ctrl('y')).keeps("and back again").press(KeyPress::ctrl('z'));
}

/// The line of the example is then typed over the wrong one.
pub(super) fn fixes(stage: &mut Stage) {
    let wrong = stage.cast.said("pri> Churn model -> $Complaint reason : needs");
    stage
        .until("11:50")
        .says(&wrong)
        .press(KeyPress::ctrl('f'))
        .keeps("the last line is fixed")
        .press(KeyPress::ctrl('u'));
}

pub(super) fn strikes(stage: &mut Stage) {
    let line = stage.cast.said(stage.cast.regretted);
    stage.until("15:30").walks_to("draw.5").says(&line).keeps("somebody is named");
    stage.code(Code::F(9)).keeps("minutes that name them");
    stage.command("remove the text").keeps("which text has to go").enter().keeps("asked once more").enter();
    stage.keeps("the text is gone");
}
