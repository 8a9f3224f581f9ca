//! Finds what is removed together with a line: its copies and its earlier versions.

use std::collections::{BTreeSet, HashMap};

use super::strike::folded;
use super::{Event, Fact, Session};

impl Session {
    /// Returns the events whose text goes when the text of this event is removed for good, in file order: the event,
    /// every event with the same text, and the earlier versions that it was typed to replace. Empty when the text
    /// cannot be removed.
    pub fn copies_of(&self, seq: u64) -> Vec<u64> {
        let recorded: Vec<&Event> = self.recorded().collect();
        let mut texts = TypedTexts::of(&recorded);
        let mut found = BTreeSet::new();
        let mut open = vec![seq];
        while let Some(seq) = open.pop() {
            let Some((at, event)) = texts.events.get(&seq).copied().filter(|(_, event)| event.can_be_struck()) else {
                continue;
            };
            if found.insert(seq) {
                open.extend(texts.saying_the_same(at));
                open.extend(texts.version_before(at, event));
                open.extend(self.versions(self.line_of(seq)).map(|version| version.seq));
            }
        }
        found.into_iter().collect()
    }
}

/// An index of the typed lines of a session: events by number and by normalised text.
struct TypedTexts<'a> {
    in_order: &'a [&'a Event],
    events: HashMap<u64, (usize, &'a Event)>,
    folded: Vec<Option<String>>,
    same: HashMap<String, Vec<u64>>,
}

impl<'a> TypedTexts<'a> {
    fn of(in_order: &'a [&'a Event]) -> Self {
        let (mut events, mut same) = (HashMap::new(), HashMap::<String, Vec<u64>>::new());
        let mut texts = Vec::with_capacity(in_order.len());
        for (at, event) in in_order.iter().copied().enumerate() {
            events.entry(event.seq).or_insert((at, event));
            let text = event.said.as_deref().map(folded);
            if let Some(text) = &text {
                same.entry(text.clone()).or_default().push(event.seq);
            }
            texts.push(text);
        }
        Self { in_order, events, folded: texts, same }
    }

    fn folded(&self, at: usize) -> Option<&str> {
        self.folded.get(at)?.as_deref()
    }

    /// Returns every event with the same text. Each text is returned only once, so that equal lines are not looked up
    /// again.
    fn saying_the_same(&mut self, at: usize) -> Vec<u64> {
        let text = self.folded.get(at).and_then(Option::as_deref);
        text.and_then(|text| self.same.remove(text)).unwrap_or_default()
    }

    /// Returns the line that was taken back directly before this one was typed, if this line is a version of it:
    /// corrected, or typed again. Any other line that was taken back states something else, and stays.
    fn version_before(&self, at: usize, event: &Event) -> Option<u64> {
        let before = self.in_order.get(at.checked_sub(1)?).filter(|before| before.replaces().is_none())?;
        let taken_back = before.facts.iter().find_map(|fact| match fact {
            Fact::Retracted { seq } if event.is_line() => Some(*seq),
            _ => None,
        })?;
        let (earlier, _) = self.events.get(&taken_back)?;
        are_versions(self.folded(*earlier)?, self.folded(at)?).then_some(taken_back)
    }
}

/// The similarity, letter by letter, above which one text is a version of another: `Bto -> Trust`, `Bot -> Trust`.
const NEARLY_THE_SAME: f64 = 0.7;

/// Whether one text is a version of the other: they share most words of the shorter one, or nearly all letters.
fn are_versions(one: &str, other: &str) -> bool {
    let (one_words, other_words) = (words(one), words(other));
    let shared = one_words.intersection(&other_words).count();
    let shorter = one_words.len().min(other_words.len());
    2 * shared > shorter || strsim::normalized_damerau_levenshtein(one, other) >= NEARLY_THE_SAME
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::record::strike::tests::{act, line, session};

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
    fn a_mended_line_goes_with_the_versions_before_it_and_they_do_not_go_with_it() {
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

    /// The same result by comparing each event with every other: slow, and easy to check.
    fn looked_for(session: &Session, seq: u64) -> Vec<u64> {
        let events = session.events();
        let text = |event: &Event| event.said.as_deref().map(folded);
        let mut found = BTreeSet::new();
        let mut open = vec![seq];
        while let Some(seq) = open.pop() {
            let Some(at) = events.iter().position(|event| event.seq == seq && event.can_be_struck()) else { continue };
            if !found.insert(seq) {
                continue;
            }
            let said = text(&events[at]);
            open.extend(events.iter().filter(|other| said.is_some() && text(other) == said).map(|other| other.seq));
            let Some(Fact::Retracted { seq: back }) = at.checked_sub(1).and_then(|at| events[at].facts.first()) else {
                continue;
            };
            let earlier = events.iter().find(|event| event.seq == *back).and_then(text);
            let both = earlier.zip(said).filter(|_| events[at].is_line());
            open.extend(both.filter(|(earlier, later)| are_versions(earlier, later)).map(|_| *back));
        }
        found.into_iter().collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(21), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_found_by_an_index_is_what_is_found_by_looking_through_everything(
            talk in prop::collection::vec((0..7usize, 0..20u64), 0..24),
        ) {
            const SAID: [&str; 5] = ["Joe hates Bot", "joe  hates bot", "Joe likes Bot", "A -> B", "Calls need time"];
            let events = talk.iter().zip(1..).map(|((what, of), seq)| match SAID.get(*what) {
                Some(said) => line(seq, said, "A", "B"),
                None => act(seq, Fact::Retracted { seq: *of }),
            });
            let session = session(events.collect());
            for seq in 0..=talk.len() as u64 + 1 {
                prop_assert_eq!(session.copies_of(seq), looked_for(&session, seq));
            }
        }
    }

    /// Comparing each event with every other would take days.
    #[test]
    fn thirty_thousand_lines_that_say_the_same_are_found_in_one_look() {
        let session = session((1..=30_000).map(|seq| line(seq, "Bot -> Trust", "Bot", "Trust")).collect());
        assert_eq!(session.copies_of(7).len(), 30_000);
    }
}
