use super::search::OrderSearch;

/// The maximum number of passes over all layers.
const PASSES: usize = 12;

impl OrderSearch<'_> {
    /// Exchanges neighbours wherever that removes an intersection, until nothing changes or the passes are used up.
    pub(super) fn transpose(&mut self) {
        let mut stale: Vec<bool> = vec![true; self.layers.len()];
        for _ in 0..PASSES {
            let mut changed = false;
            for at in 0..self.layers.len() {
                if !stale.get_mut(at).is_some_and(std::mem::take) || !self.transpose_layer(at) {
                    continue;
                }
                changed = true;
                let first = at.saturating_sub(1);
                stale.iter_mut().skip(first).take(at + 2 - first).for_each(|stale| *stale = true);
            }
            if !changed || self.budget == 0 {
                return;
            }
        }
    }

    pub(super) fn transpose_layer(&mut self, at: usize) -> bool {
        let Some(layer) = self.layers.get_mut(at) else { return false };
        let mut layer = std::mem::take(layer);
        let mut changed = false;
        for place in 1..layer.len() {
            let Some([left, right]) = layer.get_mut(place - 1..=place) else { continue };
            let gain = if self.groups.may_swap(*left, *right) { self.gain(*left, *right) } else { 0 };
            if gain > 0 {
                self.saved += gain;
                std::mem::swap(left, right);
                self.place.swap(*left, *right);
                changed = true;
            }
        }
        if let Some(slot) = self.layers.get_mut(at) {
            *slot = layer;
        }
        changed
    }

    /// The number of intersections that exchanging two neighbours removes; negative when it adds some.
    pub(super) fn gain(&mut self, left: usize, right: usize) -> isize {
        let net = self.net;
        let above = self.gain_at(&net.above[left], &net.above[right]);
        above + self.gain_at(&net.below[left], &net.below[right])
    }

    fn gain_at(&mut self, left: &[usize], right: &[usize]) -> isize {
        self.spend(left.len() * right.len());
        let mut gain = 0;
        for one in left {
            let one = self.place[*one];
            for other in right {
                let other = self.place[*other];
                gain += isize::from(one > other) - isize::from(one < other);
            }
        }
        gain
    }
}
