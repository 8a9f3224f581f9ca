use std::cmp::Reverse;

use super::counts::AnchorCounts;
use super::instrument::Instrument;
use super::rating::Rating;
use super::slip::{Slip, Withheld, counted};

/// The answers of one person about themselves, beside how many others chose each answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perception {
    /// For each item: its title, the person's own anchor, and the counts of the others. The items with the largest
    /// difference come first.
    pub items: Vec<(String, Rating, AnchorCounts)>,
}

impl Perception {
    /// Compares a person's own slip with those of the others. Every slip must carry the agreement; items answered by
    /// fewer than five others are left out.
    ///
    /// # Errors
    /// When a slip lacks the agreement, or when no item was answered both by the person and by five others.
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
