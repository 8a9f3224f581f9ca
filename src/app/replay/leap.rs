use crate::replay::MarkerKind;

/// How far one key goes in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leap {
    /// One event.
    Event,
    /// One minute.
    Minute,
    /// One step of the agenda.
    Step,
    /// To the beginning or the end.
    Limit,
    /// To where something happened that is worth stopping at.
    Marker,
    /// To where something shows for the first time.
    Finding,
}

impl Leap {
    /// The kinds of markers it stops at.
    pub(in crate::app) const fn stops_at(self) -> &'static [MarkerKind] {
        match self {
            Leap::Marker => &[
                MarkerKind::Turn,
                MarkerKind::Judged,
                MarkerKind::Decision,
                MarkerKind::Promise,
                MarkerKind::Undo,
                MarkerKind::Reveal,
                MarkerKind::Loop,
                MarkerKind::Dispute,
            ],
            Leap::Finding => &[MarkerKind::Loop, MarkerKind::Dispute, MarkerKind::Appears],
            _ => &[],
        }
    }
}
