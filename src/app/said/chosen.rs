//! The line that a command is about: the one under the cursor of the list, else the last one.

use crate::app::model::Model;
use crate::app::run::Run;
use crate::app::screen::Tone;
use crate::record::Event;

impl Run {
    /// Returns the line under the cursor of the list, by its number; `None` while the entry line has the cursor.
    pub const fn chosen(&self) -> Option<u64> {
        self.lines.chosen
    }

    /// Returns the line under the cursor of the list, else the one that was left to type a command about it.
    pub(in crate::app) fn chosen_or_left(&self) -> Option<u64> {
        self.lines.chosen.or(self.lines.left)
    }

    /// Returns the line that a command is about: the chosen one, else the last one that stands.
    pub(in crate::app) fn line_in_question(&self) -> Option<Event> {
        match self.lines.chosen.or(self.lines.left) {
            Some(seq) => self.recording.line(seq).cloned(),
            None => self.last_line().cloned(),
        }
    }

    /// Whether a line was chosen in the list for the next command.
    pub(in crate::app) fn has_chosen(&self) -> bool {
        self.lines.chosen.or(self.lines.left).is_some()
    }
}

/// Returns the line that a command is about, if it can be changed now: it is a typed line on disk, and stands. Tells why
/// else.
pub(super) fn changeable(model: &mut Model) -> Option<Event> {
    if super::last_line::is_being_saved(model) {
        return None;
    }
    let run = model.run.as_ref()?;
    let line = run.line_in_question();
    let says = match &line {
        _ if !run.writable => "This session is only read here; nothing can be added to it.",
        None if run.has_chosen() => "These are answers shown together: nobody's line, so they are not changed here.",
        None => "There is no line yet.",
        Some(line) if !line.can_be_taken_back() => {
            "That line only took something back; there is nothing in it to change."
        }
        Some(line) if !run.recording.session().stands(line.seq) => {
            "That line was taken back: Ctrl-D brings it back, then it can be changed."
        }
        Some(_) => return line,
    };
    model.tell(Tone::Plain, says);
    None
}
