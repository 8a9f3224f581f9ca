//! The sessions that feed the shared graph, and the ledger they add up to.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::cache::{self, CachedMap, Digest};
use super::feeding::FeedingFile;
use super::{StoreError, Workspace};
use crate::graph::Ledger;
use crate::record::{Event, Exposure, Fact, Header, Session, SessionId};

/// The minimum number of sessions for which a cache is written; fewer are added up quickly.
const WORTH_KEEPING: usize = 16;

/// The number of the latest files that are left out of the cache, because they are likely to be written again.
const STILL_GROWING: usize = 4;

/// The cache is computed again when more than this number of sessions were added since it was made.
const OUTGROWN: usize = 32;

/// The ledger of several sessions, and the matters they have left open.
#[derive(Debug, Default)]
pub struct SharedMap {
    /// The ledger to which the sessions add up.
    pub ledger: Ledger,
    /// The sessions, in no particular order; those from the cache hold only the events in which a matter was left open
    /// or settled.
    pub left: Vec<Session>,
}

impl Workspace {
    /// The sessions that feed the shared graph and whose header `wanted` accepts, the latest first; each with the id
    /// under which the names of its people are saved. Several files of one session yield one session with every line
    /// once.
    pub fn shared(&self, wanted: impl Fn(&Header) -> bool) -> Result<Vec<(String, Session)>, StoreError> {
        let files = self.feeding()?.into_iter().filter(|file| wanted(&file.header));
        Ok(files.map(|file| (file.named(self).to_owned(), file.told(self.unread()))).collect())
    }

    /// Adds up the sessions that feed the shared graph and whose header `wanted` accepts.
    ///
    /// The older sessions come from the cache where that is possible.
    pub fn shared_map(&self, wanted: impl Fn(&Header) -> bool) -> Result<SharedMap, StoreError> {
        let files = self.feeding()?;
        let digests: BTreeMap<SessionId, Digest> = files.iter().map(|file| (file.id.clone(), file.digest())).collect();
        let all = files.len();
        let files: Vec<FeedingFile> = files.into_iter().filter(|file| wanted(&file.header)).collect();
        let cached = cache::read(self.folder());
        let holds = |cached: &CachedMap| cached.of.iter().all(|(id, digest)| digests.get(id) == Some(digest));
        let stale = !cached.as_ref().is_some_and(|cached| holds(cached) && cached.among as usize + OUTGROWN >= all);
        let usable = |cached: &CachedMap| {
            let ids: BTreeSet<&str> = files.iter().map(|file| file.id.as_str()).collect();
            cached.of.iter().all(|(id, _)| ids.contains(id.as_str()))
        };
        if stale && files.len() >= WORTH_KEEPING {
            return Ok(self.anew(files, &digests));
        }
        if stale {
            // A session of the cache has changed, or was removed or made private. An error is ignored: a stale cache is
            // never used.
            let _ = cache::forget(self.folder());
        }
        Ok(match cached.filter(|cached| !stale && usable(cached)).and_then(CachedMap::taken_up) {
            Some((ledger, left)) => self.taken_up(&files, ledger, left),
            None => self.added_up(SharedMap::default(), files.iter().collect()),
        })
    }

    /// Adds up all files, and caches those that are unlikely to change and hold no private lines.
    fn anew(&self, mut files: Vec<FeedingFile>, digests: &BTreeMap<SessionId, Digest>) -> SharedMap {
        files.sort_by_cached_key(|file| (Reverse(file.written()), file.id.clone()));
        let mut map = SharedMap::default();
        let (mut of, mut left, mut later) = (Vec::new(), Vec::new(), Vec::new());
        for (place, file) in files.iter().enumerate() {
            let (session, whole) = file.read(self.unread());
            match digests.get(&file.id) {
                // A damaged session is not cached, so that its faults are found and reported each time.
                Some(digest) if place >= STILL_GROWING && whole && !holds_private_lines(&session) => {
                    of.push((file.id.clone(), *digest));
                    left.push(left_of(&session));
                    self.add(&mut map, file, session);
                }
                _ => later.push((file, session)),
            }
        }
        if let Some(cached) = CachedMap::new(of, files.len(), &map.ledger, &left) {
            cache::write(self.folder(), &cached);
        }
        for (file, session) in later {
            self.add(&mut map, file, session);
        }
        map
    }

    fn taken_up(&self, files: &[FeedingFile], ledger: Ledger, mut left: BTreeMap<SessionId, Vec<Event>>) -> SharedMap {
        let mut map = SharedMap { ledger, left: Vec::new() };
        let mut fresh = Vec::new();
        for file in files {
            match left.remove(&file.id) {
                Some(events) => {
                    let session = Session::fold(file.header.clone(), events);
                    map.ledger.name_seats(&session, &self.names(file.named(self)));
                    map.left.push(session);
                }
                None => fresh.push(file),
            }
        }
        self.added_up(map, fresh)
    }

    fn added_up(&self, mut map: SharedMap, files: Vec<&FeedingFile>) -> SharedMap {
        for file in files {
            self.add(&mut map, file, file.told(self.unread()));
        }
        map
    }

    fn add(&self, map: &mut SharedMap, file: &FeedingFile, session: Session) {
        map.ledger.add_session(&session, &self.names(file.named(self)));
        map.left.push(session);
    }
}

fn holds_private_lines(session: &Session) -> bool {
    session.events().iter().any(|event| event.exposure == Exposure::Private)
}

/// The events of a session in which a matter was left open or settled.
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
