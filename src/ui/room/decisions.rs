//! What was decided, and who does what by when: the page that people take a picture of.

use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::headline::Headline;
use super::lines::hung;
use super::prose::shortened;
use crate::app::room::{List, ListEntry};
use crate::theme::Role;
use crate::ui::{Frame, Paint};

/// The heading over the promises.
const WHO: &str = "Who does what by when";

/// Draws the decisions as a list under a headline, and the promises below them; seven entries together.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, decided: &List, promised: &List) {
    let body = Headline::over(frame, area, paint, decided.heading, 6);
    let of_promised = promised.entries.len().min(CONTENT - decided.entries.len().min(CONTENT / 2 + 1));
    let of_decided = decided.entries.len().min(CONTENT - of_promised);
    let height = usize::from(body.height);
    let page = |most: usize| {
        let mut lines = entries(decided, of_decided, most, body.width, paint);
        lines.push(Line::default());
        lines.push(Line::styled(WHO, paint.role(Role::Title)));
        lines.extend(entries(promised, of_promised, most, body.width, paint));
        lines
    };
    let wide = page(2);
    let mut lines = if wide.len() <= height { wide } else { page(1) };
    lines.truncate(height);
    frame.render_widget(Paragraph::new(lines), body);
}

/// Returns the first entries of a list, and how many more there are.
fn entries<'a>(list: &List, shown: usize, most: usize, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let text = paint.role(Role::Text);
    if list.entries.is_empty() {
        return vec![Line::styled(list.empty, text)];
    }
    let entry = |entry: &ListEntry| hung("· ", shortened(&entry.text, width.saturating_sub(2), most), text);
    let mut lines: Vec<Line<'a>> = list.entries.iter().take(shown).flat_map(entry).collect();
    let more = list.entries.len() - shown;
    lines.extend((more > 0).then(|| Line::styled(format!("  and {more} more"), text)));
    lines
}
