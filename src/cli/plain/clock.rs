//! The time of the session: how it stands against its plan, and a minute more.

use std::io::Write;

use anyhow::Result;
use jiff::Timestamp;

use super::session::PlainSession;
use crate::app::drift_in_words;
use crate::record::Fact;

impl<W: Write> PlainSession<'_, W> {
    /// Prints how the session stands against its plan.
    pub(super) fn time(&mut self) -> Result<()> {
        match self.recording.pace(self.recording.at(Timestamp::now())) {
            Some(pace) => self.say(&format!("{}; /more-time gives this step a minute.", drift_in_words(pace.drift))),
            None => self.say("Nothing has taken time yet; /start begins it."),
        }
    }

    /// Begins to take time, where nothing has taken time yet.
    pub(super) fn start(&mut self) -> Result<()> {
        match self.recording.starting() {
            Some(facts) => {
                if self.act(facts)? {
                    self.prompt()
                } else {
                    Ok(())
                }
            }
            None => self.say("It is started already; /next goes on to the next step."),
        }
    }

    /// Gives the current step a minute more, taken from a later step where there is one to take it from.
    pub(super) fn more_time(&mut self) -> Result<()> {
        if self.recording.session().is_before_start() {
            return self.say("Nothing has taken time yet; /start begins it.");
        }
        let position = self.recording.position(self.catalogue);
        let debit = position.and_then(|position| Some(position.give(1, position.giver(1)?)));
        let (facts, from) = match debit {
            Some(debit) => {
                let added = (debit.added > 0).then(|| Fact::TimeAdded { seconds: i32::from(debit.added) * 60 });
                let agenda = Fact::AgendaChanged { agenda: debit.exercises };
                (added.into_iter().chain([agenda]).collect(), debit.says)
            }
            None => (vec![Fact::TimeAdded { seconds: 60 }], "from nothing: it ends later".to_owned()),
        };
        if self.act(facts)? { self.say(&format!("A minute more for this step, {from}.")) } else { Ok(()) }
    }
}
