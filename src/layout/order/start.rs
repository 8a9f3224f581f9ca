use super::Search;
use crate::layout::slots::Slots;

/// Where a search begins.
#[derive(Clone, Copy, Debug)]
pub(super) enum Start {
    /// In the order of ids.
    AsGiven,
    /// In the order in which a walk from the top meets the vertices.
    FromTheTop,
    /// In the order in which a walk from the bottom meets them.
    FromTheBottom,
}

impl Start {
    pub(super) const ALL: [Self; 3] = [Self::AsGiven, Self::FromTheTop, Self::FromTheBottom];
}

impl Search<'_> {
    /// Puts the layers into the order of a start.
    pub(super) fn begin(&mut self, start: Start) {
        let mut layers = self.layers.clone();
        for layer in &mut layers {
            layer.sort_unstable();
        }
        match start {
            Start::AsGiven => {}
            Start::FromTheTop => layers = self.met(&layers, true),
            Start::FromTheBottom => layers = self.met(&layers, false),
        }
        for layer in &mut layers {
            self.groups.gather(layer);
        }
        self.take(layers);
    }

    /// The vertices of each layer in the order in which a walk in depth meets them.
    fn met(&self, layers: &[Vec<usize>], from_top: bool) -> Vec<Vec<usize>> {
        let mut met = vec![Vec::new(); layers.len()];
        let mut seen = Slots::filled(false, self.net.vertices());
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
                if let Some(layer) = met.get_mut(self.net.rank[vertex]) {
                    layer.push(vertex);
                }
                let (near, far) = (&self.net.above[vertex], &self.net.below[vertex]);
                let (last, first) = if from_top { (near, far) } else { (far, near) };
                open.extend(last.iter().rev().chain(first.iter().rev()));
            }
        }
        met
    }
}
