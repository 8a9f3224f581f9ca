//! Ways between two neighbouring layers: every arrow runs level on a track and upright on a column that are its own
//! there, so that two arrows only ever meet where one runs level and the other upright.
//!
//! Tracks are given from the top down as in channel routing (Hashimoto and Stevens 1971; Deutsch 1976 for the arrows
//! that must change tracks).

mod detour;
mod track;

use super::slots::Slots;
use track::tracks;

/// One link on its way down: the column it comes from and the column it goes to.
pub(super) type Ends = (usize, usize);

/// How a link gets from its upper column to its lower one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Way {
    /// Straight down.
    #[default]
    Straight,
    /// Along one track.
    Level(usize),
    /// Along a track to a column between, down there, and along a second track.
    Detour { first: usize, column: usize, second: usize },
}

/// A run along one track: what it comes down on and what it goes down on.
#[derive(Clone, Debug, Default)]
struct Run {
    from: usize,
    to: usize,
    /// Runs that must lie above it, because they leave the column it arrives at.
    after: Vec<usize>,
}

impl Run {
    fn span(&self) -> (usize, usize) {
        (self.from.min(self.to), self.from.max(self.to))
    }

    const fn leads_right(&self) -> bool {
        self.from < self.to
    }

    /// Whether this one is better above the other: both lead the same way, and below they would meet twice.
    fn is_better_above(&self, other: &Self) -> bool {
        match (self.leads_right(), other.leads_right()) {
            (true, true) => other.from < self.from && self.from <= other.to && other.to < self.to,
            (false, false) => self.from < other.from && other.to <= self.from && self.to < other.to,
            _ => false,
        }
    }
}

/// The way of every link, and how many tracks they need.
pub(super) fn channel(links: &[Ends]) -> (Slots<Way>, usize) {
    let level: Vec<usize> = links.iter().enumerate().filter(|(_, (from, to))| from != to).map(|(at, _)| at).collect();
    let (runs, split) = detour::runs(links, &level);
    let (track, used) = tracks(&runs);
    let mut ways: Slots<Way> = Slots::new(links.len());
    for (run, link) in level.iter().enumerate() {
        ways[*link] = match split[run] {
            Some((second, column)) => Way::Detour { first: track[run], column, second: track[second] },
            None => Way::Level(track[run]),
        };
    }
    (ways, used)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Intersections of the drawn ways, or none when two share more than a point.
    fn meetings(links: &[Ends]) -> Option<usize> {
        let (ways, used) = channel(links);
        let (mut level, mut upright) = (Vec::new(), Vec::new());
        let bottom = used + 1;
        for (at, (from, to)) in links.iter().enumerate() {
            match ways[at] {
                Way::Straight => upright.push((at, *from, 0, bottom)),
                Way::Level(track) => {
                    upright.extend([(at, *from, 0, track + 1), (at, *to, track + 1, bottom)]);
                    level.push((at, track + 1, *from.min(to), *from.max(to)));
                }
                Way::Detour { first, column, second } => {
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
    fn no_order_of_columns_makes_two_share_a_way() {
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
            let links: Vec<Ends> = from.into_iter().zip(to).collect();
            assert!(meetings(&links).is_some(), "{links:?}");
        }
    }
}
