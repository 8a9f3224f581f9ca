//! Counts what an exercise has produced so far, for its goals and its nudges.

use std::collections::{BTreeMap, BTreeSet};

use super::measure::{Condition, Measure};
use super::seed::{StepContext, crossings_here};
use crate::graph::Key;
use crate::record::{Delay, Fact, Kind, Relation, Sign, Want};

/// The minimum delay of a late effect, in days.
const LATE: u32 = 28;

/// Returns the count of a measure: in the exercise of the current step, or on the whole map for measures of the map.
pub fn counted(measure: Measure, context: &StepContext<'_>) -> usize {
    let facts =
        |is: fn(&Fact) -> bool| context.in_exercise().flat_map(|event| &event.facts).filter(|fact| is(fact)).count();
    match measure {
        Measure::Lines => context.in_exercise().filter(|event| event.is_line()).count(),
        Measure::Arrows => context.claims().count(),
        Measure::Welcome => moved(context, true),
        Measure::Unwelcome => moved(context, false),
        Measure::SecondOrder => second_order(context),
        Measure::Late => context
            .claims()
            .filter(|claim| claim.delay.is_some_and(|delay| delay.days() >= LATE || delay == Delay::Later))
            .count(),
        Measure::Crossings => crossings_here(context),
        Measure::Decisions => facts(|fact| matches!(fact, Fact::Decided { .. })),
        Measure::Promises => facts(|fact| matches!(fact, Fact::Committed { who: Some(_), due: Some(_), .. })),
        Measure::Voices => facts(|fact| matches!(fact, Fact::Named { kind: Kind::Voice, .. })),
        Measure::Shown => context.in_exercise().flat_map(|event| &event.facts).map(shown).sum(),
        Measure::Rules => facts(|fact| matches!(fact, Fact::Ruled { .. })),
        Measure::Watches => facts(|fact| matches!(fact, Fact::Watched { level: Some(_), acts: Some(_), .. })),
        Measure::Seen => facts(|fact| matches!(fact, Fact::Observed { .. } | Fact::Measured { .. })),
        Measure::Stances => facts(|fact| matches!(fact, Fact::Stanced(_))),
        Measure::Incentives => facts(|fact| matches!(fact, Fact::Named { kind: Kind::Incentive, .. })),
        Measure::Ratings => facts(|fact| matches!(fact, Fact::Rated { .. })),
        Measure::Votes => facts(|fact| matches!(fact, Fact::Voted { .. } | Fact::Ranked { .. })),
        Measure::Unowned => unowned(context),
        Measure::Unsorted => context.graph.things().filter(|thing| thing.kind == Kind::Unknown).count(),
        Measure::Unheard => unheard(context).len(),
        Measure::Untouched => untouched(context).len(),
    }
}

/// Whether a condition holds when the exercise has run for `minutes`.
pub fn holds(condition: Condition, context: &StepContext<'_>, minutes: u64) -> bool {
    let count = |measure| u16::try_from(counted(measure, context)).unwrap_or(u16::MAX);
    match condition {
        Condition::AtLeast(measure, least) => count(measure) >= least,
        Condition::AtMost(measure, most) => count(measure) <= most,
        Condition::Minutes(least) => minutes >= u64::from(least),
        Condition::FromStep(first) => context.step.number >= first,
    }
}

fn shown(fact: &Fact) -> usize {
    match fact {
        Fact::Revealed { texts } => texts.len(),
        _ => 0,
    }
}

/// Counts the arrows that start where another arrow of this exercise ends.
fn second_order(context: &StepContext<'_>) -> usize {
    let effects = || context.claims().filter(|claim| claim.kind.carries_sign());
    let reached: BTreeSet<Key> = effects().filter_map(|claim| Key::of(&claim.to)).collect();
    effects().filter(|claim| Key::of(&claim.from).is_some_and(|key| reached.contains(&key))).count()
}

/// Counts the factors that this exercise moves in the direction that somebody wants, or against it if `welcome` is
/// false. Of two claims about one factor only the first counts.
fn moved(context: &StepContext<'_>, welcome: bool) -> usize {
    let mut moved: BTreeMap<Key, bool> = BTreeMap::new();
    for claim in context.claims().filter(|claim| claim.kind == Relation::Affects) {
        let (Some(from), Some(to)) = (Key::of(&claim.from), Key::of(&claim.to)) else { continue };
        let Some(up) = rises(claim.sign) else { continue };
        let source = moved.get(&from).copied().unwrap_or(true);
        moved.entry(to).or_insert(source == up);
    }
    let wanted = moved.iter().filter_map(|(key, up)| Some(wanted_up(context, key)? == *up));
    wanted.filter(|good| *good == welcome).count()
}

/// Whether more of a thing is good: as somebody set it, otherwise as the initiatives aim; `None` when nobody said.
fn wanted_up(context: &StepContext<'_>, key: &Key) -> Option<bool> {
    match context.graph.thing(key)?.want {
        Some(Want::Up) => return Some(true),
        Some(Want::Down) => return Some(false),
        Some(_) => return None,
        None => {}
    }
    let aims = context.graph.links().filter(|link| link.to.key == *key && link.arrow.relation == Relation::Aims);
    let meant: BTreeSet<bool> = aims.filter_map(|link| rises(link.arrow.sign)).collect();
    meant.first().copied().filter(|_| meant.len() == 1)
}

const fn rises(sign: Sign) -> Option<bool> {
    match sign {
        Sign::Plus => Some(true),
        Sign::Minus => Some(false),
        Sign::Unknown | Sign::NoEffect => None,
    }
}

fn unowned(context: &StepContext<'_>) -> usize {
    context.graph.things().filter(|thing| thing.kind == Kind::Initiative && thing.unit.is_none()).count()
}

/// Returns the units of people present who have no line in this exercise, in seat order.
pub fn unheard(context: &StepContext<'_>) -> Vec<String> {
    let heard: BTreeSet<&str> = context.in_exercise().filter_map(|event| event.speaker.as_deref()).collect();
    let party = |tag: &str| context.session.person(tag).and_then(|person| person.party.as_deref());
    let spoken: BTreeSet<&str> = heard.into_iter().filter_map(party).collect();
    if spoken.is_empty() {
        // When no line names its speaker, nobody can be called silent.
        return Vec::new();
    }
    units(context).into_iter().filter(|unit| !spoken.contains(unit.as_str())).collect()
}

/// Returns the units of people present for whom this exercise has named no effect, neither on them nor on a thing of
/// theirs.
pub fn untouched(context: &StepContext<'_>) -> Vec<String> {
    let unit_of = |label: &str| context.graph.thing(&Key::of(label)?)?.unit.clone();
    let reached: BTreeSet<Key> =
        context.claims().filter(|claim| claim.kind.carries_sign()).filter_map(|claim| unit_of(&claim.to)).collect();
    let touched = |unit: &String| unit_of(unit).or_else(|| Key::of(unit)).is_some_and(|key| reached.contains(&key));
    units(context).into_iter().filter(|unit| !touched(unit)).collect()
}

/// Returns the units of the people present, each once, in seat order.
fn units(context: &StepContext<'_>) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for party in context.session.people().iter().filter_map(|person| person.party.as_ref()) {
        if !units.iter().any(|known| Key::of(known) == Key::of(party)) {
            units.push(party.clone());
        }
    }
    units
}
