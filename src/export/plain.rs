use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Markdown written by this program as plain text, for a mail or a terminal: headings are lines of their own, and items
/// of lists keep their dash.
pub fn plain_text(markdown: &str) -> String {
    let mut page = PlainPage::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        page.take(event);
    }
    format!("{}\n", page.text.trim())
}

/// A page of plain text that grows.
#[derive(Debug, Default)]
struct PlainPage {
    text: String,
    /// The number of lists around the current place.
    depth: usize,
    /// The level of the current heading, and where it begins.
    heading: Option<(HeadingLevel, usize)>,
    quoted: bool,
}

impl PlainPage {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                self.text.push('\n');
            }
            Event::Start(Tag::Heading { level, .. }) => {
                self.apart();
                self.heading = Some((level, self.text.len()));
            }
            Event::End(TagEnd::Heading(_)) => self.underline(),
            Event::Start(Tag::Paragraph) if self.depth == 0 => {
                self.apart();
                self.text.push_str(if self.quoted { "> " } else { "" });
            }
            Event::Start(Tag::BlockQuote(_)) => self.quoted = true,
            Event::End(TagEnd::BlockQuote(_)) => self.quoted = false,
            Event::Start(Tag::List(_)) => {
                if self.depth == 0 {
                    self.apart();
                }
                self.depth += 1;
            }
            Event::End(TagEnd::List(_)) => self.depth = self.depth.saturating_sub(1),
            Event::Start(Tag::Item) => {
                self.on_a_line();
                self.text.push_str(&"  ".repeat(self.depth.saturating_sub(1)));
                self.text.push_str("- ");
            }
            Event::Start(Tag::Table(_)) => self.apart(),
            Event::End(TagEnd::TableCell) => self.text.push_str("   "),
            _ => {}
        }
    }

    /// Begins a new line, unless the text is at the beginning of one.
    fn on_a_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Leaves a line free.
    fn apart(&mut self) {
        self.on_a_line();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Draws a line below a title and below a main heading.
    fn underline(&mut self) {
        let Some((level, start)) = self.heading.take() else { return };
        let wide = self.text.get(start..).unwrap_or_default().chars().count();
        let rule = match level {
            HeadingLevel::H1 => "=",
            HeadingLevel::H2 => "-",
            _ => "",
        };
        self.text.push('\n');
        if !rule.is_empty() {
            self.text.push_str(&rule.repeat(wide));
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_marks_says_the_same() {
        let page =
            "# A \\*day\\*\n\nOn **Friday** we *met*.\n\n## Said\n\n- one\n  - “two”\n- three\n\n### Small\n\n> kept\n";
        let plain =
            "A *day*\n=======\n\nOn Friday we met.\n\nSaid\n----\n\n- one\n  - “two”\n- three\n\nSmall\n\n> kept\n";
        assert_eq!(plain_text(page), plain);
    }
}
