//! Every number of the definitions. They were chosen so that the behaviour is easy to explain; they are not estimates.

use super::height::Height;

/// The lowest rating that needs an example.
pub(super) const GATED_FROM: u8 = 4;
/// The maximum rating that counts without a recent example.
pub(super) const WITHOUT_EXAMPLE: u8 = 3;
/// An example is recent up to this age in days.
pub(super) const RECENT_DAYS: i32 = 90;
/// An example counts up to this age in days.
pub(super) const COUNTS_DAYS: i32 = 365;

/// The minimum number of answered items of a level for a result.
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
/// The minimum severity of an incentive that is set beside a rating.
pub(super) const PULL_SEVERITY: u8 = 50;

/// The maximum number of dates on a ladder of 80 columns.
pub(super) const MARKS_SHOWN: usize = 6;
