//! Several files of one session: the session was continued on two machines, or a cloud folder made a conflict copy. No
//! line is lost: the files are listed, the map counts every line once, and a command joins the files or makes two
//! sessions of them.

mod all;
mod join;
mod taking_in;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::read_session::{called, named, stem};
use super::synced::maker_beside;
use super::{StoreError, Workspace};
use crate::record::line::{self, CopyRelation, FileReading};
use crate::record::{Event, Fact, SessionId, SessionTime};

pub use all::JoinedSessions;
pub use join::{JoinedSession, PartedSession};

/// The number of bytes that are read first to find the header; almost every header is shorter.
const HEAD: u64 = 8192;

/// Two files of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    /// The id of the session.
    pub id: SessionId,
    /// The file with more lines.
    pub file: PathBuf,
    /// The other file.
    pub other: PathBuf,
    /// The number of lines that both files have, and of those that only one has.
    pub relation: CopyRelation,
    /// The number of lines that were removed for good from one file and are still in the other.
    pub unstruck: usize,
}

impl Workspace {
    /// Every pair of files with the same session id.
    pub fn copies(&self) -> Result<Vec<Copies>, StoreError> {
        let mut by_id: BTreeMap<SessionId, Vec<PathBuf>> = BTreeMap::new();
        for path in self.session_files()? {
            if let Some(id) = id_in(&path) {
                by_id.entry(id).or_default().push(path);
            }
        }
        by_id.retain(|_, paths| paths.len() > 1);
        Ok(by_id.into_iter().flat_map(|(id, paths)| pairs(&id, paths)).collect())
    }

    /// The folder for the originals of files that were joined or got another id: a separate workspace inside this one.
    fn set_aside(&self) -> Result<Self, StoreError> {
        Self::open(&self.folder().join("set-aside"))
    }

    /// Removes the text that was removed for good from this file from all other files of the session, and from the
    /// originals that were set aside. Returns the number of files that were changed.
    pub(super) fn strike_in_copies(&self, session: &Path) -> Result<usize, StoreError> {
        let struck = line::read(&fs::read(session).map_err(StoreError::read(session))?);
        let id = named(session, struck.heading.header.clone()).id;
        let mut reached = 0;
        for workspace in [self.clone(), self.set_aside()?] {
            for path in workspace.session_files()?.into_iter().filter(|path| path != session) {
                let is_one = id_in(&path).is_some_and(|other| other == *id);
                if is_one || workspace.folder() != self.folder() {
                    reached += usize::from(workspace.strike_copy(&path, &struck, is_one)?);
                }
            }
        }
        Ok(reached)
    }

    /// Removes the struck text from the file at `path`, if that file belongs to the same session; returns whether it
    /// was changed. `is_one` says that it does; otherwise the file belongs to it if both were opened at the same time,
    /// because the session may have got another id since the file was set aside.
    fn strike_copy(&self, path: &Path, struck: &FileReading, is_one: bool) -> Result<bool, StoreError> {
        let Ok(bytes) = fs::read(path) else { return Ok(false) };
        let copy = line::read(&bytes);
        if !is_one && copy.heading.header.opened != struck.heading.header.opened {
            return Ok(false);
        }
        let left = line::left_in(&copy, struck);
        if left.is_empty() {
            return Ok(false);
        }
        let mut file = self.go_on(&stem(path))?;
        let at = copy.events.last().map_or(SessionTime::OPENING, |event| event.at);
        let facts = left.into_iter().map(|seq| Fact::StrikeOrdered { seq }).collect();
        file.append(&Event { seq: copy.next_seq(), at, facts, ..Event::default() })?;
        self.strike_alone(&mut file)?;
        Ok(true)
    }
}

/// The session id in the header of a file.
fn id_in(path: &Path) -> Option<SessionId> {
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut bytes)).ok()?;
    let heading = line::read_heading(&bytes).filter(|heading| heading.lost.is_empty());
    let heading = heading.or_else(|| line::read_heading(&fs::read(path).ok()?))?;
    Some(named(path, heading.header).id)
}

/// Pairs the file with the most lines with each of the other files.
fn pairs(id: &SessionId, paths: Vec<PathBuf>) -> Vec<Copies> {
    let read = |path: PathBuf| Some((line::read(&fs::read(&path).ok()?), path));
    let mut read: Vec<(FileReading, PathBuf)> = paths.into_iter().filter_map(read).collect();
    read.sort_by(|(one, path), (other, beside)| {
        let own = |path: &Path| stem(path) != *id;
        (other.events.len(), own(path), path).cmp(&(one.events.len(), own(beside), beside))
    });
    let Some(((fullest, file), others)) = read.split_first() else { return Vec::new() };
    let pair = |(reading, other): &(FileReading, PathBuf)| Copies {
        id: id.clone(),
        file: file.clone(),
        other: other.clone(),
        relation: line::relation(fullest, reading),
        unstruck: line::left_in(reading, fullest).len() + line::left_in(fullest, reading).len(),
    };
    others.iter().map(pair).collect()
}

impl Copies {
    /// The program that gave a file of the session its name, as far as the name tells: `Syncthing`.
    pub fn made_by(&self, path: &Path) -> Option<&'static str> {
        maker_beside(&format!("{}.ron", self.id), &path.file_name()?.to_string_lossy(), false)
    }

    fn described(&self, path: &Path) -> String {
        let by = self.made_by(path).map(|by| format!(" (a copy that {by} made)"));
        format!("{}{}", called(path), by.unwrap_or_default())
    }
}

impl fmt::Display for Copies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, other) = (self.described(&self.file), self.described(&self.other));
        let (file_name, other_name) = (called(&self.file), called(&self.other));
        let CopyRelation { common, only_first, only_second } = self.relation;
        match self.relation {
            CopyRelation { only_first: 0, only_second: 0, .. } => {
                write!(f, "{file} and {other} are one session twice, with the same lines; one of them can be removed")?;
            }
            CopyRelation { only_second: 0, .. } => {
                write!(
                    f,
                    "{other} is an older copy of {file}: {} there too, and {}; it can be removed",
                    stand(common),
                    lacks(only_first)
                )?;
            }
            CopyRelation { only_first: 0, .. } => {
                write!(
                    f,
                    "{file} is an older copy of {other}: {} there too, and {}; it can be removed",
                    stand(common),
                    lacks(only_second)
                )?;
            }
            CopyRelation { common: 0, .. } => write!(
                f,
                "{file} and {other} say that they are one session and have no line in common ({} and {}); the map \
                 counts both. adjacent sessions --part {other_name:?} makes that one a session of its own",
                counted(only_first),
                counted(only_second)
            )?,
            _ => write!(
                f,
                "{file} and {other} are one session that went on in two places: {} in both, {} only in the first, {} \
                 only in the second; the map counts all of them. adjacent sessions --join {file_name:?} {other_name:?} \
                 makes them one, --part {other_name:?} makes the second a session of its own",
                counted(common),
                counted(only_first),
                counted(only_second)
            )?,
        }
        match self.unstruck {
            0 => Ok(()),
            1 => {
                write!(f, "; 1 line that was removed for good from one still stands in the other: adjacent repair both")
            }
            many => {
                write!(
                    f,
                    "; {many} lines that were removed for good from one still stand in the other: adjacent repair both"
                )
            }
        }
    }
}

fn counted(lines: usize) -> String {
    if lines == 1 { "1 line".to_owned() } else { format!("{lines} lines") }
}

fn stand(lines: usize) -> String {
    if lines == 1 { "its line stands".to_owned() } else { format!("its {lines} lines stand") }
}

fn lacks(lines: usize) -> String {
    format!("it lacks {}", counted(lines))
}
