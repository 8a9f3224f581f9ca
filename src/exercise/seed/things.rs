use std::collections::HashMap;

use super::{StepContext, Subject};
use crate::graph::{Graph, Key, Link, Thing};
use crate::record::lexicon::amount_of;
use crate::record::voiced::is_hope;
use crate::record::{Direction, Fact, Kind, Matter, Relation, Sign, Status};

fn of_kind<'a>(context: &StepContext<'a>, kind: Kind) -> impl Iterator<Item = &'a Thing> {
    context.graph.things().filter(move |thing| thing.kind == kind)
}

fn listed<'a>(things: impl Iterator<Item = &'a Thing>) -> Vec<Subject> {
    things.map(|thing| Subject::one(&thing.label)).collect()
}

/// Returns every initiative that was not stopped. In a session that was begun about some initiatives, returns these, in
/// the order in which they were chosen, then those that are named in it.
pub(super) fn initiatives(context: &StepContext<'_>) -> Vec<Subject> {
    let all = of_kind(context, Kind::Initiative).filter(|thing| thing.status != Some(Status::Stopped));
    if context.session.begun_about().next().is_none() {
        return listed(all);
    }
    let mut named_at: HashMap<Key, usize> = HashMap::new();
    for (place, key) in context.session.live().flat_map(|event| &event.facts).filter_map(named).enumerate() {
        named_at.entry(key).or_insert(place);
    }
    let place = |thing: &Thing| {
        let aliases = thing.aliases.iter().filter_map(|name| Key::of(name));
        aliases.chain([thing.key.clone()]).filter_map(|key| named_at.get(&key).copied()).min()
    };
    let mut here: Vec<(usize, &Thing)> = all.filter_map(|thing| Some((place(thing)?, thing))).collect();
    here.sort_by_key(|(place, _)| *place);
    listed(here.into_iter().map(|(_, thing)| thing))
}

/// Returns the key of the initiative that a fact names.
fn named(fact: &Fact) -> Option<Key> {
    match fact {
        Fact::Named { label, kind: Kind::Initiative } => Key::of(label),
        _ => None,
    }
}

/// Returns the incentives, each with what it pays for: "less Handle time".
pub(super) fn incentives(context: &StepContext<'_>) -> Vec<Subject> {
    let pays_for = |reward: &Thing| {
        let paid = context
            .graph
            .links()
            .find(|link| link.from.key == reward.key && link.arrow.relation == Relation::Rewards)?;
        let sign = if paid.arrow.sign == Sign::Minus { Sign::Minus } else { Sign::Plus };
        Some(amount_of(sign, &paid.to.label))
    };
    let subject = |reward: &Thing| Subject { thing: pays_for(reward), ..Subject::one(&reward.label) };
    of_kind(context, Kind::Incentive).map(subject).collect()
}

/// Returns the units and people at whom, or at whose things, an arrow ends; those reached in this session come first.
pub(super) fn affected(context: &StepContext<'_>) -> Vec<Subject> {
    let here = context.session.header().id.as_str();
    let said_here = |link: &Link<'_>| link.arrow.evidence.iter().any(|evidence| &*evidence.session == here);
    let reaching = |party: &Thing| {
        let links = context.graph.links().filter(|link| {
            matches!(link.arrow.relation, Relation::Affects | Relation::Feeds)
                && (link.to.key == party.key || link.to.unit.as_ref() == Some(&party.key))
        });
        links.map(|link| !said_here(&link)).min()
    };
    let reached = of_kind(context, Kind::Party).filter_map(|party| Some((reaching(party)?, party)));
    let mut reached: Vec<(bool, &Thing)> = reached.collect();
    reached.sort_by_key(|(elsewhere, _)| *elsewhere);
    listed(reached.into_iter().map(|(_, party)| party))
}

/// Returns the purposes of the initiatives.
pub(super) fn purposes(context: &StepContext<'_>) -> Vec<Subject> {
    listed(of_kind(context, Kind::Purpose))
}

/// Returns the voices that no purpose, forum, incentive or commitment answers, as subjects.
pub(super) fn worries(context: &StepContext<'_>) -> Vec<Subject> {
    listed(open_worries(context.graph, context.matters).into_iter())
}

/// Returns the voices that no purpose, forum, incentive or commitment answers; a hope needs no answer.
pub fn open_worries<'a>(graph: &'a Graph, matters: &[Matter]) -> Vec<&'a Thing> {
    let covered = |voice: &Thing| {
        let by_thing = graph.links().any(|link| {
            link.to.key == voice.key
                && link.arrow.relation == Relation::Covers
                && matches!(link.from.kind, Kind::Purpose | Kind::Forum | Kind::Incentive)
        });
        by_thing || matters.iter().any(|matter| matter.is_promise() && matter.about.as_ref() == Some(&voice.label))
    };
    graph.things().filter(|thing| thing.kind == Kind::Voice && !is_hope(&thing.label) && !covered(thing)).collect()
}

/// Returns the factors that were seen to move, with their latest direction: "less Customer trust".
pub(super) fn observed(context: &StepContext<'_>) -> Vec<Subject> {
    let subject = |thing: &Thing| {
        let sign = match thing.observations.last()?.direction {
            Direction::Up => Sign::Plus,
            Direction::Down => Sign::Minus,
            Direction::Flat => Sign::Unknown,
        };
        Some(Subject { thing: Some(amount_of(sign, &thing.label)), ..Subject::one(&thing.label) })
    };
    of_kind(context, Kind::Factor).filter_map(subject).collect()
}
