use super::chore::AssessChore;
use super::page::Page;
use super::turn::{settle, turn};
use super::view::{AssessView, Leaving};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::assess::{PendingQuestion, PrivateWords, QuestionAnswer};

/// Leaves the question; an example that was typed but not entered is saved first.
pub(super) fn stashed(model: &mut Model, leaving: Leaving) -> Vec<Effect> {
    let typed = model.assess.entry.text().trim();
    let Some(walk) = &model.assess.walk else { return go(model, leaving) };
    let Some(PendingQuestion::Example(item)) = model.assess.place() else { return go(model, leaving) };
    let told = walk.assessment().answer(item).and_then(|answer| answer.evidence.text());
    if typed.is_empty() || told.map(PrivateWords::as_str) == Some(typed) {
        return go(model, leaving);
    }
    match walk.given(QuestionAnswer::Example(typed.to_owned())) {
        Ok(next) => {
            model.assess.leaving = Some(leaving);
            vec![Effect::Assess(AssessChore::Keep(next))]
        }
        Err(_) => go(model, leaving),
    }
}

/// Saves the typed text while the popup asks whether to leave the program.
pub(in crate::app) fn stash(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Assess { stashed(model, Leaving::Stay) } else { Vec::new() }
}

/// Returns to the home screen.
pub(in crate::app) fn home(model: &mut Model) -> Vec<Effect> {
    stashed(model, Leaving::Home)
}

/// Goes to the requested place, now that every answer is on disk.
pub(super) fn go(model: &mut Model, leaving: Leaving) -> Vec<Effect> {
    let view = &mut model.assess;
    match (leaving, &mut view.walk) {
        (Leaving::Back, Some(walk)) => {
            walk.back();
            view.page = Page::Ask;
            settle(view);
        }
        (Leaving::On, Some(walk)) => {
            walk.on();
            settle(view);
        }
        (Leaving::Stay, Some(_)) => {
            // The entry line gets its text back, so that whoever stays can continue.
            settle(view);
        }
        (Leaving::Home, _) => {
            model.assess = AssessView::default();
            model.screen = Screen::Home;
            return vec![Effect::List];
        }
        (Leaving::Front, _) | (_, None) => turn(model, Page::Front),
    }
    Vec::new()
}
