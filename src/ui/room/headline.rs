use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::prose::{balanced, shortened};
use crate::theme::Role;
use crate::ui::{Frame, Paint, big};

/// The maximum number of lines of a question.
const LINES: usize = 3;

/// The maximum number of lines of a question with nothing below it.
const LINES_ALONE: usize = 6;

/// Below this width a question may take more lines rather than lose its end.
const NARROW: u16 = 60;

/// A question fitted to an area: in block letters, or bold.
pub(super) struct Headline {
    rows: Vec<String>,
    /// Whether an empty row separates its lines.
    airy: bool,
    /// The size of its block letters, as a multiple of the smallest; 0 for bold lines.
    size: usize,
}

impl Headline {
    /// Uses block letters where they fit; otherwise bold lines, separated by empty rows if the height allows.
    pub(super) fn fit(text: &str, width: u16, height: u16) -> Self {
        match big::sized(big::LARGEST, text, width, height) {
            Some((size, rows)) => Self { rows, airy: false, size },
            None => Self::plain(text, width, height),
        }
    }

    /// Uses block letters on more lines than elsewhere, for a question that stands alone.
    pub(super) fn alone(text: &str, width: u16, height: u16) -> Self {
        match big::sized_in(LINES_ALONE, big::LARGEST, text, width, height) {
            Some((size, rows)) => Self { rows, airy: false, size },
            None => Self::plain(text, width, height),
        }
    }

    /// Uses bold lines, separated by empty rows if the height allows.
    pub(super) fn plain(text: &str, width: u16, height: u16) -> Self {
        let most = if width < NARROW { usize::from(height) } else { LINES.min(usize::from(height)) };
        let balanced = balanced(text, width);
        let rows = if balanced.len() <= most { balanced } else { shortened(text, width, most) };
        let airy = rows.len() * 2 <= usize::from(height) + 1;
        Self { rows, airy, size: 0 }
    }

    /// Draws a headline over an area, in at most one `share`th of its height, and returns
    /// the area below it.
    pub(super) fn over(frame: &mut Frame<'_>, area: Rect, paint: &Paint, text: &str, share: u16) -> Rect {
        Self::fit(text, area.width, (area.height / share).max(1)).at_top(frame, area, paint)
    }

    /// Draws the headline at the top of an area, and returns the area below it.
    pub(super) fn at_top(&self, frame: &mut Frame<'_>, area: Rect, paint: &Paint) -> Rect {
        let gap = u16::from(area.height >= 12);
        let [_, top, _, body] = Layout::vertical([
            Constraint::Length(gap),
            Constraint::Length(self.height()),
            Constraint::Length(gap),
            Constraint::Fill(1),
        ])
        .areas(area);
        self.draw(frame, top, paint);
        body
    }

    /// Returns the size of its block letters, as a multiple of the smallest; 0 for bold lines.
    pub(super) const fn size(&self) -> usize {
        self.size
    }

    /// Returns the height of the headline in rows.
    pub(super) fn height(&self) -> u16 {
        let rows = if self.airy { (self.rows.len() * 2).saturating_sub(1) } else { self.rows.len() };
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, area: Rect, paint: &Paint) {
        let style = paint.role(Role::Title);
        let mut lines = Vec::new();
        for row in &self.rows {
            if self.airy && !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.push(Line::styled(row.as_str(), style));
        }
        frame.render_widget(Paragraph::new(lines), area);
    }
}
