//! Reads commitments as people say them: "Tom pairs the bonus by 4 dec".

use super::answer_frame::{AnswerFrame, Attendee};
use super::day::{as_day, is_span};
use super::phrase::without_article;
use crate::exercise::Answer;
use crate::exercise::bare::{BareForm, NameShape};
use crate::exercise::seed::Subject;
use crate::record::lexicon::{Keyword, Verb};
use crate::record::long_form::{ArrowLink, LongForm, SpokenPromise, one_name};
use crate::record::{Kind, Relation};

/// The words that come before a day.
const UNTIL: [&str; 7] = [" by ", " due ", " on ", " until ", " before ", " within ", " in "];

/// The maximum number of words at the end of a text that are read as a day, if no word such as "by" comes before them.
const LONGEST_DAY: usize = 4;

/// The first words of a commitment to approach other people, which a person alone may make.
pub const ASKING_VERBS: [&str; 4] = ["ask ", "tell ", "show ", "ring "];

impl AnswerFrame {
    /// Returns the long form of a commitment.
    pub(super) fn promised(&self, said: &str) -> LongForm {
        if let Some(forum) = self.decided_by_forum(said) {
            return forum;
        }
        let lead = match &self.form {
            Some(BareForm::Promised { lead }) => lead.as_str(),
            _ => "",
        };
        let mut promise = read_promise(said, &self.people);
        if promise.text.is_empty() {
            // A person who is present may be the one the task is about, instead of the one who commits.
            promise = read_promise(said, &[]);
        }
        // A form that begins with "ask" does not repeat an "ask" that was typed.
        if promise.text.to_lowercase().starts_with(&lead.to_lowercase()) {
            promise.text = promise.text.split_off(lead.len().min(promise.text.len()));
        }
        match &self.form {
            None | Some(BareForm::Promised { .. }) => long_form(promise, lead),
            Some(form) => LongForm::Line(format!("{}{}", form.around(&promise.text), promise.rest())),
        }
    }

    /// Reads "The contact review decides", about a thing that two sides share, as a forum of both sides.
    fn decided_by_forum(&self, said: &str) -> Option<LongForm> {
        let forum = without_article(said.strip_suffix(" decides")?);
        let subject = self.subject().filter(|_| seat(forum, &self.people).is_none())?;
        let [a, b] = [&subject.a, &subject.b].map(|side| side.as_deref().map(one_name));
        let covers = Verb::of(Relation::Covers)?;
        Some(LongForm::Drawn {
            from: NameShape::Sorted(Kind::Forum).around(&one_name(forum)),
            link: ArrowLink::Verb(covers),
            to: [a?, b?].map(|unit| NameShape::Sorted(Kind::Party).around(&unit)).into(),
            tail: String::new(),
            words: String::new(),
        })
    }

    /// Reads a line with a person present and a day as a commitment, whatever the step asks for.
    pub(super) fn promised_by_name(&self, said: &str) -> Option<LongForm> {
        let asks_for_one = matches!(self.answer, Some(Answer::Commitment));
        let may_hold_one = matches!(
            self.answer,
            Some(Answer::Decision | Answer::Vote { .. } | Answer::Settle | Answer::Arrows | Answer::Text)
        );
        let is_long = said.split_once(' ').is_some_and(|(first, _)| first == Keyword::Do.as_ref());
        if (!asks_for_one && !may_hold_one) || is_long || said.contains("->") {
            return None;
        }
        let mut promise = read_promise(said, &self.people);
        promise.due.as_ref()?;
        if asks_for_one {
            let begins = starts_with_seat(said, &self.people).is_some();
            return (begins && self.form.is_none() && !promise.text.is_empty()).then_some(LongForm::Promised(promise));
        }
        let asks = ASKING_VERBS.iter().any(|verb| promise.text.to_lowercase().starts_with(verb));
        if promise.who.is_none() && !asks {
            return None;
        }
        if let Some(about) = self.subject().and_then(spelled_out) {
            let text = std::mem::take(&mut promise.text);
            promise.text = if text.is_empty() { about } else { format!("{about}: {text}") };
        } else if self.form.as_ref().is_some_and(BareForm::says) {
            promise.about = promise.about.or_else(|| self.subject()?.label.as_deref().map(one_name));
        }
        (!promise.text.is_empty()).then_some(LongForm::Promised(promise))
    }
}

/// Returns the commitment of a sentence in which a person present does a task by a day; `None` for any other sentence.
pub fn promise_in(said: &str, people: &[Attendee]) -> Option<SpokenPromise> {
    let promise = read_promise(said, people);
    let whole = promise.who.is_some() && promise.due.is_some() && !promise.text.is_empty();
    whole.then_some(promise)
}

/// Returns the beginning of a commitment about this subject: the open matter, or the two things of a pair.
fn spelled_out(subject: &Subject) -> Option<String> {
    let pair = || Some(format!("{} and {}", subject.a.as_ref()?, subject.b.as_ref()?));
    if subject.seq.is_some() { Some(subject.says.clone()) } else { pair() }
}

/// Reads the parts of a commitment; the text is empty when nothing else was said.
fn read_promise(said: &str, people: &[Attendee]) -> SpokenPromise {
    let mut promise = SpokenPromise::default();
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
    let rest = take_day(&mut promise, rest.trim());
    let rest = take_seat(&mut promise, rest, people);
    rest.trim_matches([' ', ',', '-']).clone_into(&mut promise.text);
    promise
}

/// Removes a day from the end of a text and keeps it as the due day.
fn take_day<'a>(promise: &mut SpokenPromise, text: &'a str) -> &'a str {
    let joined = UNTIL.iter().chain(&[", ", " - "]).filter_map(|joint| {
        let (before, day) = text.rsplit_once(joint)?;
        Some((before, as_day(day)?))
    });
    let spaces = text.rmatch_indices(' ').take(LONGEST_DAY).filter_map(|(at, _)| {
        let (before, day) = text.split_at(at);
        // The "sat" in "where they sat" is no Saturday, and "on a Monday" names no certain day.
        let sure = (day.trim().len() > 3 || is_span(day.trim())) && !before.ends_with(" a");
        Some((before, as_day(day).filter(|_| sure)?))
    });
    let found = joined.chain(spaces);
    // Of "by next friday" and "friday", the longer one is taken.
    match found.min_by_key(|(before, _)| before.len()) {
        Some((before, day)) => {
            promise.due = Some(day);
            before.trim_end_matches([' ', ',', '-'])
        }
        None if as_day(text).is_some() => {
            promise.due = as_day(text);
            ""
        }
        None => text,
    }
}

/// Finds the person present who commits: at the end or the beginning of a text, or after a comma within it. Returns
/// the text without a person found at its end or beginning.
fn take_seat<'a>(promise: &mut SpokenPromise, text: &'a str, people: &[Attendee]) -> &'a str {
    if let Some((before, who)) = text.rsplit_once(" : ") {
        promise.who = Some(seat(who, people).map_or_else(|| who.trim().to_owned(), |seat| seat.tag.clone()));
        return before;
    }
    for joint in [", ", " - ", ": ", " ("] {
        if let Some((before, who)) = text.rsplit_once(joint)
            && let Some(seat) = seat(who.trim_end_matches(')'), people)
        {
            promise.who = Some(seat.tag.clone());
            return before;
        }
    }
    if let Some((seat, rest)) = starts_with_seat(text, people) {
        promise.who = Some(seat.tag.clone());
        return rest;
    }
    let within = text.match_indices(", ").find_map(|(at, _)| starts_with_seat(text.get(at + 2..)?, people));
    promise.who = within.map(|(seat, _)| seat.tag.clone());
    text
}

/// Returns the long form of a commitment, with the words that the step puts at its beginning.
fn long_form(promise: SpokenPromise, lead: &str) -> LongForm {
    LongForm::Promised(SpokenPromise { text: format!("{lead}{}", promise.text), ..promise })
}

fn seat<'a>(who: &str, people: &'a [Attendee]) -> Option<&'a Attendee> {
    let who = who.trim().to_lowercase();
    let named = |seat: &&Attendee| seat.name.as_ref().is_some_and(|name| name.to_lowercase() == who);
    people.iter().find(|seat| seat.tag == who).or_else(|| people.iter().find(named))
}

/// Returns the person present with whom a line begins, and the text after that person.
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
