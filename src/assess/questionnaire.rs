use jiff::civil::Date;

use super::assessment::{AssessError, Assessment, Raised};
use super::card::QuestionCard;
use super::instrument::Instrument;
use super::pending::PendingQuestion;
use super::rating::Rating;

/// What somebody answers to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionAnswer {
    /// This anchor is the nearest.
    Anchor(Rating),
    /// The item is passed over.
    Pass,
    /// An example; an empty one is none.
    Example(String),
    /// The day of the example; none when nobody knows it any more.
    Day(Option<Date>),
    /// How far the red flag is so.
    Flag(Raised),
}

/// Somebody on the way through the questions, back and forth. It moves on only by what is on disk.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    instrument: Instrument,
    before: Option<Assessment>,
    assessment: Assessment,
    at: Option<PendingQuestion>,
}

impl Questionnaire {
    /// Goes on with an assessment where it was left; `before` is the one before it.
    pub fn new(instrument: Instrument, assessment: Assessment, before: Option<Assessment>) -> Self {
        let at = assessment.place(&instrument, before.as_ref());
        Self { instrument, before, assessment, at }
    }

    /// What is asked.
    pub const fn instrument(&self) -> &Instrument {
        &self.instrument
    }

    /// What was answered so far.
    pub const fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// What is asked now; nothing at the end.
    pub const fn at(&self) -> Option<&PendingQuestion> {
        self.at.as_ref()
    }

    /// How many cards are behind, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        self.assessment.progress(&self.instrument, self.before.as_ref())
    }

    /// The assessment with an answer to what is asked now; nothing has changed until it is saved.
    ///
    /// # Errors
    /// When what is asked now cannot be answered like this.
    pub fn given(&self, said: QuestionAnswer) -> Result<Assessment, AssessError> {
        let mut next = self.assessment.clone();
        match (&self.at, said) {
            (Some(PendingQuestion::Anchor(item)), QuestionAnswer::Anchor(rating)) => next.rate(item, rating)?,
            (Some(PendingQuestion::Anchor(item)), QuestionAnswer::Pass) => next.pass(item)?,
            (Some(PendingQuestion::Example(item)), QuestionAnswer::Example(words)) => next.tell(item, &words)?,
            (Some(PendingQuestion::Day(item)), QuestionAnswer::Day(day)) => next.date(item, day)?,
            (Some(PendingQuestion::Flag(flag)), QuestionAnswer::Flag(raised)) => next.flag(flag, raised)?,
            // An answer that came late, to what is asked no longer.
            _ => {}
        }
        Ok(next)
    }

    /// An answer is on disk: on to what is still open on this card, else behind it, else anywhere.
    pub fn saved(&mut self, assessment: Assessment) {
        self.assessment = assessment;
        let Some(place) = self.at.take() else { return };
        let card = place.card();
        if let PendingQuestion::Example(item) = &place
            && self.assessment.answer(item).is_some_and(|answer| answer.evidence.text().is_some())
        {
            // The day belongs to the example: where it is known already it is only looked at again.
            self.at = Some(PendingQuestion::Day(item.clone()));
            return;
        }
        let open = |card: &QuestionCard| self.assessment.open_at(card, self.before.as_ref());
        let behind = || self.instrument.cards().skip_while(|other| *other != card).skip(1).find_map(|card| open(&card));
        let next = open(&card).or_else(behind);
        self.at = next.or_else(|| self.assessment.place(&self.instrument, self.before.as_ref()));
    }

    /// Something about it is on disk that answers nothing; it stays where it is.
    pub fn refreshed(&mut self, assessment: Assessment) {
        self.assessment = assessment;
    }

    /// To the first question that is still open; says whether there is one.
    pub fn to_open(&mut self) -> bool {
        let open = self.assessment.place(&self.instrument, self.before.as_ref());
        let found = open.is_some();
        self.at = open.or_else(|| self.at.take());
        found
    }

    /// One question back: from the day to the example, from there to the anchors, from there to the card before.
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

    /// On to the next card, answered or not; behind the last one is the end.
    pub fn on(&mut self) {
        let Some(card) = self.at.as_ref().map(PendingQuestion::card) else { return };
        self.at = self.instrument.cards().skip_while(|other| *other != card).nth(1).as_ref().map(QuestionCard::begins);
    }

    /// To the example of the item that is asked about, once it has an anchor.
    pub fn to_example(&mut self) {
        if let Some(PendingQuestion::Anchor(item)) = &self.at
            && self.assessment.rating(item).is_some()
        {
            self.at = Some(PendingQuestion::Example(item.clone()));
        }
    }
}
