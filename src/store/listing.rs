//! Lists sessions, and finds a session by its id or title.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder::{Others, entries};
use super::read_session::{folded, stem};
use super::{StoreError, Workspace};
use crate::record::{Event, Fact, Gathering, Header, SessionId, line};

/// A session in the list of sessions.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the session")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSession {
    /// The id of the session: the name of its file without `.ron`.
    pub id: SessionId,
    /// The header of the session, with the latest title.
    pub header: Header,
    /// Whether a part of the header could not be read.
    pub header_lost: bool,
    /// Whether the session was ended and not resumed.
    pub closed: bool,
    /// Whether the session was set up and not started yet.
    pub waits: bool,
    /// Whether the session was made private after it was opened.
    pub made_private: bool,
    /// Its place in a gathering; `None` for a session by itself.
    pub gathering: Option<Gathering>,
}

impl ListedSession {
    /// Whether the session is private: it does not feed the shared graph and is shown on no shared screen.
    pub const fn is_private(&self) -> bool {
        self.header.private || self.made_private
    }
}

impl Workspace {
    /// Every session, the latest first. A file that is no session is skipped and noted in [`Workspace::unread`].
    pub fn list(&self) -> Result<Vec<ListedSession>, StoreError> {
        let (listed, others) = self.listed()?;
        self.unread().note_all_lost(&others);
        for known in listed.iter().filter(|known| known.header_lost) {
            // The session is read only so that its faults are noted.
            let _ = self.load(&known.id);
        }
        Ok(listed)
    }

    /// Every session, the latest first, and the files whose name ends in `.ron` and that are no session.
    fn listed(&self) -> Result<(Vec<ListedSession>, Others), StoreError> {
        let (files, mut others) = entries(&self.sessions())?;
        let mut listed = Vec::new();
        for path in files {
            match list_one(&path) {
                Ok(one) => {
                    self.unread().note_used(&path);
                    listed.push(one);
                }
                Err(error) => others.push((path, error)),
            }
        }
        listed.sort_by(|a, b| (b.header.opened, &b.id).cmp(&(a.header.opened, &a.id)));
        Ok((listed, others))
    }

    /// The files of all sessions, sorted by name. Links are skipped, because they may lead anywhere.
    pub fn session_files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let (files, others) = entries(&self.sessions())?;
        self.unread().note_all_lost(&others);
        Ok(files)
    }

    /// Finds the id of a session by its id, its title, the beginning of either, the last part of its id, or any part of
    /// its title.
    pub fn find(&self, named: &str) -> Result<SessionId, StoreError> {
        let (listed, others) = self.listed()?;
        fitting(&listed, named)?.ok_or_else(|| {
            // The session may be in one of the files that cannot be read.
            self.unread().note_all_lost(&others);
            StoreError::NotFound(named.to_owned())
        })
    }
}

/// Finds the id of a session by its id, else by its title, else by the beginning of either, else by the last part of
/// its id, else by any part of its title; `None` when none fits. Several that fit equally well are an error.
pub(super) fn fitting(listed: &[ListedSession], named: &str) -> Result<Option<SessionId>, StoreError> {
    let wanted = named.to_lowercase();
    let title = |known: &ListedSession| known.header.title.to_lowercase();
    let is_titled = |known: &ListedSession| title(known) == wanted;
    let begins = |known: &ListedSession| known.id.starts_with(named) || title(known).starts_with(&wanted);
    let holds = |known: &ListedSession| !wanted.is_empty() && title(known).contains(&wanted);
    let ends = |known: &ListedSession| known.id.rsplit_once('-').is_some_and(|(_, last)| last == wanted);
    let orders: [&dyn Fn(&ListedSession) -> bool; 5] = [&|known| known.id == named, &is_titled, &begins, &ends, &holds];
    for meant in orders {
        let fits: Vec<&ListedSession> = listed.iter().filter(|known| meant(known)).collect();
        match fits.as_slice() {
            [] => {}
            [only] => return Ok(Some(only.id.clone())),
            several => {
                let fits = several.iter().map(|known| (known.id.clone(), known.header.day())).collect();
                return Err(StoreError::Several { named: named.to_owned(), fits });
            }
        }
    }
    Ok(None)
}

/// Reads a session for the list: its header, and the lines that may end it, rename it, make it private or share it. If
/// one of these lines renames the session, all events are read, because a later one may take the new title back.
pub(super) fn list_one(path: &Path) -> Result<ListedSession, StoreError> {
    let bytes = fs::read(path).map_err(StoreError::read(path))?;
    let heading = line::read_heading(&bytes);
    let heading = heading.ok_or_else(|| StoreError::NotASession { path: path.to_owned() })?;
    let (mut header, header_lost) = (heading.header, !heading.lost.is_empty());
    let told = read_lines_with(&bytes, &["Titled(", "Closed", "Resumed(", "Gathered(", PRIVATE, SHARED]);
    let facts = || told.iter().flat_map(|event| &event.facts);
    if facts().any(|fact| matches!(fact, Fact::Titled { .. })) {
        folded(path, line::read(&bytes)).title().clone_into(&mut header.title);
    }
    if header.title.is_empty() {
        header.title = stem(path).to_string();
    }
    let last = facts().rfind(|fact| matches!(fact, Fact::Closed | Fact::Resumed { .. }));
    let closed = last == Some(&Fact::Closed);
    let made_private = ends_private(facts());
    let gathering = facts().find_map(|fact| if let Fact::Gathered(place) = fact { Some(place.clone()) } else { None });
    let waits = !closed && waits(&bytes);
    Ok(ListedSession { id: stem(path), header, header_lost, closed, waits, made_private, gathering })
}

/// Whether a session was set up and not started yet: its first event stops the clocks, and no step was entered.
fn waits(bytes: &[u8]) -> bool {
    let set_up = read_lines_with(bytes, &["ClockPaused"]);
    let stops = |event: &Event| event.seq == 1 && event.facts.contains(&Fact::ClockPaused);
    let enters = |fact: &Fact| matches!(fact, Fact::StepEntered { .. });
    set_up.first().is_some_and(stops)
        && !read_lines_with(bytes, &["StepEntered("]).iter().flat_map(|event| &event.facts).any(enters)
}

/// The names in the file of the facts that make a session private, and that share it again.
const PRIVATE: &str = "MadePrivate";
const SHARED: &str = "MadeShared";

fn ends_private<'a>(facts: impl Iterator<Item = &'a Fact>) -> bool {
    let said = facts.filter(|fact| matches!(fact, Fact::MadePrivate | Fact::MadeShared));
    said.last() == Some(&Fact::MadePrivate)
}

/// Whether the session in these bytes was made private after it was opened, and not shared again.
pub(super) fn was_made_private(bytes: &[u8]) -> bool {
    ends_private(read_lines_with(bytes, &[PRIVATE, SHARED]).iter().flat_map(|event| &event.facts))
}

/// The events of the lines that contain one of these words. A typed text may contain such a word too, so callers must
/// check the facts.
fn read_lines_with(bytes: &[u8], words: &[&str]) -> Vec<Event> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.split_inclusive('\n').filter(|line| words.iter().any(|word| line.contains(word)));
    line::read(lines.collect::<String>().as_bytes()).events
}
