use std::fmt::Write;

use super::sheet::{RunSheet, RunSheetRow};
use crate::export::markdown::foreign;

/// The run sheet as Markdown: a table of the times, then a section for each exercise.
pub fn run_sheet_markdown(sheet: &RunSheet) -> String {
    let mut text = format!("# {}\n\n{}\n\n", foreign(&sheet.title), foreign(&sheet.about));
    if !sheet.material.is_empty() {
        text.push_str("**Have ready**\n\n");
        for thing in &sheet.material {
            let _ = writeln!(text, "- [ ] {}", foreign(thing));
        }
        text.push('\n');
    }
    text.push_str("| from | to | minutes | what | what one learns |\n| --- | --- | ---: | --- | --- |\n");
    for row in &sheet.rows {
        let (from, to) = &row.times;
        let learn = if row.learn.is_empty() { &row.purpose } else { &row.learn };
        let _ = writeln!(text, "| {from} | {to} | {} | {} | {} |", row.minutes, cell(&row.title), cell(learn));
    }
    for row in sheet.rows.iter().filter(|row| !row.purpose.is_empty()) {
        section(&mut text, row);
    }
    text
}

fn section(text: &mut String, row: &RunSheetRow) {
    let (from, to) = &row.times;
    let _ = write!(text, "\n## {from}–{to} {}\n\n{}\n", foreign(&row.title), foreign(&row.purpose));
    if !row.material.is_empty() {
        let _ = write!(text, "\n**Have ready**: {}\n", foreign(&row.material.join("; ")));
    }
    let _ = write!(text, "\n**To say**: {}\n\n", foreign(&row.say));
    for step in &row.steps {
        let marks = if step.marks.is_empty() { String::new() } else { format!(", {}", step.marks) };
        let _ = writeln!(text, "{}. **{}** ({}{marks})  ", step.number, foreign(&step.title), step.length);
        let _ = writeln!(text, "   {}  ", foreign(&step.prompt));
        let _ = writeln!(text, "   *typed like*: {}", foreign(&step.example));
    }
    if !row.probes.is_empty() {
        text.push_str("\n**To ask**\n\n");
        for probe in &row.probes {
            let _ = writeln!(text, "- {}", foreign(probe));
        }
    }
    let _ = write!(
        text,
        "\n**Done when**: {}  \n**It fails when**: {}\n",
        foreign(&row.done_when),
        foreign(&row.fails_when)
    );
}

/// A text in a cell of a table, in which a bar would end the cell.
fn cell(text: &str) -> String {
    foreign(text).replace('|', "\\|")
}
