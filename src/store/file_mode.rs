//! The mode of a file on Unix, which says who may read it; elsewhere the system decides.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readable {
    /// Everybody whom the system lets read a new file.
    ByOthers,
    /// This user alone.
    ByOwnerOnly,
}

/// The Unix mode of a file to write; `None` where the system chooses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileMode(Option<u32>);

impl FileMode {
    /// Readable and writable for this user alone.
    pub(super) const OWNER_ONLY: Self = Self(Some(0o600));

    /// The mode with which `path` is to be written: that of the existing file, if there is one. Where only the owner
    /// may read the file, the rights of everybody else are removed from the mode.
    #[cfg(unix)]
    pub(super) fn of(path: &Path, readable: Readable) -> Self {
        use std::os::unix::fs::PermissionsExt;

        let own = path.metadata().ok().map(|found| found.permissions().mode() & 0o7777);
        Self(match readable {
            Readable::ByOthers => own,
            Readable::ByOwnerOnly => Some(own.map_or(0o600, |own| own & 0o700)),
        })
    }

    #[cfg(not(unix))]
    pub(super) const fn of(_: &Path, _: Readable) -> Self {
        Self(None)
    }

    /// The rights that all of these files have in common. Files that do not exist are ignored.
    pub(super) fn of_all<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Self {
        let modes = paths.into_iter().filter_map(|path| Self::of(path, Readable::ByOthers).0);
        Self(modes.reduce(|one, other| one & other))
    }

    /// Makes a new file with this mode. It never has more rights, not even for a moment.
    pub(super) fn create_new(self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        let file = self.open(options, path)?;
        self.set_on(&file)?;
        Ok(file)
    }

    /// Opens a file with these options. A file that this creates has at most the rights of this mode.
    #[cfg(unix)]
    pub(super) fn open(self, mut options: OpenOptions, path: &Path) -> io::Result<File> {
        use std::os::unix::fs::OpenOptionsExt;

        if let Some(mode) = self.0 {
            options.mode(mode);
        }
        options.open(path)
    }

    #[cfg(not(unix))]
    pub(super) fn open(self, options: OpenOptions, path: &Path) -> io::Result<File> {
        options.open(path)
    }

    /// Sets exactly this mode on a file, regardless of the umask.
    #[cfg(unix)]
    fn set_on(self, file: &File) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;

        self.0.map_or(Ok(()), |mode| file.set_permissions(std::fs::Permissions::from_mode(mode)))
    }

    #[cfg(not(unix))]
    const fn set_on(self, _: &File) -> io::Result<()> {
        Ok(())
    }
}
