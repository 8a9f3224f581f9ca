//! Writes Markdown in which a typed text can never act as markup.

use crate::record::text::clean;

/// Characters that some Markdown readers interpret at any position.
const MARKS: &[char] = &['\\', '`', '*', '_', '[', ']', '{', '}', '#', '|', '~', '$', '^'];

/// Characters that open a block at the beginning of a line or of an item.
const OPENERS: &[char] = &['-', '+', '=', '>', ':'];

/// Escapes a typed text as one line without markup, links, headings or table rows.
///
/// A word that looks like an address becomes code, because Markdown readers turn bare addresses into links.
pub(super) fn foreign(text: &str) -> String {
    let text = clean(text);
    let words: Vec<String> = text.split_whitespace().map(word).collect();
    harmless_start(words.join(" "))
}

/// Escapes a typed text as one line in which everything reads as it was typed, also in notes that know tags, comments
/// and embedded files. Unlike [`foreign`] it changes no character, so that a Markdown reader gives the text back.
pub(super) fn verbatim(text: &str) -> String {
    let text = clean(text);
    let words: Vec<String> = text.split_whitespace().map(literal).collect();
    harmless_start(words.join(" "))
}

/// A word in which every character that may act has a backslash before it.
fn literal(word: &str) -> String {
    let mut safe = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        let is_domain = c == '.' && before.is_some_and(char::is_alphanumeric) && opens_domain(rest.clone());
        if is_domain || MARKS.contains(&c) || matches!(c, '<' | '>' | '&' | '=' | '%' | ':' | '@' | '!') {
            safe.push('\\');
        }
        safe.push(c);
        before = Some(c);
    }
    safe
}

/// A typed text, escaped and in bold; empty for an empty text.
pub(super) fn bold(text: &str) -> String {
    let text = foreign(text);
    if text.is_empty() { text } else { format!("**{text}**") }
}

/// A list with one item for each text; empty when there are no texts.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().fold(String::new(), |list, item| format!("{list}- {item}\n"))
}

/// The number of items of a list.
pub(super) fn items(list: &str) -> usize {
    list.lines().filter(|line| line.starts_with("- ")).count()
}

/// A table; its cells are not escaped.
pub(super) fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let row = |cells: &[String; N]| format!("| {} |\n", cells.join(" | "));
    let rule = format!("|{}\n", " --- |".repeat(N));
    format!("{}{rule}{}", row(&head.map(str::to_owned)), rows.iter().map(row).collect::<String>())
}

fn word(word: &str) -> String {
    if is_address(word) { code(word) } else { escaped(word) }
}

fn is_address(word: &str) -> bool {
    let low = word.to_lowercase();
    let mail = |(at, host): (usize, &str)| at > 0 && host.contains('.');
    low.match_indices('@').any(|(at, _)| mail((at, low.get(at..).unwrap_or_default())))
        || low.contains("://")
        || low.contains("www.")
        || low.contains("mailto:")
        || low.contains("xmpp:")
}

/// A word as code. Between backticks nothing can be escaped, so characters that would end the code or begin a tag or a
/// table cell are replaced.
fn code(word: &str) -> String {
    let shown: String = word
        .chars()
        .map(|c| match c {
            '`' => '\'',
            '<' => '‹',
            '>' => '›',
            '|' => '¦',
            c => c,
        })
        .collect();
    format!("`{shown}`")
}

fn escaped(word: &str) -> String {
    let mut safe = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        match c {
            '<' => safe.push_str("&lt;"),
            '&' if rest.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#') => {
                safe.push_str("\\&");
            }
            // Some Markdown readers also make links of bare domains.
            '.' if before.is_some_and(char::is_alphanumeric) && opens_domain(rest.clone()) => safe.push_str("\\."),
            c if MARKS.contains(&c) => safe.extend(['\\', c]),
            c => safe.push(c),
        }
        before = Some(c);
    }
    safe
}

/// Whether the text after a dot could be the last part of a domain.
fn opens_domain(rest: impl Iterator<Item = char>) -> bool {
    rest.take_while(|c| c.is_alphabetic()).take(2).count() == 2
}

/// Escapes the beginning of a text: at the start of a line, a dash, a quote mark or a number with a dot would open a
/// block.
fn harmless_start(text: String) -> String {
    if text.starts_with(OPENERS) {
        return format!("\\{text}");
    }
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    match text.get(digits..) {
        Some(rest) if digits > 0 && rest.starts_with(['.', ')']) => {
            format!("{}\\{rest}", text.get(..digits).unwrap_or_default())
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_shown_and_never_acts() {
        for (typed, safe) in [
            ("Faster, fairer claims (mostly)", "Faster, fairer claims (mostly)"),
            ("# A heading", "\\# A heading"),
            ("- an item", "\\- an item"),
            ("+ more", "\\+ more"),
            ("> said", "\\> said"),
            ("=== ", "\\==="),
            ("12. a number", "12\\. a number"),
            ("3) a number", "3\\) a number"),
            ("3.5 points", "3\\.5 points"),
            ("2026 was", "2026 was"),
            ("a | b", "a \\| b"),
            ("*so* _it_ `is`", "\\*so\\* \\_it\\_ \\`is\\`"),
            ("<b>loud</b> &lt; R&D & Q", "&lt;b>loud&lt;/b> \\&lt; R\\&D & Q"),
            ("[press](javascript:x)", "\\[press\\](javascript:x)"),
            ("![](http://x.io/a.png)", "`![](http://x.io/a.png)`"),
            ("see https://x.io/`|<b>", "see `https://x.io/'¦‹b›`"),
            ("evil.example.com/x and v2.0, e.g. this", "evil\\.example\\.com/x and v2.0, e.g. this"),
            ("write to Tom@Example.org", "write to `Tom@Example.org`"),
            ("@tom@example.org", "`@tom@example.org`"),
            ("@Claims and 5 @ 3.20", "@Claims and 5 @ 3.20"),
            ("two\nlines\r\n\n    # code", "two lines \\# code"),
            ("a\u{1b}[2Jb\u{202e}c", "a\\[2Jbc"),
            ("    deep", "deep"),
            ("", ""),
        ] {
            assert_eq!(foreign(typed), safe, "{typed:?}");
        }
    }

    #[test]
    fn a_verbatim_line_is_read_back_as_it_was_typed() {
        for typed in [
            "Faster, fairer claims (mostly)",
            "# A heading",
            "- an item",
            "12. a number",
            "*so* _it_ `is` ==so== %%no%% $x$ ![[embed]]",
            "<b>loud</b> &lt; R&D",
            "see https://x.io/`|<b> or www.example.com, tom@example.org",
            "back\\slash \\* end\\",
            "a \u{5e9}\u{5dc} b",
        ] {
            let written = verbatim(typed);
            let events = pulldown_cmark::Parser::new_ext(&written, pulldown_cmark::Options::all());
            let read: String = events
                .map(|event| match event {
                    pulldown_cmark::Event::Text(text) => text.into_string(),
                    pulldown_cmark::Event::Start(pulldown_cmark::Tag::Paragraph)
                    | pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Paragraph) => String::new(),
                    other => format!("{other:?}"),
                })
                .collect();
            assert_eq!(read, typed, "{written}");
        }
    }

    #[test]
    fn a_table_has_a_rule_under_its_head() {
        let rows = [["a".to_owned(), "1".to_owned()]];
        assert_eq!(table(["What", "How many"], &rows), "| What | How many |\n| --- | --- |\n| a | 1 |\n");
    }
}
