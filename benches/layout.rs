//! Drawing random layered graphs, beside Graphviz `dot`: intersections of the routed lines, and time; and the area of
//! pictures of large maps.
//!
//! `cargo bench --bench layout` calls `dot` when it is installed and counts its curves, cut into short pieces, with the
//! same code as our lines. Otherwise it shows what `dot` of Debian 12 (2.42.2-7) reached on the same graphs, with times of
//! another machine. A process has to start: what that takes is measured on an empty graph and shown at the end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use adjacent::layout::{ArrowMark, Canvas, Drawing, Limits, Sketch, SketchBox};

use meetings::{Line, meetings};
use pairs::percentile;

#[path = "layout/area.rs"]
mod area;
#[path = "layout/dot.rs"]
mod dot;
#[path = "layout/graphs.rs"]
mod graphs;
#[path = "layout/meetings.rs"]
mod meetings;
#[path = "speed/pairs.rs"]
#[allow(dead_code, reason = "this table has columns of its own")]
mod pairs;
#[path = "../tests/support/session.rs"]
mod session;

/// Nodes, arrows, rounds, and the share of the intersections of `dot` that is allowed.
const SIZES: [(usize, usize, usize, f64); 4] =
    [(50, 61, 15, 1.0), (200, 274, 15, 1.0), (1_000, 1_481, 7, 1.1), (3_000, 4_590, 1, f64::INFINITY)];

/// Graphs of each size.
const SEEDS: u64 = 3;

fn main() {
    println!(
        "{:<20} {:>22} {:>22} {:>7} {:>24} {:>7}  goal",
        "graph", "intersections", "(no common end)", "ratio", "time", "ratio"
    );
    println!(
        "{:<20} {:>11}{:>11} {:>11}{:>11} {:>7} {:>12}{:>12}",
        "", "ours", "dot", "ours", "dot", "", "ours", "dot"
    );
    for (nodes, arrows, rounds, allowed) in SIZES {
        for seed in 1..=SEEDS {
            compare(&graphs::layered(nodes, arrows, seed), seed, rounds, allowed);
        }
    }
    area::compare();
    if let Some(start) = dot::lay_out(&graphs::layered(0, 0, 1)) {
        println!("\ndot on an empty graph: {:.1} ms", ms(start.time));
    }
}

fn compare(graph: &graphs::Random, seed: u64, rounds: usize, allowed: f64) {
    let sketch = sketch(graph);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut beside = None;
    for _ in 0..rounds {
        if let Some(answer) = dot::lay_out(graph) {
            theirs.push(answer.time);
            beside = Some(answer.lines);
        }
        let began = Instant::now();
        black_box(Drawing::of(&sketch, Limits::default()));
        ours.push(began.elapsed());
    }
    let drawing = Drawing::of(&sketch, Limits::default());
    assert_eq!(drawing.paths.len(), graph.arrows.len());
    let own = meetings(&lines(&drawing, graph));
    let known = dot::recorded(graph.nodes, seed);
    let (met, time) = match beside {
        Some(lines) => (meetings(&lines), percentile(&mut theirs, 50)),
        None => (known.0, known.1),
    };
    let took = percentile(&mut ours, 50);
    let began = Instant::now();
    let cells = black_box(Canvas::of(&drawing)).width();
    println!(
        "{:<20} {:>11}{:>11} {:>11}{:>11} {:>7.2} {:>9.2} ms{:>9.2} ms {:>7.2}  <= {allowed:.1}x, <= 0.5x  canvas of {cells} x {}: {:.1} ms",
        format!("{} / {} #{seed}", graph.nodes, graph.arrows.len()),
        own.0,
        met.0,
        own.1,
        met.1,
        own.0 as f64 / met.0.max(1) as f64,
        ms(took),
        ms(time),
        took.as_secs_f64() / time.as_secs_f64(),
        drawing.height,
        ms(began.elapsed()),
    );
}

fn sketch(graph: &graphs::Random) -> Sketch {
    let mut sketch = Sketch::new();
    for at in 0..graph.nodes {
        sketch.add(graphs::name(at), SketchBox { label: graphs::name(at), ..SketchBox::default() });
    }
    for (from, to) in &graph.arrows {
        sketch.join(&graphs::name(*from), &graphs::name(*to), ArrowMark::Bare).unwrap();
    }
    sketch
}

fn lines(drawing: &Drawing, graph: &graphs::Random) -> Vec<Line> {
    let point = |point: &adjacent::layout::Point| (point.x as f64, point.y as f64);
    let line = |path: &adjacent::layout::ArrowPath| Line {
        ends: graph.arrows[path.edge],
        points: path.points.iter().map(point).collect(),
    };
    drawing.paths.iter().map(line).collect()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
