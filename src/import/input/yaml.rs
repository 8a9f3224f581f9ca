//! Reads YAML as the values that JSON has, within limits: no tag is acted on, no file is included, aliases unfold only a
//! little.

use serde_json::Value;
use serde_saphyr::Options;
use serde_saphyr::options::{AliasLimits, DuplicateKeyPolicy, NonFiniteFloatPolicy};

use crate::import::error::ImportError;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::place::WithinFile;

/// The maximum number of values that the aliases of one document unfold to.
const UNFOLDED_VALUES: usize = 10_000;
/// The maximum size of what the aliases of one document stand for, in bytes.
const ANCHORED: usize = 16 << 10;

/// A document of a YAML file.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) struct YamlDocument {
    /// The line of the file in which it begins, from 1.
    pub(in crate::import) line: usize,
    /// What it holds.
    pub(in crate::import) value: Value,
}

/// Returns the documents of a YAML file that hold anything.
pub(in crate::import) fn documents(file: &ImportedFile) -> Result<Vec<YamlDocument>, ImportError> {
    let (mut read, mut unfolded, mut values) = (Vec::new(), 0_usize, 0_usize);
    for (number, (before, text)) in parts(file.text()).into_iter().enumerate() {
        if number >= limits::THINGS {
            let says = format!("there are more than {} documents", limits::THINGS);
            return Err(ImportError::at(file.line(before + 1), says, "export a part of it"));
        }
        let value: Value = serde_saphyr::from_str_with_options(text, options())
            .map_err(|error| fault(file, before, error.without_snippet()))?;
        let (bytes, held) = size(&value);
        unfolded = unfolded.saturating_add(bytes);
        values = values.saturating_add(held);
        if unfolded > limits::UNFOLDED || values > limits::VALUES {
            let says = "this YAML unfolds to more than is read";
            return Err(ImportError::at(file.line(before + 1), says, "export a part of it"));
        }
        let begins = text.lines().take_while(|line| is_empty(line) || line.trim_end() == "---").count();
        if !value.is_null() {
            read.push(YamlDocument { line: before + begins + 1, value });
        }
    }
    Ok(read)
}

/// Returns the texts of the documents, each with the number of lines before it. A line that begins with three dashes
/// begins a document, whatever stands around it.
fn parts(text: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let (mut from, mut before, mut at, mut holds) = (0, 0, 0, false);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let marks =
            line.strip_prefix("---").is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
        if parts.len() > limits::THINGS {
            return parts;
        }
        if marks && holds {
            parts.push((before, text.get(from..at).unwrap_or_default()));
            (from, before) = (at, number);
        }
        holds |= marks || !is_empty(line);
        at += line.len();
    }
    parts.push((before, text.get(from..).unwrap_or_default()));
    parts
}

/// Whether a line holds nothing of a document.
fn is_empty(line: &str) -> bool {
    let line = line.trim().trim_start_matches('\u{feff}');
    line.is_empty() || line.starts_with(['#', '%'])
}

fn options() -> Options {
    let mut aliases = AliasLimits::default();
    aliases.max_total_replayed_events = UNFOLDED_VALUES;
    let mut options = Options::default();
    options.alias_limits = aliases;
    options.duplicate_keys = DuplicateKeyPolicy::LastWins;
    options.non_finite_float_policy = NonFiniteFloatPolicy::AsString;
    options.strict_booleans = true;
    options.with_snippet = false;
    if let Some(budget) = options.budget.as_mut() {
        budget.max_depth = limits::DEPTH;
        budget.max_nodes = limits::VALUES;
        budget.max_events = limits::VALUES.saturating_mul(2);
        budget.max_recorded_anchor_bytes = ANCHORED;
        budget.enforce_alias_anchor_ratio = false;
    }
    options
}

/// Returns the size of all texts in a value, in bytes, and the number of values in it.
fn size(value: &Value) -> (usize, usize) {
    let (mut bytes, mut values) = (0_usize, 0_usize);
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        values = values.saturating_add(1);
        match value {
            Value::String(text) => bytes = bytes.saturating_add(text.len()),
            Value::Array(items) => open.extend(items),
            Value::Object(fields) => {
                bytes = bytes.saturating_add(fields.keys().map(String::len).sum());
                open.extend(fields.values());
            }
            _ => {}
        }
    }
    (bytes, values)
}

fn fault(file: &ImportedFile, before: usize, error: &serde_saphyr::Error) -> ImportError {
    let number = |number: u64| usize::try_from(number).unwrap_or_default();
    let within = error.location().map_or(WithinFile::Line(before + 1), |location| WithinFile::Character {
        line: before.saturating_add(number(location.line())),
        column: number(location.column()),
    });
    let says = error.to_string();
    let says = says.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let says = match says.split(" at line ").next().unwrap_or_default() {
        says if says.starts_with("alias replay limit") => "its aliases unfold to more than is read",
        says if says.starts_with("recursion limit") => "its values are nested too deep",
        says => says,
    };
    ImportError::at(file.place(within), format!("this YAML cannot be read: {says}"), "mend the file there")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(text: &str) -> Result<Vec<YamlDocument>, String> {
        let file = ImportedFile::new("catalog.yaml", text.as_bytes().to_vec()).unwrap();
        documents(&file).map_err(|error| error.to_string())
    }

    #[test]
    fn documents_have_lines_and_values() {
        let read =
            of("# a\n%YAML 1.2\n---\na: 1\n---\n# nothing\n---\nb: [x, 'y']\nc: |\n  ---\n  text\n--- {d: yes}\n")
                .unwrap();
        let lines: Vec<usize> = read.iter().map(|document| document.line).collect();
        assert_eq!(lines, [4, 8, 12]);
        assert_eq!(read[0].value, json!({"a": 1}));
        assert_eq!(read[1].value, json!({"b": ["x", "y"], "c": "---\ntext\n"}));
        assert_eq!(read[2].value, json!({"d": "yes"}));
        assert_eq!(of("").unwrap(), []);
        assert_eq!(
            of("a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}\nf: !custom v\n").unwrap()[0].value["d"],
            json!({"b": 1, "e": 2})
        );
    }

    #[test]
    fn a_mistake_is_said_with_its_place() {
        let says = of("a: 1\n---\nb: [1,\nc: 2\n").unwrap_err();
        assert!(says.starts_with("catalog.yaml, line ") && says.contains("this YAML cannot be read"), "{says}");
        assert!(!says.contains('\n'), "{says}");
    }

    #[test]
    fn what_is_made_to_unfold_without_end_is_refused() {
        let mut laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for (name, of) in ["b", "c", "d", "e", "f", "g", "h"].iter().zip(["a", "b", "c", "d", "e", "f", "g"]) {
            laughs.extend([name, ": &", name, " [", &vec![format!("*{of}"); 9].join(", "), "]\n"]);
        }
        assert!(of(&laughs).is_err());
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(1 << 20), vec!["*a"; 1000].join(", "));
        assert!(of(&long).is_err());
        let deep = format!("a: {}{}", "[".repeat(500), "]".repeat(500));
        assert!(of(&deep).is_err());
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]
        #[test]
        fn any_text_ends_with_values_or_a_sentence(text in "(a|: |- |\n|  |\\[|\\]|\\{|\\}|&a|\\*a|---\n|\\||>|'|\"|#|!t|<<|,|%|\\PC){0,30}") {
            let _ = of(&text);
        }
    }
}
