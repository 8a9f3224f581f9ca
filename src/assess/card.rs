use super::instrument::Instrument;
use super::place::Place;

/// One page of what is asked: an item with its anchors and its example, or a red flag; by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// An item.
    Item(String),
    /// A red flag.
    Flag(String),
}

impl Instrument {
    /// Every card in the order in which they are asked: level by level, first the items, then the red flags.
    pub fn cards(&self) -> impl Iterator<Item = Card> {
        self.levels.iter().flat_map(|part| {
            let items = part.items.iter().map(|item| Card::Item(item.id.clone()));
            items.chain(part.flags.iter().map(|flag| Card::Flag(flag.id.clone())))
        })
    }
}

impl Card {
    /// Where its first question is.
    pub fn begins(&self) -> Place {
        match self {
            Card::Item(item) => Place::Anchor(item.clone()),
            Card::Flag(flag) => Place::Flag(flag.clone()),
        }
    }
}

impl Place {
    /// The card it is on.
    pub fn card(&self) -> Card {
        match self {
            Place::Anchor(item) | Place::Example(item) | Place::Day(item) => Card::Item(item.clone()),
            Place::Flag(flag) => Card::Flag(flag.clone()),
        }
    }
}
