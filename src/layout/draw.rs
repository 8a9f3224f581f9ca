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

impl Drawing {
    /// Draws a sketch without regard to an earlier drawing.
    pub fn of(sketch: &Sketch, limits: Limits) -> Self {
        let ends = sketch.ends();
        let turned = turned(sketch.nodes().len(), &ends);
        let downward: Vec<NodePair> = ends
            .iter()
            .zip(turned)
            .map(|((from, to), turned)| if turned { (*to, *from) } else { (*from, *to) })
            .collect();
        let joined: Vec<NodePair> = downward.iter().copied().filter(|(from, to)| from != to).collect();
        let wanted = rank::layers(sketch.nodes().len(), &joined);
        let (sized, layers) = SizedSketch::within(sketch, limits, &downward, &wanted);
        let mut net = Layered::new(&layers, &sized.ends);
        order(&mut net, &sized.groups());
        drawn(&sized, &net, limits.width, &Slots::default())
    }

    /// Draws a sketch so that the boxes of an earlier drawing stay in their layers, in their order and, where possible,
    /// in their columns.
    pub fn after(sketch: &Sketch, limits: Limits, before: &PriorLayout) -> Self {
        let mut sized = SizedSketch::new(sketch, before.label);
        sized.box_widths = sized.labels();
        before.keep_widths(&mut sized);
        let stable = before.layers(&sized, limits.width);
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
        drawn(&sized, &net, limits.width, &known)
    }

    /// The positions of all boxes and arrows, with which a changed sketch can be drawn after this drawing.
    pub fn places(&self) -> PriorLayout {
        PriorLayout::of(self)
    }
}

/// Assigns columns to the vertices of ordered layers, then rows to boxes and arrows; returns the drawing.
fn drawn(sized: &SizedSketch<'_>, net: &Layered, width: Option<usize>, known: &Slots<Option<usize>>) -> Drawing {
    let ports = Ports::new(net, &sized.box_widths);
    let columns = columns(Given { net, widths: &sized.widths(net), ports: &ports, width, known });
    stacked(sized, net, &columns, &ports)
}
