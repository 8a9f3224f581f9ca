/// One line as the room sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The number of the event.
    pub seq: u64,
    /// The sentence read back; empty where the text was removed for good.
    pub says: String,
    /// Whether the speaker takes another position than before. The speaker is not named.
    pub turned: bool,
    /// Whether nothing but its text is recorded. It may have been said in passing, and is never drawn in large letters.
    pub is_text: bool,
}

/// The state of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineState {
    /// The line is valid.
    Standing,
    /// The line was taken back just now.
    TakenBack,
    /// The text was removed for good; the line shows as a gap.
    Gap,
}
