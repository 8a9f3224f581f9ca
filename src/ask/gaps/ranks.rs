use super::sums::add;
use super::wiring::{GapSide, Wiring};

/// The share of attention that follows an arrow instead of going back to the start.
const FOLLOWED: f64 = 0.85;
/// How often attention moves on; what is missing then is below a thousandth of what arrives first.
const TURNS: usize = 20;

/// Returns the PageRank of every thing (Page, Brin, Motwani and Winograd, 1998), times the number of things: attention
/// follows arrows out, or back where `side` is `Into`.
pub(super) fn page_rank(wiring: &Wiring, side: GapSide) -> Vec<f64> {
    let things = wiring.things();
    let mut rank = vec![1.0; things];
    for _ in 0..TURNS {
        let mut next = vec![1.0 - FOLLOWED; things];
        let mut lost = 0.0;
        for (thing, held) in rank.iter().enumerate() {
            let ends = wiring.ends(thing, side);
            if ends.is_empty() {
                lost += held;
            }
            spread(&mut next, ends.iter().copied(), FOLLOWED * held / ends.len().max(1) as f64);
        }
        // What ends in a thing from which nothing leads on begins anywhere again.
        let back = FOLLOWED * lost / things.max(1) as f64;
        for rank in &mut next {
            *rank += back;
        }
        rank = next;
    }
    rank
}

/// Returns how much attention that starts at a thing, follows arrows in either direction and goes back to it again and
/// again is at each thing: personalised PageRank.
pub(super) fn attention(wiring: &Wiring, from: usize) -> Vec<f64> {
    let things = wiring.things();
    let mut rank = vec![0.0; things];
    add(&mut rank, from, 1.0);
    for _ in 0..TURNS / 2 {
        let mut next = vec![0.0; things];
        let mut back = 1.0 - FOLLOWED;
        for (thing, held) in rank.iter().enumerate().filter(|(_, held)| **held > 0.0) {
            let count = wiring.busyness(thing);
            if count == 0 {
                back += FOLLOWED * held;
            }
            spread(&mut next, wiring.neighbours(thing), FOLLOWED * held / count.max(1) as f64);
        }
        add(&mut next, from, back);
        rank = next;
    }
    rank
}

fn spread(rank: &mut [f64], over: impl Iterator<Item = usize>, share: f64) {
    over.for_each(|thing| add(rank, thing, share));
}
