//! From what is low to the exercise that trains it, one key on.

use adjacent::app::{Code, Screen, Setup};
use adjacent::record::SessionKind;
use tempfile::TempDir;

use crate::mirror::stage::{Stage, with_a_past};
use crate::typing::Typing;

#[test]
fn what_is_trained_alone_begins_at_once() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("1").finishes('3', "");
    assert!(stage.screen().contains("Keep a decision diary"), "{}", stage.screen());
    stage.code(Code::Down);
    assert!(stage.screen().contains("› Keep a decision diary"), "{}", stage.screen());
    stage.enter();
    let session = stage.model.run.as_ref().unwrap().recording.session();
    assert_eq!(*session.header(), adjacent::record::Header { kind: SessionKind::Solo, ..session.header().clone() });
    assert_eq!(session.agenda()[0].exercise, "next");
}

#[test]
fn what_is_trained_with_a_room_begins_with_its_setup() {
    let folder = TempDir::new().unwrap();
    with_a_past(folder.path());
    let mut stage = Stage::before_the_mirror(folder.path());
    stage.code(Code::Down).enter().enter().enter();
    assert_eq!(stage.model.screen, Screen::Home);
    let setup = stage.model.popup.as_deref().and_then(|popup| popup.downcast::<Setup>());
    let Some(setup) = setup else { panic!("{:?}", stage.model.popup) };
    assert!(setup.creating);
    assert_eq!(setup.agenda[0].exercise, "bound");
}
