use std::collections::BTreeSet;

use crate::app::entry::Entry;
use crate::app::model::Model;
use crate::export::described_by;
use crate::graph::{Graph, Key, Thing};
use crate::record::{Attribute, Kind, Status, Want};

/// What the pane of a thing can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PaneRow {
    /// The name.
    Name,
    /// The kind.
    Kind,
    /// The stage of an initiative.
    Status,
    /// The unit that answers for it.
    Owner,
    /// Which direction is good.
    Good,
}

impl PaneRow {
    pub(super) const ALL: [PaneRow; 5] = [PaneRow::Name, PaneRow::Kind, PaneRow::Status, PaneRow::Owner, PaneRow::Good];

    pub(super) fn place(self) -> usize {
        Self::ALL.iter().position(|row| *row == self).unwrap_or_default()
    }

    pub(super) fn at(place: usize) -> Self {
        Self::ALL.get(place).copied().unwrap_or(PaneRow::Name)
    }

    pub(super) const fn heading(self) -> &'static str {
        match self {
            PaneRow::Name => "name",
            PaneRow::Kind => "kind",
            PaneRow::Status => "status",
            PaneRow::Owner => "who answers for it",
            PaneRow::Good => "good direction",
        }
    }

    /// Returns the attributes to choose from; empty where the value is typed.
    pub(super) fn choices(self) -> Vec<Attribute> {
        match self {
            PaneRow::Name | PaneRow::Owner => Vec::new(),
            PaneRow::Kind => Kind::SORTED.map(Attribute::Kind).to_vec(),
            PaneRow::Status => Status::ALL.map(Attribute::Status).to_vec(),
            PaneRow::Good => [Want::Up, Want::Down, Want::Steady].map(Attribute::Want).to_vec(),
        }
    }

    /// Returns the index of the choice that holds for a thing.
    pub(super) fn chosen(self, thing: &Thing) -> Option<usize> {
        let now = match self {
            PaneRow::Name | PaneRow::Owner => None,
            PaneRow::Kind => Some(Attribute::Kind(thing.kind)),
            PaneRow::Status => thing.status.map(Attribute::Status),
            PaneRow::Good => thing.want.map(Attribute::Want),
        };
        now.and_then(|now| self.choices().iter().position(|choice| *choice == now))
    }
}

/// What the pane shows.
#[derive(Clone, Debug)]
pub(super) enum PaneStage {
    /// Everything that can be set.
    Rows,
    /// The entry line for a name.
    Typing(Entry),
    /// The choices for a row, with the index of the selected one.
    Choosing(usize),
    /// The question whether the thing is one with another thing, which has the typed name.
    Taken(String),
}

/// The pane of one thing.
#[derive(Clone, Debug)]
pub(super) struct ThingPane {
    /// A name of the thing. Its earlier names go on meaning it, so the one with which the pane was opened is enough.
    pub(super) named: String,
    /// A name of the thing to which Tab turns.
    pub(super) other: Option<String>,
    pub(super) row: PaneRow,
    pub(super) stage: PaneStage,
}

impl ThingPane {
    pub(super) fn of(named: String, other: Option<String>) -> Self {
        let other = other.filter(|other| *other != named);
        Self { named, other, row: PaneRow::Name, stage: PaneStage::Rows }
    }

    /// Returns the label under which the thing is shown.
    pub(super) fn label(&self, model: &Model) -> String {
        model.map_ledger().thing(&self.named).map_or(self.named.as_str(), |known| known.label).to_owned()
    }

    pub(super) fn is(&self, model: &Model, key: &Key) -> bool {
        model.map_ledger().key_of(&self.named) == Some(key)
    }

    /// Returns the thing with the parties that may answer for it; `None` where nothing has its name any more.
    pub(super) fn graph(&self, model: &Model) -> Option<Graph> {
        let ledger = model.map_ledger();
        let key = ledger.key_of(&self.named)?;
        let parties = ledger.things().filter(|known| known.kind == Kind::Party);
        let around = parties.filter_map(|known| ledger.key_of(known.label)).chain([key]);
        Some(ledger.graph_among(&around.collect::<BTreeSet<_>>()))
    }

    pub(super) fn thing(&self, model: &Model) -> Option<Thing> {
        let key = model.map_ledger().key_of(&self.named)?;
        self.graph(model)?.thing(key).cloned()
    }

    /// Returns what imported files say about the thing, each with its source.
    pub(super) fn described(&self, model: &Model, thing: &Thing) -> Vec<String> {
        if thing.described.is_empty() {
            return Vec::new();
        }
        self.graph(model).map(|graph| described_by(&graph, thing)).unwrap_or_default()
    }

    /// Returns the label of the party that answers for the thing.
    pub(super) fn unit(&self, model: &Model) -> Option<String> {
        let graph = self.graph(model)?;
        let thing = graph.thing(model.map_ledger().key_of(&self.named)?)?;
        thing.answers().map(|party| graph.label(party).to_owned())
    }
}
