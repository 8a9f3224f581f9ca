use jiff::SignedDuration;

use super::stops::{Agenda, AgendaStop};
use super::template::{BREAK, CLOSE, SLACK};
use crate::record::PlannedExercise;

/// The drift below which a session counts as on time.
const TOLERANCE: SignedDuration = SignedDuration::from_mins(1);

/// The pace of a session against its agenda, in whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How far the session is behind its agenda; negative when it is ahead. Slack does not count.
    pub drift: SignedDuration,
    /// The time until the end, if all remaining steps take as long as planned.
    pub to_go: SignedDuration,
    /// The remaining slack; negative when the session will end late.
    pub slack: SignedDuration,
}

/// One choice by which a session can catch up with its agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatchUp {
    /// The choice in a few words.
    pub says: String,
    /// The agenda after this choice.
    pub exercises: Vec<PlannedExercise>,
}

impl Agenda {
    /// Returns the pace of a session at the stop `at`: the session has run for `session`, the stop for `step`, and
    /// `planned` was allowed for the stop. Only whole seconds count, as on the clocks.
    pub fn pace(&self, at: usize, session: SignedDuration, step: SignedDuration, planned: SignedDuration) -> Pace {
        let [session, step] = [session, step].map(|duration| SignedDuration::from_secs(duration.as_secs()));
        let length =
            |stops: &[AgendaStop]| SignedDuration::from_secs(stops.iter().map(|stop| i64::from(stop.seconds)).sum());
        let before = length(self.stops.get(..at).unwrap_or_default());
        let after = length(self.stops.get(at + 1..).unwrap_or_default());
        let drift = session - before - step.min(planned);
        let to_go = (planned - step).max(SignedDuration::ZERO) + after;
        let all = SignedDuration::from_mins(i64::from(self.minutes()));
        Pace { drift, to_go, slack: all - session - to_go }
    }

    /// Returns the choices by which the session can catch up from the stop `at`, gentlest first.
    ///
    /// The exercise `close` and breaks never lose time.
    pub fn choices(&self, at: usize, pace: Pace) -> Vec<CatchUp> {
        if pace.drift < TOLERANCE {
            return Vec::new();
        }
        let late = u16::try_from((pace.drift.as_secs() + 59) / 60).unwrap_or(u16::MAX);
        let slack = self.borrow(at, late);
        slack.into_iter().chain(self.shorten(at, late)).chain(self.drop_step(at)).collect()
    }

    fn line_of(&self, at: usize) -> usize {
        self.stops.get(at).map_or(0, |stop| stop.line)
    }

    fn borrow(&self, at: usize, late: u16) -> Option<CatchUp> {
        let mut exercises = self.exercises.clone();
        let slack = exercises.iter_mut().find(|planned| planned.exercise == SLACK && planned.minutes >= late)?;
        slack.minutes -= late;
        let left = slack.minutes;
        let here = exercises.get_mut(self.line_of(at))?;
        here.minutes = here.minutes.saturating_add(late);
        Some(CatchUp { says: format!("borrow {late} from slack, {left} left"), exercises })
    }

    /// Shortens the longest exercise still to come by the missing minutes, but by at most half of its length.
    fn shorten(&self, at: usize, late: u16) -> Option<CatchUp> {
        let mut exercises = self.exercises.clone();
        let line = self.givers(at).max_by_key(|&line| (self.minutes_of(line), std::cmp::Reverse(line)))?;
        let planned = exercises.get_mut(line)?;
        let shorter = planned.minutes.saturating_sub(late).max(planned.minutes.div_ceil(2));
        if shorter == planned.minutes {
            return None;
        }
        planned.minutes = shorter;
        Some(CatchUp { says: format!("shorten {} to {shorter}", planned.exercise), exercises })
    }

    /// Drops the longest step still to come, with its time.
    fn drop_step(&self, at: usize) -> Option<CatchUp> {
        let lines: Vec<usize> = self.givers(at).collect();
        let coming = self.stops.iter().skip(at + 1).filter(|stop| lines.contains(&stop.line));
        let stop = coming.max_by_key(|stop| stop.seconds)?;
        let mut exercises = self.exercises.clone();
        let planned = exercises.get_mut(stop.line)?;
        planned.without.push(stop.step.number);
        planned.minutes = planned.minutes.saturating_sub(u16::try_from(stop.seconds / 60).unwrap_or(u16::MAX));
        Some(CatchUp { says: format!("drop step {} of {}", stop.step.number, stop.step.exercise), exercises })
    }

    /// Returns the indices of the agenda lines that are still to come and may lose time.
    fn givers(&self, at: usize) -> impl Iterator<Item = usize> {
        let here = self.line_of(at);
        let lines = self.exercises.iter().enumerate().skip(here + 1);
        let may = lines.filter(|(_, planned)| ![CLOSE, SLACK, BREAK].contains(&planned.exercise.as_str()));
        may.map(|(line, _)| line)
    }

    fn minutes_of(&self, line: usize) -> u16 {
        self.exercises.get(line).map_or(0, |planned| planned.minutes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Catalogue;
    use crate::record::Mode;

    fn secs(seconds: i64) -> SignedDuration {
        SignedDuration::from_secs(seconds)
    }

    fn agenda(text: &str) -> Agenda {
        let catalogue = Catalogue::embedded();
        Agenda::lay_out(&Agenda::parse(text, &catalogue, Mode::Live).unwrap(), &catalogue, Mode::Live)
    }

    #[test]
    fn a_session_on_time_has_all_its_slack_left() {
        let agenda = agenda("next=14, slack=6");
        let pace = agenda.pace(1, secs(120), secs(60), secs(180));
        assert_eq!(pace, Pace { drift: secs(0), to_go: secs(12 * 60), slack: secs(6 * 60) });
        assert_eq!(agenda.choices(1, pace), []);
    }

    #[test]
    fn four_minutes_over_can_be_borrowed_shortened_or_dropped() {
        let agenda = agenda("next=14, break=10, next=28, slack=8");
        let pace = agenda.pace(0, secs(300), secs(300), secs(60));
        assert_eq!((pace.drift, pace.slack), (secs(240), secs(240)));
        let says: Vec<_> = agenda.choices(0, pace).into_iter().map(|choice| choice.says).collect();
        assert_eq!(says, ["borrow 4 from slack, 4 left", "shorten next to 24", "drop step 3 of next"]);
    }

    #[test]
    fn a_step_that_is_over_its_time_is_late_before_it_ends() {
        let agenda = agenda("next=14");
        assert_eq!(agenda.pace(0, secs(180), secs(180), secs(60)).drift, secs(120));
        assert_eq!(agenda.pace(0, secs(180), secs(180), secs(60)).slack, secs(-120));
    }
}
