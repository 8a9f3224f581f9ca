use std::collections::BTreeSet;

use crate::graph::{Causal, Graph, Key, Link, PathStep, loops};
use crate::lens::{Lens, Readings};
use crate::record::{Direction, Kind, Relation, Want};

use super::thresholds::{LOOP_LONGEST, LOOP_SHORTEST, LOOPS};

/// A loop of effects. It starts at the thing that was last seen to move, or else at the most talked about.
#[derive(Debug)]
pub(super) struct EffectLoop<'a> {
    /// Its arrows, from the start of the story on.
    pub(super) steps: Vec<PathStep<'a>>,
    /// The story begins with less of something.
    pub(super) starts_with_less: bool,
}

/// Every loop, the shortest first, except those that the room judged untrue or put off.
pub(super) fn effect_loops<'a>(causal: &Causal<'a>, readings: &Readings) -> Vec<EffectLoop<'a>> {
    let refused: Vec<BTreeSet<&Key>> = readings
        .findings
        .iter()
        .filter(|finding| finding.lens == Lens::LOOP && !finding.state.is_up())
        .map(|finding| finding.about.iter().collect())
        .collect();
    let found = loops(causal, LOOP_SHORTEST..=LOOP_LONGEST, LOOPS);
    let told = found.places.iter().filter_map(|places| EffectLoop::through(causal, places));
    told.filter(|effect_loop| !refused.contains(&effect_loop.things(causal).collect())).collect()
}

impl<'a> EffectLoop<'a> {
    /// The loop through these places; of two arrows between the same things one with a known sign is taken.
    fn through(causal: &Causal<'a>, places: &[usize]) -> Option<Self> {
        let next = places.iter().cycle().skip(1);
        let steps: Option<Vec<PathStep<'a>>> =
            places.iter().zip(next).map(|(from, to)| between(causal, *from, *to)).collect();
        let mut steps = steps?;
        let weight = |step: &PathStep<'_>| (last_seen(causal, step.from), talked_about(causal, step.from));
        let most = steps.iter().map(weight).max();
        let first = steps.iter().position(|step| Some(weight(step)) == most).unwrap_or_default();
        steps.rotate_left(first);
        let start = steps.first().and_then(|step| causal.thing(step.from))?;
        let starts_with_less = start.observations.last().is_some_and(|seen| seen.direction == Direction::Down);
        Some(Self { steps, starts_with_less })
    }

    /// The things on it, from the start of the story on.
    pub(super) fn things<'c>(&self, causal: &'c Causal<'a>) -> impl Iterator<Item = &'c Key> {
        self.steps.iter().filter_map(|step| causal.thing(step.from)).map(|thing| &thing.key)
    }

    /// The arrows with an open sign.
    pub(super) fn open(&self) -> impl Iterator<Item = &PathStep<'a>> {
        self.steps.iter().filter(|step| !step.is_signed())
    }

    /// Whether every arrow has a sign, so that the loop is reinforcing or balancing.
    pub(super) fn is_closed(&self) -> bool {
        self.open().next().is_none()
    }

    /// Whether each lap makes the next one stronger.
    pub(super) fn feeds_on_itself(&self) -> bool {
        self.is_closed() && self.steps.iter().filter(|step| step.turns()).count() % 2 == 0
    }

    /// Whether it pushes back on itself.
    pub(super) fn pushes_back(&self) -> bool {
        self.is_closed() && !self.feeds_on_itself()
    }

    /// Whether everything on it of which somebody says which direction is good moves in the other direction, as it is told.
    pub(super) fn runs_against_us(&self, causal: &Causal<'a>) -> bool {
        let mut less = self.starts_with_less;
        let mut welcome = Vec::new();
        for step in &self.steps {
            let wanted =
                causal.thing(step.from).filter(|thing| thing.kind == Kind::Factor).and_then(|thing| thing.want);
            match wanted {
                Some(Want::Up) => welcome.push(!less),
                Some(Want::Down) => welcome.push(less),
                _ => {}
            }
            less ^= step.turns();
        }
        !welcome.is_empty() && welcome.iter().all(|good| !good)
    }

    /// Whether something sets a level for it: a wanted level, a reward or an aim.
    pub(super) fn has_goal(&self, graph: &Graph, causal: &Causal<'a>) -> bool {
        let members: BTreeSet<&Key> = self.things(causal).collect();
        let steady = |key: &&Key| graph.thing(key).is_some_and(|thing| thing.want == Some(Want::Steady));
        let sets = |kind: Kind| matches!(kind, Kind::Purpose | Kind::Incentive | Kind::Forum);
        let held = |link: Link<'_>| {
            let relation = link.arrow.relation;
            let says = matches!(relation, Relation::Aims | Relation::Rewards)
                || (relation == Relation::Covers && sets(link.from.kind));
            says && members.contains(&link.to.key)
        };
        members.iter().any(steady) || graph.links().any(held)
    }
}

fn between<'a>(causal: &Causal<'a>, from: usize, to: usize) -> Option<PathStep<'a>> {
    let steps = || causal.out_of(from).filter(move |step| step.to == to).copied();
    steps().find(PathStep::is_signed).or_else(|| steps().next())
}

fn last_seen(causal: &Causal<'_>, place: usize) -> Option<i64> {
    causal.thing(place)?.observations.last().map(|seen| seen.time)
}

fn talked_about(causal: &Causal<'_>, place: usize) -> usize {
    causal.out_of(place).chain(causal.into(place)).map(|step| step.arrow.evidence.len()).sum()
}
