//! The screen in ASCII, for terminals and fonts without lines, blocks and arrows.

use ratatui::buffer::Buffer;

/// Replaces each drawing character on the screen by the ASCII character that looks most like it. Letters stay as they
/// are, in every script.
pub(super) fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut symbol = cell.symbol().chars();
        if let (Some(c), None) = (symbol.next(), symbol.next())
            && let Some(plain) = plain(c)
        {
            cell.set_char(plain);
        }
    }
}

const fn plain(c: char) -> Option<char> {
    Some(match c {
        '─' | '╌' | '▬' | '·' | '▃' => '-',
        '│' | '┆' | '▌' => '|',
        '┌' | '┐' | '└' | '┘' | '┬' | '┴' | '├' | '┤' | '┼' => '+',
        '▼' | '▽' => 'v',
        '▲' | '△' => '^',
        '◄' | '◁' => '<',
        '█' | '▇' => '#',
        '▓' | '▅' | '▆' => '=',
        '░' | '▁' | '▂' => '.',
        '▀' | '“' | '”' => '"',
        '▄' => '_',
        '›' => '>',
        '✓' => 'x',
        '…' => '~',
        '≠' => '!',
        '±' => '?',
        '’' => '\'',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn what_is_drawn_becomes_ascii_and_what_is_written_stays() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 9, 1));
        buffer.set_string(0, 0, "┌─▼ é顧 █", ratatui::style::Style::default());
        to_ascii(&mut buffer);
        let row: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(row.starts_with("+-v é顧") && row.trim_end().ends_with('#'), "{row:?}");
    }
}
