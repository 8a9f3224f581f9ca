//! A small language that selects a part of a map: `kind:initiative no:owner`, `is:disputed -team:claims`.

mod along;
mod parse;
mod term;

use std::collections::BTreeSet;
use std::fmt;

use petgraph::graph::EdgeIndex;

use along::along;
pub use parse::FilterError;
use term::Term;

use super::{Graph, Link, Thing};

/// Selects things and arrows: those that meet every term. A filter without a term selects everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    terms: Vec<TypedTerm>,
}

/// A term as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TypedTerm {
    term: Term,
    /// Whether the term is negated: it must not hold.
    not: bool,
}

impl Filter {
    /// Whether the filter has no term, so that it selects everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a term is a condition on arrows; things without an arrow that meets it are then left out.
    pub fn asks_of_arrows(&self) -> bool {
        self.terms.iter().any(|said| said.term.is_of_arrows())
    }

    /// Whether a thing meets every term that is a condition on things.
    pub fn keeps(&self, graph: &Graph, thing: &Thing) -> bool {
        self.terms.iter().all(|said| {
            let holds = |holds: bool| holds || (!said.not && said.term.of_its_arrows(graph, thing));
            said.term.of_thing(graph, thing).is_none_or(|own| holds(own) != said.not)
        })
    }

    /// Whether an arrow meets every term that is a condition on it alone. The things at its ends are not tested.
    pub fn lets_through(&self, link: Link<'_>) -> bool {
        self.terms.iter().all(|said| said.term.of_arrow(link).is_none_or(|holds| holds != said.not))
    }

    /// Returns the arrows that meet every term that is a condition on the arrows around them; `None` if there is no such term.
    pub(super) fn along(&self, graph: &Graph) -> Option<BTreeSet<EdgeIndex>> {
        let terms = self.terms.iter().filter_map(|said| Some((said.not, along(&said.term, graph)?)));
        terms.fold(None, |meet: Option<BTreeSet<EdgeIndex>>, (not, arrows)| {
            let all = meet.unwrap_or_else(|| graph.inner().edge_indices().collect());
            Some(all.into_iter().filter(|edge| arrows.contains(edge) != not).collect())
        })
    }
}

/// Displays the filter as the screen names it, one clause for each term: "only initiatives, nobody answers for it".
impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, said) in self.terms.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            let not = if said.not { "not " } else { "" };
            write!(f, "{comma}{not}{}", said.term)?;
        }
        Ok(())
    }
}
