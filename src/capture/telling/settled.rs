use crate::record::{Due, Event, Exposure, Fact, Outcome};

use super::teller::Telling;
use super::time::anew;

impl Telling<'_> {
    /// Tells an outcome: "Moved to 4 December 2026: Pair the bonus with first-contact resolution."
    pub(crate) fn settled(&self, fact: &Fact) -> Option<String> {
        let Fact::Settled { session, seq, outcome, due, words } = fact else { return None };
        let watched = self.watched_level(session.as_deref(), *seq);
        let became = if watched.is_some() { acted(*outcome) } else { became(*outcome, *due) };
        let matter = watched.unwrap_or_else(|| self.matter(session.as_deref(), *seq));
        let told = format!("{became}: {matter}");
        Some(match words {
            Some(words) if matter.ends_with(['?', '!', '.', '…']) => format!("{told} “{words}”"),
            Some(words) => format!("{told}: “{words}”"),
            None => told,
        })
    }

    /// Returns the watched level that an outcome is about; `None` if it is about another matter.
    fn watched_level(&self, session: Option<&str>, seq: u64) -> Option<String> {
        let session = session.unwrap_or(&self.context.session.header().id);
        let (label, level) = self.context.ledger.watched_by(session, seq)?;
        Some(level.map_or_else(|| label.to_owned(), |level| format!("{label}, {level}")))
    }

    /// Returns the text of the promise, question or parked item that an outcome is about. The text of a private line is
    /// not told, only its number.
    fn matter(&self, session: Option<&str>, seq: u64) -> String {
        let here = &self.context.session;
        if session.is_some_and(|session| session != here.header().id) {
            let earlier =
                self.context.carried.iter().find(|matter| Some(&*matter.session) == session && matter.seq == seq);
            return earlier
                .map_or_else(|| "something from an earlier session".to_owned(), |matter| matter.text.clone());
        }
        let event = here.events().binary_search_by_key(&seq, |event| event.seq).ok();
        let event = event.and_then(|place| here.events().get(place));
        let event = event.filter(|event| event.exposure != Exposure::Private);
        event.and_then(text_of).unwrap_or_else(|| format!("line {seq}"))
    }
}

fn text_of(event: &Event) -> Option<String> {
    event.facts.iter().find_map(|fact| match fact {
        Fact::Parked { text } | Fact::Committed { text, .. } => Some(text.clone()),
        Fact::Asked { text } => Some(format!("{}?", text.trim_end_matches(['?', ' ']))),
        _ => None,
    })
}

fn acted(outcome: Outcome) -> String {
    let became = match outcome {
        Outcome::Done | Outcome::Answered => "Acted upon",
        Outcome::Moved => "Not yet acted upon",
        Outcome::Dropped => "Let go",
    };
    became.to_owned()
}

fn became(outcome: Outcome, due: Option<Due>) -> String {
    match (outcome, due) {
        (Outcome::Done, _) => "Done".to_owned(),
        (Outcome::Moved, Some(due)) => format!("Moved to {}", anew(due)),
        (Outcome::Moved, None) => "Moved to another day".to_owned(),
        (Outcome::Dropped, _) => "Dropped".to_owned(),
        (Outcome::Answered, _) => "Answered".to_owned(),
    }
}
