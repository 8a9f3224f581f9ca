//! Reads decisions, watched factors and outcomes of promises. Only their full form is read.

use crate::capture::Form;
use crate::capture::grammar::{Scrap, Sheltered, TypedName, after_keyword, arrow, due};
use crate::record::lexicon::{ACTS, Keyword, SEES_FIRST};
use crate::record::{Fact, Kind, Outcome, SessionId, Verdict};

use super::draft::LineDraft;
use super::kind::EndRole;

/// Reads `decide X: guard, what keeps it safe; before: what was so; by: who decided`.
pub(crate) fn decide(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let Some((about, rest)) = halves(draft.typed.core, Keyword::Decide) else { return Ok(None) };
    let Some((verdict, rest)) = verdict(rest) else { return Ok(None) };
    decided(&TypedName::read(about)?, verdict, Clauses::read(rest), draft).map(Some)
}

/// Records what was decided.
pub(crate) fn decided(
    about: &TypedName,
    verdict: Verdict,
    clauses: Clauses,
    draft: &mut LineDraft<'_>,
) -> Result<Form, Scrap> {
    let Clauses { mut after, before, who } = clauses;
    if let Some(remark) = draft.typed.remark() {
        after = Some(after.map_or_else(|| remark.clone(), |after| format!("{after} ({remark})")));
    }
    let place = draft.add_full(about, EndRole::Any)?;
    let about = draft.label(place).to_owned();
    draft.fact(Fact::Decided { about, before, verdict, after, who });
    Ok(Form::Decide)
}

/// The clauses after a verdict: what follows it, what was so before, and who decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clauses {
    pub(crate) after: Option<String>,
    pub(crate) before: Option<String>,
    pub(crate) who: Option<String>,
}

impl Clauses {
    /// Reads the clauses between semicolons: ", keep the codes; before: open to all; by: Ana".
    pub(crate) fn read(rest: &str) -> Self {
        let mut parts = Sheltered::new(rest).split(';').into_iter();
        let first = parts.next().unwrap_or_default().trim().trim_start_matches([',', ':', '.', ' ']);
        let mut clauses = Self { after: filled(first), ..Self::default() };
        for part in parts.map(str::trim) {
            match (behind(part, "before:"), behind(part, "by:")) {
                (Some(text), _) => clauses.before = Some(text.to_owned()),
                (None, Some(text)) => clauses.who = Some(text.to_owned()),
                (None, None) => {
                    let after = clauses.after.take();
                    clauses.after = Some(after.map_or_else(|| part.to_owned(), |after| format!("{after}; {part}")));
                }
            }
        }
        clauses
    }
}

/// Splits a text into the verdict and the rest: "guard, keep the codes", "wait for the audit", "will not".
fn verdict(text: &str) -> Option<(Verdict, &str)> {
    Verdict::ALL.into_iter().find_map(|verdict| {
        let rest = behind(text, verdict.name())?;
        let separates = text.get(verdict.name().len()..)?.chars().next().is_none_or(|c| " ,:.;".contains(c));
        separates.then_some((verdict, rest))
    })
}

/// Reads `watch F: below 70, Claims sees it first, Risk acts`: the level, who sees it first, and who acts. The colon may
/// be left out before a level, or stand behind `watch`: `watch F below 70, Risk acts`.
pub(crate) fn watch(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let typed = halves(draft.typed.core, Keyword::Watch).filter(|(factor, _)| !factor.trim().is_empty());
    let Some((factor, rest)) = typed.or_else(|| before_level(draft.typed.core)) else { return Ok(None) };
    watched(TypedName::read(factor), rest, draft)
}

/// The words that begin a level.
const LEVELS: [&str; 12] = [
    " below ",
    " above ",
    " under ",
    " over ",
    " less than ",
    " more than ",
    " at least ",
    " at most ",
    " fewer than ",
    " falls ",
    " rises ",
    " at ",
];

/// Splits `watch F below 70, Risk acts` before the level.
fn before_level(text: &str) -> Option<(&str, &str)> {
    let begins = text.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("watch"));
    let rest = text.get(5..).filter(|rest| begins && rest.starts_with([' ', ':']))?;
    let rest = rest.trim_start_matches([' ', ':']);
    let (head, _) = rest.split_once(',').unwrap_or((rest, ""));
    let at = LEVELS.iter().filter_map(|word| head.find(word)).min()?;
    let (factor, level) = (head.get(..at)?, head.get(at..)?);
    let measured = level.contains(|c: char| c.is_ascii_digit()) && !factor.trim().is_empty();
    Some((factor, rest.get(at..)?)).filter(|_| measured)
}

/// Records a factor to watch; `None` without a number in the level, and without a person or unit.
pub(crate) fn watched(
    factor: Result<TypedName, Scrap>,
    parts: &str,
    draft: &mut LineDraft<'_>,
) -> Result<Option<Form>, Scrap> {
    let (mut level, mut first, mut acts): (Vec<&str>, _, _) = (Vec::new(), None, None);
    for part in Sheltered::new(parts).split(',').into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        match (before(part, &SEES_FIRST), before(part, &ACTS)) {
            (Some(who), _) => first = Some(who.to_owned()),
            (None, Some(who)) => acts = Some(who.to_owned()),
            (None, None) => level.push(part),
        }
    }
    let measured = level.iter().any(|part| part.contains(|c: char| c.is_ascii_digit()));
    if !measured && first.is_none() && acts.is_none() {
        return Ok(None);
    }
    let level = (!level.is_empty()).then(|| level.join(", "));
    let place = draft.add_full(&factor?, EndRole::Is(Kind::Factor))?;
    draft.fact(Fact::Watched { label: draft.label(place).to_owned(), level, first, acts });
    Ok(Some(Form::Watch))
}

/// Reads `settle #12 done "what came of it"` or `settle #12 moved 4 dec`: the outcome of a promise, a question or a
/// parked item. The id of its session may be typed before the `#`.
pub(crate) fn settle(draft: &mut LineDraft<'_>) -> Option<Form> {
    let words = || {
        let (session, rest) = after_keyword(draft.typed.core, Keyword::Settle)?.split_once('#')?;
        let session = (!session.is_empty()).then(|| SessionId::from(session));
        let (number, rest) = rest.split_once(' ')?;
        let rest = rest.trim();
        let (word, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == word)?;
        Some((session, number.parse::<u64>().ok()?, outcome, behind.trim()))
    };
    let (session, seq, outcome, behind) = words()?;
    Some(settled(session, seq, outcome, behind, draft))
}

/// Records an outcome; `behind` is the new day, or the words for the outcome.
pub(crate) fn settled(
    session: Option<SessionId>,
    seq: u64,
    outcome: Outcome,
    behind: &str,
    draft: &mut LineDraft<'_>,
) -> Form {
    let day = due(behind, draft.context).filter(|_| outcome == Outcome::Moved);
    let text = filled(behind).filter(|_| day.is_none());
    let words: Vec<String> = text.into_iter().chain(draft.typed.remark()).collect();
    let words = (!words.is_empty()).then(|| words.join("; "));
    draft.fact(Fact::Settled { session, seq, outcome, due: day, words });
    Form::Settle
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Splits a line that begins with a keyword into the name before the first colon and the text after it.
fn halves(core: &str, keyword: Keyword) -> Option<(&str, &str)> {
    let rest = after_keyword(core, keyword).filter(|_| core.starts_with(char::is_lowercase))?;
    let at = Sheltered::new(rest).finds(":").next()?;
    let (name, behind) = (rest.get(..at)?.trim(), rest.get(at + 1..)?.trim());
    (!name.is_empty() && !behind.is_empty() && !arrow::any(name)).then_some((name, behind))
}

fn behind<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest.trim())
}

fn before<'a>(text: &'a str, endings: &[&str]) -> Option<&'a str> {
    endings.iter().find_map(|ending| text.strip_suffix(ending)).map(str::trim).filter(|who| !who.is_empty())
}
