//! Looking back at a long session: opening it, and to its beginning and its end.

use std::hint::black_box;
use std::time::{Duration, Instant};

use adjacent::exercise::Catalogue;
use adjacent::graph::Ledger;
use adjacent::record::{Names, Session};
use adjacent::replay::Timeline;

use super::long;
use super::pairs::row;

const LONG: u64 = 50_000;
const GOAL: Duration = Duration::from_secs(1);

pub(crate) fn measure() {
    let session = Session::fold(long::header(1), long::events(LONG, &Catalogue::embedded()));
    let mut timeline = Timeline::new(session, &Names::default(), Ledger::new());
    for (name, position) in [("End", timeline.end()), ("Home", Timeline::start()), ("End again", timeline.end())] {
        let began = Instant::now();
        black_box(timeline.look(position));
        row(&format!("replay of 50,000 lines: {name}"), began.elapsed(), GOAL, "<= 1 (1 s)");
    }
}
