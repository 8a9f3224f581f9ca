use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::theme::Role;
use crate::ui::Paint;

/// An area of cells, in which a plot is drawn before it becomes lines.
pub(super) struct DrawnRows<'p> {
    buffer: Buffer,
    paint: &'p Paint,
}

impl<'p> DrawnRows<'p> {
    /// Returns an empty area.
    pub(super) fn new(width: u16, height: u16, paint: &'p Paint) -> Self {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        buffer.set_style(buffer.area, paint.role(Role::Text));
        Self { buffer, paint }
    }

    /// Writes a text; what does not fit is left out.
    pub(super) fn write(&mut self, x: i32, y: i32, text: &str, role: Role) {
        let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else { return };
        if x < self.buffer.area.width && y < self.buffer.area.height {
            self.buffer.set_stringn(x, y, text, usize::from(self.buffer.area.width - x), self.paint.role(role));
        }
    }

    /// Returns the area as lines.
    pub(super) fn lines(self) -> Vec<Line<'static>> {
        let width = usize::from(self.buffer.area.width).max(1);
        let line = |cells: &[ratatui::buffer::Cell]| {
            let mut spans: Vec<Span<'static>> = Vec::new();
            let mut covered = 0;
            for cell in cells {
                // The cells behind a wide letter belong to it.
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                covered = cell.symbol().width().saturating_sub(1);
                match spans.last_mut().filter(|span| span.style == cell.style()) {
                    Some(span) => span.content.to_mut().push_str(cell.symbol()),
                    None => spans.push(Span::styled(cell.symbol().to_owned(), cell.style())),
                }
            }
            Line::from(spans)
        };
        self.buffer.content.chunks(width).map(line).collect()
    }
}
