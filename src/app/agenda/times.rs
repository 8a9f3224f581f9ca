//! The clock times of an agenda: when every exercise begins and ends, computed anew at every moment.

use jiff::{SignedDuration, Timestamp};

use crate::app::recording::Recording;
use crate::exercise::SLACK;
use crate::record::{Fact, SessionTime};

/// When a line of the agenda begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineTimes {
    /// The beginning: as it was, or as it is expected.
    pub begins: Timestamp,
    /// The end: as it was, or as it is expected.
    pub ends: Timestamp,
}

/// Returns the times of every line of the agenda as of `now`; `None` for a line that was passed over.
///
/// Lines that are over have the times that they took, the current one and those to come the times that they will take if
/// everything goes on as planned. Before the session is started it is as if it were started now.
pub fn line_times(recording: &Recording, now: Timestamp) -> Vec<Option<LineTimes>> {
    let agenda = recording.agenda();
    let lines = agenda.exercises();
    let entered = entered(recording);
    let at = recording.at(now);
    let here = recording.stop().and_then(|stop| Some((stop, agenda.stops().get(stop)?.line)));
    let mut clock = now;
    let mut times: Vec<Option<LineTimes>> = vec![None; lines.len()];
    if let Some((stop, here)) = here {
        for (line, begins, ends) in over(&entered, here) {
            if let Some(place) = times.get_mut(line) {
                *place = Some(LineTimes { begins, ends });
            }
        }
        let begins = entered.iter().rfind(|(line, _)| *line == here).map_or(now, |(_, moment)| *moment);
        clock = later(now, rest_of_line(recording, at, stop, here));
        if let Some(place) = times.get_mut(here) {
            *place = Some(LineTimes { begins, ends: clock });
        }
    }
    let spare = recording.pace(at).map(|pace| pace.slack.max(SignedDuration::ZERO));
    let first = here.map_or(0, |(_, here)| here + 1);
    for (line, planned) in lines.iter().enumerate().skip(first) {
        let length = match spare {
            Some(spare) if planned.exercise == SLACK => spare,
            _ => SignedDuration::from_mins(i64::from(planned.minutes)),
        };
        let ends = later(clock, length);
        if let Some(place) = times.get_mut(line) {
            *place = Some(LineTimes { begins: clock, ends });
        }
        clock = ends;
    }
    times
}

/// Returns when each line was entered, in the order of time: a line again each time that the session came to it.
fn entered(recording: &Recording) -> Vec<(usize, Timestamp)> {
    let session = recording.session();
    let opened = session.header().opened;
    let mut entered: Vec<(usize, Timestamp)> = Vec::new();
    let mut from = None;
    for event in session.events() {
        for fact in &event.facts {
            let Fact::StepEntered { step, .. } = fact else { continue };
            from = recording.agenda().place(step, from).or(from);
            let line = from.and_then(|stop| recording.agenda().stops().get(stop)).map(|stop| stop.line);
            let moment = later(opened, event.at.since(SessionTime::OPENING));
            if let Some(line) = line.filter(|line| entered.last().is_none_or(|(last, _)| last != line)) {
                entered.push((line, moment));
            }
        }
    }
    entered
}

/// Returns the lines other than `here` that were entered, each with its first beginning and its last end.
fn over(entered: &[(usize, Timestamp)], here: usize) -> Vec<(usize, Timestamp, Timestamp)> {
    let mut over: Vec<(usize, Timestamp, Timestamp)> = Vec::new();
    for pair in entered.windows(2) {
        let [(line, begins), (_, ends)] = pair else { continue };
        match over.iter_mut().find(|(known, ..)| known == line) {
            Some((_, _, last)) => *last = *ends,
            None if *line != here => over.push((*line, *begins, *ends)),
            None => {}
        }
    }
    over
}

/// Returns how long the current line will still take.
fn rest_of_line(recording: &Recording, at: SessionTime, stop: usize, line: usize) -> SignedDuration {
    let clock = recording.session().clock(at);
    let planned = recording.session().place().map_or(SignedDuration::ZERO, |place| place.planned);
    let coming = recording.agenda().stops().iter().skip(stop + 1).filter(|stop| stop.line == line);
    let coming: i64 = coming.map(|stop| i64::from(stop.seconds)).sum();
    (planned - clock.step).max(SignedDuration::ZERO) + SignedDuration::from_secs(coming)
}

fn later(moment: Timestamp, by: SignedDuration) -> Timestamp {
    moment.checked_add(by).unwrap_or(moment)
}
