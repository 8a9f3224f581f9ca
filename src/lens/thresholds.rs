//! Every number of the definitions, in one place.

use std::ops::RangeInclusive;

use crate::graph::Impact;

/// Effects are followed along so many arrows at most.
pub const LONGEST_PATH: usize = 6;
/// What arrives is followed no further when it is less than this.
pub const FAINTEST: Impact = Impact::hundredths(4);

/// Sums of fractions that are less than this apart are equal.
pub(super) const ROUNDING: f64 = 1e-9;

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

/// What looks like a gap is not offered while it is talked about: milliseconds.
pub(super) const SETTLING: i64 = 3 * 60 * 1000;

// L2
/// A loop is so many arrows long.
pub(super) const LOOP_ARROWS: RangeInclusive<usize> = 2..=8;
/// Of loops so many are listed at most, the shortest first.
pub(super) const LOOPS_LISTED: usize = 200;
/// From so many units on a loop crosses between units.
pub(super) const LOOP_UNITS: usize = 2;
/// A loop between units weighs so much more.
pub(super) const LOOP_ABROAD: f64 = 1.1;

// L3
/// What the parts of an archetype weigh together is raised to this power.
pub(super) const PARTS_ROOT: f64 = 0.25;
/// An archetype of which one part is missing weighs this share of what is there.
pub(super) const NEAR_SHARE: f64 = 0.5;
/// An archetype of which one part is missing weighs no more than this.
pub(super) const NEAR_MOST: f64 = 45.0;
/// Of each story so many are told at most, the weightiest first.
pub(super) const STORIES_LISTED: usize = 200;
/// A fix helps along so many arrows at most.
pub(super) const FIX_ARROWS: usize = 2;
/// What brings a problem back is at least so many arrows long.
pub(super) const BACKFIRE_ARROWS: usize = 2;
/// From so many days on a wait in a brake makes a limit.
pub(super) const LIMIT_DAYS: u32 = 30;
/// From so many days on what would lift a limit arrives late.
pub(super) const CAPACITY_DAYS: u32 = 60;
/// From so many units on a scarce resource is a commons.
pub(super) const COMMONS_UNITS: usize = 2;
/// A commons weighs so much for each unit that draws on it.
pub(super) const COMMONS_PER_UNIT: f64 = 25.0;
/// Adversaries harm each other's aims along so many arrows at most.
pub(super) const ADVERSARY_ARROWS: usize = 3;
/// An escalation is so many arrows long at most.
pub(super) const ESCALATION_ARROWS: usize = 4;
/// An escalation is between so many units.
pub(super) const ESCALATION_UNITS: usize = 2;
/// A goal that drifts is moved by what it asks for along so many arrows at most.
pub(super) const DRIFT_ARROWS: usize = 2;

// L4

/// A conflict is at most so many arrows away on each side.
pub(super) const CONFLICT_REACH: usize = 2;
/// A way less sure than this makes no conflict.
pub(super) const CONFLICT_CONFIDENCE: f64 = 0.3;
/// A conflict that is not between two units weighs so much of one that is.
pub(super) const CONFLICT_AT_HOME: f64 = 0.6;

// L5

/// So many things at least are shared.
pub(super) const TWINS_SHARE: usize = 2;
/// From this share of all that either touches, two changes are twins.
pub(super) const TWINS_OVERLAP: f64 = 0.5;
/// Twins that are not of two units weigh so much of those that are.
pub(super) const TWINS_AT_HOME: f64 = 0.5;

// L6

/// What one unit makes and another asks for weighs so much, times strength and confidence of the need.
pub(super) const SYNERGY_SUPPLY: f64 = 120.0;
/// One aim of two that hardly overlap weighs so much, and so does a push that those who need it do not know of.
pub(super) const SYNERGY_UNKNOWN: f64 = 40.0;
/// From this overlap on two changes with one aim have more in common than the aim.
pub(super) const SYNERGY_OVERLAP: f64 = 0.2;

// L7

/// A need that the supplier's side has not confirmed weighs so much of one without a supplier.
pub(super) const UNMET_UNCONFIRMED: f64 = 0.6;
/// A need whose supply comes late weighs so much of one without a supplier.
pub(super) const UNMET_LATE: f64 = 0.5;
/// A need weighs so much more when something lowers what is needed.
pub(super) const UNMET_LOWERED: f64 = 1.3;
/// What nobody confirmed is worth saying once so many need the same thing.
pub(super) const UNMET_NEEDERS: usize = 3;
/// A supply that takes fewer days than this is late for nobody.
pub(super) const UNMET_LATE_DAYS: u32 = 30;

// L8
/// From so many days on what crosses between units shows late.
pub(super) const CROSSING_LATE_DAYS: u32 = 30;
/// What shows late on the other side is felt so much more.
pub(super) const CROSSING_LATE: f64 = 1.5;
/// What has been told from one side only is felt so much more.
pub(super) const CROSSING_ONE_SIDED: f64 = 1.3;

/// With this much heat a boundary weighs about 63; with more of it the weight nears 100.
pub(super) const BOUNDARY_HEAT: f64 = 1.5;
/// So many changes that land on one party at a time are a pile.
pub(super) const PILE_UP_CHANGES: usize = 3;
/// At a time: within so many days.
pub(super) const PILE_UP_DAYS: i64 = 42;
/// What a pile weighs.
pub(super) const PILE_UP: f64 = 50.0;

// L9
/// What a reward brings about is followed along so many arrows at most after what it rewards.
pub(super) const REWARD_ARROWS: usize = 4;
/// A reward that harms another unit weighs so much more.
pub(super) const REWARD_ABROAD: f64 = 1.3;
/// Hope that nothing rewards weighs so much.
pub(super) const HOPE_UNREWARDED: f64 = 45.0;
/// A measure under strain weighs so much.
pub(super) const STRAIN: f64 = 40.0;

// L10
/// Meadows's twelve levels: how many there are, the shallowest having the highest number.
pub(super) const LEVELS: u64 = 12;
/// Level of a number: a factor.
pub(super) const LEVEL_NUMBER: u64 = 12;
/// Level of a stock or buffer: a resource.
pub(super) const LEVEL_STOCK: u64 = 11;
/// Level of how things flow: a process or an initiative.
pub(super) const LEVEL_FLOW: u64 = 10;
/// Level of a long wait inside a loop.
pub(super) const LEVEL_WAIT: u64 = 9;
/// Level of the strength of a brake.
pub(super) const LEVEL_BRAKE: u64 = 8;
/// Level of the gain of a loop that feeds on itself.
pub(super) const LEVEL_REINFORCING: u64 = 7;
/// Level of who gets to know what.
pub(super) const LEVEL_NEWS: u64 = 6;
/// Level of a rule: an incentive.
pub(super) const LEVEL_RULE: u64 = 5;
/// Level of the power to change how things are set up: a forum.
pub(super) const LEVEL_POWER: u64 = 4;
/// Level of a purpose.
pub(super) const LEVEL_PURPOSE: u64 = 3;
/// Level of a shared belief: a voice.
pub(super) const LEVEL_BELIEF: u64 = 2;
/// From so many days on a wait inside a loop is long.
pub(super) const LONG_WAIT_DAYS: u32 = 30;
/// So many places to act are listed.
pub(super) const LEVERAGE_LISTED: usize = 6;
/// Of arrows, of forums and of purposes as places to act so many each are listed beside them.
pub(super) const LEVERAGE_BESIDE: usize = 3;

// L11

/// A single source matters once so many need what it supplies.
pub(super) const SINGLE_NEEDERS: usize = 3;
/// A single source matters once those who need it are of so many units.
pub(super) const SINGLE_UNITS: usize = 2;
/// A party that holds so many hundredths of all forums and scarce resources is a hub.
pub(super) const HUB_HUNDREDTHS: usize = 40;
/// Who holds fewer than this is no hub, however little there is to hold.
pub(super) const HUB_HOLDS: usize = 2;

// L12

/// A change counts when it moves the factor by more than this.
pub(super) const EMERGENT_SHARE: Impact = Impact::hundredths(5);
/// Together they move it by at least this.
pub(super) const EMERGENT_TOTAL: Impact = Impact::hundredths(40);
/// From so many tenths of the total on, it is one change and its effect, and nothing emerges.
pub(super) const EMERGENT_ALONE_TENTHS: u64 = 7;
/// They belong to at least so many units.
pub(super) const EMERGENT_UNITS: usize = 2;
/// What is thought to emerge weighs so much of what would be certain.
pub(super) const EMERGENT_WEIGHT: f64 = 0.6;
/// It weighs so much more when it goes against what is wanted.
pub(super) const EMERGENT_UNWANTED: f64 = 1.2;
/// It weighs so much more when the factor was last seen to move the same way.
pub(super) const EMERGENT_SEEN: f64 = 1.3;

// L13
/// So many changes under way make a portfolio.
pub(super) const PORTFOLIO_CHANGES: usize = 3;
/// What changes that learn from one another weigh, of a hundred.
pub(super) const BUILDS_WEIGHT: f64 = 25.0;
/// What changes that serve a purpose weigh.
pub(super) const THESIS_WEIGHT: f64 = 25.0;
/// What results that come back weigh.
pub(super) const FEEDBACK_WEIGHT: f64 = 20.0;
/// What changes that have not faded weigh.
pub(super) const ALIVE_WEIGHT: f64 = 15.0;
/// What answers to people's voices weigh.
pub(super) const VOICE_WEIGHT: f64 = 15.0;
/// What a part counts as when there is nobody to ask: unknown is not good.
pub(super) const UNKNOWN_SHARE: f64 = 0.5;
/// A pilot nobody spoke of for so many days fades.
pub(super) const QUIET_DAYS: i64 = 120;
/// From so many units on a purpose is shared.
pub(super) const SHARED_UNITS: usize = 2;
/// Below this a portfolio is building.
pub(super) const BUILDING_BELOW: f64 = 35.0;
/// Above this it is motion alone.
pub(super) const MOTION_ABOVE: f64 = 65.0;

// L14
/// From so many causes on a factor without a consequence is a dead end.
pub(super) const DEAD_END_CAUSES: usize = 2;
/// What a dead end weighs before its causes are counted.
pub(super) const DEAD_END: f64 = 20.0;
/// What each of its causes adds.
pub(super) const DEAD_END_CAUSE: f64 = 15.0;
/// What a party weighs that is affected and has not been heard.
pub(super) const SILENT_PARTY: f64 = 50.0;
/// So many gaps are listed at most: a map is done when the decision is clear.
pub(super) const GAPS_LISTED: usize = 3;
/// A gap weighs no more than this, however many arrows lead into it.
pub(super) const GAP: usize = 45;
/// A forum has so many members.
pub(super) const FORUM_MEMBERS: usize = 2;

// L15
/// What agreement lacks is weighed by this.
pub(super) const DISPUTE_WEIGHT: f64 = 120.0;
/// What one person alone has said weighs so much.
pub(super) const UNTESTED: f64 = 20.0;
/// What one unit alone has said weighs so much.
pub(super) const ECHO: f64 = 30.0;
/// From so many people of one unit on it is an echo.
pub(super) const ECHO_PEOPLE: usize = 3;
/// So many of what one person or one unit has said are listed at most.
pub(super) const VOUCHED_LISTED: usize = 3;

// L16
/// Something that acts for us inside weighs so much of what it would outside.
pub(super) const CHARTER_INSIDE: f64 = 0.6;
/// Somebody outside is reached along so many effects.
pub(super) const CHARTER_ARROWS: usize = 2;
/// So many rules that are there, and so many that are not, are named aloud.
pub(super) const CHARTER_NAMED: usize = 2;

// L17
/// An aim without a route weighs so much.
pub(super) const HOPE: f64 = 60.0;
/// An aim whose every route leads the other way weighs so much.
pub(super) const BACKFIRE: f64 = 80.0;
/// An aim whose every route is a guess weighs so much.
pub(super) const THIN: f64 = 35.0;
/// As sure as this a route is a guess: what one person guesses.
pub(super) const THIN_CONFIDENCE: f64 = 0.3;
