use std::collections::BTreeMap;

use crate::graph::{Link, Path, Thing, paths};
use crate::lens::field::differ;
use crate::lens::thresholds::{ADVERSARY_ARROWS, FAINTEST};
use crate::lens::words::via;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};
use crate::record::{Relation, Sign};

use super::story::{Archetype, near, severity};
use super::strongest::Strongest;

/// Accidental adversaries: two things of different units each aim at something, and each moves the other's aim in the
/// wrong direction.
///
/// If only one of the two is known to do so, the question is about the other one.
pub(super) const ARCHETYPE: Archetype = Archetype {
    pattern: Pattern::AccidentalAdversaries,
    read,
    lesson: Lesson {
        called: "Accidental adversaries: two who should be partners, each in the other's way.",
        source: "Jennifer Kemeny described it; Peter Senge and others tell it in The Fifth Discipline Fieldbook (1994).",
        matters: "Each sees what the other does to them and not what they do to the other, and takes it for ill will.",
    },
};

/// An aim of one adversary, and the path along which the other adversary moves it in the wrong direction.
struct AimHarm<'a> {
    aim: Link<'a>,
    path: Path<'a>,
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let harms = harms(field);
    let (mut whole, mut partly) = (Strongest::new(), Strongest::new());
    for ((x, y), there) in &harms {
        match harms.get(&(*y, *x)) {
            Some(back) if x < y => {
                for (there, back) in there.iter().flat_map(|there| back.iter().map(move |back| (there, back))) {
                    whole.offer((*x, *y), severity([&there.path, &back.path]), (there, back));
                }
            }
            Some(_) => {}
            None => there.iter().for_each(|there| partly.offer((*x, *y), near(severity([&there.path])), there)),
        }
    }
    let whole = whole.heaviest(field).filter_map(|((x, y), severity, (there, back))| {
        let (x, y) = (field.causal.thing(x)?, field.causal.thing(y)?);
        let told = (via(field, &there.path), via(field, &back.path));
        let says =
            format!("{} and {} undo each other without meaning to: {}; and {}.", x.label, y.label, told.0, told.1);
        let finding = finding(field, (x, y), severity, says, there).along(field, &back.path).on([back.aim]);
        Some(finding.with(Pattern::AccidentalAdversaries))
    });
    let partly = partly.heaviest(field).filter_map(|((x, y), severity, there)| {
        let (x, y) = (field.causal.thing(x)?, field.causal.thing(y)?);
        let says = format!(
            "{} in the way of what {} meant to do: {}. Whether it is so the other way round, nobody here has named.",
            x.with("gets"),
            y.with("is"),
            via(field, &there.path)
        );
        Some(finding(field, (x, y), severity, says, there).with(Pattern::Near))
    });
    whole.chain(partly).collect()
}

fn finding(
    field: &Field<'_>,
    (x, y): (&Thing, &Thing),
    severity: f64,
    says: String,
    there: &AimHarm<'_>,
) -> FindingDraft {
    let ask = format!("What would {} and {} each need to know a week earlier?", x.label, y.label);
    let finding = FindingDraft::new([&x.key, &y.key], severity, says, ask);
    finding.along(field, &there.path).on([there.aim])
}

/// Returns the paths along which one adversary moves another's aim in the wrong direction, by the places of both.
fn harms<'a>(field: &Field<'a>) -> BTreeMap<(usize, usize), Vec<AimHarm<'a>>> {
    let mut aims: BTreeMap<usize, Vec<(usize, Link<'a>)>> = BTreeMap::new();
    let mut aiming: BTreeMap<usize, &Thing> = BTreeMap::new();
    for aim in field.links(Relation::Aims).filter(|aim| matches!(aim.arrow.sign, Sign::Plus | Sign::Minus)) {
        let places = (field.causal.place_of(&aim.from.key), field.causal.place_of(&aim.to.key));
        if let (Some(from), Some(to)) = places {
            aims.entry(to).or_default().push((from, aim));
            aiming.insert(from, aim.from);
        }
    }
    let mut harms: BTreeMap<(usize, usize), Vec<AimHarm<'a>>> = BTreeMap::new();
    for (x, thing) in aiming {
        for path in paths(&field.causal, x, ADVERSARY_ARROWS, FAINTEST) {
            for (y, aim) in path.end().and_then(|end| aims.get(&end)).into_iter().flatten() {
                let wrong = path.turns == (aim.arrow.sign == Sign::Plus);
                if wrong && differ(thing, aim.from) {
                    harms.entry((x, *y)).or_default().push(AimHarm { aim: *aim, path: path.clone() });
                }
            }
        }
    }
    harms
}
