//! The self-assessment as plain text of at most 80 columns; every page ends with the footer.

mod chart;
mod history;
mod room;

use super::FOOTER;
use super::gap::PracticeGap;
use super::height::Rung;
use super::instrument::Trains;
use super::opinion::Opinion;
use super::result::{AssessmentResult, Ladder};
use crate::record::Mode;
use crate::record::spoken::{day_in_words, listed};
use crate::record::text::clean;

pub use history::history_text;
pub use room::{perception_text, spread_text};

/// The maximum number of columns of a page.
const WIDTH: usize = 80;

/// Returns the page of a result: three ladders and what holds them back, where the person leads from, and what to do
/// next.
pub fn result_text(result: &AssessmentResult) -> String {
    let width = result.ladders.iter().map(|ladder| ladder.title.len()).max().unwrap_or_default();
    let mut text = format!("Where you stand, {}\n\n", day_in_words(result.day));
    for ladder in &result.ladders {
        let head = format!("{:<width$}  [{}]  ", ladder.title, bar(ladder));
        text.push_str(&hanging(&head, &ladder.says));
    }
    text.push('\n');
    text.push_str(&hanging("", &result.reach.says()));
    if let Some(why) = result.why_here() {
        text.push_str(&hanging("", why));
    }
    if let Some(uneven) = result.uneven {
        text.push_str(&hanging("", uneven.says()));
    }
    if !result.waiting.is_empty() {
        text.push_str(&hanging("", &format!("No recent example yet: {}.", listed(&result.waiting, "and"))));
    }
    if !result.gaps.is_empty() {
        text.push_str("\nTo work on, for two weeks each\n");
    }
    for gap in &result.gaps {
        text.push('\n');
        text.push_str(&practice(gap));
    }
    with_footer(&text)
}

/// Returns the page of what the map contradicts, with the labels as typed below each sentence.
pub fn opinions_text(opinions: &[Opinion], title: impl Fn(&str) -> String) -> String {
    if opinions.is_empty() {
        return with_footer("The map says nothing against your answers.\n");
    }
    let mut text = "The map sees it differently; your answers stay as they are\n\n".to_owned();
    for opinion in opinions {
        text.push_str(&hanging("", &format!("{}: {}.", clean(&title(&opinion.item)), opinion.says)));
        for label in &opinion.about {
            text.push_str(&hanging("  - ", &clean(label)));
        }
    }
    with_footer(&text)
}

/// Draws the five rungs as signs: reached, held back, or not reached.
fn bar(ladder: &Ladder) -> String {
    let sign = |rung: &Rung| match (ladder.rung, ladder.answered) {
        (Some(stands), _) if *rung <= stands => '#',
        (Some(_), Some(answered)) if *rung <= answered => '/',
        _ => '.',
    };
    Rung::ALL.iter().map(sign).collect()
}

fn practice(gap: &PracticeGap) -> String {
    let about: String = gap.says.iter().map(|says| hanging("- ", says)).collect();
    let trained: Vec<String> = gap.practice.trains.iter().map(trains).collect();
    let mut text = format!("{about}{}", hanging("  Do:  ", &gap.practice.does));
    text.push_str(&hanging("  Try: ", &format!("{}.", trained.join("; then "))));
    if let Some(book) = &gap.reading {
        text.push_str(&hanging("  Beside it, as a companion: ", &format!("{book}.")));
    }
    text
}

/// Says an exercise in words: "the exercise bound, alone, step 6".
pub(super) fn trains(trains: &Trains) -> String {
    let whom = if trains.mode == Mode::Solo { "alone" } else { "with a room" };
    let numbers: Vec<String> = trains.steps.iter().map(u16::to_string).collect();
    let steps = match numbers.len() {
        0 => String::new(),
        1 => format!(", step {}", listed(&numbers, "and")),
        _ => format!(", steps {}", listed(&numbers, "and")),
    };
    format!("the exercise {}, {whom}{steps}", trains.exercise)
}

/// Returns a paragraph after a head; its further lines are indented to where the paragraph began.
fn hanging(head: &str, says: &str) -> String {
    let indent = " ".repeat(head.chars().count());
    let options = textwrap::Options::new(WIDTH).initial_indent(head).subsequent_indent(&indent);
    format!("{}\n", textwrap::fill(says, options))
}

fn with_footer(text: &str) -> String {
    format!("{text}\n{FOOTER}\n")
}
