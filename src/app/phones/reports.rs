use super::chore::PhonesReport;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Tone;

/// Takes in a report about phones.
pub(in crate::app) fn reported(model: &mut Model, report: PhonesReport) -> Vec<Effect> {
    match report {
        PhonesReport::Closed(says) if !says.is_empty() => model.tell(Tone::Alarm, says),
        PhonesReport::Open(_) | PhonesReport::Present(_) | PhonesReport::Answered(_) | PhonesReport::Closed(_) => {}
    }
    Vec::new()
}
