//! Whatever part of a session file is damaged: it is found, its line is named, every other event is used, and mending
//! settles it once and for all.

use std::ops::Range;
use std::thread;

use adjacent::record::Event;
use adjacent::record::line::{Fault, FaultSeverity, FileReading, mend, read};

use crate::store::session;

/// A whole file, and where its events stand.
struct Whole {
    bytes: Vec<u8>,
    events: Vec<Event>,
    lines: Vec<Range<usize>>,
}

impl Whole {
    fn with(events: u64) -> Self {
        let events = session::events(events);
        let bytes = session::file(&events);
        let mut lines = Vec::new();
        let mut start = 0;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            lines.push(start..start + line.len());
            start += line.len();
        }
        Self { bytes, events, lines }
    }

    fn line_of(&self, byte: usize) -> usize {
        1 + self.lines.iter().position(|line| line.contains(&byte)).unwrap()
    }

    /// The events whose lines (without their line breaks) have no byte in `damage`.
    fn untouched<'a>(&'a self, damage: &'a Range<usize>) -> impl Iterator<Item = &'a Event> {
        let lines = self.lines.iter().skip(2);
        let apart = |line: &Range<usize>| line.end - 1 <= damage.start || damage.end <= line.start;
        lines.zip(&self.events).filter(move |(line, _)| apart(line)).map(|(_, event)| event)
    }

    /// Checks everything that is promised of a damaged file.
    fn survives(&self, damaged: &[u8], damage: &Range<usize>, last: &mut Option<Mended>) {
        let first = read(damaged);
        self.is_found(&first, damage);
        self.is_used(&first, damage);
        if !first.is_session() {
            assert!(damage.start < self.lines[2].start, "the whole session is lost at {damage:?}");
            return;
        }
        let mended = mend(damaged, &first, "id", false).unwrap();
        let mended = match last.take() {
            Some(last) if last.bytes == mended.bytes => last,
            _ => Mended::once_and_for_all(mended.bytes, damage),
        };
        assert_eq!(mended.events, first.events, "mending at {damage:?} changed the events");
        *last = Some(mended);
    }

    fn is_found(&self, reading: &FileReading, damage: &Range<usize>) {
        let line = self.line_of(damage.start.min(self.bytes.len() - 1));
        let faults = &reading.faults;
        // A file that ends with a whole line is missing the next one: both are good places to name.
        let named = |fault: &Fault| fault.line == line && fault.weight() >= FaultSeverity::Flag;
        assert!(faults.iter().any(named) || !reading.is_session(), "{damage:?} in line {line}: {faults:?}");
    }

    fn is_used(&self, reading: &FileReading, damage: &Range<usize>) {
        let original = |event: &Event| self.events.get((event.seq as usize).wrapping_sub(1)) == Some(event);
        let (right, strange): (Vec<&Event>, Vec<&Event>) = reading.events.iter().partition(|event| original(event));
        let mut times = vec![0; self.events.len() + 1];
        for event in &right {
            times[event.seq as usize] += 1;
        }
        for event in self.untouched(damage) {
            assert_eq!(times[event.seq as usize], 1, "event {} after damage at {damage:?}", event.seq);
        }
        let flagged = reading.faults.iter().filter(|fault| fault.weight() >= FaultSeverity::Flag).count();
        assert!(strange.len() <= 1 && flagged >= strange.len(), "changed and not flagged at {damage:?}");
    }
}

/// A file that was mended. Damages in the same line are mended to the same bytes, and reading them takes most of the time
/// of these tests, so each thread remembers the last one: what is read from the same bytes is the same.
struct Mended {
    bytes: Vec<u8>,
    events: Vec<Event>,
}

impl Mended {
    /// Nothing is damaged any more, and mending it again changes nothing.
    fn once_and_for_all(bytes: Vec<u8>, damage: &Range<usize>) -> Self {
        let reading = read(&bytes);
        assert!(reading.weight() < Some(FaultSeverity::Damage), "mended at {damage:?}, still {:?}", reading.faults);
        let again = mend(&bytes, &reading, "id", false).unwrap();
        assert!(again.bytes == bytes && again.done.is_empty(), "mending twice at {damage:?} changes more");
        Self { bytes, events: reading.events }
    }
}

/// Checks every case, on as many cores as there are. Each thread has a memory of its own.
fn for_all<T: Sync, M: Default>(cases: &[T], check: impl Fn(&T, &mut M) + Sync) {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for part in 0..threads {
            let check = &check;
            scope.spawn(move || {
                let mut memory = M::default();
                cases.iter().skip(part).step_by(threads).for_each(|case| check(case, &mut memory));
            });
        }
    });
}

#[test]
fn an_undamaged_file_has_no_faults_and_mending_it_does_nothing() {
    let whole = Whole::with(200);
    let reading = read(&whole.bytes);
    assert_eq!(reading.faults, []);
    assert_eq!(reading.events, whole.events);
    assert_eq!(reading.tail, None);
    for reseal in [false, true] {
        let mended = mend(&whole.bytes, &reading, "id", reseal).unwrap();
        assert!(mended.bytes == whole.bytes && mended.done.is_empty() && mended.set_aside.is_empty());
    }
}

#[test]
fn every_prefix_of_200_events_keeps_what_is_whole() {
    let whole = Whole::with(200);
    let lengths: Vec<usize> = (0..whole.bytes.len()).collect();
    for_all(&lengths, |&length, last| whole.survives(&whole.bytes[..length], &(length..whole.bytes.len()), last));
}

#[test]
fn every_tail_of_zeros_over_200_events_keeps_what_is_whole() {
    let whole = Whole::with(200);
    let starts: Vec<usize> = (0..whole.bytes.len()).collect();
    for_all(&starts, |&start, last| {
        let mut damaged = whole.bytes.clone();
        damaged[start..].fill(0);
        whole.survives(&damaged, &(start..damaged.len()), last);
    });
}

#[test]
fn every_bit_of_20_events_that_flips_is_found() {
    let whole = Whole::with(20);
    let bits: Vec<usize> = (0..whole.bytes.len() * 8).collect();
    for_all(&bits, |&bit, last| flip_and_check(&whole, bit, last));
}

#[test]
fn ten_thousand_bits_of_200_events_that_flip_are_found() {
    let whole = Whole::with(200);
    let mut bits: Vec<usize> = random(20_261_120).take(10_000).map(|number| number % (whole.bytes.len() * 8)).collect();
    // Those in one line come one after the other, because they are mended alike.
    bits.sort_unstable();
    for_all(&bits, |&bit, last| flip_and_check(&whole, bit, last));
}

fn flip_and_check(whole: &Whole, bit: usize, last: &mut Option<Mended>) {
    let mut damaged = whole.bytes.clone();
    damaged[bit / 8] ^= 1 << (bit % 8);
    whole.survives(&damaged, &(bit / 8..bit / 8 + 1), last);
}

/// Marsaglia's xorshift: the same numbers on every run.
fn random(seed: u64) -> impl Iterator<Item = usize> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    })
}

/// So many files are damaged in several places at once, in every way that comes to mind.
const DAMAGED: u64 = 600;

/// Damages after which a repair used to bring other damage to light: six of 60,000.
const TWICE: [u64; 6] = [51_521_163, 105_829_665, 165_317_193, 222_919_999, 271_724_796, 339_329_299];

#[test]
fn however_a_file_was_damaged_one_repair_is_enough() {
    let whole = Whole::with(12);
    let seeds: Vec<u64> = (1..=DAMAGED).map(|number| number * 7_919).chain(TWICE).collect();
    for_all(&seeds, |&seed, ()| {
        let damaged = damaged_in_places(&whole.bytes, seed);
        let reading = read(&damaged);
        if !reading.is_session() {
            return;
        }
        for reseal in [false, true] {
            let once = mend(&damaged, &reading, "id", reseal).unwrap();
            let twice = mend(&once.bytes, &read(&once.bytes), "id", reseal).unwrap();
            assert!(once.bytes == twice.bytes && twice.done.is_empty(), "seed {seed}: a second repair does more");
        }
    });
}

/// One to five damages: bits flipped, stretches zeroed, taken out, doubled or put elsewhere, lines glued or swapped.
fn damaged_in_places(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut chance = random(seed);
    let mut below = |limit: usize| chance.next().unwrap() % limit.max(1);
    let mut bytes = bytes.to_vec();
    for _ in 0..=below(5) {
        let (start, length) = (below(bytes.len()), 1 + below(120));
        let range = start..(start + length).min(bytes.len());
        let line = bytes[start..].iter().position(|byte| *byte == b'\n').map(|end| start + end);
        match below(8) {
            0 => bytes[start] ^= 1 << below(8),
            1 => bytes[range].fill(0),
            2 => drop(bytes.drain(range)),
            3 => {
                let copy = bytes[range].to_vec();
                let to = below(bytes.len());
                drop(bytes.splice(to..to, copy));
            }
            4 => drop(line.map(|end| bytes.remove(end))),
            5 => bytes.insert(start, b"\n])(,\"\r\xff"[below(8)]),
            6 => bytes.truncate(bytes.len() - below(bytes.len() / 4)),
            _ => {
                let mut lines: Vec<Vec<u8>> =
                    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
                let (one, other) = (below(lines.len()), below(lines.len()));
                if below(2) == 0 {
                    lines.swap(one, other);
                } else {
                    lines.insert(one, lines[other].clone());
                }
                bytes = lines.concat();
            }
        }
        if bytes.is_empty() {
            return bytes;
        }
    }
    bytes
}
