mod ending;
mod outside;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::slice;

use super::lock::Lock;
use super::read_session::stem;
use super::{Medium, StoreError};
use crate::record::line::{self, BANNER, CLOSING, FileReading, LineMark, Overwrite};
use crate::record::{Event, Header, SessionId};
use ending::ending_of;

/// A session file that is being written. No other `adjacent` writes it as long as this value lives.
///
/// An event that was appended is on disk, whatever happens next; one that could not be is not in the file, and the
/// error says so. What else may change a file (an editor, a copy over it) is noticed before the next line is written.
#[derive(Debug)]
pub struct SessionFile<M: Medium = File> {
    medium: M,
    path: PathBuf,
    /// The session in it: a file of another one is never written to.
    id: SessionId,
    /// Where the closing bracket stands and the next line goes.
    end: u64,
    mark: Option<LineMark>,
    /// The last bytes of the file as it was left here: the seal of the last line and the closing bracket.
    ending: Vec<u8>,
    /// The number after the highest one known here.
    next_seq: u64,
    /// What was appended here; written again should something else have cut it off.
    appended: Vec<Event>,
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
        let mut file = Self::unread(medium, path, header.id.clone());
        file.end = end;
        file.mark = Some(mark);
        file.ending = ending_of(text.as_bytes()).to_vec();
        file.next_seq = events.iter().map(|event| event.seq + 1).max().unwrap_or(1);
        file.appended = events.to_vec();
        Ok(file)
    }

    /// Takes up a session where it stands, as its bytes were read; an unfinished end is cut off and closed again.
    ///
    /// Whoever calls this has set the torn bytes aside.
    pub fn go_on(medium: M, path: &Path, length: usize, reading: &FileReading) -> Result<Self, StoreError> {
        if reading.is_newer() {
            return Err(StoreError::Newer { path: path.to_owned() });
        }
        if !reading.has_sound_header() {
            return Err(StoreError::NotASession { path: path.to_owned() });
        }
        let mut file = Self::unread(medium, path, reading.heading.header.id.clone());
        file.stand_at_the_end(length, reading)?;
        file.next_seq = reading.next_seq();
        Ok(file)
    }

    fn unread(medium: M, path: &Path, id: SessionId) -> Self {
        let path = path.to_path_buf();
        let (ending, appended) = (Vec::new(), Vec::new());
        Self { medium, path, id, end: 0, mark: None, ending, next_seq: 1, appended, unsound: false, lock: None }
    }

    /// Stands where the next line goes in a file that was read as this; an unfinished end is cut off and closed again.
    fn stand_at_the_end(&mut self, length: usize, reading: &FileReading) -> Result<(), StoreError> {
        let mut length = length as u64;
        if let Some(tail) = &reading.tail {
            length = (tail.keep + tail.patch.len()) as u64;
            self.medium
                .write_at(tail.keep as u64, tail.patch.as_bytes())
                .and_then(|()| self.medium.set_len(length))
                .and_then(|()| self.medium.sync())
                .map_err(StoreError::write(&self.path))?;
        }
        self.end = length.saturating_sub(CLOSING.len() as u64);
        self.mark = reading.last_mark();
        self.remember_ending()
    }

    /// Keeps a lock as long as the file is open.
    pub(super) fn locked_by(mut self, lock: Lock) -> Self {
        self.lock = Some(lock);
        self
    }

    /// Adds an event; once this returns without an error, it survives whatever happens.
    pub fn append(&mut self, event: &Event) -> Result<(), StoreError> {
        self.append_all(slice::from_ref(event))
    }

    /// Adds several events in one go: with an error, none of them is there.
    pub fn append_all(&mut self, events: &[Event]) -> Result<(), StoreError> {
        match self.add(events) {
            Err(StoreError::Gone { .. }) if self.follows_its_name()? => self.add(events)?,
            added => added?,
        }
        self.appended.extend_from_slice(events);
        let highest = events.iter().map(|event| event.seq.saturating_add(1)).max();
        self.next_seq = self.next_seq.max(highest.unwrap_or_default());
        Ok(())
    }

    /// Writes events where the last one ended, wherever that is now.
    fn add(&mut self, events: &[Event]) -> Result<(), StoreError> {
        if self.unsound && self.stands_up_to_the_end()? {
            self.roll_back()?;
        }
        if !self.is_as_it_was_left()? {
            self.take_up_again()?;
        }
        self.write(events)
    }

    fn write(&mut self, events: &[Event]) -> Result<(), StoreError> {
        let (mut text, mut mark) = (String::new(), self.mark);
        for event in events {
            let next = line::event_line(event, mark)?;
            text.push_str(&next.text);
            mark = Some(next.mark);
        }
        let length = text.len() as u64;
        text.push_str(CLOSING);
        let written = self.medium.write_at(self.end, text.as_bytes()).and_then(|()| self.medium.sync());
        if let Err(source) = written {
            self.unsound = self.roll_back().is_err();
            return Err(StoreError::Write { path: self.path.clone(), source });
        }
        if !self.medium.lies_at(&self.path) {
            self.unsound = self.roll_back().is_err();
            return Err(StoreError::Gone { path: self.path.clone() });
        }
        self.end += length;
        self.mark = mark;
        if !events.is_empty() {
            self.ending = ending_of(text.as_bytes()).to_vec();
        }
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
        let reading = line::read(&bytes);
        let strikes = line::strikes(&bytes, &reading);
        self.forget_struck(&reading.events);
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

    /// The session that is written, by the name of its file.
    pub fn id(&self) -> SessionId {
        stem(&self.path)
    }

    /// The highest number of an event in it.
    pub const fn last_seq(&self) -> u64 {
        self.next_seq.saturating_sub(1)
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
