//! Names that may stand for one thing, one pair at a time; and those that already do.

use crate::graph::{Alike, JoinedName, Ledger, Spelled};
use crate::record::Kind;

/// The maximum number of neighbours, and of sessions, that are named; the rest is counted.
const NAMED: usize = 4;

/// What the tray holds, as it was when it was last looked through.
#[derive(Clone, Debug, Default)]
pub struct Tray {
    /// The pairs that may be one thing.
    pub pairs: Vec<Alike>,
    /// The pair that is looked at.
    pub at: usize,
    /// The names that became other names of a thing, the latest first.
    pub joined: Vec<JoinedName>,
    /// The things whose name was typed in several ways.
    pub spelled: Vec<Spelled>,
    /// The list of names is looked at, rather than the pairs.
    pub lists: bool,
    /// The row under the cursor in that list.
    pub selected: usize,
}

impl Tray {
    /// Everything there is to decide and to take back.
    pub fn of(ledger: &Ledger) -> Self {
        let mut joined = ledger.joined();
        joined.reverse();
        let pairs = ledger.alike();
        let lists = pairs.is_empty();
        Self { pairs, joined, spelled: ledger.spelled_differently(), lists, ..Self::default() }
    }

    /// Whether there is nothing in it at all.
    pub const fn is_empty(&self) -> bool {
        self.pairs.is_empty() && self.joined.is_empty() && self.spelled.is_empty()
    }

    /// The same place, after something was decided.
    pub(in crate::app) fn anew(&self, ledger: &Ledger) -> Self {
        let fresh = Self::of(ledger);
        let at = self.at.min(fresh.pairs.len().saturating_sub(1));
        let selected = self.selected.min(fresh.rows().len().saturating_sub(1));
        Self { at, selected, lists: self.lists || fresh.pairs.is_empty(), ..fresh }
    }

    /// The pair that is looked at.
    pub fn pair(&self) -> Option<&Alike> {
        self.pairs.get(self.at)
    }

    /// The list of names, a row each: those that can be parted first.
    pub fn rows(&self) -> Vec<String> {
        let joined = self.joined.iter().map(|joined| format!("{} is also called {}", joined.keep, joined.drop));
        let spelled = self.spelled.iter().map(|spelled| {
            format!("{} was typed as {}", spelled.label, crate::record::spoken::listed(&spelled.spellings, "and"))
        });
        joined.chain(spelled).collect()
    }
}

/// What there is to know about one of two names before it is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameFacts {
    /// What sort of thing it is.
    pub kind: &'static str,
    /// What it leads to.
    pub to: String,
    /// What leads to it.
    pub from: String,
    /// When and where it was talked about.
    pub sessions: String,
    /// Every way it was typed, when that is more than one.
    pub typed: String,
}

/// What is known about the thing with this label.
pub fn side(ledger: &Ledger, label: &str) -> NameFacts {
    let around = ledger.around(label, 1);
    let labels = |beside: Vec<crate::graph::Neighbour>| {
        let mut labels: Vec<String> = beside.into_iter().map(|neighbour| neighbour.label).collect();
        labels.dedup();
        few(labels)
    };
    let called = |id| {
        let met = ledger.met(id)?;
        Some(format!("{}, {}", met.title, met.day.strftime("%-d %B %Y")))
    };
    let sessions = ledger.heard_in(label).into_iter().filter_map(|id| called(id)).collect();
    let spelled = ledger.spelled_differently();
    let typed =
        spelled.into_iter().find(|spelled| spelled.label == label).map_or_else(Vec::new, |found| found.spellings);
    NameFacts {
        kind: ledger.thing(label).map_or(Kind::Unknown, |thing| thing.kind).question(),
        to: labels(around.out),
        from: labels(around.into),
        sessions: few(sessions),
        typed: typed.join("   "),
    }
}

fn few(mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 { format!("{}; and {more} more", names.join("; ")) } else { names.join("; ") }
}
