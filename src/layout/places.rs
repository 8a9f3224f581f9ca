use std::collections::BTreeMap;

use super::drawing::SizedSketch;
use super::fit::GAP;
use super::layered::Layered;
use super::slots::Slots;
use super::{Drawing, DrawnBox};

/// Where everything was in an earlier drawing, so that nothing jumps when one thing is added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriorLayout {
    pub(super) label: usize,
    nodes: BTreeMap<String, Place>,
    /// Layers and columns of the bends, by the ids of both ends and the number among arrows between the same two.
    bends: BTreeMap<(String, String, usize), Vec<(usize, usize)>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    layer: usize,
    column: usize,
    width: usize,
}

/// Layers in which what is known has stayed, and where the earlier ones are now.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) layers: Slots<usize>,
    /// The earlier number of each layer; none for a new one.
    earlier: Vec<Option<usize>>,
}

impl PriorLayout {
    pub(super) fn of(drawing: &Drawing) -> Self {
        let place =
            |drawn_box: &DrawnBox| Place { layer: drawn_box.layer, column: drawn_box.corner.x, width: drawn_box.width };
        let mut bends = BTreeMap::new();
        for path in &drawing.paths {
            let (Some(from), Some(to)) = (drawing.boxes.get(path.from), drawing.boxes.get(path.to)) else {
                continue;
            };
            let same = drawing.paths.iter().take(path.edge);
            let number = same.filter(|other| other.from == path.from && other.to == path.to).count();
            bends.insert((from.id.clone(), to.id.clone(), number), path.bends.clone());
        }
        Self {
            label: drawing.label,
            nodes: drawing.boxes.iter().map(|drawn_box| (drawn_box.id.clone(), place(drawn_box))).collect(),
            bends,
        }
    }

    /// Whether a node was in that drawing.
    pub fn knows(&self, id: &str) -> bool {
        self.nodes.contains_key(id)
    }

    /// Lets known box_widths be as wide as they were.
    pub(super) fn keep_widths(&self, sized: &mut SizedSketch<'_>) {
        for ((id, _), columns) in sized.sketch.nodes().zip(sized.box_widths.iter_mut()) {
            *columns = self.nodes.get(id).map_or(*columns, |place| place.width.max(*columns));
        }
    }

    /// Layers for all nodes: known ones stay, new ones come between, in a layer of their own if there is no other.
    pub(super) fn layers(&self, sized: &SizedSketch<'_>, width: Option<usize>) -> Kept {
        let known: Vec<Option<usize>> =
            sized.sketch.nodes().map(|(id, _)| self.nodes.get(id).map(|place| place.layer)).collect();
        let depth = self.nodes.values().map(|place| place.layer + 1).max().unwrap_or_default();
        let mut growing = Growing {
            ends: &sized.ends,
            spans: sized.spans(),
            width,
            layer: known.into(),
            earlier: (0..depth).map(Some).collect(),
        };
        growing.part_neighbours();
        while let Some(node) = growing.next() {
            growing.add(node);
        }
        growing.closed_up()
    }

    /// Columns that are known, by vertex.
    pub(super) fn columns(&self, sized: &SizedSketch<'_>, kept: &Kept, net: &Layered) -> Slots<Option<usize>> {
        let mut columns: Slots<Option<usize>> =
            sized.sketch.nodes().map(|(id, _)| self.nodes.get(id).map(|place| place.column)).collect();
        let mut seen: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let ids: Vec<&str> = sized.sketch.nodes().map(|(id, _)| id).collect();
        for (edge, (from, to)) in sized.ends.iter().enumerate() {
            let number = seen.entry((*from, *to)).or_default();
            let id = |at: usize| ids.get(at).copied().unwrap_or_default().to_owned();
            let bends = self.bends.get(&(id(*from), id(*to), *number));
            *number += 1;
            for vertex in net.chains[edge].iter().filter(|vertex| net.is_bend(**vertex)) {
                let earlier = kept.earlier.get(net.rank[*vertex]).copied().flatten();
                let bend = bends.into_iter().flatten().find(|(layer, _)| Some(*layer) == earlier);
                while columns.len() <= *vertex {
                    columns.push(None);
                }
                columns[*vertex] = bend.map(|(_, column)| *column);
            }
        }
        columns
    }
}

/// Layers while new nodes are added.
struct Growing<'a> {
    ends: &'a [(usize, usize)],
    spans: Slots<usize>,
    width: Option<usize>,
    layer: Slots<Option<usize>>,
    earlier: Vec<Option<usize>>,
}

impl Growing<'_> {
    /// Lets the end of a new arrow between two of one layer go down to a layer of its own.
    fn part_neighbours(&mut self) {
        for (from, to) in self.ends.iter().filter(|(from, to)| from != to) {
            if let (Some(one), Some(other)) = (self.layer[*from], self.layer[*to])
                && one == other
            {
                self.open(one + 1);
                self.layer[*to] = Some(one + 1);
            }
        }
    }

    /// A new layer at this number; those from there on move down.
    fn open(&mut self, at: usize) {
        self.earlier.insert(at.min(self.earlier.len()), None);
        for layer in self.layer.iter_mut().flatten().filter(|layer| **layer >= at) {
            *layer += 1;
        }
    }

    /// The first new node with a neighbour that has its layer, else the first new node.
    fn next(&self) -> Option<usize> {
        let is_new = |node: usize| self.layer[node].is_none();
        let beside = self.ends.iter().filter_map(|(from, to)| match (is_new(*from), is_new(*to)) {
            (true, false) => Some(*from),
            (false, true) => Some(*to),
            _ => None,
        });
        beside.min().or_else(|| (0..self.layer.len()).find(|node| is_new(*node)))
    }

    fn add(&mut self, node: usize) {
        let above = self.ends.iter().filter(|(from, to)| *to == node && *from != node);
        let below = self.ends.iter().filter(|(from, to)| *from == node && *to != node);
        let after = above.clone().filter_map(|(from, _)| self.layer[*from]).max().map(|layer| layer + 1);
        let before = below.clone().filter_map(|(_, to)| self.layer[*to]).min();
        let at = match (after, before) {
            (Some(after), _) => after,
            (None, Some(before)) => before.saturating_sub(1),
            (None, None) => self.emptiest(),
        };
        let stands_there = above.map(|(from, _)| from).chain(below.map(|(_, to)| to));
        let is_beside = stands_there.into_iter().any(|other| self.layer[*other] == Some(at));
        if is_beside || at >= self.earlier.len() || !self.has_room(at, node) {
            self.open(at);
        }
        self.layer[node] = Some(at);
    }

    fn taken(&self, at: usize) -> usize {
        let there = self.layer.iter().zip(self.spans.iter()).filter(|(layer, _)| **layer == Some(at));
        there.map(|(_, span)| span + GAP).sum()
    }

    fn has_room(&self, at: usize, node: usize) -> bool {
        self.width.is_none_or(|width| self.taken(at) + self.spans[node] <= width)
    }

    fn emptiest(&self) -> usize {
        (0..self.earlier.len()).min_by_key(|at| self.taken(*at)).unwrap_or_default()
    }

    /// The layers without those in which nobody stands any more.
    fn closed_up(self) -> Kept {
        let mut number: Slots<usize> = Slots::new(self.earlier.len());
        let mut earlier = Vec::new();
        for (at, before) in self.earlier.iter().enumerate() {
            number[at] = earlier.len();
            if self.layer.iter().any(|layer| *layer == Some(at)) {
                earlier.push(*before);
            }
        }
        let layers = self.layer.iter().map(|layer| layer.map_or(0, |layer| number[layer])).collect();
        Kept { layers, earlier }
    }
}
