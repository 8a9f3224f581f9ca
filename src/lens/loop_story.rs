use crate::graph::{Causal, Key, PathStep};
use crate::record::Direction;

use super::field::{Field, wanted_up};
use super::words::amounts;

/// A loop in the order in which it is told. It starts at the thing that was last seen to move, or else at the thing
/// that was talked about most.
#[derive(Clone, Debug)]
pub struct LoopStory<'a> {
    /// Its arrows, from the start of the story.
    pub steps: Vec<PathStep<'a>>,
    /// Whether the story starts with less of its first thing, because that thing was last seen to fall.
    pub starts_with_less: bool,
}

impl<'a> LoopStory<'a> {
    /// Returns the story of the loop with these steps.
    pub fn of(causal: &Causal<'a>, mut steps: Vec<PathStep<'a>>) -> Self {
        let weight = |step: &PathStep<'_>| (last_seen(causal, step.from), talked_about(causal, step.from));
        let most = steps.iter().map(weight).max();
        let first = steps.iter().position(|step| Some(weight(step)) == most).unwrap_or_default();
        steps.rotate_left(first);
        let start = steps.first().and_then(|step| causal.thing(step.from));
        let seen = start.and_then(|thing| thing.observations.last());
        Self { starts_with_less: seen.is_some_and(|seen| seen.direction == Direction::Down), steps }
    }

    /// Returns the place where the story starts.
    pub fn start(&self) -> usize {
        self.steps.first().map_or(0, |step| step.from)
    }

    /// Returns the things on the loop, from the start of the story.
    pub fn things<'c>(&self, causal: &'c Causal<'a>) -> impl Iterator<Item = &'c Key> {
        self.steps.iter().filter_map(|step| causal.thing(step.from)).map(|thing| &thing.key)
    }

    /// Describes whether each thing becomes more or less, from the start of the story back to its start: one more than it
    /// has arrows.
    pub fn amounts(&self, field: &Field<'_>) -> Vec<String> {
        amounts(field, self.starts_with_less, &self.steps)
    }

    /// Returns the arrows with an open sign.
    pub fn open(&self) -> impl Iterator<Item = &PathStep<'a>> {
        self.steps.iter().filter(|step| !step.is_signed())
    }

    /// Whether every arrow has a sign, so that the loop is reinforcing or balancing.
    pub fn is_closed(&self) -> bool {
        self.open().next().is_none()
    }

    /// Whether it is reinforcing: each lap makes the next one stronger.
    pub fn is_reinforcing(&self) -> bool {
        self.is_closed() && self.steps.iter().filter(|step| step.turns()).count() % 2 == 0
    }

    /// Whether it is balancing: it works against its own changes.
    pub fn is_balancing(&self) -> bool {
        self.is_closed() && !self.is_reinforcing()
    }

    /// Whether somebody here spoke of any of its arrows, so that not only a file tells it.
    pub fn is_told_here(&self) -> bool {
        self.steps.iter().any(|step| !step.arrow.is_imported())
    }

    /// Returns for each thing of which more or less is wanted whether the story moves it in the wanted direction.
    pub fn as_wanted(&self, causal: &Causal<'a>) -> Vec<bool> {
        let mut less = self.starts_with_less;
        let mut wanted = Vec::new();
        for step in &self.steps {
            wanted.extend(causal.thing(step.from).and_then(wanted_up).map(|up| up != less));
            less ^= step.turns();
        }
        wanted
    }
}

fn last_seen(causal: &Causal<'_>, place: usize) -> Option<i64> {
    causal.thing(place)?.observations.last().map(|seen| seen.time)
}

fn talked_about(causal: &Causal<'_>, place: usize) -> usize {
    causal.out_of(place).chain(causal.into(place)).map(|step| step.arrow.evidence.len()).sum()
}
