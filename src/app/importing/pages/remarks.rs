//! What was left out, what somebody will be asked, and what comes in otherwise than it stands, each with its place.

use crate::app::effect::Effect;
use crate::app::importing::addresses::without_addresses;
use crate::app::importing::chore::ImportPreview;
use crate::app::importing::page::{PageSpace, moved, window, within};
use crate::app::importing::state::Importing;
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::SheetPart;
use crate::import::{ImportRemark, RemarkSort};
use crate::record::text::clean;
use crate::theme::Role;

/// The lines below the list, in which the remark under the cursor stands whole.
const WHOLE: usize = 4;

pub(in crate::app::importing) fn press(
    importing: &mut Importing,
    preview: &ImportPreview,
    key: KeyPress,
) -> Vec<Effect> {
    let rows = preview.map.remarks.len();
    importing.looks.remark_row = match key.code {
        Code::Home => 0,
        Code::End => rows.saturating_sub(1),
        _ => moved(importing.looks.remark_row, rows, key),
    };
    Vec::new()
}

pub(in crate::app::importing) fn lines(
    importing: &Importing,
    preview: &ImportPreview,
    space: PageSpace,
) -> Vec<SheetPart> {
    let mut remarks: Vec<&ImportRemark> = preview.map.remarks.iter().collect();
    // What waits for an answer stands first; within a sort the order is that of the files.
    remarks.sort_by_key(|remark| match remark.sort {
        RemarkSort::Asked => 0,
        RemarkSort::LeftOut => 1,
        RemarkSort::Noted => 2,
    });
    if remarks.is_empty() {
        return vec![SheetPart::line("Nothing was left out, and nothing is unclear.", Role::Good)];
    }
    let selected = importing.looks.remark_row.min(remarks.len() - 1);
    let alone = preview.files.len() == 1;
    let part = |(at, remark): (usize, &&ImportRemark)| {
        let role = if at == selected { Role::Selected } else { Role::Text };
        SheetPart::Cut(format!("{:<9} {}", sort(remark.sort), told(remark, alone)), role)
    };
    let room = space.lines.saturating_sub(WHOLE).max(1);
    let mut lines = window(remarks.len(), selected, room, remarks.iter().enumerate().map(part));
    lines.resize_with(room, SheetPart::blank);
    lines.push(SheetPart::blank());
    lines.extend(remarks.get(selected).map(|remark| SheetPart::Text(told(remark, alone), Role::Accent)));
    lines
}

const fn sort(sort: RemarkSort) -> &'static str {
    match sort {
        RemarkSort::LeftOut => "left out",
        RemarkSort::Asked => "asked",
        RemarkSort::Noted => "noted",
    }
}

/// Returns a remark with its place; the name of a file that is read alone goes without saying.
fn told(remark: &ImportRemark, alone: bool) -> String {
    let place = if alone { within(&remark.place) } else { remark.place.to_string() };
    let before = if place.is_empty() { place } else { format!("{place}: ") };
    let stop = if remark.says.ends_with(['?', '.', '!']) { "" } else { "." };
    without_addresses(&clean(&format!("{before}{}{stop}", remark.says)))
}
