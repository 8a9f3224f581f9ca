use super::FORMAT;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::mapping::ImportMapping;
use crate::import::tests::sample_maps::{arrows, ends, file, map, of, refused, says};
use crate::record::{Delay, Kind};

const HAND: &[u8] = include_bytes!("../../../tests/fixtures/import/hand-stella-isee.stmx");

fn delay(map: &ImportedMap, from: &str, to: &str) -> Option<Delay> {
    let label = |thing: usize| map.things[thing].label.as_str();
    map.arrows.iter().find(|arrow| label(arrow.from) == from && label(arrow.to) == to).unwrap().delay
}

#[test]
fn signs_come_from_connectors_and_from_what_fills_and_drains() {
    let map = map(&FORMAT, &[file("bot.stmx", HAND)], &ImportMapping::default());
    assert_eq!(
        arrows(&map),
        [
            "Queue Pressure affects - Customer trust",
            "Queue Pressure affects handled",
            "Service bot affects + Customer trust",
            "Service bot affects new calls",
            "handled affects - Queue Pressure",
            "new calls affects + Queue Pressure",
        ]
    );
    assert_eq!((map.things.len(), map.title.as_deref()), (5, Some("bot")));
    let queue = &map.things[0];
    assert_eq!(
        (queue.kind, queue.sort.as_deref(), queue.about.as_deref()),
        (Kind::Factor, Some("stock"), Some("how long people wait"))
    );
    assert_eq!(delay(&map, "Queue Pressure", "Customer trust"), Some(Delay::Later));
    assert_eq!(delay(&map, "Service bot", "Customer trust"), None);
    assert!(map.remarks.is_empty());
}

#[test]
fn variables_stand_below_the_model_too_as_stella_10_writes_them() {
    let flat = String::from_utf8_lossy(HAND).replace("<variables>", "").replace("</variables>", "");
    let map = map(&FORMAT, &[file("bot.stmx", flat.as_bytes())], &ImportMapping::default());
    assert_eq!((map.things.len(), arrows(&map).len()), (5, 6));
}

#[test]
fn delays_arrays_conveyors_aliases_and_quoted_names() {
    let map = of(
        &FORMAT,
        r#"<xmile version="1.0" xmlns="x" xmlns:isee="y"><sim_specs time_units="weeks"/><dimensions><dim name="Region"><elem name="North"/></dim></dimensions>
        <model name="only"><variables>
        <stock name="In transit"><eqn>start_value</eqn><inflow>"Orders, all"</inflow><outflow>arrivals</outflow><outflow>gone</outflow><conveyor><len>2</len></conveyor></stock>
        <flow name="Orders, all"><dimensions><dim name="Region"/></dimensions><element subscript="North"><eqn>DELAY3(demand[North], 3) {demand2}</eqn></element><element subscript="South"><eqn>"Price/unit" * 2</eqn></element></flow>
        <flow name="arrivals"><eqn/></flow>
        <aux name="demand"><eqn>SMTH1(arrivals, wait) + curve(wait) + demand</eqn><gf><ypts>0,1</ypts></gf></aux>
        <aux name="Price/unit"><eqn>1</eqn></aux><aux name="wait"><eqn>TIME</eqn></aux><aux name="start value"><eqn>1</eqn></aux><aux name="TIME_STEP"><eqn>1</eqn></aux><aux name="SAVEPER"><eqn>TIME_STEP</eqn></aux><gf name="curve"><ypts>0,1</ypts></gf>
        <group name="Sales"><var>demand</var><entity name="wait"/></group>
        </variables><views><view>
        <alias uid="7"><of>Price/unit</of></alias>
        <connector uid="1" isee:polarity="-"><from><alias uid="7"/></from><to>demand</to></connector>
        <connector uid="2" polarity="none" isee:polarity="+"><from>wait</from><to>demand</to></connector>
        <connector uid="3" polarity="+"><from><alias uid="9"/></from><to>demand</to></connector>
        </view></views></model><macro name="M"><eqn>1</eqn></macro></xmile>"#,
    );
    assert_eq!(
        arrows(&map),
        [
            "In transit affects arrivals",
            "Orders, all affects + In transit",
            "Price/unit affects - demand",
            "Price/unit affects Orders, all",
            "arrivals affects - In transit",
            "arrivals affects demand",
            "curve affects demand",
            "demand affects Orders, all",
            "wait affects + demand",
        ]
    );
    assert_eq!(delay(&map, "demand", "Orders, all"), Some(Delay::Days(21)));
    assert_eq!(delay(&map, "In transit", "arrivals"), Some(Delay::Days(14)));
    assert_eq!(delay(&map, "arrivals", "demand"), Some(Delay::Later));
    assert_eq!(map.things.iter().filter(|thing| thing.tags == ["Sales"]).count(), 2);
    assert!(says(&map, RemarkSort::LeftOut, "the outflow gone of In transit is not in the model"));
    assert!(says(&map, RemarkSort::LeftOut, "an arrow from nothing to demand is left out"));
    assert!(says(&map, RemarkSort::LeftOut, "an arrow from demand to itself"));
    assert!(says(&map, RemarkSort::LeftOut, "1 macro is left out"));
}

#[test]
fn a_module_takes_what_it_is_connected_to() {
    let map = of(
        &FORMAT,
        r#"<xmile><model><variables>
        <aux name="calls"><eqn>Customers.trust * 2</eqn></aux><aux name="trust"><eqn>Desk.seen</eqn></aux>
        <module name="Customers"><connect to="Customers.calls in" from="calls"/><connect to="Customers.nothing" from="calls"/></module>
        <module name="Desk"><connect to=".pressure" from="Customers.trust"/></module></variables></model>
        <model name="Customers"><variables><aux name="calls in" access="input"><eqn>0</eqn></aux><aux name="trust"><eqn>calls_in + waiting</eqn></aux><aux name="waiting"><eqn>1</eqn></aux></variables>
        <views><view><connector polarity="-"><from>calls in</from><to>trust</to></connector></view></views></model>
        <model name="Desk"><variables><aux name="pressure" access="input"/><aux name="seen"><eqn>pressure</eqn></aux></variables></model></xmile>"#,
    );
    assert_eq!(
        arrows(&map),
        [
            "calls affects - trust (Customers)",
            "seen affects trust",
            "trust (Customers) affects calls",
            "trust (Customers) affects seen",
            "waiting affects trust (Customers)",
        ]
    );
    assert_eq!(map.things.len(), 5);
    assert_eq!(map.things[0].other_names, ["calls in"]);
    assert_eq!(map.things[2].tags, ["Customers"]);
}

#[test]
fn broken_models_are_said_and_odd_ones_end() {
    assert!(refused(&FORMAT, "<xmile><model>").contains("the file ends before"));
    for text in [
        "<xmile/>",
        "<xmile><model name=''/><model><variables><aux/><stock name=''/></variables><connector/></model></xmile>",
        "<xmile><model><variables><module name='a'><connect to='a.b' from='a.b'/></module></variables></model><model name='a'><variables><aux name='b'/></variables></model></xmile>",
    ] {
        ends(&FORMAT, text);
    }
}
