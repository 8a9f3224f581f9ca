use super::FORMAT;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::mapping::ImportMapping;
use crate::import::tests::sample_maps::{arrows, ends, file, map, of, says};
use crate::record::{Delay, Kind};

const HAND: &[u8] = include_bytes!("../../../tests/fixtures/import/hand-modeljson-input.json");
const BACK: &[u8] = include_bytes!("../../../tests/fixtures/import/simulation-9.0.0-modeljson-roundtrip.json");

fn delay(map: &ImportedMap, from: &str, to: &str) -> Option<Delay> {
    let label = |thing: usize| map.things[thing].label.as_str();
    map.arrows.iter().find(|arrow| label(arrow.from) == from && label(arrow.to) == to).unwrap().delay
}

#[test]
fn links_have_their_signs_and_flows_fill() {
    for bytes in [HAND, BACK] {
        let map = map(&FORMAT, &[file("map.json", bytes)], &ImportMapping::default());
        assert_eq!(
            arrows(&map),
            [
                "New calls affects + Queue pressure",
                "Queue pressure affects Customer trust",
                "Queue pressure affects Service bot",
                "Service bot affects + Queue pressure",
                "Service bot affects - Customer trust",
                "Service bot affects New calls",
            ]
        );
        assert_eq!((map.things.len(), map.title.as_deref()), (4, Some("Service bot map")));
        assert_eq!((map.things[0].kind, map.things[2].about.as_deref()), (Kind::Factor, Some("pilot")));
        assert!(says(&map, RemarkSort::LeftOut, "a link that does not connect two things"));
        assert_eq!(map.arrows[0].note.as_deref(), Some("more of it, less"));
    }
}

#[test]
fn converters_transitions_delays_and_doubles() {
    let map = of(
        &FORMAT,
        r#"{"simulation": {"time_units": "WEEKS"}, "elements": [
        {"type": "STOCK", "name": "A", "behavior": {"initial_value": "[B]"}}, {"type": "VARIABLE", "name": "B", "behavior": {"value": "Delay([A], 2) + Smooth([c], [B d]) # [A]"}},
        {"type": "CONVERTER", "name": "C", "behavior": {"input": "ELEMENT", "input_element": "b"}}, {"type": "VARIABLE", "name": "B d", "behavior": {"value": 3}},
        {"type": "FLOW", "name": "out", "from": "A", "to": null, "behavior": {"value": "[A] / [nobody]"}}, {"type": "VARIABLE", "name": "a"},
        {"type": "STATE", "name": "on"}, {"type": "STATE", "name": "off"}, {"type": "TRANSITION", "name": "switch", "from": "on", "to": "off"},
        {"type": "LINK", "from": "b", "to": "Undeclared", "behavior": {"polarity": "POSITIVE"}}, {"type": "FOLDER", "name": "f"}, {"type": 3}]}"#,
    );
    assert_eq!(
        arrows(&map),
        [
            "A affects B",
            "A affects out",
            "B affects + undeclared",
            "B affects C",
            "B d affects B",
            "C affects B",
            "out affects - A",
            "switch affects + off",
            "switch affects - on",
        ]
    );
    assert_eq!((delay(&map, "A", "B"), delay(&map, "C", "B")), (Some(Delay::Days(14)), Some(Delay::Later)));
    assert!(says(&map, RemarkSort::LeftOut, "a stands here again; the first counts"));
    assert!(says(&map, RemarkSort::LeftOut, "1 element of the sort folder left out"));
    assert!(says(&map, RemarkSort::Noted, "undeclared is named by a link or flow alone"));
}

#[test]
fn the_xml_of_older_models_is_read_too() {
    let map = of(
        &FORMAT,
        r#"<InsightMakerModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><Setting TimeUnits="Months" TimeLength="12" id="2"><mxCell parent="1"/></Setting>
        <Stock name="Queue pressure" Note="how long" InitialValue="[Bot]" id="3"><mxCell parent="1" vertex="1"/></Stock><Variable name="Bot" Equation="1" id="4"><mxCell parent="9"/></Variable>
        <Folder name="Claims" id="9"><mxCell parent="1"/></Folder><Ghost name="Bot" Source="4" id="5"><mxCell/></Ghost>
        <Flow name="calls" FlowRate="Delay1([bot], 3)" id="6"><mxCell source="" target="3" edge="1"/></Flow>
        <Link name="Link" BiDirectional="false" id="7"><mxCell style="link;END_ANNOTATION=-" source="5" target="3"/></Link>
        <Link name="why" BiDirectional="true" id="8"><mxCell source="3" target="6"/></Link><Link name="Link" id="10"><mxCell source="3"/></Link>
        <Agents name="people" id="11"/><Display name="d" id="12"/></root></InsightMakerModel>"#,
    );
    assert_eq!(
        arrows(&map),
        [
            "Bot affects - Queue pressure",
            "Bot affects calls",
            "Queue pressure affects calls",
            "calls affects + Queue pressure"
        ]
    );
    assert_eq!(delay(&map, "Bot", "calls"), Some(Delay::Days(90)));
    assert_eq!(
        (map.things[0].about.as_deref(), map.things[1].tags.as_slice()),
        (Some("how long"), ["Claims".to_owned()].as_slice())
    );
    assert!(says(&map, RemarkSort::LeftOut, "1 element of the sort agents left out"));
}

#[test]
fn other_maps_with_elements_are_not_of_insight_maker() {
    for text in [
        r#"{"elements": [{"type": "STOCK", "label": "a"}], "connections": []}"#,
        r#"{"elements": {"nodes": []}}"#,
        r#"{"elements": [{"type": "Initiative"}]}"#,
    ] {
        assert!(!(FORMAT.is_one)(&file("a", text.as_bytes())), "{text}");
    }
    for text in [
        r#"{"elements": [{"type": "LINK"}, {"type": "FLOW"}, 3, {"type": "CONVERTER", "behavior": []}]}"#,
        "<InsightMakerModel/>",
    ] {
        ends(&FORMAT, text);
    }
}
