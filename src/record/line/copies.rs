//! Files that say they are one session: how they relate, and what they add up to.
//!
//! A session has one writer, so two files of one session are a copy and its original, or a session that went on in two
//! places. A line is the same in both when it has the same number and says the same; a line that was struck is the
//! same as the one that its mark still seals.

mod together;

use std::collections::{BTreeMap, BTreeSet};

use super::LineMark;
use super::piece::{FilePiece, PieceKind};
use super::read::FileReading;
use crate::record::{Event, Fact};

pub use together::together;

/// How two files of one session relate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CopyRelation {
    /// How many lines stand in both.
    pub common: usize,
    /// How many stand only in the first.
    pub only_first: usize,
    /// How many stand only in the second.
    pub only_second: usize,
}

impl CopyRelation {
    /// Whether both went on after what they have in common, or have nothing in common at all.
    pub const fn is_undecided(self) -> bool {
        self.only_first > 0 && self.only_second > 0
    }
}

/// An event of a file, with the mark that stands behind it.
#[derive(Clone, Copy, Debug)]
struct MarkedEvent<'a> {
    event: &'a Event,
    mark: Option<LineMark>,
}

impl MarkedEvent<'_> {
    fn is_same(&self, other: &MarkedEvent<'_>) -> bool {
        self.event.seq == other.event.seq && (self.event == other.event || self.is_same_struck(other))
    }

    /// Whether the text of one of them was removed, and it was the text of the other.
    fn is_same_struck(&self, other: &MarkedEvent<'_>) -> bool {
        (self.event.is_struck() || other.event.is_struck()) && self.mark.is_some() && self.mark == other.mark
    }

    /// Whether it says nothing but that others are to be removed: that is no line of the talk.
    fn only_orders(&self) -> bool {
        let orders = |fact: &Fact| matches!(fact, Fact::StrikeOrdered { .. });
        !self.event.is_line() && !self.event.facts.is_empty() && self.event.facts.iter().all(orders)
    }
}

/// The events of a file with their marks, in file order.
fn lines(reading: &FileReading) -> Vec<MarkedEvent<'_>> {
    let marks = reading.pieces.iter().filter_map(|piece| match piece {
        FilePiece { kind: PieceKind::Event(held), .. } => Some(held.mark),
        _ => None,
    });
    reading.events.iter().zip(marks).map(|(event, mark)| MarkedEvent { event, mark }).collect()
}

/// For each line of one file the place of the same line in another.
fn pairs(of: &[MarkedEvent<'_>], within: &[MarkedEvent<'_>]) -> Vec<Option<usize>> {
    let mut by_seq: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (place, line) in within.iter().enumerate() {
        by_seq.entry(line.event.seq).or_default().push(place);
    }
    let same = |line: &MarkedEvent<'_>| {
        let places = by_seq.get(&line.event.seq)?;
        places.iter().copied().find(|place| within.get(*place).is_some_and(|other| other.is_same(line)))
    };
    of.iter().map(same).collect()
}

/// How many lines of a file another has taken up, because it was joined from it: they stand there under other numbers.
fn taken_up(of: &[MarkedEvent<'_>], by: &[MarkedEvent<'_>]) -> usize {
    let ends: BTreeSet<&str> = by.iter().flat_map(|line| &line.event.facts).filter_map(ends).flatten().collect();
    if ends.is_empty() {
        return 0;
    }
    let is_end = |line: &MarkedEvent<'_>| line.mark.is_some_and(|mark| ends.contains(mark.to_string().as_str()));
    of.iter().rposition(is_end).map_or(0, |last| last + 1)
}

fn ends(fact: &Fact) -> Option<impl Iterator<Item = &str>> {
    match fact {
        Fact::CopiesJoined { ends } => Some(ends.iter().map(String::as_str)),
        _ => None,
    }
}

/// How two files of one session relate.
pub fn relation(first: &FileReading, second: &FileReading) -> CopyRelation {
    let (first, second) = (lines(first), lines(second));
    let only = |of: &[MarkedEvent<'_>], within: &[MarkedEvent<'_>]| {
        let taken_up = taken_up(of, within);
        let alone = of.iter().zip(pairs(of, within)).skip(taken_up);
        alone.filter(|(line, pair)| pair.is_none() && !line.only_orders()).count()
    };
    let common = first.iter().zip(pairs(&first, &second)).filter(|(line, pair)| pair.is_some() && !line.only_orders());
    CopyRelation { common: common.count(), only_first: only(&first, &second), only_second: only(&second, &first) }
}

/// The numbers of the events in a copy that still hold what was removed for good from another file of the session.
pub fn left_in(copy: &FileReading, struck: &FileReading) -> Vec<u64> {
    let (copied, there) = (lines(copy), lines(struck));
    let removed: Vec<&MarkedEvent<'_>> = there.iter().filter(|line| line.event.is_struck()).collect();
    let (pairs, taken_up) = (pairs(&copied, &there), taken_up(&copied, &there));
    let same_moment = |line: &MarkedEvent<'_>| {
        let is_there =
            there.iter().any(|other| other.event.at == line.event.at && other.event.says_the_same(line.event));
        !is_there && removed.iter().any(|gone| gone.event.at == line.event.at)
    };
    let left = copied.iter().zip(pairs).enumerate().filter(|(place, (line, pair))| {
        let gone = pair.and_then(|pair| there.get(pair)).is_some_and(|line| line.event.is_struck());
        let repeated = || struck.unstruck().iter().any(|gone| gone.says_the_same(line.event));
        line.event.can_be_struck() && (gone || repeated() || (*place < taken_up && same_moment(line)))
    });
    left.map(|(_, (line, _))| line.event.seq).collect()
}

/// The mark under which all of a file can be recognised later.
pub fn end(reading: &FileReading) -> Option<String> {
    lines(reading).iter().rev().find_map(|line| line.mark).map(|mark| mark.to_string())
}
