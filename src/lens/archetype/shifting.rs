use std::collections::BTreeMap;

use crate::graph::{FoundPaths, Path, PathStep, PathsTo};
use crate::lens::thresholds::{FAINTEST, LONGEST_PATH};
use crate::lens::words::via;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};
use crate::record::spoken::{about, capitalised};

use super::easing::{Easing, easing, helps, targets};
use super::story::{Archetype, near, severity};
use super::strongest::Strongest;

/// Shifting the burden: a quick fix q and a slower fix f both help the target t along paths without a common thing, and
/// each use of q makes f less likely.
///
/// If the path from q to f is missing and an arrow leads from t to q, the question is about that path.
pub(super) const ARCHETYPE: Archetype = Archetype {
    pattern: Pattern::ShiftingTheBurden,
    read,
    lesson: Lesson {
        called: "Shifting the burden: the quick fix takes the strength from the lasting one.",
        source: "Peter Senge tells the story in The Fifth Discipline (1990).",
        matters: "The quick fix goes on being needed, and in the end nobody is left who could do the other thing.",
    },
};

/// The places of the quick fix, the lasting fix and the target.
type Trio = (usize, usize, usize);

/// The paths along which both fixes help the target, and the path along which the quick fix weakens the lasting one.
struct Burden<'a> {
    quick: Path<'a>,
    lasting: Path<'a>,
    weakens: Option<Path<'a>>,
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let easings: BTreeMap<usize, Easing<'_>> =
        targets(field).map(|(target, factor)| (target, easing(field, target, factor))).collect();
    let mut helped: BTreeMap<usize, BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    for (target, easing) in &easings {
        for (quick, lasting) in pairs(easing) {
            helped.entry(lasting).or_default().entry(quick).or_default().push(*target);
        }
    }
    let (mut whole, mut partly) = (Strongest::new(), Strongest::new());
    for (lasting, quicker) in helped {
        let paths_to = PathsTo::place(&field.causal, lasting, LONGEST_PATH, FAINTEST);
        for (quick, targets) in quicker {
            let mut weakens = Weakening::of(field, &paths_to, (quick, lasting));
            for target in targets {
                let (trio, Some(easing)) = ((quick, lasting, target), easings.get(&target)) else { continue };
                let weakens = weakens.around(target);
                let is_reached_for = || field.causal.out_of(target).any(|step| step.is_signed() && step.to == quick);
                if !weakens.is_empty() {
                    offer(&mut whole, easing, trio, &weakens.iter().map(Some).collect::<Vec<_>>());
                } else if is_reached_for() {
                    offer(&mut partly, easing, trio, &[None]);
                }
            }
        }
    }
    let whole = whole.heaviest(field).filter_map(|(trio, severity, burden)| finding(field, trio, severity, &burden));
    let partly =
        partly.heaviest(field).filter_map(|(trio, severity, burden)| finding(field, trio, near(severity), &burden));
    whole.chain(partly).collect()
}

/// Returns every pair of fixes of which the first works sooner than the second, along paths without a common thing but
/// the target.
fn pairs(easing: &Easing<'_>) -> Vec<(usize, usize)> {
    let fixes = || easing.iter();
    let both = fixes().flat_map(|quick| fixes().map(move |lasting| (quick, lasting)));
    let apart = both.filter(|((quick, soon), (lasting, late))| {
        quick != lasting && soon.iter().any(|soon| late.iter().any(|late| is_quicker(soon, late)))
    });
    apart.map(|((quick, _), (lasting, _))| (*quick, *lasting)).collect()
}

/// Whether the first path takes fewer days than the second, and the two meet only at their end.
fn is_quicker(soon: &Path<'_>, late: &Path<'_>) -> bool {
    let meets = |place: usize| Some(place) != late.end() && late.places().any(|other| other == place);
    soon.days < late.days && !soon.places().any(meets)
}

/// The paths along which one fix weakens another, the strongest first. They are searched only as far as they are
/// needed.
struct Weakening<'t, 'a> {
    ahead: FoundPaths<'t, 'a>,
    known: Vec<Path<'a>>,
    /// The maximum confidence that any of these paths can have.
    sure: f64,
}

impl<'t, 'a> Weakening<'t, 'a> {
    fn of(field: &Field<'a>, paths_to: &'t PathsTo<'t, 'a>, (quick, lasting): (usize, usize)) -> Self {
        let causal = &field.causal;
        let surest =
            |most: f64, step: &PathStep<'_>| if step.is_signed() { most.max(step.arrow.confidence) } else { most };
        let sure = causal.out_of(quick).fold(0.0, surest).min(causal.into(lasting).fold(0.0, surest));
        Self { ahead: paths_to.from(quick), known: Vec::new(), sure }
    }

    /// Returns the paths that do not pass a place, without those to which another is at least as strong and as sure.
    fn around(&mut self, place: usize) -> Vec<Path<'a>> {
        let mut found: Vec<Path<'a>> = Vec::new();
        let mut at = 0;
        while found.last().is_none_or(|path| path.confidence < self.sure) {
            let Some(path) = self.at(at) else { break };
            if !path.passes(place) && found.last().is_none_or(|surest| path.confidence > surest.confidence) {
                found.push(path.clone());
            }
            at += 1;
        }
        found
    }

    fn at(&mut self, at: usize) -> Option<&Path<'a>> {
        while self.known.len() <= at {
            let next = self.ahead.find(|path| path.turns)?;
            self.known.push(next);
        }
        self.known.get(at)
    }
}

/// Offers every instance of two fixes and a target, each with every path along which one fix weakens the other, or with
/// none.
fn offer<'t, 'a: 't>(
    found: &mut Strongest<Trio, Burden<'a>>,
    easing: &Easing<'a>,
    trio: Trio,
    weakens: &[Option<&'t Path<'a>>],
) {
    let paths_of = |fix: usize| easing.get(&fix).into_iter().flatten();
    for quick in paths_of(trio.0) {
        for lasting in paths_of(trio.1).filter(|lasting| is_quicker(quick, lasting)) {
            for weakens in weakens.iter().copied() {
                found.offer_made(trio, severity([quick, lasting].into_iter().chain(weakens)), || Burden {
                    quick: quick.clone(),
                    lasting: lasting.clone(),
                    weakens: weakens.cloned(),
                });
            }
        }
    }
}

fn finding(
    field: &Field<'_>,
    (quick, lasting, target): (usize, usize, usize),
    severity: f64,
    burden: &Burden<'_>,
) -> Option<FindingDraft> {
    let (quick, lasting) = (field.causal.thing(quick)?, field.causal.thing(lasting)?);
    let target = field.causal.thing(target)?;
    let (q, f) = (&quick.label, &lasting.label);
    let helps = helps(quick, target);
    let (rest, pattern) = match &burden.weakens {
        Some(weakens) => {
            (format!("each use of {q} makes {f} less likely: {}", via(field, weakens)), Pattern::ShiftingTheBurden)
        }
        None => (format!("whether each use of {q} makes {f} less likely, nobody here has named"), Pattern::Near),
    };
    let says = format!("{helps} at once, {f} in {}; {rest}.", about(burden.lasting.days));
    let ask = match pattern {
        Pattern::Near => format!(
            "What would remove the need for {q}? {} {q} weaken {f}?",
            capitalised(&quick.agreement().verb("does"))
        ),
        _ => format!("What would remove the need for {q}?"),
    };
    let finding = FindingDraft::new([&quick.key, &lasting.key, &target.key], severity, says, ask);
    let finding = finding.with(pattern).along(field, &burden.quick).along(field, &burden.lasting);
    Some(burden.weakens.iter().fold(finding, |finding, weakens| finding.along(field, weakens)))
}
