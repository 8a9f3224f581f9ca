use super::sight::Sight;
use super::thresholds::LAP_TOLD;
use crate::graph::Link;
use crate::lens::{Field, LoopStory};
use crate::record::english::{amount, in_words};
use crate::record::{Relation, SessionId, Sign};

/// Says a loop in words, back to its start: "More overtime, less backlog, and less overtime again". A loop that nobody
/// can follow by ear is told by its beginning: "From overtime by way of backlog and five more things back to overtime".
pub(super) fn lap_in_words(field: &Field<'_>, story: &LoopStory<'_>) -> String {
    let mut told = story.amounts(field);
    let again = told.pop().unwrap_or_default();
    if told.len() <= LAP_TOLD {
        return format!("{}, and {again} again", told.join(", "));
    }
    let mut labels = story.steps.iter().filter_map(|step| field.causal.thing(step.from)).map(|thing| &thing.label);
    let (start, next) = (labels.next().map_or("", String::as_str), labels.next().map_or("", String::as_str));
    format!("From {start} by way of {next} and {} more things back to {start}", in_words(labels.count()))
}

/// Returns what the imported file of a session is called: "the Service catalogue".
pub(super) fn called(sight: &Sight<'_>, session: &SessionId) -> String {
    let met = sight.scene.graph.met(session);
    met.map_or_else(|| "an imported file".to_owned(), |met| met.spoken_name("the list"))
}

/// Returns what the file is called that states an arrow; of several, the last.
pub(super) fn lists(sight: &Sight<'_>, link: &Link<'_>) -> String {
    let last = link.arrow.listed.as_ref().and_then(|listed| listed.sessions.last());
    // What states effects is no list of anything, whatever its format.
    let otherwise = if link.arrow.is_effect() { "the imported map" } else { "the list" };
    let met = last.and_then(|session| sight.scene.graph.met(session));
    met.map_or_else(|| "an imported file".to_owned(), |met| met.spoken_name(otherwise))
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
        (Relation::Affects, Some(less)) => format!("{} means {}", amount(false, from), amount(less, to)),
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
