//! What is chosen on the console is what the room sees: one key, and the same key again for more of it.

use adjacent::app::{Code, KeyPress, Msg};
use adjacent::record::{FindingPart, RoomView};

use crate::slow::Slow;
use crate::typing::Typing;

fn show() -> KeyPress {
    KeyPress::ctrl('5')
}

fn view(slow: &Slow) -> RoomView {
    slow.model.run.as_ref().unwrap().recording.session().view().clone()
}

fn talking() -> Slow {
    let mut slow = Slow::workshop();
    for line in [
        "ztom> Wallmark -> less handle time, more repeat calls : seen",
        "ztom> repeat calls -> more queue pressure",
        "zana> queue pressure -> more Wallmark",
    ] {
        slow.says(line).settles();
    }
    for _ in 0..2 {
        slow.happens(Msg::Idle).settles();
    }
    slow
}

/// What the room sees below its clock.
fn room(slow: &Slow) -> String {
    slow.room().lines().skip(1).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_key_puts_the_map_up_and_pressed_again_more_of_it() {
    let mut slow = talking();
    slow.press(show()).settles();
    assert_eq!(view(&slow), RoomView::Drawn { around: Vec::new(), steps: 1 });
    assert!(slow.room().contains("arrows shown"), "{}", slow.room());
    slow.press(show()).settles();
    assert_eq!(view(&slow), RoomView::Drawn { around: Vec::new(), steps: 2 });
    slow.press(show()).settles();
    assert_eq!(view(&slow), RoomView::WholeMap);
    slow.press(show()).settles();
    assert_eq!(view(&slow), RoomView::WholeMap);
    assert!(slow.reads().contains("/room-views shows others"), "{}", slow.screen());
}

#[test]
fn the_word_does_what_the_key_does() {
    let mut slow = talking();
    slow.says("/show").settles();
    assert_eq!(view(&slow), RoomView::Drawn { around: Vec::new(), steps: 1 });
    slow.says("/show-decisions").settles();
    assert_eq!(view(&slow), RoomView::Decisions);
    slow.says("/show-question").settles();
    assert_eq!(view(&slow), RoomView::Talk);
}

#[test]
fn a_thing_on_the_consoles_map_stands_on_the_projector_in_the_same_manner() {
    let mut slow = talking();
    slow.code(Code::F(3)).settles();
    let centre = |slow: &Slow| {
        let map = &slow.model.map;
        map.graph.label(map.centre.as_ref().unwrap()).to_owned()
    };
    slow.press(show()).settles();
    assert_eq!(view(&slow), RoomView::Around(centre(&slow)));
    slow.code(Code::Tab).settles();
    slow.press(show()).settles();
    assert_eq!(view(&slow), RoomView::Ripple { of: centre(&slow), less: false, waves: 1 });
    slow.press(show()).settles();
    assert_eq!(view(&slow), RoomView::Ripple { of: centre(&slow), less: false, waves: 2 });
    assert!(slow.room().contains("second wave"), "{}", slow.room());
    for _ in 0..3 {
        slow.press(show()).settles();
    }
    assert_eq!(view(&slow), RoomView::Ripple { of: centre(&slow), less: false, waves: 2 });
    assert!(slow.reads().contains("No further wave"), "{}", slow.screen());
}

#[test]
fn the_wave_that_is_next_comes_by_one_key_while_the_scribe_stays_at_the_entry_line() {
    let mut slow = talking();
    slow.code(Code::F(5)).types("4").settles();
    assert!(matches!(view(&slow), RoomView::Ripple { waves: 1, .. }), "{:?}", view(&slow));
    slow.types("and half a line").press(show()).settles();
    assert!(matches!(view(&slow), RoomView::Ripple { waves: 2, .. }), "{:?}", view(&slow));
    assert_eq!(slow.model.entry.text(), "and half a line");
}

#[test]
fn a_ripple_begins_at_what_has_an_effect_and_not_at_the_last_word() {
    let mut slow = talking();
    slow.says("zmei> repeat calls -> more grumbling").settles();
    slow.types("grumbling").code(Code::F(5)).types("4").settles();
    assert_eq!(view(&slow), RoomView::Ripple { of: "repeat calls".into(), less: false, waves: 1 });
}

#[test]
fn the_key_turns_the_pages_of_a_map_that_does_not_fit() {
    let mut slow = talking();
    slow.says("repeat calls -> more grumbling").settles();
    slow.code(Code::F(5)).types("3").settles();
    assert_eq!(view(&slow), RoomView::WholeMap);
    slow.press(show()).settles();
    assert_eq!(view(&slow), RoomView::MapPart(2));
    assert!(slow.reads().contains("the next part"), "{}", slow.screen());
}

#[test]
fn a_finding_in_its_pane_is_its_question_then_what_it_rests_on_then_its_name() {
    let mut slow = talking();
    slow.code(Code::F(10));
    for part in [FindingPart::Question, FindingPart::Grounds, FindingPart::Name] {
        slow.press(show()).settles();
        assert!(matches!(view(&slow), RoomView::Finding(found) if found.part == part), "{:?}", view(&slow));
        assert!(slow.model.popup.is_some(), "the pane stays");
        assert!(!slow.room().contains("does not show"), "{}", slow.room());
    }
}

#[test]
fn the_curtain_falls_over_all_of_it_and_what_was_up_comes_back() {
    let mut slow = talking();
    slow.code(Code::F(10)).press(show()).settles();
    let before = room(&slow);
    slow.code(Code::F(8)).settles();
    assert_eq!(view(&slow), RoomView::Curtain);
    assert!(!slow.room().contains("arrow"), "{}", slow.room());
    slow.code(Code::F(8)).settles();
    assert_eq!(room(&slow), before);
}

#[test]
fn one_window_for_everybody_shows_the_same_map() {
    let mut slow = talking();
    slow.press(KeyPress::ctrl('p')).types("one window").enter().settles();
    slow.press(show()).settles();
    let screen = slow.screen();
    assert!(screen.contains("arrows shown") && screen.contains("│ Wallmark │"), "{screen}");
    slow.code(Code::F(5)).types("4").settles();
    assert!(slow.screen().contains("at once"), "{}", slow.screen());
}

#[test]
fn a_private_session_is_put_up_by_no_key() {
    let mut slow = talking();
    slow.says("/private").settles();
    if slow.model.run.as_ref().unwrap().recording.session().is_private() {
        let before = view(&slow);
        slow.press(show()).settles();
        assert_eq!(view(&slow), before);
    }
}

#[test]
fn a_line_of_the_list_is_put_up_by_the_same_key() {
    let mut slow = talking();
    slow.press(KeyPress::ctrl('6')).code(Code::Up).press(show()).settles();
    let RoomView::Line(seq) = view(&slow) else { panic!("{:?}", view(&slow)) };
    assert!(slow.file.iter().any(|event| event.seq == seq && event.is_line()));
    assert!(slow.room().contains("queue pressure") && !slow.room().contains("more Wallmark"), "{}", slow.room());
}
