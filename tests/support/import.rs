//! An import in memory: a session of what a file of another tool states.

use adjacent::graph::Ledger;
use adjacent::record::{
    Attribute, Basis, Claim, Event, Fact, Header, Kind, Names, Relation, Session, SessionKind, SessionTime, Sign,
    Status, from_whole_millis,
};

use crate::session::header;

/// An import in the making. A minute passes between events.
#[derive(Clone)]
pub(crate) struct Import {
    header: Header,
    events: Vec<Event>,
}

impl Import {
    /// An import with this title, of a day of November 2026.
    pub(crate) fn titled(day: u8, title: &str) -> Self {
        let id = format!("2026-11-{day:02}-{}-0001", title.to_lowercase().replace([' ', '.'], "-"));
        let opened = format!("2026-11-{day:02}T09:00:00Z").parse().unwrap();
        let header = Header { opened, kind: SessionKind::Import, ..header(&id, title) };
        Self { header, events: Vec::new() }
    }

    /// States these facts under a key.
    pub(crate) fn states(mut self, key: &str, facts: Vec<Fact>) -> Self {
        let seq = self.events.len() as u64 + 1;
        let at: SessionTime = SessionTime::OPENING + from_whole_millis(seq * 60_000);
        self.events.push(Event { seq, at, source: Some(key.to_owned()), facts, ..Event::default() });
        self
    }

    /// States a thing of this kind.
    pub(crate) fn thing(self, label: &str, kind: Kind) -> Self {
        self.states(label, vec![Fact::Named { label: label.into(), kind }])
    }

    /// States a change with its status and the unit that answers for it.
    pub(crate) fn change(self, label: &str, status: Status, unit: &str) -> Self {
        let facts = vec![
            Fact::Named { label: label.into(), kind: Kind::Initiative },
            Fact::Set { label: label.into(), attribute: Attribute::Status(status), words: None },
            Fact::Named { label: unit.into(), kind: Kind::Party },
            Fact::Claimed(self.claim(unit, Relation::Owns, label, Sign::Unknown)),
        ];
        self.states(label, facts)
    }

    /// States an arrow between two things.
    pub(crate) fn arrow(self, from: &str, relation: Relation, to: &str, sign: Sign) -> Self {
        let claim = self.claim(from, relation, to, sign);
        let named = |label: &str| Fact::Named { label: label.into(), kind: Kind::Unknown };
        self.states(&format!("{from} {to}"), vec![named(from), named(to), Fact::Claimed(claim)])
    }

    /// States a text about a thing.
    pub(crate) fn described(self, label: &str, words: &str) -> Self {
        self.states(label, vec![Fact::Described { label: label.into(), words: words.into() }])
    }

    /// The source no longer states what the event with this number stated of a thing.
    pub(crate) fn drops(self, seq: u64, label: &str) -> Self {
        let facts = vec![Fact::GoneFromSource { seq, label: label.into(), to: None, relation: Relation::default() }];
        self.states(&format!("gone {label}"), facts)
    }

    /// The source no longer states the arrow that the event with this number stated.
    pub(crate) fn drops_arrow(self, seq: u64, from: &str, relation: Relation, to: &str) -> Self {
        let facts = vec![Fact::GoneFromSource { seq, label: from.into(), to: Some(to.into()), relation }];
        self.states(&format!("gone {from} {to}"), facts)
    }

    fn claim(&self, from: &str, kind: Relation, to: &str, sign: Sign) -> Claim {
        let claim = self.events.len() as u32 + 1;
        Claim { claim, from: from.into(), to: to.into(), kind, sign, basis: Basis::Imported, ..Claim::default() }
    }

    pub(crate) fn told(self) -> Session {
        Session::fold(self.header, self.events)
    }

    /// The ledger of this import alone.
    pub(crate) fn ledger(self) -> Ledger {
        ledger(&[self.told()])
    }
}

/// The ledger of these sessions.
pub(crate) fn ledger(sessions: &[Session]) -> Ledger {
    let mut ledger = Ledger::new();
    for session in sessions {
        ledger.add_session(session, &Names::default());
    }
    ledger
}
