//! How central things are: four measures, compared with the plain definition on maps by chance.

use std::collections::BTreeSet;

use adjacent::graph::{Centralities, Centrality, Flow, Graph};

use crate::graph_rules::by_chance::{MAPS, map, pairs, reached};
use crate::graph_rules::tale::{Tale, graph_of};

fn measured(graph: &Graph) -> Centralities {
    Centralities::of(&Flow::of(graph))
}

/// The distance of each thing from one, and the number of shortest paths to it: pairs are tried again and again until nothing
/// gets nearer (Bellman and Ford).
fn paths_from(size: usize, pairs: &BTreeSet<(usize, usize)>, from: usize) -> (Vec<usize>, Vec<f64>) {
    const FAR: usize = 1_000;
    let (mut far, mut count) = (vec![FAR; size], vec![0.0; size]);
    (far[from], count[from]) = (0, 1.0);
    for _ in 0..size {
        for (near, next) in pairs {
            far[*next] = far[*next].min(far[*near] + 1);
        }
    }
    for distance in 1..size {
        for to in (0..size).filter(|to| far[*to] == distance) {
            let last = pairs.iter().filter(|(near, end)| *end == to && far[*near] + 1 == distance);
            count[to] = last.map(|(near, _)| count[*near]).sum();
        }
    }
    (far, count)
}

fn betweenness(size: usize, pairs: &BTreeSet<(usize, usize)>) -> Vec<f64> {
    let all: Vec<(Vec<usize>, Vec<f64>)> = (0..size).map(|from| paths_from(size, pairs, from)).collect();
    let mut through = vec![0.0; size];
    for (from, (far, count)) in all.iter().enumerate() {
        for to in (0..size).filter(|to| *to != from && count[*to] > 0.0) {
            for middle in (0..size).filter(|middle| ![from, to].contains(middle)) {
                let (beyond, paths) = &all[middle];
                if far[middle] + beyond[to] == far[to] {
                    through[middle] += count[middle] * paths[to] / count[to];
                }
            }
        }
    }
    through
}

/// One step of the walk: what pagerank says of a thing has to follow from what it says of all.
fn walked(size: usize, pairs: &BTreeSet<(usize, usize)>, rank: &[f64]) -> Vec<f64> {
    let mut next = vec![0.15 / size as f64; size];
    for (from, value) in rank.iter().enumerate() {
        let ahead: Vec<usize> = pairs.iter().filter(|(near, _)| *near == from).map(|(_, to)| *to).collect();
        let ends = if ahead.is_empty() { (0..size).collect() } else { ahead };
        for to in &ends {
            next[*to] += 0.85 * value / ends.len() as f64;
        }
    }
    next
}

fn assert_close(found: &[f64], expected: &[f64], seed: u64) {
    let apart = found.iter().zip(expected).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max);
    assert!(found.len() == expected.len() && apart < 1e-9, "map {seed}: {found:?} {expected:?}");
}

#[test]
fn the_four_measures_are_what_their_definitions_say_on_a_thousand_maps() {
    for seed in 0..MAPS {
        let graph = map(seed);
        let (size, pairs, found) = (graph.things().count(), pairs(&graph), measured(&graph));
        assert_close(found.values(Centrality::Through), &betweenness(size, &pairs), seed);
        let reach = |pairs: &BTreeSet<(usize, usize)>| -> Vec<f64> {
            (0..size).map(|thing| reached(pairs, thing, size).len() as f64 - 1.0).collect()
        };
        let turned: BTreeSet<(usize, usize)> = pairs.iter().map(|(from, to)| (*to, *from)).collect();
        assert_close(found.values(Centrality::Starts), &reach(&pairs), seed);
        assert_close(found.values(Centrality::Ends), &reach(&turned), seed);
        let visited = found.values(Centrality::Visited);
        assert_close(visited, &walked(size, &pairs, visited), seed);
        assert!(size == 0 || (visited.iter().sum::<f64>() - 1.0).abs() < 1e-9, "map {seed}");
    }
}

#[test]
fn things_with_the_same_value_stand_in_one_rank() {
    let tale = Tale::new().claims("a", "A -> M", "+").claims("a", "B -> M", "-").claims("a", "M -> C", "+").claims(
        "a",
        "Need -> C",
        "needs",
    );
    let graph = graph_of(tale);
    let labels: Vec<&str> = graph.things().map(|thing| thing.label.as_str()).collect();
    let found = measured(&graph);
    let ranks = |measure| -> Vec<Vec<&str>> {
        found.ranks(measure, 2).iter().map(|rank| rank.things.iter().map(|at| labels[*at]).collect()).collect()
    };
    assert_eq!(ranks(Centrality::Starts), [vec!["A", "B"], vec!["M"]]);
    // What is needed acts on what needs it.
    assert_eq!(ranks(Centrality::Ends), [vec!["Need"], vec!["C"]]);
    assert_eq!(ranks(Centrality::Through), [vec!["M"], vec!["C"]]);
    assert_eq!(found.pairs, 9);
}
