use std::cmp::Ordering;

use crate::graph::{Crossing, Impact, Key};
use crate::lens::heat::heat;
use crate::lens::limit_reason::LimitReason;
use crate::lens::thresholds::{LEVEL_POWER, LEVERAGE_BESIDE};
use crate::lens::{Field, FindingDraft, Pattern, Reaches};
use crate::record::english::{Agreement, listed};
use crate::record::{Kind, Relation};

use super::listing::{ask, severity};

/// A forum, the units that meet in it, and the crossings between them.
struct ForumCrossings<'f> {
    forum: &'f Key,
    units: Vec<&'f str>,
    crossings: usize,
    heat: f64,
}

/// Returns findings about the forums that are the best places to act.
pub(super) fn findings(field: &Field<'_>, reaches: &Reaches) -> Vec<FindingDraft> {
    if reaches.furthest() == Impact::default() {
        return Vec::new();
    }
    let mut meetings: Vec<ForumCrossings<'_>> = meetings(field).filter(|meeting| meeting.crossings > 0).collect();
    let hotter = |one: &ForumCrossings<'_>, other: &ForumCrossings<'_>| -> Ordering {
        other.heat.total_cmp(&one.heat).then(one.forum.cmp(other.forum))
    };
    meetings.sort_by(hotter);
    if meetings.len() > LEVERAGE_BESIDE {
        field.leave_out(LimitReason::MorePlaces, meetings.len() - LEVERAGE_BESIDE);
    }
    meetings.iter().take(LEVERAGE_BESIDE).map(|meeting| finding(field, reaches, meeting)).collect()
}

fn meetings<'f>(field: &'f Field<'_>) -> impl Iterator<Item = ForumCrossings<'f>> {
    field.bridges.forums().map(|(forum, units)| {
        let meet = |crossing: &&Crossing<'_>| {
            let known = crossing.units().is_some_and(|(one, other)| units.contains(one) && units.contains(other));
            known && !crossing.is_owned()
        };
        let heats: Vec<f64> = field.crossings.iter().filter(meet).map(heat).collect();
        let units = units.iter().map(|unit| field.label(unit)).collect();
        ForumCrossings { forum, units, crossings: heats.len(), heat: heats.iter().sum() }
    })
}

fn finding(field: &Field<'_>, reaches: &Reaches, meeting: &ForumCrossings<'_>) -> FindingDraft {
    let ForumCrossings { forum, units, crossings, heat } = meeting;
    let label = field.label(forum);
    let crosses = match crossings {
        1 => "what crosses between them".to_owned(),
        many => format!("{many} things that cross between them"),
    };
    let agrees = Agreement::of(label, Kind::Forum);
    let says = format!(
        "{label} {} where {} meet; changing what {} may decide touches {crosses}.",
        agrees.verb("is"),
        listed(units, "and"),
        agrees.it()
    );
    let finding =
        FindingDraft::new([*forum], severity(reaches, LEVEL_POWER, *heat), says, ask(&format!("to {label}"), units));
    let covers = field.links(Relation::Covers).filter(|link| link.from.key == **forum);
    finding.with(Pattern::Forum).on(covers)
}
