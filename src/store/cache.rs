//! What the older sessions of a workspace add up to, kept so that it need not be added up anew.
//!
//! It is never trusted over the session files: it counts only while every file it was made from has exactly the bytes
//! it was made from, and only when it is whole itself. The folder can be deleted at any time; all that is lost is time.
//! No other user can read it, and neither private sessions nor the names beside sessions enter it.

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

/// What the file begins with; another version of the program makes its own.
const MARK: &[u8] = concat!("adjacent ", env!("CARGO_PKG_VERSION"), " shared map 5\n").as_bytes();

/// The digest of some bytes.
pub(super) type Digest = [u8; blake3::OUT_LEN];

/// What is kept.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CachedMap {
    /// The session files it was made from, by id, each with the digest of its bytes.
    pub(super) of: Vec<(SessionId, Digest)>,
    /// How many sessions there were when it was made, those left out included.
    pub(super) among: u32,
    /// What each of them has left open or settled, in the same order; as JSON, which takes any fact.
    left: Vec<u8>,
    /// What they add up to; it stands behind the rest.
    #[serde(skip)]
    ledger: Vec<u8>,
}

impl CachedMap {
    /// Something to keep; none when a fact has no text.
    pub(super) fn new(
        of: Vec<(SessionId, Digest)>,
        among: usize,
        ledger: &Ledger,
        left: &[Vec<Event>],
    ) -> Option<Self> {
        let left = serde_json::to_vec(left).ok()?;
        Some(Self { of, among: among as u32, left, ledger: ledger.packed()? })
    }

    /// What its sessions add up to, and by their ids what each has left open or settled.
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

/// What was kept, if it is whole and of this version.
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

/// Keeps it for the next time. Where that is not possible nothing is lost but time.
pub(super) fn write(workspace: &Path, kept: &CachedMap) {
    let path = path(workspace);
    let Ok(mut packed) = postcard::to_stdvec(kept) else { return };
    packed.extend_from_slice(&kept.ledger);
    if path.parent().is_none_or(|folder| make_private(folder).is_err()) {
        return;
    }
    let file = [MARK, digest(&packed).as_slice(), &packed].concat();
    let _ = whole_file::write_for_now(&path, &file, Readable::ByOwnerOnly);
}

/// Removes it, for good.
pub(super) fn forget(workspace: &Path) -> Result<(), StoreError> {
    whole_file::remove(&path(workspace)).map(|_| ())
}
