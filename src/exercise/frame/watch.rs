//! Reads watched factors, and observations that a factor moved.

use super::answer_frame::AnswerFrame;
use super::phrase::{in_quotes, is_nothing, items};
use crate::record::Direction;
use crate::record::Sign;
use crate::record::lexicon::{ACTS, Keyword, SEES_FIRST, leading_amount, spoken_direction};
use crate::record::long_form::{LongForm, one_name};

/// The words between a factor and its direction.
const FILLERS: [&str; 13] =
    ["is", "are", "was", "has", "have", "going", "gone", "went", "goes", "slightly", "clearly", "bit", "a"];

/// The phrases which say that an expected effect has not come.
const NO_CHANGE: [&str; 8] = [
    "no change",
    "the same",
    "same as before",
    "it never came",
    "it didn't come",
    "it did not come",
    "never came",
    "no difference",
];

impl AnswerFrame {
    /// Reads the threshold of a factor: the one named before it, otherwise the current subject.
    pub(super) fn watched(&self, said: &str) -> Option<LongForm> {
        let said = without_keyword(said);
        if is_standing(said) {
            return None;
        }
        let subject = self.subject().and_then(|subject| subject.label.as_deref());
        let (name, rest) = match split_at_colon(said) {
            Some((name, rest)) => (Some(name), rest),
            None => level(said).map_or((None, said), |(name, rest)| (Some(name), rest)),
        };
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        let name = name.map(str::to_owned).or_else(|| subject.map(one_name))?;
        Some(LongForm::Watched { name, parts: watchers(rest) })
    }

    /// Reads the direction in which the current subject moved: "down 20 seconds", "nothing".
    pub(super) fn seen(&self, said: &str) -> Option<LongForm> {
        let subject = self.subject()?;
        let name = one_name(subject.thing.as_ref().or(subject.label.as_ref())?);
        if is_nothing(said) || NO_CHANGE.contains(&said.to_lowercase().as_str()) {
            let behind = in_quotes(said).trim_start().to_owned();
            return Some(LongForm::Observed { name, direction: Direction::Flat, behind });
        }
        let (word, rest) = said.split_once(' ').unwrap_or((said, ""));
        Some(LongForm::Observed { name, direction: spoken_direction(word)?, behind: rest.to_owned() })
    }
}

/// Returns a line without the word `watch` in front of it.
fn without_keyword(said: &str) -> &str {
    let word = Keyword::Watch.as_ref();
    let begins = said.get(..word.len()).is_some_and(|first| first.eq_ignore_ascii_case(word));
    let rest = said.get(word.len()..).filter(|rest| begins && rest.starts_with([' ', ':']));
    rest.map_or(said, |rest| rest.trim_start_matches([' ', ':']))
}

/// Whether a line tells where a factor stands, rather than from which level somebody acts: "quality is at 62 now".
fn is_standing(said: &str) -> bool {
    let words = said.to_lowercase();
    [" is at ", " are at ", " was at ", " were at ", " stands at ", " is now at ", " are now at "]
        .iter()
        .any(|standing| words.contains(standing))
}

/// Reads where a factor stands: "quality is at 62 now".
pub(super) fn stands(said: &str) -> Option<LongForm> {
    let lower = said.to_lowercase();
    let verbs = [" is now at ", " are now at ", " is at ", " are at ", " stands at "];
    let (at, verb) = verbs.iter().filter_map(|verb| Some((lower.find(verb)?, verb))).min()?;
    let (name, rest) = (said.get(..at)?, said.get(at + verb.len()..)?);
    let rest = rest.trim().trim_end_matches(['.', '!']);
    let rest = rest.strip_suffix(" now").unwrap_or(rest);
    let measured = rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.contains(',');
    let line = format!("{} {} {rest}", Keyword::Saw.as_ref(), one_name(name.trim()));
    measured.then_some(LongForm::Line(line))
}

/// Splits a line at its first colon outside of brackets.
fn split_at_colon(said: &str) -> Option<(&str, &str)> {
    let outside = |at: &usize| {
        let before = said.get(..*at).unwrap_or_default();
        before.matches('[').count() <= before.matches(']').count()
    };
    let at = said.match_indices(':').map(|(at, _)| at).find(outside)?;
    Some((said.get(..at)?, said.get(at + 1..)?))
}

/// Splits a line into the factor and the threshold: "sick days above 10".
fn level(said: &str) -> Option<(&str, &str)> {
    const LEVELS: [&str; 7] = ["above ", "below ", "over ", "under ", "more than ", "less than ", "at "];
    let starts = |at: usize| at == 0 || said.get(..at).is_some_and(|before| before.ends_with(' '));
    let found = LEVELS.iter().filter_map(|word| said.find(word).filter(|at| starts(*at))).min()?;
    let (name, rest) = said.split_at(found);
    rest.contains(|c: char| c.is_ascii_digit()).then_some((name, rest))
}

/// Returns the threshold, who sees it first and who acts. Of two names without a verb, the first sees it; a single name
/// acts.
fn watchers(rest: &str) -> Vec<String> {
    let parts = items(rest);
    let ends = |part: &str, endings: &[&str]| endings.iter().any(|ending| part.ends_with(ending));
    let said = |part: &str| ends(part, &ACTS) || ends(part, &SEES_FIRST);
    let silent: Vec<usize> = parts
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, part)| !said(part) && !part.contains(|c: char| c.is_ascii_digit()))
        .map(|(at, _)| at)
        .collect();
    let acts = parts.iter().any(|part| ends(part, &ACTS));
    let [sees_it_first, ..] = SEES_FIRST;
    let [who_acts, ..] = ACTS;
    let written = parts.iter().enumerate().map(|(at, part)| match silent.as_slice() {
        [only] if at == *only && !acts => format!("{part}{who_acts}"),
        [only] if at == *only => format!("{part}{sees_it_first}"),
        [first, _] if at == *first => format!("{part}{sees_it_first}"),
        [_, second] if at == *second => format!("{part}{who_acts}"),
        _ => (*part).to_owned(),
    });
    written.collect()
}

/// Reads an observation as people say it: "staff turnover is going up", "more overtime since June".
pub(super) fn seen(said: &str) -> Option<LongForm> {
    if ["->", "=>", "<-"].iter().any(|arrow| said.contains(arrow)) {
        return None;
    }
    if let Some(sign) = leading_amount(said) {
        let (_, rest) = said.split_once(' ')?;
        let direction = if sign == Sign::Plus { Direction::Up } else { Direction::Down };
        let at = [" since ", " by ", " from "].iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
        let (name, behind) = rest.split_at(at);
        let [name, behind] = [name, behind.trim_start()].map(str::to_owned);
        return Some(LongForm::Observed { name, direction, behind });
    }
    let words: Vec<&str> = said.split_whitespace().collect();
    let moves = |word: &&str| spoken_direction(word).is_some();
    let at = words.iter().position(moves)?;
    let behind = words.get(at + 1..)?;
    if behind.iter().any(moves) {
        // When two factors moved, each needs a line of its own.
        return None;
    }
    let name = words.get(..at)?;
    let fillers = name.iter().rev().take_while(|word| FILLERS.contains(&word.to_lowercase().as_str())).count();
    let name = name.get(..name.len() - fillers)?;
    let direction = spoken_direction(words.get(at)?)?;
    (!name.is_empty()).then(|| LongForm::Observed { name: name.join(" "), direction, behind: behind.join(" ") })
}
