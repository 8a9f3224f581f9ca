//! Today's Desk session: single lines between sessions, one file a day, made when the first of them is kept.

use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::open_sessions;
use super::random::four_digits;
use crate::app::{Noted, OpenSession};
use crate::record::persons::{KeyedActs, Rewriting as _};
use crate::record::{Event, Fact, Header, Mode, Names, Persons, Session, SessionId, SessionKind};
use crate::store::{ListedSession, SessionFile, StoreError, Turn, Workspace};

/// Somebody else who keeps one line is done in a blink; whoever has added nothing for so long has the session open.
const PATIENCE: Duration = Duration::from_secs(2);

/// Even where one after the other keeps a line, nobody waits longer than this.
const LONGEST: Duration = Duration::from_secs(20);

const BETWEEN_TRIES: Duration = Duration::from_millis(10);

/// Where the lines of today go.
pub struct Desk {
    workspace: Workspace,
    place: DeskFile,
}

/// A file from its first line on.
enum DeskFile {
    There(SessionFile),
    NotYet(Box<DeskDraft>),
}

/// A session of which nothing is on disk. Nobody else can begin the one of the day once the turn is taken, so whoever
/// is new in it has a seat that nobody else has.
struct DeskDraft {
    header: Header,
    opening: Event,
    turn: Option<Turn>,
}

impl Desk {
    /// Takes up today's Desk session with what it builds on; where there is none yet, none is made before a line is
    /// kept.
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
        // Nobody is listed at a desk: those of every session are.
        let open = OpenSession { elsewhere: open_sessions::everybody(workspace)?, ..open };
        Ok((Self { workspace: workspace.clone(), place }, open))
    }

    /// Makes sure that nobody else begins the session of the day from here on; when somebody has done so meanwhile, what
    /// was read before has to be read anew on top of what this gives.
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

    /// Writes an event; once this returns without an error it is on disk. Who is new with it is kept first, in the private
    /// file of the day.
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

/// Whether there is a Desk session of today; if not, the right to begin it.
enum Today {
    There(SessionId),
    NotYet(Turn),
}

/// Waits while somebody else begins the Desk session of the day.
fn its_turn(workspace: &Workspace, now: Timestamp) -> Result<Today, StoreError> {
    if let Some(id) = of_today(workspace, now)? {
        return Ok(Today::There(id));
    }
    let turn = patiently(workspace, DESK, || match of_today(workspace, now)? {
        Some(id) => Ok(Today::There(id)),
        None => workspace.turn(DESK).map(Today::NotYet),
    })?;
    // Somebody may have begun it between the look and the turn.
    Ok(of_today(workspace, now)?.map_or(turn, Today::There))
}

/// What those who begin the Desk session of a day take turns at.
const DESK: &str = "desk";

/// Keeps what was done outside a running session, without names in what was typed for it; says where it stands.
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

/// What is known on the map by its label stays what it is called; in what is new there units stand in place of names.
fn without_names(persons: &Persons, facts: Vec<Fact>, workspace: &Workspace) -> Result<Vec<Fact>, StoreError> {
    let map = open_sessions::survey(workspace)?;
    let acts = KeyedActs { persons, known: &|label| map.thing(label).is_some() };
    Ok(facts.into_iter().map(|fact| acts.fact(fact)).collect())
}

/// Takes back what was noted at a desk, on whichever day.
pub(super) fn take_back(workspace: &Workspace, noted: &Noted, now: Timestamp) -> Result<(), StoreError> {
    let mut file = patiently(workspace, &noted.session, || workspace.go_on(&noted.session))?;
    let session = workspace.load(&noted.session)?.session;
    let (seq, at) = (session.next_seq(), since_opening(&session, now));
    file.append(&Event { seq, at, facts: vec![Fact::Retracted { seq: noted.seq }], ..Event::default() })
}

/// Today's Desk session, if there is one; the first by name, should there be several. One that was begun in another
/// time zone has days of its own.
fn of_today(workspace: &Workspace, now: Timestamp) -> Result<Option<SessionId>, StoreError> {
    let (here, today) = (workspace.zone(), workspace.zone().day(now));
    let is_it = |known: &ListedSession| {
        let header = &known.header;
        header.kind == SessionKind::Desk && !known.is_private() && header.zone == *here && header.day() == today
    };
    let listed = workspace.list()?;
    Ok(listed.into_iter().filter(is_it).map(|known| known.id).min())
}

fn begun(workspace: &Workspace, now: Timestamp) -> (Header, Event) {
    let header = workspace.new_header("Desk", SessionKind::Desk, now, four_digits());
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people: Vec::new() };
    (header, Event { seq: 1, facts: vec![opened], ..Event::default() })
}

/// Milliseconds from the opening; never before what was said last.
fn since_opening(session: &Session, now: Timestamp) -> u64 {
    let since = now.as_millisecond() - session.header().opened.as_millisecond();
    u64::try_from(since).unwrap_or_default().max(session.events().last().map_or(0, |event| event.at))
}

/// Claims are numbered in the session they are kept in.
fn numbered(mut facts: Vec<Fact>, session: &Session) -> Vec<Fact> {
    let claims = facts.iter_mut().filter_map(|fact| if let Fact::Claimed(claim) = fact { Some(claim) } else { None });
    for (claim, number) in claims.zip(session.next_claim()..) {
        claim.claim = number;
    }
    facts
}

/// Waits while others keep their lines in the session, until nothing was added to it for a moment.
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
