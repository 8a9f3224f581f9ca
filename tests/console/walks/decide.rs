use adjacent::record::Mode;

use crate::walks::walk::Walk;

const BEFORE: &str = "Contact Centre owns !Service bot (live)";

#[test]
fn a_room_writes_down_the_plan_before_and_after_and_who_decided() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "decide");
    walk.through(
        "# The plan before
         !Service bot
         open to every customer in January
         # The decision
         1 2 1 0 => vote The decision: proceed 1, guard 2, wait 1, stop 0
         guard: simple claims only until the error rate holds, mei decides
            => decide Service bot: guard, simple claims only until the error rate holds; \
before: open to every customer in January; by: mei",
    );
    let read_back = walk.read_back().to_owned();
    assert!(read_back.ends_with("before it was: open to every customer in January; decided by Mei."), "{read_back}");
    walk.leaves(
        "",
        "answered open to every customer in January
         voted The decision | proceed 1, guard 2, wait 1, stop 0
         decided Service bot | guard | simple claims only until the error rate holds | before open to every customer in January | by mei",
    ).reaches_its_goals();
}

#[test]
fn somebody_alone_writes_what_they_can_be_held_to() {
    let mut walk = Walk::after(BEFORE, Mode::Solo, "decide");
    walk.through(
        "# Your plan before
         !Service bot
         sign it off with the others on Thursday
         # Your decision
         wait until Retention has said what a repeat call costs them
            => decide Service bot: wait, until Retention has said what a repeat call costs them; \
before: sign it off with the others on Thursday",
    );
    walk.leaves(
        "",
        "answered sign it off with the others on Thursday
         decided Service bot | wait | until Retention has said what a repeat call costs them | before sign it off with the others on Thursday | by -",
    ).reaches_its_goals();
}

#[test]
fn every_way_of_saying_it_is_the_decision_that_was_meant() {
    for (typed, said) in [
        ("proceed", "proceed"),
        ("we go ahead", "proceed"),
        ("Proceed, with a guard: two weeks only", "guard, two weeks only"),
        ("so we put a guard on it", "guard"),
        ("let's wait for the audit", "wait, for the audit"),
        ("stop it, it harms people", "stop, it harms people"),
        ("we will not: it is not ours to decide", "will not, it is not ours to decide"),
        ("guard: names stay out (decided by Risk)", "guard, names stay out; by: Risk"),
    ] {
        let mut walk = Walk::begun(Mode::Live, "decide");
        walk.says("!Service bot").on_to_the_next();
        walk.through(&format!("{typed} => decide Service bot: {said}"));
    }
}

#[test]
fn three_numbers_for_four_answers_get_a_sentence() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "decide");
    walk.says("!Service bot").on_to_the_next().types("3 5 1");
    assert_eq!(walk.doubts(), ["3 numbers for 4 choices: give one for each, 0 for none"]);
}

#[test]
fn one_voice_after_the_count_is_offered_and_does_not_replace_what_the_room_decided() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "decide");
    walk.says("!Service bot").on_to_the_next();
    walk.says("guard: a person picks up the third call").says("5 3 1 0").says("mei> wait until the codes are counted");
    assert_eq!(walk.last_said(), "wait until the codes are counted");
    walk.leaves(
        "",
        "decided Service bot | guard | a person picks up the third call | before - | by -
         voted The decision | proceed 5, guard 3, wait 1, stop 0
         answered wait until the codes are counted",
    );
    walk.says("mei> Decision: wait until the codes are counted");
    assert!(walk.last_said().starts_with("decide Service bot: wait"), "{}", walk.last_said());
}
