use super::page::{PageView, is_for_the_room};
use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model, Popup};
use crate::app::screen::Screen;
use crate::export::plain_text;

/// The command that shows the minutes.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(166, "read-minutes", "read the minutes as they stand now, on this screen", &[Screen::Run], show)];

fn show(model: &mut Model) -> Vec<Effect> {
    if is_for_the_room(model) {
        return Vec::new();
    }
    let minutes = model.run.as_ref().map(|run| run.recording.minutes(&model.catalogue));
    if let Some(minutes) = minutes {
        model.show(PageView::of_minutes("The minutes as they stand".to_owned(), &plain_text(&minutes)));
    }
    Vec::new()
}

/// Whether a popup shows the minutes.
pub(in crate::app) fn shows_minutes(popup: &dyn Popup) -> bool {
    popup.downcast::<PageView>().is_some_and(PageView::shows_minutes)
}
