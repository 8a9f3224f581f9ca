use super::slots::Slots;

/// The part of an arrow between two neighbouring layers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LayerLink {
    pub(super) upper: usize,
    pub(super) lower: usize,
    pub(super) edge: usize,
}

/// Nodes and arrows in layers. An arrow that passes layers has a bend in each of them; the bends divide it into links.
///
/// The vertices are the nodes, in their order, followed by the bends.
#[derive(Clone, Debug)]
pub(super) struct Layered {
    pub(super) nodes: usize,
    pub(super) rank: Slots<usize>,
    /// The vertices of each layer, from left to right.
    pub(super) layers: Slots<Vec<usize>>,
    pub(super) links: Slots<LayerLink>,
    /// For each vertex, the vertices in the layer above that it is linked to; in `below`, those in the layer below.
    pub(super) above: Slots<Vec<usize>>,
    pub(super) below: Slots<Vec<usize>>,
    /// The vertices of each arrow, from the top down; empty for an arrow from a node to itself.
    pub(super) chains: Slots<Vec<usize>>,
}

impl Layered {
    /// Puts every vertex into its layer. The two ends of an arrow must be in different layers, unless they are the same
    /// node.
    pub(super) fn new(rank: &Slots<usize>, ends: &[(usize, usize)]) -> Self {
        let nodes = rank.len();
        let mut layered = Self {
            nodes,
            rank: rank.clone(),
            layers: Slots::new(rank.iter().max().map_or(0, |last| last + 1)),
            links: Slots::default(),
            above: Slots::new(nodes),
            below: Slots::new(nodes),
            chains: Slots::new(ends.len()),
        };
        for (node, rank) in rank.iter().enumerate() {
            layered.layers[*rank].push(node);
        }
        for (edge, (from, to)) in ends.iter().enumerate().filter(|(_, (from, to))| from != to) {
            let down = rank[*from] < rank[*to];
            layered.chain(edge, if down { (*from, *to) } else { (*to, *from) });
        }
        layered
    }

    fn chain(&mut self, edge: usize, (top, bottom): (usize, usize)) {
        let mut chain = vec![top];
        for rank in self.rank[top] + 1..self.rank[bottom] {
            let bend = self.rank.push(rank);
            self.above.push(Vec::new());
            self.below.push(Vec::new());
            self.layers[rank].push(bend);
            chain.push(bend);
        }
        chain.push(bottom);
        for (upper, lower) in chain.iter().copied().zip(chain.iter().copied().skip(1)) {
            self.below[upper].push(lower);
            self.above[lower].push(upper);
            self.links.push(LayerLink { upper, lower, edge });
        }
        self.chains[edge] = chain;
    }

    pub(super) fn vertices(&self) -> usize {
        self.rank.len()
    }

    pub(super) const fn is_bend(&self, vertex: usize) -> bool {
        vertex >= self.nodes
    }

    /// The connected parts, each as its vertices in order; the parts are in the order of their first nodes.
    pub(super) fn parts(&self) -> Vec<Vec<usize>> {
        let mut seen = Slots::filled(false, self.vertices());
        let mut parts = Vec::new();
        for start in 0..self.nodes {
            let mut part = Vec::new();
            let mut open = vec![start];
            while let Some(vertex) = open.pop() {
                if !std::mem::replace(&mut seen[vertex], true) {
                    part.push(vertex);
                    open.extend(self.above[vertex].iter().chain(&self.below[vertex]));
                }
            }
            if !part.is_empty() {
                part.sort_unstable();
                parts.push(part);
            }
        }
        parts
    }
}
