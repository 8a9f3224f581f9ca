use std::cell::OnceCell;

use crate::graph::{Centralities, Flow, Graph, ThingGroups};
use crate::lens::{Field, MapHealth};

/// A map with what is measured of it as a whole, each measure computed once, when it is first asked for. What shows several
/// of them, such as a report, asks one of these.
#[derive(Debug)]
pub struct WholeMap<'a> {
    /// The map with its effects, paths and loops.
    pub field: Field<'a>,
    flow: OnceCell<Flow>,
    central: OnceCell<Centralities>,
    health: OnceCell<MapHealth>,
    groups: OnceCell<ThingGroups>,
}

impl<'a> WholeMap<'a> {
    /// Returns the measures of a map; none is computed yet.
    pub fn of(graph: &'a Graph) -> Self {
        let (flow, central, health) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { field: Field::of(graph), flow, central, health, groups: OnceCell::new() }
    }

    /// Returns the map.
    pub const fn graph(&self) -> &'a Graph {
        self.field.graph
    }

    /// Returns what acts on what.
    pub fn flow(&self) -> &Flow {
        self.flow.get_or_init(|| Flow::of(self.graph()))
    }

    /// Returns what is in the middle, by every measure.
    pub fn central(&self) -> &Centralities {
        self.central.get_or_init(|| Centralities::of(self.flow()))
    }

    /// Returns the numbers behind how the map stands.
    pub fn health(&self) -> &MapHealth {
        self.health.get_or_init(|| MapHealth::of(&self.field))
    }

    /// Returns which things belong together.
    pub fn groups(&self) -> &ThingGroups {
        self.groups.get_or_init(|| ThingGroups::of(self.graph()))
    }
}
