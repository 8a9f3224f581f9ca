use super::FORMAT;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::mapping::ImportMapping;
use crate::import::tests::sample_maps::{arrows, file, map, of, refused, says};
use crate::record::Kind;

const OLDER: &[u8] =
    include_bytes!("../../../tests/fixtures/import/dbt-core-1.11.16-manifest-macros-docs-emptied.json");
const NEWER: &[u8] = include_bytes!("../../../tests/fixtures/import/dbt-core-1.12.6-manifest-macros-docs-emptied.json");
const SEMANTIC: &str = include_str!("../../../tests/fixtures/import/dbt-core-1.12.6-osi_document.json");

fn kind(map: &ImportedMap, label: &str) -> Kind {
    map.things.iter().find(|thing| thing.label == label).unwrap().kind
}

#[test]
fn a_manifest_of_either_version_is_the_map_of_what_is_built_from_what() {
    for bytes in [OLDER, NEWER] {
        let map = map(&FORMAT, &[file("manifest.json", bytes)], &ImportMapping::default());
        assert_eq!(
            arrows(&map),
            [
                "Churn model (AI) needs churn_features",
                "Churn model (AI) needs phone.calls",
                "Contact Centre owns stg_calls",
                "Retention owns Churn model (AI)",
                "churn_features needs stg_calls",
                "service_bot needs stg_calls",
                "stg_calls needs phone.calls",
            ]
        );
        assert_eq!(map.things.len(), 8);
        assert_eq!((kind(&map, "Churn model (AI)"), kind(&map, "calls")), (Kind::Initiative, Kind::Resource));
        assert!(says(&map, RemarkSort::LeftOut, "1 test is left out"));
        assert!(says(&map, RemarkSort::LeftOut, "1 disabled item is left out: old_scores"));
        let people: Vec<_> = map.people.iter().map(|person| (person.name.as_str(), person.unit.as_deref())).collect();
        assert_eq!(
            people,
            [
                ("cc@calder.example", Some("Contact Centre")),
                ("r@calder.example", Some("Retention")),
                ("bot@calder.example", None)
            ]
        );
        assert_eq!(map.title.as_deref(), Some("calder"));
    }
}

#[test]
fn without_its_list_of_parents_a_manifest_says_them_item_by_item() {
    let map = of(
        &FORMAT,
        r#"{"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v10.json", "project_name": "p"},
        "nodes": {
            "model.p.a.v2": {"resource_type": "model", "name": "a", "version": 2, "package_name": "p", "depends_on": {"nodes": ["source.p.s.a", "model.other.a", "model.p.gone"]}, "config": {"meta": {"owner": "@mei"}}},
            "model.other.a": {"resource_type": "model", "name": "a", "package_name": "other", "depends_on": {}},
            "model.p.a": {"resource_type": "model", "name": "a", "package_name": "p"},
            "snapshot.p.n": {"resource_type": "snapshot", "name": "n", "depends_on": {"nodes": ["model.p.a", "test.p.t"]}},
            "analysis.p.x": {"resource_type": "analysis", "name": "x", "depends_on": {"nodes": ["model.p.a"]}},
            "operation.p.o": {"resource_type": "operation", "name": "o"}, "operation.p.q": {"resource_type": "operation", "name": "q"}},
        "sources": {"source.p.s.a": {"resource_type": "source", "name": "a", "source_name": "s"}},
        "metrics": {"metric.p.m": {"name": "m", "label": "Calls a day", "depends_on": {"nodes": ["semantic_model.p.a"]}}},
        "semantic_models": {"semantic_model.p.a": {"name": "a", "package_name": "p", "resource_type": "semantic_model", "depends_on": {"nodes": ["model.p.a"]}}},
        "exposures": {"exposure.p.d": {"name": "d", "type": "dashboard", "owner": {"name": "Ops", "email": ["x@a.example", "y@a.example"]}, "depends_on": {"nodes": ["metric.p.m"]}}},
        "macros": {"macro.dbt.a": {}, "macro.dbt.b": {}}, "groups": {}, "disabled": {"model.p.gone": [{"name": "gone"}]}}"#,
    );
    assert_eq!(
        arrows(&map),
        [
            "Calls a day needs a (semantic model)",
            "Ops owns d",
            "a (semantic model) needs a (model)",
            "a v2 needs a",
            "a v2 needs s.a",
            "d needs Calls a day",
            "n needs a (model)",
        ]
    );
    assert_eq!((kind(&map, "Calls a day"), kind(&map, "d")), (Kind::Factor, Kind::Process));
    for left_out in [
        "a v2 needs model.p.gone, which is disabled",
        "2 operations are",
        "2 macros are",
        "1 analysis is",
        "1 disabled item is left out: gone",
    ] {
        assert!(says(&map, RemarkSort::LeftOut, left_out), "{left_out}");
    }
    assert_eq!(map.people.len(), 3);
}

#[test]
fn other_files_of_dbt_say_what_to_give_instead() {
    let catalog =
        r#"{"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json"}, "results": []}"#;
    assert_eq!(
        refused(&FORMAT, catalog),
        "sample: this is the run results of a dbt project, which states no map; give its target/manifest.json"
    );
    assert!(refused(&FORMAT, SEMANTIC).contains("this is the semantic model of a dbt project"));
}
