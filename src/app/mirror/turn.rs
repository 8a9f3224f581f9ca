use super::page::Page;
use super::view::AssessView;
use crate::app::model::Model;
use crate::assess::PendingQuestion;

/// Shows a page from its top.
pub(super) fn turn(model: &mut Model, page: Page) {
    model.assess.page = page;
    model.assess.selected = 0;
    model.assess.scrolled = 0;
    model.assess.entry.clear();
}

/// Sets the cursor and the entry line to the answer given earlier.
pub(super) fn settle(view: &mut AssessView) {
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
            view.selected = walk.assessment().raised(flag).map_or(0, |raised| raised as usize);
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
