//! What was said aloud, from a transcript: who spoke when, cut into sentences. Nothing of it is recorded by itself.

mod cue;
mod name;
mod sentence;

pub(super) use cue::{Cue, cues, spoken_by_speakers};
pub(super) use name::speaker_name;
pub(super) use sentence::sentences;

use crate::record::SessionTime;

/// A stretch of talk by one speaker, as a transcript holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speech {
    /// The number of its line in the file, from 1.
    pub(super) number: usize,
    /// When it begins.
    pub(super) from: SessionTime,
    /// When it ends, if the transcript says so.
    pub(super) until: Option<SessionTime>,
    /// The name of the speaker, if the transcript knows it.
    pub(super) speaker: Option<String>,
    /// The words.
    pub(super) text: String,
}
