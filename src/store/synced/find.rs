use super::absent::absent;
use super::fault::SyncFault;
use super::leftover::leftovers_in;
use crate::store::{StoreError, Workspace};

impl Workspace {
    /// Everything in the folders of this workspace that syncing programs left in a form that is not used, and every
    /// session that another mentions and that is not there.
    pub fn sync_faults(&self) -> Result<Vec<SyncFault>, StoreError> {
        let mut faults = leftovers_in(self)?;
        faults.extend(absent(self)?);
        Ok(faults)
    }
}
