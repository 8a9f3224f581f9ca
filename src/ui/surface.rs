//! What a screen is drawn on: its cells, and the regions of it that answer to the mouse.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::app::{PointerTarget, Scrolled};

/// The cells of a screen while it is drawn. Whatever draws something that answers to the mouse says so here, so that a
/// click is never looked up in a second layout.
pub(crate) struct Frame<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    cursor: Option<Position>,
    regions: Regions,
}

/// The regions of a drawn screen that answer to the mouse; of two that overlap, the one drawn later.
#[derive(Clone, Debug, Default)]
pub struct Regions {
    targets: Vec<(Rect, PointerTarget)>,
    scrolled: Vec<(Rect, Scrolled)>,
}

impl Regions {
    /// Returns what is pressed by a click on a cell: column, row.
    pub fn target_at(&self, cell: (u16, u16)) -> Option<&PointerTarget> {
        at(&self.targets, cell)
    }

    /// Returns what the wheel scrolls over a cell: column, row.
    pub fn scrolled_at(&self, cell: (u16, u16)) -> Option<Scrolled> {
        at(&self.scrolled, cell).copied()
    }
}

fn at<T>(regions: &[(Rect, T)], (column, row): (u16, u16)) -> Option<&T> {
    let position = Position::new(column, row);
    regions.iter().rev().find(|(area, _)| area.contains(position)).map(|(_, what)| what)
}

/// Draws on a frame of the terminal; returns the regions that answer to the mouse.
pub(super) fn on(frame: &mut ratatui::Frame<'_>, draw: impl FnOnce(&mut Frame<'_>)) -> Regions {
    let area = frame.area();
    let mut surface = Frame { buffer: frame.buffer_mut(), area, cursor: None, regions: Regions::default() };
    draw(&mut surface);
    let Frame { cursor, regions, .. } = surface;
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    regions
}

impl Frame<'_> {
    /// Returns the whole screen.
    pub(crate) const fn area(&self) -> Rect {
        self.area
    }

    /// Returns the cells.
    pub(crate) const fn buffer_mut(&mut self) -> &mut Buffer {
        self.buffer
    }

    /// Draws a widget.
    pub(crate) fn render_widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area, self.buffer);
    }

    /// Draws lines, one on each row of an area, cut off at its right edge. A [`Paragraph`](ratatui::widgets::Paragraph)
    /// shows the same, but looks for places to break at in every line, and the screen is drawn after every key.
    pub(crate) fn render_lines<'l>(&mut self, lines: impl IntoIterator<Item = Line<'l>>, area: Rect) {
        let area = area.intersection(self.area);
        area.rows().zip(lines).for_each(|(row, line)| line.render(row, self.buffer));
    }

    /// Shows the cursor of the terminal at a position.
    pub(crate) fn set_cursor_position(&mut self, position: impl Into<Position>) {
        self.cursor = Some(position.into());
    }

    /// Notes what a click on an area presses.
    pub(crate) fn answers(&mut self, area: Rect, target: PointerTarget) {
        self.regions.targets.push((area, target));
    }

    /// Notes what the wheel scrolls over an area.
    pub(crate) fn scrolls(&mut self, area: Rect, what: Scrolled) {
        self.regions.scrolled.push((area, what));
    }

    /// Forgets every region so far, because what is drawn next takes all keys and clicks.
    pub(crate) fn takes_the_pointer(&mut self) {
        self.regions = Regions::default();
    }

    /// Notes the rows of a list, one cell high each, which begins with the row `first`. The cursor of the list is on the
    /// row `from`, and the arrow keys move it.
    pub(crate) fn answers_in_rows(&mut self, area: Rect, from: usize, first: usize, rows: usize) {
        let shown = rows.saturating_sub(first).min(usize::from(area.height));
        for (row, to) in area.rows().zip(first..first + shown) {
            self.answers(row, PointerTarget::Row { from, to });
        }
        self.scrolls(area, Scrolled::Rows);
    }
}
