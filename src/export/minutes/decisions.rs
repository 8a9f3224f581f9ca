use super::last::last_of_each;
use super::notes::Notes;
use crate::export::markdown::{foreign, list};
use crate::graph::Key;
use crate::record::{Event, Fact, Verdict};

/// The latest decision on each thing: the state before, the verdict, the state after, and who decided.
pub(super) fn decisions(notes: &Notes<'_>) -> String {
    list(last_words(notes).into_iter().filter_map(|(event, fact)| told(notes, event, fact)))
}

/// The things that will not be done, or no longer, each with the reason.
pub(super) fn refusals(notes: &Notes<'_>) -> String {
    list(last_words(notes).into_iter().filter_map(|(_, fact)| refused(fact)))
}

/// Whether an event holds the latest decision on a thing, so that the section of decisions shows it.
pub(super) fn is_last_word(notes: &Notes<'_>, event: &Event) -> bool {
    notes.decided_last(|| last_words(notes).iter().map(|(last, _)| last.seq).collect()).contains(&event.seq)
}

fn last_words<'a>(notes: &'a Notes<'_>) -> Vec<(&'a Event, &'a Fact)> {
    last_of_each(notes.facts().filter_map(|(event, fact)| Some((subject(fact)?, (event, fact)))))
}

/// The subject of a decision: the key of the thing, or its text if no key can be made of it; `None` for another fact.
fn subject(fact: &Fact) -> Option<Result<Key, &str>> {
    let Fact::Decided { about, .. } = fact else { return None };
    Some(Key::of(about).ok_or(about))
}

fn told(notes: &Notes<'_>, event: &Event, fact: &Fact) -> Option<String> {
    notes.sentence(&Event { facts: vec![fact.clone()], ..event.clone() })
}

fn refused(fact: &Fact) -> Option<String> {
    let Fact::Decided { about, verdict: Verdict::Stop | Verdict::WillNot, after, .. } = fact else { return None };
    let why = after.as_deref().map(|after| format!(": {}", foreign(after))).unwrap_or_default();
    Some(format!("{}{why}", foreign(about)))
}
