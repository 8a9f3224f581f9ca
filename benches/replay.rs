//! Looking back at a session of ten thousand events: opening it beside loading it, and jumping about in it.
//!
//! `cargo bench --bench replay` prints the table. A jump gives the meeting and what everything said adds up to; weighing
//! its arrows is told apart, because on a map of ten thousand things that is done beside the screen, like the lenses.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "a test that cannot go on should stop and say so"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use adjacent::graph::Ledger;
use adjacent::record::line::{BANNER, CLOSING, event_line, header_line, read};
use adjacent::record::{Event, Fact, Names, Session, SessionTime};
use adjacent::replay::{Still, Timeline};

use pairs::{percentile, row};
use talk::{header, line, opening};

#[path = "speed/pairs.rs"]
mod pairs;
#[path = "speed/talk.rs"]
mod talk;

const EVENTS: u64 = 10_000;
const JUMPS: u64 = 1_000;
const ROUNDS: usize = 15;
/// How long a jump may take, alone and with its map.
const GOAL: Duration = Duration::from_millis(3);
const GOAL_WITH_MAP: Duration = Duration::from_millis(5);

fn main() {
    println!("{:<34} {:>12} {:>12} {:>8}  goal", "work", "ours", "anchor", "ratio");
    measure("10,000 things", &events(EVENTS), false);
    measure("300 things", &events(300), true);
}

/// A talk about so many things, in which a line is taken back now and then, sometimes long after it was said.
fn events(things: u64) -> Vec<Event> {
    let mut events = vec![opening()];
    for seq in 2..=EVENTS {
        let undo = match seq {
            seq if seq % 50 == 0 => Some(seq - 1),
            seq if seq % 1999 == 0 => Some(seq / 2 + 1),
            _ => None,
        };
        let said = Event { seq, at: SessionTime::from_millis(seq * 1000), ..line(2 + (seq - 2) % things) };
        events.push(match undo {
            Some(undone) => Event { said: None, facts: vec![Fact::Retracted { seq: undone }], ..said },
            None => said,
        });
    }
    events
}

fn measure(what: &str, events: &[Event], with_graph: bool) {
    let file = written(events);
    let (mut loading, mut opening) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        loading.push(timed(|| drop(black_box(load(&file)))));
        opening.push(timed(|| {
            let mut timeline = Timeline::new(load(&file), &Names::default(), Ledger::new());
            black_box(timeline.look(Timeline::start()));
        }));
    }
    row(&format!("{what}: opening"), percentile(&mut opening, 50), percentile(&mut loading, 50), "<= 1.2");
    let mut timeline = Timeline::new(load(&file), &Names::default(), Ledger::new());
    let began = Instant::now();
    while timeline.prepare() {}
    println!("{what}: prepared in {:.1} ms", began.elapsed().as_secs_f64() * 1e3);
    jumps(&mut timeline, &format!("{what}: a jump"), GOAL, |still| {
        black_box(still.clock());
    });
    if with_graph {
        let with_map = |still: &Still| drop(black_box(still.graph().counts()));
        jumps(&mut timeline, &format!("{what}: and its map"), GOAL_WITH_MAP, with_map);
    }
}

fn jumps(timeline: &mut Timeline, what: &str, goal: Duration, look: impl Fn(&Still)) {
    let mut chance = 88_172_645_463_325_252_u64;
    let mut jumps: Vec<Duration> = Vec::new();
    for _ in 0..JUMPS {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        let position = timeline.after((chance % (EVENTS + 1)) as usize);
        jumps.push(timed(|| look(&timeline.look(position))));
    }
    for percent in [50, 99, 100] {
        let words = format!("<= 1 ({} ms)", goal.as_millis());
        row(&format!("{what}, p{percent}"), percentile(&mut jumps, percent), goal, &words);
    }
}

fn load(file: &str) -> Session {
    let reading = read(file.as_bytes());
    Session::fold(reading.heading.header, reading.events)
}

fn written(events: &[Event]) -> String {
    let first = header_line(&header("Load", 1)).unwrap();
    let (mut file, mut mark) = (format!("{BANNER}{}", first.text), first.mark);
    for event in events {
        let next = event_line(event, Some(mark)).unwrap();
        file.push_str(&next.text);
        mark = next.mark;
    }
    file + CLOSING
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}
