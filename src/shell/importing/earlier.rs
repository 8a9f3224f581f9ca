use crate::import::{ImportedMap, SourceMatch};
use crate::record::{Fact, Names, Session, SessionId, SessionKind};
use crate::store::{StoreError, Workspace};

/// The session that an earlier import of the same source left.
#[derive(Clone, Debug)]
pub struct EarlierImport {
    /// The id of the session: the name of its file without `.ron`.
    pub id: SessionId,
    /// The session.
    pub session: Session,
    /// The names of its people.
    pub names: Names,
}

impl EarlierImport {
    /// Finds the session of an earlier edition of a map. A source is known by what it holds, never by its path; of several
    /// sessions the one with the most in common is it.
    pub(super) fn find(workspace: &Workspace, imports: &[SessionId], format: &str, map: &ImportedMap) -> Option<Self> {
        let mut found: Option<(usize, Self)> = None;
        for id in imports {
            let Ok(loaded) = workspace.load(id) else { continue };
            let session = loaded.session;
            if !is_of_format(&session, format) {
                continue;
            }
            let matched = SourceMatch::of(&session, map);
            let better = found.as_ref().is_none_or(|(common, _)| *common < matched.common);
            if better && matched.is_one_source() {
                let names = workspace.names_beside(id, session.header());
                found = Some((matched.common, Self { id: id.clone(), session, names }));
            }
        }
        found.map(|(_, earlier)| earlier)
    }

    /// Returns the digest of the files that were imported last.
    pub fn digest(&self) -> Option<&str> {
        let facts = self.session.events().iter().rev().flat_map(|event| event.facts.iter().rev());
        facts.into_iter().find_map(|fact| match fact {
            Fact::Imported { digest, .. } => Some(digest.as_str()),
            _ => None,
        })
    }
}

/// Returns the ids of the sessions that imports left, the latest first.
pub(super) fn imports(workspace: &Workspace) -> Result<Vec<SessionId>, StoreError> {
    let listed = workspace.list()?.into_iter().filter(|known| known.header.kind == SessionKind::Import);
    Ok(listed.map(|known| known.id).collect())
}

fn is_of_format(session: &Session, format: &str) -> bool {
    let facts = session.events().iter().flat_map(|event| &event.facts);
    facts.into_iter().any(|fact| matches!(fact, Fact::Imported { format: known, .. } if known == format))
}
