use super::last_line::is_being_saved;
use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::record::Fact;

/// The command that takes back one line, or brings it back.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(46, "take-back", "take back the chosen line, or bring it back", &[Screen::Run], take_back)];

/// Takes back the line in question; one that was taken back stands again.
fn take_back(model: &mut Model) -> Vec<Effect> {
    if is_being_saved(model) {
        return Vec::new();
    }
    let Some(run) = &model.run else { return Vec::new() };
    let chosen = run.lines.chosen.or(run.lines.left).or_else(|| run.last_line().map(|last| last.seq));
    let Some(seq) = chosen.filter(|seq| run.lines.captured.iter().any(|line| line.seq == *seq)) else {
        model.tell(Tone::Plain, "There is no line to take back yet.");
        return Vec::new();
    };
    let session = run.recording.session();
    // A line that was mended goes, and comes back, as it reads now.
    let version = session.version(seq);
    let todo = if session.stands(seq) {
        let says = "Taken back; Ctrl-Y, or Ctrl-D on the line, brings it back.";
        Todo::Told(vec![Fact::Retracted { seq: version }], says.to_owned())
    } else {
        Todo::Told(vec![Fact::Restored { seq: version }], "Back again.".to_owned())
    };
    queue(model, [todo])
}
