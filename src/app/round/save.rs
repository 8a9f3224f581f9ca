//! Saving the collected answers to the private file, one write at a time.

use super::entry::take_up_again;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::run::Run;
use crate::record::{Event, Fact, Hidden};

/// Begins or ends the round once the event about it is on disk.
pub(in crate::app) fn turned(model: &mut Model, event: &Event) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let ends = |fact: &Fact| matches!(fact, Fact::Revealed { .. } | Fact::Discarded);
    let begins = event.facts.iter().find_map(|fact| match fact {
        Fact::Collecting(collecting) => Some(*collecting),
        _ => None,
    });
    if let Some(collecting) = begins {
        let step = run.recording.step().cloned();
        // Answers of an earlier, unfinished round are added to this one.
        let before = run.answers.stray.take().unwrap_or_else(|| Hidden::new(step, collecting));
        run.answers.round = Some(Hidden { begun: Some(event.seq), collecting, ..before });
        return save_all(run);
    }
    if event.facts.iter().any(ends) && (run.answers.round.take().is_some() || run.answers.stray.take().is_some()) {
        run.answers.slips.clear();
        return vec![Effect::DropHidden];
    }
    Vec::new()
}

/// Writes every answer to the private file, unless a write is in progress.
pub(super) fn save_all(run: &mut Run) -> Vec<Effect> {
    let Some(round) = run.answers.round.as_ref().filter(|_| run.answers.keeping.is_none()) else { return Vec::new() };
    let mut round = round.clone();
    round.collect(run.answers.slips.iter().cloned());
    run.answers.keeping = Some(run.answers.slips.len());
    vec![Effect::KeepHidden(round)]
}

/// Changes the answers and writes them, unless a write is in progress.
pub(in crate::app) fn save_changed(model: &mut Model, change: impl FnOnce(&mut Hidden)) -> Vec<Effect> {
    let Some(run) = model.run.as_mut().filter(|run| run.answers.keeping.is_none()) else { return Vec::new() };
    let Some(mut round) = run.answers.round.clone() else { return Vec::new() };
    change(&mut round);
    run.answers.keeping = Some(0);
    vec![Effect::KeepHidden(round)]
}

/// Takes in the saved, shuffled answers. If no answer was added, the order on the screen is retained.
pub(in crate::app) fn saved(model: &mut Model, hidden: Hidden) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let taken = run.answers.keeping.take().unwrap_or_default().min(run.answers.slips.len());
    run.answers.slips.drain(..taken);
    let Some(Hidden { entries: before, .. }) = run.answers.round.take() else {
        // The round ended before its answers were written.
        return vec![Effect::DropHidden];
    };
    let entries = if taken > 0 { hidden.entries } else { in_place(&before, hidden.entries) };
    run.answers.round = Some(Hidden { entries, ..hidden });
    if run.answers.slips.is_empty() {
        run.saving.forget_if_over();
        return Vec::new();
    }
    save_all(run)
}

/// Handles a failed write: the new answers wait unseen, the first of them in the entry line if that is empty.
pub(in crate::app) fn not_saved(model: &mut Model, reason: &str) {
    let Some(run) = &mut model.run else { return };
    run.answers.keeping = None;
    let unsaved = run.saving.unsaved.get_or_insert_default();
    reason.clone_into(&mut unsaved.reason);
    if run.answers.slips.is_empty() {
        unsaved.key = Some((NOT_CHANGED.to_owned(), Vec::new()));
    } else if model.entry.is_empty() {
        take_up_again(model);
    }
}

/// The notice that the private file of a round could not be written.
const NOT_CHANGED: &str = "What was collected is as it was: the private file could not be written.";

/// Returns the answers `now` in the order of `before`; a new answer takes the place of a missing one.
fn in_place(before: &[String], mut now: Vec<String>) -> Vec<String> {
    let mut taken = |entry: &String| now.iter().position(|other| other == entry).map(|at| now.remove(at));
    let known: Vec<Option<String>> = before.iter().map(&mut taken).collect();
    let mut new = now.into_iter();
    let mut placed: Vec<String> = known.into_iter().filter_map(|entry| entry.or_else(|| new.next())).collect();
    placed.extend(new);
    placed
}
