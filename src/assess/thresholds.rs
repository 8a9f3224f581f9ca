//! Every number of the scoring rules. The numbers were chosen so that the behaviour is easy to explain; they are not
//! estimates.

use super::height::Height;

/// The lowest rating that counts only with a recent example.
pub(super) const GATED_FROM: u8 = 4;
/// The rating that such a rating counts as without a recent example.
pub(super) const WITHOUT_EXAMPLE: u8 = 3;
/// The maximum age in days of a recent example.
pub(super) const RECENT_DAYS: i32 = 90;
/// The maximum age in days of an example that counts.
pub(super) const COUNTS_DAYS: i32 = 365;

/// The minimum number of answered items of a level that has a result.
pub(super) const ENOUGH_ITEMS: usize = 4;
/// The minimum height at which a level holds.
pub(super) const HOLDS_FROM: Height = Height::whole(3);

/// The maximum height of a level with one red flag raised.
pub(super) const CAP_ONE_YES: Height = Height::whole(3);
/// The maximum height of a level with two or more red flags raised.
pub(super) const CAP_MORE_YES: Height = Height::whole(2);
/// The maximum height of a level with one red flag raised sometimes.
pub(super) const CAP_ONE_SOMETIMES: Height = Height::halves(9);
/// The maximum height of a level with two or more red flags raised sometimes.
pub(super) const CAP_MORE_SOMETIMES: Height = Height::halves(7);

/// The maximum number of items to work on at a time.
pub(super) const GAPS: usize = 2;

/// The minimum days between two assessments that can show movement.
pub(super) const APART_DAYS: i32 = 30;

/// The minimum number of people whose counts a room may see.
pub(super) const PEOPLE: usize = 5;

/// The lowest rating that the map may contradict.
pub(super) const CONTRADICTED_FROM: u8 = 4;
/// The minimum severity of an incentive that may contradict a rating.
pub(super) const PULL_SEVERITY: u8 = 50;

/// The maximum number of dates that fit a chart of 80 columns.
pub(super) const MARKS_SHOWN: usize = 6;
