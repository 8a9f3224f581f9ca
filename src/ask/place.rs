use std::mem::discriminant;

use crate::exercise::{Answer, Catalogue};
use crate::record::{Mode, StepId};

use super::QuestionTemplate;
use super::thresholds::{AT_HOME, ELSEWHERE, IN_FAMILY};

/// The place of the room in its agenda: the step, and the exercises that are like the exercise of this step.
pub(super) struct AgendaPlace<'a> {
    step: Option<&'a StepId>,
    /// The ids of the exercises with a step that asks for the same sort of answer.
    family: Vec<&'a str>,
}

impl<'a> AgendaPlace<'a> {
    pub(super) fn of(step: Option<&'a StepId>, catalogue: &'a Catalogue, mode: Mode) -> Self {
        let found = step.and_then(|step| catalogue.step(step, mode));
        let asks = |answer: &Answer| found.is_some_and(|(_, step)| discriminant(&step.answer) == discriminant(answer));
        let alike = |id: &str| catalogue.find(id).is_some_and(|one| one.steps(mode).iter().any(|s| asks(&s.answer)));
        let ids = catalogue.exercises().iter().map(|exercise| exercise.id.as_str());
        Self { step, family: ids.filter(|id| alike(id)).collect() }
    }

    /// Returns how well a question fits the step, in tenths.
    pub(super) fn fit(&self, template: &QuestionTemplate) -> u64 {
        let Some(step) = self.step else { return AT_HOME };
        if template.is_at_home(step) {
            AT_HOME
        } else if template.exercises().any(|exercise| self.family.contains(&exercise)) {
            IN_FAMILY
        } else {
            ELSEWHERE
        }
    }
}
