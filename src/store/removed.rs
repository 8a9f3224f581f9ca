//! Removes a session: its file and the private files beside it move to the folder `removed/`, from where they can be put
//! back.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder::{make_folder, ron_files, sync_folder_of};
use super::listing::{ListedSession, fitting, list_one};
use super::lock::Lock;
use super::private::{make_private, make_private_within};
use super::set_aside::torn;
use super::{StoreError, Workspace, beside_session};

/// A file, and where it moves.
type Move = (PathBuf, PathBuf);

impl Workspace {
    fn removed(&self) -> PathBuf {
        self.folder().join("removed")
    }

    /// Removes a session: nothing of it is listed, mapped or searched until it is put back. All of its files move, or
    /// none does. A session that another program writes to is not removed.
    pub fn remove(&self, id: &str) -> Result<ListedSession, StoreError> {
        let path = self.session_path(id);
        let listed = list_one(&path)?;
        let lock = Lock::take(&path)?;
        let moves = self.moves(id, &path)?;
        make_folder(&self.removed())?;
        // The session file moves first: from then on the session is removed, and its private files, wherever they are,
        // are still those of this session alone.
        move_all(&moves)?;
        lock.drop_file(&path);
        Ok(listed)
    }

    /// The moves of a removal, the session file first.
    fn moves(&self, id: &str, path: &Path) -> Result<Vec<Move>, StoreError> {
        let (removed, closed) = (self.removed(), self.removed().join("private"));
        let own = [path.to_owned(), torn(path)];
        let private = beside_session(path).into_iter().flat_map(|file| [torn(&file), file]);
        let private: Vec<PathBuf> = private.filter(|file| file.exists()).collect();
        if !private.is_empty() {
            make_folder(&removed)?;
            make_private_within(&closed, id)?;
        }
        let to = |file: PathBuf, folder: &Path| Some((file.clone(), folder.join(file.file_name()?)));
        let own = own.into_iter().filter(|file| file.exists()).filter_map(|file| to(file, &removed));
        let closed = closed.join(id);
        Ok(own.chain(private.into_iter().filter_map(|file| to(file, &closed))).collect())
    }

    /// Puts a removed session back, with its private files. All of its files move, or none does.
    pub fn put_back(&self, named: &str) -> Result<ListedSession, StoreError> {
        let listed = self.listed_removed()?;
        let id = fitting(&listed, named)?.ok_or_else(|| StoreError::NotRemoved(named.to_owned()))?;
        let from = self.removed().join(format!("{id}.ron"));
        let path = self.session_path(&id);
        let closed = self.removed().join("private").join(id.as_str());
        let mut moves: Vec<Move> = files_of(&closed)?
            .into_iter()
            .filter_map(|file| Some((file.clone(), self.private().join(file.file_name()?))))
            .collect();
        if !moves.is_empty() {
            make_private(&self.private())?;
        }
        make_folder(&self.sessions())?;
        moves.extend(Some((torn(&from), torn(&path))).filter(|(from, _)| from.exists()));
        // The session file moves last: until then the session is still removed.
        moves.push((from, path.clone()));
        move_all(&moves)?;
        // An empty folder that stays does no harm.
        let _ = fs::remove_dir(&closed);
        list_one(&path)
    }

    /// The sessions that were removed, the latest first.
    pub fn listed_removed(&self) -> Result<Vec<ListedSession>, StoreError> {
        let mut listed: Vec<ListedSession> =
            ron_files(&self.removed())?.iter().filter_map(|path| list_one(path).ok()).collect();
        listed.sort_by(|a, b| (b.header.opened, &b.id).cmp(&(a.header.opened, &a.id)));
        Ok(listed)
    }
}

/// The files of a folder, sorted by name; empty when the folder does not exist.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let found = fs::read_dir(folder).map_err(StoreError::read(folder))?;
    let mut files: Vec<PathBuf> = found.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    Ok(files)
}

/// Moves every file, or none: after an error the files that were moved already are moved back. Never overwrites a file.
fn move_all(moves: &[Move]) -> Result<(), StoreError> {
    if let Some((_, to)) = moves.iter().find(|(_, to)| fs::symlink_metadata(to).is_ok()) {
        return Err(StoreError::There { path: to.clone() });
    }
    for (done, (from, to)) in moves.iter().enumerate() {
        let renamed = fs::rename(from, to).map_err(StoreError::write(to));
        if let Err(error) = renamed.and_then(|()| sync_folder_of(to)).and_then(|()| sync_folder_of(from)) {
            for (from, to) in moves.iter().take(done + 1).rev() {
                let _ = fs::rename(to, from);
            }
            return Err(error);
        }
    }
    Ok(())
}
