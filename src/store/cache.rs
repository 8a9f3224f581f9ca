//! The cache of the ledger to which the older sessions of a workspace add up.
//!
//! The session files are authoritative: the cache is used only while it is undamaged and every session file it was made
//! from has exactly the same bytes as then. The folder can be deleted at any time; the ledger is then computed again.
//! No other user can read the cache, and it holds neither private sessions nor the names beside sessions.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::StoreError;
use super::file_mode::Readable;
use super::private::make_private;
use super::whole_file;
use crate::graph::Ledger;
use crate::record::{Event, SessionId};

/// The first bytes of the file. Another version of the program makes a cache of its own.
const MARK: &[u8] = concat!("adjacent ", env!("CARGO_PKG_VERSION"), " shared map 13\n").as_bytes();

/// The digest of some bytes.
pub(super) type Digest = [u8; blake3::OUT_LEN];

/// The content of the cache.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CachedMap {
    /// The session files from which the cache was made, by id, each with the digest of its bytes.
    pub(super) of: Vec<(SessionId, Digest)>,
    /// The number of sessions in the workspace when the cache was made, including those that are not in it.
    pub(super) among: u32,
    /// The events in which each session of `of` left a matter open or settled one, in the same order, as JSON, because
    /// JSON can hold any fact.
    left: Vec<u8>,
    /// The packed ledger of these sessions; in the file it follows the other fields.
    #[serde(skip)]
    ledger: Vec<u8>,
}

impl CachedMap {
    /// The content for these sessions; `None` when a fact cannot be written as JSON.
    pub(super) fn new(
        of: Vec<(SessionId, Digest)>,
        among: usize,
        ledger: &Ledger,
        left: &[Vec<Event>],
    ) -> Option<Self> {
        let left = serde_json::to_vec(left).ok()?;
        Some(Self { of, among: among as u32, left, ledger: ledger.packed()? })
    }

    /// Unpacks the cache: the ledger of its sessions, and for each session the events in which it left a matter open or
    /// settled one. `None` when it cannot be unpacked.
    pub(super) fn taken_up(self) -> Option<(Ledger, BTreeMap<SessionId, Vec<Event>>)> {
        let left: Vec<Vec<Event>> = serde_json::from_slice(&self.left).ok()?;
        let ids = self.of.into_iter().map(|(id, _)| id);
        Some((Ledger::unpacked(&self.ledger)?, ids.zip(left).collect()))
    }
}

/// The digest of the bytes of a session file.
pub(super) fn digest(bytes: &[u8]) -> Digest {
    *blake3::hash(bytes).as_bytes()
}

fn path(workspace: &Path) -> PathBuf {
    workspace.join("cache").join("shared-map")
}

/// Reads the cache; `None` when it is damaged, missing or of another version.
pub(super) fn read(workspace: &Path) -> Option<CachedMap> {
    let file = fs::read(path(workspace)).ok()?;
    let (sealed, packed) = file.strip_prefix(MARK)?.split_at_checked(blake3::OUT_LEN)?;
    if sealed != digest(packed) {
        return None;
    }
    let (mut cached, ledger): (CachedMap, _) = postcard::take_from_bytes(packed).ok()?;
    cached.ledger = ledger.to_vec();
    Some(cached)
}

/// Writes the cache. An error is ignored, because the cache can be computed again.
pub(super) fn write(workspace: &Path, cached: &CachedMap) {
    let path = path(workspace);
    let Ok(mut packed) = postcard::to_stdvec(cached) else { return };
    packed.extend_from_slice(&cached.ledger);
    if path.parent().is_none_or(|folder| make_private(folder).is_err()) {
        return;
    }
    let file = [MARK, digest(&packed).as_slice(), &packed].concat();
    let _ = whole_file::write_for_now(&path, &file, Readable::ByOwnerOnly);
}

/// Removes the cache.
pub(super) fn forget(workspace: &Path) -> Result<(), StoreError> {
    whole_file::remove(&path(workspace)).map(|_| ())
}
