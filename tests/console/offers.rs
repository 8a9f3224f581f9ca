//! Text that could be an arrow: offered to the scribe, one after the other, and recorded only by a key.

use adjacent::app::{Code, KeyPress, Msg, OpenSession, Screen};
use adjacent::record::{Event, Exposure, Fact, Mode, Person, Session, SessionTime, StepId};

use crate::keyboard::Console;
use crate::session::header;
use crate::typing::Typing;

fn text(seq: u64, said: &str) -> Event {
    let facts = vec![Fact::Answered { text: said.into() }];
    let step = Some(StepId::new("next", 2));
    let at = SessionTime::from_millis(seq * 1_000);
    Event { seq, at, speaker: Some("claims1".into()), step, said: Some(said.into()), facts, ..Event::default() }
}

fn opening() -> Event {
    let people = vec![Person { tag: "claims1".into(), party: Some("Claims".into()), ..Person::default() }];
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
    Event {
        seq: 1,
        facts: vec![opened, Fact::StepEntered { step: StepId::new("next", 2), planned: 300 }],
        ..Event::default()
    }
}

/// A transcript, opened: none of its lines was recorded as an arrow.
fn opened(lines: &[&str]) -> Console {
    let events = (2..).zip(lines).map(|(seq, said)| text(seq, said));
    reopened([opening()].into_iter().chain(events))
}

fn reopened(events: impl IntoIterator<Item = Event>) -> Console {
    let mut console = Console::at_home(Vec::new());
    let session = Session::fold(header("2026-11-20-test-0000", "A transcript"), events);
    console.happen(Msg::Opened(Box::new(OpenSession { writable: true, ..OpenSession::alone(session) })));
    console
}

fn claims(console: &Console) -> usize {
    let session = console.model.run.as_ref().unwrap().recording.session();
    session.live().flat_map(|event| &event.facts).filter(|fact| matches!(fact, Fact::Claimed(_))).count()
}

const TALK: [&str; 5] = [
    "Planner -> less waiting",
    "That was a long day",
    "Planner needs shift data",
    "Portal -> more calls",
    "See you next week",
];

#[test]
fn a_transcript_says_quietly_how_many_lines_wait_and_marks_them() {
    let console = opened(&TALK);
    let screen = console.screen();
    assert!(screen.contains("3 lines could be arrows: look at them now? (Ctrl-V)"), "{screen}");
    assert_eq!(screen.matches("could be an arrow)").count(), 3, "{screen}");
    assert!(console.model.popup.is_none());
    assert_eq!(claims(&console), 0);
}

#[test]
fn a_review_takes_leaves_and_takes_back_line_by_line() {
    let mut console = opened(&TALK);
    console.press(KeyPress::ctrl('v'));
    let screen = console.screen();
    assert!(screen.contains("1 of 3: what this line could be"), "{screen}");
    assert!(
        screen.contains("“Planner -> less waiting”") && screen.contains("1  More Planner, less waiting."),
        "{screen}"
    );
    console.types("1");
    assert_eq!(claims(&console), 1);
    assert!(console.screen().contains("2 of 3"), "{}", console.screen());
    console.types("n");
    assert!(console.screen().contains("3 of 3") && console.screen().contains("Portal"), "{}", console.screen());
    console.enter();
    assert!(console.screen().contains("2 of 3"), "{}", console.screen());
    console.types("u");
    assert_eq!(claims(&console), 1);
    assert!(console.screen().contains("3 of 3") && console.screen().contains("1  "), "{}", console.screen());
    console.types("1").types("t");
    assert_eq!(claims(&console), 2);
    assert_eq!(console.notice(), "2 lines taken, 1 left as text, 0 still wait.");
    assert!(console.model.popup.is_none());
    assert!(!console.screen().contains("could be"), "{}", console.screen());
    console.press(KeyPress::ctrl('v'));
    assert_eq!(console.notice(), "No line waits: nothing is offered for any text.");
}

#[test]
fn taking_is_one_event_with_the_words_and_undo_brings_the_text_back() {
    let mut console = opened(&TALK[..2]);
    console.press(KeyPress::ctrl('v')).enter();
    let taken = console.saved.last().unwrap();
    assert_eq!((taken.said.as_deref(), taken.speaker.as_deref()), (Some(TALK[0]), Some("claims1")));
    assert_eq!(taken.facts[0], Fact::Retracted { seq: 2 });
    assert_eq!(taken.replaces(), Some(2));
    assert_eq!(console.lines(), [TALK[1], TALK[0]]);
    console.press(KeyPress::ctrl('z'));
    assert_eq!(console.lines(), [TALK[0], TALK[1]]);
    assert_eq!(claims(&console), 0);
    assert!(console.screen().contains("(could be an arrow)"), "{}", console.screen());
    console.press(KeyPress::ctrl('y'));
    assert_eq!(claims(&console), 1);
}

#[test]
fn what_was_left_as_text_does_not_come_back_when_the_session_is_opened_again() {
    let mut console = opened(&TALK);
    console.press(KeyPress::ctrl('v')).types("t").press(KeyPress::plain(Code::Esc));
    assert_eq!(console.notice(), "0 lines taken, 1 left as text, 2 still wait.");
    let before = [opening()].into_iter().chain((2..).zip(TALK).map(|(seq, said)| text(seq, said)));
    let again = reopened(before.chain(console.saved.clone()));
    assert!(again.screen().contains("2 lines could be arrows"), "{}", again.screen());
}

#[test]
fn a_line_can_be_edited_first_and_the_review_goes_on_behind_it() {
    let mut console = opened(&TALK);
    console.press(KeyPress::ctrl('v')).types("ne");
    assert_eq!(console.model.entry.text(), "claims1> Planner needs shift data");
    console.types(" daily").enter();
    assert_eq!(console.lines().last().unwrap(), "Planner needs shift data daily");
    assert!(!console.lines().contains(&TALK[2].to_owned()));
    console.press(KeyPress::ctrl('v'));
    assert!(console.screen().contains("Portal"), "{}", console.screen());
}

#[test]
fn the_list_goes_to_a_line_and_back() {
    let mut console = opened(&TALK);
    console.press(KeyPress::ctrl('v')).types("l").press(KeyPress::plain(Code::Down)).press(KeyPress::plain(Code::Down));
    let screen = console.screen();
    assert!(screen.contains("“Planner needs shift data”") && screen.contains("“Portal -> more calls”"), "{screen}");
    console.enter();
    assert!(console.screen().contains("3 of 3"), "{}", console.screen());
}

#[test]
fn the_last_line_shows_its_first_offer_and_one_key_takes_it() {
    let mut console = opened(&[TALK[1], TALK[3]]);
    let screen = console.screen();
    assert!(screen.contains("could be: More Portal, more calls. (Ctrl-O: take it)"), "{screen}");
    assert!(screen.contains("1 line could be an arrow: look at them now?"), "{screen}");
    console.press(KeyPress::ctrl('o'));
    assert_eq!(claims(&console), 1);
    assert!(!console.screen().contains("could be"), "{}", console.screen());
}

#[test]
fn where_the_room_sees_the_screen_no_offer_is_on_it_and_none_is_taken() {
    let mut console = opened(&TALK);
    console.model.settings.one_window = true;
    for key in [KeyPress::ctrl('v'), KeyPress::ctrl('o'), KeyPress::ctrl(' '), KeyPress::plain(Code::BackTab)] {
        console.press(key);
        assert!(console.model.popup.is_none(), "{key}");
        assert!(!console.screen().contains("could be an"), "{}", console.screen());
    }
    assert_eq!(claims(&console), 0);
    // F2 shows it, and covers it again with the review still open.
    console.press(KeyPress::plain(Code::F(2))).press(KeyPress::ctrl('v'));
    assert!(console.screen().contains("1 of 3"), "{}", console.screen());
    console.press(KeyPress::plain(Code::F(2)));
    assert!(!console.screen().contains("1 of 3"), "{}", console.screen());
    console.types("1");
    assert_eq!(claims(&console), 0);
}

#[test]
fn hidden_and_private_texts_are_never_offered() {
    let hidden = Event { exposure: Exposure::Anonymous, speaker: None, ..text(2, TALK[0]) };
    let private = Event { exposure: Exposure::Private, ..text(3, TALK[2]) };
    let console = reopened([opening(), hidden, private]);
    assert!(!console.screen().contains("could be"), "{}", console.screen());
}

#[test]
fn a_failed_write_says_so_and_the_line_still_waits() {
    let mut console = opened(&TALK);
    console.disk = crate::keyboard::Disk::Fails("the disk is full");
    console.press(KeyPress::ctrl('v')).enter();
    assert!(console.screen().contains("the disk is full"), "{}", console.screen());
    console.types("u");
    assert!(console.notice().starts_with("That is not on disk"), "{}", console.notice());
    console.press(KeyPress::plain(Code::Esc));
    assert_eq!(claims(&console), 0);
    console.disk = crate::keyboard::Disk::Works;
    console.press(KeyPress::plain(Code::Esc)).press(KeyPress::ctrl('v')).types("p");
    assert!(console.screen().contains("1 of 3"), "{}", console.screen());
    console.enter();
    assert_eq!(claims(&console), 1);
}

#[test]
fn a_line_that_says_something_about_the_line_before_is_not_offered_later() {
    let console = opened(&["Planner -> less waiting", "yes", "more"]);
    assert!(console.screen().contains("1 line could be an arrow"), "{}", console.screen());
}

#[test]
fn the_review_of_a_long_transcript_reads_few_lines_between_two_keys() {
    let talk: Vec<String> = (0..700).map(|line| format!("Planner {line} -> less waiting")).collect();
    let talk: Vec<&str> = talk.iter().map(String::as_str).collect();
    let mut console = opened(&talk);
    assert!(console.model.is_unsettled());
    console.press(KeyPress::ctrl('v'));
    for _ in 0..20 {
        console.types(" ").enter();
    }
    assert_eq!((console.model.screen, claims(&console)), (Screen::Run, 20));
    let screen = console.screen();
    assert!(screen.contains("of 700"), "{screen}");
}

#[test]
fn the_review_fits_a_small_screen() {
    let mut console = opened(&TALK).with_size(40, 10);
    console.press(KeyPress::ctrl('v'));
    let screen = console.screen();
    for words in ["1 of 3", "“Planner -> less waiting”", "1  More Planner, less waiting.", "1-3 take  Space next"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn where_a_line_is_edited_first_esc_leaves_it_as_it_was() {
    let mut console = opened(&TALK);
    console.press(KeyPress::ctrl('v')).types("e");
    console.press(KeyPress::plain(Code::End));
    assert!(console.screen().contains("fixing an earlier line"), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc));
    assert_eq!((console.notice(), console.model.entry.text()), ("That line stays as it was.", ""));
    assert_eq!(console.lines(), TALK);
}
