//! Which lines the room sees, and in which state.

use adjacent::record::{Fact, RoomView};

use crate::room::stage::Stage;

fn talking() -> Stage {
    let mut stage = Stage::opened();
    stage.enters(1).says("Service bot");
    stage.enters(2);
    stage
}

#[test]
fn the_newest_line_stands_first_and_is_the_whole_sentence() {
    let mut stage = talking();
    stage.says("ztom> Service bot -> less handle time : seen");
    stage.says("Service bot needs data");
    let screen = stage.screen();
    let newest = screen.find("▌ The Service bot cannot work without data.").unwrap();
    assert!(newest < screen.find("· More of the Service bot, less handle time").unwrap(), "{screen}");
}

#[test]
fn a_line_that_was_taken_back_fades_until_the_next_one_comes() {
    let mut stage = talking();
    stage.says("Service bot needs data");
    let seq = stage.says("Service bot needs luck");
    stage.does(Fact::Retracted { seq });
    assert!(stage.screen().contains("· Taken back: The Service bot cannot work without luck."), "{}", stage.screen());
    assert!(stage.screen().contains("▌ The Service bot cannot work without data."), "{}", stage.screen());
    stage.does(Fact::Restored { seq });
    assert!(stage.screen().contains("▌ The Service bot cannot work without luck."), "{}", stage.screen());
    stage.does(Fact::Retracted { seq });
    stage.says("Service bot needs money");
    assert!(!stage.screen().contains("luck"), "{}", stage.screen());
    assert!(stage.screen().contains("without data"), "{}", stage.screen());
}

#[test]
fn what_was_taken_back_or_removed_is_never_the_main_line() {
    let mut stage = talking();
    stage.says("Service bot needs data");
    let seq = stage.says("oops ignore that");
    stage.does(Fact::Retracted { seq });
    let first = |stage: &Stage, mark: &str| stage.screen().lines().position(|row| row.contains(mark));
    assert!(stage.screen().contains("▌ The Service bot cannot work without data."), "{}", stage.screen());
    assert!(first(&stage, "· Taken back:") > first(&stage, "▌"), "{}", stage.screen());
    stage.does(Fact::StrikeOrdered { seq });
    assert!(!stage.screen().contains("▌ · · ·"), "{}", stage.screen());
    assert!(stage.screen().contains("▌ The Service bot cannot work without data."), "{}", stage.screen());
}

#[test]
fn a_line_that_was_taken_back_is_not_the_main_one_although_nothing_else_was_said() {
    let mut stage = Stage::opened();
    stage.enters(2);
    let seq = stage.says("Service bot needs luck");
    stage.does(Fact::Retracted { seq });
    assert!(stage.screen().contains("· Taken back:") && !stage.screen().contains('▌'), "{}", stage.screen());
}

#[test]
fn an_undo_is_no_line_of_its_own_and_raises_no_alarm() {
    let mut stage = talking();
    let lines = |stage: &Stage| stage.screen().lines().filter(|row| row.contains("· ") || row.contains('▌')).count();
    let before = lines(&stage);
    stage.says("undo");
    assert_eq!(lines(&stage), before, "{}", stage.screen());
    assert!(stage.screen().contains("· Taken back:"), "{}", stage.screen());
}

#[test]
fn an_undo_however_it_is_typed_is_nothing_that_was_said() {
    for undo in ["Undo", "UNDO", "undo.", "Undo!"] {
        let mut stage = talking();
        stage.says("Service bot needs data");
        stage.says(undo);
        assert!(stage.screen().contains("· Taken back: The Service bot cannot work"), "{undo}: {}", stage.screen());
        assert!(!stage.screen().to_lowercase().contains("undo"), "{}", stage.screen());
    }
}

#[test]
fn what_was_typed_behind_the_curtain_is_no_line_of_the_room_when_it_opens() {
    let mut stage = talking();
    stage.says("Service bot needs data");
    stage.looks_at(RoomView::Curtain);
    stage.says("Service bot needs luck");
    stage.looks_at(RoomView::Talk);
    assert!(stage.screen().contains("▌ The Service bot cannot work without data."), "{}", stage.screen());
    assert!(!stage.screen().contains("luck"), "{}", stage.screen());
    assert_eq!(stage.opened_late().screen(), stage.screen());
    stage.says("Service bot needs money");
    assert!(stage.screen().contains("▌ The Service bot cannot work without money."), "{}", stage.screen());
    assert!(!stage.screen().contains("luck"), "{}", stage.screen());
}

#[test]
fn a_second_count_takes_the_place_of_the_first_until_it_is_taken_back() {
    let mut stage = talking();
    stage.says("vote And now?: guard 9, wait 1");
    stage.says("vote And now?: guard 2, wait 1");
    stage.enters(1);
    assert!(stage.screen().contains("guard 2") && !stage.screen().contains("guard 9"), "{}", stage.screen());
    stage.says("undo");
    assert!(stage.screen().contains("guard 9"), "{}", stage.screen());
}

#[test]
fn a_line_that_could_not_be_read_is_a_matter_for_the_scribe_alone() {
    let mut stage = talking();
    stage.says("A -> A : +");
    assert!(!stage.screen().contains("could not read"), "{}", stage.screen());
}

#[test]
fn a_changed_mind_is_marked_without_saying_whose_it_is() {
    let turns = |first: &str, second: &str| {
        let mut stage = talking();
        stage.says(first);
        stage.says(second);
        let screen = stage.screen();
        let turned = screen.contains("A view changed");
        assert!(!turned || !screen.contains("Contact Centre"), "{screen}");
        turned
    };
    for (first, second, expected) in [
        ("ztom> Bot -> Trust : +", "ztom> Bot -> Trust : -", true),
        ("ztom> Bot -> Trust : +", "ztom> Bot -> trust : =", true),
        ("ztom> Bot -> Trust : +", "ztom> no Bot -> Trust", true),
        ("ztom> Bot -> Trust : +", "ztom> Bot -> Trust : ++ seen", false),
        ("ztom> Bot -> Trust : +", "zmei> Bot -> Trust : -", false),
        ("ztom> Bot -> Trust", "ztom> Bot -> Trust : -", false),
        ("ztom> Bot -> Trust : +", "ztom> unsure Bot -> Trust", false),
        ("Bot -> Trust : +", "Bot -> Trust : -", false),
    ] {
        assert_eq!(turns(first, second), expected, "{first}, then {second}");
    }
}

#[test]
fn a_line_that_was_fixed_is_no_change_of_mind() {
    let mut stage = talking();
    let seq = stage.says("ztom> Bot -> Trust : +");
    stage.does(Fact::Retracted { seq });
    stage.says("ztom> Bot -> Trust : -");
    assert!(!stage.screen().contains("A view changed"), "{}", stage.screen());
}

#[test]
fn no_line_moves_unless_a_new_one_comes() {
    let mut stage = talking();
    for line in ["Service bot needs data", "Service bot needs luck", "Service bot needs money and a great deal of it"] {
        stage.says(line);
    }
    let rows = |stage: &Stage| stage.screen().lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    let before = rows(&stage);
    for _ in 0..50 {
        stage.wait(250);
        assert_eq!(rows(&stage), before);
    }
    stage.does(Fact::ClockPaused);
    stage.does(Fact::TimeAdded { seconds: 60 });
    assert_eq!(rows(&stage), before);
}

#[test]
fn what_is_said_while_the_room_looks_at_a_list_is_read_back_below_it_and_moves_nothing() {
    let mut stage = talking();
    stage.says("who tells them?");
    for view in [RoomView::Questions, RoomView::Promises, RoomView::Agenda, RoomView::Around("Service bot".into())] {
        stage.looks_at(view);
        let before = stage.screen();
        assert!(!before.contains('▌'), "{before}");
        stage.says("Calls -> less trust");
        let after = stage.screen();
        assert!(after.contains("▌ More Calls, less trust."), "{after}");
        let changed = after.lines().zip(before.lines()).skip(1).filter(|(after, before)| after != before).count();
        assert!(changed <= 1, "{before}\n{after}");
    }
}

#[test]
fn whoever_opens_the_window_late_sees_what_everybody_sees() {
    let mut stage = talking();
    for line in ["ztom> Service bot -> less handle time : seen", "park three decks", "zmei> no .", "who tells them?"] {
        stage.says(line);
        stage.wait(5000);
        assert_eq!(stage.opened_late().screen(), stage.screen());
    }
    let seq = stage.says("Service bot needs luck");
    stage.wait(5000).does(Fact::Retracted { seq });
    assert_eq!(stage.opened_late().screen(), stage.screen());
    stage.looks_at(RoomView::Curtain);
    assert_eq!(stage.opened_late().screen(), stage.screen());
}

#[test]
fn a_thing_is_found_under_all_its_names_and_an_unknown_one_is_no_error() {
    let mut stage = talking();
    stage.says("bot -> more calls");
    stage.says("same Service bot = bot");
    stage.looks_at(RoomView::Around("BOT".into()));
    assert!(stage.screen().contains("+ calls"), "{}", stage.screen());
    stage.looks_at(RoomView::Around("nobody named this".into()));
    assert!(stage.screen().contains("it leads to") || !stage.screen().contains("calls"), "{}", stage.screen());
}

#[test]
fn hostile_text_does_not_act() {
    let mut stage = talking();
    stage.does(Fact::Parked { text: "a\u{1b}[31mb\u{202e}c\u{7}".into() });
    stage.does(Fact::Titled { title: "T\u{1b}]0;owned\u{7}itle".into() });
    for view in [RoomView::Talk, RoomView::Parked] {
        stage.looks_at(view);
        let screen = stage.screen();
        assert!(!screen.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{screen:?}");
    }
}

#[test]
fn that_two_names_are_one_is_no_line_of_the_room() {
    let mut stage = talking();
    stage.says("Service bot needs data");
    stage.says("bot -> more calls");
    let before = stage.screen();
    stage.says("same Service bot = bot");
    assert!(!stage.screen().contains("same thing") && stage.screen().contains("more calls"), "{}", stage.screen());
    assert!(before.contains("more calls"));
}

#[test]
fn what_is_prepared_before_the_start_is_nothing_that_the_room_reads() {
    let mut stage = Stage::waiting();
    stage.says("Leak detector");
    stage.says("Service bot needs data");
    assert_eq!(stage.window.room.as_ref().and_then(adjacent::app::room::Room::prompt), Some("Before we start."));
    for word in ["Spring review", "not started"] {
        assert!(stage.screen().contains(word), "{word}: {}", stage.screen());
    }
    assert!(!stage.screen().contains("Leak detector") && !stage.screen().contains("data"), "{}", stage.screen());
    stage.does(Fact::ClockRan);
    stage.enters(2);
    assert!(!stage.screen().contains("data"), "{}", stage.screen());
    stage.says("Service bot needs luck");
    assert!(stage.screen().contains("▌ The Service bot cannot work without luck."), "{}", stage.screen());
    assert_eq!(stage.opened_late().wait(5_000).screen(), stage.wait(5_000).screen());
}

#[test]
fn a_clock_that_is_stopped_later_hides_nothing_that_is_said() {
    let mut stage = talking();
    stage.does(Fact::ClockPaused);
    stage.says("Service bot needs luck");
    assert!(stage.screen().contains("▌ The Service bot cannot work without luck."), "{}", stage.screen());
}

#[test]
fn a_sentence_begins_with_a_capital_letter_in_front_of_the_room() {
    let mut stage = talking();
    stage.says("overtime -> sick leave");
    assert!(stage.screen().contains("▌ Overtime changes sick leave"), "{}", stage.screen());
}
