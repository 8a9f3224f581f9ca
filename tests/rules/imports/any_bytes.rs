//! Any bytes: every reader ends on each of ten thousand inputs, with a map or with a sentence.

use std::cell::Cell;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use adjacent::import::{
    IMPORTS, ImportError, ImportFormat, ImportMapping, ImportedFile, ReadContext, ReadWatch, read as read_files,
};

/// The number of inputs of each reader; below, the number in a campaign, which makes more than a million of all readers,
/// and the maximum size of an input.
const INPUTS: u64 = 10_000;
const CAMPAIGN: u64 = 40_000;
const LONGEST: usize = 120;

/// The maximum number of steps that a reader may say it takes over an input of this size.
const STEPS: usize = 10_000;

/// Pieces of files, of which random files are put together.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\"id\"",
    "\"from\"",
    "\"to\"",
    "\"nodes\"",
    "\"edges\"",
    "\"elements\"",
    "\"connections\"",
    "\"graph\"",
    "\"label\"",
    "\"source\"",
    "\"target\"",
    "null",
    "true",
    "-1e308",
    "0",
    "<",
    ">",
    "</",
    "/>",
    "<a>",
    "</a>",
    "<?xml version=\"1.0\"?>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "&b;",
    "&#x0;",
    "<![CDATA[",
    "]]>",
    "<graphml>",
    "<gexf>",
    "<map>",
    "<node id=\"a\">",
    "<edge source=\"a\" target=\"a\"/>",
    "xmlns=\"x\"",
    "---\n",
    "- ",
    "kind: ",
    "metadata:",
    "spec: ",
    "&x ",
    "*x",
    "|\n",
    "\n",
    "\r\n",
    "\t",
    ";",
    "Label",
    "From",
    "To",
    "=1+1",
    "digraph",
    "subgraph",
    "->",
    "--",
    "flowchart LR\n",
    "-->",
    "---",
    "|+|",
    "%%",
    "\\",
    "~",
    "~~|",
    "INTEG(",
    "\\\\\\---///",
    "é",
    "\u{202e}",
    "\u{feff}",
    "PK\u{3}\u{4}",
    "https://ncase.me/loopy/v1.1/?data=",
    "%22",
    "%5D",
    "%",
    "[[[1,0,0,0.5,%22a%22,0]],[[1,1,0,1]],[],2]",
];

/// The real files of all formats, cut to a size that an unoptimised reader reads in no time.
static SAMPLES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
});

/// Counts how often a reader says how far it is.
#[derive(Default)]
struct StepCount(Cell<usize>);

impl ReadWatch for StepCount {
    fn is_stopped(&self) -> bool {
        self.0.set(self.0.get() + 1);
        assert!(self.0.get() < STEPS, "a reader goes on and on");
        false
    }

    fn at(&self, _done: usize, _all: usize) {}
}

/// Numbers that look random and are the same on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }

    fn part(&mut self, bytes: &[u8]) -> Vec<u8> {
        let from = self.below(bytes.len());
        let to = (from + 1 + self.below(60)).min(bytes.len());
        bytes[from.min(to)..to].to_vec()
    }

    /// A piece of a real file with some of its bytes changed, cut, doubled, or exchanged with those of another format;
    /// or pieces of many formats.
    fn input(&mut self) -> Vec<u8> {
        if self.below(4) == 0 {
            let pieces = (0..=self.below(40)).map(|_| PIECES[self.below(PIECES.len())]).collect::<String>();
            return pieces.into_bytes();
        }
        let sample = &SAMPLES[self.below(SAMPLES.len())];
        // The beginning of a file says what it is.
        let start = if self.below(3) > 0 { 0 } else { self.below(sample.len()) };
        let mut bytes = sample[start..(start + self.below(LONGEST)).min(sample.len())].to_vec();
        for _ in 0..=self.below(5) {
            let at = self.below(bytes.len() + 1);
            match self.below(5) {
                0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                1 => bytes.truncate(at),
                2 => {
                    let part = self.part(&bytes);
                    bytes.splice(at..at, part);
                }
                3 => {
                    let other = &SAMPLES[self.below(SAMPLES.len())];
                    let part = self.part(other);
                    bytes.splice(at..at, part);
                }
                _ => {
                    let piece = PIECES[self.below(PIECES.len())];
                    bytes.splice(at..at, piece.bytes());
                }
            }
        }
        bytes
    }
}

/// Reads a file with one reader, whatever the file is; what comes out is no larger than what goes in allows.
fn ends(format: &ImportFormat, bytes: &[u8]) {
    let Ok(file) = ImportedFile::new("any", bytes.to_vec()) else { return };
    let (mapping, watch) = (ImportMapping::default(), StepCount::default());
    let context = ReadContext { mapping: &mapping, watch: &watch };
    let _ = (format.is_one)(&file);
    match (format.read)(&[&file], &context) {
        Ok(map) => {
            let most = 20 + bytes.len() * 4;
            assert!(
                map.things.len() <= most && map.arrows.len() <= most && map.remarks.len() <= most,
                "{}",
                format.name
            );
            assert!(map.arrows.iter().all(|arrow| arrow.from < map.things.len() && arrow.to < map.things.len()));
            assert!(map.arrows.iter().all(|arrow| arrow.from != arrow.to));
            assert!(map.things.iter().all(|thing| thing.label.chars().count() <= 200 && !thing.label.contains('\n')));
        }
        Err(ImportError::Stopped) => panic!("nobody stopped {}", format.name),
        Err(error) => {
            let says = error.to_string();
            assert!(says.starts_with("any") && says.len() < 2_000 && !says.contains('\n'), "{}: {says}", format.name);
        }
    }
}

/// Whether this is the whole campaign of `tests/campaigns/run`, which also measures.
fn is_campaign() -> bool {
    std::env::var("ADJACENT_CAMPAIGNS").is_ok_and(|asked| asked == "whole")
}

/// The largest amount of memory that this program had so far, in MiB; 0 where the system does not say.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() / 1024
}

#[test]
fn every_reader_ends_on_ten_thousand_inputs() {
    let formats = IMPORTS.iter().zip(0_u64..).collect::<Vec<_>>();
    std::thread::scope(|scope| {
        for half in formats.chunks(formats.len().div_ceil(2)) {
            scope.spawn(move || {
                for (format, place) in half {
                    for nth in 0..if is_campaign() { CAMPAIGN } else { INPUTS } {
                        let seed = place * 1_000_003 + nth;
                        let bytes = Draw(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)).input();
                        let begun = Instant::now();
                        let said = std::panic::catch_unwind(|| ends(format, &bytes));
                        assert!(said.is_ok(), "{} on {:?}", format.name, String::from_utf8_lossy(&bytes));
                        let is_slow = is_campaign() && begun.elapsed() > Duration::from_secs(5);
                        assert!(!is_slow, "{} takes long on {:?}", format.name, String::from_utf8_lossy(&bytes));
                    }
                    if is_campaign() {
                        println!("{}: at most {} MiB so far", format.name, peak_memory());
                        assert!(peak_memory() < 512, "{} takes too much memory", format.name);
                    }
                }
            });
        }
    });
}

#[test]
fn every_sample_and_any_bytes_are_recognised_or_refused() {
    let mapping = ImportMapping::default();
    for nth in 0..INPUTS {
        let bytes = Draw(nth.wrapping_mul(0xd134_2543_de82_ef95)).input();
        let Ok(file) = ImportedFile::new("any", bytes) else { continue };
        let watch = StepCount::default();
        let _ = read_files(&[file], &ReadContext { mapping: &mapping, watch: &watch });
    }
}
