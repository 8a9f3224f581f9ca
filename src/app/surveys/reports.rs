use super::chore::{SurveysChore, SurveysReport};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Tone;

/// Takes in the report of a chore about surveys.
pub(in crate::app) fn reported(model: &mut Model, report: SurveysReport) -> Vec<Effect> {
    match report {
        SurveysReport::Arrived(arrivals) => {
            model.arrivals = arrivals;
            Vec::new()
        }
        SurveysReport::Gathered(says) => {
            model.tell(Tone::Good, says);
            vec![Effect::Survey, Effect::List, Effect::Surveys(SurveysChore::Look)]
        }
    }
}
