use jiff::civil::Date;

use crate::record::{Basis, Position, SeatTag, SessionId, SessionTime, Sign, Zone};

use super::statement::{Saying, Statement};
use super::unit::UnitLookup;
use super::{Key, Ledger, Moment};

/// One thing said about an arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The session's id.
    pub session: SessionId,
    /// The event's number in its session.
    pub seq: u64,
    /// When it was said, counted from the opening of its session.
    pub at: SessionTime,
    /// When it was said, in milliseconds since 1970.
    pub time: i64,
    /// The day it was said, in the time zone of the session.
    pub day: Date,
    /// The speaker's tag; `None` when it was said without a name.
    pub speaker: Option<SeatTag>,
    /// The unit of the speaker's party; `None` when it was said without a name.
    pub unit: Option<Key>,
    /// The sign that was said; `None` when the speaker could not tell.
    pub said: Option<Sign>,
    /// How the speaker knows; `None` for a stance.
    pub basis: Option<Basis>,
    /// The speaker's words.
    pub words: Option<String>,
    /// What the line said beside the arrow: the reason, or a remark.
    pub note: Option<String>,
    /// Whether it was said on behalf of somebody absent.
    pub imagined: bool,
}

impl Evidence {
    pub(super) fn of(units: &mut UnitLookup<'_>, ledger: &Ledger, moment: &Moment, word: &Statement) -> Self {
        let meeting = ledger.sessions.get(&moment.session);
        let opened = meeting.map_or(moment.time, |meeting| meeting.opened);
        let party = meeting.and_then(|meeting| meeting.party(word));
        // A tag that got into a note stands for a person, and everybody reads the note.
        let noted = |note: &String| meeting.map_or_else(|| note.clone(), |meeting| meeting.without_tags(note));
        let (said, basis, words, note, imagined) = match &word.saying {
            Saying::Claim(claim) => {
                let (said, words) = (Some(claim.sign), claim.words.clone());
                (said, Some(claim.basis), words, claim.note.as_ref().map(noted), claim.imagined)
            }
            Saying::Stance(stance) => {
                let said = match stance.position {
                    Position::Yes => Some(stance.sign),
                    Position::No => Some(Sign::NoEffect),
                    Position::Unsure => None,
                };
                (said, None, stance.words.clone(), None, false)
            }
        };
        Self {
            session: moment.session.clone(),
            seq: moment.seq,
            at: SessionTime::from_millis(moment.time.saturating_sub(opened).unsigned_abs()),
            time: moment.time,
            day: meeting.map_or(&Zone::UTC, |meeting| &meeting.zone).day_of(moment.time),
            speaker: word.speaker.clone().filter(|_| !word.anonymous),
            unit: party.map(|party| units.of_member(party)),
            said,
            basis,
            words,
            note,
            imagined,
        }
    }

    /// Whether a file of another tool states it, and nobody said it.
    pub const fn is_imported(&self) -> bool {
        matches!(self.basis, Some(Basis::Imported))
    }

    /// Returns when it was said, in milliseconds since 1970, given when its session was opened.
    pub const fn time(&self, opened: i64) -> i64 {
        self.at.millis_on(opened)
    }
}
