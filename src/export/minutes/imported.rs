use std::collections::BTreeSet;

use super::notes::Notes;
use crate::export::markdown::{bold, foreign, list};
use crate::export::wording::{as_listed, leads_to};
use crate::graph::{Key, Link, Met};
use crate::record::{Event, Fact, Relation, Sign};

/// The maximum number of arrows that are told as they were left.
const LEFT: usize = 8;

/// What became in this session of what imported files state: confirmed, contradicted, left open, or not spoken of around
/// the things that were. An arrow of whose two ends a line spoke that stayed text was spoken of.
pub(super) fn imported(notes: &Notes<'_>) -> String {
    if notes.is_import() {
        return String::new();
    }
    let graph = notes.graph();
    let all = || graph.links().chain(graph.set_aside()).filter(|link| link.arrow.listed.is_some());
    let spoken: Vec<Link<'_>> = all().filter(|link| is_spoken_of_here(notes, link)).collect();
    let told = spoken.iter().filter_map(|link| became(notes, *link));
    list(told.chain(left(notes, all().filter(|link| link.arrow.is_imported()))))
}

fn is_spoken_of_here(notes: &Notes<'_>, link: &Link<'_>) -> bool {
    let here = notes.session.header().id.as_str();
    let said = |said: &crate::graph::Evidence| *said.session == *here && !said.imagined && !said.is_imported();
    link.arrow.evidence.iter().any(said)
}

/// Says what became of an arrow: "Confirmed: Orders API needs Customer DB, as the Service catalogue says."
fn became(notes: &Notes<'_>, link: Link<'_>) -> Option<String> {
    let source = foreign(&source(notes, &link)?);
    let stated = format!("{} {}", bold(&link.from.label), foreign(&as_listed(link)));
    Some(match link.arrow.is_as_listed() {
        Some(true) => format!("Confirmed: {stated}, as {source} says."),
        Some(false) if link.arrow.sign == Sign::NoEffect => {
            format!("Contradicted: {stated}, says {source}; here it is not so.")
        }
        Some(false) => format!("Contradicted: {stated}, says {source}; here: {}.", foreign(&leads_to(link))),
        None => format!("Left open: {stated}, says {source}."),
    })
}

/// Lists what was left as it was imported, around the things of which this session spoke.
fn left<'a>(notes: &'a Notes<'_>, imported: impl Iterator<Item = Link<'a>>) -> Option<String> {
    let here = &notes.session.header().id;
    let spoken: BTreeSet<&Key> =
        notes.graph().things().filter(|thing| thing.heard_in.contains(here)).map(|thing| &thing.key).collect();
    let near = |link: &Link<'_>| spoken.contains(&link.from.key) || spoken.contains(&link.to.key);
    let belongs = |link: &Link<'_>| matches!(link.arrow.relation, Relation::In | Relation::Covers);
    let texts = texts(notes);
    let is_named =
        |link: &Link<'_>| texts.iter().any(|named| named.contains(&link.from.key) && named.contains(&link.to.key));
    let left: Vec<Link<'_>> = imported
        .filter(|link| near(link) && !belongs(link) && !is_spoken_of_here(notes, link) && !is_named(link))
        .collect();
    let told = left.iter().take(LEFT).map(|link| format!("{} {}", bold(&link.from.label), foreign(&as_listed(*link))));
    let told: Vec<String> = told.collect();
    let more = left.len().saturating_sub(LEFT);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    let sources: BTreeSet<String> = left.iter().filter_map(|link| source(notes, link)).collect();
    let [source] = sources.into_iter().collect::<Vec<_>>().try_into().unwrap_or_else(|_| ["imported files".to_owned()]);
    let verb = if source == "imported files" { "have" } else { "has" };
    let as_is = format!("Not spoken of, and as {} {verb} it: {}{more}.", foreign(&source), told.join("; "));
    (!told.is_empty()).then_some(as_is)
}

/// The maximum number of words of a name that a text is searched for.
const NAME: usize = 8;

/// Returns the things that each line names which stayed text: by a name of theirs, or by words that stand in one name
/// alone.
fn texts(notes: &Notes<'_>) -> Vec<BTreeSet<Key>> {
    let is_text = |event: &&Event| !event.facts.iter().any(|fact| matches!(fact, Fact::Claimed(_)));
    let said = notes.events().iter().filter(is_text).filter_map(|event| event.said.as_deref());
    said.map(|said| named_in(notes, said)).collect()
}

fn named_in(notes: &Notes<'_>, said: &str) -> BTreeSet<Key> {
    let words: Vec<&str> = said.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '&')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let mut named = BTreeSet::new();
    for start in 0..words.len() {
        for part in (1..=NAME).filter_map(|length| words.get(start..start + length)) {
            let Some(short) = Key::of(&part.join(" ")) else { continue };
            if let Some(known) = notes.ledger().thing(short.as_str()) {
                named.extend(Key::of(known.label));
            } else if is_a_word_of_names(part) {
                let mut longer = notes.ledger().longer_names(&short).filter_map(|known| Key::of(known.label));
                named.extend(longer.next().filter(|one| longer.all(|other| other == *one)));
            }
        }
    }
    named
}

/// Whether words are more than "the" or "for", which may stand in a single name by chance.
fn is_a_word_of_names(words: &[&str]) -> bool {
    words.iter().any(|word| word.chars().count() > 3)
}

/// Returns what the file is called that states an arrow; of several, the last.
fn source(notes: &Notes<'_>, link: &Link<'_>) -> Option<String> {
    let last = link.arrow.listed.as_ref()?.sessions.last()?;
    notes.graph().met(last).map(Met::source_name)
}
