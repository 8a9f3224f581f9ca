//! The example line of every step is read as what the step says it writes.

use adjacent::capture::{Form, Reading};
use adjacent::exercise::{Answer, Catalogue, Step};
use adjacent::record::{Fact, Kind, Mode, Outcome, Verdict};

use crate::scene::Scene;

#[test]
fn dump() {
    for_each(|exercise, number, mode, step| {
        let reading = Scene::new(mode).example(step);
        println!(
            "{exercise}.{number} {mode:?} {:?} | {} | {:?} {:?}",
            step.answer, step.example, reading.form, reading.said
        );
        for fact in &reading.facts {
            println!("      {fact:?}");
        }
        for a in &reading.amber {
            println!("      AMBER {}", a.why);
        }
    });
}

fn for_each(look: impl Fn(&str, u16, Mode, &Step)) {
    for exercise in Catalogue::embedded().exercises() {
        for mode in [Mode::Live, Mode::Solo] {
            for (number, step) in (1..).zip(exercise.steps(mode)) {
                look(&exercise.id, number, mode, step);
            }
        }
    }
}
