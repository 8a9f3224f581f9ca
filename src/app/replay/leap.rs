use crate::replay::MarkerKind;

/// The distance that one key jumps.
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
    /// To the next event worth a stop.
    Marker,
    /// To the next event at which a finding appeared.
    Finding,
}

impl Leap {
    /// Returns the kinds of markers at which this jump stops.
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
