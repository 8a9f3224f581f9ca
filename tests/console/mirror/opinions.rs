//! What the map says otherwise stands beside the answers and changes none.

use adjacent::app::Code;
use tempfile::TempDir;

use crate::mirror::stage::{Stage, on_disk};
use crate::program::{harbourline, run};
use crate::typing::Typing;

/// A workspace with the worked example in it, and answers that claim much.
fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    assert_eq!(run(folder.path(), &["transcribe", harbourline().to_str().unwrap()]).code, 0);
    Stage::asked(folder.path()).finishes('5', "it was so");
    folder
}

#[test]
fn the_map_is_asked_by_unit_and_its_answer_stands_on_the_page() {
    let folder = workspace();
    let before = on_disk(folder.path());
    let mut stage = Stage::before_the_mirror(folder.path());
    stage.code(Code::Down).enter().types("m").says("Claims, mei");
    let page = stage.sized((160, 50));
    assert!(page.contains("The map sees it differently; your answers stay as they are"), "{page}");
    assert!(page.contains("Dependencies mapped: of what crosses your edge on this map, 1 of 4"), "{page}");
    assert!(page.contains("“Am I training my replacement?”"), "{page}");
    assert!(page.contains("You lead from Systems"), "{page}");
    assert_eq!(on_disk(folder.path()), before);
    stage.types("a");
    assert!(stage.sized((160, 50)).contains("the map: of what crosses your edge"), "{}", stage.sized((160, 50)));
}

#[test]
fn the_same_is_printed_beside_the_result() {
    let folder = workspace();
    let plain = run(folder.path(), &["assess", "--result"]).out;
    let said = run(folder.path(), &["assess", "--team", "Claims", "--tag", "mei"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.starts_with(&plain), "{}", said.out);
    assert!(said.out.contains("The map sees it differently"), "{}", said.out);
}

#[test]
fn a_unit_the_map_does_not_have_is_said_to_be_missing_so_far() {
    let folder = workspace();
    let said = run(folder.path(), &["assess", "--team", "Nowhere"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("No team called \"Nowhere\" is on the map so far"), "{}", said.err);
    let mut stage = Stage::before_the_mirror(folder.path());
    stage.code(Code::Down).enter().types("m").says("Nowhere");
    assert!(stage.notice().contains("on the map so far"), "{}", stage.notice());
    assert_eq!(stage.model.assess.entry.text(), "Nowhere");
}
