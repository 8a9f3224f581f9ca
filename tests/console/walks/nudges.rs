use adjacent::exercise::Catalogue;
use adjacent::record::Mode;

use crate::walks::walk::Walk;

const BEFORE: &str = "
    Contact Centre owns !Service bot (live)
    Contact Centre owns ~Repeat calls
    Retention owns ~Retention rate (want up)
    Service bot aims less ~Handle time
    want Waiting down
    want Errors down
    want Overtime down
";

/// What is pointed out in `next` at its second step, after these lines and so many seconds.
fn pointed_out(lines: &[&str], seconds: i64) -> Vec<String> {
    let mut walk = Walk::after(BEFORE, Mode::Live, "next");
    walk.says("Service bot").on_to_the_next();
    for line in lines {
        walk.says(line);
    }
    walk.wait(seconds).nudges().into_iter().map(str::to_owned).collect()
}

#[test]
fn four_good_effects_and_no_unwelcome_one_are_pointed_out() {
    let good = ["less handle time", "less waiting", "fewer errors", "less overtime"];
    let says = "4 good, 0 unwelcome. Ask: how would we make sure this ends badly, and what of that do we do already?";
    assert_eq!(pointed_out(&good, 0), [says]);
    assert_eq!(pointed_out(&good[..3], 0), [""; 0]);
    assert_eq!(pointed_out(&[&good[..], &["less retention rate"]].concat(), 0), [""; 0]);
}

#[test]
fn four_minutes_without_another_unit_are_pointed_out_and_no_longer_once_one_is_reached() {
    let says = "Nothing has reached another unit yet. Ask what Claims does about it.";
    assert_eq!(pointed_out(&["more repeat calls"], 180), [""; 0]);
    assert_eq!(pointed_out(&["more repeat calls"], 240), [says]);
    assert_eq!(pointed_out(&["less retention rate"], 240), [""; 0]);
}

#[test]
fn a_unit_in_the_room_for_which_nobody_named_an_effect_is_pointed_out() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "next");
    walk.says("Service bot").on_to_the_next().says("less retention rate").says("more repeat calls").on_to_the_next();
    assert_eq!(walk.wait(200).nudges(), [""; 0]);
    let says = "Nobody has named an effect for Claims and Underwriting yet, and they are in the room.";
    assert_eq!(walk.wait(160).nudges(), [says]);
    walk.says("Service bot -> @Claims, @Underwriting : +");
    assert_eq!(walk.nudges(), [""; 0]);
}

#[test]
fn what_a_room_is_told_about_pairs_and_sides_is_not_told_to_somebody_alone() {
    for (exercise, minutes) in [("folio", 8), ("bound", 18), ("moment", 11)] {
        let mut walk = Walk::after(BEFORE, Mode::Solo, exercise);
        let steps = walk.recording().agenda().stops().len();
        for _ in 1..steps {
            walk.on_to_the_next();
        }
        let nudges = walk.wait(minutes * 60).nudges().join(" ");
        assert!(!nudges.contains("status round") && !nudges.contains("side") && !nudges.contains("room"), "{nudges}");
    }
}

#[test]
fn in_an_exercise_where_nobody_says_anything_something_is_pointed_out() {
    for exercise in Catalogue::embedded().exercises() {
        if exercise.steps(Mode::Live).is_empty() || exercise.nudges.is_empty() {
            continue;
        }
        let mut walk = Walk::after("!Service bot", Mode::Live, &exercise.id);
        // Where answers go without names, that is said from the first second on.
        let early: Vec<&str> = walk.nudges().into_iter().filter(|nudge| !nudge.contains("without names")).collect();
        assert_eq!(early, [""; 0], "{}: too early", exercise.id);
        for _ in 1..exercise.steps(Mode::Live).len() {
            walk.on_to_the_next();
        }
        assert!(!walk.wait(20 * 60).nudges().is_empty(), "{}", exercise.id);
    }
}
