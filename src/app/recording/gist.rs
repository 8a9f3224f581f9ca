//! A summary of what was said, for use in prompts. It is updated with every event, so that no prompt has to read the
//! whole session again.

use std::collections::{BTreeMap, BTreeSet};

use super::effects::SaidEffects;
use super::last::Last;
use super::neighbours::Neighbours;
use crate::graph::{Key, Ledger};
use crate::record::visits::visit;
use crate::record::{Attribute, Due, Event, Fact, Kind, Session, StepId};

/// The maximum length of hopes in a prompt, in characters.
pub(super) const HOPES: usize = 110;

/// The summary of a session for its prompts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Gist {
    pub(super) effects: SaidEffects,
    pub(super) neighbours: Neighbours,
    /// The change and the party mentioned last.
    pub(super) change: Last,
    pub(super) party: Last,
    /// The keys of things that may be changes.
    changes: BTreeSet<Key>,
    /// The last promise.
    pub(super) promised: Option<SaidPromise>,
    /// The number of events read.
    heard: usize,
    /// For each step, the number of events read and the label of the change named last by a line without an arrow.
    picks: BTreeMap<StepId, (usize, String)>,
    texts: BTreeMap<StepId, Texts>,
    ballots: BTreeMap<StepId, Vec<String>>,
    /// The exercise entered last, and the number of events read when it was entered from another one.
    entered: Option<(String, usize)>,
}

/// A promise as said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SaidPromise {
    pub(super) text: String,
    pub(super) who: Option<String>,
    pub(super) due: Option<Due>,
}

/// The free texts of a step: their number, the last one, and all of them in one line while that is short enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Texts {
    count: usize,
    all: Option<String>,
    last: String,
}

impl Gist {
    /// Returns the gist before the first event of a session; `base` holds the other sessions.
    pub(super) fn before_the_session(base: &Ledger) -> Self {
        let changes = base.perhaps(Kind::Initiative).cloned().collect();
        Self { neighbours: Neighbours::of(base), changes, ..Self::default() }
    }

    /// Adds every event of a session behind the first `heard` ones; `ledger` holds all of them.
    pub(super) fn after(mut self, heard: usize, session: &Session, ledger: &Ledger) -> Self {
        let events = session.events().iter().skip(heard).inspect(|_| visit());
        events.filter(|event| session.stands(event.seq)).for_each(|event| self.note(event));
        self.look_back(session, ledger);
        self
    }

    /// Adds the last event of a session, once the ledger holds it.
    pub(in crate::app) fn hear(&mut self, event: &Event, session: &Session, ledger: &Ledger) {
        self.note(event);
        if event.facts.iter().any(Last::may_turn) {
            self.look_back(session, ledger);
        } else {
            self.change.hear(Kind::Initiative, event, ledger);
            self.party.hear(Kind::Party, event, ledger);
        }
    }

    fn look_back(&mut self, session: &Session, ledger: &Ledger) {
        self.change = Last::of(Kind::Initiative, session, ledger);
        self.party = Last::of(Kind::Party, session, ledger);
    }

    fn note(&mut self, event: &Event) {
        let step = event.step.as_ref();
        let mut draws = false;
        for fact in &event.facts {
            self.neighbours.hear(fact, step);
            match fact {
                Fact::Named { label, kind: Kind::Initiative }
                | Fact::Set { label, attribute: Attribute::Kind(Kind::Initiative), .. } => {
                    self.changes.extend(Key::of(label));
                }
                Fact::Merged { keep, drop }
                | Fact::Unmerged { keep, drop }
                | Fact::Renamed { from: drop, to: keep } => {
                    self.changes.extend([keep, drop].into_iter().filter_map(|label| Key::of(label)));
                }
                Fact::Claimed(claim) => {
                    draws = true;
                    self.effects.hear(claim, step);
                }
                Fact::StepEntered { step, .. } => self.enter(&step.exercise),
                Fact::Committed { text, who, due, .. } => {
                    self.promised = Some(SaidPromise { text: text.clone(), who: who.clone(), due: *due });
                }
                Fact::Answered { text } => {
                    if let Some(step) = step {
                        self.texts.entry(step.clone()).or_default().hear(text);
                    }
                }
                Fact::Voted { ballot, .. } => {
                    if let Some(step) = step {
                        count(self.ballots.entry(step.clone()).or_default(), ballot);
                    }
                }
                _ => {}
            }
        }
        // A line about who answers for a change does not pick that change.
        if let (Some(step), Some(named)) = (step, event.facts.iter().find_map(change).filter(|_| !draws)) {
            self.picks.insert(step.clone(), (self.heard, named.to_owned()));
        }
        self.heard += 1;
    }

    fn enter(&mut self, exercise: &str) {
        if self.entered.as_ref().is_none_or(|(on, _)| on != exercise) {
            self.entered = Some((exercise.to_owned(), self.heard));
        }
    }

    /// Returns the keys of the things that are changes.
    pub(in crate::app) fn changes<'a>(&'a self, ledger: &'a Ledger) -> BTreeSet<&'a Key> {
        let known_keys = self.changes.iter().filter(|key| ledger.key_of(key.as_str()) == Some(*key));
        known_keys
            .filter(|key| ledger.thing(key.as_str()).is_some_and(|known| known.kind == Kind::Initiative))
            .collect()
    }

    /// Returns the change named last in steps that are picks: if `here`, only since the current exercise was entered.
    pub(super) fn picked(&self, is_pick: impl Fn(&StepId) -> bool, here: bool) -> Option<&str> {
        let since = self.entered.as_ref().map_or(0, |(_, since)| *since).min(if here { usize::MAX } else { 0 });
        let picks = self.picks.iter().filter(|(_, (heard, _))| *heard >= since);
        let last = picks.filter(|(step, _)| is_pick(step)).max_by_key(|(_, (heard, _))| *heard);
        last.map(|(_, (_, label))| label.as_str())
    }

    /// Returns the last free text of a step.
    pub(super) fn last_text(&self, step: &StepId) -> Option<&str> {
        self.texts.get(step).map(|texts| texts.last.as_str())
    }

    /// Returns all free texts of a step while they fit a prompt, else the last of them.
    pub(super) fn short_texts(&self, step: &StepId) -> Option<&str> {
        let texts = self.texts.get(step)?;
        match texts.all.as_deref() {
            Some(all) => Some(all).filter(|all| !all.is_empty()),
            None => Some(&texts.last),
        }
    }

    /// Returns the ballots counted in a step, each once.
    pub(super) fn ballots(&self, step: &StepId) -> &[String] {
        self.ballots.get(step).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Texts {
    fn hear(&mut self, text: &str) {
        let all = match (self.count, self.all.take()) {
            (0, _) => Some(text.to_owned()),
            (_, Some(all)) => Some(format!("{all}; {text}")),
            (_, None) => None,
        };
        self.all = all.filter(|all| all.chars().count() <= HOPES);
        text.clone_into(&mut self.last);
        self.count += 1;
    }
}

fn count(ballots: &mut Vec<String>, ballot: &str) {
    if !ballots.iter().any(|known| known == ballot) {
        ballots.push(ballot.to_owned());
    }
}

fn change(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Named { label, kind: Kind::Initiative } => Some(label),
        _ => None,
    }
}
