//! `vote: A, B, C`: options that are put to the room at once, and their count.

use adjacent::capture::Form;
use adjacent::record::{Fact, Hands, Poll, PollBy};

use super::room::{Room, others};

fn poll(question: &str, by: PollBy, options: &[&str]) -> Fact {
    let options = options.iter().map(|option| (*option).to_owned()).collect();
    Fact::Polled(Poll { question: question.to_owned(), by, options })
}

#[test]
fn a_vote_with_options_is_put_to_the_room() {
    let room = Room::after(&["Service bot -> Trust : -"]);
    for (line, fact) in [
        ("vote: service bot, pause, stop", poll("", PollBy::Hands, &["Service bot", "pause", "stop"])),
        ("Vote: pause, stop", poll("", PollBy::Hands, &["pause", "stop"])),
        ("vote dots: pause, stop", poll("", PollBy::Dots(3), &["pause", "stop"])),
        ("vote 5 dots: pause, stop", poll("", PollBy::Dots(5), &["pause", "stop"])),
        ("vote dots 2 Which first?: pause, stop", poll("Which first?", PollBy::Dots(2), &["pause", "stop"])),
        ("vote 1-5: pause, stop", poll("", PollBy::Scale, &["pause", "stop"])),
        ("vote order: pause, stop", poll("", PollBy::Order, &["pause", "stop"])),
        ("vote What now?: pause, stop", poll("What now?", PollBy::Hands, &["pause", "stop"])),
        ("vote: Phase 1, Phase 2", poll("", PollBy::Hands, &["Phase 1", "Phase 2"])),
    ] {
        let reading = room.read(line);
        assert_eq!((reading.form, others(&reading)), (Form::Poll, vec![fact]), "{line}");
    }
    assert_eq!(room.says("vote dots: pause, stop"), "Put to the room: pause and stop (3 dots each).");
}

#[test]
fn other_lines_that_begin_with_vote_are_what_they_were() {
    let room = Room::new();
    assert_eq!(room.read("vote Pause: yes 3, no 5").form, Form::Vote);
    for line in ["vote on it", "vote: pause", "Vote of thanks: Anna, Tom", "vote: a -> b, c"] {
        assert_ne!(room.read(line).form, Form::Poll, "{line}");
    }
}

#[test]
fn an_open_vote_is_counted_by_a_line_with_its_options_and_numbers() {
    let mut room = Room::of_people(&[("a", "Claims"), ("b", "Risk"), ("c", "IT")]);
    room.hear("vote: pause, stop");
    let reading = room.hear("vote: stop 2, pause 1");
    let hands = [("pause", 1), ("stop", 2)].map(|(option, count)| Hands { option: option.to_owned(), count });
    let voted = Fact::Voted { ballot: "pause, stop".to_owned(), hands: hands.to_vec() };
    let counted = Fact::PollCounted { by: PollBy::Hands, cast: 3, expected: Some(3) };
    assert_eq!(reading.facts, [voted, counted]);
    assert_eq!(room.session.poll(), None);
}
