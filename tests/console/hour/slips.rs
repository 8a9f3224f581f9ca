//! How a room leads, from slips: only counted, the widest spread first, and nothing below five people.

use adjacent::app::Code;
use adjacent::record::Fact;

use crate::hour::absurd::{console, screen, workshop};
use crate::hour::frames::{Window, squeezed};
use crate::hour::stage::Stage;
use crate::typing::Typing;

const PEOPLE: &str = "Mei @ Claims\nSam @ Claims\nTom @ Contact Centre\nPriya @ Retention\nGus @ Underwriting";

/// Five slips that differ most on the second question.
const SLIPS: [&str; 5] = [
    "312345 333333 333333",
    "313345 333333 333333",
    "355345 333333 33333-",
    "354345 333333 333333",
    "351345 333333 333333",
];

fn collecting(slips: &[&str]) -> Stage {
    let mut stage = workshop(PEOPLE, "self=12");
    stage.walks_to("self.2").code(Code::F(6)).enter();
    for slip in slips {
        stage.says(slip);
    }
    stage
}

fn room(stage: &Stage) -> String {
    screen(stage, Window::Room)
}

#[test]
fn the_room_sees_how_many_chose_what_with_the_widest_spread_first() {
    let mut stage = collecting(&SLIPS);
    stage.code(Code::F(6)).enter();
    let shown = room(&stage);
    assert!(shown.contains("Furthest apart: Goes and finds out"), "{shown}");
    assert!(shown.contains("2 chose 1  learns of effects by complaint"), "{shown}");
    assert!(shown.contains("0 chose 3  asks neighbours before launch"), "{shown}");
    assert!(shown.contains("3 chose 5"), "{shown}");
    assert!(squeezed(&shown).contains("sees loops, not lines 1 1 1 1 1"), "{shown}");
    assert!(shown.contains("and 14 more, in the minutes"), "what four answered is left out:\n{shown}");
    let minutes = stage.run().recording.minutes(&stage.model.catalogue);
    assert!(
        minutes.contains("**Goes and finds out**: learns of effects by complaint 2, between the two 0"),
        "{minutes}"
    );
}

#[test]
fn no_slip_is_in_the_record_nor_on_any_screen() {
    let mut stage = collecting(&SLIPS);
    stage.code(Code::F(6));
    let covered = console(&stage);
    for key in ["e", "m", "p", "d"] {
        stage.types(key);
        assert!(console(&stage).contains("never shown by itself"), "{key}: {}", console(&stage));
    }
    stage.enter();
    let record = format!("{:?}", stage.saved);
    let minutes = stage.run().recording.minutes(&stage.model.catalogue);
    for slip in SLIPS {
        for place in [&covered, &record, &minutes, &room(&stage), &console(&stage)] {
            assert!(!place.contains(slip) && !place.contains(&slip.replace(' ', "")), "{slip} is in\n{place}");
        }
    }
    let facts = &stage.saved.last().unwrap().facts;
    assert_eq!(facts.iter().filter(|fact| matches!(fact, Fact::Voted { .. })).count(), 17);
    assert!(stage.run().answers.round.is_none());
}

#[test]
fn below_five_nothing_is_shown_and_whoever_holds_the_keyboard_is_told_why() {
    let mut stage = collecting(&SLIPS[..4]);
    let before = stage.saved.len();
    stage.code(Code::F(6));
    assert!(console(&stage).contains("shown from 5 on"), "{}", console(&stage));
    stage.enter();
    assert!(console(&stage).contains("They are shown from 5 on"), "{}", console(&stage));
    assert_eq!(stage.saved.len(), before);
    assert!(!room(&stage).contains("Furthest"), "{}", room(&stage));
    assert!(
        squeezed(&room(&stage)).contains("only how many chose what is shown, from five people up"),
        "{}",
        room(&stage)
    );
}

#[test]
fn five_slips_that_leave_everything_out_by_turns_show_nothing_either() {
    let mut stage = collecting(&["3----- ------ ------"; 4]);
    stage.says("------ ------ -----3").code(Code::F(6)).enter();
    assert!(console(&stage).contains("from five people up"), "{}", console(&stage));
    assert!(stage.run().answers.round.is_some(), "nothing was lost by asking");
}

#[test]
fn what_is_no_slip_is_not_taken_and_stays_in_the_line() {
    let mut stage = collecting(&["34", "Mei chose one"]);
    assert_eq!(stage.run().answers.round.as_ref().unwrap().count(), 0);
    assert!(console(&stage).contains("a slip is 18 marks"), "{}", console(&stage));
    stage.paste("312345 333333 333333\n99");
    assert_eq!(stage.run().answers.round.as_ref().unwrap().count(), 0);
    stage.paste(&SLIPS.join("\n"));
    assert_eq!(stage.run().answers.round.as_ref().unwrap().count(), 5);
}

#[test]
fn a_slip_that_is_typed_as_a_line_is_kept_out_of_the_record() {
    let mut stage = workshop(PEOPLE, "self=12");
    stage.walks_to("self.2");
    let before = stage.saved.len();
    stage.says("312345 333333 333333");
    assert!(console(&stage).contains("F6 first"), "{}", console(&stage));
    stage.press(adjacent::app::KeyPress::ctrl('u')).paste("a note\n313345333333333333");
    stage.enter();
    assert_eq!(stage.saved.len(), before);
    assert!(console(&stage).contains("2 lines"), "what was pasted still waits: {}", console(&stage));
    stage.code(Code::Esc);
    stage.says("we said nothing yet");
    assert!(stage.saved.len() > before, "anything else is a line");
}

#[test]
fn slips_are_counted_once_because_a_second_count_could_give_one_away() {
    let mut stage = collecting(&SLIPS);
    stage.code(Code::F(6)).enter().press(adjacent::app::KeyPress::ctrl('z')).code(Code::F(6));
    assert!(console(&stage).contains("They were counted once"), "{}", console(&stage));
    assert!(stage.model.popup.is_none());
}

#[test]
fn once_the_room_walks_on_one_sentence_is_left_of_the_count() {
    let mut stage = collecting(&SLIPS);
    stage.code(Code::F(6)).enter().code(Code::PageDown);
    let shown = squeezed(&room(&stage));
    assert!(shown.contains("17 questions counted from slips; furthest apart: goes and finds out"), "{shown}");
}
