use std::collections::{BTreeMap, BTreeSet};

use super::last::last_of_each;
use super::notes::Notes;
use crate::export::beside::beside;
use crate::export::markdown::{foreign, list};
use crate::graph::{Evidence, Link};
use crate::record::english::{Agreement, counted_in_words};
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

/// For each side, the people on it, each with their latest statement; statements without a speaker are lines, and not
/// people.
fn sides(notes: &Notes<'_>, link: Link<'_>) -> BTreeMap<Sign, Vec<String>> {
    let told = link.arrow.evidence.iter().filter(|said| !said.imagined && said.said.is_some()).enumerate();
    let whose = |at: usize, said: &Evidence| said.speaker.clone().ok_or(at);
    let latest = last_of_each(told.map(|(at, said)| ((&said.session, whose(at, said)), said)));
    let mut sides: BTreeMap<Sign, (Vec<String>, Vec<&Evidence>)> = BTreeMap::new();
    for said in latest {
        let sign = said.said.map(|sign| side(sign, link.arrow.relation));
        let (people, lines) = sides.entry(sign.unwrap_or_default()).or_default();
        let here = said.session.as_ref() == notes.session.header().id;
        if here && said.speaker.is_none() { lines.push(said) } else { people.push(who(notes, said)) }
    }
    let told = |(people, lines): (Vec<String>, Vec<&Evidence>)| people.into_iter().chain(nameless(&lines)).collect();
    sides.into_iter().map(|(sign, side)| (sign, told(side))).collect()
}

/// The lines without a speaker on one side: "two lines that name nobody (seen)".
fn nameless(lines: &[&Evidence]) -> Option<String> {
    let beside: Vec<String> = lines.iter().flat_map(|said| how_and_words(said)).collect();
    let beside: BTreeSet<String> = beside.into_iter().collect();
    let verb = if lines.len() == 1 { "names" } else { "name" };
    let told = format!("{} that {verb} nobody", counted_in_words(lines.len(), "line", "lines"));
    (!lines.is_empty()).then(|| in_brackets(told, &beside.into_iter().collect::<Vec<_>>()))
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
    in_brackets(who, &how_and_words(said))
}

/// How somebody knows, and the words beside the statement.
fn how_and_words(said: &Evidence) -> Vec<String> {
    let how = match said.basis {
        Some(Basis::Seen) => Some("seen".to_owned()),
        Some(Basis::Guess) => Some("a guess".to_owned()),
        _ => None,
    };
    how.into_iter().chain(beside(said).map(|words| foreign(&words))).collect()
}

fn in_brackets(who: String, beside: &[String]) -> String {
    if beside.is_empty() { who } else { format!("{who} ({})", beside.join(", ")) }
}

fn is_name(notes: &Notes<'_>, seat: Option<&str>, called: &str) -> bool {
    let person = seat.and_then(|tag| notes.session.person(tag));
    person.and_then(|person| person.name.as_deref()) == Some(called)
}
