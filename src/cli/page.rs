use std::io::{self, Write};

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, wrap};

use super::failure::Failure;
use crate::shell::columns;

/// Prints a text of long lines: on a terminal broken between words, with what follows set in as far as the line is; into
/// a pipe or a file as it is.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let text = columns().map_or_else(|| text.to_owned(), |width| broken(text, usize::from(width)));
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(())
}

fn broken(text: &str, width: usize) -> String {
    let mut page = String::new();
    for line in text.lines() {
        let inset = " ".repeat(line.len() - line.trim_start().len() + 2);
        let options = Options::new(width.max(20))
            .subsequent_indent(&inset)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        for row in wrap(line, options) {
            page.push_str(&row);
            page.push('\n');
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_break_between_words_and_go_on_set_in() {
        let text = "  · the second week of November\n\nshort\n";
        assert_eq!(broken(text, 20), "  · the second week\n    of November\n\nshort\n");
    }
}
