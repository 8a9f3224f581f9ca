//! When the lenses read, and which notice follows a reading.

use super::{Insight, Snapshot, WorkspaceReading};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Tone;

/// Orders a reading if something has changed since the last one; there is only one reading at a time.
pub(in crate::app) fn due(model: &mut Model) -> Vec<Effect> {
    let Some(run) = model.run.as_mut().filter(|run| run.coach.is_none()) else { return Vec::new() };
    let upto = run.recording.session().next_seq();
    let known = run.worked_out.insight.as_ref().map(|insight| insight.upto);
    if run.worked_out.reading || known == Some(upto) {
        return Vec::new();
    }
    run.worked_out.reading = true;
    run.worked_out.reading_since = Some(model.now);
    let snapshot = Snapshot::new(run.recording.ledger().clone(), upto);
    vec![Effect::Analyse(snapshot)]
}

/// Takes in the result of a reading, and shows a notice about each new loop or dispute.
pub(in crate::app) fn read(model: &mut Model, insight: Insight) {
    if insight.of_workspace {
        model.workspace_reading = WorkspaceReading { insight: Some(insight), since: None };
        return;
    }
    let Some(run) = &mut model.run else { return };
    run.worked_out.reading = false;
    run.worked_out.reading_since = None;
    run.worked_out.unsettled = true;
    // The suggested questions depend on the findings, so they have to be computed again.
    run.worked_out.guided_at = None;
    let news = run.worked_out.insight.as_ref().and_then(|earlier| insight.news_since(earlier));
    run.worked_out.insight = Some(insight);
    if let Some(news) = news.filter(|_| model.notice.is_none()) {
        model.tell(Tone::Plain, news);
    }
}
