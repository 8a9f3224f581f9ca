//! Sessions that are begun, and opened to go on with them.

use std::fs::{self, File};

use jiff::Timestamp;

use super::file_mode::{FileMode, Readable};
use super::folder::make_folder;
use super::lock::{self, Lock};
use super::new_file::{self, NewFile};
use super::set_aside::keep_torn;
use super::slug::slug;
use super::{Medium as _, SessionFile, StoreError, Workspace, cache, private};
use crate::record::{Event, Fact, Header, Names, SessionKind, line};

/// The right to do what only one at a time may do.
#[derive(Debug)]
pub struct Turn {
    _lock: Lock,
}

impl Workspace {
    /// The header of a new session: its id is made of the day, the title and four digits.
    pub fn new_header(&self, title: &str, kind: SessionKind, opened: Timestamp, digits: u16) -> Header {
        let id = format!("{}-{}-{digits:04x}", self.zone().day(opened), slug(title));
        Header { id: id.into(), title: title.to_owned(), opened, zone: self.zone().clone(), kind, private: false }
    }

    /// Makes a new session with its first events: all of it is there, or no file at all. Never writes over another one.
    pub fn create(&self, header: &Header, events: &[Event]) -> Result<SessionFile, StoreError> {
        self.create_with_names(header, events, &Names::default())
    }

    /// The same, with the names that are kept beside it.
    pub fn create_with_names(
        &self,
        header: &Header,
        events: &[Event],
        names: &Names,
    ) -> Result<SessionFile, StoreError> {
        let folder = self.sessions();
        make_folder(&folder)?;
        new_file::sweep(&folder, |session| Lock::take(session).is_ok());
        let path = self.session_path(&header.id);
        let lock = Lock::take(&path)?;
        let new = NewFile::beside(&path, FileMode::of(&path, Readable::ByOthers)).map_err(StoreError::write(&path))?;
        let file = new.handle().map_err(StoreError::write(&path))?;
        let file = SessionFile::begin(file, &path, header, events)?;
        if names.is_empty() {
            new.appear(&path)?;
        } else {
            self.appear_with_names(new, header, names)?;
        }
        Ok(file.locked_by(lock))
    }

    /// Whether somebody writes a session just now, or has the turn of that name.
    pub fn is_being_written(&self, id: &str) -> bool {
        lock::is_taken(&self.session_path(id))
    }

    /// The right to do what only one at a time may do, such as to begin what is there once; given up when it is
    /// dropped. `what` is the id of no session.
    pub fn turn(&self, what: &str) -> Result<Turn, StoreError> {
        make_folder(&self.sessions())?;
        Ok(Turn { _lock: Lock::take(&self.session_path(what))? })
    }

    /// The names are there before the session is, so that no session is ever without them.
    fn appear_with_names(&self, new: NewFile, header: &Header, names: &Names) -> Result<(), StoreError> {
        let path = self.session_path(&header.id);
        if path.exists() {
            return Err(StoreError::There { path });
        }
        self.keep_names(&header.id, names)?;
        new.appear(&path).inspect_err(|_| private::forget_names(&self.private(), &header.id))
    }

    /// Opens a session to go on writing it; what was left unfinished at its end is set aside first, and what was
    /// ordered to be removed for good is.
    pub fn go_on(&self, id: &str) -> Result<SessionFile, StoreError> {
        let path = self.session_path(id);
        // What is not there needs no lock beside it.
        fs::metadata(&path).map_err(StoreError::read(&path))?;
        // Read only once nobody else writes: what was read before may end elsewhere by now.
        let lock = Lock::take(&path)?;
        let mut file = File::options().read(true).write(true).open(&path).map_err(StoreError::write(&path))?;
        let bytes = file.read_whole().map_err(StoreError::read(&path))?;
        let reading = line::read(&bytes);
        if let Some(tail) = &reading.tail {
            keep_torn(&path, bytes.get(tail.torn.clone()).unwrap_or_default())?;
        }
        let mut file = SessionFile::go_on(file, &path, bytes.len(), &reading)?.locked_by(lock);
        if !line::strikes(&bytes, &reading).stand_in(&bytes) {
            self.strike(&mut file)?;
        }
        Ok(file)
    }

    /// What has to follow at once from an event that was appended to a session: what somebody keeps to themselves from now
    /// on does not stay in what is kept of the shared map.
    pub fn appended(&self, event: &Event) -> Result<(), StoreError> {
        if event.facts.contains(&Fact::MadePrivate) { cache::forget(self.folder()) } else { Ok(()) }
    }
}
