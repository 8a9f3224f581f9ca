use jiff::civil::Date;

use crate::graph::Ledger;
use crate::record::{Basis, Claim, DateOrder, Fact, Matter, Mode, SeatTag, Session};

use super::{Heard, Lexicon};

/// What is known before a line is read.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) session: &'a Session,
    pub(super) heard: &'a Heard,
    pub(super) lexicon: &'a Lexicon,
    pub(super) today: Date,
    pub(super) speaker: Option<&'a str>,
    pub(super) carried: &'a [Matter],
    pub(super) dates: DateOrder,
}

impl<'a> Context<'a> {
    /// Takes all claims so far (`ledger`), the session of the line, and the things that this session has named
    /// (`heard`).
    ///
    /// Due dates count from the day the session was opened, unless [`Context::on`] says otherwise.
    pub fn new(ledger: &'a Ledger, session: &'a Session, heard: &'a Heard) -> Self {
        Self {
            ledger,
            session,
            heard,
            lexicon: Lexicon::english(),
            today: session.day(),
            speaker: None,
            carried: &[],
            dates: DateOrder::default(),
        }
    }

    /// Adds the promises, questions and parked items that earlier sessions left open, so that their outcome can be told
    /// in their own words.
    #[must_use]
    pub const fn carrying(mut self, carried: &'a [Matter]) -> Self {
        self.carried = carried;
        self
    }

    /// Reads lines with these languages; without this, in English alone.
    #[must_use]
    pub const fn in_languages(mut self, lexicon: &'a Lexicon) -> Self {
        self.lexicon = lexicon;
        self
    }

    /// Counts due dates from this day.
    #[must_use]
    pub const fn on(mut self, today: Date) -> Self {
        self.today = today;
        self
    }

    /// Reads dates in numbers in this order; without this, the day stands first.
    #[must_use]
    pub const fn dated(mut self, dates: DateOrder) -> Self {
        self.dates = dates;
        self
    }

    /// Sets the seat that speaks, for lines that do not begin with a tag.
    #[must_use]
    pub const fn spoken_by(mut self, tag: Option<&'a str>) -> Self {
        self.speaker = tag;
        self
    }

    /// Returns the basis of a claim that does not state its own: a guess for one person alone, told in a room.
    pub(super) fn basis(&self) -> Basis {
        if self.session.mode() == Mode::Solo { Basis::Guess } else { Basis::Told }
    }

    /// Returns the claim that a bare "yes" or "no" is about: the latest of this session, or an arrow about which the
    /// room was asked since.
    pub(super) fn claim_at_hand(&self) -> Option<&'a Claim> {
        self.asked_arrow().or_else(|| self.ledger.latest_claim(&self.session.header().id))
    }

    /// Returns the arrow of the question that was put to the room, if nobody has claimed anything since; `None` for a
    /// question that is about no arrow.
    pub(super) fn asked_arrow(&self) -> Option<&'a Claim> {
        let [from, to] = self.session.offered_about() else { return None };
        let mut facts = self.session.live().rev().flat_map(|event| event.facts.iter().rev());
        let last = facts.find(|fact| matches!(fact, Fact::Claimed(_) | Fact::Offered { .. }));
        let is_asked = matches!(last, Some(Fact::Offered { .. }));
        self.ledger.latest_on(from, to).filter(|_| is_asked)
    }

    /// Returns the seat that a line belongs to: the typed tag, else the seat that is set, else the only person of a
    /// session of one person alone.
    pub(super) fn speaker(&self, tag: Option<&str>) -> Option<SeatTag> {
        let alone = match (self.session.mode(), self.session.people()) {
            (Mode::Solo, [only]) => Some(only.tag.as_str()),
            _ => None,
        };
        tag.or(self.speaker).or(alone).map(SeatTag::from)
    }

    /// Returns the day on which the session was opened.
    pub(super) fn opened(&self) -> Date {
        self.session.day()
    }
}
