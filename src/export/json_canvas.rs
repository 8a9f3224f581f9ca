use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::format::ExportFormat;
use super::markdown::verbatim;
use super::placed::{PixelBox, PlacedMap};
use super::wording::{arrow_id, arrow_label, listed_words};
use crate::graph::{Graph, Key, Link, Thing};
use crate::record::text::clean;
use crate::record::{Kind, Sign, Status};

/// The entry of JSON Canvas in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    is_json: true,
    ..ExportFormat::map(
        "json-canvas",
        "The map as a canvas for Obsidian and others, in JSON Canvas 1.0",
        "delays, loops, other names, which arrows are imported, what was said beside an arrow, and who agrees",
        "canvas",
        |material| json_canvas(material.graph),
    )
};

/// The map in JSON Canvas 1.0: a text card for every thing, its label first and its kind and state below, a group for
/// every unit, and an arrow with a label for every arrow. It has no null and no key that the format does not define,
/// because libraries refuse both.
pub fn json_canvas(graph: &Graph) -> String {
    let placed = PlacedMap::of(graph, graph.things());
    let boxes_of: BTreeMap<&Key, PixelBox> = placed.things.iter().map(|(thing, at)| (&thing.key, *at)).collect();
    // What stands first lies below, so a group lies under its cards.
    let groups = placed.units.iter().map(|(unit, frame)| group(graph, unit, *frame));
    let boxes: Vec<Value> = groups.chain(placed.things.iter().map(|(thing, at)| card(thing, *at))).collect();
    let arrows: Vec<Value> = graph.links().map(|link| arrow(link, &boxes_of)).collect();
    format!("{:#}\n", json!({ "nodes": boxes, "edges": arrows }))
}

fn group(graph: &Graph, unit: &Key, frame: PixelBox) -> Value {
    let mut fields = placed_at(&format!("unit  {}", unit.as_str()), "group", frame);
    fields.insert("label".to_owned(), clean(graph.label(unit)).into());
    fields.into()
}

fn card(thing: &Thing, at: PixelBox) -> Value {
    let mut fields = placed_at(thing.key.as_str(), "text", at);
    fields.extend(color(thing.kind).map(|color| ("color".to_owned(), color.into())));
    let mut about: Vec<&str> = Vec::new();
    about.extend((thing.kind != Kind::Unknown).then(|| thing.kind.word()));
    about.extend(thing.status.map(Status::name));
    about.extend(thing.scarce.then_some("scarce"));
    about.extend(thing.outside.then_some("outside"));
    let listed = listed_words(thing);
    about.extend(listed.iter().map(String::as_str));
    let mut text = verbatim(&thing.label);
    if !about.is_empty() {
        text = format!("{text}\n\n*{}*", about.join(" · "));
    }
    fields.insert("text".to_owned(), text.into());
    fields.into()
}

/// The fields that every node has.
fn placed_at(id: &str, sort: &str, at: PixelBox) -> Map<String, Value> {
    let mut fields = Map::from_iter([("id".to_owned(), clean(id).into()), ("type".to_owned(), sort.into())]);
    let places = [("x", at.x), ("y", at.y), ("width", at.width), ("height", at.height)];
    fields.extend(places.map(|(name, pixels)| (name.to_owned(), pixels.into())));
    fields
}

fn arrow(link: Link<'_>, places: &BTreeMap<&Key, PixelBox>) -> Value {
    let place = |key: &Key| places.get(key).copied().unwrap_or_default();
    let (from_side, to_side) = sides(place(&link.from.key), place(&link.to.key));
    let mut fields = Map::from_iter([
        ("id".to_owned(), clean(&arrow_id(link)).into()),
        ("fromNode".to_owned(), clean(link.from.key.as_str()).into()),
        ("fromSide".to_owned(), from_side.into()),
        ("toNode".to_owned(), clean(link.to.key.as_str()).into()),
        ("toSide".to_owned(), to_side.into()),
        ("toEnd".to_owned(), "arrow".into()),
    ]);
    let color = match link.arrow.sign {
        Sign::Plus => Some("4"),
        Sign::Minus => Some("1"),
        _ if link.arrow.is_disputed() => Some("2"),
        _ => None,
    };
    fields.extend(color.map(|color| ("color".to_owned(), color.into())));
    fields.insert("label".to_owned(), arrow_label(link.arrow).into());
    fields.into()
}

/// The sides at which an arrow leaves one box and ends at another: those that face each other.
const fn sides(from: PixelBox, to: PixelBox) -> (&'static str, &'static str) {
    if from.y + from.height <= to.y {
        ("bottom", "top")
    } else if to.y + to.height <= from.y {
        ("top", "bottom")
    } else if from.x <= to.x {
        ("right", "left")
    } else {
        ("left", "right")
    }
}

/// The colour of a kind, one of the six that every program has; a card says its kind in words as well.
const fn color(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Initiative => Some("6"),
        Kind::Party => Some("5"),
        Kind::Process => Some("4"),
        Kind::Resource => Some("3"),
        Kind::Incentive => Some("2"),
        _ => None,
    }
}
