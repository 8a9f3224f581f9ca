use std::fmt::Write as _;

use super::markdown::{bold, foreign};
use super::wording::said_of;
use crate::graph::{Graph, Link, Thing};
use crate::record::spoken::{capitalised, counted, listed, weekday_in_words};
use crate::record::{Kind, Relation};

/// The maximum number of things whose effects are told after the changes.
const FOLLOWING: usize = 40;

/// The words for a change of which nobody said what it leads to.
const NO_EFFECT_YET: &str = "*No effect of it was named here.*";

/// Every change on the map, also one without effects, as a list: its state, who answers for it, what it leads to and
/// what it needs. Empty for a map without changes.
pub(super) fn changes(graph: &Graph) -> String {
    graph.things().filter(|thing| thing.kind == Kind::Initiative).map(|change| item(graph, change)).collect()
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

fn item(graph: &Graph, change: &Thing) -> String {
    let mut about: Vec<String> = change.status.map(|status| status.name().to_owned()).into_iter().collect();
    about.extend(change.started.map(|day| format!("from {}", weekday_in_words(day))));
    about.extend(change.unit.as_ref().map(|unit| format!("answered for by {}", foreign(graph.label(unit)))));
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
