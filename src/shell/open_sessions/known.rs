//! What there is in a workspace: sessions to be listed and searched, people, exercises.

use std::collections::BTreeSet;

use crate::app::Known;
use crate::exercise::Catalogue;
use crate::record::{Persons, Session, SessionKind};
use crate::store::{ListedSession, StoreError, Workspace};

/// Every exercise that can be used here, and a sentence for each file of the workspace that cannot.
pub fn catalogue(workspace: &Workspace) -> (Catalogue, Vec<String>) {
    let (files, unread) = workspace.exercises();
    let (catalogue, left_out) = Catalogue::embedded().with(&files);
    (catalogue, unread.iter().map(ToString::to_string).chain(left_out).collect())
}

/// Whose names stay out of the record, of everybody listed in any session. What cannot be read lists nobody.
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

/// The sessions in which words are looked for: all that are shared with others, the oldest first.
pub fn searched(workspace: &Workspace) -> Result<Vec<Session>, StoreError> {
    let listed = workspace.list()?.into_iter().rev();
    let listed: Vec<ListedSession> = listed.collect();
    // A copy of a private session that does not know of that yet is as private.
    let private: BTreeSet<&str> =
        listed.iter().filter(|known| known.made_private).map(|known| known.header.id.as_str()).collect();
    let is_private = |known: &ListedSession| known.is_private() || private.contains(known.header.id.as_str());
    let shared = listed.iter().filter(|known| !is_private(known) && known.header.kind != SessionKind::Rehearsal);
    shared.map(|known| Ok(workspace.load(&known.id)?.session)).collect()
}

/// The sessions as the home screen lists them, newest first.
pub fn known(workspace: &Workspace) -> Result<Vec<Known>, StoreError> {
    let listed = workspace.list()?.into_iter();
    Ok(listed.map(one).collect())
}

fn one(listed: ListedSession) -> Known {
    let private = listed.is_private();
    let ListedSession { id, header, closed, .. } = listed;
    Known { id, day: header.day(), title: header.title, kind: header.kind, closed, private }
}
