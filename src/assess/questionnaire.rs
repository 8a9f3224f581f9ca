use jiff::civil::Date;

use super::assessment::{AssessError, Assessment, Raised};
use super::instrument::Instrument;
use super::pending::{PendingQuestion, QuestionCard};
use super::rating::Rating;

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionAnswer {
    /// The anchor that fits best.
    Anchor(Rating),
    /// The item is passed over.
    Pass,
    /// An example; an empty text means that there is none.
    Example(String),
    /// The day of the example; `None` if nobody remembers it.
    Day(Option<Date>),
    /// How far the statement of the red flag is true.
    Flag(Raised),
}

/// Walks through the questions, forwards and backwards. It moves on only after an answer was saved.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    instrument: Instrument,
    before: Option<Assessment>,
    assessment: Assessment,
    at: Option<PendingQuestion>,
}

impl Questionnaire {
    /// Continues an assessment at its first open question; `before` is the earlier assessment.
    pub fn new(instrument: Instrument, assessment: Assessment, before: Option<Assessment>) -> Self {
        let at = assessment.place(&instrument, before.as_ref());
        Self { instrument, before, assessment, at }
    }

    /// Returns the instrument that is answered.
    pub const fn instrument(&self) -> &Instrument {
        &self.instrument
    }

    /// Returns the answers so far.
    pub const fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Returns the current question; `None` after the last one.
    pub const fn at(&self) -> Option<&PendingQuestion> {
        self.at.as_ref()
    }

    /// Returns the number of cards without an open question, and the number of all cards.
    pub fn progress(&self) -> (usize, usize) {
        self.assessment.progress(&self.instrument, self.before.as_ref())
    }

    /// Returns the assessment with an answer to the current question. The questionnaire itself changes only when
    /// [`Self::saved`] is called.
    ///
    /// # Errors
    /// When the current question cannot be answered like this.
    pub fn given(&self, said: QuestionAnswer) -> Result<Assessment, AssessError> {
        let mut next = self.assessment.clone();
        match (&self.at, said) {
            (Some(PendingQuestion::Anchor(item)), QuestionAnswer::Anchor(rating)) => next.rate(item, rating)?,
            (Some(PendingQuestion::Anchor(item)), QuestionAnswer::Pass) => next.pass(item)?,
            (Some(PendingQuestion::Example(item)), QuestionAnswer::Example(words)) => next.tell(item, &words)?,
            (Some(PendingQuestion::Day(item)), QuestionAnswer::Day(day)) => next.date(item, day)?,
            (Some(PendingQuestion::Flag(flag)), QuestionAnswer::Flag(raised)) => next.flag(flag, raised)?,
            // The answer came too late: its question is no longer the current one.
            _ => {}
        }
        Ok(next)
    }

    /// Takes an assessment whose answer was saved, and moves on: to the next open question of this card, else of the
    /// cards after it, else of any card.
    pub fn saved(&mut self, assessment: Assessment) {
        self.assessment = assessment;
        let Some(place) = self.at.take() else { return };
        let card = place.card();
        if let PendingQuestion::Example(item) = &place
            && self.assessment.answer(item).is_some_and(|answer| answer.evidence.text().is_some())
        {
            // The day belongs to the example, so it is asked again even if it is known.
            self.at = Some(PendingQuestion::Day(item.clone()));
            return;
        }
        let open = |card: &QuestionCard| self.assessment.open_at(card, self.before.as_ref());
        let behind = || self.instrument.cards().skip_while(|other| *other != card).skip(1).find_map(|card| open(&card));
        let next = open(&card).or_else(behind);
        self.at = next.or_else(|| self.assessment.place(&self.instrument, self.before.as_ref()));
    }

    /// Takes an assessment that was saved without a new answer; the current question stays.
    pub fn refreshed(&mut self, assessment: Assessment) {
        self.assessment = assessment;
    }

    /// Goes to the first open question; returns whether there is one.
    pub fn to_open(&mut self) -> bool {
        let open = self.assessment.place(&self.instrument, self.before.as_ref());
        let found = open.is_some();
        self.at = open.or_else(|| self.at.take());
        found
    }

    /// Goes one question back: from the day to the example, from the example to the anchors, from a card to the card
    /// before.
    pub fn back(&mut self) {
        let cards: Vec<QuestionCard> = self.instrument.cards().collect();
        self.at = match self.at.take() {
            Some(PendingQuestion::Day(item)) => Some(PendingQuestion::Example(item)),
            Some(PendingQuestion::Example(item)) => Some(PendingQuestion::Anchor(item)),
            None => cards.last().map(QuestionCard::begins),
            Some(place) => {
                let here = cards.iter().position(|card| *card == place.card()).unwrap_or_default();
                cards.get(here.saturating_sub(1)).map(QuestionCard::begins)
            }
        };
    }

    /// Goes to the next card, whether this one is answered or not; after the last card, there is no current question.
    pub fn on(&mut self) {
        let Some(card) = self.at.as_ref().map(PendingQuestion::card) else { return };
        self.at = self.instrument.cards().skip_while(|other| *other != card).nth(1).as_ref().map(QuestionCard::begins);
    }

    /// Goes from choosing an anchor to the example of the same item, if an anchor is chosen.
    pub fn to_example(&mut self) {
        if let Some(PendingQuestion::Anchor(item)) = &self.at
            && self.assessment.rating(item).is_some()
        {
            self.at = Some(PendingQuestion::Example(item.clone()));
        }
    }
}
