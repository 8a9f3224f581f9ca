use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::PathBuf;

use crate::record::Event;
use crate::record::line::GrowingFile;

/// Reads along in a session file that somebody else writes.
#[derive(Debug)]
pub struct Follower {
    path: PathBuf,
    growing: GrowingFile,
    /// The number of the event that was told last.
    told: u64,
}

impl Follower {
    /// Follows the file from the event after the one with the number `told` on.
    pub fn new(path: PathBuf, told: u64) -> Self {
        Self { path, growing: GrowingFile::default(), told }
    }

    /// The events that were added since the last time. A line that is being written is told when it is whole.
    pub fn news(&mut self) -> Vec<Event> {
        let Some(bytes) = self.added() else {
            // It is gone or shorter than it was: what comes in its place is read from its beginning.
            self.growing = GrowingFile::default();
            return Vec::new();
        };
        if self.growing.take(&bytes).is_err() {
            // The file was mended or replaced: it is read from its beginning, and told from where it was told.
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

    /// What the file holds from where it was read to; nothing while it cannot be read.
    fn added(&self) -> Option<Vec<u8>> {
        let mut file = File::open(&self.path).ok()?;
        let start = self.growing.position() as u64;
        let length = file.metadata().ok()?.len().checked_sub(start)?;
        file.seek(SeekFrom::Start(start)).ok()?;
        // In one go and no further than the file reached: what is read in pieces while somebody writes does not fit
        // together.
        let mut bytes = vec![0; usize::try_from(length).ok()?];
        let count = file.read(&mut bytes).ok()?;
        bytes.truncate(count);
        Some(bytes)
    }
}
