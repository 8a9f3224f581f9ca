use std::collections::BTreeMap;

use super::place::SourcePlace;

/// What files leave open that the mapping of an import can answer; also what it has answered, so that it can be changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappingQuestions {
    /// The words that stand as a status and are not known, by their lower-case form.
    pub statuses: BTreeMap<String, UnknownStatus>,
    /// The days of which either number may be the month; `None` where there are none.
    pub days: Option<UnclearDays>,
    /// The number of links without a direction.
    pub links: usize,
}

/// A word that stands as a status and is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownStatus {
    /// The word, as the file has it first.
    pub word: String,
    /// The number of things of which it is the status.
    pub things: usize,
    /// Where it stands first.
    pub place: SourcePlace,
}

/// Days such as `3/4/2026`, of which either number may be the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclearDays {
    /// The first of them, as the file has it.
    pub sample: String,
    /// The number of cells.
    pub cells: usize,
    /// Where the first stands.
    pub place: SourcePlace,
}
