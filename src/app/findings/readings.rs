//! When the lenses read, and what is told when they have.

use super::{Insight, Snapshot};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Tone;

/// What has to be read anew, once nothing else waits; one reading at a time.
pub(in crate::app) fn due(model: &mut Model) -> Vec<Effect> {
    let Some(run) = model.run.as_mut().filter(|run| run.coach.is_none()) else { return Vec::new() };
    let upto = run.recording.session().next_seq();
    let known = run.worked_out.insight.as_ref().map(|insight| insight.upto);
    if run.worked_out.reading || known == Some(upto) {
        return Vec::new();
    }
    run.worked_out.reading = true;
    vec![Effect::Analyse(Snapshot::new(run.recording.ledger().clone(), upto))]
}

/// The lenses have read. A loop that closed or a dispute that began since the reading before is pointed out.
pub(in crate::app) fn read(model: &mut Model, insight: Insight) {
    let Some(run) = &mut model.run else { return };
    run.worked_out.reading = false;
    run.worked_out.unsettled = true;
    // What could be asked follows from it.
    run.worked_out.guided_at = None;
    let news = run.worked_out.insight.as_ref().and_then(|earlier| insight.news_since(earlier));
    run.worked_out.insight = Some(insight);
    if let Some(news) = news.filter(|_| model.notice.is_none()) {
        model.tell(Tone::Plain, news);
    }
}
