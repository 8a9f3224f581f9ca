//! What was left out, what somebody will be asked, and what comes in otherwise than it stands, each with its place.

use crate::app::effect::Effect;
use crate::app::importing::addresses::without_addresses;
use crate::app::importing::chore::ImportPreview;
use crate::app::importing::page::{PageSpace, window, within};
use crate::app::importing::pages::kinds;
use crate::app::importing::state::{Importing, PreviewPage};
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::SheetPart;
use crate::import::{RemarkGroup, RemarkSort, RemarkTopic, remark_groups};
use crate::record::text::clean;
use crate::theme::Role;

/// The lines below the list, in which the remark under the cursor stands whole.
const WHOLE: usize = 4;

pub(in crate::app::importing) fn press(
    importing: &mut Importing,
    preview: &ImportPreview,
    key: KeyPress,
) -> Vec<Effect> {
    let lines = in_order(preview);
    let rows = lines.len();
    if key.code == Code::Char(' ') {
        let topic = lines.get(importing.looks.remark_row).map(|line| line.first.topic.clone());
        if topic.is_some_and(|topic| kinds::stand_at(importing, preview, &topic)) {
            importing.looks.page = PreviewPage::Kinds;
        }
        return Vec::new();
    }
    importing.looks.remark_row = match key.code {
        Code::Home => 0,
        Code::End => rows.saturating_sub(1),
        _ => key.paged(importing.looks.remark_row, rows).unwrap_or(importing.looks.remark_row),
    };
    Vec::new()
}

/// Returns the remarks as lines of a list: what waits for an answer first, within a sort in the order of the files.
fn in_order(preview: &ImportPreview) -> Vec<RemarkGroup<'_>> {
    let mut lines = remark_groups(&preview.map.remarks);
    lines.sort_by_key(|line| match line.first.sort {
        RemarkSort::Asked => 0,
        RemarkSort::LeftOut => 1,
        RemarkSort::Noted => 2,
    });
    lines
}

/// Puts the cursor on a row that is there.
pub(in crate::app::importing) fn stay_inside(importing: &mut Importing, preview: &ImportPreview) {
    let last = in_order(preview).len().saturating_sub(1);
    importing.looks.remark_row = importing.looks.remark_row.min(last);
}

/// Whether what the remark under the cursor asks can be answered in the preview.
pub(in crate::app::importing) fn is_answerable(importing: &Importing, preview: &ImportPreview) -> bool {
    let lines = in_order(preview);
    let topic = lines.get(importing.looks.remark_row).map(|line| &line.first.topic);
    matches!(topic, Some(RemarkTopic::Status(_) | RemarkTopic::Days | RemarkTopic::Links))
}

pub(in crate::app::importing) fn lines(
    importing: &Importing,
    preview: &ImportPreview,
    space: PageSpace,
) -> Vec<SheetPart> {
    let remarks = in_order(preview);
    if remarks.is_empty() {
        return vec![SheetPart::line("Nothing was left out, and nothing is unclear.", Role::Good)];
    }
    let selected = importing.looks.remark_row;
    let alone = preview.files.len() == 1;
    let part = |(at, remark): (usize, &RemarkGroup<'_>)| {
        let role = if at == selected { Role::Selected } else { Role::Text };
        SheetPart::Cut(format!("{:<9} {}", remark.first.sort.name(), told(remark, alone)), role)
    };
    let room = space.lines.saturating_sub(WHOLE).max(1);
    let mut lines = window(remarks.len(), selected, room, remarks.iter().enumerate().map(part));
    lines.resize_with(room, SheetPart::blank);
    lines.push(SheetPart::blank());
    lines.extend(remarks.get(selected).map(|remark| SheetPart::Text(told(remark, alone), Role::Accent)));
    lines
}

/// Returns a remark with its place; the name of a file that is read alone goes without saying.
fn told(remark: &RemarkGroup<'_>, alone: bool) -> String {
    let place = &remark.first.place;
    let place = if alone { within(place) } else { place.to_string() };
    let before = if place.is_empty() { place } else { format!("{place}: ") };
    let says = remark.says();
    let stop = if says.ends_with(['?', '.', '!']) { "" } else { "." };
    without_addresses(&clean(&format!("{before}{says}{stop}")))
}
