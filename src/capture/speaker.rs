//! The speaker that a line names before its words: `mei>`, `Mei:`, `MEI:`, `[Mei]`, with a clock time before it.

mod clock;
mod mark;
mod offered;
mod unlisted;

pub use clock::ClockTime;
pub(super) use mark::speaker_of;
pub use mark::{SpeakerMark, split_speaker};
pub use offered::only_offered;
pub(super) use unlisted::as_a_newcomer;
