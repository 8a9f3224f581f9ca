use crate::record::SessionTime;

/// A position in a session: the number of events heard, and the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Playhead {
    /// The number of events heard.
    pub heard: usize,
    /// The moment in the time of the session.
    pub at: SessionTime,
}
