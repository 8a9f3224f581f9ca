use crate::record::StepId;

use super::occasion::Occasion;
use super::sight::Sight;

/// A sort of question: when it is at home, what it weighs, how it is put, and what it could be asked about.
///
/// The blanks of its texts, such as `{x}`, are filled by what it is asked about; `{party}` is the unit that could answer.
#[derive(Clone, Copy)]
pub struct QuestionTemplate {
    /// Its number, from 1, by which session files refer to it.
    pub number: u8,
    /// How much is missing where it is asked, from 1 to 10.
    pub weight: u64,
    /// It can be answered in a breath.
    pub quick: bool,
    /// Nobody but the unit it is put to can answer it.
    pub only: bool,
    /// The steps it is listed for: `next.3`, or a whole exercise, `next`.
    pub steps: &'static [&'static str],
    /// The question.
    pub ask: &'static str,
    elsewhere: Option<&'static str>,
    carry: Option<&'static str>,
    occasions: fn(&Sight<'_>) -> Vec<Occasion>,
}

impl QuestionTemplate {
    /// A template with this number that could be asked about what this function finds.
    pub(super) const fn of(number: u8, occasions: fn(&Sight<'_>) -> Vec<Occasion>) -> Self {
        let (elsewhere, carry) = (None, None);
        Self { number, weight: 1, quick: false, only: false, steps: &[], ask: "", elsewhere, carry, occasions }
    }

    /// With this weight, from 1 to 10.
    #[must_use]
    pub(super) const fn weight(mut self, weight: u64) -> Self {
        self.weight = weight;
        self
    }

    /// Answered in a breath.
    #[must_use]
    pub(super) const fn quick(mut self) -> Self {
        self.quick = true;
        self
    }

    /// Answered by nobody but the unit it is put to.
    #[must_use]
    pub(super) const fn only(mut self) -> Self {
        self.only = true;
        self
    }

    /// At home in these steps or whole exercises.
    #[must_use]
    pub(super) const fn steps(mut self, steps: &'static [&'static str]) -> Self {
        self.steps = steps;
        self
    }

    /// Put like this.
    #[must_use]
    pub(super) const fn ask(mut self, ask: &'static str) -> Self {
        self.ask = ask;
        self
    }

    /// Put like this where nobody is here who could answer; else it is "Who could tell us: ..." with the question.
    #[must_use]
    pub(super) const fn elsewhere(mut self, elsewhere: &'static str) -> Self {
        self.elsewhere = Some(elsewhere);
        self
    }

    /// Put like this by somebody alone who takes it away; else it is "Ask {party}: ..." with the question.
    #[must_use]
    pub(super) const fn carry(mut self, carry: &'static str) -> Self {
        self.carry = Some(carry);
        self
    }

    /// What it could be asked about now.
    pub(super) fn occasions(&self, sight: &Sight<'_>) -> Vec<Occasion> {
        (self.occasions)(sight)
    }

    /// The question when nobody of the unit that could answer is here.
    pub fn when_absent(&self) -> String {
        self.elsewhere.map_or_else(|| format!("Who could tell us: {}", inside(self.ask)), str::to_owned)
    }

    /// The question that somebody alone takes to the unit that could answer.
    pub fn to_carry(&self) -> String {
        self.carry.map_or_else(|| format!("Ask {{party}}: {}", inside(self.ask)), str::to_owned)
    }

    /// Whether it is listed for this step.
    pub fn is_at_home(&self, step: &StepId) -> bool {
        let whole = step.to_string();
        self.steps.iter().any(|listed| *listed == step.exercise || *listed == whole)
    }

    /// The exercises it is listed for, or for a step of which it is listed.
    pub(super) fn exercises(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|listed| listed.rsplit_once('.').map_or(*listed, |(exercise, _)| exercise))
    }
}

/// A sentence as it continues after a colon: with a small first letter.
fn inside(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
