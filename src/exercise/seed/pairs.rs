use std::collections::{BTreeMap, BTreeSet};

use super::{StepContext, Subject};
use crate::graph::{Key, Link, Thing};
use crate::record::spoken::listed;
use crate::record::{Kind, Relation, Sign, Status};

/// The minimum number of shared things for two initiatives to become a subject.
const ENOUGH_IN_COMMON: usize = 2;

fn active(thing: &Thing) -> bool {
    thing.kind == Kind::Initiative && thing.status != Some(Status::Stopped)
}

fn pair(one: &Thing, other: &Thing, thing: String, says: String) -> Subject {
    Subject { says, a: Some(one.label.clone()), b: Some(other.label.clone()), thing: Some(thing), ..Subject::default() }
}

fn pairs<'a>(context: &StepContext<'a>) -> impl Iterator<Item = (&'a Thing, &'a Thing)> {
    let changes: Vec<&Thing> = context.graph.things().filter(|thing| active(thing)).collect();
    let later = changes.clone();
    changes.into_iter().enumerate().flat_map(move |(at, one)| {
        later.clone().into_iter().skip(at + 1).map(move |other| (one, other)).collect::<Vec<_>>()
    })
}

/// Returns the pairs of initiatives that need, feed or move the same things.
pub(super) fn shared(context: &StepContext<'_>) -> Vec<Subject> {
    let mut reach: BTreeMap<&Key, BTreeSet<&str>> = BTreeMap::new();
    let touches = |link: &Link<'_>| !matches!(link.arrow.relation, Relation::Builds | Relation::In);
    for link in context.graph.links().filter(|link| active(link.from)).filter(touches) {
        reach.entry(&link.from.key).or_default().insert(&link.to.label);
    }
    let of = |thing: &Thing| reach.get(&thing.key).cloned().unwrap_or_default();
    let common = pairs(context).filter_map(|(one, other)| {
        let common: Vec<&str> = of(one).intersection(&of(other)).copied().collect();
        let things = listed(&common, "and");
        (common.len() >= ENOUGH_IN_COMMON).then(|| {
            (common.len(), pair(one, other, things.clone(), format!("{} and {}: {things}", one.label, other.label)))
        })
    });
    let mut common: Vec<_> = common.collect();
    common.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    common.into_iter().map(|(_, subject)| subject).collect()
}

/// Returns the pairs of initiatives that push one thing in opposite directions, each over at most 2 arrows.
pub(super) fn clashes(context: &StepContext<'_>) -> Vec<Subject> {
    let pushes: BTreeMap<&Key, BTreeMap<&Key, Sign>> = context
        .graph
        .things()
        .filter(|thing| active(thing))
        .map(|thing| (&thing.key, pushed(context, thing)))
        .collect();
    let found = pairs(context).flat_map(|(one, other)| {
        let (mine, theirs) = (pushes.get(&one.key), pushes.get(&other.key));
        let targets = mine.into_iter().flatten().filter_map(|(target, sign)| {
            let against = theirs?.get(target)?;
            (sign != against).then_some((*target, *sign))
        });
        let clashing = targets.filter_map(|(target, sign)| {
            let label = context.graph.thing(target)?.label.clone();
            let (up, down) = if sign == Sign::Plus { (one, other) } else { (other, one) };
            Some(pair(
                up,
                down,
                label.clone(),
                format!("{} pushes {label} up, {} pushes it down", up.label, down.label),
            ))
        });
        clashing.collect::<Vec<_>>()
    });
    found.collect()
}

/// Returns the things that an initiative pushes, with the direction; omits a thing that it pushes both up and down.
fn pushed<'a>(context: &StepContext<'a>, change: &Thing) -> BTreeMap<&'a Key, Sign> {
    let mut pushes: BTreeMap<&Key, BTreeSet<bool>> = BTreeMap::new();
    for first in context.graph.links().filter(|link| link.from.key == change.key) {
        let Some(sign) = up(first.arrow.effect()) else { continue };
        pushes.entry(&first.to.key).or_default().insert(sign);
        for second in context.graph.links().filter(|link| link.from.key == first.to.key) {
            if let Some(then) = up(second.arrow.effect()) {
                pushes.entry(&second.to.key).or_default().insert(sign == then);
            }
        }
    }
    let agreed = pushes.into_iter().filter(|(_, signs)| signs.len() == 1);
    agreed.map(|(key, signs)| (key, if signs.contains(&true) { Sign::Plus } else { Sign::Minus })).collect()
}

const fn up(sign: Sign) -> Option<bool> {
    match sign {
        Sign::Plus => Some(true),
        Sign::Minus => Some(false),
        Sign::Unknown | Sign::NoEffect => None,
    }
}

/// Returns the things that one initiative makes and one of another unit needs, as long as no arrow brings them there.
pub(super) fn supplies(context: &StepContext<'_>) -> Vec<Subject> {
    let makes = |link: &Link<'_>| matches!(link.arrow.relation, Relation::Feeds) && link.arrow.sign != Sign::Minus;
    let mut found = Vec::new();
    for made in context.graph.links().filter(makes) {
        let needing = context.graph.links().filter(|link| link.arrow.relation == Relation::Needs);
        for needed in needing.filter(|link| link.to.key == made.to.key && link.from.key != made.from.key) {
            let apart = made.from.unit.is_none() || made.from.unit != needed.from.unit;
            let flows = context.graph.links().any(|link| {
                let starts = link.from.key == made.to.key || link.from.key == made.from.key;
                starts && link.to.key == needed.from.key && matches!(link.arrow.relation, Relation::Feeds)
            });
            if apart && !flows && made.from.kind == Kind::Initiative {
                let thing = made.to.label.clone();
                let says = format!(
                    "{} {thing}, {} {}",
                    made.from.with("makes"),
                    needed.from.with("needs"),
                    made.to.agreement().object()
                );
                found.push(pair(made.from, needed.from, thing, says));
            }
        }
    }
    found
}
