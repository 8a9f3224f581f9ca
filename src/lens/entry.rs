use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::{Field, FindingDraft, Pattern, Treatment};

/// One way to read a graph, with all that the program has to know about it.
///
/// Each lens is an associated constant of this type in a file of its own, such as `Lens::LOOP` in `lens/loops.rs`. Lenses
/// are equal when their numbers are, and ordered by them.
#[derive(Clone, Copy)]
pub struct Lens {
    /// Its number in the definitions, from 1: of findings that weigh the same those of a lower number come first.
    pub number: u8,
    /// Its name, as typed and as written in JSON.
    pub name: &'static str,
    /// Finds what there is to find; the order does not matter.
    pub read: fn(&Field<'_>) -> Vec<FindingDraft>,
    /// How its findings of a pattern are treated; of a pattern it does not make, as the most common ones are.
    pub treats: fn(Option<Pattern>) -> Treatment,
    /// Whether there may be more than it found, where it lists a limited number.
    pub is_cut: Option<fn(&Field<'_>, &[FindingDraft]) -> bool>,
}

impl Lens {
    /// Its name, as typed and as written in JSON.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl PartialEq for Lens {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Lens {}

impl PartialOrd for Lens {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Lens {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl Hash for Lens {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl fmt::Debug for Lens {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}
