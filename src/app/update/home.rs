use crate::app::home::{Begun, Choice, UNTITLED, about};
use crate::app::key::{Code, Key};
use crate::app::layer::{Layer, Setup};
use crate::app::model::{Model, Tone};
use crate::app::msg::{Effect, NewSession};
use crate::app::recording::default_plan;
use crate::exercise::Agenda;
use crate::record::{Fact, Mode, Names, PlannedExercise, SessionKind, own_note};

use super::steps_down;

/// The most words that still sound like a name.
const LONGEST_NAME: usize = 7;

/// A key on the home screen: the list, or the line to type in.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if let Some(down) = steps_down(key) {
        model.home.step(down);
        return Vec::new();
    }
    match key.code {
        Code::Enter if model.entry.text().trim().is_empty() => choose(model),
        Code::Enter if own_note(model.entry.text()).is_some() => {
            model.tell(
                Tone::Plain,
                "A note for yourself belongs to a session: begin one, or open one, and type it there.",
            );
            Vec::new()
        }
        Code::Enter if is_long(model) => {
            model.tell(Tone::Plain, "A short name works best, such as Service bot. What do people call it?");
            Vec::new()
        }
        Code::Enter => begin_alone(model),
        Code::Esc => {
            model.entry.clear();
            Vec::new()
        }
        _ => {
            model.entry.press(key);
            Vec::new()
        }
    }
}

/// Whether the line is a sentence rather than a name.
fn is_long(model: &Model) -> bool {
    model.entry.text().split_whitespace().count() > LONGEST_NAME
}

fn choose(model: &mut Model) -> Vec<Effect> {
    match model.home.choice() {
        Some(Choice::Continue(known)) => vec![Effect::Open { id: known.id, read_only: false }],
        Some(Choice::LookBack(_)) => super::replaying::from_home(model),
        Some(Choice::Try { sample, .. }) => vec![Effect::OpenSample(sample)],
        Some(Choice::Start(Mode::Live)) => {
            let agenda = default_plan(&model.catalogue, Mode::Live);
            model.layer = Some(Layer::Setup(Setup { creating: true, agenda, ..Setup::default() }));
            Vec::new()
        }
        Some(Choice::Start(Mode::Solo)) => vec![alone(UNTITLED, default_plan(&model.catalogue, Mode::Solo))],
        Some(Choice::Alone(template)) => match Agenda::parse(template.name, &model.catalogue, Mode::Solo) {
            Ok(plan) => vec![alone(UNTITLED, plan)],
            Err(error) => {
                model.tell(Tone::Alarm, error.to_string());
                Vec::new()
            }
        },
        Some(Choice::Map) => super::map::open(model),
        Some(Choice::Mirror(whose)) => super::assess::open(whose),
        None => Vec::new(),
    }
}

/// The first line of somebody who is here for the first time: a change. Should no session come of it, it comes back.
fn begin_alone(model: &mut Model) -> Vec<Effect> {
    if model.opening {
        // Another one is on its way; this line waits where it is.
        return Vec::new();
    }
    let line = model.entry.text().trim().to_owned();
    model.entry.clear();
    let title = about(&line);
    model.begun = Some(Begun::Line(line));
    vec![alone(&title, default_plan(&model.catalogue, Mode::Solo))]
}

pub(super) fn alone(title: &str, agenda: Vec<PlannedExercise>) -> Effect {
    let opened = Fact::Opened { mode: Mode::Solo, facilitator: None, agenda, people: Vec::new() };
    Effect::Create(NewSession {
        title: title.to_owned(),
        kind: SessionKind::Solo,
        private: false,
        names: Names::default(),
        opening: vec![opened],
    })
}
