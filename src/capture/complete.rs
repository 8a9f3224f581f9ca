use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::grammar::{fragment_starts, in_brackets};

/// The maximum number of names that are offered.
const OFFERED: usize = 5;

/// The minimum number of letters that must be typed before names are offered.
const LETTERS: usize = 2;

/// Known names that the text before the cursor may be the start of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The byte of the line at which the typed fragment begins; the text before it is never changed.
    pub start: usize,
    /// The best names, at most five, best first.
    pub candidates: Vec<Candidate>,
}

/// One name on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The name as it is shown.
    pub label: String,
    /// The text that replaces the fragment: the name, in brackets if it would otherwise be read as several names.
    pub insert: String,
}

/// Returns the names that the fragment before the cursor may mean. A fragment begins at the start of the line, or after
/// an arrow, a comma, a verb or a sigil, and has at least two letters. Returns `None` inside free text.
///
/// `cursor` is a byte of the line. An exact match comes first, then the names that were said in this session, as
/// `said_here` tells; among equals those that begin with the fragment, then the best fuzzy matches. The same
/// fragment and labels always give the same order.
pub fn complete<'a>(
    line: &str,
    cursor: usize,
    labels: impl IntoIterator<Item = &'a str>,
    said_here: &dyn Fn(&str) -> bool,
) -> Option<Completion> {
    let before = line.get(..cursor)?;
    let labels: Vec<_> = labels.into_iter().collect();
    fragment_starts(before).into_iter().find_map(|start| {
        let candidates = candidates(before.get(start..)?, before.get(..start)?.ends_with('['), &labels, said_here);
        (!candidates.is_empty()).then_some(Completion { start, candidates })
    })
}

fn candidates(
    fragment: &str,
    in_open_bracket: bool,
    labels: &[&str],
    said_here: &dyn Fn(&str) -> bool,
) -> Vec<Candidate> {
    let letters = fragment.chars().filter(|c| c.is_alphanumeric()).count();
    let enough =
        letters >= LETTERS || fragment.chars().any(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    if !enough {
        return Vec::new();
    }
    let insert = |label: &str| {
        if in_open_bracket { format!("{label}]") } else { in_brackets(label).into_owned() }
    };
    let best = best(fragment, labels, said_here);
    best.into_iter().map(|label| Candidate { label: label.to_owned(), insert: insert(label) }).collect()
}

fn best<'a>(fragment: &str, labels: &[&'a str], said_here: &dyn Fn(&str) -> bool) -> Vec<&'a str> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::new(fragment, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut letters = Vec::new();
    let folded = fragment.to_lowercase();
    let mut found: Vec<_> = labels
        .iter()
        .filter_map(|label| {
            let score = pattern.score(Utf32Str::new(label, &mut letters), &mut matcher)?;
            let lower = label.to_lowercase();
            let rank = (lower != folded.trim(), !lower.starts_with(&folded));
            Some((rank, std::cmp::Reverse(score), label.len(), *label))
        })
        .collect();
    // A finished name alone needs no completion.
    if let [((false, ..), ..)] = found.as_slice() {
        return Vec::new();
    }
    found.sort_unstable();
    let exact = found.partition_point(|((other, _), ..)| !other);
    let labels: Vec<&str> = found.into_iter().map(|(.., label)| label).collect();
    let (exact, others) = labels.split_at(exact);
    let best = said_here_first(exact, said_here).chain(said_here_first(others, said_here));
    best.take(OFFERED).collect()
}

/// Moves the names that were said in this session before the others, as far as they are offered. Who said a name is looked
/// up, which takes too long to do for each of thousands of names that match two letters.
fn said_here_first<'a>(labels: &[&'a str], said_here: &dyn Fn(&str) -> bool) -> impl Iterator<Item = &'a str> {
    let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
    for label in labels {
        if here.len() == OFFERED {
            break;
        }
        if said_here(label) { here.push(*label) } else { elsewhere.push(*label) }
    }
    here.into_iter().chain(elsewhere)
}
