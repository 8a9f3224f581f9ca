//! Chooses the columns of all vertices: each vertex is as close to the column at which its arrows would be straight as
//! its neighbours in the layer allow.

use super::fit::GAP;
use super::layered::Layered;
use super::port::Ports;
use super::slots::Slots;

/// The number of passes that consider the links on one side only.
const PASSES: usize = 8;

/// The number of later passes, which consider the links on both sides.
const LAST_PASSES: usize = 4;

/// The weight of a straight link, by the number of its ends that are bends (Gansner and others 1993).
const WORTH: [usize; 3] = [1, 2, 8];

/// The weight with which a vertex stays in its column of an earlier drawing.
const KNOWN: usize = 1 << 24;

/// The input from which the columns are computed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given<'a> {
    pub(super) net: &'a Layered,
    /// The width of each vertex in columns.
    pub(super) widths: &'a Slots<usize>,
    pub(super) ports: &'a Ports,
    /// The maximum width of the drawing in columns; `None` for no maximum.
    pub(super) width: Option<usize>,
    /// The column of each vertex in an earlier drawing; `None` for a new vertex.
    pub(super) known: &'a Slots<Option<usize>>,
}

/// A column that a vertex should have, and the weight of this wish.
type Wish = (isize, usize);

/// Returns the first column of every vertex.
pub(super) fn columns(given: Given<'_>) -> Slots<usize> {
    let mut columns = Columns::packed(given);
    let layers = given.net.layers.len();
    if !columns.is_bound {
        for pass in 0..PASSES {
            match pass % 2 {
                0 => (1..layers).for_each(|at| columns.settle(at, true, false)),
                _ => (0..layers).rev().skip(1).for_each(|at| columns.settle(at, false, true)),
            }
        }
    }
    for pass in 0..LAST_PASSES {
        match pass % 2 {
            0 => (0..layers).for_each(|at| columns.settle(at, true, true)),
            _ => (0..layers).rev().for_each(|at| columns.settle(at, true, true)),
        }
    }
    columns.shifted()
}

struct Columns<'a> {
    given: Given<'a>,
    column: Slots<isize>,
    /// The links at the upper side of each vertex; in `below`, those at its lower side.
    above: Slots<Vec<usize>>,
    below: Slots<Vec<usize>>,
    is_bound: bool,
}

impl<'a> Columns<'a> {
    fn packed(given: Given<'a>) -> Self {
        let vertices = given.net.vertices();
        let mut columns = Self {
            given,
            column: Slots::new(vertices),
            above: Slots::new(vertices),
            below: Slots::new(vertices),
            is_bound: given.known.iter().any(Option::is_some),
        };
        for (at, link) in given.net.links.iter().enumerate() {
            columns.below[link.upper].push(at);
            columns.above[link.lower].push(at);
        }
        for layer in given.net.layers.iter() {
            for (vertex, offset) in columns.offsets(layer).0 {
                columns.column[vertex] = given.known[vertex].map_or(offset, usize::cast_signed);
            }
        }
        columns
    }

    /// The vertices of a layer with their columns when they are packed as closely as possible, and the total width.
    fn offsets(&self, layer: &[usize]) -> (Vec<(usize, isize)>, usize) {
        let net = self.given.net;
        let mut end = 0;
        let mut before: Option<usize> = None;
        let mut offsets = Vec::with_capacity(layer.len());
        for vertex in layer {
            let gap = before.map_or(0, |before| if net.is_bend(before) || net.is_bend(*vertex) { 1 } else { GAP });
            offsets.push((*vertex, (end + gap).cast_signed()));
            end += gap + self.given.widths[*vertex];
            before = Some(*vertex);
        }
        (offsets, end)
    }

    /// Moves the vertices of a layer to the columns with the lowest cost: a median regression that retains the order,
    /// by pooling neighbours that want to pass each other (Barlow and others 1972).
    fn settle(&mut self, at: usize, to_above: bool, to_below: bool) {
        let (offsets, taken) = self.offsets(&self.given.net.layers[at]);
        let mut pools: Vec<Pool> = Vec::with_capacity(offsets.len());
        for (vertex, offset) in &offsets {
            let mut pool = Pool::new(self.wishes(*vertex, to_above, to_below), *offset);
            while let Some(before) = pools.pop_if(|before| before.at > pool.at) {
                pool = before.with(pool);
            }
            pools.push(pool);
        }
        let most = self.given.width.map_or(isize::MAX, |width| width.saturating_sub(taken).cast_signed());
        let least = if self.is_bound || self.given.width.is_some() { 0 } else { isize::MIN };
        let placed = pools.iter().flat_map(|pool| std::iter::repeat_n(pool.at.min(most).max(least), pool.vertices));
        for ((vertex, offset), at) in offsets.iter().zip(placed) {
            self.column[*vertex] = at + offset;
        }
    }

    fn wishes(&self, vertex: usize, to_above: bool, to_below: bool) -> Vec<Wish> {
        if let Some(known) = self.given.known[vertex] {
            return vec![(known.cast_signed(), KNOWN)];
        }
        let Given { net, ports, .. } = self.given;
        let mut wishes = Vec::new();
        for at in self.above[vertex].iter().filter(|_| to_above) {
            let link = net.links[*at];
            let column = self.column[link.upper] + ports.upper[*at].cast_signed() - ports.lower[*at].cast_signed();
            wishes.push((column, self.worth(link.upper, vertex)));
        }
        for at in self.below[vertex].iter().filter(|_| to_below) {
            let link = net.links[*at];
            let column = self.column[link.lower] + ports.lower[*at].cast_signed() - ports.upper[*at].cast_signed();
            wishes.push((column, self.worth(link.lower, vertex)));
        }
        if wishes.is_empty() {
            wishes.push((self.column[vertex], 1));
        }
        wishes
    }

    fn worth(&self, one: usize, other: usize) -> usize {
        let bends = usize::from(self.given.net.is_bend(one)) + usize::from(self.given.net.is_bend(other));
        WORTH.get(bends).copied().unwrap_or_default()
    }

    /// The columns, moved so that the leftmost is 0; they are not moved if columns of an earlier drawing were given.
    fn shifted(self) -> Slots<usize> {
        let first = if self.is_bound { 0 } else { self.column.iter().min().copied().unwrap_or_default() };
        self.column.iter().map(|column| usize::try_from(column - first).unwrap_or_default()).collect()
    }
}

/// Neighbouring vertices that are packed as closely as possible, with the column that is best for all of them.
#[derive(Debug)]
struct Pool {
    wishes: Vec<Wish>,
    vertices: usize,
    at: isize,
}

impl Pool {
    fn new(mut wishes: Vec<Wish>, offset: isize) -> Self {
        for wish in &mut wishes {
            wish.0 -= offset;
        }
        wishes.sort_unstable();
        let at = middle(&wishes);
        Self { wishes, vertices: 1, at }
    }

    fn with(mut self, next: Self) -> Self {
        self.wishes.extend(next.wishes);
        self.wishes.sort_unstable();
        self.at = middle(&self.wishes);
        self.vertices += next.vertices;
        self
    }
}

/// The weighted median of sorted wishes.
fn middle(wishes: &[Wish]) -> isize {
    let all: usize = wishes.iter().map(|(_, weight)| weight).sum();
    let mut sum = 0;
    let reached = wishes.iter().find(|(_, weight)| {
        sum += weight;
        2 * sum >= all
    });
    reached.map_or(0, |(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_wishes_is_one_of_them() {
        for (wishes, wanted) in [
            (vec![], 0),
            (vec![(3, 1)], 3),
            (vec![(1, 1), (5, 1)], 1),
            (vec![(1, 1), (5, 2)], 5),
            (vec![(-4, 1), (0, 1), (90, 1)], 0),
        ] {
            assert_eq!(middle(&wishes), wanted, "{wishes:?}");
        }
    }

    #[test]
    fn those_who_want_to_pass_each_other_stand_close_around_their_middle() {
        let pool = Pool::new(vec![(10, 1)], 0).with(Pool::new(vec![(4, 2)], 3));
        assert_eq!((pool.at, pool.vertices), (1, 2));
    }
}
