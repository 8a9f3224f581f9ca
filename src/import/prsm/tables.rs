use crate::import::drafting::draft::MapDraft;
use crate::import::drafting::fields::take_field;
use crate::import::error::ImportError;
use crate::import::imported::RemarkSort;
use crate::import::input::file::ImportedFile;
use crate::import::input::sheets::{sheets, tables};
use crate::import::input::table_sheet::{SheetRow, TableSheet};
use crate::import::place::{SourcePlace, WithinFile};
use crate::import::words::arrow_words::arrow_of;

/// The columns of factors that say how and by whom they were drawn.
const DRAWING: &[&str] = &["label", "style", "x", "y", "creator", "createdtime", "modifier", "modifiedtime"];

/// The headings of the table that PRSM takes as CSV, without spaces.
const LINKS: &[&str] = &["from", "to", "fromstyle", "tostyle", "linkstyle"];

/// Whether a workbook is one that PRSM writes: factors and links.
pub(super) fn is_workbook(file: &ImportedFile) -> bool {
    let Ok(sheets) = sheets(file) else { return false };
    sheet(sheets, "factors").is_some_and(|sheet| column(sheet, "label").is_some())
        && sheet(sheets, "links").is_some_and(|sheet| column(sheet, "from").is_some() && column(sheet, "to").is_some())
}

/// Whether a text is the table that PRSM takes as CSV.
pub(super) fn is_links(file: &ImportedFile) -> bool {
    let head = file.text().lines().next().unwrap_or_default();
    let head: String = head.chars().take(200).filter(|c| !c.is_whitespace() && *c != '"').collect();
    let heads: Vec<String> = head.to_lowercase().split([',', ';']).map(str::to_owned).collect();
    heads.len() >= 4 && heads.iter().zip(LINKS).all(|(head, own)| head == own)
}

/// Reads a workbook of PRSM, or the table that it takes.
pub(super) fn read(file: &ImportedFile, draft: &mut MapDraft<'_>) -> Result<(), ImportError> {
    for remark in &tables(file)?.remarks {
        draft.remark(remark.place.clone(), remark.sort, remark.says.clone());
    }
    let sheets = sheets(file)?;
    let (factors, links) = (sheet(sheets, "factors"), sheet(sheets, "links"));
    let all = sheets.iter().map(|sheet| sheet.rows.len()).sum();
    let mut things = Vec::new();
    for (done, (sheet, row)) in each(factors).enumerate() {
        draft.proceeds(done, all)?;
        things.push((sheet, row, add_factor(file, sheet, row, draft)));
    }
    for (sheet, row, thing) in things {
        let heads = sheet.rows.first().map(|head| head.cells.as_slice()).unwrap_or_default();
        for (head, value) in heads.iter().zip(&row.cells) {
            let is_about = !DRAWING.contains(&head.trim().to_lowercase().as_str()) && !head.trim().is_empty();
            if let Some(thing) = thing.filter(|_| is_about) {
                take_field(draft, thing, (head.trim(), value), &place(file, sheet, row));
            }
        }
    }
    let is_plain = factors.is_none();
    for (done, (sheet, row)) in each(links.or(sheets.first().filter(|_| is_plain))).enumerate() {
        draft.proceeds(all / 2 + done, all)?;
        add_link(file, sheet, row, is_plain, draft);
    }
    Ok(())
}

fn add_factor(file: &ImportedFile, sheet: &TableSheet, row: &SheetRow, draft: &mut MapDraft<'_>) -> Option<usize> {
    let (label, style) = (cell(sheet, row, "label"), cell(sheet, row, "style"));
    let place = place(file, sheet, row);
    if draft.called(label).is_some() {
        let says = format!("another factor is called {label}; the first counts");
        draft.remark(place, RemarkSort::LeftOut, says);
        return None;
    }
    let thing = draft.thing(&format!("name: {}", label.to_lowercase()), place, label);
    if !style.is_empty() {
        draft.sort(thing, &format!("style {style}"), None);
    }
    Some(thing)
}

fn add_link(file: &ImportedFile, sheet: &TableSheet, row: &SheetRow, is_plain: bool, draft: &mut MapDraft<'_>) {
    let (from, to) =
        if is_plain { (row.cell(0), row.cell(1)) } else { (cell(sheet, row, "from"), cell(sheet, row, "to")) };
    let place = place(file, sheet, row);
    let mut end = |name: &str| match draft.called(name) {
        None if is_plain && !name.trim().is_empty() => Some(draft.named(name, &place)),
        found => found,
    };
    let (Some(start), Some(target)) = (end(from), end(to)) else {
        let missing = if draft.called(from).is_some() { to } else { from };
        let says = format!("no factor is called \u{201c}{missing}\u{201d}, an end of this link");
        return draft.remark(place, RemarkSort::LeftOut, says);
    };
    for (thing, column) in [(start, 2), (target, 3)] {
        let style = row.cell(column).trim();
        if is_plain && !style.is_empty() && draft.at(thing).is_some_and(|thing| thing.sort.is_none()) {
            draft.sort(thing, &format!("style {style}"), None);
        }
    }
    let label = if is_plain { "" } else { cell(sheet, row, "label") };
    let stated = arrow_of(label);
    let (relation, sign, strength) = stated.unwrap_or_default();
    let arrow = draft.arrow(&format!("{from} -> {to} {}", relation.name()), &place, (start, target), relation, sign);
    draft.edit_arrow(arrow, |arrow| arrow.strength = strength);
    draft.note(arrow, if stated.is_some() { "" } else { label });
    for heading in ["note", "description"].into_iter().filter(|_| !is_plain) {
        draft.note(arrow, cell(sheet, row, heading));
    }
}

fn sheet<'a>(sheets: &'a [TableSheet], name: &str) -> Option<&'a TableSheet> {
    sheets.iter().find(|sheet| sheet.name.as_deref().is_some_and(|own| own.trim().eq_ignore_ascii_case(name)))
}

/// Returns the rows of a sheet below its headings.
fn each(sheet: Option<&TableSheet>) -> impl Iterator<Item = (&TableSheet, &SheetRow)> {
    sheet.into_iter().flat_map(|sheet| sheet.rows.iter().skip(1).map(move |row| (sheet, row)))
}

fn column(sheet: &TableSheet, heading: &str) -> Option<usize> {
    sheet.rows.first()?.cells.iter().position(|cell| cell.trim().eq_ignore_ascii_case(heading))
}

fn cell<'a>(sheet: &TableSheet, row: &'a SheetRow, heading: &str) -> &'a str {
    column(sheet, heading).map_or("", |column| row.cell(column).trim())
}

fn place(file: &ImportedFile, sheet: &TableSheet, row: &SheetRow) -> SourcePlace {
    file.place(WithinFile::Row { sheet: sheet.name.clone(), row: row.number })
}
