//! Every number of the choice, in one place.

use crate::graph::Impact;

/// Effects are followed along so many arrows at most.
pub(super) const LONGEST_PATH: usize = 6;
/// What arrives is followed no further when it is less than this.
pub(super) const FAINTEST: Impact = Impact::hundredths(4);

/// How well a question at home in the step fits, in tenths.
pub(super) const AT_HOME: u64 = 10;
/// One at home in an exercise of the same family.
pub(super) const IN_FAMILY: u64 = 4;
/// Any other.
pub(super) const ELSEWHERE: u64 = 1;

/// Somebody who could answer is here, in halves.
pub(super) const PRESENT: u64 = 2;
/// Nobody is who could.
pub(super) const ABSENT: u64 = 1;

/// A question that was not asked lately, in tenths.
pub(super) const FRESH: u64 = 10;
/// What was asked about last is asked about again.
pub(super) const SAME_SUBJECT: u64 = 5;
/// A question of the same template was among the last ones.
pub(super) const SAME_TEMPLATE: u64 = 3;
/// So many questions back a template is remembered.
pub(super) const REMEMBERED: usize = 3;

/// Every so many questions those not heard from come first.
pub(super) const TURN_OF_THE_UNHEARD: usize = 3;
/// Their questions count so many times then.
pub(super) const UNHEARD: u64 = 2;

/// With fewer minutes left only quick questions are offered.
pub(super) const QUICK_BELOW: i64 = 3;

/// Circles have so many arrows.
pub(super) const LOOP_SHORTEST: usize = 2;
/// And no more than this.
pub(super) const LOOP_LONGEST: usize = 8;
/// So many circles are looked at.
pub(super) const LOOPS: usize = 200;

/// From so many causes on things meet.
pub(super) const MEETING: usize = 2;
/// Two pull one thing apart over so many arrows at most.
pub(super) const CONFLICT: usize = 2;
/// A way of so many arrows might come back round.
pub(super) const COMING_BACK: usize = 3;
/// What reaches, or is reached, this many halves of the furthest is high.
pub(super) const HIGH_HALVES: u64 = 1;
/// A party in so many arrows is in the middle of it.
pub(super) const INVOLVED: usize = 2;
/// From so many units on a scarce thing is shared.
pub(super) const SHARED_UNITS: usize = 2;
/// From so many welcome effects on, with no other, everything is seen as good.
pub(super) const WELCOME_EFFECTS: usize = 2;
/// One team alone has spoken for so many milliseconds.
pub(super) const ONE_VOICE: u64 = 10 * 60 * 1000;
/// Words shorter than this say little.
pub(super) const WORD: usize = 3;

/// What speaks for a target: that it is aimed at.
pub(super) const TARGET_AIM: u64 = 6;
/// That a similar thing changes it, for each thing the two have in common.
pub(super) const TARGET_ALIKE: u64 = 4;
/// That it shares a word.
pub(super) const TARGET_WORD: u64 = 3;
/// That it lies next to something it is beside.
pub(super) const TARGET_NEAR: u64 = 2;
/// That one team answers for both.
pub(super) const TARGET_UNIT: u64 = 1;
