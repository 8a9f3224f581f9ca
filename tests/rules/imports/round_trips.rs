//! Our own exports, imported into an empty session, are the same map; what a format cannot hold is listed, and no more is
//! lost than that.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use adjacent::export::{Arrows, ExportFormat, ExportOutput, FORMATS, Material};
use adjacent::graph::{Graph, Ledger, Link, Thing};
use adjacent::import::{ImportMapping, ImportedFile, NoWatch, ReadContext, edition, read as read_files};
use adjacent::lens::read;
use adjacent::record::text::{LABEL_LIMIT, clean, clip};
use adjacent::record::{Delay, Kind, Mode, Names, Relation, Session, SessionTime, Sign, line};
use adjacent::store::samples;

use crate::example::EXAMPLE;
use crate::hostile_map::hostile;
use crate::session::header;
use crate::talk::{Talk, opening};

/// What a file of a format does not hold of the things and arrows that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Lost {
    /// Of which kind a thing is.
    Kinds,
    /// The status of a thing.
    States,
    /// Which unit answers for a thing.
    Units,
    /// What an arrow states beside its sign.
    Relations,
    Strengths,
    Delays,
}

impl Lost {
    /// The word with which the line about a format says so. Units come back where arrows and kinds do.
    const fn word(self) -> Option<&'static str> {
        match self {
            Lost::Kinds => Some("kinds"),
            Lost::States => Some("states"),
            Lost::Units => None,
            Lost::Relations => Some("relations"),
            Lost::Strengths => Some("strengths"),
            Lost::Delays => Some("delays"),
        }
    }
}

/// What a format holds.
struct FormatHolds {
    name: &'static str,
    things: fn(&Graph, &Thing) -> bool,
    arrows: fn(Link<'_>) -> bool,
    lost: &'static [Lost],
    /// Whether a file has a maximum size, so that of the five hundred names only some are in it.
    is_limited: bool,
}

impl FormatHolds {
    const fn everything(name: &'static str, lost: &'static [Lost]) -> Self {
        Self { name, things: |_, _| true, arrows: |_| true, lost, is_limited: false }
    }
}

const HOLD: &[FormatHolds] = &[
    FormatHolds::everything("json-graph", &[]),
    FormatHolds::everything("graphml", &[]),
    FormatHolds::everything("gexf", &[]),
    FormatHolds::everything("kumu-json", &[]),
    FormatHolds::everything("kumu-csv", &[]),
    FormatHolds::everything("xlsx", &[]),
    FormatHolds::everything("dot", &[]),
    FormatHolds {
        is_limited: true,
        ..FormatHolds::everything("mermaid", &[Lost::Kinds, Lost::States, Lost::Units, Lost::Delays])
    },
    FormatHolds::everything("json-canvas", &[Lost::Delays]),
    FormatHolds {
        name: "sd-json",
        things: |graph, thing| graph.links_at(&thing.key).any(|link| link.arrow.is_effect()),
        arrows: |link| link.arrow.is_effect(),
        lost: &[Lost::Kinds, Lost::Units, Lost::Relations, Lost::Strengths, Lost::Delays],
        is_limited: false,
    },
    FormatHolds {
        name: "loopy",
        things: |graph, thing| graph.links_at(&thing.key).any(is_signed_effect),
        arrows: is_signed_effect,
        lost: &[Lost::Kinds, Lost::States, Lost::Units, Lost::Relations, Lost::Strengths, Lost::Delays],
        is_limited: true,
    },
    FormatHolds {
        name: "backstage",
        things: |_, thing| is_catalogued(thing),
        arrows: |link| {
            let (from, to) = (link.from, link.to);
            match link.arrow.relation {
                Relation::Owns => from.kind == Kind::Party && is_catalogued(to) && to.kind != Kind::Party,
                Relation::In => from.kind == Kind::Party && to.kind == Kind::Party,
                Relation::Needs => {
                    let is_catalogued = |thing| is_catalogued(thing) && thing.kind != Kind::Party;
                    is_catalogued(from) && is_catalogued(to)
                }
                _ => false,
            }
        },
        lost: &[Lost::Delays],
        is_limited: false,
    },
];

fn is_signed_effect(link: Link<'_>) -> bool {
    let is_signed = matches!(link.arrow.sign, Sign::Plus | Sign::Minus);
    link.arrow.is_effect() && is_signed && link.from.key != link.to.key
}

const fn is_catalogued(thing: &Thing) -> bool {
    matches!(thing.kind, Kind::Initiative | Kind::Process | Kind::Resource | Kind::Party)
}

/// The maps that are exported: the worked example, the story of three months, and five hundred names that would like to
/// be more than names.
static MAPS: LazyLock<[(&str, Graph); 3]> = LazyLock::new(|| {
    let mut story = Ledger::new();
    for bytes in samples::EMBEDDED {
        let kept = line::read(bytes);
        story.add_session(&Session::fold(kept.heading.header, kept.events), &Names::default());
    }
    let example = Talk::transcript(EXAMPLE).ledger().graph(None);
    [("the worked example", example), ("the story", story.graph(None)), ("hostile names", hostile())]
});

fn exported(format: &ExportFormat, graph: &Graph) -> Vec<(String, Vec<u8>)> {
    let findings = if format.shows_findings { read(graph).findings } else { Vec::new() };
    let (arrows, most_things) = (Arrows::All, 500);
    let material =
        Material { title: "A map", graph, findings: &findings, chapters: &[], arrows, most_things, house: None };
    let file = |part: &str| format!("map{part}.{}", format.ending);
    match &format.output {
        ExportOutput::Text(write) => vec![(file(""), write(&material).into_bytes())],
        ExportOutput::Bytes(write) => vec![(file(""), write(&material))],
        ExportOutput::Files { parts } => {
            parts.iter().map(|(part, write)| (file(&format!("-{part}")), write(&material).into_bytes())).collect()
        }
    }
}

/// Imports files into an empty session; returns what it adds up to.
fn imported(files: Vec<(String, Vec<u8>)>) -> (Graph, &'static str) {
    let files: Vec<ImportedFile> =
        files.into_iter().map(|(name, bytes)| ImportedFile::new(&name, bytes).unwrap()).collect();
    let mapping = ImportMapping::default();
    let (format, map) = read_files(&files, &ReadContext { mapping: &mapping, watch: &NoWatch }).unwrap();
    let opening = opening(Mode::Solo, Vec::new());
    let session = Session::fold(header("2026-11-20-import", "Import"), [opening.clone()]);
    let events = edition(None, &map, &mapping).events(&session, SessionTime::OPENING);
    let session = Session::fold(header("2026-11-20-import", "Import"), [opening].into_iter().chain(events));
    let mut ledger = Ledger::new();
    ledger.add_session(&session, &Names::default());
    (ledger.graph(None), format.name)
}

/// A label as an import has it: one line of limited length.
fn label(text: &str) -> String {
    let words = clean(text).replace(['\u{fffe}', '\u{ffff}'], "");
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    clip(&line, LABEL_LIMIT).trim_end().to_owned()
}

/// An arrow by its ends: what it states, its sign, its strength, its delay in days.
type ArrowsByEnds = BTreeMap<(String, String), BTreeSet<(Relation, i8, u8, Option<u32>)>>;

struct MapShape {
    /// The kind, the status and the unit of each thing.
    things: BTreeMap<String, (Kind, Option<&'static str>, Option<String>)>,
    arrows: ArrowsByEnds,
}

impl MapShape {
    fn of(graph: &Graph, holds: Option<&FormatHolds>) -> Self {
        let things = graph.things().filter(|thing| holds.is_none_or(|holds| (holds.things)(graph, thing)));
        let told = things.map(|thing| {
            let unit = thing.unit.as_ref().map(|unit| label(graph.label(unit)));
            (label(&thing.label), (thing.kind, thing.status.map(adjacent::record::Status::name), unit))
        });
        let mut arrows = ArrowsByEnds::new();
        // No reader takes an arrow from a thing to itself.
        let links = graph.links().filter(|link| link.from.key != link.to.key);
        for link in links.filter(|link| holds.is_none_or(|holds| (holds.arrows)(*link))) {
            let arrow = link.arrow;
            let sign = match arrow.sign {
                Sign::Plus => 1,
                Sign::Minus => -1,
                Sign::Unknown | Sign::NoEffect => 0,
            };
            let said = (arrow.relation, sign, arrow.strength.marks(), arrow.delay.map(Delay::days));
            arrows.entry((label(&link.from.label), label(&link.to.label))).or_default().insert(said);
        }
        Self { things: told.collect(), arrows }
    }

    /// What differs between the things and arrows of two maps that have the same ones.
    fn lost(&self, other: &Self) -> BTreeSet<Lost> {
        let mut lost = BTreeSet::new();
        for (name, (kind, status, unit)) in &other.things {
            let (known_kind, known_status, known_unit) = &self.things[name];
            lost.extend((kind != known_kind).then_some(Lost::Kinds));
            lost.extend((status != known_status).then_some(Lost::States));
            lost.extend((unit != known_unit).then_some(Lost::Units));
        }
        for (ends, arrows) in &other.arrows {
            let known = &self.arrows[ends];
            let of = |arrows: &BTreeSet<(Relation, i8, u8, Option<u32>)>| -> BTreeSet<Relation> {
                arrows.iter().map(|(relation, ..)| *relation).collect()
            };
            lost.extend((of(arrows) != of(known)).then_some(Lost::Relations));
            for (relation, sign, strength, delay) in arrows {
                let same = known.iter().find(|known| known.0 == *relation).or_else(|| {
                    // Where relations are lost, the arrow is the one that there is.
                    known.first().filter(|_| known.len() == 1)
                });
                // Two arrows become one where relations are lost; if their signs differ, its sign is open.
                let became_one =
                    arrows.len() < known.len() && known.iter().any(|other| other.1 != known.first().unwrap().1);
                let same = same.filter(|_| !became_one);
                let Some((_, known_sign, known_strength, known_delay)) = same else { continue };
                assert_eq!(sign, known_sign, "the sign of {ends:?}");
                // How strong an arrow is, only an arrow with a sign says.
                lost.extend((*sign != 0 && strength != known_strength).then_some(Lost::Strengths));
                lost.extend((delay != known_delay).then_some(Lost::Delays));
            }
        }
        lost
    }
}

fn is_back(holds: &FormatHolds) {
    let format = FORMATS.iter().find(|format| format.name == holds.name).unwrap();
    let mut lost = BTreeSet::new();
    for (name, graph) in &*MAPS {
        let (back, read_by) = imported(exported(format, graph));
        let (told, back) = (MapShape::of(graph, Some(holds)), MapShape::of(&back, None));
        let at = format!("{} of {name}, read as {read_by}", holds.name);
        let more: Vec<_> = back.things.keys().filter(|thing| !told.things.contains_key(*thing)).collect();
        assert_eq!(more, Vec::<&String>::new(), "{at} has things that were not there");
        let more: Vec<_> = back.arrows.keys().filter(|ends| !told.arrows.contains_key(*ends)).collect();
        assert_eq!(more, Vec::<&(String, String)>::new(), "{at} has arrows that were not there");
        let is_whole = !holds.is_limited || *name != "hostile names";
        let less: Vec<_> = told.things.keys().filter(|thing| !back.things.contains_key(*thing)).collect();
        assert!(less.is_empty() == is_whole, "{at} has lost the things {less:?}");
        let is_in = |ends: &(String, String)| back.things.contains_key(&ends.0) && back.things.contains_key(&ends.1);
        let less: Vec<_> = told.arrows.keys().filter(|ends| is_in(ends) && !back.arrows.contains_key(*ends)).collect();
        assert_eq!(less, Vec::<&(String, String)>::new(), "{at} has lost arrows");
        lost.extend(told.lost(&back));
    }
    let listed: BTreeSet<Lost> = holds.lost.iter().copied().collect();
    assert_eq!(lost, listed, "what {} cannot hold", holds.name);
    for all in [Lost::Kinds, Lost::States, Lost::Units, Lost::Relations, Lost::Strengths, Lost::Delays] {
        let is_said = all.word().map(|word| format.cannot_hold.contains(word));
        assert_eq!(is_said.unwrap_or(listed.contains(&all)), listed.contains(&all), "{}: {all:?}", holds.name);
    }
}

#[test]
fn a_json_graph_comes_back() {
    is_back(named("json-graph"));
}

#[test]
fn graphml_comes_back() {
    is_back(named("graphml"));
}

#[test]
fn gexf_comes_back() {
    is_back(named("gexf"));
}

#[test]
fn a_kumu_blueprint_comes_back() {
    is_back(named("kumu-json"));
}

#[test]
fn kumu_sheets_come_back() {
    is_back(named("kumu-csv"));
}

#[test]
fn a_workbook_comes_back() {
    is_back(named("xlsx"));
}

#[test]
fn dot_comes_back() {
    is_back(named("dot"));
}

#[test]
fn a_mermaid_chart_comes_back() {
    is_back(named("mermaid"));
}

#[test]
fn a_canvas_comes_back() {
    is_back(named("json-canvas"));
}

#[test]
fn sd_json_comes_back() {
    is_back(named("sd-json"));
}

#[test]
fn a_loopy_link_comes_back() {
    is_back(named("loopy"));
}

#[test]
fn a_catalogue_comes_back() {
    is_back(named("backstage"));
}

fn named(name: &str) -> &'static FormatHolds {
    HOLD.iter().find(|holds| holds.name == name).unwrap()
}

#[test]
fn every_export_comes_back_or_says_that_it_is_to_be_read_by_people() {
    for format in FORMATS {
        let comes_back = HOLD.iter().any(|holds| holds.name == format.name);
        let is_to_read = format.cannot_hold.contains("a map that a program can read back");
        assert!(comes_back != is_to_read || format.name == "ics", "{}", format.name);
        assert!(!format.cannot_hold.is_empty() && !format.cannot_hold.ends_with('.'), "{}", format.name);
    }
}

#[test]
fn the_same_map_is_the_same_workbook() {
    let format = FORMATS.iter().find(|format| format.name == "xlsx").unwrap();
    let graph = &MAPS[0].1;
    assert_eq!(exported(format, graph), exported(format, graph));
}
