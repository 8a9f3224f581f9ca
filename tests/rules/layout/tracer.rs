//! Reads a drawing as eyes do: from its characters alone, knowing nothing of how they came there.

use std::collections::{BTreeMap, BTreeSet};

use adjacent::layout::Script;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

type At = (usize, usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Down,
    Up,
    Left,
    Right,
}

/// What the characters of a script mean to whoever follows them.
struct Meaning {
    corners: [&'static str; 4],
    level_border: &'static str,
    ports: &'static str,
    upright: &'static str,
    level: &'static str,
    /// The same two in dots.
    dots: [&'static str; 2],
    /// For each turn: what becomes of going down, up, left and right.
    turns: Vec<(&'static str, [Option<Way>; 4])>,
    heads: Vec<(&'static str, Way)>,
    cut: &'static str,
}

fn meaning(script: Script) -> Meaning {
    use Way::{Down, Left, Right, Up};
    match script {
        Script::Lines => Meaning {
            corners: ["┌", "┐", "└", "┘"],
            level_border: "─┬┴",
            ports: "┬┴├",
            upright: "│",
            level: "─",
            dots: ["┆", "╌"],
            turns: vec![
                ("┘", [Some(Left), None, None, Some(Up)]),
                ("└", [Some(Right), None, Some(Up), None]),
                ("┐", [None, Some(Left), None, Some(Down)]),
                ("┌", [None, Some(Right), Some(Down), None]),
            ],
            heads: vec![("▼", Down), ("▲", Up), ("◄", Left), ("▽", Down), ("△", Up), ("◁", Left)],
            cut: "…",
        },
        Script::Ascii => Meaning {
            corners: ["#", "#", "#", "#"],
            level_border: "=o",
            ports: "o",
            upright: "|",
            level: "-",
            dots: [":", "."],
            turns: vec![
                ("/", [Some(Left), Some(Right), Some(Down), Some(Up)]),
                ("\\", [Some(Right), Some(Left), Some(Up), Some(Down)]),
            ],
            heads: vec![("v", Down), ("^", Up), ("<", Left)],
            cut: "~",
        },
    }
}

/// A box as it was found: its corners, and what is written in it.
#[derive(Debug)]
pub(crate) struct Found {
    upper_left: At,
    lower_right: At,
    pub(crate) label: String,
}

/// An arrow as it was followed: places of boxes, and its mark.
pub(crate) type Followed = (usize, usize, char);

pub(crate) struct Tracer {
    cells: Vec<Vec<String>>,
    meaning: Meaning,
}

impl Tracer {
    pub(crate) fn new(text: &str, script: Script) -> Self {
        let cells = text.lines().map(|line| {
            let mut row = Vec::new();
            for grapheme in line.graphemes(true) {
                row.push(grapheme.to_owned());
                row.extend((1..grapheme.width()).map(|_| String::new()));
            }
            row
        });
        Self { cells: cells.collect(), meaning: meaning(script) }
    }

    fn at(&self, (x, y): At) -> &str {
        self.cells.get(y).and_then(|row| row.get(x)).map_or(" ", String::as_str)
    }

    fn is(&self, at: At, set: &str) -> bool {
        let cell = self.at(at);
        !cell.is_empty() && set.contains(cell)
    }

    /// Every box, in reading order.
    pub(crate) fn boxes(&self) -> Vec<Found> {
        let rows = self.cells.iter().enumerate();
        rows.flat_map(|(y, row)| (0..row.len()).filter_map(move |x| self.box_at((x, y)))).collect()
    }

    fn box_at(&self, (left, top): At) -> Option<Found> {
        let [upper_left, upper_right, lower_left, lower_right] = self.meaning.corners;
        if self.at((left, top)) != upper_left {
            return None;
        }
        let border = self.meaning.level_border;
        let right = (left + 1..=self.cells[top].len()).find(|x| !self.is((*x, top), border))?;
        let bottom = (top + 1..=self.cells.len()).find(|y| self.at((left, *y)) != self.meaning.upright)?;
        let corners = self.at((right, top)) == upper_right
            && self.at((left, bottom)) == lower_left
            && self.at((right, bottom)) == lower_right;
        let closed = (left + 1..right).all(|x| self.is((x, bottom), border))
            && (top + 1..bottom)
                .all(|y| self.is((right, y), &format!("{}{}", self.meaning.upright, self.meaning.ports)));
        let label: String = (left + 1..right).map(|x| self.at((x, top + 1))).collect();
        let real = corners && closed && right > left + 1 && bottom > top + 1;
        real.then(|| Found { upper_left: (left, top), lower_right: (right, bottom), label: label.trim().to_owned() })
    }

    /// Every arrow, from every port of every box; nothing that looks like an arrow may be left over.
    pub(crate) fn arrows(&self, boxes: &[Found]) -> Vec<Followed> {
        let mut walked = BTreeSet::new();
        let mut arrows = Vec::new();
        for (from, found) in boxes.iter().enumerate() {
            for (port, way) in self.ports(found) {
                let (to, mark) = self.follow(port, way, boxes, &mut walked);
                arrows.push((from, to, mark));
            }
        }
        self.nothing_left(boxes, &walked);
        arrows.sort_unstable();
        arrows
    }

    fn ports(&self, found: &Found) -> Vec<(At, Way)> {
        let ((left, top), (right, bottom)) = (found.upper_left, found.lower_right);
        let is_port = |at: &(At, Way)| self.is(at.0, self.meaning.ports);
        let under = (left + 1..right).map(|x| ((x, bottom), Way::Down));
        let over = (left + 1..right).map(|x| ((x, top), Way::Up));
        let beside = (top + 1..bottom).map(|y| ((right, y), Way::Right));
        under.chain(over).chain(beside).filter(is_port).collect()
    }

    fn follow(&self, port: At, way: Way, boxes: &[Found], walked: &mut BTreeSet<At>) -> (usize, char) {
        let (mut at, mut way, mut mark) = (step(port, way), way, ' ');
        let mut styles = BTreeSet::new();
        let [upright_dots, level_dots] = self.meaning.dots;
        for _ in 0..1_000_000 {
            let cell = self.at(at);
            walked.insert(at);
            if let Some((_, head)) = self.meaning.heads.iter().find(|(head, _)| *head == cell) {
                assert_eq!(*head, way, "a head at {at:?} points elsewhere");
                let end = step(at, way);
                let to = boxes.iter().position(|found| is_on_border(found, end));
                assert!(styles.len() <= 1, "an arrow that ends at {at:?} is partly in dots");
                return (to.unwrap_or_else(|| panic!("the head at {at:?} points at no box")), mark);
            }
            let is_upright = matches!(way, Way::Down | Way::Up);
            let (straight, dots) =
                if is_upright { (self.meaning.upright, upright_dots) } else { (self.meaning.level, level_dots) };
            if let Some((_, turns)) = self.meaning.turns.iter().find(|(turn, _)| *turn == cell) {
                way = turns[way as usize].unwrap_or_else(|| panic!("no way on at {at:?} going {way:?}"));
            } else if cell == straight || cell == dots {
                styles.insert(cell == dots);
            } else if !is_upright && (cell == self.meaning.upright || cell == upright_dots) {
                // Straight on; a level way passes below an upright one.
            } else if "+-?*23456789".contains(cell) {
                assert_eq!(mark, ' ', "two marks at {at:?}");
                mark = cell.chars().next().unwrap();
            } else {
                panic!("the way from {port:?} ends at {at:?} in {cell:?}");
            }
            at = step(at, way);
        }
        panic!("the way from {port:?} never ends");
    }

    fn nothing_left(&self, boxes: &[Found], walked: &BTreeSet<At>) {
        for (y, row) in self.cells.iter().enumerate() {
            for (x, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
                let inside = boxes.iter().any(|found| {
                    (found.upper_left.0..=found.lower_right.0).contains(&x)
                        && (found.upper_left.1..=found.lower_right.1).contains(&y)
                });
                assert!(inside || walked.contains(&(x, y)), "{cell:?} at {:?} belongs to nothing", (x, y));
            }
        }
    }

    /// Whether what is written in a box is this label: all of it, or its beginning with the mark of a cut.
    pub(crate) fn says(&self, found: &Found, label: &str) -> bool {
        match found.label.strip_suffix(self.meaning.cut) {
            Some(beginning) => label.starts_with(beginning) && beginning != label,
            None => found.label == label,
        }
    }
}

fn step((x, y): At, way: Way) -> At {
    match way {
        Way::Down => (x, y + 1),
        Way::Up => (x, y.wrapping_sub(1)),
        Way::Left => (x.wrapping_sub(1), y),
        Way::Right => (x + 1, y),
    }
}

fn is_on_border(found: &Found, (x, y): At) -> bool {
    let ((left, top), (right, bottom)) = (found.upper_left, found.lower_right);
    let level = (y == top || y == bottom) && (left..=right).contains(&x);
    level || ((x == left || x == right) && (top..=bottom).contains(&y))
}

/// How often each arrow was found, by names.
pub(crate) fn counted(
    arrows: impl IntoIterator<Item = (String, String, char)>,
) -> BTreeMap<(String, String, char), usize> {
    let mut counted = BTreeMap::new();
    for arrow in arrows {
        *counted.entry(arrow).or_default() += 1;
    }
    counted
}
