use super::chore::HubReport;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Tone;

/// Takes in a report about the hub.
pub(in crate::app) fn reported(model: &mut Model, report: HubReport) -> Vec<Effect> {
    match report {
        HubReport::Arrived => vec![Effect::List, Effect::Survey],
        HubReport::Told(says) => {
            model.tell(Tone::Plain, says);
            Vec::new()
        }
        HubReport::State(state) => {
            model.hub = state;
            Vec::new()
        }
    }
}
