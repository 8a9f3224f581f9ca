//! What the agenda popup shows: clock times, exercises and steps.

use jiff::SignedDuration;

use super::rows::AgendaRow;
use super::times::{LineTimes, line_times};
use crate::app::model::Model;
use crate::app::run::Run;
use crate::record::Mode;
use crate::record::spoken::{clock, counted};

/// The width of a title, in characters, before its minutes.
const TITLE: usize = 38;

/// Returns the rows of the agenda as text.
pub(super) fn texts(model: &Model, run: &Run, rows: Vec<AgendaRow>) -> Vec<String> {
    let times = line_times(&run.recording, model.now);
    rows.into_iter().map(|row| text(run, &times, row)).collect()
}

fn text(run: &Run, times: &[Option<LineTimes>], row: AgendaRow) -> String {
    match row {
        AgendaRow::Line { line, title, minutes } => {
            let times = times.get(line).copied().flatten();
            format!("{}  {title:<TITLE$} {minutes:>3} min", in_words(run, times))
        }
        AgendaRow::Stop { stop, title, seconds } => {
            let (session, agenda) = (run.recording.session(), run.recording.agenda());
            let visited = agenda.stops().get(stop).is_some_and(|stop| session.visited().contains(&stop.step));
            let mark = match (Some(stop) == run.recording.stop(), visited) {
                (true, _) => "›",
                (false, true) => "·",
                (false, false) => " ",
            };
            let length = clock(SignedDuration::from_secs(seconds.into()));
            // The number is a key; further steps are reached with the cursor, because letters change the plan here.
            let number = if stop < 9 { (stop + 1).to_string() } else { String::new() };
            format!("         {mark} {number:>3} {title:<34} {length:>7}")
        }
    }
}

/// Returns the beginning and the end of a line; alone nobody is held to a clock.
fn in_words(run: &Run, times: Option<LineTimes>) -> String {
    let session = run.recording.session();
    match times {
        _ if session.mode() == Mode::Solo => String::new(),
        None => "    --     ".to_owned(),
        Some(LineTimes { begins, ends }) => {
            let zone = &session.header().zone;
            format!("{}–{}", zone.clock(begins), zone.clock(ends))
        }
    }
}

/// Returns the title of the popup: the length of the agenda, and when it ends.
pub(super) fn title(model: &Model, run: &Run) -> String {
    let agenda = run.recording.agenda();
    let ends = line_times(&run.recording, model.now).into_iter().flatten().map(|times| times.ends).max();
    let ends = ends.filter(|_| run.recording.session().mode() == Mode::Live);
    let ends = ends.map(|ends| format!(", ends {}", run.recording.session().header().zone.clock(ends)));
    let waits = if run.recording.session().is_before_start() { "; not started" } else { "" };
    format!(
        "the plan: {}, {} of them kept free{}{waits}",
        counted(usize::try_from(agenda.minutes()).unwrap_or(usize::MAX), "minute", "minutes"),
        agenda.slack(),
        ends.unwrap_or_default()
    )
}
