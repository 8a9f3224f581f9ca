//! Checkpoints: stored ledgers, so that a look does not have to begin at the start of the session.

use std::collections::HashSet;
use std::sync::Arc;

use crate::graph::{Ledger, Origin};
use crate::record::{Event, Fact, Session};

/// The minimum number of events between two checkpoints.
const APART: usize = 64;

/// The maximum number of events in all stored ledgers together; in a long session, checkpoints are further apart.
const EVENTS_STORED: usize = 1_800_000;

/// An undo or a redo: which event takes back or brings back which other event.
#[derive(Clone, Copy, Debug)]
struct Flip {
    /// The index of the event that takes back or brings back.
    by: usize,
    /// The number of the event that is taken back or brought back.
    seq: u64,
    /// The index of that event; `usize::MAX` if no such event is known.
    place: usize,
    /// Whether the event is taken back; else it is brought back.
    back: bool,
}

/// The ledger after the first `heard` events, without what had been taken back by then.
#[derive(Clone, Debug)]
struct Checkpoint {
    heard: usize,
    ledger: Ledger,
}

/// The checkpoints of a session, up to the furthest look so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Checkpoints {
    /// The number of events that `flips` and `meeting` cover.
    known: usize,
    flips: Vec<Flip>,
    /// The events that move the clocks, the steps and the seats, without what was said; each with its index.
    meeting: Vec<(usize, Event)>,
    /// Shared between copies of a timeline; each copy adds its own checkpoints.
    stored: Vec<Arc<Checkpoint>>,
}

impl Checkpoints {
    /// Returns the session after the first `heard` events, without what was said in it.
    pub(super) fn walk(&mut self, session: &Session, heard: usize) -> Session {
        self.learn(session.events());
        let heard = self.meeting.iter().take_while(|(place, _)| *place < heard);
        Session::fold(session.header().clone(), heard.map(|(_, event)| event.clone()))
    }

    /// Returns the ledger of all that stood after the first `heard` events.
    pub(super) fn ledger(&mut self, session: &Session, origin: &Origin, base: &Ledger, heard: usize) -> Ledger {
        while self.store_next(session, origin, base, heard) {}
        self.tell(session.events(), origin, base, heard)
    }

    /// Stores the next checkpoint, if it lies within the first `heard` events. Returns whether there was one to store.
    pub(super) fn store_next(&mut self, session: &Session, origin: &Origin, base: &Ledger, heard: usize) -> bool {
        self.learn(session.events());
        let next = self.next_checkpoint(apart(session.events().len()));
        if next > heard {
            return false;
        }
        let ledger = self.tell(session.events(), origin, base, next);
        self.stored.push(Arc::new(Checkpoint { heard: next, ledger }));
        true
    }

    /// Returns where the next checkpoint is: at a regular distance, or right after an undo or redo of an event before
    /// the last checkpoint.
    fn next_checkpoint(&self, apart: usize) -> usize {
        let last = self.stored.last().map_or(0, |checkpoint| checkpoint.heard);
        let regular = (last / apart + 1) * apart;
        let first = self.flips.partition_point(|flip| flip.by < last);
        let ahead = self.flips.iter().skip(first).take_while(|flip| flip.by + 1 < regular);
        let mut ahead = ahead.peekable();
        while let Some(flip) = ahead.next() {
            // Of several undos or redos in a row, only the last one gets a checkpoint.
            let ends_row = ahead.peek().is_none_or(|next| next.by > flip.by + 1);
            if flip.place < last && ends_row {
                return flip.by + 1;
            }
        }
        regular
    }

    /// Builds a ledger from the nearest checkpoint before which nothing was taken back or brought back since.
    fn tell(&self, events: &[Event], origin: &Origin, base: &Ledger, heard: usize) -> Ledger {
        let (from, mut ledger) = self
            .nearest(heard)
            .map_or_else(|| (0, base.clone()), |checkpoint| (checkpoint.heard, checkpoint.ledger.clone()));
        if from == 0 {
            ledger.attend(origin);
        }
        let gone = self.taken_back(heard);
        for event in events.iter().take(heard).skip(from) {
            if gone.contains(&event.seq) {
                ledger.pass_over(origin, event);
            } else {
                ledger.apply(origin, event);
            }
        }
        ledger
    }

    fn nearest(&self, heard: usize) -> Option<&Checkpoint> {
        let mut flips = self.flips.iter().rev().skip_while(|flip| flip.by >= heard).peekable();
        let mut changed = usize::MAX;
        self.stored.iter().map(Arc::as_ref).rev().filter(|checkpoint| checkpoint.heard <= heard).find(|checkpoint| {
            while let Some(flip) = flips.next_if(|flip| flip.by >= checkpoint.heard) {
                changed = changed.min(flip.place);
            }
            changed >= checkpoint.heard
        })
    }

    fn taken_back(&self, heard: usize) -> HashSet<u64> {
        let mut gone = HashSet::new();
        for flip in self.flips.iter().take_while(|flip| flip.by < heard) {
            if flip.back {
                gone.insert(flip.seq);
            } else {
                gone.remove(&flip.seq);
            }
        }
        gone
    }

    /// Adds the events recorded since the last call to `flips` and `meeting`.
    fn learn(&mut self, events: &[Event]) {
        for (place, event) in events.iter().enumerate().skip(self.known) {
            for fact in &event.facts {
                let (seq, back) = match fact {
                    Fact::Retracted { seq } => (*seq, true),
                    Fact::Restored { seq } => (*seq, false),
                    _ => continue,
                };
                let target = place_of(events, seq).unwrap_or(usize::MAX);
                self.flips.push(Flip { by: place, seq, place: target, back });
            }
            let ahead = events.get(place + 1).is_some_and(is_resumed);
            let facts: Vec<Fact> =
                event.facts.iter().filter(|fact| is_of_the_meeting(fact)).map(without_words).collect();
            if ahead || !facts.is_empty() {
                let event = Event { seq: event.seq, at: event.at, facts, ..Event::default() };
                self.meeting.push((place, event));
            }
        }
        self.known = events.len();
    }
}

/// Returns the distance between checkpoints in a session of this many events; a ledger holds half of the events on
/// average.
fn apart(events: usize) -> usize {
    (events.saturating_mul(events) / 2 / EVENTS_STORED).max(APART)
}

/// Returns the index of the event with this number. Numbers have no gaps unless a file is damaged.
fn place_of(events: &[Event], seq: u64) -> Option<usize> {
    let likely = usize::try_from(seq.checked_sub(1)?).ok()?;
    if events.get(likely).is_some_and(|event| event.seq == seq) {
        return Some(likely);
    }
    events.iter().position(|event| event.seq == seq)
}

/// Whether an interruption ends with this event. The event before it is stored too, because time runs on up to it.
fn is_resumed(event: &Event) -> bool {
    event.facts.iter().any(|fact| matches!(fact, Fact::Resumed { .. }))
}

const fn is_of_the_meeting(fact: &Fact) -> bool {
    !fact.is_content() || matches!(fact, Fact::Revealed { .. })
}

fn without_words(fact: &Fact) -> Fact {
    match fact {
        Fact::Revealed { .. } => Fact::Revealed { texts: Vec::new() },
        fact => fact.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ledgers_lie_further_apart_in_a_longer_session_so_that_all_of_them_hold_no_more() {
        assert_eq!([0, 100, 10_000].map(apart), [APART; 3]);
        for events in [20_000, 50_000, 200_000] {
            assert!(events / apart(events) * events / 2 <= EVENTS_STORED, "{events}");
        }
    }
}
