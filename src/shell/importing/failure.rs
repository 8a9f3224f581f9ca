use thiserror::Error;

use crate::import::ImportError;
use crate::store::StoreError;

/// The reason why files did not come in: one sentence with its place. Nothing was written.
#[derive(Debug, Error)]
pub enum ImportFailure {
    /// What the files hold cannot be read, or the reading was stopped.
    #[error(transparent)]
    Content(#[from] ImportError),
    /// A file cannot be read, or the session cannot be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something else changed the session of the earlier import, or imported the same files, after they were read.
    #[error("the workspace was changed by something else meanwhile; look at what would come in once more")]
    Overtaken,
}

impl ImportFailure {
    /// Whether whoever asked for the import stopped it.
    pub const fn is_stop(&self) -> bool {
        matches!(self, ImportFailure::Content(ImportError::Stopped))
    }
}
