use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::PathBuf;

use crate::record::Event;
use crate::record::line::GrowingFile;

/// Reads what another program appends to a session file.
#[derive(Debug)]
pub struct Follower {
    path: PathBuf,
    growing: GrowingFile,
    /// The number of the last event that was returned.
    told: u64,
}

impl Follower {
    /// Follows the file from the event after the number `told`.
    pub fn new(path: PathBuf, told: u64) -> Self {
        Self { path, growing: GrowingFile::default(), told }
    }

    /// The events that were appended since the last call. A line that is being written is returned once it is complete.
    pub fn news(&mut self) -> Vec<Event> {
        let Some(bytes) = self.added() else {
            // The file is gone or shorter than before: whatever replaces it is read from its beginning.
            self.growing = GrowingFile::default();
            return Vec::new();
        };
        if self.growing.take(&bytes).is_err() {
            // The file was repaired or replaced: it is read from its beginning, and events that were returned are
            // skipped.
            self.growing = GrowingFile::default();
            let whole = self.added().unwrap_or_default();
            if self.growing.take(&whole).is_err() {
                return Vec::new();
            }
        }
        let added = self.growing.events().iter().rev().take_while(|event| event.seq > self.told);
        let mut news: Vec<Event> = added.cloned().collect();
        news.reverse();
        self.told = news.last().map_or(self.told, |last| last.seq);
        news
    }

    /// The bytes behind those that were read before; none while the file cannot be read.
    fn added(&self) -> Option<Vec<u8>> {
        let mut file = File::open(&self.path).ok()?;
        let start = self.growing.position() as u64;
        let length = file.metadata().ok()?.len().checked_sub(start)?;
        file.seek(SeekFrom::Start(start)).ok()?;
        // One read, up to the length that was found: the parts of several reads do not fit together while somebody
        // writes.
        let mut bytes = vec![0; usize::try_from(length).ok()?];
        let count = file.read(&mut bytes).ok()?;
        bytes.truncate(count);
        Some(bytes)
    }
}
