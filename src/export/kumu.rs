//! The two formats that Kumu reads: two CSV sheets, or one JSON blueprint. The ids of elements are the keys of things.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::format::{ExportFormat, ExportOutput};
use super::wording::{arrow_id, marks, plain_owners, said_in_full, state_words, tags};
use crate::graph::{Graph, Link, Thing};
use crate::lens::{Finding, Lens, Pattern};
use crate::record::Delay;
use crate::record::spoken::after;
use crate::record::text::clean;

/// The mark at the beginning of a sheet by which spreadsheets, and readers built on them, know that it is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The characters that begin a formula in a spreadsheet.
const FORMULAS: &[char] = &['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// What the two sheets cannot hold; below, what the blueprint cannot hold.
const NO_LOOPS: &str = "loops, other names, and who agrees; what is wanted and seen is a text";
const LACKS: &str = "other names, and who agrees; what is wanted and seen is a text";

/// The entry of the two sheets in the list of formats.
pub(super) const CSV: ExportFormat = ExportFormat {
    output: ExportOutput::Files {
        parts: &[
            ("elements", |material| kumu_elements(material.graph)),
            ("connections", |material| kumu_connections(material.graph)),
        ],
    },
    ..ExportFormat::map("kumu-csv", "The map as two sheets for Kumu", NO_LOOPS, "csv", |_| String::new())
};

/// The entry of the blueprint in the list of formats.
pub(super) const JSON: ExportFormat = ExportFormat {
    is_json: true,
    shows_findings: true,
    ..ExportFormat::map("kumu-json", "The map as a blueprint for Kumu", LACKS, "json", |material| {
        kumu_json(material.graph, material.findings)
    })
};

/// The sheet of things, with one row for each thing.
pub fn kumu_elements(graph: &Graph) -> String {
    let head = ["ID", "Label", "Type", "Description", "Tags", "Team", "Stage"];
    let elements = graph.things().map(|thing| {
        [
            thing.key.as_str().to_owned(),
            thing.label.clone(),
            thing.kind.name().to_owned(),
            state_words(thing).join("; "),
            tags(thing).join("|"),
            plain_owners(graph, thing).join("|"),
            thing.status.map_or("", |status| status.name()).to_owned(),
        ]
    });
    sheet(head, elements)
}

/// The sheet of arrows, with one row for each arrow. The type is `+` where more leads to more, and `-` where more leads
/// to less.
pub fn kumu_connections(graph: &Graph) -> String {
    let head = [
        "ID",
        "From",
        "To",
        "Type",
        "Direction",
        "Description",
        "Tags",
        "Strength",
        "Relation",
        "Delay",
        "Delay days",
        "Basis",
    ];
    let connections = graph.links().map(|link| {
        let arrow = link.arrow;
        [
            arrow_id(link),
            link.from.key.as_str().to_owned(),
            link.to.key.as_str().to_owned(),
            sort(link).to_owned(),
            "directed".to_owned(),
            said_in_full(link),
            arrow_tags(link).join("|"),
            arrow.strength.marks().to_string(),
            arrow.relation.name().to_owned(),
            arrow.delay.map(after).unwrap_or_default().into_owned(),
            arrow.delay.map(|delay| delay.days().to_string()).unwrap_or_default(),
            arrow.basis.name().to_owned(),
        ]
    });
    sheet(head, connections)
}

/// The map as a minimal blueprint, with the loops among its arrows.
pub fn kumu_json(graph: &Graph, findings: &[Finding]) -> String {
    let elements: Vec<Value> = graph.things().map(|thing| element(graph, thing)).collect();
    let links: Vec<Link<'_>> = graph.links().collect();
    let connections: Vec<Value> = links.iter().map(|link| connection(*link)).collect();
    let found = findings.iter().filter(|finding| finding.lens == Lens::LOOP);
    let loops: Vec<Value> = found.filter_map(|finding| closed(&links, finding)).collect();
    format!("{:#}\n", json!({ "elements": elements, "connections": connections, "loops": loops }))
}

fn element(graph: &Graph, thing: &Thing) -> Value {
    let mut fields = Map::from_iter([
        ("id".to_owned(), thing.key.as_str().into()),
        ("label".to_owned(), clean(&thing.label).into()),
        ("type".to_owned(), thing.kind.name().into()),
    ]);
    let mut set = |name: &str, value: Option<Value>| fields.extend(value.map(|value| (name.to_owned(), value)));
    let state = state_words(thing);
    set("description", (!state.is_empty()).then(|| state.join("; ").into()));
    set("tags", Some(tags(thing)).filter(|tags| !tags.is_empty()).map(|tags| json!(tags)));
    let owners: Vec<_> = plain_owners(graph, thing).into_iter().map(clean).collect();
    set("Team", (!owners.is_empty()).then(|| json!(owners)));
    set("Stage", thing.status.map(|status| status.name().into()));
    fields.into()
}

fn connection(link: Link<'_>) -> Value {
    let mut fields = json!({
        "id": arrow_id(link),
        "from": link.from.key.as_str(),
        "to": link.to.key.as_str(),
        "direction": "directed",
        "type": sort(link),
        "description": said_in_full(link),
        "tags": arrow_tags(link),
        "Relation": link.arrow.relation.name(),
        "Strength": link.arrow.strength.marks(),
        "Delay days": link.arrow.delay.map(Delay::days),
    });
    if let Value::Object(fields) = &mut fields {
        fields.retain(|_, value| !value.is_null());
    }
    fields
}

/// The JSON value of a loop; `None` when one of its arrows is not on this map.
fn closed(links: &[Link<'_>], finding: &Finding) -> Option<Value> {
    let id = |arrow: &(crate::graph::Key, crate::graph::Key, crate::record::Relation)| {
        let (from, to, relation) = arrow;
        let is_it = |link: &Link<'_>| link.from.key == *from && link.to.key == *to && link.arrow.relation == *relation;
        links.iter().find(|link| is_it(link)).map(|link| arrow_id(*link))
    };
    let connections = finding.arrows.iter().map(id).collect::<Option<Vec<_>>>()?;
    let sort = finding.pattern.map_or("open", Pattern::name);
    Some(json!({ "label": clean(&finding.says), "type": sort, "connections": connections }))
}

/// The sign of an arrow if it has one, else its relation.
fn sort(link: Link<'_>) -> &'static str {
    marks(link.arrow.sign).unwrap_or(link.arrow.relation.name())
}

fn arrow_tags(link: Link<'_>) -> Vec<&'static str> {
    let tags = [
        ("disputed", link.arrow.is_disputed()),
        ("stale", link.arrow.stale),
        ("imported", link.arrow.is_imported()),
        ("gone", link.arrow.gone().is_some()),
    ];
    tags.into_iter().filter_map(|(tag, so)| so.then_some(tag)).collect()
}

fn sheet<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut written = writer.write_record(head);
    for row in rows {
        written = written.and(writer.write_record(row.iter().map(|cell| guarded(cell).into_owned())));
    }
    debug_assert!(written.is_ok(), "writing to memory does not fail, and every row has as many cells");
    let rows = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{rows}")
}

/// Escapes a cell so that no spreadsheet reads it as a formula. A single sign such as `+` is not escaped.
fn guarded(cell: &str) -> Cow<'_, str> {
    let cell = clean(cell);
    let shown = cell.trim_start();
    if shown.starts_with(FORMULAS) && shown.chars().count() > 1 { format!("'{cell}").into() } else { cell }
}
