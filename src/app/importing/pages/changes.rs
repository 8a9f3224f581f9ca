//! What a newer edition of files changes: what is new, what is stated otherwise than before, what is gone, what is back.

use crate::app::effect::Effect;
use crate::app::importing::addresses::without_addresses;
use crate::app::importing::chore::{ChangeSort, EditionChange, ImportPreview};
use crate::app::importing::page::{PageSpace, window, within};
use crate::app::importing::state::Importing;
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::SheetPart;
use crate::record::text::clean;
use crate::theme::Role;

/// The lines below the list, in which the change under the cursor stands whole.
const WHOLE: usize = 5;

pub(in crate::app::importing) fn press(
    importing: &mut Importing,
    preview: &ImportPreview,
    key: KeyPress,
) -> Vec<Effect> {
    let rows = in_order(preview).len();
    let here = importing.looks.change_row;
    importing.looks.change_row = match key.code {
        Code::Home => 0,
        Code::End => rows.saturating_sub(1),
        _ => key.paged(here, rows).unwrap_or(here),
    };
    Vec::new()
}

/// Returns the changes: first what is new, last what is back; within a sort in the order of the files.
fn in_order(preview: &ImportPreview) -> Vec<&EditionChange> {
    let all = || preview.earlier.iter().flat_map(|earlier| &earlier.changes);
    ChangeSort::ALL.into_iter().flat_map(|sort| all().filter(move |change| change.sort == sort)).collect()
}

/// Puts the cursor on a row that is there.
pub(in crate::app::importing) fn stay_inside(importing: &mut Importing, preview: &ImportPreview) {
    let last = in_order(preview).len().saturating_sub(1);
    importing.looks.change_row = importing.looks.change_row.min(last);
}

pub(in crate::app::importing) fn lines(
    importing: &Importing,
    preview: &ImportPreview,
    space: PageSpace,
) -> Vec<SheetPart> {
    let changes = in_order(preview);
    if changes.is_empty() {
        return vec![SheetPart::line("Nothing changed since it was brought in before.", Role::Good)];
    }
    let selected = importing.looks.change_row;
    let alone = preview.files.len() == 1;
    let part = |(at, change): (usize, &&EditionChange)| {
        let role = if at == selected { Role::Selected } else { Role::Text };
        SheetPart::Cut(format!("{:<11}{}", change.sort.word(), told(change, alone)), role)
    };
    let room = space.lines.saturating_sub(WHOLE).max(1);
    let mut lines = window(changes.len(), selected, room, changes.iter().enumerate().map(part));
    lines.resize_with(room, SheetPart::blank);
    lines.push(SheetPart::blank());
    lines.extend(changes.get(selected).map(|change| SheetPart::Text(told(change, alone), Role::Accent)));
    lines
}

/// Returns a change with its place; the name of a file that is read alone goes without saying.
fn told(change: &EditionChange, alone: bool) -> String {
    let place = change.place.as_ref().map(|place| if alone { within(place) } else { place.to_string() });
    let before = place.filter(|place| !place.is_empty()).map(|place| format!("{place}: ")).unwrap_or_default();
    let how = match (change.sort, change.differences.as_slice()) {
        (ChangeSort::Gone, _) => ": the file does not state it any more, and it is marked so".to_owned(),
        (_, []) => String::new(),
        (_, differences) => format!(": {}", differences.join("; ")),
    };
    without_addresses(&clean(&format!("{before}{}{how}", change.title)))
}
