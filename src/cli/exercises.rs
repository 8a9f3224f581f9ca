use std::io::{self, Write};

use super::DONE;
use super::failure::{Failure, Outcome};
use crate::exercise::{Blanks, Catalogue, Exercise, fill};
use crate::record::Mode;

/// Lists the exercises, or shows one.
pub(super) fn run(id: Option<&str>) -> Outcome {
    let catalogue = Catalogue::embedded();
    let mut out = io::stdout().lock();
    match id {
        None => {
            for exercise in catalogue.exercises() {
                let (live, solo) = (exercise.minutes(Mode::Live), exercise.minutes(Mode::Solo));
                writeln!(out, "{:<8} {}  {live} minutes, alone {solo}", exercise.id, exercise.title)?;
            }
        }
        Some(id) => {
            let Some(exercise) = catalogue.find(id) else {
                return Err(Failure::usage(format!(
                    "there is no exercise called {id:?}; adjacent exercises lists them"
                )));
            };
            show(&mut out, exercise)?;
        }
    }
    DONE
}

fn show(out: &mut impl Write, exercise: &Exercise) -> io::Result<()> {
    writeln!(out, "{}\n\n{}\nWhen: {}", exercise.title, exercise.purpose, exercise.when)?;
    writeln!(out, "For: {} to {} people, or one alone", exercise.group.least, exercise.group.most)?;
    writeln!(out, "Say: {}\n", exercise.say.live)?;
    for (number, step) in (1..).zip(&exercise.steps.live) {
        writeln!(out, "{number}. {} ({} min)", step.title, step.minutes)?;
        writeln!(out, "   {}", fill(&step.prompt, &Blanks::default()))?;
        writeln!(out, "   typed like: {}", step.example)?;
    }
    writeln!(out, "\nTo ask: {}", exercise.probes.live.join(" / "))?;
    writeln!(out, "Done when: {}", exercise.done_when)?;
    writeln!(out, "Fails when: {} {}", exercise.fails_when, exercise.helps)?;
    writeln!(out, "Source: {}", exercise.source)
}
