use super::chore::ReplayChore;
use super::scanning::scan;
use super::view::ReplayView;
use crate::app::effect::Effect;
use crate::app::home::nothing_chosen;
use crate::app::model::Model;
use crate::app::open_session::OpenSession;
use crate::app::run::tell_faults;
use crate::app::said::is_typed_over;
use crate::app::screen::{Screen, Tone};
use crate::record::SessionId;

/// Shows the replay of a session that was read.
pub(in crate::app) fn opened(model: &mut Model, open: OpenSession, at: Option<u64>) -> Vec<Effect> {
    let faults = open.faults.clone();
    show(model, open, at, Screen::Home);
    tell_faults(model, &faults);
    model.replay.as_mut().map(|view| scan(view)).unwrap_or_default()
}

fn show(model: &mut Model, open: OpenSession, at: Option<u64>, back: Screen) {
    let shared = model.settings.one_window;
    if shared && open.session.is_private() {
        model
            .tell(Tone::Plain, "This session is private, and this window is the room's as well; it is not shown here.");
        return;
    }
    let empty = open.session.events().is_empty();
    // What was said is read from its beginning, unless a moment was asked for, or it is still being said.
    let events = open.session.events();
    let is_running = back == Screen::Run && !open.session.is_closed();
    let at = at.or_else(|| events.first().filter(|_| !is_running).map(|event| event.seq));
    model.replay = Some(Box::new(ReplayView::of(open, at, (shared, back), &model.catalogue)));
    model.screen = Screen::Replay;
    model.popup = None;
    if empty {
        model.tell(Tone::Plain, "Nothing was said in it so far.");
    }
}

/// Shows the replay of the open session, from the run screen.
pub(in crate::app) fn here(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Home {
        return from_home(model);
    }
    if model.run.is_none() || is_typed_over(model) {
        return Vec::new();
    }
    let Some(run) = &model.run else { return Vec::new() };
    let open = run.recording.to_look_back();
    show(model, open, None, Screen::Run);
    model.replay.as_mut().map(|view| scan(view)).unwrap_or_default()
}

/// Shows the replay of the session under the cursor of the home screen.
pub(in crate::app) fn from_home(model: &mut Model) -> Vec<Effect> {
    let Some(known) = model.home.chosen_session() else { return nothing_chosen(model) };
    look_back(known.id)
}

/// Shows the replay of a session of the workspace from its beginning.
pub(in crate::app) fn look_back(id: SessionId) -> Vec<Effect> {
    vec![Effect::Replay(ReplayChore::Open { id, at: None })]
}

/// Opens the replayed session read-only on the run screen.
pub(in crate::app) fn read_along(model: &mut Model) -> Vec<Effect> {
    let Some(view) = model.replay.take() else { return Vec::new() };
    if view.back == Screen::Run {
        model.screen = Screen::Run;
        return Vec::new();
    }
    vec![Effect::Open { id: view.session().header().id.clone(), read_only: true }]
}
