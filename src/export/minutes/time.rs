use std::collections::BTreeMap;

use jiff::SignedDuration;

use super::notes::Notes;
use crate::export::markdown::{list, table};
use crate::record::{Session, whole_millis};

/// The planned exercises that were never entered in this session.
pub(super) fn not_discussed(notes: &Notes<'_>) -> String {
    let entered = |id: &str| {
        let visited = notes.session.visited().iter().any(|step| step.exercise == id);
        visited || notes.events().iter().any(|event| event.step.as_ref().is_some_and(|step| step.exercise == id))
    };
    let mut missed: Vec<&str> = Vec::new();
    let planned = notes.session.agenda().iter();
    for planned in planned.filter(|planned| !notes.catalogue.is_interlude(&planned.exercise)) {
        if !entered(&planned.exercise) && !missed.contains(&planned.exercise.as_str()) {
            missed.push(&planned.exercise);
        }
    }
    let did_not =
        if notes.session.is_closed() { "This session did not get to" } else { "So far this session did not get to" };
    list(missed.into_iter().map(|id| format!("{did_not}: {}", notes.exercise(id))))
}

/// The minutes planned and taken for each exercise.
pub(super) fn spent(notes: &Notes<'_>) -> String {
    let taken = taken(notes.session);
    if taken.is_empty() {
        return String::new();
    }
    let mut planned: BTreeMap<&str, u64> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for exercise in notes.session.agenda() {
        *planned.entry(&exercise.exercise).or_default() += u64::from(exercise.minutes);
        order.push(&exercise.exercise);
    }
    order.extend(taken.keys().map(String::as_str));
    let mut rows: Vec<(&str, [String; 3])> = Vec::new();
    for id in order {
        if rows.iter().all(|(known, _)| *known != id) {
            let expected = planned.get(id).map_or_else(|| "-".to_owned(), u64::to_string);
            let took = taken.get(id).map_or_else(|| "-".to_owned(), |spent| rounded(*spent).to_string());
            rows.push((id, [notes.exercise(id), expected, took]));
        }
    }
    let mut rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
    if rows.len() > 1 {
        let all = [planned.values().sum(), rounded(taken.values().sum())];
        let [planned, taken] = all.map(|minutes: u64| minutes.to_string());
        rows.push(["Together".to_owned(), planned, taken]);
    }
    table(["Minutes", "planned", "taken"], &rows)
}

/// The time spent in each exercise, by the clock of the session.
fn taken(session: &Session) -> BTreeMap<String, SignedDuration> {
    let mut taken = BTreeMap::new();
    for spent in session.spent() {
        *taken.entry(spent.step.exercise).or_insert(SignedDuration::ZERO) += spent.taken;
    }
    taken
}

/// The nearest whole number of minutes.
fn rounded(duration: SignedDuration) -> u64 {
    (whole_millis(duration) + 30_000) / 60_000
}

/// A duration in words: "73 minutes", "less than a minute".
pub(super) fn minutes_in_words(duration: SignedDuration) -> String {
    match rounded(duration) {
        0 => "less than a minute".to_owned(),
        1 => "one minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    }
}
