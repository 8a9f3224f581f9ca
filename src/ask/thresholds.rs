//! Every threshold and every weight of the choice among questions.

use jiff::SignedDuration;

/// How well a question fits if it is listed for the step, in tenths.
pub(super) const AT_HOME: u64 = 10;
/// How well a question fits if it is listed for an exercise that asks for the same sort of answer, in tenths.
pub(super) const IN_FAMILY: u64 = 4;
/// How well any other question fits, in tenths.
pub(super) const ELSEWHERE: u64 = 1;

/// The factor if the unit that could answer is present, in halves.
pub(super) const PRESENT: u64 = 2;
/// The factor if the unit that could answer is absent, in halves.
pub(super) const ABSENT: u64 = 1;

/// The freshness of a question whose subject and template were not used lately, in tenths.
pub(super) const FRESH: u64 = 10;
/// The freshness of a question about the same subject as the last question, in tenths.
pub(super) const SAME_SUBJECT: u64 = 5;
/// The freshness of a question whose template was used lately, in tenths.
pub(super) const SAME_TEMPLATE: u64 = 3;
/// The number of last questions whose templates count as used lately.
pub(super) const REMEMBERED: usize = 3;

/// The factor if somebody has spoken of the subject of a question, in halves.
pub(super) const SPOKEN_OF: u64 = 2;
/// The factor if only imported files name all of its subjects, in halves.
pub(super) const ONLY_LISTED: u64 = 1;
/// What the expected gaps of an open end add to the reach of its subject where another template asks about it for a reason
/// of its own, in thousandths of the largest reach.
pub(super) const GAPS_BESIDE: u64 = 100;
/// What they count as reach where nothing else is a reason to ask. With what the reach of the subject counts there, it
/// stays below what a template of weight 10 has without any reach: a dispute comes first.
pub(super) const GAPS_ALONE: u64 = 300;
/// How much the reach of the subject counts there, in thousandths: what is wanted is why a person asks.
pub(super) const REACH_BESIDE_GAPS: u64 = 120;
/// A template asks about at most this many open ends on each side, those with the most expected gaps.
pub(super) const OPEN_ASKED: usize = 500;
/// A template asks about at most this many things and arrows of imported files, those in the most use.
pub(super) const LISTED_ASKED: usize = 200;

/// One question in this many prefers units that have not spoken yet.
pub(super) const TURN_OF_THE_UNHEARD: usize = 3;
/// The factor by which such a question prefers units that have not spoken yet.
pub(super) const UNHEARD: u64 = 2;

/// If fewer minutes than this are left, only quick questions are offered.
pub(super) const QUICK_BELOW: i64 = 3;

/// The minimum number of arrows in a loop.
pub(super) const LOOP_SHORTEST: usize = 2;
/// The maximum number of arrows in a loop.
pub(super) const LOOP_LONGEST: usize = 8;
/// The maximum number of loops that are looked at.
pub(super) const LOOPS: usize = 200;
/// The number of characters of a name that is read aloud in one breath.
pub(super) const ONE_BREATH: usize = 60;
/// The number of arrows of a loop that anybody can follow by ear.
pub(super) const LAP_TOLD: usize = 4;

/// The minimum number of causes of a factor in which things are said to meet.
pub(super) const MEETING: usize = 2;
/// The maximum number of arrows along which two changes pull one thing apart.
pub(super) const CONFLICT: usize = 2;
/// The number of arrows of a path that might close a loop.
pub(super) const COMING_BACK: usize = 3;
/// The minimum share of the highest reach that counts as high, in halves.
pub(super) const HIGH_HALVES: u64 = 1;
/// The minimum number of arrows of a party that counts as involved.
pub(super) const INVOLVED: usize = 2;
/// The minimum number of units that need a scarce thing for it to count as shared.
pub(super) const SHARED_UNITS: usize = 2;
/// The minimum number of welcome effects, without any other, after which the room is asked what could go badly.
pub(super) const WELCOME_EFFECTS: usize = 2;
/// The time after which one unit counts as speaking alone, if no other unit has spoken.
pub(super) const ONE_VOICE: SignedDuration = SignedDuration::from_mins(10);
/// Words with fewer letters than this are not compared.
pub(super) const WORD: usize = 3;

/// The points of a target that the thing aims at.
pub(super) const TARGET_AIM: u64 = 6;
/// The points of a target that a similar thing changes, for each thing that the two have in common.
pub(super) const TARGET_ALIKE: u64 = 4;
/// The points of a target that shares a word with the thing.
pub(super) const TARGET_WORD: u64 = 3;
/// The points of a target two arrows away.
pub(super) const TARGET_NEAR: u64 = 2;
/// The points of a target that the same party answers for.
pub(super) const TARGET_UNIT: u64 = 1;
