//! A long form becomes facts. Its parts are taken as they are; what somebody typed in them is read.

use crate::capture::grammar::{Scrap, Sentence, TypedName, due, normal};
use crate::capture::{Form, Reading};
use crate::record::lexicon::Keyword;
use crate::record::long_form::{ArrowLink, LongForm};
use crate::record::{Attribute, Hands, Kind};

use super::decision::{self, Clauses};
use super::draft::LineDraft;
use super::kind::EndRole;
use super::{arrows, board, count, lines, promise, say, stance, thing};

/// Reads a long form; it is free text when it is nothing that can be recorded. The draft is of its text.
pub(crate) fn read_long(form: &LongForm, mut draft: LineDraft<'_>, reading: Reading) -> Reading {
    let found = recorded(form, &mut draft).map(|found| found.unwrap_or(Form::Text));
    lines::finish(found, &draft, reading)
}

fn recorded(form: &LongForm, draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    match form {
        LongForm::Line(_) => lines::form(draft).map(Some),
        LongForm::Named { kind, names } => named(*kind, names, draft).map(Some),
        LongForm::Drawn { from, link, to, tail, words } => {
            let tail = if tail.is_empty() { String::new() } else { format!(" : {tail}") };
            drawn(from, *link, &format!("{}{tail}{words}", to.join(", ")), draft).map(Some)
        }
        LongForm::Said { who, text } => say::said(&normal(who), draft.typed.end(text), draft).map(Some),
        LongForm::Asked { text } => board::asked(normal(text).trim(), draft).map(Some),
        LongForm::Is { names, status, .. } => {
            thing::set(&normal(names), Attribute::Status(*status), EndRole::Any, draft).map(|()| Some(Form::Is))
        }
        LongForm::Stanced { position, along, .. } => stance::along(*position, along, draft).map(Some),
        LongForm::Voted { .. } | LongForm::Ranked { .. } | LongForm::Rated { .. } => Ok(counted(form, draft)),
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
            let behind = draft.typed.end(behind);
            thing::observed(&normal(name), *direction, behind, draft)
        }
        LongForm::Ruled { about, slot, text } => {
            thing::ruled(TypedName::of_label(about), *slot, normal(text).trim(), draft).map(Some)
        }
        LongForm::Promised { .. } => promised(form, draft),
    }
}

/// Things of one kind, unless the line asks something, or draws an arrow from one of them.
fn named(kind: Kind, names: &str, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    if let Some(form) = board::question(draft) {
        return Ok(form);
    }
    match thing::is(draft)?.map_or_else(|| arrows::by_verb(draft), |form| Ok(Some(form)))? {
        Some(form) => Ok(form),
        None => thing::named(kind, draft.typed.end(names), draft),
    }
}

/// Arrows from one thing to what is named behind it, unless the line asks something.
fn drawn(from: &str, link: ArrowLink, behind: &str, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    if let Some(form) = board::question(draft) {
        return Ok(form);
    }
    arrows::draw(&Sentence::from_one(&normal(from), link, draft.typed.end(behind))?, draft)
}

fn counted(form: &LongForm, draft: &mut LineDraft<'_>) -> Option<Form> {
    match form {
        LongForm::Voted { ballot, hands } => {
            let hands = hands.iter().map(|hands| Hands { option: label(&hands.option), count: hands.count });
            count::voted(label(ballot), hands.collect(), draft)
        }
        LongForm::Ranked { ballot, order } => {
            count::ranked(label(ballot), order.iter().map(|item| label(item)).collect(), draft)
        }
        LongForm::Rated { item, values } => {
            let values: Vec<_> = values.iter().map(|(scale, value)| (label(scale), *value)).collect();
            count::rated(&label(item), &values, draft)
        }
        _ => None,
    }
}

/// What was said behind a verdict; what was so before and who decided as the step knows it, else as the line says it.
fn clauses(rest: &str, before: Option<&str>, by: Option<&str>, draft: &LineDraft<'_>) -> Clauses {
    let (before, by) = (before.map(normal), by.map(normal));
    let length = |lead: &str, part: Option<&String>| part.map_or(0, |part| lead.len() + part.len());
    let behind_before = length("; by: ", by.as_ref());
    let behind_rest = behind_before + length("; before: ", before.as_ref());
    let mut clauses = Clauses::read(draft.typed.part(&normal(rest), behind_rest));
    let part = |part: String, behind: usize| draft.typed.part(&part, behind).to_owned();
    clauses.before = before.map(|before| part(before, behind_before)).or(clauses.before);
    clauses.who = by.map(|by| part(by, 0)).or(clauses.who);
    clauses
}

/// A promise in its parts; one with a day that is none is a line like any other.
fn promised(form: &LongForm, draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let LongForm::Promised { text, who, due: day, about, .. } = form else { return Ok(None) };
    let [who, day, about] = [who, day, about].map(|part| part.as_deref().map(normal));
    let date = day.as_deref().map(|day| due(day, draft.context.today, draft.context.opened()));
    match date {
        Some(None) => lines::form(draft).map(Some),
        date => {
            let text = draft.typed.part_behind(&normal(text), Keyword::Do.as_ref().len() + 1);
            promise::in_parts(text, date.flatten(), [who.as_deref(), about.as_deref()], draft).map(Some)
        }
    }
}

/// A label as it is recorded where it names no thing.
fn label(text: &str) -> String {
    normal(&text.replace(['[', ']'], " ")).trim().to_owned()
}
