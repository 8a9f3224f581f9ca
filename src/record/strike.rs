//! What belongs to a line whose text is to be removed for good: its copies, and what others said about its things.

use std::collections::BTreeSet;

use super::text::clean;
use super::{Event, Fact, Session};

impl Session {
    /// The events whose text goes when the text of this one is removed for good, in file order: itself, every event
    /// that says the same, and the versions before it that it was typed to replace. None, when it cannot be struck.
    pub fn copies_of(&self, seq: u64) -> Vec<u64> {
        let mut found = BTreeSet::new();
        let mut open = vec![seq];
        while let Some(seq) = open.pop() {
            let Some(event) = self.strikable(seq) else { continue };
            if found.insert(seq) {
                open.extend(self.saying_the_same(event));
                open.extend(self.version_before(event));
            }
        }
        found.into_iter().collect()
    }

    /// How many other lines still stand that mention a thing these events were the first to mention.
    pub fn mentions_left(&self, struck: &[u64]) -> usize {
        let Some(first) = struck.iter().min() else { return 0 };
        let goes = |event: &&Event| struck.contains(&event.seq);
        let before = self.live().filter(|event| event.seq < *first).flat_map(things).collect::<BTreeSet<_>>();
        let mut named: BTreeSet<String> = self.events().iter().filter(goes).flat_map(things).collect();
        named.retain(|thing| !before.contains(thing));
        let others = self.live().filter(|event| event.is_line() && !struck.contains(&event.seq));
        others.filter(|event| things(event).any(|thing| named.contains(&thing))).count()
    }

    fn strikable(&self, seq: u64) -> Option<&Event> {
        self.events().iter().find(|event| event.seq == seq && event.can_be_struck())
    }

    fn saying_the_same(&self, event: &Event) -> impl Iterator<Item = u64> {
        let said = event.said.as_deref().map(folded);
        let same = move |other: &&Event| said.is_some() && other.said.as_deref().map(folded) == said;
        self.events().iter().filter(same).map(|other| other.seq)
    }

    /// The line that was taken back directly before this one was typed, where this one is a version of it: mended, or
    /// typed again. A line that merely was taken back before another one says something else, and stays.
    fn version_before(&self, event: &Event) -> Option<u64> {
        let place = self.events().iter().position(|other| other.seq == event.seq)?;
        let before = self.events().get(place.checked_sub(1)?)?;
        let taken_back = before.facts.iter().find_map(|fact| match fact {
            Fact::Retracted { seq } if event.is_line() => Some(*seq),
            _ => None,
        })?;
        let earlier = self.events().iter().find(|other| other.seq == taken_back)?;
        let (earlier, later) = (folded(earlier.said.as_deref()?), folded(event.said.as_deref()?));
        are_versions(&earlier, &later).then_some(taken_back)
    }
}

/// From here on two texts are nearly the same, letter by letter: `Bto -> Trust` and `Bot -> Trust`.
const NEARLY_THE_SAME: f64 = 0.7;

/// Whether one text is a version of another: most words of the shorter one stand in the other, or nearly all letters do.
fn are_versions(one: &str, other: &str) -> bool {
    let (one_words, other_words) = (words(one), words(other));
    let shared = one_words.intersection(&other_words).count();
    let shorter = one_words.len().min(other_words.len());
    2 * shared > shorter || strsim::normalized_damerau_levenshtein(one, other) >= NEARLY_THE_SAME
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

impl Event {
    /// Whether another event says the same: in words that are compared as a strike compares them; where nothing was
    /// typed, in facts.
    pub fn says_the_same(&self, other: &Event) -> bool {
        match (&self.said, &other.said) {
            (Some(one), Some(other)) => folded(one) == folded(other),
            (None, None) => self.facts == other.facts,
            _ => false,
        }
    }
}

/// A text as it is compared: case, spaces and characters that act make no difference.
fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    clean(&words.join(" ")).to_lowercase()
}

/// The things an event mentions, as they are compared.
fn things(event: &Event) -> impl Iterator<Item = String> {
    event.facts.iter().flat_map(labels).map(folded)
}

/// The labels in a fact.
fn labels(fact: &Fact) -> Vec<&str> {
    match fact {
        Fact::Named { label, .. }
        | Fact::Set { label, .. }
        | Fact::Observed { label, .. }
        | Fact::Ruled { label, .. }
        | Fact::Watched { label, .. }
        | Fact::Decided { about: label, .. } => vec![label],
        Fact::Claimed(claim) => vec![&claim.from, &claim.to],
        Fact::Stanced(stance) => vec![&stance.from, &stance.to],
        Fact::Merged { keep, drop } | Fact::Unmerged { keep, drop } | Fact::KeptApart { keep, drop } => {
            vec![keep, drop]
        }
        Fact::Judged { about, .. } | Fact::Offered { about, .. } | Fact::Declined { about, .. } => {
            about.iter().map(String::as_str).collect()
        }
        Fact::Committed { about, about_to, .. } => about.iter().chain(about_to).map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Claim, Header, SessionKind};

    fn line(seq: u64, said: &str, from: &str, to: &str) -> Event {
        let claim = Claim { from: from.into(), to: to.into(), ..Claim::default() };
        Event { seq, said: Some(said.into()), facts: vec![Fact::Claimed(claim)], ..Event::default() }
    }

    fn act(seq: u64, fact: Fact) -> Event {
        Event { seq, facts: vec![fact], ..Event::default() }
    }

    fn session(events: Vec<Event>) -> Session {
        let header = Header {
            id: "here".into(),
            title: "Here".into(),
            opened: "2026-11-20T09:00:00Z".parse().unwrap(),
            zone: crate::record::Zone::UTC,
            kind: SessionKind::Workshop,
            private: false,
        };
        Session::fold(header, events)
    }

    #[test]
    fn a_line_goes_with_every_line_that_says_the_same() {
        let session = session(vec![
            line(1, "Bot -> Trust", "Bot", "Trust"),
            line(2, "Bot -> Calls", "Bot", "Calls"),
            line(3, " bot  -> trust", "bot", "trust"),
        ]);
        assert_eq!(session.copies_of(1), [1, 3]);
        assert_eq!(session.copies_of(3), [1, 3]);
        assert_eq!(session.copies_of(2), [2]);
    }

    #[test]
    fn a_mended_line_goes_with_the_versions_before_it_and_not_the_other_way_round() {
        let session = session(vec![
            line(1, "Joe hates Bot", "Joe", "Bot"),
            act(2, Fact::Retracted { seq: 1 }),
            line(3, "Joe likes Bot", "Joe", "Bot"),
            act(4, Fact::Retracted { seq: 3 }),
            line(5, "Joe -> Bot", "Joe", "Bot"),
            line(6, "joe hates bot", "Joe", "Bot"),
        ]);
        assert_eq!(session.copies_of(5), [1, 3, 5, 6]);
        assert_eq!(session.copies_of(1), [1, 6]);
    }

    #[test]
    fn a_line_that_was_taken_back_before_another_one_was_typed_stays() {
        for (taken_back, typed) in [
            ("Letters -> Cost", "Joe -> Trust"),
            ("Bot -> Trust", "Bot -> Calls"),
            ("Claims needs history", "Joe said no"),
        ] {
            let session = session(vec![
                line(1, taken_back, "A", "B"),
                act(2, Fact::Retracted { seq: 1 }),
                line(3, typed, "C", "D"),
            ]);
            assert_eq!(session.copies_of(3), [3], "{taken_back:?}, {typed:?}");
        }
    }

    #[test]
    fn a_line_typed_again_with_a_letter_or_a_word_put_right_takes_its_versions_with_it() {
        for (first, second) in [
            ("Bto -> Trust", "Bot -> Trust"),
            ("Joe hates bot", "Joe dislikes the bot"),
            ("joe -> more calls", "Joe -> fewer calls : guess"),
        ] {
            let session =
                session(vec![line(1, first, "A", "B"), act(2, Fact::Retracted { seq: 1 }), line(3, second, "C", "D")]);
            assert_eq!(session.copies_of(3), [1, 3], "{first:?}, {second:?}");
        }
    }

    #[test]
    fn what_says_nothing_cannot_be_struck() {
        let session = session(vec![
            line(1, "Bot -> Trust", "Bot", "Trust"),
            act(2, Fact::Titled { title: "Bot".into() }),
            Event { said: Some("undo".into()), ..act(3, Fact::Retracted { seq: 1 }) },
            act(4, Fact::StrikeOrdered { seq: 1 }),
        ]);
        for seq in 0..6 {
            assert_eq!(session.copies_of(seq), [0; 0], "{seq}");
        }
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
