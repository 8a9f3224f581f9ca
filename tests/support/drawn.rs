//! What a screen shows, without a terminal.

use std::mem;
use std::sync::LazyLock;

use adjacent::theme::{Depth, Theme, shipped};
use adjacent::ui::Paint;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

/// The themes of the program. Tests draw thousands of frames, so the themes are parsed once.
pub(crate) fn themes() -> &'static [Theme] {
    static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(shipped::themes);
    &THEMES
}

/// The first theme in full colour.
pub(crate) fn paint() -> &'static Paint {
    static PAINT: LazyLock<Paint> = LazyLock::new(|| Paint::new(&themes()[0], Depth::True));
    &PAINT
}

/// What `draw` leaves on a screen of this size. The cells are taken from the frame: no test needs them to be compared
/// with the frame before and written to a terminal, which takes longer than drawing them.
pub(crate) fn drawn((columns, rows): (u16, u16), draw: impl FnOnce(&mut Frame<'_>)) -> Buffer {
    let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
    let mut terminal = Terminal::with_options(TestBackend::new(1, 1), TerminalOptions { viewport }).unwrap();
    draw(&mut terminal.get_frame());
    mem::take(terminal.current_buffer_mut())
}

/// The rows of a screen.
pub(crate) fn cells(buffer: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buffer.content.chunks(usize::from(buffer.area.width).max(1))
}

/// The text of each row, without trailing blanks.
pub(crate) fn rows(buffer: &Buffer) -> Vec<String> {
    let rows = cells(buffer).map(|row| row.iter().map(Cell::symbol).collect::<String>());
    rows.map(|row| row.trim_end().to_owned()).collect()
}

/// The text of a screen, one line a row, without trailing blanks.
pub(crate) fn text(buffer: &Buffer) -> String {
    rows(buffer).join("\n")
}
