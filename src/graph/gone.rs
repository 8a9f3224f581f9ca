use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::record::{Relation, SessionId, Zone};

use super::chronology::Chronology;
use super::gone_note::GoneNote;
use super::name_record::NameRecord;
use super::paged::PagedMap;
use super::statement::Statement;
use super::traits::Trait;
use super::{Key, Ledger, Moment};

/// That an imported file no longer states a thing or an arrow which an earlier edition of it stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The import session of the file.
    pub session: SessionId,
    /// When the newer edition was imported, in milliseconds since 1970.
    pub time: i64,
    /// The day it was imported, in the time zone of the session.
    pub day: Date,
}

/// Something that was said about an arrow, with the names by which it was said.
struct WordAt<'a> {
    start: &'a Key,
    end: &'a Key,
    relation: Relation,
    said: &'a (Moment, Statement),
}

impl Ledger {
    /// Whether this session is an import: what it states, a file states, and nobody said.
    pub(super) fn is_import(&self, session: &SessionId) -> bool {
        self.imports.contains(session)
    }

    /// Returns the statements that an arrow between two canonical names is gone from its source.
    pub(super) fn notes_of_gone_arrow<'a>(
        &'a self,
        from: &'a Key,
        to: &Key,
        relation: Relation,
    ) -> Vec<(&'a Moment, &'a GoneNote)> {
        let is_it = |note: &GoneNote| {
            let arrow = note.arrow.as_ref();
            arrow.is_some_and(|(end, of)| *of == relation && self.aliases().canonical(end) == to)
        };
        self.notes_of_gone(from).filter(|(_, note)| is_it(note)).collect()
    }

    fn notes_of_gone<'a>(&'a self, name: &'a Key) -> impl Iterator<Item = (&'a Moment, &'a GoneNote)> {
        let names = (!self.gone.is_empty()).then(|| self.aliases().all(name)).into_iter().flatten();
        let notes = names.filter_map(|name| self.gone.get(name)).flat_map(Chronology::iter);
        notes.map(|(since, note)| (since, note))
    }

    /// Returns since when no file lists a thing any more, which is given by its canonical name: all that listed it
    /// dropped it, and nobody has said since what became of it.
    pub(super) fn gone_thing(&self, thing: &Key) -> Option<Gone> {
        let notes: Vec<_> = self.notes_of_gone(thing).filter(|(_, note)| note.arrow.is_none()).collect();
        let last = notes.iter().map(|(since, _)| *since).max()?;
        let names = self.aliases().all(thing).filter_map(|name| self.names.get(name));
        let mentions = names.flat_map(|name| name.traits.iter()).filter(|(_, said)| said.is_naming());
        let mut listed = mentions.map(|(stated, _)| stated).filter(|stated| self.is_import(&stated.session));
        let is_gone = listed.all(|stated| notes.iter().any(|(since, note)| note.ends(since, stated)));
        let gone =
            is_gone && !self.is_still_mentioned(thing) && self.last_accounted_for(thing).is_none_or(|said| said < last);
        gone.then(|| self.gone_at(last))
    }

    /// Whether the thing with this name is listed by no file any more, and nobody has said what became of it.
    pub fn is_gone(&self, name: &Key) -> bool {
        self.gone_thing(self.aliases().canonical(name)).is_some()
    }

    /// Whether a file still states an arrow of a thing, in whatever row: so the file still knows the thing.
    fn is_still_mentioned(&self, thing: &Key) -> bool {
        let listed = self.words_at(thing).into_iter().filter(|at| at.said.1.is_imported());
        listed.into_iter().any(|WordAt { start, end, relation, said: (stated, _) }| {
            let notes = self.gone.get(start).into_iter().flat_map(Chronology::iter);
            let is_it = |note: &GoneNote| note.arrow.as_ref().is_some_and(|(to, of)| to == end && *of == relation);
            !notes.filter(|(_, note)| is_it(note)).any(|(since, note)| note.ends(since, stated))
        })
    }

    /// Returns everything that was said about the arrows of a thing, by the names that were typed.
    fn words_at<'a>(&'a self, thing: &'a Key) -> Vec<WordAt<'a>> {
        let mut found = Vec::new();
        let mut note = |start: &'a Key, is_it: &dyn Fn(&Key) -> bool| {
            let Some(name) = self.names.get(start) else { return };
            for (relation, ends) in &name.out {
                for (end, words) in ends.iter().filter(|(end, _)| is_it(end)) {
                    found.extend(words.iter().map(|said| WordAt { start, end, relation: *relation, said }));
                }
            }
        };
        for name in self.aliases().all(thing) {
            note(name, &|_| true);
            let starts: BTreeSet<&Key> =
                self.names.get(name).into_iter().flat_map(|name| name.into.values().flat_map(PagedMap::keys)).collect();
            for start in starts {
                note(start, &|end| end == name);
            }
        }
        found
    }

    /// Returns when somebody last said something about a thing itself; `None` if nobody ever did. To name it, as the
    /// choice of it for a workshop does, or to say what it leads to, tells nothing of what became of it.
    fn last_accounted_for<'a>(&'a self, thing: &'a Key) -> Option<&'a Moment> {
        let names = self.aliases().all(thing).filter_map(|name| self.names.get(name));
        let own = names.flat_map(|name| name.moments());
        // Under a name that no file dropped, what it leads to counts too: there somebody said that it is another thing.
        let elsewhere = |at: &WordAt<'_>| !self.gone.holds(at.start) && !self.gone.holds(at.end);
        let words = self.words_at(thing).into_iter().filter(elsewhere).map(|at| &at.said.0);
        own.chain(words).filter(|moment| !self.is_import(&moment.session)).max()
    }

    pub(super) fn gone_at(&self, since: &Moment) -> Gone {
        let zone = self.sessions.get(&since.session).map_or(&Zone::UTC, |meeting| &meeting.zone);
        Gone { session: since.session.clone(), time: since.time, day: zone.day_of(since.time) }
    }
}

impl Trait {
    /// Whether the statement names the thing, rather than saying something about it.
    const fn is_naming(self) -> bool {
        matches!(self, Trait::Read(_) | Trait::ReadVouchedParty)
    }
}

impl NameRecord {
    /// Returns the moments of everything that was said about the thing under this name, but for its mere mention and for
    /// what was said at the ends of its arrows.
    fn moments(&self) -> impl Iterator<Item = &Moment> {
        let traits = self.traits.iter().filter(|(_, said)| !said.is_naming()).map(|(moment, _)| moment);
        let observed = self.observed.iter().map(|(moment, _)| moment);
        let ruled = self.ruled.iter().map(|(moment, _)| moment);
        let promises = self.promises.iter().map(|(moment, _)| moment);
        let watched = self.watched.iter().map(|(moment, _)| moment);
        let measured = self.measured.iter().map(|(moment, _)| moment);
        traits.chain(observed).chain(ruled).chain(promises).chain(watched).chain(measured)
    }
}
