//! What is watched: the level at which somebody acts, compared with every later observation.

mod amount;
mod level;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::record::{Kind, Outcome, SessionId, Want};

use level::{Seen, WatchLevel};

use super::name_record::NameRecord;
use super::watch_note::WatchNote;
use super::{Key, Ledger, Moment};

/// A thing that is watched, as last said, with what was seen since.
///
/// What nobody has seen is no fact: without a later observation with a number, the level is neither crossed nor not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    /// The session in which it was said.
    pub session: SessionId,
    /// The number of its event there.
    pub seq: u64,
    /// The level at which somebody acts, as typed; `None` when nobody said.
    pub level: Option<String>,
    /// Who acts, as typed in that session; `None` when nobody was named.
    pub acts: Option<String>,
    /// The unit that acts, for pages that everybody reads; `None` when nobody was named, or the unit is not known.
    pub unit: Option<String>,
    /// The latest observation that can be compared with the level, and whether it is beyond the level.
    pub latest: Option<(WatchedValue, bool)>,
    /// The observation that crossed the level, unless it was settled what became of it since.
    pub crossed: Option<WatchedValue>,
    /// Whether it was said, since the crossing, that the matter waits: not acted upon yet.
    pub waits: bool,
}

/// An observation with a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchedValue {
    /// The number with its unit, as said: `62`.
    pub value: String,
    /// The session in which it was said.
    pub session: SessionId,
    /// When it was said, in milliseconds since 1970.
    pub time: i64,
    /// The day on which it was said, in the session's own time zone.
    pub day: Date,
}

/// Something that happened to a watched thing.
enum Happened {
    Seen(Seen, Date),
    Settled(Outcome),
}

impl Ledger {
    /// Returns what is watched about a thing, which is given by its canonical name; of several statements the latest
    /// counts. `want` is the direction that is wanted, which tells from which side a bare number is reached.
    pub(super) fn watch(&self, thing: &Key, want: Option<Want>) -> Option<Watch> {
        let names: Vec<&NameRecord> =
            self.aliases().all(thing).filter_map(|name| self.names.get(name)).map(AsRef::as_ref).collect();
        let said = names.iter().flat_map(|name| name.watched.iter());
        let (moment, note) = said.max_by_key(|(moment, _)| moment)?;
        let mut watch = Watch {
            session: moment.session.clone(),
            seq: moment.seq,
            level: note.level.clone(),
            acts: note.acts.clone(),
            unit: note.acts.as_deref().and_then(|who| self.unit_of(&moment.session, who)),
            latest: None,
            crossed: None,
            waits: false,
        };
        if let Some(level) = note.level.as_deref().and_then(|level| WatchLevel::read(level, want)) {
            watch.compare(&level, moment, &self.happened(&names, moment));
        }
        Some(watch)
    }

    /// Returns every thing whose watched level was crossed and of which nobody has said what became of it, by its label,
    /// in key order.
    pub fn crossed_watches(&self) -> Vec<(&str, Watch)> {
        let watched = self.names.iter().filter(|(_, name)| name.watched.len() > 0);
        let things: BTreeSet<&Key> = watched.map(|(key, _)| self.aliases().canonical(key)).collect();
        let crossed = things.into_iter().filter_map(|key| {
            let watch = self.watch(key, self.traits(key).want).filter(Watch::is_crossed)?;
            Some((self.names.get(key)?.label(), watch))
        });
        crossed.collect()
    }

    /// Returns the thing that an event said is watched, by its label, and the level; `None` if the event said no such thing.
    pub fn watched_by(&self, session: &str, seq: u64) -> Option<(&str, Option<&str>)> {
        self.names.iter().find_map(|(key, name)| {
            let is_it = |(moment, _): &&(Moment, WatchNote)| moment.seq == seq && moment.session.as_str() == session;
            let (_, note) = name.watched.iter().find(is_it)?;
            let shown = self.names.get(self.aliases().canonical(key)).map_or_else(|| name.label(), |name| name.label());
            Some((shown, note.level.as_deref()))
        })
    }

    /// Returns everything seen and settled, in time order.
    fn happened<'a>(&'a self, names: &[&'a NameRecord], watch: &Moment) -> Vec<(&'a Moment, Happened)> {
        let mut all: Vec<(&Moment, Happened)> = Vec::new();
        for name in names {
            let moved = name.observed.iter().filter_map(|(moment, seen)| {
                let words = seen.words.as_deref()?;
                Some((moment, Happened::Seen(Seen::moved(seen.direction, words), seen.day)))
            });
            let measured = name
                .measured
                .iter()
                .map(|(moment, measured)| (moment, Happened::Seen(Seen::measured(&measured.words), measured.day)));
            all.extend(moved.chain(measured));
        }
        let settled = self
            .settlements
            .iter()
            .filter(|(_, settled)| settled.seq == watch.seq && settled.session == watch.session.as_str());
        all.extend(settled.map(|(moment, settled)| (moment, Happened::Settled(settled.outcome))));
        all.sort_by_key(|(moment, _)| *moment);
        all
    }

    /// Returns the label of the unit that a typed person or unit belongs to.
    fn unit_of(&self, session: &SessionId, who: &str) -> Option<String> {
        let session = self.sessions.get(session)?;
        let (who, is_unit) = match who.strip_prefix('@') {
            Some(unit) => (unit.trim(), true),
            None => (who.trim(), false),
        };
        let is_party = |who: &&str| {
            let listed = || session.parties().any(|(party, _)| Some(party) == Key::of(who).as_ref());
            is_unit || listed() || self.thing(who).is_some_and(|known| known.kind == Kind::Party)
        };
        let seated = session.party_called(who).filter(|_| !is_unit);
        let unit = seated.or_else(|| Some(who).filter(is_party))?;
        Some(self.thing(unit).map_or(unit, |known| known.label).to_owned())
    }
}

impl Watch {
    /// Whether the level was crossed, and nobody has said what became of it.
    pub const fn is_crossed(&self) -> bool {
        self.crossed.is_some()
    }

    fn compare(&mut self, level: &WatchLevel, since: &Moment, happened: &[(&Moment, Happened)]) {
        let mut base = None;
        // After it was settled, the level is crossed again only by coming from the other side.
        let mut armed = true;
        for (moment, happened) in happened {
            let (seen, day) = match happened {
                Happened::Settled(Outcome::Moved) => {
                    self.waits = self.crossed.is_some();
                    continue;
                }
                Happened::Settled(_) => {
                    (self.crossed, self.waits) = (None, false);
                    continue;
                }
                Happened::Seen(seen, day) => (seen, *day),
            };
            if *moment <= since {
                base = seen.value().or(base);
                continue;
            }
            if let Some(beyond) = level.is_crossed_by(seen, base) {
                let (session, time) = (moment.session.clone(), moment.time);
                let value = WatchedValue { value: seen.says.clone(), session, time, day };
                if beyond && armed {
                    self.crossed = Some(value.clone());
                }
                armed = !beyond;
                self.latest = Some((value, beyond));
            }
            base = base.or_else(|| seen.value());
        }
    }
}
