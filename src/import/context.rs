use super::error::ImportError;
use super::mapping::ImportMapping;
use super::watch::ReadWatch;

/// What a reader is given beside the files.
#[derive(Clone, Copy)]
pub struct ReadContext<'a> {
    /// What the parts of the files mean.
    pub mapping: &'a ImportMapping,
    /// Watches the reading, and can stop it.
    pub watch: &'a dyn ReadWatch,
}

impl ReadContext<'_> {
    /// Returns an error once the reading is to stop; otherwise says how far it is.
    pub(super) fn proceeds(&self, done: usize, all: usize) -> Result<(), ImportError> {
        if self.watch.is_stopped() {
            return Err(ImportError::Stopped);
        }
        self.watch.at(done, all);
        Ok(())
    }
}
