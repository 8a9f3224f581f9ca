use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::format::ExportFormat;
use super::placed::places;
use crate::graph::{Graph, Key, Link, Thing};
use crate::record::text::clean;
use crate::record::{Kind, Sign};

/// The entry of Loopy in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    limited: Some("a Loopy link"),
    ..ExportFormat::map(
        "loopy",
        "The effects as a link that plays them in Loopy",
        "what is no effect (who owns, needs or supplies what, and things without an effect), open signs, kinds, states, \
         relations, strengths, delays, what was said beside an arrow, and more than a link of 8,000 characters",
        "txt",
        |material| loopy(material.graph, material.most_things),
    )
};

/// The beginning of every link.
const BASE: &str = "https://ncase.me/loopy/v1.1/?data=";

/// The maximum length of a link in characters. Loopy itself warns from 2,048 on; current browsers take more, and many
/// servers refuse what is longer than this.
const LONGEST: usize = 8_000;

/// The factor by which the places of a drawing become those of Loopy, whose things are smaller than our boxes.
const SCALE: (usize, usize) = (3, 5);

/// What stands in the place of a link that would show nothing.
const NO_EFFECT: &str =
    "This map has no arrow that says more or less of another thing, so there is nothing that Loopy could play.";

/// How far an arrow bends. Two arrows between the same things bend away from each other.
const BEND: u8 = 40;

/// The map as a link to Loopy, on one line: the effects with a sign, and the things at them. At most `limit` things, those
/// with the most effects, and no more than fit into a link; a text beside them says how many are left out.
pub fn loopy(graph: &Graph, limit: usize) -> String {
    let effects: Vec<Link<'_>> = graph.links().filter(|link| is_signed_effect(*link)).collect();
    if effects.is_empty() {
        return format!("{NO_EFFECT}\n");
    }
    let joined = most_joined(&effects);
    let mut most = joined.len().min(limit);
    loop {
        let link = link(graph, &effects, joined.get(..most).unwrap_or_default(), joined.len());
        if link.len() <= LONGEST || most == 0 {
            return format!("{link}\n");
        }
        most -= most.div_ceil(20);
    }
}

/// Whether Loopy can play an arrow: it says more or less of another thing.
fn is_signed_effect(link: Link<'_>) -> bool {
    let arrow = link.arrow;
    arrow.is_effect() && matches!(arrow.sign, Sign::Plus | Sign::Minus) && link.from.key != link.to.key
}

/// The things at these arrows, those with the most first.
fn most_joined<'a>(effects: &[Link<'a>]) -> Vec<&'a Thing> {
    let mut counts: BTreeMap<&Key, (usize, &Thing)> = BTreeMap::new();
    for thing in effects.iter().flat_map(|link| [link.from, link.to]) {
        counts.entry(&thing.key).or_insert((0, thing)).0 += 1;
    }
    let mut things: Vec<(usize, &Thing)> = counts.into_values().collect();
    things.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.key.cmp(&other.1.key)));
    things.into_iter().map(|(_, thing)| thing).collect()
}

/// The link that shows these things.
fn link(graph: &Graph, effects: &[Link<'_>], shown: &[&Thing], all: usize) -> String {
    let mut things = shown.to_vec();
    things.sort_by(|one, other| one.key.cmp(&other.key));
    let ids: BTreeMap<&Key, usize> = things.iter().map(|thing| &thing.key).zip(1..).collect();
    let places = places(graph, &things).into_iter().map(|at| {
        let scaled = |pixels: usize| pixels * SCALE.0 / SCALE.1;
        (scaled(at.x + at.width / 2), scaled(at.y + at.height / 2))
    });
    let boxes: Vec<Value> = things
        .iter()
        .zip(1_usize..)
        .zip(places)
        .map(|((thing, id), (x, y))| json!([id, x, y, 0.5, encoded(&encoded(&clean(&thing.label))), hue(thing.kind)]))
        .collect();
    let mut arrows: BTreeSet<(usize, usize, i8)> = BTreeSet::new();
    for link in effects {
        let ends = ids.get(&link.from.key).copied().zip(ids.get(&link.to.key).copied());
        let strength = if link.arrow.sign == Sign::Minus { -1 } else { 1 };
        arrows.extend(ends.map(|(from, to)| (from, to, strength)));
    }
    let drawn: Vec<Value> = arrows.iter().map(|(from, to, sign)| json!([from, to, BEND, sign, 0])).collect();
    let said = format!("{} of {all} things are here, those with the most effects", shown.len());
    let labels = if shown.len() < all { vec![json!([0, -120, encoded(&encoded(&said))])] } else { Vec::new() };
    let data = json!([boxes, drawn, labels, things.len() + 1]).to_string().replace('"', "%22");
    format!("{BASE}{}%5D", data.strip_suffix(']').unwrap_or(&data))
}

/// Encodes a text for a part of an address, as browsers do.
fn encoded(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            let _ = write!(safe, "%{byte:02X}");
        }
    }
    safe
}

/// The colour of a kind in Loopy, from 0 (red) to 5 (purple).
const fn hue(kind: Kind) -> u8 {
    match kind {
        Kind::Initiative => 5,
        Kind::Party => 4,
        Kind::Process => 3,
        Kind::Resource => 2,
        Kind::Incentive => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_without_an_effect_is_a_sentence_and_no_link() {
        let says = loopy(&crate::graph::Ledger::new().graph(None), 30);
        assert!(says.starts_with("This map has no arrow that says more or less") && !says.contains("http"), "{says}");
    }

    #[test]
    fn a_text_is_encoded_as_browsers_do() {
        assert_eq!(encoded("a b%\"ü'"), "a%20b%25%22%C3%BC'");
    }
}
