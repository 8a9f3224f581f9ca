//! The order in every layer, with as few intersections as can be found in a given number of steps.
//!
//! Sweeps up and down by the median or the mean of the neighbours (Eades and Wormald 1994; Sugiyama, Tagawa and Toda
//! 1981), each followed by exchanges of neighbours (Gansner and others 1993); the best is sifted, vertex by vertex
//! (Matuszewski, Schönfeld and Molitor 1999), and shaken for a while. Parts that are not joined are ordered one by one and never mixed.

mod count;
mod group;
mod keep;
mod shake;
mod sift;
mod start;
mod sweep;
mod transpose;

use super::layered::Layered;
use super::slots::Slots;
use group::Groups;
use start::Start;

pub(super) use keep::keep;

/// Sweeps without anything better after which a start is given up.
const PATIENCE: usize = 5;

/// Steps that may be taken for each link, at each start and at the end.
const BUDGET: usize = 4_000;

/// How often the best is sifted and swept again.
const ROUNDS: usize = 4;

/// One part of a drawing while its order is looked for.
#[derive(Debug)]
struct Search<'a> {
    net: &'a Layered,
    groups: &'a Groups,
    layers: Vec<Vec<usize>>,
    place: Slots<usize>,
    /// What it may still cost, counted in links that are looked at.
    budget: usize,
    /// Intersections that exchanges and moves have saved.
    saved: isize,
}

/// Orders every layer; those of one group stand together within their part.
pub(super) fn order(net: &mut Layered, groups: &[Option<usize>]) {
    let groups = Groups::new(groups);
    let mut layers: Slots<Vec<usize>> = Slots::new(net.layers.len());
    for part in net.parts() {
        for (whole, part) in layers.iter_mut().zip(Search::new(net, &groups, &part).best()) {
            whole.extend(part);
        }
    }
    net.layers = layers;
}

impl<'a> Search<'a> {
    fn new(net: &'a Layered, groups: &'a Groups, part: &[usize]) -> Self {
        let mut layers = vec![Vec::new(); net.layers.len()];
        for vertex in part {
            if let Some(layer) = layers.get_mut(net.rank[*vertex]) {
                layer.push(*vertex);
            }
        }
        Self { net, groups, layers, place: Slots::new(net.vertices()), budget: 0, saved: 0 }
    }

    fn best(mut self) -> Vec<Vec<usize>> {
        let links: usize = self.layers.iter().flatten().map(|vertex| self.net.below[*vertex].len()).sum();
        let mut best: Option<(usize, Vec<Vec<usize>>)> = None;
        for start in Start::ALL {
            self.budget = links * BUDGET;
            self.begin(start);
            let crossings = self.improve(usize::MAX);
            if best.as_ref().is_none_or(|(least, _)| crossings < *least) {
                best = Some((crossings, self.layers.clone()));
            }
            if crossings == 0 {
                break;
            }
        }
        let Some((least, layers)) = best else { return self.layers };
        self.take(layers);
        self.budget = links * BUDGET;
        let least = self.refine(least);
        self.shake(least, links);
        self.layers
    }

    /// Sifts and sweeps in turns for as long as that helps.
    fn refine(&mut self, mut least: usize) -> usize {
        for _ in 0..ROUNDS {
            let sifted = if least == 0 { 0 } else { self.sift() };
            let now = if sifted == 0 { 0 } else { self.improve(sifted) };
            if now >= least {
                break;
            }
            least = now;
        }
        least
    }

    /// Sweeps for as long as that helps; leaves the best order in place and says how many intersections it has.
    fn improve(&mut self, known: usize) -> usize {
        let mut best = (known, self.layers.clone());
        let mut waited = 0;
        for round in 0.. {
            if best.0 == 0 || waited > PATIENCE || self.budget == 0 {
                break;
            }
            self.sweep(round);
            self.transpose();
            let now = self.count();
            waited += 1;
            if now < best.0 {
                best = (now, self.layers.clone());
                waited = 0;
            }
        }
        self.take(best.1);
        best.0
    }

    fn take(&mut self, layers: Vec<Vec<usize>>) {
        self.layers = layers;
        for at in 0..self.layers.len() {
            self.renumber(at);
        }
    }

    fn renumber(&mut self, layer: usize) {
        for (place, vertex) in self.layers.get(layer).into_iter().flatten().enumerate() {
            self.place[*vertex] = place;
        }
    }

    fn spend(&mut self, steps: usize) {
        self.budget = self.budget.saturating_sub(steps);
    }
}
