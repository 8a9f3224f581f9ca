use super::sight::Sight;
use crate::graph::{Link, Met};
use crate::lens::{Field, LoopStory};
use crate::record::{Relation, SessionId, Sign};

/// Returns "more" or "less" with a label, as "less Handle time". A phrase without a verb fits labels in the singular
/// and in the plural.
pub(super) fn amount(less: bool, label: &str) -> String {
    format!("{} {label}", if less { "less" } else { "more" })
}

/// Says a loop in words, back to its start: "More overtime, less backlog, and less overtime again".
pub(super) fn lap_in_words(field: &Field<'_>, story: &LoopStory<'_>) -> String {
    let mut told = story.amounts(field);
    let again = told.pop().unwrap_or_default();
    format!("{}, and {again} again", told.join(", "))
}

/// Returns what the imported file of a session is called: "the Service catalogue".
pub(super) fn called(sight: &Sight<'_>, session: &SessionId) -> String {
    let met = sight.scene.graph.met(session);
    met.map_or_else(|| "an imported file".to_owned(), Met::spoken_name)
}

/// Returns what the file is called that states an arrow; of several, the last.
pub(super) fn lists(sight: &Sight<'_>, link: &Link<'_>) -> String {
    let last = link.arrow.listed.as_ref().and_then(|listed| listed.sessions.last());
    last.map_or_else(|| "an imported file".to_owned(), |session| called(sight, session))
}

/// Says an arrow with this sign as the end of a sentence: "more Overtime means less Backlog", "Bot needs Data".
pub(super) fn stated(link: &Link<'_>, sign: Sign) -> String {
    let (from, to) = (&link.from.label, &link.to.label);
    let verb = |verb: &str| format!("{} {to}", link.from.with(verb));
    let less = match sign {
        Sign::NoEffect => return format!("nothing leads from {from} to {to}"),
        Sign::Plus => Some(false),
        Sign::Minus => Some(true),
        Sign::Unknown => None,
    };
    match (link.arrow.relation, less) {
        (Relation::Affects, Some(less)) => format!("more {from} means {}", amount(less, to)),
        (Relation::Affects, None) => verb("changes"),
        (Relation::Feeds, Some(true)) => format!("{} {}", link.from.with("supplies"), amount(true, to)),
        (Relation::Feeds, _) => verb("supplies"),
        (Relation::Needs, _) => verb("needs"),
        (Relation::Rewards, Some(less)) => format!("{} for {}", link.from.with("pays"), amount(less, to)),
        (Relation::Rewards, None) => format!("{} for {to}", link.from.with("pays")),
        (Relation::Aims, Some(less)) => format!("{} meant to bring {}", link.from.with("is"), amount(less, to)),
        (Relation::Aims, None) => format!("{} meant for {to}", link.from.with("is")),
        (Relation::Voices, _) => format!("{} for {to}", link.from.with("speaks")),
        (Relation::Owns, _) => format!("{} for {to}", link.from.with("answers")),
        (Relation::In, _) => format!("{} part of {to}", link.from.with("is")),
        (Relation::Covers, _) => verb("covers"),
        (Relation::Builds, _) => format!("{} on {to}", link.from.with("builds")),
    }
}
