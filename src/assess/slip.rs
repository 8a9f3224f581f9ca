use std::collections::BTreeMap;

use thiserror::Error;

use super::assessment::Assessment;
use super::counts::Counts;
use super::figures::PEOPLE;
use super::instrument::Instrument;
use super::rating::Rating;

/// The anchors one person chose, with no name and no words: a paper slip as it is typed, or a private file's digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// The anchor chosen for each item, by its id.
    pub ratings: BTreeMap<String, Rating>,
    /// Whether this person agreed that it is set beside what others answered about the same.
    pub agreed: bool,
}

/// Why a room sees nothing.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Withheld {
    /// So few people that one could tell who chose what.
    #[error("counts are shown from five people up; wait for more slips")]
    TooFew,
    /// Not everybody agreed.
    #[error("not everybody agreed to this; it is shown only when all did")]
    NotAgreed,
}

impl Slip {
    /// The slip of somebody's own assessment.
    pub fn of(instrument: &Instrument, assessment: &Assessment, agreed: bool) -> Self {
        let rated = instrument.items().filter_map(|item| Some((item.id.clone(), assessment.rating(&item.id)?)));
        Self { ratings: rated.collect(), agreed }
    }
}

/// How many chose what for an item; none below five people.
pub(super) fn counted(item: &str, slips: &[Slip]) -> Option<Counts> {
    let counts: Counts = slips.iter().filter_map(|slip| slip.ratings.get(item).copied()).collect();
    (counts.people() >= PEOPLE).then_some(counts)
}
