//! One row of a drawing as spans, for the map and for the room.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::app::room::SignWord;
use crate::layout::{Canvas, Cell, Point, Script};

/// Returns one row of a drawing from a column on. `words` are written over blank cells of it; `style` gives the style of
/// a cell, and of a cell with a letter of such a word.
pub(super) fn canvas_row<'a>(
    canvas: &Canvas,
    (left, y): (usize, usize),
    width: u16,
    words: &[SignWord],
    style: impl Fn(Cell, (usize, usize), Option<&SignWord>) -> Style,
) -> Line<'a> {
    let row = canvas.row(y, Script::Lines);
    let fill = canvas.width().saturating_sub(row.width());
    let row = format!("{row}{}", " ".repeat(fill));
    let mut spans: Vec<(String, Style)> = Vec::new();
    let (mut x, last) = (0, left + usize::from(width));
    for grapheme in row.graphemes(true) {
        let wide = grapheme.width();
        if x >= left && x + wide <= last {
            let word =
                words.iter().find(|word| word.at.y == y && (word.at.x..word.at.x + word.word.len()).contains(&x));
            let letter = word.and_then(|word| word.word.get(x - word.at.x..=x - word.at.x));
            let style = style(canvas.cell(Point { x, y }), (x, y), word);
            let text = letter.unwrap_or(grapheme);
            match spans.last_mut().filter(|(_, last)| *last == style) {
                Some((before, _)) => before.push_str(text),
                None => spans.push((text.to_owned(), style)),
            }
        }
        x += wide;
    }
    if let Some((text, _)) = spans.last_mut() {
        text.truncate(text.trim_end().len());
    }
    Line::from(spans.into_iter().map(|(text, style)| Span::styled(text, style)).collect::<Vec<_>>())
}
