//! Handles changes that another program made to the file of an open session: none of them is overwritten, and no event
//! whose append succeeded is missing afterwards.

use std::collections::BTreeSet;

use super::SessionFile;
use super::ending::ENDING;
use crate::record::Event;
use crate::record::line::{self, CLOSING, FileReading};
use crate::store::set_aside::keep_torn;
use crate::store::{Medium, StoreError};

impl<M: Medium> SessionFile<M> {
    /// Reads the last bytes of the file, to compare them later.
    pub(super) fn remember_ending(&mut self) -> Result<(), StoreError> {
        let length = self.end + CLOSING.len() as u64;
        let start = length.saturating_sub(ENDING as u64);
        self.ending = self.medium.read_at(start, ENDING).map_err(StoreError::read(&self.path))?;
        Ok(())
    }

    /// Whether the file has the length it had after the last write, with the same last bytes. A changed line further up
    /// may leave both as they were; its seal shows that change.
    pub(super) fn is_as_it_was_left(&mut self) -> Result<bool, StoreError> {
        let start = (self.end + CLOSING.len() as u64).saturating_sub(self.ending.len() as u64);
        // One byte more than expected is read, so that a longer file is noticed.
        let found = self.medium.read_at(start, self.ending.len() + 1).map_err(StoreError::read(&self.path))?;
        Ok(found == self.ending)
    }

    /// Whether the last line is as it was after the last write. The bytes after it, which a failed write may have left,
    /// do not count.
    pub(super) fn stands_up_to_the_end(&mut self) -> Result<bool, StoreError> {
        let seal = self.ending.strip_suffix(CLOSING.as_bytes()).unwrap_or(&self.ending);
        let start = self.end.saturating_sub(seal.len() as u64);
        let found = self.medium.read_at(start, seal.len()).map_err(StoreError::read(&self.path))?;
        Ok(found == seal)
    }

    /// Moves to the present end of the file, and appends again the events of this value that are missing from the
    /// file.
    pub(super) fn take_up_again(&mut self) -> Result<(), StoreError> {
        let bytes = self.medium.read_whole().map_err(StoreError::read(&self.path))?;
        let reading = line::read(&bytes);
        if !reading.has_sound_header() || reading.heading.header.id != self.id {
            return Err(StoreError::Altered { path: self.path.clone() });
        }
        if reading.next_seq() > self.next_seq {
            return Err(StoreError::Added { path: self.path.clone() });
        }
        if !self.medium.lies_at(&self.path) {
            return Err(StoreError::Gone { path: self.path.clone() });
        }
        if let Some(tail) = &reading.tail {
            keep_torn(&self.path, bytes.get(tail.torn.clone()).unwrap_or_default())?;
        }
        self.stand_at_the_end(bytes.len(), &reading)?;
        self.unsound = false;
        let cut_off = self.cut_off(&reading);
        if cut_off.is_empty() { Ok(()) } else { self.write(&cut_off) }
    }

    /// Continues with the file that an editor or a sync program put in place of the old one, if that file holds this
    /// session and the lock is still valid. Returns whether it continues.
    pub(super) fn follows_its_name(&mut self) -> Result<bool, StoreError> {
        if !self.lock.as_ref().is_some_and(|lock| lock.counts_for(&self.path)) {
            return Ok(false);
        }
        let Ok(Some(medium)) = M::now_at(&self.path) else { return Ok(false) };
        let before = std::mem::replace(&mut self.medium, medium);
        match self.take_up_again() {
            Ok(()) => Ok(true),
            Err(error) => {
                self.medium = before;
                Err(error)
            }
        }
    }

    /// The events that this value appended and that are missing from the file.
    fn cut_off(&self, reading: &FileReading) -> Vec<Event> {
        let there: BTreeSet<u64> = reading.events.iter().map(|event| event.seq).collect();
        self.appended.iter().filter(|event| !there.contains(&event.seq)).cloned().collect()
    }

    /// Forgets the text of events that were removed for good, so that it is never written again.
    pub(super) fn forget_struck(&mut self, events: &[Event]) {
        let struck: BTreeSet<u64> = events.iter().filter(|event| event.is_struck()).map(|event| event.seq).collect();
        for event in self.appended.iter_mut().filter(|event| struck.contains(&event.seq)) {
            *event = event.struck();
        }
    }
}
