use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::headline::Headline;
use super::lines::hung;
use super::prose::{set, shortened};
use crate::app::room::Room;
use crate::record::Hands;
use crate::theme::Role;
use crate::ui::words::cells;
use crate::ui::{Frame, Paint};

/// Draws the answers that were collected unseen: all of them, each in the same style.
pub(super) fn texts(frame: &mut Frame<'_>, area: Rect, paint: &Paint, room: &Room, texts: &[String]) {
    let body = under_headline(frame, area, paint, room.prompt().unwrap_or_else(|| room.title()));
    let columns = if texts.len() > CONTENT && body.width >= 60 { 2 } else { 1 };
    let each = texts.len().div_ceil(columns);
    let halves = Layout::horizontal(vec![Constraint::Fill(1); columns]).spacing(2).split(body);
    let width = halves.first().map_or(0, |half| half.width.saturating_sub(2));
    let height = usize::from(body.height);
    let lines = |half: &[String], most| -> usize { half.iter().map(|text| set(text, width).len().min(most)).sum() };
    let needed = |most| texts.chunks(each.max(1)).map(|half| lines(half, most)).max().unwrap_or(0);
    // Each answer gets the same number of rows, with empty rows between answers if any are left.
    let most = (1..=CONTENT).rev().find(|most| needed(*most) <= height).unwrap_or(1);
    let airy = needed(most) + each <= height;
    for (half, area) in texts.chunks(each.max(1)).zip(halves.iter()) {
        let mut rows: Vec<Line<'_>> = Vec::new();
        for text in half {
            rows.extend(hung("· ", shortened(text, width, most), paint.role(Role::Text)));
            rows.extend(airy.then(Line::default));
        }
        if rows.len() > height {
            let hidden = rows.len() + 1 - height;
            rows.truncate(height.saturating_sub(1));
            rows.push(Line::styled(format!("  and {hidden} more"), paint.role(Role::Text)));
        }
        frame.render_widget(Paragraph::new(rows), *area);
    }
}

/// Draws counted votes: the option, a bar, the number.
pub(super) fn votes(frame: &mut Frame<'_>, area: Rect, paint: &Paint, ballot: &str, hands: &[Hands]) {
    let body = under_headline(frame, area, paint, ballot);
    let height = usize::from(body.height);
    let shown = if hands.len() > height.min(CONTENT) { height.saturating_sub(1).min(CONTENT) } else { hands.len() };
    let airy = shown * 2 <= height;
    let longest = hands.iter().map(|hands| cells(&hands.option)).max().unwrap_or(0);
    let label = longest.min(body.width / 2);
    let most = hands.iter().map(|hands| hands.count).max().unwrap_or(0).max(1);
    let mut lines = Vec::new();
    for hands in hands.iter().take(shown) {
        lines.push(bar(hands, label, most, body.width, paint));
        lines.extend(airy.then(Line::default));
    }
    let more = hands.len() - shown;
    lines.extend((more > 0).then(|| Line::styled(format!("and {more} more"), paint.role(Role::Text))));
    frame.render_widget(Paragraph::new(lines), body);
}

fn bar<'a>(hands: &Hands, label: u16, most: u16, width: u16, paint: &Paint) -> Line<'a> {
    let option = shortened(&hands.option, label, 1).into_iter().next().unwrap_or_default();
    let gap = usize::from(label.saturating_sub(cells(&option)) + 2);
    let number = hands.count.to_string();
    let room = u32::from(width.saturating_sub(label + 3 + cells(&number)));
    let length = room * u32::from(hands.count) / u32::from(most);
    let length = usize::try_from(length).unwrap_or(0).max(usize::from(hands.count > 0 && room > 0));
    Line::from(vec![
        Span::styled(option, paint.role(Role::Text)),
        Span::raw(" ".repeat(gap)),
        Span::styled("█".repeat(length), paint.role(Role::Accent)),
        Span::raw(if length > 0 { " " } else { "" }),
        Span::styled(number, paint.role(Role::Title)),
    ])
}

/// Draws the headline in bold and returns the area below it.
fn under_headline(frame: &mut Frame<'_>, area: Rect, paint: &Paint, text: &str) -> Rect {
    Headline::plain(text, area.width, (area.height / 4).max(1)).at_top(frame, area, paint)
}
