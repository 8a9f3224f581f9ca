use super::FORMAT;
use crate::import::imported::RemarkSort;
use crate::import::mapping::ImportMapping;
use crate::import::tests::sample_maps::{arrows, ends, file, map, of, refused, says};
use crate::record::Kind;

const BY_LIBRARY: [&[u8]; 3] = [
    include_bytes!("../../../tests/fixtures/import/cyclonedx-python-lib-11.12.0-bom-1.5.json"),
    include_bytes!("../../../tests/fixtures/import/cyclonedx-python-lib-11.12.0-bom-1.6.json"),
    include_bytes!("../../../tests/fixtures/import/cyclonedx-python-lib-11.12.0-bom-1.7.json"),
];
const HAND: &[u8] = include_bytes!("../../../tests/fixtures/import/hand-ml-bom-1.6.json");

#[test]
fn bills_of_every_version_are_one_map_whatever_their_references() {
    let all = BY_LIBRARY.map(|bytes| map(&FORMAT, &[file("bom.json", bytes)], &ImportMapping::default()));
    for map in &all {
        assert_eq!(
            arrows(map),
            [
                "Churn model needs Customer history",
                "Retention programme needs Churn model",
                "Service bot needs Churn model"
            ]
        );
        assert_eq!(map.things.len(), 4);
        assert!(map.remarks.is_empty());
    }
    let keys = |at: usize| all[at].things.iter().map(|thing| thing.key.as_str()).collect::<Vec<_>>();
    assert_eq!(keys(0), keys(2), "references are new in each file, keys are not");
    assert_eq!(keys(0)[0], "application Retention programme 1");
    let together = map(&FORMAT, &BY_LIBRARY.map(|bytes| file("bom.json", bytes)), &ImportMapping::default());
    assert_eq!((together.things.len(), together.arrows.len()), (4, 3));
}

#[test]
fn a_model_card_feeds_its_model_and_its_considerations_are_notes() {
    let map = map(&FORMAT, &[file("bom.json", HAND)], &ImportMapping::default());
    assert_eq!(
        arrows(&map),
        [
            "Churn model needs Customer history",
            "Contact Centre owns Customer history",
            "Customer history feeds Churn model",
            "Customer history feeds call notes",
            "Retention programme needs Churn model",
            "Retention programme needs Service bot",
            "Service bot feeds call notes",
            "Survey 2025 feeds Churn model",
            "call notes feeds Service bot",
            "scoring lib feeds AES",
        ]
    );
    let thing = |label: &str| map.things.iter().find(|thing| thing.label == label).unwrap();
    assert_eq!(
        thing("Churn model").about.as_deref(),
        Some(
            "task: classification; users: Retention team; use cases: who to call; limitations: thin history; risks: fairness (monthly check)"
        )
    );
    assert_eq!((thing("Churn model").kind, thing("AES").kind), (Kind::Initiative, Kind::Resource));
    assert_eq!(thing("Customer history").tags, ["PII"]);
    assert!(says(&map, RemarkSort::Asked, "urn:cdx:1/1#history names a bill that was not given"));
    assert!(says(&map, RemarkSort::LeftOut, "the bill refers to https://calder.example/crm, and has no such item"));
}

#[test]
fn dangling_references_doubles_and_nested_parts_are_said() {
    let map = of(
        &FORMAT,
        r#"{"bomFormat": "CycloneDX", "components": [
        {"type": "machine-learning-model", "bom-ref": "a", "name": "Churn", "version": "1", "supplier": {"name": "Calder Labs"},
         "components": [{"type": "data", "bom-ref": "a", "name": "weights"}, {"type": "data", "name": "notes", "data": [{"governance": {"stewards": [{"contact": {"email": "mei@calder.example"}}]}}]}]},
        {"type": "machine-learning-model", "bom-ref": "b", "name": "Churn", "version": "2"},
        {"type": "machine-learning-model", "bom-ref": "c", "name": "Churn", "version": "2"}, {"type": "library"}],
        "services": [{"name": "desk", "services": [{"bom-ref": "inner", "name": "chat", "data": [{"flow": "unknown", "name": "log"}, {"flow": "outbound", "classification": "public"}]}]}],
        "dependencies": [{"ref": "a", "dependsOn": ["gone", "c", "a"]}, {"ref": "nobody", "dependsOn": ["a"]}], "specVersion": "1.4"}"#,
    );
    assert_eq!(arrows(&map), ["Calder Labs feeds Churn", "Churn needs Churn (2)", "log feeds chat"]);
    assert!(says(&map, RemarkSort::LeftOut, "the bill refers to gone, and has no such item"));
    assert!(says(&map, RemarkSort::LeftOut, "the bill refers to nobody, and"));
    assert!(says(&map, RemarkSort::LeftOut, "the reference a stands for two items"));
    assert!(says(&map, RemarkSort::LeftOut, "an item without a name"));
    assert!(says(&map, RemarkSort::LeftOut, "from Churn to itself"));
    assert!(says(&map, RemarkSort::Asked, "the data log has no direction"));
    assert!(map.things.iter().any(|thing| thing.label == "chat" && thing.tags == ["outbound public"]));
    assert_eq!(map.people.len(), 1);
}

#[test]
fn xml_is_named_and_odd_shapes_end() {
    let xml = "<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"/>";
    assert!(refused(&FORMAT, xml).contains("this is CycloneDX written as XML"));
    for text in [
        r#"{"bomFormat": "CycloneDX"}"#,
        r#"{"bomFormat": "CycloneDX", "components": {"a": 1}, "dependencies": [1, {"ref": 2}], "services": [[]], "metadata": []}"#,
    ] {
        ends(&FORMAT, text);
    }
}
