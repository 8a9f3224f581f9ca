//! Reads XML as a tree, within limits: no entities of the document's own, no deep nesting, no external files.

use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};

use crate::import::context::ReadContext;
use crate::import::error::ImportError;
use crate::import::input::entities::numbered_character;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;

/// The maximum number of attributes of one element.
const ATTRIBUTES: usize = 256;
/// The number of elements after which the reading is asked whether it goes on.
const STEP: usize = 1000;

/// An element of an XML document, with everything in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct XmlElement {
    /// Its name without the prefix: `NodeLabel`.
    pub(in crate::import) name: String,
    /// The prefix of its name, as the document has it: `y`; empty for none.
    pub(in crate::import) prefix: String,
    /// The line in which it begins, from 1.
    pub(in crate::import) line: usize,
    /// Its elements, in order.
    pub(in crate::import) children: Vec<XmlElement>,
    /// Its attributes in order; each name has its prefix: `isee:polarity`.
    attributes: Vec<(String, String)>,
    /// Its own texts, one after the other, without those of its elements.
    own_text: String,
    /// Where it stands in the own text of the element that it is in, in bytes.
    at: usize,
}

impl XmlElement {
    /// Returns an attribute by its name without the prefix. Of several, the one that has no prefix.
    pub(in crate::import) fn attribute(&self, name: &str) -> Option<&str> {
        self.prefixed("", name).or_else(|| {
            let local = |full: &str| full.rsplit_once(':').is_some_and(|(_, local)| local == name);
            self.attributes.iter().find(|(full, _)| local(full)).map(|(_, value)| value.as_str())
        })
    }

    /// Returns an attribute by its prefix and name; an empty prefix is none.
    pub(in crate::import) fn prefixed(&self, prefix: &str, name: &str) -> Option<&str> {
        let is_it = |full: &str| match full.split_once(':') {
            Some((its_prefix, local)) => its_prefix == prefix && local == name,
            None => prefix.is_empty() && full == name,
        };
        self.attributes.iter().find(|(full, _)| is_it(full)).map(|(_, value)| value.as_str())
    }

    /// Returns its attributes in order, each with its name, which has its prefix.
    pub(in crate::import) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Returns its first element with this name.
    pub(in crate::import) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Returns its elements with this name, in order.
    pub(in crate::import) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Returns it and all elements in it with this name, in the order of the document.
    pub(in crate::import) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(next.children.iter().rev());
            Some(next)
        })
        .filter(move |element| element.name == name)
    }

    /// Returns its own text, without the space around it.
    pub(in crate::import) fn text(&self) -> &str {
        self.own_text.trim()
    }

    /// Returns its text together with the texts of all elements in it, in the order of the document.
    pub(in crate::import) fn all_text(&self) -> String {
        let mut text = String::new();
        self.write_text(&mut text);
        text.trim().to_owned()
    }

    /// Writes the texts; the depth is bounded, because no element is nested more than [`limits::DEPTH`] deep.
    fn write_text(&self, text: &mut String) {
        let mut written = 0;
        for child in &self.children {
            text.push_str(self.own_text.get(written..child.at).unwrap_or_default());
            written = child.at;
            child.write_text(text);
        }
        text.push_str(self.own_text.get(written..).unwrap_or_default());
    }
}

/// Returns the root element of a file that is XML.
///
/// The text is decoded already, so the encoding that the document names is not asked for. Only the five entities of XML
/// and numbered characters are resolved; a document that declares entities of its own is refused.
pub(in crate::import) fn xml(file: &ImportedFile, context: &ReadContext<'_>) -> Result<XmlElement, ImportError> {
    let mut tree = XmlTree { file, open: Vec::new(), root: None, count: 0, line: 1, counted: 0 };
    let mut reader = Reader::from_str(file.text());
    reader.config_mut().expand_empty_elements = true;
    loop {
        let begins = reader.buffer_position();
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                tree.move_to(reader.error_position());
                return Err(tree.fault(&in_words(&error)));
            }
        };
        tree.move_to(begins);
        match event {
            Event::Start(start) => {
                tree.begin(&start)?;
                if tree.count.is_multiple_of(STEP) {
                    context.proceeds(tree.counted, file.text().len())?;
                }
            }
            Event::End(_) => tree.end(),
            Event::Text(text) => tree.add(&text.xml10_content())?,
            Event::CData(text) => tree.add(&text.xml10_content())?,
            Event::GeneralRef(name) => {
                let text = xml_character(&name).ok_or_else(|| tree.unknown_entity(&name))?;
                tree.add(&text)?;
            }
            Event::DocType(declared) if declared.to_ascii_uppercase().contains("<!ENTITY") => {
                return Err(tree.fault("the document declares entities of its own, which are not unfolded"));
            }
            Event::Eof => return tree.finish(),
            Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => {}
        }
    }
}

/// A tree that is being read: the elements that are open, and what is done.
struct XmlTree<'a> {
    file: &'a ImportedFile,
    open: Vec<XmlElement>,
    root: Option<XmlElement>,
    /// The number of elements and attributes so far.
    count: usize,
    /// The line of the byte up to which lines are counted.
    line: usize,
    counted: usize,
}

impl XmlTree<'_> {
    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), ImportError> {
        if self.root.is_some() {
            return Err(self.fault("a second document begins here"));
        }
        if self.open.len() >= limits::DEPTH {
            return Err(self.fault(&format!("elements are nested more than {} deep", limits::DEPTH)));
        }
        let (mut attributes, mut why) = (Vec::new(), None);
        for attribute in start.attributes() {
            let read = attribute.map_err(|error| error.to_string()).and_then(|attribute| {
                let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|error| in_words(&error))?;
                Ok((attribute.key.as_ref().to_owned(), value.into_owned()))
            });
            match read {
                Ok(_) if attributes.len() >= ATTRIBUTES => why = Some(format!("it has more than {ATTRIBUTES}")),
                Ok(attribute) => attributes.push(attribute),
                Err(error) => why = Some(error),
            }
            if let Some(why) = why {
                let name = start.name();
                return Err(self.fault(&format!("the attributes of <{}> cannot be read: {why}", name.as_ref())));
            }
        }
        self.count = self.count.saturating_add(1 + attributes.len());
        if self.count > limits::VALUES {
            let says = format!("the document holds more than {} elements and attributes", limits::VALUES);
            return Err(self.fault(&says));
        }
        let at = self.open.last().map_or(0, |parent| parent.own_text.len());
        let name = start.local_name().as_ref().to_owned();
        let prefix = start.name().prefix().map(|prefix| prefix.as_ref().to_owned()).unwrap_or_default();
        self.open.push(XmlElement { name, prefix, line: self.line, attributes, at, ..XmlElement::default() });
        Ok(())
    }

    fn end(&mut self) {
        let Some(done) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(done),
            None => self.root = Some(done),
        }
    }

    fn add(&mut self, text: &str) -> Result<(), ImportError> {
        match self.open.last_mut() {
            Some(element) => element.own_text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(self.fault("text stands outside of the root element")),
        }
        Ok(())
    }

    fn finish(self) -> Result<XmlElement, ImportError> {
        if let Some(open) = self.open.last() {
            let says = format!("the file ends before <{}> of line {} is closed", open.name, open.line);
            return Err(self.fault(&says));
        }
        let hint = "export the file again";
        self.root.ok_or_else(|| ImportError::at(self.file.line(1), "there is no element in it", hint))
    }

    /// Counts lines up to a byte of the text.
    fn move_to(&mut self, byte: u64) {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(self.file.text().len());
        let between = self.file.text().as_bytes().get(self.counted..byte).unwrap_or_default();
        self.line += between.split(|byte| *byte == b'\n').skip(1).count();
        self.counted = self.counted.max(byte);
    }

    fn fault(&self, says: &str) -> ImportError {
        ImportError::at(self.file.line(self.line), says, "export the file again, whole")
    }

    fn unknown_entity(&self, name: &str) -> ImportError {
        self.fault(&format!("XML has no entity &{name};"))
    }
}

/// Returns what an entity or a numbered character stands for; `None` for what XML does not know.
pub(in crate::import) fn xml_character(name: &str) -> Option<String> {
    numbered_character(name).map(String::from).or_else(|| escape::resolve_xml_entity(name).map(str::to_owned))
}

/// Returns a mistake in XML in plain English.
fn in_words(error: &Error) -> String {
    match error {
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            format!("</{found}> stands where </{expected}> is due")
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => format!("</{found}> closes nothing"),
        Error::IllFormed(error) => error.to_string(),
        Error::Syntax(error) => error.to_string(),
        Error::Escape(error) => error.to_string(),
        Error::InvalidAttr(error) => error.to_string(),
        _ => "this is not XML".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::ImportMapping;
    use crate::import::watch::NoWatch;

    fn of(text: &str) -> Result<XmlElement, String> {
        let mapping = ImportMapping::default();
        let context = ReadContext { mapping: &mapping, watch: &NoWatch };
        let file = ImportedFile::new("map.xml", text.as_bytes().to_vec()).unwrap();
        xml(&file, &context).map_err(|error| error.to_string())
    }

    #[test]
    fn a_tree_has_names_attributes_texts_and_lines() {
        let root = of("<?xml version='1.0' encoding='ISO-8859-1'?>\r\n<!DOCTYPE map SYSTEM \"map.dtd\">\n<!-- a -->\n\
            <y:map xmlns:y='u'>\n <a isee:polarity='-' polarity='+' b='1 &amp; &#x32;'/>\n\n <b>x &lt; <i>y</i> z</b><c><![CDATA[<d>]]></c></y:map>\n")
        .unwrap();
        assert_eq!((root.name.as_str(), root.prefix.as_str(), root.line), ("map", "y", 4));
        let a = root.child("a").unwrap();
        assert_eq!((a.attribute("polarity"), a.prefixed("isee", "polarity")), (Some("+"), Some("-")));
        assert_eq!((a.attribute("b"), a.attribute("none"), a.line), (Some("1 & 2"), None, 5));
        assert_eq!(root.attribute("y"), Some("u"), "by its name without the prefix");
        let b = root.child("b").unwrap();
        assert_eq!((b.text(), b.all_text().as_str(), b.line), ("x <  z", "x < y z", 7));
        assert_eq!(root.child("c").unwrap().text(), "<d>");
        assert_eq!(root.all("i").count(), 1);
    }

    #[test]
    fn a_mistake_is_a_sentence_with_its_line() {
        let says = |text: &str| of(text).unwrap_err();
        assert!(says("<a>\n<b>\n</a>").starts_with("map.xml, line 3: </a> stands where </b> is due;"));
        assert!(says("<a>\n<b></b>\n").starts_with("map.xml, line 3: the file ends before <a> of line 1 is closed;"));
        assert!(says("<a/>\n<b/>").starts_with("map.xml, line 2: a second document begins here;"));
        assert!(says("<a>\n&nbsp;</a>").starts_with("map.xml, line 2: XML has no entity &nbsp;;"));
        assert!(says("<a>\n<b c='1' c='2'/></a>").starts_with("map.xml, line 2: the attributes of <b> cannot be read"));
        assert!(says("<a>\n<b c='1'").contains("line 2"));
        assert!(says("").contains("there is no element in it"));
    }

    #[test]
    fn what_is_made_to_unfold_or_nest_without_end_is_refused() {
        let laughs = "<!DOCTYPE a [\n<!ENTITY b \"ha\">\n<!entity c \"&b;&b;\">]>\n<a>&c;</a>";
        assert!(of(laughs).unwrap_err().contains("the document declares entities of its own"));
        let deep = format!("{}{}", "<a>".repeat(limits::DEPTH + 1), "</a>".repeat(limits::DEPTH + 1));
        assert!(of(&deep).unwrap_err().contains("nested more than 128 deep"));
        let allowed = format!("{}{}", "<a>".repeat(limits::DEPTH), "</a>".repeat(limits::DEPTH));
        assert!(of(&allowed).is_ok());
        let many: String = (0..2000).map(|number| format!("a{number}='1'")).collect::<Vec<_>>().join(" ");
        assert!(of(&format!("<a {many}/>")).unwrap_err().contains("more than 256"));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
        #[test]
        fn any_text_ends_with_a_tree_or_a_sentence(text in "(<|>|/|a|b|&|;|#x?|\"|'|=|!|\\[|\\]|-|\\?|DOCTYPE|CDATA|[ \n]|é|\\PC){0,40}") {
            let _ = of(&text);
        }
    }
}
