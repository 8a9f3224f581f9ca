//! Files of tools that people have at hand and that state no map. Each gets its own sentence, so that none is taken for
//! a table.

use serde_json::Value;

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use super::place::WithinFile;
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::text;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "not-a-map", about: "a file that states no map", is_one, read };

/// What a file without a map is, and what to give instead.
struct WithoutMap {
    is_it: fn(&ImportedFile) -> bool,
    says: &'static str,
    hint: &'static str,
}

const KNOWN: &[WithoutMap] = &[
    WithoutMap {
        is_it: |file| begins(file, "BEGIN:VCALENDAR"),
        says: "this is a calendar, which states no map",
        hint: "what is promised in it is typed, as `do ...` lines",
    },
    WithoutMap {
        is_it: is_recording,
        says: "this is a recording of a terminal, which states no map",
        hint: "import the session file itself, or the map that it shows",
    },
    WithoutMap {
        is_it: is_plain_graphviz,
        says: "this is Graphviz's plain output, in which arrows may have lost their ends",
        hint: "give the .dot file, or what `dot -Tjson` writes",
    },
    WithoutMap {
        is_it: |file| file.json().is_some_and(is_list_of_modules),
        says: "this lists names under headings and no arrows between them, as PySD lists the modules of a model",
        hint: "import the model itself, its .mdl or .xmile file",
    },
];

fn is_one(file: &ImportedFile) -> bool {
    KNOWN.iter().any(|known| (known.is_it)(file))
}

fn read(files: &[&ImportedFile], _context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    for file in files {
        if let Some(known) = KNOWN.iter().find(|known| (known.is_it)(file)) {
            return Err(ImportError::at(file.place(WithinFile::Whole), known.says, known.hint));
        }
    }
    Ok(ImportedMap::default())
}

fn begins(file: &ImportedFile, mark: &str) -> bool {
    let text = file.text().trim_start();
    text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
}

/// Whether a file is a recording in the format of asciinema: a first line about the terminal, then events.
fn is_recording(file: &ImportedFile) -> bool {
    let first = file.text().lines().next().unwrap_or_default();
    if !first.starts_with('{') {
        return false;
    }
    let header: Value = serde_json::from_str(first).unwrap_or_default();
    let has = |field: &str| header.get(field).is_some();
    header.get("version").is_some_and(Value::is_u64) && (has("term") || (has("width") && has("height")))
}

/// Whether a file is Graphviz's plain output: `graph 1 2.5 3`, then lines of nodes and edges.
fn is_plain_graphviz(file: &ImportedFile) -> bool {
    let mut lines = file.text().lines();
    let first: Vec<&str> = lines.next().unwrap_or_default().split_whitespace().collect();
    let [word, numbers @ ..] = first.as_slice() else { return false };
    *word == "graph"
        && numbers.len() == 3
        && numbers.iter().all(|number| number.parse::<f64>().is_ok())
        && lines.next().is_some_and(|line| line.starts_with("node ") || line.starts_with("stop"))
}

/// Whether a value is an object of objects that end in lists of names.
fn is_list_of_modules(value: &Value) -> bool {
    let mut open = vec![value];
    let mut lists = 0;
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => open.extend(fields.values()),
            Value::Array(items) if items.iter().all(Value::is_string) => lists += 1,
            _ => return false,
        }
    }
    lists > 0 && value.is_object() && text(value, "title").is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::sample_maps::{file, refused};

    #[test]
    fn each_file_without_a_map_is_named() {
        for (text, says) in [
            ("begin:vcalendar\r\nVERSION:2.0", "sample: this is a calendar"),
            (
                "{\"version\":3,\"term\":{\"cols\":60}}\n[0.5, \"o\", \"x\"]",
                "sample: this is a recording of a terminal",
            ),
            ("{\"version\":2,\"width\":60,\"height\":10}", "sample: this is a recording"),
            ("graph 1 2.5 3\nnode a 1 1\nedge a b 4\n solid black\nstop\n", "sample: this is Graphviz's plain output"),
            ("{\"a\": {\"b\": [\"c\"]}, \"d\": [\"e\"]}", "sample: this lists names under headings"),
        ] {
            assert!(refused(&FORMAT, text).starts_with(says), "{text}");
        }
        for text in
            ["graph { a -- b }", "graph 1 2 x", "{}", "[]", "{\"version\": 1}", "{\"a\": [1]}", "Label,Type", ""]
        {
            assert!(!is_one(&file("sample", text.as_bytes())), "{text}");
        }
    }
}
