use std::collections::HashSet;

use crate::record::Event;

/// Which events were taken back, and what undo and redo would do next.
#[derive(Clone, Debug, Default)]
pub(super) struct UndoHistory {
    retracted: HashSet<u64>,
    /// The events that undo can take back, in file order; undo begins with the last one.
    undoable: Vec<u64>,
    /// The events that redo can restore, in the order in which they were taken back; redo begins with the last one.
    redoable: Vec<u64>,
}

impl UndoHistory {
    /// Adds the next event. An event that can be taken back ends the possibility of redo.
    pub(super) fn note(&mut self, event: &Event) {
        if event.can_be_taken_back() {
            self.undoable.push(event.seq);
            self.redoable.clear();
        } else if event.is_struck() {
            self.redoable.clear();
        }
    }

    pub(super) fn retract(&mut self, seq: u64) {
        if self.retracted.insert(seq) {
            self.undoable.retain(|&known| known != seq);
            self.redoable.push(seq);
        }
    }

    pub(super) fn restore(&mut self, seq: u64) {
        if self.retracted.remove(&seq) {
            self.redoable.retain(|&known| known != seq);
            let place = self.undoable.partition_point(|&known| known < seq);
            self.undoable.insert(place, seq);
        }
    }

    /// Makes redo skip an event, because its text was removed for good.
    pub(super) fn forget(&mut self, seq: u64) {
        self.redoable.retain(|&known| known != seq);
    }

    /// Whether an event is live, not taken back.
    pub(super) fn stands(&self, seq: u64) -> bool {
        !self.retracted.contains(&seq)
    }

    /// Returns the number of the event that undo would take back; `None` when there is none.
    pub(super) fn undo_target(&self) -> Option<u64> {
        self.undoable.last().copied()
    }

    /// Returns the number of the event that redo would restore; `None` when there is none.
    pub(super) fn redo_target(&self) -> Option<u64> {
        self.redoable.last().copied()
    }
}

#[cfg(test)]
mod tests {
    use crate::record::strike::tests::{act, line, session};
    use crate::record::{Event, Fact};

    /// A line whose words are read anew in place of an earlier line.
    fn instead_of(seq: u64, earlier: u64) -> Event {
        let line = line(seq, "bots cut calls", "Bots", "Calls");
        let facts = [Fact::Retracted { seq: earlier }].into_iter().chain(line.facts.clone()).collect();
        Event { facts, ..line }
    }

    fn text(seq: u64) -> Event {
        let said = "bots cut calls".to_owned();
        Event { seq, said: Some(said.clone()), facts: vec![Fact::Answered { text: said }], ..Event::default() }
    }

    #[test]
    fn undo_of_a_line_read_anew_brings_its_text_back_and_redo_takes_the_reading_again() {
        let mut session = session(vec![text(1), instead_of(2, 1)]);
        // The line keeps its number, whatever stands in its place.
        let standing = |session: &super::super::Session| {
            let lines = session.live().filter(|event| event.is_line());
            lines
                .map(|event| (event.seq, matches!(event.facts.as_slice(), [Fact::Answered { .. }])))
                .collect::<Vec<_>>()
        };
        let (text, arrow) = (vec![(1, true)], vec![(1, false)]);
        assert_eq!((standing(&session), session.undo_target(), session.redo_target()), (arrow.clone(), Some(2), None));
        let facts = session.taking_back(2);
        assert_eq!(facts, [Fact::Retracted { seq: 2 }, Fact::Restored { seq: 1 }]);
        session.push(Event { seq: 3, facts, ..Event::default() });
        assert_eq!((standing(&session), session.undo_target(), session.redo_target()), (text, Some(1), Some(2)));
        let facts = session.bringing_back(2);
        assert_eq!(facts, [Fact::Restored { seq: 2 }, Fact::Retracted { seq: 1 }]);
        session.push(Event { seq: 4, facts, ..Event::default() });
        assert_eq!((standing(&session), session.undo_target(), session.redo_target()), (arrow, Some(2), None));
    }

    #[test]
    fn a_text_goes_with_the_line_that_stands_in_its_place_when_either_is_removed_for_good() {
        let session = session(vec![text(1), instead_of(2, 1)]);
        assert_eq!((session.copies_of(1), session.copies_of(2)), (vec![1, 2], vec![1, 2]));
    }

    #[test]
    fn a_line_left_as_text_for_good_is_told_until_that_is_taken_back() {
        let mut session = session(vec![text(1), act(2, Fact::LeftAsText { seq: 1 })]);
        assert_eq!((session.left_as_text().len(), session.undo_target()), (1, Some(2)));
        session.push(act(3, Fact::Retracted { seq: 2 }));
        assert_eq!((session.left_as_text().len(), session.stands(1)), (0, true));
    }

    #[test]
    fn taking_back_another_line_is_no_reading_of_its_words() {
        let undo = Event { said: Some("undo".into()), ..act(2, Fact::Retracted { seq: 1 }) };
        assert_eq!((undo.replaces(), undo.can_be_taken_back()), (None, false));
        assert_eq!(instead_of(2, 1).stated().len(), 1);
        assert_eq!(text(1).stated(), text(1).facts);
    }
}
