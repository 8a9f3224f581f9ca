//! Computes the content of the map screen from centre, view and filter.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::drawn::{Fold, Zoom};
use super::row::{At, Row};
use super::scene::MapScene;
use super::view::{MapView, View};
use super::whole::{WholeContent, WholeOrder, WholeReading, WholeSort};
use super::{around, paths, ripple, table, trees};
use crate::graph::{FilteredGraph, Graph, Key};
use crate::layout::ArrowMark;
use crate::record::Sign;

/// The maximum number of things that are drawn; below, the maximum number of arrows. Nobody could follow more.
const MOST_THINGS: usize = 400;
const MOST_ARROWS: usize = 1_000;

impl MapView {
    /// Computes the content of a screen that is `width` columns wide.
    pub(in crate::app) fn look(&mut self, width: u16) {
        let whole = Arc::clone(&self.graph);
        let graph = &*whole;
        if self.centre.as_ref().is_none_or(|centre| graph.thing(centre).is_none()) {
            self.centre = busiest(graph);
        }
        let shown = graph.shown(&self.asked);
        let mut scene = MapScene {
            things: (shown.thing_count(), graph.inner().node_count()),
            arrows: (0, graph.inner().edge_count()),
            ..MapScene::default()
        };
        // A map without things has no centre, and nothing to read.
        let sort = self.whole_sort().filter(|_| self.centre.is_some());
        self.whole.want(sort.map(|sort| {
            let (graph, filter) = (Arc::clone(&whole), self.asked.clone());
            WholeOrder { graph, filter, sort }
        }));
        if let Some(centre) = self.centre.clone() {
            self.fill(&mut scene, &shown, (&centre, usize::from(width)));
        }
        let arrows: BTreeSet<&At> = scene.rows.iter().chain(&scene.into).map(|row| &row.at).collect();
        let arrows = arrows.into_iter().filter(|at| matches!(at, At::Arrow { .. })).count();
        scene.arrows.0 = scene.arrows.0.max(arrows);
        self.scene = scene;
        self.stand();
    }

    /// Takes in a reading of the whole map.
    pub(super) fn take_whole(&mut self, reading: WholeReading) {
        self.whole.take(reading);
        let mut scene = std::mem::take(&mut self.scene);
        self.fill_whole(&mut scene);
        self.scene = scene;
        self.stand();
    }

    /// Whether a view of the whole map is on the screen that does not show the current map yet.
    pub fn is_reading(&self) -> bool {
        self.whole.is_behind()
    }

    /// Puts the cursor on the centre where a view lists it, else leaves it where it is.
    fn stand(&mut self) {
        let centre = self.centre.as_ref();
        let listed = match self.view {
            View::Table => Some(self.scene.table.iter().position(|row| Some(&row.key) == centre)),
            View::Matrix => Some(self.scene.matrix.things.iter().position(|key| Some(key) == centre)),
            _ => None,
        };
        self.column = self.column.min(self.scene.matrix.things.len().saturating_sub(1));
        self.stand_on(listed.map_or(self.cursor, Option::unwrap_or_default), true);
    }

    /// Puts the cursor on a row if it is more than a heading, else on the nearest such row after it (or before it).
    pub(in crate::app) fn stand_on(&mut self, row: usize, down: bool) {
        let row = row.min(self.rows().saturating_sub(1));
        if matches!(self.view, View::Table | View::Matrix) {
            self.cursor = row;
            return;
        }
        let (above, below) = self.side().split_at(row.min(self.side().len()));
        let after = below.iter().position(|row| row.at != At::Heading).map(|far| row + far);
        let before = above.iter().rposition(|row| row.at != At::Heading);
        let onto = |row: usize| self.side().get(row).is_some_and(|row| row.at != At::Heading);
        self.cursor = match (onto(row), down) {
            (true, _) => row,
            (false, true) => after.or(before).unwrap_or(row),
            (false, false) => before.or(after).unwrap_or(row),
        };
    }

    fn fill(&mut self, scene: &mut MapScene, shown: &FilteredGraph<'_>, (centre, width): (&Key, usize)) {
        match self.view {
            View::Neighbours => (scene.into, scene.rows) = around::rows(shown, centre, self.steps),
            View::Ripple => {
                (scene.rows, scene.waves) = ripple::rows(shown, centre, self.less, self.waves);
            }
            View::Paths => {
                let ends = self.target.as_ref().map(|target| (centre, target));
                let ends = ends.map(|(from, to)| if self.backwards { (to, from) } else { (from, to) });
                scene.rows = ends.map_or_else(Vec::new, |(from, to)| paths::rows(shown, from, to));
            }
            View::Trees => scene.rows = trees::rows(shown, centre, self.causes, self.steps + 1),
            View::Drawn => {
                (scene.arrows.0, scene.dots) = self.draw(shown, centre, width);
                scene.picture = self.drawn.live.shown().cloned();
            }
            View::Table => {
                scene.table = table::rows(shown, &self.table);
                scene.arrows.0 = shown.arrow_count();
            }
            View::Matrix | View::Groups | View::Health => {
                scene.arrows.0 = shown.arrow_count();
                self.fill_whole(scene);
            }
        }
    }

    /// Returns what the view shows of the whole map; `None` for a view around the centre.
    fn whole_sort(&self) -> Option<WholeSort> {
        match self.view {
            View::Matrix => Some(WholeSort::Matrix { order: self.matrix_order, all_arrows: self.all_arrows }),
            View::Groups => Some(WholeSort::Groups),
            View::Health => Some(WholeSort::Health),
            View::Neighbours | View::Ripple | View::Paths | View::Trees | View::Drawn | View::Table => None,
        }
    }

    /// Shows the last reading of the whole map, if it is of this view.
    fn fill_whole(&self, scene: &mut MapScene) {
        match self.whole.content() {
            Some(WholeContent::Matrix(matrix)) => {
                scene.arrows.0 = matrix.arrows;
                scene.matrix = matrix.clone();
            }
            Some(WholeContent::Rows(rows)) => scene.rows.clone_from(rows),
            None => {}
        }
    }

    /// Asks for a picture of the things around the centre; returns how many arrows it will show, and how many of dots.
    fn draw(&mut self, shown: &FilteredGraph<'_>, centre: &Key, width: usize) -> (usize, usize) {
        let all = self.all_arrows;
        let wanted = shown.clone().with_arrows(|link| all || link.arrow.is_effect());
        // A folded map is small enough to be drawn whole, whatever the distance from the centre.
        let indirect = shown.indirect();
        let near = if self.drawn.fold == Fold::Nothing { wanted.near(centre, self.steps, &indirect) } else { wanted };
        let dotted: Vec<(Key, Key, ArrowMark)> = indirect
            .into_iter()
            .filter(|indirect_arrow| near.has(&indirect_arrow.from) && near.has(&indirect_arrow.to))
            .map(|indirect_arrow| (indirect_arrow.from, indirect_arrow.to, sign(indirect_arrow.sign)))
            .collect();
        if self.drawn.fold == Fold::Nothing
            && (near.thing_count() > MOST_THINGS || near.arrow_count() + dotted.len() > MOST_ARROWS)
        {
            self.drawn.live.forget();
            self.drawn.too_many = Some((near.thing_count(), near.arrow_count() + dotted.len()));
            return (near.arrow_count(), dotted.len());
        }
        self.drawn.too_many = None;
        let look =
            format!("{centre} {} {all} {:?} {:?} {} {width}", self.steps, self.drawn.fold, self.drawn.zoom, self.asked);
        self.drawn.want(&near, &dotted, look, width);
        (near.arrow_count(), dotted.len())
    }

    /// Returns how many rows the cursor can be on.
    pub(in crate::app) fn rows(&self) -> usize {
        match self.view {
            View::Table => self.scene.table.len(),
            View::Matrix => self.scene.matrix.things.len(),
            _ => self.side().len(),
        }
    }

    /// Returns the rows that the cursor moves in.
    pub fn side(&self) -> &[Row] {
        if self.view == View::Neighbours && self.into { &self.scene.into } else { &self.scene.rows }
    }

    /// Returns the row under the cursor.
    pub fn row(&self) -> Option<&Row> {
        self.side().get(self.cursor)
    }

    /// Returns the thing under the cursor.
    pub fn under_cursor(&self) -> Option<Key> {
        match self.view {
            View::Table => self.scene.table.get(self.cursor).map(|row| row.key.clone()),
            View::Matrix => self.scene.matrix.things.get(self.cursor).cloned(),
            View::Drawn if self.drawn.fold == Fold::Nothing => self.drawn.cursor.as_deref().and_then(Key::of),
            View::Drawn => None,
            _ => self.row().and_then(Row::thing).cloned(),
        }
    }

    /// Describes centre, view and distance, such as "effects within two arrows of Service bot".
    pub fn scope(&self) -> String {
        let centre = self.centre.as_ref().map_or("", |centre| self.graph.label(centre));
        let within = |steps: usize| if steps == 1 { "1 arrow".to_owned() } else { format!("{steps} arrows") };
        match self.view {
            View::Neighbours => format!("within {}", within(self.steps)),
            View::Ripple => {
                format!("effects of {} {centre}", if self.less { "less" } else { "more" })
            }
            View::Paths => "effects".to_owned(),
            View::Trees => {
                let what = if self.causes { "what causes it" } else { "what it causes" };
                format!("effects, {what}, within {}", within(self.steps + 1))
            }
            View::Drawn => {
                let what = if self.all_arrows { "all arrows" } else { "effects" };
                let zoom = match self.drawn.zoom {
                    Zoom::Names => "",
                    Zoom::Numbers => ", as numbers",
                    Zoom::Shape => ", as shapes",
                };
                let fold = match self.drawn.fold {
                    Fold::Nothing => "",
                    Fold::Units => ", a box a team",
                    Fold::Kinds => ", a box a kind",
                };
                let far = match self.drawn.fold {
                    Fold::Nothing => format!(" within {}", within(self.steps)),
                    Fold::Units | Fold::Kinds => String::new(),
                };
                format!("{what}{far}{zoom}{fold}")
            }
            View::Table => {
                let order = if self.table.reversed { ", backwards" } else { "" };
                format!("sorted by {}{order}", self.table.sorted.heading())
            }
            View::Matrix => {
                let what = if self.scene.matrix.effects_only { "effects" } else { "all arrows" };
                format!("{what}, in order of {}", self.matrix_order.words())
            }
            View::Groups => "what belongs together".to_owned(),
            View::Health => "how the map stands".to_owned(),
        }
    }
}

const fn sign(sign: Sign) -> ArrowMark {
    match sign {
        Sign::Plus => ArrowMark::More,
        Sign::Minus => ArrowMark::Less,
        Sign::Unknown | Sign::NoEffect => ArrowMark::Open,
    }
}

/// Returns the thing with the most arrows; among equals, the first in key order.
fn busiest(graph: &Graph) -> Option<Key> {
    let inner = graph.inner();
    let arrows = |place| inner.neighbors_undirected(place).count();
    let best = inner.node_indices().max_by_key(|place| (arrows(*place), std::cmp::Reverse(*place)))?;
    inner.node_weight(best).map(|thing| thing.key.clone())
}
