//! The records of a JSON file as a table: a list of objects, or an object a line.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::cell_text::yes_or_no;
use super::sheet_rows::CellBudget;
use crate::import::error::ImportError;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::input::table_sheet::{FileTables, SheetRow, TableSheet};
use crate::import::place::WithinFile;

/// How deep objects in a record are taken apart: `owner.name` is a heading, what is deeper is one text.
const DEPTH: usize = 2;

/// Reads a list of records: the file is one, or it is an object with one.
pub(super) fn of_list(file: &ImportedFile, value: &Value) -> Result<FileTables, ImportError> {
    let records = match value {
        Value::Array(list) => Some(list).filter(|list| are_records(list)),
        Value::Object(fields) => {
            let lists = fields.values().filter_map(Value::as_array).filter(|list| are_records(list));
            lists.max_by_key(|list| list.len())
        }
        _ => None,
    };
    records.map_or_else(|| Ok(FileTables::default()), |list| table(file, list))
}

/// Reads a text of which each line is a record; `None` for any other text.
pub(super) fn of_lines(file: &ImportedFile) -> Result<Option<FileTables>, ImportError> {
    let mut lines = file.text().lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let is_record = |line: &str| line.trim_start().starts_with('{') && line.trim_end().ends_with('}');
    if lines.clone().next().is_none_or(|(_, line)| !is_record(line) || serde_json::from_str::<Value>(line).is_err()) {
        return Ok(None);
    }
    let mut records = Vec::new();
    lines.try_for_each(|(place, line)| {
        let value: Value = serde_json::from_str(line).map_err(|error| {
            let within = WithinFile::Character { line: place + 1, column: error.column() };
            let says = error.to_string();
            let says = says.split(" at line ").next().filter(|says| !says.starts_with("EOF"));
            let why = says.map(|says| format!(": {says}")).unwrap_or_default();
            let says = format!("this line is no whole record{why}");
            ImportError::at(file.place(within), says, "export the file again, whole")
        })?;
        records.push(value);
        if records.len() > limits::ROWS {
            return Err(too_many(file));
        }
        Ok(())
    })?;
    if !are_records(&records) {
        return Ok(None);
    }
    table(file, &records).map(Some)
}

/// Whether all values are objects, and one of them states anything.
fn are_records(values: &[Value]) -> bool {
    let mut is_any = false;
    for value in values {
        let Value::Object(fields) = value else { return false };
        is_any |= fields.values().any(|value| !value.is_null());
    }
    is_any
}

fn table(file: &ImportedFile, records: &[Value]) -> Result<FileTables, ImportError> {
    let mut headings: Vec<String> = Vec::new();
    let mut columns: HashMap<String, usize> = HashMap::new();
    let (mut rows, mut budget) = (Vec::new(), CellBudget::new());
    for (place, record) in records.iter().enumerate() {
        let mut cells: Vec<String> = Vec::new();
        let mut fields = Vec::new();
        if let Value::Object(record) = record {
            flat("", record, DEPTH, &mut fields);
        }
        for (name, text) in fields {
            let column = *columns.entry(name).or_insert_with_key(|name| {
                headings.push(name.clone());
                headings.len() - 1
            });
            budget.put(&mut cells, column, text).ok_or_else(|| too_many(file))?;
        }
        if rows.len() >= limits::ROWS {
            return Err(too_many(file));
        }
        if !cells.is_empty() {
            rows.push(SheetRow { number: place + 1, cells });
        }
    }
    rows.insert(0, SheetRow { number: 0, cells: headings });
    Ok(FileTables { sheets: vec![TableSheet { name: None, rows, of_records: true }], remarks: Vec::new() })
}

/// Adds the fields of an object with their texts; those that state nothing are left out.
fn flat(before: &str, fields: &Map<String, Value>, depth: usize, found: &mut Vec<(String, String)>) {
    for (name, value) in fields {
        let name = if before.is_empty() { name.clone() } else { format!("{before}.{name}") };
        match value {
            Value::Object(inner) if depth > 0 => flat(&name, inner, depth - 1, found),
            value => {
                let text = text_of(value);
                if !text.is_empty() {
                    found.push((name, text));
                }
            }
        }
    }
}

/// Returns a value as the text of a cell; the items of a list stand in a line each.
fn text_of(value: &Value) -> String {
    match value {
        Value::Bool(value) => yes_or_no(*value).to_owned(),
        Value::Array(items) if items.iter().all(|item| !item.is_array() && !item.is_object()) => {
            let texts: Vec<String> = items.iter().map(one_text).filter(|text| !text.is_empty()).collect();
            texts.join("\n")
        }
        other => one_text(other),
    }
}

fn one_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}

fn too_many(file: &ImportedFile) -> ImportError {
    let says = format!("there are more than {} records, or too much text in them", limits::ROWS);
    ImportError::at(file.place(WithinFile::Whole), says, "export a part of it")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::input::sheets::sheets;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let file = ImportedFile::new("a.json", text.as_bytes().to_vec()).unwrap();
        sheets(&file).unwrap().iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells.clone()).collect()
    }

    #[test]
    fn a_list_of_records_and_a_record_a_line_are_one_table() {
        let expected = [vec!["name", "owner.unit", "needs"], vec!["Bot", "Claims", "CRM\nMail"], vec!["Mail"]];
        let list =
            r#"[{"name": "Bot", "owner": {"unit": "Claims"}, "needs": ["CRM", "Mail"]}, {"name": "Mail", "x": null}]"#;
        assert_eq!(rows(list), expected);
        assert_eq!(rows(&format!(r#"{{"version": 1, "changes": {list}}}"#)), expected);
        let lines = "{\"name\": \"Bot\", \"owner\": {\"unit\": \"Claims\"}, \"needs\": [\"CRM\", \"Mail\"]}\n\n{\"name\": \"Mail\"}\n";
        assert_eq!(rows(lines), expected);
        assert!(rows("[1, 2]").is_empty());
        assert!(rows("{\"a\": 1}").is_empty());
    }

    #[test]
    fn a_line_that_is_no_record_is_said_with_its_place() {
        let file = ImportedFile::new("a.ndjson", b"{\"name\": \"Bot\"}\n{\"name\": \n".to_vec()).unwrap();
        let says = sheets(&file).unwrap_err().to_string();
        assert!(says.starts_with("a.ndjson, line 2, character"), "{says}");
    }
}
