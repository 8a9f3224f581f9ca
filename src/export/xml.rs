//! XML in which only our own tags mean anything.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::record::text::clean;

/// An XML document while it is written. Values are text from anywhere: made safe, then escaped.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Xml {
    /// Nothing yet; lines are broken and indented between tags that hold no text.
    pub(super) fn new() -> Self {
        Self { writer: Writer::new_with_indent(Vec::new(), b' ', 1), open: Vec::new() }
    }

    /// The first line of a file.
    pub(super) fn declare(&mut self) -> &mut Self {
        self.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.open.push(name);
        self.write(Event::Start(start(name, attributes)))
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) -> &mut Self {
        match self.open.pop() {
            Some(name) => self.write(Event::End(BytesEnd::new(name))),
            None => self,
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.write(Event::Empty(start(name, attributes)))
    }

    /// An element that holds only text.
    pub(super) fn text(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.write(Event::Start(start(name, attributes)));
        self.write(Event::Text(BytesText::new(&allowed(text))));
        self.write(Event::End(BytesEnd::new(name)))
    }

    /// Closes what is still open; the whole text.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        let mut text = String::from_utf8(self.writer.into_inner()).unwrap_or_default();
        text.push('\n');
        text
    }

    fn write(&mut self, event: Event<'_>) -> &mut Self {
        let written = self.writer.write_event(event);
        debug_assert!(written.is_ok(), "writing to memory does not fail");
        self
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, allowed(value).as_str()));
    }
    start
}

/// A text without the characters that XML forbids.
fn allowed(text: &str) -> String {
    clean(text).chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_elsewhere_is_text() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "\"<&>'\n\u{1}")])
            .text("c", &[], "]]> <script> &amp; \u{0}\u{b}\u{ffff}\u{202e}")
            .close();
        assert_eq!(
            xml.finish(),
            "<a b=\"&quot;&lt;&amp;&gt;&apos; \">\n <c>]]&gt; &lt;script&gt; &amp;amp; </c>\n</a>\n"
        );
    }
}
