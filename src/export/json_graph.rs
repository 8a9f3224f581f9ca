use serde_json::{Map, Value, json};

use super::format::ExportFormat;
use super::map_json::listed;
use super::wording::{marks, owners};
use crate::graph::{Description, Evidence, Graph, Key, Link, Observation, Thing};
use crate::lens::{Finding, Lens, Pattern};
use crate::record::text::{clean, clip};
use crate::record::{Basis, Delay, Relation, Sign};

/// The maximum number of characters of a text of an imported file.
const DESCRIBED: usize = 2_000;

/// The entry of the JSON Graph Format in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    is_json: true,
    shows_findings: true,
    ..ExportFormat::map(
        "json-graph",
        "The map in JSON Graph Format 2: everything the map knows",
        "who said what: people are counted, and nobody is named",
        "json",
        |material| json_graph(material.graph, material.title, material.findings),
    )
};

/// The map in JSON Graph Format 2. The ids of nodes are the keys of things; values that the format does not define are
/// in `metadata`.
///
/// Confidence and agreement are from 0 to 1, and delays are in days, of which nobody said how many on an arrow that is
/// `later`; `for`, `against` and `unsure` count people. The
/// evidence holds the session, the minute, the words and the note, and never who spoke. The loops are those among the
/// findings, each as its arrows in order.
pub fn json_graph(graph: &Graph, title: &str, findings: &[Finding]) -> String {
    let nodes: Map<String, Value> =
        graph.things().map(|thing| (thing.key.as_str().to_owned(), node(graph, thing))).collect();
    let edges: Vec<Value> = graph.links().map(edge).collect();
    let found = findings.iter().filter(|finding| finding.lens == Lens::LOOP);
    let loops: Vec<Value> = found.filter_map(|finding| closed(graph, finding)).collect();
    let map = json!({
        "graph": {
            "label": clean(title),
            "directed": true,
            "type": "causal map",
            "metadata": { "made_by": "adjacent", "loops": loops },
            "nodes": nodes,
            "edges": edges,
        }
    });
    format!("{map:#}\n")
}

fn node(graph: &Graph, thing: &Thing) -> Value {
    let aliases: Vec<_> = thing.aliases.iter().map(|alias| clean(alias)).collect();
    let mut attributes = Map::new();
    let mut set = |name: &str, value: Option<Value>| attributes.extend(value.map(|value| (name.to_owned(), value)));
    set("status", thing.status.map(|status| status.name().into()));
    set("want", thing.want.map(|want| want.name().into()));
    set("started", thing.started.map(|day| day.to_string().into()));
    set("scarce", thing.scarce.then_some(true.into()));
    set("outside", thing.outside.then_some(true.into()));
    let rules = thing.rules.iter().map(|(slot, rule)| (slot.name().to_owned(), clean(rule).into()));
    let rules: Map<String, Value> = rules.collect();
    set("rules", (!rules.is_empty()).then_some(rules.into()));
    let mut metadata = Map::from_iter([("kind".to_owned(), thing.kind.name().into())]);
    if !attributes.is_empty() {
        metadata.insert("attributes".to_owned(), attributes.into());
    }
    let owners: Vec<_> = owners(graph, thing).into_iter().map(clean).collect();
    if !owners.is_empty() {
        metadata.insert("owners".to_owned(), json!(owners));
    }
    let observations: Vec<Value> = thing.observations.iter().map(observed).collect();
    if !observations.is_empty() {
        metadata.insert("observations".to_owned(), observations.into());
    }
    if thing.imported {
        metadata.insert("imported".to_owned(), true.into());
    }
    metadata.extend(thing.gone.as_ref().map(|gone| ("gone_since".to_owned(), gone.day.to_string().into())));
    let described: Vec<Value> = thing.described.iter().map(|told| described(graph, told)).collect();
    if !described.is_empty() {
        metadata.insert("described".to_owned(), described.into());
    }
    if !aliases.is_empty() {
        metadata.insert("aliases".to_owned(), json!(aliases));
    }
    json!({ "label": clean(&thing.label), "metadata": metadata })
}

/// What an imported file says about a thing, with the title of its session.
fn described(graph: &Graph, told: &Description) -> Value {
    let source = graph.met(&told.session).map(|met| clean(&met.title));
    json!({ "words": clip(&clean(&told.words), DESCRIBED), "source": source })
}

fn observed(seen: &Observation) -> Value {
    let mut told = json!({ "direction": seen.direction.word(), "day": seen.day.to_string() });
    if let (Value::Object(fields), Some(words)) = (&mut told, &seen.words) {
        fields.insert("words".to_owned(), clean(words).into());
    }
    told
}

/// The JSON value of a loop; `None` when one of its arrows is not on this map.
fn closed(graph: &Graph, finding: &Finding) -> Option<Value> {
    let arrow = |(from, to, relation): &(Key, Key, Relation)| {
        graph.arrow(from, to, *relation)?;
        Some(json!({ "source": from.as_str(), "target": to.as_str(), "relation": relation.name() }))
    };
    let arrows = finding.arrows.iter().map(arrow).collect::<Option<Vec<_>>>()?;
    Some(json!({
        "label": clean(&finding.says),
        "type": finding.pattern.map_or("open", Pattern::name),
        "arrows": arrows,
    }))
}

fn edge(link: Link<'_>) -> Value {
    let arrow = link.arrow;
    let sides = arrow.tally;
    // On an arrow on which people disagree, the larger side counts as `for`.
    let so = match arrow.sign {
        Sign::Plus => sides.plus,
        Sign::Minus => sides.minus,
        Sign::Unknown | Sign::NoEffect => sides.plus.max(sides.minus),
    };
    let against = sides.plus + sides.minus + sides.none - so;
    let evidence: Vec<Value> = arrow.evidence.iter().map(said).collect();
    let mut metadata = json!({
        "sign": marks(arrow.sign),
        "strength": arrow.strength.marks(),
        "delay_days": arrow.delay.map(Delay::days),
        "basis": arrow.basis.name(),
        "confidence": arrow.confidence,
        "agreement": arrow.tally.agreement(),
        "for": so,
        "against": against,
        "unsure": sides.unsure,
        "disputed": arrow.is_disputed(),
        "stale": arrow.stale,
        "evidence": evidence,
    });
    if let Value::Object(fields) = &mut metadata {
        fields.extend((arrow.delay == Some(Delay::Later)).then(|| ("later".to_owned(), true.into())));
        fields.extend(arrow.listed.as_ref().map(|stated| ("listed".to_owned(), listed(arrow, stated))));
    }
    json!({
        "source": link.from.key.as_str(),
        "target": link.to.key.as_str(),
        "relation": arrow.relation.name(),
        "directed": true,
        "metadata": metadata,
    })
}

fn said(said: &Evidence) -> Value {
    let mut told = json!({
        "session": clean(&said.session),
        "minute": said.at.as_mins(),
        "basis": said.basis.map(Basis::name),
        "words": said.words.as_deref().map(clean),
        "note": said.note.as_deref().map(clean),
    });
    if let Value::Object(fields) = &mut told {
        fields.retain(|_, value| !value.is_null());
        if said.imagined {
            fields.insert("imagined".to_owned(), true.into());
        }
    }
    told
}
