use crate::graph::{Link, Path, PathStep};
use crate::lens::thresholds::DRIFT_ARROWS;
use crate::lens::words::via;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};
use crate::record::{Kind, Relation};

use super::story::{Archetype, near, severity};
use super::strongest::Strongest;

/// Drifting goals: an incentive or a purpose asks for t, while t affects it along a short path of any sign.
///
/// If a sign on the path from t is open, the question is about that sign.
pub(super) const ARCHETYPE: Archetype = Archetype {
    pattern: Pattern::DriftingGoals,
    read,
    lesson: Lesson {
        called: "Drifting goals: what is missed moves the target, a little at a time.",
        source: "Peter Senge tells the story in The Fifth Discipline (1990), as eroding goals.",
        matters: "Each step down is small and reasonable, and nobody ever decided on where it has come to.",
    },
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let (mut whole, mut partly) = (Strongest::new(), Strongest::new());
    for asks in field.links(Relation::Rewards).chain(field.links(Relation::Aims)).filter(is_goal) {
        let places = (field.causal.place_of(&asks.from.key), field.causal.place_of(&asks.to.key));
        let (Some(goal), Some(target)) = places else { continue };
        let asking = Path::along([PathStep { from: goal, to: target, arrow: asks.arrow }]);
        for back in paths_back(field, target, goal) {
            let weight = severity([&asking, &back]);
            let is_open = back.steps.iter().any(|step| !step.is_signed());
            let found = if is_open { &mut partly } else { &mut whole };
            found.offer((goal, target), weight, (asks, back));
        }
    }
    let late: Vec<_> = whole.heaviest(field).collect();
    let open =
        partly.heaviest(field).filter(|(ends, ..)| late.iter().all(|(known, ..)| known != ends)).collect::<Vec<_>>();
    let whole = late.iter().map(|(_, severity, (asks, back))| {
        let (goal, target) = (&asks.from.label, &asks.to.label);
        let says = format!("What is missed on {target} is quietly moving {goal}: {}.", via(field, back));
        finding(field, *severity, says, asks, back).with(Pattern::DriftingGoals)
    });
    let partly = open.iter().map(|(_, severity, (asks, back))| {
        let goal = &asks.from.label;
        let (moves, it) = (asks.to.with("moves"), asks.to.agreement().object());
        let asked = asks.from.agreement().verb("asks");
        let says = format!("{moves} {goal}, which {asked} for {it}; which way, nobody here has named or agreed.");
        finding(field, near(*severity), says, asks, back).with(Pattern::Near)
    });
    whole.chain(partly).collect()
}

fn is_goal(asks: &Link<'_>) -> bool {
    matches!(asks.from.kind, Kind::Incentive | Kind::Purpose)
}

/// Returns the short paths from the target back to the goal, including those with an open sign.
fn paths_back<'a>(field: &Field<'a>, target: usize, goal: usize) -> Vec<Path<'a>> {
    let mut found = Vec::new();
    let mut waiting: Vec<Vec<PathStep<'a>>> = vec![Vec::new()];
    while let Some(steps) = waiting.pop() {
        let here = steps.last().map_or(target, |step| step.to);
        for step in field.causal.out_of(here).filter(|step| step.to != here && step.to != target) {
            let longer: Vec<PathStep<'a>> = steps.iter().chain([step]).copied().collect();
            if step.to == goal {
                found.push(Path::along(longer));
            } else if longer.len() < DRIFT_ARROWS {
                waiting.push(longer);
            }
        }
    }
    found
}

fn finding(field: &Field<'_>, severity: f64, says: String, asks: &Link<'_>, back: &Path<'_>) -> FindingDraft {
    let ask = format!("When {} {} last relaxed, and by whom?", asks.from.agreement().verb("was"), asks.from.label);
    let about = [&asks.from.key, &asks.to.key];
    FindingDraft::new(about, severity, says, ask).on([*asks]).along(field, back)
}
