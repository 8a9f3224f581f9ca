//! Every number of the definitions, in one place. They are chosen for plain behaviour, not estimated from data.

use super::height::Height;

/// From this rating on an example is asked for, and gates the rating.
pub(super) const GATED_FROM: u8 = 4;
/// What a rating counts as without a recent example.
pub(super) const WITHOUT_EXAMPLE: u8 = 3;
/// An example is recent for so many days, the last one included.
pub(super) const RECENT_DAYS: i32 = 90;
/// An example counts for so many days, the last one included; an older one counts as none.
pub(super) const COUNTS_DAYS: i32 = 365;

/// So many items of a level must be answered before anything is said about it.
pub(super) const ENOUGH_ITEMS: usize = 4;
/// A level holds from here on.
pub(super) const HOLDS_FROM: Height = Height::whole(3);

/// A level with one red flag raised is no higher.
pub(super) const CAP_ONE_YES: Height = Height::whole(3);
/// A level with two red flags raised, or more, is no higher.
pub(super) const CAP_MORE_YES: Height = Height::whole(2);
/// A level with one red flag raised sometimes is no higher.
pub(super) const CAP_ONE_SOMETIMES: Height = Height::halves(9);
/// A level with two red flags raised sometimes, or more, is no higher.
pub(super) const CAP_MORE_SOMETIMES: Height = Height::halves(7);

/// So many items are worked on at a time.
pub(super) const GAPS: usize = 2;

/// Assessments fewer days apart than this say nothing about movement.
pub(super) const APART_DAYS: i32 = 30;

/// A room sees counts from so many people on.
pub(super) const PEOPLE: usize = 5;

/// The map speaks against a rating from here on.
pub(super) const CONTRADICTED_FROM: u8 = 4;
/// An incentive that pulls apart is worth setting beside a rating from this severity on.
pub(super) const PULL_SEVERITY: u8 = 50;

/// So many dates fit a ladder of 80 columns.
pub(super) const MARKS_SHOWN: usize = 6;
