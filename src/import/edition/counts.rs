use std::collections::BTreeMap;

use super::part::{Edition, PartChange};
use crate::record::{Fact, Kind, Relation, Sign};

/// How much an edition changes, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionCounts {
    /// The parts that are new.
    pub new: usize,
    /// The parts that are stated otherwise than before.
    pub changed: usize,
    /// The parts that were gone and are back.
    pub back: usize,
    /// The parts that are as they were.
    pub unchanged: usize,
    /// The parts that somebody here took back.
    pub taken_back: usize,
    /// The parts that are gone.
    pub gone: usize,
    /// The things that the files state, by kind.
    pub things: BTreeMap<Kind, usize>,
    /// The arrows that the files state, by relation.
    pub arrows: BTreeMap<Relation, usize>,
    /// The arrows that say what more of a thing does to another, by sign.
    pub signs: BTreeMap<Sign, usize>,
}

impl EditionCounts {
    /// Counts what an edition states and changes.
    pub fn of(edition: &Edition) -> Self {
        let mut counts = Self::default();
        for part in &edition.parts {
            *match part.change {
                PartChange::New => &mut counts.new,
                PartChange::Changed { .. } => &mut counts.changed,
                PartChange::CameBack { .. } => &mut counts.back,
                PartChange::Unchanged { .. } => &mut counts.unchanged,
                PartChange::TakenBack => &mut counts.taken_back,
                PartChange::Gone { .. } => &mut counts.gone,
            } += 1;
            if !matches!(part.change, PartChange::Gone { .. }) {
                part.facts.iter().for_each(|fact| counts.count(fact));
            }
        }
        counts
    }

    fn count(&mut self, fact: &Fact) {
        match fact {
            Fact::Named { kind, .. } => *self.things.entry(*kind).or_default() += 1,
            Fact::Claimed(claim) => {
                *self.arrows.entry(claim.kind).or_default() += 1;
                // A supply that states no sign asks for none.
                if claim.kind.carries_sign() && (claim.kind, claim.sign) != (Relation::Feeds, Sign::Unknown) {
                    *self.signs.entry(claim.sign).or_default() += 1;
                }
            }
            _ => {}
        }
    }

    /// Returns the number of all things that the files state.
    pub fn all_things(&self) -> usize {
        self.things.values().sum()
    }

    /// Returns the number of all arrows that the files state.
    pub fn all_arrows(&self) -> usize {
        self.arrows.values().sum()
    }
}
