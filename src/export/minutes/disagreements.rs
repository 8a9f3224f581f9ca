use std::collections::BTreeMap;

use super::last::last_of_each;
use super::notes::Notes;
use crate::export::beside::beside;
use crate::export::markdown::{foreign, list};
use crate::graph::{Evidence, Link};
use crate::record::english::Agreement;
use crate::record::{Basis, Relation, Sign};

/// The statements of each side on every arrow that this session was about and on which no side has three quarters of
/// the people.
pub(super) fn disagreements(notes: &Notes<'_>) -> String {
    let graph = notes.graph();
    let here = notes.session.header().id.as_str();
    let disputed = graph.links().chain(graph.set_aside()).filter(|link| link.arrow.is_disputed());
    let spoken_of = |link: &Link<'_>| link.arrow.evidence.iter().any(|said| said.session.as_ref() == here);
    list(disputed.filter(spoken_of).map(|link| told(notes, link)))
}

fn told(notes: &Notes<'_>, link: Link<'_>) -> String {
    let does = Agreement::of(&link.from.label, link.from.kind).verb(relation(link.arrow.relation));
    let about = format!("{} {does} {}", foreign(&link.from.label), foreign(&link.to.label));
    let sides = sides(notes, link);
    let sides: Vec<_> = [Sign::Plus, Sign::Minus, Sign::NoEffect]
        .into_iter()
        .filter_map(|sign| {
            let side = sides.get(&sign)?;
            Some(format!("{}: {}", says(sign, link.arrow.relation), side.join(", ")))
        })
        .collect();
    format!("**{about}** - {}", sides.join("; "))
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Affects => "changes",
        relation => relation.name(),
    }
}

const fn says(sign: Sign, relation: Relation) -> &'static str {
    match (sign, relation.carries_sign()) {
        (Sign::Plus, true) => "*more*",
        (Sign::Plus, false) => "*so it is*",
        (Sign::Minus, _) => "*less*",
        _ => "*no such thing*",
    }
}

/// For each side, the people on it, each with their latest statement.
fn sides(notes: &Notes<'_>, link: Link<'_>) -> BTreeMap<Sign, Vec<String>> {
    let told = link.arrow.evidence.iter().filter(|said| !said.imagined && said.said.is_some()).enumerate();
    // Each statement without a speaker counts as that of another person.
    let whose = |at: usize, said: &Evidence| said.speaker.clone().ok_or(at);
    let latest = last_of_each(told.map(|(at, said)| ((&said.session, whose(at, said)), said)));
    let mut sides: BTreeMap<Sign, Vec<String>> = BTreeMap::new();
    for said in latest {
        let sign = said.said.map(|sign| side(sign, link.arrow.relation));
        sides.entry(sign.unwrap_or_default()).or_default().push(who(notes, said));
    }
    sides
}

/// The side of a statement: for a relation without a sign, everybody who does not deny it confirms it.
const fn side(sign: Sign, relation: Relation) -> Sign {
    match sign {
        Sign::Unknown if !relation.carries_sign() => Sign::Plus,
        sign => sign,
    }
}

/// The source of a statement, such as "somebody in Claims (seen, “they wait longer”)".
fn who(notes: &Notes<'_>, said: &Evidence) -> String {
    let here = said.session.as_ref() == notes.session.header().id;
    let seat = said.speaker.as_deref().filter(|_| here);
    let who = match seat.and_then(|tag| notes.session.in_public(tag)) {
        _ if !here => "somebody in another session".to_owned(),
        Some(name) if is_name(notes, seat, name) => foreign(name),
        Some(unit) => format!("somebody in {}", foreign(unit)),
        None => "somebody".to_owned(),
    };
    let how = match said.basis {
        Some(Basis::Seen) => Some("seen".to_owned()),
        Some(Basis::Guess) => Some("a guess".to_owned()),
        _ => None,
    };
    let words = beside(said).map(|words| foreign(&words));
    let beside: Vec<_> = how.into_iter().chain(words).collect();
    if beside.is_empty() { who } else { format!("{who} ({})", beside.join(", ")) }
}

fn is_name(notes: &Notes<'_>, seat: Option<&str>, called: &str) -> bool {
    let person = seat.and_then(|tag| notes.session.person(tag));
    person.and_then(|person| person.name.as_deref()) == Some(called)
}
