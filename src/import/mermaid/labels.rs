use pulldown_cmark::{Event, Parser, TagEnd};

use crate::import::input::html_text::without_tags;

/// Returns the text that a label shows: without quotes, tags, icons and Markdown, with its entities decoded.
pub(super) fn shown_text(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap_or(text);
    let markdown = text.trim().strip_prefix('`').and_then(|inner| inner.strip_suffix('`'));
    let plain = markdown.map(without_markdown);
    let text = plain.as_deref().unwrap_or(text).replace("\\n", " ");
    entities(without_tags(&without_icons(&text)).trim())
}

/// Returns the text of a Markdown string. Entities of Mermaid stay as they are written.
fn without_markdown(text: &str) -> String {
    let mut plain = String::new();
    for event in Parser::new(text) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) | Event::Html(part) => {
                plain.push_str(&part);
            }
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => plain.push(' '),
            _ => {}
        }
    }
    plain
}

/// Takes the names of icons away: `fa:fa-robot`.
fn without_icons(text: &str) -> String {
    if !text.contains(":fa-") {
        return text.to_owned();
    }
    let is_icon = |word: &&str| {
        let (set, name) = word.split_once(':').unwrap_or_default();
        matches!(set, "fa" | "fab" | "fas" | "far" | "fal" | "fad" | "fak") && name.starts_with("fa-")
    };
    let words: Vec<&str> = text.split(' ').filter(|word| !is_icon(word)).collect();
    words.join(" ")
}

/// Decodes entities: `#35;` and `#quot;` of Mermaid, and those of HTML.
fn entities(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['#', '&']) {
        let (before, behind) = rest.split_at(at);
        left.push_str(before);
        let name = behind.get(1..).and_then(|name| name.split_once(';')).map(|(name, _)| name).unwrap_or_default();
        let decoded = entity(behind.starts_with('&'), name);
        match decoded {
            Some(decoded) => {
                left.push_str(&decoded);
                rest = behind.get(name.len() + 2..).unwrap_or_default();
            }
            None => {
                left.push_str(behind.get(..1).unwrap_or_default());
                rest = behind.get(1..).unwrap_or_default();
            }
        }
    }
    left.push_str(rest);
    left
}

/// Returns what an entity stands for, by its name or number. HTML writes the number behind a `#`, Mermaid without.
fn entity(is_html: bool, name: &str) -> Option<String> {
    if name.is_empty() || name.len() > 32 || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#') {
        return None;
    }
    let number = name.strip_prefix('#').or_else(|| (!is_html && !name.starts_with('#')).then_some(name));
    if let Some(number) = number.filter(|number| number.starts_with(|c: char| c.is_ascii_digit())) {
        return number.parse().ok().and_then(char::from_u32).map(String::from);
    }
    // The names of HTML's entities are those of Markdown.
    let written = format!("&{name};");
    let decoded = Parser::new(&written).find_map(|event| match event {
        Event::Text(text) => Some(text.to_string()),
        _ => None,
    });
    decoded.filter(|decoded| *decoded != written && !decoded.starts_with('&') || name == "amp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_what_it_shows() {
        for (written, shown) in [
            ("\"Queue #35;1: pressure\"", "Queue #1: pressure"),
            ("\"say #quot;no#quot; #amp; go\"", "say \"no\" & go"),
            ("one<br/>two<BR>three", "one two three"),
            ("<b>bold</b> < 5 and > 4", "bold < 5 and > 4"),
            ("\"`The **bold** _word_\nnext`\"", "The bold word next"),
            ("fa:fa-robot Service bot", "Service bot"),
            ("#60;b#62; stays", "<b> stays"),
            ("caf&eacute; &#233; #233; &#xe9;", "café é é é"),
            ("C# and #1; R&D; x #nosuch;", "C# and \u{1} R&D; x #nosuch;"),
            ("two\\nlines", "two lines"),
            ("a * b _c_", "a * b _c_"),
        ] {
            assert_eq!(shown_text(written), shown, "{written}");
        }
    }
}
