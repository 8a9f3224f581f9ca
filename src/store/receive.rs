//! Writes lines that came from another machine into a session file, byte for byte as their writer has them.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::file_mode::{FileMode, Readable};
use super::folder::make_folder;
use super::lock::Lock;
use super::new_file::NewFile;
use super::read_session::stem;
use super::{Medium as _, SealedFollower, StoreError, Workspace, cache};
use crate::record::line::{BANNER, CLOSING, CarriedLine, SealedFile};
use crate::record::{HeldBack, SessionId};

/// What became of lines from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// They are in the file, now or since an earlier time.
    Written,
    /// The file holds other lines, so nothing was written.
    OtherLines,
}

/// The maximum length of the name of a session in bytes; the name of its lock file is a little longer.
const LONGEST_NAME: usize = 200;

impl Workspace {
    /// Writes lines of a session to the file at `path`, below the line at place `after`; place 0 is the header. Makes
    /// the file where there is none. Lines that are in the file already are left as they are.
    ///
    /// The caller has checked the seals. A program that has the session open for writing makes this an error.
    pub fn receive(
        &self,
        path: &Path,
        header: &CarriedLine,
        after: usize,
        lines: &[CarriedLine],
    ) -> Result<Received, StoreError> {
        make_folder(&self.sessions())?;
        let lock = Lock::take(path)?;
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(source) => return Err(StoreError::Read { path: path.to_owned(), source }),
        };
        // A power cut may leave a file without content, which was made by an earlier call.
        if bytes.iter().all(|byte| *byte == 0) {
            if after > 0 {
                return Ok(Received::OtherLines);
            }
            write_new(path, header, lines)?;
            drop(lock);
            let orders = lines.iter().any(|line| line.text.contains("StrikeOrdered("));
            return if orders { self.finish_strikes(path) } else { Ok(()) }.map(|()| Received::Written);
        }
        let known = SealedFile::of(&bytes);
        let Some(missing) = missing(&known, header, after, lines) else { return Ok(Received::OtherLines) };
        let added: String = missing.iter().map(CarriedLine::written).collect();
        let rest = bytes.get(known.end()..).unwrap_or_default();
        if missing.is_empty() && rest == CLOSING.as_bytes() {
            return Ok(Received::Written);
        }
        if !may_be_replaced(rest, &added) {
            return Ok(Received::OtherLines);
        }
        append(path, known.end() as u64, &added)?;
        drop(lock);
        let mut after = known.clone();
        after.take_lines(added.as_bytes());
        self.obey(path, SaidOfItself::is_said_in(&known), SaidOfItself::is_said_in(&after))?;
        Ok(Received::Written)
    }

    /// Writes lines of a session, each with its mark and a line break, below the last line of a file that was looked at:
    /// those up to the first one that is not sealed below the line above. Nothing is read again but the end of the file.
    ///
    /// [`Received::OtherLines`], and nothing is written, when the file no longer ends as it did: then look at it again,
    /// or let [`Workspace::receive`] compare every line.
    pub fn receive_below(&self, file: &mut SealedFollower, lines: &str) -> Result<Received, StoreError> {
        let lock = Lock::take(file.path())?;
        let before = SaidOfItself::is_said_in(file.file());
        if file.append(lines)?.is_none() {
            return Ok(Received::OtherLines);
        }
        drop(lock);
        let after = SaidOfItself::is_said_in(file.file());
        self.obey(file.path(), before, after)?;
        if after.orders > before.orders {
            file.look()?;
        }
        Ok(Received::Written)
    }

    /// Does what the lines that were added say: removes the text of lines that were struck out, and what is computed
    /// from a session that is private now.
    fn obey(&self, path: &Path, before: SaidOfItself, after: SaidOfItself) -> Result<(), StoreError> {
        if after.withheld != before.withheld {
            cache::forget(self.folder())?;
        }
        if after.orders > before.orders { self.finish_strikes(path) } else { Ok(()) }
    }

    /// Removes the text of the lines of a session file that were ordered to be struck out, with every copy of it in this
    /// workspace. A second call changes nothing.
    pub fn finish_strikes(&self, path: &Path) -> Result<(), StoreError> {
        self.go_on(&stem(path)).map(drop)
    }

    /// The path for the file of a session that comes from elsewhere; `None` when its id cannot be the name of a file.
    pub fn path_for_arriving(&self, id: &SessionId) -> Option<PathBuf> {
        is_file_name(id).then(|| self.session_path(id))
    }

    /// The path for the lines of a session that was continued both here and elsewhere: those from elsewhere.
    pub fn path_beside(&self, id: &SessionId) -> PathBuf {
        self.session_path(&format!("{id}-from-the-hub"))
    }

    /// Whether the session with this id was removed from this workspace, and not put back.
    pub fn was_removed(&self, id: &SessionId) -> bool {
        self.folder().join("removed").join(format!("{id}.ron")).exists()
    }
}

/// What the lines of a file say about the session itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct SaidOfItself {
    withheld: Option<HeldBack>,
    /// The number of orders to strike a text out.
    orders: usize,
}

impl SaidOfItself {
    fn is_said_in(file: &SealedFile) -> Self {
        Self { withheld: file.withheld(), orders: file.ordered().count() }
    }
}

/// The lines that are not in the file yet; `None` when the file holds other lines, or lacks lines above these.
fn missing<'a>(
    known: &SealedFile,
    header: &CarriedLine,
    after: usize,
    lines: &'a [CarriedLine],
) -> Option<&'a [CarriedLine]> {
    let there = known.len().checked_sub(after)?.min(lines.len());
    let (same, missing) = lines.split_at_checked(there)?;
    let stand = |(place, line): (usize, &CarriedLine)| known.mark_at(place) == Some(line.mark);
    let fits = known.mark_at(0) == Some(header.mark) && (after.saturating_add(1)..).zip(same).all(stand);
    fits.then_some(missing)
}

/// Whether the bytes below the last sealed line hold nothing but the closing bracket, or a part of what is to be written
/// there, which an earlier call left when it was killed.
fn may_be_replaced(rest: &[u8], added: &str) -> bool {
    let whole = [added.as_bytes(), CLOSING.as_bytes()].concat();
    let torn = rest.iter().rposition(|byte| *byte != 0).and_then(|last| rest.get(..=last)).unwrap_or_default();
    CLOSING.as_bytes().starts_with(rest) || rest.len() <= CLOSING.len() || whole.starts_with(torn)
}

fn append(path: &Path, end: u64, added: &str) -> Result<(), StoreError> {
    let mut file = File::options().read(true).write(true).open(path).map_err(StoreError::write(path))?;
    let text = format!("{added}{CLOSING}");
    let length = end.saturating_add(text.len() as u64);
    let written = file.write_at(end, text.as_bytes()).and_then(|()| file.set_len(length)).and_then(|()| file.sync());
    written.map_err(StoreError::write(path))
}

/// Makes the file, completely or not at all, and safe on disk before it has its name.
fn write_new(path: &Path, header: &CarriedLine, lines: &[CarriedLine]) -> Result<(), StoreError> {
    let text: String = std::iter::once(header).chain(lines).map(CarriedLine::written).collect();
    let new = NewFile::beside(path, FileMode::of(path, Readable::ByOthers)).and_then(|mut new| {
        std::io::Write::write_all(new.file(), format!("{BANNER}{text}{CLOSING}").as_bytes())?;
        new.file().sync()?;
        new.replace(path)
    });
    new.map_err(StoreError::write(path))
}

/// Whether an id from elsewhere can be the name of a session file: it leads to no other folder and hides no file.
fn is_file_name(id: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    !id.is_empty() && id.len() <= LONGEST_NAME && !id.starts_with(['.', ' ']) && id.chars().all(plain)
}

#[cfg(test)]
mod tests;
