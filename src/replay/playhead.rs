use crate::record::SessionTime;

/// A place in a session: how many of its events were heard, and what the time is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Playhead {
    /// How many events were heard.
    pub heard: usize,
    /// The moment.
    pub at: SessionTime,
}
