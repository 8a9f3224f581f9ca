use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::read_session::stem;
use super::{Medium as _, StoreError};
use crate::record::{Fact, line};

/// The exclusive right to write a session, until it is dropped.
///
/// The lock is on a file of its own, so that the session file can be read, copied and edited meanwhile.
#[derive(Debug)]
pub(super) struct Lock {
    // The system releases the lock when this is closed, and when the program is killed.
    file: File,
}

impl Lock {
    /// Whether this is still the lock for the session in `path`.
    pub(super) fn counts_for(&self, path: &Path) -> bool {
        self.file.lies_at(&beside(path))
    }

    /// Locks the session in `path`, unless somebody else has locked it.
    pub(super) fn take(path: &Path) -> Result<Self, StoreError> {
        let id = stem(path);
        let beside = beside(path);
        let file = File::options().create(true).truncate(false).write(true).open(&beside);
        let file = file.map_err(StoreError::write(&beside))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Held { by: holder(path), id }),
            Err(TryLockError::Error(source)) => Err(StoreError::Write { path: beside, source }),
        }
    }
}

/// Whether somebody has locked the session in `path`. This is asked often, so no file is read.
pub(super) fn is_taken(path: &Path) -> bool {
    let lock = File::options().write(true).open(beside(path));
    lock.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

fn beside(path: &Path) -> PathBuf {
    let id = stem(path);
    path.with_file_name(format!(".{id}.lock"))
}

/// Who holds the session, as far as the file says. Only files of older versions have a name; otherwise the time since
/// when it is held is told, by which one recognises one's own other window.
fn holder(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_default();
    let reading = line::read(&bytes);
    let named = |fact: &Fact| match fact {
        Fact::Opened { facilitator: who, .. } | Fact::Resumed { who } => Some(who.clone()),
        _ => None,
    };
    let mut events = reading.events.iter().rev();
    let begun = events.find_map(|event| Some((event.at, event.facts.iter().find_map(named)?)));
    let Some((at, who)) = begun else { return "somebody else's console".to_owned() };
    let since = || {
        let header = &reading.heading.header;
        header.zone.clock(header.moment_at(at))
    };
    who.map_or_else(
        || format!("somebody else's console, since {},", since()),
        |who| crate::record::text::clean(&who).into_owned(),
    )
}
