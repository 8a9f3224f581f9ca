//! Text in block letters, for the last row of a room.
//!
//! The letters are proportional, so that questions fit: those of `tui-big-text` are eight pixels wide each, nearly
//! twice as wide, and come in fixed sizes.

mod font;

use font::{HEIGHT, letter};

/// The maximum number of lines in block letters.
const LINES: usize = 3;

/// The size of the largest letters, as a multiple of the smallest.
pub(super) const LARGEST: usize = 4;

/// Returns the rows of a text in the largest block letters that fit; `None` if none fit, or if a character has no
/// letter.
pub(super) fn fit(text: &str, width: u16, height: u16) -> Option<Vec<String>> {
    fit_up_to(LARGEST, text, width, height)
}

/// Does the same as [`fit`], with letters at most `largest` times the size of the smallest.
pub(super) fn fit_up_to(largest: usize, text: &str, width: u16, height: u16) -> Option<Vec<String>> {
    sized(largest, text, width, height).map(|(_, rows)| rows)
}

/// Returns the rows of a text in the largest block letters that fit, and the size of the letters as a multiple of the
/// smallest.
pub(super) fn sized(largest: usize, text: &str, width: u16, height: u16) -> Option<(usize, Vec<String>)> {
    sized_in(LINES, largest, text, width, height)
}

/// Does the same as [`sized`], in at most `most` lines.
pub(super) fn sized_in(
    most: usize,
    largest: usize,
    text: &str,
    width: u16,
    height: u16,
) -> Option<(usize, Vec<String>)> {
    let airy = (1..=largest).rev().map(|scale| (scale, scale.div_ceil(2)));
    airy.chain([(1, 0)]).find_map(|(scale, gap)| {
        let lines = wrapped(text, usize::from(width) / scale).filter(|lines| lines.len() <= most)?;
        let rows = lines.len() * (rows_of(scale) + gap);
        let drawn = (rows <= usize::from(height) + gap).then(|| drawn(&lines, scale, gap)).flatten()?;
        Some((scale, drawn))
    })
}

/// Returns the height of a line of letters, in rows.
const fn rows_of(scale: usize) -> usize {
    (HEIGHT * scale).div_ceil(2)
}

/// Breaks words into lines of at most `width` pixels; `None` if a word is wider, or if there is none.
fn wrapped(text: &str, width: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| pixels(longer).is_some_and(|pixels| pixels <= width)) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None if pixels(word)? <= width => lines.push(word.to_owned()),
            None => return None,
        }
    }
    (!lines.is_empty()).then_some(lines)
}

/// Returns the width of a line in pixels; `None` if a character has no letter.
fn pixels(text: &str) -> Option<usize> {
    let widths = text.chars().flat_map(char::to_uppercase).map(|c| Some(letter(c)?.first()?.len() + 1));
    let sum: Option<usize> = widths.sum();
    Some(sum?.saturating_sub(1))
}

fn drawn(lines: &[String], scale: usize, gap: usize) -> Option<Vec<String>> {
    let mut rows = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            rows.extend(std::iter::repeat_n(String::new(), gap));
        }
        rows.extend(halved(&inked(line, scale)?));
    }
    Some(rows)
}

/// Returns the pixels of a line of letters, row by row from the top.
fn inked(text: &str, scale: usize) -> Option<Vec<Vec<bool>>> {
    let mut rows = vec![Vec::new(); HEIGHT * scale];
    for c in text.chars().flat_map(char::to_uppercase) {
        let letter = letter(c)?;
        for (at, row) in rows.iter_mut().enumerate() {
            let pixels = letter.get(at / scale)?.chars().chain(['.']);
            row.extend(pixels.flat_map(|pixel| std::iter::repeat_n(pixel == '#', scale)));
        }
    }
    Some(rows)
}

/// Combines two rows of pixels into one row of the screen.
fn halved(pixels: &[Vec<bool>]) -> Vec<String> {
    let rows = pixels.chunks(2).map(|pair| {
        let (upper, lower) = (pair.first(), pair.get(1));
        let width = upper.map_or(0, Vec::len);
        let ink = |row: Option<&Vec<bool>>, at: usize| row.and_then(|row| row.get(at)).copied().unwrap_or(false);
        let row: String = (0..width)
            .map(|at| match (ink(upper, at), ink(lower, at)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            })
            .collect();
        row.trim_end().to_owned()
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_large_as_they_go() {
        assert_eq!(fit("I", 1, 3).unwrap(), ["█", "█", "▀"]);
        assert_eq!(fit("I", 2, 5).unwrap(), ["██"; 5]);
        assert_eq!(fit("12:40", 24, 3).unwrap().len(), 3);
    }

    #[test]
    fn what_does_not_fit_or_cannot_be_written_is_left_to_plain_letters() {
        assert_eq!(fit("handle time", 8, 40), None);
        assert_eq!(fit("one two three four", 20, 3), None);
        assert_eq!(fit("顧客", 80, 24), None);
        assert_eq!(fit("", 80, 24), None);
        assert_eq!(fit("x", 0, 0), None);
    }

    #[test]
    fn a_line_breaks_between_words_only() {
        let drawn = fit("handle time", 30, 6).unwrap();
        assert_eq!(drawn.len(), 6);
        assert!(drawn.iter().all(|row| row.chars().count() <= 30), "{drawn:#?}");
    }
}
