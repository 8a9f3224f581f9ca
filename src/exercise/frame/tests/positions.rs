//! Rules, watches and what was left open.

use super::*;

#[test]
fn a_rule_is_whatever_is_said_of_the_change() {
    let frame = asks(Answer::Slot(Slot::Never), vec![]);
    check(
        &frame,
        &[
            ("promises a payment", "rule Service bot never: promises a payment"),
            ("nothing", ""),
            ("the desk owns it", "rule Service bot never: the desk owns it"),
        ],
    );
    let nothing_yet = AnswerFrame { focus: None, ..frame };
    check(&nothing_yet, &[("be fair", "? which change is it about? name it first: !Service bot")]);
    assert_eq!(nothing_yet.answered("Bot -> Customers : voices", None), None);
}

#[test]
fn a_level_has_a_number_and_somebody_who_acts() {
    check(
        &asks(Answer::Watch, things(&["Overtime"])),
        &[
            ("above 6 hours, Claims, tom", "watch Overtime: above 6 hours, Claims sees it first, tom acts"),
            ("above 6 hours, tom", "watch Overtime: above 6 hours, tom acts"),
            ("above 6 hours, Claims, tom acts", "watch Overtime: above 6 hours, Claims sees it first, tom acts"),
            ("sick days over 10, mei acts", "watch sick days: over 10, mei acts"),
            ("Trust: below 70, Claims sees it first", "watch Trust: below 70, Claims sees it first"),
            ("watch water quality below 70, Ana acts", "watch water quality: below 70, Ana acts"),
            ("quality is at 62 now", "saw quality 62"),
        ],
    );
    let level = "kept as a sentence; a level has a number: Overtime: above 6 hours, Claims sees it first, Ana acts";
    assert_eq!(asks(Answer::Watch, vec![]).objection("when it hurts").as_deref(), Some(level));
}

#[test]
fn what_was_left_open_is_settled_moved_or_somebodys() {
    let open = Subject { seq: Some(12), ..Subject { says: "the licence".to_owned(), ..Subject::default() } };
    let elsewhere = Subject { session: Some("before".into()), ..open.clone() };
    check(
        &asks(Answer::Settle, vec![open]),
        &[
            ("done", "settle #12 done"),
            ("Dropped, nobody wants it", "settle #12 dropped nobody wants it"),
            ("moved to 4 dec", "settle #12 moved 4 dec"),
            ("not yet, next friday", "settle #12 moved next friday"),
            ("what got in the way", "? kept as a sentence; done, moved and a day, dropped, or answered?"),
        ],
    );
    check(&asks(Answer::Settle, vec![elsewhere]), &[("done", "settle before#12 done")]);
    check(&asks(Answer::Settle, vec![]), &[("done", "")]);
}

#[test]
fn nothing_said_about_one_thing_is_saved_with_what_it_is_about() {
    let frame = with("Bot needs {}", Answer::Arrows, things(&["Bot"]));
    assert_eq!(frame.text_of("nothing").as_deref(), Some("Bot: nothing"));
    assert_eq!(frame.objection("Bot: nothing"), None);
    assert_eq!(frame.text_of("it takes our evenings"), None);
    assert_eq!(asks(Answer::Ranking { places: vec![] }, things(&["Bot"])).text_of("none"), None);
}

#[test]
fn what_was_answered_is_passed_over_but_where_several_lines_are_said_it_stays() {
    let answered = |label: &str, last: u64| Subject { done: true, last: Some(last), ..Subject::one(label) };
    let subjects = || vec![answered("A", 7), answered("B", 9), Subject::one("C")];
    let at = |several: bool, turned: Option<&str>| {
        AnswerFrame::new(&Step { several, ..step(Answer::Arrows) }, subjects(), turned).at
    };
    assert_eq!((at(false, None), at(true, None)), (2, 1));
    assert_eq!((at(false, Some("A")), at(true, Some("A"))), (2, 0));
    let all = Step { nothing: Some("Nothing is left.".to_owned()), ..step(Answer::Arrows) };
    assert_eq!(AnswerFrame::new(&all, vec![answered("A", 7)], None).subject(), None);
    assert_eq!(AnswerFrame::new(&step(Answer::Arrows), vec![answered("A", 7)], None).at, 0);
}

#[test]
fn no_line_makes_a_frame_panic() {
    let answers = [
        Answer::Text,
        Answer::Pick,
        Answer::Arrows,
        Answer::Number,
        Answer::Stance,
        Answer::Commitment,
        Answer::Decision,
        Answer::Watch,
        Answer::Settle,
    ];
    let odd = [
        "",
        " ",
        "é",
        "\"",
        "\" \"",
        ":",
        ", ,",
        "[",
        "]",
        "İ by ﬁ",
        "ß, ẞ",
        "-> ",
        " re ",
        " : ",
        "less ",
        "ask é",
        "guard\u{301}",
        "🙂 up",
        "99999999999",
    ];
    for answer in answers {
        for template in [
            None,
            Some("{}"),
            Some("say {whose}: {}"),
            Some("A -> {} : later"),
            Some("*[{}]"),
            Some("do ask {}"),
            Some("x is {}"),
        ] {
            let mut frame = asks(answer.clone(), vec![Subject { seq: Some(1), ..Subject::one("é") }]);
            frame.becomes(template.map(Into::into));
            for said in odd {
                let _ = (
                    frame.answered(said, Some("é")),
                    frame.completed(said, None),
                    frame.objection(said),
                    frame.text_of(said),
                );
            }
        }
    }
}
