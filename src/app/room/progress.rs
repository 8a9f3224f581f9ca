//! Where the session is in its agenda, as a picture: never how late it is.

use crate::app::recording::Recording;
use crate::exercise::Catalogue;

/// One exercise of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaPart {
    /// The title of the exercise.
    pub title: String,
    /// The planned length, in minutes.
    pub minutes: u16,
    /// Whether it is over, is done now, or comes.
    pub when: When,
    /// The number of the present step and of all steps; `None` for any other exercise.
    pub step: Option<(usize, usize)>,
}

/// The position of an exercise relative to now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The exercise is over.
    Over,
    /// The exercise is done now.
    Now,
    /// The exercise comes.
    Comes,
}

/// Returns the exercises of the agenda in their order; all of them are still to come before the first step.
pub(super) fn agenda_parts(recording: &Recording, catalogue: &Catalogue) -> Vec<AgendaPart> {
    let session = recording.session();
    let step = recording.step();
    let now = step.and_then(|step| session.agenda().iter().position(|planned| planned.exercise == step.exercise));
    let part = |(at, planned): (usize, &crate::record::PlannedExercise)| {
        let found = catalogue.find(&planned.exercise);
        let when = match now {
            Some(now) if at < now => When::Over,
            Some(now) if at == now => When::Now,
            _ => When::Comes,
        };
        let steps = found.map_or(0, |found| found.steps(session.mode()).len());
        AgendaPart {
            title: found.map_or(planned.exercise.as_str(), |found| found.title.as_str()).to_owned(),
            minutes: planned.minutes,
            when,
            step: step.filter(|_| when == When::Now && steps > 0).map(|step| (usize::from(step.number), steps)),
        }
    };
    let parts: Vec<AgendaPart> = session.agenda().iter().enumerate().map(part).collect();
    // Without an agenda the present exercise is all that is known.
    let present =
        step.filter(|_| parts.is_empty()).and_then(|step| catalogue.find(&step.exercise).map(|found| (step, found)));
    let present = present.map(|(step, found)| AgendaPart {
        title: found.title.clone(),
        minutes: found.minutes(session.mode()),
        when: When::Now,
        step: Some((usize::from(step.number), found.steps(session.mode()).len())),
    });
    parts.into_iter().chain(present).collect()
}
