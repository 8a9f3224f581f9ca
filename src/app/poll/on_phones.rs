//! The count of what phones answered at a step, before whoever writes shows it.

use super::choosing::PollChooser;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::sheet::{Sheet, SheetPart};
use crate::theme::Role;

/// The box in which the answers of phones to the current step are counted.
#[derive(Debug, Default)]
pub(super) struct StepCounter;

impl Popup for StepCounter {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What phones answered at this step. Enter counts it and shows the room the numbers;",
            "until then nobody sees more than how many are in. o puts other options to the room.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        match (key.code, key.typed()) {
            (Code::Enter, _) => {
                let facts = model.phones.count_of_step();
                if facts.is_empty() {
                    return Then::close();
                }
                let says = "Counted; the room sees it. Ctrl-Z takes it back.".to_owned();
                Then::Close(queue(model, [Todo::UnnamedTold(facts, says)]))
            }
            (_, Some('o')) => {
                model.show(PollChooser::default());
                Then::close()
            }
            _ => Then::stay(),
        }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let count = model.phones.board().map(|board| board.count.clone()).unwrap_or_default();
        let body = vec![
            SheetPart::text(&format!("On phones {count}; nobody has seen the answers."), Role::Text),
            SheetPart::text("Enter counts them and shows the room   o other options   Esc later", Role::Accent),
        ];
        Some(Sheet { body, ..Sheet::titled("what phones answered") })
    }
}
