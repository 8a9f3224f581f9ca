//! What was promised, what became of it, and whether what it was to move has moved.

use jiff::civil::Date;

use super::look::is;
use crate::graph::{Graph, Ledger, Owner};
use crate::record::{Direction, Exposure, Fact, Kind, Outcome, Relation, Session, SessionId};

/// A promise with a person and a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackedPromise {
    /// The session it was made in.
    pub session: SessionId,
    /// The event.
    pub seq: u64,
    /// The day it was made.
    pub said: Date,
    /// Whose it is, as typed: a tag or a name. Never shown; see `called`.
    pub who: String,
    /// How everybody calls them: a name they asked for, else their unit.
    pub called: String,
    /// Whether the promise was made for somebody who was not there.
    pub is_wish: bool,
    /// What.
    pub text: String,
    /// By when, as last said.
    pub due: Date,
    /// What it is about.
    pub about: Option<String>,
    /// What became of it; a moved one is still open.
    pub outcome: Option<Outcome>,
    /// In which words.
    pub words: Option<String>,
    /// What it was to move, with what was seen of that since.
    pub moves: Vec<Moved>,
}

/// Something a promise was to move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// What.
    pub label: String,
    /// In which direction it was seen to move since, as last said.
    pub seen: Option<(Direction, Option<String>)>,
}

impl TrackedPromise {
    /// Whether nobody has said yet what became of it.
    pub const fn is_open(&self) -> bool {
        matches!(self.outcome, None | Some(Outcome::Moved))
    }
}

/// Every promise of these sessions, the first to be due first. Sessions are in the order in which they were opened.
pub fn promises(sessions: &[Session], ledger: &Ledger, graph: &Graph) -> Vec<TrackedPromise> {
    let mut found: Vec<TrackedPromise> = Vec::new();
    for session in sessions {
        for event in session.live().filter(|event| event.exposure != Exposure::Private) {
            let on = session.day_at(event.at);
            for fact in &event.facts {
                settle(&mut found, session, fact);
                let Fact::Committed { text, who: Some(who), due: Some(due), about, about_to } = fact else { continue };
                // What was promised without a name is somebody's.
                let named = event.exposure == Exposure::Room;
                let whose = if named { Owner::of(session, ledger, who) } else { Owner::Seated };
                found.push(TrackedPromise {
                    session: session.header().id.clone(),
                    seq: event.seq,
                    said: on,
                    who: if named { who.clone() } else { String::new() },
                    is_wish: !whose.is_here(),
                    called: whose.called().unwrap_or_else(|| "Somebody".to_owned()),
                    text: text.clone(),
                    due: due.day(session.day()),
                    about: about.clone(),
                    outcome: None,
                    words: None,
                    moves: moves(graph, ledger, about_to.as_deref().or(about.as_deref())),
                });
            }
        }
    }
    for promise in &mut found {
        look(promise, sessions, ledger);
    }
    found.sort_by(|one, other| (one.due, &one.text).cmp(&(other.due, &other.text)));
    found
}

fn settle(found: &mut [TrackedPromise], session: &Session, fact: &Fact) {
    let Fact::Settled { session: of, seq, outcome, due, words } = fact else { return };
    let of = of.as_deref().unwrap_or(&session.header().id);
    for promise in found.iter_mut().filter(|promise| promise.session == of && promise.seq == *seq) {
        promise.outcome = Some(*outcome);
        promise.due = due.map_or(promise.due, |due| due.day(session.day()));
        promise.words = words.clone().or(promise.words.take());
    }
}

/// A promise about a factor is to move that; one about anything else, what that moves directly.
fn moves(graph: &Graph, ledger: &Ledger, about: Option<&str>) -> Vec<Moved> {
    let Some(key) = about.and_then(|about| ledger.key_of(about)) else { return Vec::new() };
    let labels: Vec<&str> = match graph.thing(key) {
        Some(thing) if thing.kind == Kind::Factor => vec![&thing.label],
        _ => {
            let leads = graph.links().filter(|link| {
                link.from.key == *key
                    && link.to.kind == Kind::Factor
                    && matches!(link.arrow.relation, Relation::Affects | Relation::Rewards | Relation::Aims)
            });
            leads.map(|link| link.to.label.as_str()).collect()
        }
    };
    let mut moves: Vec<Moved> = Vec::new();
    for label in labels {
        if moves.iter().all(|known| known.label != label) {
            moves.push(Moved { label: label.to_owned(), seen: None });
        }
    }
    moves
}

/// Looks for what was seen in later sessions of what a promise was to move.
fn look(promise: &mut TrackedPromise, sessions: &[Session], ledger: &Ledger) {
    let after = sessions.iter().skip_while(|session| session.header().id != promise.session).skip(1);
    let said = after.flat_map(Session::live).filter(|event| event.exposure != Exposure::Private);
    for fact in said.flat_map(|event| &event.facts) {
        let Fact::Observed { label, direction, words } = fact else { continue };
        for moved in promise.moves.iter_mut().filter(|moved| is(ledger, &moved.label, label)) {
            moved.seen = Some((*direction, words.clone()));
        }
    }
}
