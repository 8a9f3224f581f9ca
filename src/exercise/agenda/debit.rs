//! Where time comes from: minutes that a step gets, or that were lost, are taken from something later in the agenda.
//!
//! A debit never changes the length of the whole agenda, so that the promised end stays.

use super::pace::Pace;
use super::stops::{Agenda, AgendaStop};
use super::template::{BREAK, CLOSE, SLACK};
use crate::exercise::Catalogue;
use crate::record::{Mode, PlannedExercise};

/// The drift below which a session counts as on time, in seconds.
const TOLERANCE: i64 = 60;

/// One change of the agenda that gives minutes to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debit {
    /// The change in a few words: "borrow 4 from slack, 4 left".
    pub says: String,
    /// The agenda after the change.
    pub exercises: Vec<PlannedExercise>,
    /// The minutes by which the planned time of the current step grows.
    pub added: u16,
}

/// A part of the agenda that can give minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Giver {
    /// Minutes that were left free, by their line.
    Slack(usize),
    /// An exercise, by its line.
    Exercise(usize),
}

/// An agenda at one of its stops, with the words of the catalogue.
#[derive(Clone, Copy)]
pub struct AgendaPosition<'a> {
    /// The agenda.
    pub agenda: &'a Agenda,
    /// The catalogue, for titles.
    pub catalogue: &'a Catalogue,
    /// The mode of the session.
    pub mode: Mode,
    /// The index of the current stop.
    pub at: usize,
}

impl AgendaPosition<'_> {
    /// Returns the choices by which the session can catch up with its agenda, gentlest first; none while it is on time.
    ///
    /// The exercise `close` and breaks never lose time.
    pub fn catch_up(&self, pace: Pace) -> Vec<Debit> {
        if pace.drift.as_secs() < TOLERANCE {
            return Vec::new();
        }
        let late = minutes_up(pace.drift.as_secs());
        let borrowed = self.slack().and_then(|line| self.borrow(line, late, pace));
        let shorter = self.longest().and_then(|line| self.shorten(line, late, pace));
        borrowed.into_iter().chain(shorter).chain(self.drop_step(late, pace)).collect()
    }

    /// Returns what gives this many minutes first: slack, else the longest exercise still to come.
    pub fn giver(&self, minutes: u16) -> Option<Giver> {
        let slack = self.slack().filter(|&line| self.minutes_of(line) >= minutes).map(Giver::Slack);
        slack.or_else(|| self.longest_giving(minutes).map(Giver::Exercise))
    }

    /// Returns everything that can give this many minutes: slack first, then every exercise still to come.
    pub fn all_givers(&self, minutes: u16) -> Vec<Giver> {
        let slack = self.slack().filter(|&line| self.minutes_of(line) >= minutes).map(Giver::Slack);
        let givers = self.lines_to_come().filter(|&line| self.can_give(line, minutes)).map(Giver::Exercise);
        slack.into_iter().chain(givers).collect()
    }

    /// Gives minutes to the current step.
    pub fn give(&self, minutes: u16, giver: Giver) -> Debit {
        let (Giver::Slack(line) | Giver::Exercise(line)) = giver;
        let mut exercises = self.agenda.exercises.clone();
        let left = take(&mut exercises, line, minutes);
        self.lengthen(&mut exercises, self.at, minutes);
        let says = match giver {
            Giver::Slack(_) => format!("from slack, {left} left"),
            Giver::Exercise(_) => format!("from {}, then {left}", self.title(line)),
        };
        Debit { says, exercises, added: minutes }
    }

    /// Returns the first stop of `close`, once only its own minutes are left until the planned end and it has not begun.
    pub fn close_due(&self, pace: Pace) -> Option<&AgendaStop> {
        let here = self.agenda.stops.get(self.at)?.line;
        let (line, close) = self.agenda.exercises.iter().enumerate().rfind(|(_, planned)| planned.exercise == CLOSE)?;
        let is_due = line > here && close.minutes > 0 && pace.left.as_secs() <= i64::from(close.minutes) * 60;
        self.agenda.stops.iter().find(|stop| stop.line == line).filter(|_| is_due)
    }

    fn borrow(&self, line: usize, late: u16, pace: Pace) -> Option<Debit> {
        let mut exercises = self.agenda.exercises.clone();
        exercises.get(line).filter(|slack| slack.minutes >= late)?;
        let left = take(&mut exercises, line, late);
        let added = self.repay(&mut exercises, late, pace);
        Some(Debit { says: format!("borrow {late} from slack, {left} left"), exercises, added })
    }

    /// Shortens an exercise by the missing minutes, but by at most half of its length.
    fn shorten(&self, line: usize, late: u16, pace: Pace) -> Option<Debit> {
        let mut exercises = self.agenda.exercises.clone();
        let gives = late.min(self.minutes_of(line) / 2);
        if gives == 0 {
            return None;
        }
        let left = take(&mut exercises, line, gives);
        let added = self.repay(&mut exercises, gives, pace);
        Some(Debit { says: format!("shorten {} to {left}", self.title(line)), exercises, added })
    }

    /// Drops the longest step still to come, and takes as much of its time as is missing.
    fn drop_step(&self, late: u16, pace: Pace) -> Option<Debit> {
        let lines: Vec<usize> = self.lines_to_come().collect();
        let coming = self.agenda.stops.iter().skip(self.at + 1).filter(|stop| lines.contains(&stop.line));
        let stop = coming.max_by_key(|stop| stop.seconds)?;
        let mut exercises = self.agenda.exercises.clone();
        let gives = late.min(u16::try_from(stop.seconds / 60).unwrap_or(u16::MAX));
        let planned = exercises.get_mut(stop.line)?;
        planned.without.push(stop.step.number);
        planned.longer.retain(|(number, _)| *number != stop.step.number);
        take(&mut exercises, stop.line, gives);
        let added = self.repay(&mut exercises, gives, pace);
        let says = format!("drop “{}” of {}", self.step_title(stop), self.title(stop.line));
        Some(Debit { says, exercises, added })
    }

    /// Gives minutes to where they were lost: to the current step as far as it is over or was made longer, the others to
    /// the step before it. Returns the minutes by which the planned time of the current step grows.
    fn repay(&self, exercises: &mut [PlannedExercise], minutes: u16, pace: Pace) -> u16 {
        let over = minutes_up(pace.over.as_secs()).min(minutes);
        let known = minutes_up(pace.added.as_secs()).min(minutes - over);
        let before = minutes - over - known;
        self.lengthen(exercises, self.at, over + known);
        self.lengthen(exercises, self.at.saturating_sub(1), before);
        over
    }

    fn lengthen(&self, exercises: &mut [PlannedExercise], stop: usize, minutes: u16) {
        let Some(stop) = self.agenda.stops.get(stop).filter(|_| minutes > 0) else { return };
        if let Some(planned) = exercises.get_mut(stop.line) {
            planned.lengthen(stop.step.number, minutes);
        }
    }

    /// Returns the lines that are still to come and may lose time.
    fn lines_to_come(&self) -> impl Iterator<Item = usize> {
        let here = self.agenda.stops.get(self.at).map_or(0, |stop| stop.line);
        let lines = self.agenda.exercises.iter().enumerate().skip(here + 1);
        let may = lines.filter(|(_, planned)| ![CLOSE, SLACK, BREAK].contains(&planned.exercise.as_str()));
        may.map(|(line, _)| line)
    }

    fn slack(&self) -> Option<usize> {
        let lines = self.agenda.exercises.iter().enumerate().filter(|(_, planned)| planned.exercise == SLACK);
        lines.max_by_key(|(line, planned)| (planned.minutes, *line)).map(|(line, _)| line)
    }

    /// Returns the line that can be shortened best; the first of several that are equally long.
    fn longest(&self) -> Option<usize> {
        self.lines_to_come().max_by_key(|&line| (self.minutes_of(line), std::cmp::Reverse(line)))
    }

    fn longest_giving(&self, minutes: u16) -> Option<usize> {
        self.longest().filter(|&line| self.can_give(line, minutes))
    }

    /// Whether an exercise keeps at least half of its length.
    fn can_give(&self, line: usize, minutes: u16) -> bool {
        self.minutes_of(line) / 2 >= minutes
    }

    fn minutes_of(&self, line: usize) -> u16 {
        self.agenda.exercises.get(line).map_or(0, |planned| planned.minutes)
    }

    fn title(&self, line: usize) -> &str {
        let id = self.agenda.exercises.get(line).map_or("", |planned| planned.exercise.as_str());
        self.catalogue.find(id).map_or(id, |exercise| exercise.title.as_str())
    }

    fn step_title(&self, stop: &AgendaStop) -> &str {
        self.catalogue.step(&stop.step, self.mode).map_or("", |(_, step)| step.title.as_str())
    }
}

/// Takes minutes from a line; returns the minutes that it has left.
fn take(exercises: &mut [PlannedExercise], line: usize, minutes: u16) -> u16 {
    exercises.get_mut(line).map_or(0, |planned| {
        planned.minutes = planned.minutes.saturating_sub(minutes);
        planned.minutes
    })
}

/// Returns the minutes of this many seconds, a minute that has begun counted whole.
fn minutes_up(seconds: i64) -> u16 {
    u16::try_from(seconds.max(0).saturating_add(59) / 60).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::exercise::in_words;

    fn secs(seconds: i64) -> SignedDuration {
        SignedDuration::from_secs(seconds)
    }

    fn agenda(text: &str) -> Agenda {
        let catalogue = Catalogue::embedded();
        Agenda::lay_out(&Agenda::parse(text, &catalogue, Mode::Live).unwrap(), &catalogue, Mode::Live)
    }

    /// Works with the position of an agenda at a stop.
    fn at<T>(agenda: &Agenda, at: usize, works: impl FnOnce(AgendaPosition<'_>) -> T) -> T {
        works(AgendaPosition { agenda, catalogue: &Catalogue::embedded(), mode: Mode::Live, at })
    }

    fn laid_out(exercises: &[PlannedExercise]) -> Agenda {
        Agenda::lay_out(exercises, &Catalogue::embedded(), Mode::Live)
    }

    #[test]
    fn four_minutes_over_can_be_borrowed_shortened_or_dropped() {
        let agenda = agenda("next=14, break=10, bound=28, slack=8");
        let pace = agenda.pace(0, secs(300), secs(300), secs(60));
        let choices = at(&agenda, 0, |position| position.catch_up(pace));
        let says: Vec<_> = choices.iter().map(|choice| choice.says.as_str()).collect();
        assert_eq!(says[..2], ["borrow 4 from slack, 4 left", "shorten Where two teams meet to 24"]);
        assert!(says[2].starts_with("drop “") && says[2].ends_with("” of Where two teams meet"), "{says:?}");
    }

    #[test]
    fn every_choice_leaves_the_promised_end_and_makes_up_for_the_time() {
        let agenda = agenda("arrive=6, next=14, bound=28, close=8, slack=8");
        for (stop, session, step, planned) in
            [(0, 300, 300, 60), (4, 900, 30, 180), (4, 480, 30, 480), (4, 900, 700, 180)]
        {
            let pace = agenda.pace(stop, secs(session), secs(step), secs(planned));
            let choices = at(&agenda, stop, |position| position.catch_up(pace));
            assert_eq!(choices.len(), 3, "{pace:?}");
            for choice in choices {
                let after = laid_out(&choice.exercises);
                assert_eq!(after.minutes(), agenda.minutes(), "{}", choice.says);
                let planned = secs(planned + i64::from(choice.added) * 60);
                let pace = after.pace(stop, secs(session), secs(step), planned);
                assert!(pace.drift.as_secs() < 60, "{}: {pace:?} {}", choice.says, in_words(&choice.exercises));
            }
        }
    }

    #[test]
    fn a_minute_more_comes_from_slack_first_then_from_the_longest_and_never_from_close() {
        let agenda = agenda("next=14, bound=11, close=20, slack=1");
        let (one, five) = at(&agenda, 1, |position| {
            (position.give(1, position.giver(1).unwrap()), position.give(5, position.giver(5).unwrap()))
        });
        assert_eq!((one.says.as_str(), one.added), ("from slack, 0 left", 1));
        assert_eq!(in_words(&one.exercises), "next=15 with 2+1, bound=11, close=20, slack=0");
        assert_eq!(five.says, "from Where two teams meet, then 6");
        assert_eq!(at(&agenda, 1, |position| position.giver(6)), None);
    }

    #[test]
    fn a_minute_that_was_given_leaves_the_session_on_time() {
        let agenda = agenda("next=14, bound=11, close=5, slack=5");
        let given = at(&agenda, 1, |position| position.give(5, position.giver(5).unwrap()));
        let pace = laid_out(&given.exercises).pace(1, secs(120), secs(60), secs(180 + 300));
        assert_eq!((pace.drift, pace.slack), (secs(0), secs(0)));
    }

    #[test]
    fn on_time_nothing_is_offered() {
        let agenda = agenda("next=14, slack=6");
        let pace = agenda.pace(1, secs(120), secs(60), secs(180));
        assert_eq!(at(&agenda, 1, |position| position.catch_up(pace)), []);
    }
}
