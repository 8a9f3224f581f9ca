use std::collections::BTreeSet;
use std::path::Path;

use super::HubFlow;
use crate::record::SessionId;
use crate::store::SealedFollower;

impl HubFlow {
    /// Reads what was added to the session files since the last look, and notes what is to be sent.
    pub fn look_at_disk(&mut self) {
        let paths = match self.workspace.session_files() {
            Ok(paths) => paths,
            Err(error) => {
                self.tell(&error.to_string());
                return;
            }
        };
        let there: BTreeSet<_> = paths.iter().cloned().collect();
        self.files.retain(|path, _| there.contains(path));
        for files in self.by_id.values_mut() {
            files.retain(|path| there.contains(path));
        }
        for path in &paths {
            let written = self.look_at(path);
            self.written.extend(written);
        }
    }

    /// Reads what was added to one session file; returns its session, when it was written since the last look.
    pub(super) fn look_at(&mut self, path: &Path) -> Option<SessionId> {
        let file = self.files.entry(path.to_owned()).or_insert_with(|| SealedFollower::new(path.to_owned()));
        let written = match file.look() {
            Ok(written) => written,
            Err(error) => {
                self.tell(&error.to_string());
                return None;
            }
        };
        let (id, lines) = (file.file().header()?.id.clone(), file.file().len());
        self.seen_first.entry(path.to_owned()).or_insert(lines);
        self.by_id.entry(id.clone()).or_default().insert(path.to_owned());
        written.then_some(id)
    }

    /// The sessions of which a file is here.
    pub(super) fn ids_here(&self) -> BTreeSet<SessionId> {
        self.files.values().filter_map(|file| Some(file.file().header()?.id.clone())).collect()
    }

    /// The files of a session, the one that is named after it first.
    pub(super) fn files_of(&self, id: &SessionId) -> Vec<&SealedFollower> {
        let own = self.workspace.session_path(id);
        let is_one = |file: &&SealedFollower| file.file().header().is_some_and(|header| header.id == *id);
        let paths = self.by_id.get(id).into_iter().flatten();
        let mut files: Vec<&SealedFollower> = paths.filter_map(|path| self.files.get(path)).filter(is_one).collect();
        files.sort_by_key(|file| file.path() != own);
        files
    }

    /// The name of a session in a sentence: its title, in quotes.
    pub(super) fn called(&self, id: &SessionId) -> String {
        let files = self.files_of(id);
        let title = files.iter().find_map(|file| Some(file.file().header()?.title.clone()));
        format!("{:?}", title.unwrap_or_else(|| id.to_string()))
    }
}
