use super::FORMAT;
use crate::import::imported::RemarkSort;
use crate::import::tests::sample_maps::{arrows, ends, file, of, says};
use crate::record::Delay;

#[test]
fn relationships_have_signs_and_reasons_and_ends_that_are_names_are_things() {
    let map = of(
        &FORMAT,
        r#"{"title": "Service bot", "variables": [{"name": "Queue_pressure", "type": "stock", "documentation": "how long"}, {"name": "Bot", "type": "variable"}],
        "relationships": [{"from": "bot", "to": "queue pressure", "polarity": "-", "reasoning": "it answers", "polarityReasoning": "fewer calls"},
            {"from": "Queue pressure", "to": "Trust", "polarity": ""}, {"from": "Trust", "to": "Bot", "polarity": "?"}, {"from": "Bot"}, {"from": "Bot", "to": "bot", "polarity": "+"}]}"#,
    );
    assert_eq!(arrows(&map), ["Bot affects - Queue pressure", "Queue pressure affects Trust", "Trust affects Bot"]);
    assert_eq!(map.arrows[0].note.as_deref(), Some("it answers; fewer calls"));
    assert_eq!(
        (map.title.as_deref(), map.things.len(), map.things[0].about.as_deref()),
        (Some("Service bot"), 3, Some("how long"))
    );
    assert!(says(&map, RemarkSort::LeftOut, "does not name both its ends"));
    assert!(says(&map, RemarkSort::LeftOut, "from Bot to itself"));
    assert!(!map.remarks.iter().any(|remark| remark.says.contains("no sign")));
}

#[test]
fn stocks_equations_modules_and_wrapped_answers() {
    let map = of(
        &FORMAT,
        r#"{"success": true, "model": {"specs": {"timeUnits": "months"}, "relationships": [{"from": "rate", "to": "births", "polarity": "+"}, {"from": "rate", "to": "x", "polarity": "up"}],
        "variables": [{"name": "population", "type": "stock", "equation": "rate", "inflows": ["births"], "outflows": ["deaths", "gone"]},
            {"name": "births", "type": "flow", "equation": "population * rate"}, {"name": "deaths", "type": "flow", "equation": "DELAY1(population, 2)"}, {"name": "rate", "type": "variable"}, {"name": "x"},
            {"name": "hares.population", "type": "stock", "inflows": ["births"]}, {"name": "hares.births", "type": "flow", "equation": "population"},
            {"name": "hares.all", "type": "variable", "crossLevelGhostOf": "population"}, {"name": "hares.y", "type": "variable", "equation": "all"}]}}"#,
    );
    assert_eq!(
        arrows(&map),
        [
            "births (hares) affects + population (hares)",
            "births affects + population",
            "deaths affects - population",
            "population (hares) affects births (hares)",
            "population affects births",
            "population affects deaths",
            "population affects y",
            "rate affects + births",
            "rate affects x",
        ]
    );
    let delayed = map.arrows.iter().find(|arrow| arrow.delay.is_some()).unwrap();
    assert_eq!(delayed.delay, Some(Delay::Days(60)));
    assert!(says(&map, RemarkSort::LeftOut, "gone is no variable of the map"));
    assert!(says(&map, RemarkSort::Asked, "the polarity up is no sign"));
}

#[test]
fn names_alone_and_chains_of_causes() {
    let names = of(&FORMAT, r#"{"variables": ["a", "b"], "relationships": []}"#);
    assert_eq!((names.things.len(), names.arrows.len()), (2, 0));
    let chains = of(
        &FORMAT,
        r#"{"title": "t", "causal_chains": [{"initial_variable": "a", "relationships": [{"variable": "b", "polarity": "+", "polarity_reasoning": "why"}, {"variable": "A", "polarity": "-"}]}]}"#,
    );
    assert_eq!(arrows(&chains), ["a affects + b", "b affects - a"]);
    assert_eq!(chains.arrows[0].note.as_deref(), Some("why"));
}

#[test]
fn other_json_is_no_map_of_this_form() {
    for text in [
        "{}",
        "[]",
        r#"{"variables": ["a"]}"#,
        r#"{"variables": [{"name": "a"}]}"#,
        r#"{"relationships": [{"source": "a"}]}"#,
        r#"{"model": 3}"#,
    ] {
        assert!(!(FORMAT.is_one)(&file("a", text.as_bytes())), "{text}");
        ends(&FORMAT, text);
    }
}
