//! The agenda as a popup: enter any step, or shorten, add, remove, repeat and reorder exercises. Each change is an
//! event.

use jiff::SignedDuration;

use super::rows::{AgendaRow, agenda_rows};
use super::steps::enter;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::Screen;
use crate::app::sheet::{Sheet, SheetPart};
use crate::exercise::{Agenda, AgendaError, AgendaStop, CLOSE, LONGEST, MOST_EXERCISES};
use crate::record::spoken::clock;
use crate::record::{Fact, PlannedExercise};
use crate::theme::Role;

/// The command that shows the agenda.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(90, "agenda", "the plan: go to any step, shorten, add, reorder", &[Screen::Run], show)
        .key(KeyPress::ctrl('g'))];

/// The state of the agenda popup.
#[derive(Debug, Default)]
struct AgendaView {
    /// The index of the row under the cursor.
    selected: usize,
    /// The exercise to add, while it is being typed.
    adding: Option<Entry>,
    /// Whether the first of the two key presses that take time from `close` was made.
    sure: bool,
    /// Why the last typed text was rejected; `None` where it was not.
    wrong: Option<String>,
}

/// Shows the agenda, with the cursor on the current step.
fn show(model: &mut Model) -> Vec<Effect> {
    let here = model.run.as_ref().and_then(|run| run.recording.stop());
    let at = |row: &AgendaRow| matches!(row, AgendaRow::Stop { stop, .. } if Some(*stop) == here);
    let selected = rows(model).iter().position(at).unwrap_or(0);
    model.show(AgendaView { selected, ..AgendaView::default() });
    Vec::new()
}

fn rows(model: &Model) -> Vec<AgendaRow> {
    let Some(run) = &model.run else { return Vec::new() };
    agenda_rows(run.recording.agenda(), &model.catalogue, run.recording.session().mode())
}

impl Popup for AgendaView {
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if let Some(entry) = self.adding.take() {
            return self.add(model, entry, key);
        }
        let rows = rows(model);
        let Some(row) = rows.get(self.selected.min(rows.len().saturating_sub(1))) else { return Then::stay() };
        if key.code == Code::Enter {
            return go(model, stop_of(model, row));
        }
        if let Some(number) = key.digit() {
            let stops = model.run.as_ref().map(|run| run.recording.agenda().stops());
            let stop = number.checked_sub(1).and_then(|at| stops?.get(at)).cloned();
            return go(model, stop);
        }
        let sure = std::mem::take(&mut self.sure);
        self.wrong = None;
        match self.changed(model, row, rows.len(), key, sure) {
            Some(exercises) => self.change(model, exercises),
            None => Then::stay(),
        }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let run = model.run.as_ref()?;
        let session = run.recording.session();
        let (agenda, here) = (run.recording.agenda(), run.recording.stop());
        let row = |row| match row {
            AgendaRow::Line { title, minutes, begins, .. } => {
                format!("{:>5}  {title}  {minutes} min", clock(SignedDuration::from_mins(begins.into())))
            }
            AgendaRow::Stop { stop, title, seconds } => {
                let visited = agenda.stops().get(stop).is_some_and(|stop| session.visited().contains(&stop.step));
                let mark = match (Some(stop) == here, visited) {
                    (true, _) => "›",
                    (false, true) => "·",
                    (false, false) => " ",
                };
                format!("      {mark} {} {title}  {}", stop + 1, clock(SignedDuration::from_secs(seconds.into())))
            }
        };
        let title = format!("the plan: {} minutes, {} of them kept free", agenda.minutes(), agenda.slack());
        let hint = "Enter goes  + - minutes  Alt-Up/Down moves  d drops  r repeats  a adds";
        let mut sheet = Sheet::list(title, rows(model).into_iter().map(row).collect(), self.selected, hint);
        let adding = self.adding.as_ref();
        let adding = adding.map(|entry| SheetPart::typed("add after this (for example lever=10): ", entry.text()));
        let wrong = self.wrong.clone().map(|wrong| SheetPart::Hint(wrong, Role::Alarm));
        sheet.body.extend(adding.into_iter().chain(wrong));
        Some(sheet)
    }
}

impl AgendaView {
    /// Returns the agenda as changed by a key; `None` where the key moves the cursor or opens a question instead.
    fn changed(
        &mut self,
        model: &Model,
        row: &AgendaRow,
        rows: usize,
        key: KeyPress,
        sure: bool,
    ) -> Option<Vec<PlannedExercise>> {
        let line = line_of(model, row);
        match (key.code, key.alt) {
            (Code::Up, true) => return swap(model, line, line.checked_sub(1)),
            (Code::Down, true) => return swap(model, line, Some(line + 1)),
            (Code::Char('+'), _) => return lengthen(model, line, 1),
            (Code::Char('-'), _) if keeps(model, line) && !sure => {
                self.sure = true;
                self.wrong = Some("close keeps its minutes; - once more takes one all the same.".to_owned());
            }
            (Code::Char('-'), _) => return lengthen(model, line, -1),
            (Code::Delete | Code::Char('d'), _) => return remove(model, row),
            (Code::Char('r'), _) => return repeat(model, line),
            (Code::Char('a'), _) => self.adding = Some(Entry::default()),
            _ => self.selected = key.moved(self.selected, rows).unwrap_or(self.selected),
        }
        None
    }

    fn change(&mut self, model: &mut Model, agenda: Vec<PlannedExercise>) -> Then {
        if agenda.len() > MOST_EXERCISES {
            self.wrong = Some(AgendaError::TooMany(agenda.len()).to_string());
            return Then::stay();
        }
        Then::Stay(queue(model, [Todo::Act(vec![Fact::AgendaChanged { agenda }])]))
    }

    /// Inserts the typed exercise after the one under the cursor.
    fn add(&mut self, model: &mut Model, mut entry: Entry, key: KeyPress) -> Then {
        if key.code != Code::Enter {
            entry.press(key);
            self.adding = Some(entry);
            return Then::stay();
        }
        let line = rows(model).get(self.selected).map_or(0, |row| line_of(model, row));
        let mode = model.run.as_ref().map_or_else(Default::default, |run| run.recording.session().mode());
        match Agenda::parse(entry.text(), &model.catalogue, mode) {
            Ok(added) => {
                let Some(mut exercises) = exercises(model) else { return Then::stay() };
                let at = (line + 1).min(exercises.len());
                exercises.splice(at..at, added);
                self.change(model, exercises)
            }
            Err(error) => {
                self.wrong = Some(error.to_string());
                self.adding = Some(entry);
                Then::stay()
            }
        }
    }
}

fn exercises(model: &Model) -> Option<Vec<PlannedExercise>> {
    model.run.as_ref().map(|run| run.recording.agenda().exercises().to_vec())
}

fn line_of(model: &Model, row: &AgendaRow) -> usize {
    let stops = model.run.as_ref().map(|run| run.recording.agenda().stops());
    match row {
        AgendaRow::Line { line, .. } => *line,
        AgendaRow::Stop { stop, .. } => stops.and_then(|stops| stops.get(*stop)).map_or(0, |stop| stop.line),
    }
}

/// Returns the stop of a row.
fn stop_of(model: &Model, row: &AgendaRow) -> Option<AgendaStop> {
    let stops = model.run.as_ref()?.recording.agenda().stops();
    match row {
        AgendaRow::Stop { stop, .. } => stops.get(*stop).cloned(),
        AgendaRow::Line { line, .. } => stops.iter().find(|stop| stop.line == *line).cloned(),
    }
}

/// Enters a stop of the agenda; for `None` the popup stays open.
fn go(model: &mut Model, stop: Option<AgendaStop>) -> Then {
    let (Some(run), Some(stop)) = (&mut model.run, stop) else { return Then::stay() };
    run.coach = None;
    Then::Close(enter(model, &stop))
}

fn keeps(model: &Model, line: usize) -> bool {
    exercises(model).is_some_and(|exercises| exercises.get(line).is_some_and(|planned| planned.exercise == CLOSE))
}

fn swap(model: &Model, line: usize, other: Option<usize>) -> Option<Vec<PlannedExercise>> {
    let mut exercises = exercises(model)?;
    let other = other.filter(|other| *other < exercises.len() && line < exercises.len())?;
    exercises.swap(line, other);
    Some(exercises)
}

fn lengthen(model: &Model, line: usize, minutes: i16) -> Option<Vec<PlannedExercise>> {
    let mut exercises = exercises(model)?;
    let planned = exercises.get_mut(line)?;
    planned.minutes = planned.minutes.saturating_add_signed(minutes).min(LONGEST);
    Some(exercises)
}

/// Returns the agenda without the exercise of a row; for a step, without the step and its time.
fn remove(model: &Model, row: &AgendaRow) -> Option<Vec<PlannedExercise>> {
    let mut exercises = exercises(model)?;
    match row {
        AgendaRow::Line { line, .. } if exercises.len() > 1 => {
            exercises.remove(*line);
        }
        AgendaRow::Line { .. } => return None,
        AgendaRow::Stop { stop, seconds, .. } => {
            let stop = model.run.as_ref()?.recording.agenda().stops().get(*stop)?.clone();
            let planned = exercises.get_mut(stop.line)?;
            planned.without.push(stop.step.number);
            planned.minutes = planned.minutes.saturating_sub(u16::try_from(*seconds / 60).unwrap_or_default());
        }
    }
    Some(exercises)
}

fn repeat(model: &Model, line: usize) -> Option<Vec<PlannedExercise>> {
    let mut exercises = exercises(model)?;
    let again = exercises.get(line)?.clone();
    exercises.insert(line + 1, again);
    Some(exercises)
}
