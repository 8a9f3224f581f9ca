use jiff::civil::Date;

use crate::graph::Ledger;
use crate::record::{Basis, Matter, Mode, SeatTag, Session};

use super::Heard;

/// What is known when a line is read.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) session: &'a Session,
    pub(super) heard: &'a Heard,
    pub(super) today: Date,
    pub(super) speaker: Option<&'a str>,
    pub(super) carried: &'a [Matter],
}

impl<'a> Context<'a> {
    /// What everybody has said (`ledger`), the session the line belongs to, and what that session has named.
    ///
    /// Due dates count from the day the session was opened, unless [`Context::on`] says otherwise.
    pub fn new(ledger: &'a Ledger, session: &'a Session, heard: &'a Heard) -> Self {
        Self { ledger, session, heard, today: session.day(), speaker: None, carried: &[] }
    }

    /// Adds what earlier sessions have left open, so that what becomes of it can be told in its own words.
    #[must_use]
    pub const fn carrying(mut self, carried: &'a [Matter]) -> Self {
        self.carried = carried;
        self
    }

    /// On this day.
    #[must_use]
    pub const fn on(mut self, today: Date) -> Self {
        self.today = today;
        self
    }

    /// Spoken by this seat unless the line begins with a tag.
    #[must_use]
    pub const fn spoken_by(mut self, tag: Option<&'a str>) -> Self {
        self.speaker = tag;
        self
    }

    /// How somebody knows what they claim when they do not say.
    pub(super) fn basis(&self) -> Basis {
        if self.session.mode() == Mode::Solo { Basis::Guess } else { Basis::Told }
    }

    /// Whose line it is: the typed tag, the seat that is set, or the only person of a solo session.
    pub(super) fn speaker(&self, tag: Option<&str>) -> Option<SeatTag> {
        let alone = match (self.session.mode(), self.session.people()) {
            (Mode::Solo, [only]) => Some(only.tag.as_str()),
            _ => None,
        };
        tag.or(self.speaker).or(alone).map(SeatTag::from)
    }

    /// The day the session was opened.
    pub(super) fn opened(&self) -> Date {
        self.session.day()
    }
}
