//! Joins every session that lies in several files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::super::{StoreError, Workspace};
use super::join::JoinedSession;
use super::{Copies, id_in};
use crate::record::SessionId;

/// The result of joining the files of many sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JoinedSessions {
    /// The sessions whose files were joined, by id.
    pub joined: Vec<JoinedSession>,
    /// Why other files were left as they are, a sentence each.
    pub left: Vec<String>,
}

impl Workspace {
    /// Joins all files of one session, or of every session: conflict copies, files that other programs renamed, and the
    /// two versions that version control left in one file. What cannot be joined stays as it is, and is told.
    pub fn join_all(&self, only: Option<&SessionId>) -> Result<JoinedSessions, StoreError> {
        let mut left = Vec::new();
        let wanted = |path: &Path| only.is_none_or(|id| id_in(path).as_ref() == Some(id));
        for path in self.elsewhere_named()?.into_iter().filter(|path| wanted(path)) {
            left.extend(self.take_in(&path).err().map(|error| error.to_string()));
        }
        for path in self.session_files()?.into_iter().filter(|path| wanted(path)) {
            left.extend(self.separate(&path).err().map(|error| error.to_string()));
        }
        let (mut joined, mut refused) = (BTreeMap::new(), BTreeSet::new());
        // Each turn ends with one file less, or with one more that is refused.
        while let Some(pair) = self.next_pair(only, &refused)? {
            match self.join_pair(&pair) {
                Ok(one) => note(&mut joined, pair.id, one),
                Err(says) => {
                    left.push(says);
                    refused.insert(pair.other);
                }
            }
        }
        Ok(JoinedSessions { joined: joined.into_values().collect(), left })
    }

    fn next_pair(&self, only: Option<&SessionId>, refused: &BTreeSet<PathBuf>) -> Result<Option<Copies>, StoreError> {
        let open = |pair: &Copies| only.is_none_or(|id| *id == pair.id) && !refused.contains(&pair.other);
        Ok(self.copies()?.into_iter().find(open))
    }

    /// Joins two files, unless they have nothing in common: then a person decides.
    fn join_pair(&self, pair: &Copies) -> Result<JoinedSession, String> {
        if pair.relation.common == 0 {
            return Err(pair.to_string());
        }
        self.join(&pair.file, &pair.other).map_err(|error| error.to_string())
    }
}

/// Notes a joined session; one that was joined before takes up more files.
fn note(joined: &mut BTreeMap<SessionId, JoinedSession>, id: SessionId, mut one: JoinedSession) {
    if let Some(known) = joined.remove(&id) {
        one.set_aside.splice(0..0, known.set_aside);
    }
    joined.insert(id, one);
}
