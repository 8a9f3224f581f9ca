use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{StepContext, Subject};
use crate::graph::{Evidence, Key, Link, Thing};
use crate::record::day::after;
use crate::record::lexicon::amount_of;
use crate::record::spoken::clock;
use crate::record::{Delay, Relation, Sign};

/// The maximum number of crossings in the list, which is as many as a room can work on.
const CROSSINGS: usize = 9;

/// The minimum delay, in days, of an effect that is worth asking about again as a prediction.
pub const WORTH_A_LOOK: u32 = 7;

/// Returns at most 9 crossings. A crossing connects two different units: by a single arrow, or by two arrows that meet
/// at a thing without a unit.
///
/// Connections that both sides have confirmed come last. Within each group, the strongest come first.
pub(super) fn crossings(context: &StepContext<'_>) -> Vec<Subject> {
    let mut found: Vec<(bool, u8, Subject)> = Vec::new();
    for link in context.graph.links().filter(carries) {
        let strength = link.arrow.strength.marks();
        if differ(link.from.unit.as_ref(), link.to.unit.as_ref()) {
            found.push((link.arrow.both_sides, strength, subject(context, &link, None)));
        } else if link.to.unit.is_none() && link.from.unit.is_some() {
            found.extend(beyond(context, &link).map(|other| {
                let both = link.arrow.both_sides || other.arrow.both_sides;
                (both, strength.min(other.arrow.strength.marks()), subject(context, &link, Some(&other)))
            }));
        }
    }
    found.sort_by(|(both, strength, one), (other_both, other_strength, other)| {
        (both, other_strength, &one.says).cmp(&(other_both, strength, &other.says))
    });
    found.dedup_by(|(.., one), (.., other)| one.says == other.says);
    found.into_iter().map(|(.., subject)| subject).take(CROSSINGS).collect()
}

fn differ(one: Option<&Key>, other: Option<&Key>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

/// Whether an arrow carries an effect or a supply from one end to the other.
fn carries(link: &Link<'_>) -> bool {
    matches!(link.arrow.relation, Relation::Affects | Relation::Feeds | Relation::Rewards)
}

/// Returns the arrows that continue `first` into another unit: they lead on into it, or it cannot work without the end
/// of `first`.
fn beyond<'a>(context: &StepContext<'a>, first: &Link<'a>) -> impl Iterator<Item = Link<'a>> {
    let (middle, start) = (first.to.key.clone(), first.from.unit.clone());
    context.graph.links_at(&first.to.key).filter(move |second| {
        let leads_on = second.from.key == middle && carries(second) && differ(start.as_ref(), second.to.unit.as_ref());
        let is_needed = second.to.key == middle
            && second.arrow.relation == Relation::Needs
            && differ(start.as_ref(), second.from.unit.as_ref());
        leads_on || is_needed
    })
}

/// Returns a crossing as a subject; yes and no then answer the arrow that moves a factor.
fn subject(context: &StepContext<'_>, first: &Link<'_>, second: Option<&Link<'_>>) -> Subject {
    let ends = |link: &Link<'_>| (link.from.label.clone(), link.to.label.clone());
    let (says, arrow, far) = match second {
        Some(second) if second.arrow.relation == Relation::Needs => {
            (format!("{}, which {}", said(first), second.from.with("needs")), ends(first), second.from)
        }
        Some(second) => (format!("{}, and so {}", said(first), said(second)), ends(second), second.to),
        None => (said(first), ends(first), first.to),
    };
    let unit = |thing: &Thing| Some(context.graph.thing(thing.unit.as_ref()?)?.label.clone());
    Subject {
        says,
        a: unit(first.from),
        b: unit(far),
        thing: Some(arrow.1.clone()),
        arrows: vec![arrow],
        ..Subject::default()
    }
}

/// Returns an arrow as it is read aloud: "Service bot → less Complaint reasons".
fn said(link: &Link<'_>) -> String {
    format!("{} → {}", link.from.label, amount_of(link.arrow.sign, &link.to.label))
}

/// Returns the effects whose predicted day has come, with their quotes. Those overdue longest and with the most
/// consequences come first. An effect that somebody has checked in an earlier session is not asked about again.
pub(super) fn predictions(context: &StepContext<'_>) -> Vec<Subject> {
    let mut found: Vec<(i64, Subject)> =
        context.graph.links().filter(carries).filter_map(|link| prediction(context, &link)).collect();
    found.sort_by(|one, other| (Reverse(one.0), &one.1.says).cmp(&(Reverse(other.0), &other.1.says)));
    found.into_iter().map(|(_, subject)| subject).collect()
}

/// Returns the rank of an effect that is due, and its subject.
fn prediction(context: &StepContext<'_>, link: &Link<'_>) -> Option<(i64, Subject)> {
    let here = context.session.header().id.as_str();
    let days = link.arrow.delay.map(Delay::days).filter(|days| *days >= WORTH_A_LOOK)?;
    let said = link.arrow.evidence.iter().filter(|evidence| !evidence.is_imported());
    let before = || said.clone().filter(|evidence| &*evidence.session != here);
    let said = before().rfind(|evidence| evidence.basis.is_some())?;
    let due = after(said.day, days);
    let overdue = i64::from((context.today() - due).get_days());
    let opened = context.session.header().opened.as_millisecond();
    let seen = link.to.observations.iter().any(|seen| seen.day >= due && seen.time < opened);
    let denied = before().any(|evidence| evidence.time > said.time && evidence.said == Some(Sign::NoEffect));
    if overdue < 0 || seen || denied {
        return None;
    }
    let reach =
        context.graph.links_at(&link.to.key).filter(|next| next.from.key == link.to.key && carries(next)).count();
    let weight = (overdue + 1).saturating_mul(i64::try_from(reach + 1).unwrap_or(i64::MAX));
    Some((weight, Subject { quote: Some(quote(said)), ..subject(context, link, None) }))
}

/// Returns the date, the minute and the words of a claim: "20 October 2026, minute 18:55: “it sounds canned”".
fn quote(said: &Evidence) -> String {
    let words = said.words.as_ref().map(|words| format!(": “{words}”")).unwrap_or_default();
    format!("{}, minute {}{words}", said.day.strftime("%-d %B %Y"), clock(said.at.elapsed()))
}

/// Counts the arrows of this exercise that lead from one unit to another.
pub(in crate::exercise) fn crossings_here(context: &StepContext<'_>) -> usize {
    let drawn: BTreeSet<(Key, Key)> =
        context.claims().filter_map(|claim| Some((Key::of(&claim.from)?, Key::of(&claim.to)?))).collect();
    let is_here = |link: &Link<'_>| drawn.contains(&(link.from.key.clone(), link.to.key.clone()));
    let crosses = |link: &Link<'_>| {
        let said = !link.from.owner_listed && !link.to.owner_listed;
        let beyond = || beyond(context, link).any(|second| !second.from.owner_listed && !second.to.owner_listed);
        differ(link.from.said_unit(), link.to.said_unit()) || (said && beyond())
    };
    context.graph.links().filter(carries).filter(is_here).filter(crosses).count()
}
