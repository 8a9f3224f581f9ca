use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::Run;
use crate::exercise::Answer;
use crate::record::Mode;
use crate::theme::Role;
use crate::ui::words::cut;
use crate::ui::{Frame, Paint};

/// Returns the height of the list with its headline and a gap, in rows; 0 if there is nothing to choose.
pub(super) fn height(run: &Run) -> u16 {
    let rows = rows(run).len();
    if rows == 0 { 0 } else { u16::try_from(rows + 2).unwrap_or(u16::MAX) }
}

/// Draws the subjects of the step, or the options of a vote, each with the number to type.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, run: &Run) {
    let rows = rows(run);
    if rows.is_empty() || area.height == 0 {
        return;
    }
    let room = usize::from(area.height).saturating_sub(2).max(1);
    let shown = if rows.len() > room { room.saturating_sub(1).max(1) } else { rows.len() };
    let first = (run.asked.frame.at + 1).saturating_sub(shown).min(rows.len() - shown);
    let mut lines = vec![paint.headline(cut(how(run), area.width))];
    let line = |(role, row): &(Role, String)| Line::styled(cut(row, area.width), paint.role(*role));
    lines.extend(rows.iter().skip(first).take(shown).map(line));
    if shown < rows.len() {
        lines.push(paint.headline(format!("and {} more", rows.len() - shown)));
    }
    frame.render_lines(lines, area);
}

/// Returns a few words on how to answer the list.
fn how(run: &Run) -> &'static str {
    if run.asked.frame.offers_choices() {
        return "by number, or in other words; /skip takes the next";
    }
    let alone = run.recording.session().mode() == Mode::Solo;
    match run.asked.frame.asks() {
        Some(Answer::Vote { .. } | Answer::Decision) if alone => "say one of these, and why",
        Some(Answer::Pick) => "pick by number, or name another",
        Some(Answer::Vote { .. } | Answer::Decision) => "hands: a number for each, in order",
        Some(Answer::Dots { .. }) => "dots: a number for each, in order",
        Some(Answer::Rating { .. }) => "one to five (/skip: the next)",
        Some(Answer::Ranking { .. }) => "the numbers, first place first",
        Some(Answer::Stance) => "right, nearly or no (/skip: the next)",
        _ => "/skip takes the next one",
    }
}

fn rows(run: &Run) -> Vec<(Role, String)> {
    let frame = &run.asked.frame;
    if frame.subjects.is_empty() || frame.offers_choices() {
        let options = frame.options().into_iter().zip(1..);
        return options.map(|(option, number)| (Role::Text, format!("{number}  {option}"))).collect();
    }
    let walks = frame.asks_one_by_one();
    let subjects = frame.subjects.iter().enumerate().map(|(at, subject)| {
        let (mark, role) = match (walks && at == frame.at, subject.done) {
            (true, _) => ("›", Role::Accent),
            (false, true) => ("·", Role::Quiet),
            (false, false) => (" ", Role::Text),
        };
        (role, format!("{mark}{}  {}", at + 1, subject.says))
    });
    subjects.collect()
}
