use jiff::Timestamp;

use super::connection::HubConnection;
use super::error::HubError;
use super::line::{HubLine, HubSession, OfferedLines, PulledLines, WantedLines};
use super::strike::HubStrike;
use crate::record::SessionId;
use crate::record::line::LineMark;

/// What sending and following ask of a hub; see the functions of [`HubConnection`] with the same names.
pub trait LineHub {
    /// All sessions with their last lines.
    fn heads(&mut self) -> Result<Vec<HubSession>, HubError>;
    /// These sessions with their last lines.
    fn heads_of(&mut self, sessions: &[SessionId]) -> Result<Vec<HubSession>, HubError>;
    /// Offers the header of a session.
    fn offer_session(&mut self, session: &SessionId, header: &str, mark: LineMark) -> Result<OfferedLines, HubError>;
    /// Offers lines that follow each other below a line with the mark `above`.
    fn offer_lines(
        &mut self,
        session: &SessionId,
        above: LineMark,
        lines: &[HubLine],
    ) -> Result<OfferedLines, HubError>;
    /// Reads these lines.
    fn lines_of(&mut self, wanted: &[WantedLines]) -> Result<Vec<PulledLines>, HubError>;
    /// Notes when a session was closed.
    fn close_session(&mut self, session: &SessionId, at: Timestamp) -> Result<(), HubError>;
    /// Overwrites a line that was struck out.
    fn strike(&mut self, strike: &HubStrike) -> Result<(), HubError>;
    /// The strikes that this console has not taken.
    fn strikes_to_take(&mut self) -> Result<Vec<HubStrike>, HubError>;
    /// Tells that a text is gone from every file here.
    fn took_strike(&mut self, session: &SessionId, seq: u64) -> Result<(), HubError>;
}

impl LineHub for HubConnection {
    fn heads(&mut self) -> Result<Vec<HubSession>, HubError> {
        Self::heads(self)
    }

    fn heads_of(&mut self, sessions: &[SessionId]) -> Result<Vec<HubSession>, HubError> {
        Self::heads_of(self, sessions)
    }

    fn offer_session(&mut self, session: &SessionId, header: &str, mark: LineMark) -> Result<OfferedLines, HubError> {
        Self::offer_session(self, session, header, mark)
    }

    fn offer_lines(
        &mut self,
        session: &SessionId,
        above: LineMark,
        lines: &[HubLine],
    ) -> Result<OfferedLines, HubError> {
        Self::offer_lines(self, session, above, lines)
    }

    fn lines_of(&mut self, wanted: &[WantedLines]) -> Result<Vec<PulledLines>, HubError> {
        Self::lines_of(self, wanted)
    }

    fn close_session(&mut self, session: &SessionId, at: Timestamp) -> Result<(), HubError> {
        Self::close_session(self, session, at)
    }

    fn strike(&mut self, strike: &HubStrike) -> Result<(), HubError> {
        Self::strike(self, strike)
    }

    fn strikes_to_take(&mut self) -> Result<Vec<HubStrike>, HubError> {
        Self::strikes_to_take(self)
    }

    fn took_strike(&mut self, session: &SessionId, seq: u64) -> Result<(), HubError> {
        Self::took_strike(self, session, seq)
    }
}
