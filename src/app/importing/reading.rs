//! The boxes that are shown while files are read, and while what they state is recorded.

use super::chore::ImportChore;
use super::state::{ImportStage, Importing};
use crate::app::effect::Effect;
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::spoken::{capitalised, in_digits};
use crate::theme::Role;

/// The width of the bar that shows how far the reading is, in cells.
const BAR: usize = 40;

/// The width of the box, in cells.
const WIDTH: u16 = 64;

/// Returns how far the shell is, in words.
pub(super) fn how_far(importing: &Importing) -> String {
    match importing.progress {
        Some((done, all)) if all > 0 => format!("{} of {} read", in_digits(done.min(all)), in_digits(all)),
        _ => "reading".to_owned(),
    }
}

/// Handles Esc while files are read: the reading stops, and the path stays to be changed.
pub(super) fn stop(importing: &mut Importing) -> Vec<Effect> {
    importing.works = false;
    importing.stage = ImportStage::Files;
    importing.wrong = Some("Stopped; nothing was recorded.".to_owned());
    vec![Effect::Import(ImportChore::Stop)]
}

/// Returns the box that says how far the shell is.
pub(super) fn sheet(importing: &Importing) -> Sheet {
    let records = importing.stage == ImportStage::Recording;
    let (done, all) = importing.progress.unwrap_or_default();
    let full = (done.min(all) * BAR).checked_div(all).unwrap_or_default();
    let bar = format!("{}{}", "█".repeat(full), "░".repeat(BAR - full));
    let (says, hint) = if records {
        ("It is being recorded.".to_owned(), "All of it comes in, or nothing.")
    } else {
        (capitalised(&how_far(importing)), "Esc stops it; nothing is recorded.")
    };
    let body = vec![
        SheetPart::line(says, Role::Text),
        SheetPart::line(bar, Role::Accent),
        SheetPart::Text(hint.to_owned(), Role::Quiet),
    ];
    Sheet { body, width: Some(WIDTH), widest: Some(WIDTH), ..Sheet::titled("bring in what you have") }
}
