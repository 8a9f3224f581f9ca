use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link, PathStep};
use crate::lens::thresholds::{
    LEVEL_BRAKE, LEVEL_NEWS, LEVEL_REINFORCING, LEVEL_WAIT, LEVERAGE_BESIDE, LONG_WAIT_DAYS,
};
use crate::lens::{Field, FindingDraft, Pattern, Reaches};
use crate::record::{Kind, Relation};

use super::listing::{ask, highest, score, severity};
use super::touched::Touched;

/// An arrow as a place to act.
struct LeverArrow<'a> {
    level: u64,
    /// What one would change about the arrow, in words.
    what: String,
    /// The place where a change of the arrow has its effect; for a need this is the start of the arrow.
    to: usize,
    link: Link<'a>,
}

/// Returns findings about the arrows that are the best places to act.
pub(super) fn findings(field: &Field<'_>, reaches: &Reaches) -> Vec<FindingDraft> {
    let mut arrows: BTreeMap<(&Key, &Key), LeverArrow<'_>> = BTreeMap::new();
    for arrow in in_loops(field).chain(feedback(field)).chain(missing_supply(field)) {
        let ends = (&arrow.link.from.key, &arrow.link.to.key);
        if arrows.get(&ends).is_none_or(|known| arrow.level < known.level) {
            arrows.insert(ends, arrow);
        }
    }
    let score = |arrow: &LeverArrow<'_>| score(arrow.level, reaches.reach(arrow.to));
    let key = |arrow: &LeverArrow<'_>| vec![arrow.link.from.key.clone(), arrow.link.to.key.clone()];
    let best = highest(field, arrows.into_values().collect(), score, key, LEVERAGE_BESIDE);
    best.iter().map(|arrow| finding(field, reaches, arrow)).collect()
}

fn finding(field: &Field<'_>, reaches: &Reaches, arrow: &LeverArrow<'_>) -> FindingDraft {
    let touched = Touched::from(field, [arrow.to]);
    let (from, to) = (arrow.link.from, arrow.link.to);
    let says = format!("{}; changing that touches {}.", arrow.what, touched.words());
    let ask = ask(&format!("between {} and {}", from.label, to.label), &touched.most());
    let severity = severity(reaches, arrow.level, reaches.reach(arrow.to).share());
    let finding = FindingDraft::new([&from.key, &to.key], severity, says, ask);
    let finding = finding.with(Pattern::Arrow).on([arrow.link]);
    touched.paths.iter().fold(finding, |finding, path| finding.along(field, path))
}

fn at<'a>(field: &Field<'a>, level: u64, step: PathStep<'a>, what: &str) -> Option<LeverArrow<'a>> {
    let (from, to) = (field.causal.thing(step.from)?, field.causal.thing(step.to)?);
    let what = format!("{} to {} is {what}", from.label, to.label);
    Some(LeverArrow { level, what, to: step.to, link: Link { from, to, arrow: step.arrow } })
}

/// Lists the arrows of loops. An arrow with a long delay counts as a place to change the delay.
fn in_loops<'f, 'a>(field: &'f Field<'a>) -> impl Iterator<Item = LeverArrow<'a>> + use<'f, 'a> {
    field.loops().settled().flat_map(move |path| {
        let (level, what) = if path.turns {
            (LEVEL_BRAKE, "part of a brake")
        } else {
            (LEVEL_REINFORCING, "part of a loop that feeds on itself")
        };
        path.steps.iter().filter_map(move |step| match step.days() {
            LONG_WAIT_DAYS.. => at(field, LEVEL_WAIT, *step, "a long wait inside a loop"),
            _ => at(field, level, *step, what),
        })
    })
}

/// Lists the arrows from a factor to an initiative, a process or a forum: by these, news of a change comes back.
fn feedback<'f, 'a>(field: &'f Field<'a>) -> impl Iterator<Item = LeverArrow<'a>> + use<'f, 'a> {
    let kind = |place: usize| field.causal.thing(place).map(|thing| thing.kind);
    let hears = move |step: &&PathStep<'a>| {
        let there = matches!(kind(step.to), Some(Kind::Initiative | Kind::Process | Kind::Forum));
        step.is_signed() && there && kind(step.from) == Some(Kind::Factor)
    };
    field
        .causal
        .steps()
        .iter()
        .filter(hears)
        .filter_map(|step| at(field, LEVEL_NEWS, *step, "how news of what happens comes back"))
}

/// Lists the needs for things that have no supply and belong to no unit.
fn missing_supply<'f, 'a>(field: &'f Field<'a>) -> impl Iterator<Item = LeverArrow<'a>> + use<'f, 'a> {
    let supplied: BTreeSet<&Key> = field.links(Relation::Feeds).map(|link| &link.to.key).collect();
    let unmet = move |link: &Link<'a>| link.to.unit.is_none() && !supplied.contains(&link.to.key);
    field.links(Relation::Needs).filter(unmet).filter_map(|link| {
        let what = format!(
            "{} {}, and nobody here has named what brings {}",
            link.from.with("needs"),
            link.to.label,
            link.to.agreement().object()
        );
        Some(LeverArrow { level: LEVEL_NEWS, what, to: field.causal.place_of(&link.from.key)?, link })
    })
}
