use super::matter::outcome;
use super::notes::Notes;
use super::parties::Parties;
use crate::export::markdown::{foreign, list};
use crate::record::Fact;

/// What nobody here could answer, by the party each question goes to.
pub(super) fn of_a_room(notes: &Notes<'_>) -> String {
    if notes.is_solo() { String::new() } else { by_party(notes, asked(notes)) }
}

/// The questions, each with what it says and how it is written.
pub(super) fn asked<'a>(notes: &'a Notes<'_>) -> Vec<(&'a str, String)> {
    let asked = notes.facts().filter_map(|(event, fact)| {
        let Fact::Asked { text } = fact else { return None };
        let question = foreign(&format!("{}?", text.trim_end_matches(['?', ' '])));
        Some((text.as_str(), format!("{question}{}", outcome(notes, event.seq))))
    });
    asked.collect()
}

/// A line for each party, its questions one after the other.
pub(super) fn by_party(notes: &Notes<'_>, questions: Vec<(&str, String)>) -> String {
    let parties = Parties::of(notes);
    let sorted = parties.sort(questions);
    list(sorted.into_iter().flat_map(|(party, questions)| {
        let whom = party.map_or_else(|| "Not yet addressed".to_owned(), |party| format!("For {party}"));
        questions.into_iter().map(move |question| format!("**{whom}**: {question}"))
    }))
}
