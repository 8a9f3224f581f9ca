use super::FORMAT;
use crate::import::imported::RemarkSort;
use crate::import::mapping::ImportMapping;
use crate::import::tests::sample_maps::{arrows, ends, file, map, of, says};
use crate::record::{Kind, Status};

const REGISTERED: &[u8] = include_bytes!("../../../tests/fixtures/import/mlflow-3.17.2-registered-model.json");
const VERSION: &[u8] = include_bytes!("../../../tests/fixtures/import/mlflow-3.17.2-model-version.json");
const LOGGED: &[u8] = include_bytes!("../../../tests/fixtures/import/mlflow-3.17.2-logged-model.json");
const RUN: &[u8] = include_bytes!("../../../tests/fixtures/import/mlflow-3.17.2-run.json");
const MODEL_FILE: &[u8] = include_bytes!("../../../tests/fixtures/import/mlflow-3.17.2-MLmodel");

#[test]
fn the_messages_about_one_model_are_one_thing() {
    let files = [RUN, VERSION, MODEL_FILE, LOGGED, REGISTERED].map(|bytes| file("a", bytes));
    let whole = map(&FORMAT, &files, &ImportMapping::default());
    assert_eq!(
        arrows(&whole),
        [
            "Retention owns Churn model (AI)",
            "customer history feeds Churn model (AI)",
            "hold out feeds Churn model (AI)"
        ]
    );
    let model = &whole.things[0];
    assert_eq!(
        (model.label.as_str(), model.kind, model.status),
        ("Churn model (AI)", Kind::Initiative, Some(Status::Live))
    );
    assert_eq!(model.tags, ["champion: version 1", "version 1"]);
    assert_eq!(model.other_names, ["churn model"]);
    assert_eq!(whole.people.len(), 1);
    let note = |from: &str| {
        let at = whole.things.iter().position(|thing| thing.label == from).unwrap();
        whole.arrows.iter().find(|arrow| arrow.from == at).unwrap().note.clone().unwrap()
    };
    assert_eq!(note("customer history"), "measured on it: acc; training");
}

#[test]
fn each_message_alone_states_what_it_can() {
    let one = |bytes| map(&FORMAT, &[file("a", bytes)], &ImportMapping::default());
    assert_eq!(arrows(&one(REGISTERED)), ["Retention owns Churn model (AI)"]);
    assert_eq!(one(VERSION).things[0].tags, ["version 1", "champion: version 1"]);
    assert_eq!(arrows(&one(LOGGED)), ["customer history feeds Churn model (AI)", "hold out feeds Churn model (AI)"]);
    assert_eq!(arrows(&one(RUN)), ["customer history feeds first try", "hold out feeds first try"]);
    assert_eq!(one(MODEL_FILE).things[0].label, "m-fa76307342784778a939705e93581a3d");
}

#[test]
fn lists_are_read_and_none_is_no_stage() {
    let map = of(
        &FORMAT,
        r#"{"registered_models": [
        {"name": "a", "creation_timestamp": 1, "last_updated_timestamp": 2, "latest_versions": [
            {"name": "a", "version": 1, "current_stage": "Archived"}, {"name": "a", "version": 2, "current_stage": "None"}]},
        {"name": "b", "creation_timestamp": 1, "last_updated_timestamp": 2, "description": "text", "tags": [{"key": "owner", "value": "Mei Tan"}, {"key": "tier", "value": "1"}],
         "latest_versions": [{"name": "b", "version": "7", "current_stage": "Staging"}, {"name": "b", "version": "6", "current_stage": "Archived"}]},
        {"name": "c", "creation_timestamp": 1, "last_updated_timestamp": 2, "latest_versions": [{"name": "c", "version": "1", "current_stage": "Archived"}]},
        {"name": "d", "creation_timestamp": 1, "last_updated_timestamp": 2, "latest_versions": [{"name": "d", "version": "1", "current_stage": "Canary"}]}], "next_page_token": ""}"#,
    );
    let statuses: Vec<_> = map.things.iter().map(|thing| thing.status).collect();
    assert_eq!(statuses, [None, Some(Status::Pilot), Some(Status::Stopped), None]);
    assert_eq!((map.things[1].about.as_deref(), map.things[1].tags[0].as_str()), (Some("text"), "tier: 1"));
    assert_eq!(map.people[0].name, "Mei Tan");
    assert!(says(&map, RemarkSort::Asked, "d has the stage canary"));

    let runs = of(
        &FORMAT,
        r#"{"runs": [
        {"info": {"run_id": "1", "run_name": "x", "lifecycle_stage": "active"}, "data": {}, "inputs": {}},
        {"info": {"run_id": "2", "lifecycle_stage": "deleted"}, "inputs": {"dataset_inputs": [{"dataset": {"name": "d"}}]}},
        {"info": {"run_id": "3", "lifecycle_stage": "active"}, "inputs": {"dataset_inputs": [{"dataset": {"name": "d"}}, {"dataset": 3}]}}]}"#,
    );
    assert_eq!(arrows(&runs), ["d feeds run 3"]);
    assert!(says(&runs, RemarkSort::LeftOut, "1 run that names no data is left out"));
    assert!(says(&runs, RemarkSort::LeftOut, "1 deleted run is left out"));
}

#[test]
fn an_inventory_with_names_and_versions_is_not_of_mlflow() {
    for text in [
        r#"[{"name": "a", "version": 1, "source": "vendor"}]"#,
        "[]",
        "{}",
        r#"{"model": "x"}"#,
        r#"{"models": [{"name": "x"}]}"#,
    ] {
        assert!(!(FORMAT.is_one)(&file("a", text.as_bytes())), "{text}");
        ends(&FORMAT, text);
    }
}
