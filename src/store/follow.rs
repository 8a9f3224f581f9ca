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
    /// Follows the file at `path`; the first event to return is the one after the event number `told`.
    pub fn new(path: PathBuf, told: u64) -> Self {
        Self { path, growing: GrowingFile::default(), told }
    }

    /// The events that were appended since the last call. The event of an incomplete line is returned by a later call,
    /// once the line is complete.
    pub fn news(&mut self) -> Vec<Event> {
        let Some(bytes) = self.added() else {
            // The file is missing or shorter than before: the file that replaces it is read from its beginning.
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

    /// The bytes after those that were read before; `None` when the file cannot be read or is shorter than before.
    fn added(&self) -> Option<Vec<u8>> {
        let mut file = File::open(&self.path).ok()?;
        let start = self.growing.position() as u64;
        let length = file.metadata().ok()?.len().checked_sub(start)?;
        file.seek(SeekFrom::Start(start)).ok()?;
        // A single read up to the length found above: while another program writes, the results of several reads may
        // not fit together.
        let mut bytes = vec![0; usize::try_from(length).ok()?];
        let count = file.read(&mut bytes).ok()?;
        bytes.truncate(count);
        Some(bytes)
    }
}
