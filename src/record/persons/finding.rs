use std::ops::Range;

use super::context::{self, Reads};
use super::everybody::{Persons, Sitting};
use super::named::{NamedPerson, apart, replaced};
use super::pattern::NamePattern;
use super::speech;
use super::words::SplitText;

/// Replaces the name of a person without a unit, or a name that may mean several people.
const SOMEBODY: &str = "somebody";

impl Persons {
    /// Returns every place at which a text names a person, in text order.
    pub fn named_in(&self, text: &str) -> Vec<NamedPerson> {
        if self.is_empty() {
            return Vec::new();
        }
        let line = SplitText::of(text);
        let mut found = Vec::new();
        let mut at = 0;
        let mut somebody_before = false;
        while at < line.words.len() {
            match self.longest_at(&line, at, somebody_before) {
                Some((length, named)) => {
                    found.push(named);
                    somebody_before = true;
                    at += length;
                }
                None => {
                    somebody_before &= line.word(at).is_some_and(speech::joins);
                    at += 1;
                }
            }
        }
        found.extend(self.unspaced_in(text));
        apart(found)
    }

    fn longest_at(&self, line: &SplitText<'_>, at: usize, somebody_before: bool) -> Option<(usize, NamedPerson)> {
        let first = line.words.get(at)?;
        let candidates = self.patterns.get(&first.folded).into_iter().flatten();
        let possessive = first.folded.strip_suffix('s').filter(|bare| bare.chars().count() > 2);
        let run_on = possessive.and_then(|bare| self.patterns.get(bare)).into_iter().flatten();
        let run_on = run_on.filter(|pattern| pattern.parts.len() == 1 && !pattern.is_a_word() && !pattern.initials);
        let whole = candidates.filter(|pattern| pattern.stands_at(line, at)).map(|pattern| (pattern, false));
        let all: Vec<(&NamePattern, bool)> = whole.chain(run_on.map(|pattern| (pattern, true))).collect();
        let length = all.iter().map(|(pattern, _)| pattern.parts.len()).max()?;
        let meant: Vec<&(&NamePattern, bool)> =
            all.iter().filter(|(pattern, _)| pattern.parts.len() == length).collect();
        let (pattern, in_one) = meant.first()?;
        let reads = context::reads(line, at, pattern, somebody_before);
        if reads == Reads::Word {
            return None;
        }
        let last = line.words.get(at + length - 1)?;
        // The final letter of a possessive may be a wide letter of several bytes.
        let letter = last.text.chars().next_back().filter(|_| *in_one).map_or(0, char::len_utf8);
        let end = last.at.end - letter;
        let owns = *in_one || line.owns(at + length - 1);
        let seats: Vec<usize> = meant.iter().map(|(pattern, _)| pattern.seat).collect();
        Some((length, self.one(first.at.start..end, &seats, reads == Reads::Unsure, owns)))
    }

    fn unspaced_in(&self, text: &str) -> Vec<NamedPerson> {
        let places = self.unspaced.iter().flat_map(|pattern| {
            let name = pattern.parts.first().map(String::as_str).unwrap_or_default();
            text.match_indices(name).map(move |(at, name)| (at..at + name.len(), pattern.seat))
        });
        places.map(|(at, seat)| self.one(at, &[seat], false, false)).collect()
    }

    /// Returns the place `at`, which names one of the people on these seats.
    fn one(&self, at: Range<usize>, seats: &[usize], unsure: bool, owns: bool) -> NamedPerson {
        let mut sitting: Vec<&Sitting> = seats.iter().filter_map(|&seat| self.seats.get(seat)).collect();
        // A person of this session is meant rather than a person of the same name in another session.
        if sitting.iter().any(|sitting| !sitting.elsewhere) {
            sitting.retain(|sitting| !sitting.elsewhere);
        }
        sitting.dedup_by(|a, b| a.tag == b.tag && a.elsewhere == b.elsewhere && (!a.elsewhere || a.party == b.party));
        let one_party = sitting.windows(2).all(|pair| matches!(pair, [a, b] if a.party == b.party));
        let party = sitting.first().and_then(|sitting| sitting.party.clone()).filter(|_| one_party);
        NamedPerson {
            at,
            seat: if let [only] = sitting.as_slice() {
                Some(only.tag.clone()).filter(|_| !only.elsewhere)
            } else {
                None
            },
            instead: party.unwrap_or_else(|| SOMEBODY.to_owned()),
            asked: sitting.iter().all(|sitting| sitting.asked),
            unsure,
            owns,
        }
    }

    /// Returns a text with each name replaced by its owner's unit.
    pub fn without_names(&self, text: &str) -> String {
        replaced(text, &self.named_in(text), |named| named.instead.clone())
    }

    /// Returns the range in bytes of the last word of a text, if that may be the beginning of a name still being typed.
    pub fn begun_at_the_end(&self, text: &str) -> Option<Range<usize>> {
        let line = SplitText::of(text);
        let last = line.words.last().filter(|last| last.at.end == text.len() && last.folded.chars().count() > 1)?;
        let begins = |pattern: &NamePattern| pattern.parts.iter().any(|part| part.starts_with(&last.folded));
        self.patterns.values().flatten().any(begins).then(|| last.at.clone())
    }
}
