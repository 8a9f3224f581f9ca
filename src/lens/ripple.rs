//! L1, second-order ripple: an initiative harms a factor at least two arrows away, at which it does not aim.
//!
//! For an initiative x and a factor t of which more or less is wanted, the lens looks at paths of at least two arrows
//! from x to t that move t in the wrong direction. Pairs of which x aims at t are left out. The strongest path of each
//! pair counts. Severity: 100 times the square root of the impact, times the confidence of the path; more if t belongs
//! to another unit, and more if the harm shows late.
//!
//! Source: second-order consequences, as in Sterman (2000). Traps: a path may go through a name that means two things;
//! people think of ten times the effect where a little is the maximum; other paths may push back, which the sentence
//! says.

use std::collections::BTreeMap;

use crate::graph::{Impact, Path, Thing};
use crate::record::{Kind, Relation};

use super::field::{Field, differ, harms};
use super::thresholds::{PULLS, RIPPLE_ABROAD, RIPPLE_ARROWS, RIPPLE_IMPACT, RIPPLE_LATE, RIPPLE_LATE_DAYS};
use super::words::{via, weakest, within};
use super::{FindingDraft, Lens, Lesson, Narration, Treatment};

impl Lens {
    /// L1, second-order ripple.
    pub const RIPPLE: &'static Self =
        &Self { number: 1, name: "ripple", read, treats: |_| Treatment::of(LESSON).narrated(Narration::Never) };
}

const LESSON: Lesson = Lesson {
    called: "A second-order ripple: what a change brings about one step further than anybody was looking.",
    source: "John Sterman's Business Dynamics (2000) is the usual reference for following effects past the first.",
    matters: "What goes wrong with a change mostly shows next door and later, where nobody links it back.",
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    field.of_kind(Kind::Initiative).flat_map(|(place, change)| from(field, place, change)).collect()
}

/// Returns the findings about the strongest harm that one initiative does to each factor.
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
        None => format!("Who would notice first that {}, and what would they see?", factor.with("moves")),
    };
    FindingDraft::new([&change.key, &factor.key], severity(path, change, factor), says, ask).along(field, path)
}

/// Whether the summed impacts of all paths are above the threshold in both directions.
fn pushes_back(field: &Field<'_>, path: &Path<'_>) -> bool {
    let (Some(from), Some(to)) = (path.places().next(), path.end()) else { return false };
    let total = |turns: bool| -> Impact {
        field.between(from, to).filter(|path| path.turns == turns).map(|path| path.impact).sum()
    };
    total(true) > PULLS && total(false) > PULLS
}
