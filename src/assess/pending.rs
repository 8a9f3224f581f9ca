use super::assessment::Assessment;
use super::example::ToldExample;
use super::instrument::Instrument;
use super::thresholds::GATED_FROM;

/// One page of the questionnaire, by its id: an item with its anchors and its example, or a red flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionCard {
    /// An item.
    Item(String),
    /// A red flag.
    Flag(String),
}

impl Instrument {
    /// Every card in the order in which they are asked: level by level, the items before the red flags.
    pub fn cards(&self) -> impl Iterator<Item = QuestionCard> {
        self.levels.iter().flat_map(|part| {
            let items = part.items.iter().map(|item| QuestionCard::Item(item.id.clone()));
            items.chain(part.flags.iter().map(|flag| QuestionCard::Flag(flag.id.clone())))
        })
    }
}

/// The next question; items and red flags are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PendingQuestion {
    /// Which anchor of this item fits.
    Anchor(String),
    /// An example for the chosen anchor.
    Example(String),
    /// The day of the example.
    Day(String),
    /// How far this red flag is true.
    Flag(String),
}

impl Assessment {
    /// The first open question: level by level, first its items, then its red flags; `None` when everything was asked.
    ///
    /// An example is asked for when the rating is 4 or higher, and when it differs from `before`: without an example
    /// the item cannot count as moved.
    pub fn place(&self, instrument: &Instrument, before: Option<&Assessment>) -> Option<PendingQuestion> {
        instrument.cards().find_map(|card| self.open_at(&card, before))
    }

    /// The number of items and red flags that are done, and the number of all.
    pub fn progress(&self, instrument: &Instrument, before: Option<&Assessment>) -> (usize, usize) {
        let behind = instrument.cards().filter(|card| self.open_at(card, before).is_none()).count();
        (behind, instrument.cards().count())
    }

    /// The first open question of a card.
    pub fn open_at(&self, card: &QuestionCard, before: Option<&Assessment>) -> Option<PendingQuestion> {
        match card {
            QuestionCard::Item(item) => self.at_item(item, before),
            QuestionCard::Flag(flag) => self.raised(flag).is_none().then(|| PendingQuestion::Flag(flag.clone())),
        }
    }

    /// The first open question about an item.
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
    /// Its first question.
    pub fn begins(&self) -> PendingQuestion {
        match self {
            QuestionCard::Item(item) => PendingQuestion::Anchor(item.clone()),
            QuestionCard::Flag(flag) => PendingQuestion::Flag(flag.clone()),
        }
    }
}

impl PendingQuestion {
    /// The card it belongs to.
    pub fn card(&self) -> QuestionCard {
        match self {
            PendingQuestion::Anchor(item) | PendingQuestion::Example(item) | PendingQuestion::Day(item) => {
                QuestionCard::Item(item.clone())
            }
            PendingQuestion::Flag(flag) => QuestionCard::Flag(flag.clone()),
        }
    }
}
