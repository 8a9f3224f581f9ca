//! `adjacent minutes`, as it is used.

use std::process::Stdio;

use tempfile::TempDir;

use crate::example::with_example;
use crate::program::{program, run};

#[test]
fn the_page_is_printed_and_names_nobody() {
    let (workspace, path) = with_example();
    let said = run(workspace.path(), &["minutes", &path]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let page = said.out;
    assert!(page.starts_with("# Four AI changes, one customer") && page.contains("\n## Commitments\n"), "{page}");
    assert!(page.contains("**Contact Centre, by Friday 4 December 2026**"), "{page}");
    for name in ["Priya", "Noor", "tom", "mei"] {
        assert!(!page.split(|c: char| !c.is_alphanumeric()).any(|word| word == name), "{name} is named in\n{page}");
    }
}

#[test]
fn the_page_can_be_written_to_a_file_instead() {
    let (workspace, path) = with_example();
    let file = workspace.path().join("minutes.md");
    let said = run(workspace.path(), &["minutes", &path, "-o", file.to_str().unwrap()]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    let printed = run(workspace.path(), &["minutes", &path]).out;
    assert_eq!(std::fs::read_to_string(file).unwrap(), printed);
}

#[test]
fn a_file_that_cannot_be_written_and_one_that_must_not_be_are_named() {
    let (workspace, path) = with_example();
    let nowhere = workspace.path().join("no/such/folder.md");
    let said = run(workspace.path(), &["minutes", &path, "-o", nowhere.to_str().unwrap()]);
    assert_eq!(said.code, 3);
    assert!(said.err.contains("folder.md cannot be written"), "{}", said.err);
    let before = std::fs::read(&path).unwrap();
    let said = run(workspace.path(), &["minutes", &path, "-o", &path]);
    assert_eq!(said.code, 2, "{}", said.err);
    assert_eq!(std::fs::read(&path).unwrap(), before, "the session is as it was");
}

#[test]
fn a_session_that_is_not_there_is_named() {
    let (workspace, _) = with_example();
    let said = run(workspace.path(), &["minutes", "no-such-session"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
    assert!(said.err.contains("no-such-session"), "{}", said.err);
}

#[test]
fn a_session_that_somebody_is_writing_has_minutes_already() {
    use std::io::Write;

    let workspace = TempDir::new().unwrap();
    let mut writer = program(workspace.path())
        .args(["new", "Running", "--plain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut keys = writer.stdin.take().unwrap();
    keys.write_all(b"park the budget\n").unwrap();
    keys.flush().unwrap();
    let page = (0..200).find_map(|_| {
        let page = run(workspace.path(), &["minutes", "Running"]).out;
        std::thread::sleep(std::time::Duration::from_millis(20));
        page.contains("- the budget").then_some(page)
    });
    let still_running = writer.try_wait().unwrap().is_none();
    drop(keys);
    writer.wait().unwrap();
    assert!(still_running, "the session was over");
    assert!(page.is_some_and(|page| page.contains("so far")), "the line was not in the minutes of the running session");
}

#[test]
fn the_letter_is_printed_to_everybody_or_to_a_party_and_as_plain_text() {
    let (workspace, path) = with_example();
    let said = run(workspace.path(), &["minutes", &path, "--letter"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("\n\nDear colleagues,\n\nOn "), "{}", said.out);
    let said = run(workspace.path(), &["minutes", &path, "--letter", "retention", "--plain"]);
    assert!(said.out.contains("Dear colleagues in Retention,") && !said.out.contains("**"), "{}", said.out);
    let said = run(workspace.path(), &["minutes", &path, "--letter", "Nowhere"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("Nowhere") && said.err.contains("Retention"), "{}", said.err);
}
