//! Ledgers kept on the way, so that no look begins at the beginning.

use std::collections::HashSet;
use std::sync::Arc;

use crate::graph::{Ledger, Origin};
use crate::record::{Event, Fact, Session};

/// A ledger is kept every so many events, of a session of usual length.
const APART: usize = 64;

/// So many events may be kept in all ledgers together; of a long session fewer are kept, further apart.
const KEPT: usize = 1_800_000;

/// What was taken back, or brought back, and by which event.
#[derive(Clone, Copy, Debug)]
struct Flip {
    /// The place of the event that does it.
    by: usize,
    /// The number of the event it is done to.
    seq: u64,
    /// Its place; beyond all events while it has not come.
    place: usize,
    /// Whether it is taken back rather than brought back.
    back: bool,
}

/// A ledger after so many events, as everything stood then.
#[derive(Clone, Debug)]
struct Stop {
    heard: usize,
    ledger: Ledger,
}

/// What is kept of a session, as far as somebody has looked.
#[derive(Clone, Debug, Default)]
pub(super) struct Stops {
    /// How many events were looked through for the lists below.
    known: usize,
    flips: Vec<Flip>,
    /// The events without what they say: what moves the clocks, the walk and the seats, each with its place.
    meeting: Vec<(usize, Event)>,
    /// Shared between copies of a timeline, which go on from there each in its own way.
    kept: Vec<Arc<Stop>>,
}

impl Stops {
    /// The meeting as it stood after so many events; the session it is told with holds nothing that was said.
    pub(super) fn walk(&mut self, session: &Session, heard: usize) -> Session {
        self.learn(session.events());
        let heard = self.meeting.iter().take_while(|(place, _)| *place < heard);
        Session::fold(session.header().clone(), heard.map(|(_, event)| event.clone()))
    }

    /// Everything that stood after so many events.
    pub(super) fn ledger(&mut self, session: &Session, origin: &Origin, base: &Ledger, heard: usize) -> Ledger {
        while self.keep_next(session, origin, base, heard) {}
        self.tell(session.events(), origin, base, heard)
    }

    /// Keeps one more ledger on the way to so many events; nothing to do once all of them are kept.
    pub(super) fn keep_next(&mut self, session: &Session, origin: &Origin, base: &Ledger, heard: usize) -> bool {
        self.learn(session.events());
        let next = self.next_stop(apart(session.events().len()));
        if next > heard {
            return false;
        }
        let ledger = self.tell(session.events(), origin, base, next);
        self.kept.push(Arc::new(Stop { heard: next, ledger }));
        true
    }

    /// A ledger is kept at regular distances, and behind what changed the part before the last one that is kept.
    fn next_stop(&self, apart: usize) -> usize {
        let last = self.kept.last().map_or(0, |stop| stop.heard);
        let regular = (last / apart + 1) * apart;
        let first = self.flips.partition_point(|flip| flip.by < last);
        let ahead = self.flips.iter().skip(first).take_while(|flip| flip.by + 1 < regular);
        let mut ahead = ahead.peekable();
        while let Some(flip) = ahead.next() {
            // Of several in a row only the last one counts.
            let ends_row = ahead.peek().is_none_or(|next| next.by > flip.by + 1);
            if flip.place < last && ends_row {
                return flip.by + 1;
            }
        }
        regular
    }

    /// From the nearest kept ledger whose part of the session still stands as it stood then.
    fn tell(&self, events: &[Event], origin: &Origin, base: &Ledger, heard: usize) -> Ledger {
        let (from, mut ledger) =
            self.nearest(heard).map_or_else(|| (0, base.clone()), |stop| (stop.heard, stop.ledger.clone()));
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

    fn nearest(&self, heard: usize) -> Option<&Stop> {
        let mut flips = self.flips.iter().rev().skip_while(|flip| flip.by >= heard).peekable();
        let mut changed = usize::MAX;
        self.kept.iter().map(Arc::as_ref).rev().filter(|stop| stop.heard <= heard).find(|stop| {
            while let Some(flip) = flips.next_if(|flip| flip.by >= stop.heard) {
                changed = changed.min(flip.place);
            }
            changed >= stop.heard
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

    /// Looks through what was recorded since the last look.
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

/// How far apart ledgers are kept in a session of so many events: each holds half of them on average.
fn apart(events: usize) -> usize {
    (events.saturating_mul(events) / 2 / KEPT).max(APART)
}

/// Numbers run without gaps unless a file is damaged.
fn place_of(events: &[Event], seq: u64) -> Option<usize> {
    let likely = usize::try_from(seq.checked_sub(1)?).ok()?;
    if events.get(likely).is_some_and(|event| event.seq == seq) {
        return Some(likely);
    }
    events.iter().position(|event| event.seq == seq)
}

/// Time runs on to the event before an interruption, so that one counts.
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
            assert!(events / apart(events) * events / 2 <= KEPT, "{events}");
        }
    }
}
