//! How often drawn lines meet.

use std::collections::BTreeMap;

type Place = (f64, f64);

/// A straight part of a line, by the place of the line.
type Piece = (usize, Place, Place);

/// A drawn arrow.
pub(crate) struct Line {
    pub(crate) ends: (usize, usize),
    pub(crate) points: Vec<Place>,
}

/// Squares along the longer side of the grid in which pieces are compared.
const SQUARES: f64 = 256.0;

/// Intersections of different lines: all, and those of lines without a common end.
pub(crate) fn meetings(lines: &[Line]) -> (usize, usize) {
    let all = || lines.iter().flat_map(|line| &line.points);
    let size = all().map(|(x, y)| x.max(*y)).fold(1.0, f64::max) / SQUARES;
    let square = |at: f64| (at / size).floor() as i64;
    let mut squares: BTreeMap<(i64, i64), Vec<Piece>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        for (one, other) in line.points.iter().zip(line.points.iter().skip(1)) {
            for x in square(one.0.min(other.0))..=square(one.0.max(other.0)) {
                for y in square(one.1.min(other.1))..=square(one.1.max(other.1)) {
                    squares.entry((x, y)).or_default().push((at, *one, *other));
                }
            }
        }
    }
    let (mut found, mut strangers) = (0, 0);
    for ((x, y), pieces) in &squares {
        for (place, one) in pieces.iter().enumerate() {
            for other in pieces.iter().skip(place + 1).filter(|other| other.0 != one.0) {
                let met = meeting((one.1, one.2), (other.1, other.2));
                if met.is_some_and(|at| (square(at.0), square(at.1)) == (*x, *y)) {
                    found += 1;
                    let (a, b) = (lines[one.0].ends, lines[other.0].ends);
                    strangers += usize::from(a.0 != b.0 && a.0 != b.1 && a.1 != b.0 && a.1 != b.1);
                }
            }
        }
    }
    (found, strangers)
}

/// Where two pieces pass through each other.
fn meeting((a, b): (Place, Place), (c, d): (Place, Place)) -> Option<Place> {
    let side = |p: Place, q: Place, r: Place| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    let (c_side, d_side) = (side(a, b, c), side(a, b, d));
    let (a_side, b_side) = (side(c, d, a), side(c, d, b));
    // Half open, so that a line through a point where another one is cut into pieces is met once.
    let passes = |one: f64, other: f64| (one < 0.0) != (other < 0.0);
    if !passes(c_side, d_side) || !passes(a_side, b_side) {
        return None;
    }
    let share = c_side / (c_side - d_side);
    Some((c.0 + share * (d.0 - c.0), c.1 + share * (d.1 - c.1)))
}
