//! The map on a page: one picture where it can be read, several where one would be too tall, none where even they would
//! be too many.

use std::collections::BTreeMap;

use super::arrow::told;
use super::choice::ShownMap;
use super::document::inline_svg;
use super::legend::HasLegend;
use super::picture::{COLUMN, COLUMNS, MapPicture};
use super::split::split;
use crate::export::material::Arrows;
use crate::graph::{Graph, Key, Link, Thing};
use crate::record::english::counted;
use crate::record::text::clean;

/// The maximum number of arrows of a map that is drawn as one picture, if that is not too tall.
const AT_ONCE: usize = 120;

/// The maximum height of a picture in pixels, and its maximum width in columns, above which the map is split.
const TALL: usize = 2_400;
const WIDE: usize = COLUMNS + 25;

/// The width in columns of the picture of a part.
const PART_COLUMNS: usize = 100;

/// The pictures of a map for a page.
pub(in crate::export) struct MapPages {
    /// The sentence that stands in the place of pictures; empty if there are pictures.
    pub(in crate::export) left_out: String,
    /// How the map is split, in a sentence; empty for one picture.
    pub(in crate::export) about: String,
    pub(in crate::export) parts: Vec<MapPage>,
}

/// The picture of a map or of a part of it.
pub(in crate::export) struct MapPage {
    /// The name of the part; empty for the whole map.
    pub(in crate::export) name: String,
    /// The number of things and arrows, in words; empty for the whole map.
    pub(in crate::export) about: String,
    pub(in crate::export) svg: String,
    /// The number of arrows that lead to other parts or come from there, in words.
    pub(in crate::export) elsewhere: String,
    pub(in crate::export) arrows: Vec<CrossingArrow>,
}

/// An arrow between two parts of a map, as it is told below the picture of one of them.
pub(in crate::export) struct CrossingArrow {
    pub(in crate::export) says: String,
    /// The number of the other part, counted from 1, and its name.
    pub(in crate::export) part: usize,
    pub(in crate::export) name: String,
}

impl MapPages {
    pub(in crate::export) fn of(graph: &Graph, title: &str, arrows: Arrows) -> Self {
        let map = ShownMap::of(graph, arrows);
        let pictures = |about: String, parts| Self { left_out: String::new(), about, parts };
        if map.is_too_large() {
            return Self { left_out: map.left_out(), about: String::new(), parts: Vec::new() };
        }
        if map.links.len() <= AT_ONCE {
            let picture = MapPicture::of(graph, &map, COLUMNS, map.told());
            if picture.height() <= TALL && picture.width() <= WIDE * COLUMN {
                return pictures(String::new(), vec![MapPage::whole(&picture, title)]);
            }
        }
        let parts = MapSplit::of(&map);
        if parts.things.len() == 1 {
            let picture = MapPicture::of(graph, &map, COLUMNS, map.told());
            return pictures(String::new(), vec![MapPage::whole(&picture, title)]);
        }
        let mut pages: Vec<MapPage> = (0..parts.things.len()).map(|at| parts.page(graph, &map, at)).collect();
        let names: Vec<String> = pages.iter().map(|page| page.name.clone()).collect();
        for arrow in pages.iter_mut().flat_map(|page| &mut page.arrows) {
            arrow.name = names.get(arrow.part - 1).cloned().unwrap_or_default();
        }
        pictures(parts.told(&map), pages)
    }
}

impl MapPage {
    fn whole(picture: &MapPicture<'_>, title: &str) -> Self {
        let svg = inline_svg(picture, title, None, HasLegend::Yes);
        Self { name: String::new(), about: String::new(), svg, elsewhere: String::new(), arrows: Vec::new() }
    }
}

/// A map in parts.
struct MapSplit<'a> {
    things: Vec<Vec<&'a Thing>>,
    part_of: BTreeMap<&'a Key, usize>,
}

impl<'a> MapSplit<'a> {
    fn of(map: &ShownMap<'a>) -> Self {
        let numbers: BTreeMap<&Key, usize> = map.things.iter().map(|thing| &thing.key).zip(0..).collect();
        let number = |key: &Key| numbers.get(key).copied().unwrap_or_default();
        let ends: Vec<(usize, usize)> =
            map.links.iter().map(|link| (number(&link.from.key), number(&link.to.key))).collect();
        let units: BTreeMap<&Key, usize> = map.things.iter().filter_map(|thing| thing.unit.as_ref()).zip(0..).collect();
        let unit = |thing: &&Thing| thing.unit.as_ref().and_then(|unit| units.get(unit)).copied();
        let units: Vec<Option<usize>> = map.things.iter().map(unit).collect();
        let parts = split(&units, &ends);
        let things: Vec<Vec<&Thing>> =
            parts.iter().map(|part| part.iter().filter_map(|at| map.things.get(*at)).copied().collect()).collect();
        let part_of = things.iter().zip(0..).flat_map(|(part, at)| part.iter().map(move |thing| (&thing.key, at)));
        let part_of = part_of.collect();
        Self { things, part_of }
    }

    /// The number of the part of each end of an arrow.
    fn ends(&self, link: Link<'_>) -> (usize, usize) {
        let part = |key: &Key| self.part_of.get(key).copied().unwrap_or_default();
        (part(&link.from.key), part(&link.to.key))
    }

    fn told(&self, map: &ShownMap<'_>) -> String {
        let crossing = map.links.iter().filter(|link| self.ends(**link).0 != self.ends(**link).1).count();
        format!(
            "For one picture the map is too large, so it is drawn in {}: {}. {} between parts; they are listed below the \
             picture of each part.",
            counted(self.things.len(), "part", "parts"),
            map.told(),
            counted(crossing, "of the arrows leads", "of the arrows lead"),
        )
    }

    fn page(&self, graph: &Graph, map: &ShownMap<'a>, at: usize) -> MapPage {
        let things = self.things.get(at).cloned().unwrap_or_default();
        let inside: Vec<Link<'a>> = map.links.iter().copied().filter(|link| self.ends(*link) == (at, at)).collect();
        let crossing = map.links.iter().copied().filter_map(|link| match self.ends(link) {
            (from, to) if from == at && to != at => Some((link, to)),
            (from, to) if to == at && from != at => Some((link, from)),
            _ => None,
        });
        let arrow =
            |(link, other): (Link<'_>, usize)| CrossingArrow { says: told(link), part: other + 1, name: String::new() };
        let arrows: Vec<CrossingArrow> = crossing.map(arrow).collect();
        let name = name(graph, &things, &inside);
        let about = format!(
            "{}, {} between them.",
            counted(things.len(), "thing", "things"),
            counted(inside.len(), "arrow", "arrows")
        );
        let elsewhere = match arrows.len() {
            0 => String::new(),
            1 => "1 arrow leads to another part or comes from there".to_owned(),
            many => format!("{many} arrows lead to other parts or come from there"),
        };
        let part = map.part(things, inside);
        let picture = MapPicture::of(graph, &part, PART_COLUMNS, String::new());
        let legend = if at == 0 { HasLegend::Yes } else { HasLegend::No };
        let svg = inline_svg(&picture, &name, Some(at + 1), legend);
        MapPage { name, about, svg, elsewhere, arrows }
    }
}

/// The maximum number of units that the name of a part lists.
const UNITS: usize = 3;

/// The name of a part: its units; where most things have none, the thing with the most arrows.
fn name(graph: &Graph, things: &[&Thing], inside: &[Link<'_>]) -> String {
    let mut units: BTreeMap<&Key, usize> = BTreeMap::new();
    for unit in things.iter().filter_map(|thing| thing.unit.as_ref()) {
        *units.entry(unit).or_default() += 1;
    }
    if 2 * units.values().sum::<usize>() < things.len() || units.is_empty() {
        let here = |key: &Key| inside.iter().filter(|link| link.from.key == *key || link.to.key == *key).count();
        let arrows = |key: &Key| (here(key), graph.arrows_at(key));
        // Among equals the last wins, so the first in order has to come last.
        let busiest = things.iter().rev().max_by_key(|thing| arrows(&thing.key));
        return busiest.map_or_else(String::new, |thing| format!("Around {}", clean(&thing.label)));
    }
    let mut units: Vec<(&Key, usize)> = units.into_iter().collect();
    units.sort_by_key(|(unit, count)| (std::cmp::Reverse(*count), *unit));
    let named: Vec<String> = units.iter().take(UNITS).map(|(unit, _)| clean(graph.label(unit)).into_owned()).collect();
    let more = units.len().saturating_sub(UNITS);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{more}", named.join(", "))
}
