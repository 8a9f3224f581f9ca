//! The mirror without a screen.

use std::fs;

use adjacent::assess::{FOOTER, PendingQuestion};
use serde_json::Value;
use tempfile::TempDir;

use crate::mirror::stage::{Stage, on_disk, with_a_past};
use crate::program::{run, run_with};
use crate::typing::Typing;

#[test]
fn without_a_terminal_the_ways_on_are_printed() {
    let folder = TempDir::new().unwrap();
    let said = run(folder.path(), &["assess"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for words in ["assess --plain", "assess --result", "assess --history", FOOTER] {
        assert!(said.out.contains(words), "{words} is missing in\n{}", said.out);
    }
    assert!(!folder.path().join("private").exists(), "a look leaves nothing behind");
}

#[test]
fn line_by_line_it_is_left_and_gone_on_with() {
    let folder = TempDir::new().unwrap();
    let said = run_with(folder.path(), &["assess", "--plain"], "4\nTom rang\n3 weeks ago\n7\n2\n");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("A number from 1 to 5") && said.out.contains(FOOTER), "{}", said.out);
    let kept = on_disk(folder.path());
    assert_eq!(kept.answer("S1").unwrap().evidence.text().unwrap().as_str(), "Tom rang");
    assert_eq!(kept.rating("S2").unwrap().digit(), 2);
    let said = run_with(folder.path(), &["assess", "--plain"], "/back\n3\n/quit\n");
    assert!(said.out.starts_with("2 of 28 answered"), "{}", said.out);
    assert_eq!(on_disk(folder.path()).rating("S2").unwrap().digit(), 3);
    assert_eq!(
        Stage::asked(folder.path()).place(),
        Some(PendingQuestion::Anchor("S3".into())),
        "the screen goes on there too"
    );
}

#[test]
fn line_by_line_to_the_end_says_where_one_stands() {
    let folder = TempDir::new().unwrap();
    let level = |flags: &str| format!("{}{flags}", "3\n".repeat(6));
    let lines = format!("{}{}{}yes\n", level("no\nno\nno\n"), level("no\nyes\nno\n"), level("no\nno\nno\nno\n"));
    let said = run_with(folder.path(), &["assess", "--plain"], &lines);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("You lead from Systems."), "{}", said.out);
    assert!(on_disk(folder.path()).is_finished());
}

#[test]
fn the_past_is_told_as_text_json_and_markdown() {
    let folder = TempDir::new().unwrap();
    with_a_past(folder.path());
    let sample = run(folder.path(), &["assess", "--sample", "--history"]);
    let own = run(folder.path(), &["assess", "--history"]);
    assert_eq!((own.code, &own.out), (0, &sample.out));
    let json: Value = serde_json::from_str(&run(folder.path(), &["assess", "--history", "--json"]).out).unwrap();
    assert_eq!(json["assessments"].as_array().unwrap().len(), 3);
    let json: Value = serde_json::from_str(&run(folder.path(), &["assess", "--json"]).out).unwrap();
    assert_eq!((json["reach"].as_str(), json["note"].as_str()), (Some("Teams"), Some(FOOTER)));
    let file = folder.path().join("mirror.md");
    let said = run(folder.path(), &["assess", "--markdown", "-o", file.to_str().unwrap()]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(fs::read_to_string(file).unwrap().starts_with("# Where I stand, 10 November 2026"));
}

#[test]
fn where_nothing_was_finished_the_way_on_is_said() {
    let folder = TempDir::new().unwrap();
    Stage::asked(folder.path()).types("3");
    let said = run(folder.path(), &["assess", "--result"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("adjacent assess begins one"), "{}", said.err);
}

#[test]
fn what_others_chose_is_counted_from_five_on_and_only_where_all_agreed() {
    let folder = TempDir::new().unwrap();
    with_a_past(folder.path());
    let slips = folder.path().join("slips.txt");
    let say = |lines: &[&str]| {
        fs::write(&slips, lines.join("\n")).unwrap();
        run(folder.path(), &["assess", "--others", slips.to_str().unwrap()])
    };
    let agreed = "123333 333333 333333 agreed";
    let said = say(&[agreed; 4]);
    assert!(said.code == 2 && said.err.contains("from five people up"), "{}", said.err);
    let said = say(&[agreed, agreed, agreed, agreed, "123333 333333 333333"]);
    assert!(said.code == 2 && said.err.contains("not everybody agreed"), "{}", said.err);
    let said = say(&[agreed, "12"]);
    assert!(said.code == 2 && said.err.contains("line 2: a slip is 18 marks"), "{}", said.err);
    let said = say(&[agreed; 5]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("Looks two steps out") && said.out.ends_with(&format!("{FOOTER}\n")), "{}", said.out);
}

#[test]
fn the_sheet_for_a_room_has_every_question_and_no_place_for_a_name() {
    let folder = TempDir::new().unwrap();
    let sheet = run(folder.path(), &["assess", "--slip"]).out;
    assert_eq!(sheet.matches("____").count(), 18, "{sheet}");
    assert!(sheet.contains("No name.") && sheet.contains(FOOTER), "{sheet}");
}
