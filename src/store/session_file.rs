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

/// A session file that is open for writing. No other `adjacent` writes it while this value exists.
///
/// An event whose append succeeded is on disk; an event whose append returned an error is not in the file. A change by
/// another program, such as an editor or a copy over the file, is noticed before the next line is written.
#[derive(Debug)]
pub struct SessionFile<M: Medium = File> {
    medium: M,
    path: PathBuf,
    /// The id of the session. If the file at the path has another id, nothing is written into it.
    id: SessionId,
    /// The offset of the closing bracket, in bytes; the next line is written there.
    end: u64,
    mark: Option<LineMark>,
    /// The last bytes of the file after the last write by this value: the seal of the last line and the closing
    /// bracket.
    ending: Vec<u8>,
    /// The number of the next event: one more than the highest event number in the file.
    next_seq: u64,
    /// The events that this value appended; they are written again if another program cut them off.
    appended: Vec<Event>,
    /// Whether the end of the file may be wrong, because an append failed and restoring the end failed too.
    unsound: bool,
    /// The lock, which is released when the file is closed; `None` outside a workspace.
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

    /// Opens a session to append to it, given its reading. Cuts an incomplete end off and writes the closing bracket
    /// again.
    ///
    /// The caller must have set the unusable bytes aside before.
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

    /// Moves to the end of a file with this reading. Cuts an incomplete end off and writes the closing bracket again.
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

    /// The same file with a lock, which it holds as long as it is open.
    pub(super) fn locked_by(mut self, lock: Lock) -> Self {
        self.lock = Some(lock);
        self
    }

    /// Appends an event. Once this returns without an error, the event survives a power cut.
    pub fn append(&mut self, event: &Event) -> Result<(), StoreError> {
        self.append_all(slice::from_ref(event))
    }

    /// Appends several events in one write: when this returns an error, none of them is in the file.
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

    /// Writes events after the last event of the file, at the present end.
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

    /// The events whose removal was ordered and whose text is still in the file.
    pub fn unstruck(&mut self) -> Result<Vec<Event>, StoreError> {
        let bytes = self.medium.read_whole().map_err(StoreError::read(&self.path))?;
        Ok(line::read(&bytes).unstruck().to_vec())
    }

    /// Carries out the orders to remove text for good ([`crate::record::Fact::StrikeOrdered`]): when this returns
    /// without an error, none of that text is in the file. A second call changes nothing.
    ///
    /// The caller must remove copies in other files first: afterwards the text to look for is no longer known.
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
        // The bytes are written even if they are the same already: after a failed sync they may only be in the cache
        // of the system.
        for Overwrite { at, bytes, .. } in overwrites {
            self.medium.write_at(*at as u64, bytes)?;
        }
        if overwrites.is_empty() { Ok(()) } else { self.medium.sync() }
    }

    /// The id of the session, from the name of the file.
    pub fn id(&self) -> SessionId {
        stem(&self.path)
    }

    /// The highest event number in the file.
    pub const fn last_seq(&self) -> u64 {
        self.next_seq.saturating_sub(1)
    }

    /// The path of the file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Restores the end of the file as it was before the line that could not be saved.
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
