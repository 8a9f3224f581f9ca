//! Positions, promises, decisions and names, as people say them in the steps that ask for them.

use adjacent::capture::{Doubt, Form, Reading, read_in_step};
use adjacent::exercise::{Answer, AnswerFrame, Attendee, Seed, Step, Subject};
use adjacent::record::{Due, Fact, Verdict};

use super::asking::Asking;
use crate::capture::room::Room;

fn step(answer: Answer) -> Step {
    let text = String::new;
    Step {
        title: "Where it matters".to_owned(),
        minutes: 1,
        prompt: text(),
        answer,
        bare: None,
        over: None,
        several: false,
        nothing: None,
        none: None,
        choices: None,
        quiet: false,
        unnamed: false,
        imagined: false,
        message: None,
        writes: text(),
        example: text(),
    }
}

/// What a room of four is asked in such a step, about these.
fn asks(answer: Answer, subjects: Vec<Subject>) -> AnswerFrame {
    framed(&step(answer), subjects)
}

fn framed(step: &Step, subjects: Vec<Subject>) -> AnswerFrame {
    let mut frame = AnswerFrame::new(step, subjects, None);
    frame.about(Some("Service bot"));
    let seat = |(tag, name): (&str, &str)| Attendee { tag: tag.into(), name: Some(name.to_owned()) };
    frame.people = [("mei", "Mei"), ("tom", "Tom Berg"), ("pri", "Priya"), ("s4", "Ana")].map(seat).into();
    frame
}

fn with(template: &str, answer: Answer, subjects: Vec<Subject>) -> AnswerFrame {
    let mut frame = asks(answer, subjects);
    frame.becomes(Some(template.into()));
    frame
}

const PEOPLE: &[(&str, &str)] = &[("mei", "Claims"), ("tom", "Claims"), ("pri", "Retention"), ("s4", "Retention")];

fn room(before: &[&str]) -> Room {
    let mut room = Room::of_people(PEOPLE);
    for line in before {
        room.hear(line);
    }
    room
}

/// How a reading is written in the tables: its long form; `~` and the forms on offer; or `=` for text alone.
fn written(reading: &Reading) -> String {
    let offers: Vec<_> = reading.offers.iter().map(|offer| offer.form.name()).collect();
    match reading.form {
        Form::Text if offers.is_empty() => "=".to_owned(),
        Form::Text => format!("~ {}", offers.join(", ")),
        _ => reading.said.clone(),
    }
}

fn check(frame: &AnswerFrame, before: &[&str], table: &[(&str, &str)]) {
    let room = room(before);
    for (said, wanted) in table {
        let reading = read_in_step(said, &Asking(frame.clone()), &room.context());
        assert_eq!(written(&reading), *wanted, "{said:?} to {:?}", frame.asks());
    }
}

#[test]
fn positions_are_said_to_what_is_asked_about() {
    let arrow = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let crossing = Subject { arrows: vec![arrow("Bot", "Trust, in us")], ..Subject::one("x") };
    let before = ["Bot -> [Trust, in us]", "Bot -> Calls"];
    check(
        &asks(Answer::Stance, vec![crossing]),
        &before,
        &[
            ("right", "yes Bot -> [Trust, in us]"),
            ("Nearly, on Mondays", "unsure Bot -> [Trust, in us] \"on Mondays\""),
            ("nearly - only on Mondays", "unsure Bot -> [Trust, in us] \"only on Mondays\""),
            ("no", "no Bot -> [Trust, in us]"),
            ("no Bot -> Calls", "no Bot -> Calls"),
            ("No one told us.", "="),
            ("Right now the yard does it by hand", "="),
            ("Wrong tours end at the wrong gate.", "="),
            ("Nearly every tour gets changed by hand", "="),
        ],
    );
    check(&asks(Answer::Stance, vec![]), &before, &[("right", "yes ."), ("shake", "no .")]);
}

#[test]
fn yes_is_said_to_a_whole_loop_and_no_to_one_of_its_arrows() {
    let arrow = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let subject = Subject { arrows: vec![arrow("Calls", "Cost"), arrow("Cost", "Calls")], ..Subject::default() };
    let over = Step { over: Some(Seed::Loops), ..step(Answer::Stance) };
    let frame = framed(&over, vec![subject]);
    check(&frame, &["Calls -> Cost", "Cost -> Calls"], &[("right", "yes Calls -> Cost -> Calls"), ("no", "=")]);
    let why = "which arrow is not so? write no, and the arrow: no A -> B";
    assert_eq!(frame.objection("no").as_deref(), Some(why));
    assert!(frame.refuses("no") && !frame.refuses("no A -> B"));
    let none_left = framed(&over, vec![]);
    check(&none_left, &["Calls -> Cost"], &[("right", "yes .")]);
    check(&none_left, &[], &[("right", "=")]);
    assert_eq!(none_left.objection("right").as_deref(), Some("nothing is left to say that to; draw the arrow first"));
}

#[test]
fn a_position_needs_a_claim_on_the_line_before() {
    let frame = AnswerFrame::default();
    let claim = ["Bot -> more calls"];
    check(
        &frame,
        &claim,
        &[
            ("no", "no"),
            ("Same here", "yes ."),
            ("Yes, since the ramp opened", "yes . \"since the ramp opened\""),
            ("wrong: they shout at the scanner now", "no . \"they shout at the scanner now\""),
            ("right, next topic", "~ stance"),
            ("No one told us.", "="),
        ],
    );
    let text = ["Bot -> more calls", "the lift is broken again"];
    check(&frame, &text, &[("exactly", "~ stance"), ("no", "~ stance"), ("no #1", "no #1")]);
    let asked = read_in_step("exactly", &Asking(frame.clone()), &room(&text).context());
    assert!(asked.amber.iter().any(|amber| amber.doubt == Doubt::WhichLine));
    check(&frame, &[], &[("exactly", "="), ("Same here", "=")]);
}

#[test]
fn who_and_when_are_taken_off_a_promise() {
    check(
        &asks(Answer::Commitment, vec![]),
        &[],
        &[
            ("pair the bonus : tom due fri re Bonus", "do pair the bonus : tom due fri re Bonus"),
            ("Tom pairs the bonus by 4 dec", "do pairs the bonus : tom due 4 dec"),
            ("ring them, Ana, next friday", "do ring them : s4 due friday"),
            ("ring them within two weeks \"gladly\"", "do ring them due 2w \"gladly\""),
            ("ring them", "do ring them"),
            ("Tom to check with Legal by Friday", "do check with Legal : tom due friday"),
            ("mei> I will ask Dan by Wednesday", "do ask Dan : mei due wednesday"),
            ("@Tom call the vendor 4/12", "do call the vendor : tom due 4/12"),
            ("AP: Tom books the test yard, mid October", "do books the test yard : tom due mid october"),
            ("Action - Ana order 20 spare scanners", "do order 20 spare scanners : s4"),
            ("until Monday: Tom sends the list", "do sends the list : tom due monday"),
            ("Tom Berg will speak with the union, deadline 20/10/2027", "do speak with the union : tom due 20/10/2027"),
            ("- [ ] Ana: ask vendor for the error log by 3 May", "do ask vendor for the error log : s4 due 3 may"),
            ("call the ombudsman back on 31.12.", "do call the ombudsman back due 31.12."),
            ("everybody: talk to one neighbour", "do everybody: talk to one neighbour"),
            ("Tom: nothing from me, on leave until June", "="),
            ("Ana joins late", "~ do"),
            ("none", "="),
        ],
    );
    check(
        &with("do ask {}", Answer::Commitment, vec![]),
        &[],
        &[("Priya by fri", "do ask Priya due fri"), ("ask Priya", "do ask Priya")],
    );
}

#[test]
fn several_people_make_one_promise_each() {
    let frame = asks(Answer::Commitment, vec![]);
    let said = "Tom + Mei read ten driver letters together, until Friday";
    let reading = read_in_step(said, &Asking(frame), &room(&[]).context());
    let promised = reading.facts.iter().map(|fact| match fact {
        Fact::Committed { text, who: Some(who), due: Some(Due::On(_)), .. } => (text.as_str(), who.as_str()),
        other => panic!("{other:?}"),
    });
    let text = "read ten driver letters together";
    assert_eq!(promised.collect::<Vec<_>>(), [(text, "tom"), (text, "mei")]);
}

#[test]
fn a_promise_is_only_offered_where_nobody_asks_for_one() {
    check(
        &with("Service bot -> {}", Answer::Arrows, vec![]),
        &[],
        &[("Ana asks the union rep by 15 March", "~ do"), ("mei> I'll send round the error list next week", "~ do")],
    );
    check(
        &asks(Answer::Text, vec![]),
        &[],
        &[
            ("TODO count reopened tickets weekly", "~ do"),
            ("Ana asks the union rep by 15 March", "~ do"),
            ("Ana is away until Friday", "="),
            ("the wall is done by friday", "="),
        ],
    );
}

#[test]
fn a_forum_decides_for_two_sides() {
    let between = Subject { a: Some("Claims".to_owned()), b: Some("Contact Centre".to_owned()), ..Subject::default() };
    check(
        &asks(Answer::Commitment, vec![between]),
        &[],
        &[("the contact review decides", "#contact review covers @Claims, @Contact Centre")],
    );
}

#[test]
fn a_decision_begins_with_its_verdict_or_is_counted_hands() {
    let mut frame = asks(Answer::Decision, vec![]);
    check(
        &frame,
        &["!Service bot"],
        &[
            ("guard: keep the codes", "decide Service bot: guard, keep the codes"),
            ("proceed with a guard: keep the codes", "decide Service bot: guard, keep the codes"),
            ("Proceed", "decide Service bot: proceed"),
            ("we wait for the audit, ana decides", "decide Service bot: wait, for the audit; by: ana"),
            ("stop; before: open to all", "decide Service bot: stop; before: open to all"),
            ("will not: too early", "decide Service bot: will not, too early"),
            (
                "guard: Tom signs every refusal until July",
                "decide Service bot: guard, Tom signs every refusal until July",
            ),
            (
                "wait for the numbers Tom brings on Friday",
                "decide Service bot: wait, for the numbers Tom brings on Friday",
            ),
            ("guard: 5 drivers try it first", "decide Service bot: guard, 5 drivers try it first"),
            ("will not run on public holidays", "decide Service bot: guard, will not run on public holidays"),
            ("decision: we stop it", "decide Service bot: stop"),
            ("Tom decides", "~ decide"),
            ("1 5 2 0", "vote Where it matters: proceed 1, guard 5, wait 2, stop 0"),
            ("guard 5 proceed 2", "vote Where it matters: proceed 2, guard 5, wait 0, stop 0"),
            ("4 for guard, 2 for wait", "vote Where it matters: proceed 0, guard 4, wait 2, stop 0"),
            ("guard 5, will not 1", "vote Where it matters: proceed 0, guard 5, wait 0, stop 0, will not 1"),
            ("1 5 2", "="),
            ("guardrails are good", "="),
            ("it depends", "="),
            ("put it on record that I said stop", "="),
        ],
    );
    let begins = "kept as a sentence; a decision begins with proceed, guard, wait, stop or will not";
    assert_eq!(frame.objection("it depends").as_deref(), Some(begins));
    assert!(frame.objection("1 5 2").is_some_and(|why| why.starts_with("3 numbers for 4 choices")));
    frame.planned(Some("open to all; in January".to_owned()));
    check(&frame, &[], &[("wait", "decide Service bot: wait; before: open to all, in January")]);
    let pair = Subject { a: Some("Bot".to_owned()), thing: Some("Calls".to_owned()), ..Subject::default() };
    check(
        &asks(Answer::Decision, vec![pair]),
        &[],
        &[
            ("stop", "decide Bot: stop"),
            ("1 0 0 0", "vote [Where it matters: Calls]: proceed 1, guard 0, wait 0, stop 0"),
        ],
    );
}

#[test]
fn will_not_and_a_part_is_a_guard_and_asks_for_the_whole() {
    let frame = asks(Answer::Decision, vec![]);
    let reading = read_in_step("we will not let it write to minors", &Asking(frame), &room(&[]).context());
    let guard = |fact: &Fact| match fact {
        Fact::Decided { verdict: Verdict::Guard, after: Some(after), .. } => after.contains("let it write to minors"),
        _ => false,
    };
    assert!(reading.facts.iter().any(guard), "{:?}", reading.facts);
    let asked = reading.amber.iter().find(|amber| amber.doubt == Doubt::Whole).and_then(|amber| amber.offer.as_ref());
    assert_eq!(asked.map(|offer| offer.lines.as_slice()), Some(&["decide Service bot: will not".to_owned()][..]));
}

#[test]
fn a_decision_elsewhere_is_offered_with_its_words() {
    let frame = AnswerFrame::default();
    for (said, verdict, about) in [
        ("Decision: we stop the second yard pilot", Verdict::Stop, "second yard pilot"),
        ("We agreed to pause the scoring model until the works council has answered.", Verdict::Wait, "scoring model"),
        ("decided: Yard app goes on in two depots", Verdict::Proceed, "Yard app"),
        ("we agreed not to open the Yard app to all", Verdict::WillNot, "Yard app"),
    ] {
        let reading = read_in_step(said, &Asking(frame.clone()), &room(&["!Yard app"]).context());
        assert_eq!(written(&reading), "~ decide", "{said}");
        let decided = reading.offers.iter().flat_map(|offer| &offer.facts).find_map(|fact| match fact {
            Fact::Decided { about, verdict, after: Some(_), .. } => Some((about.as_str(), *verdict)),
            _ => None,
        });
        assert_eq!(decided, Some((about, verdict)), "{said}");
        assert!(reading.offers.iter().all(|offer| offer.said == said), "{said}");
    }
}

#[test]
fn what_was_left_open_is_moved_or_somebodys() {
    let open = Subject { seq: Some(12), ..Subject { says: "the licence".to_owned(), ..Subject::default() } };
    check(
        &asks(Answer::Settle, vec![open]),
        &[],
        &[
            ("2w", "settle #12 moved 2w"),
            ("next friday", "settle #12 moved next friday"),
            ("mei, friday", "do the licence : mei due friday"),
            ("tom asks finance by 4 dec", "do the licence: asks finance : tom due 4 dec"),
        ],
    );
}

#[test]
fn steps_that_ask_for_names_take_noun_phrases() {
    check(
        &with("!{}", Answer::Arrows, vec![]),
        &[],
        &[
            ("Power BI forecast", "!Power BI forecast"),
            ("coffee break till 10:45", "="),
            ("break until quarter past", "="),
            ("Ana arrives after lunch", "="),
            ("Jo joins late", "="),
            ("Jo mangles letters twice", "~ node"),
        ],
    );
    check(
        &with("Service bot aims ~{}", Answer::Arrows, vec![Subject::one("Service bot")]),
        &["!Service bot", "!Dock planner"],
        &[
            ("letters answered within two days", "Service bot aims ~letters answered within two days"),
            ("Dock planner: fewer empty bays", "Dock planner aims ~fewer empty bays"),
        ],
    );
}

#[test]
fn a_question_may_have_a_label() {
    for said in ["Q: what if the letter cites an old law?", "- Q: what if the letter cites an old law?"] {
        let reading = read_in_step(said, &Asking(AnswerFrame::default()), &room(&[]).context());
        let text = "what if the letter cites an old law?".to_owned();
        assert_eq!((reading.form, reading.facts), (Form::Ask, vec![Fact::Asked { text }]), "{said}");
    }
}

#[test]
fn a_promise_for_several_is_offered_with_its_speaker_and_never_recorded_by_itself() {
    let room = Room::of_people(&[("pri", "Claims")]);
    for answer in [AnswerFrame::default(), asks(Answer::Commitment, Vec::new())] {
        let said = "pri> we will send the customers a letter by next Friday";
        let reading = read_in_step(said, &Asking(answer), &room.context());
        assert_eq!(reading.form, Form::Text);
        let owners = reading.offers.iter().flat_map(|offer| &offer.facts).filter_map(|fact| match fact {
            Fact::Committed { who, text, .. } => Some((who.as_deref(), text.as_str())),
            _ => None,
        });
        assert_eq!(owners.collect::<Vec<_>>(), [(Some("pri"), "send the customers a letter")]);
    }
}

#[test]
fn typed_promises_take_their_day_however_it_is_written() {
    let room = room(&[]);
    for (said, day) in [
        ("do call the vendor : Tom due: 4 dec", "-12-04"),
        ("do call the vendor : Tom, due 2 december", "-12-02"),
        ("do call the vendor : Tom by 4 december", "-12-04"),
        ("do call the vendor : Tom due 31.12.", "-12-31"),
        ("do call the vendor : Tom due 15/10/2027", "2027-10-15"),
        ("do call the vendor : Tom due end of march", "-03-31"),
        ("do call the vendor : Tom by end of march", "-03-31"),
    ] {
        let reading = room.read(said);
        let [Fact::Committed { text, who, due: Some(Due::On(on)), .. }] = reading.facts.as_slice() else {
            panic!("{said}: {:?}", reading.facts)
        };
        assert_eq!((text.as_str(), who.as_deref()), ("call the vendor", Some("Tom")), "{said}");
        assert!(on.to_string().ends_with(day), "{said}: {on}");
    }
}
