use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::replay::ReplayView;
use crate::replay::{Marker, MarkerKind};
use crate::theme::Role;
use crate::ui::words::{cells, wrap};
use crate::ui::{Frame, Paint};

/// Returns the glyph of a kind of marker on the bar.
pub(super) const fn glyph(kind: MarkerKind) -> &'static str {
    match kind {
        MarkerKind::Loop => "↻",
        MarkerKind::Dispute => "≠",
        MarkerKind::Turn => "⇄",
        MarkerKind::Judged => "✓",
        MarkerKind::Decision => "◆",
        MarkerKind::Promise => "▸",
        MarkerKind::Reveal => "◎",
        MarkerKind::Undo => "↶",
        MarkerKind::Appears => "·",
        MarkerKind::Gone | MarkerKind::Exercise => " ",
    }
}

/// Returns the rank of a kind of marker among those of one moment, the smallest first. `None` for markers that the bar
/// already names, and for findings that ended.
pub(super) const fn rank(kind: MarkerKind) -> Option<u8> {
    Some(match kind {
        MarkerKind::Loop => 0,
        MarkerKind::Dispute => 1,
        MarkerKind::Turn => 2,
        MarkerKind::Decision => 3,
        MarkerKind::Judged => 4,
        MarkerKind::Promise => 5,
        MarkerKind::Reveal => 6,
        MarkerKind::Undo => 7,
        MarkerKind::Appears => 8,
        MarkerKind::Gone | MarkerKind::Exercise => return None,
    })
}

const fn words(kind: MarkerKind) -> &'static str {
    match kind {
        MarkerKind::Loop => "a circle closed",
        MarkerKind::Dispute => "two see it in opposite ways",
        MarkerKind::Turn => "a view changed",
        MarkerKind::Judged => "judged",
        MarkerKind::Decision => "decided",
        MarkerKind::Promise => "promised",
        MarkerKind::Reveal => "shown together",
        MarkerKind::Undo => "taken back",
        MarkerKind::Appears => "shows for the first time",
        MarkerKind::Gone | MarkerKind::Exercise => "",
    }
}

/// Draws the markers of the moment, the most important first, as many as fit.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &ReplayView) {
    let mut here: Vec<&Marker> = view.marks().filter(|marker| rank(marker.kind).is_some()).collect();
    here.sort_by_key(|marker| rank(marker.kind));
    let Some(first) = here.first() else { return };
    let kind = format!("{} {}  ", glyph(first.kind), words(first.kind));
    let indent = cells(&kind).min(area.width / 2);
    let more = match here.len() - 1 {
        // The room's screen shows one at a time, without counts.
        _ if view.is_shared() => String::new(),
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    let mut rows = wrap(&first.says, area.width.saturating_sub(indent + cells(&more)));
    let room = usize::from(area.height.max(1));
    if rows.len() > room {
        let rest = rows.split_off(room - 1).join(" ");
        rows.push(crate::ui::words::cut(&rest, area.width.saturating_sub(indent + cells(&more))));
    }
    let last = rows.len().saturating_sub(1);
    let lines = rows.into_iter().enumerate().map(|(row, text)| {
        let before = if row == 0 { kind.clone() } else { " ".repeat(usize::from(indent)) };
        let after = if row == last { more.clone() } else { String::new() };
        Line::from(vec![
            Span::styled(before, paint.role(Role::Amber)),
            Span::styled(text, paint.role(Role::Text)),
            Span::styled(after, paint.role(Role::Quiet)),
        ])
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
}
