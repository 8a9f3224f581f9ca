//! Makes sessions, and opens them to append to them.

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

/// The exclusive right to a named task in a workspace, until this value is dropped.
#[derive(Debug)]
pub struct Turn {
    _lock: Lock,
}

impl Workspace {
    /// The header of a new session; its id consists of the day, the title and four digits.
    pub fn new_header(&self, title: &str, kind: SessionKind, opened: Timestamp, digits: u16) -> Header {
        let id = format!("{}-{}-{digits:04x}", self.zone().day(opened), slug(title));
        let zone = self.zone().clone();
        Header { id: id.into(), title: title.to_owned(), opened, zone, kind, private: false, exact_names: true }
    }

    /// Makes a new session file with its first events, completely or not at all. Never overwrites a file.
    pub fn create(&self, header: &Header, events: &[Event]) -> Result<SessionFile, StoreError> {
        self.create_with_names(header, events, &Names::default())
    }

    /// Makes a new session file as [`Self::create`] does, and saves the names of its people.
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

    /// Whether a program is writing the session with this id, or has taken the turn with this name.
    pub fn is_being_written(&self, id: &str) -> bool {
        lock::is_taken(&self.session_path(id))
    }

    /// Takes the exclusive right to a task, such as making a session that must exist only once. `what` is the name of
    /// the task; no session has it as its id.
    pub fn turn(&self, what: &str) -> Result<Turn, StoreError> {
        make_folder(&self.sessions())?;
        Ok(Turn { _lock: Lock::take(&self.session_path(what))? })
    }

    /// Saves the names, then gives the session file its name, so that no session is ever without the names of its
    /// people.
    fn appear_with_names(&self, new: NewFile, header: &Header, names: &Names) -> Result<(), StoreError> {
        let path = self.session_path(&header.id);
        if path.exists() {
            return Err(StoreError::There { path });
        }
        self.keep_names(&header.id, names)?;
        new.appear(&path).inspect_err(|_| private::forget_names(&self.private(), &header.id))
    }

    /// Opens a session to append to it. Before that, sets an incomplete end aside, and removes the texts whose removal
    /// was ordered.
    pub fn go_on(&self, id: &str) -> Result<SessionFile, StoreError> {
        let path = self.session_path(id);
        // A session that does not exist needs no lock.
        fs::metadata(&path).map_err(StoreError::read(&path))?;
        // The file is read after it was locked, because another program may have changed it until then.
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

    /// Must be called after an event was appended: removes the cache of the shared map if the event made the session
    /// private.
    pub fn appended(&self, event: &Event) -> Result<(), StoreError> {
        if event.facts.contains(&Fact::MadePrivate) { cache::forget(self.folder()) } else { Ok(()) }
    }
}
