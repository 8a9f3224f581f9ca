//! Bringing in a register of 3,407 rows and 35 columns: reading it, comparing it with the edition before, and folding what
//! it left.
//!
//! `cargo bench --bench importing` prints the table. The anchor reads the same file with the bare `csv` crate, cell by
//! cell. A dry run is to take a second at most and
//! an import two; 300 ms for each row of the table keep both, with room for the disk and a slower machine.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "a bench that cannot go on should stop and say so"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use adjacent::graph::Ledger;
use adjacent::import::{
    Edition, EditionCounts, ImportMapping, ImportedFile, ImportedMap, NoWatch, ReadContext, edition, read,
};
use adjacent::record::{Event, Fact, Mode, Names, Session, SessionTime};

use pairs::{percentile, row};
use register::{CHANGED, ROWS, newer, register};
use talk::header;

#[path = "speed/pairs.rs"]
mod pairs;
#[path = "importing/register.rs"]
mod register;
#[path = "speed/talk.rs"]
mod talk;

const ROUNDS: usize = 11;

fn main() {
    let (first, second) = (register(), newer());
    let (map, later) = (map_of(&first), map_of(&second));
    let (none, mapping) = (Names::default(), ImportMapping::default());
    let new = edition(None, &map, &mapping);
    assert!(new.parts.len() >= ROWS, "every row is a part");
    let session = session_of(&new);
    let update = edition(Some((&session, &none)), &later, &mapping);
    let counts = EditionCounts::of(&update);
    println!("{ROWS} rows: {} things, {} arrows; the newer edition: {counts:?}", map.things.len(), map.arrows.len());
    println!("\n{:<34} {:>12} {:>12} {:>8}  goal", "work", "ours", "csv alone", "ratio");
    let against = |work, ours: &dyn Fn() -> usize| against(work, &first, ours);
    against("reading", &|| map_of(&first).things.len());
    against("the first edition", &|| edition(None, &map, &mapping).parts.len());
    against("its events", &|| session_of(&new).events().len());
    against("the newer edition", &|| edition(Some((&session, &none)), &later, &mapping).parts.len());
    against("adding up the shared map", &|| {
        let mut ledger = Ledger::new();
        ledger.add_session(&session, &none);
        ledger.graph(None).counts().arrows
    });
    let changed = update.parts.iter().filter(|part| part.change.is_change()).count();
    assert_eq!(changed, CHANGED, "no row changes but those that were edited");
}

/// In turns with reading the cells alone.
fn against(work: &str, file: &str, ours: &dyn Fn() -> usize) {
    let (mut own, mut cells): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        cells.push(timed(|| letters_of(file)));
        own.push(timed(ours));
    }
    row(work, percentile(&mut own, 50), percentile(&mut cells, 50), "<= 300 ms");
}

fn timed(work: impl FnOnce() -> usize) -> Duration {
    let began = Instant::now();
    assert!(black_box(work()) > 0);
    began.elapsed()
}

/// The number of bytes in all cells.
fn letters_of(file: &str) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut letters = 0;
    while reader.read_record(&mut record).unwrap() {
        letters += record.iter().map(str::len).sum::<usize>();
    }
    letters
}

fn map_of(file: &str) -> ImportedMap {
    let file = ImportedFile::new("register.csv", file.as_bytes().to_vec()).unwrap();
    let context = ReadContext { mapping: &ImportMapping::default(), watch: &NoWatch };
    read(&[file], &context).unwrap().1
}

/// The session that a first import leaves.
fn session_of(edition: &Edition) -> Session {
    let opened =
        Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people: edition.people.clone() };
    let imported =
        Fact::Imported { files: vec!["register.csv".into()], format: "table".into(), digest: "0".repeat(32) };
    let first = Event { seq: 1, facts: vec![opened, imported], ..Event::default() };
    let mut session = Session::fold(header("A register", 1), [first]);
    for event in edition.events(&session, SessionTime::OPENING) {
        session.push(event);
    }
    session
}
