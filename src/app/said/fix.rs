use super::last_line::{is_being_saved, is_typed_over};
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Fixing, unsettle};
use crate::app::screen::{Screen, Tone};
use crate::record::SeatTag;

/// The command that fixes the last line.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(50, "fix-last", "fix the last line", &[Screen::Run], fix_last)
        .key(KeyPress::ctrl('f'))
        .in_footer("fix")];

/// Puts the last line back into the entry line; Enter replaces it, Esc leaves it as it was.
pub(in crate::app) fn fix_last(model: &mut Model) -> Vec<Effect> {
    if is_typed_over(model) || is_being_saved(model) {
        return Vec::new();
    }
    let Some(run) = &mut model.run else { return Vec::new() };
    let Some(last) = run.last_line() else {
        model.tell(Tone::Plain, "There is no line to fix yet.");
        return Vec::new();
    };
    let said = last.said.clone().unwrap_or_default();
    let typed = |tag: &SeatTag| run.recording.names().typed_for(tag).to_owned();
    let line = last.speaker.as_ref().map(typed).map_or_else(|| said.clone(), |tag| format!("{tag}> {said}"));
    run.typing.fixing = Some(Box::new(Fixing::new(last.seq, line.clone())));
    model.entry.set(&line);
    model.tell(Tone::Plain, "Fixing the last line: Enter replaces it, Esc leaves it as it was.");
    unsettle(model);
    Vec::new()
}
