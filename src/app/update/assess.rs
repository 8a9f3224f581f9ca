//! The mirror: its pages and their keys. Where something is typed every plain character is text; elsewhere a letter or
//! a digit is an answer.

mod ask;
mod leave;
mod pages;
mod train;

pub(super) use leave::{home, stash};

use crate::app::assess::{AssessChore, AssessReport, AssessView, Page, Whose};
use crate::app::key::{Code, Key};
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::{Effect, Msg};
use crate::assess::PendingQuestion;

/// Goes and looks at somebody's assessments.
pub(super) fn open(whose: Whose) -> Vec<Effect> {
    vec![Effect::Assess(AssessChore::Look(whose))]
}

/// A key on any page of the mirror.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if model.assess.covered {
        return match key.code {
            Code::Esc => home(model),
            Code::Enter => {
                model.assess.covered = false;
                Vec::new()
            }
            _ => Vec::new(),
        };
    }
    match model.assess.page {
        Page::Front => pages::front(model, key),
        Page::Ask => ask::press(model, key),
        Page::End => pages::end(model, key),
        Page::Result => pages::result(model, key),
        Page::Answers => pages::answers(model, key),
        Page::Team => pages::team(model, key),
        Page::History => pages::history(model, key),
    }
}

/// Whether keys wait until the answer before them is on disk: they belong to what is asked then.
pub(super) fn waits(model: &mut Model, keys: impl IntoIterator<Item = Key>) -> bool {
    let waits = model.screen == Screen::Assess && model.layer.is_none() && model.assess.keeping;
    if waits {
        model.assess.ahead.extend(keys);
    }
    waits
}

/// Takes note of an answer that goes to the disk.
pub(super) fn goes(model: &mut Model, effects: &[Effect]) {
    let keeps = |effect: &Effect| matches!(effect, Effect::Assess(AssessChore::Keep(_) | AssessChore::Share(_)));
    if effects.iter().any(keeps) {
        model.assess.keeping = true;
    }
}

/// What was typed while an answer was on its way. Where that did not get there, the same question is asked still, and
/// only text is text in its answer.
fn typed_ahead(model: &mut Model, ahead: Vec<Key>) -> Vec<Effect> {
    if !model.assess.unkept {
        return ahead.into_iter().flat_map(|key| super::update(model, Msg::Key(key), model.now)).collect();
    }
    let text: String = ahead.into_iter().filter_map(Key::typed).collect();
    if model.assess.is_typing() && !text.is_empty() {
        model.assess.entry.insert(&format!(" {text}"));
    }
    Vec::new()
}

/// What was pasted is typed, where something is typed.
pub(super) fn paste(model: &mut Model, lines: &[String]) {
    if model.assess.is_typing() && !model.assess.entry.insert(&lines.join(" ")) {
        model.tell(Tone::Alarm, "That is longer than one line holds; only its beginning was taken.");
    }
}

/// What came of a chore.
pub(super) fn reported(model: &mut Model, report: AssessReport) -> Vec<Effect> {
    let saved = matches!(report, AssessReport::Kept(_) | AssessReport::Shared(_));
    if !saved && !matches!(report, AssessReport::NotKept(_)) {
        return happened(model, report);
    }
    (model.assess.keeping, model.assess.unkept) = (false, !saved);
    let ahead = std::mem::take(&mut model.assess.ahead);
    let mut effects = happened(model, report);
    effects.extend(typed_ahead(model, ahead));
    effects
}

fn happened(model: &mut Model, report: AssessReport) -> Vec<Effect> {
    match report {
        AssessReport::Looked { whose, assessments, unread } => {
            let today = model.zone.day(model.now);
            model.assess = AssessView::of(whose, assessments, model.settings.one_window, today);
            model.screen = Screen::Assess;
            if let Some(reason) = unread.first() {
                model.tell(Tone::Alarm, reason.clone());
            }
        }
        AssessReport::Kept(assessment) => {
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
        AssessReport::NotKept(reason) => {
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

/// Turns to a page, at its top.
fn turn(model: &mut Model, page: Page) {
    model.assess.page = page;
    model.assess.selected = 0;
    model.assess.entry.clear();
}

/// Puts the cursor and the line where the question wants them: on what was answered before.
fn settle(view: &mut AssessView) {
    let Some(walk) = &view.walk else { return };
    view.entry.clear();
    let answer = |item: &str| walk.assessment().answer(item);
    match walk.at() {
        None => {
            view.page = Page::End;
            view.selected = 0;
        }
        Some(PendingQuestion::Anchor(item)) => {
            let digit = walk.assessment().rating(item).map_or(1, crate::assess::Rating::digit);
            view.selected = usize::from(digit) - 1;
        }
        Some(PendingQuestion::Flag(flag)) => {
            view.selected = walk.assessment().raised(flag).map_or(0, |raised| raised as usize)
        }
        Some(PendingQuestion::Example(item)) => {
            let told = answer(item).and_then(|answer| answer.evidence.text());
            view.entry.set(told.map_or("", crate::assess::PrivateWords::as_str));
        }
        Some(PendingQuestion::Day(item)) => {
            let told = answer(item).and_then(|answer| answer.evidence.date());
            view.entry.set(&told.map_or_else(String::new, |date| date.to_string()));
        }
    }
}
