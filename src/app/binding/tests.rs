use super::*;
use crate::app::commands;

fn binding(command: &str, keys: &[&str]) -> Result<KeyBinding, BindingError> {
    let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    commands().binding(command, &keys)
}

fn rebound(bindings: &[(&str, &str)]) -> (Commands, Vec<RefusedBinding>) {
    let bindings: Vec<_> = bindings.iter().map(|(command, key)| binding(command, &[key]).unwrap()).collect();
    commands().rebound(&bindings)
}

#[test]
fn a_command_has_the_key_that_it_was_given_and_no_longer_its_own() {
    let (commands, refused) = rebound(&[("minutes", "F11")]);
    assert_eq!(refused, []);
    let runs = |key| commands.for_key(Screen::Run, key).map(|row| row.name);
    assert_eq!(runs(KeyPress::plain(Code::F(11))), Some("minutes"));
    assert_eq!(runs(KeyPress::plain(Code::F(9))), None);
}

#[test]
fn two_commands_can_change_their_keys_with_each_other() {
    let (commands, refused) = rebound(&[("minutes", "F4"), ("setup", "F9")]);
    assert_eq!(refused, []);
    assert_eq!(commands.for_key(Screen::Run, KeyPress::plain(Code::F(9))).map(|row| row.name), Some("setup"));
    assert_eq!(commands.for_key(Screen::Run, KeyPress::plain(Code::F(4))).map(|row| row.name), Some("minutes"));
    let text = "F9 writes them anew; F4 lists people.";
    assert_eq!(commands.with_own_keys(Screen::Run, text), "F4 writes them anew; F9 lists people.");
}

#[test]
fn a_key_that_is_taken_stays_with_the_command_that_has_it() {
    let (commands, refused) = rebound(&[("minutes", "F4")]);
    assert_eq!(refused, [RefusedBinding { index: 0, key: "F4".to_owned(), taken_by: "setup" }]);
    assert_eq!(commands.for_key(Screen::Run, KeyPress::plain(Code::F(9))).map(|row| row.name), Some("minutes"));
    let (_, refused) = rebound(&[("minutes", "F11"), ("setup", "F11")]);
    assert_eq!(refused, [RefusedBinding { index: 1, key: "F11".to_owned(), taken_by: "minutes" }]);
    // The refused binding gives minutes F9 back, so that setup cannot have it.
    let (_, refused) = rebound(&[("setup", "F9"), ("minutes", "F3")]);
    assert_eq!(refused.iter().map(|one| one.index).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn the_keys_that_work_over_every_box_are_taken_on_every_screen() {
    let (_, refused) = rebound(&[("minute-on", "F8")]);
    assert_eq!(refused.first().map(|one| one.taken_by), Some("curtain"));
}

#[test]
fn keys_that_a_text_line_needs_cannot_be_bound() {
    for key in ["Enter", "Esc", "Up", "Tab", "Backspace", "Ctrl-A", "Ctrl-U", "Ctrl-C", "Ctrl-2", "Alt-3", "Alt-B"] {
        let error = binding("minutes", &[key]).unwrap_err();
        assert!(matches!(error, BindingError::NeededByLine(_)), "{key}: {error}");
    }
    assert_eq!(binding("minutes", &["m"]), Err(BindingError::IsText('m', "minutes")));
    assert!(binding("fold", &["z"]).is_ok(), "nothing is typed on the map while it is looked at");
    assert!(binding("minute-on", &["Ctrl-Right"]).is_ok(), "a command may have its own key");
}

#[test]
fn every_key_that_is_suggested_for_one_that_is_none_can_be_bound() {
    let error = binding("minutes", &["Foo-Z"]).unwrap_err().to_string();
    let suggested = error.split_once("for example ").unwrap().1.replace(" or ", ", ");
    assert!(suggested.split(", ").count() > 2, "{error}");
    for key in suggested.split(", ") {
        assert!(binding("minutes", &[key]).is_ok(), "{key}");
    }
}

#[test]
fn none_takes_the_keys_of_a_command_away() {
    let (commands, refused) = rebound(&[("minutes", "none")]);
    assert_eq!(refused, []);
    assert!(commands.for_key(Screen::Run, KeyPress::plain(Code::F(9))).is_none());
    assert_eq!(commands.with_own_keys(Screen::Run, "F9 writes them anew."), "/minutes writes them anew.");
}

#[test]
fn a_name_that_comes_close_is_named_with_its_error() {
    let error = binding("minuets", &["F9"]).unwrap_err().to_string();
    assert!(error.contains("did you mean minutes?"), "{error}");
    assert!(binding("minutes", &["F11", "F12"]) == Err(BindingError::TooMany));
}

#[test]
fn only_whole_names_of_keys_are_replaced_in_a_text() {
    let (commands, _) = rebound(&[("minutes", "F11"), ("undo", "Alt-Z")]);
    let text = "F9, (F9): F90 GF9 Ctrl-Z. Ctrl-Zoom F9-x";
    assert_eq!(commands.with_own_keys(Screen::Run, text), "F11, (F11): F90 GF9 Alt-Z. Ctrl-Zoom F9-x");
    assert_eq!(commands.with_own_keys(Screen::Home, text), text, "there is nothing to write minutes of");
}
