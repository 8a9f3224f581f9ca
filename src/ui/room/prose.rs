use crate::ui::words::{cells, wrap};

/// The maximum number of words on a line.
const WORDS: usize = 12;

/// Breaks a text into lines that can be read from a distance: at most twelve words each, broken between words.
///
/// Only a word wider than the screen is broken.
pub(super) fn set(text: &str, width: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = 0;
    for word in text.split_whitespace() {
        let fits = |line: &String| words < WORDS && u32::from(cells(line)) + 1 + u32::from(cells(word)) <= width.into();
        match lines.last_mut().filter(|line| fits(line)) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
                words += 1;
            }
            None => {
                lines.extend(wrap(word, width));
                words = 1;
            }
        }
    }
    lines
}

/// Breaks a text into as few lines as [`set`] needs, all of about the same length.
pub(super) fn balanced(text: &str, width: u16) -> Vec<String> {
    let widest = set(text, width);
    let narrower = (1..width).rev().map(|width| set(text, width)).take_while(|lines| lines.len() == widest.len());
    narrower.last().unwrap_or(widest)
}

/// Breaks a text into at most `most` lines; a longer text ends with an ellipsis after its last whole word.
pub(super) fn shortened(text: &str, width: u16, most: usize) -> Vec<String> {
    let mut lines = set(text, width);
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        while cells(last) + 2 > width {
            let Some((shorter, _)) = last.rsplit_once(' ') else { break };
            *last = shorter.to_owned();
        }
        last.push_str(if cells(last) + 2 <= width { " …" } else { "" });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_at_most_twelve_words_however_wide_the_screen_is() {
        let text = "a ".repeat(30);
        let lines = set(&text, 200);
        assert_eq!(lines.iter().map(|line| line.split(' ').count()).collect::<Vec<_>>(), [12, 12, 6]);
    }

    #[test]
    fn balanced_lines_are_no_more_and_leave_no_word_alone() {
        assert_eq!(set("what goes up and what goes down", 25), ["what goes up and what", "goes down"]);
        assert_eq!(balanced("what goes up and what goes down", 25), ["what goes up and", "what goes down"]);
    }

    #[test]
    fn what_is_too_long_ends_behind_a_whole_word() {
        assert_eq!(shortened("customers hear nothing for weeks", 14, 2), ["customers hear", "nothing for …"]);
        assert_eq!(shortened("customers hear", 14, 1), ["customers hear"]);
        assert_eq!(shortened("customers hear it", 14, 1), ["customers …"]);
    }

    #[test]
    fn only_a_word_wider_than_the_screen_is_broken() {
        assert_eq!(set("一二三四五", 4), ["一二", "三四", "五"]);
        assert_eq!(set("", 4), Vec::<String>::new());
    }
}
