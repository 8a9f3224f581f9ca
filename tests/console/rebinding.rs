//! Keys by configuration: the command has the key, and everything on the screen names it.

use adjacent::app::{Code, FirstAgendas, KeyBinding, KeyPress, Model, commands};
use adjacent::record::{Conventions, Mode, NamesPolicy, PlannedExercise};

use crate::keyboard::Console;
use crate::typing::Typing;

/// A running session in a console with these keys.
fn with_keys(keys: &[(&str, &str)]) -> Console {
    let mut console = Console::at_home(Vec::new()).with_size(140, 45);
    console.enter().types("Spring review").enter().enter().enter().enter();
    console.press(KeyPress::plain(Code::Esc));
    rebind(&mut console.model, keys);
    console
}

fn rebind(model: &mut Model, keys: &[(&str, &str)]) {
    let known = commands();
    let bindings: Vec<KeyBinding> =
        keys.iter().map(|(command, key)| known.binding(command, &[(*key).to_owned()]).unwrap()).collect();
    let (bound, refused) = known.rebound(&bindings);
    assert_eq!(refused, []);
    model.commands = bound;
}

#[test]
fn a_key_that_was_given_to_a_command_runs_it_and_its_own_key_does_not() {
    let mut console = with_keys(&[("palette", "F11")]);
    console.press(KeyPress::ctrl('p'));
    assert!(console.model.popup.is_none());
    console.press(KeyPress::plain(Code::F(11)));
    assert!(console.screen().contains("all commands"), "{}", console.screen());
}

#[test]
fn footer_help_palette_and_messages_name_the_key_that_holds() {
    let mut console = with_keys(&[("palette", "F11"), ("undo", "Alt-Z"), ("leave", "Alt-Q")]);
    // Where the terminal sends every key, every key is named.
    console.model.keyboard.protocol = true;
    let screen = console.screen();
    let footer = screen.lines().last().unwrap();
    assert!(footer.contains("F11 commands") && !footer.contains("Ctrl-P"), "{footer}");
    console.press(KeyPress::plain(Code::F(1))).press(KeyPress::plain(Code::End));
    let help = console.screen();
    assert!(help.contains("Alt-Q      ") && !help.contains("Ctrl-Q"), "{help}");
    console.press(KeyPress::plain(Code::Esc)).press(KeyPress::plain(Code::F(11))).types("undo");
    assert!(console.screen().contains("Alt-Z"), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc)).press(KeyPress::ctrl('c'));
    assert!(console.notice().starts_with("Alt-Q leaves."), "{}", console.notice());
}

#[test]
fn a_command_without_a_key_is_found_and_typed_all_the_same() {
    let mut console = with_keys(&[("map", "none")]);
    console.press(KeyPress::plain(Code::F(3)));
    assert_eq!(console.model.screen, adjacent::app::Screen::Run);
    console.types("/map").enter();
    assert_eq!(console.model.screen, adjacent::app::Screen::Map);
}

#[test]
fn the_curtain_works_over_a_box_with_the_key_that_it_was_given() {
    let mut console = with_keys(&[("curtain", "F11")]);
    console.press(KeyPress::ctrl('p')).press(KeyPress::plain(Code::F(8)));
    assert!(!console.model.run.as_ref().unwrap().room.curtain);
    console.press(KeyPress::plain(Code::F(11)));
    assert!(console.model.run.as_ref().unwrap().room.curtain);
    assert!(console.model.popup.is_some(), "the box stays");
}

#[test]
fn a_new_session_is_offered_the_plan_of_the_settings() {
    let mut console = Console::at_home(Vec::new()).with_size(140, 45);
    let live = vec![PlannedExercise::new("arrive", 5), PlannedExercise::new("next", 20)];
    console.model.first_agendas = FirstAgendas { live, solo: Vec::new() };
    console.enter().types("Spring review").enter().enter().enter().enter();
    let session = console.model.run.as_ref().unwrap().recording.session();
    let exercises: Vec<&str> = session.agenda().iter().map(|planned| planned.exercise.as_str()).collect();
    assert_eq!((session.mode(), exercises), (Mode::Live, vec!["arrive", "next"]));
}

#[test]
fn no_name_goes_on_the_record_where_the_settings_keep_them_private() {
    for (names, on_record) in [(NamesPolicy::Asked, true), (NamesPolicy::Private, false)] {
        let mut console = Console::at_home(Vec::new()).with_size(140, 45);
        console.enter().types("Spring review").enter().types("Mei Chen @ Claims").enter().enter().enter();
        console.press(KeyPress::plain(Code::Esc));
        let run = console.model.run.take().unwrap();
        let open = adjacent::app::OpenSession {
            names: run.recording.names().clone(),
            conventions: Conventions { names, ..Conventions::default() },
            writable: true,
            ..adjacent::app::OpenSession::alone(run.recording.session().clone())
        };
        console.happen(adjacent::app::Msg::Opened(Box::new(open)));
        console.press(KeyPress::ctrl('s')).press(KeyPress::plain(Code::Down)).press(KeyPress::plain(Code::Tab));
        let people = console.model.run.as_ref().unwrap().recording.session().people().to_vec();
        assert_eq!(people[0].name.is_some(), on_record, "{names}: {}", console.notice());
        assert_eq!(console.notice().contains("off the record"), !on_record, "{}", console.notice());
    }
}
