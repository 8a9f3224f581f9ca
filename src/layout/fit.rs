use super::layered::Layered;
use super::slots::Slots;

/// The columns between two boxes, and between a box and a passing arrow.
pub(super) const GAP: usize = 2;

/// The columns that an arrow takes in a layer that it passes, with the gap beside it.
pub(super) const PASSING: usize = 2;

/// The shares of the width, in percent, that passing arrows may fill at most; each share is tried.
const SHARES: [usize; 5] = [70, 55, 40, 30, 20];

/// Returns layers that stay within a width where possible, and whether they do.
///
/// Returns the layers `wanted` if they fit; otherwise, of the arrangements that fit, the one with the fewest layers. If
/// no arrangement fits, returns the narrowest that was found.
pub(super) fn narrowed(
    wanted: &Slots<usize>,
    ends: &[(usize, usize)],
    boxes: &Slots<usize>,
    width: usize,
) -> (Slots<usize>, bool) {
    if measured(wanted, ends, boxes).widest <= width {
        return (wanted.clone(), true);
    }
    let tries = SHARES.iter().map(|share| {
        let layers = Filling::new(wanted, ends, boxes, width, width * share / 100).layers();
        (measured(&layers, ends, boxes), layers)
    });
    let best = tries.min_by_key(|(size, _)| (size.widest.max(width), size.depth, size.bends));
    best.map_or_else(|| (wanted.clone(), false), |(size, layers)| (layers, size.widest <= width))
}

struct Size {
    /// The width of the widest layer in columns.
    widest: usize,
    depth: usize,
    bends: usize,
}

fn measured(layers: &Slots<usize>, ends: &[(usize, usize)], boxes: &Slots<usize>) -> Size {
    let layered = Layered::new(layers, ends);
    let taken = |vertex: &usize| if layered.is_bend(*vertex) { PASSING } else { boxes[*vertex] + GAP };
    let widths = layered.layers.iter().map(|layer| layer.iter().map(taken).sum::<usize>());
    Size {
        widest: widths.max().unwrap_or_default().saturating_sub(GAP),
        depth: layered.layers.len(),
        bends: layered.vertices() - layered.nodes,
    }
}

/// Fills layers from the top, first with the nodes at which more arrows end than begin.
struct Filling<'a> {
    wanted: &'a Slots<usize>,
    boxes: &'a Slots<usize>,
    out: Slots<Vec<usize>>,
    into: Slots<usize>,
    /// For each node, the number of arrows that lead to it from nodes without a layer.
    waiting: Slots<usize>,
    layer: Slots<usize>,
    ready: Vec<usize>,
    /// The number of filled columns of each layer.
    filled: Vec<usize>,
    /// The number of columns for arrows whose start has a layer and whose end has none.
    open: usize,
    width: usize,
    most_open: usize,
}

impl<'a> Filling<'a> {
    fn new(
        wanted: &'a Slots<usize>,
        ends: &[(usize, usize)],
        boxes: &'a Slots<usize>,
        width: usize,
        most_open: usize,
    ) -> Self {
        let nodes = wanted.len();
        let mut out: Slots<Vec<usize>> = Slots::new(nodes);
        let mut into: Slots<usize> = Slots::new(nodes);
        for (from, to) in ends.iter().filter(|(from, to)| from != to) {
            out[*from].push(*to);
            into[*to] += 1;
        }
        let ready = (0..nodes).filter(|node| into[*node] == 0 && !out[*node].is_empty()).collect();
        Self {
            wanted,
            boxes,
            waiting: into.clone(),
            out,
            into,
            layer: Slots::new(nodes),
            ready,
            filled: Vec::new(),
            open: 0,
            width: width + GAP,
            most_open,
        }
    }

    fn layers(mut self) -> Slots<usize> {
        let is_alone = |node: &usize| self.into[*node] == 0 && self.out[*node].is_empty();
        let alone: Vec<usize> = (0..self.layer.len()).filter(is_alone).collect();
        while !self.ready.is_empty() {
            self.fill();
        }
        for node in alone {
            self.place_alone(node);
        }
        self.layer
    }

    /// Fills the next layer with at least one of the nodes to which no arrow leads from a node without a layer.
    fn fill(&mut self) {
        let at = self.filled.len();
        let mut used = self.open;
        let mut placed = Vec::new();
        let mut ready = std::mem::take(&mut self.ready);
        ready.sort_by_key(|node| {
            (self.begins(*node).cast_signed() - self.ends(*node).cast_signed(), self.wanted[*node], *node)
        });
        for node in ready {
            let (begins, ends) = (self.begins(node), self.ends(node));
            let filled = (used + self.boxes[node] + GAP).saturating_sub(ends);
            let open = (self.open + begins).saturating_sub(ends);
            let fits = filled <= self.width && (begins <= ends || open <= self.most_open);
            if fits || placed.is_empty() {
                (used, self.open, self.layer[node]) = (filled, open, at);
                placed.push(node);
            } else {
                self.ready.push(node);
            }
        }
        for to in placed.into_iter().flat_map(|node| std::mem::take(&mut self.out[node])) {
            self.waiting[to] -= 1;
            if self.waiting[to] == 0 {
                self.ready.push(to);
            }
        }
        self.filled.push(used);
    }

    /// The number of columns for the arrows that begin at a node.
    fn begins(&self, node: usize) -> usize {
        PASSING * self.out[node].len()
    }

    /// The number of columns for the arrows that end at a node.
    fn ends(&self, node: usize) -> usize {
        PASSING * self.into[node]
    }

    /// Puts a node without arrows into the first layer that has room.
    fn place_alone(&mut self, node: usize) {
        let taken = self.boxes[node] + GAP;
        let at = self.filled.iter().position(|filled| filled + taken <= self.width).unwrap_or(self.filled.len());
        if self.filled.len() <= at {
            self.filled.push(0);
        }
        if let Some(filled) = self.filled.get_mut(at) {
            *filled += taken;
        }
        self.layer[node] = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_and_what_does_not_goes_down() {
        let wanted: Slots<usize> = vec![0, 0, 0, 1].into();
        let boxes: Slots<usize> = vec![10, 10, 10, 10].into();
        let ends = [(0, 3), (1, 3), (2, 3)];
        assert_eq!(narrowed(&wanted, &ends, &boxes, 34).0.iter().copied().collect::<Vec<_>>(), [0, 0, 0, 1]);
        let (layers, fits) = narrowed(&wanted, &ends, &boxes, 30);
        assert_eq!((layers.iter().copied().collect::<Vec<_>>(), fits), (vec![0, 0, 1, 2], true));
    }

    #[test]
    fn when_nothing_fits_the_narrowest_is_taken() {
        let boxes: Slots<usize> = vec![50, 50].into();
        let (layers, fits) = narrowed(&vec![0, 0].into(), &[], &boxes, 30);
        assert_eq!((layers.iter().copied().collect::<Vec<_>>(), fits), (vec![0, 1], false));
    }
}
