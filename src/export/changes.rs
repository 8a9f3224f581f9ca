use std::borrow::Cow;
use std::fmt::Write as _;

use super::markdown::{bold, foreign};
use super::wording::said_of;
use crate::graph::{Filter, Graph, Link, Thing};
use crate::record::spoken::{capitalised, counted, listed, weekday_in_words};
use crate::record::{Kind, Relation};

/// The maximum number of things whose effects are told after the changes.
const FOLLOWING: usize = 40;

/// The filter that leaves out what only imported files state.
const SAID: &str = "-is:imported";

/// The words for a change of which nobody said what it leads to.
const NO_EFFECT_YET: &str = "*No effect of it was named here.*";

/// Every change on the map, also one without effects, as a list: its state, who answers for it, what it leads to and
/// what it needs. Empty for a map without changes.
pub(super) fn changes(graph: &Graph) -> String {
    graph.things().filter(|thing| thing.kind == Kind::Initiative).map(|change| item(graph, change, true)).collect()
}

/// The changes as [`changes`], as far as anybody said so, on the map that [`said_alone`] returns: also of what people
/// spoke of, the status and the owner are left out that only imported files state.
pub(super) fn said_changes(said: &Graph) -> String {
    said.things().filter(|thing| thing.kind == Kind::Initiative).map(|change| item(said, change, false)).collect()
}

/// The map without the things and arrows that only imported files state.
pub(super) fn said_alone(graph: &Graph) -> Cow<'_, Graph> {
    let imported = graph.things().any(|thing| thing.imported) || graph.links().any(|link| link.arrow.is_imported());
    match SAID.parse::<Filter>() {
        Ok(said) if imported => Cow::Owned(graph.only(&graph.shown(&said))),
        _ => Cow::Borrowed(graph),
    }
}

/// What follows from things that are no changes, as a list with an item for each.
pub(super) fn what_follows(graph: &Graph) -> String {
    let (mut list, mut items, mut left) = (String::new(), 0, 0);
    for thing in graph.things().filter(|thing| thing.kind != Kind::Initiative) {
        let effects: Vec<String> =
            leaving(graph, thing).filter(is_effect).map(|link| foreign(&said_of(link))).collect();
        if effects.is_empty() {
            continue;
        }
        if items < FOLLOWING {
            let _ = writeln!(list, "- **{}**: {}", foreign(&thing.label), effects.join("; "));
            items += 1;
        } else {
            left += 1;
        }
    }
    if left > 0 {
        let _ = writeln!(
            list,
            "- And {} more, which the whole map shows.",
            counted(left, "thing leads to", "things lead to")
        );
    }
    list
}

/// A change with what is known of it; `files` tells its status and its owner also where only a file states them.
fn item(graph: &Graph, change: &Thing, files: bool) -> String {
    let imported = |is: bool| if is { " (imported)" } else { "" };
    let status = change.status.filter(|_| files || !change.status_listed);
    let status = status.map(|status| format!("{}{}", status.name(), imported(change.status_listed)));
    let mut about: Vec<String> = status.into_iter().collect();
    about.extend(change.started.map(|day| format!("from {}", weekday_in_words(day))));
    let owner = change.owner.as_ref().filter(|_| files || !change.owner_listed).and_then(|owner| graph.thing(owner));
    about.extend(
        owner.map(|owner| format!("answered for by {}{}", foreign(&owner.label), imported(change.owner_listed))),
    );
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    let links: Vec<Link<'_>> = leaving(graph, change).collect();
    let of = |is: fn(&Link<'_>) -> bool| links.iter().copied().filter(is).map(|link| foreign(&said_of(link)));
    let effects: Vec<String> = of(is_effect).collect();
    let mut sentences = Vec::new();
    if effects.is_empty() {
        sentences.push(NO_EFFECT_YET.to_owned());
    } else {
        sentences.push(format!("{}.", capitalised(&effects.join("; "))));
    }
    let needs = links.iter().filter(|link| link.arrow.relation == Relation::Needs);
    let needs: Vec<String> = needs.map(|link| foreign(&link.to.label)).collect();
    sentences.extend((!needs.is_empty()).then(|| format!("Needs {}.", listed(&needs, "and"))));
    let others: Vec<String> = of(|link| !is_effect(link) && link.arrow.relation != Relation::Needs).collect();
    sentences.extend(others.iter().map(|other| format!("{}.", capitalised(other))));
    format!("- {}{about}. {}\n", bold(&change.label), sentences.join(" "))
}

/// The arrows that leave a thing, in the order of the map.
fn leaving<'a>(graph: &'a Graph, thing: &'a Thing) -> impl Iterator<Item = Link<'a>> {
    graph.links_at(&thing.key).filter(|link| link.from.key == thing.key)
}

const fn is_effect(link: &Link<'_>) -> bool {
    matches!(link.arrow.relation, Relation::Affects | Relation::Feeds | Relation::Rewards)
}
