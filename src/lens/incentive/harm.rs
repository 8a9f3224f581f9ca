use crate::graph::{Key, Path, Thing};
use crate::lens::field::{harms, wanted_up};
use crate::lens::thresholds::{REWARD_ABROAD, REWARD_ARROWS};
use crate::lens::words::{amount, amounts};
use crate::lens::{Field, FindingDraft};

use super::Reward;

/// A factor that a reward harms, and the path to it.
struct RewardHarm<'a> {
    factor: &'a Thing,
    path: Path<'a>,
}

/// Returns the finding about the strongest harm that a reward does; `None` if it does none.
pub(super) fn finding<'a>(field: &Field<'a>, reward: &Reward<'a>, rewards: &[Reward<'a>]) -> Option<FindingDraft> {
    let paths = reward.paths(field, REWARD_ARROWS).filter(|path| path.len() > 1);
    let harm = |path: Path<'a>| {
        let factor = field.causal.thing(path.end()?)?;
        (harms(&path, factor) == Some(true)).then_some(RewardHarm { factor, path })
    };
    let found: Vec<RewardHarm<'_>> = paths.filter_map(harm).collect();
    let worst = found.iter().min_by(|one, other| {
        let (first, second) = (&one.path, &other.path);
        let by_impact = second.impact.cmp(&first.impact).then(first.len().cmp(&second.len()));
        by_impact.then(second.confidence.total_cmp(&first.confidence)).then(one.factor.key.cmp(&other.factor.key))
    })?;
    let abroad = abroad(reward, worst, &found);
    let weight = if abroad.is_some() { REWARD_ABROAD } else { 1.0 };
    let severity = 100.0 * worst.path.impact.share().sqrt() * worst.path.confidence * weight;
    let says = says(field, reward, worst, abroad);
    let (says, ask) = match guard(field, reward, worst.factor, rewards) {
        Some((guard, asked)) => (
            format!("{says} {guard} asks for {asked} already."),
            format!("Is {guard} enough for {} to hold?", worst.factor.label),
        ),
        None => (says, ask(&worst.factor.label, &reward.people())),
    };
    let about = [&reward.incentive.key, &worst.factor.key];
    let rests = FindingDraft::new(about, severity, says, ask).on(reward.covers.iter().copied());
    Some(rests.along(field, &worst.path))
}

/// Returns the question that every finding about an incentive asks.
pub(super) fn ask(needed: &str, people: &str) -> String {
    format!("If the reward also needed {needed} to hold, what would {people} do differently on Monday?")
}

/// Returns a harm to a factor of another unit: the worst harm if it is one, else the first that is.
fn abroad<'f, 'a>(
    reward: &Reward<'_>,
    worst: &'f RewardHarm<'a>,
    found: &'f [RewardHarm<'a>],
) -> Option<&'f RewardHarm<'a>> {
    let own = reward.units();
    let elsewhere = |unit: &Key| !own.is_empty() && !own.contains(unit);
    let mut harms = [worst].into_iter().chain(found);
    harms.find(|harm| harm.factor.unit.as_ref().is_some_and(elsewhere))
}

fn says(field: &Field<'_>, reward: &Reward<'_>, worst: &RewardHarm<'_>, abroad: Option<&RewardHarm<'_>>) -> String {
    let asked_for = amounts(field, false, &worst.path.steps);
    let (first, rest) = asked_for.get(1..).and_then(<[String]>::split_first).unzip();
    let (first, rest) = (first.map_or("", String::as_str), rest.unwrap_or_default().join(", "));
    let label = &reward.incentive.label;
    let says = format!("{label} asks for {first}, and with that comes {rest}. Anyone following it would land here");
    let Some((harm, unit)) = abroad.and_then(|harm| Some((harm, field.unit_label(harm.factor)?))) else {
        return format!("{says}.");
    };
    if harm.factor.key == worst.factor.key {
        return format!("{says}, and {} belongs to {unit}.", harm.factor.label);
    }
    format!("{says}, and it reaches {}, which belongs to {unit}.", harm.factor.label)
}

/// Returns another reward of the same units that already pays for the factor that is harmed, and what it pays for.
fn guard<'a>(
    field: &Field<'_>,
    reward: &Reward<'_>,
    factor: &Thing,
    rewards: &'a [Reward<'_>],
) -> Option<(&'a str, String)> {
    let (own, up) = (reward.units(), wanted_up(factor)?);
    let place = field.causal.place_of(&factor.key)?;
    let same = rewards.iter().filter(|other| !own.is_disjoint(&other.units()));
    let mut guards = same.filter(|other| other.pays.iter().any(|pay| pay.to == place && pay.turns() != up));
    guards.next().map(|guard| (guard.incentive.label.as_str(), amount(field, !up, place)))
}
