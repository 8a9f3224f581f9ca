//! The last question: what the session, and what was said about the parts of the files, is called.

use super::chore::{ImportChore, ImportPreview};
use super::state::{ImportStage, Importing};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry, SheetPart};
use crate::record::spoken::counted;
use crate::record::text::clean;
use crate::theme::Role;

/// The width of the box, in cells.
const WIDTH: u16 = 72;

/// Handles a key at the question for the title; Enter records everything.
pub(super) fn press(importing: &mut Importing, key: KeyPress) -> Vec<Effect> {
    if key.code != Code::Enter {
        importing.title.press(key);
        return Vec::new();
    }
    let title = clean(importing.title.text().trim()).into_owned();
    if title.is_empty() {
        return Vec::new();
    }
    importing.mapping.title = title;
    importing.stage = ImportStage::Recording;
    let mapping = importing.mapping.clone();
    vec![Effect::Import(ImportChore::Record(importing.order(Some(mapping))))]
}

pub(super) fn sheet(importing: &Importing, preview: &ImportPreview) -> Sheet {
    let counts = &importing.counts;
    let comes =
        format!("{} and {}", counted(counts.things, "thing", "things"), counted(counts.arrows, "arrow", "arrows"));
    let says = match &preview.earlier {
        None => format!("{comes} come in as one session. What is it called?"),
        Some(earlier) => format!(
            "{comes}: “{}” becomes as the files are now. What was said since stays. What is it called?",
            clean(&earlier.title)
        ),
    };
    let hint = "Enter brings it in. What you said about its parts is kept under this title, for the next edition of the \
                file. Esc goes back.";
    let body = vec![SheetPart::Text(says, Role::Title), SheetPart::Text(hint.to_owned(), Role::Quiet)];
    let entry = SheetEntry { entry: importing.title.clone(), place: EntryPlace::Bottom, veiled: false };
    Sheet { body, entry: Some(entry), width: Some(WIDTH), widest: Some(WIDTH), ..Sheet::titled("bring it in") }
}
