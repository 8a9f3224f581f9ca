use super::matter::outcome;
use super::notes::Notes;
use super::parties::{Parties, by_party};
use crate::export::markdown::{foreign, list};
use crate::record::Fact;

/// A question with the party that it mentions; `None` in place of the party if it mentions none.
pub(super) type AddressedQuestion = (Option<String>, String);

/// The questions that nobody in the room could answer, grouped by party.
pub(super) fn of_a_room(notes: &Notes<'_>) -> String {
    if notes.is_solo() { String::new() } else { addressed(asked(notes)) }
}

/// The questions that were asked, each with the party it mentions first.
pub(super) fn asked(notes: &Notes<'_>) -> Vec<AddressedQuestion> {
    let parties = Parties::of(notes);
    let asked = notes.facts().filter_map(|(event, fact)| {
        let Fact::Asked { text } = fact else { return None };
        let question = foreign(&format!("{}?", text.trim_end_matches(['?', ' '])));
        Some((parties.first_in(text), format!("{question}{}", outcome(notes, event.seq))))
    });
    asked.collect()
}

/// The questions as list items, grouped by party.
pub(super) fn addressed(questions: Vec<AddressedQuestion>) -> String {
    list(by_party(questions).into_iter().flat_map(|(party, questions)| {
        let whom = party.map_or_else(|| "Not yet addressed".to_owned(), |party| format!("For {party}"));
        questions.into_iter().map(move |question| format!("**{whom}**: {question}"))
    }))
}
