use crate::graph::Thing;
use crate::record::Kind;

/// A blank of a template that a thing fills, with the kinds of thing for which the question makes sense.
pub type QuestionSlot = (&'static str, &'static [Kind]);

/// A change.
pub(super) const CHANGE: &[Kind] = &[Kind::Initiative];
/// A unit or a group, which can be asked, heard and rewarded.
pub(super) const PARTY: &[Kind] = &[Kind::Party];
/// A factor: of nothing else more or less is wanted.
pub(super) const FACTOR: &[Kind] = &[Kind::Factor];
/// A forum.
pub(super) const FORUM: &[Kind] = &[Kind::Forum];
/// An incentive.
pub(super) const INCENTIVE: &[Kind] = &[Kind::Incentive];
/// A purpose.
pub(super) const PURPOSE: &[Kind] = &[Kind::Purpose];
/// A sentence that people say.
pub(super) const VOICE: &[Kind] = &[Kind::Voice];
/// What there can be more or less of: no party, no place to meet, and nothing that people say or hope for.
pub(super) const AMOUNT: &[Kind] =
    &[Kind::Factor, Kind::Resource, Kind::Process, Kind::Initiative, Kind::Incentive, Kind::Unknown];
/// What can be meant to move.
pub(super) const AIM: &[Kind] = &[Kind::Factor, Kind::Purpose, Kind::Process, Kind::Resource, Kind::Unknown];
/// What somebody can supply to somebody.
pub(super) const SUPPLY: &[Kind] = &[Kind::Resource, Kind::Process, Kind::Initiative, Kind::Factor, Kind::Unknown];
/// What can run, and fail to run.
pub(super) const SOURCE: &[Kind] = &[Kind::Process, Kind::Initiative, Kind::Resource, Kind::Forum, Kind::Unknown];
/// What takes part in effects.
pub(super) const END: &[Kind] = &[
    Kind::Factor,
    Kind::Resource,
    Kind::Process,
    Kind::Initiative,
    Kind::Incentive,
    Kind::Purpose,
    Kind::Forum,
    Kind::Unknown,
];
/// Anything at the end of an arrow.
pub(super) const ANYTHING: &[Kind] = &[
    Kind::Party,
    Kind::Factor,
    Kind::Resource,
    Kind::Process,
    Kind::Initiative,
    Kind::Incentive,
    Kind::Purpose,
    Kind::Forum,
    Kind::Voice,
    Kind::Unknown,
];
/// What can be at either end of supplies: whoever makes something or needs it.
pub(super) const MAKER: &[Kind] =
    &[Kind::Party, Kind::Process, Kind::Initiative, Kind::Resource, Kind::Factor, Kind::Unknown];

/// Whether a thing can fill a blank of these kinds: it is of one of them, and not only by a guess.
pub(super) fn fits(thing: &Thing, kinds: &[Kind]) -> bool {
    kinds.contains(&thing.kind) && thing.is_read_surely()
}
