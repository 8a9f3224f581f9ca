//! L3, archetypes: nine structures that recur in systems.
//!
//! Each archetype is a set of parts in the graph. If all parts are found, that is a finding. If exactly one part is
//! missing, the finding is a question about that part and never a claim. Severity: 100 times the fourth root of the
//! product of the parts' impacts, times the lowest confidence among them; with a part missing half of that, and at most
//! 45. The severity of a commons depends on how many units draw on it. Of several instances about the same things only
//! the strongest is listed.
//!
//! Source: Senge (1990); matching archetypes in a graph follows Schoenenberger, Schmid and Schwaninger (2015). Traps:
//! an archetype may fit so well that nobody asks whether it is true of this case, which is why the question comes
//! first; a part may be missing only because nobody spoke about it yet.

mod adversaries;
mod commons;
mod drifting;
mod easing;
mod escalation;
mod fixes;
mod given_out;
mod growth;
mod limit;
mod limits;
mod shifting;
mod story;
mod strongest;
mod success;

use std::collections::BTreeSet;

use crate::graph::Key;

use self::story::Archetype;
use super::{Field, FindingDraft, Lens, Lesson, Narration, Pattern, Surprise, Treatment};

impl Lens {
    /// L3, system archetypes.
    pub const ARCHETYPE: &'static Self = &Self { number: 3, name: "archetype", read, treats };
}

const ARCHETYPES: [Archetype; 9] = [
    fixes::ARCHETYPE,
    shifting::ARCHETYPE,
    limits::ARCHETYPE,
    growth::ARCHETYPE,
    success::ARCHETYPE,
    commons::ARCHETYPE,
    adversaries::ARCHETYPE,
    escalation::ARCHETYPE,
    drifting::ARCHETYPE,
];

const NEAR: Lesson = Lesson {
    called: "A pattern of which one part is missing: the question is whether that part is there.",
    source: "Peter Senge's The Fifth Discipline (1990) tells the nine whole stories.",
    matters: "One answer decides whether a well-known story is under way here, early enough to end it differently.",
};

fn treats(pattern: Option<Pattern>) -> Treatment {
    let known = ARCHETYPES.iter().find(|archetype| Some(archetype.pattern) == pattern);
    let treatment =
        known.map_or(Treatment::of(NEAR).narrated(Narration::Never), |archetype| Treatment::of(archetype.lesson));
    match pattern {
        Some(Pattern::FixesThatFail | Pattern::ShiftingTheBurden | Pattern::AccidentalAdversaries) => {
            treatment.surprising(Surprise::SignsOpposed)
        }
        Some(Pattern::DriftingGoals) => treatment.surprising(Surprise::IncentiveAgainstGoal),
        _ => treatment,
    }
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let all = |archetype: &Archetype| {
        let pattern = archetype.pattern;
        (archetype.read)(field).into_iter().map(move |finding| (pattern, finding))
    };
    one_question_each(only_the_deeper_fix(ARCHETYPES.iter().flat_map(all).collect()))
}

/// Removes each "fixes that fail" whose fix and target are also those of a "shifting the burden", which contains it.
fn only_the_deeper_fix(mut found: Vec<(Pattern, FindingDraft)>) -> Vec<FindingDraft> {
    let ends = |finding: &FindingDraft| Some((finding.about.first()?.clone(), finding.about.last()?.clone()));
    let deeper = found.iter().filter(|(_, finding)| finding.pattern == Some(Pattern::ShiftingTheBurden));
    let shifted: BTreeSet<(Key, Key)> = deeper.filter_map(|(_, finding)| ends(finding)).collect();
    found.retain(|(story, finding)| {
        *story != Pattern::FixesThatFail || ends(finding).is_none_or(|ends| !shifted.contains(&ends))
    });
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// Removes archetypes with a missing part if one with a larger severity is about the same things.
fn one_question_each(mut found: Vec<FindingDraft>) -> Vec<FindingDraft> {
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let mut asked = BTreeSet::new();
    found.retain(|finding| finding.pattern != Some(Pattern::Near) || asked.insert(finding.about.clone()));
    found
}
