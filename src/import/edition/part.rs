use super::masked::Masked;
use super::renamed::NewNames;
use crate::import::{ImportRemark, SourcePlace};
use crate::record::{Event, Fact, Names, Person, Relation, Session, SessionTime};

/// What the files of an import change in the session that was made from earlier editions of them; everything in them is
/// new when there is no such session.
#[derive(Clone, Debug, Default)]
pub struct Edition {
    /// What the files state, in their order, then what they no longer state.
    pub parts: Vec<EditionPart>,
    /// The people of the files who have no seat in the session yet, or another unit there. Nobody's name is in them.
    pub people: Vec<Person>,
    /// The names of all people of the session, for its private file.
    pub names: Names,
    /// What is said about the comparison, beside the remarks of the map.
    pub remarks: Vec<ImportRemark>,
    /// The people whose names the texts are cleared of.
    pub(super) masked: Masked,
    /// The names that things have now in place of those of before.
    pub(super) new_names: NewNames,
}

/// What the files state under one key: the facts of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionPart {
    /// What tells the part from every other part of the source, as [`Event::source`] holds it.
    pub key: String,
    /// Where the files state it; `None` for a part that is gone.
    pub place: Option<SourcePlace>,
    /// What it is against the earlier edition.
    pub change: PartChange,
    /// What the files state; for a part that is gone, what they stated before. Claims have no numbers yet.
    pub facts: Vec<Fact>,
    /// The facts that give the things of this part their names of before, if they have another now.
    pub renamed: Vec<Fact>,
    /// What the session says of the part before this edition; empty for a new part.
    pub before: Vec<Fact>,
    /// How a part that is gone is stated anew, if one of its names of before means another thing now.
    pub(super) anew: Option<StatedAnew>,
}

/// That the names of before of a part that is gone are taken off it: one of them means another thing now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StatedAnew {
    /// The number of the event that says that the part is gone, if it was gone already.
    pub(super) mark: Option<u64>,
}

/// Stands for the number of the event directly above, until the events are numbered.
const ABOVE: u64 = 0;

/// What a part of an edition is against the earlier edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartChange {
    /// The earlier edition did not state it.
    New,
    /// The earlier edition stated something else in the event with this number.
    Changed {
        /// The number of the event.
        seq: u64,
    },
    /// An edition before this one did not state it any more, and this one does again.
    CameBack {
        /// The number of the event that says that it was gone.
        gone: u64,
        /// The number of the event with what was stated before, if something else is stated now.
        changed: Option<u64>,
    },
    /// The earlier edition stated the same in the event with this number.
    Unchanged {
        /// The number of the event.
        seq: u64,
    },
    /// Somebody here took it back or removed it for good, and so it stays.
    TakenBack,
    /// The earlier edition stated it in the event with this number; this one does not.
    Gone {
        /// The number of the event.
        seq: u64,
    },
}

impl PartChange {
    /// Whether there is anything to record.
    pub const fn is_change(self) -> bool {
        !matches!(self, PartChange::Unchanged { .. } | PartChange::TakenBack)
    }
}

impl Edition {
    /// Whether the session says all of this already.
    pub fn is_unchanged(&self) -> bool {
        self.people.is_empty() && !self.parts.iter().any(|part| part.change.is_change())
    }

    /// Returns the title of a map, or the name of a file, without the whole names and the addresses of people. A part of
    /// a name stays: a project may be called like somebody, or like the domain of an address.
    pub fn titled_without_names(&self, title: &str) -> String {
        self.masked.title(title)
    }

    /// Returns facts of the earlier edition as they read under the names of now.
    pub(super) fn read_now(&self, facts: &[Fact]) -> Vec<Fact> {
        self.new_names.read_now(facts)
    }

    /// Returns the events that record the edition in a session, after the events that it has.
    pub fn events(&self, session: &Session, at: SessionTime) -> Vec<Event> {
        let mut claims = session.next_claim()..;
        let stated = self.parts.iter().flat_map(EditionPart::recorded);
        let numbered = stated.zip(session.next_seq()..).map(|((key, mut facts), seq)| {
            for fact in &mut facts {
                match fact {
                    Fact::Claimed(claim) => claim.claim = claims.next().unwrap_or_default(),
                    Fact::GoneFromSource { seq: stated, .. } if *stated == ABOVE => *stated = seq.saturating_sub(1),
                    _ => {}
                }
            }
            Event { seq, at, source: Some(key.to_owned()), facts, ..Event::default() }
        });
        numbered.collect()
    }
}

impl EditionPart {
    /// Returns the facts of each event that the part makes, with its key.
    fn recorded(&self) -> Vec<(&str, Vec<Fact>)> {
        let stated = || self.renamed.iter().chain(&self.facts).cloned();
        let instead_of = |seq| [Fact::Retracted { seq }].into_iter().chain(stated()).collect();
        let events: Vec<Vec<Fact>> = match self.change {
            PartChange::New => vec![stated().collect()],
            PartChange::Changed { seq } => vec![instead_of(seq)],
            PartChange::CameBack { gone, changed } => {
                let back = vec![Fact::Retracted { seq: gone }];
                [back].into_iter().chain(changed.map(instead_of)).collect()
            }
            PartChange::Gone { seq } => match self.anew {
                None => vec![gone(seq, &self.facts)],
                Some(StatedAnew { mark }) => {
                    let before = mark.map(|seq| Fact::Retracted { seq });
                    vec![instead_of(seq), before.into_iter().chain(gone(ABOVE, &self.facts)).collect()]
                }
            },
            PartChange::Unchanged { .. } | PartChange::TakenBack => Vec::new(),
        };
        events.into_iter().map(|facts| (self.key.as_str(), facts)).collect()
    }
}

/// Returns the facts which say that the things and arrows of an event are gone from the source.
fn gone(seq: u64, stated: &[Fact]) -> Vec<Fact> {
    let gone = stated.iter().filter_map(|fact| match fact {
        Fact::Named { label, .. } => {
            Some(Fact::GoneFromSource { seq, label: label.clone(), to: None, relation: Relation::default() })
        }
        Fact::Claimed(claim) => Some(Fact::GoneFromSource {
            seq,
            label: claim.from.clone(),
            to: Some(claim.to.clone()),
            relation: claim.kind,
        }),
        _ => None,
    });
    gone.collect()
}
