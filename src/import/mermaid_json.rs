//! What Mermaid's parser makes of a flowchart, written as JSON: its things, arrows and groups.

use std::collections::HashMap;

use serde_json::Value;

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::mapping::SameNames;
use crate::import::drafting::draft::MapDraft;
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::{list, text, texts};
use crate::import::words::arrow_words::arrow_of;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "mermaid-json", about: "a flowchart as Mermaid parsed it", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    file.json().is_some_and(|value| {
        let arrows = parts(value, ["arrows", "edges"]);
        let is_arrow = |arrow: &Value| text(arrow, "start").is_some() && text(arrow, "end").is_some();
        !arrows.is_empty() && arrows.iter().all(is_arrow) && !parts(value, ["things", "vertices"]).is_empty()
    })
}

fn parts<'a>(value: &'a Value, names: [&str; 2]) -> &'a [Value] {
    names.into_iter().map(|name| list(value, name)).find(|list| !list.is_empty()).unwrap_or_default()
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MapDraft::new(context, SameNames::Several);
    for file in files {
        let value = file.json().unwrap_or(&Value::Null);
        let things = parts(value, ["things", "vertices"]);
        let groups = parts(value, ["groups", "subGraphs"]);
        let titles: HashMap<&str, &str> =
            groups.iter().filter_map(|group| Some((text(group, "id")?, text(group, "title")?))).collect();
        for (at, thing) in things.iter().enumerate() {
            if at % 500 == 0 {
                draft.proceeds(at, things.len())?;
            }
            let Some(id) = text(thing, "id") else { continue };
            // A group at which an arrow ends is called by its title.
            let group = titles.get(id).copied();
            let label = unfolded(group.or_else(|| text(thing, "text")).unwrap_or(id));
            let index = draft.thing(id, file.item(format!("thing {id}")), &label);
            draft.sort(index, text(thing, "type").unwrap_or_default(), None);
        }
        for (at, arrow) in parts(value, ["arrows", "edges"]).iter().enumerate() {
            if at % 500 == 0 {
                draft.proceeds(at, at)?;
            }
            self::arrow(&mut draft, (at, arrow), file);
        }
        for group in groups {
            let title = unfolded(text(group, "title").unwrap_or_default());
            for id in texts(group, "nodes") {
                if let Some(thing) = draft.known(id) {
                    draft.group(thing, &title, &file.item(format!("group {title}")));
                }
            }
        }
    }
    draft.finish()
}

fn arrow(draft: &mut MapDraft<'_>, (at, arrow): (usize, &Value), file: &ImportedFile) {
    let id = text(arrow, "id").unwrap_or("without an id");
    let place = match text(arrow, "id") {
        Some(id) => file.item(format!("arrow {id}")),
        None => file.item(format!("arrow {}", at + 1)),
    };
    let kind = text(arrow, "type").unwrap_or_default();
    // Invisible links only keep boxes in their places.
    if text(arrow, "stroke") == Some("invisible") {
        return;
    }
    let end = |field| text(arrow, field).and_then(|id| draft.known(id));
    let (Some(from), Some(to)) = (end("start"), end("end")) else {
        let says = "an arrow ends at what is no thing of the chart, and is left out";
        return draft.remark(place, RemarkSort::LeftOut, says);
    };
    let label = unfolded(text(arrow, "text").unwrap_or_default());
    let said = arrow_of(&label);
    let (relation, sign, strength) = said.unwrap_or_default();
    let is_double = kind.starts_with("double_");
    for (from, to) in [(from, to), (to, from)].into_iter().take(if is_double { 2 } else { 1 }) {
        let made = match kind {
            "arrow_open" => draft.undirected(id, &place, (from, to), relation, sign),
            _ => draft.arrow(id, &place, (from, to), relation, sign),
        };
        draft.edit_arrow(made, |arrow| arrow.strength = arrow.strength.max(strength));
        if said.is_none() {
            draft.note(made, &label);
        }
    }
}

/// Returns a text with the characters that Mermaid's parser keeps folded: `#35;` stands in it as `ﬂ°°35¶ß`.
fn unfolded(text: &str) -> String {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("ﬂ°") {
        whole.push_str(before);
        let Some((code, after)) = after.split_once("¶ß") else {
            rest = after;
            continue;
        };
        let number = code.strip_prefix('°').and_then(|number| number.parse().ok()).and_then(char::from_u32);
        match (number, code) {
            (Some(c), _) => whole.push(c),
            (None, "quot") => whole.push('"'),
            (None, "amp") => whole.push('&'),
            (None, "lt") => whole.push('<'),
            (None, "gt") => whole.push('>'),
            (None, code) => whole.push_str(code),
        }
        rest = after;
    }
    whole.push_str(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::sample_maps::{arrows, ends, of, says};

    const PARSED: &str = include_str!("../../tests/fixtures/import/mermaid-12.3.0-parsed-flowchart.json");

    #[test]
    fn a_parsed_chart_is_the_map_of_its_text() {
        let map = of(&FORMAT, PARSED);
        assert_eq!(
            arrows(&map),
            [
                "Claims team affects Customer trust",
                "Customer trust affects calls",
                "Queue #1: pressure affects - Customer trust",
                "Service bot affects + calls",
                "Service bot affects Queue #1: pressure",
                "calls affects Customer trust",
            ]
        );
        assert_eq!((map.things.len(), map.things[0].tags.as_slice()), (5, ["Claims team".to_owned()].as_slice()));
        assert!(says(&map, RemarkSort::Asked, "says more and another says less"));
    }

    #[test]
    fn odd_shapes_end() {
        for text in
            ["{}", r#"{"things": [{"id": "a"}], "arrows": [{"start": "a", "end": "b"}, {"start": "a", "end": "a"}]}"#]
        {
            ends(&FORMAT, text);
        }
        assert_eq!(unfolded("aﬂ°°35¶ß1 ﬂ°amp¶ß ﬂ°new¶ß ﬂ°"), "a#1 & new ");
    }
}
