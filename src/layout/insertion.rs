use super::fit::GAP;
use super::sized::NodePair;
use super::slots::Slots;

/// The layers after new nodes were inserted; known nodes have stayed in theirs.
#[derive(Debug)]
pub(super) struct StableLayers {
    /// The layer of every node.
    pub(super) layers: Slots<usize>,
    /// For each layer, its number in the earlier drawing; `None` for a new layer.
    pub(super) earlier: Vec<Option<usize>>,
}

/// The insertion of new nodes into layers.
pub(super) struct NodeInsertion<'a> {
    ends: &'a [NodePair],
    spans: Slots<usize>,
    width: Option<usize>,
    layer: Slots<Option<usize>>,
    earlier: Vec<Option<usize>>,
}

impl<'a> NodeInsertion<'a> {
    /// Prepares the insertion. `layer` holds the layer of every known node, `depth` is the number of layers in the
    /// earlier drawing, and `spans` holds the width of each node in columns.
    pub(super) fn new(
        ends: &'a [NodePair],
        spans: Slots<usize>,
        width: Option<usize>,
        layer: Slots<Option<usize>>,
        depth: usize,
    ) -> Self {
        Self { ends, spans, width, layer, earlier: (0..depth).map(Some).collect() }
    }

    /// Assigns a layer to every new node.
    pub(super) fn layers(mut self) -> StableLayers {
        self.part_neighbours();
        while let Some(node) = self.next() {
            self.add(node);
        }
        self.closed_up()
    }

    /// Where a new arrow leads from one node of a layer to another, moves the end of the arrow down, into a new layer.
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

    /// Inserts an empty layer with this number; the layer that had it and those below move down by one.
    fn open(&mut self, at: usize) {
        self.earlier.insert(at.min(self.earlier.len()), None);
        for layer in self.layer.iter_mut().flatten().filter(|layer| **layer >= at) {
            *layer += 1;
        }
    }

    /// The next node to insert: the first new node with a neighbour that has a layer, else the first new node.
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

    /// Removes the empty layers and returns the others.
    fn closed_up(self) -> StableLayers {
        let mut number: Slots<usize> = Slots::new(self.earlier.len());
        let mut earlier = Vec::new();
        for (at, before) in self.earlier.iter().enumerate() {
            number[at] = earlier.len();
            if self.layer.iter().any(|layer| *layer == Some(at)) {
                earlier.push(*before);
            }
        }
        let layers = self.layer.iter().map(|layer| layer.map_or(0, |layer| number[layer])).collect();
        StableLayers { layers, earlier }
    }
}
