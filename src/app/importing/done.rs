use crate::app::effect::Effect;
use crate::app::home::KnownSession;
use crate::app::key::KeyPress;
use crate::app::model::{Model, Popup, Then};
use crate::app::sheet::{Sheet, SheetPart};
use crate::app::{map, replay, setup};
use crate::record::SessionId;
use crate::record::text::clean;
use crate::theme::Role;

/// What can be done with what came in.
const ROWS: [&str; 5] = [
    "begin a workshop about some of it",
    "look at it on the map",
    "bring in a newer edition of its file, or another file",
    "replay it: what came in when",
    "that is all for now",
];

/// The width of the box, in cells.
const WIDTH: u16 = 72;

/// The box about an import that is in the workspace.
#[derive(Debug)]
struct ImportedView {
    session: SessionId,
    title: String,
    says: String,
    selected: usize,
}

/// Shows what came in, and what can be done with it; the workspace is listed and added up anew.
pub(super) fn show(model: &mut Model, session: SessionId, says: String) -> Vec<Effect> {
    let title = "it is in".to_owned();
    model.show(ImportedView { session, title, says, selected: 0 });
    vec![Effect::List, Effect::Survey]
}

/// Shows what can be done with an import of the home screen.
pub(in crate::app) fn open(model: &mut Model, known: KnownSession) -> Vec<Effect> {
    let says = format!("Brought in from a file, on {}. A newer edition of the file: /import.", known.day);
    model.show(ImportedView { session: known.id, title: known.title, says, selected: 0 });
    vec![Effect::Survey]
}

impl Popup for ImportedView {
    fn about(&self) -> &'static [&'static str] {
        &["What came in from a file, and what can be done with it."]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let Some(chosen) = key.chosen_row(self.selected) else {
            self.selected = key.moved(self.selected, ROWS.len()).unwrap_or(self.selected);
            return Then::stay();
        };
        match chosen {
            0 => Then::Stay(setup::about::begin_about(model)),
            1 => Then::Close(map::open_table(model)),
            2 => Then::Stay(super::popup::show(model, "")),
            3 => Then::Close(replay::look_back(self.session.clone())),
            4 => Then::close(),
            _ => Then::stay(),
        }
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let rows = ROWS.iter().enumerate().map(|(at, row)| format!("{}  {row}", at + 1)).collect();
        let body = vec![
            SheetPart::text(&self.says, Role::Good),
            SheetPart::Rows { rows, selected: self.selected },
            SheetPart::Hint("a number, or Enter; Esc: that is all".to_owned(), Role::Quiet),
        ];
        Some(Sheet { body, width: Some(WIDTH), widest: Some(WIDTH), ..Sheet::titled(clean(&self.title).into_owned()) })
    }
}
