use crate::capture::grammar::{Calendar, Scrap, Sheltered, TypedName, after_keyword, arrow, due, split_word};
use crate::capture::{Doubt, Form};
use crate::record::lexicon::Keyword;
use crate::record::spoken::day_in_words;
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
    if rest.starts_with("not ") {
        return Ok(None);
    }
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
        promise.take_person(who, draft);
    }
    promised(&promise, draft)
}

fn promised(promise: &TypedPromise<'_>, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    if promise.text.is_empty() {
        return Err(Scrap::TextMissing);
    }
    let (about, about_to) = promise.about.map_or(Ok((None, None)), |about| subject(about, draft))?;
    let text = text(promise, draft);
    if let Some(why) = promise.due.and_then(|due| far_away(due, draft)) {
        draft.doubt(Doubt::Date, why);
    }
    for who in people(promise.who, draft) {
        let (text, about, about_to) = (text.clone(), about.clone(), about_to.clone());
        draft.fact(Fact::Committed { text, who, due: promise.due, about, about_to });
    }
    Ok(Form::Do)
}

/// The minimum number of days to a due day without a year that is pointed out: it was most likely just over.
const FAR: i32 = 300;

/// Says that the day is that of another year, where the line says no year.
fn far_away(due: Due, draft: &LineDraft<'_>) -> Option<String> {
    let Due::On(day) = due else { return None };
    let days = (day - draft.context.today).get_days();
    let with_year = draft.typed.core.contains(&day.year().to_string());
    (days >= FAR && !with_year)
        .then(|| format!("{}, in a year; a day that is over cannot be promised", day_in_words(day)))
}

/// Returns each person of a promise; a text that is not a list of tags of the session is one person.
fn people(who: Option<&str>, draft: &LineDraft<'_>) -> Vec<Option<String>> {
    let Some(who) = who else { return vec![None] };
    let tags: Vec<&str> = who.split([',', '+', '&']).map(str::trim).collect();
    if tags.len() > 1 && tags.iter().all(|tag| draft.context.session.person(tag).is_some()) {
        return tags.into_iter().map(|tag| Some(tag.to_owned())).collect();
    }
    vec![Some(who.to_owned())]
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
            promise.take_person(rest.get(at + 3..).unwrap_or_default(), draft);
        }
        promise
    }

    /// Takes `due DATE` or "by Friday" off the end; if no date follows, the word is part of the text.
    fn take_date(&mut self, text: &'a str, draft: &LineDraft<'_>) -> &'a str {
        let found = split_word(text, "due").and_then(|(before, date)| {
            let date = due(date, draft.context)?;
            Some((before, date))
        });
        let Some((before, date)) = found.or_else(|| led_day(text, draft)) else { return text };
        self.due = Some(date);
        before.trim_end_matches([',', ' '])
    }

    fn take_person(&mut self, text: &'a str, draft: &LineDraft<'_>) {
        let text = text.trim();
        let last = Calendar::of(draft.context).at_end(text).filter(|_| self.due.is_none());
        if let Some(found) = last {
            self.due = Some(found.due);
            self.who =
                text.get(..found.at.start).map(|who| who.trim_end_matches(BEFORE_A_DAY)).filter(|who| !who.is_empty());
            return;
        }
        let (who, undated) = match text.strip_prefix("due ") {
            Some(date) => ("", Some(date)),
            None => split_word(text, "due").map_or((text, None), |(who, date)| (who, Some(date))),
        };
        self.who = Some(who).filter(|who| !who.is_empty());
        self.undated = undated;
    }
}

/// What may stand before the words of a day.
const BEFORE_A_DAY: [char; 3] = [' ', ',', ':'];

/// Splits a day with a word such as "by" off the end of a text.
fn led_day<'a>(text: &'a str, draft: &LineDraft<'_>) -> Option<(&'a str, Due)> {
    let found = Calendar::of(draft.context).at_end(text).filter(|found| found.led && !text.ends_with(']'))?;
    let before = text.get(..found.at.start)?.trim_end_matches(BEFORE_A_DAY);
    // The colon that leads to a person stays: `ring them : due fri`.
    let before = text.get(..before.len() + 2).filter(|before| before.ends_with(" :")).unwrap_or(before);
    Some((before, found.due))
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
