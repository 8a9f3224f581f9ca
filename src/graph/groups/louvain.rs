use std::collections::BTreeMap;

use super::joints::Joints;

/// Returns the group of each thing, so that modularity is high: no thing gains by changing to the group of a neighbour, and
/// no group by joining another. Groups are numbered by their first thing.
pub(super) fn communities(joints: &Joints) -> Vec<usize> {
    let mut of_thing: Vec<usize> = (0..joints.size()).collect();
    let mut level = joints.clone();
    loop {
        let (group, groups) = numbered(&moved(&level));
        for thing in &mut of_thing {
            *thing = group.get(*thing).copied().unwrap_or_default();
        }
        if groups == level.size() {
            break;
        }
        level = level.folded(&group, groups);
    }
    numbered(&connected(joints, &of_thing)).0
}

/// Moves things, in order, to the groups of their neighbours while modularity grows. The product of whole numbers that is
/// compared is the gain times a constant, so nothing is rounded.
fn moved(level: &Joints) -> Vec<usize> {
    let size = level.size();
    let mut group: Vec<usize> = (0..size).collect();
    let degrees: Vec<u64> = (0..size).map(|thing| level.degree(thing)).collect();
    let mut sums = degrees.clone();
    let total = i128::from(level.total());
    let of = |values: &[u64], at: usize| values.get(at).copied().unwrap_or_default();
    loop {
        let mut any = false;
        for thing in 0..size {
            let here = group.get(thing).copied().unwrap_or_default();
            let degree = of(&degrees, thing);
            if let Some(sum) = sums.get_mut(here) {
                *sum -= degree;
            }
            let mut near: BTreeMap<usize, u64> = BTreeMap::from([(here, 0)]);
            for (far, weight) in level.beside(thing) {
                *near.entry(group.get(far).copied().unwrap_or_default()).or_default() += weight;
            }
            let gain =
                |at: usize, weight: u64| total * i128::from(weight) - i128::from(degree) * i128::from(of(&sums, at));
            let stays = gain(here, near.get(&here).copied().unwrap_or_default());
            let better = near.iter().map(|(at, weight)| (gain(*at, *weight), *at)).filter(|(gain, _)| *gain > stays);
            // Of equal gains the group with the smallest number is taken.
            let best = better.max_by_key(|(gain, at)| (*gain, std::cmp::Reverse(*at))).map_or(here, |(_, at)| at);
            any |= best != here;
            if let Some((group, sum)) = group.get_mut(thing).zip(sums.get_mut(best)) {
                (*group, *sum) = (best, *sum + degree);
            }
        }
        if !any {
            return group;
        }
    }
}

/// Splits every group into its connected parts; modularity never falls by that.
fn connected(joints: &Joints, group: &[usize]) -> Vec<usize> {
    let mut part = vec![usize::MAX; group.len()];
    for first in 0..group.len() {
        if part.get(first).is_none_or(|part| *part != usize::MAX) {
            continue;
        }
        let mut waiting = vec![first];
        while let Some(thing) = waiting.pop() {
            if let Some(part) = part.get_mut(thing) {
                *part = first;
            }
            let near = joints.beside(thing).map(|(far, _)| far).filter(|far| group.get(*far) == group.get(first));
            waiting.extend(near.filter(|far| part.get(*far).is_some_and(|part| *part == usize::MAX)));
        }
    }
    part
}

/// Numbers groups from 0 in the order of their first things; returns how many there are too.
fn numbered(group: &[usize]) -> (Vec<usize>, usize) {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let numbered = group.iter().map(|at| {
        let next = numbers.len();
        *numbers.entry(*at).or_insert(next)
    });
    let numbered = numbered.collect();
    (numbered, numbers.len())
}
