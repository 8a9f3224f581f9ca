use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::graph::{Arrow, Evidence, Graph, Link, Listing, Thing, Totals};
use crate::record::{Basis, Delay, Sign};

/// The map as JSON: counts, things as `nodes` in the order of their keys, arrows as `edges` in the order of their ends.
///
/// The sign is 1, -1 or 0, the strength is 1 to 3, the delay is in days, confidence and agreement are from 0 to 1. An
/// arrow is `disputed` when people disagree on it, `stale` when nobody has said it again for a long time, and
/// `both_sides` when people from both ends say it. `for` counts the people who say what is shown, `against` those who
/// say something else, and `unsure` those who cannot tell. `listed` is what imported files state, which nobody said.
///
/// The sources: for every arrow, `said` holds the session, the time, the unit, the words and the note, which is
/// the reason or a remark; for every thing, `names`
/// holds its other names and their sessions; `sessions` holds the titles of the sessions. Nobody is named.
pub fn map_json(graph: &Graph) -> String {
    let nodes: Vec<Value> = graph.things().map(node).collect();
    let edges: Vec<Value> = graph.links().map(|link| edge(graph, link)).collect();
    let names: Vec<Value> = graph.things().map(names).collect();
    let map = json!({
        "counts": counts(&graph.counts()),
        "nodes": nodes,
        "edges": edges,
        "names": names,
        "sessions": sessions(graph),
    });
    format!("{map:#}\n")
}

fn names(thing: &Thing) -> Value {
    let sessions: Vec<&str> = thing.heard_in.iter().map(|session| &**session).collect();
    json!({ "label": thing.label, "also": thing.aliases, "sessions": sessions })
}

/// The sessions in which anything was said about a thing.
fn sessions(graph: &Graph) -> Vec<Value> {
    let heard: BTreeSet<_> = graph.things().flat_map(|thing| &thing.heard_in).collect();
    let met = heard.into_iter().filter_map(|id| Some((id, graph.met(id)?)));
    met.map(|(id, met)| json!({ "id": &**id, "title": &*met.title, "opened": moment(met.opened) })).collect()
}

/// Formats a time, such as "2026-11-20T09:28:20Z"; `None` if it is out of range.
fn moment(time: i64) -> Option<String> {
    Timestamp::from_millisecond(time).ok().map(|moment| moment.to_string())
}

fn counts(counts: &Totals) -> Value {
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
    set("imported", thing.imported.then_some(Value::Bool(true)));
    set("gone_since", thing.gone.as_ref().map(|gone| gone.day.to_string().into()));
    json!({ "label": thing.label, "kind": thing.kind.name(), "attrs": attrs })
}

fn edge(graph: &Graph, link: Link<'_>) -> Value {
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
        let flags =
            [("disputed", arrow.is_disputed()), ("stale", arrow.stale), ("both_sides", link.is_confirmed_by_both())];
        fields.extend(flags.into_iter().filter(|(_, set)| *set).map(|(name, set)| (name.to_owned(), set.into())));
        let voices = [("for", arrow.supporters), ("against", arrow.opponents()), ("unsure", arrow.tally.unsure)];
        fields.extend(voices.into_iter().map(|(name, people)| (name.to_owned(), people.into())));
        fields.extend(arrow.listed.as_ref().map(|stated| ("listed".to_owned(), listed(arrow, stated))));
        fields.insert("basis".to_owned(), arrow.basis.name().into());
        fields.insert("affirmed".to_owned(), arrow.affirmed.and_then(moment).into());
        fields.insert("said".to_owned(), arrow.evidence.iter().map(|evidence| said(graph, evidence)).collect());
    }
    edge
}

/// What imported files state about an arrow: the sign, the sessions, whether what people say agrees (null where nobody has
/// said), and since when no file states it any more.
pub(super) fn listed(arrow: &Arrow, listed: &Listing) -> Value {
    let sessions: Vec<&str> = listed.sessions.iter().map(|session| &**session).collect();
    json!({
        "sign": listed.sign.name(),
        "differs": listed.differs,
        "sessions": sessions,
        "agrees": arrow.is_as_listed(),
        "gone_since": listed.gone.as_ref().map(|gone| gone.day.to_string()),
    })
}

/// One statement about an arrow, with its source.
fn said(graph: &Graph, evidence: &Evidence) -> Value {
    let opened = graph.met(&evidence.session).map(|met| met.opened);
    json!({
        "session": &*evidence.session,
        "seq": evidence.seq,
        "at": evidence.at,
        "time": opened.and_then(|opened| moment(evidence.time(opened))),
        "unit": evidence.unit.as_ref().map(|unit| graph.label(unit)),
        "says": evidence.said.map_or("unsure", Sign::name),
        "basis": evidence.basis.map(Basis::name),
        "imagined": evidence.imagined,
        "words": evidence.words,
        "note": evidence.note,
    })
}

const fn number(sign: Sign) -> i8 {
    match sign {
        Sign::Plus => 1,
        Sign::Minus => -1,
        Sign::Unknown | Sign::NoEffect => 0,
    }
}
