//! What Graphviz does with the same graph.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::graphs::{Random, name};
use crate::meetings::Line;

/// Pieces into which each curve is cut.
const PIECES: usize = 8;

/// How `dot` drew a graph, and how long the process took.
pub(crate) struct Answer {
    pub(crate) lines: Vec<Line>,
    pub(crate) time: Duration,
}

/// What it reached where the table was made: nodes, seed, intersections (all, without a common end), milliseconds.
const RECORDED: &[(usize, u64, usize, usize, u64)] = &[
    (50, 1, 13, 13, 5),
    (50, 2, 16, 15, 4),
    (50, 3, 7, 6, 4),
    (200, 1, 232, 224, 13),
    (200, 2, 280, 261, 13),
    (200, 3, 257, 246, 12),
    (1000, 1, 6396, 6050, 176),
    (1000, 2, 6009, 5752, 187),
    (1000, 3, 6124, 5800, 180),
    (3000, 1, 43073, 41679, 1600),
    (3000, 2, 42499, 40888, 1599),
    (3000, 3, 43323, 41731, 1558),
];

/// The recorded intersections and time for a graph.
pub(crate) fn recorded(nodes: usize, seed: u64) -> ((usize, usize), Duration) {
    let row = RECORDED.iter().find(|row| (row.0, row.1) == (nodes, seed));
    row.map_or_else(Default::default, |row| ((row.2, row.3), Duration::from_millis(row.4)))
}

/// Calls `dot`; nothing when it is not installed.
pub(crate) fn lay_out(graph: &Random) -> Option<Answer> {
    let nodes = (0..graph.nodes).map(|at| format!("{at} [label=\"{}\"];", name(at)));
    let arrows = graph.arrows.iter().map(|(from, to)| format!("{from} -> {to};"));
    let text = format!("digraph {{ node [shape=box];\n{}\n}}", nodes.chain(arrows).collect::<Vec<_>>().join("\n"));
    let began = Instant::now();
    let mut child = Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let mut input = child.stdin.take()?;
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().ok()?;
    let time = began.elapsed();
    writer.join().ok()?.ok()?;
    assert!(output.status.success(), "dot gave up");
    let lines: Vec<Line> = String::from_utf8(output.stdout).ok()?.lines().filter_map(edge).collect();
    assert_eq!(lines.len(), graph.arrows.len());
    Some(Answer { lines, time })
}

/// `edge tail head n x1 y1 ... xn yn`: a start and three points for each curve.
fn edge(line: &str) -> Option<Line> {
    let mut words = line.strip_prefix("edge ")?.split_whitespace();
    let ends = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let count: usize = words.next()?.parse().ok()?;
    let numbers: Vec<f64> = words.take(2 * count).filter_map(|word| word.parse().ok()).collect();
    let control: Vec<(f64, f64)> = numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    let mut points = vec![control[0]];
    for at in (0..count - 1).step_by(3) {
        points.extend((1..=PIECES).map(|step| curve(&control[at..at + 4], step as f64 / PIECES as f64)));
    }
    Some(Line { ends, points })
}

/// A point of a cubic curve.
fn curve(control: &[(f64, f64)], share: f64) -> (f64, f64) {
    let rest = 1.0 - share;
    let weights = [rest * rest * rest, 3.0 * rest * rest * share, 3.0 * rest * share * share, share * share * share];
    let mix =
        |of: fn(&(f64, f64)) -> f64| control.iter().zip(weights).map(|(point, weight)| of(point) * weight).sum::<f64>();
    (mix(|point| point.0), mix(|point| point.1))
}
