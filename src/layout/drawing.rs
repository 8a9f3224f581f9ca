use super::acyclic::turned;
use super::fit::narrowed;
use super::label::{Shown, shown};
use super::layered::Layered;
use super::order::{keep, order};
use super::place::{Given, columns};
use super::port::{Ports, needed};
use super::slots::Slots;
use super::stack::{LOOP, stacked};
use super::{ArrowMark, PriorLayout, Sketch, SketchBox, rank};

/// The fewest columns a label is cut to; less could not be read from the back of a room.
const LABEL_LEAST: usize = 12;

/// Columns of a box beside its label: a border and a space on each side.
const AROUND_LABEL: usize = 4;

/// The ends of an arrow, as places of nodes.
pub(super) type Ends = (usize, usize);

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Columns the drawing should stay within; it is wider when there is no other way.
    pub width: Option<usize>,
    /// Columns after which a label is cut; fewer, but never below twelve, when the width asks for it.
    pub label: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { width: None, label: 24 }
    }
}

/// A cell: its column and its row, from the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The column.
    pub x: usize,
    /// The row.
    pub y: usize,
}

/// A box, and what is written in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawnBox {
    /// The node it stands for.
    pub id: String,
    /// What of the label is shown, without the mark of a cut.
    pub label: String,
    /// There was more of the label.
    pub cut: bool,
    /// The group of the node.
    pub group: Option<String>,
    /// Its layer, counted from the top.
    pub layer: usize,
    /// Its upper left corner.
    pub corner: Point,
    /// Columns it takes, borders included.
    pub width: usize,
    /// Rows it takes, borders included.
    pub height: usize,
}

/// An arrow on its way from the border of a box to the cell of its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArrowPath {
    /// The place of the edge in [`Sketch::edges`].
    pub edge: usize,
    /// The drawn_box it leaves, as a place in [`Drawing::boxes`].
    pub from: usize,
    /// The drawn_box it ends at.
    pub to: usize,
    /// What is shown in the cell before the head.
    pub mark: ArrowMark,
    /// It is drawn in dots.
    pub dotted: bool,
    /// It runs against the direction of reading, to a higher layer.
    pub upward: bool,
    /// The cell of the border it leaves, every cell where it turns, and the cell of its head.
    pub points: Vec<Point>,
    /// Layers it passes and the columns on which it does.
    pub(super) bends: Vec<(usize, usize)>,
}

/// Boxes and the ways between them, in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The box_widths, in the order of their ids.
    pub boxes: Vec<DrawnBox>,
    /// One way for every edge, in their order.
    pub paths: Vec<ArrowPath>,
    /// Columns it takes.
    pub width: usize,
    /// Rows it takes.
    pub height: usize,
    /// Columns to which labels were cut.
    pub(super) label: usize,
}

/// What is known before there are layers.
#[derive(Debug)]
pub(super) struct SizedSketch<'a> {
    pub(super) sketch: &'a Sketch,
    pub(super) ends: Vec<Ends>,
    pub(super) shown: Slots<Shown>,
    /// Columns of each box.
    pub(super) box_widths: Slots<usize>,
    /// Arrows of each node back to itself.
    pub(super) loops: Slots<Vec<usize>>,
    pub(super) label: usize,
}

impl Drawing {
    /// Draws a sketch from nothing.
    pub fn of(sketch: &Sketch, limits: Limits) -> Self {
        let ends = sketch.ends();
        let turned = turned(sketch.nodes().len(), &ends);
        let downward: Vec<Ends> = ends
            .iter()
            .zip(turned)
            .map(|((from, to), turned)| if turned { (*to, *from) } else { (*from, *to) })
            .collect();
        let joined: Vec<Ends> = downward.iter().copied().filter(|(from, to)| from != to).collect();
        let wanted = rank::layers(sketch.nodes().len(), &joined);
        let (sized, layers) = SizedSketch::within(sketch, limits, &downward, &wanted);
        let mut net = Layered::new(&layers, &sized.ends);
        order(&mut net, &sized.groups());
        sized.drawn(&net, limits.width, &Slots::default())
    }

    /// Draws a sketch so that what was in an earlier drawing keeps its layer, its order and, if it can, its columns.
    pub fn after(sketch: &Sketch, limits: Limits, before: &PriorLayout) -> Self {
        let mut sized = SizedSketch::new(sketch, before.label);
        sized.box_widths = sized.labels();
        before.keep_widths(&mut sized);
        let kept = before.layers(&sized, limits.width);
        let upper_first =
            |(from, to): &Ends| if kept.layers[*from] > kept.layers[*to] { (*to, *from) } else { (*from, *to) };
        let downward: Vec<Ends> = sized.ends.iter().map(upper_first).collect();
        let ports = sized.ports(&downward);
        for (columns, ports) in sized.box_widths.iter_mut().zip(ports.iter()) {
            *columns = (*columns).max(needed(*ports).0);
        }
        let mut net = Layered::new(&kept.layers, &sized.ends);
        let known = before.columns(&sized, &kept, &net);
        let widths = sized.widths(&net);
        keep(&mut net, &known, &widths);
        sized.drawn(&net, limits.width, &known)
    }

    /// Where everything is, to draw a changed sketch after this one.
    pub fn places(&self) -> PriorLayout {
        PriorLayout::of(self)
    }
}

impl<'a> SizedSketch<'a> {
    /// Boxes have no size yet.
    fn new(sketch: &'a Sketch, label: usize) -> Self {
        let ends = sketch.ends();
        let mut loops: Slots<Vec<usize>> = Slots::new(sketch.nodes().len());
        for (edge, (node, _)) in ends.iter().enumerate().filter(|(_, (from, to))| from == to) {
            loops[*node].push(edge);
        }
        let shown = sketch.nodes().map(|(_, node)| shown(&node.label, label)).collect();
        Self { sketch, ends, shown, box_widths: Slots::default(), loops, label }
    }

    /// Columns every box needs for what is written in it, and for what was asked.
    fn labels(&self) -> Slots<usize> {
        let columns = |(shown, (_, node)): (&Shown, (&str, &SketchBox))| (shown.width() + AROUND_LABEL).max(node.width);
        self.shown.iter().zip(self.sketch.nodes()).map(columns).collect()
    }

    /// Arrows on the busier side of every box.
    fn ports(&self, downward: &[Ends]) -> Slots<usize> {
        let mut sides: Slots<(usize, usize)> = Slots::new(self.shown.len());
        for (upper, lower) in downward.iter().filter(|(upper, lower)| upper != lower) {
            sides[*upper].0 += 1;
            sides[*lower].1 += 1;
        }
        sides.iter().map(|(under, over)| *under.max(over)).collect()
    }

    /// Cuts labels until the layers fit the width, if one is given.
    fn within(sketch: &'a Sketch, limits: Limits, downward: &[Ends], wanted: &Slots<usize>) -> (Self, Slots<usize>) {
        let mut label = limits.label;
        loop {
            let mut sized = Self::new(sketch, label);
            let ports = sized.ports(downward);
            let columns = |(label, ports): (&usize, &usize)| needed(*ports).1.max(*label);
            sized.box_widths = sized.labels().iter().zip(ports.iter()).map(columns).collect();
            let Some(width) = limits.width else { return (sized, wanted.clone()) };
            let (layers, fits) = narrowed(wanted, downward, &sized.spans(), width);
            if fits || label <= LABEL_LEAST {
                return (sized, layers);
            }
            label = (label * 3 / 4).max(LABEL_LEAST);
        }
    }

    /// Columns every node takes, its arrows to itself included.
    pub(super) fn spans(&self) -> Slots<usize> {
        let beside = |loops: &Vec<usize>| if loops.is_empty() { 0 } else { LOOP };
        self.box_widths.iter().zip(self.loops.iter()).map(|(columns, loops)| columns + beside(loops)).collect()
    }

    /// The group of every node as a number.
    fn groups(&self) -> Vec<Option<usize>> {
        let mut names: Vec<&str> = self.sketch.nodes().filter_map(|(_, node)| node.group.as_deref()).collect();
        names.sort_unstable();
        names.dedup();
        let number = |group: &str| names.binary_search(&group).ok();
        self.sketch.nodes().map(|(_, node)| node.group.as_deref().and_then(number)).collect()
    }

    /// Columns every vertex takes.
    fn widths(&self, net: &Layered) -> Slots<usize> {
        self.spans().iter().copied().chain((net.nodes..net.vertices()).map(|_| 1)).collect()
    }

    fn drawn(&self, net: &Layered, width: Option<usize>, known: &Slots<Option<usize>>) -> Drawing {
        let ports = Ports::new(net, &self.box_widths);
        let columns = columns(Given { net, widths: &self.widths(net), ports: &ports, width, known });
        stacked(self, net, &columns, &ports)
    }
}
