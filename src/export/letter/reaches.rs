use std::collections::BTreeMap;

use super::parts::{TOLD, is_theirs, parts};
use crate::export::chain::chain;
use crate::export::markdown::{foreign, list};
use crate::export::material::Material;
use crate::export::wording::said_in_full;
use crate::graph::{Causal, Evidence, Graph, Key, Link, Path, Thing, paths};
use crate::lens::{FAINTEST, LONGEST_PATH};
use crate::record::{Kind, Relation};

/// The words for a party that nothing reaches.
const NOTHING: &str = "- The map has nothing so far that reaches you. That can be a gap: what does, where you work?\n";

/// What reaches the people of a party: what was said to them, what acts on what is theirs, and the longer chains from a
/// change to it.
pub(super) fn reaches(material: &Material<'_>, party: &Thing) -> String {
    let mut items: Vec<String> = Vec::new();
    for (whom, says) in parts(material).flat_map(|letter| &letter.meanings) {
        if whom.as_deref().and_then(Key::of).is_some_and(|whom| whom == party.key) {
            items.push(says.clone());
        }
    }
    let (mut told, mut direct): (Vec<Link<'_>>, Vec<Link<'_>>) = material
        .graph
        .links()
        .filter(|link| reaches_directly(link, party))
        .partition(|link| link.arrow.says_direction());
    told.extend(at_their_work(material.graph, party, &told));
    let say = |link: Link<'_>| format!("**{}**: {}", foreign(&link.from.label), foreign(&said_in_full(link)));
    items.extend(told.into_iter().map(say));
    items.extend(from_afar(material.graph, party));
    direct.truncate(TOLD);
    items.extend(direct.into_iter().map(say));
    if items.is_empty() { NOTHING.to_owned() } else { list(items.into_iter().take(TOLD)) }
}

/// Whether an arrow leads from others to something of the party. That somebody owns or is part of something is no news.
fn reaches_directly(link: &Link<'_>, party: &Thing) -> bool {
    let belongs = matches!(link.arrow.relation, Relation::Owns | Relation::In);
    is_theirs(link.to, party) && !is_theirs(link.from, party) && !belongs && link.from.kind != Kind::Voice
}

/// The effects of which people of the party spoke themselves, and what follows from them at once: they name the work that
/// is touched, also where nothing on the map is theirs.
fn at_their_work<'a>(graph: &'a Graph, party: &Thing, known: &[Link<'a>]) -> Vec<Link<'a>> {
    let is_effect = |link: &Link<'_>| link.arrow.relation == Relation::Affects && link.arrow.says_direction();
    let theirs = |link: &Link<'_>| {
        let spoke = |said: &Evidence| !said.imagined && said.unit.is_some() && said.unit == party.unit;
        link.arrow.evidence.iter().any(spoke)
    };
    let spoken: Vec<Link<'_>> = graph.links().filter(|link| is_effect(link) && theirs(link)).collect();
    let follows = |link: &Link<'_>| spoken.iter().any(|before| before.to.key == link.from.key);
    let next = graph.links().filter(|link| is_effect(link) && !theirs(link) && follows(link));
    let is_known = |link: &Link<'_>| known.iter().any(|told| std::ptr::eq(told.arrow, link.arrow));
    spoken.iter().copied().chain(next).filter(|link| !is_known(link)).collect()
}

/// The chains of two and more arrows from a change to something of the party: of each pair the shortest.
fn from_afar(graph: &Graph, party: &Thing) -> Vec<String> {
    let causal = Causal::of(graph);
    let mut shortest: BTreeMap<(usize, usize), Path<'_>> = BTreeMap::new();
    let starts = causal.things().iter().enumerate().filter(|(_, thing)| thing.kind == Kind::Initiative);
    for (place, _) in starts {
        for path in paths(&causal, place, LONGEST_PATH, FAINTEST) {
            let Some(end) = path.end().filter(|end| causal.thing(*end).is_some_and(|end| is_theirs(end, party))) else {
                continue;
            };
            let enters = path
                .steps
                .iter()
                .rev()
                .skip(1)
                .all(|step| causal.thing(step.to).is_none_or(|passed| !is_theirs(passed, party)));
            let known = shortest.get(&(place, end)).is_some_and(|known| known.len() <= path.len());
            let said = path.steps.iter().all(|step| !step.arrow.is_imported());
            if path.len() > 1 && enters && said && !known {
                shortest.insert((place, end), path);
            }
        }
    }
    let told = shortest.into_values().filter_map(|path| {
        let links: Vec<Link<'_>> = path.steps.iter().filter_map(|step| causal.link(step)).collect();
        chain(&links)
    });
    told.collect()
}
