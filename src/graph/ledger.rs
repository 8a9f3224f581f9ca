use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::record::{Claim, Event, Exposure, Fact, Kind, Mode, Names, Relation, Session, SessionId, Stance};

use super::chronology::Chronology;
use super::gathered_session::GatheredSession;
use super::gone_note::GoneNote;
use super::merging::{Bond, Merging};
use super::name_record::{NameRecord, Observation, PromiseNote};
use super::paged::PagedMap;
use super::session_record::SessionRecord;
use super::statement::{Saying, Statement};
use super::traits::Trait;
use super::vouched;
use super::watch_note::{MeasureNote, SettlementNote, WatchNote};
use super::word_index::WordIndex;
use super::{Judged, Key, Moment, Origin};

/// Everything that was said in any number of sessions and was not taken back.
///
/// Events may be added in any order with the same result: whatever depends on order is decided by the [`Moment`] of
/// each fact. Adding is cheap, and so is a copy: copies share what neither of them has changed since. To take something back, build the ledger again from what still stands.
///
/// Events for the facilitator alone ([`Exposure::Private`]) are never added.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ledger {
    pub(super) names: PagedMap<Key, Arc<NameRecord>>,
    pub(super) merging: Merging,
    /// The pairs of names of which somebody said that they are two things.
    pub(super) apart: PagedMap<(Key, Key), ()>,
    /// The names of the units with which people were listed.
    pub(super) listed: BTreeSet<Key>,
    pub(super) sessions: BTreeMap<SessionId, Arc<SessionRecord>>,
    pub(super) judgements: Chronology<Judged>,
    /// For each subject of a decision, by the words it was called by, when it was last decided about.
    pub(super) decided: PagedMap<Key, i64>,
    /// What became of the matters that sessions left open.
    pub(super) settlements: Chronology<SettlementNote>,
    /// The sessions that are imports.
    pub(super) imports: BTreeSet<SessionId>,
    /// For each session that is part of a gathering, its place in it.
    pub(super) gatherings: BTreeMap<SessionId, GatheredSession>,
    /// For each name, what its source no longer states: the thing, or an arrow that starts at it.
    pub(super) gone: PagedMap<Key, Chronology<GoneNote>>,
    #[serde(skip)]
    pub(super) words: WordIndex,
    /// The number of claims and stances about arrows.
    #[serde(skip)]
    pub(super) sayings: usize,
    /// The number of claims among them that somebody made.
    #[serde(skip)]
    pub(super) claims: usize,
}

impl Ledger {
    /// Returns a ledger without sessions.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds every event of a session that was not taken back.
    pub fn add_session(&mut self, session: &Session, names: &Names) {
        let origin = Origin::of(session, names);
        self.meeting(&origin).lines += session.lines();
        for event in session.live() {
            self.enter(&origin, event);
        }
    }

    /// Adds a session without its events.
    pub fn attend(&mut self, origin: &Origin) {
        self.meeting(origin);
    }

    /// Returns the number of claims and stances, which is the amount of work for weighing all arrows.
    pub const fn sayings(&self) -> usize {
        self.sayings
    }

    /// Returns the number of claims and stances about the arrows that start at the thing with this label.
    pub fn sayings_of(&self, label: &str) -> usize {
        self.names_of(label).filter_map(|name| self.names.get(name)).map(|name| name.sayings()).sum()
    }

    /// Counts the line of an event that was taken back, without adding its facts.
    pub fn pass_over(&mut self, origin: &Origin, event: &Event) {
        self.meeting(origin).lines += usize::from(event.is_line());
    }

    /// Adds one event that was not taken back.
    pub fn apply(&mut self, origin: &Origin, event: &Event) {
        self.meeting(origin).lines += usize::from(event.is_line());
        self.enter(origin, event);
    }

    /// Returns the number of sessions in the ledger.
    pub fn sessions(&self) -> usize {
        self.sessions.len()
    }

    /// Returns the number of sessions whose people can be identified only by the names in the session's private file.
    pub fn sessions_that_need_names(&self) -> usize {
        self.sessions.values().filter(|meeting| !meeting.import && meeting.needs_names()).count()
    }

    /// Whether any session identifies its people by pseudonyms.
    pub fn holds_keys(&self) -> bool {
        self.sessions.values().any(|meeting| meeting.holds_keys())
    }

    fn meeting(&mut self, origin: &Origin) -> &mut SessionRecord {
        if origin.import && !self.imports.contains(&origin.session) {
            self.imports.insert(origin.session.clone());
        }
        let known = self.sessions.entry(origin.session.clone());
        let meeting = Arc::make_mut(known.or_insert_with(|| Arc::new(SessionRecord::new(origin))));
        meeting.name_seats(origin);
        meeting
    }

    fn enter(&mut self, origin: &Origin, event: &Event) {
        if event.exposure == Exposure::Private {
            return;
        }
        for (place, fact) in event.facts.iter().enumerate() {
            let moment = origin.moment(event, place);
            self.enter_people(origin, fact, &moment);
            self.enter_fact(origin, event, fact, moment);
        }
    }

    fn enter_people(&mut self, origin: &Origin, fact: &Fact, moment: &Moment) {
        match fact {
            Fact::Opened { mode, people, .. } => {
                for person in people {
                    self.mention_party(origin, person);
                }
                let meeting = self.meeting(origin);
                meeting.solo = *mode == Mode::Solo;
                for person in people {
                    meeting.seat(person, moment);
                }
            }
            Fact::Joined(person) => {
                self.mention_party(origin, person);
                self.meeting(origin).seat(person, moment);
            }
            Fact::Gathered(place) => {
                self.gatherings.insert(origin.session.clone(), place.into());
            }
            Fact::Oneself { key } => self.meeting(origin).is_oneself(key, moment),
            Fact::LanguagesSet { languages } => self.meeting(origin).speaks(languages, moment),
            Fact::Imported { files, .. } => self.meeting(origin).imported(files, moment),
            _ => {}
        }
    }

    fn enter_fact(&mut self, origin: &Origin, event: &Event, fact: &Fact, moment: Moment) {
        match fact {
            Fact::Named { label, kind } => {
                let party = *kind == Kind::Party && vouched::is_party(event, label);
                self.hear(origin, label, moment, if party { Trait::ReadVouchedParty } else { Trait::Read(*kind) });
            }
            Fact::Set { label, attribute, .. } => self.hear(origin, label, moment, Trait::Set(*attribute)),
            Fact::Claimed(claim) => self.enter_claim(origin, event, claim, moment),
            Fact::Stanced(stance) => self.enter_stance(origin, event, stance, moment),
            Fact::Merged { keep, drop } => self.enter_bond(origin, keep, drop, Bond::Merged, moment),
            Fact::Renamed { from, to } => self.rename(origin, from, to, moment),
            Fact::Unmerged { keep, drop } => {
                self.keep_apart(origin, keep, drop);
                self.enter_bond(origin, keep, drop, Bond::Parted, moment);
            }
            Fact::ToldApart { keep, drop } => self.keep_apart(origin, keep, drop),
            Fact::Observed { label, direction, words } => {
                if let Some((_, name)) = self.name(origin, label, &moment) {
                    let (time, day, words) = (moment.time, origin.zone.day_of(moment.time), words.clone());
                    name.observed.add(moment, Observation { direction: *direction, words, time, day });
                }
            }
            Fact::Measured { label, words } => {
                if let Some((_, name)) = self.name(origin, label, &moment) {
                    let day = origin.zone.day_of(moment.time);
                    name.measured.add(moment, MeasureNote { words: words.clone(), day });
                }
            }
            Fact::Watched { label, level, acts, .. } => {
                if let Some((_, name)) = self.name(origin, label, &moment) {
                    name.watched.add(moment, WatchNote { level: level.clone(), acts: acts.clone() });
                }
            }
            Fact::Described { label, words } => {
                if let Some((_, name)) = self.name(origin, label, &moment) {
                    name.described.add(moment, words.clone());
                }
            }
            Fact::GoneFromSource { seq, label, to, relation } => {
                // The source need not have been read yet, so that nothing may be looked up here.
                let to = to.as_deref().map(|to| self.mention(origin, to));
                if let (Some(key), None | Some(Some(_))) = (self.mention(origin, label), &to) {
                    let arrow = to.flatten().map(|to| (to, *relation));
                    self.gone.change(key, |notes| notes.add(moment, GoneNote::new(*seq, arrow)));
                }
            }
            Fact::Settled { session, seq, outcome, .. } => {
                let session = session.as_ref().unwrap_or(&moment.session).to_string();
                self.settlements.add(moment, SettlementNote { session, seq: *seq, outcome: *outcome });
            }
            Fact::Ruled { label, slot, text } => {
                if let Some((_, name)) = self.name(origin, label, &moment) {
                    name.ruled.add(moment, (*slot, text.clone()));
                }
            }
            Fact::Decided { about, .. } => {
                // The subject of a decision need not be the name of a thing.
                if let Some(key) = self.mention(origin, about) {
                    let known = self.decided.get(&key).map_or(moment.time, |known| moment.time.max(*known));
                    self.decided.insert(key, known);
                }
            }
            Fact::Judged { lens, pattern, about, judgement, reason } => {
                let (lens, pattern, reason) = (lens.clone(), pattern.clone(), reason.clone());
                let about = about.iter().filter_map(|label| self.mention(origin, label)).collect();
                let (session, time, judgement) = (moment.session.clone(), moment.time, *judgement);
                self.judgements.add(moment, Judged { session, lens, pattern, about, judgement, reason, time });
            }
            Fact::Committed { who, due, about: Some(about), about_to, .. } => {
                let promise = PromiseNote { to: None, named: who.is_some(), dated: due.is_some() };
                let mut to = None;
                if let Some((key, name)) = about_to.as_ref().and_then(|to| self.name(origin, to, &moment)) {
                    name.promises.add(moment.clone(), promise.clone());
                    to = Some(key);
                }
                if let Some((_, name)) = self.name(origin, about, &moment) {
                    name.promises.add(moment, PromiseNote { to, ..promise });
                }
            }
            _ => {}
        }
    }

    fn hear(&mut self, origin: &Origin, label: &str, moment: Moment, said: Trait) {
        let Some((key, name)) = self.name(origin, label, &moment) else { return };
        if name.traits.add(moment, said, origin.import) {
            return;
        }
        let imports = &self.imports;
        if let Some(name) = self.names.get_mut(&key) {
            Arc::make_mut(name).traits.add_up(|session| imports.contains(session));
        }
    }

    /// Notes that a thing is a party if the line says so by itself.
    fn vouch(&mut self, origin: &Origin, event: &Event, label: &str, moment: Moment) {
        if vouched::is_party(event, label) {
            self.hear(origin, label, moment, Trait::VouchedParty);
        }
    }

    fn enter_claim(&mut self, origin: &Origin, event: &Event, claim: &Claim, moment: Moment) {
        for end in [&claim.from, &claim.to] {
            self.vouch(origin, event, end, moment.clone());
        }
        let claim = Arc::new(claim.clone());
        self.meeting(origin).note_claim(&claim, &moment);
        let ends = (claim.from.as_str(), claim.to.as_str());
        self.enter_word(origin, ends, claim.kind, moment, Statement::new(event, Saying::Claim(Arc::clone(&claim))));
    }

    fn enter_stance(&mut self, origin: &Origin, event: &Event, stance: &Stance, moment: Moment) {
        let ends = (stance.from.as_str(), stance.to.as_str());
        self.enter_word(
            origin,
            ends,
            stance.kind,
            moment,
            Statement::new(event, Saying::Stance(Arc::new(stance.clone()))),
        );
    }

    fn enter_word(
        &mut self,
        origin: &Origin,
        (from, to): (&str, &str),
        relation: Relation,
        moment: Moment,
        word: Statement,
    ) {
        let Some((from, _)) = self.name(origin, from, &moment) else { return };
        let Some((to, target)) = self.name(origin, to, &moment) else { return };
        target.into.entry(relation).or_default().insert(from.clone(), ());
        let is_claim = word.is_made();
        let Some(source) = self.names.get_mut(&from) else { return };
        let out = Arc::make_mut(source).out.entry(relation).or_default();
        if out.change(to, |said| said.add(moment, word)) {
            self.sayings += 1;
            self.claims += usize::from(is_claim);
        }
    }
}
