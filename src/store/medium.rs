use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The storage that a session is written to: a file, or in tests a simulated disk that loses power.
pub trait Medium {
    /// Reads the whole content.
    fn read_whole(&mut self) -> io::Result<Vec<u8>>;
    /// Reads `at_most` bytes from this offset; fewer when the content ends before.
    fn read_at(&mut self, offset: u64, at_most: usize) -> io::Result<Vec<u8>> {
        let bytes = self.read_whole()?;
        let rest = usize::try_from(offset).ok().and_then(|start| bytes.get(start..)).unwrap_or_default();
        Ok(rest.get(..at_most).unwrap_or(rest).to_vec())
    }
    /// Writes these bytes at this offset, in one call.
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()>;
    /// Sets the length of the content, in bytes.
    fn set_len(&mut self, length: u64) -> io::Result<()>;
    /// Syncs: when this returns, everything written so far survives a power cut.
    fn sync(&mut self) -> io::Result<()>;
    /// Whether this is the file that the path leads to now.
    fn lies_at(&self, path: &Path) -> bool;
    /// Opens the file that the path leads to now; `None` when it cannot be used in place of this one.
    fn now_at(_: &Path) -> io::Result<Option<Self>>
    where
        Self: Sized,
    {
        Ok(None)
    }
}

impl Medium for File {
    fn read_whole(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.seek(SeekFrom::Start(0))?;
        self.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn read_at(&mut self, offset: u64, at_most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(at_most);
        self.seek(SeekFrom::Start(offset))?;
        self.take(at_most as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.seek(SeekFrom::Start(offset))?;
        self.write_all(bytes)
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        File::set_len(self, length)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    #[cfg(unix)]
    fn lies_at(&self, path: &Path) -> bool {
        use std::os::unix::fs::MetadataExt;

        let (Ok(own), Ok(there)) = (self.metadata(), std::fs::metadata(path)) else { return false };
        (own.dev(), own.ino()) == (there.dev(), there.ino())
    }

    #[cfg(not(unix))]
    fn lies_at(&self, path: &Path) -> bool {
        path.exists()
    }

    fn now_at(path: &Path) -> io::Result<Option<Self>> {
        // A link is not followed, because it may lead anywhere.
        if !std::fs::symlink_metadata(path)?.is_file() {
            return Ok(None);
        }
        File::options().read(true).write(true).open(path).map(Some)
    }
}
