use std::path::PathBuf;

use super::chore::ErrandChore;
use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model};
use crate::app::screen::{Screen, Tone};

/// The command that opens the file that was written last.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    168,
    "open-report",
    "open the report or the minutes that were written last, in their own program",
    &[Screen::Home, Screen::Run, Screen::Map, Screen::Replay],
    open,
)];

fn open(model: &mut Model) -> Vec<Effect> {
    match model.written.clone() {
        Some(path) => vec![Effect::Errand(ErrandChore::OpenFile(path))],
        None => {
            model.tell(Tone::Plain, "Nothing was written so far: F9 writes the minutes, /export a report.");
            Vec::new()
        }
    }
}

/// Takes in that a file was written; `says` is the sentence about it.
pub(in crate::app) fn wrote(model: &mut Model, path: PathBuf, says: String) {
    model.written = Some(path);
    model.tell(Tone::Good, says);
}
