//! A disk that fails at any call, and works again afterwards or does not.

use std::io;
use std::path::Path;

use adjacent::record::line;
use adjacent::store::{Medium, SessionFile};

use crate::store::talk::{event, header, opening};

const APPENDS: u64 = 12;

#[test]
fn at_whichever_call_the_disk_fails_nothing_claims_to_be_saved_and_the_next_line_is() {
    for fault in [Fault::Full, Fault::Unsynced, Fault::Nothing] {
        for failing in 2..60 {
            let mut disk = Disk { bytes: Vec::new(), calls: 0, fails_at: failing..failing + 1, fault };
            let saved = record(&mut disk);
            let reading = line::read(&disk.bytes);
            let found: Vec<u64> = reading.events.iter().skip(1).map(|event| event.seq).collect();
            assert_eq!(found, saved, "{fault:?} at call {failing}");
            assert_eq!(reading.faults, [], "{fault:?} at call {failing}");
            assert!(saved.len() as u64 >= APPENDS - 1, "{fault:?} at call {failing}: {saved:?}");
        }
    }
}

#[test]
fn while_the_disk_keeps_failing_nothing_is_saved_and_what_was_saved_stays() {
    for fault in [Fault::Full, Fault::Unsynced, Fault::Nothing] {
        for failing in 2..60 {
            let mut disk = Disk { bytes: Vec::new(), calls: 0, fails_at: failing..usize::MAX, fault };
            let saved = record(&mut disk);
            let reading = line::read(&disk.bytes);
            for seq in &saved {
                let copies = reading.events.iter().filter(|event| event.seq == *seq).count();
                assert_eq!(copies, 1, "{fault:?} from call {failing}");
            }
        }
    }
}

#[test]
fn an_error_names_the_file_what_the_system_says_and_what_to_do() {
    let mut disk = Disk { bytes: Vec::new(), calls: 0, fails_at: 3..4, fault: Fault::Full };
    let mut file = SessionFile::begin(&mut disk, Path::new("talk.ron"), &header(), &[opening()]).unwrap();
    let says = file.append(&event(2)).unwrap_err().to_string();
    for words in ["talk.ron", "No space left", "free some space"] {
        assert!(says.contains(words), "{says}");
    }
}

/// Which events claimed to be saved.
fn record(disk: &mut Disk) -> Vec<u64> {
    let path = Path::new("talk.ron");
    let mut file = SessionFile::begin(disk, path, &header(), &[opening()]).unwrap();
    let mut saved: Vec<u64> = Vec::new();
    for _ in 0..APPENDS {
        let seq = saved.last().map_or(2, |last| last + 1);
        if file.append(&event(seq)).is_ok() {
            saved.push(seq);
        }
    }
    saved
}

/// How a call fails.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// Half of it is written, then the disk is full.
    Full,
    /// Everything is written, and the system cannot promise it.
    Unsynced,
    /// Nothing happens at all.
    Nothing,
}

pub(crate) struct Disk {
    pub(crate) bytes: Vec<u8>,
    pub(crate) calls: usize,
    pub(crate) fails_at: std::ops::Range<usize>,
    pub(crate) fault: Fault,
}

impl Disk {
    fn fails(&mut self) -> Option<Fault> {
        let fails = self.fails_at.contains(&self.calls);
        self.calls += 1;
        fails.then_some(self.fault)
    }

    fn put(&mut self, offset: u64, bytes: &[u8]) {
        let end = offset as usize + bytes.len();
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        self.bytes[offset as usize..end].copy_from_slice(bytes);
    }
}

impl Medium for &mut Disk {
    fn read_whole(&mut self) -> io::Result<Vec<u8>> {
        self.fails().map_or_else(|| Ok(self.bytes.clone()), |_| Err(io::Error::from_raw_os_error(5)))
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        match self.fails() {
            Some(Fault::Full) => {
                self.put(offset, &bytes[..bytes.len() / 2]);
                Err(io::Error::from_raw_os_error(28))
            }
            Some(Fault::Unsynced) => {
                self.put(offset, bytes);
                Err(io::Error::from_raw_os_error(5))
            }
            Some(Fault::Nothing) => Err(io::Error::from_raw_os_error(5)),
            None => {
                self.put(offset, bytes);
                Ok(())
            }
        }
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        if self.fails().is_some() {
            return Err(io::Error::from_raw_os_error(5));
        }
        self.bytes.resize(length as usize, 0);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.fails().map_or(Ok(()), |_| Err(io::Error::from_raw_os_error(5)))
    }

    fn lies_at(&self, _: &Path) -> bool {
        true
    }
}
