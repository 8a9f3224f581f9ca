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
            model.tell(Tone::Plain, nothing_written(model.screen));
            Vec::new()
        }
    }
}

/// Returns what can be done here while no file was written; each screen names what works on it.
const fn nothing_written(screen: Screen) -> &'static str {
    match screen {
        Screen::Run => "No file was written: /minutes writes the minutes, /read-minutes shows them.",
        Screen::Replay => "No file was written: /read-minutes shows the minutes, /export writes them.",
        Screen::Home => "No file was written: /export writes one.",
        Screen::Map | Screen::Assess => "No file was written.",
    }
}

/// Takes in that a file was written; `says` is the sentence about it.
pub(in crate::app) fn wrote(model: &mut Model, path: PathBuf, says: String) {
    model.written = Some(path);
    model.tell(Tone::Good, says);
}
