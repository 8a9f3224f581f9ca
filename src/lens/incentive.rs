//! L9, incentives that pull apart: a reward harms a wanted factor, no reward pays for an aim, or a rewarded measure is
//! under strain.
//!
//! Each finding is about incentives that cover somebody. The effects of what an incentive pays for are followed up to
//! four arrows further. Severity of a harm: 100 times the square root of the impact, times the confidence of the path;
//! more if a harmed factor belongs to another unit. Hope and strain have a fixed severity.
//!
//! Sources: Kerr (1975) for hope, Goodhart (1975) and Campbell (1979) for strain, with the mechanisms of Manheim and
//! Garrabrant (2018). Traps: the incentive may have been abolished long ago; people may be better than their
//! incentives; a second measure may already guard the first, which is why the sentence names it if there is one.

mod harm;
mod hope;
mod reward;
mod strain;

use self::reward::Reward;
use super::{Field, FindingDraft, Lens, Lesson, Narration, Pattern, Surprise, Treatment};

impl Lens {
    /// L9, incentives that pull apart.
    pub const INCENTIVE: &'static Self = &Self { number: 9, name: "incentive", read, treats };
}

const MISALIGNED: Lesson = Lesson {
    called: "A misaligned incentive: a reward that makes one place better and the whole worse.",
    source: "Steven Kerr's folly of rewarding the wrong thing (1975) is the classic account.",
    matters: "No appeal lasts against a bonus; whoever follows the rule does nothing wrong.",
};

const UNREWARDED: Lesson = Lesson {
    called: "Hope unrewarded: rewarding one thing while hoping for another.",
    source: "Steven Kerr described it in 'On the folly of rewarding A, while hoping for B' (1975).",
    matters: "People mostly do what they are paid and praised for, and are then blamed for doing it.",
};

const STRAINED: Lesson = Lesson {
    called: "A measure under strain: what counts is the number, and no longer what it was a sign of.",
    source: "Charles Goodhart (1975) and Donald Campbell (1979) each described it.",
    matters: "A number that is rewarded can be moved by itself, so that it improves while nothing else does.",
};

fn treats(pattern: Option<Pattern>) -> Treatment {
    let treatment = match pattern {
        Some(Pattern::Hope) => Treatment::of(UNREWARDED).narrated(Narration::Never),
        Some(Pattern::Strain) => Treatment::of(STRAINED).narrated(Narration::Never),
        _ => Treatment::of(MISALIGNED),
    };
    treatment.surprising(Surprise::IncentiveAgainstGoal)
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let rewards = Reward::all(field);
    let harms = rewards.iter().filter_map(|reward| harm::finding(field, reward, &rewards));
    let strains = rewards.iter().flat_map(|reward| strain::findings(field, reward));
    harms.chain(strains).chain(hope::findings(field, &rewards)).collect()
}
