use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::{Medium, StoreError};
use crate::record::line::{self, BANNER, CLOSING, Mark, Overwrite, Reading};
use crate::record::{Event, Header};

/// A session file that is being written. Nobody else writes it as long as this value lives.
///
/// An event that was appended is on disk, whatever happens next; one that could not be is not in the file, and the
/// error says so.
#[derive(Debug)]
pub struct SessionFile<M: Medium = File> {
    medium: M,
    path: PathBuf,
    /// Where the closing bracket stands and the next line goes.
    end: u64,
    mark: Option<Mark>,
    /// The file may not end as it should, because putting it right failed too.
    unsound: bool,
    /// Held, and given up with the file.
    lock: Option<Lock>,
}

impl<M: Medium> SessionFile<M> {
    /// Writes a new session with its first events into an empty medium.
    pub fn begin(mut medium: M, path: &Path, header: &Header, events: &[Event]) -> Result<Self, StoreError> {
        let first = line::header_line(header)?;
        let mut text = format!("{BANNER}{}", first.text);
        let mut mark = first.mark;
        for event in events {
            let next = line::event_line(event, Some(mark))?;
            text.push_str(&next.text);
            mark = next.mark;
        }
        let end = text.len() as u64;
        text.push_str(CLOSING);
        medium.write_at(0, text.as_bytes()).and_then(|()| medium.sync()).map_err(StoreError::write(path))?;
        Ok(Self { medium, path: path.to_owned(), end, mark: Some(mark), unsound: false, lock: None })
    }

    /// Takes up a session where it stands, as its bytes were read; an unfinished end is cut off and closed again.
    ///
    /// Whoever calls this has set the torn bytes aside.
    pub fn go_on(mut medium: M, path: &Path, length: usize, reading: &Reading) -> Result<Self, StoreError> {
        if reading.is_newer() {
            return Err(StoreError::Newer { path: path.to_owned() });
        }
        if !reading.has_sound_header() {
            return Err(StoreError::NotASession { path: path.to_owned() });
        }
        let mut end = length.saturating_sub(CLOSING.len());
        if let Some(tail) = &reading.tail {
            end = (tail.keep + tail.patch.len()).saturating_sub(CLOSING.len());
            medium
                .write_at(tail.keep as u64, tail.patch.as_bytes())
                .and_then(|()| medium.set_len((tail.keep + tail.patch.len()) as u64))
                .and_then(|()| medium.sync())
                .map_err(StoreError::write(path))?;
        }
        let mark = reading.last_mark();
        Ok(Self { medium, path: path.to_owned(), end: end as u64, mark, unsound: false, lock: None })
    }

    /// Keeps a lock as long as the file is open.
    pub(super) fn locked_by(mut self, lock: Lock) -> Self {
        self.lock = Some(lock);
        self
    }

    /// Adds an event; once this returns without an error, it survives whatever happens.
    pub fn append(&mut self, event: &Event) -> Result<(), StoreError> {
        if self.unsound {
            self.roll_back()?;
        }
        let next = line::event_line(event, self.mark)?;
        let text = format!("{}{CLOSING}", next.text);
        let written = self.medium.write_at(self.end, text.as_bytes()).and_then(|()| self.medium.sync());
        if let Err(source) = written {
            self.unsound = self.roll_back().is_err();
            return Err(StoreError::Write { path: self.path.clone(), source });
        }
        if !self.medium.lies_at(&self.path) {
            self.unsound = self.roll_back().is_err();
            return Err(StoreError::Gone { path: self.path.clone() });
        }
        self.end += next.text.len() as u64;
        self.mark = Some(next.mark);
        Ok(())
    }

    /// The events, as they were said, that were ordered to be removed for good and still stand in the file.
    pub fn unstruck(&mut self) -> Result<Vec<Event>, StoreError> {
        let bytes = self.medium.read_whole().map_err(StoreError::read(&self.path))?;
        Ok(line::read(&bytes).unstruck().to_vec())
    }

    /// Removes for good what was ordered to be removed ([`crate::record::Fact::StrikeOrdered`]): once this returns
    /// without an error, no text of it is in the file, whatever happens next. Doing it again changes nothing.
    ///
    /// Copies of the text elsewhere have to be gone before: afterwards nobody knows what to look for.
    pub fn strike(&mut self) -> Result<(), StoreError> {
        let bytes = self.medium.read_whole().map_err(StoreError::read(&self.path))?;
        let strikes = line::strikes(&bytes, &line::read(&bytes));
        self.overwrite(&strikes.gaps)
            .and_then(|()| self.overwrite(&strikes.lines))
            .map_err(|source| StoreError::Unstruck { path: self.path.clone(), source })?;
        if self.medium.lies_at(&self.path) { Ok(()) } else { Err(StoreError::Gone { path: self.path.clone() }) }
    }

    fn overwrite(&mut self, overwrites: &[Overwrite]) -> io::Result<()> {
        // Written also where it seems to stand: a system that could not promise it before may only remember it.
        for Overwrite { at, bytes, .. } in overwrites {
            self.medium.write_at(*at as u64, bytes)?;
        }
        if overwrites.is_empty() { Ok(()) } else { self.medium.sync() }
    }

    /// Where the file lies.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Ends the file where it ended before the line that could not be saved.
    fn roll_back(&mut self) -> Result<(), StoreError> {
        let restored = self
            .medium
            .write_at(self.end, CLOSING.as_bytes())
            .and_then(|()| self.medium.set_len(self.end + CLOSING.len() as u64))
            .and_then(|()| self.medium.sync());
        restored.map_err(StoreError::write(&self.path))?;
        self.unsound = false;
        Ok(())
    }
}
