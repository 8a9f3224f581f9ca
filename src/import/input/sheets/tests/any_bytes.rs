//! Whatever stands in a file, its tables are read or one sentence says why they are not.

use std::io::Cursor;
use std::io::Write;

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::tables;
use crate::import::{ImportMapping, ImportedFile, NoWatch, ReadContext, read};

/// Parts of which tables are made, well and badly.
const PARTS: &[&str] = &[
    "Name",
    "Unit",
    "Status",
    "Start",
    "From",
    "To",
    "Sign",
    "ID",
    "Total",
    "live",
    "n/a",
    "3/4/2024",
    "2024-01-02",
    "Q9 2024",
    "A / B",
    "ana@example.org",
    "-",
    "+",
    "0",
    ",",
    ",",
    ",",
    ";",
    ";",
    "\t",
    "|",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    "=\"007\"",
    "sep=;",
    " ",
    "\u{202e}",
    "\u{0}",
    "ß",
    "[\"a\", \"b\"]",
    "{\"name\": 1}",
    "999999999999999999999",
    "1e400",
    "\u{feff}",
    "x",
];

const ODS_PARTS: &[&str] = &[
    "<table:table table:name=\"A\">",
    "</table:table>",
    "<table:table-row>",
    "</table:table-row>",
    "<table:table-row table:number-rows-repeated=\"99999999999\">",
    "<table:table-cell office:value-type=\"float\" office:value=\"1e999\">",
    "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\">",
    "</table:table-cell>",
    "<table:covered-table-cell/>",
    "<table:table-cell table:number-columns-spanned=\"99999999999\" table:number-rows-spanned=\"9\" office:value-type=\"string\">",
    "<text:p>",
    "</text:p>",
    "text",
    "&amp;",
    "&#x110000;",
    "<text:s text:c=\"99999999\"/>",
    "<office:annotation>",
    "</office:annotation>",
    "<table:table-cell office:value-type=\"date\" office:date-value=\"T\">",
    "<!--",
    "-->",
    "<",
    "&",
];

const XLSX_PARTS: &[&str] = &[
    "<sheetData>",
    "</sheetData>",
    "<row r=\"1\">",
    "<row r=\"1048577\">",
    "<row r=\"2\" hidden=\"1\">",
    "</row>",
    "<c r=\"A1\">",
    "<c r=\"XFD1048576\">",
    "<c r=\"B2\" t=\"s\">",
    "<c t=\"inlineStr\">",
    "<c r=\"C3\" s=\"999\" t=\"n\">",
    "<c t=\"e\">",
    "</c>",
    "<v>",
    "</v>",
    "0",
    "1e999",
    "-5",
    "#N/A",
    "<f>",
    "A1",
    "</f>",
    "<is><t>text</t></is>",
    "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
    "<mergeCell ref=\"B2:A1\"/>",
    "<",
];

/// The number of inputs of each reader.
const CASES: u32 = 10_000;

fn made_of(parts: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(parts), 0..most).prop_map(|parts| parts.concat())
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // To pack the parts would take longer than to read them.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        archive.start_file(*name, stored).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn comes_to_an_end(bytes: Vec<u8>) {
    let Ok(file) = ImportedFile::new("a", bytes) else { return };
    let _ = tables(&file);
    let mapping = ImportMapping::default();
    if let Err(error) = read(&[file], &ReadContext { mapping: &mapping, watch: &NoWatch }) {
        assert!(!error.to_string().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_table_or_says_why_not(text in made_of(PARTS, 24)) {
        comes_to_an_end(text.into_bytes());
    }

    #[test]
    fn any_open_document_is_a_table_or_says_why_not(body in made_of(ODS_PARTS, 24)) {
        let content = format!("<office:document-content><office:body><office:spreadsheet>{body}");
        comes_to_an_end(packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]));
    }

    #[test]
    fn any_sheet_is_a_table_or_says_why_not(body in made_of(XLSX_PARTS, 24)) {
        let sheet = format!("<worksheet>{body}");
        comes_to_an_end(packed(&[
            ("_rels/.rels", "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", "<sst uniqueCount=\"1\"><si><t>shared</t></si></sst>"),
            ("xl/worksheets/sheet1.xml", &sheet),
        ]));
    }
}
