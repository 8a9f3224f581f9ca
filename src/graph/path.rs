use super::causal::PathStep;
use super::{Causal, Impact};

/// From one place as many steps are tried at most, whatever the map looks like.
const TRIES: usize = 100_000;

/// One way along effects from a place to another that meets nothing twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Path<'a> {
    /// The arrows, from the start on.
    pub steps: Vec<PathStep<'a>>,
    /// How much of a push arrives.
    pub impact: Impact,
    /// More at the start is less at the end.
    pub turns: bool,
    /// As sure as its least sure arrow.
    pub confidence: f64,
    /// Days until the effect shows.
    pub days: u32,
}

impl<'a> Path<'a> {
    pub(super) const fn start() -> Self {
        Self { steps: Vec::new(), impact: Impact::WHOLE, turns: false, confidence: 1.0, days: 0 }
    }

    /// The way along these steps, which follow one another.
    pub fn along(steps: impl IntoIterator<Item = PathStep<'a>>) -> Self {
        steps.into_iter().fold(Self::start(), |trail, step| trail.then(step))
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

    /// How many arrows.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether it leads nowhere.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The place it ends at.
    pub fn end(&self) -> Option<usize> {
        self.steps.last().map(|step| step.to)
    }

    /// Every place on it, from its start on.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.steps.first().map(|step| step.from).into_iter().chain(self.steps.iter().map(|step| step.to))
    }

    /// Whether it passes a place after its start.
    pub fn passes(&self, place: usize) -> bool {
        self.steps.iter().any(|step| step.to == place)
    }

    /// The least sure arrow; of several the first.
    pub fn weakest(&self) -> Option<PathStep<'a>> {
        let surer = |least: PathStep<'a>, step: PathStep<'a>| {
            if step.arrow.confidence < least.arrow.confidence { step } else { least }
        };
        self.steps.iter().copied().reduce(surer)
    }
}

/// Every way along signed effects from a place that is at most `longest` arrows long and along which at least
/// `faintest` of a push arrives, in the order of a walk that takes arrows in their order and goes on before it turns back.
pub fn paths<'a>(causal: &Causal<'a>, from: usize, longest: usize, faintest: Impact) -> Vec<Path<'a>> {
    let mut found: Vec<Path<'a>> = Vec::new();
    let mut waiting = vec![Path::start()];
    for _ in 0..TRIES {
        let Some(trail) = waiting.pop() else { break };
        let here = trail.end().unwrap_or(from);
        if trail.len() < longest {
            let ahead =
                causal.out_of(here).filter(|step| step.is_signed() && step.to != from && !trail.passes(step.to));
            let ahead = ahead.map(|step| trail.then(*step)).filter(|next| next.impact >= faintest);
            waiting.extend(ahead.rev());
        }
        if !trail.is_empty() {
            found.push(trail);
        }
    }
    found
}
