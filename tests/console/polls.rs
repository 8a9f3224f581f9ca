//! Votes at once: options to the room with two keys, counts typed fast, and what is still out.

use adjacent::app::{Code, KeyPress};
use adjacent::record::{Fact, PollBy};
use insta::assert_snapshot;

use crate::slow::Slow;
use crate::typing::Typing;

const VOTE: KeyPress = KeyPress::ctrl('b');

/// A workshop of six in which a few things were said.
fn begun() -> Slow {
    let mut slow = Slow::workshop();
    for line in ["zmei> Triage bot -> more calls", "Letter drafter -> less trust", "Churn model -> less waiting"] {
        slow.says(line).settles();
    }
    slow
}

fn last(slow: &Slow) -> &[Fact] {
    &slow.file.last().unwrap().facts
}

#[test]
fn two_keys_put_the_changes_to_the_room_and_the_room_sees_them_while_it_votes() {
    let mut slow = begun();
    slow.press(VOTE).types("1").settles();
    let Fact::Polled(poll) = &last(&slow)[0] else { panic!("{:?}", last(&slow)) };
    assert!(poll.options.contains(&"Triage bot".to_owned()), "{poll:?}");
    let room = slow.room();
    for words in ["Triage bot", "Letter drafter", "One hand each"] {
        assert!(room.contains(words), "{words} is missing in\n{room}");
    }
}

#[test]
fn counts_are_typed_fast_and_what_is_out_is_said_and_recorded_knowingly() {
    let mut slow = begun();
    slow.says("vote dots 2: Pause, Stop, Go on").settles();
    slow.press(VOTE).types("6 3 2");
    assert!(slow.reads().contains("still out: 1 of 12"), "{}", slow.screen());
    let before = slow.file.len();
    slow.enter().settles();
    assert_eq!(slow.file.len(), before, "too few dots are said first");
    assert!(slow.reads().contains("11 of 12 dots: one is still out. Enter again"), "{}", slow.screen());
    slow.enter().settles();
    let counted = Fact::PollCounted { by: PollBy::Dots(2), cast: 11, expected: Some(12) };
    assert_eq!(last(&slow).last(), Some(&counted));
    let room = slow.room();
    assert!(room.contains("Pause") && room.contains('6'), "{room}");
    assert!(slow.model.run.as_ref().unwrap().recording.session().poll().is_none());
}

#[test]
fn too_many_are_said_and_a_whole_count_is_recorded_at_once() {
    let mut slow = begun();
    slow.says("vote: Pause, Stop").settles();
    slow.press(VOTE).types("5 4").enter();
    assert!(slow.reads().contains("That is 9 hands, and the people here have 6."), "{}", slow.screen());
    slow.press(KeyPress::plain(Code::Backspace)).types("1").enter().settles();
    assert!(matches!(last(&slow), [Fact::Voted { .. }, Fact::PollCounted { cast: 6, .. }]), "{:?}", last(&slow));
}

#[test]
fn fingers_and_an_order_are_recorded_with_the_facts_there_are() {
    let mut slow = begun();
    slow.says("vote 1-5: Pause, Stop").settles();
    slow.press(VOTE).types("345345 111111").enter().settles();
    assert!(matches!(last(&slow)[0], Fact::Rated { value: 3, .. }), "{:?}", last(&slow));
    slow.says("vote order: Pause, Stop").settles();
    slow.press(VOTE).types("2 1").enter().settles();
    assert!(matches!(&last(&slow)[0], Fact::Ranked { order, .. } if order == &["Stop", "Pause"]), "{:?}", last(&slow));
    assert!(slow.room().contains("1  Stop"), "{}", slow.room());
}

#[test]
fn a_vote_that_is_put_away_waits_with_what_was_typed_and_can_be_dropped() {
    let mut slow = begun();
    slow.says("vote: Pause, Stop").settles();
    slow.press(VOTE).types("5").press(KeyPress::plain(Code::Esc));
    slow.says("Triage bot -> more waiting").settles();
    slow.press(VOTE);
    assert!(slow.reads().contains("still out: 1 of 6"), "{}", slow.screen());
    slow.types("d").settles();
    assert_eq!(last(&slow), [Fact::PollDropped]);
    assert!(!slow.room().contains("One hand each"), "{}", slow.room());
}

#[test]
fn nobody_is_named_on_the_room_and_in_the_record_of_a_vote() {
    let mut slow = begun();
    slow.press(KeyPress::ctrl('s')).types("1");
    slow.press(VOTE).types("1").settles();
    slow.press(VOTE).types("1 2 3").enter().settles();
    let polls: Vec<_> = slow
        .file
        .iter()
        .filter(|event| event.facts.iter().any(|fact| matches!(fact, Fact::Polled(_) | Fact::PollCounted { .. })))
        .collect();
    assert_eq!(polls.len(), 2);
    assert!(polls.iter().all(|event| event.speaker.is_none()), "{polls:?}");
    for tag in ["zmei", "ztom", "zana", "zgus", "zpri", "zsam"] {
        assert!(!slow.room().contains(tag), "{}", slow.room());
    }
}

#[test]
fn the_room_and_the_scribe_while_a_vote_is_counted() {
    let mut slow = begun();
    slow.says("vote dots 2 Which one first?: Triage bot, Letter drafter, Churn model").settles();
    let options = slow.room();
    slow.press(VOTE).types("5 4").enter();
    let counting = slow.screen();
    slow.enter().settles();
    assert_snapshot!(format!("{options}\n==\n{counting}\n==\n{}", slow.room()));
}

#[test]
fn a_vote_is_a_vote_in_every_step_and_numbers_alone_are_its_count() {
    let mut slow = begun();
    let steps: Vec<_> = (0..9).collect();
    for _ in steps {
        for (vote, numbers) in [("vote: Pause, Stop", "4 2"), ("vote dots 1: Pause, Stop", "1, 5")] {
            slow.says(vote).settles();
            assert!(matches!(last(&slow), [Fact::Polled(_)]), "{vote}: {:?}", last(&slow));
            assert!(slow.reads().contains("in this order: Pause, Stop; then Enter"), "{}", slow.screen());
            slow.types("4");
            assert!(slow.reads().contains("in this order: Pause, Stop; then Enter"), "{}", slow.screen());
            slow.code(Code::Backspace).says(numbers).settles();
            assert!(
                matches!(last(&slow), [Fact::Voted { .. }, Fact::PollCounted { cast: 6, .. }]),
                "{:?}",
                last(&slow)
            );
        }
        slow.says("vote 1-5: Pause, Stop").settles();
        assert!(matches!(last(&slow), [Fact::Polled(_)]), "{:?}", last(&slow));
        slow.code(Code::PageDown).settles();
    }
}

#[test]
fn numbers_are_no_count_once_the_vote_was_counted() {
    let mut slow = begun();
    slow.says("vote: Pause, Stop").settles();
    slow.says("4 2").settles();
    slow.says("4 2").settles();
    assert!(!last(&slow).iter().any(|fact| matches!(fact, Fact::PollCounted { .. })), "{:?}", last(&slow));
}

#[test]
fn a_typed_count_beyond_the_people_needs_enter_again_for_the_same_numbers() {
    let mut slow = begun();
    slow.says("vote: Pause, Stop").settles();
    let before = slow.file.len();
    slow.says("54 24").settles();
    assert_eq!(slow.file.len(), before, "{:?}", last(&slow));
    assert!(slow.reads().contains("That is 78 hands, and the people here have 6."), "{}", slow.screen());
    slow.code(Code::Backspace).says("5").settles();
    assert_eq!(slow.file.len(), before, "other numbers are asked about anew: {:?}", last(&slow));
    slow.enter().settles();
    assert!(matches!(last(&slow), [Fact::Voted { .. }, Fact::PollCounted { cast: 79, .. }]), "{:?}", last(&slow));
}

#[test]
fn the_box_forgets_old_digits_after_a_count_and_for_ctrl_u() {
    let mut slow = begun();
    slow.says("vote: Pause, Stop").settles();
    slow.press(VOTE).types("5 4").enter().types("3 3");
    assert!(!slow.reads().contains("still out") && !slow.reads().contains("That is"), "{}", slow.screen());
    slow.enter().settles();
    assert!(matches!(last(&slow), [Fact::Voted { .. }, Fact::PollCounted { cast: 6, .. }]), "{:?}", last(&slow));
    slow.says("vote: Pause, Stop").settles();
    slow.press(VOTE).types("5 4").press(KeyPress::ctrl('u')).types("2 4").enter().settles();
    assert!(matches!(last(&slow), [Fact::Voted { .. }, Fact::PollCounted { cast: 6, .. }]), "{:?}", last(&slow));
}
