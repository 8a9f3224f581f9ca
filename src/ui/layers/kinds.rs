use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::lines_boxed;
use crate::record::Kind;
use crate::theme::Role;
use crate::ui::Paint;

/// What sort of thing is it? One key answers.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, things: &[(String, Kind)], selected: usize) {
    let Some((label, kind)) = things.get(selected) else { return };
    let mut lines = Vec::new();
    for (number, choice) in (1..).zip(Kind::SORTED) {
        let role = if choice == *kind { Role::Selected } else { Role::Text };
        let sigil = choice.sigil().unwrap_or(' ');
        lines.push(Line::from(vec![
            Span::styled(format!("{number} {sigil}  "), paint.role(Role::Accent)),
            Span::styled(format!("{:<11} {}", choice.name().to_lowercase(), choice.question()), paint.role(role)),
        ]));
    }
    let hint = if things.len() > 1 {
        "a number or the sign before it; Tab: the next thing"
    } else {
        "a number or the sign before it"
    };
    lines.push(Line::styled(hint, paint.role(Role::Quiet)));
    lines_boxed(frame, area, paint, label, lines);
}
