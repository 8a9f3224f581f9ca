use strum::VariantArray;

use super::changes::{ChangesSince, FlagTrend, ItemChange};
use super::result::AssessmentResult;
use crate::record::english::{Agreement, listed};
use crate::record::spoken::day_in_words;

/// The maximum number of names that are written out; the others are counted.
const NAMED: usize = 3;

/// Writes at most three sentences: on red flags, on what moved, and on where to go next.
pub(super) fn summary(latest: &AssessmentResult, comparison: Option<&ChangesSince>) -> Vec<String> {
    let mut said = match comparison {
        None => vec![format!(
            "This is the first assessment, of {}: there is nothing to compare it with.",
            day_in_words(latest.day)
        )],
        Some(comparison) => vec![flags(comparison), movement(comparison)],
    };
    said.push(from_here(latest));
    said
}

fn flags(comparison: &ChangesSince) -> String {
    let told = FlagTrend::VARIANTS.iter().filter_map(|trend| {
        let shorts: Vec<&str> = comparison.flags_that(*trend).map(|change| change.short.as_str()).collect();
        let many = Agreement::of_count(shorts.len());
        (!shorts.is_empty()).then(|| format!("{} {}", some_of(&shorts), trend.told(many)))
    });
    let told: Vec<String> = told.collect();
    let since = day_in_words(comparison.from);
    if told.is_empty() {
        return format!("Since {since} no red flag was raised or cleared.");
    }
    format!("Since {since}, {}.", told.join("; "))
}

fn movement(comparison: &ChangesSince) -> String {
    if !comparison.shows_movement() {
        return "Less than 30 days lie between the two: too soon to speak of movement.".to_owned();
    }
    let (up, down): (Vec<&ItemChange>, Vec<&ItemChange>) = comparison.moved().partition(|item| item.is_up());
    let titles = |items: &[&ItemChange]| {
        let titles: Vec<&str> = items.iter().map(|item| item.title.as_str()).collect();
        some_of(&titles)
    };
    match (up.is_empty(), down.is_empty()) {
        (true, true) => "No item moved with an example from since then.".to_owned(),
        (false, true) => format!("Moved up, with newer examples: {}.", titles(&up)),
        (true, false) => format!("Moved down, with newer examples: {}.", titles(&down)),
        (false, false) => {
            format!("Moved up, with newer examples: {}; moved down: {}.", titles(&up), titles(&down))
        }
    }
}

fn from_here(latest: &AssessmentResult) -> String {
    let reach = [Some(latest.reach.says()), latest.why_here().map(str::to_owned)];
    let reach = reach.into_iter().flatten().collect::<Vec<_>>().join(" ");
    match latest.gaps.first() {
        None => reach,
        Some(gap) => {
            let does = lower(gap.practice.does.trim_end_matches('.'));
            format!("{} For the next two weeks: {does}.", one_colon(&reach))
        }
    }
}

/// Returns the first names in quotes, and the number of the others.
fn some_of(names: &[&str]) -> String {
    let mut told: Vec<String> = names.iter().take(NAMED).map(|name| format!("\"{name}\"")).collect();
    if names.len() > NAMED {
        told.push(format!("{} more", names.len() - NAMED));
    }
    listed(&told, "and")
}

/// Returns a sentence of its own, so that what follows can have a colon.
fn one_colon(sentence: &str) -> String {
    format!("{}.", sentence.trim_end_matches('.'))
}

/// Returns a text with a lower-case first letter, for the middle of a sentence.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
