use std::borrow::Cow;
use std::collections::HashMap;

use super::archi_model::{ArchiConcept, ArchiModel, ArchiRelation, is_strength};
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::mapping::SameNames;
use super::place::{SourcePlace, WithinFile};
use crate::import::drafting::draft::MapDraft;
use crate::import::input::file::ImportedFile;
use crate::import::input::sheets::{sheets, tables};
use crate::import::input::table_sheet::{SheetRow, TableSheet};

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "archi-csv", about: "the tables of an Archi model", is_one, read };

/// What one of the three tables lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ArchiTable {
    Elements,
    Relations,
    Properties,
}

/// The properties that an element or a relation has, by its id: their names and values.
type PropertiesById = HashMap<String, Vec<(String, String)>>;

fn is_one(file: &ImportedFile) -> bool {
    let head = file.text().get(..6).unwrap_or_default().to_lowercase();
    let may_be = head.trim_start_matches(['"', '\u{feff}', ' ']).starts_with("id");
    may_be && sheets(file).is_ok_and(|sheets| sheets.iter().any(|sheet| table_of(sheet).is_some()))
}

fn table_of(sheet: &TableSheet) -> Option<ArchiTable> {
    let head = sheet.rows.first()?;
    let heads: Vec<String> = head.cells.iter().map(|cell| cell.trim().to_lowercase()).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    match heads.as_slice() {
        ["id", "type", "name", "documentation", "source", "target", ..] => Some(ArchiTable::Relations),
        ["id", "type", "name", "documentation", ..] => Some(ArchiTable::Elements),
        ["id", "key", "value"] => Some(ArchiTable::Properties),
        _ => None,
    }
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MapDraft::new(context, SameNames::Several);
    let (mut model, mut properties, mut models) = (ArchiModel::default(), PropertiesById::new(), Vec::new());
    let mut found: Vec<(ArchiTable, &ImportedFile, &TableSheet)> = Vec::new();
    for file in files {
        for remark in &tables(file)?.remarks {
            draft.remark(remark.place.clone(), remark.sort, remark.says.clone());
        }
        found.extend(sheets(file)?.iter().filter_map(|sheet| Some((table_of(sheet)?, *file, sheet))));
    }
    let all = found.iter().map(|(_, _, sheet)| sheet.rows.len()).sum();
    let rows = found.iter().flat_map(|(table, file, sheet)| {
        sheet.rows.iter().skip(1).map(move |row| (*table, place(file, sheet, row), row))
    });
    for (done, (table, place, row)) in rows.enumerate() {
        draft.proceeds(done, all)?;
        let cell = |column: usize| cell(row, column).into_owned();
        match table {
            ArchiTable::Properties => properties.entry(cell(0)).or_default().push((cell(1), cell(2))),
            ArchiTable::Elements if cell(1).ends_with("ArchimateModel") => {
                draft.title(&cell(2));
                models.push(cell(0));
            }
            ArchiTable::Elements => model.elements.push(concept(row, 4, place)),
            ArchiTable::Relations => model.relations.push(ArchiRelation {
                concept: concept(row, 6, place),
                from: cell(4),
                to: cell(5),
                strength: None,
                access: None,
                is_directed: false,
            }),
        }
    }
    add_properties(&mut model, &mut properties);
    for model in &models {
        properties.remove(model);
    }
    tell_absent(&mut draft, &found, properties.len());
    model.take(&mut draft)?;
    draft.finish()
}

/// Says which of the tables is not among the files, and how many properties belong to nothing that is.
fn tell_absent(draft: &mut MapDraft<'_>, found: &[(ArchiTable, &ImportedFile, &TableSheet)], lost: usize) {
    let Some((_, file, _)) = found.first() else { return };
    let has = |table: ArchiTable| found.iter().any(|(found, ..)| *found == table);
    if !has(ArchiTable::Elements) {
        let says = "the table of elements is not among the files; import the tables of a model together";
        draft.remark(file.place(WithinFile::Whole), RemarkSort::LeftOut, says);
    } else if !has(ArchiTable::Relations) {
        let says = "the table of relations is not among the files, so there are no arrows";
        draft.remark(file.place(WithinFile::Whole), RemarkSort::Noted, says);
    }
    let file = found.iter().find(|(table, ..)| *table == ArchiTable::Properties).map(|(_, file, _)| file);
    if let Some(file) = file.filter(|_| lost > 0) {
        let says = format!("properties of {lost} elements or relations that are not among the files");
        draft.remark(file.place(WithinFile::Whole), RemarkSort::LeftOut, says);
    }
}

fn place(file: &ImportedFile, sheet: &TableSheet, row: &SheetRow) -> SourcePlace {
    file.place(WithinFile::Row { sheet: sheet.name.clone(), row: row.number })
}

fn concept(row: &SheetRow, specialisation: usize, place: SourcePlace) -> ArchiConcept {
    let cell = |column: usize| cell(row, column).into_owned();
    let special = cell(specialisation);
    ArchiConcept {
        id: cell(0),
        sort: cell(1),
        name: cell(2),
        other_names: Vec::new(),
        about: cell(3),
        properties: Vec::new(),
        groups: if special.is_empty() { Vec::new() } else { vec![special] },
        place,
    }
}

/// Gives elements and relations their properties. Some of a relation are what Archi has no column for.
fn add_properties(model: &mut ArchiModel, properties: &mut PropertiesById) {
    for element in &mut model.elements {
        element.properties = properties.remove(&element.id).unwrap_or_default();
        element.properties.retain(|(name, _)| name != "Junction_Type");
    }
    for relation in &mut model.relations {
        for (name, value) in properties.remove(&relation.concept.id).unwrap_or_default() {
            match name.to_lowercase().as_str() {
                name if is_strength(name) => relation.strength = Some(value),
                "access_type" => relation.access = Some(value),
                "directed" => relation.is_directed = value.eq_ignore_ascii_case("true"),
                _ => relation.concept.properties.push((name, value)),
            }
        }
    }
}

/// Returns a cell without what keeps a spreadsheet from reading it as a number or a formula: `="0341"`.
fn cell(row: &SheetRow, column: usize) -> Cow<'_, str> {
    let cell = row.cell(column).trim();
    match cell.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\"").into(),
        None => cell.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::samples::{arrow, arrows, labels, map_of, remarks, survives_damage, thing};
    use crate::record::{Delay, Kind};

    const ELEMENTS: &[u8] = include_bytes!("../../tests/fixtures/import/pyArchimate-2.0.0-elements.csv");
    const RELATIONS: &[u8] = include_bytes!("../../tests/fixtures/import/pyArchimate-2.0.0-relations.csv");
    const PROPERTIES: &[u8] = include_bytes!("../../tests/fixtures/import/pyArchimate-2.0.0-properties.csv");

    #[test]
    fn a_trio_without_signs_comes_in_without_them() {
        let files = [("x-properties.csv", PROPERTIES), ("x-relations.csv", RELATIONS), ("x-elements.csv", ELEMENTS)];
        let map = map_of("archi-csv", &files);
        assert_eq!(map.title.as_deref(), Some("Calder AI map"));
        let names =
            ["Service bot", "Queue pressure", "Customer trust", "Claims history", "Roll-out", "Claims team", "Claims"];
        assert_eq!(labels(&map), names);
        assert_eq!(
            arrows(&map),
            [
                "Service bot affects Queue pressure",
                "Queue pressure affects Customer trust",
                "Service bot needs Claims history",
                "Roll-out affects Customer trust",
                "Claims owns Service bot",
            ]
        );
        assert_eq!(arrow(&map, "Service bot", "Queue pressure").delay, Some(Delay::Days(14)));
        assert_eq!(
            remarks(&map, RemarkSort::Asked).len(),
            2,
            "two associations, of which the tables lost the direction"
        );
        assert_eq!(thing(&map, "Roll-out").kind, Kind::Initiative);
    }

    #[test]
    fn properties_say_what_archi_has_no_column_for() {
        let elements = "\u{feff}\"ID\",\"Type\",\"Name\",\"Documentation\",\"Specialization\"\r\n\
            \"m\",\"ArchimateModel\",\"Calder\",\"\",\"\"\r\n\"=\"\"0341\"\"\",\"WorkPackage\",\"Bot\",\"reads\r\nclaims\",\"AI pilot\"\r\n\
            \"d\",\"Driver\",\"Load\",\"\",\"\"\r\n\"j\",\"Junction\",\"\",\"\",\"\"\r\n\"o\",\"DataObject\",\"Claims\",\"\",\"\"\r\n";
        let relations = "\"ID\",\"Type\",\"Name\",\"Documentation\",\"Source\",\"Target\",\"Specialization\"\r\n\
            \"r1\",\"InfluenceRelationship\",\"\",\"\",\"=\"\"0341\"\"\",\"j\",\"\"\r\n\"r2\",\"InfluenceRelationship\",\"\",\"\",\"j\",\"d\",\"\"\r\n\
            \"r3\",\"AccessRelationship\",\"\",\"\",\"=\"\"0341\"\"\",\"o\",\"\"\r\n\"r4\",\"AssociationRelationship\",\"slows\",\"\",\"o\",\"d\",\"\"\r\n\
            \"r5\",\"AssociationRelationship\",\"\",\"\",\"r1\",\"d\",\"\"\r\n";
        let properties = "\"ID\",\"Key\",\"Value\"\r\n\"r1\",\"Influence_Strength\",\"--\"\r\n\"r3\",\"Access_Type\",\"ReadWrite\"\r\n\
            \"r4\",\"Directed\",\"true\"\r\n\"j\",\"Junction_Type\",\"Or\"\r\n\"m\",\"x\",\"y\"\r\n\"gone\",\"x\",\"y\"\r\n";
        let files = [("a.csv", elements.as_bytes()), ("b.csv", relations.as_bytes()), ("c.csv", properties.as_bytes())];
        let map = map_of("archi-csv", &files);
        assert_eq!(labels(&map), ["Bot", "Load", "Claims"]);
        assert_eq!(arrows(&map), ["Bot affects-- Load", "Bot needs Claims", "Bot feeds Claims", "Claims affects Load"]);
        assert_eq!(
            (map.things[0].key.as_str(), thing(&map, "Bot").tags.as_slice()),
            ("0341", &["AI pilot".to_owned()][..])
        );
        assert_eq!(thing(&map, "Bot").about.as_deref(), Some("reads claims"));
        let left_out = remarks(&map, RemarkSort::LeftOut);
        assert!(left_out.iter().any(|said| said.contains("ends at another relation")), "{left_out:?}");
        assert!(left_out.iter().any(|said| said.contains("properties of 1 elements")), "{left_out:?}");
        let alone = map_of("archi-csv", &[("b.csv", relations.as_bytes())]);
        assert!(remarks(&alone, RemarkSort::LeftOut)[0].contains("the table of elements is not among the files"));
    }

    #[test]
    fn damaged_tables_end_in_a_map_or_a_sentence() {
        survives_damage(ELEMENTS);
        survives_damage(RELATIONS);
    }
}
