//! The agenda as a popup: enter any step; shorten, add, remove, repeat and reorder exercises; keep the agenda for
//! another time, or take another one. Each change is an event.

use super::asking::AgendaQuestion;
use super::chore::AgendaChore;
use super::edits::{exercises, keeps, lengthen, line_of, remove, repeat, swap};
use super::rows::{AgendaRow, agenda_rows};
use super::steps::enter;
use super::{purposes, shows};
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::exercise::{AgendaError, AgendaFile, AgendaStop, MOST_EXERCISES, ShelvedAgenda};
use crate::record::{Fact, Mode, PlannedExercise};
use crate::theme::Role;

/// The commands that show the agenda, and that keep it or replace it.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(90, "agenda", "the plan: go to any step, shorten, add, reorder", &[Screen::Run], show)
        .key(KeyPress::ctrl('g')),
    CommandRow::new(92, "save-plan", "save this plan under a name, for another time", &[Screen::Run], store),
    CommandRow::new(
        94,
        "other-plan",
        "take another plan: one that was tried, your own, or as last time",
        &[Screen::Run],
        load,
    ),
];

/// The state of the agenda popup.
#[derive(Debug, Default)]
pub(super) struct AgendaView {
    /// The index of the row under the cursor.
    selected: usize,
    /// What is being asked, if anything is.
    asks: Option<AgendaQuestion>,
    /// Whether the first of the two key presses that take time from `close` was made.
    sure: bool,
    /// Why the last typed text was rejected; `None` where it was not.
    wrong: Option<String>,
}

/// Shows the agenda, with the cursor on the current step.
fn show(model: &mut Model) -> Vec<Effect> {
    show_asking(model, None)
}

fn store(model: &mut Model) -> Vec<Effect> {
    show_asking(model, Some(AgendaQuestion::Title(Entry::default())))
}

fn load(model: &mut Model) -> Vec<Effect> {
    show_asking(model, Some(AgendaQuestion::Other { selected: 0 }))
}

fn show_asking(model: &mut Model, asks: Option<AgendaQuestion>) -> Vec<Effect> {
    let here = model.run.as_ref().and_then(|run| run.recording.stop());
    let at = |row: &AgendaRow| matches!(row, AgendaRow::Stop { stop, .. } if Some(*stop) == here);
    let selected = rows(model).iter().position(at).unwrap_or(0);
    model.show(AgendaView { selected, asks, ..AgendaView::default() });
    vec![Effect::Agenda(AgendaChore::Shelve)]
}

fn rows(model: &Model) -> Vec<AgendaRow> {
    agenda_rows_of(model).unwrap_or_default()
}

fn agenda_rows_of(model: &Model) -> Option<Vec<AgendaRow>> {
    let run = model.run.as_ref()?;
    Some(agenda_rows(run.recording.agenda(), &model.catalogue, run.recording.session().mode()))
}

impl Popup for AgendaView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "The plan of this session, with its exercises and their steps. Enter goes to the",
            "marked step, + and - change minutes, < and > move an exercise, d drops it, r repeats",
            "it, a adds one by what you want to learn, s saves the plan under a name, o takes",
            "another one: one that was tried, yours, or that of an earlier session.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if let Some(asks) = self.asks.take() {
            return self.answer(model, asks, key);
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

    /// Goes back from a question to the agenda; otherwise closes the popup.
    fn escape(&mut self, _model: &mut Model) -> Then {
        self.wrong = None;
        if self.asks.take().is_some() { Then::stay() } else { Then::close() }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let run = model.run.as_ref()?;
        if let Some(asks) = self.asks.as_ref().filter(|asks| asks.lists()) {
            let mut sheet = asks.sheet(model, mode(model));
            sheet.body.extend(self.wrong.clone().map(|wrong| SheetPart::Hint(wrong, Role::Alarm)));
            return Some(sheet);
        }
        let hint = "Enter goes  + - minutes  < > moves  d drops  r repeats  a adds  s saves it  o another plan";
        let mut sheet =
            Sheet::list(shows::title(model, run), shows::texts(model, run, rows(model)), self.selected, hint);
        let title = self.asks.as_ref().and_then(AgendaQuestion::typed);
        sheet.body.extend(title.map(|title| SheetPart::typed("save it as: ", title)));
        sheet.body.extend(self.wrong.clone().map(|wrong| SheetPart::Hint(wrong, Role::Alarm)));
        Some(Sheet { tall: true, ..sheet })
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
            (Code::Up, true) | (Code::Char('<'), _) => return self.moved(model, line, line.checked_sub(1)),
            (Code::Down, true) | (Code::Char('>'), _) => return self.moved(model, line, Some(line + 1)),
            (Code::Char('+' | '='), _) => return lengthen(model, line, 1),
            (Code::Char('-'), _) if keeps(model, line) && !sure => {
                self.sure = true;
                self.wrong = Some("close keeps its minutes; - once more takes one all the same.".to_owned());
            }
            (Code::Char('-'), _) => return lengthen(model, line, -1),
            (Code::Delete | Code::Char('d'), _) => return remove(model, row),
            (Code::Char('r'), _) => return repeat(model, line),
            (Code::Char('a'), _) => self.asks = Some(AgendaQuestion::add()),
            (Code::Char('s'), _) => self.asks = Some(AgendaQuestion::Title(Entry::default())),
            (Code::Char('o'), _) => self.asks = Some(AgendaQuestion::Other { selected: 0 }),
            (Code::Home, _) => self.selected = 0,
            (Code::End, _) => self.selected = rows.saturating_sub(1),
            _ => self.selected = key.paged(self.selected, rows).unwrap_or(self.selected),
        }
        None
    }

    /// Moves an exercise; the cursor goes with it.
    fn moved(&mut self, model: &Model, line: usize, to: Option<usize>) -> Option<Vec<PlannedExercise>> {
        let changed = swap(model, line, to)?;
        let rows = rows(model);
        let steps = |of: usize| rows.iter().filter(|row| line_of(model, row) == of).count();
        let first = |of: usize| rows.iter().position(|row| line_of(model, row) == of).unwrap_or(0);
        let to = to?;
        self.selected = if to < line { first(to) } else { first(line) + steps(to) };
        Some(changed)
    }

    fn change(&mut self, model: &mut Model, agenda: Vec<PlannedExercise>) -> Then {
        if agenda.len() > MOST_EXERCISES {
            self.wrong = Some(AgendaError::TooMany(agenda.len()).to_string());
            return Then::stay();
        }
        Then::Stay(queue(model, [Todo::Act(vec![Fact::AgendaChanged { agenda }])]))
    }

    /// Handles a key while something is asked.
    fn answer(&mut self, model: &mut Model, mut asks: AgendaQuestion, key: KeyPress) -> Then {
        self.wrong = None;
        if key.code != Code::Enter {
            asks.press(model, mode(model), key);
            self.asks = Some(asks);
            return Then::stay();
        }
        match asks {
            AgendaQuestion::Title(title) => self.store(model, &title),
            AgendaQuestion::Other { .. } => match asks.other(model, mode(model)) {
                Some(agenda) => self.change(model, agenda),
                None => Then::stay(),
            },
            AgendaQuestion::Add { .. } => self.add(model, asks),
        }
    }

    /// Inserts the chosen or typed exercise after the one under the cursor.
    fn add(&mut self, model: &mut Model, asks: AgendaQuestion) -> Then {
        let line = rows(model).get(self.selected).map_or(0, |row| line_of(model, row));
        let chosen = purposes::choices(&model.catalogue, mode(model));
        let chosen = asks.chosen().and_then(|at| chosen.get(at));
        let added = match (asks.typed().filter(|typed| !typed.trim().is_empty()), chosen) {
            (Some(typed), _) => ShelvedAgenda::parse(typed, &model.shelf, &model.catalogue, mode(model)),
            (None, Some(exercise)) => Ok(vec![PlannedExercise::new(&exercise.id, exercise.minutes(mode(model)))]),
            (None, None) => Ok(Vec::new()),
        };
        match added {
            Ok(added) => {
                let Some(mut exercises) = exercises(model) else { return Then::stay() };
                let at = (line + 1).min(exercises.len());
                exercises.splice(at..at, added);
                self.change(model, exercises)
            }
            Err(error) => {
                self.wrong = Some(error.to_string());
                self.asks = Some(asks);
                Then::stay()
            }
        }
    }

    /// Stores the agenda under a title, without the names of people in it.
    fn store(&mut self, model: &mut Model, title: &Entry) -> Then {
        let Some(run) = &model.run else { return Then::close() };
        let title = run.recording.persons().without_names(title.text().trim());
        if title.is_empty() {
            self.wrong = Some("A few words are enough; you will find the plan by them.".to_owned());
            self.asks = Some(AgendaQuestion::Title(Entry::default()));
            return Then::stay();
        }
        let exercises = run.recording.agenda().exercises().to_vec();
        let file = AgendaFile { format: AgendaFile::FORMAT, title, mode: mode(model), exercises };
        model.tell(Tone::Plain, "Saving the plan.");
        Then::Stay(vec![Effect::Agenda(AgendaChore::Store(file))])
    }
}

fn mode(model: &Model) -> Mode {
    model.run.as_ref().map_or_else(Mode::default, |run| run.recording.session().mode())
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
