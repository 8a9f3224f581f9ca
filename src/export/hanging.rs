//! Lines of text for a terminal of the usual width.

use std::fmt::Write;

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// The width of the text, in cells: that of the smallest terminal in common use.
pub(super) const WIDTH: usize = 80;

/// Writes a sentence behind this many spaces; what does not fit stands two further in.
pub(super) fn write_hanging(text: &mut String, indent: usize, says: &str) {
    let (first, then) = (" ".repeat(indent), " ".repeat(indent + 2));
    let options = Options::new(WIDTH)
        .initial_indent(&first)
        .subsequent_indent(&then)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    let _ = writeln!(text, "{}", textwrap::fill(says, options));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_hangs_below_its_beginning() {
        let mut text = String::new();
        write_hanging(&mut text, 2, &"word ".repeat(20));
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() == 2 && lines[0].starts_with("  word") && lines[1].starts_with("    word"), "{text}");
        assert!(lines.iter().all(|line| line.len() <= WIDTH), "{text}");
    }
}
