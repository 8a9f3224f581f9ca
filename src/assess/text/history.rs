use std::fmt::Write;

use strum::VariantArray;

use super::chart::{ladder, latest};
use super::{hanging, with_footer};
use crate::assess::changes::{ChangesSince, FlagTrend, ItemChange, ItemMovement};
use crate::assess::history::{AssessmentHistory, Chart};
use crate::record::spoken::day_in_words;

/// Returns the page over time: the summary, the latest changes with red flags first, and a ladder for each level.
pub fn history_text(history: &AssessmentHistory) -> String {
    if history.results.is_empty() {
        return with_footer(&format!("No assessment was finished yet.\n{}", left_out(history)));
    }
    let mut text: String = history.summary.iter().map(|sentence| hanging("", sentence)).collect();
    text.push_str(&left_out(history));
    if let Some(comparison) = &history.comparison {
        text.push_str(&changes(comparison));
    }
    text.push('\n');
    for chart in &history.charts {
        text.push_str(&ladder(chart));
        text.push('\n');
    }
    text.push_str(&key(history));
    with_footer(&text)
}

fn left_out(history: &AssessmentHistory) -> String {
    match history.unknown.len() {
        0 => String::new(),
        1 => "One assessment was answered to questions that a newer version of this program knows.\n".to_owned(),
        some => format!("{some} assessments were answered to questions that a newer version of this program knows.\n"),
    }
}

fn changes(comparison: &ChangesSince) -> String {
    let mut text = format!("\nSince {}\n", day_in_words(comparison.from));
    for trend in FlagTrend::VARIANTS {
        text.extend(comparison.flags_that(*trend).map(|flag| line(trend.words(), &flag.short)));
    }
    text.extend(comparison.moved().map(moved));
    for change in [ItemMovement::Reworded, ItemMovement::OtherWords, ItemMovement::New] {
        text.extend(comparison.of(change).map(|item| line(change.name(), &item.title)));
    }
    text
}

fn moved(item: &ItemChange) -> String {
    let before = item.before.as_ref().map_or("", |(_, words)| words);
    line(item.direction(), &format!("{}, from \"{before}\" to \"{}\"", item.title, item.now.1))
}

fn line(what: &str, says: &str) -> String {
    hanging(&format!("  {what}: "), says)
}

/// Explains the rungs and signs, and tells the number of dates that did not fit.
fn key(history: &AssessmentHistory) -> String {
    let mut text = String::new();
    for (number, means) in (1..).zip(&history.scale).collect::<Vec<(usize, _)>>().into_iter().rev() {
        text.push_str(&hanging(&format!("  {number}  "), means));
    }
    text.push_str("  #  where it stood   /  reached by the answers, held back by a red flag\n");
    let hidden = history.charts.iter().map(unshown).max().unwrap_or_default();
    if hidden > 0 {
        let _ = writeln!(text, "  {hidden} earlier not drawn here");
    }
    text
}

fn unshown(chart: &Chart) -> usize {
    chart.marks.len() - latest(&chart.marks).len()
}
