use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::record::Sign;

use super::{Arrow, Graph, GroupName, Key, ThingGroups};

/// What stands where the row of one thing crosses the column of another: all arrows from the first to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatrixCell {
    /// More leads to more.
    More,
    /// More leads to less.
    Less,
    /// One arrow raises and another lowers.
    Both,
    /// People disagree about one of the arrows.
    Disputed,
    /// Nobody said which direction, or the relation has none.
    Unsigned,
}

/// The order of the things of a matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MatrixOrder {
    /// Group by group, the largest first; inside a group the busiest first.
    #[default]
    Groups,
    /// By name.
    Name,
    /// The busiest first.
    Busy,
}

/// The arrows of a map as a table: the row of a thing says what it leads to, its column what leads to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignedMatrix {
    /// The things, in their order.
    pub things: Vec<Key>,
    /// The number of the group of each thing, in the order of `things`; `None` for a thing in no group.
    pub groups: Vec<Option<usize>>,
    /// The names of the groups, by their numbers.
    pub names: Vec<GroupName>,
    /// The cells that are not empty, by row and column.
    pub cells: BTreeMap<(usize, usize), MatrixCell>,
    /// The number of arrows in the cells.
    pub arrows: usize,
    /// Whether the things stand group by group.
    pub in_blocks: bool,
    /// Whether only effects are shown.
    pub effects_only: bool,
    /// The number of things with such arrows for which there is no room.
    pub cut: usize,
    /// The number of things without such arrows, which are left out.
    pub idle: usize,
}

impl MatrixCell {
    /// Every cell, in the order of the legend.
    pub const ALL: [MatrixCell; 5] =
        [MatrixCell::More, MatrixCell::Less, MatrixCell::Disputed, MatrixCell::Unsigned, MatrixCell::Both];

    /// Returns the character that stands for it; an empty cell is `·`.
    pub const fn glyph(self) -> char {
        match self {
            MatrixCell::More => '+',
            MatrixCell::Less => '-',
            MatrixCell::Both => '±',
            MatrixCell::Disputed => '?',
            MatrixCell::Unsigned => 'o',
        }
    }

    /// Returns what it says.
    pub const fn words(self) -> &'static str {
        match self {
            MatrixCell::More => "more",
            MatrixCell::Less => "less",
            MatrixCell::Both => "more by one arrow, less by another",
            MatrixCell::Disputed => "they disagree",
            MatrixCell::Unsigned => "joined, which direction is not said",
        }
    }

    fn of(arrow: &Arrow) -> Self {
        match arrow.effect() {
            _ if arrow.is_disputed() => MatrixCell::Disputed,
            Sign::Plus => MatrixCell::More,
            Sign::Minus => MatrixCell::Less,
            Sign::Unknown | Sign::NoEffect => MatrixCell::Unsigned,
        }
    }

    /// Returns what two arrows say together: a dispute before anything else, a sign before none.
    fn with(self, other: Self) -> Self {
        match (self, other) {
            (MatrixCell::Disputed, _) | (_, MatrixCell::Disputed) => MatrixCell::Disputed,
            (MatrixCell::Unsigned, sign) | (sign, MatrixCell::Unsigned) => sign,
            (one, other) if one == other => one,
            _ => MatrixCell::Both,
        }
    }
}

impl MatrixOrder {
    /// Every order.
    pub const ALL: [MatrixOrder; 3] = [MatrixOrder::Groups, MatrixOrder::Name, MatrixOrder::Busy];

    /// Returns its name.
    pub const fn name(self) -> &'static str {
        match self {
            MatrixOrder::Groups => "groups",
            MatrixOrder::Name => "name",
            MatrixOrder::Busy => "busy",
        }
    }

    /// Returns it in words: "in order of ...".
    pub const fn words(self) -> &'static str {
        match self {
            MatrixOrder::Groups => "groups",
            MatrixOrder::Name => "names",
            MatrixOrder::Busy => "how many arrows they have",
        }
    }

    /// Returns the next order; the last is followed by the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            MatrixOrder::Groups => MatrixOrder::Name,
            MatrixOrder::Name => MatrixOrder::Busy,
            MatrixOrder::Busy => MatrixOrder::Groups,
        }
    }
}

impl SignedMatrix {
    /// Builds the matrix of the effects of a map, or of all its arrows if `all` says so or no arrow is an effect. Of more than
    /// `most` things, the busiest are shown.
    pub fn of(graph: &Graph, order: MatrixOrder, all: bool, most: usize) -> Self {
        Self::of_groups(graph, &ThingGroups::of(graph), (order, all, most))
    }

    /// Builds it as [`of`](Self::of) does, with the groups of the map, which take the longest to find.
    pub fn of_groups(graph: &Graph, groups: &ThingGroups, (order, all, most): (MatrixOrder, bool, usize)) -> Self {
        let effects_only = !all && graph.links().any(|link| link.arrow.is_effect());
        let links = || graph.links().filter(|link| link.arrow.is_effect() || !effects_only);
        let mut busy: BTreeMap<&Key, usize> = BTreeMap::new();
        for end in links().flat_map(|link| [&link.from.key, &link.to.key]) {
            *busy.entry(end).or_default() += 1;
        }
        let mut things: Vec<(&Key, usize)> = busy.into_iter().collect();
        let (idle, cut) = (graph.inner().node_count() - things.len(), things.len().saturating_sub(most));
        things.sort_by_key(|(key, arrows)| (Reverse(*arrows), *key));
        things.truncate(most);
        let names = groups.groups.iter().map(|group| group.name.clone()).collect();
        let numbers = groups.numbers();
        match order {
            MatrixOrder::Busy => {}
            MatrixOrder::Name => things.sort_by_key(|(key, _)| *key),
            // A thing in no group comes last.
            MatrixOrder::Groups => things.sort_by_key(|(key, _)| numbers.get(key).copied().unwrap_or(usize::MAX)),
        }
        let places: BTreeMap<&Key, usize> = things.iter().enumerate().map(|(at, (key, _))| (*key, at)).collect();
        let mut cells: BTreeMap<(usize, usize), MatrixCell> = BTreeMap::new();
        let mut arrows = 0;
        for link in links() {
            let Some((from, to)) = places.get(&link.from.key).zip(places.get(&link.to.key)) else { continue };
            arrows += 1;
            let says = MatrixCell::of(link.arrow);
            cells.entry((*from, *to)).and_modify(|cell| *cell = cell.with(says)).or_insert(says);
        }
        let groups = things.iter().map(|(key, _)| numbers.get(key).copied()).collect();
        let things = things.into_iter().map(|(key, _)| key.clone()).collect();
        let in_blocks = order == MatrixOrder::Groups;
        Self { things, groups, names, cells, arrows, in_blocks, effects_only, cut, idle }
    }

    /// Returns the cell in a row and a column; `None` if no arrow leads from the one to the other.
    pub fn cell(&self, row: usize, column: usize) -> Option<MatrixCell> {
        self.cells.get(&(row, column)).copied()
    }

    /// Returns the name of the group of the thing in a row; `None` for a thing in no group.
    pub fn group_name(&self, row: usize) -> Option<&GroupName> {
        self.names.get(self.groups.get(row).copied().flatten()?)
    }

    /// Whether a new block begins with this row or column: it is in another group than the one before it.
    pub fn begins_block(&self, at: usize) -> bool {
        at > 0 && self.groups.get(at) != self.groups.get(at - 1)
    }
}
