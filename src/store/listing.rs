//! Which sessions there are: read from the files of a folder, in a list, and found by what somebody calls them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::workspace::{folded, stem};
use super::{StoreError, Workspace};
use crate::record::{Event, Fact, Header, SessionId, line};

/// A session as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name of its file without `.ron`.
    pub id: SessionId,
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

impl Workspace {
    /// Every session, the latest first. What is no session is passed over, and noted ([`Workspace::unread`]).
    pub fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let (listed, others) = self.listed()?;
        self.unread().note_all_lost(&others);
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
                    self.unread().note_used(&path);
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
        self.unread().note_all_lost(&others);
        Ok(files)
    }

    /// The id of the session that is meant: by its id, its title, the beginning of either, or any part of its title.
    pub fn find(&self, named: &str) -> Result<SessionId, StoreError> {
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
        let ids = |meant: &dyn Fn(&Listed) -> bool| -> Vec<SessionId> {
            listed.iter().filter(|known| meant(known)).map(|known| known.id.clone()).collect()
        };
        let ids = Some(ids(&begins)).filter(|ids| !ids.is_empty()).unwrap_or_else(|| ids(&holds));
        match ids.as_slice() {
            [] => {
                // It may be one of those that cannot be read.
                self.unread().note_all_lost(&others);
                Err(StoreError::NotFound(named.to_owned()))
            }
            [only] => Ok(only.clone()),
            _ => Err(StoreError::Several { named: named.to_owned(), ids }),
        }
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

/// A session for the list: its header, and the lines that may end it, rename it or say who may see it. Every event is read
/// only where it was given another title, because that may have been taken back.
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
        header.title = stem(path).to_string();
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
