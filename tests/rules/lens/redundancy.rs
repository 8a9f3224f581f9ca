use crate::example::EXAMPLE;
use crate::findings::sees;
use crate::talk::Talk;

/// The smallest redundancy: two changes with one aim and one need in common, and nothing else.
const TWINS: &str = "!Drafter, !Assistant -> ~Reply time : aims -
    Drafter, Assistant -> $Templates : needs";

const UNITS: &str = "@Claims owns !Drafter (fading)
    @Contact Centre owns !Assistant (pilot)";

#[test]
fn two_changes_that_work_on_one_thing_and_need_another_are_one_job() {
    assert_eq!(sees("redundancy", &format!("{TWINS}\n{UNITS}")), ["assistant/drafter 100"]);
    assert_eq!(sees("redundancy", TWINS), ["assistant/drafter 50"], "half of it, as long as nobody knows of two units");
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("only one thing is shared", "!A, !B -> ~t : aims -"),
        ("neither is moved", "!A, !B -> $r : needs\nA, B -> $q : needs"),
        ("maker and user are not alike", "!A, !B -> ~t : aims -\nA needs $r\nB -> r : feeds"),
        ("one builds on the other", "!A, !B -> ~t : aims -\nA, B -> $r : needs\nB builds on A"),
        ("it is built on the other way", "!A, !B -> ~t : aims -\nA, B -> $r : needs\nA builds on B"),
        ("they are no changes", "/A, /B -> ~t : +\nA, B -> $r : needs"),
        ("more is apart than shared", "!A, !B -> ~t : aims -\nA, B -> $r : needs\nA needs $p\nB needs $q"),
    ] {
        assert_eq!(sees("redundancy", lines), [""; 0], "{change}");
    }
}

#[test]
fn half_is_enough_and_what_many_share_counts_less() {
    // Shared: two halves. Apart: one whole.
    let half = "!A, !B -> ~t : aims -\nA, B -> $r : needs\nA needs $p";
    assert_eq!(sees("redundancy", half), ["a/b 25"]);
    // Of a and b: shared two thirds, apart 4/3; of all three pairs the same, and thirds do not add up exactly.
    let thirds = "!A, !B, !C -> ~t : aims -\nA, B, C -> $r : needs\nA, B, C -> $s : needs";
    assert_eq!(sees("redundancy", thirds), ["a/b/c 50"], "what all three share is told once");
    // Shared: a half and a third. Apart: one whole. 5/6 of 11/6 is less than half.
    assert_eq!(sees("redundancy", &format!("{half}\n!C needs r")), [""; 0]);
}

#[test]
fn pushing_one_thing_opposite_ways_is_still_one_job() {
    let lines = "!A -> ~t : +\n!B -> t : aims -\nA, B -> $r : needs";
    assert_eq!(sees("redundancy", lines), ["a/b 50"]);
}

#[test]
fn it_is_said_what_they_share_and_how_far_each_is() {
    let mut talk = Talk::among(&[]);
    let finding = talk.says(&format!("{TWINS}\n{UNITS}")).finding("redundancy", &["Assistant", "Drafter"]).unwrap();
    assert_eq!(
        finding.says,
        "Assistant and Drafter both work on Reply time, and both need Templates; \
         Assistant is a pilot, Drafter is fading."
    );
    assert_eq!(finding.ask, "Are Assistant and Drafter one job with two tools, or a race, and who calls it?");
    assert_eq!(finding.arrows.len(), 4);
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [2, 3]);
    let says = Talk::among(&[]).says(TWINS).finding("redundancy", &["Assistant", "Drafter"]).unwrap().says;
    assert!(says.ends_with("both need Templates."), "nobody said how far they are: {says}");
}

#[test]
fn in_the_worked_example_building_on_it_cures_it() {
    let mut talk = Talk::transcript(EXAMPLE);
    assert_eq!(talk.sees("redundancy"), ["letter drafter/reply assistant 100"]);
    assert_eq!(talk.says("Letter drafter builds on Reply assistant").sees("redundancy"), [""; 0]);
}
