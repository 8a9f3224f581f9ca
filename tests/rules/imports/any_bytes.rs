//! Any bytes: every reader ends on each of ten thousand inputs, with a map or with a sentence.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use adjacent::import::{
    IMPORTS, ImportError, ImportFormat, ImportMapping, ImportedFile, ReadContext, ReadWatch, read as read_files,
};

use seeds::SEEDS;

mod seeds;

/// The number of inputs of each reader; below, the number in a campaign, which makes more than a million of all readers.
const INPUTS: u64 = 10_000;
const CAMPAIGN: u64 = 40_000;

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

    fn piece(&mut self) -> &'static str {
        PIECES[self.below(PIECES.len())]
    }

    /// Most often a whole file of the format with some of its words exchanged, doubled, left out or cut, or with words of
    /// another format; now and then pieces of many formats.
    fn input(&mut self, format: &str) -> Vec<u8> {
        if self.below(16) == 0 {
            return (0..=self.below(40)).map(|_| self.piece()).collect::<String>().into_bytes();
        }
        let own = SEEDS.iter().filter(|(name, _)| *name == format).map(|(_, text)| *text).collect::<Vec<_>>();
        // A format without a file of its own, which only says what is no map, gets those of all others.
        let seed = if own.is_empty() { SEEDS[self.below(SEEDS.len())].1 } else { own[self.below(own.len())] };
        let mut words = words(seed);
        for _ in 0..=self.below(3) {
            self.edit(&mut words);
        }
        let mut bytes = words.concat().into_bytes();
        match self.below(16) {
            0 => bytes.truncate(self.below(bytes.len())),
            1 if !bytes.is_empty() => {
                let at = self.below(bytes.len());
                bytes[at] ^= 1 << self.below(8);
            }
            _ => {}
        }
        bytes
    }

    /// Names and values change more often than the marks between them, so that most files can still be read.
    fn edit(&mut self, words: &mut Vec<&'static str>) {
        let names = (0..words.len()).filter(|at| is_word(words[*at])).collect::<Vec<_>>();
        if !names.is_empty() && self.below(6) > 0 {
            let (at, other) = (names[self.below(names.len())], names[self.below(names.len())]);
            words[at] = if self.below(2) == 0 { VALUES[self.below(VALUES.len())] } else { words[other] };
            return;
        }
        let at = self.below(words.len() + 1);
        let to = (at + self.below(30)).min(words.len());
        match self.below(3) {
            0 => words.insert(at, self.piece()),
            1 => {
                words.drain(at..to.min(at + 2));
            }
            _ => {
                let doubled = words[at..to].to_vec();
                words.splice(at..at, doubled);
            }
        }
    }
}

/// What stands in files where nobody expects it, and is a word of most formats.
const VALUES: &[&str] = &[
    "0",
    "1",
    "9",
    "a",
    "b",
    "zz",
    "id",
    "true",
    "99999999999999999999",
    "1e400",
    "x y",
    "e\u{301}",
    "\u{202e}",
    "\u{0}",
    "A|B",
    "group",
    "data",
    "directed",
    "undirected",
    "2026-02-30",
    "#fff",
    "&amp;",
    "%",
];

/// Returns the words of a text, and what stands between them.
fn words(text: &'static str) -> Vec<&'static str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c: char| c.is_alphanumeric() != first.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(if first.is_alphanumeric() { end } else { first.len_utf8() });
        words.push(word);
        rest = after;
    }
    words
}

fn is_word(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

/// Reads a file with one reader, whatever the file is; what comes out is no larger than what goes in allows. Returns
/// whether the reader takes the file for one of its own.
fn ends(format: &ImportFormat, bytes: &[u8]) -> bool {
    let Ok(file) = ImportedFile::new("any", bytes.to_vec()) else { return false };
    let (mapping, watch) = (ImportMapping::default(), StepCount::default());
    let context = ReadContext { mapping: &mapping, watch: &watch };
    let is_one = (format.is_one)(&file);
    match (format.read)(&[&file], &context) {
        Ok(map) => {
            let most = 20 + bytes.len() * 4;
            assert!(map.things.len() <= most && map.arrows.len() <= most && map.remarks.len() <= most);
            assert!(map.arrows.iter().all(|arrow| arrow.from < map.things.len() && arrow.to < map.things.len()));
            assert!(map.arrows.iter().all(|arrow| arrow.from != arrow.to));
            assert!(map.things.iter().all(|thing| thing.label.chars().count() <= 200 && !thing.label.contains('\n')));
        }
        Err(ImportError::Stopped) => panic!("nobody stopped {}", format.name),
        Err(error) => {
            let says = error.to_string();
            assert!(says.starts_with("any") && says.len() < 2_000 && !says.contains('\n'), "{says}");
        }
    }
    is_one
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

/// Reads so many inputs with one reader. Returns how many of them the reader takes for its own, and the longest time
/// that it takes over one.
fn read_any(format: &ImportFormat, place: u64, inputs: u64) -> (u64, Duration) {
    let (mut own, mut slowest) = (0, Duration::ZERO);
    for nth in 0..inputs {
        let seed = place * 1_000_003 + nth;
        let bytes = Draw(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)).input(format.name);
        let begun = Instant::now();
        let said = std::panic::catch_unwind(|| ends(format, &bytes));
        slowest = slowest.max(begun.elapsed());
        let is_own = said.unwrap_or_else(|_| panic!("{} on {:?}", format.name, String::from_utf8_lossy(&bytes)));
        own += u64::from(is_own);
    }
    (own, slowest)
}

#[test]
fn every_reader_ends_on_ten_thousand_inputs() {
    let inputs = if is_campaign() { CAMPAIGN } else { INPUTS };
    let next = AtomicUsize::new(0);
    let read_next = || {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(format) = IMPORTS.get(place) else { return };
            let (own, slowest) = read_any(format, place.try_into().unwrap(), inputs);
            if is_campaign() {
                println!("{}: {own} of {inputs} are its own, the slowest takes {slowest:?}", format.name);
                assert!(slowest < Duration::from_secs(5), "{} takes long", format.name);
                assert!(peak_memory() < 512, "{} takes too much memory", format.name);
            }
            // The reader is reached: it takes many inputs for files of its own.
            let is_reached = own * 5 >= inputs || format.name == "not-a-map";
            assert!(is_reached, "only {own} of {inputs} inputs are of {}", format.name);
        }
    };
    std::thread::scope(|scope| {
        let threads = [scope.spawn(read_next), scope.spawn(read_next)];
        for thread in threads {
            // What a thread says is what the test says.
            thread.join().unwrap_or_else(|said| std::panic::resume_unwind(said));
        }
    });
    if is_campaign() {
        println!("at most {} MiB", peak_memory());
    }
}

#[test]
fn any_bytes_are_recognised_or_refused() {
    let mapping = ImportMapping::default();
    for nth in 0..INPUTS {
        let mut draw = Draw(nth.wrapping_mul(0xd134_2543_de82_ef95));
        let format = IMPORTS[draw.below(IMPORTS.len())].name;
        let Ok(file) = ImportedFile::new("any", draw.input(format)) else { continue };
        let watch = StepCount::default();
        let _ = read_files(&[file], &ReadContext { mapping: &mapping, watch: &watch });
    }
}

#[test]
fn every_format_has_a_whole_file_of_which_the_damaged_ones_are_made() {
    let mapping = ImportMapping::default();
    for (name, text) in SEEDS {
        let file = ImportedFile::new("seed", text.as_bytes().to_vec()).unwrap();
        let context = ReadContext { mapping: &mapping, watch: &StepCount::default() };
        match read_files(&[file], &context) {
            Ok((format, _)) => assert_eq!(format.name, *name),
            Err(error) => assert!(error.to_string().contains("CycloneDX written as XML"), "{error}"),
        }
    }
    let missing = IMPORTS.iter().filter(|format| SEEDS.iter().all(|(name, _)| *name != format.name));
    assert_eq!(missing.map(|format| format.name).collect::<Vec<_>>(), ["not-a-map"]);
}
