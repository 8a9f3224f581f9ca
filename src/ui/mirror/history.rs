use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use strum::VariantArray;

use super::ladders;
use super::prose::{TALL, TWO_COLUMNS, hanging, headline, narrowest, paragraph, scrolled_by};
use crate::app::AssessView;
use crate::assess::{AssessmentHistory, ChangesSince, FlagTrend, ItemMovement};
use crate::record::spoken::day_in_words;
use crate::theme::Role;
use crate::ui::{Frame, Paint};

/// Draws all assessments over time: three sentences, the ladders with a column for each date, and what changed, red
/// flags first.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &AssessView) -> &'static str {
    let history = view.history();
    if history.results.is_empty() {
        frame.render_widget(Line::styled("Nothing was finished so far.", paint.role(Role::Text)), area);
        return "Esc goes back";
    }
    let wide = area.width >= TWO_COLUMNS;
    let columns = Layout::horizontal(vec![Constraint::Fill(1); if wide { 2 } else { 1 }]).spacing(3).split(area);
    let width = narrowest(&columns, area);
    let mut left = told(&history, (width, area.height >= TALL), paint);
    let right = changes(&history, width, paint);
    if let Some(beside) = columns.get(1) {
        scrolled_by(frame, *beside, right, view.selected);
        scrolled_by(frame, columns.first().copied().unwrap_or(area), left, 0);
    } else {
        left.push(Line::default());
        left.extend(right);
        scrolled_by(frame, area, left, view.selected);
    }
    "Up and Down scroll, r: where it stands now and what to do next, Esc goes back"
}

fn told<'a>(history: &AssessmentHistory, (width, tall): (u16, bool), paint: &Paint) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (at, sentence) in history.summary.iter().enumerate() {
        let role = if at + 1 == history.summary.len() { Role::Title } else { Role::Text };
        paragraph(&mut lines, sentence, width, paint.role(role));
    }
    lines.push(Line::default());
    lines.extend(ladders::draw(&history.scale, &history.charts, true, (width, tall), paint));
    paragraph(&mut lines, &ladders::key(&history.charts, true), width, paint.role(Role::Quiet));
    if !history.unknown.is_empty() {
        let says = "Some were answered to questions that only a newer version of this program knows.";
        paragraph(&mut lines, says, width, paint.role(Role::Quiet));
    }
    lines
}

fn changes<'a>(history: &AssessmentHistory, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let Some(comparison) = &history.comparison else { return Vec::new() };
    let mut lines = vec![headline("What changed", &format!("since {}", day_in_words(comparison.from)), width, paint)];
    flags(&mut lines, comparison, width, paint);
    for item in comparison.moved() {
        let (sign, role) = if item.is_up() { ("▲ ", Role::More) } else { ("▼ ", Role::Less) };
        let before = item.before.as_ref().map_or("", |(_, words)| words.as_str());
        let says = format!("{}: from “{before}” to “{}”", item.title, item.now.1);
        hanging(&mut lines, sign, &says, width, paint.role(role));
    }
    for change in [ItemMovement::Reworded, ItemMovement::OtherWords, ItemMovement::New] {
        for item in comparison.of(change) {
            hanging(&mut lines, "· ", &format!("{}: {}", item.title, change.name()), width, paint.role(Role::Quiet));
        }
    }
    if lines.len() == 1 {
        lines.push(Line::styled("Nothing that an example shows.", paint.role(Role::Text)));
    }
    lines
}

/// Adds raised, cleared and eased red flags, each with its word.
fn flags(lines: &mut Vec<Line<'_>>, comparison: &ChangesSince, width: u16, paint: &Paint) {
    for trend in FlagTrend::VARIANTS {
        let (sign, role) = match trend {
            FlagTrend::Raised => ("!", Role::Alarm),
            FlagTrend::Cleared => ("✓", Role::Good),
            FlagTrend::Eased => ("~", Role::Amber),
        };
        for flag in comparison.flags_that(*trend) {
            hanging(lines, &format!("{sign} {}: ", trend.words()), &flag.short, width, paint.role(role));
        }
    }
}
