//! Whatever part of a session file is damaged: it is found, its line is named, every other event is used, and mending
//! settles it once and for all.

use crate::session;
use std::ops::Range;
use std::thread;

use adjacent::record::Event;
use adjacent::record::line::{Fault, Reading, Weight, mend, read};

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

    /// Damages the file and checks everything that is promised.
    fn survives(&self, damaged: &[u8], damage: &Range<usize>) {
        let first = read(damaged);
        self.is_found(&first, damage);
        self.is_used(&first, damage);
        if !first.is_session() {
            assert!(damage.start < self.lines[2].start, "the whole session is lost at {damage:?}");
            return;
        }
        let mended = mend(damaged, &first, "id", false).unwrap();
        let second = read(&mended.bytes);
        assert!(second.weight() < Some(Weight::Damage), "mended at {damage:?}, still {:?}", second.faults);
        assert_eq!(second.events, first.events, "mending at {damage:?} changed the events");
        let again = mend(&mended.bytes, &second, "id", false).unwrap();
        assert!(again.bytes == mended.bytes && again.done.is_empty(), "mending twice at {damage:?} changes more");
    }

    fn is_found(&self, reading: &Reading, damage: &Range<usize>) {
        let line = self.line_of(damage.start.min(self.bytes.len() - 1));
        let faults = &reading.faults;
        // A file that ends with a whole line is missing the next one: both are good places to name.
        let named = |fault: &Fault| fault.line == line && fault.weight() >= Weight::Flag;
        assert!(faults.iter().any(named) || !reading.is_session(), "{damage:?} in line {line}: {faults:?}");
    }

    fn is_used(&self, reading: &Reading, damage: &Range<usize>) {
        let original = |event: &Event| self.events.get((event.seq as usize).wrapping_sub(1)) == Some(event);
        let (right, strange): (Vec<&Event>, Vec<&Event>) = reading.events.iter().partition(|event| original(event));
        let mut times = vec![0; self.events.len() + 1];
        for event in &right {
            times[event.seq as usize] += 1;
        }
        for event in self.untouched(damage) {
            assert_eq!(times[event.seq as usize], 1, "event {} after damage at {damage:?}", event.seq);
        }
        let flagged = reading.faults.iter().filter(|fault| fault.weight() >= Weight::Flag).count();
        assert!(strange.len() <= 1 && flagged >= strange.len(), "changed and not flagged at {damage:?}");
    }
}

/// Checks every case, on as many cores as there are.
fn for_all<T: Sync>(cases: &[T], check: impl Fn(&T) + Sync) {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for part in 0..threads {
            let check = &check;
            scope.spawn(move || cases.iter().skip(part).step_by(threads).for_each(check));
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
    for_all(&lengths, |&length| whole.survives(&whole.bytes[..length], &(length..whole.bytes.len())));
}

#[test]
fn every_tail_of_zeros_over_200_events_keeps_what_is_whole() {
    let whole = Whole::with(200);
    let starts: Vec<usize> = (0..whole.bytes.len()).collect();
    for_all(&starts, |&start| {
        let mut damaged = whole.bytes.clone();
        damaged[start..].fill(0);
        whole.survives(&damaged, &(start..damaged.len()));
    });
}

#[test]
fn every_bit_of_20_events_that_flips_is_found() {
    let whole = Whole::with(20);
    let bits: Vec<usize> = (0..whole.bytes.len() * 8).collect();
    for_all(&bits, |&bit| flip_and_check(&whole, bit));
}

#[test]
fn ten_thousand_bits_of_200_events_that_flip_are_found() {
    let whole = Whole::with(200);
    let bits: Vec<usize> = random(20_261_120).take(10_000).map(|number| number % (whole.bytes.len() * 8)).collect();
    for_all(&bits, |&bit| flip_and_check(&whole, bit));
}

fn flip_and_check(whole: &Whole, bit: usize) {
    let mut damaged = whole.bytes.clone();
    damaged[bit / 8] ^= 1 << (bit % 8);
    whole.survives(&damaged, &(bit / 8..bit / 8 + 1));
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
