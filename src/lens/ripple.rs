//! L1, second-order ripple: a change that does well where it was aimed, and harm two or more arrows away.
//!
//! For an initiative x and a factor t that somebody wants to move: paths from x to t of at least two arrows that move t in
//! the wrong direction, where x does not aim at t. The strongest path counts for each pair. Severity is 100 times the root
//! of what arrives, times the confidence of the path, more when t belongs to another unit and more when it shows late.
//!
//! Source: second-order consequences, as in Sterman (2000). Traps: a path through a name that means two things; thinking of
//! ten times as much where a little saturates; other paths that push back, which is why the other side is always said.

use std::collections::BTreeMap;

use crate::graph::{Impact, Path, Thing};
use crate::record::{Kind, Relation};

use super::field::{Field, differ, harms};
use super::thresholds::{PULLS, RIPPLE_ABROAD, RIPPLE_ARROWS, RIPPLE_IMPACT, RIPPLE_LATE, RIPPLE_LATE_DAYS};
use super::words::{via, weakest, within};
use super::{FindingDraft, Lens, Lesson, Narration, Treatment};

impl Lens {
    /// L1, second-order ripple.
    pub const RIPPLE: &'static Self = &Self {
        number: 1,
        name: "ripple",
        read,
        treats: |_| Treatment::of(LESSON).narrated(Narration::Never),
        is_cut: None,
    };
}

const LESSON: Lesson = Lesson {
    called: "A second-order ripple: what a change brings about one step further than anybody was looking.",
    source: "John Sterman's Business Dynamics (2000) is the usual reference for following effects past the first.",
    matters: "What goes wrong with a change mostly shows next door and later, where nobody links it back.",
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    field.of_kind(Kind::Initiative).flat_map(|(place, change)| from(field, place, change)).collect()
}

/// The strongest harm that one change does to each factor.
fn from(field: &Field<'_>, place: usize, change: &Thing) -> Vec<FindingDraft> {
    let mut strongest: BTreeMap<usize, &Path<'_>> = BTreeMap::new();
    for path in field.paths(place).iter().filter(|path| path.len() >= RIPPLE_ARROWS) {
        let Some((end, factor)) = path.end().and_then(|end| Some((end, field.causal.thing(end)?))) else { continue };
        let counts = path.impact >= RIPPLE_IMPACT && harms(path, factor) == Some(true);
        let weight = |path: &Path<'_>| (path.impact, severity(path, change, factor));
        if counts && strongest.get(&end).is_none_or(|known| weight(path) > weight(known)) {
            strongest.insert(end, path);
        }
    }
    let found = strongest.into_iter().filter_map(|(end, path)| {
        let factor = field.causal.thing(end)?;
        let meant = field.leads(&change.key, Relation::Aims, &factor.key);
        (!meant).then(|| finding(field, change, factor, path))
    });
    found.collect()
}

fn severity(path: &Path<'_>, change: &Thing, factor: &Thing) -> f64 {
    let abroad = if differ(change, factor) { RIPPLE_ABROAD } else { 1.0 };
    let late = if path.days >= RIPPLE_LATE_DAYS { RIPPLE_LATE } else { 1.0 };
    100.0 * path.impact.share().sqrt() * path.confidence * abroad * late
}

fn finding(field: &Field<'_>, change: &Thing, factor: &Thing, path: &Path<'_>) -> FindingDraft {
    let (x, t) = (&change.label, &factor.label);
    let mut says = format!("More of {x} moves {t} the wrong way, {}: {}.", within(path.days), via(field, path));
    if let Some(step) = path.weakest() {
        says += " Weakest link: ";
        says += &weakest(field, step);
        says += ".";
    }
    if pushes_back(field, path) {
        says += " Other ways push back: it pulls both ways.";
    }
    let ask = match field.unit_label(factor) {
        Some(unit) => format!("Who in {unit} would notice first, and what would they see?"),
        None => format!("Who would notice first that {t} moves, and what would they see?"),
    };
    FindingDraft::new([&change.key, &factor.key], severity(path, change, factor), says, ask).along(field, path)
}

/// Whether much arrives along all paths together in both directions.
fn pushes_back(field: &Field<'_>, path: &Path<'_>) -> bool {
    let (Some(from), Some(to)) = (path.places().next(), path.end()) else { return false };
    let total = |turns: bool| -> Impact {
        field.between(from, to).filter(|path| path.turns == turns).map(|path| path.impact).sum()
    };
    total(true) > PULLS && total(false) > PULLS
}
