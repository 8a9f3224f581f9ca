use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::lines_boxed;
use crate::app::{FindingsView, Insight, Model};
use crate::export::rests_on;
use crate::lens::{Finding, State};
use crate::record::Judgement;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::wrap;

/// The widest a finding is set.
const WIDEST: u16 = 90;

/// One finding: its question first, then what is seen; what it rests on and what it is called when asked for.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, view: &FindingsView) {
    let (offers, Some(insight)) = (model.offers(), model.insight()) else { return };
    let Some(finding) = offers.get(view.at) else { return };
    let width = area.width.saturating_sub(4).min(WIDEST);
    let mut lines = told(finding, insight, view, paint, width);
    let keys = keys(paint, view, width);
    // The keys stay in sight however much there is to read.
    lines.truncate(usize::from(area.height.saturating_sub(4)).saturating_sub(keys.len()));
    lines.extend(keys);
    let cut = if insight.readings.cut { "; of the circles the shortest" } else { "" };
    let title = format!("what shows, {} of {}{}{cut}", view.at + 1, offers.len(), age(model, insight));
    lines_boxed(frame, area, paint, &title, lines);
}

fn told(finding: &Finding, insight: &Insight, view: &FindingsView, paint: &Paint, width: u16) -> Vec<Line<'static>> {
    let mut lines = set(&finding.ask, Role::Title, paint, width);
    lines.push(Line::default());
    lines.extend(set(&finding.says, Role::Text, paint, width));
    if finding.state != State::Open {
        lines.extend(set(standing(finding.state), Role::Quiet, paint, width));
    }
    if view.called {
        lines.push(Line::default());
        for sentence in lesson(finding) {
            lines.extend(set(sentence, Role::Quiet, paint, width));
        }
    }
    if view.why {
        lines.push(Line::default());
        for row in rests_on(&insight.graph, finding) {
            lines.extend(set(&format!("· {row}"), Role::Quiet, paint, width));
        }
    }
    lines.push(Line::default());
    lines
}

fn set(text: &str, role: Role, paint: &Paint, width: u16) -> Vec<Line<'static>> {
    wrap(&crate::record::text::clean(text), width).into_iter().map(|row| Line::styled(row, paint.role(role))).collect()
}

fn lesson(finding: &Finding) -> Vec<&'static str> {
    let lesson = finding.lesson();
    vec![lesson.called, lesson.source, lesson.matters]
}

const fn standing(state: State) -> &'static str {
    match state {
        State::Open | State::Gone => "",
        State::Held => "Somebody has it: a promise, a decision or a place where it is sorted out.",
        State::Judged(Judgement::True) => "The room says that it is so.",
        State::Judged(Judgement::NotTrue) => "The room says that it is not so.",
        State::Judged(Judgement::Later) => "Left open for now.",
    }
}

/// Said when more was typed since it was read.
fn age(model: &Model, insight: &Insight) -> &'static str {
    let now = model.run.as_ref().map_or(insight.upto, |run| run.recording.session().next_seq());
    if insight.upto < now { ", as of a moment ago" } else { "" }
}

fn keys(paint: &Paint, view: &FindingsView, width: u16) -> Vec<Line<'static>> {
    if let Some((judgement, reason)) = &view.judging {
        let asked =
            format!("{}, because (Enter keeps it, with or without a reason): {}_", judgement.name(), reason.text());
        return set(&asked, Role::Accent, paint, width);
    }
    set(
        "t it is so   n it is not   l not now   w why   c what it is called   ↓ the next   Esc",
        Role::Quiet,
        paint,
        width,
    )
}
