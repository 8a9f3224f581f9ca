//! A small language that says which part of a map to look at: `kind:initiative no:owner`, `is:disputed -team:claims`.

mod parse;
mod term;

use std::fmt;

pub use parse::FilterError;
use term::Term;

use super::{Graph, Link, Thing};

/// Which things and arrows to look at: those for which every term holds. Without a term, all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    terms: Vec<TypedTerm>,
}

/// A term as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TypedTerm {
    term: Term,
    /// It must not hold.
    not: bool,
}

impl Filter {
    /// Whether everything is looked at.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether anything is asked of arrows, so that things without one that fits are left out.
    pub fn asks_of_arrows(&self) -> bool {
        self.terms.iter().any(|said| said.term.is_of_arrows())
    }

    /// Whether everything that is asked of things holds for this one.
    pub fn keeps(&self, graph: &Graph, thing: &Thing) -> bool {
        self.terms.iter().all(|said| said.term.of_thing(graph, thing).is_none_or(|holds| holds != said.not))
    }

    /// Whether everything that is asked of arrows holds for this one; what is asked of its ends is not looked at.
    pub fn lets_through(&self, link: Link<'_>) -> bool {
        self.terms.iter().all(|said| said.term.of_arrow(link).is_none_or(|holds| holds != said.not))
    }
}

/// The filter as it is named on the screen, one clause a term: "only initiatives, nobody answers for it".
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
