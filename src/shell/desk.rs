//! Today's Desk session: single lines that are recorded between sessions. Each day has one file, which is made with the
//! first line of the day.

use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::open_sessions;
use super::random::four_digits;
use crate::app::{Noted, OpenSession};
use crate::record::persons::{KeyedActs, Rewriting as _};
use crate::record::{Event, Fact, Header, Mode, Names, Persons, Session, SessionId, SessionKind, SessionTime};
use crate::store::{ListedSession, SessionFile, StoreError, Turn, Workspace};

/// The time without a new line after which a locked session counts as open in another console, because a command that
/// adds a single line takes less.
const PATIENCE: Duration = Duration::from_secs(2);

/// The maximum time to wait while other programs add lines.
const LONGEST: Duration = Duration::from_secs(20);

const BETWEEN_TRIES: Duration = Duration::from_millis(10);

/// Today's Desk session, open for appending.
pub struct Desk {
    workspace: Workspace,
    place: DeskFile,
}

/// The file of the session; or, while there is no file, the beginning of the session.
enum DeskFile {
    There(SessionFile),
    NotYet(Box<DeskDraft>),
}

/// A session of which nothing is on disk. Once the turn is taken, no other program can begin the session of the day, so
/// no other program can give the seat of a newcomer to somebody else.
struct DeskDraft {
    header: Header,
    opening: Event,
    turn: Option<Turn>,
}

impl Desk {
    /// Opens today's Desk session with the sessions it builds on. If there is none yet, its file is made when the first
    /// line is saved.
    pub fn open(workspace: &Workspace, now: Timestamp) -> Result<(Self, OpenSession), StoreError> {
        let (place, open) = match of_today(workspace, now)? {
            Some(id) => {
                let (file, open) = patiently(workspace, &id, || open_sessions::open(workspace, &id))?;
                (DeskFile::There(file), open)
            }
            None => {
                let (header, opening) = begun(workspace, now);
                let session = Session::fold(header.clone(), [opening.clone()]);
                let open = open_sessions::on_top(workspace, session, Names::default())?;
                let begun = DeskDraft { header, opening, turn: None };
                (DeskFile::NotYet(Box::new(begun)), OpenSession { writable: true, ..open })
            }
        };
        // A Desk session lists no people of its own, so it uses the people of all sessions.
        let open = OpenSession { elsewhere: open_sessions::everybody(workspace)?, ..open };
        Ok((Self { workspace: workspace.clone(), place }, open))
    }

    /// Takes the exclusive right to begin the session of the day. If another program has begun it meanwhile, returns
    /// that session; the caller must read its line against that session again.
    pub fn take_turn(&mut self) -> Result<Option<OpenSession>, StoreError> {
        let DeskFile::NotYet(begun) = &mut self.place else { return Ok(None) };
        if begun.turn.is_some() {
            return Ok(None);
        }
        let now = begun.header.opened;
        match its_turn(&self.workspace, now)? {
            Today::There(_) => {
                let (desk, open) = Self::open(&self.workspace, now)?;
                *self = desk;
                Ok(Some(open))
            }
            Today::NotYet(turn) => {
                begun.turn = Some(turn);
                Ok(None)
            }
        }
    }

    /// Appends an event. Once this returns without an error, the event is on disk. The name of a newcomer is saved
    /// before the event, in the private file of the session.
    pub fn keep(&mut self, event: &Event, newcomer: Option<&Names>) -> Result<(), StoreError> {
        match &mut self.place {
            DeskFile::There(file) => {
                newcomer.map_or(Ok(()), |names| self.workspace.keep_names(&file.id(), names))?;
                file.append(event)
            }
            DeskFile::NotYet(begun) => {
                let DeskDraft { header, opening, .. } = &**begun;
                let names = newcomer.cloned().unwrap_or_default();
                let file = self.workspace.create_with_names(header, &[opening.clone(), event.clone()], &names)?;
                self.place = DeskFile::There(file);
                Ok(())
            }
        }
    }
}

/// Today's Desk session, or the turn to begin it.
enum Today {
    There(SessionId),
    NotYet(Turn),
}

/// Takes the turn to begin today's Desk session, and waits while another program has it. Returns the session instead if
/// the other program has begun it.
fn its_turn(workspace: &Workspace, now: Timestamp) -> Result<Today, StoreError> {
    if let Some(id) = of_today(workspace, now)? {
        return Ok(Today::There(id));
    }
    let turn = patiently(workspace, DESK, || match of_today(workspace, now)? {
        Some(id) => Ok(Today::There(id)),
        None => workspace.turn(DESK).map(Today::NotYet),
    })?;
    // Another program may have begun the session before the turn was taken.
    Ok(of_today(workspace, now)?.map_or(turn, Today::There))
}

/// The name of the turn to begin today's Desk session.
const DESK: &str = "desk";

/// Records, in today's Desk session, facts that belong to no running session. Names of people are removed from the
/// typed text and from new labels. Returns the session and the event.
pub(super) fn note(
    workspace: &Workspace,
    said: Option<String>,
    facts: Vec<Fact>,
    now: Timestamp,
) -> Result<Noted, StoreError> {
    let persons = open_sessions::everybody(workspace)?;
    let said = said.map(|said| persons.without_names(&said));
    let facts = if persons.is_empty() { facts } else { without_names(&persons, facts, workspace)? };
    let event = |session: &Session| Event {
        seq: session.next_seq(),
        at: since_opening(session, now),
        said,
        facts: numbered(facts, session),
        ..Event::default()
    };
    let id = match its_turn(workspace, now)? {
        Today::There(id) => id,
        Today::NotYet(_turn) => {
            let (header, opening) = begun(workspace, now);
            let event = event(&Session::fold(header.clone(), [opening.clone()]));
            let file = workspace.create(&header, &[opening, event])?;
            return Ok(Noted { session: file.id(), seq: file.last_seq() });
        }
    };
    let mut file = patiently(workspace, &id, || workspace.go_on(&id))?;
    let event = event(&workspace.load(&id)?.session);
    file.append(&event)?;
    Ok(Noted { session: id, seq: event.seq })
}

/// Replaces the names of people in labels by their units; labels that are on the map already stay unchanged.
fn without_names(persons: &Persons, facts: Vec<Fact>, workspace: &Workspace) -> Result<Vec<Fact>, StoreError> {
    let map = open_sessions::survey(workspace)?;
    let acts = KeyedActs { persons, known: &|label| map.thing(label).is_some() };
    Ok(facts.into_iter().map(|fact| acts.fact(fact)).collect())
}

/// Takes back an event that was recorded in a Desk session of any day.
pub(super) fn take_back(workspace: &Workspace, noted: &Noted, now: Timestamp) -> Result<(), StoreError> {
    let mut file = patiently(workspace, &noted.session, || workspace.go_on(&noted.session))?;
    let session = workspace.load(&noted.session)?.session;
    let (seq, at) = (session.next_seq(), since_opening(&session, now));
    file.append(&Event { seq, at, facts: vec![Fact::Retracted { seq: noted.seq }], ..Event::default() })
}

/// The id of today's Desk session, or `None`. If there are several, the first by name is returned. A session that was
/// begun in another time zone does not count; in a workspace that has joined a hub, nor does one of another console, which
/// has a writer of its own.
fn of_today(workspace: &Workspace, now: Timestamp) -> Result<Option<SessionId>, StoreError> {
    let (here, today) = (workspace.zone(), workspace.zone().day(now));
    let own = own_digits(workspace);
    let is_own = |id: &SessionId| own.is_empty() || own.iter().any(|digits| id.ends_with(&format!("-{digits:04x}")));
    let is_it = |known: &ListedSession| {
        let header = &known.header;
        header.kind == SessionKind::Desk
            && !known.is_private()
            && header.zone == *here
            && header.day() == today
            && is_own(&known.id)
    };
    let listed = workspace.list()?;
    Ok(listed.into_iter().filter(is_it).map(|known| known.id).min())
}

/// The digits with which this console ends the ids of its Desk sessions, by which it knows them from those that come from
/// the hub. There are several, because a Desk session of the day may have been made private; none where no hub is joined.
fn own_digits(workspace: &Workspace) -> Vec<u16> {
    let Some(joined) = workspace.settings().hub else { return Vec::new() };
    let [first, second, ..] = *blake3::hash(joined.member.as_bytes()).as_bytes();
    let first = u16::from_be_bytes([first, second]);
    (0..4).map(|more| first.wrapping_add(more)).collect()
}

fn begun(workspace: &Workspace, now: Timestamp) -> (Header, Event) {
    let header = |digits| workspace.new_header("Desk", SessionKind::Desk, now, digits);
    let is_new = |header: &Header| workspace.length(&header.id).is_none();
    let own = own_digits(workspace).into_iter().map(header).find(is_new);
    let header = own.unwrap_or_else(|| header(four_digits()));
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people: Vec::new() };
    (header, Event { seq: 1, facts: vec![opened], ..Event::default() })
}

/// Converts a moment to a session time that is not before the last event.
fn since_opening(session: &Session, now: Timestamp) -> SessionTime {
    let at = SessionTime::of(now, session.header().opened);
    session.events().last().map_or(at, |event| at.max(event.at))
}

/// Gives the claims in these facts their numbers within the session.
fn numbered(mut facts: Vec<Fact>, session: &Session) -> Vec<Fact> {
    let claims = facts.iter_mut().filter_map(|fact| if let Fact::Claimed(claim) = fact { Some(claim) } else { None });
    for (claim, number) in claims.zip(session.next_claim()..) {
        claim.claim = number;
    }
    facts
}

/// Calls `attempt`, and repeats it while another program holds the session, until nothing was added to the session for
/// [`PATIENCE`], or [`LONGEST`] is over.
fn patiently<T>(
    workspace: &Workspace,
    id: &str,
    mut attempt: impl FnMut() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let begun = Instant::now();
    let (mut since, mut length) = (begun, workspace.length(id));
    loop {
        let over = since.elapsed() >= PATIENCE || begun.elapsed() >= LONGEST;
        if over || !workspace.is_being_written(id) {
            match attempt() {
                Err(StoreError::Held { by, .. }) if over => return Err(StoreError::DeskHeld { by }),
                Err(error) if error.held_by().is_some() => {}
                done => return done,
            }
        }
        thread::sleep(BETWEEN_TRIES);
        let now = workspace.length(id);
        if now != length {
            (since, length) = (Instant::now(), now);
        }
    }
}
