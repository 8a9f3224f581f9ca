//! Every reader of models and catalogues ends on damaged files, and on texts made of the parts of its format.

use proptest::prelude::*;

use crate::import::format::ImportFormat;
use crate::import::tests::sample_maps::ends;
use crate::import::{
    backstage, cyclonedx, dbt, mermaid_json, mlflow, model_json, not_a_map, openlineage, sd_json, vensim, xmile,
};

/// The readers, each with a file of its format.
const SAMPLES: &[(ImportFormat, &[u8])] = &[
    (backstage::FORMAT, include_bytes!("../../../tests/fixtures/import/hand-backstage-catalog-info.yaml")),
    (backstage::FORMAT, include_bytes!("../../../tests/fixtures/import/backstage-catalog-backend-4.0.5-relations.json")),
    (cyclonedx::FORMAT, include_bytes!("../../../tests/fixtures/import/hand-ml-bom-1.6.json")),
    (dbt::FORMAT, include_bytes!("../../../tests/fixtures/import/dbt-core-1.12.6-manifest-macros-docs-emptied.json")),
    (mermaid_json::FORMAT, include_bytes!("../../../tests/fixtures/import/mermaid-12.3.0-parsed-flowchart.json")),
    (mlflow::FORMAT, include_bytes!("../../../tests/fixtures/import/mlflow-3.17.2-logged-model.json")),
    (mlflow::FORMAT, include_bytes!("../../../tests/fixtures/import/mlflow-3.17.2-run.json")),
    (mlflow::FORMAT, include_bytes!("../../../tests/fixtures/import/mlflow-3.17.2-MLmodel")),
    (model_json::FORMAT, include_bytes!("../../../tests/fixtures/import/hand-modeljson-input.json")),
    (not_a_map::FORMAT, include_bytes!("../../../tests/fixtures/import/hand-replay-v3.cast")),
    (openlineage::FORMAT, include_bytes!("../../../tests/fixtures/import/openlineage-python-1.54.0-events.ndjson")),
    (sd_json::FORMAT, br#"{"variables": [{"name": "a.b", "type": "stock", "inflows": ["c"]}], "relationships": [{"from": "a", "to": "b", "polarity": "+"}]}"#),
    (vensim::FORMAT, include_bytes!("../../../tests/fixtures/import/hand-vensim-two-views.mdl")),
    (xmile::FORMAT, include_bytes!("../../../tests/fixtures/import/hand-stella-isee.stmx")),
];

/// Parts of which the formats are made, and what is often wrong in them.
const PARTS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    ",",
    ":",
    ";",
    "|",
    "~",
    "=",
    "(",
    ")",
    "<",
    ">",
    "/>",
    "</",
    "&amp;",
    "&x;",
    "*a",
    "&a ",
    "---\n",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\\",
    "\\\\\\---///\n",
    "null",
    "true",
    "-1",
    "1e999",
    "99999999999999999999",
    "0",
    "1,2,3,4,",
    "10,1,",
    "12,1,0,",
    "INTEG(",
    ":MACRO:",
    ":NA:",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "é",
    "数",
    "",
    "x",
    "name",
    "a.b",
    "urn:cdx:1/1#a",
];

#[test]
fn every_damaged_file_ends_in_a_map_or_a_sentence() {
    for (format, sample) in SAMPLES {
        let step = (sample.len() / 25).max(1);
        for at in (0..sample.len()).step_by(step) {
            let (before, after) = sample.split_at(at);
            ends(format, &String::from_utf8_lossy(before));
            ends(format, &String::from_utf8_lossy(after));
            ends(
                format,
                &[String::from_utf8_lossy(before), String::from_utf8_lossy(&after[step.min(after.len())..])].concat(),
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn an_edited_file_ends_in_a_map_or_a_sentence(
        which in 0..SAMPLES.len(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..60_usize, prop::sample::select(PARTS)), 1..8),
    ) {
        let (format, sample) = &SAMPLES[which];
        let mut text: Vec<char> = String::from_utf8_lossy(sample).chars().collect();
        for (place, gone, put) in edits {
            let from = place.index(text.len() + 1);
            let to = (from + gone).min(text.len());
            text.splice(from..to, put.chars());
        }
        ends(format, &text.into_iter().collect::<String>());
    }

    #[test]
    fn any_parts_end_in_a_map_or_a_sentence(
        which in 0..SAMPLES.len(),
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..40),
    ) {
        ends(&SAMPLES[which].0, &parts.concat());
    }
}
