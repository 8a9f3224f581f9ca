//! The lines of the screen of the tables.

use jiff::{SignedDuration, Timestamp};

use super::overview::{GatheringOverview, LatestArrow};
use super::standing::{TableStage, TableStanding};
use crate::app::model::Model;
use crate::app::sheet::{SheetCell, SheetPart};
use crate::record::english::counted_in_words;
use crate::record::spoken::clock;
use crate::record::text::clean;
use crate::theme::Role;

/// The interval over which the growth of the map is told.
const LATELY: SignedDuration = SignedDuration::from_mins(10);

/// The widths of the columns but that of the step, and the spaces between all.
const TABLE: u16 = 9;
const TIME: u16 = 13;
const LINES: u16 = 5;
const LAST: u16 = 13;
const SPACES: u16 = 4;

/// Returns the number of lines, above the last of which nothing is scrolled.
pub(super) fn most(model: &Model) -> u16 {
    let lines = rows(model, 0, model.size.0).len();
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// Returns the lines; the table with the index `selected` is marked.
pub(super) fn rows(model: &Model, selected: usize, width: u16) -> Vec<SheetPart> {
    let tables = &model.tables;
    let mut parts = Vec::new();
    if !tables.says.is_empty() {
        parts.push(SheetPart::text(&tables.says, Role::Alarm));
    }
    let Some(overview) = &tables.overview else {
        if tables.says.is_empty() {
            parts.push(SheetPart::text("Looking at the tables.", Role::Quiet));
        }
        return parts;
    };
    parts.push(row(["table", "where", "in the step", "lines", "last line"].map(str::to_owned), Role::Quiet, width));
    for (at, table) in overview.tables.iter().chain([&overview.plenary]).enumerate() {
        let role = if at == selected { Role::Selected } else { Role::Text };
        parts.push(row(cells(overview, table, model.now), role, width));
    }
    parts.extend(how_to_open(overview));
    parts.push(SheetPart::blank());
    parts.extend(map_so_far(overview, model.now));
    parts.push(SheetPart::blank());
    parts.extend(contradictions(overview));
    parts
}

fn row([table, place, time, lines, last]: [String; 5], role: Role, width: u16) -> SheetPart {
    let rest = width.saturating_sub(TABLE + TIME + LINES + LAST + SPACES).max(10);
    let cell = |text, width| SheetCell { text, width, role };
    SheetPart::Cells(vec![
        cell(table, TABLE),
        cell(place, rest),
        cell(time, TIME),
        cell(lines, LINES),
        cell(last, LAST),
    ])
}

fn cells(overview: &GatheringOverview, table: &TableStanding, now: Timestamp) -> [String; 5] {
    let (place, time) = match &table.stage {
        TableStage::Absent => ("not here yet".to_owned(), String::new()),
        TableStage::Private => ("private".to_owned(), String::new()),
        TableStage::Waiting => ("not started".to_owned(), String::new()),
        TableStage::Ended => ("ended".to_owned(), String::new()),
        TableStage::At { number, of, title, ran, planned, running } => {
            let since = if *running { now.duration_since(overview.read_at) } else { SignedDuration::ZERO };
            let number = number.map_or_else(String::new, |number| format!("{number} of {of}  "));
            let paused = if *running { "" } else { " (paused)" };
            let ran = ran.saturating_add(since.max(SignedDuration::ZERO));
            (format!("{number}{}{paused}", clean(title)), format!("{} of {}", clock(ran), clock(*planned)))
        }
    };
    let ago = table.last_line.map(|last| ago(now.duration_since(last))).unwrap_or_default();
    let lines = if table.session.is_some() { table.lines.to_string() } else { String::new() };
    [table.called(), place, time, lines, ago]
}

/// Returns how long ago something was: "now", "14 min ago".
fn ago(since: SignedDuration) -> String {
    match since.as_mins() {
        ..=0 => "just now".to_owned(),
        minutes @ 1..=99 => format!("{minutes} min ago"),
        minutes => format!("{} h ago", minutes / 60),
    }
}

/// Returns how a table that nobody has started is opened.
fn how_to_open(overview: &GatheringOverview) -> Option<SheetPart> {
    let waiting = overview.tables.iter().find(|table| table.stage == TableStage::Waiting)?;
    let says = format!(
        "Each table opens its own session: on its first screen, or adjacent open \"{}, {}\".",
        overview.title,
        waiting.called()
    );
    Some(SheetPart::text(&says, Role::Quiet))
}

/// Returns what the tables have on one map by now.
fn map_so_far(overview: &GatheringOverview, now: Timestamp) -> Vec<SheetPart> {
    let count = |number, one, many| counted_in_words(number, one, many);
    let lately = overview.drawn_since(now.checked_sub(LATELY).unwrap_or(now));
    let mut parts = vec![SheetPart::text(
        &format!(
            "On one map: {}, {}. New in the last ten minutes: {}.",
            count(overview.things, "thing", "things"),
            count(overview.arrows, "arrow", "arrows"),
            count(lately, "arrow", "arrows"),
        ),
        Role::Text,
    )];
    if overview.shared_things > 0 {
        parts.push(SheetPart::text(
            &format!(
                "Several tables named {}, and drew {} alike.",
                count(overview.shared_things, "thing", "things"),
                count(overview.shared_arrows, "arrow", "arrows"),
            ),
            Role::Text,
        ));
    }
    let newest = |(at, arrow): (usize, &LatestArrow)| {
        let lead = if at == 0 { "Latest: " } else { "        " };
        SheetPart::Cut(format!("{lead}table {}: {}", arrow.table, arrow.says), Role::Quiet)
    };
    parts.extend(overview.latest.iter().take(3).enumerate().map(newest));
    parts
}

/// Returns what the tables contradict each other on.
fn contradictions(overview: &GatheringOverview) -> Vec<SheetPart> {
    if overview.contradictions.is_empty() {
        let says = "No two tables contradict each other so far.";
        return vec![SheetPart::text(says, Role::Text)];
    }
    let found = overview.contradictions.len();
    let title = format!("The tables contradict each other on {}:", counted_in_words(found, "arrow", "arrows"));
    let told = overview.contradictions_in_words().map(SheetPart::Bullet);
    [SheetPart::text(&title, Role::Title)].into_iter().chain(told).collect()
}
