use crate::app::recording::Recording;
use crate::record::{Fact, Kind, Mode, Relation};

/// A team that may feel it and does not answer for the change itself.
///
/// Whoever answers for what the effect moves comes first; then who is here, those for whom nothing was said yet before
/// the others; then whom the change reaches; then any other team, once it is known whose the change is.
pub(super) fn next_door(recording: &Recording, focus: Option<&str>, moved: Option<&str>) -> Option<String> {
    let owns = |party: &str| focus.is_some_and(|focus| draws(recording, party, focus, Relation::Owns));
    let known = parties(recording);
    let answering =
        known.iter().filter(|party| moved.is_some_and(|moved| draws(recording, party, moved, Relation::Owns)));
    let here = recording.session().people().iter().filter_map(|person| person.party.clone());
    let (touched, untouched): (Vec<_>, Vec<_>) = here.partition(|party| is_touched(recording, party));
    let reached =
        known.iter().filter(|party| focus.is_some_and(|focus| draws(recording, focus, party, Relation::Affects)));
    // Somebody alone who names one team has most likely named their own.
    let placed = recording.session().mode() == Mode::Live || known.iter().any(|party| owns(party));
    let others = known.iter().filter(|_| placed);
    let mut candidates =
        answering.cloned().chain(untouched).chain(touched).chain(reached.cloned()).chain(others.cloned());
    candidates.find(|party| !owns(party))
}

fn parties(recording: &Recording) -> Vec<String> {
    let parties = recording.ledger().things().filter(|thing| thing.kind == Kind::Party);
    parties.map(|thing| thing.label.to_owned()).collect()
}

fn draws(recording: &Recording, from: &str, to: &str, relation: Relation) -> bool {
    recording.ledger().latest_on(from, to).is_some_and(|claim| claim.kind == relation)
}

/// Whether an effect on a team, or on something it answers for, was named in the exercise that is on.
fn is_touched(recording: &Recording, party: &str) -> bool {
    let exercise = recording.step().map(|step| step.exercise.as_str());
    let here =
        recording.session().live().filter(|event| event.step.as_ref().map(|step| step.exercise.as_str()) == exercise);
    here.flat_map(|event| &event.facts).any(|fact| match fact {
        Fact::Claimed(claim) if claim.kind.carries_sign() => {
            claim.to.to_lowercase() == party.to_lowercase() || draws(recording, party, &claim.to, Relation::Owns)
        }
        _ => false,
    })
}
