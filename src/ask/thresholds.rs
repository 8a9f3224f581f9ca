//! Every threshold and weight of the choice among questions, in one place.

use jiff::SignedDuration;

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
/// A template counts as used lately for this many questions.
pub(super) const REMEMBERED: usize = 3;

/// Every this many questions, units that were not heard from come first.
pub(super) const TURN_OF_THE_UNHEARD: usize = 3;
/// Factor for questions to units that were not heard from, when they come first.
pub(super) const UNHEARD: u64 = 2;

/// Only quick questions are offered when fewer minutes than this are left.
pub(super) const QUICK_BELOW: i64 = 3;

/// Minimum number of arrows in a loop.
pub(super) const LOOP_SHORTEST: usize = 2;
/// Maximum number of arrows in a loop.
pub(super) const LOOP_LONGEST: usize = 8;
/// At most this many loops are looked at.
pub(super) const LOOPS: usize = 200;

/// Things meet in a factor from this many causes on.
pub(super) const MEETING: usize = 2;
/// Two changes pull one thing apart along at most this many arrows.
pub(super) const CONFLICT: usize = 2;
/// A path of this many arrows might close a loop.
pub(super) const COMING_BACK: usize = 3;
/// A reach is high from this share of the highest on, in halves.
pub(super) const HIGH_HALVES: u64 = 1;
/// A party is involved when it has at least this many arrows.
pub(super) const INVOLVED: usize = 2;
/// A scarce thing is shared when at least this many units need it.
pub(super) const SHARED_UNITS: usize = 2;
/// Everything is seen as good from this many welcome effects on, when there is no other.
pub(super) const WELCOME_EFFECTS: usize = 2;
/// One unit alone has spoken when no other did for this long.
pub(super) const ONE_VOICE: SignedDuration = SignedDuration::from_mins(10);
/// Words of fewer letters than this are left out of comparisons.
pub(super) const WORD: usize = 3;

/// What speaks for a target: that it is aimed at.
pub(super) const TARGET_AIM: u64 = 6;
/// That a similar thing changes it, for each thing the two have in common.
pub(super) const TARGET_ALIKE: u64 = 4;
/// That it shares a word.
pub(super) const TARGET_WORD: u64 = 3;
/// That it lies next to something it is beside.
pub(super) const TARGET_NEAR: u64 = 2;
/// That one unit answers for both.
pub(super) const TARGET_UNIT: u64 = 1;
