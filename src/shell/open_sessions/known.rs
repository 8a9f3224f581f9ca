//! Reads the content of a workspace: sessions to list and search, people, exercises.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::KnownSession;
use crate::capture::lexicon::LexiconFile;
use crate::exercise::Catalogue;
use crate::record::{Persons, Session, SessionKind};
use crate::store::{ListedSession, StoreError, Workspace};

/// All exercises that can be used in the workspace, and a sentence for each exercise file that cannot be used.
pub fn catalogue(workspace: &Workspace) -> (Catalogue, Vec<String>) {
    let (files, unread) = workspace.exercises();
    let (catalogue, left_out) = Catalogue::embedded().with(&files);
    (catalogue, unread.iter().map(ToString::to_string).chain(left_out).collect())
}

/// The words that the workspace adds to the languages, and a sentence for each lexicon file that cannot be used.
pub fn own_words(workspace: &Workspace) -> (Arc<[LexiconFile]>, Vec<String>) {
    let (files, unread) = workspace.lexicons();
    let mut left_out: Vec<String> = unread.iter().map(ToString::to_string).collect();
    let mut usable = Vec::new();
    for (path, text) in files {
        match LexiconFile::usable(&text) {
            Ok(file) => usable.push(file),
            Err(flaw) => left_out.push(format!("{}:{}:{}: {flaw}", path.display(), flaw.line, flaw.column)),
        }
    }
    (usable.into(), left_out)
}

/// All people who are listed in any session; their names must stay out of the record. A file that cannot be read is
/// treated as listing nobody.
pub fn everybody(workspace: &Workspace) -> Result<Persons, StoreError> {
    let mut persons = Persons::nobody();
    for known in workspace.list()? {
        let names = workspace.names(&known.id);
        if !names.is_empty()
            && let Ok(loaded) = workspace.load(&known.id)
        {
            persons.add(&loaded.session, &names);
        }
    }
    Ok(persons.from_elsewhere())
}

/// The sessions to search: all that are not private, the oldest first.
pub fn searched(workspace: &Workspace) -> Result<Vec<Session>, StoreError> {
    let listed = workspace.list()?.into_iter().rev();
    let listed: Vec<ListedSession> = listed.collect();
    // If one file of a session makes it private, its other files are treated as private too.
    let private: BTreeSet<&str> =
        listed.iter().filter(|known| known.made_private).map(|known| known.header.id.as_str()).collect();
    let is_private = |known: &ListedSession| known.is_private() || private.contains(known.header.id.as_str());
    let shared = listed.iter().filter(|known| !is_private(known) && known.header.kind != SessionKind::Rehearsal);
    shared.map(|known| Ok(workspace.load(&known.id)?.session)).collect()
}

/// The sessions for the home screen, the latest first.
pub fn known(workspace: &Workspace) -> Result<Vec<KnownSession>, StoreError> {
    let listed = workspace.list()?.into_iter();
    Ok(listed.map(one).collect())
}

/// Returns the sessions that were removed, the latest first.
pub fn removed(workspace: &Workspace) -> Result<Vec<KnownSession>, StoreError> {
    Ok(workspace.listed_removed()?.into_iter().map(one).collect())
}

fn one(listed: ListedSession) -> KnownSession {
    let private = listed.is_private();
    let ListedSession { id, header, closed, waits, gathering, .. } = listed;
    KnownSession { id, day: header.day(), title: header.title, kind: header.kind, closed, waits, private, gathering }
}
