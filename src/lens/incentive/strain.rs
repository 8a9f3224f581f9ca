use crate::graph::{Path, PathStep};
use crate::lens::field::{harms, wanted_up};
use crate::lens::thresholds::{REWARD_ARROWS, STRAIN};
use crate::lens::words::amount;
use crate::lens::{Field, FindingDraft, Pattern};
use crate::record::Kind;
use crate::record::spoken::listed;

use super::Reward;
use super::harm::ask;

/// Finds measures that a reward pays for and that an initiative moves directly, without helping what the measure stands
/// for along another path.
///
/// A measure stands for the wanted factors that it helps when it moves in the direction that the reward pays for.
pub(super) fn findings(field: &Field<'_>, reward: &Reward<'_>) -> Vec<FindingDraft> {
    reward.pays.iter().filter_map(|pay| finding(field, reward, pay)).collect()
}

fn finding(field: &Field<'_>, reward: &Reward<'_>, pay: &PathStep<'_>) -> Option<FindingDraft> {
    let measure = field.causal.thing(pay.to).filter(|thing| thing.kind == Kind::Factor)?;
    let stands_for = stands_for(field, pay);
    let moved: Vec<PathStep<'_>> = moves(field, pay).filter(|step| !otherwise(field, step, &stands_for)).collect();
    let changes: Vec<&str> = moved.iter().map(|step| field.label_at(step.from)).collect();
    moved.first()?;
    let (asked, label) = (amount(field, pay.turns(), pay.to), &reward.incentive.label);
    let wanted: Vec<String> = stands_for.iter().map(|(place, less)| amount(field, *less, *place)).collect();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let rest = if wanted.is_empty() {
        format!("nobody here has named what {} a sign of", measure.with("is"))
    } else {
        format!("no other way from there to {} is named so far", listed(&wanted, "and"))
    };
    let says =
        format!("{label} asks for {asked}, and with {} that comes about by itself; {rest}.", listed(&changes, "and"));
    let people = reward.people();
    let ask = if wanted.is_empty() {
        ask(&format!("what {} stands for", measure.label), &people)
    } else {
        let wanted = listed(&wanted, "and");
        format!("If the reward also asked for {wanted}, what would {people} do differently on Monday?")
    };
    let about = [&reward.incentive.key, &measure.key];
    let finding = FindingDraft::new(about, STRAIN, says, ask);
    Some(
        finding
            .with(Pattern::Strain)
            .on_steps(field, &[*pay])
            .on_steps(field, &moved)
            .on(reward.covers.iter().copied()),
    )
}

/// Returns the arrows from initiatives that move the measure in the direction that the reward pays for.
fn moves<'f, 'a>(field: &'f Field<'a>, pay: &PathStep<'_>) -> impl Iterator<Item = PathStep<'a>> + use<'f, 'a> {
    let less = pay.turns();
    let from = |step: &PathStep<'_>| field.causal.thing(step.from).is_some_and(|thing| thing.kind == Kind::Initiative);
    let causal = &field.causal;
    causal.into(pay.to).filter(move |step| step.is_signed() && step.turns() == less && from(step)).copied()
}

/// Returns the places of the factors that the measure stands for, each with whether less of it is wanted.
fn stands_for(field: &Field<'_>, pay: &PathStep<'_>) -> Vec<(usize, bool)> {
    let near = field.paths(pay.to).iter().filter(|path| path.len() <= REWARD_ARROWS);
    let mut helped: Vec<(usize, bool)> = near
        .filter_map(|path| {
            let (place, up) = (path.end()?, wanted_up(field.causal.thing(path.end()?)?)?);
            ((path.turns != pay.turns()) != up).then_some((place, !up))
        })
        .collect();
    helped.sort_unstable();
    helped.dedup();
    helped
}

/// Whether an initiative helps any of these factors along a path that does not pass the measure.
fn otherwise(field: &Field<'_>, step: &PathStep<'_>, stands_for: &[(usize, bool)]) -> bool {
    let helps = |path: &&Path<'_>| {
        let end = path.end().and_then(|place| field.causal.thing(place));
        !path.passes(step.to) && end.is_some_and(|end| harms(path, end) == Some(false))
    };
    stands_for.iter().any(|(place, _)| field.between(step.from, *place).any(|path| helps(&path)))
}
