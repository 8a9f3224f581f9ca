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
    assert!(screen.contains("“Planner -> less waiting”") && screen.contains("1  More "), "{screen}");
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
    assert_eq!(console.lines(), [TALK[0], TALK[1]]);
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
    assert_eq!(console.lines()[2], "Planner needs shift data daily");
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
    for words in ["1 of 3", "“Planner -> less waiting”", "1  More ", "1-3 take  Space on"] {
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

fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter();
    console.paste("mei = Mei @ Claims\ntom = Tom @ Contact Centre").enter();
    console.enter().enter();
    console
}

const MODELS: &str = "The grading aid needs model answers and a marking scheme.";

#[test]
fn the_row_under_the_line_says_which_of_the_three_it_is_before_enter() {
    let mut console = workshop();
    console.types("the bot cuts handle time");
    let screen = console.screen();
    assert!(screen.contains("less handle time.") && !screen.contains("kept as text"), "{screen}");
    console.press(KeyPress::ctrl('u')).types("that was a long day");
    assert!(console.screen().contains("\nkept as text\n"), "{}", console.screen());
    console.press(KeyPress::ctrl('u')).types(MODELS);
    let screen = console.screen();
    assert!(screen.contains("kept as text; could be: grading aid cannot work without"), "{screen}");
    assert!(screen.contains("(Ctrl-O: take it"), "{screen}");
}

#[test]
fn at_any_size_the_offer_and_its_key_are_on_the_screen() {
    for (columns, rows) in [(80, 24), (40, 10), (60, 16), (132, 40)] {
        let mut console = workshop().with_size(columns, rows);
        console.types(MODELS);
        let screen = console.screen();
        assert!(screen.contains("Ctrl-O") && screen.contains("text"), "{screen}");
    }
}

#[test]
fn before_enter_one_key_records_the_offered_reading_at_once() {
    let mut console = workshop();
    console.types("mei> ").types(MODELS).press(KeyPress::ctrl('o'));
    assert_eq!((claims(&console), console.model.entry.text()), (2, ""));
    let last = console.saved.last().unwrap();
    assert_eq!((last.said.as_deref(), last.speaker.as_deref()), (Some(MODELS), Some("claims1")));
    assert_eq!(last.replaces(), None);
    console.press(KeyPress::ctrl('z'));
    assert!(console.lines().is_empty());
}

#[test]
fn after_enter_the_line_is_text_and_one_key_takes_its_offer() {
    let mut console = workshop();
    console.says(&format!("mei> {MODELS}"));
    assert_eq!(claims(&console), 0);
    let screen = console.screen();
    assert!(screen.contains("could be: ") && screen.contains("could be an arrow)"), "{screen}");
    console.press(KeyPress::ctrl('o'));
    assert_eq!(claims(&console), 2);
    assert_eq!(console.saved.last().unwrap().speaker.as_deref(), Some("claims1"));
    console.press(KeyPress::ctrl('z'));
    assert_eq!((console.lines(), claims(&console)), (vec![MODELS.to_owned()], 0));
    // Going on leaves it: nothing is taken by itself.
    console.says("that was a long day");
    assert_eq!(claims(&console), 0);
    assert!(!console.screen().contains("could be: "), "{}", console.screen());
}

#[test]
fn an_offer_whose_line_could_not_be_saved_is_a_typed_line_again() {
    let mut console = workshop();
    console.disk = crate::keyboard::Disk::Fails("the disk is full");
    console.types(MODELS).press(KeyPress::ctrl('o'));
    assert_eq!((claims(&console), console.model.entry.text()), (0, MODELS));
    console.disk = crate::keyboard::Disk::Works;
    console.press(KeyPress::ctrl('o'));
    assert_eq!((claims(&console), console.model.entry.text()), (2, ""));
}

#[test]
fn a_fixed_line_can_be_taken_as_offered_too() {
    let mut console = workshop();
    console.says("that was a long day").press(KeyPress::ctrl('f')).press(KeyPress::ctrl('u')).types(MODELS);
    console.press(KeyPress::ctrl('o'));
    assert_eq!((console.lines(), claims(&console)), (vec![MODELS.to_owned()], 2));
}

#[test]
fn one_key_says_why_about_the_typed_line_and_about_the_last_one() {
    let mut console = workshop();
    console.types("the bot cuts handle time by 30%").press(KeyPress::ctrl(' '));
    let screen = console.screen();
    assert!(screen.contains("why this line is read so") && screen.contains("`cuts` is less"), "{screen}");
    // Any other key goes on with the line.
    console.types(".");
    assert!(console.model.popup.is_none());
    assert_eq!(console.model.entry.text(), "the bot cuts handle time by 30%.");
    console.enter().says("/why");
    let screen = console.screen();
    assert!(screen.contains("why the last line was read so") && screen.contains("`cuts` is less"), "{screen}");
    console.press(KeyPress::ctrl(' '));
    assert!(console.model.popup.is_none());
    console.types("that was a long day").press(KeyPress::ctrl(' '));
    assert!(console.screen().contains("it stays text"), "{}", console.screen());
}

#[test]
fn after_a_step_a_quiet_line_says_how_many_wait_and_the_next_line_puts_it_away() {
    let mut console = workshop();
    console.says(MODELS).says("The planner needs model answers and a marking scheme.");
    assert!(!console.screen().contains("look at them now?"), "{}", console.screen());
    console.press(KeyPress::plain(Code::PageDown));
    let screen = console.screen();
    assert!(screen.contains("2 lines could be arrows: look at them now? (Ctrl-V)"), "{screen}");
    assert!(console.model.popup.is_none());
    console.says("that was a long day");
    assert!(!console.screen().contains("look at them now?"), "{}", console.screen());
}

#[test]
fn nothing_of_offers_is_in_the_room_the_minutes_or_the_file() {
    let mut console = workshop();
    console.says(MODELS);
    let run = console.model.run.as_ref().unwrap();
    let minutes = run.recording.minutes(&console.model.catalogue);
    assert!(minutes.contains("model answers") && !minutes.contains("could be"), "{minutes}");
    let facts: Vec<_> = console.saved.last().unwrap().facts.clone();
    assert!(matches!(facts.as_slice(), [Fact::Answered { .. }]), "{facts:?}");
    console.press(KeyPress::ctrl('o'));
    let run = console.model.run.as_ref().unwrap();
    let minutes = run.recording.minutes(&console.model.catalogue);
    assert_eq!(minutes.matches("model answers").count(), 1, "{minutes}");
    assert!(!minutes.to_lowercase().contains("taken back"), "{minutes}");
}

#[test]
fn the_review_shows_questions_last_because_they_are_the_least_that_a_line_can_become() {
    let mut console = opened(&["Who owns the portal?", "Planner -> less waiting", "Portal -> more calls"]);
    console.press(KeyPress::ctrl('v'));
    let screen = console.screen();
    assert!(screen.contains("1 of 3") && screen.contains("claims1, 0:03"), "{screen}");
    console.types("nn");
    let screen = console.screen();
    assert!(screen.contains("3 of 3") && screen.contains("A question to take away"), "{screen}");
    console.types("p");
    assert!(console.screen().contains("“Portal -> more calls”"), "{}", console.screen());
}

#[test]
fn a_session_that_is_only_read_points_nothing_out_and_takes_nothing() {
    let mut console = Console::at_home(Vec::new());
    let events = [opening(), text(2, TALK[0])];
    let session = Session::fold(header("2026-11-20-test-0000", "A transcript"), events);
    console.happen(Msg::Opened(Box::new(OpenSession::alone(session))));
    assert!(!console.screen().contains("look at them now?"), "{}", console.screen());
    console.press(KeyPress::ctrl('v'));
    assert!(console.model.popup.is_none() && console.notice().starts_with("You are reading along"));
    console.press(KeyPress::ctrl('o'));
    assert!(console.saved.is_empty());
}

#[test]
fn an_offered_promise_belongs_to_its_person_and_no_name_is_on_disk() {
    let mut console = workshop();
    console.says("Tom to check with Legal by Friday");
    assert!(!format!("{:?}", console.saved).to_lowercase().contains("tom"), "{:?}", console.saved);
    assert!(console.screen().contains("(could be a promise)"), "{}", console.screen());
    console.press(KeyPress::ctrl('v'));
    let screen = console.screen();
    assert!(screen.contains("“Tom to check with Legal by Friday”"), "{screen}");
    console.types("e");
    assert_eq!(console.model.entry.text(), "tom to check with Legal by Friday");
    console.press(KeyPress::plain(Code::Esc)).press(KeyPress::ctrl('v')).enter();
    let facts = &console.saved.last().unwrap().facts;
    assert!(matches!(&facts[1], Fact::Committed { who: Some(who), .. } if who == "contact1"), "{facts:?}");
}
