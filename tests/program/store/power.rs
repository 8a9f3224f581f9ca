//! Power goes at any moment; what was not synced is lost, kept, torn, or kept in another order.

use std::io;
use std::path::Path;

use adjacent::record::Event;
use adjacent::record::line::{self, FaultSeverity};
use adjacent::store::{Medium, SessionFile};

use crate::store::talk::{Chance, event, header, opening};

const APPENDS: u64 = 30;

/// How many ways the unsynced writes come out, for each moment at which the power goes.
const OUTCOMES: u64 = 40;

#[test]
fn whenever_the_power_goes_what_was_acknowledged_is_there_once_and_half_a_line_never() {
    let whole = record_until(usize::MAX);
    assert_eq!(whole.acknowledged.len() as u64, APPENDS);
    for moment in 0..whole.disk.calls {
        for outcome in 0..OUTCOMES {
            let record = record_until(moment);
            let left = record.disk.after_the_cut(&mut Chance(outcome + 1));
            check(&left, &record.acknowledged, record.begun, &format!("call {moment}, outcome {outcome}"));
        }
    }
}

struct Record {
    disk: Disk,
    begun: bool,
    acknowledged: Vec<u64>,
}

/// Writes a session until the power goes after this many calls.
fn record_until(calls: usize) -> Record {
    let mut disk = Disk::holding(&[], calls);
    let mut acknowledged = Vec::new();
    let path = Path::new("talk.ron");
    let begun = match SessionFile::begin(&mut disk, path, &header(), &[opening()]) {
        Ok(mut file) => {
            for seq in 2..2 + APPENDS {
                if file.append(&event(seq)).is_err() {
                    break;
                }
                acknowledged.push(seq);
            }
            true
        }
        Err(_) => false,
    };
    Record { disk, begun, acknowledged }
}

#[track_caller]
fn check(left: &[u8], acknowledged: &[u64], begun: bool, when: &str) {
    let reading = line::read(left);
    assert!(!begun || reading.is_session(), "{when}: the session is gone");
    if !begun {
        return;
    }
    let lines: Vec<&Event> = reading.events.iter().filter(|event| event.said.is_some()).collect();
    for seq in acknowledged {
        assert_eq!(lines.iter().filter(|found| found.seq == *seq).count(), 1, "{when}: line {seq}");
    }
    for found in lines {
        assert_eq!(*found, event(found.seq), "{when}: a line is not as it was said");
    }
    goes_on(left, when);
}

/// What is left can be gone on with, and is whole then.
#[track_caller]
fn goes_on(left: &[u8], when: &str) {
    let reading = line::read(left);
    let mut disk = Disk::holding(left, usize::MAX);
    let next = reading.next_seq();
    let mut file = SessionFile::go_on(&mut disk, Path::new("talk.ron"), left.len(), &reading).unwrap();
    file.append(&event(next)).unwrap();
    let again = line::read(&disk.durable);
    // A line whose text came through and whose mark did not is used and flagged; nothing else may be left to say.
    assert!(again.faults.iter().all(|fault| fault.weight() < FaultSeverity::Damage), "{when}: {:?}", again.faults);
    assert_eq!(again.events.len(), reading.events.len() + 1, "{when}");
}

/// A disk that keeps for certain only what was synced.
#[derive(Clone, Default)]
pub(crate) struct Disk {
    pub(crate) durable: Vec<u8>,
    pending: Vec<Change>,
    pub(crate) calls: usize,
    calls_left: usize,
}

#[derive(Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Length(usize),
}

impl Disk {
    /// A disk that holds this, and whose power goes after so many calls.
    pub(crate) fn holding(bytes: &[u8], calls_left: usize) -> Self {
        Self { durable: bytes.to_vec(), calls_left, ..Self::default() }
    }

    fn call(&mut self) -> io::Result<()> {
        if self.calls_left == 0 {
            return Err(io::Error::other("the power is gone"));
        }
        self.calls_left -= 1;
        self.calls += 1;
        Ok(())
    }

    /// What is on the disk after the cut: any of the unsynced pieces, in any order.
    pub(crate) fn after_the_cut(&self, chance: &mut Chance) -> Vec<u8> {
        let mut loose: Vec<Change> = self.pending.iter().flat_map(|change| torn(change, chance)).collect();
        let mut left = self.durable.clone();
        while !loose.is_empty() {
            let piece = loose.swap_remove(chance.below(loose.len()));
            if chance.below(3) > 0 {
                apply(&mut left, &piece);
            }
        }
        left
    }
}

/// A write falls apart into pieces of a few bytes.
fn torn(change: &Change, luck: &mut Chance) -> Vec<Change> {
    let Change::Write(at, bytes) = change else { return vec![change.clone()] };
    let size = 1 + luck.below(bytes.len());
    let chunks = bytes.chunks(size).zip((*at..).step_by(size));
    chunks.map(|(bytes, start)| Change::Write(start, bytes.to_vec())).collect()
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Length(length) => bytes.resize(*length, 0),
        Change::Write(at, written) => {
            if bytes.len() < at + written.len() {
                bytes.resize(at + written.len(), 0);
            }
            bytes[*at..at + written.len()].copy_from_slice(written);
        }
    }
}

impl Medium for &mut Disk {
    fn read_whole(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = self.durable.clone();
        self.pending.iter().for_each(|change| apply(&mut bytes, change));
        Ok(bytes)
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        // The power may go while the write is under way, so it counts before it fails.
        self.pending.push(Change::Write(offset as usize, bytes.to_vec()));
        self.call()
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        self.pending.push(Change::Length(length as usize));
        self.call()
    }

    fn sync(&mut self) -> io::Result<()> {
        self.call()?;
        for change in std::mem::take(&mut self.pending) {
            apply(&mut self.durable, &change);
        }
        Ok(())
    }

    fn lies_at(&self, _: &Path) -> bool {
        true
    }
}
