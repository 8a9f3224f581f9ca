//! What was promised or foreseen, once its day has come.

use jiff::civil::{Date, date};

use crate::ask::room::{Room, about};

fn on(room: &mut Room, today: Option<Date>) -> Vec<String> {
    room.today = today;
    about(40, room)
}

#[test]
fn a_promise_is_asked_about_the_day_after_it_was_due() {
    let mut room = Room::of(&[("tom", "Claims")]);
    room.says("tom> do Pair the bonus : tom due 2026-12-04 re Bonus");
    for (today, expected) in [(None, 0), (Some(date(2026, 12, 4)), 0), (Some(date(2026, 12, 5)), 1)] {
        assert_eq!(on(&mut room, today).len(), expected, "{today:?}");
    }
    assert_eq!(
        room.question(40, &["Bonus"]).unwrap().ask,
        "We said Pair the bonus by 4 December. What happened instead?"
    );
}

#[test]
fn a_promise_for_two_weeks_counts_from_the_day_of_the_session() {
    let mut room = Room::of(&[("tom", "Claims")]);
    room.says("tom> do Pair the bonus : tom due 2w re Bonus");
    assert!(on(&mut room, Some(date(2026, 12, 4))).is_empty());
    assert_eq!(on(&mut room, Some(date(2026, 12, 5))), ["bonus"]);
}

#[test]
fn a_wish_is_no_promise_and_one_that_was_kept_is_not_asked_about() {
    let mut room = Room::of(&[("tom", "Claims")]);
    room.says("tom> do Pair the bonus re Bonus");
    assert!(on(&mut room, Some(date(2027, 1, 1))).is_empty());
    room.says("tom> do Pair it : tom due 2026-12-04 re Bonus");
    let seq = room.last_line();
    assert_eq!(on(&mut room, Some(date(2027, 1, 1))), ["bonus"]);
    room.settles(seq);
    assert!(on(&mut room, Some(date(2027, 1, 1))).is_empty());
}

#[test]
fn what_was_foreseen_is_asked_about_when_it_should_have_shown_and_nobody_saw_it() {
    let mut room = Room::of(&[]);
    room.says("!Bot -> ~Calls : - 2w");
    assert!(on(&mut room, Some(date(2026, 12, 3))).is_empty());
    assert_eq!(on(&mut room, Some(date(2026, 12, 4))), ["bot/calls"]);
    let ask = room.question(40, &["Bot", "Calls"]).unwrap().ask;
    assert_eq!(ask, "We said more Bot would mean less Calls by 4 December. What happened instead?");
    room.says("saw Calls down");
    assert!(on(&mut room, Some(date(2026, 12, 4))).is_empty());
}

#[test]
fn what_was_said_to_come_at_once_is_no_prediction() {
    let mut room = Room::of(&[]);
    room.says("!Bot -> ~Calls : - now");
    assert!(on(&mut room, Some(date(2027, 12, 4))).is_empty());
}
