//! The languages of a session: chosen in the setup, changed later, written down.

use adjacent::app::{Code, KeyPress};
use adjacent::record::Fact;

use crate::keyboard::Console;
use crate::typing::Typing;

fn set(console: &Console) -> Vec<Vec<String>> {
    let facts = console.saved.iter().flat_map(|event| &event.facts);
    let set = facts.filter_map(|fact| match fact {
        Fact::LanguagesSet { languages } => Some(languages.clone()),
        _ => None,
    });
    set.collect()
}

#[test]
fn the_setup_shows_the_language_of_the_machine_and_one_key_chooses_another() {
    let mut console = Console::at_home(Vec::new());
    console.model.languages = vec!["de".into()];
    console.enter().types("Spring review").enter().enter();
    assert!(console.screen().contains("; Ctrl-L changes that."), "{}", console.screen());
    console.press(KeyPress::ctrl('l')).enter();
    assert_eq!(set(&console), [["fr"]]);
    assert_eq!(console.model.run.as_ref().unwrap().recording.session().languages(), ["fr"]);
}

#[test]
fn a_session_of_english_alone_says_nothing_about_languages() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter();
    assert!(console.screen().contains("People speak English; Ctrl-L changes that."), "{}", console.screen());
    console.enter();
    assert!(set(&console).is_empty());
}

#[test]
fn a_session_alone_speaks_the_language_of_the_machine_too() {
    let mut console = Console::at_home(Vec::new());
    console.model.languages = vec!["nl".into()];
    console.says("Planner");
    assert_eq!(set(&console), [["nl"]]);
}

#[test]
fn languages_are_turned_on_and_off_later_and_undo_is_about_lines() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter().says("/languages");
    console.types("1").press(KeyPress::plain(Code::Down)).types(" ").enter();
    assert_eq!(set(&console), [["de", "fr"]]);
    assert!(console.notice().contains("English from here on"), "{}", console.notice());
    console.says("/languages").types("1").enter();
    assert_eq!(set(&console).last().unwrap(), &["fr"]);
    console.says("/languages").enter();
    assert_eq!(set(&console).len(), 2, "nothing changed");
    console.says("/languages").types("1").press(KeyPress::plain(Code::Esc));
    assert_eq!(set(&console).len(), 2, "Esc leaves them");
}
