//! What the console tells the room's own window beside the record, such as the address for phones: a small private file
//! that is there only while that is so.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::file_mode::Readable;
use super::private::make_private;
use super::{StoreError, Workspace, whole_file};

/// The maximum size of such a file in bytes.
const LARGEST: u64 = 4_096;

impl Workspace {
    /// Tells the room's window a text. It is not synced: after a power cut nothing of it is true.
    pub fn tell_room(&self, id: &str, text: &str) -> Result<(), StoreError> {
        make_private(&self.private())?;
        let path = self.room_note(id);
        whole_file::write_for_now(&path, text.as_bytes(), Readable::ByOwnerOnly).map_err(StoreError::write(&path))
    }

    /// Takes back what the room's window was told.
    pub fn untell_room(&self, id: &str) -> Result<(), StoreError> {
        let path = self.room_note(id);
        if path.exists() { whole_file::remove(&path).map(|_| ()) } else { Ok(()) }
    }

    /// Returns where the room's window of a session finds what it is told.
    pub fn room_note(&self, id: &str) -> PathBuf {
        self.private().join(format!("{id}.room"))
    }
}

/// Returns what the room's window is told, if that was written within this time; a program that was killed leaves its
/// last text behind.
pub fn told_room(path: &Path, within: Duration) -> Option<String> {
    let about = fs::metadata(path).ok().filter(|about| about.len() <= LARGEST)?;
    let age = about.modified().ok()?.elapsed().unwrap_or_default();
    if age > within { None } else { fs::read_to_string(path).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_of_the_room_is_told_and_untold_and_an_old_text_counts_for_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        let path = workspace.room_note("a");
        assert_eq!(told_room(&path, Duration::from_secs(60)), None);
        workspace.tell_room("a", "one").unwrap();
        workspace.tell_room("a", "two").unwrap();
        assert_eq!(told_room(&path, Duration::from_secs(60)).as_deref(), Some("two"));
        std::thread::sleep(Duration::from_millis(20));
        assert_eq!(told_room(&path, Duration::from_millis(1)), None);
        workspace.untell_room("a").unwrap();
        workspace.untell_room("a").unwrap();
        assert_eq!(told_room(&path, Duration::from_secs(60)), None);
    }
}
