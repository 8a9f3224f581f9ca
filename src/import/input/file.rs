use std::sync::{Arc, OnceLock};

use serde_json::Value;

use crate::import::error::ImportError;
use crate::import::input::encoding::decoded;
use crate::import::input::limits;
use crate::import::input::not_text::not_text;
use crate::import::input::table_sheet::FileTables;
use crate::import::place::{SourcePlace, WithinFile};

/// A file to import: its name, what it holds, and what the readers ask of it again and again.
#[derive(Debug)]
pub struct ImportedFile {
    name: Arc<str>,
    content: FileContent,
    /// The name of the encoding of its text.
    encoding: &'static str,
    /// Its tables, once somebody asked for them.
    tables: OnceLock<Result<FileTables, ImportError>>,
}

/// The depth at which `serde_json` ends.
const JSON_DEPTH: usize = 127;

#[derive(Debug)]
enum FileContent {
    /// A ZIP archive, which spreadsheets are.
    Archive(Vec<u8>),
    /// A text that is one JSON value.
    Json(String, Value),
    /// Any other text. Where it begins like JSON: the line, the character and the reason why it is not.
    Text(String, Option<(usize, usize, String)>),
}

impl ImportedFile {
    /// Takes the bytes of a file; `name` is its name without the folder.
    pub fn new(name: &str, bytes: Vec<u8>) -> Result<Self, ImportError> {
        let name: Arc<str> = name.into();
        let whole = SourcePlace { file: Arc::clone(&name), within: WithinFile::Whole };
        if bytes.len() > limits::BYTES {
            let says = format!("this is larger than {} MiB, the most that is read", limits::BYTES >> 20);
            return Err(ImportError::at(whole, says, "split it, or export a part of it"));
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Ok(Self { name, content: FileContent::Archive(bytes), encoding: "ZIP", tables: OnceLock::new() });
        }
        if let Some((says, hint)) = not_text(&bytes) {
            return Err(ImportError::at(whole, says, hint));
        }
        let (text, encoding) = decoded(bytes);
        let content = if text.trim_start().starts_with(['{', '[']) {
            if values_at_most(&text) > limits::VALUES {
                let says = format!("this JSON holds more than {} values, an object counted as three", limits::VALUES);
                return Err(ImportError::at(whole, says, "export a part of it"));
            }
            match serde_json::from_str(&text) {
                Ok(value) => FileContent::Json(text, value),
                Err(error) => {
                    FileContent::Text(text, Some((error.line(), error.column(), json_fault_in_words(&error))))
                }
            }
        } else {
            FileContent::Text(text, None)
        };
        Ok(Self { name, content, encoding, tables: OnceLock::new() })
    }

    /// Returns the name of the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the encoding of its text; `ZIP` for an archive.
    pub const fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// Returns its text; empty for an archive.
    pub fn text(&self) -> &str {
        match &self.content {
            FileContent::Archive(_) => "",
            FileContent::Json(text, _) | FileContent::Text(text, _) => text,
        }
    }

    /// Returns its bytes if it is a ZIP archive.
    pub fn archive(&self) -> Option<&[u8]> {
        match &self.content {
            FileContent::Archive(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Returns its value if it is JSON.
    pub const fn json(&self) -> Option<&Value> {
        match &self.content {
            FileContent::Json(_, value) => Some(value),
            _ => None,
        }
    }

    /// Returns where and why a text that begins like JSON is not JSON: the line and the character, from 1, and the reason.
    pub fn json_fault(&self) -> Option<(usize, usize, &str)> {
        match &self.content {
            FileContent::Text(_, Some((line, column, says))) => Some((*line, *column, says)),
            _ => None,
        }
    }

    /// Returns the local name of the root element if it looks like XML: `graphml`, `gexf`, `map`.
    pub fn xml_root(&self) -> Option<&str> {
        let mut rest = self.text().trim_start();
        loop {
            rest = rest.strip_prefix('<')?;
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.split_once("-->")?.1.trim_start();
            } else if let Some(declaration) = rest.strip_prefix('!') {
                rest = after_declaration(declaration)?.trim_start();
            } else if rest.starts_with('?') {
                rest = rest.split_once('>')?.1.trim_start();
            } else {
                break;
            }
        }
        let name = rest.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
        let local = name.rsplit(':').next()?;
        (!local.is_empty()).then_some(local)
    }

    /// Returns its tables, which `read` reads when they are asked for the first time.
    pub(in crate::import) fn tables_by(
        &self,
        read: fn(&Self) -> Result<FileTables, ImportError>,
    ) -> Result<&FileTables, ImportError> {
        self.tables.get_or_init(|| read(self)).as_ref().map_err(Clone::clone)
    }

    /// Returns a place in the file.
    pub fn place(&self, within: WithinFile) -> SourcePlace {
        SourcePlace { file: Arc::clone(&self.name), within }
    }

    /// Returns the place of an item that the format names.
    pub fn item(&self, item: impl AsRef<str>) -> SourcePlace {
        self.place(WithinFile::Item(item.as_ref().into()))
    }

    /// Returns the place of a line, from 1.
    pub fn line(&self, line: usize) -> SourcePlace {
        self.place(WithinFile::Line(line))
    }
}

/// Returns what follows a declaration such as `<!DOCTYPE a [<!ENTITY b "c">]>`, whose own declarations stand in brackets.
fn after_declaration(declaration: &str) -> Option<&str> {
    let (mut inside, mut quote) = (0_usize, None);
    for (at, c) in declaration.char_indices() {
        match (c, quote) {
            (_, Some(open)) if c == open => quote = None,
            ('"' | '\'', None) => quote = Some(c),
            ('[', None) => inside = inside.saturating_add(1),
            (']', None) => inside = inside.saturating_sub(1),
            ('>', None) if inside == 0 => return declaration.get(at + 1..),
            _ => {}
        }
    }
    None
}

/// Returns a mistake in JSON in plain English, without its place.
fn json_fault_in_words(error: &serde_json::Error) -> String {
    let says = error.to_string();
    let says = says.split(" at line ").next().unwrap_or_default();
    match says.strip_prefix("EOF while parsing ") {
        Some(what) => format!("the file is cut off in {what}"),
        None if says == "recursion limit exceeded" => format!("values are nested more than {JSON_DEPTH} deep"),
        None => says.to_owned(),
    }
}

/// Returns a number that a JSON text has no more values than, an object counted as three, without reading the text as JSON.
fn values_at_most(text: &str) -> usize {
    let (mut values, mut quoted, mut escaped) = (1, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => values += 3,
            b'[' | b',' | b':' if !quoted => values += 1,
            _ => {}
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> ImportedFile {
        ImportedFile::new("a", text.as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn what_a_file_holds_is_told_without_its_name() {
        assert!(file("{\"a\": [1, 2]}").json().is_some());
        assert_eq!(file("{\"a\":\n  [1,").json_fault().map(|(line, ..)| line), Some(2));
        assert_eq!(file("<?xml version=\"1.0\"?>\n<!-- a > b -->\n<g:graphml a='1'>").xml_root(), Some("graphml"));
        assert_eq!(file("<!DOCTYPE x><gexf/>").xml_root(), Some("gexf"));
        assert_eq!(file("<!DOCTYPE a [<!ENTITY b \"]>\">\n]><gexf/>").xml_root(), Some("gexf"));
        assert_eq!(file("<!DOCTYPE a [<!ENTITY b").xml_root(), None);
        assert_eq!(file("Label,Type").xml_root(), None);
        assert!(ImportedFile::new("a", b"PK\x03\x04rest".to_vec()).unwrap().archive().is_some());
    }

    #[test]
    fn a_file_that_unfolds_into_too_many_values_is_refused_before_it_is_read() {
        let many = format!("[{}1]", "1,".repeat(limits::VALUES));
        let refused = ImportedFile::new("many.json", many.into_bytes()).unwrap_err().to_string();
        assert_eq!(
            refused,
            "many.json: this JSON holds more than 1800000 values, an object counted as three; export a part of it"
        );
        let objects = format!("[{}{{}}]", "{},".repeat(limits::VALUES / 4));
        assert!(ImportedFile::new("many.json", objects.into_bytes()).is_err(), "objects take more room than numbers");
        assert!(values_at_most(r#"{"a,b": "c\",d", "e": [1, 2]}"#) < 12, "a comma in a text is no value");
    }
}
