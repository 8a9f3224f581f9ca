use super::Lens;

/// Every lens, in the order of the numbers. A new lens is one file, such as `lens/loops.rs` for `Lens::LOOP`, and one
/// entry in this list.
pub const LENSES: &[&Lens] = &[
    Lens::RIPPLE,
    Lens::LOOP,
    Lens::ARCHETYPE,
    Lens::CONFLICT,
    Lens::REDUNDANCY,
    Lens::SYNERGY,
    Lens::UNMET,
    Lens::BOUNDARY,
    Lens::INCENTIVE,
    Lens::LEVERAGE,
    Lens::SINGLE_POINT,
    Lens::EMERGENT,
    Lens::MOMENTUM,
    Lens::SILENCE,
    Lens::DISPUTE,
    Lens::CHARTER,
    Lens::MECHANISM,
];

impl Lens {
    /// Returns the lens with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        LENSES.iter().copied().find(|lens| lens.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lenses_are_listed_by_number_and_no_two_share_a_name() {
        assert!(LENSES.iter().zip(1..).all(|(lens, number)| lens.number == number));
        assert!(LENSES.iter().all(|lens| Lens::named(lens.name) == Some(*lens)));
    }
}
