/// One line as the room sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The event.
    pub seq: u64,
    /// The sentence that is read back; empty where a text was removed for good.
    pub says: String,
    /// Whether somebody sees this otherwise than before. Nobody says who.
    pub turned: bool,
}

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineState {
    /// It stands.
    Standing,
    /// It was taken back just now.
    TakenBack,
    /// Its text was removed for good: a quiet gap.
    Gap,
}
