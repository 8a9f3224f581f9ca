use jiff::Timestamp;

use crate::record::SessionId;
use crate::record::line::LineMark;

/// One line of a session as it travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubLine {
    /// The place of the line below the header, from 1, without a gap.
    pub seq: u64,
    /// The text up to its mark, without ` // ` and the mark. It may not hold U+0000, which PostgreSQL refuses.
    pub text: String,
    /// The mark, which seals the text and the mark above.
    pub mark: LineMark,
}

/// A line that was read from the hub, with its session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PulledLine {
    /// The session of the line.
    pub session: SessionId,
    /// The line.
    pub line: HubLine,
}

/// A place in a session, up to which lines are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinePlace {
    /// The session.
    pub session: SessionId,
    /// The number of the line, as in [`HubLine::seq`]; 0 is the header.
    pub seq: u64,
}

/// A session on the hub, with the last line that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubSession {
    /// The id of the session.
    pub id: SessionId,
    /// The header line, without its mark.
    pub header: String,
    /// The mark of the header.
    pub header_mark: LineMark,
    /// The number of the last line; 0 when there is only the header.
    pub last: u64,
    /// The mark of the last line, or of the header.
    pub last_mark: LineMark,
    /// The console that put the last line there, by its name.
    pub last_by: String,
    /// When the session was said to be closed.
    pub closed: Option<Timestamp>,
}

/// The outcome of offering lines, or a header, to the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferedLines {
    /// Every offered line is on the hub, now or since an earlier offer.
    Stored,
    /// The hub lacks lines above the first one that was offered: offer from the line after this one. 0 is the header.
    Behind(u64),
    /// Another line stands at this place: the session was written in two places.
    OtherLine {
        /// The first place at which the lines differ; 0 is the header.
        seq: u64,
        /// The mark of the line on the hub.
        mark: LineMark,
        /// The console that put it there, by its name.
        by: String,
    },
    /// The hub does not know the session: offer its header first.
    NoSession,
}
