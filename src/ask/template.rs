use crate::record::StepId;

use super::occasion::Occasion;
use super::sight::Sight;
use super::slot::QuestionSlot;

/// A sort of question: the steps it suits, its weight, its text, and the function that finds what to ask about.
///
/// Blanks of its texts, such as `{x}`, are filled from what it is asked about; `{party}` is the unit that could answer.
/// A verb that agrees with a blank is written `{x:needs}`.
#[derive(Clone, Copy)]
pub struct QuestionTemplate {
    /// The number, from 1, by which session files refer to the template.
    pub number: u8,
    /// How much is missing when this question can be asked, from 1 to 10.
    pub weight: u64,
    /// Whether the question can be answered in a few seconds.
    pub quick: bool,
    /// Whether only the unit that it is put to can answer it.
    pub only: bool,
    /// Whether it asks what else there is for no other reason than that something may be missing.
    pub asks_what_else: bool,
    /// The steps it suits: one step, as `next.3`, or all steps of an exercise, as `next`.
    pub steps: &'static [&'static str],
    /// The text of the question.
    pub ask: &'static str,
    /// The kinds of thing that can fill each of its blanks; a blank that is not listed is filled with other words.
    pub slots: &'static [QuestionSlot],
    elsewhere: Option<&'static str>,
    carry: Option<&'static str>,
    occasions: fn(&Sight<'_>) -> Vec<Occasion>,
}

impl QuestionTemplate {
    /// Makes a template with this number; `occasions` finds what it could ask about.
    pub(super) const fn of(number: u8, occasions: fn(&Sight<'_>) -> Vec<Occasion>) -> Self {
        let (elsewhere, carry) = (None, None);
        Self {
            number,
            weight: 1,
            quick: false,
            only: false,
            asks_what_else: false,
            steps: &[],
            ask: "",
            slots: &[],
            elsewhere,
            carry,
            occasions,
        }
    }

    /// Sets the weight, from 1 to 10.
    #[must_use]
    pub(super) const fn weight(mut self, weight: u64) -> Self {
        self.weight = weight;
        self
    }

    /// Marks the question as one that can be answered in a few seconds.
    #[must_use]
    pub(super) const fn quick(mut self) -> Self {
        self.quick = true;
        self
    }

    /// Marks the question as one that only the unit it is put to can answer.
    #[must_use]
    pub(super) const fn only(mut self) -> Self {
        self.only = true;
        self
    }

    /// Marks the question as one that asks what else there is, for no other reason than that something may be missing.
    #[must_use]
    pub(super) const fn asks_what_else(mut self) -> Self {
        self.asks_what_else = true;
        self
    }

    /// Sets the steps or whole exercises that the question suits.
    #[must_use]
    pub(super) const fn steps(mut self, steps: &'static [&'static str]) -> Self {
        self.steps = steps;
        self
    }

    /// Sets the text of the question.
    #[must_use]
    pub(super) const fn ask(mut self, ask: &'static str) -> Self {
        self.ask = ask;
        self
    }

    /// Sets the kinds of thing that can fill each blank.
    #[must_use]
    pub(super) const fn slots(mut self, slots: &'static [QuestionSlot]) -> Self {
        self.slots = slots;
        self
    }

    /// Sets the text for when the unit that could answer is absent. Without it, the text is "Who could tell us: ..."
    /// with the question.
    #[must_use]
    pub(super) const fn elsewhere(mut self, elsewhere: &'static str) -> Self {
        self.elsewhere = Some(elsewhere);
        self
    }

    /// Sets the text that a person alone takes to the unit that could answer. Without it, the text is "Ask {party}:
    /// ..." with the question.
    #[must_use]
    pub(super) const fn carry(mut self, carry: &'static str) -> Self {
        self.carry = Some(carry);
        self
    }

    /// Returns what the question could be asked about now: only things of the kinds for which it makes sense.
    pub(super) fn occasions(&self, sight: &Sight<'_>) -> Vec<Occasion> {
        let mut occasions = (self.occasions)(sight);
        occasions.retain(|occasion| occasion.fits(self.slots));
        occasions
    }

    /// Returns the text for when the unit that could answer is absent.
    pub fn when_absent(&self) -> String {
        self.elsewhere.map_or_else(|| format!("Who could tell us: {}", inside(self.ask)), str::to_owned)
    }

    /// Returns the text that a person alone takes to the unit that could answer.
    pub fn to_carry(&self) -> String {
        self.carry.map_or_else(|| format!("Ask {{party}}: {}", inside(self.ask)), str::to_owned)
    }

    /// Whether the question suits this step.
    pub fn is_at_home(&self, step: &StepId) -> bool {
        let whole = step.to_string();
        self.steps.iter().any(|listed| *listed == step.exercise || *listed == whole)
    }

    /// Returns the exercises of the steps that the question suits.
    pub(super) fn exercises(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|listed| listed.rsplit_once('.').map_or(*listed, |(exercise, _)| exercise))
    }
}

/// Returns a sentence with a small first letter, as it continues after a colon.
fn inside(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
