//! Copies a session for other people, with seats and units in place of names and tags.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::everybody::Persons;
use super::named::replaced;
use super::rewriting::Rewriting;
use super::seat::{is_neutral, is_of_unit, neutral_tag};
use crate::record::{Event, Exposure, Header, Names, Person, SeatTag, Session};

/// A copy of a session without names, and the number of replacements.
#[derive(Clone, Debug)]
pub struct HandedOn {
    /// The header. Its id is that of the session, unless the id contained a name.
    pub header: Header,
    /// The events, with the same numbers as in the session.
    pub events: Vec<Event>,
    /// How many seats got another tag.
    pub seats: usize,
    /// How many names or tags were replaced.
    pub places: usize,
    /// How many events of private exposure were emptied.
    pub emptied: usize,
}

/// Copies a session without the names of the people listed in it, on record or in its private file.
///
/// The copy still tells which seat said what, so that its map is the same.
pub fn without_names(session: &Session, names: &Names) -> HandedOn {
    let copying = Copying::of(session, names);
    let mut emptied = 0;
    let events = session.recorded().map(|event| {
        if event.exposure == Exposure::Private {
            emptied += 1;
            return event.struck();
        }
        copying.event(event)
    });
    let events = events.collect();
    let header = session.header();
    let header =
        Header { id: copying.id(&header.id).into(), title: copying.text(header.title.clone()), ..header.clone() };
    let seats = copying.seats.iter().filter(|(old, new)| old != new).count();
    HandedOn { header, events, seats, places: copying.places.get(), emptied }
}

struct Copying {
    persons: Persons,
    /// For each old tag, the new tag.
    seats: BTreeMap<SeatTag, SeatTag>,
    /// For each short form that the scribe typed, the new tag of its owner.
    typed: BTreeMap<SeatTag, SeatTag>,
    places: Cell<usize>,
}

impl Copying {
    fn of(session: &Session, names: &Names) -> Self {
        let mut persons = Persons::of(session, names);
        let mut seats = BTreeMap::new();
        let mut in_use: Vec<SeatTag> = session.tags().to_vec();
        let everybody = session.everybody();
        for person in everybody {
            if names.of(&person.tag).is_none() && !is_neutral(&person.tag) {
                persons.sit_by_tag(&person.tag, person.party.as_deref());
            }
            give(&mut seats, &mut in_use, &person.tag, person.party.as_deref());
        }
        for speaker in session.recorded().filter_map(|event| event.speaker.as_ref()) {
            give(&mut seats, &mut in_use, speaker, None);
        }
        let typed = names.typed.iter().filter(|(_, typed)| !is_neutral(typed));
        let typed = typed.filter_map(|(tag, typed)| Some((typed.clone(), seats.get(tag)?.clone())));
        let typed = typed.collect();
        Self { persons, seats, typed, places: Cell::new(0) }
    }

    fn event(&self, event: &Event) -> Event {
        Event {
            speaker: event.speaker.as_ref().map(|tag| self.who(tag.to_string()).into()),
            scribe: None,
            source: event.source.clone().map(|source| self.text(source)),
            said: event.said.as_ref().map(|said| self.said(said)),
            facts: event.facts.iter().map(|fact| self.fact(fact.clone())).collect(),
            ..event.clone()
        }
    }

    /// Returns a line without names; the owner of a promise is replaced by the seat, so that the promise keeps its
    /// owner.
    fn said(&self, said: &str) -> String {
        let promise = said.starts_with("do ").then(|| said.rfind(" : ")).flatten();
        let Some((text, whose)) = promise.and_then(|at| said.split_at_checked(at + 3)) else {
            return self.text(said.to_owned());
        };
        let end =
            [" due ", " re ", " \"", " //"].iter().filter_map(|word| whose.find(word)).min().unwrap_or(whose.len());
        let (whose, rest) = whose.split_at(end);
        format!("{}{}{}", self.text(text.to_owned()), self.who(whose.to_owned()), self.text(rest.to_owned()))
    }

    fn id(&self, id: &str) -> String {
        let written = self.text(id.to_owned());
        if written == id {
            return written;
        }
        let letters = written.to_lowercase();
        let words: Vec<&str> =
            letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        words.join("-")
    }

    fn count(&self) {
        self.places.set(self.places.get() + 1);
    }
}

impl Rewriting for Copying {
    fn text(&self, text: String) -> String {
        let named = self.persons.named_in(&text);
        if named.is_empty() {
            return text;
        }
        replaced(&text, &named, |named| {
            self.count();
            named.instead.clone()
        })
    }

    fn shown(&self, text: String) -> String {
        self.text(text)
    }

    fn who(&self, who: String) -> String {
        let bare = who.trim();
        let known = |who: &str| self.seats.get(who).or_else(|| self.typed.get(who));
        if let Some(seat) = known(bare).or_else(|| known(&bare.to_lowercase())) {
            if *seat != who {
                self.count();
            }
            return seat.to_string();
        }
        let named = self.persons.named_in(bare);
        let whole = |named: &&super::NamedPerson| named.at == (0..bare.len());
        let Some(seat) = named.iter().find(whole).and_then(|named| self.seats.get(named.seat.as_ref()?)) else {
            // It is a unit, or several people.
            return self.text(who);
        };
        self.count();
        seat.to_string()
    }

    fn person(&self, person: Person) -> Person {
        let tag = self.seats.get(&person.tag).cloned().unwrap_or_else(|| person.tag.clone());
        if tag != person.tag || person.name.is_some() {
            self.count();
        }
        Person { tag, name: None, ..person }
    }
}

/// Assigns a tag that names nobody; a tag that already names nobody stays.
fn give(seats: &mut BTreeMap<SeatTag, SeatTag>, in_use: &mut Vec<SeatTag>, tag: &str, party: Option<&str>) {
    if seats.contains_key(tag) {
        return;
    }
    let neutral = is_neutral(tag) || is_of_unit(tag, party);
    let seat = if neutral { tag.into() } else { neutral_tag(party, in_use) };
    in_use.push(seat.clone());
    seats.insert(tag.into(), seat);
}
