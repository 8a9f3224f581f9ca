//! A map that a network file states: things and arrows with attributes that have names, which mean the same in GraphML,
//! GEXF, GML, DOT and the JSON forms.

mod arrow_fields;
mod fields;
mod group_tree;
mod thing_fields;

use std::collections::{BTreeMap, BTreeSet};

use self::arrow_fields::ArrowMeaning;
pub(in crate::import) use self::arrow_fields::states_sign;
pub(in crate::import) use self::fields::{NetworkFields, json_text};
pub(in crate::import) use self::group_tree::GroupTree;
use crate::graph::Key;
use crate::import::context::ReadContext;
use crate::import::drafting::draft::{MapDraft, one_line};
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort, ThingOwner};
use crate::import::mapping::SameNames;
use crate::import::place::SourcePlace;
use crate::import::words::owner_parts::CellOwner;
use crate::import::words::person::owner_parts;
use crate::import::words::unit_names::is_clearly_a_unit;
use crate::record::{Relation, Sign};

/// The number of things and arrows after which the reading is asked whether it goes on.
const STEP: usize = 500;
/// The maximum number of names of attributes that are noted.
const NAMES: usize = 100;

/// The names of attributes that say how a drawing looks, or hold the ids of a tool; nobody misses them.
const OF_DRAWINGS: &[&str] = &[
    "x",
    "y",
    "z",
    "r",
    "g",
    "b",
    "a",
    "id",
    "key",
    "index",
    "color",
    "colour",
    "fillcolor",
    "fontcolor",
    "fontsize",
    "fontname",
    "font",
    "fill",
    "size",
    "shape",
    "style",
    "width",
    "height",
    "penwidth",
    "pos",
    "lp",
    "bb",
    "weight",
    "value",
    "networkxkey",
    "source",
    "target",
    "from",
    "to",
    "nodegraphics",
    "edgegraphics",
    "portgraphics",
    "graphics",
    "suid",
    "selected",
    "visible",
    "hidden",
    "fixed",
    "physics",
    "arrows",
    "dashes",
    "smooth",
    "arrowhead",
    "arrowtail",
    "arrowsize",
    "dir",
    "constraint",
    "headport",
    "tailport",
    "labelfontcolor",
    "image",
    "icon",
    "url",
    "href",
    "margin",
    "peripheries",
    "rank",
    "group",
    "gvid",
    "degree",
    "vx",
    "vy",
    "fx",
    "fy",
    "px",
    "py",
    "position",
    "zindex",
    "parent",
    "confidence",
    "agreement",
    "for",
    "against",
    "unsure",
    "disputed",
    "stale",
    "basis",
    "saidin",
    "directed",
    "classes",
    "locked",
    "grabbable",
    "selectable",
    "pannable",
    "removed",
    "level",
    "curvature",
    "borderwidth",
];

/// Which ends of a link have an arrow's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum LinkHeads {
    /// The link goes from the first end to the second.
    AtEnd,
    /// The link goes from the second end to the first.
    AtStart,
    /// The link goes both ways: it is two arrows.
    AtBoth,
    /// The link has no direction.
    None,
}

/// A map that a reader of a network file is putting together.
pub(in crate::import) struct Network<'a> {
    /// The map.
    pub(in crate::import) draft: MapDraft<'a>,
    /// The number of things and arrows of the file, as far as it is known.
    all: usize,
    done: usize,
    /// The people whom attributes of things name.
    people: Vec<(usize, String)>,
    /// The names of the attributes of things, and of arrows, that do not come in.
    left: (BTreeSet<String>, BTreeSet<String>),
    /// The first arrow with a negative weight, and how many there are.
    negative: Option<(SourcePlace, usize)>,
}

impl<'a> Network<'a> {
    /// Begins a map of about so many things and arrows.
    pub(in crate::import) fn new(context: &ReadContext<'a>, all: usize) -> Self {
        Self {
            draft: MapDraft::new(context, SameNames::Several),
            all,
            done: 0,
            people: Vec::new(),
            left: Default::default(),
            negative: None,
        }
    }

    /// Adds a thing with its attributes. It is called what they say, else `or_called`; it stands in these groups.
    pub(in crate::import) fn thing(
        &mut self,
        id: &str,
        place: &SourcePlace,
        fields: &NetworkFields,
        or_called: &str,
        groups: &[String],
    ) -> Result<usize, ImportError> {
        self.step()?;
        let again = self.draft.known(id).is_some();
        let owners = thing_fields::owners_of(fields);
        let named: Vec<&str> = owners.iter().flat_map(|(_, value)| owner_parts(value)).collect();
        // A name that may be a person's tells no things apart, for it would come onto the map.
        let unit = named.iter().copied().find(|name| is_clearly_a_unit(name));
        let which = unit.or_else(|| groups.last().map(String::as_str));
        let label = thing_fields::label_of(fields).unwrap_or(or_called);
        let thing = self.draft.thing_of(id, place.clone(), label, which);
        if again {
            return Ok(thing);
        }
        thing_fields::apply(&mut self.draft, thing, fields, place);
        let is_owner = |group: &str| named.iter().any(|name| Key::of(name) == Key::of(group));
        for group in groups.iter().cloned().chain(thing_fields::groups_of(fields)) {
            if !is_owner(&group) {
                self.draft.group(thing, &group, place);
            }
        }
        for owner in owners {
            self.draft.owner_field(thing, owner, place);
        }
        self.people.extend(thing_fields::people_of(fields).map(|person| (thing, person.to_owned())));
        note_left(&mut self.left.0, fields, thing_fields::READ);
        Ok(thing)
    }

    /// Returns the thing at an end of an arrow, which the file names by its id; `None` and a remark if there is none.
    pub(in crate::import) fn end(&mut self, id: &str, place: &SourcePlace) -> Option<usize> {
        let known = self.draft.known(id);
        if known.is_none() {
            let says = format!("this arrow ends at {}, which the file does not hold", one_line(id, 80));
            self.draft.remark_like(place, RemarkSort::LeftOut, "end missing", says);
        }
        known
    }

    /// Adds the arrow, or the arrows, that a link between two things is, with its attributes.
    pub(in crate::import) fn arrow(
        &mut self,
        place: &SourcePlace,
        ends: (usize, usize),
        heads: LinkHeads,
        fields: &NetworkFields,
    ) -> Result<(), ImportError> {
        self.step()?;
        let stated = ArrowMeaning::of(fields);
        if stated.sign == Sign::Unknown && fields.first(&["weight"]).is_some_and(|weight| weight.starts_with('-')) {
            self.negative.get_or_insert_with(|| (place.clone(), 0)).1 += 1;
        }
        note_left(&mut self.left.1, fields, arrow_fields::READ);
        let turned = (ends.1, ends.0);
        match heads {
            LinkHeads::AtEnd => self.one_arrow(place, ends, &stated),
            LinkHeads::AtStart => self.one_arrow(place, turned, &stated),
            LinkHeads::AtBoth => {
                self.one_arrow(place, ends, &stated);
                self.one_arrow(place, turned, &stated);
            }
            LinkHeads::None => {
                let key = self.key(ends, stated.relation);
                let made = self.draft.undirected(&key, place, ends, stated.relation, stated.sign);
                self.describe(made, &stated);
            }
        }
        Ok(())
    }

    /// Says that the file does not say whether its links have a direction.
    pub(in crate::import) fn ask_direction(&mut self, place: SourcePlace) {
        let says = "the file does not say whether its links have a direction; each comes in as an arrow from the end it \
                    names first";
        self.draft.remark(place, RemarkSort::Asked, says);
    }

    /// Returns the whole map; `place` is the file.
    pub(in crate::import) fn finish(mut self, place: &SourcePlace) -> Result<ImportedMap, ImportError> {
        self.settle_owners();
        if let Some((at, count)) = self.negative.take() {
            let says = format!("{count} of the arrows have a negative weight and no sign; do they say less?");
            self.draft.remark(at, RemarkSort::Asked, says);
        }
        for (of, names) in [("things", &self.left.0), ("arrows", &self.left.1)] {
            if !names.is_empty() {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let says = format!("attributes of {of} that do not come in: {}", names.join(", "));
                self.draft.remark(place.clone(), RemarkSort::Noted, says);
            }
        }
        self.draft.finish()
    }

    /// Makes arrows of the owners that attributes name, where no arrow of the file says who answers for the thing.
    fn settle_owners(&mut self) {
        let mut placed: BTreeSet<usize> = BTreeSet::new();
        for arrow in self.draft.arrows() {
            match arrow.relation {
                Relation::Owns => placed.insert(arrow.to),
                Relation::In | Relation::Covers => placed.insert(arrow.from),
                _ => continue,
            };
        }
        let mut units: BTreeMap<usize, String> = BTreeMap::new();
        let named = std::mem::take(&mut self.people).into_iter();
        let mut people: Vec<(usize, String, Option<String>)> = named.map(|(thing, name)| (thing, name, None)).collect();
        for (thing, owner, place) in self.draft.judged_owners() {
            let name = match owner {
                CellOwner::Unit(name) => name,
                CellOwner::Person(name, unit) => {
                    people.push((thing, name, unit));
                    continue;
                }
            };
            units.entry(thing).or_insert_with(|| name.clone());
            if !placed.contains(&thing) && self.draft.called(&name) != Some(thing) {
                self.draft.owner(thing, &ThingOwner::Unit(name), &place);
            }
        }
        for (thing, name, unit) in people {
            let unit = unit.as_deref().or_else(|| units.get(&thing).map(String::as_str));
            self.draft.person(&name, unit);
        }
    }

    fn one_arrow(&mut self, place: &SourcePlace, ends: (usize, usize), stated: &ArrowMeaning) {
        let key = self.key(ends, stated.relation);
        let made = self.draft.arrow(&key, place, ends, stated.relation, stated.sign);
        self.describe(made, stated);
    }

    fn describe(&mut self, arrow: Option<usize>, stated: &ArrowMeaning) {
        self.draft.edit_arrow(arrow, |arrow| {
            arrow.strength = arrow.strength.max(stated.strength);
            arrow.delay = arrow.delay.or(stated.delay);
        });
        stated.notes.iter().for_each(|note| self.draft.note(arrow, note));
    }

    /// Returns the key of an arrow: the keys of its ends and its relation. The ids that tools give arrows change from one
    /// export to the next, and some tools give one id twice.
    fn key(&self, (from, to): (usize, usize), relation: Relation) -> String {
        let key = |thing| self.draft.at(thing).map(|thing| thing.key.as_str()).unwrap_or_default();
        format!("{} > {} {}", key(from), key(to), relation.name())
    }

    fn step(&mut self) -> Result<(), ImportError> {
        self.done += 1;
        if self.done.is_multiple_of(STEP) { self.draft.proceeds(self.done, self.all.max(self.done)) } else { Ok(()) }
    }
}

/// Notes the names of the attributes that are not read and that somebody may miss.
fn note_left(left: &mut BTreeSet<String>, fields: &NetworkFields, read: &[&[&str]]) {
    for field in fields.all() {
        let name = field.name.as_str();
        let is_known = read.iter().any(|names| names.contains(&name)) || OF_DRAWINGS.contains(&name);
        if !is_known && !left.contains(&field.shown) && left.len() < NAMES {
            left.insert(one_line(&field.shown, 80));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::import::mapping::ImportMapping;
    use crate::import::tests::told::told_with;

    const SAMPLES: &[&[u8]] = &[
        include_bytes!("../../../tests/fixtures/import/cytoscape-3.35.0-cy.json"),
        include_bytes!("../../../tests/fixtures/import/graphology-gexf-0.13.2-map-1.3.gexf"),
        include_bytes!("../../../tests/fixtures/import/graphviz-16.1.0-map.dot"),
        include_bytes!("../../../tests/fixtures/import/graphviz-2.43.0-map.json"),
        include_bytes!("../../../tests/fixtures/import/hand-jsoncanvas-1.0.canvas"),
        include_bytes!("../../../tests/fixtures/import/igraph-1.0.0-map.graphml"),
        include_bytes!("../../../tests/fixtures/import/networkx-3.6.1-dynamic.gexf"),
        include_bytes!("../../../tests/fixtures/import/networkx-3.6.1-node-link.json"),
        include_bytes!("../../../tests/fixtures/import/networkx-3.6.1.gml"),
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn a_damaged_file_ends_with_a_map_or_a_sentence(
            sample in 0..SAMPLES.len(),
            damages in prop::collection::vec((any::<u16>(), 0..40_usize, any::<u8>(), 0..3_u8), 1..6),
        ) {
            let mut bytes = SAMPLES[sample].to_vec();
            for (place, length, byte, sort) in damages {
                let from = usize::from(place) % bytes.len().max(1);
                let to = (from + length).min(bytes.len());
                match sort {
                    0 => drop(bytes.drain(from..to)),
                    1 => bytes.insert(from, byte),
                    _ => {
                        let part = bytes[from..to].to_vec();
                        let at = usize::from(byte) * 7 % (bytes.len() + 1);
                        bytes.splice(at..at, part);
                    }
                }
            }
            let _ = told_with("damaged", bytes, &ImportMapping::default());
        }
    }
}
