//! Who does what by when, as people say it: "Tom pairs the bonus by 4 dec".

use super::phrase::without_article;
use super::template::Template;
use super::{AnswerFrame, Attendee};
use crate::exercise::seed::Subject;
use crate::exercise::{Answer, one_name};
use crate::record::spoken::{MONTHS, WEEKDAYS};

/// Words that lead to a day.
const UNTIL: [&str; 7] = [" by ", " due ", " on ", " until ", " before ", " within ", " in "];

/// Lengths of time in words, and as they are typed.
const SPANS: [(&str, &str); 12] = [
    ("a week", "1w"),
    ("one week", "1w"),
    ("next week", "1w"),
    ("two weeks", "2w"),
    ("three weeks", "3w"),
    ("four weeks", "4w"),
    ("a month", "1m"),
    ("one month", "1m"),
    ("next month", "1m"),
    ("two months", "2m"),
    ("three months", "3m"),
    ("a quarter", "1q"),
];

/// The most words that a day is said in.
const LONGEST_DAY: usize = 4;

/// First words of what somebody alone means to do with others.
pub const TOWARDS: [&str; 4] = ["ask ", "tell ", "show ", "ring "];

/// A promise in its pieces.
#[derive(Debug, Default, PartialEq, Eq)]
struct Promise {
    text: String,
    who: Option<String>,
    due: Option<String>,
    about: Option<String>,
    /// What was quoted or noted behind it.
    words: String,
}

impl AnswerFrame {
    /// The long form of a promise.
    pub(super) fn promised(&self, said: &str, template: Option<Template<'_>>) -> String {
        if let Some(forum) = self.decided_by_forum(said) {
            return forum;
        }
        let template = template.map_or("do {}", |template| template.0);
        // "do ask {}" is not asked twice.
        let (lead, _) = template.split_once("{}").unwrap_or((template, ""));
        let verb = lead.strip_prefix("do ").unwrap_or_default();
        let mut promise = Promise::read(said, &self.people);
        if promise.text.is_empty() {
            // Whoever is here may be whom it is about.
            promise = Promise::read(said, &[]);
        }
        if promise.text.to_lowercase().starts_with(&verb.to_lowercase()) {
            promise.text = promise.text.split_off(verb.len().min(promise.text.len()));
        }
        promise.written(template)
    }

    /// "The contact review decides" of what two sides share is a place where both meet.
    fn decided_by_forum(&self, said: &str) -> Option<String> {
        let forum = without_article(said.strip_suffix(" decides")?);
        let subject = self.subject().filter(|_| seat(forum, &self.people).is_none())?;
        let [a, b] = [&subject.a, &subject.b].map(|side| side.as_deref().map(one_name));
        Some(format!("#{} covers @{}, @{}", one_name(forum), a?, b?))
    }

    /// A line that names who is here and a day is a promise, whatever is asked.
    pub(super) fn promised_by_name(&self, said: &str) -> Option<String> {
        let asks_for_one = matches!(self.answer, Some(Answer::Commitment));
        let may_hold_one = matches!(
            self.answer,
            Some(Answer::Decision | Answer::Vote { .. } | Answer::Settle | Answer::Arrows | Answer::Text)
        );
        if (!asks_for_one && !may_hold_one) || said.starts_with("do ") || said.contains("->") {
            return None;
        }
        let mut promise = Promise::read(said, &self.people);
        let towards = TOWARDS.iter().any(|verb| promise.text.to_lowercase().starts_with(verb));
        promise.due.as_ref()?;
        if asks_for_one {
            let begins = starts_with_seat(said, &self.people).is_some();
            return (begins && self.template.is_none() && !promise.text.is_empty()).then(|| promise.written("do {}"));
        }
        if promise.who.is_none() && !towards {
            return None;
        }
        if let Some(about) = self.subject().and_then(spelled_out) {
            let text = std::mem::take(&mut promise.text);
            promise.text = if text.is_empty() { about } else { format!("{about}: {text}") };
        } else if self.template.as_deref().is_some_and(|template| template.starts_with("say ")) {
            promise.about = promise.about.or_else(|| self.subject()?.label.as_deref().map(one_name));
        }
        (!promise.text.is_empty()).then(|| promise.written("do {}"))
    }
}

/// The long form of a sentence in which somebody who is here does something by a day; nothing when it holds no such.
pub fn promise_in(said: &str, people: &[Attendee]) -> Option<String> {
    let promise = Promise::read(said, people);
    let whole = promise.who.is_some() && promise.due.is_some() && !promise.text.is_empty();
    whole.then(|| promise.written("do {}"))
}

/// What a promise about it begins with: what was left open and is now somebody's, or the two it is about.
fn spelled_out(subject: &Subject) -> Option<String> {
    let pair = || Some(format!("{} and {}", subject.a.as_ref()?, subject.b.as_ref()?));
    if subject.seq.is_some() { Some(subject.says.clone()) } else { pair() }
}

impl Promise {
    fn read(said: &str, people: &[Attendee]) -> Self {
        let mut promise = Self::default();
        let quote = || said.strip_suffix('"')?.rfind(" \"");
        let (rest, words) = said.split_at(quote().unwrap_or(said.len()));
        words.clone_into(&mut promise.words);
        let rest = match rest.rsplit_once(" re ") {
            Some((before, about)) => {
                promise.about = Some(about.trim().to_owned());
                before
            }
            None => rest,
        };
        let rest = promise.take_day(rest.trim());
        let rest = promise.take_seat(rest, people);
        rest.trim_matches([' ', ',', '-']).clone_into(&mut promise.text);
        promise
    }

    /// Takes a day off the end.
    fn take_day<'a>(&mut self, text: &'a str) -> &'a str {
        let joined = UNTIL.iter().chain(&[", ", " - "]).filter_map(|joint| {
            let (before, day) = text.rsplit_once(joint)?;
            Some((before, as_day(day)?))
        });
        let spaces = text.rmatch_indices(' ').take(LONGEST_DAY).filter_map(|(at, _)| {
            let (before, day) = text.split_at(at);
            // "Where they sat" is no Saturday, and "on a Monday" is none in particular.
            let sure = (day.trim().len() > 3 || is_span(day.trim())) && !before.ends_with(" a");
            Some((before, as_day(day).filter(|_| sure)?))
        });
        let found = joined.chain(spaces);
        // "by next friday" begins before "friday".
        match found.min_by_key(|(before, _)| before.len()) {
            Some((before, day)) => {
                self.due = Some(day);
                before.trim_end_matches([' ', ',', '-'])
            }
            None if as_day(text).is_some() => {
                self.due = as_day(text);
                ""
            }
            None => text,
        }
    }

    /// Takes whoever is here off the line: at its end, at its beginning, or behind a comma.
    fn take_seat<'a>(&mut self, text: &'a str, people: &[Attendee]) -> &'a str {
        if let Some((before, who)) = text.rsplit_once(" : ") {
            self.who = Some(seat(who, people).map_or_else(|| who.trim().to_owned(), |seat| seat.tag.clone()));
            return before;
        }
        for joint in [", ", " - ", ": ", " ("] {
            if let Some((before, who)) = text.rsplit_once(joint)
                && let Some(seat) = seat(who.trim_end_matches(')'), people)
            {
                self.who = Some(seat.tag.clone());
                return before;
            }
        }
        if let Some((seat, rest)) = starts_with_seat(text, people) {
            self.who = Some(seat.tag.clone());
            return rest;
        }
        let within = text.match_indices(", ").find_map(|(at, _)| starts_with_seat(text.get(at + 2..)?, people));
        self.who = within.map(|(seat, _)| seat.tag.clone());
        text
    }

    fn written(self, template: &str) -> String {
        let who = self.who.map(|who| format!(" : {who}")).unwrap_or_default();
        let due = self.due.map(|due| format!(" due {due}")).unwrap_or_default();
        let about = self.about.map(|about| format!(" re {about}")).unwrap_or_default();
        format!("{}{who}{due}{about}{}", template.replacen("{}", &self.text, 1), self.words)
    }
}

fn seat<'a>(who: &str, people: &'a [Attendee]) -> Option<&'a Attendee> {
    let who = who.trim().to_lowercase();
    let named = |seat: &&Attendee| seat.name.as_ref().is_some_and(|name| name.to_lowercase() == who);
    people.iter().find(|seat| seat.tag == who).or_else(|| people.iter().find(named))
}

/// Whoever is here that a line begins with, and what they do.
fn starts_with_seat<'a, 'b>(text: &'b str, people: &'a [Attendee]) -> Option<(&'a Attendee, &'b str)> {
    let at = text.find([' ', ':', ',']).unwrap_or(text.len());
    let (who, rest) = text.split_at(at);
    let seat = seat(who, people)?;
    let rest = rest.trim_start_matches([' ', ':', ',']);
    let rest = ["will ", "to ", "is going to ", "needs to ", "has to ", "should "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    Some((seat, rest))
}

/// A day as the grammar takes it, when the text is one and nothing else.
pub(super) fn as_day(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let span = text.strip_prefix("the ").unwrap_or(&text);
    if let Some((_, span)) = SPANS.iter().find(|(words, _)| *words == span) {
        return Some((*span).to_owned());
    }
    if matches!(span, "end of the week" | "end of week") {
        return Some("friday".to_owned());
    }
    let day = text.strip_prefix("next ").unwrap_or(&text);
    let words: Vec<&str> = day.split_whitespace().collect();
    let shortens = |word: &str, names: &[&str]| word.len() >= 3 && names.iter().any(|name| name.starts_with(word));
    let is_number = |word: &str| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if let [count, unit] = words.as_slice()
        && let Some(letter) = ["day", "week", "month"]
            .iter()
            .find_map(|name| unit.strip_suffix('s').unwrap_or(unit).eq(*name).then(|| name.get(..1))?)
        && count.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Some(format!("{count}{letter}"));
    }
    let fits = match words.as_slice() {
        ["today" | "tomorrow"] => true,
        [one] => shortens(one, &WEEKDAYS.map(|(name, _)| name)) || is_span(one) || is_date(one),
        [one, other] | [one, other, _] if words.len() == 2 || is_year(words.last()) => {
            (is_number(one) && shortens(other, &MONTHS)) || (shortens(one, &MONTHS) && is_number(other))
        }
        _ => false,
    };
    fits.then(|| day.to_owned())
}

fn is_span(word: &str) -> bool {
    let number = word.strip_suffix(['d', 'w', 'm', 'q', 'y']);
    number.is_some_and(|number| (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_date(word: &str) -> bool {
    word.len() == 10 && word.split('-').count() == 3 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn is_year(word: Option<&&str>) -> bool {
    word.is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
}
