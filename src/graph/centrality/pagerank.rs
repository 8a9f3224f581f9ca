use petgraph::Direction;

use crate::graph::Flow;

/// The chance of following an arrow instead of beginning anew at any thing.
const DAMPING: f64 = 0.85;
/// The computation ends when all values together move by less than this, or after so many passes.
const SETTLED: f64 = 1e-13;
const PASSES: usize = 500;

/// Returns how often one is at each thing who follows arrows at random, and now and then, or where no arrow leads on, begins
/// anew at any thing. The values add up to 1.
///
/// Brin and Page (1998), by repeated multiplication. Each value is a sum over the things before it in their order.
pub(super) fn pagerank(flow: &Flow) -> Vec<f64> {
    let size = flow.size() as f64;
    let mut rank = vec![1.0 / size; flow.size()];
    for _ in 0..PASSES {
        let is_end = |thing: &(usize, &f64)| flow.beside(thing.0, Direction::Outgoing).is_empty();
        let ends: f64 = rank.iter().enumerate().filter(is_end).map(|(_, value)| value).sum();
        let anew = (1.0 - DAMPING + DAMPING * ends) / size;
        let shared: Vec<f64> = rank
            .iter()
            .enumerate()
            .map(|(thing, value)| value / flow.beside(thing, Direction::Outgoing).len().max(1) as f64)
            .collect();
        let next: Vec<f64> = (0..flow.size())
            .map(|thing| {
                let before = flow.beside(thing, Direction::Incoming).iter();
                anew + DAMPING * before.filter_map(|near| shared.get(*near)).sum::<f64>()
            })
            .collect();
        let moved: f64 = next.iter().zip(&rank).map(|(next, rank)| (next - rank).abs()).sum();
        rank = next;
        if moved < SETTLED {
            break;
        }
    }
    rank
}
