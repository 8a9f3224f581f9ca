//! Loading a session beside ron alone on the same lines.

use std::time::{Duration, Instant};

use adjacent::record::Event;
use adjacent::record::line::{BANNER, CLOSING, event_line, header_line, read, ron_style};

use super::pairs::{percentile, row};
use super::talk::{header, line, opening};

const EVENTS: u64 = 10_000;
const ROUNDS: usize = 15;

pub(crate) fn measure() {
    let (file, lines) = written();
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        bare.push(timed(|| by_ron_alone(&lines).len()));
        ours.push(timed(|| read(file.as_bytes()).events.len()));
    }
    row("loading 10,000 events", percentile(&mut ours, 50), percentile(&mut bare, 50), "<= 0.33");
}

/// Loading means keeping what was read, so the anchor keeps it too.
fn by_ron_alone(lines: &[String]) -> Vec<Event> {
    lines.iter().filter_map(|line| ron_style().from_str(line).ok()).collect()
}

/// A whole file, and its events as ron alone would read them.
fn written() -> (String, Vec<String>) {
    let first = header_line(&header("Load", 1)).unwrap();
    let (mut file, mut mark, mut lines) = (format!("{BANNER}{}", first.text), first.mark, Vec::new());
    for event in std::iter::once(opening()).chain((2..=EVENTS).map(line)) {
        let next = event_line(&event, Some(mark)).unwrap();
        file.push_str(&next.text);
        mark = next.mark;
        let (text, _) = next.text.rsplit_once(", // ").unwrap();
        lines.push(text.to_owned());
    }
    (file + CLOSING, lines)
}

fn timed(work: impl FnOnce() -> usize) -> Duration {
    let began = Instant::now();
    assert_eq!(work() as u64, EVENTS);
    began.elapsed()
}
