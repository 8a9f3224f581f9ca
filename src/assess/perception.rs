use std::cmp::Reverse;

use super::counts::AnchorCounts;
use super::instrument::Instrument;
use super::rating::Rating;
use super::slip::{Slip, Withheld, counted};

/// What one person answered about themselves, beside how many others answered what about the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perception {
    /// Each item with its title, the own anchor, and the counts of the others; the furthest apart first.
    pub items: Vec<(String, Rating, AnchorCounts)>,
}

impl Perception {
    /// Sets somebody's own slip beside those of at least five others, where all of them agreed.
    ///
    /// # Errors
    /// When somebody did not agree, or no item was answered by five others and by oneself.
    pub fn of(instrument: &Instrument, own: &Slip, others: &[Slip]) -> Result<Self, Withheld> {
        if !own.agreed || others.iter().any(|slip| !slip.agreed) {
            return Err(Withheld::NotAgreed);
        }
        let beside = instrument.items().filter_map(|item| {
            let own = own.ratings.get(&item.id)?;
            Some((item.title.clone(), *own, counted(&item.id, others)?))
        });
        let mut items: Vec<(String, Rating, AnchorCounts)> = beside.collect();
        items.sort_by_key(|(_, own, counts)| Reverse(counts.distance(*own)));
        if items.is_empty() { Err(Withheld::TooFew) } else { Ok(Self { items }) }
    }
}
