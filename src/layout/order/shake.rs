use std::ops::RangeInclusive;

use super::search::OrderSearch;

/// The maximum number of steps of the random moves, for all connected parts together.
const BUDGET: usize = 900_000;

/// The minimum number of steps that are counted for one random move.
const TURN: usize = 50;

/// The maximum number of vertices that a moved vertex passes.
const FAR: usize = 9;

/// The number of layers above and below the moved vertex in which neighbours are exchanged afterwards.
const AROUND: usize = 1;

/// Pseudo-random numbers, the same sequence every time (xorshift; Marsaglia 2003).
struct PseudoRandom(u64);

impl PseudoRandom {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default().checked_rem(limit).unwrap_or_default()
    }
}

impl OrderSearch<'_> {
    /// Moves vertices at random, one after the other: improves the layers near each, and undoes the move if the result
    /// is worse. This is an iterated local search (Lourenço, Martin and Stützle 2003). Returns the number of
    /// intersections.
    pub(super) fn shake(&mut self, mut least: usize, links: usize) -> usize {
        let wide: Vec<usize> =
            self.layers.iter().zip(0..).filter(|(layer, _)| layer.len() > 1).map(|(_, at)| at).collect();
        let mut numbers = PseudoRandom(0x9e37_79b9_7f4a_7c15);
        self.budget = BUDGET * links / self.net.links.len().max(1);
        while least > 0 && self.budget > 0 {
            let Some(at) = wide.get(numbers.below(wide.len())).copied() else { break };
            let near = at.saturating_sub(AROUND)..=(at + AROUND).min(self.layers.len() - 1);
            let before = near.clone().filter_map(|at| self.layers.get(at).cloned()).collect();
            self.saved = 0;
            self.spend(TURN);
            let moved = self.nudge(at, &mut numbers);
            self.settle_around(moved);
            for layer in near.clone() {
                self.transpose_layer(layer);
            }
            if self.saved < 0 {
                self.put_back(&near, before);
            } else {
                least = least.saturating_sub(self.saved.unsigned_abs());
            }
        }
        least
    }

    /// Sifts the neighbours of the moved vertex.
    fn settle_around(&mut self, moved: Option<usize>) {
        let net = self.net;
        for vertex in moved.into_iter().flat_map(|moved| net.above[moved].iter().chain(&net.below[moved])) {
            self.sift_vertex(net.rank[*vertex], *vertex);
        }
    }

    /// Moves a random vertex of a layer past a few others; returns the moved vertex.
    fn nudge(&mut self, at: usize, numbers: &mut PseudoRandom) -> Option<usize> {
        let layer = self.layers.get_mut(at)?;
        let mut layer = std::mem::take(layer);
        let start = numbers.below(layer.len());
        let moved = layer.get(start).copied();
        let to_right = numbers.below(2) == 0;
        let far = 1 + numbers.below(FAR);
        let steps = (0..far).filter_map(|step| if to_right { Some(start + step) } else { start.checked_sub(step + 1) });
        for left in steps {
            let Some([one, other]) = layer.get_mut(left..left + 2) else { break };
            if !self.groups.may_swap(*one, *other) {
                break;
            }
            self.saved += self.gain(*one, *other);
            self.place.swap(*one, *other);
            std::mem::swap(one, other);
        }
        if let Some(slot) = self.layers.get_mut(at) {
            *slot = layer;
        }
        moved
    }

    fn put_back(&mut self, near: &RangeInclusive<usize>, before: Vec<Vec<usize>>) {
        for (at, old) in near.clone().zip(before) {
            if let Some(layer) = self.layers.get_mut(at) {
                *layer = old;
            }
            self.renumber(at);
        }
    }
}
