use super::causal::PathStep;
use super::{Causal, Impact};

/// The maximum number of steps tried from one place, so that dense maps end in time.
const TRIES: usize = 100_000;

/// A path along effects from one place to another that visits no place twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Path<'a> {
    /// The arrows, in order from the start.
    pub steps: Vec<PathStep<'a>>,
    /// The share of a change at the start that arrives at the end.
    pub impact: Impact,
    /// Whether the path reverses the direction: more at the start leads to less at the end.
    pub turns: bool,
    /// The confidence in the path: the lowest confidence of its arrows.
    pub confidence: f64,
    /// The sum of the delays of its arrows, in days.
    pub days: u32,
}

impl<'a> Path<'a> {
    pub(super) const fn start() -> Self {
        Self { steps: Vec::new(), impact: Impact::WHOLE, turns: false, confidence: 1.0, days: 0 }
    }

    /// Returns the path of these steps, each of which starts where the one before it ends.
    pub fn along(steps: impl IntoIterator<Item = PathStep<'a>>) -> Self {
        steps.into_iter().fold(Self::start(), |path, step| path.then(step))
    }

    pub(super) fn then(&self, step: PathStep<'a>) -> Self {
        let mut steps = Vec::with_capacity(self.steps.len() + 1);
        steps.extend_from_slice(&self.steps);
        steps.push(step);
        Self {
            steps,
            impact: self.impact.through(step.arrow.strength),
            turns: self.turns != step.turns(),
            confidence: self.confidence.min(step.arrow.confidence),
            days: self.days.saturating_add(step.days()),
        }
    }

    /// Returns the number of arrows.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether it has no arrow.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Returns the place where it ends; `None` without an arrow.
    pub fn end(&self) -> Option<usize> {
        self.steps.last().map(|step| step.to)
    }

    /// Returns every place on it, in order from its start.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.steps.first().map(|step| step.from).into_iter().chain(self.steps.iter().map(|step| step.to))
    }

    /// Whether it visits this place after its start.
    pub fn passes(&self, place: usize) -> bool {
        self.steps.iter().any(|step| step.to == place)
    }

    /// Returns the arrow with the lowest confidence; among equals the first.
    pub fn weakest(&self) -> Option<PathStep<'a>> {
        let surer = |least: PathStep<'a>, step: PathStep<'a>| {
            if step.arrow.confidence < least.arrow.confidence { step } else { least }
        };
        self.steps.iter().copied().reduce(surer)
    }
}

/// Lists the paths along signed effects from a place that have at most `longest` arrows and an impact of at least
/// `faintest`, in the order of a depth-first search.
pub fn paths<'a>(causal: &Causal<'a>, from: usize, longest: usize, faintest: Impact) -> Vec<Path<'a>> {
    paths_and_cut(causal, from, longest, faintest).0
}

/// Lists the paths as [`paths`] does, and returns whether the search ended at the maximum number of steps, so that there
/// may be more of them.
pub fn paths_and_cut<'a>(causal: &Causal<'a>, from: usize, longest: usize, faintest: Impact) -> (Vec<Path<'a>>, bool) {
    let mut found: Vec<Path<'a>> = Vec::new();
    let mut waiting = vec![Path::start()];
    for _ in 0..TRIES {
        let Some(path) = waiting.pop() else { break };
        let here = path.end().unwrap_or(from);
        if path.len() < longest {
            let ahead = causal.out_of(here).filter(|step| step.is_signed() && step.to != from && !path.passes(step.to));
            let ahead = ahead.map(|step| path.then(*step)).filter(|next| next.impact >= faintest);
            waiting.extend(ahead.rev());
        }
        if !path.is_empty() {
            found.push(path);
        }
    }
    let cut = !waiting.is_empty();
    (found, cut)
}
