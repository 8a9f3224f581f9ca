use crate::graph::{Path, PathStep, PathsTo, Thing};
use crate::lens::field::{harms, wanted_up};
use crate::lens::thresholds::{BACKFIRE_ARROWS, FAINTEST, LONGEST_PATH};
use crate::lens::words::via;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};
use crate::record::Kind;
use crate::record::spoken::about;

use super::easing::{easing, helps, targets};
use super::story::{Archetype, near, severity};
use super::strongest::Strongest;

/// Fixes that fail: a fix f helps the target t soon, harms it later along a longer path, and more of t makes people use
/// f.
///
/// If the arrow from t to f is missing and f is an initiative, the question is about that arrow.
pub(super) const ARCHETYPE: Archetype = Archetype {
    pattern: Pattern::FixesThatFail,
    read,
    lesson: Lesson {
        called: "Fixes that fail: a remedy that works at once and brings the trouble back later.",
        source: "Peter Senge tells the story in The Fifth Discipline (1990).",
        matters: "Each round looks like a reason for more of the same remedy, which is what brings the next round.",
    },
};

/// The path along which a fix helps soon, and the path along which it does harm later.
struct Fix<'a> {
    quick: Path<'a>,
    backfire: Path<'a>,
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let mut whole = Strongest::new();
    let mut partly = Strongest::new();
    for (target, factor) in targets(field) {
        let mut paths_to = None;
        for (fix, quick) in easing(field, target, factor) {
            let is_reached_for = field.causal.out_of(target).any(|step| step.is_signed() && step.to == fix);
            if !is_reached_for && field.causal.thing(fix).is_none_or(|thing| thing.kind != Kind::Initiative) {
                continue;
            }
            let paths_to =
                paths_to.get_or_insert_with(|| PathsTo::place(&field.causal, target, LONGEST_PATH, FAINTEST));
            let found = if is_reached_for { &mut whole } else { &mut partly };
            for fixing in fixings(paths_to, fix, &quick, factor) {
                found.offer((fix, target), severity([&fixing.quick, &fixing.backfire]), fixing);
            }
        }
    }
    let whole = whole.heaviest(field).filter_map(|(ends, severity, fix)| {
        let finding = finding(field, ends, severity, &fix, |told, f, t| {
            (format!("{told}."), format!("What would we do about {} if {} were not at hand?", t.label, f.label))
        });
        Some(finding?.with(Pattern::FixesThatFail))
    });
    let partly = partly.heaviest(field).filter_map(|(ends, severity, fix)| {
        let finding = finding(field, ends, near(severity), &fix, |told, f, t| {
            let (f, t) = (&f.label, &t.label);
            let open = format!("Whether what happens to {t} makes us reach for {f}, nobody here has named.");
            (format!("{told}. {open}"), format!("Does more {t} make us reach for {f}?"))
        });
        Some(finding?.with(Pattern::Near))
    });
    whole.chain(partly).collect()
}

fn fixings<'a>(paths_to: &PathsTo<'_, 'a>, fix: usize, quick: &[Path<'a>], factor: &Thing) -> Vec<Fix<'a>> {
    let backfires =
        paths_to.from(fix).filter(|path| path.len() >= BACKFIRE_ARROWS && harms(path, factor) == Some(true));
    backfires
        .flat_map(|backfire| {
            let sooner = quick.iter().filter(move |quick| quick.days < backfire.days);
            let fixes: Vec<Fix<'a>> =
                sooner.map(|quick| Fix { quick: quick.clone(), backfire: backfire.clone() }).collect();
            fixes
        })
        .collect()
}

/// Returns the finding about a fix and its target. `words` gets the story and both things, and returns the sentence and
/// the question.
fn finding(
    field: &Field<'_>,
    (fix, target): (usize, usize),
    severity: f64,
    found: &Fix<'_>,
    words: impl Fn(&str, &Thing, &Thing) -> (String, String),
) -> Option<FindingDraft> {
    let reached: Vec<PathStep<'_>> = field.causal.out_of(target).filter(|step| step.to == fix).copied().collect();
    let (fix, target) = (field.causal.thing(fix)?, field.causal.thing(target)?);
    let (says, ask) = words(&told(field, fix, target, found), fix, target);
    let finding = FindingDraft::new([&fix.key, &target.key], severity, says, ask);
    Some(finding.on_steps(field, &reached).along(field, &found.quick).along(field, &found.backfire))
}

fn told(field: &Field<'_>, fix: &Thing, target: &Thing, found: &Fix<'_>) -> String {
    let (agrees, it) = (fix.agreement(), target.agreement().object());
    let back = if wanted_up(target) == Some(true) {
        format!("{} {it} again", agrees.verb("lowers"))
    } else {
        format!("{} {it} back", agrees.verb("brings"))
    };
    let (when, told) = (about(found.backfire.days), via(field, &found.backfire));
    format!("{} now and {back} in {when}: {told}", helps(fix, target))
}
