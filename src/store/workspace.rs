use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use jiff::Timestamp;

use super::cache;
use super::examine::keep_torn;
use super::lock::{self, Lock};
use super::slug::slug;
use super::strike::{self, Removed};
use super::whole_file::{self, NewFile, Readable};
use super::{Medium as _, SessionFile, StoreError, Unread, private};
use crate::record::line::{self, Fault, FileReading};
use crate::record::{Event, Fact, Header, Names, Session, SessionId, SessionKind, Zone};

/// A folder with sessions and what lies beside them.
#[derive(Clone, Debug)]
pub struct Workspace {
    folder: PathBuf,
    zone: Zone,
    unread: Unread,
}

/// The right to do what only one at a time may do.
#[derive(Debug)]
pub struct Turn {
    _lock: Lock,
}

/// A session as it was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What could be used.
    pub session: Session,
    /// What is wrong with the file.
    pub faults: Vec<Fault>,
}

/// Reads a session file, wherever it lies.
pub fn read_session_file(path: &Path) -> Result<Loaded, StoreError> {
    let reading = settled(path, line::read(&fs::read(path).map_err(StoreError::read(path))?));
    if !reading.is_session() {
        return Err(StoreError::NotASession { path: path.to_owned() });
    }
    Ok(Loaded { faults: reading.faults.clone(), session: folded(path, reading) })
}

/// The reading of a file; where it breaks off, it is read once more, because somebody may have been writing it.
pub(super) fn settled(path: &Path, reading: FileReading) -> FileReading {
    if reading.tail.is_none() {
        return reading;
    }
    fs::read(path).map_or(reading, |bytes| line::read(&bytes))
}

/// The session a reading tells of; when its header lost the id, the file's name stands in for it.
pub(super) fn folded(path: &Path, reading: FileReading) -> Session {
    Session::fold(named(path, reading.heading.header), reading.events)
}

pub(super) fn named(path: &Path, mut header: Header) -> Header {
    if header.id.is_empty() {
        header.id = stem(path);
    }
    if header.title.is_empty() {
        header.id.as_str().clone_into(&mut header.title);
    }
    header
}

pub(super) fn stem(path: &Path) -> SessionId {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default().into()
}

impl Workspace {
    /// The workspace in this folder, which need not exist yet.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        match fs::metadata(folder) {
            Ok(found) if !found.is_dir() => {
                let source = io::Error::from(io::ErrorKind::NotADirectory);
                Err(StoreError::Write { path: folder.to_owned(), source })
            }
            _ => Ok(Self { folder: folder.to_owned(), zone: Zone::UTC, unread: Unread::default() }),
        }
    }

    /// The same workspace, used in this time zone: new sessions are held there, and its days are what today is.
    #[must_use]
    pub fn in_zone(self, zone: Zone) -> Self {
        Self { zone, ..self }
    }

    /// The time zone in which it is used.
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The same workspace, which notes what it cannot read together with others.
    #[must_use]
    pub fn noting_in(self, unread: Unread) -> Self {
        Self { unread, ..self }
    }

    /// What could not be read or used so far, by whoever has asked this workspace or a copy of it.
    pub const fn unread(&self) -> &Unread {
        &self.unread
    }

    /// The folder of this platform for this program's data.
    pub fn default_folder() -> Option<PathBuf> {
        ProjectDirs::from("", "", "adjacent").map(|dirs| dirs.data_dir().to_owned())
    }

    /// Where everything lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn sessions(&self) -> PathBuf {
        self.folder.join("sessions")
    }

    /// Where the session with this id lies.
    pub fn session_path(&self, id: &str) -> PathBuf {
        self.sessions().join(format!("{id}.ron"))
    }

    /// Reads a session.
    pub fn load(&self, id: &str) -> Result<Loaded, StoreError> {
        self.load_file(&self.session_path(id))
    }

    /// Reads a session file, wherever it lies.
    pub fn load_file(&self, path: &Path) -> Result<Loaded, StoreError> {
        let loaded = read_session_file(path)?;
        self.unread.note_session(path, &loaded.faults);
        Ok(loaded)
    }

    /// The header of a new session: its id is made of the day, the title and four digits.
    pub fn new_header(&self, title: &str, kind: SessionKind, opened: Timestamp, digits: u16) -> Header {
        let id = format!("{}-{}-{digits:04x}", self.zone.day(opened), slug(title));
        Header { id: id.into(), title: title.to_owned(), opened, zone: self.zone.clone(), kind, private: false }
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
        whole_file::make_folder(&folder)?;
        whole_file::sweep(&folder, |session| Lock::take(session).is_ok());
        let path = self.session_path(&header.id);
        let lock = Lock::take(&path)?;
        let new = NewFile::beside(&path, Readable::ByOthers).map_err(StoreError::write(&path))?;
        let file = new.handle().map_err(StoreError::write(&path))?;
        let file = SessionFile::begin(file, &path, header, events)?;
        if names.is_empty() {
            new.appear(&path)?;
        } else {
            self.appear_with_names(new, header, names)?;
        }
        Ok(file.locked_by(lock))
    }

    /// How long a session file is; nothing where there is none.
    pub fn length(&self, id: &str) -> Option<u64> {
        fs::metadata(self.session_path(id)).ok().map(|found| found.len())
    }

    /// Whether somebody writes a session just now, or has the turn of that name.
    pub fn is_being_written(&self, id: &str) -> bool {
        lock::is_taken(&self.session_path(id))
    }

    /// The right to do what only one at a time may do, such as to begin what is there once; given up when it is
    /// dropped. `what` is the id of no session.
    pub fn turn(&self, what: &str) -> Result<Turn, StoreError> {
        whole_file::make_folder(&self.sessions())?;
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

    /// Removes for good what was ordered to be removed in this session, with every copy in the workspace.
    ///
    /// Whoever calls this has appended the order ([`crate::record::Fact::StrikeOrdered`]).
    pub fn strike(&self, file: &mut SessionFile) -> Result<Removed, StoreError> {
        // As long as the text stands in the file, whoever is interrupted here knows what to look for.
        let copies = self.strike_in_copies(file.path())?;
        Ok(Removed { copies, ..self.strike_alone(file)? })
    }

    /// The same, in this file and what lies beside it under its name.
    pub(super) fn strike_alone(&self, file: &mut SessionFile) -> Result<Removed, StoreError> {
        let unstruck = file.unstruck()?;
        let removed = strike::remove_copies(file.path(), &self.folder, &unstruck)?;
        file.strike()?;
        // Somebody who had read the file before may have kept it only now.
        cache::forget(&self.folder)?;
        // The minutes may quote it; they can be written again at any moment.
        let id = stem(file.path());
        match fs::remove_file(self.minutes_path(&id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::Write { path: self.minutes_path(&id), source: error })
            }
            _ => Ok(removed),
        }
    }

    /// What has to follow at once from an event that was appended to a session: what somebody keeps to themselves from now
    /// on does not stay in what is kept of the shared map.
    pub fn appended(&self, event: &Event) -> Result<(), StoreError> {
        if event.facts.contains(&Fact::MadePrivate) { cache::forget(&self.folder) } else { Ok(()) }
    }

    pub(super) fn private(&self) -> PathBuf {
        self.folder.join("private")
    }
}
