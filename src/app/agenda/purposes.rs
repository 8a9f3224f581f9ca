//! The exercises by what one wants to learn.

use crate::exercise::{CLOSE, Catalogue, Exercise};
use crate::record::{Mode, PlannedExercise};

/// The id of the exercise with which a room begins.
const ARRIVE: &str = "arrive";

/// Returns every exercise that can be planned in a mode, in the order of a first full session.
pub(in crate::app) fn choices(catalogue: &Catalogue, mode: Mode) -> Vec<&Exercise> {
    catalogue.exercises().iter().filter(|exercise| !exercise.steps(mode).is_empty()).collect()
}

/// Returns the row of an exercise: the question that it answers, its minutes and its title.
pub(in crate::app) fn row(exercise: &Exercise, mode: Mode) -> String {
    let learn = if exercise.learn.is_empty() { &exercise.purpose } else { &exercise.learn };
    let title = if *learn == exercise.title { String::new() } else { format!("  {}", exercise.title) };
    format!("{learn}  {} min{title}", exercise.minutes(mode))
}

/// Returns the agenda of these exercises. A room arrives first and closes last, whatever was chosen.
pub(in crate::app) fn agenda_of(chosen: &[&Exercise], mode: Mode, catalogue: &Catalogue) -> Vec<PlannedExercise> {
    let ends = |id: &str| (mode == Mode::Live && !chosen.is_empty()).then(|| catalogue.find(id)).flatten();
    let between =
        chosen.iter().copied().filter(|exercise| mode == Mode::Solo || ![ARRIVE, CLOSE].contains(&&*exercise.id));
    let all = ends(ARRIVE).into_iter().chain(between).chain(ends(CLOSE));
    all.map(|exercise| PlannedExercise::new(&exercise.id, exercise.minutes(mode))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::in_words;

    #[test]
    fn every_exercise_of_the_program_says_what_is_learned_from_it() {
        let catalogue = Catalogue::embedded();
        assert!(catalogue.exercises().iter().all(|exercise| exercise.learn.ends_with('?')));
        let rows: Vec<String> = choices(&catalogue, Mode::Live).into_iter().map(|one| row(one, Mode::Live)).collect();
        assert!(rows.iter().any(|row| row.starts_with("Who is rewarded for pulling the other way?")), "{rows:?}");
    }

    #[test]
    fn what_was_chosen_stands_between_arriving_and_closing() {
        let catalogue = Catalogue::embedded();
        let incent = catalogue.find("incent").unwrap();
        let agenda = agenda_of(&[incent], Mode::Live, &catalogue);
        assert_eq!(in_words(&agenda), "arrive=5, incent=10, close=5");
        assert_eq!(agenda_of(&[], Mode::Live, &catalogue), []);
    }
}
