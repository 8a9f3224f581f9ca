//! Answers about plans: what was decided, what became of something, what is watched, what was seen to move.

use super::AnswerFrame;
use super::phrase::{in_quotes, is_nothing, items, leads_with_amount};
use super::promise::as_day;
use crate::exercise::one_name;
use crate::record::{Outcome, Verdict};

/// What people say for each verdict, the longer of two that begin alike first.
const VERDICTS: [(&str, Verdict); 15] = [
    ("proceed with a guard", Verdict::Guard),
    ("go ahead with a guard", Verdict::Guard),
    ("go on with a guard", Verdict::Guard),
    ("put a guard on it", Verdict::Guard),
    ("with a guard", Verdict::Guard),
    ("a guard", Verdict::Guard),
    ("guard", Verdict::Guard),
    ("proceed", Verdict::Proceed),
    ("go ahead", Verdict::Proceed),
    ("go on", Verdict::Proceed),
    ("wait", Verdict::Wait),
    ("stop it", Verdict::Stop),
    ("stop", Verdict::Stop),
    ("will not", Verdict::WillNot),
    ("not at all", Verdict::WillNot),
];

/// What people say for each outcome.
const OUTCOMES: [(&str, Outcome); 10] = [
    ("done", Outcome::Done),
    ("yes", Outcome::Done),
    ("moved to", Outcome::Moved),
    ("moved", Outcome::Moved),
    ("not yet", Outcome::Moved),
    ("later", Outcome::Moved),
    ("dropped", Outcome::Dropped),
    ("drop it", Outcome::Dropped),
    ("drop", Outcome::Dropped),
    ("answered", Outcome::Answered),
];

/// Words for which way something went, and the word they are kept as.
const WAYS: [(&str, &str); 16] = [
    ("up", "up"),
    ("rose", "up"),
    ("rises", "up"),
    ("rising", "up"),
    ("grew", "up"),
    ("grows", "up"),
    ("down", "down"),
    ("fell", "down"),
    ("falls", "down"),
    ("falling", "down"),
    ("dropped", "down"),
    ("drops", "down"),
    ("shrank", "down"),
    ("flat", "flat"),
    ("steady", "flat"),
    ("unchanged", "flat"),
];

/// Words between what moved and which way.
const FILLERS: [&str; 13] =
    ["is", "are", "was", "has", "have", "going", "gone", "went", "goes", "slightly", "clearly", "bit", "a"];

/// What people say when what was to come has not come.
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
    /// Done, dropped, answered or moved, for what was left open; a day alone moves it.
    pub(super) fn settled(&self, said: &str) -> Option<String> {
        let subject = self.subject()?;
        let seq = subject.seq?;
        let (outcome, rest) = match after(said, &OUTCOMES) {
            Some(found) => found,
            None => (Outcome::Moved, as_day(said).is_some().then_some(said)?),
        };
        let rest = rest.strip_prefix("to ").unwrap_or(rest);
        let day = (outcome == Outcome::Moved).then(|| as_day(rest)).flatten();
        let rest = day.unwrap_or_else(|| rest.to_owned());
        let session = subject.session.as_deref().unwrap_or_default();
        Some(format!("settle {session}#{seq} {} {rest}", outcome.name()).trim_end().to_owned())
    }

    /// A verdict and what stands behind it, about what is talked about.
    pub(super) fn decided(&self, said: &str) -> Option<String> {
        let (verdict, rest) = verdict(said)?;
        let walked = self.subject().and_then(|subject| subject.label.as_deref().or(subject.a.as_deref()));
        let about = walked.map(one_name).or_else(|| self.focus.clone().filter(|_| !self.walks))?;
        let (rest, who) = decided_by(rest);
        let plan = if rest.is_empty() || rest.starts_with(';') { rest.to_owned() } else { format!(", {rest}") };
        let before = self.before.as_ref().filter(|_| !rest.contains("before:"));
        let before = before.map(|before| format!("; before: {}", before.replace(';', ","))).unwrap_or_default();
        let who = who.map(|who| format!("; by: {who}")).unwrap_or_default();
        Some(format!("decide {about}: {}{plan}{before}{who}", verdict.name()))
    }

    /// From which level on somebody acts, of what is named before it or else of what is talked about.
    pub(super) fn watched(&self, said: &str) -> String {
        let subject = self.subject().and_then(|subject| subject.label.as_deref());
        let (name, rest) = match said.split_once(':') {
            Some((name, rest)) => (Some(name), rest),
            None => level(said).map_or((None, said), |(name, rest)| (Some(name), rest)),
        };
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        match name.map(str::to_owned).or_else(|| subject.map(one_name)) {
            Some(name) => format!("watch {name}: {}", watchers(rest)),
            None => format!("watch {said}"),
        }
    }

    /// Which way something went that is talked about: "down 20 seconds", "nothing".
    pub(super) fn seen(&self, said: &str) -> Option<String> {
        let subject = self.subject()?;
        let name = one_name(subject.thing.as_ref().or(subject.label.as_ref())?);
        if is_nothing(said) || NO_CHANGE.contains(&said.to_lowercase().as_str()) {
            return Some(format!("saw {name} flat{}", in_quotes(said)));
        }
        let (way, rest) = said.split_once(' ').unwrap_or((said, ""));
        Some(format!("saw {name} {} {rest}", direction(way)?).trim_end().to_owned())
    }
}

/// What stands behind the word that a line begins with, and what the word stands for.
fn after<'a, T: Copy>(said: &'a str, table: &[(&str, T)]) -> Option<(T, &'a str)> {
    let ends = [' ', ',', ':', '.', ';'];
    table.iter().find_map(|(word, stands_for)| {
        let (head, rest) = said.split_at_checked(word.len())?;
        let fits = head.eq_ignore_ascii_case(word) && (rest.is_empty() || rest.starts_with(ends));
        fits.then(|| (*stands_for, rest.trim_start_matches([' ', ',', ':', '.'])))
    })
}

fn verdict(said: &str) -> Option<(Verdict, &str)> {
    const BEFORE: [&str; 7] = ["so ", "we'll ", "i'll ", "let's ", "we ", "i ", "just "];
    let mut said = said;
    for word in BEFORE {
        said = said
            .split_at_checked(word.len())
            .filter(|(head, _)| head.eq_ignore_ascii_case(word))
            .map_or(said, |(_, rest)| rest);
    }
    let (verdict, rest) = after(said, &VERDICTS)?;
    match after(rest, &VERDICTS) {
        // "Proceed, with a guard" is a guard.
        Some((Verdict::Guard, rest)) if verdict == Verdict::Proceed => Some((Verdict::Guard, rest)),
        _ => Some((verdict, rest)),
    }
}

/// Who decided, when a line says it at its end.
fn decided_by(rest: &str) -> (&str, Option<&str>) {
    let named = rest.rsplit_once("decided by ").map(|(before, who)| (before, who.trim_end_matches(')')));
    let last = || {
        let (before, last) = rest.rsplit_once([',', ';'])?;
        Some((before, last.trim().strip_suffix(" decides")?))
    };
    let found = named.or_else(last).map(|(before, who)| (before.trim_end_matches([' ', ',', ';', '(']), who.trim()));
    found.map_or((rest, None), |(before, who)| (before, Some(who)))
}

/// What is measured, and the level: "sick days above 10".
fn level(said: &str) -> Option<(&str, &str)> {
    const LEVELS: [&str; 7] = ["above ", "below ", "over ", "under ", "more than ", "less than ", "at "];
    let starts = |at: usize| at == 0 || said.get(..at).is_some_and(|before| before.ends_with(' '));
    let found = LEVELS.iter().filter_map(|word| said.find(word).filter(|at| starts(*at))).min()?;
    let (name, rest) = said.split_at(found);
    rest.contains(|c: char| c.is_ascii_digit()).then_some((name, rest))
}

/// Level, who sees it first, who acts; of two names without a verb the first sees it, and one alone acts.
fn watchers(rest: &str) -> String {
    let parts = items(rest);
    let said = |part: &str| [" acts", " act", " first"].iter().any(|verb| part.ends_with(verb));
    let silent: Vec<usize> = parts
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, part)| !said(part) && !part.contains(|c: char| c.is_ascii_digit()))
        .map(|(at, _)| at)
        .collect();
    let acts = parts.iter().any(|part| part.ends_with(" acts") || part.ends_with(" act"));
    let written = parts.iter().enumerate().map(|(at, part)| match silent.as_slice() {
        [only] if at == *only && !acts => format!("{part} acts"),
        [only] if at == *only => format!("{part} sees it first"),
        [first, _] if at == *first => format!("{part} sees it first"),
        [_, second] if at == *second => format!("{part} acts"),
        _ => (*part).to_owned(),
    });
    written.collect::<Vec<_>>().join(", ")
}

/// Something seen to move, as people say it: "staff turnover is going up", "more overtime since June".
pub(super) fn seen(said: &str) -> Option<String> {
    if leads_with_amount(said) {
        let (amount, rest) = said.split_once(' ')?;
        let way = if matches!(amount.to_lowercase().as_str(), "more" | "higher" | "rising") { "up" } else { "down" };
        let at = [" since ", " by ", " from "].iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
        let (name, behind) = rest.split_at(at);
        return Some(format!("saw {name} {way}{behind}"));
    }
    let words: Vec<&str> = said.split_whitespace().collect();
    let is_way = |word: &&str| direction(word).is_some();
    let at = words.iter().position(is_way)?;
    let name = words.get(..at)?;
    let behind = words.get(at + 1..)?;
    if behind.iter().any(is_way) {
        // Two things moved: each is a line of its own.
        return None;
    }
    let fillers = name.iter().rev().take_while(|word| FILLERS.contains(&word.to_lowercase().as_str())).count();
    let name = name.get(..name.len() - fillers)?;
    let said = [&["saw"], name, &[direction(words.get(at)?)?], behind].concat();
    (!name.is_empty()).then(|| said.join(" "))
}

fn direction(word: &str) -> Option<&'static str> {
    let word = word.trim_end_matches([',', '.', ';', ':']).to_lowercase();
    WAYS.iter().find(|(known, _)| *known == word).map(|(_, way)| *way)
}
