//! A number that changes when a session file does, so that nothing is read in vain.

use std::fs;
use std::time::SystemTime;

use super::read_session::stem;
use super::{StoreError, Workspace};

impl Workspace {
    /// Returns a number that is another one as soon as a session file is added, removed or written; the file of the
    /// session `but` is left out. It is never 0.
    pub fn sessions_stamp(&self, but: Option<&str>) -> Result<u64, StoreError> {
        let mut hasher = blake3::Hasher::new();
        for path in self.session_files()? {
            if but.is_some_and(|but| stem(&path).as_str() == but) {
                continue;
            }
            let found = fs::metadata(&path);
            let length = found.as_ref().map_or(0, fs::Metadata::len);
            let written = found.and_then(|found| found.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
            let age = written.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            hasher.update(path.as_os_str().as_encoded_bytes());
            hasher.update(&length.to_le_bytes());
            hasher.update(&age.as_nanos().to_le_bytes());
        }
        let mut first = [0; 8];
        for (byte, digest) in first.iter_mut().zip(hasher.finalize().as_bytes()) {
            *byte = *digest;
        }
        Ok(u64::from_le_bytes(first).max(1))
    }
}
