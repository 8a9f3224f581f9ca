use crate::layout::layered::Layered;
use crate::layout::slots::Slots;

/// The order of the vertices with which a search begins.
#[derive(Clone, Copy, Debug)]
pub(super) enum FirstOrder {
    /// The order of ids.
    AsGiven,
    /// The order in which a depth-first search from the top visits the vertices.
    FromTheTop,
    /// The order in which a depth-first search from the bottom visits the vertices.
    FromTheBottom,
}

impl FirstOrder {
    pub(super) const ALL: [Self; 3] = [Self::AsGiven, Self::FromTheTop, Self::FromTheBottom];
}

/// The vertices of each layer in the order in which a depth-first search visits them.
pub(super) fn met(net: &Layered, layers: &[Vec<usize>], from_top: bool) -> Vec<Vec<usize>> {
    let mut met = vec![Vec::new(); layers.len()];
    let mut seen = Slots::filled(false, net.vertices());
    let ordered: Vec<usize> = if from_top {
        layers.iter().flatten().copied().collect()
    } else {
        layers.iter().rev().flatten().copied().collect()
    };
    for start in ordered {
        let mut open = vec![start];
        while let Some(vertex) = open.pop() {
            if std::mem::replace(&mut seen[vertex], true) {
                continue;
            }
            if let Some(layer) = met.get_mut(net.rank[vertex]) {
                layer.push(vertex);
            }
            let (near, far) = (&net.above[vertex], &net.below[vertex]);
            let (last, first) = if from_top { (near, far) } else { (far, near) };
            open.extend(last.iter().rev().chain(first.iter().rev()));
        }
    }
    met
}
