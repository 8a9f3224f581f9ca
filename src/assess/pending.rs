use super::assessment::Assessment;
use super::example::ToldExample;
use super::instrument::Instrument;
use super::thresholds::GATED_FROM;

/// One page of the questionnaire: an item with its anchors and its example, or a red flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionCard {
    /// The id of the item.
    Item(String),
    /// The id of the red flag.
    Flag(String),
}

impl Instrument {
    /// Returns every card in the order of asking: level by level, the items before the red flags.
    pub fn cards(&self) -> impl Iterator<Item = QuestionCard> {
        self.levels.iter().flat_map(|part| {
            let items = part.items.iter().map(|item| QuestionCard::Item(item.id.clone()));
            items.chain(part.flags.iter().map(|flag| QuestionCard::Flag(flag.id.clone())))
        })
    }
}

/// A question that is not answered yet, with the id of its item or red flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PendingQuestion {
    /// Asks which anchor of the item fits.
    Anchor(String),
    /// Asks for an example of the chosen anchor.
    Example(String),
    /// Asks for the day of the example.
    Day(String),
    /// Asks how far the statement of the red flag is true.
    Flag(String),
}

impl Assessment {
    /// Returns the first open question: level by level, the items before the red flags. `None` if everything was asked.
    ///
    /// An example is asked for if the rating is 4 or 5, or if the rating differs from the one in `before`: without an
    /// example, the item cannot count as moved.
    pub fn place(&self, instrument: &Instrument, before: Option<&Assessment>) -> Option<PendingQuestion> {
        instrument.cards().find_map(|card| self.open_at(&card, before))
    }

    /// Returns the number of cards without an open question, and the number of all cards.
    pub fn progress(&self, instrument: &Instrument, before: Option<&Assessment>) -> (usize, usize) {
        let behind = instrument.cards().filter(|card| self.open_at(card, before).is_none()).count();
        (behind, instrument.cards().count())
    }

    /// Returns the first open question of a card.
    pub fn open_at(&self, card: &QuestionCard, before: Option<&Assessment>) -> Option<PendingQuestion> {
        match card {
            QuestionCard::Item(item) => self.at_item(item, before),
            QuestionCard::Flag(flag) => self.raised(flag).is_none().then(|| PendingQuestion::Flag(flag.clone())),
        }
    }

    /// Returns the first open question about an item.
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
    /// Returns the first question of the card, answered or not.
    pub fn begins(&self) -> PendingQuestion {
        match self {
            QuestionCard::Item(item) => PendingQuestion::Anchor(item.clone()),
            QuestionCard::Flag(flag) => PendingQuestion::Flag(flag.clone()),
        }
    }
}

impl PendingQuestion {
    /// Returns the card that the question belongs to.
    pub fn card(&self) -> QuestionCard {
        match self {
            PendingQuestion::Anchor(item) | PendingQuestion::Example(item) | PendingQuestion::Day(item) => {
                QuestionCard::Item(item.clone())
            }
            PendingQuestion::Flag(flag) => QuestionCard::Flag(flag.clone()),
        }
    }
}
