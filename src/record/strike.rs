//! Finds what the removal of a line's text affects: other lines about the same things, and lines with the same text.

use std::collections::BTreeSet;

use super::text::clean;
use super::{Event, Fact, Session};

impl Session {
    /// Returns how many other live lines mention a thing that these events mentioned first.
    pub fn mentions_left(&self, struck: &[u64]) -> usize {
        let struck: BTreeSet<u64> = struck.iter().copied().collect();
        let Some(first) = struck.first() else { return 0 };
        let goes = |event: &&Event| struck.contains(&event.seq);
        let before = self.live().filter(|event| event.seq < *first).flat_map(things).collect::<BTreeSet<_>>();
        let mut named: BTreeSet<String> = self.events().iter().filter(goes).flat_map(things).collect();
        named.retain(|thing| !before.contains(thing));
        let others = self.live().filter(|event| event.is_line() && !struck.contains(&event.seq));
        others.filter(|event| things(event).any(|thing| named.contains(&thing))).count()
    }
}

impl Event {
    /// Whether another event repeats this one: it has the same normalised text, or the same facts when nothing was
    /// typed.
    pub fn says_the_same(&self, other: &Event) -> bool {
        match (&self.said, &other.said) {
            (Some(one), Some(other)) => folded(one) == folded(other),
            (None, None) => self.facts == other.facts,
            _ => false,
        }
    }
}

/// Normalises a text for comparison: no case, no repeated spaces, no control characters.
pub(super) fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    clean(&words.join(" ")).to_lowercase()
}

/// Returns the labels that an event mentions, normalised for comparison.
fn things(event: &Event) -> impl Iterator<Item = String> {
    event.facts.iter().flat_map(labels).map(folded)
}

/// Returns the labels in a fact.
fn labels(fact: &Fact) -> Vec<&str> {
    match fact {
        Fact::Named { label, .. }
        | Fact::Set { label, .. }
        | Fact::Described { label, .. }
        | Fact::Observed { label, .. }
        | Fact::Measured { label, .. }
        | Fact::Ruled { label, .. }
        | Fact::Watched { label, .. }
        | Fact::Decided { about: label, .. } => vec![label],
        Fact::Claimed(claim) => vec![&claim.from, &claim.to],
        Fact::Stanced(stance) => vec![&stance.from, &stance.to],
        Fact::Merged { keep, drop } | Fact::Unmerged { keep, drop } | Fact::ToldApart { keep, drop } => {
            vec![keep, drop]
        }
        Fact::Renamed { from, to } => vec![from, to],
        Fact::GoneFromSource { label, to, .. } => [label].into_iter().chain(to).map(String::as_str).collect(),
        Fact::Judged { about, .. } | Fact::Offered { about, .. } | Fact::Declined { about, .. } => {
            about.iter().map(String::as_str).collect()
        }
        Fact::Committed { about, about_to, .. } => about.iter().chain(about_to).map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::record::{Claim, Header, SessionKind};

    pub(in crate::record) fn line(seq: u64, said: &str, from: &str, to: &str) -> Event {
        let claim = Claim { from: from.into(), to: to.into(), ..Claim::default() };
        Event { seq, said: Some(said.into()), facts: vec![Fact::Claimed(claim)], ..Event::default() }
    }

    pub(in crate::record) fn act(seq: u64, fact: Fact) -> Event {
        Event { seq, facts: vec![fact], ..Event::default() }
    }

    pub(in crate::record) fn session(events: Vec<Event>) -> Session {
        let header = Header::here(SessionKind::Workshop);
        Session::fold(header, events)
    }

    #[test]
    fn lines_that_mention_what_the_struck_line_named_first_are_counted() {
        let session = session(vec![
            line(1, "Bot -> Trust", "Bot", "Trust"),
            line(2, "Bot -> Calls", "Bot", "Calls"),
            line(3, "calls -> Cost", "calls", "Cost"),
            line(4, "Calls -> Cost", "Calls", "Cost"),
            act(5, Fact::Retracted { seq: 4 }),
            line(6, "Trust -> Bot", "Trust", "Bot"),
        ]);
        assert_eq!(session.mentions_left(&[2]), 1);
        assert_eq!(session.mentions_left(&[1]), 2);
        assert_eq!(session.mentions_left(&[6]), 0);
        assert_eq!(session.mentions_left(&[]), 0);
    }

    #[test]
    fn a_session_told_of_a_strike_is_the_session_read_after_it() {
        let secret = || line(3, "Joe -> Trust", "Joe", "Trust");
        let talk = |third: Event| {
            vec![
                line(1, "A -> B", "A", "B"),
                act(2, Fact::Retracted { seq: 1 }),
                third,
                act(4, Fact::Retracted { seq: 3 }),
                act(5, Fact::StrikeOrdered { seq: 3 }),
            ]
        };
        let told = session(talk(secret()));
        let read = session(talk(secret().struck()));
        assert_eq!(told.events(), read.events());
        for session in [told, read] {
            assert_eq!((session.redo_target(), session.undo_target(), session.lines()), (None, None, 1));
            assert_eq!((session.stands(1), session.stands(3)), (false, false));
        }
    }

    #[test]
    fn a_round_whose_answers_were_struck_stays_over() {
        let reveal = act(2, Fact::Revealed { texts: vec!["a".into()] });
        let collecting = act(1, Fact::Collecting(crate::record::Collecting::default()));
        let read = session(vec![collecting, reveal.struck(), act(3, Fact::StrikeOrdered { seq: 2 })]);
        assert_eq!(read.collecting(), None);
        assert!(reveal.struck().is_struck() && !reveal.is_struck());
    }
}
