use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link, Thing};
use crate::lens::Field;
use crate::lens::thresholds::{QUIET_DAYS, SHARED_UNITS};
use crate::record::{Kind, Relation, Status};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The active initiatives, and the arrows that count for momentum.
pub(super) struct Portfolio<'a> {
    /// Every initiative that has not been stopped, in key order; without those that only imported files name, since the
    /// room has not spoken of them, and without those that are gone from their list.
    pub(super) active: Vec<&'a Thing>,
    /// The `builds` arrows.
    pub(super) builds: Vec<Link<'a>>,
    /// The `aims` arrows from active initiatives to purposes.
    pub(super) serves: Vec<Link<'a>>,
    /// The `affects` arrows from active initiatives to things that were seen to move and that lead on to a forum, an
    /// initiative or a process.
    pub(super) heard: Vec<Link<'a>>,
    /// The arrows by which these things lead on.
    pub(super) back: Vec<Link<'a>>,
    /// The active initiatives that are fading, and the pilots of which nobody has spoken for long.
    pub(super) fading: BTreeSet<&'a Key>,
    /// Every voice, in key order.
    pub(super) voices: Vec<&'a Thing>,
    /// The voices that a purpose covers or a promise is about.
    pub(super) answered: BTreeSet<&'a Key>,
}

fn is_active(change: &Thing) -> bool {
    change.status != Some(Status::Stopped) && !change.imported && change.gone.is_none()
}

impl<'a> Portfolio<'a> {
    pub(super) fn of(field: &Field<'a>) -> Self {
        let active: Vec<&Thing> = field.of_kind(Kind::Initiative).map(|(_, x)| x).filter(|x| is_active(x)).collect();
        let active_keys: BTreeSet<&Key> = active.iter().map(|change| &change.key).collect();
        let starts = |link: &Link<'_>| active_keys.contains(&link.from.key);
        let mut back: Vec<Link<'_>> = field.graph.links().filter(leads_on).collect();
        let seen: BTreeSet<&Key> = back.iter().map(|link| &link.from.key).collect();
        let moves_it = |link: &Link<'_>| starts(link) && seen.contains(&link.to.key);
        let heard: Vec<Link<'_>> = field.links(Relation::Affects).filter(moves_it).collect();
        let moved: BTreeSet<&Key> = heard.iter().map(|link| &link.to.key).collect();
        back.retain(|link| moved.contains(&link.from.key));
        let serves = |link: &Link<'_>| starts(link) && link.to.kind == Kind::Purpose;
        let voices: Vec<&Thing> = field.of_kind(Kind::Voice).map(|(_, voice)| voice).collect();
        Self {
            builds: field.links(Relation::Builds).collect(),
            serves: field.links(Relation::Aims).filter(serves).collect(),
            heard,
            back,
            fading: fading(field, &active),
            answered: answered(field, &voices),
            active,
            voices,
        }
    }

    /// Returns the number of active initiatives at an end of these arrows.
    pub(super) fn count(&self, links: &[Link<'_>]) -> usize {
        let ends: BTreeSet<&Key> = links.iter().flat_map(|link| [&link.from.key, &link.to.key]).collect();
        self.active.iter().filter(|change| ends.contains(&change.key)).count()
    }

    /// Whether the arrows to one purpose rest on people of at least two units.
    pub(super) fn shares_a_purpose(&self) -> bool {
        let mut behind: BTreeMap<&Key, BTreeSet<&Key>> = BTreeMap::new();
        for link in &self.serves {
            behind.entry(&link.to.key).or_default().extend(&link.arrow.heard_from);
        }
        behind.values().any(|units| units.len() >= SHARED_UNITS)
    }
}

/// Whether an arrow leads from a thing that was seen to move to a forum, an initiative or a process.
fn leads_on(link: &Link<'_>) -> bool {
    !link.from.observations.is_empty() && matches!(link.to.kind, Kind::Forum | Kind::Initiative | Kind::Process)
}

/// Returns the active initiatives that are fading, and the pilots of which nobody has spoken for long.
///
/// Days are counted back from the last thing said and not from today, so that the same ledger always gives the same
/// result.
fn fading<'a>(field: &Field<'a>, active: &[&'a Thing]) -> BTreeSet<&'a Key> {
    let mut spoken: BTreeMap<&Key, i64> = BTreeMap::new();
    for link in field.graph.links() {
        for end in [&link.from.key, &link.to.key] {
            let last = spoken.entry(end).or_insert(i64::MIN);
            *last = (*last).max(link.arrow.affirmed.unwrap_or(i64::MIN));
        }
    }
    let latest = spoken.values().copied().max().unwrap_or(i64::MIN);
    let quiet = |change: &Thing| {
        let last = spoken.get(&change.key).copied().unwrap_or(latest);
        change.status == Some(Status::Pilot) && latest.saturating_sub(last) >= QUIET_DAYS * DAY
    };
    let fades = |change: &&&Thing| change.status == Some(Status::Fading) || quiet(change);
    active.iter().filter(fades).map(|change| &change.key).collect()
}

fn answered<'a>(field: &Field<'a>, voices: &[&'a Thing]) -> BTreeSet<&'a Key> {
    let covered = field.links(Relation::Covers).filter(|link| link.from.kind == Kind::Purpose);
    let covered: BTreeSet<&Key> = covered.map(|link| &link.to.key).collect();
    let answered = voices.iter().filter(|voice| voice.promised || covered.contains(&voice.key));
    answered.map(|voice| &voice.key).collect()
}
