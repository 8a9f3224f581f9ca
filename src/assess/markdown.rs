use std::fmt::Write;

use super::FOOTER;
use super::comparison::{Change, Comparison};
use super::dates::in_words;
use super::history::{Chart, History};
use super::reading::Reading;
use super::text::trains;
use crate::record::spoken::listed;

/// What an assessment comes to, as Markdown. Every word of it is the instrument's; no example is in it.
pub fn reading_markdown(reading: &Reading) -> String {
    let mut text = format!("# Where I stand, {}\n\n", in_words(reading.day));
    for ladder in &reading.ladders {
        let _ = writeln!(text, "- **{}**: {}", ladder.title, ladder.says);
    }
    let _ = writeln!(text, "\n{}", reading.reach.says());
    if let Some(shape) = reading.shape {
        let _ = writeln!(text, "\n{}", shape.says());
    }
    if !reading.waiting.is_empty() {
        let _ = writeln!(text, "\nNo recent example yet: {}.", listed(&reading.waiting, "and"));
    }
    if !reading.gaps.is_empty() {
        text.push_str("\n## To work on, for two weeks each\n\n");
    }
    for gap in &reading.gaps {
        let trained: Vec<String> = gap.practice.trains.iter().map(trains).collect();
        let about = gap.says.join("; ");
        let _ = writeln!(text, "- {about}\n  **{}** Try {}.", gap.practice.does, trained.join("; then "));
    }
    with_footer(&text)
}

/// All assessments as Markdown: the summary, what changed last with red flags first, and a table of rungs by date.
pub fn history_markdown(history: &History) -> String {
    let mut text = format!("# Over time\n\n{}\n", history.summary.join("\n"));
    if let Some(comparison) = &history.comparison {
        let _ = write!(text, "\n## Since {}\n\n{}", in_words(comparison.from), changes(comparison));
    }
    for chart in &history.charts {
        text.push_str(&table(chart));
    }
    with_footer(&text)
}

fn changes(comparison: &Comparison) -> String {
    let mut rows: Vec<String> = Vec::new();
    rows.extend(comparison.raised().map(|flag| format!("raised: {}", flag.short)));
    rows.extend(comparison.cleared().map(|flag| format!("cleared: {}", flag.short)));
    rows.extend(comparison.eased().map(|flag| format!("only sometimes now: {}", flag.short)));
    for item in comparison.moved() {
        let way = if item.is_up() { "moved up" } else { "moved down" };
        rows.push(format!("{way}: {}, now \"{}\"", item.title, item.now.1));
    }
    rows.extend(comparison.of(Change::Reworded).map(|item| format!("same, reworded: {}", item.title)));
    if rows.is_empty() {
        rows.push("nothing that an example shows".to_owned());
    }
    rows.iter().fold(String::new(), |list, row| format!("{list}- {row}\n"))
}

fn table(chart: &Chart) -> String {
    let row = |mark: &super::Mark| format!("| {} | {} |\n", mark.day, mark.says);
    let rows: String = chart.marks.iter().map(row).collect();
    format!("\n## {}\n\n| When | Where it stood |\n| --- | --- |\n{rows}", chart.title)
}

fn with_footer(text: &str) -> String {
    format!("{text}\n*{FOOTER}*\n")
}
