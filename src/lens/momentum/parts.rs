use crate::lens::Field;
use crate::lens::thresholds::{
    ALIVE_WEIGHT, BUILDING_BELOW, BUILDS_WEIGHT, FEEDBACK_WEIGHT, MOTION_ABOVE, PORTFOLIO_CHANGES, THESIS_WEIGHT,
    UNKNOWN_SHARE, VOICE_WEIGHT,
};
use strum::IntoStaticStr;

use super::portfolio::Portfolio;

/// How far the active changes add up to something: five parts, and their sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Momentum {
    /// The number of active changes: all that have not been stopped.
    pub active: usize,
    /// How much there is of each part, in the order of [`MomentumPart::ALL`].
    pub shares: [Share; 5],
    /// Whether people of two units stand behind one of the purposes served.
    pub shared_purpose: bool,
}

/// One of the five things that turn motion into momentum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum MomentumPart {
    /// One change starts from what another learned.
    Builds,
    /// A change serves a purpose that has been named.
    Thesis,
    /// What a change moves was seen to move, and leads on to a forum, a change or a process.
    Feedback,
    /// A change has not gone quiet.
    Alive,
    /// What people tell themselves has been answered.
    Voice,
}

/// How much of one part there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which part.
    pub part: MomentumPart,
    /// How many have it.
    pub have: usize,
    /// Of how many. If zero, the share is unknown and counts as half.
    pub of: usize,
}

/// What the five parts come to, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MomentumPace {
    /// One change carries the next.
    Building,
    /// Some of it does.
    Mixed,
    /// Much moves, and little of it adds up.
    Motion,
}

impl Momentum {
    /// The five parts of what was said.
    pub fn of(field: &Field<'_>) -> Self {
        Self::in_portfolio(&Portfolio::of(field))
    }

    pub(super) fn in_portfolio(portfolio: &Portfolio<'_>) -> Self {
        let active = portfolio.active.len();
        let shares = MomentumPart::ALL.map(|part| match part {
            MomentumPart::Builds => Share { part, have: portfolio.count(&portfolio.builds), of: active },
            MomentumPart::Thesis => Share { part, have: portfolio.count(&portfolio.serves), of: active },
            MomentumPart::Feedback => Share { part, have: portfolio.count(&portfolio.heard), of: active },
            MomentumPart::Alive => Share { part, have: active - portfolio.fading.len(), of: active },
            MomentumPart::Voice => Share { part, have: portfolio.answered.len(), of: portfolio.voices.len() },
        });
        Self { active, shares, shared_purpose: portfolio.shares_a_purpose() }
    }

    /// The index of motion without momentum, from 0 to 100. None for fewer than three changes.
    pub fn index(&self) -> Option<f64> {
        let points: f64 = self.shares.iter().map(|share| share.points()).sum();
        (self.active >= PORTFOLIO_CHANGES).then_some(100.0 - points)
    }

    /// The same in a word.
    pub fn pace(&self) -> Option<MomentumPace> {
        self.index().map(|index| match index {
            low if low < BUILDING_BELOW => MomentumPace::Building,
            high if high > MOTION_ABOVE => MomentumPace::Motion,
            _ => MomentumPace::Mixed,
        })
    }

    /// The two parts with the lowest shares; of equal ones those with more points.
    pub fn weakest(&self) -> [MomentumPart; 2] {
        let mut shares = self.shares;
        let weight = |share: &Share| share.part.weight();
        shares.sort_by(|one, other| one.value().total_cmp(&other.value()).then(weight(other).total_cmp(&weight(one))));
        let [first, second, ..] = shares;
        [first.part, second.part]
    }

    /// How many have this part.
    pub fn have(&self, part: MomentumPart) -> usize {
        self.shares.iter().find(|share| share.part == part).map_or(0, |share| share.have)
    }
}

impl MomentumPart {
    /// All five, in the order in which they are shown.
    pub const ALL: [MomentumPart; 5] =
        [MomentumPart::Builds, MomentumPart::Thesis, MomentumPart::Feedback, MomentumPart::Alive, MomentumPart::Voice];

    /// Its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it is, for a room.
    pub const fn words(self) -> &'static str {
        match self {
            MomentumPart::Builds => "one starting from what another learned",
            MomentumPart::Thesis => "a purpose that each of them serves",
            MomentumPart::Feedback => "results that come back to a decision",
            MomentumPart::Alive => "keeping alive what was started",
            MomentumPart::Voice => "answers to what people tell themselves",
        }
    }

    /// Its maximum number of points, of a hundred.
    const fn weight(self) -> f64 {
        match self {
            MomentumPart::Builds => BUILDS_WEIGHT,
            MomentumPart::Thesis => THESIS_WEIGHT,
            MomentumPart::Feedback => FEEDBACK_WEIGHT,
            MomentumPart::Alive => ALIVE_WEIGHT,
            MomentumPart::Voice => VOICE_WEIGHT,
        }
    }
}

impl Share {
    /// The share, from 0 to 1.
    pub fn value(self) -> f64 {
        if self.of == 0 { UNKNOWN_SHARE } else { self.have as f64 / self.of as f64 }
    }

    /// Its points. They are multiplied before they are divided, so that halves stay exact.
    fn points(self) -> f64 {
        let weight = self.part.weight();
        if self.of == 0 { weight * UNKNOWN_SHARE } else { weight * self.have as f64 / self.of as f64 }
    }
}
