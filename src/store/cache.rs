//! The cache of what the older sessions of a workspace add up to.
//!
//! The session files come first: the cache is used only while every file it was made from has exactly the bytes it was
//! made from, and only when the cache itself is undamaged. The folder can be deleted at any time; that costs nothing
//! but time. No other user can read it, and neither private sessions nor the names beside sessions are in it.

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
const MARK: &[u8] = concat!(
    "adjacent ",
    env!("CARGO_PKG_VERSION"),
    " shared map 5
"
)
.as_bytes();

/// The digest of some bytes.
pub(super) type Digest = [u8; blake3::OUT_LEN];

/// The content of the cache.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CachedMap {
    /// The session files it was made from, by id, each with the digest of its bytes.
    pub(super) of: Vec<(SessionId, Digest)>,
    /// How many sessions there were when it was made, those left out included.
    pub(super) among: u32,
    /// What each of them has left open or settled, in the same order. It is JSON, because that can hold any fact.
    left: Vec<u8>,
    /// What they add up to, packed; in the file it follows the rest.
    #[serde(skip)]
    ledger: Vec<u8>,
}

impl CachedMap {
    /// The content for these sessions; none when a fact cannot be written as JSON.
    pub(super) fn new(
        of: Vec<(SessionId, Digest)>,
        among: usize,
        ledger: &Ledger,
        left: &[Vec<Event>],
    ) -> Option<Self> {
        let left = serde_json::to_vec(left).ok()?;
        Some(Self { of, among: among as u32, left, ledger: ledger.packed()? })
    }

    /// Unpacks it: what its sessions add up to, and by session what each has left open or settled.
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

/// The cache, if it is undamaged and of this version.
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

/// Writes the cache. Where that fails, nothing is lost but time.
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
