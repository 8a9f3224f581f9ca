use super::notes::Notes;
use super::questions::{AddressedQuestion, addressed, asked};
use crate::exercise::{Blanks, fill};
use crate::export::markdown::foreign;
use crate::graph::{Graph, Key};
use crate::record::{Basis, Claim, Event, Fact, Relation};

/// The questions to take away from a session of one person: those that were asked, and the guesses about the work of
/// other units.
pub(super) fn questions(notes: &Notes<'_>) -> String {
    if !notes.is_solo() {
        return String::new();
    }
    let own = own_unit(notes);
    let guesses = notes.events().iter().filter_map(|event| guess(notes, own.as_ref(), event));
    addressed(asked(notes).into_iter().chain(guesses).collect())
}

/// The messages of the steps that were visited, ready to copy.
pub(super) fn messages(notes: &Notes<'_>) -> String {
    let steps = notes.session.visited().iter().filter_map(|id| notes.step(id));
    let messages = steps.filter_map(|step| step.message.as_deref());
    messages.map(|message| to_copy(message, notes.blanks)).collect::<Vec<_>>().join("\n")
}

/// A message with its blanks filled, as quoted paragraphs.
pub(super) fn to_copy(message: &str, blanks: &Blanks) -> String {
    let filled = fill(message, blanks);
    let lines = filled.lines().map(foreign).filter(|line| !line.is_empty());
    lines.map(|line| format!("> {line}\n")).collect::<Vec<_>>().join(">\n")
}

/// Turns a guess into a question to the other unit that it is about.
fn guess(notes: &Notes<'_>, own: Option<&Key>, event: &Event) -> Option<AddressedQuestion> {
    let guessed = event.facts.iter().find_map(|fact| match fact {
        Fact::Claimed(claim) if claim.basis == Basis::Guess && !claim.imagined && is_about_work(claim.kind) => {
            Some(claim)
        }
        _ => None,
    });
    let unit = other_unit(notes.graph(), own, guessed?)?;
    let sentence = notes.sentence(event)?;
    let sentence = sentence.replacen("; this is a guess", "", 1);
    Some((Some(unit), format!("Is this so? {sentence}")))
}

/// Whether a relation is about work, so that people at the other end can notice it.
const fn is_about_work(relation: Relation) -> bool {
    matches!(relation, Relation::Affects | Relation::Feeds | Relation::Needs | Relation::Rewards)
}

/// The first unit at an end of the arrow that is not `own`; `None` if there is none.
fn other_unit(graph: &Graph, own: Option<&Key>, claim: &Claim) -> Option<String> {
    let ends = [&claim.to, &claim.from].into_iter();
    let mut units = ends.filter_map(|label| graph.thing(&Key::of(label)?)?.unit.clone());
    let unit = units.find(|unit| Some(unit) != own)?;
    Some(graph.thing(&unit)?.label.clone())
}

fn own_unit(notes: &Notes<'_>) -> Option<Key> {
    let party = notes.session.people().first()?.party.as_deref()?;
    let key = Key::of(party)?;
    let lifted = notes.graph().thing(&key).and_then(|thing| thing.unit.clone());
    Some(lifted.unwrap_or(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_ready_to_copy_and_holds_nothing_that_acts() {
        let mut blanks = Blanks::default();
        blanks.set("focus", Some("the *Service bot*\n# now".to_owned()));
        let message = "Hello,\n\nwe are looking at {focus|a change}; what does {neighbour|your team} notice?";
        let written =
            "> Hello,\n>\n> we are looking at the \\*Service bot\\*\n>\n> \\# now; what does your team notice?\n";
        assert_eq!(to_copy(message, &blanks), written);
    }
}
