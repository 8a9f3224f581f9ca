use crate::exercise::{Blanks, Exercise, Step};
use crate::record::Mode;

/// The id of the exercise whose questions are asked unless another one is named.
pub const USUAL_SURVEY: &str = "survey";

/// Returns the questions that an exercise puts to one person; `None` where it has none, or where a question or what its
/// answers become depends on what was said before.
pub fn survey_questions(exercise: &Exercise) -> Option<&[Step]> {
    let steps = exercise.steps(Mode::Solo);
    let waits = |step: &Step| {
        let opens = step.bare.as_ref().is_some_and(|form| form.filled(&Blanks::default()).is_none());
        opens || step.walks() || step.unnamed || step.prompt.contains('{')
    };
    (!steps.is_empty() && !steps.iter().any(waits)).then_some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::{Catalogue, Severity, lint_file};

    #[test]
    fn the_usual_survey_is_an_exercise_without_flaws_that_is_found_but_not_offered() {
        let flaws = lint_file(include_str!("survey.ron"));
        assert!(flaws.iter().all(|flaw| flaw.weight != Severity::Unusable), "{flaws:?}");
        let catalogue = Catalogue::embedded();
        let usual = catalogue.find(USUAL_SURVEY).unwrap();
        assert_eq!(survey_questions(usual).map(<[Step]>::len), Some(3));
        assert!(catalogue.exercises().iter().all(|exercise| exercise.id != USUAL_SURVEY));
    }

    #[test]
    fn an_exercise_that_builds_on_what_was_said_before_is_no_survey() {
        let catalogue = Catalogue::embedded();
        assert!(survey_questions(catalogue.find("next").unwrap()).is_none());
        assert!(survey_questions(catalogue.find("arrive").unwrap()).is_some());
    }
}
