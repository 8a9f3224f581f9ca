//! Reads flowcharts of Mermaid: their things, arrows, labels and subgraphs; how they are drawn is skipped.

mod chart;
mod labels;
mod links;
mod source;
mod statements;
mod symbols;

use std::collections::{BTreeMap, BTreeSet};

use self::chart::{MermaidChart, MermaidLink, MermaidNode};
use self::labels::shown_text;
use self::source::{ChartText, chart_texts, is_flowchart};
use self::statements::statements;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::mapping::{GroupsAre, SameNames};
use crate::import::drafting::draft::MapDraft;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::words::arrow_words::arrow_of;
use crate::record::Kind;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "mermaid", about: "a Mermaid flowchart", is_one, read };

/// The maximum number of flowcharts that come in together.
const CHARTS: usize = 10_000;

/// The id of the box in which our own export says that it is not whole.
const LEFT_OUT: &str = "left_out";

fn is_one(file: &ImportedFile) -> bool {
    file.json().is_none() && is_flowchart(file.text())
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let charts: Vec<(&ImportedFile, ChartText)> =
        files.iter().flat_map(|file| chart_texts(file.text()).into_iter().map(move |chart| (*file, chart))).collect();
    if let Some((file, chart)) = charts.get(CHARTS) {
        let says = format!("there are more than {CHARTS} flowcharts");
        return Err(ImportError::at(file.line(chart.line), says, "export a part of it"));
    }
    // The ids of a chart are its own; what two charts have in common are names.
    let same_names = if charts.len() > 1 { SameNames::OneThing } else { SameNames::Several };
    let mut draft = MapDraft::new(context, same_names);
    for (nth, (file, source)) in charts.iter().enumerate() {
        draft.title(&source.title);
        let chart = statements((source.line, &source.text), |done| context.proceeds(done, source.text.len()))?;
        if chart.is_too_large() {
            let line = chart.links.last().map_or(source.line, |link| link.line);
            let says = format!("there are more than {} things, or {} arrows", limits::THINGS, limits::ARROWS);
            return Err(ImportError::at(file.line(line), says, "export a part of it"));
        }
        ChartReading::of((file, nth), context, &chart).read(&mut draft)?;
    }
    draft.finish()
}

/// Whether a chart is our own export, in which the ids of things are their places in the map.
fn is_ours(chart: &MermaidChart) -> bool {
    let is_place = |id: &str| id.strip_prefix('t').is_some_and(|place| place.parse::<usize>().is_ok());
    let is_ours = |(id, node): (&String, &MermaidNode)| {
        (is_place(id) && node.text.is_some() && node.shape.is_some()) || id == LEFT_OUT
    };
    !chart.nodes.is_empty() && chart.groups.is_empty() && chart.nodes.iter().all(is_ours)
}

struct ChartReading<'a> {
    file: &'a ImportedFile,
    /// Its place among the charts that come in together.
    nth: usize,
    context: &'a ReadContext<'a>,
    is_ours: bool,
    chart: &'a MermaidChart,
    /// The subgraphs, by their ids.
    groups: BTreeMap<&'a str, usize>,
    /// The ids at which a link starts or ends.
    ends: BTreeSet<&'a str>,
    /// The things, by the ids of their nodes.
    things: BTreeMap<&'a str, usize>,
}

impl<'a> ChartReading<'a> {
    fn of((file, nth): (&'a ImportedFile, usize), context: &'a ReadContext<'a>, chart: &'a MermaidChart) -> Self {
        let groups = chart.groups.iter().enumerate().rev().map(|(at, group)| (group.id.as_str(), at));
        let ends = chart.links.iter().flat_map(|link| [link.from.as_str(), link.to.as_str()]);
        let (groups, ends) = (groups.filter(|(id, _)| !id.is_empty()).collect(), ends.collect());
        Self { file, nth, context, is_ours: is_ours(chart), chart, groups, ends, things: BTreeMap::new() }
    }

    fn read(mut self, draft: &mut MapDraft<'_>) -> Result<(), ImportError> {
        for (line, text) in &self.chart.not_understood {
            let says = format!("this is no part of a flowchart: {text}");
            draft.remark(self.file.line(*line), RemarkSort::LeftOut, says);
        }
        let mut nodes: Vec<(&String, &MermaidNode)> = self.chart.nodes.iter().collect();
        nodes.sort_by_key(|(_, node)| node.nth);
        let all = nodes.len() + self.chart.links.len();
        for (done, (id, node)) in nodes.iter().enumerate() {
            draft.proceeds(done, all)?;
            self.add_node(draft, id, node);
        }
        for (id, node) in nodes {
            if let Some(thing) = self.things.get(id.as_str()).copied() {
                self.add_groups(draft, thing, node);
            }
        }
        for (done, link) in self.chart.links.iter().enumerate() {
            draft.proceeds(self.chart.nodes.len() + done, all)?;
            self.add_link(draft, link);
        }
        Ok(())
    }

    fn add_node(&mut self, draft: &mut MapDraft<'_>, id: &'a str, node: &MermaidNode) {
        let place = self.file.line(node.line);
        let group = self.groups.get(id).and_then(|at| self.chart.groups.get(*at));
        // A subgraph is a thing where an arrow ends at it, and not where it stands inside another.
        if group.is_some() && !self.ends.contains(id) {
            return;
        }
        let text = group.map(|group| group.title.as_str()).or(node.text.as_deref()).unwrap_or(id);
        let label = shown_text(text);
        if self.is_ours && id == LEFT_OUT {
            return draft.remark(place, RemarkSort::Noted, format!("the chart says of itself: {label}"));
        }
        let key = match self.nth {
            _ if self.is_ours => format!("name: {}", label.to_lowercase()),
            0 => id.to_owned(),
            nth => format!("{} of chart {}", id, nth + 1),
        };
        let within =
            node.groups.first().and_then(|at| self.chart.groups.get(*at)).map(|group| shown_text(&group.title));
        let thing = draft.thing_of(&key, place, &label, within.as_deref());
        self.things.insert(id, thing);
        match (&node.shape, self.is_ours) {
            (Some(shape), true) => draft.sort(thing, "", Some(kind_of_shape(shape))),
            (Some(shape), false) => draft.sort(thing, shape, holds_data(shape).then_some(Kind::Resource)),
            (None, _) => {}
        }
        for class in &node.classes {
            draft.tag(thing, class);
        }
    }

    /// The innermost subgraph may be a unit; those around it are tags only.
    fn add_groups(&self, draft: &mut MapDraft<'_>, thing: usize, node: &MermaidNode) {
        let place = self.file.line(node.line);
        let are_tags = self.context.mapping.groups == GroupsAre::Tags;
        let titles = node.groups.iter().filter_map(|at| self.chart.groups.get(*at));
        for group in titles.take(if are_tags { limits::GROUPS } else { 1 }) {
            draft.group(thing, &shown_text(&group.title), &place);
        }
    }

    fn add_link(&self, draft: &mut MapDraft<'_>, link: &MermaidLink) {
        let ends = (self.things.get(link.from.as_str()), self.things.get(link.to.as_str()));
        let (Some(from), Some(to)) = (ends.0.copied(), ends.1.copied()) else { return };
        let text = link.text.as_deref().map(shown_text).unwrap_or_default();
        let stated = arrow_of(&text);
        let (relation, sign, strength) = stated.unwrap_or_default();
        let place = self.file.line(link.line);
        let key = |from: usize, to: usize, draft: &MapDraft<'_>| {
            let key = |thing: usize| draft.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
            format!("{} -> {} {}", key(from), key(to), relation.name())
        };
        let mut ends = vec![(from, to)];
        ends.extend(link.is_double.then_some((to, from)));
        for (from, to) in ends {
            let key = key(from, to, draft);
            let arrow = if link.is_open {
                draft.undirected(&key, &place, (from, to), relation, sign)
            } else {
                draft.arrow(&key, &place, (from, to), relation, sign)
            };
            draft.edit_arrow(arrow, |arrow| arrow.strength = arrow.strength.max(strength));
            if stated.is_none() {
                draft.note(arrow, &text);
            }
        }
    }
}

/// The kind for which our own export draws a shape.
fn kind_of_shape(shape: &str) -> Kind {
    match shape {
        "stadium" => Kind::Initiative,
        "subroutine" => Kind::Process,
        "cylinder" => Kind::Resource,
        "rounded" => Kind::Factor,
        "hexagon" => Kind::Incentive,
        "odd" => Kind::Voice,
        _ => Kind::Unknown,
    }
}

/// Whether a shape stands for data, whoever draws it.
fn holds_data(shape: &str) -> bool {
    let shapes = ["cylinder", "cyl", "database", "db", "disk", "lin-cyl", "lined-cylinder", "das", "h-cyl"];
    shapes.contains(&shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::samples::{arrow, arrows, labels, map_of, map_of_text, remarks, survives_damage, thing};

    const FIXTURE: &[u8] = include_bytes!("../../tests/fixtures/import/hand-mermaid-flowchart.mmd");

    /// As Mermaid 12.3.0 parses the file, its invisible link aside, and the link with two heads as two arrows.
    #[test]
    fn a_flowchart_is_read_as_mermaid_reads_it() {
        let map = map_of("mermaid", &[("map.mmd", FIXTURE)]);
        assert_eq!(map.title.as_deref(), Some("What the service bot changes"));
        assert_eq!(labels(&map), ["Service bot", "Queue #1: pressure", "Customer trust", "calls", "Claims team"]);
        assert_eq!(
            arrows(&map),
            [
                "Service bot affects Queue #1: pressure",
                "Service bot affects+ calls",
                "Queue #1: pressure affects- Customer trust",
                "Claims team affects Customer trust",
                "Customer trust affects calls",
                "calls affects Customer trust",
            ]
        );
        assert_eq!(remarks(&map, RemarkSort::Asked).len(), 1, "two arrows from the bot to the queue do not agree");
        assert_eq!(
            (thing(&map, "Service bot").tags.as_slice(), thing(&map, "calls").tags.len()),
            (&["Claims team".to_owned()][..], 0)
        );
        assert_eq!(
            (thing(&map, "Customer trust").kind, thing(&map, "Service bot").sort.as_deref()),
            (Kind::Resource, Some("stadium"))
        );
        assert_eq!(thing(&map, "Customer trust").place.to_string(), "map.mmd, line 11");
    }

    #[test]
    fn every_shape_and_line_is_read() {
        let text = "graph TD; a[one]; b(two) --> c([three])\n\
            d[[four]]-->e[(five)]---->f((six)):::hot ==> g>seven]\n\
            h{eight} -.-> i{{nine}} --x j[/ten/] --o k[\\eleven\\]\n\
            l[/twelve\\] -- more --> m[\\thirteen/] -. less .-> n(((fourteen))) == note ==> o1\n\
            %% a comment --> x\n\
            p@{ shape: rect, label: \"fif: teen, }\" } & q --> r & s;style p fill:#f9f;classDef hot fill:red\n\
            linkStyle 0 stroke:#ff3\nclick a \"https://x.example\" \"; tip\"\n\
            t --- u\nv <--> w\nx1\n  -->\n  |+| y1\nz[\"two\nlines\"]\nclass a,b hot\naccDescr {\n a --> b\n}\nA2 x--x B2";
        let map = map_of_text("mermaid", text);
        let expected = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen o1";
        assert_eq!(labels(&map)[..15].join(" "), expected);
        assert_eq!(labels(&map)[15..].join("|"), "fif: teen, }|q|r|s|t|u|v|w|x1|y1|two lines|A2|B2");
        assert_eq!(arrows(&map).len(), 9 + 1 + 4 + 2 + 1 + 2, "{:?}", arrows(&map));
        for line in
            ["twelve affects+ thirteen", "thirteen affects- fourteen", "w affects v", "x1 affects+ y1", "q affects s"]
        {
            assert!(arrows(&map).contains(&line.to_owned()), "{line}: {:?}", arrows(&map));
        }
        assert_eq!(arrow(&map, "fourteen", "o1").note.as_deref(), Some("note"));
        assert_eq!(thing(&map, "six").tags, ["hot"]);
        assert_eq!(remarks(&map, RemarkSort::Asked), ["a.txt, line 9: t and u are linked without a direction"]);
        assert!(remarks(&map, RemarkSort::LeftOut).is_empty(), "{:?}", map.remarks);
    }

    #[test]
    fn subgraphs_mark_what_is_in_them() {
        let text = "flowchart LR\nsubgraph outer [\"The firm\"]\n direction LR\n a --> b\n subgraph Claims desk\n  c; b\n end\nend\n\
            subgraph late\n a\nend\nc --> late";
        let map = map_of_text("mermaid", text);
        assert_eq!(labels(&map), ["a", "b", "c", "late"], "a subgraph is a thing where an arrow ends at it");
        assert_eq!(thing(&map, "a").tags, ["The firm"], "a thing in two subgraphs is in the first");
        assert_eq!(thing(&map, "b").tags, ["Claims desk", "The firm"]);
        assert_eq!(arrows(&map), ["a affects b", "c affects late"]);
        let units = super::super::mapping::ImportMapping { groups: GroupsAre::Units, ..Default::default() };
        let file = ImportedFile::new("a", text.as_bytes().to_vec()).unwrap();
        let context = ReadContext { mapping: &units, watch: &super::super::watch::NoWatch };
        let map = read(&[&file], &context).unwrap();
        assert!(arrows(&map).contains(&"Claims desk owns b".to_owned()), "{:?}", arrows(&map));
        assert!(!arrows(&map).contains(&"The firm owns b".to_owned()));
    }

    #[test]
    fn what_is_no_statement_is_said_and_the_rest_comes_in() {
        let map = map_of_text(
            "mermaid",
            "graph LR\nA --> B %% so they say\n!! what -> is this [\nC -->|less| D[not closed\nE --> F\n",
        );
        assert_eq!(arrows(&map), ["A affects B", "E affects F"]);
        let said = remarks(&map, RemarkSort::LeftOut);
        assert_eq!(said[0], "a.txt, line 3: this is no part of a flowchart: !! what -> is this [");
        assert!(said[1].starts_with("a.txt, line 4:"), "{said:?}");
    }

    #[test]
    fn a_tooltip_over_two_lines_is_no_thing() {
        let text = "graph LR\nA --> B\nclick A \"/view?id=1\" \"first\n600\"\nclick B href \"/b\" \"two\n\nlines\" _blank\nB --> C\n";
        let map = map_of_text("mermaid", text);
        assert_eq!((labels(&map), map.remarks.len()), (vec!["A", "B", "C"], 0));
        let never_closed = map_of_text("mermaid", "graph LR\nclick A \"tip\nA[\"one\"] --> B[\"two\"]\nB --> C\n");
        assert_eq!(labels(&never_closed), ["one", "two", "C"], "a quote that is not closed ends with its line");
    }

    #[test]
    fn charts_in_a_page_share_names_and_not_ids() {
        let text = "# Notes\n```mermaid\ngraph LR\nA[Bot] --> B[Queue]\n```\ntext\n```mermaid\nflowchart\nA[Queue] -->|-| B[Trust]\n```\n";
        let map = map_of_text("mermaid", text);
        assert_eq!(arrows(&map), ["Bot affects Queue", "Queue affects- Trust"]);
        assert_eq!(map.arrows[1].place.to_string(), "a.txt, line 9");
    }

    #[test]
    fn our_own_chart_comes_back_with_its_kinds() {
        let text = "flowchart LR\n  %% 3 of 9 things\n  left_out[\"3 of 9 things\"]\n  t0([\"Bot #38; co\"])\n  t3(\"Handle time\")\n  \
            t4[\"Ops\"]\n  t0 -.->|\"-\"| t3\n  %% because\n  t4 -->|\"owns\"| t0\n";
        let map = map_of_text("mermaid", text);
        assert_eq!(arrows(&map), ["Bot & co affects- Handle time", "Ops owns Bot & co"]);
        assert_eq!((thing(&map, "Handle time").kind, thing(&map, "Bot & co").kind), (Kind::Factor, Kind::Initiative));
        assert_eq!(thing(&map, "Handle time").key, "name: handle time", "its place is no id in another edition");
    }

    #[test]
    fn a_damaged_chart_ends_in_a_map_or_a_sentence() {
        survives_damage(FIXTURE);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]
        #[test]
        fn any_statements_end_in_a_map(text in "(-->|--|---|A|B|\\[|\\]|\\(|\\)|\"|\\||&|;|\n| |@\\{|\\}|%%|subgraph |end|x|o|<|>|=|\\.|~|`|é|:::|#35;|\\PC){0,40}") {
            map_of_text("mermaid", &format!("graph LR\n{text}"));
        }
    }
}
