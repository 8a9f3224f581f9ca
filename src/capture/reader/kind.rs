use crate::capture::Lexicon;
use crate::graph::Key;
use crate::record::{Kind, Relation};

/// Returns the kind that the head of a name says, in the first language that knows it: "pressure on staff" is about the
/// pressure.
pub(crate) fn of_head(key: &Key, lexicon: &Lexicon) -> Option<Kind> {
    lexicon.languages().iter().find_map(|words| words.kind_of(key.as_str()))
}

/// What an arrow says about the kind at one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EndRole {
    /// Nothing: any kind fits.
    Any,
    /// The kind that the verb requires.
    Is(Kind),
    /// A factor, unless the name says another kind.
    Moves,
}

/// Returns what a relation says about the kinds at its start and its end.
pub(crate) const fn roles(relation: Relation) -> (EndRole, EndRole) {
    match relation {
        Relation::Affects => (EndRole::Moves, EndRole::Moves),
        Relation::Needs => (EndRole::Any, EndRole::Is(Kind::Resource)),
        Relation::Owns => (EndRole::Is(Kind::Party), EndRole::Any),
        Relation::Rewards => (EndRole::Is(Kind::Incentive), EndRole::Is(Kind::Factor)),
        Relation::Builds => (EndRole::Is(Kind::Initiative), EndRole::Is(Kind::Initiative)),
        Relation::Feeds | Relation::Aims | Relation::Voices | Relation::In | Relation::Covers => {
            (EndRole::Any, EndRole::Any)
        }
    }
}

/// Whether an arrow of this relation usually runs between things of these kinds.
pub(crate) fn fits(relation: Relation, from: Kind, to: Kind) -> bool {
    use Kind::{Factor, Forum, Incentive, Initiative, Party, Process, Purpose, Resource, Unknown, Voice};
    let among = |kind: Kind, kinds: &[Kind]| kind == Unknown || kinds.contains(&kind);
    match relation {
        Relation::Affects => (from, to) != (Party, Party),
        Relation::Feeds => true,
        Relation::Needs => {
            among(from, &[Initiative, Process, Party]) && among(to, &[Resource, Process, Initiative, Party])
        }
        Relation::Rewards => among(from, &[Incentive]) && among(to, &[Factor]),
        Relation::Aims => among(from, &[Initiative, Incentive, Forum]) && among(to, &[Factor, Purpose]),
        Relation::Voices => among(from, &[Initiative]) && among(to, &[Party, Purpose]),
        Relation::Owns => among(from, &[Party]),
        Relation::In => from == to || from == Unknown || to == Unknown,
        Relation::Covers => among(from, &[Incentive, Forum, Voice, Purpose]),
        Relation::Builds => among(from, &[Initiative]) && among(to, &[Initiative]),
    }
}

/// Says a kind in the words of the room.
pub(crate) const fn in_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Party => "a team or group",
        Kind::Initiative => "something we are changing",
        Kind::Process => "a piece of work",
        Kind::Resource => "something that is needed",
        Kind::Factor => "something that goes up or down",
        Kind::Incentive => "something people are rewarded for",
        Kind::Forum => "a place where things are sorted out",
        Kind::Purpose => "something it is all for",
        Kind::Voice => "something people say",
        Kind::Unknown => "not sorted yet",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_says_the_kind() {
        for (label, kind) in [
            ("Claims handlers", Some(Kind::Party)),
            ("Service BOT", Some(Kind::Initiative)),
            ("Customer-history", Some(Kind::Resource)),
            ("Loss-ratio target", Some(Kind::Incentive)),
            ("Data clinic", Some(Kind::Forum)),
            ("Claims intake", Some(Kind::Process)),
            ("Loss ratio", Some(Kind::Factor)),
            ("Time to reply", Some(Kind::Factor)),
            ("Pressure on staff", Some(Kind::Factor)),
            ("Reply times", Some(Kind::Factor)),
            ("Old letters", None),
        ] {
            assert_eq!(of_head(&Key::of(label).unwrap(), Lexicon::english()), kind, "{label}");
        }
    }
}
