use jiff::SignedDuration;

use crate::app::agenda::{AgendaRow, agenda_rows};
use crate::exercise::{Agenda, Catalogue};
use crate::record::{Event, SessionTime, Spent, StepId};
use crate::replay::Still;

/// A row of the agenda, with the time spent until a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaTimeRow {
    /// An exercise, or minutes left free.
    Exercise {
        /// Its title.
        title: String,
        /// The planned minutes; `None` for an exercise that nobody planned.
        planned: Option<u16>,
        /// The time spent; `None` if the exercise had not begun.
        taken: Option<SignedDuration>,
    },
    /// A step of the exercise.
    Step {
        /// Its title.
        title: String,
        /// The planned time.
        planned: SignedDuration,
        /// The time spent; `None` if the step was not entered.
        taken: Option<SignedDuration>,
        /// Whether it was the current step.
        here: bool,
    },
}

/// Returns the agenda at a moment, with the time spent in each step by then; unplanned steps come last.
pub(super) fn rows(still: &Still, agenda: &Agenda, catalogue: &Catalogue) -> Vec<AgendaTimeRow> {
    let mode = still.mode();
    let mut spent = still.spent();
    let here = still.place().map(|place| place.step.clone());
    let mut rows: Vec<AgendaTimeRow> = Vec::new();
    let mut line_at = 0;
    for row in agenda_rows(agenda, catalogue, mode) {
        match row {
            AgendaRow::Line { title, minutes, .. } => {
                line_at = rows.len();
                rows.push(AgendaTimeRow::Exercise { title, planned: Some(minutes), taken: None });
            }
            AgendaRow::Stop { stop, title, seconds } => {
                let Some(step) = agenda.stops().get(stop).map(|stop| &stop.step) else { continue };
                let known = take(&mut spent, step);
                let planned = known.as_ref().map(|known| known.planned).filter(|planned| !planned.is_negative());
                let taken = known.map(|known| known.taken);
                if let Some(AgendaTimeRow::Exercise { taken: all, .. }) = rows.get_mut(line_at) {
                    *all = taken.map(|taken| all.unwrap_or_default() + taken).or(*all);
                }
                let here = taken.is_some() && here.as_ref() == Some(step);
                rows.push(AgendaTimeRow::Step {
                    title,
                    planned: planned.unwrap_or_else(|| SignedDuration::from_secs(seconds.into())),
                    taken,
                    here,
                });
            }
        }
    }
    rows.extend(spent.into_iter().map(|known| {
        let title = catalogue
            .step(&known.step, mode)
            .map_or_else(|| known.step.exercise.clone(), |(_, step)| step.title.clone());
        let planned = known.planned.max(SignedDuration::ZERO);
        AgendaTimeRow::Step { title, planned, taken: Some(known.taken), here: here.as_ref() == Some(&known.step) }
    }));
    rows
}

/// Returns the exercises of a session without clock times, such as one made from notes; each lasts until the first line
/// of the next.
pub(super) fn from_lines(heard: &[Event], catalogue: &Catalogue) -> Vec<AgendaTimeRow> {
    let mut rows: Vec<(&str, SignedDuration)> = Vec::new();
    let mut last = SessionTime::OPENING;
    for event in heard {
        let since = event.at.since(last);
        last = event.at;
        if let Some((_, taken)) = rows.last_mut() {
            *taken += since;
        }
        let exercise = event.step.as_ref().map(|step| step.exercise.as_str());
        let another = exercise.filter(|exercise| rows.last().is_none_or(|(known, _)| known != exercise));
        rows.extend(another.map(|exercise| (exercise, SignedDuration::ZERO)));
    }
    let title = |id: &str| catalogue.find(id).map_or(id, |found| found.title.as_str()).to_owned();
    let row = |(id, taken): (&str, SignedDuration)| AgendaTimeRow::Exercise {
        title: title(id),
        planned: None,
        taken: Some(taken),
    };
    rows.into_iter().map(row).collect()
}

/// Removes the time spent in a step from the list and returns it, so that a repeated exercise does not count it twice.
fn take(spent: &mut Vec<Spent>, step: &StepId) -> Option<Spent> {
    let at = spent.iter().position(|known| known.step == *step)?;
    Some(spent.remove(at))
}
