use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::read_session::stem;
use super::{Medium as _, StoreError};
use crate::record::{Fact, line};

/// The exclusive right to write a session, until it is dropped.
///
/// The lock is on a separate lock file, so that the session file can be read, copied and edited meanwhile.
#[derive(Debug)]
pub(super) struct Lock {
    // The system releases the lock when this file is closed, and when the program is killed.
    file: File,
}

impl Lock {
    /// Whether this is still the lock of the session file `path`.
    pub(super) fn counts_for(&self, path: &Path) -> bool {
        self.file.lies_at(&beside(path))
    }

    /// Removes the lock file of a session file that is no longer there, and then releases the lock. A lock file that
    /// stays does no harm.
    pub(super) fn drop_file(self, path: &Path) {
        let _ = fs::remove_file(beside(path));
        drop(self.file);
    }

    /// Whether a program has ever locked the session file `path` in this folder.
    pub(super) fn was_taken(path: &Path) -> bool {
        fs::symlink_metadata(beside(path)).is_ok()
    }

    /// Locks the session file `path`; an error when another program has locked it.
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

/// Whether a program has locked the session file `path`. This is called often, so it reads no file.
pub(super) fn is_taken(path: &Path) -> bool {
    let lock = File::options().write(true).open(beside(path));
    lock.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

fn beside(path: &Path) -> PathBuf {
    let id = stem(path);
    path.with_file_name(format!(".{id}.lock"))
}

/// Describes the holder of the lock of a session, from the last event that says who opened or resumed it. Only files of
/// older versions hold a name. For others, the time of that event is told, by which users recognise their own window.
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
