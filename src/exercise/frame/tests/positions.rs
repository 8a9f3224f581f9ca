//! Positions, rules, promises, decisions, watches and what was left open.

use super::*;

#[test]
fn right_nearly_and_no_are_said_to_what_is_asked_about() {
    let arrow = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let crossing = Subject { arrows: vec![arrow("Bot", "Trust, in us")], ..Subject::one("x") };
    check(
        &asks(Answer::Stance, vec![crossing]),
        &[
            ("right", "yes Bot -> [Trust, in us]"),
            ("Nearly, on Mondays", "unsure Bot -> [Trust, in us] \"on Mondays\""),
            ("no", "no Bot -> [Trust, in us]"),
            ("no Bot -> Calls", ""),
            ("no #3", ""),
            ("no one told us", "no Bot -> [Trust, in us] \"one told us\""),
        ],
    );
    check(&asks(Answer::Stance, vec![]), &[("right", "yes ."), ("shake", "no .")]);
}

#[test]
fn yes_is_said_to_a_whole_loop_and_no_to_one_of_its_arrows() {
    let arrow = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let subject = Subject { arrows: vec![arrow("A", "B"), arrow("B", "A")], ..Subject::default() };
    let over = Step { over: Some(crate::exercise::Seed::Loops), ..step(Answer::Stance) };
    let frame = AnswerFrame::new(&over, vec![subject], None);
    check(
        &frame,
        &[("right", "yes A -> B -> A"), ("no", "? which arrow is not so? write no, and the arrow: no A -> B")],
    );
    assert!(frame.refuses("no") && !frame.refuses("no A -> B"));
    let none_left = AnswerFrame::new(&over, vec![], None);
    check(&none_left, &[("right", "? nothing is left to say that to; draw the arrow first")]);
}

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
fn who_and_when_are_taken_off_a_promise() {
    check(
        &asks(Answer::Commitment, vec![]),
        &[
            ("pair the bonus : tom due fri re Bonus", "do pair the bonus : tom due fri re Bonus"),
            ("Tom pairs the bonus by 4 dec", "do pairs the bonus : tom due 4 dec"),
            ("ring them, Ana, next friday", "do ring them : s4 due friday"),
            ("ring them within two weeks \"gladly\"", "do ring them due 2w \"gladly\""),
            ("ring them", "do ring them"),
            ("none", ""),
        ],
    );
    check(
        &with("do ask {}", Answer::Commitment, vec![]),
        &[("Priya by fri", "do ask Priya due fri"), ("ask Priya", "do ask Priya")],
    );
    let between = Subject { a: Some("Claims".to_owned()), b: Some("Contact Centre".to_owned()), ..Subject::default() };
    check(
        &asks(Answer::Commitment, vec![between]),
        &[
            ("the contact review decides", "#contact review covers @Claims, @Contact Centre"),
            ("mei decides", "do decides : mei"),
        ],
    );
}

#[test]
fn a_decision_begins_with_its_verdict_or_is_counted_hands() {
    let begins = "? kept as a sentence; a decision begins with proceed, guard, wait, stop or will not";
    let mut frame = asks(Answer::Decision, vec![]);
    check(
        &frame,
        &[
            ("guard: keep the codes", "decide Service bot: guard, keep the codes"),
            ("proceed with a guard: keep the codes", "decide Service bot: guard, keep the codes"),
            ("Proceed", "decide Service bot: proceed"),
            ("we wait for the audit, ana decides", "decide Service bot: wait, for the audit; by: ana"),
            ("stop; before: open to all", "decide Service bot: stop; before: open to all"),
            ("will not: too early", "decide Service bot: will not, too early"),
            ("1 5 2 0", "vote Where it matters: proceed 1, guard 5, wait 2, stop 0"),
            ("1 5 2", "? 3 numbers for 4 choices: give one for each, 0 for none"),
            ("guardrails are good", begins),
            ("it depends", begins),
        ],
    );
    frame.planned(Some("open to all; in January".to_owned()));
    check(&frame, &[("wait", "decide Service bot: wait; before: open to all, in January")]);
    let pair = Subject { a: Some("Bot".to_owned()), thing: Some("Calls".to_owned()), ..Subject::default() };
    check(
        &asks(Answer::Decision, vec![pair]),
        &[
            ("stop", "decide Bot: stop"),
            ("1 0 0 0", "vote [Where it matters: Calls]: proceed 1, guard 0, wait 0, stop 0"),
        ],
    );
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
            ("not yet, next friday", "settle #12 moved friday"),
            ("2w", "settle #12 moved 2w"),
            ("mei, friday", "do the licence : mei due friday"),
            ("tom asks finance by 4 dec", "do the licence: asks finance : tom due 4 dec"),
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
