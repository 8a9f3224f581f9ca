use super::search::OrderSearch;

impl OrderSearch<'_> {
    /// Makes one pass over all layers. Passes lead down and up in turns; two use the median, the next two the mean.
    pub(super) fn sweep(&mut self, pass: usize) {
        let down = pass.is_multiple_of(2);
        let by_median = pass % 4 < 2;
        let last_first = pass % 8 >= 4;
        let layers = self.layers.len();
        if down {
            (1..layers).for_each(|at| self.settle(at, down, by_median, last_first));
        } else {
            (0..layers.saturating_sub(1)).rev().for_each(|at| self.settle(at, down, by_median, last_first));
        }
    }

    /// Orders one layer by the positions of the neighbours on one side; a vertex without neighbours stays in its
    /// position.
    fn settle(&mut self, at: usize, down: bool, by_median: bool, last_first: bool) {
        let Some(layer) = self.layers.get_mut(at) else { return };
        let mut layer = std::mem::take(layer);
        if last_first {
            layer.reverse();
        }
        let mut places = Vec::new();
        let mut looked_at = 0;
        let wanted: Vec<Option<u64>> = layer
            .iter()
            .map(|vertex| {
                let near = if down { &self.net.above[*vertex] } else { &self.net.below[*vertex] };
                places.clear();
                places.extend(near.iter().map(|other| self.place[*other] as u64));
                looked_at += places.len();
                if by_median { median(&mut places) } else { mean(&places) }
            })
            .collect();
        self.spend(looked_at);
        let mut moving: Vec<(u64, usize)> =
            wanted.iter().zip(&layer).filter_map(|(wanted, vertex)| wanted.map(|wanted| (wanted, *vertex))).collect();
        moving.sort_by_key(|(wanted, _)| *wanted);
        let mut moving = moving.into_iter().map(|(_, vertex)| vertex);
        for (slot, _) in layer.iter_mut().zip(&wanted).filter(|(_, wanted)| wanted.is_some()) {
            if let Some(vertex) = moving.next() {
                *slot = vertex;
            }
        }
        self.groups.gather(&mut layer);
        if let Some(slot) = self.layers.get_mut(at) {
            *slot = layer;
        }
        self.renumber(at);
    }
}

/// The factor by which positions are multiplied, so that their means can be computed in whole numbers.
const FINE: u64 = 1 << 16;

fn mean(places: &[u64]) -> Option<u64> {
    (places.iter().sum::<u64>() * FINE).checked_div(places.len() as u64)
}

/// The weighted median of Gansner and others: between the two middle values, nearer to the side with denser values.
fn median(places: &mut [u64]) -> Option<u64> {
    places.sort_unstable();
    let middle = places.len() / 2;
    let at = |place: usize| places.get(place).copied().unwrap_or_default();
    match places.len() {
        0 => None,
        len if len % 2 == 1 => Some(at(middle) * FINE),
        2 => Some((at(0) + at(1)) * FINE / 2),
        len => {
            let (left, right) = (at(middle - 1) - at(0), at(len - 1) - at(middle));
            let weighed = (at(middle - 1) * right + at(middle) * left) * FINE;
            Some(weighed.checked_div(left + right).unwrap_or(at(middle) * FINE))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_leans_to_the_denser_side() {
        for (places, wanted) in [
            (vec![], None),
            (vec![4], Some(4 * FINE)),
            (vec![2, 4], Some(3 * FINE)),
            (vec![9, 1, 2], Some(2 * FINE)),
            (vec![0, 1, 3, 9], Some((FINE * (6 + 3)) / 7)),
            (vec![5, 5, 5, 5], Some(5 * FINE)),
        ] {
            assert_eq!(median(&mut places.clone()), wanted, "{places:?}");
        }
    }
}
