//! Today's Desk session: single lines between sessions, one file a day, made when the first of them is kept.

use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::random::four_digits;
use super::workshop;
use crate::app::{Noted, OpenSession};
use crate::record::persons::{Acts, Rewriting as _};
use crate::record::{Event, Fact, Header, Mode, Names, Persons, Session, SessionKind};
use crate::store::{Listed, SessionFile, StoreError, Workspace};

/// Somebody else who keeps one line is done in a blink; whoever has added nothing for so long has the session open.
const PATIENCE: Duration = Duration::from_secs(2);

/// Even where one after the other keeps a line, nobody waits longer than this.
const LONGEST: Duration = Duration::from_secs(20);

const BETWEEN_TRIES: Duration = Duration::from_millis(10);

/// Where the lines of today go.
pub struct Desk {
    workspace: Workspace,
    place: Place,
}

/// A file from its first line on.
enum Place {
    There(SessionFile),
    NotYet(Box<(Header, Event)>),
}

impl Desk {
    /// Takes up today's Desk session with what it builds on; where there is none yet, none is made before a line is
    /// kept.
    pub fn open(workspace: &Workspace, now: Timestamp) -> Result<(Self, OpenSession), StoreError> {
        let (place, open) = match of_today(workspace, now)? {
            Some(id) => {
                let (file, open) = patiently(workspace, &id, || workshop::open(workspace, &id))?;
                (Place::There(file), open)
            }
            None => {
                let (header, opening) = begun(workspace, now);
                let session = Session::fold(header.clone(), [opening.clone()]);
                let open = workshop::on_top(workspace, session, Names::default())?;
                (Place::NotYet(Box::new((header, opening))), OpenSession { writable: true, ..open })
            }
        };
        // Nobody is listed at a desk: those of every session are.
        let open = OpenSession { elsewhere: workshop::everybody(workspace)?, ..open };
        Ok((Self { workspace: workspace.clone(), place }, open))
    }

    /// Keeps who sits where, in the private file of the day.
    pub fn keep_names(&self, id: &str, names: &Names) -> Result<(), StoreError> {
        self.workspace.keep_names(id, names)
    }

    /// Writes an event; once this returns without an error it is on disk.
    pub fn keep(&mut self, event: &Event) -> Result<(), StoreError> {
        match &mut self.place {
            Place::There(file) => file.append(event),
            Place::NotYet(begun) => {
                let (header, opening) = &**begun;
                self.place = Place::There(begin(&self.workspace, header, opening, event)?);
                Ok(())
            }
        }
    }
}

/// Begins the Desk session of a day with its first line; where somebody else has begun it meanwhile, the line goes there.
fn begin(workspace: &Workspace, header: &Header, opening: &Event, event: &Event) -> Result<SessionFile, StoreError> {
    let turn = patiently(workspace, DESK, || workspace.turn(DESK))?;
    let Some(id) = of_today(workspace, header.opened)? else {
        return workspace.create(header, &[opening.clone(), event.clone()]);
    };
    drop(turn);
    let mut file = patiently(workspace, &id, || workspace.go_on(&id))?;
    let session = workspace.load(&id)?.session;
    let at = since_opening(&session, header.opened).saturating_add(event.at);
    let facts = numbered(event.facts.clone(), &session);
    file.append(&Event { seq: session.next_seq(), at, facts, ..event.clone() })?;
    Ok(file)
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
    let persons = workshop::everybody(workspace)?;
    let said = said.map(|said| persons.without_names(&said));
    let facts = if persons.is_empty() { facts } else { without_names(&persons, facts, workspace)? };
    let event = |session: &Session| Event {
        seq: session.next_seq(),
        at: since_opening(session, now),
        said,
        facts: numbered(facts, session),
        ..Event::default()
    };
    let Some(id) = of_today(workspace, now)? else {
        let (header, opening) = begun(workspace, now);
        let event = event(&Session::fold(header.clone(), [opening.clone()]));
        let file = begin(workspace, &header, &opening, &event)?;
        return Ok(Noted { session: file.id(), seq: file.last_seq() });
    };
    let mut file = patiently(workspace, &id, || workspace.go_on(&id))?;
    let event = event(&workspace.load(&id)?.session);
    file.append(&event)?;
    Ok(Noted { session: id, seq: event.seq })
}

/// What is known on the map by its label stays what it is called; in what is new there units stand in place of names.
fn without_names(persons: &Persons, facts: Vec<Fact>, workspace: &Workspace) -> Result<Vec<Fact>, StoreError> {
    let map = workshop::survey(workspace)?;
    let acts = Acts { persons, known: &|label| map.thing(label).is_some() };
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
fn of_today(workspace: &Workspace, now: Timestamp) -> Result<Option<String>, StoreError> {
    let (here, today) = (workspace.zone(), workspace.zone().day(now));
    let is_it = |known: &Listed| {
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
                Err(StoreError::Held { who, .. }) if over => return Err(StoreError::DeskHeld { who }),
                Err(error) if error.is_held() => {}
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
