use std::collections::BTreeMap;

use crate::graph::Path;
use crate::lens::Field;
use crate::lens::field::wanted_up;
use crate::record::spoken::listed;

/// The maximum number of touched things that are named.
const NAMED: usize = 2;

/// The wanted factors that a change at some places would reach, each with the strongest path to it.
pub(super) struct Touched<'f, 'a> {
    field: &'f Field<'a>,
    /// The paths, by impact, largest first.
    pub(super) paths: Vec<&'f Path<'a>>,
}

impl<'f, 'a> Touched<'f, 'a> {
    /// Finds the wanted factors that are reached from these places.
    pub(super) fn from(field: &'f Field<'a>, places: impl IntoIterator<Item = usize>) -> Self {
        let mut strongest: BTreeMap<usize, &'f Path<'a>> = BTreeMap::new();
        for path in places.into_iter().flat_map(|place| field.paths(place)) {
            let end = path.end().filter(|end| field.causal.thing(*end).and_then(wanted_up).is_some());
            if let Some(end) = end
                && strongest.get(&end).is_none_or(|known| path.impact > known.impact)
            {
                strongest.insert(end, path);
            }
        }
        let mut paths: Vec<&Path<'a>> = strongest.into_values().collect();
        paths.sort_by_key(|path| std::cmp::Reverse(path.impact));
        Self { field, paths }
    }

    /// Returns the labels of the factors with the largest impact.
    pub(super) fn most(&self) -> Vec<&'a str> {
        let ends = self.paths.iter().filter_map(|path| path.end());
        ends.map(|end| self.field.label_at(end)).take(NAMED).collect()
    }

    /// Describes the factors: "4 things we care about, among them Customer trust and Handle time".
    pub(super) fn words(&self) -> String {
        let named = listed(&self.most(), "and");
        match self.paths.len() {
            0 => "nothing named so far that we care about".to_owned(),
            1..=NAMED => format!("{named}, which we care about"),
            many => format!("{many} things we care about, among them {named}"),
        }
    }
}
