use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::picture::{COLUMN, MapPicture};
use crate::layout::{ArrowPath, Drawing, DrawnBox, Point};

/// Half the width of a hop in pixels; below, the radius of a bend and the length of a head.
const HOP: f64 = 3.4;
const BEND: f64 = 4.0;
const HEAD: f64 = 7.0;

/// The upright lines that level lines may cross.
pub(super) struct Crossings {
    /// For each column, the rows between which a line runs upright.
    upright: BTreeMap<usize, BTreeSet<(usize, usize)>>,
}

impl Crossings {
    pub(super) fn of(drawing: &Drawing) -> Self {
        let mut upright: BTreeMap<usize, BTreeSet<(usize, usize)>> = BTreeMap::new();
        for (one, other) in drawing.paths.iter().flat_map(|arrow_path| segments(&arrow_path.points)) {
            if one.x == other.x {
                upright.entry(one.x).or_default().insert((one.y.min(other.y), one.y.max(other.y)));
            }
        }
        Self { upright }
    }

    /// The columns on which upright lines cross the level line between two cells of a row, in the order from `one` to
    /// `other`.
    fn between(&self, one: Point, other: Point) -> Vec<usize> {
        let (left, right) = (one.x.min(other.x), one.x.max(other.x));
        let across = self.upright.range(left + 1..right.max(left + 1));
        let crossed = across.filter(|(_, runs)| runs.iter().any(|(upper, lower)| *upper < one.y && one.y < *lower));
        let mut columns: Vec<usize> = crossed.map(|(column, _)| *column).collect();
        if one.x > other.x {
            columns.reverse();
        }
        columns
    }
}

fn segments(points: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    points.iter().copied().zip(points.iter().skip(1).copied())
}

/// The line of an arrow in pixels: its start, its turns and its tip.
pub(super) struct PixelLine {
    points: Vec<(f64, f64)>,
}

impl PixelLine {
    pub(super) fn of(picture: &MapPicture<'_>, arrow_path: &ArrowPath, from: &DrawnBox, to: &DrawnBox) -> Self {
        let mut points: Vec<(f64, f64)> = arrow_path.points.iter().map(|point| picture.middle(*point)).collect();
        let vector = |one: Option<&(f64, f64)>, other: Option<&(f64, f64)>| {
            one.zip(other).map(|(one, other)| (other.0 - one.0, other.1 - one.1)).unwrap_or_default()
        };
        let out = vector(points.first(), points.get(1));
        let back = vector(points.len().checked_sub(2).and_then(|at| points.get(at)), points.last());
        if let Some(first) = points.first_mut() {
            *first = at_border(picture, from, *first, out);
        }
        if let Some(last) = points.last_mut() {
            *last = at_border(picture, to, *last, (-back.0, -back.1));
        }
        Self { points }
    }

    /// The SVG path of the line up to the head, with round bends, and with a hop over every upright line that a level
    /// part crosses.
    pub(super) fn path(&self, arrow_path: &ArrowPath, crossings: &Crossings) -> String {
        let mut path = String::new();
        let Some(start) = self.points.first() else { return path };
        let _ = write!(path, "M{} {}", number(start.0), number(start.1));
        let cells: Vec<(Point, Point)> = segments(&arrow_path.points).collect();
        for (at, pair) in self.points.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            let along = direction(*one, *other);
            if let Some((from, to)) = cells.get(at).filter(|(from, to)| from.y == to.y && from.x != to.x) {
                for column in crossings.between(*from, *to) {
                    let x = (column * COLUMN) as f64 + COLUMN as f64 / 2.0;
                    let _ = write!(path, "H{}", number(x - along.0 * HOP));
                    let sweep = u8::from(along.0 > 0.0);
                    let hop = number(HOP);
                    let _ = write!(path, "A{hop} {hop} 0 0 {sweep} {} {}", number(x + along.0 * HOP), number(one.1));
                }
            }
            match self.points.get(at + 2) {
                Some(next) => bend(&mut path, *one, *other, *next),
                None => {
                    let end = (other.0 - along.0 * HEAD * 0.6, other.1 - along.1 * HEAD * 0.6);
                    let _ = write!(path, "L{} {}", number(end.0), number(end.1));
                }
            }
        }
        path
    }

    /// The direction of the last piece of the line, and the tip of the line.
    fn arrival(&self) -> ((f64, f64), (f64, f64)) {
        match self.points.as_slice() {
            [.., before, tip] => (direction(*before, *tip), *tip),
            _ => Default::default(),
        }
    }

    pub(super) fn head(&self) -> String {
        let ((x, y), tip) = self.arrival();
        let foot = (tip.0 - x * HEAD, tip.1 - y * HEAD);
        let side = (y * HEAD * 0.5, -x * HEAD * 0.5);
        format!(
            "M{} {}L{} {}L{} {}Z",
            number(tip.0),
            number(tip.1),
            number(foot.0 + side.0),
            number(foot.1 + side.1),
            number(foot.0 - side.0),
            number(foot.1 - side.1)
        )
    }

    /// The point of the mark: on the line, just before the head.
    pub(super) fn before_head(&self) -> (f64, f64) {
        let ((x, y), tip) = self.arrival();
        let apart = HEAD + 7.0;
        (tip.0 - x * apart, tip.1 - y * apart)
    }
}

/// The point of the border where a line leaves or reaches a box; `out` is the direction out of the box.
fn at_border(picture: &MapPicture<'_>, drawn_box: &DrawnBox, at: (f64, f64), out: (f64, f64)) -> (f64, f64) {
    let bottom = picture.top(drawn_box.corner.y + drawn_box.height) as f64;
    let right = ((drawn_box.corner.x + drawn_box.width) * COLUMN) as f64;
    if out.0.abs() > out.1.abs() {
        (if out.0 > 0.0 { right } else { (drawn_box.corner.x * COLUMN) as f64 }, at.1)
    } else {
        (at.0, if out.1 > 0.0 { bottom } else { picture.top(drawn_box.corner.y) as f64 })
    }
}

fn bend(path: &mut String, one: (f64, f64), corner: (f64, f64), next: (f64, f64)) {
    let (before, after) = (direction(one, corner), direction(corner, next));
    let length = |one: (f64, f64), other: (f64, f64)| (other.0 - one.0).abs() + (other.1 - one.1).abs();
    let radius = BEND.min(length(one, corner) / 2.0).min(length(corner, next) / 2.0);
    let (from, to) = (
        (corner.0 - before.0 * radius, corner.1 - before.1 * radius),
        (corner.0 + after.0 * radius, corner.1 + after.1 * radius),
    );
    let _ = write!(
        path,
        "L{} {}Q{} {} {} {}",
        number(from.0),
        number(from.1),
        number(corner.0),
        number(corner.1),
        number(to.0),
        number(to.1)
    );
}

/// The direction from one point to another: -1, 0 or 1 for each axis.
fn direction(one: (f64, f64), other: (f64, f64)) -> (f64, f64) {
    let sign = |length: f64| if length.abs() < f64::EPSILON { 0.0 } else { length.signum() };
    (sign(other.0 - one.0), sign(other.1 - one.1))
}

/// Formats a length with at most one decimal, so that equal lengths are always written the same.
pub(super) fn number(pixels: f64) -> String {
    let tenths = (pixels * 10.0).round() / 10.0;
    if tenths.fract().abs() < 0.05 { format!("{tenths:.0}") } else { format!("{tenths:.1}") }
}
