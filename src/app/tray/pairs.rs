//! Names that may mean one thing, one pair at a time; and names that were merged.

use super::current::{is_current, known_pairs};
use crate::app::model::Model;
use crate::export::one_or_several;
use crate::graph::{Alike, JoinedName, Ledger, SeveralOwners, Spelled};
use crate::record::Kind;

/// The maximum number of neighbours, and of sessions, that are listed by name; any others are counted.
const NAMED: usize = 4;

/// The content of the tray, as of its last update.
#[derive(Clone, Debug, Default)]
pub struct Tray {
    /// The pairs of names that may mean one thing, as far as they were looked for.
    pub pairs: Vec<Alike>,
    /// The index of the shown pair.
    pub at: usize,
    /// The names that were merged into another name, the latest first.
    pub joined: Vec<JoinedName>,
    /// The things whose name was typed in several forms.
    pub spelled: Vec<Spelled>,
    /// The names that several organisations own.
    pub owned: Vec<SeveralOwners>,
    /// Whether the list of merged names is shown, rather than the pairs.
    pub lists: bool,
    /// The index of the selected row of that list.
    pub selected: usize,
    /// Whether nothing has been found since the tray was opened.
    pub awaits: bool,
}

impl Tray {
    /// Returns everything to decide and to take back. Pairs are those of the last comparison, without those that were
    /// merged or parted since.
    pub(super) fn of(model: &Model) -> Self {
        let ledger = model.map_ledger();
        let mut joined = ledger.joined();
        joined.reverse();
        let pairs: Vec<Alike> =
            known_pairs(model).into_iter().flatten().filter(|pair| are_two(ledger, pair)).cloned().collect();
        let (spelled, owned) = (ledger.spelled_differently(), ledger.owned_by_several());
        let lists = pairs.is_empty() && is_current(model);
        let tray = Self { pairs, joined, spelled, owned, lists, ..Self::default() };
        Self { awaits: tray.is_empty(), ..tray }
    }

    /// Whether the tray is empty.
    pub const fn is_empty(&self) -> bool {
        self.pairs.is_empty() && self.joined.is_empty() && self.spelled.is_empty() && self.owned.is_empty()
    }

    /// Returns the tray at the same position, after a decision or a comparison.
    pub(super) fn anew(&self, model: &Model) -> Self {
        let mut fresh = Self::of(model);
        if !is_current(model) {
            // The pair that was decided last is off this list already, but not off that of the last comparison.
            fresh.pairs.retain(|pair| self.pairs.contains(pair));
        }
        let awaits = self.awaits && fresh.is_empty();
        let at = self.at.min(fresh.pairs.len().saturating_sub(1));
        let selected = self.selected.min(fresh.rows().len().saturating_sub(1));
        Self { at, selected, awaits, lists: self.lists || fresh.lists, ..fresh }
    }

    /// Returns the shown pair.
    pub fn pair(&self) -> Option<&Alike> {
        self.pairs.get(self.at)
    }

    /// Returns a row for each name of the list, first those that can be separated.
    pub fn rows(&self) -> Vec<String> {
        let joined = self.joined.iter().map(|joined| format!("{} is also called {}", joined.keep, joined.drop));
        let spelled = self.spelled.iter().map(|spelled| {
            format!("{} was typed as {}", spelled.label, crate::record::spoken::listed(&spelled.spellings, "and"))
        });
        joined.chain(spelled).chain(self.owned.iter().map(one_or_several)).collect()
    }
}

/// Whether both names of a pair still stand for things of their own.
fn are_two(ledger: &Ledger, pair: &Alike) -> bool {
    let stands = |label: &str| ledger.thing(label).is_some_and(|thing| thing.label == label);
    stands(&pair.left) && stands(&pair.right)
}

/// The facts about one of two names, to decide by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NameFacts {
    /// The kind of the thing.
    pub kind: &'static str,
    /// The effects of the thing.
    pub to: String,
    /// The causes of the thing.
    pub from: String,
    /// When and where the thing was mentioned.
    pub sessions: String,
    /// Every form in which the name was typed; empty where there is only one.
    pub typed: String,
}

/// Returns the facts about the thing with this label.
pub(super) fn side(ledger: &Ledger, label: &str) -> NameFacts {
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
