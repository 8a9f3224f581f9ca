use std::collections::BTreeMap;

use crate::graph::{Key, Link};
use crate::lens::field::wanted_up;
use crate::lens::thresholds::{HOPE_UNREWARDED, LONGEST_PATH};
use crate::lens::words::amount;
use crate::lens::{Field, FindingDraft, Pattern};
use crate::record::spoken::listed;
use crate::record::{Kind, Relation, Sign};

use super::Reward;
use super::harm::ask;

/// Finds aims of a unit's initiatives while the unit's rewards pay for something that does not lead to the aim.
///
/// Only the aims of a unit's own initiatives count, since only these are within its reach.
pub(super) fn findings<'a>(field: &Field<'a>, rewards: &[Reward<'a>]) -> Vec<FindingDraft> {
    let mut hopes: BTreeMap<(&Key, &Key), Vec<Link<'a>>> = BTreeMap::new();
    for aim in field.links(Relation::Aims).filter(is_hope) {
        if let Some(unit) = &aim.from.unit {
            hopes.entry((unit, &aim.to.key)).or_default().push(aim);
        }
    }
    hopes.iter().filter_map(|((unit, _), aims)| finding(field, unit, aims, rewards)).collect()
}

fn is_hope(aim: &Link<'_>) -> bool {
    aim.from.kind == Kind::Initiative && matches!(aim.to.kind, Kind::Factor | Kind::Purpose)
}

/// Whether more of the aim is hoped for (`true`) or less (`false`); `None` if nobody said.
fn hoped_up(aim: &Link<'_>) -> Option<bool> {
    let meant = match aim.arrow.sign {
        Sign::Plus => Some(true),
        Sign::Minus => Some(false),
        _ => None,
    };
    if aim.to.kind == Kind::Purpose { Some(true) } else { wanted_up(aim.to).or(meant) }
}

fn finding<'a>(field: &Field<'a>, unit: &Key, aims: &[Link<'a>], rewards: &[Reward<'a>]) -> Option<FindingDraft> {
    let aim = aims.first()?;
    let (goal, up) = (field.causal.place_of(&aim.to.key)?, hoped_up(aim)?);
    let paid: Vec<&Reward<'a>> = rewards.iter().filter(|reward| reward.units().contains(unit)).collect();
    let leads = |reward: &Reward<'a>| {
        reward.paths(field, LONGEST_PATH).any(|path| path.end() == Some(goal) && path.turns != up)
    };
    if paid.iter().any(|reward| leads(reward)) {
        return None;
    }
    let pays: Vec<_> = paid.iter().flat_map(|reward| &reward.pays).copied().collect();
    let first = pays.first()?;
    let hoped = if aim.to.kind == Kind::Purpose { aim.to.label.clone() } else { amount(field, !up, goal) };
    let means: Vec<&str> = aims.iter().map(|aim| aim.from.label.as_str()).collect();
    let unit_label = field.label(unit);
    let says = format!(
        "With {}, {unit_label} hopes for {hoped}, and the rewards named so far do not lead there: {} asks for {}.",
        listed(&means, "and"),
        field.label_at(first.from),
        amount(field, first.turns(), first.to),
    );
    let finding = FindingDraft::new([unit, &aim.to.key], HOPE_UNREWARDED, says, ask(&aim.to.label, unit_label));
    let covers = paid.iter().flat_map(|reward| &reward.covers).copied();
    Some(finding.with(Pattern::Hope).on(aims.iter().copied()).on_steps(field, &pays).on(covers))
}
