//! Ratings, hands, dots, orders and numbers that were seen.

use super::*;

#[test]
fn a_rating_is_a_number_a_scale_or_five_counted_fingers() {
    let needed =
        "? one number from 1 to 5 for each: ease, worth; or five numbers, how many gave one, two, three, four, five";
    let mut frame = asks(Answer::Rating { scales: names(&["ease", "worth"]) }, things(&["More people"]));
    check(
        &frame,
        &[
            ("2 5", "rate More people: ease 2, worth 5"),
            ("0 1 2 3 4", "vote [More people: ease]: one 0, two 1, three 2, four 3, five 4"),
            ("2", needed),
            ("0 6", needed),
            ("hard to say", ""),
        ],
    );
    frame.has_counted(names(&["More people: ease"]));
    check(&frame, &[("0 1 2 3 4", "vote [More people: worth]: one 0, two 1, three 2, four 3, five 4")]);
    check(
        &asks(Answer::Rating { scales: names(&["worth it"]) }, vec![]),
        &[
            ("4", "rate Where it matters: worth it 4"),
            ("1 1 1 1 1", "vote Where it matters: one 1, two 1, three 1, four 1, five 1"),
        ],
    );
}

#[test]
fn hands_are_counted_one_number_an_option() {
    check(
        &asks(Answer::Vote { options: names(&["one job", "a race"]) }, things(&["Bot and Drafter"])),
        &[
            ("5 2", "vote Bot and Drafter: one job 5, a race 2"),
            ("5, 2", "vote Bot and Drafter: one job 5, a race 2"),
            ("5 2 1", "? 3 numbers for 2 choices: give one for each, 0 for none"),
            ("mostly one job", ""),
        ],
    );
    check(
        &asks(Answer::Vote { options: vec![] }, things(&["fewer letters", "calm"])),
        &[("1 4", "vote Where it matters: fewer letters 1, calm 4")],
    );
}

#[test]
fn dots_are_as_many_as_there_are() {
    let frame = asks(Answer::Dots { each: 2 }, things(&["letters", "calm"]));
    check(
        &frame,
        &[
            ("5 3", "vote Where it matters: letters 5, calm 3"),
            ("5 4", "? that is 9 dots; 4 people have 2 each, 8 together"),
            ("5", "? 1 numbers for 2 choices: give one for each, 0 for none"),
        ],
    );
    let nobody = AnswerFrame { people: vec![], ..frame };
    check(&nobody, &[("50 3", "vote Where it matters: letters 50, calm 3")]);
}

#[test]
fn places_are_given_once_each() {
    let wrong = "? give each place one number from the list, none twice";
    let listed = || things(&["Bot", "Model", "Drafter"]);
    check(
        &asks(Answer::Ranking { places: names(&["stop", "feed"]) }, listed()),
        &[("3 1", "rank [stop, feed]: Drafter, Bot"), ("3", wrong), ("3 3", wrong), ("4 1", wrong), ("0 1", wrong)],
    );
    check(
        &asks(Answer::Ranking { places: vec![] }, listed()),
        &[("3 1 2", "rank Where it matters: Drafter, Bot, Model")],
    );
}

#[test]
fn what_moved_and_in_which_direction_is_seen() {
    let which_direction = "? kept as a sentence; what moved, and which way? write Overtime up since June";
    check(
        &asks(Answer::Number, vec![]),
        &[
            ("Customer trust down 6 points", "saw Customer trust down 6 points"),
            ("staff turnover is going up", "saw staff turnover up"),
            ("more overtime since June", "saw overtime up since June"),
            ("fewer complaints", "saw complaints down"),
            ("sales fell in May", "saw sales down in May"),
            ("it wobbles", which_direction),
            ("sick days up, trust down", which_direction),
            ("up", which_direction),
            ("7", "? a number alone says nothing here"),
        ],
    );
    let told = Subject {
        thing: Some("Handle time".to_owned()),
        says: "Bot → less Handle time".to_owned(),
        ..Subject::default()
    };
    let frame = asks(Answer::Number, vec![told]);
    check(
        &frame,
        &[
            ("down 20 seconds", "saw Handle time down 20 seconds"),
            ("nothing", "saw Handle time flat \"nothing\""),
            ("it never came", "saw Handle time flat \"it never came\""),
            ("Overtime up", "saw Overtime up"),
            ("too early", ""),
        ],
    );
    assert_eq!(frame.text_of("too early").as_deref(), Some("Bot → less Handle time: too early"));
}
