//! Editions of a source one after the other, each as a map, recorded in one session.

use crate::graph::Ledger;
use crate::import::edition::{Edition, PartChange, edition};
use crate::import::{ImportMapping, ImportedArrow, ImportedMap, ImportedThing, SourcePlace, WithinFile};
use crate::record::{
    Event, Fact, Header, Kind, Names, Relation, Session, SessionKind, SessionTime, Sign, Status, Strength,
};

pub(super) fn place() -> SourcePlace {
    SourcePlace { file: "list.csv".into(), within: WithinFile::Whole }
}

pub(super) fn thing(key: &str, label: &str) -> ImportedThing {
    ImportedThing { kind: Kind::Initiative, ..ImportedThing::new(key, place(), label) }
}

pub(super) fn of_status(key: &str, label: &str, status: Status) -> ImportedThing {
    ImportedThing { status: Some(status), ..thing(key, label) }
}

pub(super) fn arrow(key: &str, from: usize, to: usize) -> ImportedArrow {
    ImportedArrow {
        key: key.to_owned(),
        place: place(),
        from,
        to,
        relation: Relation::Needs,
        sign: Sign::Unknown,
        strength: Strength::default(),
        delay: None,
        note: None,
    }
}

pub(super) fn map(things: Vec<ImportedThing>, arrows: Vec<ImportedArrow>) -> ImportedMap {
    ImportedMap { things, arrows, ..ImportedMap::default() }
}

/// The session of an import, edition by edition.
pub(super) struct Imports {
    pub(super) session: Session,
    pub(super) names: Names,
}

impl Imports {
    pub(super) fn new() -> Self {
        let session = Session::new(Header::here(SessionKind::Import));
        Self { session, names: Names::default() }
    }

    pub(super) fn looked_at(&self, map: &ImportedMap) -> Edition {
        edition(Some((&self.session, &self.names)), map, &ImportMapping::default())
    }

    /// Records a map; returns what it changed.
    pub(super) fn take(&mut self, map: &ImportedMap) -> Edition {
        let edition = self.looked_at(map);
        let seq = self.session.next_seq();
        let imported = Fact::Imported { files: Vec::new(), format: "table".to_owned(), digest: seq.to_string() };
        let people = edition.people.iter().cloned().map(Fact::Joined);
        let facts = [imported].into_iter().chain(people).collect();
        self.session.push(Event { seq, facts, ..Event::default() });
        for event in edition.events(&self.session, SessionTime::OPENING) {
            self.session.push(event);
        }
        self.names.clone_from(&edition.names);
        edition
    }

    /// Somebody acts on an event by hand.
    pub(super) fn by_hand(&mut self, facts: Vec<Fact>) {
        let seq = self.session.next_seq();
        self.session.push(Event { seq, facts, ..Event::default() });
    }

    pub(super) fn undo(&mut self) {
        let target = self.session.undo_target().unwrap();
        self.by_hand(self.session.taking_back(target));
    }

    pub(super) fn ledger(&self) -> Ledger {
        let mut ledger = Ledger::new();
        ledger.add_session(&self.session, &self.names);
        ledger
    }

    /// The label under which a name is shown.
    pub(super) fn shown(&self, label: &str) -> String {
        self.ledger().thing(label).map(|thing| thing.label.to_owned()).unwrap_or_default()
    }
}

/// The key of each part that changes, and how.
pub(super) fn changes(edition: &Edition) -> Vec<(&str, PartChange)> {
    let changed = edition.parts.iter().filter(|part| part.change.is_change());
    changed.map(|part| (part.key.as_str(), part.change)).collect()
}
