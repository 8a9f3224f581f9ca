use super::assessment::Assessment;
use super::card::Card;
use super::evidence::Evidence;
use super::figures::GATED_FROM;
use super::instrument::Instrument;

/// What is asked next; items and red flags by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Which anchor of this item.
    Anchor(String),
    /// An example for what was chosen.
    Example(String),
    /// When the example was.
    Day(String),
    /// How far this red flag is so.
    Flag(String),
}

impl Assessment {
    /// Where to go on: level by level, first its items, then its red flags; none when everything was asked.
    ///
    /// An example is asked for from 4 up, and where the anchor is another one than `before`: without one it cannot
    /// count as moved.
    pub fn place(&self, instrument: &Instrument, before: Option<&Assessment>) -> Option<Place> {
        instrument.cards().find_map(|card| self.open_at(&card, before))
    }

    /// How many items and red flags are behind, and how many there are.
    pub fn progress(&self, instrument: &Instrument, before: Option<&Assessment>) -> (usize, usize) {
        let behind = instrument.cards().filter(|card| self.open_at(card, before).is_none()).count();
        (behind, instrument.cards().count())
    }

    /// What is still to be asked on a card.
    pub fn open_at(&self, card: &Card, before: Option<&Assessment>) -> Option<Place> {
        match card {
            Card::Item(item) => self.at_item(item, before),
            Card::Flag(flag) => self.raised(flag).is_none().then(|| Place::Flag(flag.clone())),
        }
    }

    /// What is still to be asked about an item.
    fn at_item(&self, item: &str, before: Option<&Assessment>) -> Option<Place> {
        let Some(answer) = self.answer(item) else { return Some(Place::Anchor(item.to_owned())) };
        let rating = answer.rating?;
        let earlier = before.and_then(|before| before.rating(item));
        let wanted = rating.digit() >= GATED_FROM || earlier.is_some_and(|earlier| earlier != rating);
        match &answer.evidence {
            Evidence::Unasked if wanted => Some(Place::Example(item.to_owned())),
            Evidence::Told(_) => Some(Place::Day(item.to_owned())),
            _ => None,
        }
    }
}
