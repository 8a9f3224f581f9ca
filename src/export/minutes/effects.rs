use super::notes::Notes;
use super::parties::Parties;
use crate::export::markdown::{foreign, list};
use crate::record::{Event, Fact};

/// The exercise whose last step asks what it all means for the people who do the work.
const EXERCISE: &str = "moment";

/// What it means for each party that is affected, in the words of the room.
pub(super) fn effects(notes: &Notes<'_>) -> String {
    let answers = notes.facts().filter_map(|(event, fact)| match fact {
        Fact::Answered { text } if is_meaning(notes, event) => Some((text.as_str(), format!("“{}”", foreign(text)))),
        _ => None,
    });
    let parties = Parties::of(notes);
    let sorted = parties.sort(answers);
    list(sorted.into_iter().map(|(party, answers)| {
        let answers = answers.join(" ");
        party.map_or_else(|| answers.clone(), |party| format!("**{party}**: {answers}"))
    }))
}

/// Whether an event answers that step.
pub(super) fn is_meaning(notes: &Notes<'_>, event: &Event) -> bool {
    let last = notes.catalogue.find(EXERCISE).map(|exercise| exercise.steps(notes.session.mode()).len());
    event.step.as_ref().is_some_and(|step| step.exercise == EXERCISE && Some(usize::from(step.number)) == last)
}
