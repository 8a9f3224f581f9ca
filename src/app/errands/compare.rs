use super::chore::ErrandChore;
use super::page::is_for_the_room;
use crate::app::effect::Effect;
use crate::app::home::KnownSession;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;

/// The command that compares two sessions.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    163,
    "compare",
    "compare two sessions: what is new, gone, or turned round",
    &[Screen::Home, Screen::Run],
    show,
)];

/// The popup that picks two sessions.
#[derive(Debug, Default)]
struct CompareView {
    selected: usize,
    first: Option<KnownSession>,
}

fn show(model: &mut Model) -> Vec<Effect> {
    if is_for_the_room(model) {
        return Vec::new();
    }
    model.show(CompareView::default());
    vec![Effect::List]
}

/// Returns the sessions that can be picked, the latest first.
fn sessions(model: &Model) -> Vec<KnownSession> {
    model.home.sessions.iter().flatten().cloned().collect()
}

impl Popup for CompareView {
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let sessions = sessions(model);
        let Some(row) = key.chosen_row(self.selected) else {
            self.selected = key.moved(self.selected, sessions.len()).unwrap_or(self.selected);
            return Then::stay();
        };
        let Some(chosen) = sessions.into_iter().nth(row) else { return Then::stay() };
        match self.first.take() {
            None => {
                self.first = Some(chosen);
                Then::stay()
            }
            Some(first) if first.id == chosen.id => {
                model.tell(Tone::Plain, "That is the same session; choose another one.");
                self.first = Some(first);
                Then::stay()
            }
            Some(first) => {
                let (before, after) =
                    if (first.day, &first.id) <= (chosen.day, &chosen.id) { (first, chosen) } else { (chosen, first) };
                Then::Close(vec![Effect::Errand(ErrandChore::Compare(before.id, after.id))])
            }
        }
    }

    fn about(&self) -> &'static [&'static str] {
        &[
            "Two sessions, one after the other: what is new in the later one, what is gone, what",
            "turned round, what became seen.",
        ]
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let sessions = sessions(model);
        let row = |known: &KnownSession| format!("{}  {}", known.day, known.title);
        let title = match &self.first {
            None => "compare: the first session".to_owned(),
            Some(first) => format!("compare “{}” with", first.title),
        };
        let hint = if sessions.is_empty() { "no session is listed yet" } else { "a number or Enter; Esc leaves it" };
        let list = Sheet::numbered(title, sessions.iter().map(row), self.selected, hint);
        Some(Sheet { tall: true, ..list })
    }
}
