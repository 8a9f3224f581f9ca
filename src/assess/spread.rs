use std::cmp::Reverse;

use super::counts::AnchorCounts;
use super::instrument::Instrument;
use super::slip::{Slip, Withheld, counted};

/// What a room sees of what everybody answered for themselves: counts, the widest spread first. Nobody is ranked.
///
/// Show it once, when all slips are in: two spreads that differ by one slip give that slip away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The items that at least five people answered, the one to talk about first.
    pub items: Vec<ItemSpread>,
}

/// How a room's answers to one item are spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemSpread {
    /// Which item.
    pub item: String,
    /// Its title.
    pub title: String,
    /// How many chose each anchor.
    pub counts: AnchorCounts,
}

impl Spread {
    /// Counts the slips of a room; those spread equally wide stand in the order of the instrument.
    ///
    /// # Errors
    /// When no item was answered by five people.
    pub fn of(instrument: &Instrument, slips: &[Slip]) -> Result<Self, Withheld> {
        let counted = instrument.items().filter_map(|item| {
            let counts = counted(&item.id, slips)?;
            Some(ItemSpread { item: item.id.clone(), title: item.title.clone(), counts })
        });
        let mut items: Vec<ItemSpread> = counted.collect();
        items.sort_by_key(|item| Reverse(item.counts.width()));
        if items.is_empty() { Err(Withheld::TooFew) } else { Ok(Self { items }) }
    }
}
