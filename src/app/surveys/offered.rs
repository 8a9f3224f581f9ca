use super::chore::SurveyArrival;
use crate::app::model::Model;
use crate::record::spoken::counted;

/// Returns how many shared answers wait to be taken in.
pub(in crate::app) fn arrived(model: &Model) -> usize {
    model.arrivals.iter().map(|arrival| arrival.fresh).sum()
}

/// Returns what came in for a survey, in a sentence that names nobody.
pub(in crate::app) fn arrived_in_words(arrival: &SurveyArrival) -> String {
    let SurveyArrival { title, issued, answered, shared, .. } = arrival;
    let came = match issued {
        Some(issued) => format!("{answered} of {issued}"),
        None => counted(*answered, "form", "forms"),
    };
    let shares = match *shared {
        0 => "none of them shared".to_owned(),
        all if all >= *answered => "all of them shared".to_owned(),
        some => format!("{}; the others stay closed", counted(some, "is shared", "are shared")),
    };
    format!("Survey “{title}”: {came} answered, {shares}.")
}
