//! What shows on the map, one finding at a time: looked at, judged, left for later.

use crate::app::entry::Entry;
use crate::app::insight::{Insight, Snapshot};
use crate::app::key::{Code, Key};
use crate::app::layer::{FindingsView, Layer};
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::lens::{Finding, Pattern};
use crate::record::{Fact, Judgement};

use super::record;

/// Shows the finding that is to be offered first.
pub(super) fn show(model: &mut Model) {
    if model.offers().is_empty() {
        model.tell(Tone::Plain, "Nothing shows so far. That says little about a map on which little was said.");
    } else {
        model.layer = Some(Layer::Findings(FindingsView::default()));
    }
}

/// A key while a finding is looked at.
pub(super) fn press(model: &mut Model, mut view: FindingsView, key: Key) -> Vec<Effect> {
    if let Some((judgement, mut reason)) = view.judging.take() {
        if key.code == Code::Enter {
            return judge(model, &view, judgement, reason.text());
        }
        reason.press(key);
        view.judging = Some((judgement, reason));
        model.layer = Some(Layer::Findings(view));
        return Vec::new();
    }
    let last = model.offers().len().saturating_sub(1);
    match (key.code, key.typed()) {
        (Code::Down | Code::Right | Code::PageDown, _) => view = FindingsView::at((view.at + 1).min(last)),
        (Code::Up | Code::Left | Code::PageUp, _) => view = FindingsView::at(view.at.saturating_sub(1)),
        (_, Some('w')) => view.why = !view.why,
        (_, Some('c')) => view.called = !view.called,
        (_, Some('t')) => return judge(model, &view, Judgement::True, ""),
        (_, Some('n')) => view.judging = Some((Judgement::NotTrue, Entry::default())),
        (_, Some('l')) => view.judging = Some((Judgement::Later, Entry::default())),
        _ => {}
    }
    model.layer = Some(Layer::Findings(view));
    Vec::new()
}

fn judge(model: &mut Model, view: &FindingsView, judgement: Judgement, reason: &str) -> Vec<Effect> {
    model.layer = None;
    let Some(fact) = model.offers().get(view.at).map(|finding| judged(model, finding, judgement, reason)) else {
        return Vec::new();
    };
    record::queue(model, [Todo::Act(vec![fact])])
}

fn judged(model: &Model, finding: &Finding, judgement: Judgement, reason: &str) -> Fact {
    let label = |key| model.insight().map_or_else(String::new, |insight| insight.graph.label(key).to_owned());
    Fact::Judged {
        lens: finding.lens.name().to_owned(),
        pattern: finding.pattern.map(Pattern::name).map(str::to_owned),
        about: finding.about.iter().map(label).collect(),
        judgement,
        reason: Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
    }
}

/// What has to be read anew, once nothing else waits; one reading at a time.
pub(super) fn due(model: &mut Model) -> Vec<Effect> {
    let Some(run) = model.run.as_mut().filter(|run| run.coach.is_none()) else { return Vec::new() };
    let upto = run.recording.session().next_seq();
    let known = run.insight.as_ref().map(|insight| insight.upto);
    if run.reading || known == Some(upto) {
        return Vec::new();
    }
    run.reading = true;
    vec![Effect::Analyse(Snapshot::new(run.recording.ledger().clone(), upto))]
}

/// A reading is there; what has closed or come apart since the one before is pointed out.
pub(super) fn read(model: &mut Model, insight: Insight) {
    let Some(run) = &mut model.run else { return };
    run.reading = false;
    run.unsettled = true;
    // What could be asked follows from it.
    run.guided_at = None;
    let news = run.insight.as_ref().and_then(|earlier| insight.news_since(earlier));
    run.insight = Some(insight);
    if let Some(news) = news.filter(|_| model.notice.is_none()) {
        model.tell(Tone::Plain, news);
    }
}
