use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, wrap};

/// Wraps the long lines of a text between words. The second and later rows of a line are indented.
pub(super) fn broken(text: &str, width: usize) -> String {
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
