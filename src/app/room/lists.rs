use std::collections::BTreeMap;

use crate::app::Recording;
use crate::exercise::Catalogue;
use crate::graph::Owner;
use crate::record::{Due, Event, Fact, Outcome, Session, SessionId};

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListEntry {
    /// The text of the entry.
    pub text: String,
    /// Whether it is the current entry.
    pub now: bool,
}

/// A list for the room to discuss. The first entries matter most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The heading.
    pub heading: &'static str,
    /// Every entry.
    pub entries: Vec<ListEntry>,
    /// The text shown where the list has no entries.
    pub empty: &'static str,
}

/// Returns the parked items that still wait, the latest first, so that whoever parked an item sees it saved. One that got
/// a day is no longer parked.
pub(super) fn parked(session: &Session) -> List {
    let settled = settled(session);
    let waits = session.live_matters().filter(|event| !settled.contains_key(&event.seq));
    let texts = waits.flat_map(|event| &event.facts).filter_map(|fact| match fact {
        Fact::Parked { text } => Some(text.clone()),
        _ => None,
    });
    let texts = texts.collect();
    List { heading: "Parked", entries: entries(texts), empty: "Nothing is parked." }
}

/// Returns the questions that nobody could answer so far, the latest first.
pub(super) fn questions(session: &Session) -> List {
    let texts = open(session, |fact| match fact {
        Fact::Asked { text } => Some(format!("{}?", text.trim_end_matches(['?', ' ']))),
        _ => None,
    });
    List { heading: "Questions", entries: entries(texts), empty: "No question is open so far." }
}

/// Returns the promises, the latest first; one without a person or a day is listed as a wish.
pub(super) fn promises(recording: &Recording) -> List {
    let session = recording.session();
    let settled = settled(session);
    let said = session.live_matters().flat_map(|event| event.facts.iter().map(move |fact| (event, fact)));
    let promised = said.filter_map(|(event, fact)| {
        let moved = settled.get(&event.seq);
        if moved.is_some_and(|(outcome, _)| *outcome != Outcome::Moved) {
            return None;
        }
        promise(recording, fact, moved.and_then(|(_, due)| *due))
    });
    List { heading: "Promises", entries: entries(promised.collect()), empty: "Nothing is promised so far." }
}

fn promise(recording: &Recording, fact: &Fact, moved: Option<Due>) -> Option<String> {
    let Fact::Committed { text, who, due, .. } = fact else { return None };
    let day = moved.or(*due).map(|due| day(recording.session(), due));
    let whose = who.as_ref().map(|who| Owner::of(recording.session(), recording.ledger(), who));
    let absent = whose.as_ref().filter(|whose| !whose.is_here()).map(Owner::missing);
    let who = whose.map(|whose| whose.called().unwrap_or_else(|| "Somebody".to_owned()));
    Some(match (who, day) {
        (Some(_), day) if absent.is_some() => {
            let day = day.map_or_else(|| "no day yet".to_owned(), |day| format!("by {day}"));
            format!("A wish so far ({day}, {}): {text}", absent.unwrap_or_default())
        }
        (Some(who), Some(day)) => format!("{who}, by {day}: {text}"),
        (Some(who), None) => format!("A wish so far ({who}, no day yet): {text}"),
        (None, Some(day)) => format!("A wish so far (by {day}, nobody yet): {text}"),
        (None, None) => format!("A wish so far: {text}"),
    })
}

/// Returns a day such as "4 December", with the year where that is not the session's.
fn day(session: &Session, due: Due) -> String {
    let opened = session.day();
    let date = due.day(opened);
    let form = if date.year() == opened.year() { "%-d %B" } else { "%-d %B %Y" };
    date.strftime(form).to_string()
}

/// Returns the agenda, with the current entry marked.
pub(super) fn agenda(recording: &Recording, catalogue: &Catalogue) -> List {
    let session = recording.session();
    let now = recording.step().map(|step| step.exercise.as_str());
    let mut entries: Vec<ListEntry> = Vec::new();
    for planned in session.agenda() {
        let title = catalogue.find(&planned.exercise).map_or(planned.exercise.as_str(), |found| found.title.as_str());
        let text = format!("{title}, {} min", planned.minutes);
        entries.push(ListEntry { text, now: now == Some(planned.exercise.as_str()) });
    }
    List { heading: "Today", entries, empty: "No agenda was made." }
}

/// Returns what the tables of the session's gathering contradict each other on, by table and never by person.
pub(super) fn tables(recording: &Recording) -> List {
    let here = recording.session().gathering().map(|place| place.id.as_str());
    let graph = recording.graph();
    let found = graph.contradictions().iter().filter(|found| here.is_none_or(|here| found.gathering == here));
    let told = found.map(|found| format!("{}: {}", graph.arrow_in_words(found), found.sides_in_words()));
    let entries = told.map(|text| ListEntry { text, now: false }).collect();
    List { heading: "Where tables disagree", entries, empty: "No two tables contradict each other so far." }
}

/// Returns how many items are parked and not settled.
pub(super) fn count_parked(session: &Session) -> usize {
    parked(session).entries.len()
}

fn open(session: &Session, pick: impl Fn(&Fact) -> Option<String>) -> Vec<String> {
    let settled = settled(session);
    let is_open = |event: &&Event| settled.get(&event.seq).is_none_or(|(outcome, _)| *outcome == Outcome::Moved);
    session.live_matters().filter(is_open).flat_map(|event| event.facts.iter().filter_map(&pick)).collect()
}

/// Returns the outcome of each settled event, with the day if it was postponed.
fn settled(session: &Session) -> BTreeMap<u64, (Outcome, Option<Due>)> {
    let here = |of: &Option<SessionId>| of.as_ref().is_none_or(|id| *id == session.header().id);
    let facts = session.live_matters().flat_map(|event| &event.facts);
    let settled = facts.filter_map(|fact| match fact {
        Fact::Settled { session, seq, outcome, due, .. } if here(session) => Some((*seq, (*outcome, *due))),
        _ => None,
    });
    settled.collect()
}

fn entries(texts: Vec<String>) -> Vec<ListEntry> {
    texts.into_iter().rev().map(|text| ListEntry { text, now: false }).collect()
}
