//! Files that other tools wrote come in with the things, arrows and signs that another reader finds in them.

use std::path::{Path, PathBuf};

use adjacent::import::{ImportError, ImportMapping, ImportedFile, ImportedMap, NoWatch, ReadContext, read};
use adjacent::record::Sign;

/// What a file states, found without us: its format, its things, its arrows, and how many of them say more and less.
struct Expected(&'static str, &'static str, [usize; 4]);

/// The things, arrows, plus and minus signs of files, counted by other readers and by hand. Of arrows that a file has
/// twice there is one, with an open sign where they do not agree; arrows from a thing to itself are none; an owner that is
/// a unit is a thing with an arrow.
const MAPS: &[Expected] = &[
    Expected("backstage-catalog-backend-4.0.5-relations.json", "backstage", [10, 10, 0, 0]),
    Expected("cyclonedx-python-lib-11.12.0-bom-1.5.json", "cyclonedx", [4, 3, 0, 0]),
    Expected("cyclonedx-python-lib-11.12.0-bom-1.6.json", "cyclonedx", [4, 3, 0, 0]),
    Expected("cyclonedx-python-lib-11.12.0-bom-1.7.json", "cyclonedx", [4, 3, 0, 0]),
    Expected("cytoscape-3.35.0-cy.json", "cytoscape", [3, 2, 0, 1]),
    Expected("dbt-core-1.11.16-manifest-macros-docs-emptied.json", "dbt", [8, 7, 0, 0]),
    Expected("dbt-core-1.12.6-manifest-macros-docs-emptied.json", "dbt", [8, 7, 0, 0]),
    Expected("freeplane-1.7.10-map.mm", "freeplane", [12, 2, 0, 0]),
    Expected("graphology-gexf-0.13.2-map-1.2.gexf", "gexf", [3, 2, 0, 1]),
    Expected("graphology-gexf-0.13.2-map-1.3.gexf", "gexf", [3, 2, 0, 1]),
    Expected("graphviz-16.1.0-map.dot", "dot", [5, 7, 0, 1]),
    Expected("graphviz-16.1.0-map.json", "graphviz-json", [5, 7, 0, 1]),
    Expected("graphviz-2.43.0-map.dot", "dot", [5, 7, 0, 1]),
    Expected("graphviz-2.43.0-map.json", "graphviz-json", [5, 7, 0, 1]),
    Expected("hand-archimate-exchange.xml", "archimate", [5, 5, 0, 1]),
    Expected("hand-backstage-catalog-info.yaml", "backstage", [10, 10, 0, 0]),
    Expected("hand-jsoncanvas-1.0.canvas", "json-canvas", [5, 3, 1, 0]),
    Expected("hand-map-concentrate.dot", "dot", [5, 7, 0, 1]),
    Expected("hand-mermaid-flowchart.mmd", "mermaid", [5, 6, 1, 1]),
    Expected("hand-ml-bom-1.6.json", "cyclonedx", [9, 10, 0, 0]),
    Expected("hand-modeljson-input.json", "model-json", [4, 6, 2, 1]),
    Expected("hand-prsm-packed.prsm", "prsm", [5, 5, 0, 2]),
    Expected("hand-prsm-plain.prsm", "prsm", [5, 5, 0, 2]),
    Expected("hand-stella-isee.stmx", "xmile", [5, 6, 2, 2]),
    Expected("hand-vensim-two-views.mdl", "vensim", [5, 6, 3, 3]),
    Expected("igraph-1.0.0-map.graphml", "graphml", [4, 3, 0, 1]),
    Expected("libreoffice-7.4.7-map.ods", "table", [5, 0, 0, 0]),
    Expected("libreoffice-7.4.7-map.xlsx", "table", [5, 0, 0, 0]),
    Expected("mermaid-12.3.0-parsed-flowchart.json", "mermaid-json", [5, 6, 1, 1]),
    Expected("mlflow-3.17.2-MLmodel", "mlflow", [1, 0, 0, 0]),
    Expected("mlflow-3.17.2-logged-model.json", "mlflow", [3, 2, 0, 0]),
    Expected("mlflow-3.17.2-model-version.json", "mlflow", [1, 0, 0, 0]),
    Expected("mlflow-3.17.2-registered-model.json", "mlflow", [2, 1, 0, 0]),
    Expected("mlflow-3.17.2-run.json", "mlflow", [3, 2, 0, 0]),
    Expected("networkx-3.6.1-cytoscape.json", "cytoscape", [4, 3, 0, 1]),
    Expected("networkx-3.6.1-dynamic.gexf", "gexf", [3, 3, 1, 2]),
    Expected("networkx-3.6.1-mixed-numbers-1.2draft.gexf", "gexf", [3, 2, 0, 1]),
    Expected("networkx-3.6.1-mixed-numbers.graphml", "graphml", [3, 2, 0, 1]),
    Expected("networkx-3.6.1-multi.graphml", "graphml", [3, 3, 1, 1]),
    Expected("networkx-3.6.1-node-link.json", "node-link", [3, 3, 1, 1]),
    Expected("networkx-3.6.1-onetype.graphml", "graphml", [3, 2, 0, 1]),
    Expected("networkx-3.6.1-static.gexf", "gexf", [3, 3, 1, 1]),
    Expected("networkx-3.6.1.gml", "gml", [3, 3, 1, 1]),
    Expected("openjsoncanvas-3.0.0.canvas", "json-canvas", [5, 3, 1, 0]),
    Expected("openlineage-python-1.54.0-events.ndjson", "openlineage", [7, 6, 0, 0]),
    Expected("openpyxl-3.1.5-map-1904.xlsx", "table", [5, 0, 0, 0]),
    Expected("openpyxl-3.1.5-map.xlsx", "table", [5, 0, 0, 0]),
    Expected("pandas-3.1.1-map.ods", "table", [2, 0, 0, 0]),
    Expected("pandas-3.1.1-map.xlsx", "table", [2, 0, 0, 0]),
    Expected("pyArchimate-2.0.0-elements.csv", "archi-csv", [6, 0, 0, 0]),
    Expected("pyArchimate-2.0.0-exchange.xml", "archimate", [7, 7, 1, 1]),
    Expected("pyArchimate-2.0.0-native.archimate", "archimate", [7, 7, 1, 1]),
    Expected("pyjsoncanvas-1.0.2.canvas", "json-canvas", [5, 3, 1, 0]),
    Expected("simulation-9.0.0-modeljson-roundtrip.json", "model-json", [4, 6, 2, 1]),
    Expected("xlsxwriter-3.3.1-map.xlsx", "table", [5, 0, 0, 0]),
];

/// Files that state no map, with the sentence that says so.
const NO_MAPS: &[(&str, &str)] = &[
    ("asciinema-3.2.0-replay-v2.cast", "this is a recording of a terminal"),
    ("asciinema-3.2.0-replay-v3.cast", "this is a recording of a terminal"),
    ("dbt-core-1.12.6-osi_document.json", "this is the semantic model of a dbt project"),
    ("graphviz-16.1.0-map.plain", "this is Graphviz's plain output"),
    ("graphviz-2.43.0-map.plain", "this is Graphviz's plain output"),
    ("hand-replay-v3.cast", "this is a recording of a terminal"),
    ("icalendar-7.3.2-due.ics", "this is a calendar"),
    ("ics-0.7.3-due.ics", "this is a calendar"),
    ("pysd-3.14.3-modules-two-views.json", "this lists names under headings"),
    ("vobject-0.9.9-due.ics", "this is a calendar"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import")
}

fn read_file(name: &str) -> Result<(&'static str, ImportedMap), ImportError> {
    let bytes = std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mapping = ImportMapping::default();
    let (format, map) = read(&[ImportedFile::new(name, bytes)?], &ReadContext { mapping: &mapping, watch: &NoWatch })?;
    Ok((format.name, map))
}

fn counts(map: &ImportedMap) -> [usize; 4] {
    let signed = |sign| map.arrows.iter().filter(|arrow| arrow.sign == sign).count();
    [map.things.len(), map.arrows.len(), signed(Sign::Plus), signed(Sign::Minus)]
}

#[test]
fn every_map_comes_in_with_the_things_arrows_and_signs_that_others_find() {
    let mut wrong = Vec::new();
    for Expected(name, format, expected) in MAPS {
        match read_file(name) {
            Ok((found, map)) if found == *format && counts(&map) == *expected => {}
            Ok((found, map)) => wrong.push(format!("{name}: {found} {:?}, not {format} {expected:?}", counts(&map))),
            Err(error) => wrong.push(error.to_string()),
        }
    }
    assert!(wrong.is_empty(), "things, arrows, more, less:\n{}", wrong.join("\n"));
}

#[test]
fn every_other_file_gets_one_sentence() {
    for (name, says) in NO_MAPS {
        let refused = read_file(name).map(|(format, _)| format).unwrap_err().to_string();
        assert!(refused.starts_with(&format!("{name}: {says}")) && !refused.contains('\n'), "{refused}");
    }
}
