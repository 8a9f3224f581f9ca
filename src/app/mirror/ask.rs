use super::chore::AssessChore;
use super::leave::{self, stashed};
use super::turn::settle;
use super::view::Leaving;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::screen::Tone;
use crate::assess::{PendingQuestion, QuestionAnswer, Raised, Rating, day_typed};

/// The number of rows of an item: its five anchors, and a row that skips the item.
const ROWS: usize = Rating::COUNT + 1;

/// The possible answers to a red flag, each with its letter.
const RAISED: [(char, Raised); 3] = [('n', Raised::No), ('s', Raised::Sometimes), ('y', Raised::Yes)];

/// Handles a key while a question is asked.
pub(super) fn press(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let Some(place) = model.assess.place().cloned() else { return leave::go(model, Leaving::Front) };
    match (key.code, model.assess.is_typing()) {
        (Code::PageUp | Code::BackTab, _) | (Code::Left, false) | (Code::Esc, true) => {
            return stashed(model, Leaving::Back);
        }
        (Code::PageDown, _) | (Code::Right, false) => return stashed(model, Leaving::On),
        (Code::Esc, false) => return leave::go(model, Leaving::Front),
        _ => {}
    }
    match place {
        PendingQuestion::Anchor(_) => anchor(model, key),
        PendingQuestion::Flag(_) => flag(model, key),
        PendingQuestion::Example(_) | PendingQuestion::Day(_) if key.code != Code::Enter => {
            model.assess.entry.press(key);
            Vec::new()
        }
        PendingQuestion::Example(_) => {
            let typed = model.assess.entry.text().to_owned();
            give(model, QuestionAnswer::Example(typed))
        }
        PendingQuestion::Day(_) => day(model),
    }
}

fn anchor(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let view = &mut model.assess;
    if let Some(selected) = key.moved(view.selected, ROWS) {
        view.selected = selected;
        return Vec::new();
    }
    let digit = key.digit();
    let chosen = match (key.code, digit) {
        (Code::Enter, _) => view.selected,
        (_, Some(0)) => Rating::COUNT,
        (_, Some(digit)) => digit - 1,
        _ if key.typed() == Some('e') => {
            if let Some(walk) = &mut view.walk {
                walk.to_example();
            }
            settle(view);
            return Vec::new();
        }
        _ => return Vec::new(),
    };
    let rating = u8::try_from(chosen + 1).ok().and_then(Rating::new);
    match rating {
        Some(rating) => give(model, QuestionAnswer::Anchor(rating)),
        None if chosen == Rating::COUNT => give(model, QuestionAnswer::Pass),
        None => Vec::new(),
    }
}

fn flag(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    if let Some(selected) = key.moved(model.assess.selected, RAISED.len()) {
        model.assess.selected = selected;
        return Vec::new();
    }
    let typed = RAISED.iter().find(|(letter, _)| key.typed() == Some(*letter));
    let under_cursor = RAISED.get(model.assess.selected).filter(|_| key.code == Code::Enter);
    typed.or(under_cursor).map_or_else(Vec::new, |(_, raised)| give(model, QuestionAnswer::Flag(*raised)))
}

fn day(model: &mut Model) -> Vec<Effect> {
    let today = model.assess.walk.as_ref().map(|walk| walk.assessment().day()).unwrap_or_default();
    let typed = model.assess.entry.text().trim().to_owned();
    let day = day_typed(&typed, today);
    match day {
        None if !matches!(typed.as_str(), "" | "?") => {
            model
                .tell(Tone::Plain, "No day could be read: 10 nov, 3 weeks ago, may 2025. Enter alone if nobody knows.");
            Vec::new()
        }
        Some(day) if day > today => {
            model.tell(Tone::Plain, "That day is still to come; an example is something that was.");
            Vec::new()
        }
        day => give(model, QuestionAnswer::Day(day)),
    }
}

/// Saves an answer; the next question is shown once the answer is on disk.
fn give(model: &mut Model, said: QuestionAnswer) -> Vec<Effect> {
    let Some(walk) = &model.assess.walk else { return Vec::new() };
    match walk.given(said) {
        Ok(next) => vec![Effect::Assess(AssessChore::Keep(next))],
        Err(error) => {
            model.tell(Tone::Alarm, error.to_string());
            Vec::new()
        }
    }
}
