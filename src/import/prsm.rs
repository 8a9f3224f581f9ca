//! Reads the maps of PRSM: its files, plain or packed, and the tables that it writes and takes.

mod drawn_map;
mod packed;
mod tables;

use serde_json::Value;

use self::drawn_map::DrawnMap;
use self::packed::unpacked;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use super::mapping::SameNames;
use crate::import::drafting::draft::MapDraft;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "prsm", about: "a PRSM map", is_one, read };

/// The keys that a map of PRSM has and other graphs in JSON have not.
const OWN_KEYS: &[&str] = &["lastNodeSample", "lastLinkSample", "attributeTitles", "mapTitle", "styles", "samples"];

/// The number of code units from which it is told whether a text is packed.
const LOOKED_AT: usize = 64;

fn is_one(file: &ImportedFile) -> bool {
    match file.json() {
        Some(value) => is_map(value),
        None if file.archive().is_some() => tables::is_workbook(file),
        None => is_packed(file.text()) || tables::is_links(file),
    }
}

fn is_map(value: &Value) -> bool {
    let list = |name: &str| value.get(name).is_some_and(Value::is_array);
    let of_gephi = value.get("edges").and_then(|edges| edges.get(0)).is_some_and(|edge| edge.get("source").is_some());
    list("nodes") && list("edges") && !of_gephi && OWN_KEYS.iter().any(|key| value.get(key).is_some())
}

fn is_packed(text: &str) -> bool {
    let is_object = |begins: &str| begins.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('"'));
    unpacked(text, LOOKED_AT).is_some_and(|begins| is_object(&begins))
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MapDraft::new(context, SameNames::Several);
    for file in files {
        if let Some(value) = file.json() {
            DrawnMap::of(file, value).read(&mut draft)?;
        } else if file.archive().is_none() && is_packed(file.text()) {
            let inner = unpacked_file(file)?;
            if let Some(value) = inner.json() {
                DrawnMap::of(&inner, value).read(&mut draft)?;
            }
        } else {
            tables::read(file, &mut draft)?;
        }
    }
    draft.finish()
}

/// Returns what a packed file holds. It is read within the limits of any file.
fn unpacked_file(file: &ImportedFile) -> Result<ImportedFile, ImportError> {
    let damaged = |says: &str| {
        let place = file.place(super::place::WithinFile::Whole);
        ImportError::at(place, says, "save the map in PRSM again, and import the new file")
    };
    // A code unit of a packed text is at most three bytes of a plain one.
    let text = unpacked(file.text(), limits::BYTES / 3).ok_or_else(|| damaged("the packed map is damaged"))?;
    if text.len() > limits::BYTES / 3 {
        return Err(damaged("the packed map unfolds too far"));
    }
    let inner = ImportedFile::new(file.name(), text.into_bytes())?;
    match inner.json() {
        Some(value) if is_map(value) => Ok(inner),
        _ => Err(damaged("what is packed here is no map of PRSM, or is not whole")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::imported::RemarkSort;
    use super::*;
    use crate::import::tests::samples::{
        arrow, arrows, error_of, labels, map_of, map_of_text, remarks, survives_damage, thing,
    };
    use crate::record::Kind;

    /// A map typed by hand, and the same packed by the npm package lz-string 1.5.0 (`compressToUTF16`).
    const PLAIN: &[u8] = include_bytes!("../../tests/fixtures/import/hand-prsm-plain.prsm");
    const PACKED: &[u8] = include_bytes!("../../tests/fixtures/import/hand-prsm-packed.prsm");

    #[test]
    fn a_map_comes_in_plain_and_packed() {
        for bytes in [PLAIN, PACKED] {
            let map = map_of("prsm", &[("calder.prsm", bytes)]);
            assert_eq!(map.title.as_deref(), Some("Calder AI map"));
            assert_eq!(
                labels(&map),
                ["Service bot for claims", "Queue pressure", "Customer trust", "Rework", "Claims"]
            );
            assert_eq!(
                arrows(&map),
                [
                    "Service bot for claims affects- Queue pressure",
                    "Customer trust affects Queue pressure",
                    "Queue pressure affects- Customer trust",
                    "Rework affects Customer trust",
                    "Claims owns Service bot for claims",
                ]
            );
            let bot = thing(&map, "Service bot for claims");
            assert_eq!((bot.kind, bot.sort.as_deref()), (Kind::Initiative, Some("Initiative")));
            let about = bot.about.as_deref().unwrap();
            assert!(
                about.contains("answers claims") && about.contains("Cost: 4200") && !about.contains("old"),
                "{about}"
            );
            assert_eq!(thing(&map, "Customer trust").sort, None, "a style that nobody named");
            assert_eq!(arrow(&map, "Service bot for claims", "Queue pressure").note.as_deref(), Some("so they say"));
            assert_eq!(arrow(&map, "Rework", "Customer trust").note.as_deref(), Some("slowly"));
            let asked = remarks(&map, RemarkSort::Asked);
            assert!(asked[0].contains("says more and another says less"), "one link says +, the other less: {asked:?}");
            assert!(
                asked[1].ends_with("link e5: Rework and Service bot for claims are linked without a direction"),
                "{asked:?}"
            );
            let left_out = remarks(&map, RemarkSort::LeftOut);
            assert_eq!(left_out[0], "calder.prsm, link e6: no factor has the id gone, an end of this link");
            assert!(left_out[1].contains("link e7: this link ends at a cluster"), "{left_out:?}");
            assert!(!map.remarks.iter().any(|remark| remark.says.contains("ana")), "nobody who drew is named");
        }
    }

    #[test]
    fn old_maps_number_their_styles_and_have_titles_for_notes() {
        let text = r#"{"version":"1.3","samples":{"nodes":{"group3":{"groupLabel":"Team"}},"edges":{"edge1":{"groupLabel":"Increases"}}},
            "nodes":[{"id":1,"label":"Desk","group":3,"title":"the desk"},{"id":2,"label":"Load"}],"edges":[{"id":3,"from":1,"to":2,"group":1}]}"#;
        let map = map_of_text("prsm", text);
        assert_eq!(arrows(&map), ["Desk affects+ Load"]);
        assert_eq!((thing(&map, "Desk").kind, thing(&map, "Desk").about.as_deref()), (Kind::Party, Some("the desk")));
    }

    #[test]
    fn its_tables_come_in() {
        let links = map_of(
            "prsm",
            &[("a.csv", b"From,To,From Style,To Style,Link Style\nBot,Queue,1,2,3\nQueue,Trust,2,,1\n,x,,,\n")],
        );
        assert_eq!((labels(&links), arrows(&links).len()), (vec!["Bot", "Queue", "Trust", "x"], 2));
        assert_eq!(thing(&links, "Queue").sort.as_deref(), Some("style 2"));
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheets: [(&str, &[&[&str]]); 2] = [
            (
                "Factors",
                &[
                    &["Label", "Note", "Style", "x", "Cost", "creator"],
                    &["Bot", "reads", "2", "10", "5", "ana"],
                    &["Queue", "", "1"],
                    &["Queue", "", "1"],
                ],
            ),
            (
                "Links",
                &[
                    &["From", "To", "Label", "Style", "Description"],
                    &["Bot", "Queue", "reduces", "1", "said"],
                    &["Bot", "Nobody"],
                ],
            ),
        ];
        for (name, rows) in sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(*cells) {
                    sheet.write_string(row, column, *cell).unwrap();
                }
            }
        }
        let map = map_of("prsm", &[("map.xlsx", &book.save_to_buffer().unwrap())]);
        assert_eq!(arrows(&map), ["Bot affects- Queue"]);
        assert_eq!(arrow(&map, "Bot", "Queue").note.as_deref(), Some("said"));
        let about = thing(&map, "Bot").about.as_deref().unwrap();
        assert!(about.contains("reads") && about.contains("Cost: 5") && !about.contains("ana"), "{about}");
        let left_out = remarks(&map, RemarkSort::LeftOut);
        assert_eq!(left_out[0], "map.xlsx, sheet Factors, row 4: another factor is called Queue; the first counts");
        assert!(left_out[1].contains("Nobody"), "{left_out:?}");
    }

    #[test]
    fn any_text_is_not_packed_and_damage_is_a_sentence() {
        for text in ["", "hello", "Label,Type\na,b\n", "graph LR", "ㅁㅁㅁㅁ", "\u{2000}"] {
            assert!(!is_packed(text), "{text}");
        }
        let packed = String::from_utf8(PACKED.to_vec()).unwrap();
        let cut: String = packed.chars().take(packed.chars().count() / 2).collect();
        assert!(error_of(&cut).contains("the packed map is damaged"), "{}", error_of(&cut));
        assert_eq!(unpacked(&packed, 9).map(|begins| begins.chars().count()), Some(10), "no further than was asked");
        survives_damage(PLAIN);
        survives_damage(PACKED);
    }
}
