use crate::layout::slots::Slots;

/// The spanning trees of all connected parts, made of arrows that are exactly one layer long.
///
/// Replacing a tree arrow separates a subtree. The gain is the number of arrows that leave the subtree, minus the
/// number of those that enter it; one pass over the tree computes the gain of every tree arrow.
#[derive(Debug)]
pub(super) struct Forest {
    /// The tree arrows that begin or end at each node.
    tree: Slots<Vec<usize>>,
    /// The tree arrow between each node and its parent; `None` for a root.
    above: Slots<Option<usize>>,
    /// For each node, its position in `walk` and that of the last node of its subtree.
    spans: Slots<(usize, usize)>,
    /// For each node, the number of arrows that leave its subtree, minus the number of those that enter it.
    surplus: Slots<isize>,
    /// The nodes, parents before children.
    walk: Vec<usize>,
    parts: Slots<usize>,
    around: Slots<Vec<usize>>,
    from: usize,
}

/// An exchange of a tree arrow: the root of the subtree that moves, the arrow that enters the tree, and the number of
/// layers by which the subtree moves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exchange {
    child: usize,
    enters: usize,
    by: isize,
}

fn slack(layer: &Slots<isize>, (from, to): (usize, usize)) -> isize {
    layer[to] - layer[from] - 1
}

impl Forest {
    /// Grows a tree in every connected part. When no arrow from the tree to another node is one layer long, all nodes
    /// of the tree move until one is.
    pub(super) fn tight(layer: &mut Slots<isize>, ends: &[(usize, usize)]) -> Self {
        let nodes = layer.len();
        let mut forest = Self {
            tree: Slots::new(nodes),
            above: Slots::new(nodes),
            spans: Slots::new(nodes),
            surplus: Slots::new(nodes),
            walk: Vec::new(),
            parts: Slots::filled(usize::MAX, nodes),
            around: Slots::new(nodes),
            from: 0,
        };
        for (at, (from, to)) in ends.iter().enumerate() {
            forest.around[*from].push(at);
            forest.around[*to].push(at);
        }
        for root in 0..nodes {
            if forest.parts[root] == usize::MAX {
                forest.grow(layer, ends, root);
            }
        }
        forest.number(ends);
        forest
    }

    /// For each node, the first node of its connected part.
    pub(super) const fn parts(&self) -> &Slots<usize> {
        &self.parts
    }

    fn grow(&mut self, layer: &mut Slots<isize>, ends: &[(usize, usize)], root: usize) {
        self.parts[root] = root;
        let mut grown = vec![root];
        let mut rim: Vec<usize> = self.around[root].clone();
        loop {
            let outside = |forest: &Self, at: &usize| {
                ends.get(*at).is_some_and(|(from, to)| forest.parts[*from] != root || forest.parts[*to] != root)
            };
            rim.retain(|at| outside(self, at));
            let end = |at: &usize| ends.get(*at).copied().unwrap_or_default();
            let Some(next) = rim.iter().copied().min_by_key(|at| slack(layer, end(at))) else { return };
            let (from, to) = end(&next);
            let gap = slack(layer, (from, to));
            let (new, by) = if self.parts[from] == root { (to, gap) } else { (from, -gap) };
            if by != 0 {
                for node in &grown {
                    layer[*node] += by;
                }
            }
            self.parts[new] = root;
            self.tree[from].push(next);
            self.tree[to].push(next);
            grown.push(new);
            rim.extend(&self.around[new]);
        }
    }

    /// Numbers the nodes in depth-first order of the trees.
    fn number(&mut self, ends: &[(usize, usize)]) {
        self.walk.clear();
        let mut open = Vec::new();
        for root in 0..self.parts.len() {
            if self.parts[root] != root {
                continue;
            }
            self.above[root] = None;
            open.push(root);
            while let Some(node) = open.pop() {
                self.spans[node] = (self.walk.len(), self.walk.len());
                self.walk.push(node);
                self.surplus[node] = 0;
                for at in &self.tree[node] {
                    let Some((from, to)) = ends.get(*at) else { continue };
                    if self.above[node] != Some(*at) {
                        let child = if *from == node { *to } else { *from };
                        self.above[child] = Some(*at);
                        open.push(child);
                    }
                }
            }
        }
        for (from, to) in ends {
            self.surplus[*from] += 1;
            self.surplus[*to] -= 1;
        }
        for node in self.walk.iter().rev() {
            let Some((from, to)) = self.above[*node].and_then(|at| ends.get(at)) else { continue };
            let parent = if from == node { *to } else { *from };
            let (surplus, last) = (self.surplus[*node], self.spans[*node].1);
            self.surplus[parent] += surplus;
            self.spans[parent].1 = self.spans[parent].1.max(last);
        }
    }

    fn is_below(&self, child: usize, node: usize) -> bool {
        let (first, last) = self.spans[child];
        (first..=last).contains(&self.spans[node].0)
    }

    /// A tree arrow whose replacement shortens the total length, and the exchange that replaces it; `None` if no
    /// exchange does.
    pub(super) fn improvement(&mut self, layer: &Slots<isize>, ends: &[(usize, usize)]) -> Option<(usize, Exchange)> {
        let nodes = self.above.len();
        for step in 0..nodes {
            let child = (self.from + step) % nodes;
            let Some(old) = self.above[child] else { continue };
            let Some((from, _)) = ends.get(old) else { continue };
            let leads_up = *from == child;
            let worth = if leads_up { self.surplus[child] } else { -self.surplus[child] };
            if worth >= 0 {
                continue;
            }
            self.from = child + 1;
            let enters = self.entering(layer, ends, child, leads_up)?;
            let gap = ends.get(enters).map_or(0, |end| slack(layer, *end));
            return Some((old, Exchange { child, enters, by: if leads_up { -gap } else { gap } }));
        }
        None
    }

    /// The shortest arrow between the subtree of `child` and the rest that leads in the opposite direction of the tree
    /// arrow to be replaced.
    fn entering(&self, layer: &Slots<isize>, ends: &[(usize, usize)], child: usize, leads_up: bool) -> Option<usize> {
        let (first, last) = self.spans[child];
        let below = self.walk.get(first..=last).unwrap_or_default();
        let at_cut = below.iter().flat_map(|node| self.around[*node].iter().map(move |at| (*node, *at)));
        let crossing_back = at_cut.filter_map(|(node, at)| {
            let (from, to) = *ends.get(at)?;
            let (inside, outside) = if leads_up { (to, from) } else { (from, to) };
            (inside == node && !self.is_below(child, outside)).then(|| (slack(layer, (from, to)), at))
        });
        crossing_back.min().map(|(_, at)| at)
    }

    /// Moves the subtree so that the entering arrow is one layer long, and replaces the old arrow with it.
    pub(super) fn exchange(
        &mut self,
        layer: &mut Slots<isize>,
        ends: &[(usize, usize)],
        old: usize,
        exchange: Exchange,
    ) {
        let (first, last) = self.spans[exchange.child];
        for node in self.walk.get(first..=last).unwrap_or_default() {
            layer[*node] += exchange.by;
        }
        for (edge, is_new) in [(old, false), (exchange.enters, true)] {
            let Some((from, to)) = ends.get(edge) else { continue };
            for node in [*from, *to] {
                self.tree[node].retain(|at| *at != edge);
                if is_new {
                    self.tree[node].push(edge);
                }
            }
        }
        self.number(ends);
    }
}
