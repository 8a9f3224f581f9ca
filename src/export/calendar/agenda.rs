use std::fmt::Write;

use jiff::Timestamp;

use super::component::{CalendarEntry, CalendarSpan, calendar};
use crate::export::run_sheet::{RunSheet, RunSheetRow};

/// The calendar of a run sheet with clock times: an event for each exercise, with its prompts. Time that is left free is
/// no event. `key` tells this session or plan from others, so that a calendar replaces the events when it is written
/// again; `stamp` is the time at which it is written.
pub fn agenda_calendar(sheet: &RunSheet, key: &str, stamp: Timestamp) -> String {
    let rows = sheet.rows.iter().enumerate().filter(|(_, row)| !row.purpose.is_empty());
    let entries = rows.filter_map(|(at, row)| {
        let (begins, ends) = row.span?;
        Some(CalendarEntry {
            uid: format!("{key}-{}-{}@adjacent", at + 1, row.id),
            stamp,
            span: CalendarSpan::Moments(begins, ends),
            summary: format!("{} ({})", row.title, sheet.title),
            description: description(row),
        })
    });
    calendar(&sheet.title, &entries.collect::<Vec<_>>())
}

fn description(row: &RunSheetRow) -> String {
    let mut text = format!("{}\n", row.purpose);
    if !row.material.is_empty() {
        let _ = writeln!(text, "Have ready: {}", row.material.join("; "));
    }
    let _ = writeln!(text, "To say: {}", row.say);
    for step in &row.steps {
        let _ = writeln!(text, "{}. {} ({}): {}", step.number, step.title, step.length, step.prompt);
    }
    text
}
