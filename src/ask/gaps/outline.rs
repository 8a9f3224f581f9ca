use super::wiring::Wiring;
use super::wording_alike::LikeWorded;

/// What the fit reads of a map beside its effects: names, units and kinds, by the index of the thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    wiring: Wiring,
    alike: LikeWorded,
    units: Vec<Option<usize>>,
    kinds: Vec<Option<usize>>,
    other_arrows: Vec<usize>,
}

impl Outline {
    /// Outlines a map: the folded names of its things, the effects from one to another, and for each thing the number of
    /// its unit, that of its kind, and how many arrows at it are no effects.
    pub(super) fn of(
        names: &[&str],
        effects: Vec<(usize, usize)>,
        (units, kinds): (Vec<Option<usize>>, Vec<Option<usize>>),
        other_arrows: Vec<usize>,
    ) -> Self {
        Self { wiring: Wiring::of(names.len(), effects), alike: LikeWorded::of(names), units, kinds, other_arrows }
    }

    /// Returns the effects that are known.
    pub(super) const fn wiring(&self) -> &Wiring {
        &self.wiring
    }

    /// Returns how alike the names are.
    pub(super) const fn alike(&self) -> &LikeWorded {
        &self.alike
    }

    /// Returns the number of the unit of each thing.
    pub(super) fn units(&self) -> &[Option<usize>] {
        &self.units
    }

    /// Returns the number of the kind of each thing.
    pub(super) fn kinds(&self) -> &[Option<usize>] {
        &self.kinds
    }

    /// Returns the number of arrows at a thing that are no effects.
    pub(super) fn other_arrows(&self, thing: usize) -> usize {
        self.other_arrows.get(thing).copied().unwrap_or_default()
    }

    /// Whether two things are of one unit.
    pub(super) fn are_of_one_unit(&self, one: usize, other: usize) -> bool {
        let unit = |thing: usize| self.units.get(thing).copied().flatten();
        unit(one).is_some() && unit(one) == unit(other)
    }
}
