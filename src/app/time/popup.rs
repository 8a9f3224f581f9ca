//! The popup about time: what could make up for lost time, what a minute more is taken from, and the pause.

use super::words::pace_in_words;
use crate::app::agenda::enter;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::exercise::{AgendaPosition, AgendaStop, Debit};
use crate::record::{Fact, SessionTime};

const RUN: &[Screen] = &[Screen::Run];

/// The commands about time.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(140, "time", "time and timer: make up for it, pause, add minutes", RUN, show)
        .key(KeyPress::plain(Code::F(7)))
        .while_collecting(),
    CommandRow::new(280, "more-time", "a minute more for this step", RUN, |model| more(model, 1))
        .key(KeyPress::ctrl('t'))
        .while_collecting(),
    CommandRow::new(285, "start", "start the session: from here on it takes time", RUN, start),
    CommandRow::new(290, "pause-clock", "stop the clocks, or let them run", RUN, pause)
        .key(KeyPress::plain(Code::F(12)))
        .while_collecting(),
];

/// The numbers of minutes that the popup offers to give to the current step.
const OFFERED: [u16; 2] = [1, 5];

/// The popup about time.
#[derive(Debug, Default)]
pub struct TimeView {
    selected: usize,
}

/// A row of the popup.
#[derive(Clone, Debug)]
enum TimeRow {
    /// Start the session.
    Start,
    /// Go to the last exercise, which is due.
    Close(AgendaStop),
    /// Make up for lost time.
    CatchUp(Debit),
    /// Accept that the session is late by this number of minutes.
    LetGo(i64),
    /// Give minutes to the current step, taken from something named.
    Give(u16, Debit),
    /// Give minutes to the current step, so that the session ends later.
    EndLater(u16),
    /// Stop the clocks, or let them run.
    Pause,
}

impl TimeRow {
    fn says(&self) -> String {
        match self {
            Self::Start => "start the session".to_owned(),
            Self::Close(_) => "go to the close now: the last minutes belong to it".to_owned(),
            Self::CatchUp(debit) => debit.says.clone(),
            Self::LetGo(late) => format!("leave it so: {late} late, and nothing more about it"),
            Self::Give(minutes, debit) => format!("+{minutes} min {}", debit.says),
            Self::EndLater(minutes) => format!("+{minutes} min from nothing: it ends later"),
            Self::Pause => "stop the clocks, or let them run".to_owned(),
        }
    }
}

fn in_minutes(minutes: u16) -> String {
    if minutes == 1 { "a minute".to_owned() } else { format!("{minutes} minutes") }
}

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(TimeView::default());
    Vec::new()
}

/// Returns every row of the popup at the moment.
fn rows(model: &Model) -> Vec<TimeRow> {
    let Some(run) = &model.run else { return Vec::new() };
    if run.recording.session().is_before_start() {
        return vec![TimeRow::Start];
    }
    let guidance = &run.worked_out.guidance;
    let mut rows: Vec<TimeRow> = guidance.close_due.clone().map(TimeRow::Close).into_iter().collect();
    rows.extend(guidance.choices.iter().cloned().map(TimeRow::CatchUp));
    rows.extend(guidance.late().filter(|late| *late > run.worked_out.let_go).map(TimeRow::LetGo));
    let position = run.recording.position(&model.catalogue);
    for minutes in OFFERED {
        let givers = position.as_ref().map(|position| givers(position, minutes)).unwrap_or_default();
        rows.extend(givers.into_iter().map(|debit| TimeRow::Give(minutes, debit)));
    }
    rows.extend(OFFERED.map(TimeRow::EndLater));
    rows.push(TimeRow::Pause);
    rows
}

/// Returns the ways to give minutes to the current step: from slack, and from the exercise that gives first.
fn givers(position: &AgendaPosition<'_>, minutes: u16) -> Vec<Debit> {
    position.all_givers(minutes).into_iter().take(2).map(|giver| position.give(minutes, giver)).collect()
}

/// Gives minutes to the current step, from what gives them first. If nothing can, the session will end later.
fn more(model: &mut Model, minutes: u16) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    if run.recording.session().is_before_start() {
        model.tell(Tone::Plain, "Nothing has taken time yet: Enter starts the session.");
        return Vec::new();
    }
    let position = run.recording.position(&model.catalogue);
    let debit = position.and_then(|position| Some(position.give(minutes, position.giver(minutes)?)));
    match debit {
        Some(debit) => give(model, minutes, debit),
        None => end_later(model, minutes),
    }
}

fn give(model: &mut Model, minutes: u16, debit: Debit) -> Vec<Effect> {
    let says = format!("{} more for this step, {}.", capital(&in_minutes(minutes)), debit.says);
    queue(model, [Todo::Told(facts_of(debit), says)])
}

fn end_later(model: &mut Model, minutes: u16) -> Vec<Effect> {
    let says = format!(
        "{} more for this step, from nothing: it ends later. F7 or /time makes up for it.",
        capital(&in_minutes(minutes))
    );
    queue(model, [Todo::Told(vec![Fact::TimeAdded { seconds: i32::from(minutes) * 60 }], says)])
}

/// Returns the facts of a debit: the time that the current step gets, and the agenda that pays for it.
fn facts_of(debit: Debit) -> Vec<Fact> {
    let added = (debit.added > 0).then(|| Fact::TimeAdded { seconds: i32::from(debit.added) * 60 });
    added.into_iter().chain([Fact::AgendaChanged { agenda: debit.exercises }]).collect()
}

fn capital(text: &str) -> String {
    crate::record::spoken::capitalised(text)
}

fn start(model: &mut Model) -> Vec<Effect> {
    let starting = model.run.as_ref().and_then(|run| run.recording.starting());
    let Some(facts) = starting else {
        model.tell(Tone::Plain, "It is started already; PgDn goes on to the next step.");
        return Vec::new();
    };
    queue(model, [Todo::Act(facts)])
}

fn pause(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    if run.recording.session().is_before_start() {
        return start(model);
    }
    let running = run.recording.session().clock(SessionTime::OPENING).running;
    let fact = if running { Fact::ClockPaused } else { Fact::ClockRan };
    queue(model, [Todo::Act(vec![fact])])
}

impl Popup for TimeView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "How the session stands against its plan, what makes up for lost time, and what a",
            "minute more is taken from. Nothing changes before a row is chosen.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let rows = rows(model);
        let Some(chosen) = key.chosen_row(self.selected) else {
            self.selected = key.moved(self.selected, rows.len()).unwrap_or(self.selected);
            return Then::stay();
        };
        let Some(row) = rows.into_iter().nth(chosen) else { return Then::stay() };
        Then::Close(choose(model, row))
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let run = model.run.as_ref()?;
        let rows = rows(model);
        let title = pace_in_words(model, run).unwrap_or_else(|| "time".to_owned());
        let says = rows.iter().map(TimeRow::says);
        Some(Sheet::numbered(title, says, self.selected, "a number or Enter; nothing happens by itself"))
    }
}

fn choose(model: &mut Model, row: TimeRow) -> Vec<Effect> {
    match row {
        TimeRow::Start => start(model),
        TimeRow::Close(stop) => enter(model, &stop),
        TimeRow::CatchUp(debit) => {
            let says = format!("Done: {}.", debit.says);
            queue(model, [Todo::Told(facts_of(debit), says)])
        }
        TimeRow::LetGo(late) => {
            if let Some(run) = &mut model.run {
                run.worked_out.let_go = late;
            }
            model.tell(Tone::Plain, "It is left so; F7 or /time still lists what could make up for it.");
            Vec::new()
        }
        TimeRow::Give(minutes, debit) => give(model, minutes, debit),
        TimeRow::EndLater(minutes) => end_later(model, minutes),
        TimeRow::Pause => pause(model),
    }
}
