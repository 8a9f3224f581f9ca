use super::begin::{UNTITLED, about, alone};
use super::list::{HomeChoice, KnownSession};
use crate::app::door::Door;
use crate::app::effect::Effect;
use crate::app::errands::ErrandChore;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::recording::default_agenda;
use crate::app::replay::ReplayChore;
use crate::app::screen::{Screen, Tone};
use crate::app::setup::Begun;
use crate::app::{errands, importing, map, mirror, replay, setup};
use crate::exercise::Agenda;
use crate::record::{Mode, own_note};

/// The maximum number of words of a line that still counts as a name.
const LONGEST_NAME: usize = 7;

/// Handles a key on the home screen, for the list or for the entry line.
pub(in crate::app) fn press(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    if key.steps_down().is_some() {
        let home = &mut model.home;
        home.selected = key.moved(home.selected, home.choices().len()).unwrap_or(home.selected);
        return Vec::new();
    }
    if key.code == Code::Enter
        && let Some(effects) = importing::typed_with_files(model)
    {
        return effects;
    }
    match key.code {
        Code::Enter => importing::look_for_files(model).unwrap_or_else(|| enter(model)),
        Code::Esc => {
            model.entry.clear();
            Vec::new()
        }
        Code::Tab => {
            if let Some(name) = model.names_begun().and_then(|(names, _)| names.into_iter().next()) {
                model.entry.set(&name);
            }
            Vec::new()
        }
        _ => {
            model.entry.press(key);
            Vec::new()
        }
    }
}

/// Takes in whether the entry line is files that are there: they are read, and any other line is what it would have been.
/// A line that is the path of a file is one even where no file is there, which the import then says.
pub(in crate::app) fn looked_for(model: &mut Model, typed: &str, is_there: bool) -> Vec<Effect> {
    if model.screen != Screen::Home || model.popup.is_some() || model.entry.text() != typed {
        return Vec::new();
    }
    if !is_there && !importing::is_path(typed) {
        return enter(model);
    }
    model.entry.clear();
    importing::read(model, typed.trim())
}

/// Does what the entry line says, which names no files; without a line, takes the row under the cursor.
fn enter(model: &mut Model) -> Vec<Effect> {
    if let Some(door) = Door::of(model.entry.text(), &model.commands, model.screen) {
        return door.open(model);
    }
    if model.entry.text().trim().is_empty() {
        return choose(model);
    }
    if own_note(model.entry.text()).is_some() {
        let says = "A note for yourself belongs to a session: begin one, or open one, and type it there.";
        model.tell(Tone::Plain, says);
        return Vec::new();
    }
    if is_long(model) {
        model.tell(Tone::Plain, "A short name works best, such as Service bot. What do people call it?");
        return Vec::new();
    }
    begin_alone(model)
}

/// Takes in the list of sessions. The search for open matters in old sessions begins after that.
pub(in crate::app) fn listed(model: &mut Model, sessions: Vec<KnownSession>) -> Vec<Effect> {
    let home = &mut model.home;
    home.sessions = Some(sessions);
    home.selected = home.selected.min(home.choices().len().saturating_sub(1));
    if home.is_first_time() {
        // What was remembered of a session that was removed is forgotten.
        home.memory.clear();
        home.open.clear();
        return Vec::new();
    }
    vec![Effect::Replay(ReplayChore::Remember), Effect::Errand(ErrandChore::Open)]
}

/// Whether the entry line is a sentence rather than a name.
fn is_long(model: &Model) -> bool {
    model.entry.text().split_whitespace().count() > LONGEST_NAME
}

fn choose(model: &mut Model) -> Vec<Effect> {
    match model.home.choice() {
        Some(HomeChoice::Due(matter)) => errands::settle(model, matter),
        Some(HomeChoice::Continue(known)) => vec![Effect::Open { id: known.id, read_only: false }],
        Some(HomeChoice::LookBack(known)) => replay::look_back(known.id),
        Some(HomeChoice::Try { sample, .. }) => vec![Effect::OpenSample(sample)],
        Some(HomeChoice::Start(Mode::Live)) => setup::begin(model, "", Vec::new()),
        Some(HomeChoice::Start(Mode::Solo)) => {
            let agenda = model.first_agendas.of(Mode::Solo, &model.catalogue);
            vec![alone(UNTITLED, agenda, &model.languages)]
        }
        Some(HomeChoice::Alone(template)) => match Agenda::parse(template.name, &model.catalogue, Mode::Solo) {
            Ok(agenda) => vec![alone(UNTITLED, agenda, &model.languages)],
            Err(error) => {
                model.tell(Tone::Alarm, error.to_string());
                Vec::new()
            }
        },
        Some(HomeChoice::Import) => importing::show(model, ""),
        Some(HomeChoice::Imported(known)) => importing::open(model, known),
        Some(HomeChoice::Map) => map::open(model),
        Some(HomeChoice::Mirror(whose)) => mirror::open(whose),
        None => Vec::new(),
    }
}

/// Begins a session of one person with a newcomer's first line, a change. Where no session can be created, the line
/// comes back.
fn begin_alone(model: &mut Model) -> Vec<Effect> {
    if model.opening {
        // Another session is being created; the line stays in the entry line.
        return Vec::new();
    }
    let line = model.entry.text().trim().to_owned();
    model.entry.clear();
    let title = about(&line);
    model.begun = Some(Begun::Line(line));
    vec![alone(&title, default_agenda(&model.catalogue, Mode::Solo), &model.languages)]
}
