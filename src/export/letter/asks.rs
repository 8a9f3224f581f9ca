use super::parts::{is_theirs, parts};
use crate::export::markdown::{foreign, list};
use crate::export::material::Material;
use crate::export::wording::sides;
use crate::graph::{Graph, Link, Thing};
use crate::record::voiced::own_words;
use crate::record::{Kind, Relation};

/// The question that every letter ends with.
const ALWAYS: &str = "What of this is different where you work, and what is missing?";

/// The questions to the people of a party, or to everybody.
pub(super) fn asks(material: &Material<'_>, to: Option<&Thing>) -> String {
    let graph = material.graph;
    let mut asks: Vec<String> = Vec::new();
    for (party, question) in parts(material).flat_map(|letter| &letter.questions) {
        match (to, party) {
            (None, Some(party)) => asks.push(format!("For {}: {question}", foreign(party))),
            (None, None) => asks.push(question.clone()),
            (Some(to), party) if party.as_ref().is_none_or(|party| is_of(graph, party, to)) => {
                asks.push(question.clone());
            }
            _ => {}
        }
    }
    if let Some(to) = to {
        asks.extend(graph.links().filter(|link| is_voice_of(link, to)).map(|link| in_your_name(link, to)));
    }
    let disputed = graph.links().filter(|link| link.arrow.is_disputed() && concerns(link, to));
    asks.extend(disputed.map(|link| {
        let (from, to) = (foreign(&link.from.label), foreign(&link.to.label));
        format!("People do not agree on what {from} does to {to}: {}. What have you seen?", foreign(&sides(link.arrow)))
    }));
    asks.push(ALWAYS.to_owned());
    list(asks)
}

/// Whether a name stands for the party, or for a party of the same unit.
fn is_of(graph: &Graph, name: &str, to: &Thing) -> bool {
    let named = crate::graph::Key::of(name).and_then(|key| graph.thing(&key));
    named.is_some_and(|named| is_theirs(named, to))
}

fn is_voice_of(link: &Link<'_>, to: &Thing) -> bool {
    link.arrow.relation == Relation::Owns && link.to.kind == Kind::Voice && is_theirs(link.from, to)
}

fn in_your_name(link: Link<'_>, to: &Thing) -> String {
    let said = foreign(own_words(&link.to.label, Some(&link.from.label)));
    // What somebody of the party said needs no leave of the party.
    let own = link.arrow.evidence.iter().any(|said| said.unit.is_some() && said.unit == to.unit);
    if own {
        return format!("One of you said: “{said}”. What would the others say?");
    }
    let whose = if link.from.key == to.key {
        "your name".to_owned()
    } else {
        format!("the name of {}", foreign(&link.from.label))
    };
    format!("Somebody said in {whose}: “{said}”. Would you say it so?")
}

/// Whether an arrow is about something of the party; every arrow is about everybody.
fn concerns(link: &Link<'_>, to: Option<&Thing>) -> bool {
    let Some(to) = to else { return true };
    is_theirs(link.from, to) || is_theirs(link.to, to)
}
