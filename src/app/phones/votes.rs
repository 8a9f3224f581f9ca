//! Votes at a step: phones answer what the step asks, and whoever writes shows the count.

use super::question::QuestionSource;
use super::state::Phones;
use crate::record::Fact;

impl Phones {
    /// Returns how many phones answered what the current step asks; 0 while a poll or a round is on.
    pub fn answers_to_step(&self) -> usize {
        match self.asked.source {
            QuestionSource::Step(..) => self.asked.votes.len(),
            _ => 0,
        }
    }

    /// Returns the count of these answers; empty where there are none.
    pub(in crate::app) fn count_of_step(&self) -> Vec<Fact> {
        if self.answers_to_step() == 0 { Vec::new() } else { self.asked.counted() }
    }

    /// Returns how many answers are in, in words; `hidden` is the number of hidden answers, with how many are awaited.
    pub(super) fn count(&self, hidden: Option<(usize, Option<usize>)>) -> String {
        let (came, of) = match (&self.asked.source, hidden) {
            (QuestionSource::Hidden(_), Some((came, awaited))) => (came, awaited.unwrap_or(self.present)),
            (QuestionSource::Poll(..) | QuestionSource::Step(..), _) => {
                let came = self.asked.votes.len();
                (came, self.present.max(came))
            }
            _ => return String::new(),
        };
        let are = if came == 1 { "is" } else { "are" };
        match (came, of) {
            (0, 0) => String::new(),
            (came, of) if of < came => format!("{came} {are} in"),
            (came, of) => format!("{came} of {of} {are} in"),
        }
    }
}
