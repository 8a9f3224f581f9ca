//! Finds the subjects of a step among what earlier steps and sessions left; one file for each kind of subject.

mod arrows;
mod loops;
mod pairs;
mod said;
mod subject;
mod tables;
mod things;

pub use arrows::WORTH_A_LOOK;
pub(super) use arrows::crossings_here;
pub use subject::{StepContext, Subject};
pub use things::open_worries;

use super::Seed;

/// Returns the subjects of a seed in the order in which they are asked about; those answered in this step are marked.
pub fn subjects(seed: Seed, scene: &StepContext<'_>) -> Vec<Subject> {
    let mut subjects = match seed {
        Seed::Initiatives => things::initiatives(scene),
        Seed::Incentives => things::incentives(scene),
        Seed::Worries => things::worries(scene),
        Seed::Purposes => things::purposes(scene),
        Seed::Observed => things::observed(scene),
        Seed::Affected => things::affected(scene),
        Seed::Crossings => arrows::crossings(scene),
        Seed::Predictions => arrows::predictions(scene),
        Seed::Loops => loops::loops(scene),
        Seed::Shared => pairs::shared(scene),
        Seed::Clashes => pairs::clashes(scene),
        Seed::Supplies => pairs::supplies(scene),
        Seed::Shown => said::shown(scene),
        Seed::Candidates => said::candidates(scene),
        Seed::Promises => said::promises(scene),
        Seed::Parked => said::parked(scene),
        Seed::Contradictions => tables::contradictions(scene),
    };
    let answers = scene.answers();
    for subject in &mut subjects {
        scene.look_up(seed, subject, &answers);
    }
    subjects
}
