use super::search::OrderSearch;
use crate::layout::slots::Slots;

impl OrderSearch<'_> {
    /// The number of intersections of links, in all layers.
    pub(super) fn count(&mut self) -> usize {
        let mut counter = CrossingCounter::default();
        let mut found = 0;
        let mut links = 0;
        for (layer, next) in self.layers.iter().zip(self.layers.iter().skip(1)) {
            counter.begin(next.len());
            for vertex in layer {
                let below = &self.net.below[*vertex];
                links += below.len();
                found += counter.pass(below.iter().map(|to| self.place[*to]));
            }
        }
        self.spend(links);
        found
    }
}

/// The number of links counted so far that end at each position, as a Fenwick tree (Barth, Jünger and Mutzel 2002;
/// Fenwick 1994).
#[derive(Debug, Default)]
struct CrossingCounter {
    sums: Slots<usize>,
    all: usize,
}

impl CrossingCounter {
    fn begin(&mut self, places: usize) {
        self.sums = Slots::new(places + 1);
        self.all = 0;
    }

    /// The number of intersections of the links of the next vertex with the links of the vertices before it.
    fn pass(&mut self, ends: impl Iterator<Item = usize> + Clone) -> usize {
        let found = ends.clone().map(|end| self.all - self.up_to(end)).sum();
        for end in ends {
            self.add(end);
        }
        found
    }

    fn up_to(&self, end: usize) -> usize {
        let (mut at, mut sum) = (end + 1, 0);
        while at > 0 {
            sum += self.sums[at];
            at &= at - 1;
        }
        sum
    }

    fn add(&mut self, end: usize) {
        self.all += 1;
        let mut at = end + 1;
        while at < self.sums.len() {
            self.sums[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intersections_are_those_that_one_would_count_by_hand() {
        for (ends, wanted) in [
            (vec![vec![0], vec![1], vec![2]], 0),
            (vec![vec![2], vec![1], vec![0]], 3),
            (vec![vec![0, 2], vec![0, 2]], 1),
            (vec![vec![1, 1], vec![0]], 2),
        ] {
            let mut counter = CrossingCounter::default();
            counter.begin(3);
            let found: usize = ends.iter().map(|ends| counter.pass(ends.iter().copied())).sum();
            assert_eq!(found, wanted, "{ends:?}");
        }
    }
}
