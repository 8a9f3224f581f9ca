//! Finds the files in the folders of a workspace that syncing programs left there and that nothing reads.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::fault::SyncFault;
use super::maker::maker_beside;
use crate::record::line;
use crate::store::{StoreError, Workspace};

/// The number of bytes in which the header of a session is looked for.
const HEAD: u64 = 8192;

/// Endings of files that stand for a file that was not fetched yet, and what holds it.
const STAND_INS: &[(&str, &str)] = &[(".icloud", "iCloud"), (".nextcloud", "Nextcloud"), (".owncloud", "ownCloud")];

/// Endings of files that are being fetched.
const PARTS: &[&str] = &[".part", ".partial", ".crdownload", ".filepart", ".!sync", ".bts", ".tmp"];

/// Everything that is left over in the folders of a workspace.
pub(super) fn leftovers_in(workspace: &Workspace) -> Result<Vec<SyncFault>, StoreError> {
    let sessions = workspace.sessions();
    let private = workspace.private();
    let mut faults = Vec::new();
    for path in entries(&sessions)? {
        faults.extend(in_sessions(&path));
    }
    // Exercises and agendas may be called like others with a word behind them; names and settings are not.
    let folders = [workspace.folder().to_owned(), private.clone(), private.join("assessments")];
    let own = ["exercises", "agendas", "import", "themes"].map(|name| workspace.folder().join(name));
    for folder in folders.into_iter().chain(own) {
        faults.extend(beside(&entries(&folder)?, folder == private));
    }
    Ok(faults)
}

/// What a file in the folder of sessions is, when it is not a session file.
fn in_sessions(path: &Path) -> Option<SyncFault> {
    let name = path.file_name()?.to_string_lossy();
    let path = path.to_owned();
    if let Some(&(_, by)) = STAND_INS.iter().find(|(end, _)| name.ends_with(end)) {
        return Some(SyncFault::NotFetched { path, by });
    }
    if is_part(&name) {
        return Some(SyncFault::Part { path });
    }
    if name.ends_with(".ron") {
        let linked = !name.starts_with('.') && fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink());
        return linked.then_some(SyncFault::Link { path });
    }
    is_elsewhere_named(&path).then(|| SyncFault::OtherName { by: maker_of(&name), path })
}

/// Whether a name is that of a file which another program is still fetching: `.syncthing.NAME.tmp`, `.NAME.~1a2b`,
/// `NAME.part`, and rsync's `.NAME.XyZ123`.
fn is_part(name: &str) -> bool {
    let hidden = name.strip_prefix('.').filter(|hidden| hidden.contains(".ron."));
    let behind = hidden.and_then(|hidden| hidden.rsplit_once(".ron.")).map(|(_, behind)| behind);
    let fetched = |behind: &str| {
        behind.starts_with('~') || (behind.len() == 6 && behind.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    };
    name.contains(".ron") && (PARTS.iter().any(|end| name.ends_with(end)) || behind.is_some_and(fetched))
}

/// The files of a folder that hold a session and are not called like a session file.
pub(in crate::store) fn elsewhere_named_in(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut paths = entries(folder)?;
    paths.retain(|path| is_elsewhere_named(path));
    Ok(paths)
}

/// Whether a file that is not called like a session file holds a session: one that git or rclone renamed.
pub(in crate::store) fn is_elsewhere_named(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let ours = name.starts_with('.') || [".ron", ".torn"].iter().any(|end| name.ends_with(end));
    !ours && path.is_file() && holds_session(path).unwrap_or(false)
}

fn holds_session(path: &Path) -> io::Result<bool> {
    let mut bytes = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut bytes)?;
    Ok(bytes.starts_with(line::BANNER.as_bytes()) && line::read_heading(&bytes).is_some())
}

/// What gave this name to a session file.
fn maker_of(name: &str) -> Option<&'static str> {
    let end = name.find(".ron")?.saturating_add(".ron".len());
    maker_beside(name.get(..end)?, name, false)
}

/// The conflict copies among the files of a folder. In the private folder, any addition to a name tells a copy.
fn beside(paths: &[PathBuf], private: bool) -> Vec<SyncFault> {
    let names: BTreeSet<String> =
        paths.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    let copy = |path: &PathBuf| {
        let name = path.file_name()?.to_string_lossy();
        let stem_of = |of: &str| of.rsplit_once('.').is_some_and(|(stem, _)| name.starts_with(stem));
        let of = names.iter().filter(|of| of.as_str() != name && stem_of(of.as_str()));
        of.filter(|of| !of.starts_with('.')).find_map(|of| {
            let by = maker_beside(of, &name, !private)?;
            Some(SyncFault::CopyBeside { path: path.clone(), of: of.clone(), by })
        })
    };
    paths.iter().filter_map(copy).collect()
}

/// The entries of a folder, sorted by name; empty when there is no folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let found = match fs::read_dir(folder) {
        Ok(found) => found,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(source) => return Err(StoreError::Read { path: folder.to_owned(), source }),
    };
    let mut paths: Vec<PathBuf> = found.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}
