use crate::capture::grammar::{Scrap, Sheltered, TypedName, after_keyword, arrow, due, split_word};
use crate::capture::{Doubt, Form};
use crate::record::lexicon::Keyword;
use crate::record::{Due, Fact, Relation};

use super::draft::LineDraft;
use super::kind::EndRole;
use super::placing::settle;

/// The parts of a `do` line; they are read from its end.
#[derive(Clone, Copy, Debug, Default)]
struct TypedPromise<'a> {
    text: &'a str,
    who: Option<&'a str>,
    due: Option<Due>,
    /// A due date that could not be read.
    undated: Option<&'a str>,
    about: Option<&'a str>,
}

/// Reads `do text : who due date re name`: a promise, or a wish if the person or the date is missing.
pub(crate) fn commitment(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let core = draft.typed.core;
    let Some(rest) = after_keyword(core, Keyword::Do) else { return Ok(None) };
    let promise = TypedPromise::read(rest, draft);
    let plainly = core.starts_with('d') && !core.ends_with('?');
    if !plainly && promise.who.is_none() && promise.due.is_none() {
        return Ok(None);
    }
    promised(&promise, draft).map(Some)
}

/// Records a promise from its parts; `who` and `about` are as typed.
pub(crate) fn in_parts(
    text: &str,
    due: Option<Due>,
    [who, about]: [Option<&str>; 2],
    draft: &mut LineDraft<'_>,
) -> Result<Form, Scrap> {
    let mut promise = TypedPromise { text, due, ..TypedPromise::default() };
    promise.about = about.map(|about| promise.take_date(about, draft));
    if let Some(who) = who {
        promise.take_person(who);
    }
    promised(&promise, draft)
}

fn promised(promise: &TypedPromise<'_>, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    if promise.text.is_empty() {
        return Err(Scrap::TextMissing);
    }
    let (about, about_to) = promise.about.map_or(Ok((None, None)), |about| subject(about, draft))?;
    let text = text(promise, draft);
    draft.fact(Fact::Committed { text, who: promise.who.map(str::to_owned), due: promise.due, about, about_to });
    Ok(Form::Do)
}

impl<'a> TypedPromise<'a> {
    fn read(rest: &'a str, draft: &LineDraft<'_>) -> Self {
        let mut promise = TypedPromise::default();
        let rest = match split_word(rest, "re") {
            Some((before, about)) => {
                promise.about = Some(promise.take_date(about, draft));
                before
            }
            None => rest,
        };
        let rest = promise.take_date(rest, draft);
        let rest = rest.strip_suffix(" :").unwrap_or(rest);
        promise.text = rest;
        if let Some(at) = Sheltered::new(rest).finds(" : ").last() {
            promise.text = rest.get(..at).unwrap_or_default();
            promise.take_person(rest.get(at + 3..).unwrap_or_default());
        }
        promise
    }

    /// Takes `due DATE` off the end; if no date follows, "due" is part of the text.
    fn take_date(&mut self, text: &'a str, draft: &LineDraft<'_>) -> &'a str {
        let found = split_word(text, "due").and_then(|(before, date)| {
            let date = due(date, draft.context.today, draft.context.opened())?;
            Some((before, date))
        });
        let Some((before, date)) = found else { return text };
        self.due = Some(date);
        before
    }

    fn take_person(&mut self, text: &'a str) {
        let text = text.trim();
        let (who, undated) = match text.strip_prefix("due ") {
            Some(date) => ("", Some(date)),
            None => split_word(text, "due").map_or((text, None), |(who, date)| (who, Some(date))),
        };
        self.who = Some(who).filter(|who| !who.is_empty());
        self.undated = undated;
    }
}

/// Returns the text of the promise, with a date that could not be read and the note and words of the line in
/// parentheses.
fn text(promise: &TypedPromise<'_>, draft: &mut LineDraft<'_>) -> String {
    let mut text = promise.text.to_owned();
    if let Some(undated) = promise.undated {
        draft.doubt(Doubt::Date, format!("“{undated}” is not a day I know; try 4 dec, fri or 2w"));
        text = format!("{text} (due {undated})");
    }
    match draft.typed.remark() {
        Some(remark) => format!("{text} ({remark})"),
        None => text,
    }
}

/// Returns the labels of what a promise is about: one thing, or the two ends of an arrow.
fn subject(about: &str, draft: &mut LineDraft<'_>) -> Result<(Option<String>, Option<String>), Scrap> {
    let mut ends = Vec::new();
    if let Some(sentence) = arrow::sentence(about)? {
        for hop in sentence.hops()?.into_iter().take(1) {
            for (group, target) in [(hop.from, false), (hop.to, true)] {
                ends.extend(
                    sentence.groups.get(group).and_then(|names| names.first()).map(|name| (name.clone(), target)),
                );
            }
        }
    } else {
        ends.push((TypedName::read(about)?, false));
    }
    let mut labels = Vec::new();
    for (name, target) in ends {
        let (label, _) = settle(&name, Relation::Affects, target, draft);
        let place = draft.add(&name, label, EndRole::Any)?;
        labels.push(draft.label(place).to_owned());
    }
    let mut labels = labels.into_iter();
    Ok((labels.next(), labels.next()))
}
