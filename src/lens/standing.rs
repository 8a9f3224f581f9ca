//! Determines the state of a finding: open, held, judged by a room, or gone.

use std::collections::BTreeSet;

use crate::graph::{Graph, Judged, Key};
use crate::record::spoken::listed;
use crate::record::{Kind, Relation};

use super::{Finding, FindingDraft, Lens, Pattern, State};

impl Finding {
    /// Returns its state in this graph; `covered` holds the things that a forum covers.
    pub(super) fn stands(&self, graph: &Graph, covered: &BTreeSet<&Key>) -> State {
        let judged = graph.judged().iter().rev().find(|judged| self.is_meant(judged));
        match judged.filter(|judged| !self.changed_since(graph, judged.time)) {
            Some(judged) => State::Judged(judged.judgement),
            None if self.is_held(graph, covered) => State::Held,
            None => State::Open,
        }
    }

    /// Whether a judgement is about this finding.
    pub fn is_meant(&self, judged: &Judged) -> bool {
        let is_it = |lens: &Lens, pattern: Option<Pattern>, about: &[Key]| {
            judged.lens == lens.name()
                && judged.pattern.as_deref() == pattern.map(Pattern::name)
                && judged.about == about
        };
        let mut further = self.further.iter();
        is_it(self.lens, self.pattern, &self.about)
            || further.any(|reading| is_it(reading.lens, reading.pattern, &reading.about))
    }

    /// Whether anything was said about one of its arrows after `time`, in milliseconds since 1970.
    fn changed_since(&self, graph: &Graph, time: i64) -> bool {
        self.touched(graph).is_some_and(|touched| touched > time)
    }

    /// Returns when one of its arrows was last talked about, in milliseconds since 1970; `None` if no arrow was.
    pub(super) fn touched(&self, graph: &Graph) -> Option<i64> {
        self.links(graph).filter_map(|(_, touched)| touched).max()
    }

    fn is_held(&self, graph: &Graph, covered: &BTreeSet<&Key>) -> bool {
        let owned = self.links(graph).any(|(owned, _)| owned);
        owned || self.about.iter().any(|key| self.holds(graph, covered, key))
    }

    fn holds(&self, graph: &Graph, covered: &BTreeSet<&Key>, key: &Key) -> bool {
        let Some(thing) = graph.thing(key) else { return false };
        let decided = thing.decided.is_some_and(|when| self.touched(graph).is_none_or(|touched| touched <= when));
        // A party that a forum covers does not count: that the party meets does not settle everything about it.
        thing.promised || decided || (thing.kind != Kind::Party && covered.contains(key))
    }

    /// Returns for each of its arrows whether somebody looks after it, and when it was last talked about.
    fn links(&self, graph: &Graph) -> impl Iterator<Item = (bool, Option<i64>)> {
        self.arrows.iter().filter_map(|(from, to, relation)| {
            let arrow = graph.arrow(from, to, *relation)?;
            Some((arrow.owned, arrow.touched))
        })
    }
}

/// Returns the findings that rooms judged and that the lenses no longer make, each with its last judgement.
pub(super) fn gone(lenses: &[&'static Lens], graph: &Graph, found: &[Finding]) -> Vec<Finding> {
    let mut gone: Vec<Finding> = Vec::new();
    for judged in graph.judged().iter().filter(|judged| !found.iter().any(|finding| finding.is_meant(judged))) {
        let pattern = judged.pattern.as_deref().and_then(Pattern::named);
        let names: Vec<&str> = judged.about.iter().map(|key| graph.label(key)).collect();
        let says = format!("What was judged here no longer shows: {}.", listed(&names, "and"));
        if let Some(lens) = lenses.iter().find(|lens| lens.name == judged.lens) {
            let draft = FindingDraft::new(&judged.about, 0.0, says, "What has changed since?".to_owned());
            gone.retain(|known| !known.is_meant(judged));
            gone.push(Finding { pattern, state: State::Gone, ..Finding::of(lens, draft) });
        }
    }
    gone
}

/// Returns the things that some forum covers.
pub(super) fn covered(graph: &Graph) -> BTreeSet<&Key> {
    let forums = graph.links().filter(|link| link.from.kind == Kind::Forum);
    forums.filter(|link| link.arrow.relation == Relation::Covers).map(|link| &link.to.key).collect()
}
