use super::check::ExerciseCheck;
use super::flaw::Severity;
use crate::exercise::format::Exercise;
use crate::exercise::measure::{Condition, Nudge};
use crate::record::Mode;

/// The maximum length of one step, and of all steps together, in minutes: half a day.
const MINUTES_LIMIT: u16 = 240;

/// The maximum number of steps in an exercise.
const STEPS_LIMIT: usize = 40;

impl ExerciseCheck<'_> {
    /// Checks ids, numbers and sizes.
    pub(super) fn limits(&mut self) {
        self.id();
        let group = self.exercise.group;
        if group.least == 0 || group.least > group.most {
            let what = format!("a group of {} to {} cannot come", group.least, group.most);
            self.mistake("group", what, "write the smaller number first, and at least 1");
        }
        for (mode, path) in [(Mode::Live, "steps.live"), (Mode::Solo, "steps.solo")] {
            self.length(mode, path);
        }
        for (_, path, step) in self.steps() {
            let path = format!("{path}.minutes");
            if step.minutes == 0 {
                self.mistake(&path, "a step of 0 minutes is over before it begins", "give it one, or leave it out");
            } else if step.minutes > MINUTES_LIMIT {
                self.mistake(&path, format!("{} minutes are half a day and more", step.minutes), "split the step");
            }
        }
        for (number, goal) in self.exercise.goals.iter().enumerate() {
            if goal.least == 0 {
                self.mistake(
                    &format!("goals.{number}.least"),
                    "this goal is reached before anybody speaks",
                    "ask for 1",
                );
            }
        }
        for (number, nudge) in self.exercise.nudges.iter().enumerate() {
            self.conditions(&format!("nudges.{number}.when"), nudge);
        }
    }

    fn id(&mut self) {
        let id = &self.exercise.id;
        if !Exercise::is_lawful_id(id) {
            let hint = "use lower-case letters, digits and -, like next-door, and at most 40";
            self.flaw(Severity::Unusable, "id", format!("{id:?} cannot be typed in an agenda"), hint);
        }
    }

    fn length(&mut self, mode: Mode, path: &str) {
        let steps = self.exercise.steps(mode).len();
        if steps > STEPS_LIMIT {
            self.mistake(
                path,
                format!("{steps} steps are more than a room can walk"),
                "stay below 40; make two exercises of it",
            );
        }
        let minutes: u32 = self.exercise.steps(mode).iter().map(|step| u32::from(step.minutes)).sum();
        let each = self.exercise.steps(mode).iter().all(|step| step.minutes <= MINUTES_LIMIT);
        if each && minutes > u32::from(MINUTES_LIMIT) {
            self.mistake(path, format!("all steps together take {minutes} minutes"), "stay below 240");
        }
    }

    fn conditions(&mut self, path: &str, nudge: &Nudge) {
        if nudge.when.is_empty() {
            self.mistake(path, "this would be pointed out from the first second on", "say when, like [Minutes(4)]");
        }
        let longest = [Mode::Live, Mode::Solo].map(|mode| self.exercise.steps(mode).len()).into_iter().max();
        for (number, condition) in nudge.when.iter().enumerate() {
            let path = format!("{path}.{number}");
            match condition {
                Condition::FromStep(step) if usize::from(*step) > longest.unwrap_or_default() || *step == 0 => {
                    self.mistake(&path, format!("there is no step {step}"), "steps count from 1");
                }
                Condition::AtLeast(_, 0) => {
                    self.mistake(
                        &path,
                        "at least 0 is always so",
                        "write AtMost(..., 0) for none, or a number above 0",
                    );
                }
                _ => {}
            }
        }
    }
}
