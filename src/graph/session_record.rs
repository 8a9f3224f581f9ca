use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::record::{Claim, ONESELF, Person, SeatTag, SessionId, TaggedSeats, Zone};

use super::moment::{NotedSeat, person_key};
use super::packed::text_table;
use super::paged::PagedMap;
use super::statement::Statement;
use super::{Key, Moment, Origin};

/// The identity under which statements are counted as one person's: a pseudonym or a listed name, which hold in all
/// sessions; else a seat, which holds in one session; else a single statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Keyed(Arc<str>),
    Listed(Key),
    Seat(SessionId, SeatTag),
    Nobody(Moment),
}

/// A session in which something was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// The session's title.
    pub title: Arc<str>,
    /// When it was opened, in milliseconds since 1970.
    pub opened: i64,
    /// The day it was opened, in the session's own time zone.
    pub day: Date,
    /// Whether it is an import: files state what it holds, and nobody said it.
    pub import: bool,
    /// The name of the first file of its latest edition, if it is an import.
    pub file: Option<Arc<str>>,
}

/// A seat's latest description.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SeatRecord {
    described: Moment,
    #[serde(with = "text_table::optional")]
    key: Option<Arc<str>>,
    name: Option<Key>,
    party: Option<Key>,
    /// The party's name as it was typed.
    called: Option<String>,
}

/// What the ledger knows about one session.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SessionRecord {
    pub(super) title: Arc<str>,
    pub(super) opened: i64,
    pub(super) zone: Zone,
    pub(super) solo: bool,
    pub(super) import: bool,
    /// The name of the first imported file, and when it was imported last.
    file: Option<(Moment, Arc<str>)>,
    pub(super) lines: usize,
    #[serde(skip)]
    names: Arc<BTreeMap<SeatTag, NotedSeat>>,
    /// The codes of the languages in which lines are read, and when they were set last.
    languages: Option<(Moment, Vec<String>)>,
    /// In a session of one person (solo mode): that person's pseudonym, and when it was recorded.
    oneself: Option<(Moment, Arc<str>)>,
    seats: BTreeMap<SeatTag, SeatRecord>,
    #[serde(skip)]
    claims: PagedMap<u32, (Moment, Arc<Claim>)>,
}

impl SessionRecord {
    pub(super) fn new(origin: &Origin) -> Self {
        Self {
            title: Arc::clone(&origin.title),
            opened: origin.opened,
            zone: origin.zone.clone(),
            solo: origin.solo,
            import: origin.import,
            file: None,
            lines: 0,
            names: Arc::clone(&origin.names),
            languages: None,
            oneself: None,
            seats: BTreeMap::new(),
            claims: PagedMap::default(),
        }
    }

    /// Takes over the names in the session's private file, and the session's current title.
    pub(super) fn name_seats(&mut self, origin: &Origin) {
        self.names = Arc::clone(&origin.names);
        self.title = Arc::clone(&origin.title);
    }

    /// Records the description of a seat. The latest one holds for everything that was said from the seat.
    pub(super) fn seat(&mut self, person: &Person, moment: &Moment) {
        if self.seats.get(person.tag.as_str()).is_some_and(|known| known.described > *moment) {
            return;
        }
        let key = person.key.as_deref().map(Arc::from);
        let name = person.name.as_deref().and_then(person_key);
        let party = person.party.as_deref().and_then(Key::of);
        let called = person.party.clone();
        self.seats.insert(person.tag.clone(), SeatRecord { described: moment.clone(), key, name, party, called });
    }

    /// Records that files were imported into the session, for the first time or again.
    pub(super) fn imported(&mut self, files: &[String], moment: &Moment) {
        let newer = self.file.as_ref().is_none_or(|(known, _)| known <= moment);
        if let Some(first) = files.first().filter(|_| newer) {
            self.file = Some((moment.clone(), first.as_str().into()));
        }
    }

    /// Records in which languages lines are read from a moment on.
    pub(super) fn speaks(&mut self, languages: &[String], moment: &Moment) {
        if self.languages.as_ref().is_none_or(|(known, _)| known <= moment) {
            self.languages = Some((moment.clone(), languages.to_vec()));
        }
    }

    /// Returns the codes of the languages in which lines are read beside English; none if nobody set them.
    pub(super) fn languages(&self) -> &[String] {
        self.languages.as_ref().map_or(&[], |(_, languages)| languages)
    }

    /// Records the pseudonym of the only person of a solo session.
    pub(super) fn is_oneself(&mut self, key: &str, moment: &Moment) {
        if self.oneself.as_ref().is_none_or(|(known, _)| known <= moment) {
            self.oneself = Some((moment.clone(), key.into()));
        }
    }

    /// Whether a seat has neither a pseudonym nor a recorded name, so that only the private file can match it with
    /// other sessions.
    pub(super) fn needs_names(&self) -> bool {
        self.seats.values().any(|seat| seat.key.is_none() && seat.name.is_none())
    }

    /// Whether a seat has a pseudonym, which matches it with other sessions without the name.
    pub(super) fn holds_keys(&self) -> bool {
        self.seats.values().any(|seat| seat.key.is_some())
    }

    /// Takes over the names in the session's private file.
    pub(super) fn note_names(&mut self, origin: &Origin) {
        self.names = Arc::clone(&origin.names);
    }

    /// Returns the title and the day of the session.
    pub(super) fn met(&self) -> Met {
        let (title, day) = (Arc::clone(&self.title), self.zone.day_of(self.opened));
        let file = self.file.as_ref().map(|(_, file)| Arc::clone(file));
        Met { title, opened: self.opened, day, import: self.import, file }
    }

    pub(super) fn note_claim(&mut self, claim: &Arc<Claim>, moment: &Moment) {
        if self.claims.get(&claim.claim).is_none_or(|(known, _)| known <= moment) {
            self.claims.insert(claim.claim, (moment.clone(), Arc::clone(claim)));
        }
    }

    pub(super) fn claim(&self, number: u32) -> Option<&Claim> {
        self.claims.get(&number).map(|(_, claim)| claim.as_ref())
    }

    pub(super) fn latest_claim(&self) -> Option<&Claim> {
        self.claims.last().map(|(_, (_, claim))| claim.as_ref())
    }

    /// Returns the tag of a statement: its speaker's; without a speaker, the only person's of a solo session.
    fn tag<'a>(&'a self, word: &'a Statement) -> Option<&'a SeatTag> {
        let alone = || self.seats.keys().next().filter(|_| self.solo && self.seats.len() == 1);
        word.speaker.as_ref().or_else(alone)
    }

    /// Returns the person whose statement this is. The record is asked before the private file, a pseudonym before a
    /// name.
    pub(super) fn who(&self, word: &Statement, moment: &Moment) -> Who {
        let Some(tag) = self.tag(word) else {
            return self.alone().unwrap_or_else(|| Who::Nobody(moment.clone()));
        };
        let (seat, noted) = (self.seats.get(tag), self.names.get(tag));
        let keyed = seat.and_then(|seat| seat.key.as_ref()).or_else(|| noted?.key.as_ref());
        let named = || seat.and_then(|seat| seat.name.as_ref()).or_else(|| Some(&noted?.name));
        let oneself = || self.alone().filter(|_| tag.as_ref() == ONESELF);
        keyed
            .map(|key| Who::Keyed(Arc::clone(key)))
            .or_else(|| named().map(|name| Who::Listed(name.clone())))
            .or_else(oneself)
            .unwrap_or_else(|| Who::Seat(moment.session.clone(), tag.clone()))
    }

    /// Returns the only person of a solo session, if a pseudonym was recorded.
    fn alone(&self) -> Option<Who> {
        let (_, key) = self.oneself.as_ref().filter(|_| self.solo)?;
        Some(Who::Keyed(Arc::clone(key)))
    }

    /// Returns the party of every seat that has one, with its name as it was typed.
    pub(super) fn parties(&self) -> impl Iterator<Item = (&Key, &str)> {
        self.seats.values().filter_map(|seat| Some((seat.party.as_ref()?, seat.called.as_deref()?)))
    }

    /// Returns a note as everybody may read it: units in place of the tags of seats. In a session of one person nothing
    /// is replaced, because the usual tag, "me", is also a word.
    pub(super) fn without_tags(&self, note: &str) -> String {
        let seats = self.seats.iter().filter(|_| !self.solo).map(|(tag, seat)| (tag, seat.called.as_deref()));
        TaggedSeats::new(seats).without_tags(note)
    }

    /// Returns the party of a seat, as it was typed.
    pub(super) fn party_called(&self, tag: &str) -> Option<&str> {
        self.seats.get(tag)?.called.as_deref()
    }

    /// Returns the speaker's listed party. `None` for an anonymous statement, since a party may consist of one person.
    pub(super) fn party(&self, word: &Statement) -> Option<&Key> {
        self.seats.get(self.tag(word).filter(|_| !word.anonymous)?)?.party.as_ref()
    }
}
