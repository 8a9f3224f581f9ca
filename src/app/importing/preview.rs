//! What would come in, on pages: looked at and changed before anything is recorded.

use std::sync::Arc;

use super::chore::{ImportChore, ImportPreview};
use super::counts::ImportCounts;
use super::page::{PageSpace, window};
use super::pages::{changes, columns, kinds, overview, remarks, things};
use super::reading::how_far;
use super::state::{ImportStage, Importing, PreviewLooks, PreviewPage};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress, row_key};
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::spoken::{counted, in_digits};
use crate::record::text::clean;
use crate::theme::Role;

/// The maximum width of the box, in cells.
const WIDTH: u16 = 156;

/// The lines of the screen around the pages: the edges of the box, its head and foot, and the footer below it.
const OTHER_LINES: u16 = 11;

/// Takes in what was read.
pub(super) fn show(importing: &mut Importing, preview: Arc<ImportPreview>) {
    importing.mapping = preview.mapping.clone();
    importing.another = preview.another;
    importing.counts = ImportCounts::of(&preview.map, &importing.mapping);
    if importing.stage != ImportStage::Preview {
        importing.stage = ImportStage::Preview;
        importing.looks = PreviewLooks::default();
        if preview.table.as_ref().is_some_and(|table| table.is_unknown) {
            columns::ask_for_name(importing, &preview);
        }
    }
    // A newer edition may have become another source, which has no changes.
    if !PreviewPage::of(&preview).any(|page| page == importing.looks.page) {
        importing.looks.page = PreviewPage::default();
    }
    importing.wrong = preview.unnamed.then(|| columns::NO_NAME.to_owned());
    changes::stay_inside(importing, &preview);
    things::stay_inside(importing, &preview);
    remarks::stay_inside(importing, &preview);
    importing.preview = Some(preview);
}

/// Handles a key at the preview.
pub(super) fn press(importing: &mut Importing, key: KeyPress) -> Vec<Effect> {
    let Some(preview) = importing.preview.clone() else { return Vec::new() };
    if let Some(selected) = importing.looks.choosing {
        return choose(importing, &preview, selected, key);
    }
    match key.code {
        Code::Tab => importing.looks.page = importing.looks.page.next(&preview, true),
        Code::BackTab => importing.looks.page = importing.looks.page.next(&preview, false),
        Code::Enter => ask_for_title(importing, &preview),
        _ => {
            return match importing.looks.page {
                PreviewPage::Overview => overview::press(importing, &preview, key),
                PreviewPage::Changes => changes::press(importing, &preview, key),
                PreviewPage::Columns => columns::press(importing, &preview, key),
                PreviewPage::Kinds => kinds::press(importing, &preview, key),
                PreviewPage::Things => things::press(importing, &preview, key),
                PreviewPage::Remarks => remarks::press(importing, &preview, key),
            };
        }
    }
    Vec::new()
}

/// Handles a key in the open list of choices.
fn choose(importing: &mut Importing, preview: &ImportPreview, selected: usize, key: KeyPress) -> Vec<Effect> {
    let rows = choices(importing, preview).len();
    let Some(chosen) = key.chosen_row(selected).filter(|row| *row < rows) else {
        importing.looks.choosing = Some(key.moved(selected, rows).unwrap_or(selected));
        return Vec::new();
    };
    importing.looks.choosing = None;
    match importing.looks.page {
        PreviewPage::Columns => columns::choose(importing, preview, chosen),
        _ => kinds::choose(importing, preview, chosen),
    }
}

/// Returns what can be chosen in the open list.
fn choices(importing: &Importing, preview: &ImportPreview) -> Vec<String> {
    match importing.looks.page {
        PreviewPage::Columns => columns::choices(),
        _ => kinds::choices(importing, preview),
    }
}

/// Handles Esc: closes what is open, then goes back to the question for the files.
pub(super) fn escape(importing: &mut Importing) -> Vec<Effect> {
    if importing.looks.choosing.take().is_some() {
        return Vec::new();
    }
    if importing.works {
        importing.works = false;
        if let Some(preview) = importing.preview.clone() {
            show(importing, preview);
        }
        return vec![Effect::Import(ImportChore::Stop)];
    }
    if importing.looks.page == PreviewPage::Things && !importing.looks.filter.is_empty() {
        importing.looks.filter.clear();
        importing.looks.types = false;
        return Vec::new();
    }
    importing.stage = ImportStage::Files;
    importing.wrong = None;
    Vec::new()
}

fn ask_for_title(importing: &mut Importing, preview: &ImportPreview) {
    if importing.works {
        importing.wrong = Some("A moment: it is being read again.".to_owned());
    } else if importing.wrong.is_none() && importing.counts.things == 0 {
        importing.wrong = Some("Nothing of it would come in: say on the pages what its parts are.".to_owned());
    } else if importing.wrong.is_none() {
        // A source of its own is not called as the one that it looks like.
        let own = importing.mapping.title.is_empty() || importing.another;
        let title = if own { &preview.title } else { &importing.mapping.title };
        importing.title.set(&clean(title));
        importing.stage = ImportStage::Title;
    }
}

/// Returns the box with the page that is looked at.
pub(super) fn sheet(importing: &Importing, preview: &ImportPreview, size: (u16, u16), shared: bool) -> Sheet {
    let width = size.0.saturating_sub(4).min(WIDTH);
    let space = PageSpace { width, lines: usize::from(size.1.saturating_sub(OTHER_LINES)).max(1), shared };
    let mut body = vec![head(importing, preview), tabs(importing, preview), SheetPart::blank()];
    let mut page = page(importing, preview, space);
    page.truncate(space.lines);
    page.resize_with(space.lines, SheetPart::blank);
    body.extend(page);
    body.push(standing(importing));
    let foot = vec![SheetPart::Cut(keys(importing, preview).to_owned(), Role::Quiet)];
    let title = format!("bring in {}", clean(&preview.files.join(", ")));
    Sheet { body, foot, width: Some(width), widest: Some(width), tall: true, ..Sheet::titled(title) }
}

fn page(importing: &Importing, preview: &ImportPreview, space: PageSpace) -> Vec<SheetPart> {
    if let Some(selected) = importing.looks.choosing {
        let asks = match importing.looks.page {
            PreviewPage::Columns => columns::asked(importing, preview),
            _ => kinds::asked(importing, preview),
        };
        let rows = listed(&choices(importing, preview), selected, space.lines.saturating_sub(1).max(1));
        return std::iter::once(SheetPart::Cut(asks, Role::Accent)).chain(rows).collect();
    }
    match importing.looks.page {
        PreviewPage::Overview => overview::lines(importing, preview, space),
        PreviewPage::Changes => changes::lines(importing, preview, space),
        PreviewPage::Columns => columns::lines(importing, preview, space),
        PreviewPage::Kinds => kinds::lines(importing, preview, space),
        PreviewPage::Things => things::lines(importing, preview, space),
        PreviewPage::Remarks => remarks::lines(importing, preview, space),
    }
}

fn head(importing: &Importing, preview: &ImportPreview) -> SheetPart {
    let counts = &importing.counts;
    let (things, arrows) = (counted(counts.things, "thing", "things"), counted(counts.arrows, "arrow", "arrows"));
    let mut says = format!("{}: {things}, {arrows}", preview.format.about);
    if counts.left_out > 0 {
        says = format!("{says}; {} left out", in_digits(counts.left_out));
    }
    SheetPart::Cut(says, Role::Title)
}

fn tabs(importing: &Importing, preview: &ImportPreview) -> SheetPart {
    let looks = &importing.looks;
    let mut spans = Vec::new();
    for page in PreviewPage::of(preview) {
        let many: usize = match page {
            PreviewPage::Remarks => importing.counts.remarks.iter().sum(),
            PreviewPage::Changes => preview.earlier.as_ref().map_or(0, |earlier| earlier.changes.len()),
            _ => 0,
        };
        let many = if many > 0 { format!(" {many}") } else { String::new() };
        let role = if looks.page == page { Role::Selected } else { Role::Quiet };
        spans.push((format!(" {}{many} ", page.name()), role));
        spans.push((" ".to_owned(), Role::Quiet));
    }
    SheetPart::Line(spans)
}

/// Returns the line that says what is wrong, or that the files are being read again.
fn standing(importing: &Importing) -> SheetPart {
    match (&importing.wrong, importing.works) {
        (Some(wrong), _) => SheetPart::Cut(clean(wrong).into_owned(), Role::Alarm),
        (None, true) => SheetPart::line(how_far(importing), Role::Amber),
        (None, false) => SheetPart::blank(),
    }
}

fn keys(importing: &Importing, preview: &ImportPreview) -> &'static str {
    if importing.looks.choosing.is_some() {
        return "The key in front of a row, or Enter, chooses. Esc: it stays as it is.";
    }
    match importing.looks.page {
        PreviewPage::Overview if importing.another => {
            "Space: it is a newer edition after all. Enter brings it in. Tab: next page."
        }
        PreviewPage::Overview if preview.earlier.is_some() => {
            "Space: no, it is another source. Enter brings it in. Tab: next page."
        }
        PreviewPage::Overview => "Enter brings it in. Tab: next page. Esc: another file.",
        PreviewPage::Changes => "Up, Down: another change. Enter brings it in. Tab: next page.",
        PreviewPage::Columns => "Left, Right: a column. Space: what it holds. Enter brings it in. Tab: next.",
        PreviewPage::Kinds => "Space: another answer. Enter brings it in. Tab: next page. Esc: back.",
        PreviewPage::Things => "Space leaves it out; type to find; Ctrl-T: all listed. Enter brings it in.",
        PreviewPage::Remarks if remarks::is_answerable(importing, preview) => {
            "Space answers it. Enter brings it in as it is. Tab: next page."
        }
        PreviewPage::Remarks => "Up, Down: another remark. Enter brings it in. Tab: next page.",
    }
}

/// Returns rows with their keys, as many as fit around the selected one.
fn listed(rows: &[String], selected: usize, lines: usize) -> Vec<SheetPart> {
    let keyed = |(at, says): (usize, &String)| {
        let key = row_key(at).unwrap_or(' ');
        SheetPart::Cut(format!("{key}  {says}"), if at == selected { Role::Selected } else { Role::Text })
    };
    window(rows.len(), selected, lines, rows.iter().enumerate().map(keyed))
}
