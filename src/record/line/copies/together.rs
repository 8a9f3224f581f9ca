use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use super::super::read::FileReading;
use super::{MarkedEvent, lines, pairs, taken_up};
use crate::record::{Event, Fact, Header, RoomView, SessionTime, from_whole_millis};

/// Joins files of one session: first the lines they have in common, then the lines that only one of them has, in order
/// of time and with new numbers. The result depends only on the contents of the files, not on their names or order.
///
/// `None` when there is no file.
pub fn together(readings: &[&FileReading]) -> Option<(Header, Vec<Event>)> {
    let mut readings = readings.to_vec();
    readings.sort_by_cached_key(|reading| (Reverse(lines(reading).len()), end_of(reading)));
    let is_whole = |reading: &&&FileReading| reading.heading.lost.is_empty();
    let headings = readings.iter().filter(is_whole).chain(readings.first()).map(|reading| &reading.heading.header);
    let mut header = headings.clone().next()?.clone();
    header.opened = readings.iter().filter(is_whole).map(|reading| opened(reading)).min().unwrap_or(header.opened);
    header.private |= readings.iter().filter(is_whole).any(|reading| reading.heading.header.private);
    let mut merged = Merged::default();
    for (file, reading) in readings.iter().enumerate() {
        // A damaged header may have lost the opening time; its file is then treated as opened at the time of the joined
        // session.
        let opened = if is_whole(&reading) { opened(reading) } else { header.opened };
        let late = from_whole_millis(opened.as_millisecond().abs_diff(header.opened.as_millisecond()));
        merged.take(file, &lines(reading), late);
    }
    Some((header.clone(), merged.numbered(&header.id)))
}

const fn opened(reading: &FileReading) -> Timestamp {
    reading.heading.header.opened
}

/// Returns a tie-breaker between files with the same number of lines.
fn end_of(reading: &FileReading) -> (Option<String>, String) {
    (super::end(reading), format!("{:?}", reading.events.last()))
}

/// A line of the joined session.
#[derive(Clone, Copy, Debug)]
struct JoiningLine<'a> {
    line: MarkedEvent<'a>,
    /// The index of the file whose line numbers the line uses.
    file: usize,
    /// The session time of the line, counted from the opening of the joined session.
    at: SessionTime,
}

#[derive(Debug, Default)]
struct Merged<'a> {
    entries: Vec<JoiningLine<'a>>,
    /// The indices of the entries, in the order of the joined session.
    order: Vec<usize>,
    /// For each file and line number, the index of its entry.
    places: BTreeMap<(usize, u64), usize>,
}

impl<'a> Merged<'a> {
    /// Adds the lines of another file, which was opened `late` after the joined session.
    fn take(&mut self, file: usize, lines: &[MarkedEvent<'a>], late: SignedDuration) {
        let known: Vec<MarkedEvent<'a>> =
            self.order.iter().filter_map(|id| self.entries.get(*id)).map(|entry| entry.line).collect();
        let pairs = pairs(lines, &known);
        let skipped = taken_up(lines, &known);
        let paired: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
        let before = std::mem::take(&mut self.order);
        let mut old = before.iter().copied().enumerate().peekable();
        for (number, (line, pair)) in lines.iter().zip(pairs).enumerate() {
            let at = line.event.at + late;
            if let Some(pair) = pair {
                while let Some((_, id)) = old.next_if(|(place, _)| *place <= pair) {
                    self.order.push(id);
                }
                if let Some(id) = before.get(pair) {
                    self.meet(file, line, *id);
                }
            } else if number < skipped || (file > 0 && line.only_orders()) {
                // The joined file has the line already, under another number; and a text removed in one file is removed
                // in all.
                self.recall(file, line, at);
            } else {
                while let Some((_, id)) = old.next_if(|(place, id)| {
                    !paired.contains(place) && self.entries.get(*id).is_some_and(|entry| entry.at <= at)
                }) {
                    self.order.push(id);
                }
                self.places.entry((file, line.event.seq)).or_insert(self.entries.len());
                self.order.push(self.entries.len());
                self.entries.push(JoiningLine { line: *line, file, at });
            }
        }
        self.order.extend(old.map(|(_, id)| id));
    }

    /// Notes that another file has the same line. If the text was removed in one of the files, it is removed in the
    /// joined one.
    fn meet(&mut self, file: usize, line: &MarkedEvent<'a>, id: usize) {
        self.places.entry((file, line.event.seq)).or_insert(id);
        if let Some(entry) = self.entries.get_mut(id).filter(|_| line.event.is_struck()) {
            entry.line = *line;
        }
    }

    /// Finds the entry of a line that was taken up under another number, so that references to that number stay valid.
    fn recall(&mut self, file: usize, line: &MarkedEvent<'a>, at: SessionTime) {
        let is_it = |entry: &JoiningLine<'_>| entry.at == at && entry.line.event.says_the_same(line.event);
        if let Some(id) = self.entries.iter().position(is_it) {
            self.places.entry((file, line.event.seq)).or_insert(id);
        }
    }

    /// Returns the events of the joined session, numbered in order; `session` is its id.
    fn numbered(&self, session: &str) -> Vec<Event> {
        let numbers: BTreeMap<usize, u64> = self.order.iter().copied().zip(1..).collect();
        let mut claims = Claims::of(&self.entries);
        let in_order = self.order.iter().filter_map(|id| Some((self.entries.get(*id)?, *numbers.get(id)?)));
        in_order
            .map(|(entry, seq)| {
                let number = |of: u64| self.places.get(&(entry.file, of)).and_then(|id| numbers.get(id)).copied();
                let mut event = Event { seq, at: entry.at, ..entry.line.event.clone() };
                for fact in &mut event.facts {
                    renumber(fact, session, number);
                    claims.number(fact);
                }
                event
            })
            .collect()
    }
}

/// Replaces the line number to which a fact refers by the line's new number; by 0 when the line is not in the joined
/// session.
fn renumber(fact: &mut Fact, session: &str, number: impl Fn(u64) -> Option<u64>) {
    match fact {
        Fact::Retracted { seq } | Fact::Restored { seq } | Fact::StrikeOrdered { seq } => {
            *seq = number(*seq).unwrap_or_default();
        }
        Fact::Shown { view: RoomView::Line(seq) } => *seq = number(*seq).unwrap_or_default(),
        Fact::Settled { session: of, seq, .. } if of.as_deref().is_none_or(|of| of == session) => {
            *seq = number(*seq).unwrap_or_default();
        }
        _ => {}
    }
}

/// The numbers of claims; each is used once.
struct Claims {
    used: BTreeSet<u32>,
    highest: u32,
}

impl Claims {
    fn of(entries: &[JoiningLine<'_>]) -> Self {
        let facts = entries.iter().flat_map(|entry| &entry.line.event.facts);
        let highest = facts.filter_map(|fact| if let Fact::Claimed(claim) = fact { Some(claim.claim) } else { None });
        Self { used: BTreeSet::new(), highest: highest.max().unwrap_or_default() }
    }

    fn number(&mut self, fact: &mut Fact) {
        let Fact::Claimed(claim) = fact else { return };
        if !self.used.insert(claim.claim) {
            self.highest = self.highest.saturating_add(1);
            claim.claim = self.highest;
            self.used.insert(self.highest);
        }
    }
}
