use std::borrow::Cow;

use serde_json::Value;

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::mapping::SameNames;
use crate::import::drafting::draft::MapDraft;
use crate::import::input::file::ImportedFile;
use crate::import::input::percent::percent_decoded;
use crate::record::{Kind, Relation, Sign, Strength};

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "loopy", about: "a Loopy model", is_one, read };

/// The colours of things, by the number that Loopy has for them.
const HUES: &[&str] = &["red", "orange", "yellow", "green", "blue", "purple"];

/// The maximum length of a text that is looked at for a link to Loopy.
const LINK_LIMIT: usize = 1 << 22;

fn is_one(file: &ImportedFile) -> bool {
    match file.json() {
        Some(value) => is_model(value),
        None => file.text().len() <= LINK_LIMIT && linked(file.text()).is_some_and(|value| is_model(&value)),
    }
}

/// Whether a value is `[nodes, edges, labels, uid]`.
fn is_model(value: &Value) -> bool {
    let Some([nodes, edges, rest @ ..]) = value.as_array().map(Vec::as_slice) else { return false };
    let of_lists = |value: &Value| value.as_array().is_some_and(|parts| parts.iter().all(Value::is_array));
    let is_node = |node: &Value| node.get(0).is_some_and(Value::is_number) && node.get(4).is_some_and(is_text);
    of_lists(nodes)
        && of_lists(edges)
        && rest.first().is_none_or(of_lists)
        && rest.get(1).is_none_or(Value::is_number)
        && rest.len() <= 2
        && nodes.as_array().is_some_and(|nodes| nodes.iter().all(is_node))
        && (!rest.is_empty() || nodes.get(0).is_some())
}

fn is_text(value: &Value) -> bool {
    value.is_string() || value.is_number()
}

/// Returns the model of a link: what stands behind `data=`, percent-decoded once; or of a file that holds the same
/// without the address.
fn linked(text: &str) -> Option<Value> {
    let text = text.trim();
    let data = match text.split_once("data=") {
        Some((before, data)) if before.ends_with(['?', '&', '#']) => {
            data.split(['&', '#', '\n', '\r', '\t', '"', '>', '<']).next()?
        }
        _ if text.starts_with(['[', '%']) => text,
        _ => return None,
    };
    // Behind a link in a sentence stand words; a link that somebody typed may hold spaces itself.
    let read = |data: &str| serde_json::from_str(data).or_else(|_| serde_json::from_str(&percent_decoded(data))).ok();
    read(data).or_else(|| read(data.split(' ').next()?))
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MapDraft::new(context, SameNames::Several);
    for file in files {
        let value = file.json().map(Cow::Borrowed).or_else(|| linked(file.text()).map(Cow::Owned));
        if let Some(parts) = value.as_deref().and_then(Value::as_array) {
            read_model(file, parts, &mut draft)?;
        }
    }
    draft.finish()
}

fn read_model(file: &ImportedFile, parts: &[Value], draft: &mut MapDraft<'_>) -> Result<(), ImportError> {
    let list = |at: usize| parts.get(at).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let (nodes, edges, labels) = (list(0), list(1), list(2));
    for (done, node) in nodes.iter().enumerate() {
        draft.proceeds(done, nodes.len() + edges.len())?;
        add_node(file, node, draft);
    }
    for (done, edge) in edges.iter().enumerate() {
        draft.proceeds(nodes.len() + done, nodes.len() + edges.len())?;
        add_edge(file, edge, done + 1, draft);
    }
    for (number, label) in (1..).zip(labels) {
        let said = text(label.get(2));
        if !said.trim().is_empty() {
            let place = file.item(format!("label {number}"));
            draft.remark(place, RemarkSort::Noted, format!("a text on the drawing: {said}"));
        }
    }
    Ok(())
}

fn add_node(file: &ImportedFile, node: &Value, draft: &mut MapDraft<'_>) {
    let id = id(node.get(0));
    let place = file.item(format!("node {id}"));
    let is_again = draft.known(&id).is_some();
    let thing = draft.thing(&id, place, &text(node.get(4)));
    if is_again {
        return;
    }
    draft.edit(thing, |thing| thing.kind = Kind::Factor);
    let hue = node.get(5).and_then(Value::as_u64).and_then(|hue| HUES.get(usize::try_from(hue).ok()?));
    if let Some(hue) = hue {
        draft.tag(thing, hue);
    }
}

fn add_edge(file: &ImportedFile, edge: &Value, nth: usize, draft: &mut MapDraft<'_>) {
    let (from, to) = (id(edge.get(0)), id(edge.get(1)));
    let place = file.item(format!("edge {nth}"));
    let (Some(start), Some(end)) = (draft.known(&from), draft.known(&to)) else {
        let missing = if draft.known(&from).is_some() { to } else { from };
        let says = format!("no node has the id {missing}, an end of this arrow");
        return draft.remark_like(&place, RemarkSort::LeftOut, "end missing", says);
    };
    let effect = edge.get(3).and_then(Value::as_f64).unwrap_or_default();
    let sign = match () {
        () if effect > 0.0 => Sign::Plus,
        () if effect < 0.0 => Sign::Minus,
        () => Sign::Unknown,
    };
    let key = format!("{from} -> {to} {}", sign.mark());
    let arrow = draft.arrow(&key, &place, (start, end), Relation::Affects, sign);
    draft.edit_arrow(arrow, |arrow| arrow.strength = strength(effect.abs()));
}

/// The stock tool draws arrows of strength 1 alone; others come from its descendants.
fn strength(effect: f64) -> Strength {
    match () {
        () if effect > 2.0 => Strength::Dominant,
        () if effect > 1.0 => Strength::Clear,
        () => Strength::Some,
    }
}

/// Returns a text of a model, which is percent-encoded once more than the model.
fn text(value: Option<&Value>) -> String {
    percent_decoded(&id(value))
}

/// Returns an id, which a tool may write as a number or as a text.
fn id(value: Option<&Value>) -> String {
    match value {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::samples::{arrows, labels, map_of_text, remarks, survives_damage, thing};

    const LINK: &str = "https://ncase.me/loopy/v1.1/?embed=1&data=[[[1,403,223,1,%22rabbits%22,0],\
        [2,405,382,0.66,%22foxes%2520%2526%250Awolves%22,4],[3,1,2,0,%22%22,9]],\
        [[2,1,153,-1,0],[1,2,160,1,0],[1,9,0,1],[1,1,0,1,90],[2,3,10,2.5]],\
        [[609,311,%22A%2520basic%250Aecology%22]],2%5D";

    #[test]
    fn a_link_is_decoded_once_and_its_texts_once_more() {
        let map = map_of_text("loopy", LINK);
        assert_eq!(labels(&map), ["rabbits", "foxes & wolves", "(no name 1)"]);
        assert_eq!(thing(&map, "foxes & wolves").tags, ["blue"]);
        assert_eq!(thing(&map, "rabbits").kind, Kind::Factor);
        assert_eq!(
            arrows(&map),
            [
                "foxes & wolves affects- rabbits",
                "rabbits affects+ foxes & wolves",
                "foxes & wolves affects+++ (no name 1)"
            ]
        );
        let left_out = remarks(&map, RemarkSort::LeftOut);
        assert_eq!(left_out[0], "a.txt, edge 3: no node has the id 9, an end of this arrow");
        assert_eq!(left_out[1], "a.txt, edge 4: an arrow from rabbits to itself is left out");
        let noted = remarks(&map, RemarkSort::Noted);
        assert!(noted.contains(&"a.txt, label 1: a text on the drawing: A basic ecology".to_owned()), "{noted:?}");
    }

    #[test]
    fn a_file_is_read_as_it_is_or_like_a_link() {
        let plain = r#"[[[1,403,223,0.5,"share%20of%20100%25",3],[2,1,2,0.5,"50% off",1]],[[1,2,50,-1,0]],[],2]"#;
        for text in [plain.to_owned(), plain.replace('"', "%22").replace("2]", "2%5D"), format!("  {plain}\n")] {
            let map = map_of_text("loopy", &text);
            assert_eq!(labels(&map), ["share of 100%", "50% off"], "{text}");
            assert_eq!(arrows(&map), ["share of 100% affects- 50% off"], "{text}");
        }
        let whole = format!("https://ncase.me/loopy/v1.1/?data={}", plain.replace('%', "%25").replace('"', "%22"));
        assert_eq!(labels(&map_of_text("loopy", &whole)), ["share of 100%", "50% off"]);
    }

    #[test]
    fn other_lists_are_no_model() {
        for text in [
            "[]",
            "[[],[]]",
            "[1,2,3,4]",
            "[[[1,2]],[]]",
            "[[{}],[],[],1]",
            "see ?data=5",
            "[[[\"a\",1,1,1,\"b\",1]],[],[],1]",
        ] {
            let file = ImportedFile::new("a", text.as_bytes().to_vec()).unwrap();
            assert!(!is_one(&file), "{text}");
        }
        assert!(is_one(&ImportedFile::new("a", b"[[],[],[],0]".to_vec()).unwrap()), "an empty model is one");
    }

    #[test]
    fn a_damaged_model_ends_in_a_map_or_a_sentence() {
        survives_damage(LINK.as_bytes());
    }
}
