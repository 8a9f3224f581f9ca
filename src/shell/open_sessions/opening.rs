//! Makes sessions, opens them for writing or reading, and branches them.

use std::path::Path;

use jiff::Timestamp;

use super::before::{Before, before, left_by, story};
use super::known::own_words;
use crate::app::{NewSession, OpenSession};
use crate::record::{Event, Fact, Header, Names, Persons, Session, SessionKind, SessionTime, matters};
use crate::replay::branch;
use crate::shell::random::four_digits;
use crate::store::{Loaded, PartedSession, SessionFile, SharedMap, StoreError, Workspace, samples};

/// The file of a session, and the session with those it builds on.
type Opened = (SessionFile, OpenSession);

/// Makes a session with its first event; returns it open for writing.
pub fn create(workspace: &Workspace, new: &NewSession, now: Timestamp) -> Result<Opened, StoreError> {
    let open = draft(workspace, new, now)?;
    let file = workspace.create_with_names(open.session.header(), open.session.events(), &open.names)?;
    Ok((file, OpenSession { writable: true, ..open }))
}

/// A session with the words of its workspace.
fn alone(workspace: &Workspace, session: Session) -> OpenSession {
    let (own_words, conventions) = (own_words(workspace).0, workspace.conventions());
    OpenSession { own_words, conventions, ..OpenSession::alone(session) }
}

/// A new session with its first event and the sessions it builds on; nothing of it is on disk.
pub fn draft(workspace: &Workspace, new: &NewSession, now: Timestamp) -> Result<OpenSession, StoreError> {
    let header = workspace.new_header(&new.title, new.kind.clone(), now, four_digits());
    let header = Header { private: new.private, ..header };
    let opening = Event { seq: 1, at: SessionTime::OPENING, facts: opening(workspace, new), ..Event::default() };
    on_top(workspace, Session::fold(header, [opening]), new.names.clone())
}

/// Gives a file with the id of another session an id of its own.
pub fn part(workspace: &Workspace, file: &Path) -> Result<PartedSession, StoreError> {
    workspace.part(file, four_digits())
}

/// The first facts of a session, with the pseudonyms of its people; a rehearsal has no pseudonyms.
fn opening(workspace: &Workspace, new: &NewSession) -> Vec<Fact> {
    let mut facts = new.opening.clone();
    if new.kind != SessionKind::Rehearsal {
        workspace.recognise(&mut facts, &new.names);
    }
    facts
}

/// Returns a session with those it builds on, for reading.
pub(in crate::shell) fn on_top(
    workspace: &Workspace,
    session: Session,
    names: Names,
) -> Result<OpenSession, StoreError> {
    let Before { base, carried } = before(workspace, session.header())?;
    Ok(OpenSession { base, names, carried, ..alone(workspace, session) })
}

/// Opens a session for writing.
pub fn open(workspace: &Workspace, id: &str) -> Result<Opened, StoreError> {
    let file = workspace.go_on(id)?;
    let mut open = read(workspace, id)?;
    if open.hidden.as_ref().is_some_and(|hidden| hidden.is_over(&open.session)) {
        // The hidden answers were shown or dropped, but the program ended before it removed their file.
        workspace.drop_hidden(id)?;
        open.hidden = None;
    }
    if open.session.collecting().is_none() {
        open.stray = open.hidden.take();
    }
    Ok((file, OpenSession { writable: true, ..open }))
}

/// Opens a session for reading.
pub fn read(workspace: &Workspace, id: &str) -> Result<OpenSession, StoreError> {
    let Loaded { session, faults, .. } = workspace.load(id)?;
    let Before { base, carried } = before(workspace, session.header())?;
    let names = workspace.names_beside(id, session.header());
    let mut faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let hidden = workspace.readable_hidden(id);
    let own_notes = workspace.own_notes(id);
    faults.extend(own_notes.as_ref().err().map(ToString::to_string));
    let own_notes = own_notes.unwrap_or_default();
    Ok(OpenSession { base, names, carried, hidden, own_notes, faults, ..alone(workspace, session) })
}

/// Opens a session for replay. It builds on the sessions that were opened before it, and on nothing later.
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
    Ok(OpenSession { base, names, carried, faults, ..alone(workspace, session) })
}

/// Opens the practice copy of a sample for writing, and makes the copy if there is none.
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
    let header = Header { exact_names: sample.header().exact_names, ..header };
    let Before { base, carried } = before(workspace, &header)?;
    let events: Vec<Event> = sample.recorded().cloned().collect();
    let file = workspace.create(&header, &events)?;
    let session = Session::fold(header, events);
    Ok((file, OpenSession { base, carried, writable: true, ..alone(workspace, session) }))
}

/// Makes a branch of a session. `origin` is the session, cut at the event after which the branch begins. The branch is
/// private if the session is.
pub fn branch(workspace: &Workspace, origin: &Session, title: &str, now: Timestamp) -> Result<Opened, StoreError> {
    let of = origin.header();
    let names = workspace.names(&of.id);
    let title = Persons::of(origin, &names).without_names(title);
    let header = workspace.new_header(&title, branch::kind(origin), now, four_digits());
    let header = Header { private: origin.is_private(), ..header };
    let opening = Event { seq: 1, at: SessionTime::OPENING, facts: branch::opening(origin), ..Event::default() };
    let Before { base, carried } = before(workspace, &header)?;
    let file = workspace.create_with_names(&header, std::slice::from_ref(&opening), &names)?;
    let session = Session::fold(header, [opening]);
    Ok((file, OpenSession { base, names, carried, writable: true, ..alone(workspace, session) }))
}
