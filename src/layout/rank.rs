//! Assigns nodes to layers: every arrow leads down by at least one layer, and the total length of the arrows is as
//! short as possible.

mod forest;

use super::slots::Slots;
use forest::Forest;

/// The maximum number of improvements, as a multiple of the number of nodes.
const BUDGET: usize = 4;

/// Returns the layer of every node, by the network simplex of Gansner, Koutsofios, North and Vo (1993).
///
/// Arrows must not form a loop. The end of an arrow lies below its start; each connected part begins in layer 0.
pub(super) fn layers(nodes: usize, ends: &[(usize, usize)]) -> Slots<usize> {
    let mut layer = longest(nodes, ends);
    let mut forest = Forest::tight(&mut layer, ends);
    for _ in 0..nodes * BUDGET {
        let Some((old, shift)) = forest.improvement(&layer, ends) else { break };
        forest.exchange(&mut layer, ends, old, shift);
    }
    move_up(&mut layer, forest.parts());
    even_out(&mut layer, ends);
    layer.iter().map(|layer| layer.unsigned_abs()).collect()
}

/// Puts every node into the highest layer that the longest path to it allows.
fn longest(nodes: usize, ends: &[(usize, usize)]) -> Slots<isize> {
    let mut out: Slots<Vec<usize>> = Slots::new(nodes);
    let mut waiting: Slots<usize> = Slots::new(nodes);
    for (from, to) in ends {
        out[*from].push(*to);
        waiting[*to] += 1;
    }
    let mut layer: Slots<isize> = Slots::new(nodes);
    let mut ready: Vec<usize> = (0..nodes).filter(|node| waiting[*node] == 0).collect();
    while let Some(node) = ready.pop() {
        for to in &out[node] {
            layer[*to] = layer[*to].max(layer[node] + 1);
            waiting[*to] -= 1;
            if waiting[*to] == 0 {
                ready.push(*to);
            }
        }
    }
    layer
}

/// Moves every connected part up, so that it begins in layer 0.
fn move_up(layer: &mut Slots<isize>, parts: &Slots<usize>) {
    let mut first: Slots<isize> = Slots::filled(isize::MAX, parts.len());
    for (node, layer) in layer.iter().enumerate() {
        first[parts[node]] = first[parts[node]].min(*layer);
    }
    for node in 0..layer.len() {
        layer[node] -= first[parts[node]];
    }
}

/// Moves every node that can be in several layers at the same total length into the layer of these with the fewest
/// nodes.
fn even_out(layer: &mut Slots<isize>, ends: &[(usize, usize)]) {
    let nodes = layer.len();
    let (mut lowest, mut highest): (Slots<isize>, Slots<isize>) = (Slots::new(nodes), Slots::filled(isize::MAX, nodes));
    let mut balance: Slots<isize> = Slots::new(nodes);
    let mut around: Slots<Vec<usize>> = Slots::new(nodes);
    for (at, (from, to)) in ends.iter().enumerate() {
        balance[*from] += 1;
        balance[*to] -= 1;
        around[*from].push(at);
        around[*to].push(at);
    }
    let depth = layer.iter().max().map_or(0, |deepest| deepest.unsigned_abs() + 1);
    let mut crowd: Slots<usize> = Slots::new(depth);
    for layer in layer.iter() {
        crowd[layer.unsigned_abs()] += 1;
    }
    for node in (0..nodes).filter(|node| balance[*node] == 0 && !around[*node].is_empty()) {
        for (from, to) in around[node].iter().filter_map(|at| ends.get(*at)) {
            if *to == node {
                lowest[node] = lowest[node].max(layer[*from] + 1);
            } else {
                highest[node] = highest[node].min(layer[*to] - 1);
            }
        }
        let free = lowest[node]..=highest[node];
        let own = layer[node];
        let best = free.min_by_key(|at| (crowd[at.unsigned_abs()] - usize::from(*at == own), (at - own).abs()));
        if let Some(best) = best {
            crowd[own.unsigned_abs()] -= 1;
            crowd[best.unsigned_abs()] += 1;
            layer[node] = best;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(nodes: usize, ends: &[(usize, usize)]) -> usize {
        let layer = layers(nodes, ends);
        ends.iter().map(|(from, to)| layer[*to].checked_sub(layer[*from]).filter(|long| *long > 0).unwrap()).sum()
    }

    #[test]
    fn a_short_branch_hangs_close_to_where_it_joins() {
        assert_eq!(length(5, &[(0, 1), (1, 2), (2, 3), (4, 3)]), 4);
    }

    #[test]
    fn several_nodes_move_together_when_that_is_shorter() {
        let ends = [(0, 1), (1, 2), (2, 3), (4, 5), (5, 3), (4, 6), (7, 6)];
        assert_eq!(length(8, &ends), 7);
    }

    #[test]
    fn parts_that_are_not_joined_begin_in_the_first_layer() {
        let layer = layers(5, &[(0, 1), (1, 2), (3, 4)]);
        assert_eq!(layer.iter().copied().collect::<Vec<_>>(), [0, 1, 2, 0, 1]);
    }
}
