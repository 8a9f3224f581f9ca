//! The session files that feed the shared graph.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use super::cache::{self, Digest};
use super::listing::was_made_private;
use super::read_session::{named, settled, stem};
use super::{StoreError, UnreadFiles, Workspace};
use crate::record::line::{self, FileReading, HeaderField, Loss};
use crate::record::{Header, Session, SessionId};

/// A session file that feeds the shared graph.
pub(super) struct FeedingFile {
    pub(super) id: SessionId,
    path: PathBuf,
    bytes: Vec<u8>,
    pub(super) header: Header,
    /// The other files of the same session.
    copies: Vec<(PathBuf, Vec<u8>)>,
    /// Whether one of its files says that it is private.
    private: bool,
}

impl FeedingFile {
    /// The session, read from all its files: every line that is in any of them is in it once. Faults are noted in
    /// `unread`.
    pub(super) fn told(&self, unread: &UnreadFiles) -> Session {
        self.read(unread).0
    }

    /// The session as [`Self::told`] returns it, and whether every line of its files could be used.
    pub(super) fn read(&self, unread: &UnreadFiles) -> (Session, bool) {
        let read = |(path, bytes): (&PathBuf, &Vec<u8>)| {
            let reading = settled(path, line::read(bytes));
            unread.note_session(path, &reading.faults);
            reading
        };
        if self.copies.is_empty() {
            let only = read((&self.path, &self.bytes));
            return (Session::fold(self.header.clone(), only.events), Loss::of(&only.faults).is_none());
        }
        let readings: Vec<FileReading> = self.all().map(read).collect();
        let whole = readings.iter().all(|reading| Loss::of(&reading.faults).is_none());
        let session = match line::together(&readings.iter().collect::<Vec<_>>()) {
            Some((header, events)) => Session::fold(named(&self.path, header), events),
            None => Session::new(self.header.clone()),
        };
        (session, whole)
    }

    /// The id under which the names of its people are saved: that of the file name, or that of the header if the file
    /// was renamed since.
    pub(super) fn named(&self, workspace: &Workspace) -> &str {
        if workspace.has_names(&self.id) { &self.id } else { &self.header.id }
    }

    fn all(&self) -> impl Iterator<Item = (&PathBuf, &Vec<u8>)> {
        std::iter::once((&self.path, &self.bytes)).chain(self.copies.iter().map(|(path, bytes)| (path, bytes)))
    }

    /// The digest of the bytes of all files of the session.
    pub(super) fn digest(&self) -> Digest {
        if self.copies.is_empty() {
            return cache::digest(&self.bytes);
        }
        let mut each: Vec<Digest> = self.all().map(|(_, bytes)| cache::digest(bytes)).collect();
        each.sort_unstable();
        cache::digest(&each.concat())
    }

    /// The time at which its file was last written; the Unix epoch where that is unknown.
    pub(super) fn written(&self) -> SystemTime {
        fs::metadata(&self.path).and_then(|found| found.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
    }
}

impl Workspace {
    /// The files of the sessions that feed the shared graph, the latest first, each session once.
    pub(super) fn feeding(&self) -> Result<Vec<FeedingFile>, StoreError> {
        let mut files = Vec::new();
        for path in self.session_files()? {
            // A file that cannot be read is skipped and noted, as in every list.
            let bytes = match fs::read(&path) {
                Ok(bytes) => bytes,
                Err(source) => {
                    self.unread().note_lost(&path, &StoreError::Read { path: path.clone(), source });
                    continue;
                }
            };
            let Some(heading) = line::read_heading(&bytes) else {
                self.unread().note_lost(&path, &StoreError::NotASession { path: path.clone() });
                continue;
            };
            // A header that lost its kind is read as private, which keeps this file off the map. It must not make the
            // other files of the session private.
            let is_private = heading.header.private && !heading.lost.contains(&HeaderField::Kind);
            if !heading.lost.is_empty() {
                self.unread().note_session(&path, &line::read(&bytes).faults);
            }
            let header = named(&path, heading.header);
            let private = is_private || was_made_private(&bytes);
            let file = FeedingFile { id: stem(&path), path, bytes, header, copies: Vec::new(), private };
            // Whether a branch was adopted is only in its events, so they are read.
            let adopted = || file.header.may_be_adopted() && file.told(self.unread()).feeds_shared_graph();
            let feeds = file.header.feeds_shared_graph() || adopted();
            if feeds || file.private {
                files.push(file);
            }
        }
        let mut files = each_session_once(files);
        files.retain(|file| self.is_shared(file));
        Ok(files)
    }

    /// Whether a session is not private. If one of several files says that it is private, all of them are read together
    /// to decide.
    fn is_shared(&self, file: &FeedingFile) -> bool {
        !file.private || (!file.copies.is_empty() && file.told(self.unread()).feeds_shared_graph())
    }
}

/// Groups the files of one session under the file whose name is the id of the session, if there is one; the latest
/// session first.
fn each_session_once(files: Vec<FeedingFile>) -> Vec<FeedingFile> {
    let mut sessions: BTreeMap<SessionId, FeedingFile> = BTreeMap::new();
    for file in files {
        match sessions.get_mut(&file.header.id) {
            Some(known) if file.id == file.header.id => {
                let known = std::mem::replace(known, file);
                take_in(sessions.get_mut(&known.header.id), known);
            }
            Some(known) => take_in(Some(known), file),
            None => {
                sessions.insert(file.header.id.clone(), file);
            }
        }
    }
    let mut files: Vec<FeedingFile> = sessions.into_values().collect();
    files.sort_by(|a, b| (b.header.opened, &b.id).cmp(&(a.header.opened, &a.id)));
    files
}

fn take_in(session: Option<&mut FeedingFile>, file: FeedingFile) {
    if let Some(session) = session {
        session.private |= file.private;
        session.copies.push((file.path, file.bytes));
        session.copies.extend(file.copies);
    }
}
