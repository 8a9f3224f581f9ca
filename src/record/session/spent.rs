//! The planned and the taken time of each step.

use jiff::SignedDuration;

use super::Session;
use crate::record::{Event, Fact, StepId};

/// A step that was entered, with its planned and taken time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spent {
    /// The step.
    pub step: StepId,
    /// The time planned when the step was last entered, with later additions.
    pub planned: SignedDuration,
    /// The time that the step ran, excluding pauses and interruptions.
    pub taken: SignedDuration,
}

impl Session {
    /// Returns the steps that were entered, in the order of their first visit.
    pub fn spent(&self) -> Vec<Spent> {
        let mut spent: Vec<Spent> = Vec::new();
        let mut told = Self::new(self.header().clone());
        let mut ran = SignedDuration::ZERO;
        for event in self.events() {
            let before = told.place().map(|place| place.step.clone());
            let facts = event.facts.iter().filter(|fact| is_of_the_clock(fact)).cloned().collect();
            told.push(Event { seq: event.seq, at: event.at, facts, ..Event::default() });
            let now = told.clock(event.at).session;
            if let Some(known) = before.and_then(|step| spent.iter_mut().find(|known| known.step == step)) {
                known.taken = known.taken.saturating_add(now - ran);
            }
            if let Some(place) = told.place() {
                match spent.iter_mut().find(|known| known.step == place.step) {
                    Some(known) => known.planned = place.planned,
                    None => spent.push(Spent {
                        step: place.step.clone(),
                        planned: place.planned,
                        taken: SignedDuration::ZERO,
                    }),
                }
            }
            ran = now;
        }
        spent
    }
}

/// Whether a fact changes the clocks or the current step.
const fn is_of_the_clock(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Resumed { .. } | Fact::StepEntered { .. } | Fact::TimeAdded { .. } | Fact::ClockPaused | Fact::ClockRan
    )
}
