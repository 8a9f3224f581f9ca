use crate::lens::Field;
use crate::lens::thresholds::{
    ALIVE_WEIGHT, BUILDING_BELOW, BUILDS_WEIGHT, FEEDBACK_WEIGHT, MOTION_ABOVE, PORTFOLIO_CHANGES, THESIS_WEIGHT,
    UNKNOWN_SHARE, VOICE_WEIGHT,
};
use strum::IntoStaticStr;

use super::portfolio::Portfolio;

/// The momentum of the active initiatives: the shares of five parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Momentum {
    /// The number of active initiatives: all that have not been stopped.
    pub active: usize,
    /// The share of each part, in the order of [`MomentumPart::ALL`].
    pub shares: [Share; 5],
    /// Whether people of at least two units say that an initiative serves the same purpose.
    pub shared_purpose: bool,
}

/// One of the five parts of momentum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum MomentumPart {
    /// An initiative starts from what another one learned, or teaches another one.
    Builds,
    /// An initiative serves a named purpose.
    Thesis,
    /// An initiative moves a thing that was seen to move and that leads on to a forum, an initiative or a process.
    Feedback,
    /// An initiative has not faded.
    Alive,
    /// A voice has been answered by a purpose or a promise.
    Voice,
}

/// The share of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: MomentumPart,
    /// The number of initiatives or voices that have the part.
    pub have: usize,
    /// The number of all initiatives or voices. If it is 0, the share is unknown and counts as half.
    pub of: usize,
}

/// The five parts summed up in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MomentumPace {
    /// Each initiative prepares for the next one.
    Building,
    /// Some initiatives prepare for the next one.
    Mixed,
    /// Much is under way, and few initiatives prepare for the next one.
    Motion,
}

impl Momentum {
    /// Computes the five parts of a field.
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

    /// Returns the index of motion without momentum, from 0 to 100; `None` for fewer than three active initiatives.
    pub fn index(&self) -> Option<f64> {
        let points: f64 = self.shares.iter().map(|share| share.points()).sum();
        (self.active >= PORTFOLIO_CHANGES).then_some(100.0 - points)
    }

    /// Returns the index in a word; `None` for fewer than three active initiatives.
    pub fn pace(&self) -> Option<MomentumPace> {
        self.index().map(|index| match index {
            low if low < BUILDING_BELOW => MomentumPace::Building,
            high if high > MOTION_ABOVE => MomentumPace::Motion,
            _ => MomentumPace::Mixed,
        })
    }

    /// Returns the two parts with the lowest shares, the lowest first; of equal shares the one with more points comes
    /// first.
    pub fn weakest(&self) -> [MomentumPart; 2] {
        let mut shares = self.shares;
        let weight = |share: &Share| share.part.weight();
        shares.sort_by(|one, other| one.value().total_cmp(&other.value()).then(weight(other).total_cmp(&weight(one))));
        let [first, second, ..] = shares;
        [first.part, second.part]
    }

    /// Returns the number of initiatives or voices that have this part.
    pub fn have(&self, part: MomentumPart) -> usize {
        self.shares.iter().find(|share| share.part == part).map_or(0, |share| share.have)
    }
}

impl MomentumPart {
    /// All five parts, in the order in which they are shown.
    pub const ALL: [MomentumPart; 5] =
        [MomentumPart::Builds, MomentumPart::Thesis, MomentumPart::Feedback, MomentumPart::Alive, MomentumPart::Voice];

    /// Returns its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Describes the part for a room.
    pub const fn words(self) -> &'static str {
        match self {
            MomentumPart::Builds => "one starting from what another learned",
            MomentumPart::Thesis => "a purpose that each of them serves",
            MomentumPart::Feedback => "results that come back to a decision",
            MomentumPart::Alive => "keeping alive what was started",
            MomentumPart::Voice => "answers to what people tell themselves",
        }
    }

    /// Returns its maximum number of points; the five add up to a hundred.
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
    /// Returns the share, from 0 to 1.
    pub fn value(self) -> f64 {
        if self.of == 0 { UNKNOWN_SHARE } else { self.have as f64 / self.of as f64 }
    }

    /// Returns the points of the share. The multiplication comes before the division, so that halves stay exact.
    fn points(self) -> f64 {
        let weight = self.part.weight();
        if self.of == 0 { weight * UNKNOWN_SHARE } else { weight * self.have as f64 / self.of as f64 }
    }
}
