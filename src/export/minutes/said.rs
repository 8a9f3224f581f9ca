use std::collections::BTreeMap;

use super::decisions::is_last_word;
use super::effects::is_meaning;
use super::notes::Notes;
use crate::exercise::is_mere_reply;
use crate::export::markdown::{foreign, list};
use crate::record::{Event, Fact, StepId};

/// The sentences of one exercise, by the number of the step; `None` for what was said before any step.
type Steps = BTreeMap<Option<u16>, Vec<String>>;

/// The sentences of the session by exercise, in the order in which the exercises were begun, and by step.
pub(super) fn said(notes: &Notes<'_>) -> String {
    let mut exercises: Vec<(Option<&str>, Steps)> = Vec::new();
    for event in notes.events() {
        let Some(sentence) = own_sentence(notes, event) else { continue };
        let id = event.step.as_ref().map(|step| step.exercise.as_str());
        let place = exercises.iter().position(|(known, _)| *known == id).unwrap_or(exercises.len());
        if place == exercises.len() {
            exercises.push((id, Steps::new()));
        }
        if let Some((_, steps)) = exercises.get_mut(place) {
            steps.entry(event.step.as_ref().map(|step| step.number)).or_default().push(sentence);
        }
    }
    let only_loose = exercises.iter().all(|(id, _)| id.is_none());
    let mut told: Vec<_> = exercises.iter().map(|(id, steps)| exercise(notes, *id, steps, only_loose)).collect();
    told.extend(scraps(notes));
    told.extend(removed(notes));
    told.join("\n")
}

fn exercise(notes: &Notes<'_>, id: Option<&str>, steps: &Steps, only_loose: bool) -> String {
    let Some(id) = id else {
        let heading = if only_loose { "" } else { "### Beside the agenda\n\n" };
        return format!("{heading}{}", list(steps.values().flatten().cloned()));
    };
    let purpose = notes.catalogue.find(id).map(|exercise| format!("*{}*\n\n", foreign(&exercise.purpose)));
    let steps = steps.iter().map(|(number, sentences)| {
        let title = number.map(|number| step_title(notes, id, number)).unwrap_or_default();
        format!("**{title}.** {}", sentences.join(" "))
    });
    format!("### {}\n\n{}{}", notes.exercise(id), purpose.unwrap_or_default(), list(steps))
}

fn step_title(notes: &Notes<'_>, id: &str, number: u16) -> String {
    let step = notes.step(&StepId::new(id, number));
    step.map_or_else(|| format!("Step {number}"), |step| foreign(step.title.trim_end_matches(['.', '?', '!'])))
}

/// The sentence of an event that no other section shows; `None` for an event that takes another one back.
fn own_sentence(notes: &Notes<'_>, event: &Event) -> Option<String> {
    let elsewhere = event.stated().iter().any(|fact| stands_elsewhere(notes, event, fact));
    if elsewhere { None } else { notes.sentence(event) }
}

fn stands_elsewhere(notes: &Notes<'_>, event: &Event, fact: &Fact) -> bool {
    match fact {
        Fact::Decided { .. } => is_last_word(notes, event),
        Fact::Answered { text } => is_mere_reply(text) || is_meaning(notes, event),
        Fact::Settled { session, .. } => session.as_ref().is_none_or(|session| *session == notes.session.header().id),
        Fact::Voted { .. }
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
