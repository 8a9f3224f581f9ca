//! Sessions of a workspace, opened for the console and for the commands: the file, and what it builds on.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;

use super::random::four_digits;
use crate::app::{Known, NewSession, OpenSession};
use crate::exercise::Catalogue;
use crate::graph::Ledger;
use crate::record::{Event, Fact, Header, Matter, Names, Persons, Session, SessionId, SessionKind, matters};
use crate::replay::branch;
use crate::store::{ListedSession, Loaded, PartedSession, SessionFile, SharedMap, StoreError, Workspace, samples};

type Opened = (SessionFile, OpenSession);

/// Makes a session with its first event, and opens it.
pub fn create(workspace: &Workspace, new: &NewSession, now: Timestamp) -> Result<Opened, StoreError> {
    let open = draft(workspace, new, now)?;
    let file = workspace.create_with_names(open.session.header(), open.session.events(), &open.names)?;
    Ok((file, OpenSession { writable: true, ..open }))
}

/// A session with its first event and what it builds on, of which nothing is on disk.
pub fn draft(workspace: &Workspace, new: &NewSession, now: Timestamp) -> Result<OpenSession, StoreError> {
    let header = workspace.new_header(&new.title, new.kind.clone(), now, four_digits());
    let header = Header { private: new.private, ..header };
    let opening = Event { seq: 1, at: 0, facts: opening(workspace, new), ..Event::default() };
    on_top(workspace, Session::fold(header, [opening]), new.names.clone())
}

/// Makes a file that says it is a session another file is too a session of its own.
pub fn part(workspace: &Workspace, file: &Path) -> Result<PartedSession, StoreError> {
    workspace.part(file, four_digits())
}

/// The first facts of a session, with who its people are in every session; a dry run adds to no other.
pub fn opening(workspace: &Workspace, new: &NewSession) -> Vec<Fact> {
    let mut facts = new.opening.clone();
    if new.kind != SessionKind::Rehearsal {
        workspace.recognise(&mut facts, &new.names);
    }
    facts
}

/// A session with what it builds on; not to be written to.
pub(super) fn on_top(workspace: &Workspace, session: Session, names: Names) -> Result<OpenSession, StoreError> {
    let Before { base, carried } = before(workspace, session.header())?;
    Ok(OpenSession { base, names, carried, ..OpenSession::alone(session) })
}

/// Opens a session to go on with it.
pub fn open(workspace: &Workspace, id: &str) -> Result<Opened, StoreError> {
    let file = workspace.go_on(id)?;
    let mut open = read(workspace, id)?;
    if open.hidden.as_ref().is_some_and(|hidden| hidden.is_over(&open.session)) {
        // Shown or dropped by a program that ended before it could remove them.
        workspace.drop_hidden(id)?;
        open.hidden = None;
    }
    if open.session.collecting().is_none() {
        open.stray = open.hidden.take();
    }
    Ok((file, OpenSession { writable: true, ..open }))
}

/// Opens a session to read it.
pub fn read(workspace: &Workspace, id: &str) -> Result<OpenSession, StoreError> {
    let Loaded { session, faults, .. } = workspace.load(id)?;
    let Before { base, carried } = before(workspace, session.header())?;
    let names = workspace.names_beside(id, session.header());
    let mut faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let hidden = workspace.readable_hidden(id);
    let own_notes = workspace.own_notes(id);
    faults.extend(own_notes.as_ref().err().map(ToString::to_string));
    let own_notes = own_notes.unwrap_or_default();
    Ok(OpenSession { base, names, carried, hidden, own_notes, faults, ..OpenSession::alone(session) })
}

/// Opens a session to look back at it: on top of what had been said before it was opened, and of nothing later.
pub fn look_back(workspace: &Workspace, id: &str) -> Result<OpenSession, StoreError> {
    let Loaded { session, faults, .. } = workspace.load(id)?;
    let before = match session.header().kind {
        SessionKind::Rehearsal | SessionKind::WhatIf { .. } => left_by(&story(workspace, session.header())?),
        _ => {
            let opened = session.header().opened;
            let SharedMap { ledger, left } = workspace.shared_map(|other| other.id != id && other.opened < opened)?;
            Before { base: ledger, carried: matters(&[], &left) }
        }
    };
    let faults = faults.iter().map(ToString::to_string).collect();
    let Before { base, carried } = before;
    let names = workspace.names_beside(id, session.header());
    Ok(OpenSession { base, names, carried, faults, ..OpenSession::alone(session) })
}

/// Opens the practice copy of a sample, made now if there is none yet.
pub fn rehearse(workspace: &Workspace, sample: usize, now: Timestamp) -> Result<Opened, StoreError> {
    let Some(sample) = samples::all().into_iter().nth(sample) else {
        return Err(StoreError::NotFound("sample".to_owned()));
    };
    let title = sample.title().to_owned();
    let copies = workspace.list()?;
    let copy = copies.iter().find(|known| known.header.kind == SessionKind::Rehearsal && known.header.title == title);
    if let Some(copy) = copy {
        return open(workspace, &copy.id);
    }
    let header = workspace.new_header(&title, SessionKind::Rehearsal, now, four_digits());
    let Before { base, carried } = before(workspace, &header)?;
    let file = workspace.create(&header, sample.events())?;
    let session = Session::fold(header, sample.events().iter().cloned());
    Ok((file, OpenSession { base, carried, writable: true, ..OpenSession::alone(session) }))
}

/// Every exercise that can be used here, and a sentence for each file of the workspace that cannot.
pub fn catalogue(workspace: &Workspace) -> (Catalogue, Vec<String>) {
    let (files, unread) = workspace.exercises();
    let (catalogue, left_out) = Catalogue::embedded().with(&files);
    (catalogue, unread.iter().map(ToString::to_string).chain(left_out).collect())
}

/// What all sessions of the workspace add up to.
pub fn survey(workspace: &Workspace) -> Result<Ledger, StoreError> {
    Ok(workspace.shared_map(|_| true)?.ledger)
}

/// What a session builds on: every other session that feeds the shared graph; nothing for a rehearsal.
#[derive(Default)]
struct Before {
    /// What they add up to.
    base: Ledger,
    /// What they left open.
    carried: Vec<Matter>,
}

fn before(workspace: &Workspace, header: &Header) -> Result<Before, StoreError> {
    match header.kind {
        SessionKind::Rehearsal | SessionKind::WhatIf { .. } => Ok(left_by(&story(workspace, header)?)),
        _ => {
            let SharedMap { ledger, left } = workspace.shared_map(|other| other.id != header.id)?;
            let mut carried = matters(&[], &left);
            carried.retain(Matter::is_open);
            Ok(Before { base: ledger, carried })
        }
    }
}

fn left_by(sessions: &[(Session, Names)]) -> Before {
    let mut carried = matters(&[], sessions.iter().map(|(session, _)| session));
    carried.retain(Matter::is_open);
    Before { base: add_up(sessions), carried }
}

/// The sessions that one builds on, the oldest first: for a branch the session it left, as it stood then, with those
/// opened before that one; for a rehearsal nothing of one's own, and for a practice copy what its sample builds on.
pub fn story(workspace: &Workspace, header: &Header) -> Result<Vec<(Session, Names)>, StoreError> {
    story_of(workspace, header, &mut Vec::new())
}

/// `left` are the branches on the way here: one that leads back to itself builds on nothing.
fn story_of(
    workspace: &Workspace,
    header: &Header,
    left: &mut Vec<SessionId>,
) -> Result<Vec<(Session, Names)>, StoreError> {
    let mut sessions = match &header.kind {
        SessionKind::Rehearsal => {
            let sample = samples::all().into_iter().find(|sample| sample.title() == header.title);
            let before = sample.as_ref().map(samples::before).unwrap_or_default();
            before.into_iter().map(|session| (session, Names::default())).collect()
        }
        SessionKind::WhatIf { .. } if left.contains(&header.id) => Vec::new(),
        SessionKind::WhatIf { of, after } => {
            left.push(header.id.clone());
            let (origin, names) = (workspace.load(of)?.session, workspace.names(of));
            let mut before = story_of(workspace, origin.header(), left)?;
            before.retain(|(session, _)| session.header().opened < origin.header().opened);
            before.push((branch::cut(&origin, *after), names));
            before
        }
        _ => shared(workspace, |other| other.id != header.id)?,
    };
    sessions.sort_by_key(|(session, _)| session.header().opened);
    Ok(sessions)
}

/// Begins a branch of a session, from the moment at which it is given; it is private where the session is.
pub fn branch(workspace: &Workspace, origin: &Session, title: &str, now: Timestamp) -> Result<Opened, StoreError> {
    let of = origin.header();
    let names = workspace.names(&of.id);
    let title = Persons::of(origin, &names).without_names(title);
    let header = workspace.new_header(&title, branch::kind(origin), now, four_digits());
    let header = Header { private: origin.is_private(), ..header };
    let opening = Event { seq: 1, at: 0, facts: vec![branch::opening(origin)], ..Event::default() };
    let Before { base, carried } = before(workspace, &header)?;
    let file = workspace.create_with_names(&header, std::slice::from_ref(&opening), &names)?;
    let session = Session::fold(header, [opening]);
    Ok((file, OpenSession { base, names, carried, writable: true, ..OpenSession::alone(session) }))
}

/// What sessions add up to.
pub fn add_up(sessions: &[(Session, Names)]) -> Ledger {
    let mut ledger = Ledger::new();
    for (session, names) in sessions {
        ledger.add_session(session, names);
    }
    ledger
}

/// The sessions that feed the shared graph, with the names kept beside them.
pub fn shared(
    workspace: &Workspace,
    takes_part: impl Fn(&Header) -> bool,
) -> Result<Vec<(Session, Names)>, StoreError> {
    let shared = workspace.shared(takes_part)?.into_iter();
    shared.map(|(id, session)| Ok((session, workspace.names(&id)))).collect()
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
