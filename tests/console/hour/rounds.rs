//! Answers that nobody sees yet: what the walk, the curtain and the one screen there may be make of them.

use adjacent::app::{Code, KeyPress};
use adjacent::record::{Fact, RoomView};

use crate::hour::absurd::{console, screen, workshop};
use crate::hour::frames::Window;
use crate::hour::stage::Stage;
use crate::typing::Typing;

const PEOPLE: &str = "Mei @ Claims\nSam @ Claims\nTom @ Contact Centre\nPriya @ Retention\nGus @ Underwriting";

/// A round of slips at the first step of this plan, with these on them.
fn with_slips(plan: &str, slips: &[&str]) -> Stage {
    let mut stage = workshop(PEOPLE, plan);
    stage.code(Code::F(6)).enter();
    for slip in slips {
        stage.says(slip);
    }
    stage
}

fn room(stage: &Stage) -> String {
    screen(stage, Window::Room)
}

#[test]
fn ballots_are_counted_and_what_is_no_ballot_is_shown_as_it_was_written() {
    let slips = ["2", "Guard", "2", "7", "none of these"];
    let mut stage = workshop(PEOPLE, "next=14");
    stage.says("Service bot").walks_to("next.6").code(Code::F(6)).enter();
    for slip in slips {
        stage.says(slip);
    }
    stage.code(Code::F(6)).enter();
    let facts = &stage.saved.last().unwrap().facts;
    let [Fact::Revealed { texts }, Fact::Voted { hands, .. }] = facts.as_slice() else { panic!("{facts:?}") };
    assert_eq!(texts, &["7", "none of these"]);
    assert_eq!(hands.iter().map(|hands| hands.count).collect::<Vec<_>>(), [0, 3, 0, 0]);
    assert!(console(&stage).contains("guard 3") && console(&stage).contains("“none of these”"), "{}", console(&stage));
    assert!(room(&stage).contains("█ 3"), "{}", room(&stage));
}

#[test]
fn answers_where_a_choice_was_asked_for_are_never_lost() {
    let mut stage = workshop(PEOPLE, "next=14");
    stage.says("Service bot").walks_to("next.6").code(Code::F(6)).enter();
    stage.says("ask the union").says("ask customers").says("wait a year").code(Code::F(6)).enter();
    assert!(room(&stage).contains("· ask the union"), "{}", room(&stage));
}

#[test]
fn answers_that_were_merged_or_parked_still_count_as_those_who_wrote_them() {
    let mut stage = with_slips("arrive=5", &["a", "b", "c"]);
    stage.code(Code::F(6)).types("m").types("p");
    assert!(console(&stage).contains("3 in, 1 to be shown, 1 parked"), "{}", console(&stage));
    stage.enter();
    assert!(room(&stage).contains("1 parked"), "{}", room(&stage));
    assert!(stage.run().answers.round.is_none());
}

#[test]
fn what_is_changed_in_the_queue_stays_where_it_stands() {
    let mut stage = with_slips("arrive=5", &["alpha", "beta", "gamma"]);
    stage.code(Code::F(6)).types("e").press(KeyPress::ctrl('u')).says("zulu");
    let entries = |stage: &Stage| stage.run().answers.round.clone().unwrap().entries;
    assert_eq!(entries(&stage), ["zulu", "beta", "gamma"]);
    stage.code(Code::Down).types("m");
    assert_eq!(entries(&stage), ["zulu", "beta / gamma"]);
    stage.types("d").types("d");
    assert_eq!(entries(&stage), Vec::<String>::new());
    stage.press(KeyPress::ctrl('z')).press(KeyPress::ctrl('z'));
    assert_eq!(entries(&stage), ["zulu", "beta / gamma"], "what was dropped last comes back first");
    stage.press(KeyPress::ctrl('z'));
    assert!(console(&stage).contains("Nothing was dropped here"), "{}", console(&stage));
}

#[test]
fn fewer_than_can_be_shown_are_not_awaited() {
    let mut stage = workshop(PEOPLE, "arrive=5");
    stage.code(Code::F(6)).types("2").enter();
    assert!(console(&stage).contains("They are shown from 3 on"), "{}", console(&stage));
    assert!(stage.run().answers.round.is_none());
    stage.code(Code::Backspace).types("0").enter();
    assert!(console(&stage).contains("0 in so far"), "{}", console(&stage));
}

#[test]
fn neither_a_key_nor_the_palette_walks_on_or_leaves_a_round_behind() {
    let mut stage = with_slips("arrive=5, close=6", &["a", "b"]);
    for words in ["next step", "end this", "first screen", "take back", "the plan", "remove the text", "title, people"]
    {
        stage.command(words);
        assert!(console(&stage).contains("Answers are being collected"), "{words}:\n{}", console(&stage));
        assert!(stage.model.popup.is_none() && stage.run().answers.round.is_some(), "{words}");
    }
    for key in [KeyPress::plain(Code::PageDown), KeyPress::ctrl('z'), KeyPress::ctrl('g'), KeyPress::plain(Code::F(3))]
    {
        stage.press(key);
        assert!(console(&stage).contains("Answers are being collected"), "{key}:\n{}", console(&stage));
    }
    stage.press(KeyPress::ctrl('t')).code(Code::F(6)).types("xx").code(Code::PageDown);
    assert!(console(&stage).contains("step 2/7"), "{}", console(&stage));
}

#[test]
fn the_curtain_gives_back_what_the_room_looked_at_and_choosing_something_else_lifts_it() {
    let mut stage = workshop(PEOPLE, "arrive=5");
    stage.says("park three decks").code(Code::F(5)).types("9");
    let view = |stage: &Stage| stage.run().recording.session().view().clone();
    assert_eq!(view(&stage), RoomView::Parked);
    stage.code(Code::F(8));
    assert!(!room(&stage).contains("three decks"), "{}", room(&stage));
    stage.code(Code::F(8));
    assert_eq!(view(&stage), RoomView::Parked);
    stage.code(Code::F(8)).code(Code::F(5)).types("8");
    assert!(!stage.run().room.curtain && room(&stage).contains("Arrive"), "{}", room(&stage));
}

#[test]
fn in_one_window_the_room_sees_what_was_shown_and_what_was_chosen_for_it() {
    let mut stage = with_slips("arrive=5", &["alpha", "beta", "gamma"]);
    stage.command("one window");
    assert!(!console(&stage).contains("alpha"));
    stage.code(Code::F(6)).enter();
    assert!(console(&stage).contains("· alpha") && console(&stage).contains("· gamma"), "{}", console(&stage));
    stage.code(Code::F(8));
    assert!(!console(&stage).contains("alpha"), "{}", console(&stage));
    stage.code(Code::F(8));
    assert!(console(&stage).contains("· alpha"), "{}", console(&stage));
    stage.says("park the budget").code(Code::F(5)).types("9");
    assert!(console(&stage).contains("· the budget"), "{}", console(&stage));
    stage.code(Code::F(2)).code(Code::F(5)).types("8");
    assert!(console(&stage).contains("Arrive"), "a glance ends there: {}", console(&stage));
}
