//! L11, single point of failure: many things depend on one source, and nobody has named another source.
//!
//! The lens looks at resources that at least three things of at least two units need, and that exactly one thing
//! supplies. The finding is about the source furthest upstream: from the only supplier to its own only supplier, and so
//! on. Each source is listed once, with the resource that most things need. A scarce resource whose users meet in no
//! forum is left to the tragedy of the commons. Severity: the number of things that need the resource as a percentage
//! of all initiatives. One more pattern is this program's own, since the definitions leave it open: a hub is a unit
//! that owns at least two forums and scarce resources, and at least 40 percent of all; its severity counts those that
//! need these or meet in them.
//!
//! Source: Leveson and Thomas (2018) on what a system depends on. Trap: a second source may exist and not be named yet.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link, Thing};
use crate::record::{Kind, Relation};

use super::field::Field;
use super::thresholds::{HUB_HOLDS, HUB_HUNDREDTHS, SINGLE_NEEDERS, SINGLE_UNITS};
use super::{FindingDraft, Lens, Lesson, Narration, Pattern, Treatment};
use crate::record::english::{Agreement, counted_in_words, listed};

impl Lens {
    /// L11, single point of failure.
    pub const SINGLE_POINT: &'static Self = &Self { number: 11, name: "single-point", read, treats };
}

fn treats(pattern: Option<Pattern>) -> Treatment {
    match pattern {
        Some(Pattern::Hub) => Treatment::of(HUB).narrated(Narration::Never),
        _ => Treatment::of(SINGLE),
    }
}

const SINGLE: Lesson = Lesson {
    called: "A single point of failure: one source that many lean on, with nothing beside it.",
    source: "Nancy Leveson and John Thomas's STPA Handbook (2018) asks what a system loses when one part is missing.",
    matters: "On the day it stops, several plans stop together, and each finds out by itself.",
};

const HUB: Lesson = Lesson {
    called: "A hub: much of what is short, and of where people meet, is with one group.",
    source: "Linton Freeman (1978) gave the measures of how central one place in a network is.",
    matters: "What is on that group's desk sets the pace of everybody else, mostly without anybody deciding so.",
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let mut found = single_sources(field);
    found.extend(hubs(field));
    found
}

/// A resource, the chain of its only suppliers from the nearest to the one furthest upstream, and its needs.
struct SupplyChain<'a> {
    resource: &'a Thing,
    chain: Vec<Link<'a>>,
    needs: Vec<Link<'a>>,
}

fn single_sources(field: &Field<'_>) -> Vec<FindingDraft> {
    let (feeds, needs) = (field.ending(Relation::Feeds), field.ending(Relation::Needs));
    let mut sources: BTreeMap<&Key, SupplyChain<'_>> = BTreeMap::new();
    for (_, resource) in field.of_kind(Kind::Resource) {
        let Some(needs) = needs.get(&resource.key).filter(|needs| is_leant_on(field, resource, needs)) else {
            continue;
        };
        let chain = upstream(&feeds, resource);
        let Some(source) = chain.last().map(|link| &link.from.key) else { continue };
        if sources.get(source).is_none_or(|known| needs.len() > known.needs.len()) {
            sources.insert(source, SupplyChain { resource, chain, needs: needs.clone() });
        }
    }
    sources.into_values().filter_map(|source| single_source(field, &source)).collect()
}

fn is_leant_on(field: &Field<'_>, resource: &Thing, needs: &[Link<'_>]) -> bool {
    let units: BTreeSet<&Key> = needs.iter().filter_map(|need| need.from.unit.as_ref()).collect();
    let held = !resource.scarce || field.bridges.join(units.iter().copied());
    needs.len() >= SINGLE_NEEDERS && units.len() >= SINGLE_UNITS && held
}

/// Returns the only supplier of a thing, the only supplier of that, and so on. The chain ends at a thing with no
/// supplier or several, or at one it has visited already.
fn upstream<'a>(feeds: &BTreeMap<&'a Key, Vec<Link<'a>>>, resource: &'a Thing) -> Vec<Link<'a>> {
    let (mut chain, mut met) = (Vec::new(), BTreeSet::from([&resource.key]));
    let mut here = &resource.key;
    while let Some([only]) = feeds.get(here).map(Vec::as_slice) {
        here = &only.from.key;
        if !met.insert(here) {
            break;
        }
        chain.push(*only);
    }
    chain
}

fn single_source(field: &Field<'_>, source: &SupplyChain<'_>) -> Option<FindingDraft> {
    let first = source.chain.last()?.from;
    let (v, r) = (&first.label, &source.resource.label);
    let lean = who_leans(&source.needs);
    let says = format!(
        "{} the only source of {r} named so far; {lean} {}.",
        first.with("is"),
        first.agreement().verb("on it")
    );
    let ask = format!("What happens the morning there {} no {v}?", first.agreement().verb("is"));
    let severity = weight(field, source.needs.len());
    let found = FindingDraft::new([&first.key], severity, says, ask);
    Some(found.on(source.chain.iter().chain(&source.needs).copied()))
}

/// Describes what depends on the source: "four changes lean" if all are initiatives, else "four things lean".
fn who_leans(needs: &[Link<'_>]) -> String {
    if needs.iter().all(|need| need.from.kind == Kind::Initiative) {
        counted_in_words(needs.len(), "change leans", "changes lean")
    } else {
        counted_in_words(needs.len(), "thing leans", "things lean")
    }
}

/// Returns the number of things that depend on it as a percentage of the number of initiatives.
fn weight(field: &Field<'_>, leaning: usize) -> f64 {
    let initiatives = field.of_kind(Kind::Initiative).count().max(1);
    100.0 * leaning as f64 / initiatives as f64
}

/// Returns findings about the units that own many of the forums and scarce resources.
fn hubs(field: &Field<'_>) -> Vec<FindingDraft> {
    let holds = |thing: &Thing| thing.kind == Kind::Forum || (thing.kind == Kind::Resource && thing.scarce);
    let mut held: BTreeMap<&Key, Vec<&Thing>> = BTreeMap::new();
    let mut all = 0;
    for (_, thing) in field.things().filter(|(_, thing)| holds(thing)) {
        all += 1;
        if let Some(unit) = &thing.unit {
            held.entry(unit).or_default().push(thing);
        }
    }
    held.retain(|_, things| things.len() >= HUB_HOLDS && things.len() * 100 >= all * HUB_HUNDREDTHS);
    held.into_iter().map(|(unit, things)| hub(field, unit, &things)).collect()
}

fn hub(field: &Field<'_>, unit: &Key, things: &[&Thing]) -> FindingDraft {
    let keys: BTreeSet<&Key> = things.iter().map(|thing| &thing.key).collect();
    let labels: Vec<&str> = things.iter().map(|thing| thing.label.as_str()).collect();
    let needing = field.links(Relation::Needs).filter(|link| keys.contains(&link.to.key)).map(|link| &link.from.key);
    let meeting = field.links(Relation::Covers).filter(|link| keys.contains(&link.from.key)).map(|link| &link.to.key);
    let leaning: BTreeSet<&Key> = needing.chain(meeting).collect();
    let owns = field.links(Relation::Owns).filter(|link| keys.contains(&link.to.key));
    let says = format!(
        "{} all lie with {}, and that is much of what is short or brings people together here.",
        listed(&labels, "and"),
        field.label(unit)
    );
    let ask = format!(
        "What waits in the weeks when {} no time, and who decides what waits?",
        Agreement::of_people(field.label(unit)).with(field.label(unit), "has")
    );
    FindingDraft::new([unit], weight(field, leaning.len()), says, ask).on(owns).with(Pattern::Hub)
}
