//! Finds the paths of links through a channel, the space between two neighbouring layers. Every link has its own track,
//! on which it runs level, and its own columns, on which it runs upright: two links meet only where one runs level and
//! the other upright.
//!
//! Tracks are assigned from the top down, as in channel routing (Hashimoto and Stevens 1971; Deutsch 1976 for links
//! that must change tracks).

mod detour;
mod run;
mod track;

use super::slots::Slots;
pub(super) use run::{ColumnPair, LinkPath};
use track::tracks;

/// Returns the path of every link, and the number of tracks that the paths need.
pub(super) fn channel(links: &[ColumnPair]) -> (Slots<LinkPath>, usize) {
    let level: Vec<usize> = links.iter().enumerate().filter(|(_, (from, to))| from != to).map(|(at, _)| at).collect();
    let (runs, split) = detour::runs(links, &level);
    let (track, used) = tracks(&runs);
    let mut link_paths: Slots<LinkPath> = Slots::new(links.len());
    for (run, link) in level.iter().enumerate() {
        link_paths[*link] = match split[run] {
            Some((second, column)) => LinkPath::Detour { first: track[run], column, second: track[second] },
            None => LinkPath::Level(track[run]),
        };
    }
    (link_paths, used)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of intersections of the drawn paths; `None` when two paths share more than a point.
    fn meetings(links: &[ColumnPair]) -> Option<usize> {
        let (link_paths, used) = channel(links);
        let (mut level, mut upright) = (Vec::new(), Vec::new());
        let bottom = used + 1;
        for (at, (from, to)) in links.iter().enumerate() {
            match link_paths[at] {
                LinkPath::Straight => upright.push((at, *from, 0, bottom)),
                LinkPath::Level(track) => {
                    upright.extend([(at, *from, 0, track + 1), (at, *to, track + 1, bottom)]);
                    level.push((at, track + 1, *from.min(to), *from.max(to)));
                }
                LinkPath::Detour { first, column, second } => {
                    upright.push((at, *from, 0, first + 1));
                    upright.push((at, column, first + 1, second + 1));
                    upright.push((at, *to, second + 1, bottom));
                    level.push((at, first + 1, column.min(*from), column.max(*from)));
                    level.push((at, second + 1, column.min(*to), column.max(*to)));
                }
            }
        }
        let share = |one: (usize, usize, usize, usize), other: (usize, usize, usize, usize)| {
            one.0 != other.0 && one.1 == other.1 && one.2 <= other.3 && other.2 <= one.3
        };
        for lines in [&level, &upright] {
            if lines.iter().any(|one| lines.iter().any(|other| share(*one, *other))) {
                return None;
            }
        }
        let met = |one: &(usize, usize, usize, usize), other: &(usize, usize, usize, usize)| {
            one.0 != other.0 && (one.2..=one.3).contains(&other.1) && (other.2..=other.3).contains(&one.1)
        };
        Some(level.iter().map(|one| upright.iter().filter(|other| met(one, other)).count()).sum())
    }

    #[test]
    fn arrows_that_need_not_cross_do_not_and_others_do_once() {
        for (links, wanted) in [
            (vec![(1, 5), (3, 7), (4, 9)], 0),
            (vec![(5, 1), (7, 3), (9, 4)], 0),
            (vec![(1, 9), (3, 5)], 1),
            (vec![(1, 5), (5, 9)], 0),
            (vec![(3, 3), (1, 5)], 1),
        ] {
            assert_eq!(meetings(&links), Some(wanted), "{links:?}");
        }
    }

    #[test]
    fn two_that_change_places_take_a_detour_and_share_nothing() {
        assert!(meetings(&[(1, 5), (5, 1)]).is_some_and(|met| met <= 2));
        assert!(meetings(&[(1, 2), (2, 3), (3, 1)]).is_some());
    }

    #[test]
    fn no_order_of_columns_makes_two_share_a_path() {
        let mut state = 7_u64;
        let mut chance = |limit: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % limit
        };
        for _ in 0..500 {
            let size = 2 + chance(20);
            let (mut from, mut to): (Vec<usize>, Vec<usize>) = ((0..size).collect(), (0..size).collect());
            for at in 1..size {
                from.swap(at, chance(at + 1));
                to.swap(at, chance(at + 1));
            }
            let links: Vec<ColumnPair> = from.into_iter().zip(to).collect();
            assert!(meetings(&links).is_some(), "{links:?}");
        }
    }
}
