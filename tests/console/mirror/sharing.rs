//! Nothing leaves but what was marked, answer by answer, and the example only where it was marked too.

use adjacent::app::{Code, Effect};
use tempfile::TempDir;

use crate::mirror::stage::Stage;
use crate::program::run;
use crate::typing::Typing;

const MARKER: &str = "Mirrormarkø";

fn copied(stage: &Stage) -> Option<&str> {
    stage.chores.iter().rev().find_map(|chore| match chore {
        Effect::CopyWords(words) => Some(words.as_str()),
        _ => None,
    })
}

#[test]
fn one_answer_is_marked_with_its_words_then_with_its_example_then_not_at_all() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.finishes('4', &format!("{MARKER} *rang*")).types("a").types("c");
    assert_eq!(copied(&stage), None);
    assert!(stage.notice().contains("Nothing is marked"), "{}", stage.notice());
    assert_eq!(run(folder.path(), &["assess", "--shared"]).code, 2);

    stage.code(Code::Down).types("s").types("c");
    let words = copied(&stage).unwrap().to_owned();
    assert!(words.contains("- **Goes and finds out**: between") && !words.contains(MARKER), "{words}");
    assert_eq!(words.matches("- **").count(), 1, "{words}");
    assert_eq!(run(folder.path(), &["assess", "--shared"]).out, words);

    stage.types("s").types("c");
    let words = copied(&stage).unwrap().to_owned();
    assert!(words.contains(&format!("For example: {MARKER} \\*rang\\*")), "{words}");
    let file = folder.path().join("shared.md");
    assert_eq!(run(folder.path(), &["assess", "--shared", "-o", file.to_str().unwrap()]).code, 0);
    assert_eq!(std::fs::read_to_string(file).unwrap(), words);

    stage.types("s");
    assert_eq!(run(folder.path(), &["assess", "--shared"]).code, 2);
}
