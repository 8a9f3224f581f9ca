use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::StoreError;

/// Reads a file of at most `limit` bytes, anywhere. A file that is larger is not read at all; a pipe is read up to the
/// limit.
pub fn read_bounded(path: &Path, limit: usize) -> Result<Vec<u8>, StoreError> {
    let found = fs::metadata(path).map_err(StoreError::read(path))?;
    if found.is_dir() {
        return Err(StoreError::read(path)(io::Error::from(io::ErrorKind::IsADirectory)));
    }
    if found.is_file() && found.len() > limit as u64 {
        return Err(too_large(path, limit));
    }
    let file = File::open(path).map_err(StoreError::read(path))?;
    read_at_most(file, limit).map_err(StoreError::read(path))?.ok_or_else(|| too_large(path, limit))
}

/// Reads at most `limit` bytes to the end; `None` when there are more.
pub fn read_at_most(from: impl Read, limit: usize) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    from.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= limit).then_some(bytes))
}

fn too_large(path: &Path, limit: usize) -> StoreError {
    let says =
        format!("it is larger than {} MiB, the most that is read; split it, or export a part of it", limit >> 20);
    StoreError::Read { path: path.to_owned(), source: io::Error::other(says) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_the_limit_and_no_further() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        let sparse = File::create(&path).unwrap();
        sparse.set_len(500 << 20).unwrap();
        let says = read_bounded(&path, 64 << 20).unwrap_err().to_string();
        assert!(
            says.ends_with("it is larger than 64 MiB, the most that is read; split it, or export a part of it"),
            "{says}"
        );
        sparse.set_len(10).unwrap();
        assert_eq!(read_bounded(&path, 10).unwrap().len(), 10);
        assert!(read_bounded(&path, 9).is_err());
        let says = read_bounded(folder.path(), 9).unwrap_err().to_string();
        assert!(says.ends_with("name a file in that folder"), "{says}");
        assert!(read_bounded(&folder.path().join("none"), 9).is_err());
        assert_eq!(read_at_most(io::repeat(0), 1 << 20).unwrap(), None, "what never ends is not read for ever");
    }
}
