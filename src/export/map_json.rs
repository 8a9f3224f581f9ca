use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::graph::{Counts, Graph, Link, Thing};
use crate::record::{Delay, Sign};

/// The map for programs: counts, things as `nodes` in key order, arrows as `edges` in the order of their ends.
///
/// Sign is 1, -1 or 0, strength 1 to 3, delay in days, confidence and agreement from 0 to 1. Arrows on which people
/// disagree carry `disputed`, those nobody said again for long carry `stale`.
pub fn map_json(graph: &Graph) -> String {
    let nodes: Vec<Value> = graph.things().map(node).collect();
    let edges: Vec<Value> = graph.links().map(edge).collect();
    let map = json!({ "counts": counts(&graph.counts()), "nodes": nodes, "edges": edges });
    format!("{map:#}\n")
}

fn counts(counts: &Counts) -> Value {
    let by_kind: BTreeMap<&str, usize> = counts.by_kind.iter().map(|(kind, count)| (kind.name(), *count)).collect();
    json!({
        "events": counts.lines,
        "nodes": counts.things,
        "edges": counts.arrows,
        "claims": counts.claims,
        "nodes_by_kind": by_kind,
    })
}

fn node(thing: &Thing) -> Value {
    let mut attrs = Map::new();
    let mut set = |name: &str, value: Option<Value>| attrs.extend(value.map(|value| (name.to_owned(), value)));
    set("status", thing.status.map(|status| status.name().into()));
    set("want", thing.want.map(|want| want.name().into()));
    set("started", thing.started.map(|day| day.to_string().into()));
    set("scarce", thing.scarce.then_some(Value::Bool(true)));
    set("outside", thing.outside.then_some(Value::Bool(true)));
    json!({ "label": thing.label, "kind": thing.kind.name(), "attrs": attrs })
}

fn edge(link: Link<'_>) -> Value {
    let arrow = link.arrow;
    let mut edge = json!({
        "from": link.from.label,
        "to": link.to.label,
        "kind": arrow.relation.name(),
        "sign": number(arrow.sign),
        "strength": arrow.strength.marks(),
        "confidence": arrow.confidence,
        "delay_days": arrow.delay.map_or(0, Delay::days),
        "agreement": arrow.tally.agreement(),
    });
    if let Value::Object(fields) = &mut edge {
        let flags = [("disputed", arrow.is_disputed()), ("stale", arrow.stale)];
        fields.extend(flags.into_iter().filter(|(_, set)| *set).map(|(name, set)| (name.to_owned(), set.into())));
    }
    edge
}

const fn number(sign: Sign) -> i8 {
    match sign {
        Sign::Plus => 1,
        Sign::Minus => -1,
        Sign::Unknown | Sign::NoEffect => 0,
    }
}
