//! Follows a session file as it grows, as far as its lines can be handed on.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Medium as _, StoreError};
use crate::record::line::{CLOSING, CarriedLine, SealedFile};

/// A session file, followed as it grows: where its sealed lines stand.
#[derive(Clone, Debug)]
pub struct SealedFollower {
    path: PathBuf,
    file: SealedFile,
    /// The length and the time of the last change at the last look; `None` when the file could not be read then.
    seen: Option<(u64, SystemTime)>,
}

impl SealedFollower {
    /// Follows the file at `path`, of which nothing was read yet.
    pub fn new(path: PathBuf) -> Self {
        Self { path, file: SealedFile::default(), seen: None }
    }

    /// Follows a file that was written just now: these lines, after which it was in this state.
    pub(super) fn as_written(path: PathBuf, file: SealedFile, state: &Metadata) -> Self {
        Self { path, file, seen: Some(state_of(state)) }
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was read of the file.
    pub const fn file(&self) -> &SealedFile {
        &self.file
    }

    /// Reads what was added since the last look; returns whether the file was written since.
    pub fn look(&mut self) -> Result<bool, StoreError> {
        self.look_again().map_err(StoreError::read(&self.path))
    }

    fn look_again(&mut self) -> io::Result<bool> {
        // Most looks find nothing new, and need no open file.
        if self.seen == Some(state_of(&fs::metadata(&self.path)?)) {
            return Ok(false);
        }
        let mut file = File::open(&self.path)?;
        let found = file.metadata()?;
        self.seen = Some(state_of(&found));
        let start = self.file.position() as u64;
        // A file that was repaired, replaced or cut is read from its beginning.
        let goes_on = start <= found.len() && {
            let added = read_span(&mut file, start, found.len().saturating_sub(start))?;
            self.file.take(&added).is_ok()
        };
        if !goes_on {
            self.file = SealedFile::of(&read_span(&mut file, 0, found.len())?);
        }
        Ok(true)
    }

    /// Writes lines from elsewhere below the last line: those up to the first one that is not sealed below the line above.
    /// `None`, and nothing is written, when the file does not end as it did at the last look.
    ///
    /// The caller holds the lock of the file.
    pub(super) fn append(&mut self, lines: &str) -> Result<Option<()>, StoreError> {
        let appended = self.append_to_file(lines).map_err(StoreError::write(&self.path));
        if appended.is_err() {
            // How much of it is in the file is not known, so the file is read from its beginning.
            *self = Self::new(std::mem::take(&mut self.path));
        }
        appended
    }

    fn append_to_file(&mut self, lines: &str) -> io::Result<Option<()>> {
        let mut file = File::options().read(true).write(true).open(&self.path)?;
        let ending = self.file.ending();
        let (start, end) = (self.file.position() as u64, self.file.end() as u64);
        // A byte more than is expected, to see whether the file goes on.
        if read_span(&mut file, start, ending.len() as u64 + 1)? != ending {
            return Ok(None);
        }
        let taken = self.file.take_lines(lines.as_bytes());
        let added = lines.get(..taken).unwrap_or_default();
        if !added.is_empty() {
            file.write_at(end, format!("{added}{CLOSING}").as_bytes())?;
            file.sync()?;
        }
        self.seen = Some(state_of(&file.metadata()?));
        Ok(Some(()))
    }

    /// The lines from place `first` up to place `last`, as they stand in the file now; 0 is the header. `None` when the
    /// file has other lines there than at the last look.
    pub fn lines(&self, first: usize, last: usize) -> Result<Option<Vec<CarriedLine>>, StoreError> {
        let Some(Range { start, end }) = self.file.span_of(first, last).filter(|_| first <= last) else {
            return Ok(Some(Vec::new()));
        };
        let read = File::open(&self.path)
            .and_then(|mut file| read_span(&mut file, start as u64, end.saturating_sub(start) as u64));
        let lines = CarriedLine::all_in(&read.map_err(StoreError::read(&self.path))?);
        let are_they = |lines: &Vec<CarriedLine>| {
            lines.iter().map(|line| Some(line.mark)).eq((first..=last).map(|place| self.file.mark_at(place)))
        };
        Ok(lines.filter(are_they))
    }
}

/// The length and the time of the last change.
fn state_of(found: &Metadata) -> (u64, SystemTime) {
    (found.len(), found.modified().unwrap_or(SystemTime::UNIX_EPOCH))
}

/// Reads so many bytes at an offset; fewer when the file ends before.
fn read_span(file: &mut File, start: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.seek(SeekFrom::Start(start))?;
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}
