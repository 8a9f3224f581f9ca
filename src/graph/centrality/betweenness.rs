use std::collections::VecDeque;

use petgraph::Direction;

use crate::graph::Flow;

/// The shortest paths from one thing.
struct ShortestPaths {
    /// The reached things, nearest first.
    order: Vec<usize>,
    /// The number of shortest paths to each thing; a float, because it may grow beyond any integer.
    count: Vec<f64>,
    distance: Vec<usize>,
}

/// Returns how many shortest paths lead through each thing: for each ordered pair of other things, the share of their
/// shortest paths on which it lies. Ends of a path do not count.
///
/// Brandes (2001): one breadth-first search from each thing, and the dependencies added up from the farthest thing back.
pub(super) fn betweenness(flow: &Flow) -> Vec<f64> {
    let mut through = vec![0.0; flow.size()];
    for start in 0..flow.size() {
        let paths = shortest(flow, start);
        let mut depends = vec![0.0; flow.size()];
        for far in paths.order.iter().rev() {
            let share = (1.0 + at(&depends, *far)) / at(&paths.count, *far);
            for near in flow.beside(*far, Direction::Incoming) {
                let is_before = paths.distance.get(*near).zip(paths.distance.get(*far));
                if is_before.is_some_and(|(near, far)| near.checked_add(1) == Some(*far))
                    && let Some(depends) = depends.get_mut(*near)
                {
                    *depends += at(&paths.count, *near) * share;
                }
            }
            if *far != start
                && let Some(through) = through.get_mut(*far)
            {
                *through += at(&depends, *far);
            }
        }
    }
    through
}

fn at(values: &[f64], place: usize) -> f64 {
    values.get(place).copied().unwrap_or_default()
}

fn shortest(flow: &Flow, start: usize) -> ShortestPaths {
    let mut paths = ShortestPaths {
        order: Vec::new(),
        count: vec![0.0; flow.size()],
        // The greatest number stands for "not reached".
        distance: vec![usize::MAX; flow.size()],
    };
    let mut waiting = VecDeque::from([start]);
    if let Some((count, distance)) = paths.count.get_mut(start).zip(paths.distance.get_mut(start)) {
        (*count, *distance) = (1.0, 0);
    }
    while let Some(here) = waiting.pop_front() {
        paths.order.push(here);
        let (known, next) = (at(&paths.count, here), paths.distance.get(here).map_or(0, |far| far + 1));
        for ahead in flow.beside(here, Direction::Outgoing) {
            let Some((count, distance)) = paths.count.get_mut(*ahead).zip(paths.distance.get_mut(*ahead)) else {
                continue;
            };
            if *distance == usize::MAX {
                *distance = next;
                waiting.push_back(*ahead);
            }
            if *distance == next {
                *count += known;
            }
        }
    }
    paths
}
