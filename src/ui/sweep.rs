//! The last step of every frame: control characters are removed, whichever widget drew them and wherever the text
//! came from.

use ratatui::buffer::Buffer;

use crate::record::text::drawn;

/// Replaces every control or invisible character in the cells of a frame.
pub(super) fn sweep(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some(harmless) = drawn(cell.symbol()) {
            cell.set_symbol(&harmless);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;

    use super::*;

    #[test]
    fn a_cell_that_acts_is_drawn_without_what_acts() {
        let cells = ["a\u{202e}", "\u{9b}", "e\u{301}", "x\u{e0041}"].map(Cell::new);
        let mut buffer = Buffer { content: cells.to_vec(), ..Buffer::default() };
        sweep(&mut buffer);
        let shown: Vec<&str> = buffer.content.iter().map(Cell::symbol).collect();
        assert_eq!(shown, ["a", " ", "e\u{301}", "x"]);
    }
}
