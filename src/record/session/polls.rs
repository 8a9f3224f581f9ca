use crate::record::{Event, Fact, Poll};

/// The polls of a session: what each event that began or ended one left open.
#[derive(Clone, Debug, Default)]
pub(super) struct PollHistory(Vec<(u64, Option<Poll>)>);

impl PollHistory {
    pub(super) fn note(&mut self, event: &Event) {
        for fact in &event.facts {
            match fact {
                Fact::Polled(poll) => self.0.push((event.seq, Some(poll.clone()))),
                Fact::PollCounted { .. } | Fact::PollDropped => self.0.push((event.seq, None)),
                _ => {}
            }
        }
    }

    /// Returns the poll that is open after the events that `stands` says are live.
    pub(super) fn open(&self, stands: impl Fn(u64) -> bool) -> Option<&Poll> {
        self.0.iter().rev().find(|(seq, _)| stands(*seq))?.1.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::PollBy;
    use crate::record::strike::tests::{act, session};

    #[test]
    fn a_poll_is_open_until_it_is_counted_and_again_when_the_count_is_taken_back() {
        let poll = Poll { options: vec!["A".into(), "B".into()], ..Poll::default() };
        let mut session = session(vec![act(1, Fact::Polled(poll.clone()))]);
        assert_eq!(session.poll(), Some(&poll));
        session.push(act(2, Fact::PollCounted { by: PollBy::Hands, cast: 3, expected: None }));
        assert_eq!(session.poll(), None);
        session.push(act(3, Fact::Retracted { seq: 2 }));
        assert_eq!(session.poll(), Some(&poll));
        session.push(act(4, Fact::PollDropped));
        assert_eq!(session.poll(), None);
    }
}
