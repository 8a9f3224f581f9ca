use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::record::{Basis, Delay, Relation, Sign, Strength};

use super::standing::{ArrowPositions, HeldPosition};
use super::tally::Tally;
use super::unit::UnitLookup;
use super::{Evidence, Gone, Key, Ledger, Listing};

/// An arrow is stale once it is older than this and nobody said it again, in milliseconds: 180 days.
const STALE_AFTER: i64 = 180 * 24 * 60 * 60 * 1000;

/// The sum of all claims and stances on one relation between two things.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The relation between the two things.
    pub relation: Relation,
    /// The sign of the effect; unknown when nobody said, when people disagree, and for a relation without a sign.
    pub sign: Sign,
    /// The highest strength among the people it rests on.
    pub strength: Strength,
    /// The longest delay among the people it rests on; `None` if none of them said.
    pub delay: Option<Delay>,
    /// The best basis among the people it rests on; [`Basis::Imported`] while nobody has taken a side.
    pub basis: Basis,
    /// The confidence in it, from 0 to 0.95. Every further person adds to it; saying it again does not.
    pub confidence: f64,
    /// The number of people who hold each position.
    pub tally: Tally,
    /// The number of people it rests on.
    pub supporters: usize,
    /// The number of parties of the people it rests on.
    pub breadth: usize,
    /// The number of people it rests on who are listed without a party.
    pub unplaced: usize,
    /// The units of the people it rests on.
    pub heard_from: BTreeSet<Key>,
    /// Whether it rests on people from the units of both its ends.
    pub both_sides: bool,
    /// Whether a named person promised to look after it.
    pub owned: bool,
    /// When a person it rests on last said so, in milliseconds since 1970.
    pub affirmed: Option<i64>,
    /// When anything was last said about it, in milliseconds since 1970.
    pub touched: Option<i64>,
    /// Whether nobody has said it again in the 180 days before the moment for which the map was built.
    pub stale: bool,
    /// What imported files state about it, beside what people say; `None` if no file states it.
    pub listed: Option<Listing>,
    /// Everything said about it, and what files state, in time order.
    pub evidence: Vec<Evidence>,
}

impl Arrow {
    /// Returns the number of statements for a side that name nobody: nobody knows how many people they are.
    pub fn nameless(&self) -> usize {
        let sided = |sign: Sign| sign != Sign::Unknown || !self.relation.carries_sign();
        let told = self.evidence.iter().filter(|said| !said.imagined && !said.is_imported() && said.speaker.is_none());
        told.filter(|said| said.said.is_some_and(sided)).count()
    }

    /// Whether it says which way it goes, or has no sign to say.
    pub const fn says_direction(&self) -> bool {
        matches!(self.sign, Sign::Plus | Sign::Minus) || !self.relation.carries_sign()
    }

    /// Returns what more at its start does to its end: its sign if it is an effect, else unknown.
    pub const fn effect(&self) -> Sign {
        match self.relation {
            Relation::Affects | Relation::Rewards | Relation::Feeds => self.sign,
            _ => Sign::Unknown,
        }
    }

    /// Whether it is an effect, signed or with an open sign; a `feeds` arrow is one only with a sign.
    pub const fn is_effect(&self) -> bool {
        matches!(self.relation, Relation::Affects | Relation::Rewards)
            || matches!(self.effect(), Sign::Plus | Sign::Minus)
    }

    /// Returns the day anything was last said about it, in the time zone of the session.
    pub fn said_on(&self) -> Option<Date> {
        self.evidence.iter().rfind(|said| !said.is_imported()).map(|said| said.day)
    }

    /// Whether it rests on imported files alone: nobody has taken a side.
    pub const fn is_imported(&self) -> bool {
        self.supporters == 0 && matches!(self.basis, Basis::Imported)
    }

    /// Whether somebody said anything about it, if only that they cannot tell.
    pub fn is_spoken_of(&self) -> bool {
        self.evidence.iter().any(|said| !said.is_imported())
    }

    /// Returns since when no imported file states it any more, until one states it again or somebody says something
    /// about it.
    pub fn gone(&self) -> Option<&Gone> {
        self.listed.as_ref().and_then(|listed| listed.gone.as_ref())
    }

    /// Whether it is drawn faintly: nobody has said it again for long, or it rests on files alone and they dropped it.
    pub fn is_faint(&self) -> bool {
        self.stale || (self.is_imported() && self.gone().is_some())
    }

    /// Returns whether what files state agrees with what people say: the same arrow with the same sign, or another.
    /// `None` where one of the two is missing, or leaves the sign open.
    pub fn is_as_listed(&self) -> Option<bool> {
        let listed = self.listed.as_ref().filter(|_| !self.is_imported())?;
        match (self.sign, listed.sign) {
            (Sign::NoEffect, stated) => Some(stated == Sign::NoEffect),
            (_, Sign::NoEffect) => Some(false),
            _ if !self.relation.carries_sign() => (!self.is_disputed()).then_some(true),
            (said @ (Sign::Plus | Sign::Minus), stated @ (Sign::Plus | Sign::Minus)) => Some(said == stated),
            _ => None,
        }
    }

    /// Returns the day a person it rests on last said so, in the time zone of that session.
    pub fn affirmed_on(&self) -> Option<Date> {
        self.evidence.iter().rfind(|said| Some(said.time) == self.affirmed).map(|said| said.day)
    }

    /// Whether people took sides and no side has three quarters of them.
    pub fn is_disputed(&self) -> bool {
        self.tally.is_disputed()
    }

    /// Returns the number of people who hold another position than the one shown; in a dispute, the number who deny the
    /// arrow.
    pub fn opponents(&self) -> usize {
        let Tally { plus, minus, none, .. } = self.tally;
        match self.tally.winner() {
            Sign::Plus => minus + none,
            Sign::Minus => plus + none,
            Sign::NoEffect => plus + minus,
            Sign::Unknown => none,
        }
    }

    /// Whether it belongs on the map: somebody claims it, and those who found no such effect have no majority of three
    /// quarters. As long as nobody has taken a side, a file that states it is enough.
    pub const fn is_drawn(&self) -> bool {
        (self.supporters > 0 || self.is_imported()) && !matches!(self.sign, Sign::NoEffect)
    }

    /// Weighs everything said about the arrow between two canonical names, as of `as_of` (milliseconds since 1970).
    pub(super) fn weigh(
        units: &mut UnitLookup<'_>,
        ledger: &Ledger,
        (from, to): (&Key, &Key),
        relation: Relation,
        as_of: Option<i64>,
    ) -> Self {
        let words = ledger.words(from, to, relation);
        let standing = ArrowPositions::of(ledger, relation, &words);
        let supporters: Vec<&HeldPosition<'_>> = standing.supporters().collect();
        let ends = (units.of(from), units.of(to));
        let listed = Listing::of(ledger, (from, to), relation, &standing);
        let only_listed = listed.as_ref().filter(|_| standing.is_listed_only());
        let rests_on = if only_listed.is_some() { standing.listed().iter().collect() } else { supporters.clone() };
        let bases: Vec<Basis> = if only_listed.is_some() {
            // However many files state it, nobody said it.
            vec![Basis::Imported]
        } else {
            supporters.iter().map(|held| basis(units, held, &ends)).collect()
        };
        let parties: BTreeSet<&Key> =
            supporters.iter().filter_map(|held| held.party).map(|party| ledger.aliases().canonical(party)).collect();
        let heard_from = parties.iter().map(|party| units.of_member(party)).collect();
        let affirmed = supporters.iter().map(|held| held.affirmed.time).max();
        let tally = standing.tally();
        Self {
            relation,
            sign: shown(relation, only_listed.map_or_else(|| tally.winner(), |listed| listed.sign)),
            strength: rests_on.iter().map(|held| held.strength).max().unwrap_or_default(),
            delay: rests_on
                .iter()
                .filter_map(|held| held.delay)
                .max_by_key(|delay| (delay.days(), *delay == Delay::Later)),
            basis: bases.iter().copied().max().unwrap_or(Basis::Guess),
            confidence: confidence(&bases),
            tally,
            supporters: supporters.len(),
            breadth: parties.len(),
            unplaced: supporters.iter().filter(|held| held.party.is_none()).count(),
            both_sides: both_sides(&heard_from, &ends),
            heard_from,
            owned: ledger.is_looked_after(from, to),
            affirmed,
            touched: standing.last_spoken().map(|moment| moment.time),
            stale: as_of.zip(affirmed).is_some_and(|(now, last)| now.saturating_sub(last) > STALE_AFTER),
            listed,
            evidence: words.iter().map(|(moment, word)| Evidence::of(units, ledger, moment, word)).collect(),
        }
    }
}

/// Returns the sign to show. For a relation without a sign, winning only means that there is such an arrow.
const fn shown(relation: Relation, winner: Sign) -> Sign {
    match winner {
        Sign::NoEffect => Sign::NoEffect,
        _ if !relation.carries_sign() => Sign::Unknown,
        sign => sign,
    }
}

/// Returns the basis of a position. In a session of one person, "seen" in another unit counts as told.
fn basis(units: &mut UnitLookup<'_>, held: &HeldPosition<'_>, ends: &(Option<Key>, Option<Key>)) -> Basis {
    let own = held.party.filter(|_| held.solo).map(|party| units.of_member(party));
    let abroad = [&ends.0, &ends.1].iter().any(|end| UnitLookup::differ(own.as_ref(), end.as_ref()));
    if held.basis == Basis::Seen && abroad { Basis::Told } else { held.basis }
}

/// Returns one minus the product of all doubts, at most 0.95. It is computed in whole tenths, so that the order of
/// people does not matter.
fn confidence(bases: &[Basis]) -> f64 {
    let (mut doubt, mut whole) = (1_u64, 1_u64);
    for basis in bases {
        doubt *= u64::from(10 - basis.tenths());
        whole *= 10;
        if doubt * 20 <= whole {
            return 0.95;
        }
    }
    (whole - doubt) as f64 / whole as f64
}

fn both_sides(heard_from: &BTreeSet<Key>, ends: &(Option<Key>, Option<Key>)) -> bool {
    let (Some(from), Some(to)) = ends else { return false };
    heard_from.contains(from) && heard_from.contains(to)
}
