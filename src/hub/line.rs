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

/// Lines of one session that are wanted from the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedLines {
    /// The session.
    pub session: SessionId,
    /// The number of the line above the first one, as in [`HubLine::seq`]; 0 is the header.
    pub after: u64,
    /// The number of the last one.
    pub up_to: u64,
}

/// Lines of one session that were read from the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PulledLines {
    /// The session.
    pub session: SessionId,
    /// The lines in order, without a gap, each as it stands in a session file: with its mark and a line break.
    pub lines: String,
    /// The number of the first line that the hub lacks although it has one below; it and what is below is not in `lines`.
    pub lacking: Option<u64>,
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
