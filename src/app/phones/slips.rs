//! Slips from phones: they go to the hidden answers, as typed slips do. A phone can change its own until all are shown.

use super::answer::{Vote, on_one_line};
use super::question::SeatKey;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::round;
use crate::record::Hidden;

/// Returns an answer as the text of a slip: its words, the chosen option, or the digits of its ratings.
fn text_of(vote: &Vote, options: &[String]) -> Option<String> {
    match vote {
        Vote::Slip(text) => Some(text.clone()),
        Vote::Hand(place) => options.get(*place).cloned(),
        Vote::Scale(ratings) => Some(ratings.iter().map(u8::to_string).collect()),
        _ => None,
    }
}

/// Takes in a slip, or other words for a slip that came before.
pub(super) fn give(model: &mut Model, seat: SeatKey, vote: &Vote, options: &[String]) -> Vec<Effect> {
    let collects = model.run.as_ref().is_some_and(|run| run.collects().is_some() && run.answers.round.is_some());
    let Some(text) = text_of(vote, options).filter(|_| collects) else { return Vec::new() };
    let text = round::unnamed_text(model, &on_one_line(&text));
    if text.is_empty() || round::no_slip(model, &text).is_some() {
        return Vec::new();
    }
    let Some(before) = model.phones.asked.slips.insert(seat, text.clone()) else { return round::give(model, [text]) };
    if before == text {
        return Vec::new();
    }
    let Some(run) = &mut model.run else { return Vec::new() };
    // One that is not being written yet is changed where it waits.
    let written = run.answers.keeping.unwrap_or(0);
    match run.answers.slips.iter_mut().skip(written).find(|slip| **slip == before) {
        Some(slip) => *slip = text,
        None => model.phones.changed_slips.push((before, text)),
    }
    Vec::new()
}

/// Writes the slips that were changed, unless a write is in progress.
pub(super) fn proceed(model: &mut Model) -> Vec<Effect> {
    let phones = &mut model.phones;
    if phones.slips_wait {
        return Vec::new();
    }
    let free = |run: &crate::app::Run| run.answers.keeping.is_none() && run.answers.round.is_some();
    if phones.changed_slips.is_empty() || !model.run.as_ref().is_some_and(|run| free(run) && run.collects().is_some()) {
        return Vec::new();
    }
    let changes = std::mem::take(&mut phones.changed_slips);
    phones.changing.clone_from(&changes);
    round::save_changed(model, |hidden| changes.into_iter().for_each(|(before, now)| change(hidden, &before, now)))
}

/// Puts new words in place of a slip. Where whoever writes has edited, merged, parked or dropped that slip, the new words
/// come in beside it, and nobody is counted twice.
fn change(hidden: &mut Hidden, before: &str, now: String) {
    match hidden.entries.iter_mut().find(|entry| *entry == before) {
        Some(entry) => *entry = now,
        None => hidden.entries.push(now),
    }
}

/// Notes that the hidden answers are on disk.
pub(in crate::app) fn saved(model: &mut Model) {
    model.phones.changing.clear();
    model.phones.slips_wait = false;
    model.phones.stale = true;
}

/// Notes that the hidden answers are not on disk: the changes wait for the next answer.
pub(in crate::app) fn not_saved(model: &mut Model) {
    let waiting = std::mem::take(&mut model.phones.changing);
    model.phones.changed_slips.splice(0..0, waiting);
    model.phones.slips_wait = true;
}
