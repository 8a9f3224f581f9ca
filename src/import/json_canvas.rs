use std::collections::HashSet;

use serde_json::{Map, Value};

use pulldown_cmark::{Event, Parser};

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::place::WithinFile;
use crate::import::drafting::network::{LinkHeads, Network, NetworkFields, json_text};
use crate::import::input::file::ImportedFile;
use crate::import::words::status_words::status_of;
use crate::record::Kind;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "json-canvas", about: "a JSON Canvas, as Obsidian writes", is_one, read };

/// The maximum number of groups that are compared with every card.
const GROUPS: usize = 1000;
/// The sorts of cards.
const SORTS: &[&str] = &["text", "file", "link", "group"];

fn is_one(file: &ImportedFile) -> bool {
    let Some(root) = file.json().and_then(Value::as_object) else { return false };
    let first = |name: &str| root.get(name).and_then(Value::as_array).and_then(|list| list.first());
    let is_card = |card: &Value| {
        let sort = card.get("type").and_then(Value::as_str);
        sort.is_some_and(|sort| SORTS.contains(&sort)) && card.get("x").is_some() && card.get("width").is_some()
    };
    let is_arrow = |edge: &Value| edge.get("fromNode").is_some() && edge.get("toNode").is_some();
    let is_empty = root.keys().all(|name| matches!(name.as_str(), "nodes" | "edges"))
        && root.values().all(|list| list.as_array().is_some_and(Vec::is_empty));
    is_empty || first("nodes").is_some_and(is_card) || first("edges").is_some_and(is_arrow)
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut network = Network::new(context, 0);
    for file in files {
        if let Some(root) = file.json() {
            read_canvas(file, root, &mut network)?;
        }
    }
    match files.first() {
        Some(file) => network.finish(&file.place(WithinFile::Whole)),
        None => Ok(ImportedMap::default()),
    }
}

/// A card: a text, a file, a link or a group, with the rectangle that it covers.
struct CanvasCard {
    id: String,
    is_group: bool,
    label: String,
    /// What a text card says beside its label.
    about: String,
    /// Left, top, right and bottom.
    area: Option<[f64; 4]>,
}

fn read_canvas(file: &ImportedFile, root: &Value, network: &mut Network<'_>) -> Result<(), ImportError> {
    let list = |name: &str| root.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let edges: Vec<&Map<String, Value>> = list("edges").iter().filter_map(Value::as_object).collect();
    let end = |edge: &Map<String, Value>, name: &str| edge.get(name).and_then(json_text).unwrap_or_default();
    let at_ends: HashSet<String> = edges.iter().flat_map(|edge| [end(edge, "fromNode"), end(edge, "toNode")]).collect();
    let cards: Vec<CanvasCard> = list("nodes").iter().filter_map(|card| card_of(card.as_object()?)).collect();
    let mut groups: Vec<&CanvasCard> = cards.iter().filter(|card| card.is_group && card.area.is_some()).collect();
    if groups.len() > GROUPS {
        let says = format!("the canvas has more than {GROUPS} groups; only the first of them mark what lies in them");
        network.draft.remark(file.place(WithinFile::Whole), RemarkSort::Noted, says);
        groups.truncate(GROUPS);
    }
    for card in cards.iter().filter(|card| !card.is_group || at_ends.contains(&card.id)) {
        let mut around: Vec<&CanvasCard> = groups.iter().copied().filter(|group| group.holds(card)).collect();
        around.sort_by(|one, other| other.size().total_cmp(&one.size()));
        let labels: Vec<String> = around.iter().map(|group| group.label.clone()).collect();
        let mut fields = NetworkFields::default();
        match stated(&card.about) {
            Some(words) => words.iter().for_each(|(name, word)| fields.add_listed(name, word)),
            None => fields.add_listed("about", &card.about),
        }
        network.thing(&card.id, &file.item(format!("card {}", card.id)), &fields, &card.label, &labels)?;
    }
    for edge in edges {
        let place = file.item(format!("edge {}", edge.get("id").and_then(json_text).unwrap_or_default()));
        let (from, to) = (end(edge, "fromNode"), end(edge, "toNode"));
        let (Some(from), Some(to)) = (network.end(&from, &place), network.end(&to, &place)) else { continue };
        let mut fields = NetworkFields::default();
        edge.get("label").and_then(json_text).iter().for_each(|label| fields.add_listed("label", label));
        network.arrow(&place, (from, to), heads_of(edge), &fields)?;
    }
    if let Some(group) = groups.iter().find(|group| group.label.is_empty()) {
        let says = "a group without a label marks nothing";
        network.draft.remark(file.item(format!("card {}", group.id)), RemarkSort::Noted, says);
    }
    Ok(())
}

/// Returns the heads of an arrow. Without an end it is an arrow to the second card; `null` counts as nothing said.
fn heads_of(edge: &Map<String, Value>) -> LinkHeads {
    let is_arrow = |name: &str, usual: bool| match edge.get(name).and_then(Value::as_str) {
        Some("arrow") => true,
        Some("none") => false,
        _ => usual,
    };
    match (is_arrow("fromEnd", false), is_arrow("toEnd", true)) {
        (false, true) => LinkHeads::AtEnd,
        (true, false) => LinkHeads::AtStart,
        (true, true) => LinkHeads::AtBoth,
        (false, false) => LinkHeads::None,
    }
}

fn card_of(card: &Map<String, Value>) -> Option<CanvasCard> {
    let text = |name: &str| card.get(name).and_then(json_text).unwrap_or_default();
    let id = text("id");
    let sort = text("type");
    let (label, about) = match sort.as_str() {
        "text" => heading_and_rest(&text("text")),
        "file" => {
            let (file, subpath) = (text("file"), text("subpath"));
            let name = file.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
            (name.strip_suffix(".md").map_or(name.clone(), str::to_owned), subpath)
        }
        "link" => (text("label"), text("url")),
        _ => (text("label"), String::new()),
    };
    let (label, about) = if label.is_empty() { (about, String::new()) } else { (label, about) };
    let number = |name: &str| card.get(name).and_then(Value::as_f64);
    let area = || {
        let (x, y, width, height) = (number("x")?, number("y")?, number("width")?, number("height")?);
        Some([x, y, x + width, y + height])
    };
    (!id.is_empty()).then(|| CanvasCard { id, is_group: sort == "group", label, about, area: area() })
}

/// Returns the first heading of a Markdown text, else its first line, without marks; and what follows it.
fn heading_and_rest(text: &str) -> (String, String) {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_heading = |line: &&str| line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    let at = lines.iter().position(is_heading).unwrap_or(0);
    let label = lines.get(at).copied().unwrap_or_default();
    let rest: Vec<&str> = lines.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, line)| *line).collect();
    (without_marks(label), rest.join(" "))
}

/// Returns the kind and the state that a line of our own cards says below the label, `*change · pilot · scarce*`, each
/// with the name of its field; `None` for any other text.
fn stated(about: &str) -> Option<Vec<(&'static str, &str)>> {
    let words = about.strip_prefix('*')?.strip_suffix('*')?.split(" · ");
    // Where it came from the first time says nothing about it here.
    let words = words.filter(|word| *word != "imported" && !word.starts_with("no longer in the list since "));
    let named = words.enumerate().map(|(place, word)| match word {
        "scarce" | "outside" => Some(("tags", word)),
        _ if place == 0 && Kind::SORTED.iter().any(|kind| kind.word() == word) => Some(("kind", word)),
        _ => status_of(word).map(|_| ("status", word)),
    });
    named.collect()
}

/// Returns a line of Markdown as it is shown, without its marks and the backslashes before what is no mark:
/// `[[Notes/Bot|the bot]]` is `the bot`.
fn without_marks(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((target, behind)) = after.split_once("]]") else { break };
        let name =
            target.rsplit_once('|').map_or_else(|| target.rsplit('/').next().unwrap_or(target), |(_, name)| name);
        plain.push_str(before);
        plain.push_str(name);
        rest = behind;
    }
    plain.push_str(rest);
    let shown = Parser::new(&plain).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        _ => None,
    });
    shown.fold(String::new(), |line, text| line + &text)
}

impl CanvasCard {
    /// Whether a card lies in this group: its middle does, and it is not larger.
    fn holds(&self, card: &Self) -> bool {
        let (Some([left, top, right, bottom]), Some([x, y, to_x, to_y])) = (self.area, card.area) else { return false };
        let (across, down) = (f64::midpoint(x, to_x), f64::midpoint(y, to_y));
        let is_inside = left <= across && across <= right && top <= down && down <= bottom;
        is_inside && self.id != card.id && card.size() <= self.size()
    }

    fn size(&self) -> f64 {
        self.area.map_or(0.0, |[left, top, right, bottom]| (right - left) * (bottom - top))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::told::told;

    #[test]
    fn three_programs_write_one_canvas() {
        for bytes in [
            include_bytes!("../../tests/fixtures/import/hand-jsoncanvas-1.0.canvas").as_slice(),
            include_bytes!("../../tests/fixtures/import/openjsoncanvas-3.0.0.canvas"),
            include_bytes!("../../tests/fixtures/import/pyjsoncanvas-1.0.2.canvas"),
        ] {
            let read = told("map.canvas", bytes);
            assert_eq!(read.format, "json-canvas");
            assert_eq!(read.things, ["Claims team", "bot", "queue", "trust", "https://calder.example"]);
            assert_eq!(read.arrows, ["bot > queue +", "Claims team > trust", "trust > Claims team"]);
            let asked = ["map.canvas, edge e2: bot and trust are linked without a direction"];
            assert_eq!(read.says(RemarkSort::Asked), asked);
            let tags: Vec<usize> = read.map.things.iter().map(|thing| thing.tags.len()).collect();
            assert_eq!(tags, [0, 1, 1, 0, 0], "what lies in the group is marked with it");
        }
    }

    #[test]
    fn a_card_is_called_by_its_heading_its_first_line_or_its_file() {
        let read = told(
            "map.canvas",
            r##"{"nodes": [
            {"id": "1", "type": "text", "x": 0, "y": 0, "width": 10, "height": 10, "text": "seen in May\n# **Triage** bot\nsorts mail"},
            {"id": "2", "type": "text", "x": 0, "y": 0, "width": 10, "height": 10, "text": "- [[Notes/Queue|queue]] length\nmore"},
            {"id": "3", "type": "file", "x": 0, "y": 0, "width": 10, "height": 10, "file": "Notes/Customer trust.md", "subpath": "#why"},
            {"id": "4", "type": "text", "x": 0, "y": 0, "width": 10, "height": 10, "text": "  "},
            {"id": "5", "type": "group", "x": 500, "y": 0, "width": 10, "height": 10, "label": "empty"}],
            "edges": [{"id": "a", "fromNode": "1", "toNode": "2", "label": "reduces", "fromEnd": "arrow", "toEnd": "none"},
                      {"id": "b", "fromNode": "1", "toNode": "9"}]}"##,
        );
        assert_eq!(read.things, ["Triage bot", "queue length", "Customer trust", "(no name 1)"]);
        assert_eq!(read.map.things[0].about.as_deref(), Some("seen in May sorts mail"));
        assert_eq!(read.arrows, ["queue length > Triage bot -"]);
        assert_eq!(
            read.says(RemarkSort::LeftOut),
            ["map.canvas, edge b: this arrow ends at 9, which the file does not hold"]
        );
        assert_eq!(told("map.canvas", "{}").format, "json-canvas");
    }
}
