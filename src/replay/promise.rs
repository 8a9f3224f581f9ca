//! Promises: who made them, what became of them, and whether the factors they were meant to move have moved.

use jiff::civil::Date;

use super::look::is;
use crate::graph::{Graph, Ledger, Owner};
use crate::record::{Direction, Exposure, Fact, Kind, Outcome, Relation, Session, SessionId};

/// A promise with a person and a due day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackedPromise {
    /// The session in which it was made.
    pub session: SessionId,
    /// The number of the event that makes it.
    pub seq: u64,
    /// The day on which it was made.
    pub said: Date,
    /// The person as typed: a tag or a name. Empty if it was made without a name. Never shown; see `called`.
    pub who: String,
    /// How the person is called in public: a name they asked for, else their unit, else "Somebody".
    pub called: String,
    /// Whether the promise was made for a person who was not in the session.
    pub is_wish: bool,
    /// The promised action.
    pub text: String,
    /// The due day, as last said.
    pub due: Date,
    /// The label of what it is about; `None` if nothing was named.
    pub about: Option<String>,
    /// What became of it; a promise that was moved is still open.
    pub outcome: Option<Outcome>,
    /// The words in which its outcome was reported.
    pub words: Option<String>,
    /// The factors that it was meant to move, each with what was seen of it since.
    pub moves: Vec<Moved>,
}

/// A factor that a promise was meant to move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The label of the factor.
    pub label: String,
    /// In which direction it was last seen to move in a later session, with the words for it; `None` if nobody saw it
    /// move.
    pub seen: Option<(Direction, Option<String>)>,
}

impl TrackedPromise {
    /// Whether no outcome was reported, or only that the promise was moved to another day.
    pub const fn is_open(&self) -> bool {
        matches!(self.outcome, None | Some(Outcome::Moved))
    }
}

/// Returns every promise of these sessions, the earliest due first. Expects sessions in the order in which they were
/// opened.
pub fn promises(sessions: &[Session], ledger: &Ledger, graph: &Graph) -> Vec<TrackedPromise> {
    let mut found: Vec<TrackedPromise> = Vec::new();
    for session in sessions {
        for event in session.live().filter(|event| event.exposure != Exposure::Private) {
            let on = session.day_at(event.at);
            for fact in &event.facts {
                settle(&mut found, session, fact);
                let Fact::Committed { text, who: Some(who), due: Some(due), about, about_to } = fact else { continue };
                // A promise that was made without a name is told as made by "Somebody".
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

/// Returns the factors that a promise was meant to move: the factor it is about, or the factors that its subject moves
/// directly.
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

/// Notes for each factor that the promise was meant to move what later sessions saw of it.
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
