//! Turns a long form into facts. The parts set by the step are taken as they are; the parts that a person typed are
//! read.

use crate::capture::grammar::{Scrap, Sentence, TypedName, due, normal, split_tail};
use crate::capture::shape::spoken_names;
use crate::capture::{Form, Reading};
use crate::record::lexicon::Keyword;
use crate::record::long_form::{ArrowLink, BEFORE, BY, LongForm, SpokenPromise, drawn_to};
use crate::record::{Attribute, Hands, Kind};

use super::decision::{self, Clauses};
use super::draft::LineDraft;
use super::finish::finish;
use super::kind::EndRole;
use super::{arrows, board, count, lines, promise, say, shaped, stance, thing};

/// Reads a long form; if nothing can be recorded from it, it is free text. `draft` has to hold the text of the long
/// form.
pub(crate) fn read_long(form: &LongForm, mut draft: LineDraft<'_>, reading: Reading) -> Reading {
    let found = recorded(form, &mut draft).map(|found| found.unwrap_or(Form::Text));
    finish(found, &draft, reading)
}

fn recorded(form: &LongForm, draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    match form {
        LongForm::Line(_) => lines::form(draft).map(Some),
        LongForm::Named { kind, names } => named(*kind, names, draft).map(Some),
        LongForm::Drawn { from, link, to, tail, words } => {
            drawn(from, *link, &drawn_to(to, tail, words), draft).map(Some)
        }
        LongForm::Said { who, text } => say::said(&normal(who), draft.typed.end(text), draft).map(Some),
        LongForm::Asked { text } => board::asked(normal(text).trim(), draft).map(Some),
        LongForm::Is { names, status, .. } => {
            thing::set(&normal(names), Attribute::Status(*status), EndRole::Any, draft).map(|()| Some(Form::Is))
        }
        LongForm::Stanced { position, along, .. } => stance::along(*position, along, draft).map(Some),
        LongForm::Voted { ballot, hands } => {
            let hands = hands.iter().map(|hands| Hands { option: label(&hands.option), count: hands.count });
            Ok(count::voted(label(ballot), hands.collect(), draft))
        }
        LongForm::Ranked { ballot, order } => {
            Ok(count::ranked(label(ballot), order.iter().map(|item| label(item)).collect(), draft))
        }
        LongForm::Rated { item, values } => {
            let values: Vec<_> = values.iter().map(|(scale, value)| (label(scale), *value)).collect();
            Ok(count::rated(&label(item), &values, draft))
        }
        LongForm::Settled { session, seq, outcome, rest } => {
            let rest = draft.typed.end(rest);
            Ok(Some(decision::settled(session.clone(), *seq, *outcome, rest, draft)))
        }
        LongForm::Decided { about, verdict, rest, before, by } => {
            let clauses = clauses(rest, before.as_deref(), by.as_deref(), draft);
            decision::decided(&TypedName::of_label(about)?, *verdict, clauses, draft).map(Some)
        }
        LongForm::Watched { name, parts } => {
            let parts = draft.typed.end(&parts.join(", "));
            decision::watched(TypedName::read(&normal(name)), parts, draft)
        }
        LongForm::Observed { name, direction, behind } => {
            if !draft.typed.core.contains(normal(name).trim()) {
                // A note begins inside the name, so what moved is cut off.
                return Err(Scrap::NameMissing);
            }
            let behind = draft.typed.end(behind);
            thing::observed(&normal(name), *direction, behind, draft)
        }
        LongForm::Ruled { about, slot, text } => {
            thing::ruled(TypedName::of_label(about), *slot, normal(text).trim(), draft).map(Some)
        }
        LongForm::Promised(promise) => promised(promise, draft).map(Some),
    }
}

/// Records things of one kind. If the line asks a question, sets an attribute or holds a verb, it is read as that
/// instead.
fn named(kind: Kind, names: &str, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    if let Some(form) = board::question(draft) {
        return Ok(form);
    }
    match thing::is(draft)?.map_or_else(|| shaped::by_shape(draft), |form| Ok(Some(form)))? {
        Some(form) => Ok(form),
        // The sigil of the kind stands before the names, so a name that begins with another sigil keeps it as a character.
        None if kind.sigil().is_some() => thing::named(kind, draft.typed.core, draft),
        None => thing::named(kind, draft.typed.end(names), draft),
    }
}

/// Draws arrows from one thing to the names in `behind`. If the line asks a question, it is read as that instead.
fn drawn(from: &str, link: ArrowLink, behind: &str, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    if let Some(form) = board::question(draft) {
        return Ok(form);
    }
    let behind = draft.typed.end(behind);
    let mut sentence = Sentence::from_one(&normal(from), link, behind)?;
    // The names are read as they are said, in the languages of the session.
    if let Some((names, own)) = spoken_names(split_tail(behind).0, draft.context.lexicon, draft.context.ledger) {
        sentence.take_names(names, own);
    }
    arrows::draw(&sentence, draft)
}

/// Returns the clauses after a verdict. What was so before and who decided come from the step if it knows them, else
/// from the line.
fn clauses(rest: &str, before: Option<&str>, by: Option<&str>, draft: &LineDraft<'_>) -> Clauses {
    let (before, by) = (before.map(normal), by.map(normal));
    let length = |lead: &str, part: Option<&String>| part.map_or(0, |part| lead.len() + part.len());
    let behind_before = length(BY, by.as_ref());
    let behind_rest = behind_before + length(BEFORE, before.as_ref());
    let mut clauses = Clauses::read(draft.typed.part(&normal(rest), behind_rest));
    let part = |part: String, behind: usize| draft.typed.part(&part, behind).to_owned();
    clauses.before = before.map(|before| part(before, behind_before)).or(clauses.before);
    clauses.who = by.map(|by| part(by, 0)).or(clauses.who);
    clauses
}

/// Records a promise from its parts. If its day cannot be read, it is read like any typed line.
fn promised(promise: &SpokenPromise, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    let SpokenPromise { text, who, due: day, about, .. } = promise;
    let [who, day, about] = [who, day, about].map(|part| part.as_deref().map(normal));
    let date = day.as_deref().map(|day| due(day, draft.context));
    match date {
        Some(None) => lines::form(draft),
        date => {
            let text = draft.typed.part_behind(&normal(text), Keyword::Do.as_ref().len() + 1);
            // A colon alone before the day leads to the day, and is no part of what is done.
            let leads = who.is_none() && day.is_some();
            let text = text.trim_end().strip_suffix(" :").filter(|_| leads).unwrap_or(text);
            promise::in_parts(text, date.flatten(), [who.as_deref(), about.as_deref()], draft)
        }
    }
}

/// Returns a label as it is recorded where it is not the name of a thing.
fn label(text: &str) -> String {
    normal(&text.replace(['[', ']'], " ")).trim().to_owned()
}
