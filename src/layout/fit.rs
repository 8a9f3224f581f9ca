use super::slots::Slots;

/// The columns between two boxes, and between a box and a passing arrow.
pub(super) const GAP: usize = 2;

/// The columns that an arrow takes in a layer that it passes, with the gap beside it.
pub(super) const PASSING: usize = 2;

/// The shares of the width, in percent, that passing arrows may fill at most; each share is tried.
const SHARES: [usize; 5] = [70, 55, 40, 30, 20];

/// The rows of a box, as a share of the estimated height of a drawing.
const BOX_ROWS: usize = 3;

/// The area of a narrowed drawing, in percent of that of the drawing with the layers `wanted`, above which the narrowed
/// one is not worth its width: it would be a tall stack of arrows that pass layer after layer.
const WORTH: usize = 130;

/// The estimated rows up to which a drawing is no tall stack.
const TALL: usize = 60;

/// Layers for the boxes of a drawing.
pub(super) struct FittedLayers {
    /// The layer of every node.
    pub(super) layers: Slots<usize>,
    /// Whether the drawing stays within the width.
    pub(super) fits: bool,
    /// Whether the drawing is so tall that a wider one is smaller.
    pub(super) is_stack: bool,
}

/// Returns layers that stay within a width where possible.
///
/// Returns the layers `wanted` if they fit; otherwise, of the arrangements that fit, the one with the fewest layers. If
/// no arrangement fits, returns the narrowest that was found.
pub(super) fn narrowed(
    wanted: &Slots<usize>,
    ends: &[(usize, usize)],
    boxes: &Slots<usize>,
    width: usize,
) -> FittedLayers {
    let natural = DrawingSize::of(wanted, ends, boxes);
    if natural.widest <= width {
        return FittedLayers { layers: wanted.clone(), fits: true, is_stack: false };
    }
    let tries = SHARES.iter().map(|share| {
        let layers = Filling::new(wanted, ends, boxes, width, width * share / 100).layers();
        (DrawingSize::of(&layers, ends, boxes), layers)
    });
    let best = tries.min_by_key(|(size, _)| (size.widest.max(width), size.layers, size.links));
    let (size, layers) = best.unwrap_or((natural, wanted.clone()));
    let is_stack = size.rows() > TALL && 100 * size.area(width) > WORTH * natural.area(width);
    FittedLayers { layers, fits: size.widest <= width, is_stack }
}

/// The size of a drawing, estimated from its layers.
#[derive(Clone, Copy)]
struct DrawingSize {
    /// The width of the widest layer in columns.
    widest: usize,
    layers: usize,
    /// The number of parts into which the layers divide the arrows. Most parts need a row.
    links: usize,
}

impl DrawingSize {
    fn of(layers: &Slots<usize>, ends: &[(usize, usize)], boxes: &Slots<usize>) -> Self {
        let count = layers.iter().max().map_or(0, |last| last + 1);
        let mut taken: Slots<usize> = Slots::new(count);
        for (node, layer) in layers.iter().enumerate() {
            taken[*layer] += boxes[node] + GAP;
        }
        // The arrows that begin to pass at each layer, and those that passed the layer above and end at this one.
        let mut changes: Slots<(usize, usize)> = Slots::new(count + 1);
        let mut links = 0;
        for (from, to) in ends {
            let (upper, lower) = (layers[*from].min(layers[*to]), layers[*from].max(layers[*to]));
            links += lower - upper;
            if lower > upper + 1 {
                changes[upper + 1].0 += 1;
                changes[lower].1 += 1;
            }
        }
        let mut passing = 0;
        let mut widest = 0;
        for layer in 0..count {
            let (begin, end) = changes[layer];
            passing = passing + begin - end;
            widest = widest.max(taken[layer] + PASSING * passing);
        }
        Self { widest: widest.saturating_sub(GAP), layers: count, links }
    }

    /// The rows of a drawing of this size.
    const fn rows(self) -> usize {
        BOX_ROWS * self.layers + self.links / 2
    }

    /// The cells of a drawing of this size that is at least `width` columns wide.
    fn area(self, width: usize) -> usize {
        self.widest.max(width) * self.rows()
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

    fn layers(fitted: &FittedLayers) -> Vec<usize> {
        fitted.layers.iter().copied().collect()
    }

    #[test]
    fn what_fits_stays_and_what_does_not_goes_down() {
        let wanted: Slots<usize> = vec![0, 0, 0, 1].into();
        let boxes: Slots<usize> = vec![10, 10, 10, 10].into();
        let ends = [(0, 3), (1, 3), (2, 3)];
        assert_eq!(layers(&narrowed(&wanted, &ends, &boxes, 34)), [0, 0, 0, 1]);
        let fitted = narrowed(&wanted, &ends, &boxes, 30);
        assert_eq!((layers(&fitted), fitted.fits, fitted.is_stack), (vec![0, 0, 1, 2], true, false));
    }

    #[test]
    fn when_nothing_fits_the_narrowest_is_taken() {
        let boxes: Slots<usize> = vec![50, 50].into();
        let fitted = narrowed(&vec![0, 0].into(), &[], &boxes, 30);
        assert_eq!((layers(&fitted), fitted.fits), (vec![0, 1], false));
    }

    #[test]
    fn passing_arrows_take_columns_in_the_layers_between_their_ends() {
        let boxes: Slots<usize> = vec![10; 4].into();
        let size = DrawingSize::of(&vec![0, 1, 2, 3].into(), &[(0, 1), (1, 2), (2, 3), (0, 3), (3, 0), (1, 1)], &boxes);
        assert_eq!((size.widest, size.layers, size.links), (10 + 2 * PASSING, 4, 9));
    }
}
