use adjacent::exercise::Catalogue;

use super::stage::instrument;

#[test]
fn every_exercise_that_is_named_can_be_opened_at_the_steps_that_are_named() {
    let catalogue = Catalogue::embedded();
    for trains in instrument().practices.iter().flat_map(|practice| &practice.trains) {
        let exercise = catalogue.find(&trains.exercise).unwrap_or_else(|| panic!("no exercise {}", trains.exercise));
        assert!(!exercise.steps(trains.mode).is_empty(), "{} has no steps for {:?}", trains.exercise, trains.mode);
        for step in &trains.steps {
            assert!(exercise.step(trains.mode, *step).is_some(), "{} has no step {step}", trains.exercise);
        }
    }
}

#[test]
fn the_steps_that_are_named_are_those_that_are_meant() {
    for (gap, step) in [
        ("S2", "Weave"),
        ("S3", "Your part in it"),
        ("T3", "So what do we change?"),
        ("T4", "Mobilise"),
        ("T6", "What was carried over"),
        ("O2", "Weave"),
        ("O5", "Who sees it first"),
        ("O6", "Finish the sentence"),
    ] {
        let (catalogue, instrument) = (Catalogue::embedded(), instrument());
        let trains = &instrument.practice(gap).unwrap().trains[0];
        let exercise = catalogue.find(&trains.exercise).unwrap();
        assert_eq!(exercise.step(trains.mode, trains.steps[0]).unwrap().title, step, "{gap}");
    }
}
