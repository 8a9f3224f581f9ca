use crate::graph::Impact;
use crate::lens::thresholds::{
    LEVEL_BELIEF, LEVEL_FLOW, LEVEL_NUMBER, LEVEL_POWER, LEVEL_PURPOSE, LEVEL_RULE, LEVEL_STOCK, LEVERAGE_LISTED,
};
use crate::lens::{Field, FindingDraft, Reaches};
use crate::record::Kind;

use super::listing::{ask, highest, score, severity};
use super::touched::Touched;

/// Returns findings about the things that are the best places to act.
pub(super) fn findings(field: &Field<'_>, reaches: &Reaches) -> Vec<FindingDraft> {
    let placed = field.things().filter_map(|(place, thing)| Some((place, thing, level(thing.kind)?)));
    let score = |(place, _, level): &(usize, _, u64)| score(*level, reaches.reach(*place));
    let best = highest(field, placed.collect(), score, |(_, thing, _)| vec![thing.key.clone()], LEVERAGE_LISTED);
    let found = best.into_iter().map(|(place, thing, level)| {
        let touched = Touched::from(field, [place]);
        let label = &thing.label;
        let says = format!(
            "{} {}; changing {} touches {}.",
            thing.with("is"),
            what(thing.kind),
            thing.agreement().object(),
            touched.words()
        );
        let ask = ask(&format!("to {label}"), &touched.most());
        let reach: Impact = reaches.reach(place);
        let severity = severity(reaches, level, reach.share());
        let finding = FindingDraft::new([&thing.key], severity, says, ask);
        touched.paths.iter().fold(finding, |finding, path| finding.along(field, path))
    });
    found.collect()
}

/// Returns Meadows's level of a change to a thing of this kind; `None` for kinds that are no place to act.
const fn level(kind: Kind) -> Option<u64> {
    match kind {
        Kind::Factor => Some(LEVEL_NUMBER),
        Kind::Resource => Some(LEVEL_STOCK),
        Kind::Process | Kind::Initiative => Some(LEVEL_FLOW),
        Kind::Incentive => Some(LEVEL_RULE),
        Kind::Forum => Some(LEVEL_POWER),
        Kind::Purpose => Some(LEVEL_PURPOSE),
        Kind::Voice => Some(LEVEL_BELIEF),
        Kind::Party | Kind::Unknown => None,
    }
}

const fn what(kind: Kind) -> &'static str {
    match kind {
        Kind::Factor => "something that rises and falls",
        Kind::Resource => "something that others draw on",
        Kind::Process => "a way the work flows",
        Kind::Initiative => "a change in how the work flows",
        Kind::Incentive => "a rule",
        Kind::Forum => "a place where things are sorted out",
        Kind::Purpose => "what it is for",
        Kind::Voice => "something that people tell themselves",
        Kind::Party | Kind::Unknown => "a place to act",
    }
}
