use super::last::last_of_each;
use super::notes::Notes;
use crate::export::markdown::{bold, foreign, list};
use crate::graph::Key;
use crate::record::{Event, Fact, Verdict};

/// The latest decision on each thing that goes on or waits: the verdict, the state before, and who decided. What is not
/// to be done stands among the refusals.
pub(super) fn decisions(notes: &Notes<'_>) -> String {
    list(last_words(notes).into_iter().filter_map(|(_, fact)| told(notes, fact)))
}

/// The things that will not be done, or no longer, each with the reason.
pub(super) fn refusals(notes: &Notes<'_>) -> String {
    list(last_words(notes).into_iter().filter_map(|(_, fact)| refused(notes, fact)))
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

/// A decision in short sentences, each with what was typed in quotes: "**Service bot**: go on with a guard, “keep reason
/// codes”. Before, it was “all queues”. Decided by Risk."
fn told(notes: &Notes<'_>, fact: &Fact) -> Option<String> {
    let Fact::Decided { about, before, verdict, after, who } = fact else { return None };
    let verdict = match verdict {
        Verdict::Proceed => "go on as planned",
        Verdict::Guard => "go on with a guard",
        Verdict::Wait => "wait",
        Verdict::Stop | Verdict::WillNot => return None,
    };
    let after = after.as_deref().map(|after| format!(", “{}”", foreign(after))).unwrap_or_default();
    let mut sentences = vec![format!("{}: {verdict}{after}.", bold(called(notes, about)))];
    sentences.extend(before.as_deref().map(|before| format!("Before, it was “{}”.", foreign(before))));
    sentences.extend(who.as_deref().and_then(|who| notes.called(who)).map(|who| format!("Decided by {who}.")));
    Some(sentences.join(" "))
}

fn refused(notes: &Notes<'_>, fact: &Fact) -> Option<String> {
    let Fact::Decided { about, verdict: Verdict::Stop | Verdict::WillNot, after, .. } = fact else { return None };
    let why = after.as_deref().map(|after| format!(": {}", foreign(after))).unwrap_or_default();
    Some(format!("{}{why}", foreign(called(notes, about))))
}

/// The name of a thing on the map, otherwise the text as typed.
fn called<'a>(notes: &'a Notes<'_>, about: &'a str) -> &'a str {
    notes.ledger().thing(about).map_or(about, |known| known.label)
}
