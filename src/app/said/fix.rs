use super::chosen::changeable;
use super::last_line::is_typed_over;
use super::list::leave;
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Fixing, Run, unsettle};
use crate::app::screen::{Screen, Tone};
use crate::record::{Event, SeatTag};

/// The command that fixes a line.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(50, "fix", "fix the chosen line, else the last one", &[Screen::Run], fix)
        .key(KeyPress::ctrl('f'))
        .in_footer("fix")];

/// Puts a line back into the entry line; Enter records it in its place, Esc leaves it as it was.
fn fix(model: &mut Model) -> Vec<Effect> {
    if is_typed_over(model) {
        return Vec::new();
    }
    let Some(line) = changeable(model) else { return Vec::new() };
    let words = model.run.as_ref().map(|run| typed_words(&line, run)).unwrap_or_default();
    begin_fixing(model, line.seq, words.clone(), &words);
    Vec::new()
}

/// Puts `words` into the entry line in place of a line's own words, and the cursor with them.
pub(super) fn begin_fixing(model: &mut Model, seq: u64, before: String, words: &str) {
    let Some(run) = &mut model.run else { return };
    let seat = run.recording.line(seq).and_then(|line| line.speaker.clone());
    let listed = run.chosen().is_some();
    run.typing.fixing = Some(Box::new(Fixing { listed, ..Fixing::new(seq, before, seat) }));
    let says = if run.fixes_last() {
        "Fixing the last line: Enter replaces it, Esc leaves it as it was."
    } else {
        "Fixing an earlier line: Enter puts it in its place, Esc leaves it as it was."
    };
    leave(model);
    model.entry.set(words);
    model.tell(Tone::Plain, says);
    unsettle(model);
}

/// Returns a line as it would be typed: with the short form of its speaker, and of whoever it names.
pub(super) fn typed_words(line: &Event, run: &Run) -> String {
    let said = line.said.as_deref().unwrap_or_default();
    let said = run.recording.with_seats_as(said, |tag| run.recording.typed_as(tag));
    let typed = |tag: &SeatTag| run.recording.names().typed_for(tag).to_owned();
    line.speaker.as_ref().map(typed).map_or_else(|| said.clone(), |tag| format!("{tag}> {said}"))
}
