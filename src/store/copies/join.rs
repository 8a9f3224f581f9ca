use std::fs;
use std::path::{Path, PathBuf};

use super::super::file_mode::Readable;
use super::super::folder::{make_folder, sync_folder_of};
use super::super::listing::was_made_private;
use super::super::lock::Lock;
use super::super::read_session::{named, stem};
use super::super::whole_file;
use super::super::{StoreError, Workspace, cache};
use super::id_in;
use crate::record::line::{self, FaultSeverity, FileReading};
use crate::record::{Event, Fact, Header, SessionTime};

/// The result of joining two files of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedSession {
    /// The file of the joined session.
    pub path: PathBuf,
    /// The number of lines of the joined session.
    pub lines: usize,
    /// The paths of the copies of the original files.
    pub set_aside: Vec<PathBuf>,
}

/// The result of making a file a session of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartedSession {
    /// The file of the new session.
    pub path: PathBuf,
    /// The path of the copy of the original file.
    pub set_aside: PathBuf,
}

/// A locked session file that is to be joined with another, or to get another id.
struct SourceFile {
    path: PathBuf,
    bytes: Vec<u8>,
    reading: FileReading,
    _lock: Lock,
}

impl SourceFile {
    fn of(path: &Path) -> Result<Self, StoreError> {
        let lock = Lock::take(path)?;
        let bytes = fs::read(path).map_err(StoreError::read(path))?;
        let reading = line::read(&bytes);
        if !reading.is_session() {
            return Err(StoreError::NotASession { path: path.to_owned() });
        }
        if reading.is_newer() || !reading.unknown.is_empty() {
            return Err(StoreError::Newer { path: path.to_owned() });
        }
        if reading.weight() > Some(FaultSeverity::Note) {
            return Err(StoreError::Unmended { path: path.to_owned() });
        }
        Ok(Self { path: path.to_owned(), bytes, reading, _lock: lock })
    }

    fn header(&self) -> Header {
        named(&self.path, self.reading.heading.header.clone())
    }
}

impl Workspace {
    /// Joins two files of one session: the lines they have in common, then the other lines of both in order of time,
    /// with new seals. The originals are copied first, and no session file is changed until the new one is complete.
    pub fn join(&self, one: &Path, other: &Path) -> Result<JoinedSession, StoreError> {
        if id_in(one).is_none() || id_in(one) != id_in(other) || one == other {
            return Err(StoreError::NotCopies { one: one.to_owned(), other: other.to_owned() });
        }
        // Text that was removed for good from one file is removed from both before the originals are copied.
        self.strike_in_copies(one)?;
        self.strike_in_copies(other)?;
        let (one, other) = (SourceFile::of(one)?, SourceFile::of(other)?);
        let path = self.path_for(&one, &other);
        let (text, lines) = whole(&one, &other)?;
        let set_aside = vec![self.keep_aside(&one)?, self.keep_aside(&other)?];
        cache::forget(self.folder())?;
        self.take_over(&stem(&path), &[&one, &other])?;
        // If the program stops after this write, a file that was not removed is still recognised as a copy.
        whole_file::write_as_closed_as(&path, &text, &[&one.path, &other.path])?;
        for source in [&one, &other].into_iter().filter(|source| source.path != path) {
            whole_file::remove(&source.path)?;
        }
        Ok(JoinedSession { path, lines, set_aside })
    }

    /// Gives a file with the id of another session an id of its own. All lines of the file stay.
    pub fn part(&self, path: &Path, digits: u16) -> Result<PartedSession, StoreError> {
        let others = self.others_of(path)?;
        // Text that was removed for good from one file is removed from all of them now, because afterwards the files no
        // longer show that they were one session.
        for file in others.iter().map(PathBuf::as_path).chain([path]) {
            self.strike_in_copies(file)?;
        }
        let source = SourceFile::of(path)?;
        let old = source.header();
        let id = self.new_header(&old.title, old.kind.clone(), old.opened, digits).id;
        let header = Header { id, private: old.private || is_any_private(&others)?, ..old };
        let to = self.session_path(&header.id);
        if to.exists() {
            return Err(StoreError::There { path: to });
        }
        let text = line::session_text(&header, &source.reading.events)?;
        let set_aside = self.keep_aside(&source)?;
        cache::forget(self.folder())?;
        self.take_over(&header.id, &[&source])?;
        whole_file::write(path, text.as_bytes(), Readable::ByOthers)?;
        fs::rename(path, &to).map_err(StoreError::write(&to))?;
        sync_folder_of(&to)?;
        Ok(PartedSession { path: to, set_aside })
    }

    /// The path of the joined session: the one that belongs to its id, or that of `one` if a third file has this path.
    fn path_for(&self, one: &SourceFile, other: &SourceFile) -> PathBuf {
        let own = self.session_path(&one.header().id);
        if own == one.path || own == other.path || !own.exists() { own } else { one.path.clone() }
    }

    /// Copies a file to the folder for originals, under a name that contains the digest of its bytes.
    fn keep_aside(&self, source: &SourceFile) -> Result<PathBuf, StoreError> {
        let digest = blake3::hash(&source.bytes).to_hex();
        let name = format!("{}-{}", stem(&source.path), digest.chars().take(8).collect::<String>());
        let path = self.set_aside()?.session_path(&name);
        path.parent().map_or(Ok(()), make_folder)?;
        whole_file::write_as_closed_as(&path, &source.bytes, &[&source.path])?;
        Ok(path)
    }

    /// The paths of the other files that hold the same session as this one.
    fn others_of(&self, path: &Path) -> Result<Vec<PathBuf>, StoreError> {
        let Some(id) = id_in(path) else { return Ok(Vec::new()) };
        let mut files = self.session_files()?;
        files.retain(|other| other != path && id_in(other).as_ref() == Some(&id));
        Ok(files)
    }

    /// Moves the names, private notes and hidden answers of the source files to the session with this id.
    fn take_over(&self, id: &str, sources: &[&SourceFile]) -> Result<(), StoreError> {
        self.take_over_names(id, sources)?;
        for source in sources {
            let from = stem(&source.path);
            if from != id {
                self.take_over_own_notes(id, &from)?;
                self.take_over_hidden(id, &from)?;
            }
        }
        Ok(())
    }

    fn take_over_own_notes(&self, id: &str, from: &str) -> Result<(), StoreError> {
        let known = self.own_notes(id)?;
        let mut notes = self.own_notes(from)?;
        notes.retain(|note| !known.contains(note));
        if notes.is_empty() { Ok(()) } else { self.keep_own_notes(id, &notes).map(|_| ()) }
    }

    /// Moves the hidden answers to the session with this id, unless it has some already: the answers of different
    /// rounds are not mixed.
    fn take_over_hidden(&self, id: &str, from: &str) -> Result<(), StoreError> {
        match self.hidden(from)? {
            Some(hidden) if self.hidden(id)?.is_none() => {
                self.keep_hidden(id, &hidden)?;
                self.drop_hidden(from)
            }
            _ => Ok(()),
        }
    }

    /// Adds the names of the people in the source files to those of the session.
    fn take_over_names(&self, id: &str, sources: &[&SourceFile]) -> Result<(), StoreError> {
        let mut names = self.names(id);
        let before = names.clone();
        for source in sources {
            let own = self.names_beside(&stem(&source.path), &source.header());
            for (tag, name) in own.names {
                names.names.entry(tag).or_insert(name);
            }
            for (tag, typed) in own.typed {
                names.typed.entry(tag).or_insert(typed);
            }
        }
        if (&names.names, &names.typed) == (&before.names, &before.typed) {
            return Ok(());
        }
        self.take_over_saved_names(id, &names)
    }
}

/// Whether at least one of these files makes the session private.
fn is_any_private(files: &[PathBuf]) -> Result<bool, StoreError> {
    for path in files {
        let bytes = fs::read(path).map_err(StoreError::read(path))?;
        if line::read(&bytes).heading.header.private || was_made_private(&bytes) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The bytes of the joined session, and the number of its lines. If one file contains all lines of the other, its bytes
/// are returned unchanged.
fn whole(one: &SourceFile, other: &SourceFile) -> Result<(Vec<u8>, usize), StoreError> {
    let relation = line::relation(&one.reading, &other.reading);
    if relation.only_second == 0 {
        return Ok((one.bytes.clone(), one.reading.events.len()));
    }
    if relation.only_first == 0 {
        return Ok((other.bytes.clone(), other.reading.events.len()));
    }
    let readings = [&one.reading, &other.reading];
    let (header, mut events) = line::together(&readings).unwrap_or_else(|| (one.header(), Vec::new()));
    let ends = readings.into_iter().filter_map(line::end).collect();
    let (seq, at) = (events.len() as u64 + 1, events.last().map_or(SessionTime::OPENING, |event| event.at));
    events.push(Event { seq, at, facts: vec![Fact::CopiesJoined { ends }], ..Event::default() });
    Ok((line::session_text(&header, &events)?.into_bytes(), events.len()))
}
