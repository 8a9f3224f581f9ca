use super::matter::{Settled, outcome};
use super::notes::Notes;
use super::parties::{by_party, parties};
use crate::export::markdown::{foreign, list};
use crate::record::Fact;
use crate::record::spoken::capitalised;

/// A question with the party that it mentions; `None` in place of the party if it mentions none.
pub(super) type AddressedQuestion = (Option<String>, String);

/// The questions that nobody in the room could answer, grouped by party.
pub(super) fn of_a_room(notes: &Notes<'_>) -> String {
    if notes.is_solo() { String::new() } else { addressed(asked(notes)) }
}

/// The questions that were asked, each with the party it mentions first.
pub(super) fn asked(notes: &Notes<'_>) -> Vec<AddressedQuestion> {
    let parties = parties(notes);
    let asked = notes.facts().filter_map(|(event, fact)| {
        let Fact::Asked { text } = fact else { return None };
        Some((parties.first_in(text), format!("{}{}", sentence(text), outcome(notes, event.seq))))
    });
    asked.collect()
}

/// The questions that are still open, each with the party it mentions first.
pub(super) fn still_open(notes: &Notes<'_>) -> Vec<AddressedQuestion> {
    let parties = parties(notes);
    let open = notes.facts().filter(|(event, _)| !Settled::find(notes, event.seq).is_some_and(Settled::is_over));
    let asked = open.filter_map(|(_, fact)| if let Fact::Asked { text } = fact { Some(text) } else { None });
    asked.map(|text| (parties.first_in(text), sentence(text))).collect()
}

fn sentence(text: &str) -> String {
    foreign(&format!("{}?", capitalised(text.trim_end_matches(['?', ' ']))))
}

/// The questions as list items, grouped by party.
pub(super) fn addressed(questions: Vec<AddressedQuestion>) -> String {
    list(by_party(questions).into_iter().flat_map(|(party, questions)| {
        let whom = party.map_or_else(|| "Not yet addressed".to_owned(), |party| format!("For {party}"));
        questions.into_iter().map(move |question| format!("**{whom}**: {question}"))
    }))
}
