use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cells, cut, wrap};

/// Text over as many lines as it takes, its further lines below where it began behind the head.
pub(super) fn hanging(lines: &mut Vec<Line<'_>>, head: &str, text: &str, width: u16, style: Style) {
    let indent = cells(head);
    for (at, row) in wrap(text, width.saturating_sub(indent).max(1)).into_iter().enumerate() {
        let before = if at == 0 { head.to_owned() } else { " ".repeat(usize::from(indent)) };
        lines.push(Line::styled(format!("{before}{row}"), style));
    }
}

/// Text over as many lines as it takes.
pub(super) fn paragraph(lines: &mut Vec<Line<'_>>, text: &str, width: u16, style: Style) {
    hanging(lines, "", text, width, style);
}

/// A row to be chosen, with a sign where the cursor stands.
pub(super) fn row(lines: &mut Vec<Line<'_>>, text: &str, selected: bool, width: u16, paint: &Paint) {
    keyed(lines, "", text, selected, width, paint);
}

/// The same with its key before it.
pub(super) fn keyed(lines: &mut Vec<Line<'_>>, key: &str, text: &str, selected: bool, width: u16, paint: &Paint) {
    let (sign, role) = if selected { ("›", Role::Selected) } else { (" ", Role::Text) };
    hanging(lines, &format!("{sign} {key}"), text, width, paint.role(role));
}

/// A headline with something quiet behind it.
pub(super) fn headline<'a>(words: &str, beside: &str, width: u16, paint: &Paint) -> Line<'a> {
    let words = cut(words, width);
    let beside = cut(beside, width.saturating_sub(cells(&words) + 3));
    Line::from(vec![
        Span::styled(words, paint.role(Role::Title)),
        Span::styled(if beside.is_empty() { beside } else { format!("   {beside}") }, paint.role(Role::Quiet)),
    ])
}
