use std::sync::atomic::{AtomicBool, Ordering};

use super::group::Groups;
use super::start::{FirstOrder, met};
use crate::layout::layered::Layered;
use crate::layout::slots::Slots;

/// The number of consecutive sweeps without an improvement after which no further sweep is made.
const PATIENCE: usize = 5;

/// The number of steps for each link, both in the search from each first order and in the final refinement.
const BUDGET: usize = 4_000;

/// The maximum number of times the best order is sifted and swept again.
const REFINEMENTS: usize = 4;

/// The search for the order of one connected part of a drawing.
#[derive(Debug)]
pub(super) struct OrderSearch<'a> {
    pub(super) net: &'a Layered,
    pub(super) groups: &'a Groups,
    pub(super) layers: Vec<Vec<usize>>,
    pub(super) place: Slots<usize>,
    /// The remaining steps, counted in links that are looked at.
    pub(super) budget: usize,
    /// The number of intersections that exchanges and moves have removed; negative when they added some.
    pub(super) saved: isize,
    /// Set by another thread when the order is no longer wanted.
    stopped: &'a AtomicBool,
}

impl<'a> OrderSearch<'a> {
    pub(super) fn new(net: &'a Layered, groups: &'a Groups, part: &[usize], stopped: &'a AtomicBool) -> Self {
        let mut layers = vec![Vec::new(); net.layers.len()];
        for vertex in part {
            if let Some(layer) = layers.get_mut(net.rank[*vertex]) {
                layer.push(*vertex);
            }
        }
        Self { net, groups, layers, place: Slots::new(net.vertices()), budget: 0, saved: 0, stopped }
    }

    pub(super) fn best(mut self) -> Vec<Vec<usize>> {
        let links: usize = self.layers.iter().flatten().map(|vertex| self.net.below[*vertex].len()).sum();
        let mut best: Option<(usize, Vec<Vec<usize>>)> = None;
        for start in FirstOrder::ALL {
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

    /// Puts the layers into a first order.
    fn begin(&mut self, start: FirstOrder) {
        let mut layers = self.layers.clone();
        for layer in &mut layers {
            layer.sort_unstable();
        }
        match start {
            FirstOrder::AsGiven => {}
            FirstOrder::FromTheTop => layers = met(self.net, &layers, true),
            FirstOrder::FromTheBottom => layers = met(self.net, &layers, false),
        }
        for layer in &mut layers {
            self.groups.gather(layer);
        }
        self.take(layers);
    }

    /// Sifts and sweeps in turns as long as that removes intersections; returns the number that remains.
    fn refine(&mut self, mut least: usize) -> usize {
        for _ in 0..REFINEMENTS {
            let sifted = if least == 0 { 0 } else { self.sift() };
            let now = if sifted == 0 { 0 } else { self.improve(sifted) };
            if now >= least {
                break;
            }
            least = now;
        }
        least
    }

    /// Sweeps as long as that removes intersections; sets the best order found and returns its number of intersections.
    fn improve(&mut self, known: usize) -> usize {
        let mut best = (known, self.layers.clone());
        let mut waited = 0;
        for pass in 0.. {
            if best.0 == 0 || waited > PATIENCE || self.budget == 0 {
                break;
            }
            self.sweep(pass);
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

    pub(super) fn take(&mut self, layers: Vec<Vec<usize>>) {
        self.layers = layers;
        for at in 0..self.layers.len() {
            self.renumber(at);
        }
    }

    pub(super) fn renumber(&mut self, layer: usize) {
        for (place, vertex) in self.layers.get(layer).into_iter().flatten().enumerate() {
            self.place[*vertex] = place;
        }
    }

    pub(super) fn spend(&mut self, steps: usize) {
        self.budget = if self.stopped.load(Ordering::Relaxed) { 0 } else { self.budget.saturating_sub(steps) };
    }
}
