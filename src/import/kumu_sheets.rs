use std::borrow::Cow;

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::kumu_marks::{KumuConnection, UnknownTypes, add_element, ends_of, take_connection, take_element};
use super::mapping::SameNames;
use super::place::{SourcePlace, WithinFile};
use crate::import::drafting::draft::MapDraft;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::input::sheets::{sheets, tables};
use crate::import::input::table_sheet::{SheetRow, TableSheet};

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "kumu-sheets", about: "sheets for Kumu", is_one, read };

/// The columns by which a sheet of elements with ids is told from the tables of other tools that begin so.
const ELEMENT_COLUMNS: &[&str] = &["type", "description", "tags", "image", "email"];

/// The columns by which a table of arrows is told from a sheet of connections that has neither types nor directions.
const EFFECT_COLUMNS: &[&str] = &["effect", "impact", "influence", "delay", "lag"];

/// The number of empty rows after which a section begins in a sheet of a workbook.
const ROWS_BETWEEN: usize = 2;

/// The characters that begin a formula in a spreadsheet; our own export escapes a cell that begins with one.
const FORMULAS: &[char] = &['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn is_one(file: &ImportedFile) -> bool {
    if file.json().is_some() || (file.archive().is_none() && !begins_so(file.text())) {
        return false;
    }
    let Ok(sheets) = sheets(file) else { return false };
    let heads = sheets.iter().filter(|sheet| !is_ignored(sheet)).filter_map(|sheet| sheet.rows.first());
    heads.filter(|head| head.number > 0).any(|head| SheetSort::of(head).is_some_and(|sort| sort.is_told()))
}

/// Whether a text may begin with the headings of Kumu's sheets, without reading all of it.
fn begins_so(text: &str) -> bool {
    let head = text.lines().next().unwrap_or_default();
    let head: String = head.chars().take(20).collect::<String>().to_lowercase();
    let head = head.trim_start_matches(['"', '\u{feff}', ' ']);
    ["label", "id", "from"].iter().any(|word| head.starts_with(word))
}

fn is_ignored(sheet: &TableSheet) -> bool {
    sheet.name.as_deref().is_some_and(|name| name.to_lowercase().contains("(ignore)"))
}

/// What a section of a sheet lists.
enum SheetSort {
    /// Elements; whether no other tool's table begins so.
    Elements { is_told: bool },
    /// Connections; whether no other tool's table begins so.
    Connections { is_told: bool },
}

impl SheetSort {
    fn of(head: &SheetRow) -> Option<Self> {
        let heads: Vec<String> = head.cells.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let own: Vec<&str> = heads.iter().map(String::as_str).filter(|head| !head.is_empty()).collect();
        let rest = match own.as_slice() {
            ["id", rest @ ..] => rest,
            all => all,
        };
        match rest {
            ["label", fields @ ..] => {
                let is_told = own.len() == rest.len()
                    || fields.is_empty()
                    || fields.iter().any(|field| ELEMENT_COLUMNS.contains(field));
                Some(Self::Elements { is_told })
            }
            // Kumu has its signs in the type; a column of signs, and one of effects, is of a table of arrows.
            ["from", "to", fields @ ..] => {
                let has = |names: &[&str]| fields.iter().any(|field| names.contains(field));
                let is_told = !has(&["sign", "polarity"]) && (has(&["type", "direction"]) || !has(EFFECT_COLUMNS));
                Some(Self::Connections { is_told })
            }
            _ => None,
        }
    }

    const fn is_told(&self) -> bool {
        let (Self::Elements { is_told } | Self::Connections { is_told }) = self;
        *is_told
    }
}

/// A part of a sheet with a row of headings of its own.
struct SheetSection<'a> {
    file: &'a ImportedFile,
    sheet: &'a TableSheet,
    head: &'a SheetRow,
    rows: &'a [SheetRow],
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MapDraft::new(context, SameNames::Several);
    let (mut elements, mut connections) = (Vec::new(), Vec::new());
    for file in files {
        for remark in &tables(file)?.remarks {
            draft.remark(remark.place.clone(), remark.sort, remark.says.clone());
        }
        for section in sections(file, &mut draft)? {
            match SheetSort::of(section.head) {
                Some(SheetSort::Elements { .. }) => elements.push(section),
                Some(SheetSort::Connections { .. }) => connections.push(section),
                None => {
                    let says = "the first cells here are neither Label nor From and To, so Kumu does not read it";
                    draft.remark(section.place(section.head), RemarkSort::LeftOut, says);
                }
            }
        }
    }
    let rows = |sections: &[SheetSection<'_>]| sections.iter().map(|section| section.rows.len()).sum::<usize>();
    let all = rows(&elements) + rows(&connections);
    let uses_ids = elements.iter().any(|section| section.column("id").is_some());
    let is_ours = connections.iter().any(|section| section.column("relation").is_some());
    let mut things = Vec::new();
    for (done, (section, row)) in elements.iter().flat_map(SheetSection::each).enumerate() {
        draft.proceeds(done, all)?;
        things.push(section.add_element(&mut draft, row).map(|thing| (section, row, thing)));
    }
    for (section, row, thing) in things.into_iter().flatten() {
        take_element(&mut draft, thing, section.fields(row, is_ours), &section.place(row));
    }
    let mut unknown = UnknownTypes::default();
    for (done, (section, row)) in connections.iter().flat_map(SheetSection::each).enumerate() {
        draft.proceeds(rows(&elements) + done, all)?;
        section.add_connections(&mut draft, row, !uses_ids, &mut unknown)?;
    }
    unknown.ask(&mut draft);
    draft.finish()
}

/// Returns the sections of the sheets of a file: two empty rows begin one, but not in a CSV file.
fn sections<'a>(file: &'a ImportedFile, draft: &mut MapDraft<'_>) -> Result<Vec<SheetSection<'a>>, ImportError> {
    let mut sections = Vec::new();
    for sheet in sheets(file)? {
        if is_ignored(sheet) {
            let place = file.place(WithinFile::Row { sheet: sheet.name.clone(), row: 1 });
            draft.remark(place, RemarkSort::LeftOut, "the name of the sheet says that it is to be ignored");
            continue;
        }
        let begins = |pair: &[SheetRow]| match pair {
            [before, row] => file.archive().is_some() && row.number > before.number + ROWS_BETWEEN,
            _ => false,
        };
        let mut starts: Vec<usize> = vec![0];
        starts.extend((1..).zip(sheet.rows.windows(2)).filter(|(_, pair)| begins(pair)).map(|(at, _)| at));
        let ends = starts.iter().skip(1).copied().chain([sheet.rows.len()]);
        for (start, end) in starts.iter().copied().zip(ends) {
            if let Some([head, rows @ ..]) = sheet.rows.get(start..end) {
                sections.push(SheetSection { file, sheet, head, rows });
            }
        }
    }
    Ok(sections)
}

impl<'a> SheetSection<'a> {
    fn each(&self) -> impl Iterator<Item = (&Self, &'a SheetRow)> {
        self.rows.iter().map(move |row| (self, row))
    }

    fn place(&self, row: &SheetRow) -> SourcePlace {
        self.file.place(WithinFile::Row { sheet: self.sheet.name.clone(), row: row.number })
    }

    fn column(&self, heading: &str) -> Option<usize> {
        self.head.cells.iter().position(|cell| cell.trim().eq_ignore_ascii_case(heading))
    }

    fn cell<'r>(&self, row: &'r SheetRow, heading: &str) -> &'r str {
        self.column(heading).map_or("", |column| unguarded(row.cell(column)))
    }

    /// Returns the cells of a row beside those that say what it is, with their headings.
    fn fields(&self, row: &SheetRow, is_ours: bool) -> Vec<(String, String)> {
        let is_connection = self.column("from").is_some();
        let own: &[&str] =
            if is_connection { &["id", "from", "to", "type", "direction"] } else { &["id", "label", "type", "image"] };
        let cells = self.head.cells.iter().map(|head| head.trim()).zip(&row.cells);
        let is_field = |name: &str| {
            let name = name.to_lowercase();
            // The units of our own export are what its arrows say.
            let is_unit = is_ours && name == "team";
            !(own.contains(&name.as_str()) || name.is_empty() || is_unit)
        };
        cells
            .filter(|(name, cell)| is_field(name) && !cell.trim().is_empty())
            .map(|(name, cell)| (name.to_owned(), unguarded(cell).to_owned()))
            .collect()
    }

    fn add_element(&self, draft: &mut MapDraft<'_>, row: &SheetRow) -> Option<usize> {
        let (id, label) = (self.cell(row, "id").trim(), self.cell(row, "label"));
        let id = (!id.is_empty()).then(|| id.to_owned());
        add_element(draft, id, self.place(row), (label, self.cell(row, "type").trim()))
    }

    /// Adds the connections of a row: one to each of its targets.
    fn add_connections(
        &self,
        draft: &mut MapDraft<'_>,
        row: &SheetRow,
        makes: bool,
        unknown: &mut UnknownTypes,
    ) -> Result<(), ImportError> {
        let (starts, targets) = (self.ends(draft, row, "from"), self.ends(draft, row, "to"));
        let place = self.place(row);
        let connections = starts.len().saturating_mul(targets.len());
        if connections > limits::ARROWS {
            let says = format!("this row states more than {} connections", limits::ARROWS);
            return Err(ImportError::at(place, says, "export a part of it"));
        }
        let id = self.cell(row, "id").trim();
        let mut connection = KumuConnection {
            key: None,
            place: place.clone(),
            ends: (0, 0),
            sort: self.cell(row, "type").to_owned(),
            direction: self.cell(row, "direction").to_owned(),
            delayed: false,
            fields: self.fields(row, false),
        };
        for (start, target) in starts.iter().flat_map(|start| targets.iter().map(move |target| (start, target))) {
            let Some(ends) = ends_of(draft, (start, target), makes, &place) else { continue };
            connection.ends = ends;
            connection.key = match id {
                "" => None,
                id if connections == 1 => Some(id.to_owned()),
                id => Some(format!("{id} {start} -> {target}")),
            };
            take_connection(draft, &connection, unknown);
        }
        Ok(())
    }

    /// Returns the names in a cell at which connections end. A cell that is a name as a whole is not parted.
    fn ends<'r>(&self, draft: &MapDraft<'_>, row: &'r SheetRow, heading: &str) -> Vec<Cow<'r, str>> {
        let cell = self.cell(row, heading).trim();
        if draft.known(cell).is_some() || draft.called(cell).is_some() || !cell.contains('|') {
            return vec![cell.into()];
        }
        cell.split('|').map(str::trim).filter(|end| !end.is_empty()).map(Cow::from).collect()
    }
}

/// Returns a cell without the mark that keeps a spreadsheet from reading it as a formula.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.trim_start().starts_with(FORMULAS)).unwrap_or(cell)
}

#[cfg(test)]
mod tests;
