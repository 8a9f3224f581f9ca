//! The question, the title and the advice speak only of what still stands.

use adjacent::app::{Code, KeyPress};

use super::{go_to, retypes, session, workshop};
use crate::keyboard::Console;
use crate::typing::Typing;

#[test]
fn the_question_no_longer_speaks_of_a_change_that_was_taken_back() {
    let mut console = workshop();
    assert!(console.screen().contains("Service bot is there"), "{}", console.screen());
    console.press(KeyPress::ctrl('z'));
    let screen = console.screen();
    let prompt = &console.model.run.as_ref().unwrap().asked.prompt;
    assert!(!prompt.contains("Service bot"), "{prompt}\n{screen}");
}

#[test]
fn the_questions_for_a_newcomer_begin_again_where_their_lines_were_taken_back() {
    let mut console = Console::at_home(Vec::new());
    console.says("Servise bot").says("Contact Centre").says("less handle time");
    assert!(console.screen().contains("Who outside Contact Centre notices first"), "{}", console.screen());
    console.press(KeyPress::ctrl('z'));
    assert!(console.screen().contains("what is there less of"), "{}", console.screen());
    console.press(KeyPress::ctrl('z'));
    assert!(console.screen().contains("Which team answers for it?"), "{}", console.screen());
    console.press(KeyPress::ctrl('z'));
    let screen = console.screen();
    assert!(screen.contains("Name one AI change near you."), "{screen}");
    console.says("Claims bot");
    assert!(console.screen().contains("Claims bot. Which team answers for it?"), "{}", console.screen());
}

#[test]
fn a_change_that_was_fixed_is_asked_about_by_its_new_name() {
    let mut console = Console::at_home(Vec::new());
    console.says("Servise bot");
    console.press(KeyPress::ctrl('f'));
    retypes(&mut console, "!Service bot");
    let screen = console.screen();
    assert!(screen.contains("Service bot. Which team answers for it?"), "{screen}");
    assert!(!screen.contains("Servise"), "{screen}");
}

#[test]
fn the_title_does_not_keep_a_name_that_was_taken_back_or_fixed() {
    let mut console = Console::at_home(Vec::new());
    console.says("Servise bot");
    console.press(KeyPress::ctrl('f'));
    retypes(&mut console, "!Service bot");
    assert_eq!(session(&console).title(), "Service bot: next door");
    console.press(KeyPress::ctrl('z')).press(KeyPress::ctrl('z'));
    assert_eq!(session(&console).title(), "What will this change next door?");
    console.press(KeyPress::ctrl('y'));
    assert_eq!(session(&console).title(), "Servise bot: next door");
}

#[test]
fn a_question_put_to_the_room_goes_with_the_thing_it_is_about() {
    let mut console = workshop();
    for line in ["Service bot -> less handle time", "Claims handlers needs customer history"] {
        console.says(line);
    }
    let about = vec!["customer history".to_owned()];
    let offered = adjacent::record::Fact::Offered { question: 1, about, ask: "Who brings customer history?".into() };
    let seq = session(&console).next_seq();
    let event = adjacent::record::Event { seq, facts: vec![offered], ..adjacent::record::Event::default() };
    console.happen(adjacent::app::Msg::Followed(vec![event]));
    assert!(console.screen().contains("Who brings customer history?"), "{}", console.screen());
    go_to(&mut console, "Claims handlers needs customer history");
    console.press(KeyPress::ctrl('d')).code(Code::Esc);
    let prompt = &console.model.run.as_ref().unwrap().asked.prompt;
    assert!(!prompt.contains("customer history"), "{prompt}");
}
