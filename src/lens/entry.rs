use std::cmp::Ordering;
use std::fmt;

use super::{Field, FindingDraft, Pattern, Treatment};

/// A lens: one way to read a graph, with everything the program has to know about it.
///
/// Each lens is an associated constant of this type in a file of its own, such as `Lens::LOOP` in `lens/loops.rs`.
/// Lenses are compared and ordered by their numbers.
#[derive(Clone, Copy)]
pub struct Lens {
    /// Its number, from 1. Of findings with equal severity, those of the lens with the lower number come first.
    pub number: u8,
    /// Its name, as typed and as written in JSON.
    pub name: &'static str,
    /// Makes its findings, in any order. If it lists a limited number of them, it says so with [`Field::leave_out`].
    pub read: fn(&Field<'_>) -> Vec<FindingDraft>,
    /// Returns the treatment of its findings of a pattern. For a pattern that the lens does not make, it is the
    /// treatment of its most common pattern.
    pub treats: fn(Option<Pattern>) -> Treatment,
}

impl Lens {
    /// Returns its name, as typed and as written in JSON.
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

impl fmt::Debug for Lens {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}
