use std::collections::BTreeMap;

use super::lexicon;
use super::pattern::{NamePattern, UnitWords, patterns_of};
use super::seat::{self, is_neutral, is_tag};
use super::speech;
use super::words::{SplitText, fold};
use crate::record::{Names, Person, SeatTag, Session};

/// The people whose names are looked for in texts. A name must not appear, unless its owner asked to be named.
#[derive(Clone, Debug, Default)]
pub struct Persons {
    pub(super) seats: Vec<Sitting>,
    /// The patterns by their first word, in folded form.
    pub(super) patterns: BTreeMap<String, Vec<NamePattern>>,
    /// The patterns of names in scripts that put no spaces between words.
    pub(super) unspaced: Vec<NamePattern>,
}

/// The owner of a name.
#[derive(Clone, Debug)]
pub(super) struct Sitting {
    pub(super) tag: SeatTag,
    pub(super) party: Option<String>,
    pub(super) asked: bool,
    /// Whether the person is listed in another session only, and has no seat in this one.
    pub(super) elsewhere: bool,
}

impl Persons {
    /// Returns an empty list, with which every text stays unchanged.
    pub fn nobody() -> Self {
        Self::default()
    }

    /// Returns everybody who ever had a seat in a session, by the names in its private file and the names on record.
    pub fn of(session: &Session, names: &Names) -> Self {
        let mut persons = Self::default();
        persons.add(session, names);
        persons
    }

    /// Adds the people of another session.
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
        let unit_words = UnitWords::of(&units);
        for (tag, name, party, asked) in all {
            self.sit(tag, name, party, asked, &unit_words);
        }
        for (tag, typed) in &names.typed {
            let party = everybody.iter().find(|person| person.tag == *tag).and_then(|person| person.party.as_deref());
            self.call((tag, party), typed, before, &units);
        }
    }

    /// Adds the short form that the scribe types for a person; `from` is the index of the first seat of the same
    /// session. A short form that can be a tag is read like a name that is also a word; any other is a name.
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
            patterns_of(typed, seat, &UnitWords::of(units))
        };
        for pattern in called {
            let mut all = pattern.parts.first().and_then(|first| self.patterns.get(first)).into_iter().flatten();
            if !all.any(|known| known.seat == seat && known.parts == pattern.parts) {
                self.put(pattern);
            }
        }
    }

    /// Returns people as they are being listed: each person with the name.
    pub fn listed<'a>(people: impl IntoIterator<Item = (&'a Person, &'a str)>) -> Self {
        let people: Vec<_> = people.into_iter().collect();
        let units: Vec<String> = people.iter().filter_map(|(person, _)| person.party.as_deref().map(fold)).collect();
        let (mut persons, unit_words) = (Self::default(), UnitWords::of(&units));
        for (person, name) in people {
            persons.sit(&person.tag, name, person.party.as_deref(), has_asked(person), &unit_words);
        }
        persons
    }

    /// Returns these seats by tag only, for a session whose names are not available; each with the words that replace
    /// its tag. A tag is then read as a person only where nothing else can be meant.
    pub(super) fn by_tag(seats: &[(&SeatTag, Option<&str>)]) -> Self {
        let mut persons = Self::default();
        for (tag, instead) in seats {
            let seat = persons.seats.len();
            let (tag, party) = ((*tag).clone(), instead.map(str::to_owned));
            persons.put(NamePattern::of_a_tag(&tag, seat));
            persons.seats.push(Sitting { tag, party, asked: false, elsewhere: false });
        }
        persons
    }

    /// Adds a person of whom only the tag is known; in older sessions tags are first names.
    pub(super) fn sit_by_tag(&mut self, tag: &str, party: Option<&str>) {
        let seat = self.seats.len();
        self.seats.push(Sitting { tag: tag.into(), party: party.map(str::to_owned), asked: false, elsewhere: false });
        self.put(NamePattern::of_a_tag_like_a_name(tag, seat));
    }

    /// Marks all these people as listed in another session. Their names then refer to units, never to seats, because
    /// seats in different sessions may have the same tag.
    #[must_use]
    pub fn from_elsewhere(mut self) -> Self {
        self.seats.iter_mut().for_each(|sitting| sitting.elsewhere = true);
        self
    }

    /// Whether nobody is listed.
    pub fn is_empty(&self) -> bool {
        self.seats.is_empty()
    }

    fn sit(&mut self, tag: &str, name: &str, party: Option<&str>, asked: bool, unit_words: &UnitWords) {
        let seat = self.seats.len();
        let patterns = patterns_of(name, seat, unit_words);
        // A unit that has the name of its only member would tell who the member is.
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
}

/// Whether a text is also an everyday English word, or a single letter.
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
