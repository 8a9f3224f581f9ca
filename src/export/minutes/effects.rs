use super::matter::outcome;
use super::notes::Notes;
use super::parties::{by_party, parties};
use crate::export::markdown::{foreign, list};
use crate::record::spoken::weekday_in_words;
use crate::record::{Due, Event, Fact};

/// The exercise whose last step asks what the change means for the people who do the work.
const EXERCISE: &str = "moment";

/// The number of the last step of [`EXERCISE`], for a catalogue without this exercise.
const LAST_STEP: usize = 7;

/// The beginnings of answers that say that the effect is not known, in lower case.
const NOT_KNOWN: [&str; 6] =
    ["we don't know", "i don't know", "don't know", "we do not know", "i do not know", "not known"];

/// The effects of the change on each affected party, in the words of the room, and the day on which the party will be
/// told.
pub(super) fn effects(notes: &Notes<'_>) -> String {
    list(by_party(meanings(notes)).into_iter().flat_map(|(party, answers)| {
        let whom = party.map(|party| format!("**{party}**: ")).unwrap_or_default();
        answers.into_iter().map(move |answer| format!("{whom}{answer}"))
    }))
}

/// What was said to each party, with the party.
pub(super) fn meanings(notes: &Notes<'_>) -> Vec<(Option<String>, String)> {
    let parties = parties(notes);
    let answers = notes.facts().filter(|(event, _)| is_meaning(notes, event)).filter_map(|(event, fact)| {
        let (text, when) = match fact {
            Fact::Answered { text } => (text, String::new()),
            Fact::Committed { text, who, due, .. } => (text, told(notes, event, who.as_deref(), *due)),
            _ => return None,
        };
        let party = parties.first_in(text);
        Some((party, format!("{}{when}", meaning(text))))
    });
    answers.collect()
}

/// Whether an event answers the last step of [`EXERCISE`].
pub(super) fn is_meaning(notes: &Notes<'_>, event: &Event) -> bool {
    let last = notes.catalogue.find(EXERCISE).map(|exercise| exercise.steps(notes.session.mode()).len());
    let is_last = |number: u16| usize::from(number) == last.unwrap_or(LAST_STEP);
    event.step.as_ref().is_some_and(|step| step.exercise == EXERCISE && is_last(step.number))
}

/// An answer as a sentence: "For you this means: fewer letters". The lead is left out if the answer contains it, or
/// says that the effect is not known.
fn meaning(text: &str) -> String {
    let said = match text.strip_prefix("tell ").and_then(|told| told.split_once(": ")) {
        Some((_, said)) => said,
        None => text,
    };
    let plain = said.to_lowercase().replace('’', "'");
    let complete = plain.contains("this means") || NOT_KNOWN.iter().any(|start| plain.starts_with(start));
    let lead = if complete { "" } else { "For you this means: " };
    format!("{lead}“{}”", foreign(said))
}

/// The words for who tells the party, and by when, as far as this was said.
fn told(notes: &Notes<'_>, event: &Event, who: Option<&str>, due: Option<Due>) -> String {
    let who = who.and_then(|who| notes.called(who));
    let by = due.map(|due| format!("by {}", weekday_in_words(notes.due(due))));
    let told = match (who, by) {
        (Some(who), Some(by)) => format!(" - {who} will tell you {by}"),
        (Some(who), None) => format!(" - {who} will tell you"),
        (None, Some(by)) => format!(" - you will hear {by}"),
        (None, None) => String::new(),
    };
    format!("{told}{}", outcome(notes, event.seq))
}
