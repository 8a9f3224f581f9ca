use super::beside::all_beside;
use crate::graph::{Arrow, Graph, Link, Met, Observation, Tally, Thing};
use crate::record::spoken::{after, listed};
use crate::record::text::{clean, clip};
use crate::record::voiced::own_words;
use crate::record::{Basis, Kind, Relation, Sign, Strength, Want};

/// The maximum number of characters of a text of an imported file.
const DESCRIBED: usize = 280;

/// An arrow in words, to be written after the name of its start: "less Handle time, clearly, after about a week
/// (seen)".
pub(super) fn said_of(link: Link<'_>) -> String {
    said_and_known(link, true)
}

/// An arrow in words as [`said_of`], without how it is known, which stands beside it.
pub(super) fn said_alone(link: Link<'_>) -> String {
    said_and_known(link, false)
}

fn said_and_known(link: Link<'_>, with_basis: bool) -> String {
    let arrow = link.arrow;
    let mut said = leads_to(link);
    said.push_str(strength(arrow.strength));
    if let Some(delay) = arrow.delay {
        said.push_str(", ");
        said.push_str(&after(delay));
    }
    if arrow.is_disputed() {
        said.push_str(" - they disagree: ");
        said.push_str(&sides(arrow));
    } else if with_basis {
        said.push_str(basis(arrow.basis));
    }
    if arrow.stale {
        said.push_str(" - not said again for half a year");
    }
    if let Some(beside) = beside_a_list(arrow) {
        said.push_str(" - ");
        said.push_str(beside);
    }
    said
}

/// How an arrow stands beside what imported files state; `None` where there is nothing to say: no file states it, or it
/// states the same.
pub fn beside_a_list(arrow: &Arrow) -> Option<&'static str> {
    let listed = arrow.listed.as_ref()?;
    match arrow.is_as_listed() {
        _ if listed.gone.is_some() => Some("no longer in the list"),
        _ if listed.differs => Some("lists differ"),
        Some(false) => Some("a list says otherwise"),
        _ => None,
    }
}

/// An arrow in words as [`said_of`], with everything that was said beside it: the quotes, the reasons, the remarks.
pub(super) fn said_in_full(link: Link<'_>) -> String {
    let words = all_beside(link.arrow);
    let said = said_of(link);
    if words.is_empty() { said } else { format!("{said}: {}", words.join(" · ")) }
}

pub(super) fn leads_to(link: Link<'_>) -> String {
    with_sign(link, link.arrow.sign, link.arrow.is_disputed())
}

fn with_sign(link: Link<'_>, sign: Sign, disputed: bool) -> String {
    let verb = |verb: &'static str| link.from.agreement().verb(verb);
    let to = clean(&link.to.label);
    let amount = match sign {
        Sign::Plus => "more ",
        Sign::Minus => "less ",
        Sign::Unknown | Sign::NoEffect => "",
    };
    match link.arrow.relation {
        Relation::Affects if !amount.is_empty() => format!("{amount}{to}"),
        Relation::Affects if disputed => format!("{} {to}", verb("touches")),
        Relation::Affects => format!("{} {to}, nobody has said which way", verb("touches")),
        Relation::Feeds if sign == Sign::Minus => format!("{} less {to}", verb("supplies")),
        Relation::Feeds => format!("{} {to}", verb("supplies")),
        Relation::Needs => format!("{} {to}", verb("needs")),
        Relation::Rewards => format!("{} for {amount}{to}", verb("pays")),
        Relation::Aims if link.to.kind == Kind::Purpose => format!("{} meant for {to}", verb("is")),
        Relation::Aims if amount.is_empty() => format!("{} meant to move {to}", verb("is")),
        Relation::Aims => format!("{} meant to bring {amount}{to}", verb("is")),
        Relation::Voices => format!("{} for {to}", verb("speaks")),
        Relation::Owns if link.to.kind == Kind::Voice => {
            format!("{}: {}", verb("says"), own_words(&to, Some(&link.from.label)))
        }
        Relation::Owns => format!("{} for {to}", verb("answers")),
        Relation::In => format!("{} part of {to}", verb("is")),
        Relation::Covers => format!("{} {to}", verb(covering(link.from.kind))),
        Relation::Builds => format!("{} on {to}", verb("builds")),
    }
}

const fn covering(kind: Kind) -> &'static str {
    match kind {
        Kind::Incentive => "applies to",
        Kind::Forum => "includes",
        Kind::Voice => "is about",
        Kind::Purpose => "answers",
        _ => "covers",
    }
}

const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Some => "",
        Strength::Clear => ", clearly",
        Strength::Dominant => ", above all",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Imported => " (imported)",
        Basis::Guess => " (a guess)",
        Basis::Told => "",
        Basis::Seen => " (seen)",
    }
}

/// The numbers of people on each side of a disagreement: "2 say more, 1 says no such effect".
pub(super) fn sides(arrow: &Arrow) -> String {
    let Tally { plus, minus, none, unsure } = arrow.tally;
    let so = if arrow.relation.carries_sign() { "more" } else { "so" };
    let mut sides = Vec::new();
    for (people, what) in [(plus, so), (minus, "less"), (none, "no such effect")] {
        match people {
            0 => {}
            1 => sides.push(format!("1 says {what}")),
            _ => sides.push(format!("{people} say {what}")),
        }
    }
    if unsure > 0 {
        sides.push(format!("{unsure} cannot tell"));
    }
    if sides.is_empty() && arrow.listed.is_some() {
        return "only a list says so".into();
    }
    if sides.is_empty() {
        return "said only on behalf of somebody absent".into();
    }
    sides.join(", ")
}

/// The sign as it is typed; `None` for an unknown sign and for no effect.
pub(super) const fn marks(sign: Sign) -> Option<&'static str> {
    match sign {
        Sign::Plus => Some("+"),
        Sign::Minus => Some("-"),
        Sign::Unknown | Sign::NoEffect => None,
    }
}

/// The label of an arrow in formats that have one text for it: its sign, marked as often as it is strong, or its
/// relation, or both: "+", "--", "needs", "rewards +".
pub(super) fn arrow_label(arrow: &Arrow) -> String {
    let marks = marks(arrow.sign).map(|sign| sign.repeat(arrow.strength.marks().into()));
    match (arrow.relation, marks) {
        (Relation::Affects, Some(marks)) => marks,
        (relation, Some(marks)) => format!("{} {marks}", relation.name()),
        (relation, None) => relation.name().to_owned(),
    }
}

/// The id of an arrow, which is the same in every export. Two spaces stand in no key.
pub(super) fn arrow_id(link: Link<'_>) -> String {
    format!("{}  {}  {}", link.from.key.as_str(), link.arrow.relation.name(), link.to.key.as_str())
}

/// The parties that arrows name as the owners of a thing, in order.
pub(super) fn owning<'a>(graph: &'a Graph, thing: &'a Thing) -> impl Iterator<Item = &'a Thing> {
    let owns = graph.links_at(&thing.key).filter(|link| {
        link.arrow.relation == Relation::Owns && link.to.key == thing.key && link.from.kind == Kind::Party
    });
    owns.map(|link| link.from)
}

/// The labels of the parties that arrows name as the owners of a thing, in order.
pub(super) fn owners<'a>(graph: &'a Graph, thing: &'a Thing) -> Vec<&'a str> {
    owning(graph, thing).map(|party| party.label.as_str()).collect()
}

/// The labels of the owners of a thing for a text that other tools take apart. A label that holds a mark between two
/// names is left out; the arrow says it.
pub(super) fn plain_owners<'a>(graph: &'a Graph, thing: &'a Thing) -> Vec<&'a str> {
    let is_one = |label: &&str| !label.contains([';', '|', '\n']) && !label.contains(" / ");
    owners(graph, thing).into_iter().filter(is_one).collect()
}

/// The words that mark a thing in formats with tags.
pub(super) fn tags(thing: &Thing) -> Vec<&'static str> {
    let tags = [("scarce", thing.scarce), ("outside", thing.outside)];
    tags.into_iter().filter_map(|(tag, so)| so.then_some(tag)).collect()
}

/// The words for the state of a thing: its status, the wanted direction, its first day, and observations of it.
pub(super) fn state_words(thing: &Thing) -> Vec<String> {
    let mut about = Vec::new();
    about.extend(thing.status.map(|status| status.name().to_owned()));
    about.extend(thing.want.map(|want| wanted(want).to_owned()));
    about.extend(thing.started.map(|day| format!("from {day}")));
    about.extend(thing.scarce.then(|| "scarce".to_owned()));
    about.extend(thing.outside.then(|| "outside".to_owned()));
    about.extend(thing.observations.iter().map(observed));
    about
}

/// The words for how a thing stands in imported files: "imported", "no longer in the list since 2026-11-28".
pub(super) fn listed_words(thing: &Thing) -> Vec<String> {
    let imported = thing.imported.then(|| "imported".to_owned());
    let gone = thing.gone.as_ref().map(|gone| format!("no longer in the list since {}", gone.day));
    imported.into_iter().chain(gone).collect()
}

/// The files that a thing comes from which nobody has spoken of: "from the AI inventory"; `None` for any other thing.
pub(super) fn imported_from(graph: &Graph, thing: &Thing) -> Option<String> {
    let names = thing.heard_in.iter().filter_map(|session| graph.met(session)).map(Met::source_name);
    let names: Vec<String> = names.collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let from = if names.is_empty() { "from a file".to_owned() } else { format!("from {}", listed(&names, "and")) };
    thing.imported.then_some(from)
}

/// An arrow as imported files state it, to be written after the name of its start: "needs Customer DB".
pub(super) fn as_listed(link: Link<'_>) -> String {
    let sign = link.arrow.listed.as_ref().map_or(link.arrow.sign, |listed| listed.sign);
    with_sign(link, sign, false)
}

/// What was seen of a thing: "seen down in May".
pub(super) fn observed(seen: &Observation) -> String {
    let direction = seen.direction.word();
    match &seen.words {
        Some(words) => format!("seen {direction} {}", clean(words)),
        None => format!("seen {direction}"),
    }
}

/// What imported files say about a thing, a line for each text, with the file before it: "the Service catalogue: Sorts
/// letters.". Long texts are cut.
pub fn described_by(graph: &Graph, thing: &Thing) -> Vec<String> {
    let told = thing.described.iter().map(|told| {
        let source = graph.met(&told.session).map_or_else(|| "an imported file".to_owned(), Met::source_name);
        format!("{source}: {}", clip(&clean(&told.words), DESCRIBED))
    });
    told.collect()
}

/// The words for the wanted direction.
const fn wanted(want: Want) -> &'static str {
    match want {
        Want::Up => "more is better",
        Want::Down => "less is better",
        Want::Steady => "steady is better",
    }
}
