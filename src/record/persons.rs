//! Whose names stay out of the record, and where a text names them.
//!
//! A listed person is recognised by first name, last name, whole name and initials, as whole words, in any case. A name
//! that is also a word of everyday English ("Mark", "Will", "May") is recognised only where the text reads it as
//! somebody; what is certainly the word is never touched. In the place of a name stands the unit of its owner.

mod acts;
mod context;
mod handed_on;
mod lexicon;
mod pattern;
mod rewriting;
mod seat;
mod speech;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Names, Person, SeatTag, Session};
pub use acts::KeyedActs;
pub use handed_on::{HandedOn, without_names};
pub use rewriting::Rewriting;
pub use seat::{distinct_tag, exactly, is_neutral, is_tag, neutral_tag, seat_meant};

use context::Reads;
use pattern::{NamePattern, patterns_of};
use words::{SplitText, fold};

/// Stands for whoever belongs to no unit, and for one of several.
const SOMEBODY: &str = "somebody";

/// Everybody whose name may not be read in a text unless they asked for it.
#[derive(Clone, Debug, Default)]
pub struct Persons {
    seats: Vec<Sitting>,
    /// By the first word of the pattern, as it is compared.
    patterns: BTreeMap<String, Vec<NamePattern>>,
    /// Names that are written without spaces between words.
    unspaced: Vec<NamePattern>,
}

/// Whose name it is.
#[derive(Clone, Debug)]
struct Sitting {
    tag: SeatTag,
    party: Option<String>,
    asked: bool,
    /// Listed in another session, and not on a seat of this one.
    elsewhere: bool,
}

/// A place in a text at which somebody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPerson {
    /// Where the name stands, in bytes; without what makes it a possessive.
    pub at: Range<usize>,
    /// The seat of whoever is named; none where it may be one of several.
    pub seat: Option<SeatTag>,
    /// What stands in its place: the unit, or "somebody".
    pub instead: String,
    /// Whether the name may stay, because its owner asked for that.
    pub asked: bool,
    /// Whether it may be a word of everyday English after all.
    pub unsure: bool,
    /// Whether something belongs to whoever is named: "Kasia's".
    pub owns: bool,
}

impl NamedPerson {
    /// What stands in the record in place of the name: the tag of the seat, else a unit or "somebody".
    pub fn stands_as(&self) -> &str {
        self.seat.as_ref().map_or(&self.instead, SeatTag::as_str)
    }

    /// Whether one key may keep what was typed.
    pub const fn may_stay(&self) -> bool {
        self.asked || self.unsure
    }
}

impl Persons {
    /// Nobody: every text is as it was.
    pub fn nobody() -> Self {
        Self::default()
    }

    /// Everybody who ever had a seat in a session, by the names kept beside it and those on record.
    pub fn of(session: &Session, names: &Names) -> Self {
        let mut persons = Self::default();
        persons.add(session, names);
        persons
    }

    /// Adds those of another session.
    pub fn add(&mut self, session: &Session, names: &Names) {
        let everybody = session.everybody();
        let before = self.seats.len();
        let listed = names.names.iter().map(|(tag, name)| {
            let person = everybody.iter().find(|person| person.tag == *tag);
            (
                tag.as_str(),
                name.as_str(),
                person.and_then(|person| person.party.as_deref()),
                person.is_some_and(|person| person.name.is_some()),
            )
        });
        let on_record = everybody.iter().filter_map(|person| {
            let name = person.name.as_deref().filter(|_| names.of(&person.tag).is_none())?;
            Some((person.tag.as_str(), name, person.party.as_deref(), true))
        });
        let all: Vec<_> = listed.chain(on_record).collect();
        let units: Vec<String> = all.iter().filter_map(|(_, _, party, _)| party.map(fold)).collect();
        for (tag, name, party, asked) in all {
            self.sit(tag, name, party, asked, &units);
        }
        for (tag, typed) in &names.typed {
            let party = everybody.iter().find(|person| person.tag == *tag).and_then(|person| person.party.as_deref());
            self.call((tag, party), typed, before, &units);
        }
    }

    /// Adds what is typed for somebody among those from this seat on. A tag is somebody where a name that is a word
    /// would be; anything else is a name.
    fn call(&mut self, (tag, party): (&str, Option<&str>), typed: &str, from: usize, units: &[String]) {
        let of_a_unit = || units.iter().any(|unit| SplitText::of(unit).words.iter().any(|word| word.folded == typed));
        let is_a_word = speech::is_small(typed) || speech::helps(typed) || seat::is_of_unit(typed, party);
        if typed.chars().count() < 2 || is_neutral(typed) || is_a_word || of_a_unit() {
            return;
        }
        let known = self.seats.iter().skip(from).position(|sitting| sitting.tag == tag).map(|at| at + from);
        let seat = known.unwrap_or(self.seats.len());
        if known.is_none() {
            let party = party.map(str::to_owned);
            self.seats.push(Sitting { tag: tag.into(), party, asked: false, elsewhere: false });
        }
        let called = if is_tag(typed) {
            vec![NamePattern::of_what_is_typed(typed, seat)]
        } else {
            patterns_of(typed, seat, units)
        };
        for pattern in called {
            let all = pattern.parts.first().and_then(|first| self.patterns.get(first)).into_iter().flatten();
            if !all.into_iter().any(|known| known.seat == seat && known.parts == pattern.parts) {
                self.put(pattern);
            }
        }
    }

    /// People as they were listed just now: tag, name, unit.
    pub fn listed<'a>(people: impl IntoIterator<Item = (&'a Person, &'a str)>) -> Self {
        let people: Vec<_> = people.into_iter().collect();
        let units: Vec<String> = people.iter().filter_map(|(person, _)| person.party.as_deref().map(fold)).collect();
        let mut persons = Self::default();
        for (person, name) in people {
            persons.sit(&person.tag, name, person.party.as_deref(), has_asked(person), &units);
        }
        persons
    }

    /// Everybody by their tag alone, for a text of a session whose names are not at hand: a tag is read as a person
    /// only where a line can mean nobody else.
    pub fn by_tag(session: &Session) -> Self {
        let mut persons = Self::default();
        for person in session.everybody() {
            let seat = persons.seats.len();
            let (tag, party, asked) = (person.tag.clone(), person.party.clone(), false);
            let name =
                person.name.as_deref().and_then(|name| name.split(',').next()).map(|name| name.trim().to_owned());
            let party = name.or(party);
            persons.seats.push(Sitting { tag, party, asked, elsewhere: false });
            persons.put(NamePattern::of_a_tag(&person.tag, seat));
        }
        persons
    }

    /// Adds somebody of whom only a tag is known; tags of older sessions are first names.
    fn sit_by_tag(&mut self, tag: &str, party: Option<&str>) {
        let seat = self.seats.len();
        self.seats.push(Sitting { tag: tag.into(), party: party.map(str::to_owned), asked: false, elsewhere: false });
        self.put(NamePattern::of_a_tag_like_a_name(tag, seat));
    }

    /// The same people as somebody else's session sees them: they sit nowhere there, so that only their units tell of
    /// them. A seat here may be called like one there.
    #[must_use]
    pub fn from_elsewhere(mut self) -> Self {
        self.seats.iter_mut().for_each(|sitting| sitting.elsewhere = true);
        self
    }

    /// Whether anybody is listed at all.
    pub fn is_empty(&self) -> bool {
        self.seats.is_empty()
    }

    fn sit(&mut self, tag: &str, name: &str, party: Option<&str>, asked: bool, units: &[String]) {
        let seat = self.seats.len();
        let patterns = patterns_of(name, seat, units);
        // A unit that is called like its only member says who it is.
        let party = party.filter(|party| !is_named_after(party, &patterns)).map(str::to_owned);
        self.seats.push(Sitting { tag: tag.into(), party, asked, elsewhere: false });
        for pattern in patterns {
            self.put(pattern);
        }
    }

    fn put(&mut self, pattern: NamePattern) {
        if pattern.unspaced {
            self.unspaced.push(pattern);
        } else if let Some(first) = pattern.parts.first() {
            self.patterns.entry(first.clone()).or_default().push(pattern);
        }
    }

    /// Everywhere a text names somebody, from its beginning to its end.
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
        // The letter of a possessive may be a wide one, of several bytes.
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

    /// Somebody of these seats, named here.
    fn one(&self, at: Range<usize>, seats: &[usize], unsure: bool, owns: bool) -> NamedPerson {
        let mut sitting: Vec<&Sitting> = seats.iter().filter_map(|&seat| self.seats.get(seat)).collect();
        // Whoever sits here is meant before somebody of that name in another session.
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

    /// A text without names: the unit stands in place of each.
    pub fn without_names(&self, text: &str) -> String {
        replaced(text, &self.named_in(text), |named| named.instead.clone())
    }

    /// How many cells at the end of a text may be the beginning of a name that is still being typed, in bytes.
    pub fn begun_at_the_end(&self, text: &str) -> Option<Range<usize>> {
        let line = SplitText::of(text);
        let last = line.words.last().filter(|last| last.at.end == text.len() && last.folded.chars().count() > 1)?;
        let begins = |pattern: &NamePattern| pattern.parts.iter().any(|part| part.starts_with(&last.folded));
        self.patterns.values().flatten().any(begins).then(|| last.at.clone())
    }
}

/// What makes a possessive of a name.
const OWNS: [&str; 10] = ["'s", "’s", "'S", "’S", "s'", "s’", "s", "S", "ｓ", "ſ"];

/// Those that do not overlap, from the beginning of a text to its end; of two that do, the longer one is meant.
fn apart(mut found: Vec<NamedPerson>) -> Vec<NamedPerson> {
    found.sort_by_key(|named| (std::cmp::Reverse(named.at.len()), named.at.start));
    let mut kept: Vec<NamedPerson> = Vec::with_capacity(found.len());
    for named in found {
        if kept.iter().all(|other| other.at.end <= named.at.start || named.at.end <= other.at.start) {
            kept.push(named);
        }
    }
    kept.sort_by_key(|named| named.at.start);
    kept
}

/// A text with something else in place of everybody who is named in it.
pub fn replaced(text: &str, named: &[NamedPerson], mut instead: impl FnMut(&NamedPerson) -> String) -> String {
    let mut written = String::with_capacity(text.len());
    let mut done = 0;
    for one in named {
        written.push_str(text.get(done..one.at.start).unwrap_or_default());
        let word = instead(one);
        done = one.at.end;
        written.push_str(&word);
        let rest = text.get(done..).unwrap_or_default();
        let tail = OWNS.into_iter().find(|tail| rest.starts_with(*tail)).filter(|_| one.owns);
        if let Some(tail) = tail {
            written.push_str(if word.ends_with('s') { "'" } else { "'s" });
            done += tail.len();
        }
    }
    written.push_str(text.get(done..).unwrap_or_default());
    written
}

/// Whether a text is also a word of everyday English, or too short to be anything but a letter.
pub fn is_a_word(text: &str) -> bool {
    text.chars().count() < 2 || lexicon::sort_of(text).is_some() || speech::is_small(text) || speech::helps(text)
}

const fn has_asked(person: &Person) -> bool {
    person.name.is_some()
}

fn is_named_after(party: &str, patterns: &[NamePattern]) -> bool {
    let line = SplitText::of(party);
    let names = |pattern: &&NamePattern| !pattern.is_a_word() && !pattern.initials;
    patterns.iter().filter(names).any(|pattern| (0..line.words.len()).any(|at| pattern.stands_at(&line, at)))
}

#[cfg(test)]
mod tests;
