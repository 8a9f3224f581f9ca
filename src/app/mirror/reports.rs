//! Reports of the disk about the self-assessment, and the keys that wait for them.

use super::chore::{AssessChore, AssessReport};
use super::leave;
use super::page::Page;
use super::turn::{settle, turn};
use super::view::{AnswerSaving, AssessView};
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::Model;
use crate::app::screen::{Screen, Tone};

/// Stores keys for later while an answer is being saved, because they are meant for the next question. Returns
/// whether it stored them.
pub(in crate::app) fn waits(model: &mut Model, keys: impl IntoIterator<Item = KeyPress>) -> bool {
    let waits =
        model.screen == Screen::Assess && model.popup.is_none() && model.assess.saving == AnswerSaving::InProgress;
    if waits {
        model.assess.ahead.extend(keys);
    }
    waits
}

/// Notes that an answer is being saved, if one of the effects saves it.
pub(in crate::app) fn goes(model: &mut Model, effects: &[Effect]) {
    let keeps = |effect: &Effect| matches!(effect, Effect::Assess(AssessChore::Keep(_) | AssessChore::Share(_)));
    if effects.iter().any(keeps) {
        model.assess.saving = AnswerSaving::InProgress;
    }
}

/// Handles the report of a chore; returns its effects, and the stored keys that are to be pressed now.
pub(in crate::app) fn reported(model: &mut Model, report: AssessReport) -> (Vec<Effect>, Vec<KeyPress>) {
    let saved = matches!(report, AssessReport::Saved(_) | AssessReport::Shared(_));
    if !saved && !matches!(report, AssessReport::NotSaved(_)) {
        return (happened(model, report), Vec::new());
    }
    model.assess.saving = if saved { AnswerSaving::Done } else { AnswerSaving::Failed };
    let ahead = std::mem::take(&mut model.assess.ahead);
    let effects = happened(model, report);
    (effects, typed_ahead(model, ahead))
}

fn happened(model: &mut Model, report: AssessReport) -> Vec<Effect> {
    match report {
        AssessReport::Looked { whose, assessments, unread } => {
            let today = model.zone.day(model.now);
            let over_time = model.assess.over_time;
            model.assess = AssessView::of(whose, assessments, model.settings.one_window, today);
            if over_time && !model.assess.finished.is_empty() {
                turn(model, Page::History);
            }
            model.screen = Screen::Assess;
            if let Some(reason) = unread.first() {
                model.tell(Tone::Alarm, reason.clone());
            }
        }
        AssessReport::Saved(assessment) => {
            let view = &mut model.assess;
            view.entry.clear();
            if assessment.is_finished() {
                view.walk = None;
                view.finished.push(assessment);
                view.finished.sort_by_key(crate::assess::Assessment::day);
                turn(model, Page::Result);
                return Vec::new();
            }
            if let Some(leaving) = view.leaving.take() {
                if let Some(walk) = &mut view.walk {
                    walk.refreshed(assessment);
                }
                return leave::go(model, leaving);
            }
            if let Some(walk) = &mut view.walk {
                walk.saved(assessment);
            }
            settle(view);
        }
        AssessReport::Shared(assessment) => {
            if let Some(latest) = model.assess.finished.last_mut() {
                *latest = assessment;
            }
        }
        AssessReport::NotSaved(reason) => {
            model.assess.leaving = None;
            model.tell(Tone::Alarm, reason);
        }
        AssessReport::Opinions(opinions) => {
            model.assess.opinions = Some(opinions);
            turn(model, Page::Result);
        }
    }
    Vec::new()
}

/// Returns the keys to press now that were typed while an answer was being saved. If saving failed, the same question
/// is still asked: the characters among the keys are added to its text, and the other keys are dropped.
fn typed_ahead(model: &mut Model, ahead: Vec<KeyPress>) -> Vec<KeyPress> {
    if model.assess.saving != AnswerSaving::Failed {
        return ahead;
    }
    let text: String = ahead.into_iter().filter_map(KeyPress::typed).collect();
    if model.assess.is_typing() && !text.is_empty() {
        model.assess.entry.insert(&format!(" {text}"));
    }
    Vec::new()
}
