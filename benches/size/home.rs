//! Looking back at a long session: opening it, and to its beginning and its end.

use std::hint::black_box;
use std::time::{Duration, Instant};

use adjacent::graph::Ledger;
use adjacent::record::{Names, Session};
use adjacent::replay::Timeline;

use super::pairs::row;
use super::talk::{header, line, opening};

const LONG: u64 = 50_000;
const GOAL: Duration = Duration::from_secs(1);

pub(crate) fn measure() {
    let events = std::iter::once(opening()).chain((2..=LONG).map(line));
    let session = Session::fold(header("Long", 1), events);
    let mut timeline = Timeline::new(session, &Names::default(), Ledger::new());
    for (name, position) in [("End", timeline.end()), ("Home", Timeline::start()), ("End again", timeline.end())] {
        let began = Instant::now();
        black_box(timeline.look(position));
        row(&format!("replay of 50,000 lines: {name}"), began.elapsed(), GOAL, "<= 1 (1 s)");
    }
}
