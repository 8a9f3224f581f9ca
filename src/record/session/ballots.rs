//! Counts of hands. Of one ballot in one step, only the latest live count is valid.

use std::collections::BTreeSet;

use super::Session;
use crate::record::{Exposure, Fact};

impl Session {
    /// Returns the numbers of the events that only count a ballot which was counted again later in the same step.
    ///
    /// When the later count is taken back, the count before it is valid again.
    pub fn recounted(&self) -> BTreeSet<u64> {
        let mut later = BTreeSet::new();
        let live = self.live_counts().filter(|event| event.exposure != Exposure::Private);
        let mut recounted = BTreeSet::new();
        for event in live.rev() {
            let ballots: Vec<String> = event.facts.iter().filter_map(ballot).collect();
            let only_counts = !ballots.is_empty() && ballots.len() == event.facts.len();
            let again =
                ballots.into_iter().filter(|ballot| !later.insert((event.step.clone(), ballot.clone()))).count();
            if only_counts && again == event.facts.len() {
                recounted.insert(event.seq);
            }
        }
        recounted
    }
}

fn ballot(fact: &Fact) -> Option<String> {
    match fact {
        Fact::Voted { ballot, .. } => Some(ballot.trim().to_lowercase()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Event, Hands, Header, SessionKind, StepId};

    fn counts(seq: u64, step: &str, ballot: &str) -> Event {
        let hands = vec![Hands { option: "yes".into(), count: 3 }];
        let facts = vec![Fact::Voted { ballot: ballot.into(), hands }];
        Event { seq, step: step.parse::<StepId>().ok(), facts, ..Event::default() }
    }

    #[test]
    fn only_the_last_count_of_a_ballot_in_a_step_holds_and_an_undo_brings_the_one_before_back() {
        let events = [
            counts(1, "next.6", "Guard"),
            counts(2, "next.6", "Wait"),
            counts(3, "next.6", "guard "),
            counts(4, "bound.1", "Guard"),
        ];
        let header = Header::here(SessionKind::Workshop);
        let mut session = Session::fold(header, events);
        assert_eq!(session.recounted(), BTreeSet::from([1]));
        session.push(Event { seq: 5, facts: vec![Fact::Retracted { seq: 3 }], ..Event::default() });
        assert_eq!(session.recounted(), BTreeSet::new());
    }
}
