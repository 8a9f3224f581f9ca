//! Compares files that claim to be the same session, and joins them.
//!
//! A session has one writer. So two files of one session are either a copy and its original, or a session that was
//! continued in two places. Two lines are the same line when they have the same number and content. A struck line is
//! the same as the line that its mark still seals.

mod together;

use std::collections::{BTreeMap, BTreeSet};

use super::LineMark;
use super::piece::{FilePiece, PieceKind};
use super::read::FileReading;
use crate::record::{Event, Fact};

pub use together::together;

/// The comparison of two files of one session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CopyRelation {
    /// How many lines are in both files.
    pub common: usize,
    /// How many lines are only in the first file.
    pub only_first: usize,
    /// How many lines are only in the second file.
    pub only_second: usize,
}

impl CopyRelation {
    /// Whether each file has lines that the other lacks, so that neither is a mere copy of the other.
    pub const fn is_undecided(self) -> bool {
        self.only_first > 0 && self.only_second > 0
    }
}

/// An event of a file, with the mark after it.
#[derive(Clone, Copy, Debug)]
struct MarkedEvent<'a> {
    event: &'a Event,
    mark: Option<LineMark>,
}

impl MarkedEvent<'_> {
    fn is_same(&self, other: &MarkedEvent<'_>) -> bool {
        self.event.seq == other.event.seq && (self.event == other.event || self.is_same_struck(other))
    }

    /// Whether one of the two texts was removed for good and both lines carry the same mark, so that the other text is
    /// the removed one.
    fn is_same_struck(&self, other: &MarkedEvent<'_>) -> bool {
        (self.event.is_struck() || other.event.is_struck()) && self.mark.is_some() && self.mark == other.mark
    }

    /// Whether the event only orders that other events be removed; such an event is not counted as a line.
    fn only_orders(&self) -> bool {
        let orders = |fact: &Fact| matches!(fact, Fact::StrikeOrdered { .. });
        !self.event.is_line() && !self.event.facts.is_empty() && self.event.facts.iter().all(orders)
    }
}

/// Returns the events of a file with their marks, in file order.
fn lines(reading: &FileReading) -> Vec<MarkedEvent<'_>> {
    let marks = reading.pieces.iter().filter_map(|piece| match piece {
        FilePiece { kind: PieceKind::Event(held), .. } => Some(held.mark),
        _ => None,
    });
    reading.events.iter().zip(marks).map(|(event, mark)| MarkedEvent { event, mark }).collect()
}

/// Returns, for each line of one file, the index of the same line in another file.
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

/// Returns how many lines of a file the other file has taken up by joining it; they are in the other file under other
/// numbers.
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

/// Compares two files of one session.
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

/// Returns the numbers of the events in a copy that still contain text removed for good from another file.
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

/// Returns the last mark of a file, by which the whole file can be recognised later.
pub fn end(reading: &FileReading) -> Option<String> {
    lines(reading).iter().rev().find_map(|line| line.mark).map(|mark| mark.to_string())
}
