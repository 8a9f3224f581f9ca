use super::place::SourcePlace;
use crate::record::text::{clean, clip, single_spaced};

/// The maximum number of characters of a sentence.
const LONGEST: usize = 300;

/// Why a file does not come in. Nothing was recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("{place}: {says}; {hint}")]
    Unreadable {
        /// Where the reading ended.
        place: SourcePlace,
        /// What is wrong, without its full stop.
        says: String,
        /// What to do about it, without its full stop.
        hint: String,
    },
    /// The file is a table, and no column of it is known to name things.
    #[error("{place}: {says}; {hint}")]
    Unnamed {
        /// The table.
        place: SourcePlace,
        /// What is wrong, without its full stop.
        says: String,
        /// What to do about it, without its full stop.
        hint: String,
    },
    /// Whoever asked for the file stopped the reading.
    #[error("stopped; nothing was recorded")]
    Stopped,
}

impl ImportError {
    /// Returns the error that no column of a table is known to name things.
    pub(super) fn unnamed(place: SourcePlace, says: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Unnamed { place, says: sentence(&says.into()), hint: sentence(&hint.into()) }
    }

    /// Returns the error that what stands at a place cannot be read.
    pub(super) fn at(place: SourcePlace, says: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Unreadable { place, says: sentence(&says.into()), hint: sentence(&hint.into()) }
    }
}

/// Returns a sentence on one line without characters that act or hide, because it may hold words of the file.
fn sentence(text: &str) -> String {
    clip(&single_spaced(&clean(text)), LONGEST).to_owned()
}
