//! How central things are: four measures, compared with the plain definition on maps by chance.

use std::collections::BTreeSet;

use adjacent::graph::{Centralities, Centrality, Flow, Graph};

use crate::graph_rules::by_chance::{MAPS, map, pairs, reached};
use crate::graph_rules::tale::{Tale, graph_of};

fn measured(graph: &Graph) -> Centralities {
    Centralities::of(&Flow::of(graph))
}

/// The distances between all things, and the numbers of shortest paths, by trying every middle (Floyd and Warshall).
fn all_pairs(size: usize, pairs: &BTreeSet<(usize, usize)>) -> (Vec<Vec<usize>>, Vec<Vec<f64>>) {
    const FAR: usize = 1_000;
    let mut far = vec![vec![FAR; size]; size];
    for (from, to) in pairs {
        far[*from][*to] = 1;
    }
    for (at, row) in far.iter_mut().enumerate() {
        row[at] = 0;
    }
    for middle in 0..size {
        for from in 0..size {
            for to in 0..size {
                far[from][to] = far[from][to].min(far[from][middle] + far[middle][to]);
            }
        }
    }
    let mut count = vec![vec![0.0; size]; size];
    for from in 0..size {
        count[from][from] = 1.0;
        for distance in 1..size {
            for to in (0..size).filter(|to| far[from][*to] == distance) {
                let last = pairs.iter().filter(|(near, end)| *end == to && far[from][*near] + 1 == distance);
                count[from][to] = last.map(|(near, _)| count[from][*near]).sum();
            }
        }
    }
    (far, count)
}

fn betweenness(size: usize, pairs: &BTreeSet<(usize, usize)>) -> Vec<f64> {
    let (far, count) = all_pairs(size, pairs);
    let mut through = vec![0.0; size];
    for from in 0..size {
        for to in (0..size).filter(|to| *to != from && count[from][*to] > 0.0) {
            for (middle, through) in through.iter_mut().enumerate().filter(|(middle, _)| ![from, to].contains(middle)) {
                if far[from][middle] + far[middle][to] == far[from][to] {
                    *through += count[from][middle] * count[middle][to] / count[from][to];
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
