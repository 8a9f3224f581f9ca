//! Wraps, cuts and measures text in cells of the screen.

use jiff::SignedDuration;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub(super) use crate::record::spoken::clock;

/// Breaks a text into lines of at most `width` cells, between words where possible.
pub(crate) fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.max(1));
    if text.len() <= width && text.is_ascii() && !text.contains('\n') {
        // Most texts are short, and every frame wraps them again.
        return vec![text.to_owned()];
    }
    let options = textwrap::Options::new(width)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Breaks a text into at most `lines` lines; an ellipsis at the end of the last line shows that it was cut.
pub(super) fn fitted(text: &str, width: u16, lines: usize) -> Vec<String> {
    let mut wrapped = wrap(text, width);
    if wrapped.len() > lines {
        let rest = wrapped.split_off(lines.saturating_sub(1)).join(" ");
        wrapped.push(cut(&rest, width));
    }
    wrapped
}

/// Cuts a text to at most `width` cells; an ellipsis shows that it was cut.
pub(super) fn cut(text: &str, width: u16) -> String {
    let width = usize::from(width);
    if text.width() <= width {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used + 1 > width {
            break;
        }
        cut.push_str(grapheme);
    }
    if width > 0 {
        cut.push('…');
    }
    cut
}

/// Returns the width of a text in cells.
pub(super) fn cells(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// Returns the time left as a clock; a second that has begun is shown whole.
pub(super) fn countdown_clock(left: SignedDuration) -> String {
    clock(left + SignedDuration::from_millis(999))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_text_says_that_it_was_cut_and_never_splits_a_wide_character() {
        assert_eq!(cut("handle time", 7), "handle…");
        assert_eq!(cut("顧客履歴", 5), "顧客…");
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("x", 0), "");
    }
}
