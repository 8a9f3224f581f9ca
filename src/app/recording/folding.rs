//! How an event changes what follows from the record: the ledger, the gist and the things heard.

use std::sync::Arc;

use super::Recording;
use super::earlier::EarlierStates;
use super::gist::Gist;
use crate::capture::Heard;
use crate::graph::Origin;
use crate::record::Event;

impl Recording {
    /// Adds an event that changes no earlier one.
    pub(super) fn add(&mut self, event: Event) {
        let heard = self.session.events().len();
        self.earlier.ledgers.store(heard, &self.ledger);
        self.earlier.gists.store(heard, &self.gist);
        self.session.push(event);
        let Some(event) = self.session.events().last() else { return };
        self.heard.hear(event);
        let origin = Origin::of(&self.session, &self.names);
        if self.session.stands(event.seq) {
            self.ledger.apply(&origin, event);
            Arc::make_mut(&mut self.gist).hear(event, &self.session, &self.ledger);
        } else {
            // A damaged file may take back an event that comes later.
            self.ledger.pass_over(&origin, event);
        }
    }

    /// Adds an event that takes back, restores or corrects earlier ones, or removes a text for good.
    pub(super) fn revise(&mut self, event: Event) {
        let strikes = event.orders_strike();
        let first = self.session.first_revised(&event);
        let reread: Vec<Event> =
            self.session.lines_read_anew(&event).filter_map(|line| self.session.event(line)).cloned().collect();
        self.session.push(event);
        if strikes {
            self.heard = Heard::of(&self.session);
            return self.rebuild();
        }
        for before in &reread {
            self.heard.forget(before);
            self.session.event(before.seq).into_iter().for_each(|now| self.heard.hear(now));
        }
        self.session.events().last().into_iter().for_each(|last| self.heard.hear(last));
        self.rebuild_from(first.unwrap_or_default());
    }

    /// Builds the ledger again from the valid events.
    pub(super) fn rebuild(&mut self) {
        self.earlier = EarlierStates::default();
        self.rebuild_from(0);
    }

    /// Builds the ledger again after the event at this index was changed, and none before it.
    fn rebuild_from(&mut self, changed: usize) {
        let origin = Origin::of(&self.session, &self.names);
        let (heard, mut ledger) = self.earlier.ledgers.before(changed).unwrap_or_else(|| (0, self.base.clone()));
        ledger.attend(&origin);
        for event in self.session.events().iter().skip(heard) {
            if self.session.stands(event.seq) {
                ledger.apply(&origin, event);
            } else {
                ledger.pass_over(&origin, event);
            }
        }
        self.ledger = ledger;
        let earlier = self.earlier.gists.before(changed);
        let (heard, gist) = earlier.unwrap_or_else(|| (0, Arc::new(Gist::before_the_session(&self.base))));
        self.gist = Arc::new(Arc::unwrap_or_clone(gist).after(heard, &self.session, &self.ledger));
        self.list_persons();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::OpenSession;
    use crate::exercise::{AnswerFrame, Catalogue};
    use crate::graph::Ledger;
    use crate::record::{Fact, Header, Session, SessionKind, SessionTime};

    fn spoken(recording: &Recording, line: &str) -> Event {
        let at = SessionTime::from_millis(recording.session().next_seq() * 1000);
        recording.spoken(&recording.read(line, None, &AnswerFrame::default(), at), at)
    }

    /// Returns an event that puts these words in the place of a line.
    fn correcting(recording: &Recording, seq: u64, line: &str) -> Event {
        let event = spoken(recording, line);
        let back = Fact::Retracted { seq: recording.session().version(seq) };
        Event { facts: std::iter::once(back).chain(event.facts.clone()).collect(), ..event }
    }

    fn is_as_if_read_again(recording: &Recording, after: &str) {
        let mut again = Ledger::new();
        again.add_session(recording.session(), recording.names());
        assert!(recording.ledger().packed() == again.packed(), "the ledger differs after {after}");
        let gist = Gist::before_the_session(&Ledger::new()).after(0, recording.session(), &again);
        assert_eq!(*recording.gist(), gist, "after {after}");
        assert_eq!(recording.heard, Heard::of(recording.session()), "after {after}");
    }

    #[test]
    fn whatever_is_taken_back_restored_or_corrected_the_ledger_is_that_of_the_session_read_again() {
        let catalogue = Catalogue::embedded();
        let session = Session::new(Header::here(SessionKind::Workshop));
        let mut recording = Recording::new(OpenSession::alone(session), &catalogue);
        for number in 1..=400_u64 {
            let line = spoken(&recording, &format!("thing {number} -> more thing {}", number * 7 % 40));
            recording.apply(line, &catalogue);
            let next = recording.session().next_seq();
            let (earlier, far) = (next - 1 - number % 20, next / 2);
            let (what, event) = match number % 9 {
                2 => ("a line is taken back", recording.session().undo_target().map(|seq| taking(&recording, seq))),
                3 => ("it is restored", recording.session().redo_target().map(|seq| bringing(&recording, seq))),
                4 => ("a late line is corrected", Some(correcting(&recording, earlier, "thing 1 -> less thing 2"))),
                5 => ("the correction is taken back", recording.session().undo_target().map(|s| taking(&recording, s))),
                6 if number % 5 == 0 => {
                    ("an early line is corrected", Some(correcting(&recording, far, "new -> less thing 3")))
                }
                7 if number % 5 == 0 => ("an early line is taken back", Some(taking(&recording, far))),
                8 if number % 40 == 0 => (
                    "a text is removed",
                    Some(recording.keyed(vec![Fact::StrikeOrdered { seq: far }], SessionTime::OPENING)),
                ),
                _ => continue,
            };
            let Some(event) = event else { continue };
            recording.apply(event, &catalogue);
            is_as_if_read_again(&recording, what);
        }
    }

    fn taking(recording: &Recording, seq: u64) -> Event {
        recording.keyed(recording.session().taking_back(seq), SessionTime::OPENING)
    }

    fn bringing(recording: &Recording, seq: u64) -> Event {
        recording.keyed(recording.session().bringing_back(seq), SessionTime::OPENING)
    }
}
