use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use jiff::Timestamp;

use super::cache;
use super::examine::keep_torn;
use super::lock::{self, Lock};
use super::person_key::Found;
use super::slug::slug;
use super::strike::{self, Removed};
use super::whole_file::{self, NewFile, Readable};
use super::{
    Medium as _, SessionFile, StoreError, StoredSettings, Unread, hidden, own_notes, person_key, private, side_file,
};
use crate::record::line::{self, Fault, Reading};
use crate::record::text::plain;
use crate::record::{Event, Fact, Header, Hidden, Names, OwnNote, Session, SessionKind, Zone};

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

/// A session as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name of its file without `.ron`.
    pub id: String,
    /// Its header, with the title as last given.
    pub header: Header,
    /// Whether some of the header could not be read.
    pub header_lost: bool,
    /// Whether it was ended.
    pub closed: bool,
    /// Whether it was made so since it was begun.
    pub made_private: bool,
}

impl Listed {
    /// Whether it is kept out of the shared graph and every shared screen.
    pub const fn is_private(&self) -> bool {
        self.header.private || self.made_private
    }
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
pub(super) fn settled(path: &Path, reading: Reading) -> Reading {
    if reading.tail.is_none() {
        return reading;
    }
    fs::read(path).map_or(reading, |bytes| line::read(&bytes))
}

/// The session a reading tells of; when its header lost the id, the file's name stands in for it.
fn folded(path: &Path, reading: Reading) -> Session {
    Session::fold(named(path, reading.heading.header), reading.events)
}

pub(super) fn named(path: &Path, mut header: Header) -> Header {
    if header.id.is_empty() {
        header.id = stem(path);
    }
    if header.title.is_empty() {
        header.title.clone_from(&header.id);
    }
    header
}

pub(super) fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
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

    fn sessions(&self) -> PathBuf {
        self.folder.join("sessions")
    }

    /// Where the session with this id lies.
    pub fn session_path(&self, id: &str) -> PathBuf {
        self.sessions().join(format!("{id}.ron"))
    }

    /// Every session, the latest first. What is no session is passed over, and noted ([`Workspace::unread`]).
    pub fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let (listed, others) = self.listed()?;
        self.unread.note_all_lost(&others);
        for known in listed.iter().filter(|known| known.header_lost) {
            // Read only for what is wrong with it, which is noted.
            let _ = self.load(&known.id);
        }
        Ok(listed)
    }

    /// Every session, the latest first, and what is called like one and is none.
    fn listed(&self) -> Result<(Vec<Listed>, Others), StoreError> {
        let (files, mut others) = entries(&self.sessions())?;
        let mut listed = Vec::new();
        for path in files {
            match list_one(&path) {
                Ok(one) => {
                    self.unread.note_used(&path);
                    listed.push(one);
                }
                Err(error) => others.push((path, error)),
            }
        }
        listed.sort_by(|a, b| (b.header.opened, &b.id).cmp(&(a.header.opened, &a.id)));
        Ok((listed, others))
    }

    /// The files of all sessions, by name. A link is passed over: it may lead anywhere.
    pub fn session_files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let (files, others) = entries(&self.sessions())?;
        self.unread.note_all_lost(&others);
        Ok(files)
    }

    /// The id of the session that is meant: by its id, its title, the beginning of either, or any part of its title.
    pub fn find(&self, named: &str) -> Result<String, StoreError> {
        let (listed, others) = self.listed()?;
        let title = |known: &&Listed| known.header.title.to_lowercase() == named.to_lowercase();
        let exact = listed.iter().find(|known| known.id == named);
        if let Some(found) = exact.or_else(|| listed.iter().find(title)) {
            return Ok(found.id.clone());
        }
        let wanted = named.to_lowercase();
        let begins =
            |known: &Listed| known.id.starts_with(named) || known.header.title.to_lowercase().starts_with(&wanted);
        let holds = |known: &Listed| !wanted.is_empty() && known.header.title.to_lowercase().contains(&wanted);
        let ids = |meant: &dyn Fn(&Listed) -> bool| -> Vec<String> {
            listed.iter().filter(|known| meant(known)).map(|known| known.id.clone()).collect()
        };
        let ids = Some(ids(&begins)).filter(|ids| !ids.is_empty()).unwrap_or_else(|| ids(&holds));
        match ids.as_slice() {
            [] => {
                // It may be one of those that cannot be read.
                self.unread.note_all_lost(&others);
                Err(StoreError::NotFound(named.to_owned()))
            }
            [only] => Ok(only.clone()),
            _ => Err(StoreError::Several { named: named.to_owned(), ids }),
        }
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
        Header { id, title: title.to_owned(), opened, zone: self.zone.clone(), kind, private: false }
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

    /// What a round of a session has collected and nobody has seen yet; nothing when no round is on.
    pub fn hidden(&self, id: &str) -> Result<Option<Hidden>, StoreError> {
        hidden::read(&self.private(), id)
    }

    /// The same; what cannot be read is noted, and left where it is.
    pub fn readable_hidden(&self, id: &str) -> Option<Hidden> {
        let path = hidden::path(&self.private(), id);
        self.hidden(id).unwrap_or_else(|error| self.unread.note_none(&path, &error))
    }

    /// Keeps what a round has collected, in the order given, where only this user can read it. Never written over
    /// what cannot be read.
    pub fn keep_hidden(&self, id: &str, hidden: &Hidden) -> Result<(), StoreError> {
        hidden::write(&self.private(), id, hidden)
    }

    /// Removes what a round has collected: it was shown, or given up.
    pub fn drop_hidden(&self, id: &str) -> Result<(), StoreError> {
        hidden::remove(&self.private(), id)
    }

    pub(super) fn private(&self) -> PathBuf {
        self.folder.join("private")
    }

    /// Which name belongs to which tag of a session; nobody where that cannot be read, which is noted.
    pub fn names(&self, id: &str) -> Names {
        let mut names = private::read_names(&self.private(), id, &self.unread);
        if let (false, Found::Key(key)) = (names.names.is_empty(), person_key::find(&self.private())) {
            key.note(&mut names);
        }
        names
    }

    pub(super) fn has_names(&self, id: &str) -> bool {
        private::names_path(&self.private(), id).exists()
    }

    /// The same for a session file that may have been given another name since its names were kept: as long as nothing
    /// was kept under the name of the file, those under the id of its session are meant.
    pub fn names_beside(&self, file: &str, session: &Header) -> Names {
        self.names(if self.has_names(file) { file } else { &session.id })
    }

    /// Keeps which name belongs to which tag of a session, where only this user can read it.
    pub fn keep_names(&self, id: &str, names: &Names) -> Result<(), StoreError> {
        private::write_names(&self.private(), id, names)
    }

    /// The notes of whoever holds the keyboard beside a session, for themselves alone.
    pub fn own_notes(&self, id: &str) -> Result<Vec<OwnNote>, StoreError> {
        own_notes::read(&self.private(), id)
    }

    /// Keeps notes for oneself, where only this user can read them; says all there are.
    pub fn keep_own_notes(&self, id: &str, notes: &[OwnNote]) -> Result<Vec<OwnNote>, StoreError> {
        own_notes::add(&self.private(), id, notes)
    }

    /// Removes a note for oneself by its number, from 1; says whether there was one.
    pub fn drop_own_note(&self, id: &str, number: usize) -> Result<bool, StoreError> {
        own_notes::remove(&self.private(), id, number)
    }

    /// Writes the minutes of a session beside the sessions, over those written before; says where.
    pub fn keep_minutes(&self, id: &str, page: &str) -> Result<PathBuf, StoreError> {
        whole_file::make_folder(&self.folder.join("minutes"))?;
        let path = strike::minutes_path(&self.folder, id);
        whole_file::write(&path, plain(page).as_bytes(), Readable::ByOthers)?;
        Ok(path)
    }

    fn minutes_path(&self, id: &str) -> PathBuf {
        self.folder.join("minutes").join(format!("{id}.md"))
    }

    /// What is remembered between runs; the usual settings when there are none that can be read, which is noted.
    pub fn settings(&self) -> StoredSettings {
        let path = self.folder.join("settings.ron");
        side_file::read(&path).unwrap_or_else(|error| self.unread.note_none(&path, &error)).unwrap_or_default()
    }

    /// The files beside the sessions: settings, who is who, hidden answers, assessments.
    pub fn side_files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let folders = [self.folder.clone(), self.private(), self.private().join("assessments")];
        let mut files = Vec::new();
        for folder in folders {
            files.extend(ron_files(&folder)?.into_iter().filter(|path| side_file::is_side_file(path)));
        }
        Ok(files)
    }

    /// Remembers settings between runs.
    pub fn keep_settings(&self, settings: &StoredSettings) -> Result<(), StoreError> {
        whole_file::make_folder(&self.folder)?;
        let path = self.folder.join("settings.ron");
        let text = ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::new());
        let text = text.map_err(|error| StoreError::Write { path: path.clone(), source: io::Error::other(error) })?;
        whole_file::write(&path, format!("{text}\n").as_bytes(), Readable::ByOthers)
    }
}

/// The RON files of a folder that need not exist, by name; no links, nothing hidden.
pub(super) fn ron_files(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    entries(folder).map(|(files, _)| files)
}

/// What has the name of a RON file and is none, or cannot be looked at; and why.
type Others = Vec<(PathBuf, StoreError)>;

/// The RON files of a folder, and what is called like one and cannot be read as one.
fn entries(folder: &Path) -> Result<(Vec<PathBuf>, Others), StoreError> {
    let found = match fs::read_dir(folder) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((Vec::new(), Vec::new())),
        Err(source) => return Err(StoreError::Read { path: folder.to_owned(), source }),
    };
    let (mut files, mut others) = (Vec::new(), Vec::new());
    for entry in found {
        let entry = match entry {
            Ok(entry) => entry,
            Err(source) => {
                others.push((folder.to_owned(), StoreError::Read { path: folder.to_owned(), source }));
                continue;
            }
        };
        let path = entry.path();
        let other = match entry.file_type() {
            Ok(kind) if !has_name(&path) || kind.is_symlink() => continue,
            Ok(kind) if kind.is_file() => {
                files.push(path);
                continue;
            }
            Ok(_) => io::Error::other("it is no file"),
            Err(source) => source,
        };
        others.push((path.clone(), StoreError::Read { path, source: other }));
    }
    files.sort();
    Ok((files, others))
}

fn has_name(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|extension| extension == "ron")
}

/// A session for the list, from its header; only a session that was given another title is read whole.
fn list_one(path: &Path) -> Result<Listed, StoreError> {
    let bytes = fs::read(path).map_err(StoreError::read(path))?;
    let heading = line::read_heading(&bytes);
    let heading = heading.ok_or_else(|| StoreError::NotASession { path: path.to_owned() })?;
    let (mut header, header_lost) = (heading.header, !heading.lost.is_empty());
    let told = read_lines_with(&bytes, &["Titled(", "Closed", "Resumed(", PRIVATE, SHARED]);
    let facts = || told.iter().flat_map(|event| &event.facts);
    if facts().any(|fact| matches!(fact, Fact::Titled { .. })) {
        folded(path, line::read(&bytes)).title().clone_into(&mut header.title);
    }
    if header.title.is_empty() {
        header.title = stem(path);
    }
    let last = facts().rfind(|fact| matches!(fact, Fact::Closed | Fact::Resumed { .. }));
    let closed = last == Some(&Fact::Closed);
    let made_private = ends_private(facts());
    Ok(Listed { id: stem(path), header, header_lost, closed, made_private })
}

/// The facts that make a session private and take that back, as they are written.
const PRIVATE: &str = "MadePrivate";
const SHARED: &str = "MadeShared";

fn ends_private<'a>(facts: impl Iterator<Item = &'a Fact>) -> bool {
    let said = facts.filter(|fact| matches!(fact, Fact::MadePrivate | Fact::MadeShared));
    said.last() == Some(&Fact::MadePrivate)
}

/// Whether a session was made private since it was begun.
pub(super) fn was_made_private(bytes: &[u8]) -> bool {
    ends_private(read_lines_with(bytes, &[PRIVATE, SHARED]).iter().flat_map(|event| &event.facts))
}

/// The events of the lines in which one of these words stands, be it that somebody typed it: what an event is, its
/// facts tell and never its text.
fn read_lines_with(bytes: &[u8], words: &[&str]) -> Vec<Event> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.split_inclusive('\n').filter(|line| words.iter().any(|word| line.contains(word)));
    line::read(lines.collect::<String>().as_bytes()).events
}
