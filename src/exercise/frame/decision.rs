//! Reads decisions, and outcomes of open matters.

use super::answer_frame::AnswerFrame;
use super::day::as_day;
use crate::record::long_form::LongForm;
use crate::record::{Outcome, Verdict};

/// The phrases for each verdict; of two with the same beginning the longer comes first.
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

/// The phrases for each outcome.
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

impl AnswerFrame {
    /// Reads the outcome of an open matter: done, dropped, answered or moved. A day alone means moved.
    pub(super) fn settled(&self, said: &str) -> Option<LongForm> {
        let subject = self.subject()?;
        let seq = subject.seq?;
        let (outcome, rest) = match after(said, &OUTCOMES) {
            Some(found) => found,
            None => (Outcome::Moved, as_day(said).is_some().then_some(said)?),
        };
        let rest = rest.strip_prefix("to ").unwrap_or(rest);
        let day = (outcome == Outcome::Moved).then(|| as_day(rest)).flatten();
        let rest = day.unwrap_or_else(|| rest.to_owned());
        Some(LongForm::Settled { session: subject.session.clone(), seq, outcome, rest })
    }

    /// Reads a verdict on the current subject, with the text after the verdict.
    pub(super) fn decided(&self, said: &str) -> Option<LongForm> {
        let (verdict, rest) = verdict(said)?;
        let walked = self.subject().and_then(|subject| subject.label.as_ref().or(subject.a.as_ref()));
        let about = walked.or_else(|| self.focus.as_ref().filter(|_| !self.walks))?.clone();
        let (rest, who) = decided_by(rest);
        let before = self.before.as_ref().filter(|_| !rest.contains("before:"));
        let before = before.map(|before| before.replace(';', ","));
        Some(LongForm::Decided { about, verdict, rest: rest.to_owned(), before, by: who.map(str::to_owned) })
    }
}

/// Finds the phrase that begins a line; returns its meaning and the text after it.
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
        // "Proceed, with a guard" means the verdict guard.
        Some((Verdict::Guard, rest)) if verdict == Verdict::Proceed => Some((Verdict::Guard, rest)),
        _ => Some((verdict, rest)),
    }
}

/// Splits off the person who decided, if the line names one at its end.
fn decided_by(rest: &str) -> (&str, Option<&str>) {
    let named = rest.rsplit_once("decided by ").map(|(before, who)| (before, who.trim_end_matches(')')));
    let last = || {
        let (before, last) = rest.rsplit_once([',', ';'])?;
        Some((before, last.trim().strip_suffix(" decides")?))
    };
    let found = named.or_else(last).map(|(before, who)| (before.trim_end_matches([' ', ',', ';', '(']), who.trim()));
    found.map_or((rest, None), |(before, who)| (before, Some(who)))
}
