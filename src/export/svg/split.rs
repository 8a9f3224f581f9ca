//! Splits a map that is too tall for one picture into parts.

use std::collections::BTreeMap;

/// The maximum number of things in a part; below, the maximum number of arrows between them.
const THINGS: usize = 22;
const ARROWS: usize = 44;

/// Splits things into parts with as many arrows within a part, and as few between parts, as a simple search finds.
///
/// `units` holds the unit of each thing as a number, and `ends` the two ends of every arrow as indices of things. The
/// things of a unit stay together where they fit into one part. Parts are joined as in the greedy search of Clauset,
/// Newman and Moore (2004): first the pair with the most arrows between them beyond what their numbers of arrows let
/// one expect, as long as the joined part is not too large. The part with the most arrows comes first.
pub(super) fn split(units: &[Option<usize>], ends: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut parts = MapParts::of_units(units, ends);
    while let Some((one, other)) = parts.best_pair() {
        parts.join(one, other);
    }
    parts.join_leftovers();
    let mut parts: Vec<MapPart> = parts.parts.into_values().collect();
    parts.sort_by_key(|part| (std::cmp::Reverse(part.arrows), part.things.first().copied()));
    parts.into_iter().map(|part| part.things).collect()
}

#[derive(Debug, Default)]
struct MapPart {
    /// The things, as indices, in order.
    things: Vec<usize>,
    /// The number of ends of arrows at these things.
    arrows: usize,
    /// The number of arrows between these things.
    inside: usize,
}

struct MapParts {
    parts: BTreeMap<usize, MapPart>,
    /// The number of arrows between two parts, the smaller number first.
    between: BTreeMap<(usize, usize), usize>,
    all: usize,
}

impl MapParts {
    /// A part for every unit that is not too large, and one for every other thing.
    fn of_units(units: &[Option<usize>], ends: &[(usize, usize)]) -> Self {
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        for unit in units.iter().flatten() {
            *sizes.entry(*unit).or_default() += 1;
        }
        // The number of a part is that of its first thing.
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        let mut part_of = |(thing, unit): (usize, &Option<usize>)| match unit {
            Some(unit) if sizes.get(unit).is_some_and(|size| *size <= THINGS) => *first.entry(*unit).or_insert(thing),
            _ => thing,
        };
        let part_of: Vec<usize> = units.iter().enumerate().map(&mut part_of).collect();
        let mut parts: BTreeMap<usize, MapPart> = BTreeMap::new();
        for (thing, part) in part_of.iter().enumerate() {
            parts.entry(*part).or_default().things.push(thing);
        }
        let mut split = Self { parts, between: BTreeMap::new(), all: ends.len() };
        let part = |thing: usize| part_of.get(thing).copied().unwrap_or_default();
        for (from, to) in ends.iter().map(|(from, to)| (part(*from), part(*to))) {
            for end in [from, to] {
                split.parts.entry(end).or_default().arrows += 1;
            }
            if from == to {
                split.parts.entry(from).or_default().inside += 1;
            } else {
                *split.between.entry((from.min(to), from.max(to))).or_default() += 1;
            }
        }
        split
    }

    /// The two parts to join next; `None` if no two parts with an arrow between them fit together.
    fn best_pair(&self) -> Option<(usize, usize)> {
        let gain = |(pair, between): (&(usize, usize), &usize)| {
            let (one, other) = (self.parts.get(&pair.0)?, self.parts.get(&pair.1)?);
            let fits = one.things.len() + other.things.len() <= THINGS && one.inside + other.inside + between <= ARROWS;
            // Twice the number of arrows, times the gain in modularity.
            let expected = (one.arrows * other.arrows).cast_signed();
            fits.then(|| (2 * (self.all * between).cast_signed() - expected, std::cmp::Reverse(*pair)))
        };
        self.between.iter().filter_map(gain).max().map(|(_, pair)| pair.0)
    }

    fn join(&mut self, one: usize, other: usize) {
        let Some(taken) = self.parts.remove(&other) else { return };
        let inside = self.between.remove(&(one.min(other), one.max(other))).unwrap_or_default();
        if let Some(part) = self.parts.get_mut(&one) {
            part.things.extend(taken.things);
            part.things.sort_unstable();
            part.arrows += taken.arrows;
            part.inside += taken.inside + inside;
        }
        let moved: Vec<((usize, usize), usize)> =
            self.between.iter().filter(|((a, b), _)| *a == other || *b == other).map(|(at, n)| (*at, *n)).collect();
        for ((a, b), count) in moved {
            self.between.remove(&(a, b));
            let far = if a == other { b } else { a };
            *self.between.entry((one.min(far), one.max(far))).or_default() += count;
        }
    }

    /// Joins small parts that have no arrows between them, so that no part holds a few things only.
    fn join_leftovers(&mut self) {
        let small: Vec<usize> =
            self.parts.iter().filter(|(_, part)| part.things.len() <= THINGS / 4).map(|(at, _)| *at).collect();
        let mut into: Option<usize> = None;
        for at in small {
            let fits = |one: usize| {
                let size = |at| self.parts.get(at).map_or((0, 0), |part| (part.things.len(), part.inside));
                let between = self.between.get(&(one.min(at), one.max(at))).copied().unwrap_or_default();
                let (one, other) = (size(&one), size(&at));
                one.0 + other.0 <= THINGS && one.1 + other.1 + between <= ARROWS
            };
            match into.filter(|one| fits(*one)) {
                Some(one) => self.join(one, at),
                None => into = Some(at),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_groups_with_one_arrow_between_them_are_two_parts() {
        let clique = |from: usize| (from..from + 15).flat_map(move |a| (from..a).step_by(4).map(move |b| (a, b)));
        let ends: Vec<(usize, usize)> = clique(0).chain(clique(15)).chain([(8, 23)]).collect();
        let parts = split(&[None; 30], &ends);
        assert_eq!(parts, [(0..15).collect::<Vec<_>>(), (15..30).collect()]);
    }

    #[test]
    fn a_unit_stays_together_and_one_that_is_too_large_does_not() {
        let units: Vec<Option<usize>> = (0..60).map(|thing| Some(thing / 12).filter(|unit| *unit < 5)).collect();
        let ends: Vec<(usize, usize)> = (0..60).map(|thing| (thing, (thing * 7 + 1) % 60)).collect();
        for part in split(&units, &ends) {
            assert!(part.len() <= THINGS);
            for thing in &part {
                assert!((0..60).filter(|other| other / 12 == thing / 12).all(|other| part.contains(&other)));
            }
        }
        assert!(split(&[Some(1); 60], &ends).len() > 2);
    }

    #[test]
    fn every_thing_is_in_one_part_and_few_are_alone() {
        let ends: Vec<(usize, usize)> = (1..300).map(|thing| (0, thing)).collect();
        let parts = split(&[None; 300], &ends);
        let mut all: Vec<usize> = parts.iter().flatten().copied().collect();
        all.sort_unstable();
        assert_eq!(all, (0..300).collect::<Vec<_>>());
        assert!(parts.len() <= 300 / (THINGS / 2), "{}", parts.len());
    }
}
