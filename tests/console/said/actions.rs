//! Each action on a line of the list: its key, its row in the box, its word behind `/`, and the event it records.

use adjacent::app::{Code, KeyPress};
use adjacent::record::{Fact, Sign};

use super::{chosen, go_to, last, retypes, session, talked};
use crate::keyboard::{Console, Disk};
use crate::typing::Typing;

fn claims(facts: &[Fact]) -> Vec<(&str, &str, Sign, u32)> {
    let claims = facts.iter().filter_map(|fact| match fact {
        Fact::Claimed(claim) => Some((claim.from.as_str(), claim.to.as_str(), claim.sign, claim.claim)),
        _ => None,
    });
    claims.collect()
}

/// The number of the line with these words.
fn seq_of(console: &Console, said: &str) -> u64 {
    session(console).events().iter().find(|event| event.said.as_deref() == Some(said)).unwrap().seq
}

const FIRST: &str = "Service bot -> less handle time";
const SECOND: &str = "handle time -> customer trust : -";
const TEXT: &str = "The grading aid needs model answers and a marking scheme";

#[test]
fn any_line_is_fixed_in_its_place_by_one_event() {
    let mut console = talked();
    let seq = seq_of(&console, SECOND);
    let before = claims(&session(&console).event(seq).unwrap().facts.clone())[0].3;
    go_to(&mut console, SECOND);
    console.press(KeyPress::ctrl('f'));
    assert_eq!(console.model.entry.text(), format!("mei> {SECOND}"));
    let saved = console.saved.len();
    console.code(Code::Backspace).types("+").enter();
    assert_eq!(console.saved.len(), saved + 1, "one event");
    assert_eq!(last(&console).facts[0], Fact::Retracted { seq });
    assert_eq!(claims(&last(&console).facts), [("handle time", "customer trust", Sign::Plus, before)]);
    assert_eq!(last(&console).speaker.as_deref(), Some("claims1"));
    assert_eq!(console.lines()[1..3], [FIRST.to_owned(), "handle time -> customer trust : +".to_owned()]);
    assert!(console.screen().contains("(mended)"), "{}", console.screen());
    assert_eq!(chosen(&console).as_deref(), Some("handle time -> customer trust : +"), "it is seen in its place");
    console.press(KeyPress::ctrl('z'));
    assert_eq!(console.lines()[2], SECOND, "one undo brings the old line back");
}

#[test]
fn with_no_line_chosen_the_last_one_is_fixed() {
    let mut console = talked();
    console.press(KeyPress::ctrl('f'));
    assert_eq!(console.model.entry.text(), "A -> A : +");
    console.code(Code::Esc);
    assert_eq!(console.model.entry.text(), "");
    assert_eq!(console.notice(), "The last line stays as it was.");
}

#[test]
fn up_up_enter_enter_is_enough_to_fix_an_earlier_line() {
    let mut console = talked();
    console.code(Code::Up).code(Code::Up).enter().enter();
    assert_eq!(console.model.entry.text(), TEXT);
    retypes(&mut console, "Service bot -> less repeat calls");
    assert_eq!(console.lines()[3], "Service bot -> less repeat calls");
}

#[test]
fn words_typed_anew_without_a_tag_stay_their_speakers_and_the_cursor_stays_on_the_line() {
    let mut console = talked();
    let first = seq_of(&console, FIRST);
    go_to(&mut console, FIRST);
    console.press(KeyPress::ctrl('f'));
    retypes(&mut console, "Service bot -> more queues");
    let speaker = session(&console).event(first).and_then(|line| line.speaker.clone());
    assert!(speaker.is_some() && last(&console).speaker == speaker, "{:?}", last(&console));
    assert_eq!(chosen(&console).as_deref(), Some("Service bot -> more queues"));
    console.code(Code::Down).press(KeyPress::ctrl('f'));
    assert_eq!(console.model.entry.text(), format!("mei> {SECOND}"));
}

#[test]
fn nothing_is_recorded_for_words_that_did_not_change() {
    let mut console = talked();
    let saved = console.saved.len();
    go_to(&mut console, FIRST);
    console.press(KeyPress::ctrl('f')).enter();
    assert_eq!(console.saved.len(), saved);
    assert_eq!(console.notice(), "Nothing was changed: the line stays as it was.");
}

#[test]
fn the_words_are_read_where_the_line_stands() {
    // "more repeat calls" continues the change at its own step, however far the talk has gone since.
    let mut console = talked();
    console.code(Code::PageDown);
    console.code(Code::PageDown);
    console.says("decks are late");
    go_to(&mut console, FIRST);
    console.press(KeyPress::ctrl('f'));
    retypes(&mut console, "tom> more repeat calls");
    let [(from, to, sign, _)] = claims(&last(&console).facts)[..] else { panic!("{:?}", last(&console)) };
    assert_eq!((from, to, sign), ("Service bot", "repeat calls", Sign::Plus));
    let line = session(&console).event(seq_of(&console, "Service bot -> more repeat calls")).unwrap();
    assert_eq!(line.step.as_ref().unwrap().to_string(), "next.2");
}

#[test]
fn a_line_is_taken_back_from_the_middle_and_brought_back() {
    let mut console = talked();
    go_to(&mut console, FIRST);
    console.press(KeyPress::ctrl('d'));
    assert!(!console.lines().contains(&FIRST.to_owned()));
    assert_eq!(chosen(&console).as_deref(), Some(FIRST), "the cursor stays");
    let screen = console.screen();
    assert!(screen.contains("Taken back: "), "{screen}");
    console.press(KeyPress::ctrl('f'));
    assert!(console.notice().contains("was taken back"), "{}", console.notice());
    console.press(KeyPress::ctrl('d'));
    assert_eq!(console.lines()[1], FIRST);
}

#[test]
fn a_mended_line_is_taken_back_whole_and_comes_back_as_it_read() {
    let mut console = talked();
    go_to(&mut console, FIRST);
    console.press(KeyPress::ctrl('f'));
    retypes(&mut console, "tom> Service bot -> more queues");
    go_to(&mut console, "Service bot -> more queues");
    console.press(KeyPress::ctrl('d'));
    assert!(!console.lines().iter().any(|line| line == FIRST || line == "Service bot -> more queues"));
    console.press(KeyPress::ctrl('d'));
    assert_eq!(console.lines()[1], "Service bot -> more queues");
}

#[test]
fn somebody_else_said_it() {
    let mut console = talked();
    let seq = seq_of(&console, FIRST);
    go_to(&mut console, FIRST);
    console.press(KeyPress::ctrl('r'));
    assert!(console.screen().contains("who said this line?"), "{}", console.screen());
    console.types("1");
    assert_eq!(last(&console).facts[0], Fact::Retracted { seq });
    assert_eq!(last(&console).speaker.as_deref(), Some("claims1"));
    assert_eq!(session(&console).event(seq).unwrap().speaker.as_deref(), Some("claims1"));
    assert_eq!(console.lines()[1], FIRST);
    console.press(KeyPress::ctrl('r')).types("0");
    assert_eq!(session(&console).event(seq).unwrap().speaker, None);
}

#[test]
fn a_line_is_split_in_two_by_one_event() {
    let mut console = talked();
    let seq = seq_of(&console, TEXT);
    go_to(&mut console, TEXT);
    console.press(KeyPress::ctrl('x'));
    assert_eq!(console.model.entry.text(), "The grading aid needs model answers || a marking scheme");
    let saved = console.saved.len();
    retypes(&mut console, "Service bot -> less repeat calls || park everybody is glad");
    assert_eq!(console.saved.len(), saved + 1);
    let facts = &session(&console).event(seq).unwrap().facts;
    assert_eq!(claims(facts).len(), 1);
    assert!(facts.contains(&Fact::Parked { text: "everybody is glad".into() }), "{facts:?}");
    let line = console.model.run.as_ref().unwrap().lines.captured.iter().find(|line| line.seq == seq).unwrap();
    assert_eq!(line.sentence, "More of the Service bot, less repeat calls. Parked for later: everybody is glad.");
    console.press(KeyPress::ctrl('z'));
    assert_eq!(console.lines()[3], TEXT);
}

#[test]
fn a_line_becomes_another_kind_of_line() {
    for (row, made) in [
        ("Parked for later", Fact::Parked { text: "A -> A : +".into() }),
        ("A question to take away", Fact::Asked { text: "A -> A : +".into() }),
        ("Noted", Fact::Answered { text: "A -> A : +".into() }),
    ] {
        let mut console = talked();
        go_to(&mut console, "A -> A : +");
        console.press(KeyPress::ctrl('k'));
        let screen = console.screen();
        let number = screen
            .lines()
            .find(|line| line.contains(&format!("  {row}")) && line.contains('│'))
            .unwrap_or_else(|| panic!("{row}\n{screen}"));
        let number = number.split_whitespace().find_map(|word| word.parse::<u8>().ok()).unwrap();
        console.types(&number.to_string());
        assert_eq!(last(&console).facts[1..], [made], "{row}");
        assert!(last(&console).replaces().is_some());
    }
}

#[test]
fn an_offer_is_taken_on_any_line_and_the_words_stay() {
    let mut console = talked();
    let seq = seq_of(&console, TEXT);
    assert!(console.screen().contains('~'), "{}", console.screen());
    go_to(&mut console, TEXT);
    assert!(console.screen().contains("could be: "), "{}", console.screen());
    console.press(KeyPress::ctrl('o'));
    let line = session(&console).event(seq).unwrap();
    assert_eq!(line.said.as_deref(), Some(TEXT));
    assert!(!claims(&line.facts).is_empty(), "{line:?}");
    let listed = console.model.run.as_ref().unwrap().lines.captured.iter().find(|line| line.seq == seq).unwrap();
    assert!(!listed.sentence.starts_with("Noted"), "{}", listed.sentence);
    assert_eq!(listed.mended, Some(adjacent::app::MendedBy::Reading));
    assert!(console.screen().contains("(read anew)"), "{}", console.screen());
    let run = console.model.run.as_ref().unwrap();
    assert_eq!(run.offered.form_of(seq, run.recording.session()), None, "nothing is offered for it any more");
}

#[test]
fn a_line_is_removed_for_good_after_it_was_confirmed() {
    let mut console = talked();
    let seq = seq_of(&console, SECOND);
    go_to(&mut console, SECOND);
    console.enter().types("9");
    assert!(console.screen().contains("removes the text for good"), "{}", console.screen());
    console.code(Code::Esc);
    assert!(console.lines().contains(&SECOND.to_owned()));
    console.enter().types("9").enter();
    assert_eq!(last(&console).facts, [Fact::StrikeOrdered { seq }]);
    assert!(!console.screen().contains("customer trust"), "{}", console.screen());
    assert_eq!(chosen(&console).as_deref(), Some(TEXT), "the cursor is on the line that has its place");
}

#[test]
fn what_stood_there_before_is_shown_on_request() {
    let mut console = talked();
    go_to(&mut console, FIRST);
    console.press(KeyPress::ctrl('f'));
    retypes(&mut console, "tom> Service bot -> more queues");
    console.code(Code::Esc);
    assert!(!console.screen().contains("first typed"), "{}", console.screen());
    go_to(&mut console, "Service bot -> more queues");
    console.press(KeyPress::ctrl('t'));
    let screen = console.screen();
    assert!(screen.contains("“Service bot -> less handle time”"), "{screen}");
    assert!(screen.contains("“Service bot -> more queues”"), "{screen}");
}

#[test]
fn every_action_has_a_row_in_the_box_and_a_word_behind_the_slash_about_the_line_left_for_it() {
    use adjacent::app::LINE_ACTIONS;
    let mut console = talked();
    go_to(&mut console, FIRST);
    console.enter();
    let screen = console.screen();
    for action in LINE_ACTIONS {
        assert!(console.model.commands.all().iter().any(|row| row.name == action.command), "{}", action.command);
        let shown = action.words.get(..20).unwrap_or(action.words);
        assert!(screen.contains(shown), "{shown}\n{screen}");
    }
    console.code(Code::Esc).types("/take-back").enter();
    assert!(!console.lines().contains(&FIRST.to_owned()));
    go_to(&mut console, SECOND);
    console.types("/fix").enter();
    assert_eq!(console.model.entry.text(), format!("mei> {SECOND}"));
}

#[test]
fn new_words_that_could_not_be_saved_stay_with_their_line() {
    let mut console = talked();
    let seq = seq_of(&console, FIRST);
    go_to(&mut console, FIRST);
    console.press(KeyPress::ctrl('f'));
    console.disk = Disk::Fails("the disk is full");
    retypes(&mut console, "tom> Service bot -> more queues");
    assert_eq!(console.model.entry.text(), "tom> Service bot -> more queues");
    assert_eq!(console.lines()[1], FIRST);
    console.disk = Disk::Works;
    console.enter();
    assert_eq!(last(&console).facts[0], Fact::Retracted { seq });
    assert_eq!(console.lines()[1], "Service bot -> more queues");
}

#[test]
fn a_session_that_is_only_read_can_be_gone_through_and_not_changed() {
    let mut console = talked();
    console.model.run.as_mut().unwrap().writable = false;
    let saved = console.saved.len();
    go_to(&mut console, FIRST);
    for key in ['f', 'r', 'k', 'x', 'd'] {
        console.press(KeyPress::ctrl(key));
        assert!(console.notice().contains("only read"), "{key}: {}", console.notice());
    }
    assert_eq!(console.saved.len(), saved);
}
