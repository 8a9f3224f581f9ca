//! The languages of a session, beside English, which is always on.

use super::spoken::{known_languages, name_of};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::record::Fact;

/// The command that changes the languages of the open session.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(275, "languages", "languages in which people speak here", &[Screen::Run], show)];

/// The popup that turns languages on and off.
#[derive(Debug)]
struct LanguagesView {
    /// The codes of all languages but English.
    known: Vec<String>,
    /// The codes of those that are on, the likeliest first.
    on: Vec<String>,
    /// The index of the selected row.
    selected: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    if !run.writable {
        model.tell(Tone::Plain, "You are reading along: languages are chosen where the session is written.");
        return Vec::new();
    }
    let known = known_languages(run.recording.own_words());
    let on = run.recording.session().languages().to_vec();
    model.show(LanguagesView { known, on, selected: 0 });
    Vec::new()
}

impl Popup for LanguagesView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "In which languages lines are read beside English; the first that is turned on",
            "counts most. Space or a number turns one on or off, Enter sets them.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let turned = if key.typed() == Some(' ') { Some(self.selected) } else { key.numbered_row() };
        if let Some(code) = turned.and_then(|row| self.known.get(row)) {
            match self.on.iter().position(|on| on == code) {
                Some(at) => drop(self.on.remove(at)),
                None => self.on.push(code.clone()),
            }
            self.selected = turned.unwrap_or(self.selected);
            return Then::stay();
        }
        if key.code == Code::Enter {
            return Then::Close(self.set(model));
        }
        self.selected = key.moved(self.selected, self.known.len()).unwrap_or(self.selected);
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let own = model.run.as_ref()?.recording.own_words();
        let row = |code: &String| {
            let on = if self.on.contains(code) { "[x]" } else { "[ ]" };
            format!("{on} {}", name_of(code, own))
        };
        let hint = "a number or Space turns one on or off, Enter sets them; English is always on";
        Some(Sheet::numbered("what people speak here", self.known.iter().map(row), self.selected, hint))
    }
}

impl LanguagesView {
    /// Records the languages, if they changed.
    fn set(&self, model: &mut Model) -> Vec<Effect> {
        let Some(run) = &model.run else { return Vec::new() };
        if run.recording.session().languages() == self.on {
            return Vec::new();
        }
        let own = run.recording.own_words();
        let names = super::spoken::in_words(&self.on, own);
        let facts = vec![Fact::LanguagesSet { languages: self.on.clone() }];
        queue(model, [Todo::Told(facts, format!("Lines are read in {names} from here on."))])
    }
}
