use crate::app::phones::PhonePage;
use crate::phones::seats::SeatAnswer;

/// What one phone shows: the page, and what came from this phone.
#[derive(Clone, Debug)]
pub(in crate::phones) struct PhoneView {
    /// The page of the room.
    pub(in crate::phones) page: PhonePage,
    /// The answer of this phone to the question of the page.
    pub(in crate::phones) answer: Option<SeatAnswer>,
    /// The questions that this phone asked.
    pub(in crate::phones) questions: Vec<String>,
    /// Whether this phone said that the last line surprises.
    pub(in crate::phones) surprised: bool,
    /// The number of seconds until the time of the step is over; `None` when no clock runs.
    pub(in crate::phones) seconds_left: Option<u64>,
}

/// A part of the page that is replaced as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::phones) struct PagePart {
    /// The mark of the HTML: equal marks, equal parts.
    pub(in crate::phones) mark: String,
    /// The HTML.
    pub(in crate::phones) html: String,
}

impl PagePart {
    /// A part with its mark.
    pub(super) fn of(html: String) -> Self {
        Self { mark: mark(&html), html }
    }
}

/// Sixteen digits that stand for a text.
pub(super) fn mark(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().chars().take(16).collect()
}
