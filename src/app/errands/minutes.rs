use super::page::{PageView, is_for_the_room};
use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model, Popup};
use crate::app::screen::Screen;
use crate::export::plain_text;

/// The command that shows the minutes.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(166, "read-minutes", "read the minutes as they stand now, on this screen", SCREENS, show)];

const SCREENS: &[Screen] = &[Screen::Run, Screen::Replay];

fn show(model: &mut Model) -> Vec<Effect> {
    if is_for_the_room(model) {
        return Vec::new();
    }
    let shown = if model.screen == Screen::Replay { looked_back_at(model) } else { as_they_stand(model) };
    if let Some((title, minutes)) = shown {
        model.show(PageView::of_minutes(title.to_owned(), &plain_text(&minutes)));
    }
    Vec::new()
}

fn as_they_stand(model: &Model) -> Option<(&'static str, String)> {
    let run = model.run.as_ref()?;
    Some(("The minutes as they stand", run.recording.minutes(&model.catalogue)))
}

/// Returns the minutes of the session that is looked back at, whole, whichever moment is on the screen.
fn looked_back_at(model: &Model) -> Option<(&'static str, String)> {
    let view = model.replay.as_ref()?;
    let title = if view.session().is_closed() { "The minutes" } else { "The minutes as they stand" };
    Some((title, view.minutes(&model.catalogue)))
}

/// Whether a popup shows the minutes.
pub(in crate::app) fn shows_minutes(popup: &dyn Popup) -> bool {
    popup.downcast::<PageView>().is_some_and(PageView::shows_minutes)
}
