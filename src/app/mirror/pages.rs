use super::chore::AssessChore;
use super::page::{EndRow, FrontRow, Page};
use super::turn::{settle, turn};
use super::view::{Leaving, Whose};
use super::{leave, train};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::screen::Tone;
use crate::assess::{Assessment, Questionnaire, Sharing};
use crate::export::shared_words;

/// The number of lines that one key scrolls by on a read-only page.
const SCROLLED: usize = 3;

/// The number of lines that a page key scrolls the result by.
const PAGE: usize = 10;

/// Handles a key on the front page.
pub(super) fn front(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let rows = model.assess.front();
    if let Some(selected) = key.moved(model.assess.selected, rows.len()) {
        model.assess.selected = selected;
        return Vec::new();
    }
    match (key.code, rows.get(model.assess.selected)) {
        (Code::Esc, _) => return leave::home(model),
        (Code::Enter, Some(FrontRow::GoOn)) => ask(model),
        (Code::Enter, Some(FrontRow::Begin)) => begin(model),
        (Code::Enter, Some(FrontRow::Result)) => turn(model, Page::Result),
        (Code::Enter, Some(FrontRow::History)) => turn(model, Page::History),
        (Code::Enter, Some(FrontRow::Answers)) => turn(model, Page::Answers),
        _ => {}
    }
    Vec::new()
}

fn begin(model: &mut Model) {
    let view = &mut model.assess;
    if view.walk.is_none()
        && let Some(instrument) = view.versions.latest()
    {
        let today = model.zone.day(model.now);
        let assessment = Assessment::begin(instrument.version, today);
        view.walk = Some(Questionnaire::new(instrument.clone(), assessment, view.finished.last().cloned()));
    }
    ask(model);
}

fn ask(model: &mut Model) {
    turn(model, Page::Ask);
    if let Some(walk) = &mut model.assess.walk {
        walk.to_open();
    }
    settle(&mut model.assess);
}

/// Handles a key on the page after the last question.
pub(super) fn end(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let rows = model.assess.end();
    if let Some(selected) = key.moved(model.assess.selected, rows.len()) {
        model.assess.selected = selected;
        return Vec::new();
    }
    match (key.code, rows.get(model.assess.selected)) {
        (Code::PageUp | Code::BackTab | Code::Left, _) => return leave::go(model, Leaving::Back),
        (Code::Esc, _) | (Code::Enter, Some(EndRow::Later)) => return leave::go(model, Leaving::Front),
        (Code::Enter, Some(EndRow::ToOpen)) => ask(model),
        (Code::Enter, Some(EndRow::Finish)) => return finish(model),
        _ => {}
    }
    Vec::new()
}

fn finish(model: &Model) -> Vec<Effect> {
    let Some(walk) = &model.assess.walk else { return Vec::new() };
    let mut finished = walk.assessment().clone();
    finished.finish();
    vec![Effect::Assess(AssessChore::Keep(finished))]
}

/// Handles a key on the result page.
pub(super) fn result(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let gaps = model.assess.reading().map_or(0, |reading| reading.gaps.len());
    if let Some(selected) = key.moved(model.assess.selected, gaps + 1) {
        model.assess.selected = selected;
        model.assess.scrolled = 0;
        return Vec::new();
    }
    match (key.code, key.typed()) {
        (Code::Esc, _) => return back(model),
        (Code::PageDown, _) => model.assess.scrolled = model.assess.scrolled.saturating_add(PAGE),
        (Code::PageUp, _) => model.assess.scrolled = model.assess.scrolled.saturating_sub(PAGE),
        (Code::Enter, _) if model.assess.selected == 0 => model.assess.selected = gaps.min(1),
        (Code::Enter, _) => return train::open(model),
        (_, Some('h')) => turn(model, Page::History),
        (_, Some('a')) => turn(model, Page::Answers),
        (_, Some('m')) if model.assess.whose == Whose::Own => turn(model, Page::Unit),
        _ => {}
    }
    Vec::new()
}

/// Handles a key on the page of answers.
pub(super) fn answers(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let rows = model.assess.answers();
    if let Some(selected) = key.moved(model.assess.selected, rows.len()) {
        model.assess.selected = selected;
        return Vec::new();
    }
    match (key.code, key.typed()) {
        (Code::Esc, _) => turn(model, Page::Result),
        (_, Some('s')) => return share(model),
        (_, Some('c')) => return copy(model),
        _ => {}
    }
    Vec::new()
}

/// Changes how much of an answer is shared, in this order: nothing, its words, its words with the example.
fn share(model: &mut Model) -> Vec<Effect> {
    if model.assess.whose == Whose::Sample {
        model.tell(Tone::Plain, "This is the sample leader: nothing here is yours to share.");
        return Vec::new();
    }
    let rows = model.assess.answers();
    let (Some(row), Some(latest)) = (rows.get(model.assess.selected), model.assess.finished.last()) else {
        return Vec::new();
    };
    let mut marked = latest.clone();
    let next = match row.share {
        Sharing::Nothing => Sharing::Words,
        Sharing::Words if row.has_example => Sharing::WordsAndExample,
        Sharing::Words | Sharing::WordsAndExample => Sharing::Nothing,
    };
    marked.share(&row.item, next);
    vec![Effect::Assess(AssessChore::Share(marked))]
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let marked = model.assess.latest().and_then(|(instrument, assessment)| shared_words(instrument, assessment));
    match marked {
        Some(words) => vec![Effect::CopyWords(words)],
        None => {
            model.tell(Tone::Plain, "Nothing is marked to be shared; s marks the answer under the cursor.");
            Vec::new()
        }
    }
}

/// Handles a key on the page that asks for the unit to compare with the map.
pub(super) fn unit(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    match key.code {
        Code::Esc => turn(model, Page::Result),
        Code::Enter => return ask_map(model),
        _ => {
            model.assess.entry.press(key);
        }
    }
    Vec::new()
}

/// Asks the map about the typed unit: `Claims`, or `Claims, mei` for a person who had a seat.
fn ask_map(model: &mut Model) -> Vec<Effect> {
    let typed = model.assess.entry.text();
    let mut parts = typed.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned);
    let (unit, tag) = (parts.next(), parts.next());
    let (Some(unit), Some(assessment)) = (unit, model.assess.finished.last()) else {
        model.tell(Tone::Plain, "Name the team you answer for, as the map has it; Esc leaves it.");
        return Vec::new();
    };
    let assessment = assessment.clone();
    vec![Effect::Assess(AssessChore::AskMap { assessment, units: vec![unit], tag })]
}

/// Handles a key on the page with all assessments over time.
pub(super) fn history(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let selected = model.assess.selected;
    match (key.code, key.steps_down()) {
        (Code::Esc, _) => return back(model),
        (_, Some(true)) => model.assess.selected = selected.saturating_add(SCROLLED).min(LONGEST),
        (_, Some(false)) => model.assess.selected = selected.saturating_sub(SCROLLED),
        _ if key.typed() == Some('r') => turn(model, Page::Result),
        _ => {}
    }
    Vec::new()
}

/// The maximum number of lines of a page of the history.
const LONGEST: usize = 400;

/// Returns to the front page; the sample has none, so its pages return to the home screen.
fn back(model: &mut Model) -> Vec<Effect> {
    if model.assess.whose == Whose::Sample {
        return leave::home(model);
    }
    turn(model, Page::Front);
    Vec::new()
}
