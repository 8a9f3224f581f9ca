use crate::record::{Basis, Claim, Kind, Sign, Strength};

use super::bundle::Bundle;
use super::called::{Called, agree};
use super::phrases;
use super::time::delay_in_words;
use crate::record::spoken::listed;

/// A sentence about arrows, without the part that tells how the speaker knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ArrowSentence {
    pub(crate) text: String,
    /// Whether the room still has to say "more or less".
    pub(crate) more_or_less: bool,
}

/// Tells bundles as one sentence with a clause for each; a strength or delay that all share is told once, at the end.
pub(crate) fn tell(bundles: &[Bundle]) -> ArrowSentence {
    if let [one, other] = bundles
        && one.mirrors(other)
    {
        let said = told(one, true, true);
        return ArrowSentence { text: format!("{}, and the other way round", said.text), ..said };
    }
    let same_strength = bundles.windows(2).all(|pair| matches!(pair, [a, b] if a.strength == b.strength));
    let same_delay = bundles.windows(2).all(|pair| matches!(pair, [a, b] if a.delay == b.delay));
    let many = bundles.len() > 1;
    let clauses: Vec<_> =
        bundles.iter().map(|bundle| told(bundle, !many || !same_strength, !many || !same_delay)).collect();
    let mut text = clauses.iter().map(|said| said.text.as_str()).collect::<Vec<_>>().join("; ");
    if let Some(first) = bundles.first().filter(|_| many) {
        let strength = if same_strength { how_strongly(first.strength).trim_start_matches(", ") } else { "" };
        let delay = first.delay.filter(|_| same_delay).map(delay_in_words).unwrap_or_default();
        let each = [strength, &delay].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if !each.is_empty() {
            text = format!("{text}; each {each}");
        }
    }
    ArrowSentence { text, more_or_less: clauses.iter().any(|said| said.more_or_less) }
}

/// Tells one bundle; `strength` and `delay` say whether it tells its own.
fn told(bundle: &Bundle, strength: bool, delay: bool) -> ArrowSentence {
    let mut said = clauses(bundle);
    if strength {
        said.text.push_str(how_strongly(bundle.strength));
    }
    if let Some(delay) = bundle.delay.filter(|_| delay) {
        said.text = format!("{}, {}", said.text, delay_in_words(delay));
    }
    said
}

const fn how_strongly(strength: Strength) -> &'static str {
    match strength {
        Strength::Some => "",
        Strength::Clear => ", clearly",
        Strength::Dominant => ", above all",
    }
}

/// Tells how the speaker knows; `None` if there is nothing to tell, as for claims that were told in a room.
pub(crate) fn knowing(claim: &Claim, alone: bool, speaker: Option<&str>) -> Option<String> {
    let found = if claim.sign == Sign::NoEffect { "looked" } else { "seen it" };
    match (claim.basis, speaker) {
        (Basis::Seen, Some(name)) => Some(format!("{name} {} {found}", agree(is_many(name), "has", "have"))),
        (Basis::Seen, None) => Some("this was seen".to_owned()),
        (Basis::Imported, _) => Some("a file says so".to_owned()),
        (Basis::Guess, _) => Some("this is a guess".to_owned()),
        (Basis::Told, _) if alone => Some("so I was told".to_owned()),
        (Basis::Told, _) => None,
    }
}

/// Whether a speaker is a group, which takes a plural verb: "Claims have seen it".
pub(crate) fn is_many(name: &str) -> bool {
    Called { label: name.to_owned(), kind: Kind::Party }.is_many()
}

fn clauses(bundle: &Bundle) -> ArrowSentence {
    let from: Vec<_> = bundle.from.iter().map(Called::name).collect();
    let many = from.len() > 1 || bundle.from.iter().any(Called::is_many);
    let subject = listed(&from, "and");
    let relation = bundle.relation;
    let kind = bundle.from.first().map_or(Kind::Unknown, |from| from.kind);
    let denied = bundle.targets(|sign| sign == Sign::NoEffect);
    let open = bundle.targets(|sign| sign == Sign::Unknown);
    let mut parts = Vec::new();
    if bundle.to.len() > denied.len() + open.len() {
        parts.push(phrases::moved(bundle, &subject, many));
    }
    if !open.is_empty() && relation.carries_sign() {
        let people = open.iter().all(|called| called.kind == Kind::Party);
        parts.push(phrases::open(relation, people, &subject, many, &names(&open)));
    } else if !open.is_empty() {
        parts.push(phrases::linked(relation, kind, &subject, many, &names(&open), open.len() > 1));
    }
    if !denied.is_empty() {
        parts.push(phrases::denied(relation, kind, &subject, many, &names(&denied)));
    }
    // The question "more or less?" makes no sense about units alone.
    let moves = open.iter().any(|called| called.kind != Kind::Party);
    ArrowSentence { text: parts.join("; "), more_or_less: moves && phrases::asks(relation) }
}

fn names(called: &[&Called]) -> String {
    let names: Vec<_> = called.iter().map(|called| called.name()).collect();
    listed(&names, "and")
}
