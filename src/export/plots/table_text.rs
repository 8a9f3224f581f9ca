use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::table::PlotTable;
use crate::export::markdown::{foreign, list};
use crate::record::text::clean;

/// Writes plots as text, for a reader without a screen: each row as one sentence.
pub fn tables_text(tables: &[PlotTable]) -> String {
    let mut text = String::new();
    for table in tables {
        let _ = writeln!(text, "{}{}", if text.is_empty() { "" } else { "\n" }, clean(&table.title));
        for says in &table.about {
            let _ = writeln!(text, "{}", clean(says));
        }
        for row in &table.rows {
            let _ = writeln!(text, "- {}", row_text(table, row));
        }
        for says in &table.beside {
            let _ = writeln!(text, "{}", clean(says));
        }
    }
    text
}

/// Returns a row as one sentence: what it is about, then every cell behind the head of its column.
pub fn row_text(table: &PlotTable, row: &[String]) -> String {
    let about: Vec<&str> = row.iter().take(table.names).map(String::as_str).collect();
    let cells = table.heads.iter().zip(row).skip(table.names).filter(|(_, cell)| !cell.is_empty());
    let cells: Vec<String> = cells
        .map(|(head, cell)| if head.is_empty() { cell.clone() } else { format!("{}: {cell}", head.to_lowercase()) })
        .collect();
    let joint = if table.names > 1 { ". " } else { " " };
    clean(&format!("{} - {}", about.join(joint), cells.join("; "))).into_owned()
}

/// Writes plots as tables in Markdown, under headings of the third level.
pub(in crate::export) fn tables_markdown(tables: &[PlotTable]) -> String {
    let mut text = String::new();
    for table in tables {
        let _ = write!(text, "\n### {}\n\n{}\n", foreign(&table.title), table.about.join(" "));
        if !table.rows.is_empty() {
            let line = |cells: &[String]| {
                let cells: Vec<String> = cells.iter().map(|cell| foreign(cell)).collect();
                format!("| {} |\n", cells.join(" | "))
            };
            let rows: String = table.rows.iter().map(|row| line(row)).collect();
            let _ = write!(text, "\n{}|{}\n{rows}", line(&table.heads), " --- |".repeat(table.heads.len()));
        }
        if !table.beside.is_empty() {
            let _ = write!(text, "\n{}", list(table.beside.iter().map(|says| foreign(says))));
        }
    }
    text
}

/// Writes plots as JSON: the rows as objects, with the heads of the columns as names.
pub fn tables_json(tables: &[PlotTable]) -> String {
    let row = |table: &PlotTable, row: &[String]| {
        let named = table.heads.iter().zip(row).map(|(head, cell)| {
            let name = if head.is_empty() { "number".to_owned() } else { head.to_lowercase() };
            (name, Value::from(cell.as_str()))
        });
        Value::Object(named.collect::<Map<String, Value>>())
    };
    let tables = tables.iter().map(|table| {
        let rows: Vec<Value> = table.rows.iter().map(|cells| row(table, cells)).collect();
        json!({ "title": table.title, "about": table.about, "rows": rows, "beside": table.beside })
    });
    let value = json!({ "plots": tables.collect::<Vec<_>>() });
    format!("{value:#}\n")
}
