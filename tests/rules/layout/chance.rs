//! Maps of any kind, drawn by chance that is always the same.

use std::sync::OnceLock;

use adjacent::layout::{ArrowMark, Drawing, Limits, Sketch, SketchBox};

const MARKS: [ArrowMark; 6] =
    [ArrowMark::Bare, ArrowMark::More, ArrowMark::Less, ArrowMark::Open, ArrowMark::Many(3), ArrowMark::Many(120)];
const WORDS: [&str; 8] =
    ["queue", "待ち時間", "Überstunden", "handler fatigue", "e\u{301}tude", "x", "first-contact", "→ 漏斗"];

/// Numbers in an order that only the seed decides.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len())]
    }
}

/// The label of a thing begins with its number, so that it is known even when cut.
pub(crate) fn label(at: usize, chance: &mut Chance) -> String {
    let words: Vec<&str> = (0..chance.below(5)).map(|_| *chance.of(&WORDS)).collect();
    format!("{at:02} {}", words.join(" ")).trim_end().to_owned()
}

/// A map of up to 40 things, with circles, several arrows between two, arrows to oneself, and units.
pub(crate) fn map(seed: u64) -> Sketch {
    let mut chance = Chance::new(seed);
    let things = 1 + chance.below(40);
    let mut sketch = Sketch::new();
    let units = chance.below(6);
    for at in 0..things {
        let group = (units > 0 && chance.below(3) > 0).then(|| format!("unit {}", chance.below(units)));
        let width = if chance.below(9) == 0 { chance.below(30) } else { 0 };
        sketch.add(id(at), SketchBox { label: label(at, &mut chance), group, width });
    }
    for _ in 0..chance.below(things * 2 + 1) {
        let from = chance.below(things);
        let to = if chance.below(20) == 0 { from } else { chance.below(things) };
        let mark = *chance.of(&MARKS);
        for _ in 0..=usize::from(chance.below(15) == 0) {
            match chance.below(8) {
                0 => sketch.join_dotted(&id(from), &id(to), mark).unwrap(),
                _ => sketch.join(&id(from), &id(to), mark).unwrap(),
            }
        }
    }
    sketch
}

/// The drawing of [`map`] within the default limits. Several tests begin with it, and drawing takes long, so each of the
/// first maps is drawn once.
pub(crate) fn drawing(seed: u64) -> &'static Drawing {
    static DRAWINGS: [OnceLock<Drawing>; 300] = [const { OnceLock::new() }; 300];
    DRAWINGS[usize::try_from(seed).unwrap()].get_or_init(|| Drawing::of(&map(seed), Limits::default()))
}

pub(crate) fn id(at: usize) -> String {
    format!("{at:02}")
}
