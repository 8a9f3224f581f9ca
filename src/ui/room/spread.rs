use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::prose::shortened;
use crate::record::Hands;
use crate::theme::Role;
use crate::ui::words::{cells, wrap};
use crate::ui::{Frame, Paint};

/// The width of a column of numbers, in cells.
const NUMBER: u16 = 5;

/// Draws how many people chose each answer to several questions: the widest spread first and in words, the others as
/// numbers.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, ballots: &[(String, Vec<Hands>)]) {
    let Some((widest, hands)) = ballots.first() else { return };
    let mut lines = vec![Line::default(), Line::styled(format!("Furthest apart: {widest}"), paint.role(Role::Title))];
    for (at, hands) in hands.iter().enumerate() {
        let head = format!("{:>3} chose ", hands.count);
        for (row, words) in
            wrap(&format!("{}  {}", at + 1, hands.option), area.width.saturating_sub(cells(&head)).max(1))
                .into_iter()
                .enumerate()
        {
            let before = if row == 0 { head.clone() } else { " ".repeat(usize::from(cells(&head)) + 3) };
            let role = if hands.count > 0 { Role::Text } else { Role::Quiet };
            lines.push(Line::from(vec![
                Span::styled(before, paint.role(Role::Accent)),
                Span::styled(words, paint.role(role)),
            ]));
        }
    }
    let left = usize::from(area.height).saturating_sub(lines.len() + 3).min(CONTENT - hands.len().min(CONTENT));
    let others = ballots.len() - 1;
    if left > 0 && others > 0 {
        lines.push(Line::default());
        lines.push(Line::styled(
            format!("{:<width$}    1    2    3    4    5", "Then", width = usize::from(label(area))),
            paint.role(Role::Quiet),
        ));
        lines.extend(ballots.iter().skip(1).take(left).map(|(ballot, hands)| row(area, ballot, hands, paint)));
    }
    let hidden = others.saturating_sub(left);
    if hidden > 0 {
        lines.push(Line::styled(format!("and {hidden} more, in the minutes"), paint.role(Role::Quiet)));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// Returns the maximum width of the name of a question, in cells.
fn label(area: Rect) -> u16 {
    area.width.saturating_sub(NUMBER * 5).min(40)
}

fn row<'a>(area: Rect, ballot: &str, hands: &[Hands], paint: &Paint) -> Line<'a> {
    let width = label(area);
    let name = shortened(ballot, width, 1).into_iter().next().unwrap_or_default();
    let gap = " ".repeat(usize::from(width.saturating_sub(cells(&name))));
    let numbers: String = hands
        .iter()
        .map(|hands| if hands.count == 0 { format!("{:>5}", ".") } else { format!("{:>5}", hands.count) })
        .collect();
    Line::from(vec![
        Span::styled(format!("{name}{gap}"), paint.role(Role::Text)),
        Span::styled(numbers, paint.role(Role::Accent)),
    ])
}
