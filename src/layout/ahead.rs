use super::slots::Slots;

/// A set of arrows without loops, with an order of the nodes in which every arrow leads forward.
///
/// To see whether another arrow closes a loop, only the part of the order between its two ends is searched, and only
/// that part is reordered (Pearce and Kelly 2007). So no arrow needs a search of the whole map.
pub(super) struct Ahead {
    out: Slots<Vec<usize>>,
    into: Slots<Vec<usize>>,
    place: Slots<usize>,
    /// For each node, the number of the last search that visited it.
    met: Slots<usize>,
    searches: usize,
}

impl Ahead {
    /// A set without arrows; `place` holds the position of every node in the order.
    pub(super) fn new(place: Slots<usize>) -> Self {
        let nodes = place.len();
        Self { out: Slots::new(nodes), into: Slots::new(nodes), place, met: Slots::new(nodes), searches: 0 }
    }

    /// Adds an arrow that leads forward in the order, or from a node to itself.
    pub(super) fn add(&mut self, from: usize, to: usize) {
        self.out[from].push(to);
        self.into[to].push(from);
    }

    /// Adds an arrow unless it closes a loop; returns whether it was added.
    pub(super) fn takes(&mut self, from: usize, to: usize) -> bool {
        let (low, high) = (self.place[to], self.place[from]);
        if low <= high {
            let behind = self.search(to, |ahead, node| (&ahead.out[node], ahead.place[node] <= high));
            if self.met[from] == self.searches {
                return false;
            }
            let before = self.search(from, |ahead, node| (&ahead.into[node], ahead.place[node] >= low));
            self.put_in_order(before, behind);
        }
        self.add(from, to);
        true
    }

    /// The nodes that can be reached from `start`, sorted by position. `beside` returns the neighbours of a node, and
    /// whether the node is in the part of the order to be searched.
    fn search(&mut self, start: usize, beside: impl Fn(&Self, usize) -> (&Vec<usize>, bool)) -> Vec<usize> {
        self.searches += 1;
        let (mut open, mut found) = (vec![start], Vec::new());
        while let Some(node) = open.pop() {
            let (next, counts) = beside(self, node);
            if !counts || self.met[node] == self.searches {
                continue;
            }
            open.extend(next);
            self.met[node] = self.searches;
            found.push(node);
        }
        found.sort_unstable_by_key(|node| self.place[*node]);
        found
    }

    /// Puts the nodes of `before` and, after them, those of `behind` into the positions that all of them had.
    fn put_in_order(&mut self, before: Vec<usize>, behind: Vec<usize>) {
        let nodes: Vec<usize> = before.into_iter().chain(behind).collect();
        let mut places: Vec<usize> = nodes.iter().map(|node| self.place[*node]).collect();
        places.sort_unstable();
        for (node, place) in nodes.into_iter().zip(places) {
            self.place[node] = place;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a node is reached by walking through all arrows.
    fn reaches(arrows: &[(usize, usize)], start: usize, goal: usize) -> bool {
        let (mut seen, mut open) = (vec![start], vec![start]);
        while let Some(at) = open.pop() {
            if at == goal {
                return true;
            }
            for (_, to) in arrows.iter().filter(|(from, _)| *from == at) {
                if !seen.contains(to) {
                    seen.push(*to);
                    open.push(*to);
                }
            }
        }
        false
    }

    #[test]
    fn an_arrow_is_taken_exactly_where_it_closes_no_loop_with_those_taken_before() {
        let mut number = 7_usize;
        let mut next = |limit: usize| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (number >> 33) % limit
        };
        for nodes in [2, 3, 5, 9, 17] {
            let mut ahead = Ahead::new((0..nodes).collect());
            let mut taken: Vec<(usize, usize)> = Vec::new();
            for _ in 0..nodes * nodes {
                let (from, to) = (next(nodes), next(nodes));
                let expected = !reaches(&taken, to, from);
                assert_eq!(ahead.takes(from, to), expected, "{from} -> {to} after {taken:?}");
                if expected {
                    taken.push((from, to));
                }
                assert!(taken.iter().all(|(from, to)| ahead.place[*from] < ahead.place[*to]));
            }
        }
    }

    #[test]
    fn many_arrows_that_could_close_a_loop_do_not_each_walk_through_the_whole_map() {
        // A chain, with arrows back to the node before: each is found out about on the spot.
        let visited = |nodes: usize| {
            let mut ahead = Ahead::new((0..nodes).collect());
            (1..nodes).for_each(|node| ahead.add(node - 1, node));
            let visits = (1..nodes).map(|node| {
                assert!(!ahead.takes(node, node - 1));
                ahead.met.iter().filter(|met| **met == ahead.searches).count()
            });
            visits.sum::<usize>()
        };
        assert_eq!([20, 200, 2_000].map(visited), [2 * 19, 2 * 199, 2 * 1_999]);
    }
}
