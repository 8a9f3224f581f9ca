//! What was said, a line each, grouped by the thing it is about, or by the exercise where no thing is clear.
//!
//! What only runs the record stands nowhere: merges, remarks to the scribe, lines that were taken back, and sentences
//! that add nothing to one that stands already.

mod once;
mod remark;
mod subject;

use std::collections::BTreeMap;

use super::effects::is_meaning;
use super::notes::Notes;
use crate::exercise::is_mere_reply;
use crate::export::markdown::{foreign, list};
use crate::graph::Key;
use crate::record::spoken::capitalised;
use crate::record::{Attribute, Event, Fact};
use once::Once;
use subject::Subjects;

/// The heading for what was said outside of every exercise.
const BESIDE: &str = "Beside the agenda";

/// The minimum number of lines about a thing that is no change, for a heading of its own.
const A_FEW: usize = 2;

/// The exercise whose first step asks what was learned.
const LEARNED_IN: &str = "close";

/// The number of the step of [`LEARNED_IN`] that asks it.
const LEARNED_AT: u16 = 1;

/// A heading, with the order in which headings were first reached.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum SaidAbout {
    /// A thing on the map.
    Thing(Key),
    /// An exercise; `None` outside of every exercise.
    Exercise(Option<String>),
}

/// A line, with the place where it stands if no thing has a heading for it.
struct PlacedLine {
    about: Option<Key>,
    exercise: Option<String>,
    sentence: String,
}

/// The sentences of the session, grouped.
pub(super) fn said(notes: &Notes<'_>) -> String {
    let subjects = Subjects::of(notes);
    let mut once = Once::of(notes.events(), &subjects);
    let lines: Vec<PlacedLine> =
        notes.events().iter().filter_map(|event| line(notes, &subjects, &mut once, event)).collect();
    let groups = grouped(lines, &subjects);
    let only_loose = groups.iter().all(|(about, _)| *about == SaidAbout::Exercise(None));
    let mut told: Vec<String> = Vec::new();
    for (about, sentences) in groups {
        let heading = if only_loose { String::new() } else { format!("### {}\n\n", heading(notes, &about)) };
        told.push(format!("{heading}{}", list(sentences)));
    }
    told.extend(scraps(notes));
    told.extend(removed(notes));
    told.join("\n")
}

fn line(notes: &Notes<'_>, subjects: &Subjects<'_>, once: &mut Once, event: &Event) -> Option<PlacedLine> {
    if event.stated().iter().any(|fact| stands_elsewhere(notes, event, fact)) || is_bookkeeping(notes, event) {
        return None;
    }
    let sentence = match quoted(event) {
        Some(text) if is_noise(text, subjects) => return None,
        Some(text) => in_quotes(notes, text),
        None => notes.sentence(event)?,
    };
    let exercise = event.step.as_ref().map(|step| step.exercise.clone());
    once.adds(event, &sentence, subjects).then(|| PlacedLine { about: subjects.subject(event), exercise, sentence })
}

/// Whether a text means nothing the next day: a word to whoever typed, a bare reply, or something about the day itself.
fn is_noise(text: &str, subjects: &Subjects<'_>) -> bool {
    remark::is_to_the_scribe(text)
        || remark::is_a_reply(text)
        || remark::is_a_sound(text)
        || remark::is_a_command(text)
        || subjects.is_a_name(text)
        || subjects.is_housekeeping(text)
}

/// Whether an event answers the question what was learned.
pub(super) fn is_learned(event: &Event) -> bool {
    event.step.as_ref().is_some_and(|step| step.exercise == LEARNED_IN && step.number == LEARNED_AT)
}

/// What was answered in steps that `is_meant` chooses, each text once, without what means nothing the next day.
pub(super) fn answers(notes: &Notes<'_>, is_meant: impl Fn(&Event) -> bool) -> Vec<String> {
    let subjects = Subjects::of(notes);
    let mut told: Vec<String> = Vec::new();
    for text in notes.events().iter().filter(|event| is_meant(event)).filter_map(quoted) {
        let text = text.trim();
        if !is_mere_reply(text) && !is_noise(text, &subjects) {
            told.push(in_quotes(notes, text));
        }
    }
    told.dedup();
    told
}

/// A text in quotes. Where it speaks of a team of somebody present the words may be ours, because the names of people are
/// replaced by their teams: then it stands without quotes.
fn in_quotes(notes: &Notes<'_>, text: &str) -> String {
    let low = text.to_lowercase();
    let parties = notes.session.everybody().iter().filter_map(|person| person.party.as_deref());
    let replaced = parties.map(str::to_lowercase).any(|party| !party.is_empty() && low.contains(&party));
    if replaced { foreign(text) } else { format!("“{}”", foreign(text)) }
}

/// The text of a line that was kept in the words of the room.
fn quoted(event: &Event) -> Option<&str> {
    match event.stated() {
        [Fact::Answered { text }] => Some(text),
        _ => None,
    }
}

/// The groups in the order in which they were begun: first the things, then the exercises.
fn grouped(lines: Vec<PlacedLine>, subjects: &Subjects<'_>) -> Vec<(SaidAbout, Vec<String>)> {
    let mut count: BTreeMap<&Key, usize> = BTreeMap::new();
    for about in lines.iter().filter_map(|line| line.about.as_ref()) {
        *count.entry(about).or_default() += 1;
    }
    let has_heading = |about: &Key| subjects.is_anchor(about) || count.get(about).is_some_and(|lines| *lines >= A_FEW);
    let headings: Vec<SaidAbout> = lines
        .iter()
        .map(|line| {
            let about = line.about.as_ref();
            let place =
                about.and_then(|about| if has_heading(about) { Some(about) } else { subjects.first_heading(about) });
            place.map_or_else(|| SaidAbout::Exercise(line.exercise.clone()), |thing| SaidAbout::Thing(thing.clone()))
        })
        .collect();
    let mut groups: Vec<(SaidAbout, Vec<String>)> = Vec::new();
    for (about, line) in headings.into_iter().zip(lines) {
        match groups.iter_mut().find(|(known, _)| *known == about) {
            Some((_, sentences)) => sentences.push(line.sentence),
            None => groups.push((about, vec![line.sentence])),
        }
    }
    groups.sort_by_key(|(about, _)| matches!(about, SaidAbout::Exercise(_)));
    groups
}

fn heading(notes: &Notes<'_>, about: &SaidAbout) -> String {
    match about {
        SaidAbout::Thing(thing) => foreign(&capitalised(notes.graph().label(thing))),
        SaidAbout::Exercise(Some(id)) => notes.exercise(id),
        SaidAbout::Exercise(None) => BESIDE.to_owned(),
    }
}

fn stands_elsewhere(notes: &Notes<'_>, event: &Event, fact: &Fact) -> bool {
    match fact {
        Fact::Answered { text } => is_mere_reply(text) || is_meaning(notes, event) || is_learned(event),
        Fact::Settled { session, .. } => session.as_ref().is_none_or(|session| *session == notes.session.header().id),
        Fact::Decided { .. }
        | Fact::Voted { .. }
        | Fact::Polled(_)
        | Fact::PollCounted { .. }
        | Fact::Ranked { .. }
        | Fact::Rated { .. }
        | Fact::Revealed { .. }
        | Fact::Watched { .. }
        | Fact::Judged { .. }
        | Fact::Asked { .. }
        | Fact::Parked { .. }
        | Fact::Committed { .. }
        | Fact::Scrapped { .. }
        | Fact::Struck => true,
        fact => fact.is_undo_or_redo(),
    }
}

/// Whether an event only keeps the record in order: two names are one or two things, a kind is corrected, or a thing is
/// named of which more is said.
fn is_bookkeeping(notes: &Notes<'_>, event: &Event) -> bool {
    let in_order = |fact: &Fact| match fact {
        Fact::Merged { .. }
        | Fact::Renamed { .. }
        | Fact::Unmerged { .. }
        | Fact::ToldApart { .. }
        | Fact::LeftAsText { .. }
        | Fact::Set { attribute: Attribute::Kind(_), .. } => true,
        Fact::Named { label, .. } => is_told_more_of(notes, label),
        _ => false,
    };
    !event.stated().is_empty() && event.stated().iter().all(in_order)
}

/// Whether the map says more of a thing than its name.
fn is_told_more_of(notes: &Notes<'_>, label: &str) -> bool {
    let thing = notes.ledger().thing(label).and_then(|known| notes.graph().thing(&Key::of(known.label)?));
    thing.is_some_and(|thing| subject::is_a_beginning(thing.kind) || notes.graph().arrows_at(&thing.key) > 0)
}

/// The lines that could not be read, as they were typed.
fn scraps(notes: &Notes<'_>) -> Option<String> {
    let typed = notes.scraps().filter_map(|event| event.said.as_deref());
    let typed = list(typed.map(|typed| format!("“{}”", foreign(typed))));
    (!typed.is_empty()).then(|| format!("### Kept as typed\n\n{typed}"))
}

/// The number of lines that were removed for good.
fn removed(notes: &Notes<'_>) -> Option<String> {
    match notes.facts().filter(|(_, fact)| matches!(fact, Fact::Struck)).count() {
        0 => None,
        1 => Some("*A line was removed.*\n".to_owned()),
        many => Some(format!("*{many} lines were removed.*\n")),
    }
}
