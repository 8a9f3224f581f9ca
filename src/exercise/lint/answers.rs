use std::collections::BTreeSet;

use super::check::ExerciseCheck;
use crate::exercise::answer::Answer;
use crate::exercise::format::Step;

impl ExerciseCheck<'_> {
    /// Checks that each answer which chooses has choices.
    pub(super) fn answers(&mut self) {
        for (_, path, step) in self.steps() {
            if step.over.is_none() && (step.several || step.nothing.is_some() || step.none.is_some()) {
                let field = match step {
                    Step { several: true, .. } => "several",
                    Step { nothing: Some(_), .. } => "nothing",
                    _ => "none",
                };
                let hint = "say what the step walks over, like over: Initiatives, or take this out";
                self.mistake(&format!("{path}.{field}"), "the step walks over nothing", hint);
            }
            if step.choices.is_some() && step.bare.is_none() {
                let hint = "say what a choice becomes, like bare: \"{} is fading\"";
                self.mistake(&format!("{path}.choices"), "nothing is made of what is chosen", hint);
            }
            let path = format!("{path}.answer");
            match &step.answer {
                Answer::Vote { options } => self.choices(&path, "options", options, step),
                Answer::Ranking { places } if !places.is_empty() && step.over.is_none() => {
                    self.mistake(
                        &path,
                        "there is nothing to put into these places",
                        "say what the step walks over, like over: Initiatives",
                    );
                }
                Answer::Ranking { places } => self.choices(&path, "places", places, step),
                Answer::Dots { each } => {
                    self.choices(&path, "dots", &[], step);
                    if *each == 0 {
                        self.mistake(&path, "nobody has a dot to set", "write for example Dots(each: 3)");
                    }
                }
                Answer::Rating { scales } if scales.is_empty() => {
                    self.mistake(&path, "nothing is rated", "name a scale, like Rating(scales: [\"worth\"])");
                }
                Answer::Rating { scales } => self.distinct(&path, scales),
                Answer::Slips if !step.unnamed => {
                    self.mistake(&path, "slips are never typed with a name", "add unnamed: true to this step");
                }
                Answer::Settle => self.choices(&path, "things", &[], step),
                _ => {}
            }
        }
    }

    fn choices(&mut self, path: &str, what: &str, choices: &[String], step: &Step) {
        if choices.is_empty() && step.over.is_none() {
            let hint = "name them, or say what the step walks over, like over: Shown";
            self.mistake(path, format!("there are no {what} to choose from"), hint);
        }
        if choices.len() == 1 && matches!(step.answer, Answer::Vote { .. }) {
            self.mistake(path, "one option alone is no choice", "name another one");
        }
        self.distinct(path, choices);
    }

    fn distinct(&mut self, path: &str, names: &[String]) {
        let different: BTreeSet<&str> = names.iter().map(|name| name.trim()).collect();
        if names.iter().any(|name| name.trim().is_empty()) {
            self.mistake(path, "one of the names is empty", "write a word for it");
        } else if different.len() < names.len() {
            self.mistake(path, "the same name stands there twice", "make them differ");
        }
    }
}
