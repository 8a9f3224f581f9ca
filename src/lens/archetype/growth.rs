use std::collections::BTreeMap;

use crate::graph::{Path, PathsTo};
use crate::lens::thresholds::{CAPACITY_DAYS, FAINTEST, LONGEST_PATH};
use crate::lens::words::via;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};
use crate::record::spoken::about;

use super::limit::{Limited, limited};
use super::story::{Archetype, near, severity};
use super::strongest::Strongest;

/// Growth and underinvestment: limits to success, and a path from the growth that lifts the limit, but late. It is
/// listed beside limits to success.
///
/// If there is such a path and nobody said how long it takes, the question is about its duration.
pub(super) const ARCHETYPE: Archetype = Archetype {
    pattern: Pattern::GrowthAndUnderinvestment,
    read,
    lesson: Lesson {
        called: "Growth and underinvestment: what was needed arrives after the growth has gone.",
        source: "Peter Senge tells the story in The Fifth Discipline (1990).",
        matters: "When capacity comes too late the demand has already fallen, which then looks like proof that it was not needed.",
    },
};

/// The two loops, and the path that lifts the limit.
struct Lifted<'f, 'a> {
    limited: Limited<'f, 'a>,
    lift: Path<'a>,
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let mut lifts = Lifts { field, known: BTreeMap::new(), paths_to: BTreeMap::new() };
    let (mut whole, mut partly) = (Strongest::new(), Strongest::new());
    for limited in limited(field) {
        let Some(limit) = limited.limit else { continue };
        for lift in limited.growth.places().skip(1).flat_map(|from| lifts.of(from, limit)) {
            let weight = severity([limited.growth, limited.brake, &lift]);
            let found = if lift.days >= CAPACITY_DAYS { &mut whole } else { &mut partly };
            let Limited { growth, brake, shared, limit } = limited;
            found.offer(limit, weight, Lifted { limited: Limited { growth, brake, shared, limit }, lift });
        }
    }
    let late: Vec<_> = whole.heaviest(field).collect();
    let open: Vec<_> =
        partly.heaviest(field).filter(|(limit, ..)| late.iter().all(|(known, ..)| known != limit)).collect();
    let late = late.iter().filter_map(|(_, severity, found)| finding(field, *severity, found));
    late.chain(open.iter().filter_map(|(_, severity, found)| finding(field, near(*severity), found))).collect()
}

/// Finds the paths from a thing to a limit that lift the limit: those that take long, and those of unknown duration.
struct Lifts<'f, 'a> {
    field: &'f Field<'a>,
    known: BTreeMap<(usize, usize), Vec<Path<'a>>>,
    paths_to: BTreeMap<usize, PathsTo<'f, 'a>>,
}

impl<'a> Lifts<'_, 'a> {
    fn of(&mut self, from: usize, limit: usize) -> Vec<Path<'a>> {
        if let Some(known) = self.known.get(&(from, limit)) {
            return known.clone();
        }
        let field = self.field;
        let paths_to = self.paths_to.entry(limit);
        let paths_to = paths_to.or_insert_with(|| PathsTo::place(&field.causal, limit, LONGEST_PATH, FAINTEST));
        let lifts = paths_to.from(from).filter(|path| !path.turns);
        let (late, unsaid) =
            lifts.filter(|path| path.days == 0 || path.days >= CAPACITY_DAYS).partition(|path| path.days > 0);
        let lifts = [best(late), best(unsaid)].concat();
        self.known.insert((from, limit), lifts.clone());
        lifts
    }
}

/// Returns the paths without those to which another is at least as strong and as sure.
fn best(mut paths: Vec<Path<'_>>) -> Vec<Path<'_>> {
    paths.sort_by(|one, other| other.impact.cmp(&one.impact).then(other.confidence.total_cmp(&one.confidence)));
    let mut surest = 0.0;
    paths.retain(|path| {
        let surer = path.confidence > surest;
        surest = path.confidence.max(surest);
        surer
    });
    paths
}

fn finding(field: &Field<'_>, severity: f64, Lifted { limited, lift }: &Lifted<'_, '_>) -> Option<FindingDraft> {
    let limit = field.causal.thing(limited.limit?)?;
    let growth = lift.places().next();
    let growth = |verb| growth.map(|place| field.with_at(place, verb)).unwrap_or_default();
    let told = via(field, lift);
    let (says, pattern) = if lift.days >= CAPACITY_DAYS {
        let says = format!(
            "More {} arrives {} after {} for {}: {told}.",
            limit.label,
            about(lift.days),
            growth("asks"),
            limit.agreement().object()
        );
        (says, Pattern::GrowthAndUnderinvestment)
    } else {
        let says =
            format!("{} more {}: {told}. How long that takes, nobody here has named.", growth("brings"), limit.label);
        (says, Pattern::Near)
    };
    let ask = format!("How long from asking to having more {}?", limit.label);
    let finding = FindingDraft::new([&limit.key], severity, says, ask).with(pattern);
    Some(finding.along(field, limited.growth).along(field, limited.brake).along(field, lift))
}
