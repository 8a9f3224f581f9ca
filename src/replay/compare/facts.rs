use super::names::NamesAcross;
use super::{ChangeKind, ComparedSide, Difference};
use crate::capture::claim_in_words;
use crate::graph::{Link, Observation, Thing};
use crate::record::{Basis, Claim, Kind, Sign};

/// Lists the things that are new, gone, have another status, or were seen to move.
pub(super) fn things(before: &ComparedSide, after: &ComparedSide, names: &NamesAcross) -> Vec<Difference> {
    let mut items = Vec::new();
    for thing in after.graph.things() {
        let known = before.graph.thing(names.before(&thing.key));
        match known {
            None if thing.imported => items.push(named(ChangeKind::ThingListed, thing)),
            None => items.push(named(ChangeKind::ThingNew, thing)),
            Some(known) => {
                items.extend(renamed(known, thing));
                items.extend(listed_anew(known, thing));
                items.extend(moved_on(known, thing));
            }
        }
        let known = known.map_or(&[][..], |known| &known.observations);
        let since = thing.observations.iter().filter(|seen| !known.contains(seen));
        items.extend(since.map(|seen| Difference::new(ChangeKind::Observed, &[&thing.label], observed(thing, seen))));
    }
    let gone = before.graph.things().filter(|thing| after.graph.thing(names.after(&thing.key)).is_none());
    items.extend(gone.map(|thing| named(ChangeKind::ThingGone, thing)));
    items
}

fn named(change: ChangeKind, thing: &Thing) -> Difference {
    Difference::new(change, &[&thing.label], &thing.label)
}

/// Returns the difference in the name of a thing.
fn renamed(before: &Thing, after: &Thing) -> Option<Difference> {
    let says = format!("{} -> {}", before.label, after.label);
    (before.key != after.key).then(|| Difference::new(ChangeKind::Renamed, &[&before.label, &after.label], says))
}

/// Returns whether imported files list a thing no longer, or again.
fn listed_anew(before: &Thing, after: &Thing) -> Option<Difference> {
    match (&before.gone, &after.gone) {
        (None, Some(_)) => Some(named(ChangeKind::GoneFromSource, after)),
        (Some(_), None) => Some(named(ChangeKind::BackInSource, after)),
        _ => None,
    }
}

/// Returns the difference in the status of a change; a first status is a difference too, and one that nothing states
/// any more.
fn moved_on(before: &Thing, after: &Thing) -> Option<Difference> {
    if let (Some(status), None) = (before.status, after.status) {
        let says = format!("{}: {} then, status no longer stated", after.label, status.name());
        return (after.kind == Kind::Initiative).then(|| Difference::new(ChangeKind::Status, &[&after.label], says));
    }
    let status = after.status.filter(|status| Some(*status) != before.status && after.kind == Kind::Initiative)?;
    let from = before.status.map(|status| format!("{} then, ", status.name())).unwrap_or_default();
    Some(Difference::new(ChangeKind::Status, &[&after.label], format!("{}: {from}{} now", after.label, status.name())))
}

fn observed(thing: &Thing, seen: &Observation) -> String {
    let direction = seen.direction.word();
    let words = seen.words.as_ref().map(|words| format!(" {words}")).unwrap_or_default();
    format!("{}: seen {direction}{words}", thing.label)
}

/// Lists the arrows that are new, gone, have another sign, or are now seen.
pub(super) fn arrows(before: &ComparedSide, after: &ComparedSide, names: &NamesAcross) -> Vec<Difference> {
    let mut items = Vec::new();
    for link in after.graph.links() {
        let known = before.graph.arrow(names.before(&link.from.key), names.before(&link.to.key), link.arrow.relation);
        let Some(known) = known else {
            // A new arrow that people see in opposite ways is listed as a dispute only.
            if !link.arrow.is_disputed() {
                let listed = link.arrow.is_imported();
                items.push(item(if listed { ChangeKind::ArrowListed } else { ChangeKind::ArrowNew }, after, link));
            }
            continue;
        };
        // Where an end is gone too, its own line says so.
        let ends_stay = link.from.gone.is_none() && link.to.gone.is_none();
        match (known.gone(), link.arrow.gone()) {
            (None, Some(_)) if ends_stay => items.push(item(ChangeKind::GoneFromSource, after, link)),
            (Some(_), None) if ends_stood(before, names, link) => {
                items.push(item(ChangeKind::BackInSource, after, link));
            }
            _ => {}
        }
        let settled = !known.is_disputed() && !link.arrow.is_disputed();
        if settled && known.sign != link.arrow.sign {
            items.push(turned(before, after, names, link));
        } else if known.is_disputed() && !link.arrow.is_disputed() {
            items.push(item(ChangeKind::DisputeSettled, after, link));
        }
        if known.basis < Basis::Seen && link.arrow.basis == Basis::Seen {
            items.push(item(ChangeKind::Seen, after, link));
        }
    }
    let gone = before.graph.links().filter(|link| {
        after.graph.arrow(names.after(&link.from.key), names.after(&link.to.key), link.arrow.relation).is_none()
            && names.after(&link.from.key) != names.after(&link.to.key)
    });
    items.extend(gone.map(|link| item(ChangeKind::ArrowGone, before, link)));
    items
}

/// Whether imported files listed both ends of an arrow at the earlier moment, as far as they ever did.
fn ends_stood(before: &ComparedSide, names: &NamesAcross, link: Link<'_>) -> bool {
    let stood = |key| before.graph.thing(names.before(key)).is_none_or(|thing| thing.gone.is_none());
    stood(&link.from.key) && stood(&link.to.key)
}

fn turned(before: &ComparedSide, after: &ComparedSide, names: &NamesAcross, link: Link<'_>) -> Difference {
    let told = item(ChangeKind::Turned, after, link);
    let ends = (names.before(&link.from.key), names.before(&link.to.key));
    let earlier = before
        .graph
        .links()
        .find(|known| (&known.from.key, &known.to.key) == ends && known.arrow.relation == link.arrow.relation);
    let earlier = earlier.filter(|known| known.arrow.sign != Sign::Unknown);
    let before = earlier.map(|known| format!(" Before: {}", sentence(before, known))).unwrap_or_default();
    Difference { says: format!("{}{before}", told.says), ..told }
}

fn item(change: ChangeKind, side: &ComparedSide, link: Link<'_>) -> Difference {
    Difference::new(change, &[&link.from.label, &link.to.label], sentence(side, link))
}

fn sentence(side: &ComparedSide, link: Link<'_>) -> String {
    let arrow = link.arrow;
    let claim = Claim {
        from: link.from.label.clone(),
        to: link.to.label.clone(),
        kind: arrow.relation,
        sign: arrow.sign,
        strength: arrow.strength,
        delay: arrow.delay,
        basis: arrow.basis,
        ..Claim::default()
    };
    claim_in_words(&claim, &side.ledger)
}
