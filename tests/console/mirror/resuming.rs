//! Killed at any question, even inside one: it goes on there with nothing lost.

use adjacent::app::Page;
use adjacent::assess::PendingQuestion;
use tempfile::TempDir;

use crate::mirror::stage::{Stage, on_disk};
use crate::typing::Typing;

#[test]
fn killed_at_every_question_it_goes_on_there_with_nothing_lost() {
    let folder = TempDir::new().unwrap();
    let mut asked = Vec::new();
    loop {
        // Nothing but what lies on disk is left of the program before.
        let mut stage = Stage::before_the_mirror(folder.path());
        let begun = !asked.is_empty();
        assert_eq!(stage.screen().contains("go on where you left"), begun, "{}", stage.screen());
        stage.enter();
        let Some(place) = stage.place() else {
            assert_eq!(stage.page(), Page::End);
            break;
        };
        if begun {
            assert_eq!(stage.answered(), on_disk(folder.path()));
        }
        assert!(!asked.contains(&place), "{place:?} is asked twice");
        asked.push(place);
        stage.answers('4', &format!("Example {}", asked.len()));
        assert_eq!(stage.answered(), on_disk(folder.path()), "on disk before the next question");
    }
    assert_eq!(asked.len(), 18 * 3 + 10);
    let kept = on_disk(folder.path());
    for (at, place) in asked.iter().enumerate() {
        if let PendingQuestion::Example(item) = place {
            let told = kept.answer(item).unwrap().evidence.text().unwrap().as_str().to_owned();
            assert_eq!(told, format!("Example {}", at + 1));
        }
    }
}

#[test]
fn what_a_killed_program_left_half_written_is_in_nobodys_way() {
    let folder = TempDir::new().unwrap();
    Stage::asked(folder.path()).types("3");
    let beside = crate::mirror::stage::folder_of(folder.path()).join(".2026-11-20.ron.new");
    std::fs::write(&beside, "(format: 1, vers").unwrap();
    let mut stage = Stage::asked(folder.path());
    assert_eq!(stage.place(), Some(PendingQuestion::Anchor("S2".into())));
    stage.types("3");
    assert!(!beside.exists());
}

#[test]
fn one_that_is_finished_is_never_written_again_and_a_new_one_has_its_own_file() {
    let folder = TempDir::new().unwrap();
    Stage::asked(folder.path()).finishes('3', "");
    let before = std::fs::read(crate::mirror::stage::folder_of(folder.path()).join("2026-11-20.ron")).unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("2");
    assert_eq!(
        stage.place(),
        Some(PendingQuestion::Example("S1".into())),
        "another sentence than last time needs an example"
    );
    assert!(stage.screen().contains("another sentence than last time"), "{}", stage.screen());
    assert_eq!(std::fs::read(crate::mirror::stage::folder_of(folder.path()).join("2026-11-20.ron")).unwrap(), before);
    assert!(crate::mirror::stage::folder_of(folder.path()).join("2026-11-20-2.ron").exists());
}
