use super::chance::SeededChance;
use super::wiring::Wiring;

/// The share of the arrows that is hidden at a time, in hundredths.
const HIDDEN: usize = 30;

/// A map without a part of its arrows, and the arrows that were taken out.
#[derive(Debug)]
pub(super) struct Hiding {
    /// What is left.
    pub(super) left: Wiring,
    /// What was taken out.
    pub(super) hidden: Vec<(usize, usize)>,
}

impl Hiding {
    /// Hides arrows by chance, others in each turn.
    pub(super) fn of(wiring: &Wiring, chance: SeededChance, turn: u64) -> Self {
        let mut arrows = wiring.arrows().to_vec();
        let count = (arrows.len() * HIDDEN).div_ceil(100);
        chance.turn(turn).draw(&mut arrows, count);
        let left = arrows.split_off(count);
        Self { left: Wiring::of(wiring.things(), left), hidden: arrows }
    }
}
