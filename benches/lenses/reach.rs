//! What a push on one thing reaches, up or down: a walk over things with signs, beside a breadth-first walk over a packed
//! array.

use std::hint::black_box;
use std::time::{Duration, Instant};

use adjacent::graph::Flow;
use petgraph::Direction;

use super::pairs::{percentile, row};

const THINGS: usize = 10_000;
const ARROWS: usize = 40_000;
const SOURCES: usize = 400;

pub(crate) fn measure() {
    let pairs = signed_arrows();
    let flow = Flow::between(2 * THINGS, pairs.iter().copied());
    let packed = Packed::of(2 * THINGS, pairs);
    let (mut ours, mut anchor) = (Vec::new(), Vec::new());
    for source in (0..SOURCES).map(|source| source * 2 * THINGS / SOURCES) {
        let (mut found, mut expected) = (0, 0);
        anchor.push(timed(|| expected = black_box(packed.reached(source)).len()));
        ours.push(timed(|| found = black_box(flow.reached([source], Direction::Outgoing, usize::MAX)).len()));
        assert_eq!(found, expected);
    }
    println!();
    let work = format!("reach with signs, {THINGS} / {ARROWS}");
    row(&work, percentile(&mut ours, 50), percentile(&mut anchor, 50), "<= 1.2");
}

/// Arrows by chance between things that go up (even numbers) and down (odd ones); every third arrow turns the sign.
fn signed_arrows() -> Vec<(usize, usize)> {
    let mut chance = 88_172_645_463_325_252_u64;
    let mut below = |limit: usize| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        (chance % limit as u64) as usize
    };
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for arrow in 0..ARROWS {
        let (from, to, turns) = (below(THINGS), below(THINGS), usize::from(arrow % 3 == 0));
        if from != to {
            pairs.extend([(2 * from, 2 * to + turns), (2 * from + 1, 2 * to + 1 - turns)]);
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The anchor: the ends of all arrows in one array, and where those of each thing begin.
struct Packed {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Packed {
    fn of(size: usize, pairs: Vec<(usize, usize)>) -> Self {
        let mut starts = vec![0_u32; size + 1];
        for (from, _) in &pairs {
            starts[from + 1] += 1;
        }
        for at in 0..size {
            starts[at + 1] += starts[at];
        }
        Self { starts, ends: pairs.into_iter().map(|(_, to)| to as u32).collect() }
    }

    fn reached(&self, from: usize) -> Vec<u32> {
        let mut seen = vec![false; self.starts.len()];
        seen[from] = true;
        let mut found = vec![from as u32];
        let mut next = 0;
        while next < found.len() {
            let thing = found[next] as usize;
            next += 1;
            for &far in &self.ends[self.starts[thing] as usize..self.starts[thing + 1] as usize] {
                if !std::mem::replace(&mut seen[far as usize], true) {
                    found.push(far);
                }
            }
        }
        found
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}
