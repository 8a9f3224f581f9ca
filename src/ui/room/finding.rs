//! One finding: its question as large as it goes; what it rests on, and its name, where that was asked for.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::headline::Headline;
use super::prose::{set, shortened};
use crate::app::room::{Ground, RoomFinding, RoomWindow, WorkedContent};
use crate::record::FindingPart;
use crate::theme::Role;
use crate::ui::neighbours::role_of;
use crate::ui::{Frame, Paint};

/// The maximum number of arrows that are listed.
const GROUNDS: usize = CONTENT - 2;

/// Draws the question, and below it as much of the finding as the room was to see.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, part: FindingPart) {
    let Some(WorkedContent::Finding(found)) = window.worked() else { return };
    let Some(found) = found else {
        return super::lines::plain(frame, area, paint.role(Role::Text), GONE);
    };
    let gap = u16::from(area.height >= 12);
    let question = match part {
        FindingPart::Question => Headline::alone(&found.ask, area.width, area.height.saturating_sub(gap).max(1)),
        FindingPart::Grounds | FindingPart::Name => Headline::fit(&found.ask, area.width, (area.height * 2 / 5).max(1)),
    };
    let [_, top, _, body] = Layout::vertical([
        Constraint::Length(gap),
        Constraint::Length(question.height()),
        Constraint::Length(gap),
        Constraint::Fill(1),
    ])
    .areas(area);
    question.draw(frame, top, paint);
    if part != FindingPart::Question {
        frame.render_widget(Paragraph::new(grounds(found, part, body, paint)), body);
    }
}

/// What is shown where the finding does not show on the map that the room may see.
const GONE: &str = "This does not show on the map as it stands now.";

/// Returns what the finding rests on, by unit; the name of the pattern last.
fn grounds<'a>(found: &RoomFinding, part: FindingPart, area: Rect, paint: &Paint) -> Vec<Line<'a>> {
    let text = paint.role(Role::Text);
    let height = usize::from(area.height);
    let says = shortened(&found.says, area.width, 3).into_iter().map(|row| Line::styled(row, paint.role(Role::Accent)));
    let mut lines: Vec<Line<'a>> = says.collect();
    let name: Vec<String> = match part {
        FindingPart::Name => shortened(&found.called, area.width, 2),
        FindingPart::Question | FindingPart::Grounds => Vec::new(),
    };
    let below = if name.is_empty() { 0 } else { name.len() + 1 };
    let room = height.saturating_sub(below);
    let airy = lines.len() + 1 + found.grounds.len().min(GROUNDS) * 2 < room;
    lines.extend(airy.then(Line::default));
    let mut shown = 0;
    for ground in found.grounds.iter().take(GROUNDS) {
        let rows = told(ground, area.width, paint);
        let rest = usize::from(shown + 1 < found.grounds.len());
        if lines.len() + rows.len() + rest > room {
            break;
        }
        lines.extend(rows);
        shown += 1;
    }
    let more = found.grounds.len() - shown;
    lines.extend((more > 0).then(|| Line::styled(format!("  and {more} more"), text)));
    if !name.is_empty() {
        lines.push(Line::default());
        lines.extend(name.into_iter().map(|row| Line::styled(row, text)));
    }
    lines.truncate(height);
    lines
}

/// Returns an arrow in words, and who said so: beside it where there is room, else below it.
fn told<'a>(ground: &Ground, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let text = paint.role(Role::Text);
    let sign = Span::styled(format!("{} ", ground.shows.glyph()), paint.role(role_of(ground.shows)));
    let width = width.saturating_sub(2);
    let whole = if ground.by.is_empty() { ground.words.clone() } else { format!("{}, {}", ground.words, ground.by) };
    let mut rows = if set(&whole, width).len() == 1 {
        vec![whole]
    } else {
        let mut rows = shortened(&ground.words, width, 2);
        rows.extend(shortened(&ground.by, width, 1));
        rows
    }
    .into_iter();
    let first = rows.next().map(|row| Line::from(vec![sign, Span::styled(row, text)]));
    first.into_iter().chain(rows.map(|row| Line::styled(format!("  {row}"), text))).collect()
}
