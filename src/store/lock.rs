use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::read_session::stem;
use super::{Medium as _, StoreError};
use crate::record::{Fact, line};

/// The right to write a session; given up when it is dropped.
///
/// It lies on a file of its own, so that a session can be read, copied and mended by hand all the while.
#[derive(Debug)]
pub(super) struct Lock {
    // The system gives the lock up when this is closed, also when the program is killed.
    file: File,
}

impl Lock {
    /// Whether this is still the lock that counts for the session in `path`.
    pub(super) fn counts_for(&self, path: &Path) -> bool {
        self.file.lies_at(&beside(path))
    }

    /// Takes the right to write the session in `path`, unless somebody else has it.
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

/// Whether somebody has the right to write the session in `path` just now; asked often, so nothing is read for it.
pub(super) fn is_taken(path: &Path) -> bool {
    let lock = File::options().write(true).open(beside(path));
    lock.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

fn beside(path: &Path) -> PathBuf {
    let id = stem(path);
    path.with_file_name(format!(".{id}.lock"))
}

/// Whose console holds the session, as far as it says. A name stands only in files of older versions; else it is told
/// since when, which is enough to know whether it is one's own other window.
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
        let moment = header.opened.as_millisecond().saturating_add_unsigned(at);
        Timestamp::from_millisecond(moment).map(|moment| header.zone.clock(moment)).unwrap_or_default()
    };
    who.map_or_else(
        || format!("somebody else's console, since {},", since()),
        |who| crate::record::text::clean(&who).into_owned(),
    )
}
