use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::beside::all_beside;
use super::calendar::open_promises;
use super::format::{ExportFormat, ExportOutput};
use super::material::Material;
use super::wording::{imported_from, marks, observed, plain_owners, tags};
use super::xml::allowed;
use crate::graph::{Graph, Link, Thing};
use crate::record::{Kind, Sign};

/// The entry of the workbook in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    tells_sessions: true,
    output: ExportOutput::Bytes(workbook),
    ..ExportFormat::map(
        "xlsx",
        "The things, the arrows and the open promises as a workbook",
        "loops, and who agrees; what is seen is a text",
        "xlsx",
        |_| String::new(),
    )
};

/// The maximum number of characters of a cell.
const CELL: usize = 32_767;

/// A column: its heading, and its width in characters.
type SheetColumn = (&'static str, f64);

const THINGS: &[SheetColumn] = &[
    ("Label", 34.0),
    ("Type", 12.0),
    ("Status", 10.0),
    ("Owner", 24.0),
    ("Wanted", 9.0),
    ("Since", 12.0),
    ("Tags", 16.0),
    ("Other names", 30.0),
    ("Description", 50.0),
    ("Imported", 24.0),
    ("No longer listed since", 22.0),
];

const ARROWS: &[SheetColumn] = &[
    ("From", 34.0),
    ("To", 34.0),
    ("Type", 10.0),
    ("Relation", 11.0),
    ("Sign", 8.0),
    ("Strength", 10.0),
    ("Delay days", 12.0),
    ("Basis", 10.0),
    ("Disputed", 10.0),
    ("Description", 60.0),
];

const PROMISES: &[SheetColumn] = &[("Promise", 60.0), ("Owner", 24.0), ("Due", 12.0), ("Session", 36.0)];

/// The value of a cell.
enum CellValue {
    Empty,
    Text(String),
    Number(u32),
}

impl From<&str> for CellValue {
    fn from(text: &str) -> Self {
        let text: String = allowed(text).chars().take(CELL).collect();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<String> for CellValue {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

/// The map as a workbook of three sheets: things, arrows, and the open promises that have a day. The headings of the
/// first two are those that Kumu expects; kinds are in the words of the screen, which an import reads as well.
///
/// Every text is written as a text, so none is a formula; days are ISO texts, so that no program moves them into another
/// time zone. The same map gives the same bytes.
fn workbook(material: &Material<'_>) -> Vec<u8> {
    let written = write_workbook(material);
    debug_assert!(written.is_ok(), "every name, size and text is within the limits of the format: {written:?}");
    written.unwrap_or_default()
}

fn write_workbook(material: &Material<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let written_on = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&written_on));
    let graph = material.graph;
    write_sheet(workbook.add_worksheet(), "Things", THINGS, graph.things().map(|thing| thing_row(graph, thing)))?;
    write_sheet(workbook.add_worksheet(), "Arrows", ARROWS, graph.links().map(arrow_row))?;
    let promises = open_promises(material.chapters).into_iter().map(|(title, promise)| {
        vec![promise.what.into(), promise.who.unwrap_or_default().into(), promise.due.to_string().into(), title.into()]
    });
    write_sheet(workbook.add_worksheet(), "Promises", PROMISES, promises)?;
    workbook.save_to_buffer()
}

/// Writes a table: headings that stay in sight, a filter on each column, and the rows.
fn write_sheet(
    sheet: &mut Worksheet,
    name: &str,
    columns: &[SheetColumn],
    rows: impl Iterator<Item = Vec<CellValue>>,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    let heading = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for ((title, width), at) in columns.iter().zip(0..) {
        sheet.set_column_width(at, *width)?.write_string_with_format(0, at, *title, &heading)?;
    }
    let mut last = 0;
    for (cells, row) in rows.zip(1..) {
        last = row;
        for (cell, at) in cells.into_iter().zip(0..) {
            match cell {
                CellValue::Empty => continue,
                CellValue::Text(text) => sheet.write_string_with_format(row, at, text, &wrapped)?,
                CellValue::Number(number) => sheet.write_number_with_format(row, at, number, &wrapped)?,
            };
        }
    }
    let right = columns.len().saturating_sub(1).try_into().unwrap_or_default();
    sheet.autofilter(0, 0, last, right)?;
    Ok(())
}

fn thing_row(graph: &Graph, thing: &Thing) -> Vec<CellValue> {
    vec![
        thing.label.as_str().into(),
        if thing.kind == Kind::Unknown { "" } else { thing.kind.word() }.into(),
        thing.status.map_or("", |status| status.name()).into(),
        plain_owners(graph, thing).join("; ").into(),
        thing.want.map_or("", |want| want.name()).into(),
        thing.started.map(|day| day.to_string()).unwrap_or_default().into(),
        tags(thing).join("|").into(),
        thing.aliases.join("|").into(),
        about(thing).join("; ").into(),
        imported_from(graph, thing).unwrap_or_default().into(),
        thing.gone.as_ref().map(|gone| gone.day.to_string()).unwrap_or_default().into(),
    ]
}

/// What files say about a thing, and what was seen of it.
fn about(thing: &Thing) -> Vec<String> {
    let described = thing.described.iter().map(|told| told.words.clone());
    described.chain(thing.observations.iter().map(observed)).collect()
}

fn arrow_row(link: Link<'_>) -> Vec<CellValue> {
    let arrow = link.arrow;
    let sign = match arrow.sign {
        Sign::Plus => "more",
        Sign::Minus => "less",
        Sign::Unknown | Sign::NoEffect => "",
    };
    vec![
        link.from.label.as_str().into(),
        link.to.label.as_str().into(),
        marks(arrow.sign).unwrap_or(arrow.relation.name()).into(),
        arrow.relation.name().into(),
        sign.into(),
        CellValue::Number(arrow.strength.marks().into()),
        arrow.delay.map_or(CellValue::Empty, |delay| CellValue::Number(delay.days())),
        arrow.basis.name().into(),
        if arrow.is_disputed() { "yes" } else { "" }.into(),
        all_beside(arrow).join(" · ").into(),
    ]
}
