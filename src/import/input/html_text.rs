use crate::import::input::entities::without_entities;

/// Returns what a text in HTML shows: without tags and what stands in its head, with its entities decoded. A text that is
/// not HTML stays as it is.
pub(in crate::import) fn html_text(text: &str) -> String {
    let begins: String = text.trim_start().chars().take(6).collect();
    if !begins.eq_ignore_ascii_case("<html>") && !begins.eq_ignore_ascii_case("<html ") {
        return text.to_owned();
    }
    let lower = text.to_ascii_lowercase();
    let body = lower.find("<body").and_then(|at| text.get(at..)).unwrap_or(text);
    without_entities(&without_tags(body)).into_owned()
}

/// Takes tags away: a line break becomes a space, any other tag nothing.
pub(in crate::import) fn without_tags(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        left.push_str(before);
        let is_tag = behind.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        match behind.split_once('>').filter(|_| is_tag) {
            Some((tag, behind)) => {
                let name: String =
                    tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                let breaks = ["br", "p", "div", "li", "tr", "td", "h1", "h2", "h3"]
                    .contains(&name.to_ascii_lowercase().as_str());
                left.push_str(if breaks { " " } else { "" });
                rest = behind;
            }
            None => {
                left.push('<');
                rest = behind;
            }
        }
    }
    left.push_str(rest);
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_html_is_what_it_shows() {
        let text =
            "<html>\n<head><style>p {}</style></head><body><p>one<br>two</p><p>R&amp;D &#12391;</p></body></html>";
        assert_eq!(html_text(text).split_whitespace().collect::<Vec<_>>().join(" "), "one two R&D \u{3067}");
        assert_eq!(html_text("a < b &amp; c"), "a < b &amp; c");
    }
}
