//! The clocks: extend a step, pause, or make up for lost time.

use jiff::SignedDuration;

use super::effect::Effect;
use super::key::{Code, KeyPress};
use super::model::{CommandRow, Model, Popup, Then};
use super::run::{Run, Todo, queue};
use super::screen::Screen;
use super::sheet::Sheet;
use crate::record::{Fact, SessionTime};

const RUN: &[Screen] = &[Screen::Run];

/// The commands about time.
pub(super) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(140, "time", "time: make up for it, pause, add", RUN, show)
        .key(KeyPress::plain(Code::F(7)))
        .while_collecting(),
    CommandRow::new(280, "more-time", "a minute more for this step", RUN, |model| add(model, 60))
        .key(KeyPress::ctrl('t'))
        .while_collecting(),
    CommandRow::new(290, "pause-clock", "stop the clocks, or let them run", RUN, pause)
        .key(KeyPress::plain(Code::F(12)))
        .while_collecting(),
];

/// A function that changes the clocks.
type TimeAct = fn(&mut Model) -> Vec<Effect>;

/// The acts on the clocks, as listed below the changes of the agenda.
const ROWS: [(&str, TimeAct); 3] = [
    ("a minute more for this step", |model| add(model, 60)),
    ("five minutes more for this step", |model| add(model, 300)),
    ("stop the clocks, or let them run", pause),
];

/// The popup about time.
#[derive(Debug, Default)]
pub struct TimeView {
    selected: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(TimeView::default());
    Vec::new()
}

fn add(model: &mut Model, seconds: i32) -> Vec<Effect> {
    queue(model, [Todo::Act(vec![Fact::TimeAdded { seconds }])])
}

fn pause(model: &mut Model) -> Vec<Effect> {
    let running = model.run.as_ref().is_none_or(|run| run.recording.session().clock(SessionTime::OPENING).running);
    let fact = if running { Fact::ClockPaused } else { Fact::ClockRan };
    queue(model, [Todo::Act(vec![fact])])
}

impl Popup for TimeView {
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let Some(run) = &model.run else { return Then::stay() };
        let choices = &run.worked_out.guidance.choices;
        let chosen = key.chosen_row(self.selected);
        let Some(chosen) = chosen else {
            self.selected = key.moved(self.selected, choices.len() + ROWS.len()).unwrap_or(self.selected);
            return Then::stay();
        };
        if let Some(choice) = choices.get(chosen) {
            let facts = vec![Fact::AgendaChanged { agenda: choice.exercises.clone() }];
            let says = format!("Done: {}.", choice.says);
            return Then::Close(queue(model, [Todo::Told(facts, says)]));
        }
        let row = ROWS.get(chosen - choices.len());
        Then::Close(row.map_or_else(Vec::new, |(_, act)| act(model)))
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let run = model.run.as_ref()?;
        let choices = run.worked_out.guidance.choices.iter().map(|choice| choice.says.as_str());
        let rows = choices.chain(ROWS.iter().map(|(says, _)| *says));
        let title = pace_in_words(model, run).unwrap_or_else(|| "time".to_owned());
        Some(Sheet::numbered(title, rows, self.selected, "a number or Enter; nothing happens by itself"))
    }
}

/// Describes how far the session is behind its agenda or ahead of it, and when it will end.
pub fn pace_in_words(model: &Model, run: &Run) -> Option<String> {
    let pace = run.recording.pace(model.session_time())?;
    let stands = drift_in_words(pace.drift);
    let end = model.now.checked_add(pace.to_go).ok()?;
    let end = model.zone.clock(end);
    let slack = match minutes(pace.slack) {
        0 => String::new(),
        left @ 1.. => format!(", {left} to spare"),
        late => format!(", {} late", -late),
    };
    Some(format!("{stands}, ends {end}{slack}"))
}

/// Describes a drift in minutes, behind the agenda or ahead of it.
pub fn drift_in_words(drift: SignedDuration) -> String {
    match minutes(drift) {
        0 => "on time".to_owned(),
        behind @ 1.. => format!("{behind} behind"),
        ahead => format!("{} ahead", -ahead),
    }
}

/// Returns the nearest whole number of minutes.
const fn minutes(duration: SignedDuration) -> i64 {
    (duration.as_secs() + 30).div_euclid(60)
}
