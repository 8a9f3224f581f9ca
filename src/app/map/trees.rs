use std::collections::BTreeSet;

use crate::graph::{Causal, FilteredGraph, Key, PathStep};

use super::Row;

/// The maximum number of rows of a tree; the screen tells how many arrows are left out.
const ROWS: usize = 2_000;

/// Returns the effects of a thing, or its causes, as a tree of at most `depth` arrows.
pub(super) fn rows(shown: &FilteredGraph<'_>, centre: &Key, causes: bool, depth: usize) -> Vec<Row> {
    let causal = Causal::of(shown.graph());
    let Some(start) = causal.place_of(centre) else { return Vec::new() };
    let mut tree = Tree { shown, causal: &causal, causes, depth, start, told: BTreeSet::new(), rows: Vec::new() };
    tree.grow(start, 0);
    tree.rows
}

struct Tree<'c, 'g> {
    shown: &'c FilteredGraph<'g>,
    causal: &'c Causal<'g>,
    causes: bool,
    depth: usize,
    start: usize,
    /// The things whose own branches were listed further up.
    told: BTreeSet<usize>,
    rows: Vec<Row>,
}

impl<'g> Tree<'_, 'g> {
    fn grow(&mut self, place: usize, depth: usize) {
        self.told.insert(place);
        for step in self.steps(place) {
            let far = if self.causes { step.from } else { step.to };
            let Some(link) = self.causal.link(&step) else { continue };
            let thing = if self.causes { link.from } else { link.to };
            if !self.shown.has(&thing.key) {
                continue;
            }
            if self.rows.len() >= ROWS {
                self.rows.push(Row::heading("and more; a filter or fewer steps show the rest"));
                return;
            }
            let (back, above) = (far == self.start, self.told.contains(&far));
            let mut row = Row::of_arrow(link, &thing.key, depth, thing.label.clone());
            if back {
                row.asides.insert(0, "back where it began".to_owned());
            } else if above && self.has_branches(far) {
                row.asides.insert(0, "see above".to_owned());
            }
            self.rows.push(row);
            if !back && !above && depth + 1 < self.depth {
                self.grow(far, depth + 1);
            } else if !back
                && !above
                && self.has_branches(far)
                && let Some(row) = self.rows.last_mut()
            {
                row.asides.push("goes on".to_owned());
            }
        }
    }

    fn steps(&self, place: usize) -> Vec<PathStep<'g>> {
        let causal = self.causal;
        if self.causes { causal.into(place).copied().collect() } else { causal.out_of(place).copied().collect() }
    }

    fn has_branches(&self, place: usize) -> bool {
        !self.steps(place).is_empty()
    }
}
