//! Writes XML in which a typed text can never act as a tag.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::record::text::clean;

/// A writer of an XML document. All values are cleaned and escaped, because they may be typed texts.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Xml {
    /// An empty document. Every tag is written on a line of its own, indented, except around text.
    pub(super) fn new() -> Self {
        Self { writer: Writer::new_with_indent(Vec::new(), b' ', 1), open: Vec::new() }
    }

    /// Writes the XML declaration.
    pub(super) fn declare(&mut self) -> &mut Self {
        self.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.open.push(name);
        self.write(Event::Start(start(name, attributes)))
    }

    /// Closes the innermost open element.
    pub(super) fn close(&mut self) -> &mut Self {
        match self.open.pop() {
            Some(name) => self.write(Event::End(BytesEnd::new(name))),
            None => self,
        }
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.write(Event::Empty(start(name, attributes)))
    }

    /// Writes an element that holds only text.
    pub(super) fn text(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.write(Event::Start(start(name, attributes)));
        self.write(Event::Text(BytesText::new(&allowed(text))));
        self.write(Event::End(BytesEnd::new(name)))
    }

    /// Closes every open element and returns the text.
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

/// Removes from a text the characters that XML forbids; YAML forbids the same.
pub(super) fn allowed(text: &str) -> String {
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
