use super::FORMAT;
use crate::import::imported::RemarkSort;
use crate::import::tests::sample_maps::{arrows, ends, of, refused, says};
use crate::record::Kind;

const EVENTS: &str = include_str!("../../../tests/fixtures/import/openlineage-python-1.54.0-events.ndjson");

#[test]
fn the_events_of_a_job_add_up() {
    let expected = [
        "churn/v3 feeds service bot",
        "claims owns train churn model",
        "crm.public.customers feeds train churn model",
        "retention owns crm.public.customers",
        "train churn model feeds churn/v3",
        "train churn model in nightly",
    ];
    let lines = of(&FORMAT, EVENTS);
    assert_eq!(arrows(&lines), expected);
    assert_eq!((lines.things.len(), lines.people.len()), (7, 0));
    let train = lines.things.iter().find(|thing| thing.label == "train churn model").unwrap();
    assert_eq!((train.kind, train.about.as_deref()), (Kind::Process, Some("weekly")));
    assert!(train.tags.is_empty(), "the client's own tag hangs on the run");

    let list = format!("[{}]", EVENTS.trim_end().replace('\n', ","));
    assert_eq!(arrows(&of(&FORMAT, &list)), expected);
    assert_eq!(arrows(&of(&FORMAT, EVENTS.lines().next().unwrap())).len(), 5);
}

#[test]
fn another_name_of_a_dataset_is_the_same_thing_and_people_stand_on_no_map() {
    let map = of(
        &FORMAT,
        r#"{"events": [
        {"eventTime": "t", "job": {"namespace": "n", "name": "serve", "facets": {"tags": {"tags": [{"key": "tier", "value": "1"}, {"key": "pii", "value": "true"}]}}}, "inputs": [{"namespace": "mlflow", "name": "churn"}, {"namespace": "x"}]},
        {"eventTime": "t", "job": {"namespace": "n", "name": "train"}, "outputs": [{"namespace": "s3", "name": "churn/v3", "facets": {"ownership": {"owners": [{"name": "user:mei"}, {"name": "mei@calder.example"}]}, "symlinks": {"identifiers": [{"namespace": "mlflow", "name": "churn", "type": "MODEL"}]}}}]},
        {"eventTime": "t", "job": {"namespace": "m", "name": "train"}},
        {"eventTime": "t"}]}"#,
    );
    assert_eq!(arrows(&map), ["churn/v3 feeds serve", "train feeds churn/v3"]);
    assert_eq!(map.things[0].other_names, ["churn"]);
    assert_eq!(map.things.iter().find(|thing| thing.label == "serve").unwrap().tags, ["tier: 1", "pii"]);
    assert!(map.things.iter().any(|thing| thing.label == "train (m)"));
    assert_eq!(map.people.len(), 2);
    assert!(says(&map, RemarkSort::LeftOut, "a dataset without a name"));
    assert!(says(&map, RemarkSort::LeftOut, "this names no job and no dataset"));
}

#[test]
fn a_broken_line_is_said_with_its_place() {
    let broken = format!("{}\n\n{{\"eventTime\": 1,\n", EVENTS.lines().next().unwrap());
    let says = refused(&FORMAT, &broken);
    assert!(says.starts_with("sample, line 3, character ") && says.contains("this line is no event"), "{says}");
    for text in ["{\"eventTime\": \"t\", \"job\": 3}\n{}", "{}\n{}", "{\"a\": 1}\nx"] {
        ends(&FORMAT, text);
    }
}
