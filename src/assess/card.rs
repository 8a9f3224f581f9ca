use super::instrument::Instrument;

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
