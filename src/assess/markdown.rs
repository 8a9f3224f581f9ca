use std::fmt::Write;

use strum::VariantArray;

use super::FOOTER;
use super::changes::{ChangesSince, FlagTrend, ItemMovement};
use super::history::{AssessmentHistory, Chart};
use super::result::AssessmentResult;
use super::text::trains;
use crate::record::spoken::{day_in_words, listed};

/// Returns the result as Markdown, in the words of the instrument. It holds no example.
pub fn result_markdown(result: &AssessmentResult) -> String {
    let mut text = format!("# Where I stand, {}\n\n", day_in_words(result.day));
    for ladder in &result.ladders {
        let _ = writeln!(text, "- **{}**: {}", ladder.title, ladder.says);
    }
    let _ = writeln!(text, "\n{}", result.reach.says());
    if let Some(uneven) = result.uneven {
        let _ = writeln!(text, "\n{}", uneven.says());
    }
    if !result.waiting.is_empty() {
        let _ = writeln!(text, "\nNo recent example yet: {}.", listed(&result.waiting, "and"));
    }
    if !result.gaps.is_empty() {
        text.push_str("\n## To work on, for two weeks each\n\n");
    }
    for gap in &result.gaps {
        let trained: Vec<String> = gap.practice.trains.iter().map(trains).collect();
        let about = gap.says.join("; ");
        let _ = writeln!(text, "- {about}\n  **{}** Try {}.", gap.practice.does, trained.join("; then "));
    }
    with_footer(&text)
}

/// Returns all assessments as Markdown: the summary, the latest changes with red flags first, and a table of rungs by
/// date.
pub fn history_markdown(history: &AssessmentHistory) -> String {
    let mut text = format!("# Over time\n\n{}\n", history.summary.join("\n"));
    if let Some(comparison) = &history.comparison {
        let _ = write!(text, "\n## Since {}\n\n{}", day_in_words(comparison.from), changes(comparison));
    }
    for chart in &history.charts {
        text.push_str(&table(chart));
    }
    with_footer(&text)
}

fn changes(comparison: &ChangesSince) -> String {
    let mut rows: Vec<String> = Vec::new();
    for trend in FlagTrend::VARIANTS {
        rows.extend(comparison.flags_that(*trend).map(|flag| format!("{}: {}", trend.words(), flag.short)));
    }
    for item in comparison.moved() {
        rows.push(format!("{}: {}, now \"{}\"", item.direction(), item.title, item.now.1));
    }
    rows.extend(comparison.of(ItemMovement::Reworded).map(|item| format!("{}: {}", item.change.name(), item.title)));
    if rows.is_empty() {
        rows.push("nothing that an example shows".to_owned());
    }
    rows.iter().fold(String::new(), |list, row| format!("{list}- {row}\n"))
}

fn table(chart: &Chart) -> String {
    let row = |mark: &super::ChartMark| format!("| {} | {} |\n", mark.day, mark.says);
    let rows: String = chart.marks.iter().map(row).collect();
    format!("\n## {}\n\n| When | Where it stood |\n| --- | --- |\n{rows}", chart.title)
}

fn with_footer(text: &str) -> String {
    format!("{text}\n*{FOOTER}*\n")
}
