//! Nothing typed is lost: not by typing fast, not by a disk that fails or is slow, not by ending or leaving.

use adjacent::app::{Code, KeyPress, Screen};
use adjacent::record::Fact;

use crate::slow::Slow;
use crate::typing::Typing;

const F6: Code = Code::F(6);

fn begun() -> Slow {
    let mut slow = Slow::workshop();
    slow.says("bot -> more calls").settles();
    slow
}

#[test]
fn what_is_typed_after_enter_belongs_to_the_next_line() {
    let mut slow = begun();
    slow.says("Thing 244x").types("Th");
    slow.settles();
    slow.types("ing 245x").enter().settles();
    assert_eq!(slow.lines()[1..], ["Thing 244x", "Thing 245x"]);
    assert_eq!(slow.model.entry.text(), "");
}

#[test]
fn ten_lines_typed_before_the_first_is_on_disk_are_ten_lines() {
    let mut slow = begun();
    for number in 0..10 {
        slow.says(&format!("line {number}x"));
    }
    assert!(slow.reads().contains("saving, 10 lines left"), "{}", slow.screen());
    slow.settles();
    assert_eq!(slow.lines()[1..], (0..10).map(|number| format!("line {number}x")).collect::<Vec<_>>());
}

#[test]
fn what_is_typed_after_a_line_that_could_not_be_saved_stays_and_so_does_the_line() {
    let mut slow = begun();
    slow.says("the first").types("the sec").fails();
    assert_eq!(slow.model.entry.text(), "the sec");
    assert!(slow.reads().contains("Not saved: 1 line waits. Enter tries again, Esc shows them."), "{}", slow.screen());
    slow.types("ond").works().enter().settles();
    assert_eq!(slow.lines()[1..], ["the first", "the second"]);
    assert!(!slow.reads().contains("Not saved"), "{}", slow.screen());
}

#[test]
fn what_is_typed_at_a_line_that_came_back_is_the_next_line_and_is_not_glued_to_it() {
    let mut slow = begun();
    slow.says("bot -> more fees").fails();
    assert_eq!(slow.model.entry.text(), "bot -> more fees");
    slow.says("bot -> more fines").fails();
    assert!(slow.reads().contains("Not saved: the line in the entry line and 1 more"), "{}", slow.screen());
    slow.works().enter().settles();
    assert_eq!(slow.lines()[1..], ["bot -> more fees", "bot -> more fines"]);
}

#[test]
fn a_line_that_came_back_and_is_changed_where_it_stands_is_one_line() {
    let mut slow = begun();
    slow.says("bot -> more fes").fails();
    slow.code(Code::Backspace).types("es").works().enter().settles();
    assert_eq!(slow.lines()[1..], ["bot -> more fees"]);
}

#[test]
fn what_a_key_did_not_do_is_not_told_any_more_once_lines_are_saved_again() {
    let mut slow = begun();
    slow.code(Code::PageDown).fails();
    assert!(slow.reads().contains("Press the key again"), "{}", slow.screen());
    slow.works().says("bot -> less trust").settles();
    assert!(!slow.reads().contains("again") && slow.reads().contains("saved, 2 lines"), "{}", slow.screen());
}

#[test]
fn a_tag_alone_is_no_line_and_stays_where_it_was_typed() {
    let mut slow = begun();
    slow.says("zmei>").settles();
    assert_eq!(slow.model.entry.text(), "zmei>");
}

#[test]
fn undo_right_after_enter_takes_back_that_line() {
    let mut slow = begun();
    slow.says("a slip of the tongue").press(KeyPress::ctrl('z')).settles();
    assert_eq!(slow.lines(), ["bot -> more calls"]);
}

#[test]
fn fixing_a_line_that_is_not_saved_is_not_over_until_it_is() {
    let mut slow = begun();
    slow.press(KeyPress::ctrl('f')).types(" : seen").enter().fails();
    assert_eq!(slow.model.entry.text(), "bot -> more calls : seen");
    assert_eq!(slow.model.run.as_ref().unwrap().fixed_line(), Some(slow.file.last().unwrap().seq));
    slow.works().enter().settles();
    assert_eq!(slow.lines(), ["bot -> more calls : seen"]);
}

#[test]
fn a_line_to_be_fixed_never_takes_the_place_of_one_that_is_typed() {
    let mut slow = begun();
    slow.types("half a thought").press(KeyPress::ctrl('f'));
    assert_eq!(slow.model.entry.text(), "half a thought");
    assert!(slow.reads().contains("A line is still typed"), "{}", slow.screen());
}

#[test]
fn slips_typed_faster_than_they_are_kept_are_all_kept() {
    let mut slow = begun();
    slow.code(F6).enter().settles();
    slow.says("slip one").says("slip two").types("slip th").settles();
    slow.types("ree").enter().settles();
    let mut entries = slow.private.clone().unwrap().entries;
    entries.sort();
    assert_eq!(entries, ["slip one", "slip three", "slip two"]);
}

#[test]
fn slips_that_could_not_be_kept_wait_unseen_and_are_kept_with_the_next() {
    let mut slow = begun();
    slow.code(F6).enter().settles();
    slow.says("slipmark one").says("slipmark two").types("slipmark three").fails();
    slow.enter().fails();
    assert!(slow.private.as_ref().unwrap().entries.is_empty());
    assert!(!slow.room().contains("slipmark"));
    assert!(slow.reads().contains("not kept"), "{}", slow.screen());
    slow.works().enter().settles();
    assert_eq!(slow.private.clone().unwrap().entries.len(), 3, "{:?}", slow.private);
    assert!(!slow.reads().contains("not kept"), "{}", slow.screen());
}

#[test]
fn ending_waits_until_every_pasted_line_is_on_disk_and_says_how_many_are_left() {
    let mut slow = begun();
    let pasted: Vec<String> = (0..1_030).map(|number| format!("noted {number}x")).collect();
    slow.paste(&pasted.join("\n")).enter();
    for _ in 0..20 {
        slow.disk();
    }
    slow.press(KeyPress::ctrl('p')).types("end this").enter().enter();
    assert!(slow.reads().contains("saving, 1,010 lines left; Esc stops and shows them"), "{}", slow.screen());
    assert_eq!(slow.model.screen, Screen::Run);
    slow.settles();
    assert_eq!(slow.lines()[1..], pasted);
    assert_eq!(slow.file.last().unwrap().facts, [Fact::Closed]);
    assert_eq!(slow.model.screen, Screen::Home);
    assert!(slow.reads().contains("Ended, and kept."), "{}", slow.screen());
}

#[test]
fn leaving_waits_for_the_queue_and_esc_stops_and_shows_what_is_left() {
    let mut slow = begun();
    slow.paste("one\ntwo\nthree\nfour").enter().press(KeyPress::ctrl('q'));
    assert!(slow.reads().contains("4 lines are still being saved."), "{}", slow.screen());
    assert!(slow.reads().contains("Enter leaves once that is saved"), "{}", slow.screen());
    slow.enter();
    slow.disk();
    assert!(!slow.left && slow.reads().contains("saving, 3 lines left"), "{}", slow.screen());
    slow.code(Code::Esc).settles();
    assert!(!slow.left);
    let Some(left) = slow.model.popup.as_ref().map(|popup| popup.unread()) else { panic!("{}", slow.screen()) };
    assert_eq!(left.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["three", "four"]);
    assert_eq!(slow.lines()[1..], ["one", "two"]);
    slow.enter().press(KeyPress::ctrl('q')).enter().settles();
    assert!(slow.left);
    assert_eq!(slow.lines()[1..], ["one", "two", "three", "four"]);
}

#[test]
fn when_saving_fails_while_somebody_leaves_nobody_leaves_and_every_line_is_still_there() {
    for keys in [&[][..], &["end this"], &["back to the first"]] {
        let mut slow = begun();
        slow.paste("one\ntwo\nthree").enter();
        slow.disk();
        match keys {
            [] => slow.press(KeyPress::ctrl('q')).enter(),
            [command] => slow.press(KeyPress::ctrl('p')).types(command).enter().enter(),
            _ => unreachable!(),
        };
        slow.fails();
        assert!(!slow.left && slow.model.screen == Screen::Run, "{}", slow.screen());
        assert!(!slow.facts().contains(&Fact::Closed));
        assert_eq!(slow.model.entry.text(), "two");
        assert!(slow.reads().contains("Not saved: the line in the entry line and 1 more."), "{}", slow.screen());
        slow.works().enter().settles();
        assert_eq!(slow.lines()[1..], ["one", "two", "three"]);
    }
}

#[test]
fn a_line_that_could_not_be_saved_is_not_discarded_by_a_round() {
    let mut slow = begun();
    slow.says("what Ana said").fails();
    slow.works().code(F6).enter().settles();
    assert_eq!(slow.lines()[1..], ["what Ana said"], "Enter only tried again");
    slow.says("what Tom said").fails();
    slow.code(F6);
    assert!(slow.model.popup.is_none() && slow.model.entry.text() == "what Tom said", "{}", slow.screen());
}

#[test]
fn the_warning_stands_whole_at_any_width_until_the_line_is_saved_or_dropped_on_purpose() {
    for (columns, rows) in [(120, 30), (80, 24), (40, 10)] {
        let mut slow = begun();
        slow.happens(adjacent::app::Msg::Resize(columns, rows));
        slow.says("what Ana said").fails();
        let says = "Not saved: the line stands in the entry line. Enter tries again.";
        for key in
            [KeyPress::plain(Code::Left), KeyPress::plain(Code::F(2)), KeyPress::plain(Code::F(2)), KeyPress::ctrl('g')]
        {
            slow.press(key);
            assert!(slow.reads().contains(says), "{columns}: {}", slow.screen());
        }
        slow.code(Code::Esc);
        if columns >= 80 {
            assert!(slow.reads().contains("No space left on device"), "{}", slow.screen());
        }
        slow.press(KeyPress::ctrl('u'));
        assert!(!slow.reads().contains("Not saved"), "{}", slow.screen());
    }
}

#[test]
fn before_the_program_is_left_it_is_told_what_is_not_on_disk() {
    let mut slow = begun();
    slow.press(KeyPress::ctrl('q'));
    assert!(slow.reads().contains("Everything that was read back is on disk. Enter leaves"), "{}", slow.screen());
    slow.code(Code::Esc).says("what Ana said").fails();
    slow.press(KeyPress::ctrl('c'));
    assert!(slow.reads().contains("Ctrl-Q leaves. 1 line is not on disk: saving failed."), "{}", slow.screen());
    slow.press(KeyPress::ctrl('q'));
    assert!(slow.reads().contains("1 line is not on disk: saving failed."), "{}", slow.screen());
    assert!(slow.reads().contains("Enter leaves without it"), "{}", slow.screen());
    slow.code(Code::Esc).works();
    slow.enter().settles().types("half a line").press(KeyPress::ctrl('q'));
    assert!(slow.reads().contains("What is typed was not entered, and is not on disk."), "{}", slow.screen());
}

#[test]
fn a_reason_typed_for_a_finding_waits_like_a_line_when_it_could_not_be_saved() {
    let mut slow = begun();
    slow.says("bot -> less waiting").says("calls -> more waiting").settles();
    slow.happens(adjacent::app::Msg::Idle).settles();
    slow.code(Code::F(10));
    if slow.model.popup.is_none() {
        return;
    }
    slow.types("n").types("nobody saw it").enter().fails();
    assert!(slow.reads().contains("Not saved: what you did last. Enter tries again"), "{}", slow.screen());
    slow.works().enter().settles();
    assert!(
        slow.facts()
            .iter()
            .any(|fact| matches!(fact, Fact::Judged { reason: Some(why), .. } if why == "nobody saw it"))
    );
}

#[test]
fn a_second_paste_is_added_to_the_one_that_waits() {
    let mut slow = begun();
    slow.paste("one\ntwo").paste("three\nfour").enter().settles();
    assert_eq!(slow.lines()[1..], ["one", "two", "three", "four"]);
}
