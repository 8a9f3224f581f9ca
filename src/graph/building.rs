use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use petgraph::graph::{DiGraph, NodeIndex};

use super::adjacency::ArrowSide;
use super::map::SetAside;
use super::unit::UnitLookup;
use super::{Arrow, Graph, Judged, Key, Ledger, TableContradiction, Thing};

impl Ledger {
    /// Builds the graph of everything in the ledger. Arrows not said again within 180 days before `as_of` are marked
    /// stale.
    pub fn graph(&self, as_of: Option<Timestamp>) -> Graph {
        self.graph_of(self.keys(), as_of)
    }

    /// Builds the part of the graph between these things (canonical names). Its arrows are weighed by everything said.
    pub fn graph_among(&self, things: &BTreeSet<&Key>) -> Graph {
        self.graph_of(things.iter().copied(), None)
    }

    fn graph_of<'a>(&'a self, things: impl Iterator<Item = &'a Key>, as_of: Option<Timestamp>) -> Graph {
        let mut units = UnitLookup::new(self);
        let as_of = as_of.map(Timestamp::as_millisecond);
        let mut graph = Graph {
            inner: DiGraph::new(),
            set_aside: Vec::new(),
            present: self.parties().map(|(party, called)| (units.of_member(party), called.to_owned())).collect(),
            judged: self.judged(),
            meetings: self.sessions.iter().map(|(id, meeting)| (id.clone(), meeting.met())).collect(),
            as_of,
            lines: self.lines(),
            claims: self.claims,
            contradictions: Vec::new(),
        };
        let (mut places, mut spoken, mut contradictions) = (BTreeMap::new(), Vec::new(), Vec::new());
        for key in things {
            places.insert(key, graph.inner.add_node(Thing::of(&mut units, self, key)));
        }
        for (&from, &start) in &places {
            for (to, relation) in self.sorted_beside(from, ArrowSide::Out) {
                if let Some(&end) = places.get(to) {
                    let arrow = Arrow::weigh(&mut units, self, (from, to), relation, as_of);
                    spoken.extend(arrow.is_spoken_of().then_some([start, end]).into_iter().flatten());
                    contradictions.extend(self.contradictions_on(from, to, relation));
                    graph.place(start, end, arrow);
                }
            }
        }
        TableContradiction::order(&mut contradictions);
        graph.contradictions = contradictions;
        for place in spoken {
            if let Some(thing) = graph.inner.node_weight_mut(place) {
                thing.imported = false;
            }
        }
        graph
    }

    /// Returns the party of every listed person of any session, with its name as it was typed; people whom a file lists
    /// were nowhere.
    fn parties(&self) -> impl Iterator<Item = (&Key, &str)> {
        self.sessions.values().filter(|meeting| !meeting.import).flat_map(|meeting| meeting.parties())
    }

    fn lines(&self) -> usize {
        self.sessions.values().filter(|meeting| !meeting.import).map(|meeting| meeting.lines).sum()
    }

    /// Returns the judgements in time order; a later judgement of the same finding comes after the earlier one.
    fn judged(&self) -> Vec<Judged> {
        let current = |judged: &Judged| {
            let about = judged.about.iter().map(|key| self.aliases().canonical(key).clone()).collect();
            Judged { about, ..judged.clone() }
        };
        self.judgements.iter().map(|(_, judged)| current(judged)).collect()
    }
}

impl Graph {
    fn place(&mut self, from: NodeIndex, to: NodeIndex, arrow: Arrow) {
        if arrow.is_drawn() {
            self.inner.add_edge(from, to, arrow);
        } else {
            self.set_aside.push(SetAside { from, to, arrow });
        }
    }
}
