//! What was planned, what was done of it, and how long it took.

use adjacent::record::Fact;

use crate::minutes::room::Room;

#[test]
fn planned_exercises_that_were_never_entered_were_not_discussed_by_this_session() {
    let mut room = Room::planned(&[("next", 14), ("own-one", 20), ("own-two", 5), ("own-one", 5)]);
    room.enter("next.1").says("Bot");
    assert_eq!(
        room.under("Not discussed"),
        "- So far this session did not get to: own-one\n- So far this session did not get to: own-two"
    );
    room.enter("own-two.1").key(Fact::Closed);
    assert_eq!(room.under("Not discussed"), "- This session did not get to: own-one");
}

#[test]
fn minutes_kept_free_and_breaks_are_nothing_that_could_have_been_discussed() {
    let mut room = Room::planned(&[("next", 14), ("break", 10), ("slack", 5), ("self", 5)]);
    room.enter("next.1").says("Bot").key(Fact::Closed);
    assert!(!room.minutes().contains("did not get to"), "{}", room.minutes());
}

#[test]
fn minutes_taken_stand_beside_minutes_planned_and_a_pause_is_not_counted() {
    let mut room = Room::planned(&[("next", 14), ("own-one", 20)]);
    room.wait(3).enter("next.1").wait(4).says("a remark").key(Fact::ClockPaused).wait(30).key(Fact::ClockRan);
    room.wait(2).enter("own-two.1").wait(5).enter("next.3").wait(1).says("another remark");
    assert_eq!(
        room.under("Time, planned and taken"),
        "| Minutes | planned | taken |\n\
         | --- | --- | --- |\n\
         | What will this change next door? | 14 | 7 |\n\
         | own-one | 20 | - |\n\
         | own-two | - | 5 |\n\
         | Together | 34 | 12 |"
    );
}

#[test]
fn the_time_between_two_sittings_is_not_counted() {
    let mut room = Room::planned(&[("next", 14)]);
    room.enter("next.1").wait(4).says("a remark").wait(6000).key(Fact::Resumed { who: None }).wait(2).says("another");
    assert!(room.under("Time, planned and taken").ends_with("| 14 | 6 |"), "{}", room.minutes());
}

#[test]
fn notes_without_clock_or_plan_have_no_table() {
    let mut room = Room::new();
    room.in_step("next.2").wait(3).says("a remark");
    assert_eq!(room.headings(), ["What was said"]);
}
