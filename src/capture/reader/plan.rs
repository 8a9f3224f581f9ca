//! Lines about plans: what was decided, what is watched, what became of a promise. Read only in their full form.

use crate::capture::Form;
use crate::capture::grammar::{Name, Scrap, Sheltered, after_word, arrow, due};
use crate::record::{Fact, Kind, Outcome, SessionId, Verdict};

use super::draft::Draft;
use super::kind::Role;

/// `decide X: guard, what keeps it safe; before: the plan as it was; by: who decided`.
pub(crate) fn decide(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some((about, rest)) = halves(draft.typed.core, "decide") else { return Ok(None) };
    let mut parts = Sheltered::new(rest).split(';').into_iter().map(str::trim);
    let Some((verdict, after)) = parts.next().and_then(verdict) else { return Ok(None) };
    let (mut before, mut who, mut after) = (None, None, after);
    for part in parts {
        match (behind(part, "before:"), behind(part, "by:")) {
            (Some(text), _) => before = Some(text.to_owned()),
            (None, Some(text)) => who = Some(text.to_owned()),
            (None, None) => after = Some(after.map_or_else(|| part.to_owned(), |after| format!("{after}; {part}"))),
        }
    }
    if let Some(remark) = draft.typed.remark() {
        after = Some(after.map_or_else(|| remark.clone(), |after| format!("{after} ({remark})")));
    }
    let place = draft.add_full(&Name::read(about)?, Role::Any)?;
    let about = draft.label(place).to_owned();
    draft.fact(Fact::Decided { about, before, verdict, after, who });
    Ok(Some(Form::Decide))
}

/// A verdict and what stands behind it: "guard, keep the codes", "wait for the audit", "will not".
fn verdict(part: &str) -> Option<(Verdict, Option<String>)> {
    Verdict::ALL.into_iter().find_map(|verdict| {
        let rest = behind(part, verdict.name())?;
        let separates = rest.is_empty() || part.get(verdict.name().len()..)?.starts_with([' ', ',', ':', '.']);
        let rest = rest.trim_start_matches([',', ':', '.', ' ']);
        separates.then(|| (verdict, Some(rest.to_owned()).filter(|rest| !rest.is_empty())))
    })
}

/// `watch F: below 70, Claims sees it first, Risk acts`: from which level on, who sees it first, who acts.
pub(crate) fn watch(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some((factor, rest)) = halves(draft.typed.core, "watch") else { return Ok(None) };
    let (mut level, mut first, mut acts): (Vec<&str>, _, _) = (Vec::new(), None, None);
    for part in Sheltered::new(rest).split(',').into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        match (before(part, &[" sees it first", " see it first", " first"]), before(part, &[" acts", " act"])) {
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
    let place = draft.add_full(&Name::read(factor)?, Role::Is(Kind::Factor))?;
    draft.fact(Fact::Watched { label: draft.label(place).to_owned(), level, first, acts });
    Ok(Some(Form::Watch))
}

/// `settle #12 done "what came of it"`, `settle #12 moved 4 dec`: what became of a promise, a question, a parked item.
/// Before the `#` may stand the session it was said in.
pub(crate) fn settle(draft: &mut Draft<'_>) -> Option<Form> {
    let words = || {
        let (session, rest) = after_word(draft.typed.core, "settle")?.split_once('#')?;
        let session = Some(session).filter(|session| !session.is_empty()).map(SessionId::from);
        let (number, rest) = rest.split_once(' ')?;
        let rest = rest.trim();
        let (word, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == word)?;
        Some((session, number.parse::<u64>().ok()?, outcome, behind.trim()))
    };
    let (session, seq, outcome, behind) = words()?;
    let day = due(behind, draft.context.today, draft.context.opened()).filter(|_| outcome == Outcome::Moved);
    let text = Some(behind.to_owned()).filter(|text| !text.is_empty() && day.is_none());
    let words: Vec<String> = text.into_iter().chain(draft.typed.remark()).collect();
    let words = (!words.is_empty()).then(|| words.join("; "));
    draft.fact(Fact::Settled { session, seq, outcome, due: day, words });
    Some(Form::Settle)
}

/// What stands before and behind the first colon of a line that begins with a word.
fn halves<'a>(core: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let rest = after_word(core, word).filter(|_| core.starts_with(char::is_lowercase))?;
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
