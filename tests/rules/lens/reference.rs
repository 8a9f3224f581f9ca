//! Circles and ways of random signed graphs against a slow and simple search that shares no code with ours.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use adjacent::graph::{Causal, Graph, Impact, Key, Path, PathsTo, loops, paths};

use crate::talk::Talk;

static DRAWINGS: LazyLock<Vec<Drawing>> = LazyLock::new(|| (1..=1000).map(Drawing::random).collect());

/// An arrow of the reference: its ends, whether it is supply, its sign where one is known, its strength in tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Drawn {
    from: usize,
    to: usize,
    supply: bool,
    sign: i8,
    tenths: u64,
}

/// A small graph as it was drawn, and as the program has it.
struct Drawing {
    seed: u64,
    things: usize,
    arrows: Vec<Drawn>,
    graph: Graph,
}

/// Marsaglia's xorshift: the same numbers for the same seed, everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }
}

impl Drawing {
    fn random(seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let things = 2 + usize::try_from(dice.roll(7)).unwrap();
        let dense = 1 + dice.roll(5);
        let mut arrows = Vec::new();
        for (from, to) in (0..things).flat_map(|from| (0..things).map(move |to| (from, to))) {
            for supply in [false, true] {
                if from != to && dice.roll(10) < if supply { dense / 3 } else { dense } {
                    let sign = [1, 1, -1, -1, 0][usize::try_from(dice.roll(5)).unwrap()];
                    let tenths = 5 + 2 * dice.roll(3);
                    arrows.push(Drawn { from, to, supply, sign, tenths });
                }
            }
        }
        let mut talk = Talk::among(&[]);
        // Named first, so that every thing has the place of its number.
        let named: Vec<String> = (0..things).map(|thing| format!("want t{thing} up")).collect();
        let lines: Vec<String> = arrows.iter().map(line).collect();
        let graph = talk.says(&named.join("\n")).says(&lines.join("\n")).graph();
        assert_eq!(graph.counts().things, things, "seed {seed}");
        assert_eq!(graph.counts().arrows, arrows.len(), "seed {seed}");
        Self { seed, things, arrows, graph }
    }

    /// The arrows along which an effect may travel: supply without a sign carries none.
    fn effects(&self) -> impl Iterator<Item = &Drawn> {
        self.arrows.iter().filter(|arrow| arrow.sign != 0 || !arrow.supply)
    }
}

fn line(arrow: &Drawn) -> String {
    let many = usize::try_from((arrow.tenths - 3) / 2).unwrap();
    let sign = match arrow.sign {
        1 => "+".repeat(many),
        -1 => "-".repeat(many),
        _ => "?".to_owned(),
    };
    let verb = if arrow.supply { "feeds " } else { "" };
    format!("t{} -> t{} : {verb}{sign}", arrow.from, arrow.to)
}

/// Tries every order of things that starts with the smallest of them.
fn every_loop(drawing: &Drawing) -> BTreeSet<Vec<usize>> {
    fn extend(way: &mut Vec<usize>, leads: &[Vec<bool>], found: &mut BTreeSet<Vec<usize>>) {
        let (first, last) = (way[0], way[way.len() - 1]);
        if way.len() > 1 && leads[last][first] {
            found.insert(way.clone());
        }
        for next in first + 1..leads.len() {
            if leads[last][next] && !way.contains(&next) {
                way.push(next);
                extend(way, leads, found);
                way.pop();
            }
        }
    }
    let leads = leads(drawing);
    let mut found = BTreeSet::new();
    for first in 0..drawing.things {
        extend(&mut vec![first], &leads, &mut found);
    }
    found
}

fn leads(drawing: &Drawing) -> Vec<Vec<bool>> {
    let mut leads = vec![vec![false; drawing.things]; drawing.things];
    for arrow in drawing.effects() {
        leads[arrow.from][arrow.to] = true;
    }
    leads
}

/// Which things can reach which, by Warshall's three loops.
fn reaches(drawing: &Drawing) -> Vec<Vec<bool>> {
    let mut reaches = leads(drawing);
    for middle in 0..drawing.things {
        for from in 0..drawing.things {
            for to in 0..drawing.things {
                reaches[from][to] |= reaches[from][middle] && reaches[middle][to];
            }
        }
    }
    reaches
}

#[test]
fn the_loops_of_a_thousand_graphs_are_those_that_trying_everything_finds() {
    let mut all = 0;
    for drawing in DRAWINGS.iter() {
        let found = loops(&Causal::of(&drawing.graph), 2..=8, usize::MAX);
        let expected = every_loop(drawing);
        assert!(!found.cut, "seed {}", drawing.seed);
        assert_eq!(found.places.len(), expected.len(), "each once, seed {}", drawing.seed);
        assert_eq!(found.places.iter().cloned().collect::<BTreeSet<_>>(), expected, "seed {}", drawing.seed);
        assert!(found.places.is_sorted_by_key(|places| (places.len(), places.clone())), "seed {}", drawing.seed);
        all += expected.len();
    }
    assert!(all > 10_000, "the graphs have {all} loops");
}

#[test]
fn a_list_that_is_cut_is_the_beginning_of_the_whole_list() {
    for drawing in DRAWINGS.iter().step_by(10) {
        let causal = Causal::of(&drawing.graph);
        let whole = loops(&causal, 2..=8, usize::MAX).places;
        let cut = loops(&causal, 2..=8, 5);
        assert_eq!(cut.places, whole[..whole.len().min(5)], "seed {}", drawing.seed);
        assert_eq!((cut.more, cut.cut), (whole.len().saturating_sub(5), false), "seed {}", drawing.seed);
    }
}

#[test]
fn two_things_are_joined_by_loops_exactly_when_each_reaches_the_other() {
    for drawing in DRAWINGS.iter() {
        let mut joined: Vec<usize> = (0..drawing.things).collect();
        for places in loops(&Causal::of(&drawing.graph), 2..=8, usize::MAX).places {
            let groups: BTreeSet<usize> = places.iter().map(|place| joined[*place]).collect();
            let group = *groups.first().unwrap();
            joined.iter_mut().filter(|known| groups.contains(known)).for_each(|known| *known = group);
        }
        let reaches = reaches(drawing);
        for (one, other) in (0..drawing.things).flat_map(|one| (0..one).map(move |other| (one, other))) {
            let both = reaches[one][other] && reaches[other][one];
            assert_eq!(joined[one] == joined[other], both, "{one} and {other}, seed {}", drawing.seed);
        }
    }
}

/// A way: its arrows, whether more becomes less, and how much arrives, in as many tenths as it has arrows.
type Way = (Vec<(usize, usize, bool)>, bool, u64);

/// Tries every order of arrows that follow one another and meet nothing twice.
fn ways(drawing: &Drawing, from: usize, longest: usize) -> BTreeSet<Way> {
    let mut found = BTreeSet::new();
    let mut longer: Vec<Vec<Drawn>> = vec![Vec::new()];
    for length in 1..=longest {
        let mut next = Vec::new();
        for way in &longer {
            let here = way.last().map_or(from, |arrow| arrow.to);
            for arrow in drawing.arrows.iter().filter(|arrow| arrow.from == here && arrow.sign != 0) {
                let new = arrow.to != from && way.iter().all(|known| known.to != arrow.to);
                let way: Vec<Drawn> = way.iter().chain([arrow]).copied().collect();
                let arrives: u64 = way.iter().map(|arrow| arrow.tenths).product();
                if new && arrives * 100 >= 4 * 10_u64.pow(u32::try_from(length).unwrap()) {
                    let sign: i8 = way.iter().map(|arrow| arrow.sign).product();
                    let arrows = way.iter().map(|arrow| (arrow.from, arrow.to, arrow.supply)).collect();
                    found.insert((arrows, sign < 0, arrives));
                    next.push(way);
                }
            }
        }
        longer = next;
    }
    found
}

fn told(path: &Path<'_>) -> Way {
    let supply = |step: &adjacent::graph::PathStep<'_>| step.arrow.relation == adjacent::record::Relation::Feeds;
    let arrows = path.steps.iter().map(|step| (step.from, step.to, supply(step))).collect();
    let length = i32::try_from(path.len()).unwrap();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a product of at most six small numbers"
    )]
    let arrives = (path.impact.share() * 10_f64.powi(length)).round() as u64;
    (arrows, path.turns, arrives)
}

#[test]
fn the_ways_and_their_signs_are_those_that_trying_everything_finds() {
    let mut all = 0;
    for drawing in DRAWINGS.iter() {
        let causal = Causal::of(&drawing.graph);
        let place = |thing: usize| causal.place_of(&Key::of(&format!("t{thing}")).unwrap());
        for from in 0..drawing.things {
            assert_eq!(place(from), Some(from));
            let found = paths(&causal, from, 6, Impact::hundredths(4));
            let expected = ways(drawing, from, 6);
            assert_eq!(found.len(), expected.len(), "each once, from {from}, seed {}", drawing.seed);
            let told: BTreeSet<Way> = found.iter().map(told).collect();
            assert_eq!(told, expected, "from {from}, seed {}", drawing.seed);
            all += found.len();
        }
    }
    assert!(all > 50_000, "the graphs have {all} ways");
}

#[test]
fn the_ways_to_a_place_are_those_of_all_ways_that_end_there() {
    for drawing in DRAWINGS.iter().step_by(5) {
        let causal = Causal::of(&drawing.graph);
        let paths_to: BTreeMap<usize, PathsTo<'_, '_>> =
            (0..drawing.things).map(|to| (to, PathsTo::place(&causal, to, 6, Impact::hundredths(4)))).collect();
        for from in 0..drawing.things {
            let all = paths(&causal, from, 6, Impact::hundredths(4));
            for (to, paths) in paths_to.iter().filter(|(to, _)| **to != from) {
                let there: BTreeSet<Way> = all.iter().filter(|path| path.end() == Some(*to)).map(told).collect();
                let found: Vec<_> = paths.from(from).collect();
                assert_eq!(found.len(), there.len(), "each once, from {from} to {to}, seed {}", drawing.seed);
                assert_eq!(
                    found.iter().map(told).collect::<BTreeSet<_>>(),
                    there,
                    "{from} to {to}, seed {}",
                    drawing.seed
                );
                assert!(found.is_sorted_by(|one, next| one.impact >= next.impact), "the strongest first");
            }
        }
    }
}
