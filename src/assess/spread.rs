use std::cmp::Reverse;

use super::counts::AnchorCounts;
use super::instrument::Instrument;
use super::slip::{Slip, Withheld, counted};

/// The answers of a room as counts, the item with the widest spread first. No person is ranked.
///
/// A spread must be shown only once, when all slips are in: two spreads that differ by one slip reveal that slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The items that at least five people answered, the widest spread first.
    pub items: Vec<ItemSpread>,
}

/// The answers of a room to one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemSpread {
    /// The id of the item.
    pub item: String,
    /// The title of the item.
    pub title: String,
    /// How many people chose each anchor.
    pub counts: AnchorCounts,
}

impl Spread {
    /// Counts the slips of a room; items with an equal spread are in the order of the instrument.
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
