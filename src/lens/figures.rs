//! Every number of the definitions, in one place.

use crate::graph::Impact;

/// Effects are followed along so many arrows at most.
pub(super) const LONGEST_TRAIL: usize = 6;
/// What arrives is followed no further when it is less than this.
pub(super) const FAINTEST: Impact = Impact::hundredths(4);

/// A ripple is at least so many arrows long.
pub(super) const RIPPLE_ARROWS: usize = 2;
/// Less than this arriving is no ripple.
pub(super) const RIPPLE_IMPACT: Impact = Impact::hundredths(6);
/// A ripple into another unit weighs so much more.
pub(super) const RIPPLE_ABROAD: f64 = 1.25;
/// A ripple that shows late weighs so much more.
pub(super) const RIPPLE_LATE: f64 = 1.2;
/// From so many days on a ripple is late.
pub(super) const RIPPLE_LATE_DAYS: u32 = 90;
/// More than this arriving both ways pulls both ways.
pub(super) const PULLS: Impact = Impact::hundredths(10);

// L2

// L3

// L4

// L5

// L6

// L7

// L8

// L9

// L10

// L11

// L12

// L13

// L14

// L15

// L16

// L17
