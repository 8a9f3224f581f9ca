/// On which side of a thing an arrow may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapSide {
    /// What else the thing changes.
    Out,
    /// What else changes the thing.
    Into,
}

impl GapSide {
    /// Both sides.
    pub const BOTH: [GapSide; 2] = [GapSide::Out, GapSide::Into];

    /// Returns the word for it in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            GapSide::Out => "out",
            GapSide::Into => "in",
        }
    }

    /// Returns the side at the other end of an arrow.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            GapSide::Out => GapSide::Into,
            GapSide::Into => GapSide::Out,
        }
    }
}

/// Which thing leads to which, by their indices; at most one arrow from a thing to another.
#[derive(Clone, Debug, Default)]
pub(super) struct Wiring {
    arrows: Vec<(usize, usize)>,
    out: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
}

impl Wiring {
    /// Wires so many things; an arrow from a thing to itself, and one of a thing that is not there, is left out.
    pub(super) fn of(things: usize, mut arrows: Vec<(usize, usize)>) -> Self {
        arrows.retain(|(from, to)| from != to && *from < things && *to < things);
        arrows.sort_unstable();
        arrows.dedup();
        let mut wiring = Self { arrows: Vec::new(), out: vec![Vec::new(); things], into: vec![Vec::new(); things] };
        for (from, to) in &arrows {
            if let Some(ends) = wiring.out.get_mut(*from) {
                ends.push(*to);
            }
            if let Some(ends) = wiring.into.get_mut(*to) {
                ends.push(*from);
            }
        }
        wiring.arrows = arrows;
        wiring
    }

    /// Returns the number of things.
    pub(super) const fn things(&self) -> usize {
        self.out.len()
    }

    /// Returns every arrow as start and end, in order.
    pub(super) fn arrows(&self) -> &[(usize, usize)] {
        &self.arrows
    }

    /// Returns the things at the other ends of the arrows on one side of a thing, in order.
    pub(super) fn ends(&self, thing: usize, side: GapSide) -> &[usize] {
        let all = match side {
            GapSide::Out => &self.out,
            GapSide::Into => &self.into,
        };
        all.get(thing).map_or(&[], Vec::as_slice)
    }

    /// Returns the number of arrows on one side of a thing.
    pub(super) fn count(&self, thing: usize, side: GapSide) -> usize {
        self.ends(thing, side).len()
    }

    /// Returns the number of arrows at a thing.
    pub(super) fn busyness(&self, thing: usize) -> usize {
        self.count(thing, GapSide::Out) + self.count(thing, GapSide::Into)
    }

    /// Returns the things at the other ends of all arrows at a thing; one that leads to it and is led to comes twice.
    pub(super) fn neighbours(&self, thing: usize) -> impl Iterator<Item = usize> {
        self.ends(thing, GapSide::Out).iter().chain(self.ends(thing, GapSide::Into)).copied()
    }

    /// Whether one thing leads to another.
    pub(super) fn leads(&self, from: usize, to: usize) -> bool {
        self.ends(from, GapSide::Out).binary_search(&to).is_ok()
    }
}
