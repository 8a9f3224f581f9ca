use jiff::SignedDuration;

use super::stops::{Agenda, AgendaStop};

/// The pace of a session against its agenda, in whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How far the session will be behind its agenda at the end of the current step; negative when it is ahead. Slack
    /// does not count.
    pub drift: SignedDuration,
    /// The time until the end, if all remaining steps take as long as planned.
    pub to_go: SignedDuration,
    /// The remaining slack; negative when the session will end late.
    pub slack: SignedDuration,
    /// How long the current step has run beyond its planned time; zero while it has not.
    pub over: SignedDuration,
    /// The time that the current step got beyond its time in the agenda; zero when the agenda has it.
    pub added: SignedDuration,
    /// The time until the planned end of the session, slack included; negative once that is over.
    pub left: SignedDuration,
}

impl Agenda {
    /// Returns the pace of a session at the stop `at`: the session has run for `session`, the stop for `step`, and
    /// `planned` was allowed for the stop. Only whole seconds count, as on the clocks.
    pub fn pace(&self, at: usize, session: SignedDuration, step: SignedDuration, planned: SignedDuration) -> Pace {
        let [session, step] = [session, step].map(|duration| SignedDuration::from_secs(duration.as_secs()));
        let length =
            |stops: &[AgendaStop]| SignedDuration::from_secs(stops.iter().map(|stop| i64::from(stop.seconds)).sum());
        let before = length(self.stops.get(..at).unwrap_or_default());
        let here = length(self.stops.get(at..=at).unwrap_or_default());
        let after = length(self.stops.get(at + 1..).unwrap_or_default());
        let rest = (planned - step).max(SignedDuration::ZERO);
        let all = SignedDuration::from_mins(i64::from(self.minutes()));
        Pace {
            drift: session + rest - before - here,
            to_go: rest + after,
            slack: all - session - rest - after,
            over: (step - planned).max(SignedDuration::ZERO),
            added: (planned - here).max(SignedDuration::ZERO),
            left: all - session,
        }
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
        let pace = agenda("next=14, slack=6").pace(1, secs(120), secs(60), secs(180));
        assert_eq!((pace.drift, pace.to_go, pace.slack), (secs(0), secs(12 * 60), secs(6 * 60)));
        assert_eq!((pace.over, pace.added, pace.left), (secs(0), secs(0), secs(18 * 60)));
    }

    #[test]
    fn a_step_that_is_over_its_time_is_late_before_it_ends() {
        let pace = agenda("next=14").pace(0, secs(180), secs(180), secs(60));
        assert_eq!((pace.drift, pace.slack, pace.over), (secs(120), secs(-120), secs(120)));
    }

    #[test]
    fn time_that_the_agenda_does_not_have_makes_the_session_late_at_once() {
        let pace = agenda("next=14").pace(1, secs(120), secs(60), secs(180 + 300));
        assert_eq!((pace.drift, pace.slack, pace.added), (secs(300), secs(-300), secs(300)));
    }
}
