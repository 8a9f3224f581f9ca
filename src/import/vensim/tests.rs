use super::FORMAT;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::mapping::ImportMapping;
use crate::import::tests::sample_maps::{arrows, ends, file, map, of, says};
use crate::record::{Delay, Kind};

const HAND: &[u8] = include_bytes!("../../../tests/fixtures/import/hand-vensim-two-views.mdl");

fn sort<'a>(map: &'a ImportedMap, label: &str) -> &'a str {
    map.things.iter().find(|thing| thing.label == label).and_then(|thing| thing.sort.as_deref()).unwrap()
}

fn delay(map: &ImportedMap, from: &str, to: &str) -> Option<Delay> {
    let label = |thing: usize| map.things[thing].label.as_str();
    map.arrows.iter().find(|arrow| label(arrow.from) == from && label(arrow.to) == to).unwrap().delay
}

#[test]
fn signs_come_from_the_sketches_and_from_what_fills_and_drains() {
    let map = map(&FORMAT, &[file("bot.mdl", HAND)], &ImportMapping::default());
    assert_eq!(
        arrows(&map),
        [
            "Handled affects - Queue Pressure",
            "Queue Pressure affects - Customer Trust",
            "Queue Pressure affects - Handled",
            "Service bot affects + Customer Trust",
            "Service bot affects + new calls",
            "new calls affects + Queue Pressure",
        ]
    );
    assert_eq!(map.things.len(), 5);
    assert!(map.things.iter().all(|thing| thing.kind == Kind::Factor));
    assert_eq!(
        (sort(&map, "Queue Pressure"), sort(&map, "Handled"), sort(&map, "Service bot")),
        ("stock", "flow", "variable")
    );
    assert_eq!(map.things[0].about.as_deref(), Some("how long people wait"));
    assert_eq!(map.things[0].tags, ["Contact centre-calls"], "a shadow in another view is no part of that view");
    assert!(map.remarks.is_empty());
}

#[test]
fn valves_pipes_shadows_and_lettered_signs() {
    let map = of(
        &FORMAT,
        "{UTF-8}\nPopulation = INTEG(births - \"deaths, all\", 100)~~|\nbirths = A FUNCTION OF(Population, birth rate)~~|\n\"deaths, all\"= Population/lifetime~~|\nbirth rate=~~|\n\
        \\\\\\---/// Sketch\nV300\n*One\n$x\n10,1,Population,275,69,40,20,3,3,0,0\n12,2,48,91,71,8,8,0,3,0,0\n1,3,5,1,4,0,0,22,0,192,0,-1--1--1,,1|(1,1)|\n1,4,5,2,100,0,0,22,0,0,0,-1--1--1,,1|(1,1)|\n\
        11,5,48,167,71,6,8,34,3,0,0,1\n10,6,births,167,90,19,11,40,3,0,0\n10,7,birth rate,1,1,1,1,8,3,0,0\n1,8,7,5,1,0,83,0,0,64,0,-1--1--1,,1|(1,1)|\n1,9,1,6,1,0,79,0,0,1,0,-1--1--1,,1|(1,1)|\n\
        10,10,Time,1,1,1,1,8,2,0,0\n1,11,10,6,1,0,43,0,0,64,0\n\
        \\\\\\---/// Sketch\nV300\n*Two\n10,1,lifetime,1,1,1,1,8,3\n10,2,\"deaths, all\",1,1,1,1,8,2\n1,3,1,2,1,0,45,0,0,64,0\n10,4,Cohort,1,1,1,1,3,3\n1,5,7,4,4,0,0,22,0,0,0\n1,6,7,1,100,0,0,22,0,0,0\n11,7,0,1,1,1,1,34,3\n10,8,ageing,1,1,1,1,40,3\n",
    );
    assert_eq!(
        arrows(&map),
        [
            "Population affects - births",
            "Population affects deaths, all",
            "ageing affects + Cohort",
            "ageing affects - lifetime",
            "birth rate affects + births",
            "births affects + Population",
            "deaths, all affects - Population",
            "lifetime affects - deaths, all",
        ]
    );
    assert_eq!((sort(&map, "ageing"), sort(&map, "Cohort")), ("flow", "stock"));
    assert_eq!((delay(&map, "Population", "births"), delay(&map, "birth rate", "births")), (Some(Delay::Later), None));
    assert!(!map.things.iter().any(|thing| thing.label == "Time"));
}

#[test]
fn delays_groups_arrays_tables_and_what_is_left_out() {
    let map = of(
        &FORMAT,
        ":MACRO: TREND OF(x)\nTREND OF = x~~|\n:END OF MACRO:\nRegion: North, South ~~|\nseen[Region]= DELAY1I(calls[Region], 3, calls[Region])~~|\n\
        calls[North]= 5 ~~|\ncalls[South] = SMOOTH(effect(seen[South!]), time to answer) * IF THEN ELSE(pay = :NA:, 1, 0)\n~~how many|\n\
        effect( [(0,0)-(1,1)],(0,0),(1,1))~~|\ntime to answer = 2 ~ Weeks ~ |\npay:INTERPOLATE: ~~|\n\
        ****\n\t.Claims\n****~\n\tText|\nbacklog = INTEG(calls[North] * 0.5 + seen[North], pay)~~|\n****\n\t.Control\n****~~|\nTIME STEP = 1 ~ Week ~|\nno calls:TEST INPUT: calls = 0 ~~|\nno_pay[Region]:THE CONDITION: no calls :IMPLIES: pay = 0 ~~|\nFINAL TIME = 10 ~ Week ~|\nSAVEPER = TIME STEP ~~|\nown = Time + TIME STEP~~|\n",
    );
    assert_eq!(
        arrows(&map),
        [
            "calls affects backlog",
            "calls affects seen",
            "effect affects calls",
            "pay affects calls",
            "seen affects + backlog",
            "seen affects calls",
            "time to answer affects calls",
        ]
    );
    assert_eq!(map.things.len(), 7, "{:?}", map.things);
    assert_eq!(
        (delay(&map, "calls", "seen"), delay(&map, "seen", "calls")),
        (Some(Delay::Days(21)), Some(Delay::Later))
    );
    assert_eq!(sort(&map, "effect"), "lookup");
    let backlog = map.things.iter().find(|thing| thing.label == "backlog").unwrap();
    assert_eq!(backlog.tags, ["Claims"]);
    assert!(says(&map, RemarkSort::LeftOut, "1 macro is left out"));
}

#[test]
fn other_texts_are_no_models_and_odd_ones_end() {
    for text in ["a | b\n~ c", "# A list\n~~strike~~ | x = 1", "digraph { a -> b }", "Label,Type\na=1~~|"] {
        assert!(!(FORMAT.is_one)(&file("a", text.as_bytes())), "{text}");
        ends(&FORMAT, text);
    }
    ends(&FORMAT, "\\\\\\---///\n10\n1,,\n1,1,9999999999999999999,2\n10,1\n12,1,0,0,0,0,0,0,4");
    ends(&FORMAT, "{UTF-8}a={|\"=[:x");
}
