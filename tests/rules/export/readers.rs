//! Readers of each format that share nothing with its writer.

use std::collections::{BTreeMap, BTreeSet};

use adjacent::graph::Graph;
use adjacent::record::Sign;
use adjacent::record::text::clean;

/// A map as a file tells it: things by label and kind, arrows by their ends, what they say, and their sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) things: Vec<(String, String)>,
    pub(crate) arrows: Vec<(String, String, String, String)>,
}

impl Told {
    fn sorted(mut self) -> Self {
        self.things.sort();
        self.arrows.sort();
        self
    }
}

/// What a file about this map should tell.
pub(crate) fn expected(graph: &Graph) -> Told {
    let label = |label: &str| clean(label).into_owned();
    let sign = |sign| match sign {
        Sign::Plus => "+",
        Sign::Minus => "-",
        _ => "",
    };
    let things = graph.things().map(|thing| (label(&thing.label), thing.kind.name().to_owned()));
    let arrows = graph.links().map(|link| {
        let (from, to) = (label(&link.from.label), label(&link.to.label));
        (from, to, link.arrow.relation.name().to_owned(), sign(link.arrow.sign).to_owned())
    });
    Told { things: things.collect(), arrows: arrows.collect() }.sorted()
}

/// The same without what XML has no way to hold.
pub(crate) fn expected_in_xml(graph: &Graph) -> Told {
    let allowed = |text: &String| text.replace(['\u{fffe}', '\u{ffff}'], "");
    let told = expected(graph);
    Told {
        things: told.things.iter().map(|(label, kind)| (allowed(label), kind.clone())).collect(),
        arrows: told
            .arrows
            .iter()
            .map(|(from, to, relation, sign)| (allowed(from), allowed(to), relation.clone(), sign.clone()))
            .collect(),
    }
    .sorted()
}

pub(crate) fn graphml(text: &str) -> Told {
    let document = roxmltree::Document::parse(text).unwrap();
    let keys: BTreeSet<_> =
        document.descendants().filter(|node| node.has_tag_name("key")).filter_map(|key| key.attribute("id")).collect();
    let value = |node: roxmltree::Node<'_, '_>, key: &str| {
        assert!(keys.contains(key), "{key} is declared");
        let data = node.children().find(|data| data.attribute("key") == Some(key));
        data.map(|data| data.text().unwrap_or_default().to_owned()).unwrap_or_default()
    };
    let with = |tag: &'static str| document.descendants().filter(move |node| node.tag_name().name() == tag);
    let labels: BTreeMap<&str, String> =
        with("node").map(|node| (node.attribute("id").unwrap(), value(node, "label"))).collect();
    let things = with("node").map(|node| (value(node, "label"), value(node, "kind")));
    let arrows = with("edge").map(|edge| {
        let end = |name| labels[edge.attribute(name).unwrap()].clone();
        (end("source"), end("target"), value(edge, "relation"), value(edge, "sign"))
    });
    Told { things: things.collect(), arrows: arrows.collect() }.sorted()
}

pub(crate) fn json_graph(text: &str) -> Told {
    let file: serde_json::Value = serde_json::from_str(text).unwrap();
    let graph = &file["graph"];
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = graph["nodes"].as_object().unwrap();
    let things = nodes.values().map(|node| (text(&node["label"]), text(&node["metadata"]["kind"])));
    let arrows = graph["edges"].as_array().unwrap().iter().map(|edge| {
        let end = |name: &str| text(&nodes[edge[name].as_str().unwrap()]["label"]);
        (end("source"), end("target"), text(&edge["relation"]), text(&edge["metadata"]["sign"]))
    });
    Told { things: things.collect(), arrows: arrows.collect() }.sorted()
}

pub(crate) fn kumu_json(text: &str) -> Told {
    let file: serde_json::Value = serde_json::from_str(text).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let elements = file["elements"].as_array().unwrap();
    let labels: BTreeMap<_, _> =
        elements.iter().map(|element| (text(&element["id"]), text(&element["label"]))).collect();
    let things = elements.iter().map(|element| (text(&element["label"]), text(&element["type"])));
    let arrows = file["connections"].as_array().unwrap().iter().map(|connection| {
        let end = |name: &str| labels[connection[name].as_str().unwrap()].clone();
        let sign = text(&connection["type"]).trim_matches(|c| c != '+' && c != '-').to_owned();
        (end("from"), end("to"), text(&connection["Relation"]), sign)
    });
    Told { things: things.collect(), arrows: arrows.collect() }.sorted()
}

pub(crate) fn kumu_csv(elements: &str, connections: &str) -> Told {
    let rows = |sheet: &str| -> Vec<BTreeMap<String, String>> {
        let sheet = sheet.strip_prefix('\u{feff}').expect("a sheet says that it is UTF-8");
        csv::Reader::from_reader(sheet.as_bytes()).deserialize().map(|row| row.unwrap()).collect()
    };
    // The guard against formulas is what a spreadsheet hides.
    let unguarded = |cell: &String| match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) => {
            rest.to_owned()
        }
        _ => cell.clone(),
    };
    let elements = rows(elements);
    let labels: BTreeMap<_, _> = elements.iter().map(|row| (row["ID"].clone(), unguarded(&row["Label"]))).collect();
    let things = elements.iter().map(|row| (unguarded(&row["Label"]), row["Type"].clone()));
    let arrows = rows(connections).into_iter().map(|row| {
        let sign = if ["+", "-"].contains(&row["Type"].as_str()) { row["Type"].clone() } else { String::new() };
        (labels[&row["From"]].clone(), labels[&row["To"]].clone(), row["Relation"].clone(), sign)
    });
    Told { things: things.collect(), arrows: arrows.collect() }.sorted()
}

/// The quoted strings of a line, without their quotes and backslashes; none may end later than the line.
fn strings(line: &str) -> Vec<String> {
    let (mut found, mut letters) = (Vec::new(), line.chars());
    while letters.by_ref().any(|c| c == '"') {
        let mut text = String::new();
        loop {
            match letters.next().expect("a string ends on its line") {
                '"' => break,
                '\\' => text.push(letters.next().unwrap()),
                c => text.push(c),
            }
        }
        found.push(text);
    }
    found
}

pub(crate) fn dot(text: &str) -> Told {
    let (mut told, mut labels, mut arrows) = (Told::default(), BTreeMap::new(), Vec::new());
    for line in text.lines().filter(|line| line.trim_start().starts_with('"')) {
        let strings = strings(line);
        let plain: String = line.split('"').step_by(2).collect();
        if plain.contains("->") {
            let sign = if plain.contains("sign=") { strings[4].clone() } else { String::new() };
            arrows.push((strings[0].clone(), strings[1].clone(), strings[2].clone(), sign));
        } else {
            // Graphviz shows entities as what they stand for.
            let label = strings[1].replace("&amp;", "&");
            labels.insert(strings[0].clone(), label.clone());
            told.things.push((label, strings[2].clone()));
        }
    }
    let arrows =
        arrows.into_iter().map(|(from, to, kind, sign)| (labels[&from].clone(), labels[&to].clone(), kind, sign));
    Told { arrows: arrows.collect(), ..told }.sorted()
}

/// What Mermaid shows for a quoted text.
fn decoded(text: &str) -> String {
    let mut parts = text.split('#');
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once(';').expect("an entity ends");
        plain.push(if code == "quot" { '"' } else { char::from_u32(code.parse().unwrap()).unwrap() });
        plain.push_str(rest);
    }
    plain
}

/// Labels alone, and arrows with their signs: a chart has no kinds.
pub(crate) fn mermaid(text: &str) -> (Vec<String>, Vec<(String, String, String)>) {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("flowchart LR"));
    let (mut labels, mut arrows) = (BTreeMap::new(), Vec::new());
    // A comment holds the words behind an arrow, escaped as labels are.
    let is_comment = |line: &&str| line.starts_with("%% ") && !line.contains(['"', '{', '}']);
    for line in lines.map(str::trim).filter(|line| !is_comment(line)) {
        let (before, rest) = line.split_once('"').unwrap();
        let (label, after) = rest.split_once('"').expect("one text a line");
        assert!(!after.contains('"'), "{line}");
        match before.split_once(' ') {
            Some((from, _)) => {
                let to = after.trim_start_matches('|').trim();
                arrows.push((from.to_owned(), to.to_owned(), label.to_owned()));
            }
            None => {
                let id: String = before.chars().take_while(char::is_ascii_alphanumeric).collect();
                labels.insert(id, decoded(label));
            }
        }
    }
    let ends = arrows.into_iter().map(|(from, to, said)| {
        // A sign is marked as often as it is strong.
        let said = decoded(&said);
        let sign: String = said.trim_start_matches(|c| c != '+' && c != '-').chars().take(1).collect();
        (labels[&from].clone(), labels[&to].clone(), sign)
    });
    let mut arrows: Vec<_> = ends.collect();
    arrows.sort();
    let mut labels: Vec<String> = labels.into_values().collect();
    labels.sort();
    (labels, arrows)
}

/// The same of what a chart should tell.
pub(crate) fn without_kinds(told: &Told) -> (Vec<String>, Vec<(String, String, String)>) {
    let mut labels: Vec<String> = told.things.iter().map(|(label, _)| label.clone()).collect();
    let mut arrows: Vec<_> =
        told.arrows.iter().map(|(from, to, _, sign)| (from.clone(), to.clone(), sign.clone())).collect();
    labels.sort();
    arrows.sort();
    (labels, arrows)
}

/// What a picture tells: things by label and kind in small letters, arrows by their ends, relation and mark.
pub(crate) fn svg(text: &str) -> Told {
    let document = roxmltree::Document::parse(text).unwrap();
    let groups = |class: &'static str| {
        let known = move |node: &roxmltree::Node<'_, '_>| {
            node.attribute("class").is_some_and(|classes| classes.split(' ').any(|known| known == class))
        };
        document.descendants().filter(known)
    };
    let value = |node: roxmltree::Node<'_, '_>, name| node.attribute(name).unwrap().to_owned();
    let things = groups("thing").map(|node| (value(node, "data-label"), value(node, "data-kind")));
    let arrows = groups("arrow").filter(|node| node.has_attribute("data-from")).map(|node| {
        let line = node.children().filter(|child| child.attribute("class") == Some("line")).count();
        assert_eq!(line, 1, "every arrow is one line");
        let sign = match node.attribute("data-sign").unwrap() {
            "more" => "+",
            "less" => "-",
            _ => "",
        };
        (value(node, "data-from"), value(node, "data-to"), value(node, "data-relation"), sign.to_owned())
    });
    Told { things: things.collect(), arrows: arrows.collect() }.sorted()
}

/// The texts of a workbook, one cell a line; every cell is a text or a number.
pub(crate) fn workbook(bytes: &[u8]) -> String {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "no cell is a formula");
        text.extend([name.as_str(), "\n"]);
        for row in book.worksheet_range(&name).unwrap().rows() {
            for cell in row {
                match cell {
                    calamine::Data::String(told) => text.extend([told.as_str(), "\n"]),
                    calamine::Data::Float(number) => text.extend([number.to_string().as_str(), "\n"]),
                    calamine::Data::Empty => {}
                    other => panic!("a cell is {other:?}"),
                }
            }
        }
    }
    text
}

/// A link to Loopy as its page reads it: the value of `data`, and the labels in it, each decoded once.
pub(crate) fn link(text: &str) -> String {
    // A map without an effect has no model, and the file says so.
    let Some(data) = text.trim_end().strip_prefix("https://ncase.me/loopy/v1.1/?data=") else { return text.to_owned() };
    assert!(!data.contains(['&', '#', '+', ' ', '"', '\n']), "a browser takes the link as it is");
    let mut map: serde_json::Value = serde_json::from_str(&percent_decoded(data)).unwrap();
    for (list, place) in [(0, 4), (2, 2)] {
        for item in map[list].as_array_mut().unwrap() {
            item[place] = percent_decoded(item[place].as_str().unwrap()).into();
        }
    }
    map.to_string()
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut plain = Vec::new();
    while let Some(byte) = bytes.next() {
        plain.push(match byte {
            b'%' => {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(plain).unwrap()
}
