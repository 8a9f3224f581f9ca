use super::notes::Notes;
use crate::export::markdown::{bold, foreign, list};
use crate::graph::{DecisionRecord, StatedVerdict};
use crate::record::Verdict;
use crate::record::spoken::capitalised;

/// The decision on each thing that goes on or waits: the verdict, the state before, who decided, the hands, and what
/// stood before. What is not to be done stands among the refusals.
pub(super) fn decisions(notes: &Notes<'_>) -> String {
    list(records(notes).iter().filter(|record| !is_refusal(record)).map(|record| told(notes, record)))
}

/// The things that will not be done, or no longer, each with the reason.
pub(super) fn refusals(notes: &Notes<'_>) -> String {
    list(records(notes).iter().filter(|record| is_refusal(record)).map(|record| refused(notes, record)))
}

fn records<'a>(notes: &'a Notes<'_>) -> Vec<DecisionRecord<'a>> {
    DecisionRecord::all(notes.events())
}

const fn is_refusal(record: &DecisionRecord<'_>) -> bool {
    matches!(record.stands.verdict, Verdict::Stop | Verdict::WillNot)
}

/// A decision in short sentences, each with what was typed in quotes: "**Service bot**: go on with a guard, “keep reason
/// codes”. Before, it was “all queues”. Decided by Risk. Proceed 5, guard 3 of 8 hands."
fn told(notes: &Notes<'_>, record: &DecisionRecord<'_>) -> String {
    let mut sentences = vec![format!("{}: {}.", bold(called(notes, record.about)), stated(&record.stands))];
    sentences.extend(record.before.map(|before| format!("Before, it was “{}”.", foreign(before))));
    sentences.extend(record.who.and_then(|who| notes.called(who)).map(|who| format!("Decided by {who}.")));
    sentences.extend(beside(notes, record));
    sentences.join(" ")
}

fn refused(notes: &Notes<'_>, record: &DecisionRecord<'_>) -> String {
    let why = record.stands.conditions.join("; ");
    let why = if why.is_empty() { String::new() } else { format!(": {}", foreign(&why)) };
    let refused = format!("{}{why}", foreign(called(notes, record.about)));
    let beside = beside(notes, record);
    if beside.is_empty() { refused } else { format!("{refused}. {}", beside.join(" ")) }
}

/// The hands, what stood before, and what single people said after the count.
fn beside(notes: &Notes<'_>, record: &DecisionRecord<'_>) -> Vec<String> {
    let hands = record.hands_in_words().map(|hands| format!("{}.", capitalised(&foreign(&hands))));
    let earlier = record.earlier.iter().map(|before| format!("Before that: {}.", stated(before)));
    let objections = record.objections.iter().map(|(who, said)| {
        let who = notes.called(who).map_or_else(|| "Somebody".to_owned(), |who| format!("Somebody in {who}"));
        format!("{who}: “{}”.", foreign(said))
    });
    hands.into_iter().chain(earlier).chain(objections).collect()
}

/// A verdict, and each text behind it in quotes.
fn stated(stated: &StatedVerdict<'_>) -> String {
    let conditions = stated.conditions.iter().map(|said| format!(", “{}”", foreign(said)));
    format!("{}{}", stated.verdict.in_words(), conditions.collect::<String>())
}

/// The name of a thing on the map, otherwise the text as typed.
fn called<'a>(notes: &'a Notes<'_>, about: &'a str) -> &'a str {
    notes.ledger().thing(about).map_or(about, |known| known.label)
}
