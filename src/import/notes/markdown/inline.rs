//! Marks inside a line of Markdown.

use crate::record::text::single_spaced;

/// Returns a text without comments; its lines keep their numbers.
pub(super) fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        plain.push_str(before);
        // A comment without an end hides the rest, so that nothing of it is written.
        let (hidden, behind) = comment.split_once("-->").unwrap_or((comment, ""));
        plain.extend(hidden.chars().filter(|c| *c == '\n'));
        rest = behind;
    }
    plain + rest
}

/// Returns a line without emphasis, code marks and the addresses of links.
pub(super) fn plain(line: &str) -> String {
    let mut line = without_links(line);
    for mark in ["**", "__", "~~", "`", "*", "_"] {
        line = without_pairs(&line, mark);
    }
    single_spaced(&line)
}

/// Replaces links by their texts, and removes pictures.
fn without_links(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((at, address)) = rest.find("](").map(|at| (at, rest.get(at + 2..).unwrap_or_default())) {
        let before = rest.get(..at).unwrap_or_default();
        let (Some(open), Some((_, behind))) = (before.rfind('['), address.split_once(')')) else { break };
        let (text_before, text) = (before.get(..open).unwrap_or_default(), before.get(open + 1..).unwrap_or_default());
        match text_before.strip_suffix('!') {
            Some(text_before) => plain.push_str(text_before),
            None => {
                plain.push_str(text_before);
                plain.push_str(text);
            }
        }
        rest = behind;
    }
    plain + rest
}

/// Removes a mark where it stands in pairs around words. A mark alone before a word is a sigil of a thing.
fn without_pairs(line: &str, mark: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(mark) {
        let opens = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let closed = after.split_once(mark).filter(|(inside, behind)| {
            let hugs = !inside.is_empty()
                && !inside.starts_with(char::is_whitespace)
                && !inside.ends_with(char::is_whitespace);
            opens && hugs && behind.chars().next().is_none_or(|c| !c.is_alphanumeric())
        });
        plain.push_str(before);
        match closed {
            Some((inside, behind)) => {
                plain.push_str(inside);
                rest = behind;
            }
            None => {
                plain.push_str(mark);
                rest = after;
            }
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (line, text) in [
            ("**Present:** Ana", "Present: Ana"),
            ("a *b c* and _d_ `e`", "a b c and d e"),
            ("[link](https://example.org/a) there", "link there"),
            ("![picture](a.png) there", "there"),
            ("*Every customer heard", "*Every customer heard"),
            ("snake_case_name -> x", "snake_case_name -> x"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("[a] -> b (c)", "[a] -> b (c)"),
            ("~~old~~ new", "old new"),
        ] {
            assert_eq!(plain(line), text);
        }
        assert_eq!(without_comments("a <!-- b\nc --> d\n<!-- e"), "a \n d\n");
    }
}
