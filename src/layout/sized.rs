use super::drawing::Limits;
use super::fit::{FittedLayers, narrowed};
use super::label::{CutLabel, cut};
use super::layered::Layered;
use super::port::needed;
use super::slots::Slots;
use super::{Sketch, SketchBox};

/// The minimum columns to which a label is cut; a shorter one could not be understood from the back of a room.
const LEAST_LABEL: usize = 12;

/// The columns of a box in addition to its label: a border and a space on each side.
const AROUND_LABEL: usize = 4;

/// The columns that an arrow from a box to itself takes beside the box.
pub(super) const LOOP_COLUMNS: usize = 2;

/// The two ends of an arrow, as numbers of nodes.
pub(super) type NodePair = (usize, usize);

/// A sketch with the sizes of its boxes; it has no layers yet.
#[derive(Debug)]
pub(super) struct SizedSketch<'a> {
    pub(super) sketch: &'a Sketch,
    pub(super) ends: Vec<NodePair>,
    pub(super) shown: Slots<CutLabel>,
    /// The width of each box in columns.
    pub(super) box_widths: Slots<usize>,
    /// The arrows from each node to itself.
    pub(super) loops: Slots<Vec<usize>>,
    /// The maximum columns of a label; longer ones are cut.
    pub(super) label: usize,
    /// The maximum width of the drawing in columns; `None` for no maximum.
    pub(super) width: Option<usize>,
}

impl<'a> SizedSketch<'a> {
    /// A sketch whose boxes have no size yet.
    pub(super) fn new(sketch: &'a Sketch, limits: Limits) -> Self {
        let Limits { width, label } = limits;
        let ends = sketch.ends();
        let mut loops: Slots<Vec<usize>> = Slots::new(sketch.nodes().len());
        for (edge, (node, _)) in ends.iter().enumerate().filter(|(_, (from, to))| from == to) {
            loops[*node].push(edge);
        }
        let shown = sketch.nodes().map(|(_, node)| cut(&node.label, label)).collect();
        Self { sketch, ends, shown, box_widths: Slots::default(), loops, label, width }
    }

    /// The width that every box needs for its label, and at least the minimum width that the sketch gives.
    pub(super) fn labels(&self) -> Slots<usize> {
        let columns =
            |(shown, (_, node)): (&CutLabel, (&str, &SketchBox))| (shown.width() + AROUND_LABEL).max(node.width);
        self.shown.iter().zip(self.sketch.nodes()).map(columns).collect()
    }

    /// For every box, the number of arrows on its upper or its lower side, whichever has more.
    pub(super) fn ports(&self, downward: &[NodePair]) -> Slots<usize> {
        let mut sides: Slots<(usize, usize)> = Slots::new(self.shown.len());
        for (upper, lower) in downward.iter().filter(|(upper, lower)| upper != lower) {
            sides[*upper].0 += 1;
            sides[*lower].1 += 1;
        }
        sides.iter().map(|(under, over)| *under.max(over)).collect()
    }

    /// Cuts labels until the layers fit the maximum width, if one is given. Where they fit only as a tall stack, the
    /// drawing has no maximum width instead, and no label is cut.
    pub(super) fn within(
        sketch: &'a Sketch,
        limits: Limits,
        downward: &[NodePair],
        wanted: &Slots<usize>,
    ) -> (Self, Slots<usize>) {
        let whole = Self::with_widths(sketch, limits, downward);
        let Some(width) = limits.width else { return (whole, wanted.clone()) };
        let mut label = limits.label;
        loop {
            let sized = Self::with_widths(sketch, Limits { label, ..limits }, downward);
            let FittedLayers { layers, fits, is_stack } = narrowed(wanted, downward, &sized.spans(), width);
            if is_stack {
                break;
            }
            if fits || label <= LEAST_LABEL {
                return (sized, layers);
            }
            label = (label * 3 / 4).max(LEAST_LABEL);
        }
        (Self { width: None, ..whole }, wanted.clone())
    }

    /// A sketch whose boxes are wide enough for their labels and their arrows.
    fn with_widths(sketch: &'a Sketch, limits: Limits, downward: &[NodePair]) -> Self {
        let mut sized = Self::new(sketch, limits);
        let ports = sized.ports(downward);
        let columns = |(label, ports): (&usize, &usize)| needed(*ports).1.max(*label);
        sized.box_widths = sized.labels().iter().zip(ports.iter()).map(columns).collect();
        sized
    }

    /// The width of every node in columns, with the space for its arrows to itself.
    pub(super) fn spans(&self) -> Slots<usize> {
        let beside = |loops: &Vec<usize>| if loops.is_empty() { 0 } else { LOOP_COLUMNS };
        self.box_widths.iter().zip(self.loops.iter()).map(|(columns, loops)| columns + beside(loops)).collect()
    }

    /// The group of every node as a number.
    pub(super) fn groups(&self) -> Vec<Option<usize>> {
        let mut names: Vec<&str> = self.sketch.nodes().filter_map(|(_, node)| node.group.as_deref()).collect();
        names.sort_unstable();
        names.dedup();
        let number = |group: &str| names.binary_search(&group).ok();
        self.sketch.nodes().map(|(_, node)| node.group.as_deref().and_then(number)).collect()
    }

    /// The width of every vertex in columns.
    pub(super) fn widths(&self, net: &Layered) -> Slots<usize> {
        self.spans().iter().copied().chain((net.nodes..net.vertices()).map(|_| 1)).collect()
    }
}
