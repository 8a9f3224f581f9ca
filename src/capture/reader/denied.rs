use crate::capture::Form;
use crate::capture::grammar::{Scrap, Sentence, TypedName};
use crate::graph::Key;
use crate::record::{Claim, Fact, Position, Relation};

use super::draft::LineDraft;
use super::placing::settle;
use super::stance::stance;

/// The maximum number of things that a short name is tried for.
const LONGER_LIMIT: usize = 16;

/// Takes a position against each known arrow that the sentences name, with their relation. A name may be short for a
/// known one where only one of the arrows fits. An arrow that nobody drew cannot be taken back.
pub(crate) fn take_back(sentences: &[Sentence], draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    let mut against: Vec<Claim> = Vec::new();
    let mut unknown = None;
    for sentence in sentences {
        for hop in sentence.hops()? {
            let group = |place: usize| sentence.groups.get(place).map(Vec::as_slice).unwrap_or_default();
            for (from, to) in group(hop.from).iter().flat_map(|from| group(hop.to).iter().map(move |to| (from, to))) {
                match known(from, to, sentence.relation, draft) {
                    Some(claim) if against.contains(&claim) => {}
                    Some(claim) => against.push(claim),
                    None => unknown = Some(Scrap::NoArrow(from.label.clone(), to.label.clone())),
                }
            }
        }
    }
    if let Some(unknown) = unknown.filter(|_| against.is_empty()) {
        return Err(unknown);
    }
    for claim in &against {
        draft.fact(Fact::Stanced(stance(Position::No, claim, draft.typed.remark())));
    }
    Ok(Form::Stance)
}

/// Returns the latest claim of this relation between the things that two names mean, or are short for.
fn known(from: &TypedName, to: &TypedName, relation: Relation, draft: &LineDraft<'_>) -> Option<Claim> {
    let (from, _) = settle(from, relation, false, draft);
    let (to, _) = settle(to, relation, true, draft);
    let (starts, ends) = (meant(from, draft), meant(to, draft));
    let pairs = starts.iter().flat_map(|from| ends.iter().map(move |to| (*from, *to)));
    let mut found = pairs.filter_map(|(from, to)| draft.context.ledger.latest_on(from, to));
    let mut fitting = found.by_ref().filter(|claim| claim.kind == relation);
    let (only, more) = (fitting.next()?, fitting.next());
    more.is_none().then(|| only.clone())
}

/// Returns the thing of this name; if there is none, those whose names hold its words.
fn meant<'a>(label: &'a str, draft: &LineDraft<'a>) -> Vec<&'a str> {
    let ledger = draft.context.ledger;
    match (ledger.thing(label), Key::of(label)) {
        (Some(thing), _) => vec![thing.label],
        (None, Some(short)) => ledger.longer_names(&short).take(LONGER_LIMIT).map(|thing| thing.label).collect(),
        (None, None) => Vec::new(),
    }
}
