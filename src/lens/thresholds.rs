//! Every threshold, weight and limit of the definitions, in one place.

use std::ops::RangeInclusive;

use crate::graph::Impact;

/// The maximum number of arrows of a path along effects.
pub const LONGEST_PATH: usize = 6;
/// The minimum impact of a path; weaker paths are not followed.
pub const FAINTEST: Impact = Impact::hundredths(4);

/// Two sums of fractions are equal when they differ by less than this.
pub(super) const ROUNDING: f64 = 1e-9;

/// The minimum number of arrows of a ripple.
pub(super) const RIPPLE_ARROWS: usize = 2;
/// The minimum impact of a ripple.
pub(super) const RIPPLE_IMPACT: Impact = Impact::hundredths(6);
/// Factor for a ripple into another unit.
pub(super) const RIPPLE_ABROAD: f64 = 1.25;
/// Factor for a ripple that shows late.
pub(super) const RIPPLE_LATE: f64 = 1.2;
/// The minimum number of days after which a ripple shows late.
pub(super) const RIPPLE_LATE_DAYS: u32 = 90;
/// An effect pulls both ways if its impact in each direction is above this.
pub(super) const PULLS: Impact = Impact::hundredths(10);

/// A gap is offered after nothing was said about it for this time, in milliseconds.
pub(super) const SETTLING: i64 = 3 * 60 * 1000;

/// The weight of a finding that rests on imported files alone, in hundredths of its severity: it is below the bands in
/// which a room is to talk.
pub(super) const LISTED_HUNDREDTHS: u16 = 45;
/// Of a thing that more initiatives move than this, those that only imported files name are not compared.
pub(super) const LISTED_CROWD: usize = 60;
/// At most this many findings of one pattern that rest on imported files alone are listed.
pub(super) const LISTED_MOST: usize = 5;

/// The number of arrows of a loop that anybody can follow by ear.
pub(super) const FOLLOWED: usize = 4;

// L2
/// The number of arrows in a loop, from the minimum to the maximum.
pub(super) const LOOP_ARROWS: RangeInclusive<usize> = 2..=8;
/// At most this many loops are listed, the shortest first.
pub(super) const LOOPS_LISTED: usize = 200;
/// A loop crosses between units if it has things of at least this many units.
pub(super) const LOOP_UNITS: usize = 2;
/// Factor for a loop that crosses between units.
pub(super) const LOOP_ABROAD: f64 = 1.1;

// L3
/// The product of the parts of an archetype is raised to this power.
pub(super) const PARTS_ROOT: f64 = 0.25;
/// Factor for an archetype of which one part is missing.
pub(super) const NEAR_SHARE: f64 = 0.5;
/// The maximum severity of a finding in which one part of the archetype is missing.
pub(super) const NEAR_MOST: f64 = 45.0;
/// At most this many findings of one archetype are listed, the heaviest first.
pub(super) const STORIES_LISTED: usize = 200;
/// The maximum number of arrows of the path along which a fix helps.
pub(super) const FIX_ARROWS: usize = 2;
/// The minimum number of arrows of the path that brings a problem back.
pub(super) const BACKFIRE_ARROWS: usize = 2;
/// A thing on a brake is a limit if it sits at a delay of at least this many days.
pub(super) const LIMIT_DAYS: u32 = 30;
/// A path that lifts a limit arrives late if it takes at least this many days.
pub(super) const CAPACITY_DAYS: u32 = 60;
/// The minimum number of units that need a scarce resource for it to be a commons.
pub(super) const COMMONS_UNITS: usize = 2;
/// The severity of a commons for each unit that draws on it.
pub(super) const COMMONS_PER_UNIT: f64 = 25.0;
/// The maximum number of arrows of the paths along which adversaries harm each other's aims.
pub(super) const ADVERSARY_ARROWS: usize = 3;
/// The maximum number of arrows of an escalation.
pub(super) const ESCALATION_ARROWS: usize = 4;
/// The number of units in an escalation.
pub(super) const ESCALATION_UNITS: usize = 2;
/// The maximum number of arrows of the path along which a drifting goal is moved by its target.
pub(super) const DRIFT_ARROWS: usize = 2;

// L4

/// The maximum number of arrows from each source to the thing in conflict.
pub(super) const CONFLICT_REACH: usize = 2;
/// The minimum confidence of the paths of a conflict.
pub(super) const CONFLICT_CONFIDENCE: f64 = 0.3;
/// Factor for a conflict that is not between two units.
pub(super) const CONFLICT_AT_HOME: f64 = 0.6;

// L5

/// The minimum number of things that twins share.
pub(super) const TWINS_SHARE: usize = 2;
/// The minimum overlap of twins.
pub(super) const TWINS_OVERLAP: f64 = 0.5;
/// Severity of changes of a list that have one name and several owners.
pub(super) const SAME_NAME: f64 = 50.0;
/// What more initiatives than this touch is a topic: that two touch it does not say that they do one job.
pub(super) const TOPIC: usize = 8;
/// At most this many findings of twins are listed, the heaviest first.
pub(super) const TWINS_LISTED: usize = 5;
/// Factor for twins that do not belong to two units.
pub(super) const TWINS_AT_HOME: f64 = 0.5;

// L6

/// Severity of a supply that another unit needs, before strength and confidence of the need.
pub(super) const SYNERGY_SUPPLY: f64 = 120.0;
/// Severity of two initiatives with one aim and little overlap, and of a raised thing that another unit needs.
pub(super) const SYNERGY_UNKNOWN: f64 = 40.0;
/// The overlap from which two initiatives with the same aim are no longer listed as a missed synergy.
pub(super) const SYNERGY_OVERLAP: f64 = 0.2;

// L7

/// Factor for a need to which the supplier's unit has not said yes.
pub(super) const UNMET_UNCONFIRMED: f64 = 0.6;
/// Factor for a need whose supply comes late.
pub(super) const UNMET_LATE: f64 = 0.5;
/// Factor for a need if an arrow lowers the needed thing.
pub(super) const UNMET_LOWERED: f64 = 1.3;
/// The minimum number of things that need the same thing for an unconfirmed need to be listed.
pub(super) const UNMET_NEEDERS: usize = 3;
/// The minimum number of days of a late supply.
pub(super) const UNMET_LATE_DAYS: u32 = 30;

// L8
/// The minimum number of days after which a crossing between units shows late.
pub(super) const CROSSING_LATE_DAYS: u32 = 30;
/// Factor for a crossing that shows late.
pub(super) const CROSSING_LATE: f64 = 1.5;
/// Factor for a crossing that was not told from both sides.
pub(super) const CROSSING_ONE_SIDED: f64 = 1.3;

/// The heat at which the severity of a boundary is 63; with more heat it approaches 100.
pub(super) const BOUNDARY_HEAT: f64 = 1.5;
/// The minimum number of initiatives that begin within [`PILE_UP_DAYS`] and affect one party, for a pile-up.
pub(super) const PILE_UP_CHANGES: usize = 3;
/// The maximum number of days between the first and the last start of a pile-up.
pub(super) const PILE_UP_DAYS: i64 = 42;
/// Severity of a pile-up.
pub(super) const PILE_UP: f64 = 50.0;

// L9
/// The maximum number of arrows that the effects of a reward are followed beyond the thing it pays for.
pub(super) const REWARD_ARROWS: usize = 4;
/// Factor for a reward that harms another unit.
pub(super) const REWARD_ABROAD: f64 = 1.3;
/// Severity of an aim that no reward pays for.
pub(super) const HOPE_UNREWARDED: f64 = 45.0;
/// Severity of a measure under strain.
pub(super) const STRAIN: f64 = 40.0;

// L10
/// The number of Meadows's levels; the shallowest has the highest number.
pub(super) const LEVELS: u64 = 12;
/// Level of a number: a factor.
pub(super) const LEVEL_NUMBER: u64 = 12;
/// Level of a stock or buffer: a resource.
pub(super) const LEVEL_STOCK: u64 = 11;
/// Level of how things flow: a process or an initiative.
pub(super) const LEVEL_FLOW: u64 = 10;
/// Level of a long delay inside a loop.
pub(super) const LEVEL_WAIT: u64 = 9;
/// Level of the strength of a balancing loop.
pub(super) const LEVEL_BRAKE: u64 = 8;
/// Level of the gain of a reinforcing loop.
pub(super) const LEVEL_REINFORCING: u64 = 7;
/// Level of the flow of information: who gets to know what.
pub(super) const LEVEL_NEWS: u64 = 6;
/// Level of a rule: an incentive.
pub(super) const LEVEL_RULE: u64 = 5;
/// Level of the power to change how things are set up: a forum.
pub(super) const LEVEL_POWER: u64 = 4;
/// Level of a purpose.
pub(super) const LEVEL_PURPOSE: u64 = 3;
/// Level of a shared belief: a voice.
pub(super) const LEVEL_BELIEF: u64 = 2;
/// The minimum number of days of a long delay inside a loop.
pub(super) const LONG_WAIT_DAYS: u32 = 30;
/// The maximum number of things that are listed as places to act.
pub(super) const LEVERAGE_LISTED: usize = 6;
/// The maximum number of arrows, of forums and of purposes that are listed beside the things.
pub(super) const LEVERAGE_BESIDE: usize = 3;

// L11

/// The minimum number of things that need a resource for its single source to be listed.
pub(super) const SINGLE_NEEDERS: usize = 3;
/// The minimum number of units of these things.
pub(super) const SINGLE_UNITS: usize = 2;
/// The minimum percentage of all forums and scarce resources that a hub owns.
pub(super) const HUB_HUNDREDTHS: usize = 40;
/// The minimum number of forums and scarce resources that a hub owns.
pub(super) const HUB_HOLDS: usize = 2;

// L12

/// An initiative counts if its impact on the factor is above this.
pub(super) const EMERGENT_SHARE: Impact = Impact::hundredths(5);
/// The minimum sum of the impacts of the initiatives that count.
pub(super) const EMERGENT_TOTAL: Impact = Impact::hundredths(40);
/// If one initiative has at least this share of the sum (in tenths), the effect is not emergent.
pub(super) const EMERGENT_ALONE_TENTHS: u64 = 7;
/// The minimum number of units of the initiatives that count.
pub(super) const EMERGENT_UNITS: usize = 2;
/// Factor for an emergent effect, which is never certain.
pub(super) const EMERGENT_WEIGHT: f64 = 0.6;
/// Factor for an emergent effect against the wanted direction.
pub(super) const EMERGENT_UNWANTED: f64 = 1.2;
/// Factor for an emergent effect in the direction in which the factor was last seen to move.
pub(super) const EMERGENT_SEEN: f64 = 1.3;

// L13
/// The minimum number of active initiatives of a portfolio.
pub(super) const PORTFOLIO_CHANGES: usize = 3;
/// Points, of a hundred, for initiatives that learn from one another.
pub(super) const BUILDS_WEIGHT: f64 = 25.0;
/// Points for initiatives that serve a purpose.
pub(super) const THESIS_WEIGHT: f64 = 25.0;
/// Points for results that come back.
pub(super) const FEEDBACK_WEIGHT: f64 = 20.0;
/// Points for initiatives that have not faded.
pub(super) const ALIVE_WEIGHT: f64 = 15.0;
/// Points for voices that are answered.
pub(super) const VOICE_WEIGHT: f64 = 15.0;
/// The share of a part that no initiative or voice could have.
pub(super) const UNKNOWN_SHARE: f64 = 0.5;
/// A pilot counts as fading once nobody spoke of it for this many days.
pub(super) const QUIET_DAYS: i64 = 120;
/// The minimum number of units whose people say that a purpose is served, for it to be shared.
pub(super) const SHARED_UNITS: usize = 2;
/// Below this index of motion without momentum, a portfolio is building.
pub(super) const BUILDING_BELOW: f64 = 35.0;
/// Above this index of motion without momentum, a portfolio is motion alone.
pub(super) const MOTION_ABOVE: f64 = 65.0;

// L14
/// The minimum number of causes of a dead end.
pub(super) const DEAD_END_CAUSES: usize = 2;
/// Severity of a dead end, to which the severity for its causes is added.
pub(super) const DEAD_END: f64 = 20.0;
/// Severity that each cause of a dead end adds.
pub(super) const DEAD_END_CAUSE: f64 = 15.0;
/// The maximum severity of a dead end that is a goal: it is none to stop for.
pub(super) const WELCOME_END_MOST: f64 = 74.0;
/// Severity of a party that is affected and has not been heard.
pub(super) const SILENT_PARTY: f64 = 50.0;
/// The maximum number of gaps that are listed: a map need not be complete for a decision.
pub(super) const GAPS_LISTED: usize = 3;
/// The minimum number of listed changes of a unit of which nobody has spoken, to be listed.
pub(super) const UNSPOKEN_CHANGES: usize = 5;
/// Maximum severity of a gap.
pub(super) const GAP: usize = 45;
/// The number of members that a forum usually has at least.
pub(super) const FORUM_MEMBERS: usize = 2;

// L15
/// Severity of a dispute for an agreement of 0; it falls in proportion as agreement rises to 1.
pub(super) const DISPUTE_WEIGHT: f64 = 120.0;
/// Severity of an arrow that only one person has claimed.
pub(super) const UNTESTED: f64 = 20.0;
/// Severity of an arrow that only people of one unit have claimed.
pub(super) const ECHO: f64 = 30.0;
/// The minimum number of people of an echo.
pub(super) const ECHO_PEOPLE: usize = 3;
/// The maximum number of untested arrows, and of echoes, that are listed.
pub(super) const VOUCHED_LISTED: usize = 3;

// L16
/// Factor for an initiative that speaks for people inside only.
pub(super) const CHARTER_INSIDE: f64 = 0.6;
/// The maximum number of effects along which an initiative reaches somebody outside.
pub(super) const CHARTER_ARROWS: usize = 2;
/// The maximum number of agreed rules, and of missing rules, that the sentence names.
pub(super) const CHARTER_NAMED: usize = 2;

// L17
/// Severity of an aim that no path leads to.
pub(super) const HOPE: f64 = 60.0;
/// Severity of an aim that every path moves in the opposite direction.
pub(super) const BACKFIRE: f64 = 80.0;
/// Severity of an aim whose paths are all guesses.
pub(super) const THIN: f64 = 35.0;
/// The maximum confidence of a path that counts as a guess: the confidence in a guess of one person.
pub(super) const THIN_CONFIDENCE: f64 = 0.3;

/// The minimum number of people whose positions, or whose unit's lines, a plot shows to others: as many as unnamed
/// answers need before they are shown together.
pub const FEWEST_PEOPLE: usize = 3;

// Conflict, of one thing with itself
/// The maximum number of arrows of each of the two ways from one thing to another.
pub(super) const BOTH_DIRECTIONS_ARROWS: usize = 3;
/// The minimum impact of each of the two ways.
pub(super) const BOTH_DIRECTIONS_IMPACT: Impact = Impact::hundredths(6);

// Redundancy, of lists
/// The minimum number of units that have a change of one sort, so that it is told.
pub(super) const ONE_SORT_UNITS: usize = 3;
/// Severity of changes of one sort in several units.
pub(super) const ONE_SORT: f64 = 50.0;
