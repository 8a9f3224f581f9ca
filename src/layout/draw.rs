use std::sync::atomic::{AtomicBool, Ordering};

use super::acyclic::turned;
use super::drawing::{Drawing, Limits};
use super::layered::Layered;
use super::order::{insert, order};
use super::place::{Given, columns};
use super::port::{Ports, needed};
use super::prior::PriorLayout;
use super::sized::{NodePair, SizedSketch};
use super::slots::Slots;
use super::stack::stacked;
use super::{Sketch, rank};

/// A flag that nobody sets.
static NEVER: AtomicBool = AtomicBool::new(false);

impl Drawing {
    /// Draws a sketch without regard to an earlier drawing.
    pub fn of(sketch: &Sketch, limits: Limits) -> Self {
        Self::unless(&NEVER, sketch, limits, None).unwrap_or_default()
    }

    /// Draws a sketch so that the boxes of an earlier drawing stay in their layers, in their order and, where possible,
    /// in their columns.
    pub fn after(sketch: &Sketch, limits: Limits, before: &PriorLayout) -> Self {
        Self::unless(&NEVER, sketch, limits, Some(before)).unwrap_or_default()
    }

    /// Draws a sketch, after an earlier drawing if one is given; `None` if another thread has set `stopped` meanwhile.
    ///
    /// The flag is looked at between the phases of the layout, and all the time in the longest of them.
    pub fn unless(stopped: &AtomicBool, sketch: &Sketch, limits: Limits, before: Option<&PriorLayout>) -> Option<Self> {
        let is_wanted = || !stopped.load(Ordering::Relaxed);
        let ordered = match before {
            Some(before) => is_wanted().then(|| OrderedSketch::after(sketch, limits, before))?,
            None => OrderedSketch::of(sketch, limits, stopped)?,
        };
        is_wanted().then(|| ordered.drawn())
    }

    /// The positions of all boxes and arrows, with which a changed sketch can be drawn after this drawing.
    pub fn places(&self) -> PriorLayout {
        PriorLayout::of(self)
    }
}

/// A sketch whose boxes have their sizes, their layers and their order in the layers.
struct OrderedSketch<'a> {
    sized: SizedSketch<'a>,
    net: Layered,
    /// The column of each vertex in an earlier drawing; `None` for a new vertex.
    known: Slots<Option<usize>>,
}

impl<'a> OrderedSketch<'a> {
    /// Orders a sketch; `None` if the drawing is no longer wanted.
    fn of(sketch: &'a Sketch, limits: Limits, stopped: &AtomicBool) -> Option<Self> {
        let is_wanted = || !stopped.load(Ordering::Relaxed);
        let ends = sketch.ends();
        let turned = turned(sketch.nodes().len(), &ends);
        let downward: Vec<NodePair> = ends
            .iter()
            .zip(turned)
            .map(|((from, to), turned)| if turned { (*to, *from) } else { (*from, *to) })
            .collect();
        let joined: Vec<NodePair> = downward.iter().copied().filter(|(from, to)| from != to).collect();
        let wanted = is_wanted().then(|| rank::layers(sketch.nodes().len(), &joined))?;
        let (sized, layers) = is_wanted().then(|| SizedSketch::within(sketch, limits, &downward, &wanted))?;
        let mut net = is_wanted().then(|| Layered::new(&layers, &sized.ends))?;
        order(&mut net, &sized.groups(), stopped);
        is_wanted().then(|| Self { sized, net, known: Slots::default() })
    }

    /// Puts the boxes of an earlier drawing into their layers and their order, and the others between them.
    fn after(sketch: &'a Sketch, limits: Limits, before: &PriorLayout) -> Self {
        // An earlier drawing that is wider than the limit would be squeezed, and nothing would stay in its place.
        let width = limits.width.filter(|width| before.width <= *width);
        let mut sized = SizedSketch::new(sketch, Limits { label: before.label, width });
        sized.box_widths = sized.labels();
        before.keep_widths(&mut sized);
        let stable = before.layers(&sized, width);
        let upper_first =
            |(from, to): &NodePair| if stable.layers[*from] > stable.layers[*to] { (*to, *from) } else { (*from, *to) };
        let downward: Vec<NodePair> = sized.ends.iter().map(upper_first).collect();
        let ports = sized.ports(&downward);
        for (columns, ports) in sized.box_widths.iter_mut().zip(ports.iter()) {
            *columns = (*columns).max(needed(*ports).0);
        }
        let mut net = Layered::new(&stable.layers, &sized.ends);
        let known = before.columns(&sized, &stable, &net);
        let widths = sized.widths(&net);
        insert(&mut net, &known, &widths);
        Self { sized, net, known }
    }

    /// Assigns columns to the vertices, then rows to boxes and arrows.
    fn drawn(&self) -> Drawing {
        let Self { sized, net, known } = self;
        let ports = Ports::new(net, &sized.box_widths);
        let columns = columns(Given { net, widths: &sized.widths(net), ports: &ports, width: sized.width, known });
        stacked(sized, net, &columns, &ports)
    }
}
