use super::place::SourcePlace;

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
    /// Whoever asked for the file stopped the reading.
    #[error("stopped; nothing was recorded")]
    Stopped,
}

impl ImportError {
    /// Returns the error that what stands at a place cannot be read.
    pub(super) fn at(place: SourcePlace, says: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Unreadable { place, says: says.into(), hint: hint.into() }
    }
}
