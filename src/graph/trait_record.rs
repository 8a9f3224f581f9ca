use serde::{Deserialize, Serialize};

use super::Moment;
use super::chronology::Chronology;
use super::traits::{Trait, Traits};
use crate::record::SessionId;

/// What people said about a thing, and what imported files state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SaidAndListed {
    pub(super) said: Traits,
    pub(super) listed: Traits,
}

impl SaidAndListed {
    /// Applies the next statement, of a person or of an imported file.
    pub(super) fn hear(&mut self, said: Trait, is_listed: bool) {
        if is_listed { self.listed.list(said) } else { self.said.hear(said) }
    }

    /// Fills in what is missing from another name of the same thing.
    pub(super) fn fill_in(&mut self, other: Self) {
        self.said.fill_in(other.said);
        self.listed.fill_in(other.listed);
    }

    /// Returns both as one: what people said counts before what files state.
    pub(super) fn together(self) -> Traits {
        let mut traits = self.said;
        traits.fill_in_listed(self.listed);
        traits
    }
}

/// The statements about a thing under one name, with what they come to: a unit that is spoken of in every other line is
/// looked up as fast as one that was named once.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct TraitRecord {
    told: Chronology<Trait>,
    /// Not packed, because it follows from the statements.
    #[serde(skip)]
    sum: SaidAndListed,
}

impl TraitRecord {
    /// Adds a statement, of a person or of an imported file. Returns whether it is the latest; after any other the
    /// statements have to be added up again.
    pub(super) fn add(&mut self, moment: Moment, said: Trait, is_listed: bool) -> bool {
        let is_latest = self.told.last().is_none_or(|(last, _)| *last < moment);
        self.told.add(moment, said);
        if is_latest {
            self.sum.hear(said, is_listed);
        }
        is_latest
    }

    /// Adds up the statements again, in the order in which they were said.
    pub(super) fn add_up(&mut self, is_import: impl Fn(&SessionId) -> bool) {
        self.sum = SaidAndListed::default();
        for (moment, said) in self.told.iter() {
            self.sum.hear(*said, is_import(&moment.session));
        }
    }

    /// Returns what the statements come to, unless the name is or was another name of a thing.
    pub(super) const fn sum(&self) -> SaidAndListed {
        self.sum
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &(Moment, Trait)> {
        self.told.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Attribute, Kind, Status};

    fn moment(time: i64) -> Moment {
        let session = if time % 3 == 0 { "2026-11-20-list-0001" } else { "2026-11-20-talk-0002" };
        Moment { time, session: session.into(), seq: 1, fact: 0 }
    }

    fn is_import(session: &SessionId) -> bool {
        session.contains("list")
    }

    #[test]
    fn in_whatever_order_sessions_are_read_the_statements_come_to_the_same() {
        let told = [
            (1, Trait::Read(Kind::Factor)),
            (2, Trait::Set(Attribute::Kind(Kind::Party))),
            (3, Trait::Set(Attribute::Status(Status::Pilot))),
            (4, Trait::Set(Attribute::Status(Status::Live))),
            (5, Trait::Set(Attribute::Kind(Kind::Initiative))),
            (6, Trait::Read(Kind::Resource)),
        ];
        let sum = |order: &[usize]| {
            let mut record = TraitRecord::default();
            for at in order {
                let (time, said) = told[*at];
                if !record.add(moment(time), said, is_import(&moment(time).session)) {
                    record.add_up(is_import);
                }
            }
            record.sum()
        };
        let in_order = sum(&[0, 1, 2, 3, 4, 5]);
        assert_eq!((in_order.said.kind, in_order.said.status), (Kind::Initiative, Some(Status::Live)));
        assert_eq!((in_order.listed.kind, in_order.listed.status), (Kind::Resource, Some(Status::Pilot)));
        for order in [[5, 4, 3, 2, 1, 0], [2, 5, 0, 4, 1, 3], [1, 0, 3, 2, 5, 4]] {
            assert_eq!(sum(&order), in_order, "{order:?}");
        }
    }
}
