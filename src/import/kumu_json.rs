use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::kumu_marks::{KumuConnection, UnknownTypes, add_element, ends_of, take_connection, take_element};
use super::mapping::SameNames;
use crate::import::drafting::draft::MapDraft;
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::list;
use crate::import::input::limits;
use crate::record::english::counted;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "kumu-json", about: "a Kumu project or blueprint", is_one, read };

/// The keys of an item that are not fields of it.
const OWN_KEYS: &[&str] = &[
    "id",
    "_id",
    "type",
    "element type",
    "connection type",
    "from",
    "to",
    "direction",
    "reversed",
    "delayed",
    "attributes",
    "image",
    "created_at",
    "updated_at",
];

fn is_one(file: &ImportedFile) -> bool {
    let Some(top) = file.json().and_then(Value::as_object) else { return false };
    let list = |name: &str| top.get(name).and_then(Value::as_array);
    let is_element = |item: &Value| item.get("_id").is_some() || item.get("label").is_some_and(Value::is_string);
    let is_connection = |item: &Value| item.get("from").is_some() && item.get("to").is_some();
    match (list("elements"), list("connections")) {
        (Some(elements), Some(connections)) => {
            elements.first().is_none_or(is_element) && connections.first().is_none_or(is_connection)
        }
        (Some(elements), None) => elements.first().is_some_and(is_element) && !top.contains_key("appState"),
        (None, Some(connections)) => connections.first().is_some_and(is_connection),
        (None, None) => false,
    }
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MapDraft::new(context, SameNames::Several);
    for file in files {
        if let Some(top) = file.json() {
            KumuProject::of(file, top).read(&mut draft)?;
        }
    }
    draft.finish()
}

/// A project export or a blueprint. In an export, the maps say what is in the project and not in its trash.
struct KumuProject<'a> {
    file: &'a ImportedFile,
    top: &'a Value,
    /// The names of the maps on which an element or a connection is, by its id.
    maps_of: BTreeMap<&'a str, BTreeSet<&'a str>>,
    maps: usize,
    /// The ids of the elements.
    ids: BTreeSet<String>,
    /// Whether the maps list connections as well.
    lists_connections: bool,
}

impl<'a> KumuProject<'a> {
    fn of(file: &'a ImportedFile, top: &'a Value) -> Self {
        let (ids, maps) = (list(top, "elements").iter().filter_map(id).collect(), list(top, "maps"));
        let mut project = Self { file, top, maps_of: BTreeMap::new(), maps: maps.len(), ids, lists_connections: false };
        for map in maps {
            let name = map.get("name").and_then(Value::as_str).unwrap_or_default();
            for (items, id) in [("elements", "element"), ("connections", "connection")] {
                let on_map = list(map, items);
                project.lists_connections |= id == "connection" && !on_map.is_empty();
                for item in on_map.iter().filter_map(|item| item.get(id).and_then(Value::as_str)) {
                    project.maps_of.entry(item).or_default().insert(name);
                }
            }
        }
        project
    }

    fn read(&self, draft: &mut MapDraft<'_>) -> Result<(), ImportError> {
        draft.title(self.top.get("name").and_then(Value::as_str).unwrap_or_default());
        let (elements, connections) = (list(self.top, "elements"), list(self.top, "connections"));
        let all = elements.len() * 2 + connections.len();
        let is_ours = connections.first().is_some_and(|connection| connection.get("Relation").is_some());
        let mut things = Vec::new();
        for (done, element) in elements.iter().enumerate() {
            draft.proceeds(done, all)?;
            things.push(self.add_element(draft, element, done + 1));
        }
        for (done, (element, thing)) in elements.iter().zip(things).enumerate() {
            draft.proceeds(elements.len() + done, all)?;
            if let Some(thing) = thing {
                let mut fields = fields(element);
                // The units of our own export are what its arrows say.
                fields.retain(|(name, _)| !is_ours || name != "Team");
                take_element(draft, thing, fields, &self.place("element", element, done + 1));
            }
        }
        let mut unknown = UnknownTypes::default();
        for (done, connection) in connections.iter().enumerate() {
            draft.proceeds(elements.len() * 2 + done, all)?;
            self.add_connection(draft, (connection, done + 1), &mut unknown);
        }
        unknown.ask(draft);
        self.tell_loops(draft);
        Ok(())
    }

    fn add_element(&self, draft: &mut MapDraft<'_>, element: &Value, number: usize) -> Option<usize> {
        let place = self.place("element", element, number);
        let label = text(element, &["label"]);
        if !element.is_object() {
            draft.remark(place, RemarkSort::LeftOut, "this is no element");
            return None;
        }
        let id = id(element);
        if id.as_deref().is_some_and(|id| self.is_in_trash(id)) {
            let says = format!("{label} is on no map of the project, so in its trash");
            draft.remark_like(&place, RemarkSort::LeftOut, "in the trash", says);
            return None;
        }
        let sort = text(element, &["element type", "type"]);
        let maps = id.as_deref().and_then(|id| self.maps_of.get(id)).filter(|_| self.maps > 1);
        let thing = add_element(draft, id.clone(), place, (&label, &sort))?;
        for map in maps.into_iter().flatten().take(limits::GROUPS) {
            draft.tag(thing, map);
        }
        Some(thing)
    }

    fn add_connection(&self, draft: &mut MapDraft<'_>, (item, number): (&Value, usize), unknown: &mut UnknownTypes) {
        let place = self.place("connection", item, number);
        let own_id = id(item);
        if self.lists_connections && own_id.as_deref().is_some_and(|id| !self.maps_of.contains_key(id)) {
            return draft.remark(place, RemarkSort::LeftOut, "this connection is on no map of the project");
        }
        let (from, to) = (text(item, &["from"]), text(item, &["to"]));
        if [&from, &to].into_iter().any(|end| draft.known(end).is_none() && self.is_trashed(end)) {
            return draft.remark(place, RemarkSort::LeftOut, "an end of this connection is in the trash");
        }
        let Some((from, to)) = ends_of(draft, (&from, &to), self.ids.is_empty(), &place) else { return };
        let turned = item.get("reversed").and_then(Value::as_bool).unwrap_or_default();
        let connection = KumuConnection {
            key: own_id,
            place,
            ends: if turned { (to, from) } else { (from, to) },
            sort: text(item, &["connection type", "type"]),
            direction: text(item, &["direction"]),
            delayed: item.get("delayed").and_then(Value::as_bool).unwrap_or_default(),
            fields: fields(item),
        };
        take_connection(draft, &connection, unknown);
    }

    /// Kumu's loops are lists of connections. They are found again from the arrows.
    fn tell_loops(&self, draft: &mut MapDraft<'_>) {
        let loops = list(self.top, "loops");
        let names: Vec<String> = loops.iter().map(|found| text(found, &["label"])).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).take(10).collect();
        if loops.is_empty() {
            return;
        }
        let have = counted(loops.len(), "loop has", "loops have");
        let list = if names.is_empty() { String::new() } else { format!(" ({})", names.join("; ")) };
        let says = format!("{have} no place here: the map finds the loops among its arrows itself{list}");
        draft.remark(self.file.item("loops"), RemarkSort::Noted, says);
    }

    fn is_in_trash(&self, id: &str) -> bool {
        self.maps > 0 && !self.maps_of.contains_key(id)
    }

    fn is_trashed(&self, id: &str) -> bool {
        self.is_in_trash(id) && self.ids.contains(id)
    }

    fn place(&self, what: &str, item: &Value, number: usize) -> super::place::SourcePlace {
        let id = id(item).unwrap_or_else(|| number.to_string());
        self.file.item(if id.starts_with(what) { id } else { format!("{what} {id}") })
    }
}

fn id(item: &Value) -> Option<String> {
    let id = ["_id", "id"].into_iter().find_map(|name| item.get(name)).map(plain)?;
    (!id.is_empty()).then_some(id)
}

/// Returns the first of these fields that an item has: of its own, or among its attributes; in any case of its name.
fn text(item: &Value, names: &[&str]) -> String {
    let parts = [Some(item), item.get("attributes")];
    let found = names.iter().find_map(|name| {
        parts.into_iter().flatten().filter_map(Value::as_object).find_map(|part| {
            let of_name = part
                .get(*name)
                .or_else(|| part.iter().find(|(key, _)| key.to_lowercase() == *name).map(|(_, value)| value));
            of_name.map(plain).filter(|text| !text.trim().is_empty())
        })
    });
    found.unwrap_or_default()
}

/// Returns the fields of an item that are not its own keys, as texts.
fn fields(item: &Value) -> Vec<(String, String)> {
    let parts = [Some(item), item.get("attributes")];
    let all = parts.into_iter().flatten().filter_map(Value::as_object).flatten();
    let fields = all.filter(|(name, _)| !OWN_KEYS.contains(&name.to_lowercase().as_str()));
    fields.map(|(name, value)| (name.clone(), plain(value))).filter(|(_, value)| !value.trim().is_empty()).collect()
}

/// Returns a value as a text; the parts of a list are separated as in Kumu's sheets.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(so) => if *so { "yes" } else { "no" }.to_owned(),
        Value::Array(parts) => {
            let parts: Vec<String> = parts.iter().filter(|part| !part.is_array()).map(plain).collect();
            parts.join("|")
        }
        Value::Null | Value::Object(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::samples::{arrow, arrows, labels, map_of_text, remarks, survives_damage, thing};
    use crate::record::{Delay, Kind, Status, Strength};

    const BLUEPRINT: &str = r#"{
      "elements": [
        {"id": "e1", "label": "Claims triage bot", "type": "Initiative", "description": "reads new claims",
         "tags": ["pilot", "scarce"], "Stage": "Pilot", "Team": "Claims", "Email": "ana@example.org", "Cost per month": 4200},
        {"id": "e2", "label": "Backlog", "type": "Stock"},
        {"id": "e2", "label": "Backlog again"},
        {"id": "e3", "label": "Backlog", "type": "Report"},
        {"label": "Trust"}
      ],
      "connections": [
        {"id": "c1", "from": "e1", "to": "Backlog", "direction": "directed", "type": "-", "Strength": 2, "Delay": "2w"},
        {"from": "e3", "to": "Trust", "direction": "mutual", "type": "--"},
        {"from": "e1", "to": "Trust", "direction": "undirected", "type": "+"},
        {"from": "e1", "to": "e9", "type": "+"},
        {"from": "e1", "to": "e3", "type": "Depends on"},
        {"from": "e2", "to": "e3", "type": "Reports to"},
        {"from": "e2", "to": "e2", "type": "+"},
        {"from": "", "to": "e2"}
      ],
      "loops": [{"label": "R1 the queue", "connections": ["c1"]}]
    }"#;

    #[test]
    fn a_blueprint_comes_in_with_what_its_fields_say() {
        let map = map_of_text("kumu-json", BLUEPRINT);
        assert_eq!(labels(&map), ["Claims triage bot", "Backlog", "Backlog (Report)", "Trust", "Claims"]);
        let bot = thing(&map, "Claims triage bot");
        assert_eq!((bot.kind, bot.status, bot.scarce), (Kind::Initiative, Some(Status::Pilot), true));
        assert_eq!((bot.key.as_str(), bot.tags.as_slice()), ("e1", &["pilot".to_owned()][..]));
        assert!(bot.about.as_deref().unwrap().contains("Cost per month: 4200"));
        assert_eq!(
            (map.people[0].name.as_str(), bot.about.as_deref().unwrap().contains('@')),
            ("ana@example.org", false)
        );
        let eased = arrow(&map, "Claims triage bot", "Backlog");
        assert_eq!((eased.strength, eased.delay, eased.key.as_str()), (Strength::Clear, Some(Delay::Days(14)), "c1"));
        assert_eq!(
            arrows(&map),
            [
                "Claims triage bot affects-- Backlog",
                "Backlog (Report) affects+ Trust",
                "Trust affects+ Backlog (Report)",
                "Claims triage bot needs Backlog (Report)",
                "Backlog affects Backlog (Report)",
                "Claims owns Claims triage bot",
            ]
        );
        assert_eq!(arrow(&map, "Backlog", "Backlog (Report)").note.as_deref(), Some("Reports to"));
    }

    #[test]
    fn what_is_not_clear_is_asked_and_what_is_left_out_is_said() {
        let map = map_of_text("kumu-json", BLUEPRINT);
        let asked = remarks(&map, RemarkSort::Asked);
        assert_eq!(asked.len(), 3, "{asked:?}");
        assert!(
            asked[2].ends_with("what does \u{201c}Reports to\u{201d} mean? 1 connection comes in without a sign"),
            "{asked:?}"
        );
        assert!(asked[0].contains("Trust are connected in both directions"), "{asked:?}");
        assert!(
            asked[1].starts_with("a.txt, connection 3: Claims triage bot and Trust are linked without a direction")
        );
        let left_out = remarks(&map, RemarkSort::LeftOut);
        assert_eq!(left_out.len(), 4, "{left_out:?}");
        assert!(left_out.iter().any(|said| said.contains("nothing here has the id e9")), "{left_out:?}");
        assert!(left_out.iter().any(|said| said.contains("this connection has no start")), "{left_out:?}");
        let noted = remarks(&map, RemarkSort::Noted);
        assert!(noted.iter().any(|said| said.contains("(R1 the queue)")), "{noted:?}");
    }

    const PROJECT: &str = r#"{
      "name": "Calder", "defaultMap": "map-1",
      "attributes": [{"_id": "attr-1", "name": "Element Type", "format": "string"}],
      "elements": [
        {"_id": "elem-1", "attributes": {"label": "Bot", "element type": "Initiative", "tags": ["ai", "night"], "start date": "2026-11-20"}},
        {"_id": "elem-2", "attributes": {"label": "Queue", "element type": "Variable"}},
        {"_id": "elem-3", "attributes": {"label": "Thrown away"}},
        {"_id": "elem-4", "attributes": {"label": "Trust"}}
      ],
      "connections": [
        {"_id": "conn-1", "direction": "directed", "delayed": true, "reversed": false, "attributes": {"connection type": "+-", "label": "relieves"}, "from": "elem-1", "to": "elem-2"},
        {"_id": "conn-2", "direction": "directed", "delayed": false, "reversed": true, "attributes": {"connection type": "++"}, "from": "elem-4", "to": "elem-2"},
        {"_id": "conn-3", "direction": "directed", "delayed": false, "reversed": false, "attributes": {}, "from": "elem-3", "to": "elem-2"},
        {"_id": "conn-4", "direction": "directed", "delayed": false, "reversed": false, "attributes": {}, "from": "elem-1", "to": "elem-4"}
      ],
      "loops": [],
      "maps": [
        {"_id": "map-1", "name": "Today", "elements": [{"_id": "node-1", "element": "elem-1"}, {"_id": "node-2", "element": "elem-2"}],
         "connections": [{"_id": "edge-1", "connection": "conn-1"}, {"_id": "edge-2", "connection": "conn-2"}], "loops": []},
        {"_id": "map-2", "name": "Later", "elements": [{"_id": "node-3", "element": "elem-4"}, {"_id": "node-4", "element": "elem-2"}], "connections": [], "loops": []}
      ],
      "perspectives": []
    }"#;

    #[test]
    fn of_a_project_what_is_on_its_maps_comes_in() {
        let map = map_of_text("kumu-json", PROJECT);
        assert_eq!((map.title.as_deref(), labels(&map)), (Some("Calder"), vec!["Bot", "Queue", "Trust"]));
        assert_eq!(arrows(&map), ["Bot affects- Queue", "Queue affects+ Trust"], "the second one is reversed");
        assert_eq!(arrow(&map, "Bot", "Queue").delay, Some(Delay::Later));
        assert_eq!(arrow(&map, "Bot", "Queue").note.as_deref(), Some("relieves"));
        assert_eq!(thing(&map, "Bot").tags, ["Today", "ai", "night"]);
        assert_eq!(thing(&map, "Queue").tags, ["Later", "Today"]);
        assert_eq!(thing(&map, "Bot").started.map(|day| day.to_string()).as_deref(), Some("2026-11-20"));
        let left_out = remarks(&map, RemarkSort::LeftOut);
        assert!(
            left_out[0].contains("elem-3: Thrown away is on no map of the project, so in its trash"),
            "{left_out:?}"
        );
        assert_eq!(left_out.len(), 3, "the trashed element, and two connections on no map: {left_out:?}");
    }

    #[test]
    fn a_damaged_project_ends_in_a_map_or_a_sentence() {
        survives_damage(BLUEPRINT.as_bytes());
        survives_damage(PROJECT.as_bytes());
    }
}
