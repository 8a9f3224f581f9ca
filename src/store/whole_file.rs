//! Small files that are written whole: either the old one is there or the new one, never half of one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use super::StoreError;

/// What the hidden name of a file that is being written ends in.
const NEW: &str = ".new";

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readable {
    /// Whoever the system lets.
    ByOthers,
    /// This user alone.
    ByOwnerOnly,
}

/// Replaces a file as a whole; one that is there keeps its mode.
pub(super) fn write(path: &Path, bytes: &[u8], readable: Readable) -> Result<(), StoreError> {
    replace(path, bytes, readable).map_err(StoreError::write(path))?;
    sync_folder_of(path)
}

/// The same, readable by nobody who could not read all of these files.
pub(super) fn write_as_closed_as(path: &Path, bytes: &[u8], models: &[&Path]) -> Result<(), StoreError> {
    let all = models.iter().chain([&path]).filter_map(|model| mode_for(model, Readable::ByOthers));
    let mode = all.reduce(|one, other| one & other);
    let written = NewFile::with_mode(path, mode).and_then(|mut new| {
        new.file.write_all(bytes)?;
        new.file.sync_all()?;
        new.replace(path)
    });
    written.map_err(StoreError::write(path))?;
    sync_folder_of(path)
}

/// Replaces a file that can be made again at any time: whole for whoever reads it, and gone, maybe, after a power cut.
pub(super) fn write_for_now(path: &Path, bytes: &[u8], readable: Readable) -> io::Result<()> {
    let mut new = NewFile::beside(path, readable)?;
    new.file.write_all(bytes)?;
    new.replace(path)
}

fn replace(path: &Path, bytes: &[u8], readable: Readable) -> io::Result<()> {
    let mut new = NewFile::beside(path, readable)?;
    new.file.write_all(bytes)?;
    new.file.sync_all()?;
    new.replace(path)
}

/// Writes a file that is not there yet: all of it or none, and never over another one.
pub(super) fn begin(path: &Path, bytes: &[u8], readable: Readable) -> Result<(), StoreError> {
    let written = NewFile::beside(path, readable).and_then(|mut new| {
        new.file.write_all(bytes)?;
        new.file.sync_all()?;
        Ok(new)
    });
    written.map_err(StoreError::write(path))?.appear(path)
}

/// A file under a hidden name beside the one it is to become; gone again unless it becomes it.
#[derive(Debug)]
pub(super) struct NewFile {
    file: File,
    beside: PathBuf,
    placed: bool,
}

impl NewFile {
    /// Makes it, empty; what programs that were killed left of writing the same file is gone then. Whoever writes that
    /// file at the same time has one of their own.
    pub(super) fn beside(path: &Path, readable: Readable) -> io::Result<Self> {
        Self::with_mode(path, mode_for(path, readable))
    }

    fn with_mode(path: &Path, mode: Option<u32>) -> io::Result<Self> {
        for leftover in leftovers(path) {
            remove_abandoned(&leftover);
        }
        let (file, beside) = loop {
            if let Some(made) = claimed(beside(path), mode)? {
                break made;
            }
        };
        let new = Self { file, beside, placed: false };
        keep_mode(&new.file, mode)?;
        Ok(new)
    }

    /// Another handle on it; it stays one wherever the file goes.
    pub(super) fn handle(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    /// Takes the place of a file.
    fn replace(mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.beside, path)?;
        self.placed = true;
        // Only what is being written is held: the file itself can be read and copied by everybody.
        let _ = self.file.unlock();
        Ok(())
    }

    /// Becomes a file that is not there yet; whoever calls this keeps everybody else from making it. Not there at all
    /// when its name might not survive a power cut.
    pub(super) fn appear(self, path: &Path) -> Result<(), StoreError> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(StoreError::There { path: path.to_owned() });
        }
        self.replace(path).map_err(StoreError::write(path))?;
        sync_folder_of(path).inspect_err(|_| {
            let _ = fs::remove_file(path);
        })
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.placed {
            // Whatever went wrong, nothing half-written is left lying about.
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// Opens a file to add to it; a new one gets the mode of the file that it belongs to.
pub(super) fn open_to_append(path: &Path, belongs_to: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    restrict(&mut options, mode_for(belongs_to, Readable::ByOthers));
    options.open(path)
}

/// Removes what programs that were killed left of writing the files of a folder, as far as `abandoned` says so of the
/// file that was to be written. What cannot be removed is hidden and harms nobody.
pub(super) fn sweep(folder: &Path, abandoned: impl Fn(&Path) -> bool) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for beside in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if meant_by(&beside).is_some_and(|meant| abandoned(&folder.join(meant))) {
            let _ = fs::remove_file(beside);
        }
    }
}

/// Removes a file for good, and what a program that was killed left of writing it.
pub(super) fn remove(path: &Path) -> Result<bool, StoreError> {
    let leftover = remove_leftovers(path)?;
    let removed = remove_one(path)?;
    if removed || leftover {
        sync_folder_of(path)?;
    }
    Ok(removed)
}

/// Removes what a program that was killed left of writing a file.
pub(super) fn remove_leftover(path: &Path) -> Result<(), StoreError> {
    if remove_leftovers(path)? { sync_folder_of(path) } else { Ok(()) }
}

fn remove_leftovers(path: &Path) -> Result<bool, StoreError> {
    let mut removed = false;
    for leftover in leftovers(path) {
        removed |= remove_one(&leftover)?;
    }
    Ok(removed)
}

fn remove_one(path: &Path) -> Result<bool, StoreError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(false),
        Err(source) => Err(StoreError::Write { path: path.to_owned(), source }),
    }
}

/// A hidden name that nobody else uses: of this program, and of this file of it.
fn beside(path: &Path) -> PathBuf {
    static MADE: AtomicU64 = AtomicU64::new(0);

    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".{name}.{:x}-{number:x}{NEW}", process::id()))
}

/// What lies beside a file under the hidden names of what is to become it.
fn leftovers(path: &Path) -> Vec<PathBuf> {
    let (Some(name), Ok(entries)) = (path.file_name(), fs::read_dir(folder_of(path))) else { return Vec::new() };
    let name = name.to_string_lossy();
    let entries = entries.filter_map(Result::ok).map(|entry| entry.path());
    entries.filter(|beside| meant_by(beside).is_some_and(|meant| meant == name)).collect()
}

/// The name of the file that a hidden one was to become; earlier versions used one hidden name for all who write.
fn meant_by(beside: &Path) -> Option<String> {
    let name = beside.file_name()?.to_string_lossy();
    let name = name.strip_prefix('.')?.strip_suffix(NEW)?;
    let whole = name.rsplit_once('.').filter(|(_, whose)| is_whose(whose)).map_or(name, |(name, _)| name);
    Some(whole.to_owned())
}

/// Whether this is what tells the hidden names of several writers apart.
fn is_whose(part: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    part.split_once('-').is_some_and(|(program, number)| is_number(program) && is_number(number))
}

/// Makes a hidden file and holds it while it is written; nothing when somebody took it for a leftover before it was held.
fn claimed(beside: PathBuf, mode: Option<u32>) -> io::Result<Option<(File, PathBuf)>> {
    let file = match open_new(&beside, mode) {
        // Left by a program that had the same number.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
        opened => opened?,
    };
    // Where nothing can be held, nothing is taken for a leftover either.
    let _ = file.lock();
    Ok(beside.exists().then_some((file, beside)))
}

/// Removes a hidden file that nobody writes any more. What cannot be removed is hidden and harms nobody.
fn remove_abandoned(beside: &Path) {
    let Ok(file) = File::options().write(true).open(beside) else { return };
    // Held until it is gone, so that whoever has only just made it notices.
    if file.try_lock().is_ok() {
        let _ = fs::remove_file(beside);
    }
}

/// The mode of a file that is to be written: its own, where it is there already; none where the system decides.
#[cfg(unix)]
fn mode_for(path: &Path, readable: Readable) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;

    let own = fs::metadata(path).ok().map(|found| found.permissions().mode() & 0o7777);
    match readable {
        Readable::ByOthers => own,
        Readable::ByOwnerOnly => Some(own.map_or(0o600, |own| own & 0o700)),
    }
}

#[cfg(not(unix))]
const fn mode_for(_: &Path, _: Readable) -> Option<u32> {
    None
}

/// Opens a file that is not there yet; never with more than its mode, not even for a moment.
fn open_new(path: &Path, mode: Option<u32>) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    restrict(&mut options, mode);
    options.open(path)
}

#[cfg(unix)]
fn restrict(options: &mut OpenOptions, mode: Option<u32>) {
    use std::os::unix::fs::OpenOptionsExt;

    if let Some(mode) = mode {
        options.mode(mode);
    }
}

#[cfg(not(unix))]
const fn restrict(_: &mut OpenOptions, _: Option<u32>) {}

/// Lets nobody but this user read a file that is made.
pub(super) fn restrict_to_owner(options: &mut OpenOptions) {
    restrict(options, Some(0o600));
}

/// Gives a new file its mode, whatever is usual for new ones.
#[cfg(unix)]
fn keep_mode(file: &File, mode: Option<u32>) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    mode.map_or(Ok(()), |mode| file.set_permissions(fs::Permissions::from_mode(mode)))
}

#[cfg(not(unix))]
const fn keep_mode(_: &File, _: Option<u32>) -> io::Result<()> {
    Ok(())
}

/// Makes sure that the name of a new file survives a power cut too.
pub(super) fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    let folder = folder_of(path);
    sync_folder(folder).map_err(StoreError::write(folder))
}

/// The folder that a path lies in; a bare name lies in the one where the program was started.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) => Path::new("."),
        None => path,
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
const fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a folder and those above it, each name surviving a power cut.
pub(super) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent().filter(|above| !above.as_os_str().is_empty()) {
        make_folder(above)?;
    }
    match fs::create_dir(folder) {
        Ok(()) => sync_folder_of(folder),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(source) => Err(StoreError::Write { path: folder.to_owned(), source }),
    }
}
