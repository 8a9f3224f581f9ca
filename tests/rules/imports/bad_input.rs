//! Bad input: what is wrong with a file is said in one clear sentence with its place, and nothing wrong comes in.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use adjacent::import::{
    IMPORT_LIMIT, ImportMapping, ImportRemark, ImportedFile, ImportedMap, NoWatch, ReadContext, read,
};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use cases::CASES;

mod cases;

/// Reads one file; the error is its sentence.
fn map(name: &str, bytes: &[u8]) -> Result<ImportedMap, String> {
    let mapping = ImportMapping::default();
    let context = ReadContext { mapping: &mapping, watch: &NoWatch };
    let file = ImportedFile::new(name, bytes.to_vec()).map_err(|error| error.to_string())?;
    read(&[file], &context).map(|(_, map)| map).map_err(|error| error.to_string())
}

/// Reads one file that does not come in, and returns the sentence why.
fn refused(name: &str, bytes: impl AsRef<[u8]>) -> String {
    map(name, bytes.as_ref()).map_or_else(|says| says, |map| panic!("{name} comes in: {map:?}"))
}

/// Tells what came of a file in lines: its things, its arrows, and what was left out or is noted.
fn told(name: &str, text: &str) -> String {
    let map = map(name, text.as_bytes()).unwrap();
    let label = |thing: usize| map.things[thing].label.as_str();
    let mut told = map.things.iter().map(|thing| thing.label.as_str()).collect::<Vec<_>>().join(", ");
    told.push('\n');
    for arrow in &map.arrows {
        writeln!(told, "{} {} {}", label(arrow.from), arrow.relation.name(), label(arrow.to)).unwrap();
    }
    for ImportRemark { place, says, .. } in &map.remarks {
        writeln!(told, "{place}: {says}").unwrap();
    }
    told
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn of_two_with_one_id_the_first_counts_and_nothing_is_in_itself_or_at_an_arrow_that_has_no_end() {
    for (name, text, lines) in CASES {
        assert_eq!(told(name, text).trim_end(), *lines, "{name}");
    }
}

#[test]
fn an_edge_of_graphviz_to_a_number_that_is_no_node_is_a_damaged_file() {
    let text = r#"{"_subgraph_cnt":0,"objects":[{"_gvid":0,"name":"a"}],"edges":[{"_gvid":0,"tail":0,"head":9}]}"#;
    let says =
        "map.json, edge 0: this edge ends at a node that the file does not hold; write the file again with dot -Tjson0";
    assert_eq!(refused("map.json", text), says);
}

#[test]
fn entities_are_not_unfolded_in_any_format_of_xml() {
    let archimate = "a:model xmlns:a=\"http://www.archimatetool.com/archimate\"";
    for root in ["graphml", "gexf", "xmile", "map version=\"1.0.1\"", "InsightMakerModel", archimate] {
        let name = root.split(' ').next().unwrap();
        let text =
            format!("<?xml version=\"1.0\"?>\n<!DOCTYPE {name} [<!ENTITY a \"ha\">]>\n<{root}><node/>&a;</{name}>");
        let says = "map.xml, line 2: the document declares entities of its own, which are not unfolded; export the file again, whole";
        assert_eq!(refused("map.xml", text), says, "{root}");
    }
}

#[test]
fn no_file_that_a_document_names_is_opened() {
    let text = "<!DOCTYPE graphml SYSTEM \"file:///etc/hostname\">\n<graphml><graph><node id=\"a\"/></graph></graphml>";
    assert_eq!(told("map.graphml", text).trim_end(), "a");
}

#[test]
fn what_is_nested_too_deep_is_refused_with_its_place() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(300), close.repeat(300));
    let cases = [
        (
            "a.json",
            deep("[", "]"),
            "a.json, line 1, character 128: the JSON ends here: values are nested more than 127 deep; export the file again, whole",
        ),
        (
            "a.graphml",
            format!("<graphml>\n{}</graphml>", deep("<node>", "</node>")),
            "a.graphml, line 2: elements are nested more than 128 deep; export the file again, whole",
        ),
        (
            "a.dot",
            format!("digraph {}", deep("{", "}")),
            "a.dot, line 1: subgraphs are nested more than 64 deep; Graphviz says more: dot -Tsvg FILE",
        ),
        (
            "a.gml",
            format!("graph [\n{}\n]", deep("a [", "]")),
            "a.gml, line 2: lists are nested more than 128 deep; export the file again, whole",
        ),
        (
            "a.yaml",
            format!("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {}\n", deep("[", "]")),
            "a.yaml, line 3, character 266: this YAML cannot be read: its values are nested too deep; mend the file there",
        ),
    ];
    for (name, text, says) in cases {
        assert_eq!(refused(name, text), says);
    }
    // Mermaid nests its subgraphs without a limit, and they are read without recursion.
    let chart = format!("flowchart LR\n{}a-->b\n{}", "subgraph x\n".repeat(300), "end\n".repeat(300));
    assert_eq!(told("a.mmd", &chart).trim_end(), "a, b\na affects b");
}

#[test]
fn aliases_and_archives_that_unfold_without_end_are_refused() {
    let mut yaml =
        "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: c\n  a0: &a0 [1, 1]\n".to_owned();
    for nth in 1..20 {
        let before = nth - 1;
        writeln!(yaml, "  a{nth}: &a{nth} [*a{before}, *a{before}]").unwrap();
    }
    let says = refused("a.yaml", yaml);
    assert!(says.starts_with("a.yaml, line ") && says.contains("its aliases unfold to more than is read"), "{says}");
    let spaces = format!("<a/>{}", " ".repeat(1 << 19)).repeat(258);
    let document = format!("<office:document-content>{spaces}");
    let open = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", document.as_str())];
    let bytes = packed(&open);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(
        refused("a.ods", bytes),
        "a.ods: this unfolds to more than 128 MiB, the most that is read; export a part of it"
    );
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
        table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let sheet = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{row}\
        </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let says = refused("a.ods", packed(&[open[0], ("content.xml", &sheet)]));
    assert_eq!(says, "a.ods: this holds more than 3000000 cells, or too much text in them; export a part of it");
}

#[test]
fn a_file_that_is_cut_off_says_where() {
    let cases = [
        (
            "a.json",
            "{\"elements\": [\n{\"label\": \"Bot",
            "a.json, line 2, character 14: the JSON ends here: the file is cut off in a string; export the file again, whole",
        ),
        (
            "a.gexf",
            "<gexf>\n<graph>\n",
            "a.gexf, line 3: the file ends before <graph> of line 2 is closed; export the file again, whole",
        ),
        (
            "a.dot",
            "digraph {\n a ->",
            "a.dot, line 2: the other end of the arrow is due here; Graphviz says more: dot -Tsvg FILE",
        ),
        ("a.gml", "graph [\n node [ id 1 ]\n edge", "a.gml, line 3: edge has no value; export the file again, whole"),
        (
            "a.mdl",
            "{UTF-8}\nBot = Queue ~~|\nQueue = INTEG(Bot,\n",
            "a.mdl, line 3: the file is cut off in the equation that begins here; export the file again, whole",
        ),
        (
            "a.yaml",
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: \"c\n",
            "a.yaml, line 4, character 9: this YAML cannot be read: unclosed quote; mend the file there",
        ),
        (
            "a.jsonl",
            "{\"name\":\"Bot\"}\n{\"name\":",
            "a.jsonl, line 2, character 8: this line is no whole record; export the file again, whole",
        ),
    ];
    for (name, text, says) in cases {
        assert_eq!(refused(name, text), says);
    }
    let table = packed(&[("xl/workbook.xml", "<workbook/>"), ("xl/styles.xml", "<styles/>")]);
    let says = "a.xlsx: this archive is cut off or damaged; copy or export the file again";
    assert_eq!(refused("a.xlsx", &table[..table.len() / 2]), says);
}

#[test]
fn an_empty_file_and_a_file_of_another_kind_are_said_as_such() {
    let list = "adjacent import --help lists the formats; a table has headings in its first row and rows below them";
    for empty in ["", "\n \n", "\u{feff}"] {
        let again = "look whether it was saved or exported to its end";
        assert_eq!(refused("a.csv", empty), format!("a.csv: this file is empty; {again}"));
    }
    let cases: [(&[u8], &str); 8] = [
        (b"\x89PNG\r\n", "this is a picture; export the map in a format that holds its things"),
        (b"%PDF-1.7", "this is a PDF, which holds no table that can be read; export the list as .csv or .xlsx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "this is a file of an old Office, such as .xls; open it in a spreadsheet and save it as .xlsx",
        ),
        (b"\x1f\x8b\x08", "this is packed with gzip; unpack it first"),
        (b"\x7fELF\x02\x01\x01\0\0", "this is neither a text nor a workbook; @LIST@"),
        (
            b"Name,Owner\n",
            "no reader knows what this is; it holds one line, and a table has rows under its headings; put a row below it, \
             with what is to come in",
        ),
        (&packed(&[("a.txt", "x")]), "this archive holds no workbook; unpack it, and import the files in it"),
        (
            &packed(&[("word/document.xml", "<w/>")]),
            "this is a text document (.docx); copy its table into a spreadsheet and save it as .xlsx",
        ),
    ];
    for (bytes, says) in cases {
        assert_eq!(refused("a", bytes), format!("a: {}", says.replace("@LIST@", list)));
    }
}

#[test]
fn a_text_in_another_encoding_than_it_says_is_read_in_the_one_that_it_has() {
    let utf_16 =
        |text: &str| [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let files: [Vec<u8>; 5] = [
        utf_16("Label,Type\nMüller,Role\n"),
        b"Label;Type\nM\xfcller;Role\n".to_vec(),
        b"{\"elements\":[{\"label\":\"M\xfcller\"}],\"connections\":[]}".to_vec(),
        b"<?xml version='1.0' encoding='ISO-8859-1'?><gexf><graph><nodes><node id='a' label='M\xfcller'/></nodes></graph></gexf>".to_vec(),
        "<?xml version='1.0' encoding='ISO-8859-5'?><gexf><graph><nodes><node id='a' label='Müller'/></nodes></graph></gexf>".into(),
    ];
    for bytes in files {
        let map = map("a", &bytes).unwrap();
        assert_eq!(map.things.iter().map(|thing| thing.label.as_str()).collect::<Vec<_>>(), ["Müller"]);
    }
}

#[test]
fn a_file_that_is_larger_than_is_read_is_refused_before_it_is_looked_at() {
    let says = refused("a.csv", vec![b'a'; IMPORT_LIMIT + 1]);
    assert_eq!(says, "a.csv: this is larger than 64 MiB, the most that is read; split it, or export a part of it");
}
