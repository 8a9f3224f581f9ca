//! The sessions that feed the shared graph, and what they add up to.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use super::cache::{self, Digest, Kept};
use super::listing::was_made_private;
use super::workspace::{Workspace, named, settled, stem};
use super::{StoreError, Unread};
use crate::graph::Ledger;
use crate::record::line::{self, FileReading, HeaderField, Loss};
use crate::record::{Event, Exposure, Fact, Header, Session, SessionId};

/// With fewer sessions adding up is quick.
const WORTH_KEEPING: usize = 16;

/// So many of the files written last are left out of what is kept: they are the ones that are written again.
const STILL_GROWING: usize = 4;

/// With so many more than were kept it is kept anew.
const OUTGROWN: usize = 32;

/// What sessions add up to, and what they have left open.
#[derive(Debug, Default)]
pub struct Picture {
    /// What they add up to.
    pub ledger: Ledger,
    /// The sessions, in no particular order; of older ones only what was left open and what was settled.
    pub left: Vec<Session>,
}

/// A session file that feeds the shared graph.
struct File {
    id: SessionId,
    path: PathBuf,
    bytes: Vec<u8>,
    header: Header,
    /// The other files of the same session.
    copies: Vec<(PathBuf, Vec<u8>)>,
    /// Whether a file of it says that it is private.
    private: bool,
}

impl File {
    /// The session; of several files that say they are one, all that stands in any of them, once. What of it cannot be
    /// used is noted.
    fn told(&self, unread: &Unread) -> Session {
        self.read(unread).0
    }

    /// The same, and whether all of it could be used.
    fn read(&self, unread: &Unread) -> (Session, bool) {
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

    /// Under which name the names of its people lie: a file that was given another name is still that session.
    fn named(&self, workspace: &Workspace) -> &str {
        if workspace.has_names(&self.id) { &self.id } else { &self.header.id }
    }

    fn all(&self) -> impl Iterator<Item = (&PathBuf, &Vec<u8>)> {
        std::iter::once((&self.path, &self.bytes)).chain(self.copies.iter().map(|(path, bytes)| (path, bytes)))
    }

    /// The digest of all that it was read from.
    fn digest(&self) -> Digest {
        if self.copies.is_empty() {
            return cache::digest(&self.bytes);
        }
        let mut each: Vec<Digest> = self.all().map(|(_, bytes)| cache::digest(bytes)).collect();
        each.sort_unstable();
        cache::digest(&each.concat())
    }

    fn written(&self) -> SystemTime {
        fs::metadata(&self.path).and_then(|found| found.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
    }
}

impl Workspace {
    /// The sessions that feed the shared graph and are wanted, each with its id here, the latest first. Files that say
    /// they are one session are: every line of any of them is there once.
    pub fn shared(&self, wanted: impl Fn(&Header) -> bool) -> Result<Vec<(String, Session)>, StoreError> {
        let files = self.feeding()?.into_iter().filter(|file| wanted(&file.header));
        Ok(files.map(|file| (file.named(self).to_owned(), file.told(self.unread()))).collect())
    }

    /// What the wanted ones among the sessions that feed the shared graph add up to.
    ///
    /// What the older ones add up to is kept for the next time; see [`super::cache`].
    pub fn picture(&self, wanted: impl Fn(&Header) -> bool) -> Result<Picture, StoreError> {
        let files = self.feeding()?;
        let digests: BTreeMap<SessionId, Digest> = files.iter().map(|file| (file.id.clone(), file.digest())).collect();
        let all = files.len();
        let files: Vec<File> = files.into_iter().filter(|file| wanted(&file.header)).collect();
        let kept = cache::read(self.folder());
        let holds = |kept: &Kept| kept.of.iter().all(|(id, digest)| digests.get(id) == Some(digest));
        let stale = !kept.as_ref().is_some_and(|kept| holds(kept) && kept.among as usize + OUTGROWN >= all);
        let usable = |kept: &Kept| {
            let ids: BTreeSet<&str> = files.iter().map(|file| file.id.as_str()).collect();
            kept.of.iter().all(|(id, _)| ids.contains(id.as_str()))
        };
        if stale && files.len() >= WORTH_KEEPING {
            return Ok(self.anew(files, &digests));
        }
        if stale {
            // A session in it has changed since, was removed or was made private. Where nothing can be written it stays.
            let _ = cache::forget(self.folder());
        }
        Ok(match kept.filter(|kept| !stale && usable(kept)).and_then(Kept::taken_up) {
            Some((ledger, left)) => self.taken_up(&files, ledger, left),
            None => self.added_up(Picture::default(), files.iter().collect()),
        })
    }

    /// Adds everything up and keeps what will hardly change; never what somebody kept to themselves.
    fn anew(&self, mut files: Vec<File>, digests: &BTreeMap<SessionId, Digest>) -> Picture {
        files.sort_by_cached_key(|file| (Reverse(file.written()), file.id.clone()));
        let mut picture = Picture::default();
        let (mut of, mut left, mut later) = (Vec::new(), Vec::new(), Vec::new());
        for (place, file) in files.iter().enumerate() {
            let (session, whole) = file.read(self.unread());
            match digests.get(&file.id) {
                // A damaged one is read each time, so that it is told each time.
                Some(digest) if place >= STILL_GROWING && whole && !holds_private_lines(&session) => {
                    of.push((file.id.clone(), *digest));
                    left.push(left_of(&session));
                    self.add(&mut picture, file, session);
                }
                _ => later.push((file, session)),
            }
        }
        if let Some(kept) = Kept::new(of, files.len(), &picture.ledger, &left) {
            cache::write(self.folder(), &kept);
        }
        for (file, session) in later {
            self.add(&mut picture, file, session);
        }
        picture
    }

    fn taken_up(&self, files: &[File], ledger: Ledger, mut left: BTreeMap<SessionId, Vec<Event>>) -> Picture {
        let mut picture = Picture { ledger, left: Vec::new() };
        let mut fresh = Vec::new();
        for file in files {
            match left.remove(&file.id) {
                Some(events) => {
                    let session = Session::fold(file.header.clone(), events);
                    picture.ledger.name_seats(&session, &self.names(file.named(self)));
                    picture.left.push(session);
                }
                None => fresh.push(file),
            }
        }
        self.added_up(picture, fresh)
    }

    fn added_up(&self, mut picture: Picture, files: Vec<&File>) -> Picture {
        for file in files {
            self.add(&mut picture, file, file.told(self.unread()));
        }
        picture
    }

    fn add(&self, picture: &mut Picture, file: &File, session: Session) {
        picture.ledger.add_session(&session, &self.names(file.named(self)));
        picture.left.push(session);
    }

    /// The files of the sessions that feed the shared graph, the latest first, each session once.
    fn feeding(&self) -> Result<Vec<File>, StoreError> {
        let mut files = Vec::new();
        for path in self.session_files()? {
            // What cannot be read is passed over, as in every list, and noted.
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
            // A header that lost its kind is kept from the map, and says nothing about other files of the session.
            let is_private = heading.header.private && !heading.lost.contains(&HeaderField::Kind);
            if !heading.lost.is_empty() {
                self.unread().note_session(&path, &line::read(&bytes).faults);
            }
            let header = named(&path, heading.header);
            let private = is_private || was_made_private(&bytes);
            let file = File { id: stem(&path), path, bytes, header, copies: Vec::new(), private };
            // Whether a branch was adopted only its events tell.
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

    /// Whether a session is nobody's alone: of several files, whether it is not once they are read together.
    fn is_shared(&self, file: &File) -> bool {
        !file.private || (!file.copies.is_empty() && file.told(self.unread()).feeds_shared_graph())
    }
}

/// Puts the files of one session together under the name that its id gives it, where a file has that; the latest
/// session first.
fn each_session_once(files: Vec<File>) -> Vec<File> {
    let mut sessions: BTreeMap<SessionId, File> = BTreeMap::new();
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
    let mut files: Vec<File> = sessions.into_values().collect();
    files.sort_by(|a, b| (b.header.opened, &b.id).cmp(&(a.header.opened, &a.id)));
    files
}

fn take_in(session: Option<&mut File>, file: File) {
    if let Some(session) = session {
        session.private |= file.private;
        session.copies.push((file.path, file.bytes));
        session.copies.extend(file.copies);
    }
}

fn holds_private_lines(session: &Session) -> bool {
    session.events().iter().any(|event| event.exposure == Exposure::Private)
}

/// What a session has left open, and what it has settled.
fn left_of(session: &Session) -> Vec<Event> {
    let matters = |fact: &&Fact| {
        matches!(fact, Fact::Committed { .. } | Fact::Asked { .. } | Fact::Parked { .. } | Fact::Settled { .. })
    };
    let left = session.live().map(|event| Event {
        seq: event.seq,
        at: event.at,
        facts: event.facts.iter().filter(matters).cloned().collect(),
        ..Event::default()
    });
    left.filter(|event| !event.facts.is_empty()).collect()
}
