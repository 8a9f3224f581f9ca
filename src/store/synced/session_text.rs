use std::fs;
use std::path::Path;

use super::fault::SyncFault;
use crate::record::line;
use crate::store::StoreError;

/// The beginning of a file of Git LFS that stands for a larger one.
const LFS_POINTER: &[u8] = b"version https://git-lfs.github.com/spec/";

/// What syncing programs did to the content of a session file; `None` when they left it as it was, as far as it tells.
///
/// # Errors
/// When the file cannot be read.
pub fn sync_fault(path: &Path) -> Result<Option<SyncFault>, StoreError> {
    let bytes = fs::read(path).map_err(StoreError::read(path))?;
    let path = path.to_owned();
    Ok(if bytes.starts_with(LFS_POINTER) {
        Some(SyncFault::NotFetched { path, by: "git-lfs" })
    } else if bytes.iter().all(|byte| *byte == 0) {
        Some(SyncFault::NoContent { path })
    } else if line::unmerged_versions(&bytes).is_some() {
        Some(SyncFault::Unmerged { path })
    } else {
        None
    })
}
