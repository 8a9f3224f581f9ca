use super::assessment::Assessment;
use super::card::QuestionCard;
use super::example::ToldExample;
use super::instrument::Instrument;
use super::thresholds::GATED_FROM;

/// What is asked next; items and red flags by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PendingQuestion {
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
    pub fn place(&self, instrument: &Instrument, before: Option<&Assessment>) -> Option<PendingQuestion> {
        instrument.cards().find_map(|card| self.open_at(&card, before))
    }

    /// How many items and red flags are behind, and how many there are.
    pub fn progress(&self, instrument: &Instrument, before: Option<&Assessment>) -> (usize, usize) {
        let behind = instrument.cards().filter(|card| self.open_at(card, before).is_none()).count();
        (behind, instrument.cards().count())
    }

    /// What is still to be asked on a card.
    pub fn open_at(&self, card: &QuestionCard, before: Option<&Assessment>) -> Option<PendingQuestion> {
        match card {
            QuestionCard::Item(item) => self.at_item(item, before),
            QuestionCard::Flag(flag) => self.raised(flag).is_none().then(|| PendingQuestion::Flag(flag.clone())),
        }
    }

    /// What is still to be asked about an item.
    fn at_item(&self, item: &str, before: Option<&Assessment>) -> Option<PendingQuestion> {
        let Some(answer) = self.answer(item) else { return Some(PendingQuestion::Anchor(item.to_owned())) };
        let rating = answer.rating?;
        let earlier = before.and_then(|before| before.rating(item));
        let wanted = rating.digit() >= GATED_FROM || earlier.is_some_and(|earlier| earlier != rating);
        match &answer.evidence {
            ToldExample::Unasked if wanted => Some(PendingQuestion::Example(item.to_owned())),
            ToldExample::Told(_) => Some(PendingQuestion::Day(item.to_owned())),
            _ => None,
        }
    }
}

impl QuestionCard {
    /// Where its first question is.
    pub fn begins(&self) -> PendingQuestion {
        match self {
            QuestionCard::Item(item) => PendingQuestion::Anchor(item.clone()),
            QuestionCard::Flag(flag) => PendingQuestion::Flag(flag.clone()),
        }
    }
}

impl PendingQuestion {
    /// The card it is on.
    pub fn card(&self) -> QuestionCard {
        match self {
            PendingQuestion::Anchor(item) | PendingQuestion::Example(item) | PendingQuestion::Day(item) => {
                QuestionCard::Item(item.clone())
            }
            PendingQuestion::Flag(flag) => QuestionCard::Flag(flag.clone()),
        }
    }
}
