use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::read_session::stem;
use super::{Medium as _, StoreError};
use crate::record::{Fact, line};

/// How long a lock that is taken is tried again. A lock is also taken while somebody asks whether it is, and it stays taken
/// after its release while another thread is starting a program, which has a copy of every open file for a moment. Neither
/// holds a session.
const PATIENCE: Duration = Duration::from_millis(250);
const PAUSE: Duration = Duration::from_millis(2);

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

    /// Locks the session file `path`; an error when another program has locked it and keeps it.
    pub(super) fn take(path: &Path) -> Result<Self, StoreError> {
        let id = stem(path);
        let beside = beside(path);
        let file = File::options().create(true).truncate(false).write(true).open(&beside);
        let file = file.map_err(StoreError::write(&beside))?;
        let started = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { file }),
                Err(TryLockError::WouldBlock) if started.elapsed() < PATIENCE => sleep(PAUSE),
                Err(TryLockError::WouldBlock) => return Err(StoreError::Held { by: holder(path), id }),
                Err(TryLockError::Error(source)) => return Err(StoreError::Write { path: beside, source }),
            }
        }
    }
}

/// Whether a program has locked the session file `path`. This is called often, so it reads no file.
pub(super) fn is_taken(path: &Path) -> bool {
    let lock = File::options().write(true).open(beside(path));
    // A shared lock, so that two that ask at once do not take each other for a holder.
    lock.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
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

#[cfg(test)]
mod tests {
    use std::thread;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_lock_that_is_taken_for_a_moment_is_waited_for() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("talk.ron");
        let held = Lock::take(&path).unwrap();
        let releasing = thread::spawn(move || {
            sleep(PATIENCE / 10);
            drop(held);
        });
        Lock::take(&path).unwrap();
        releasing.join().unwrap();
    }

    #[test]
    fn a_lock_that_somebody_keeps_is_not_had_and_asking_for_it_takes_nothing() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("talk.ron");
        let held = Lock::take(&path).unwrap();
        assert!(is_taken(&path));
        assert!(matches!(Lock::take(&path), Err(StoreError::Held { .. })));
        drop(held);
        assert!(!is_taken(&path) && !is_taken(&path));
    }
}
