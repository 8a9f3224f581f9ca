//! What the doctor says about a terminal, its keys and a folder.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use crate::call::call;
use crate::pty::Pty;

fn checks(workspace: &Path) -> (i32, Vec<(String, String)>) {
    let said = call(workspace, &["doctor", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let text = |check: &serde_json::Value, field: &str| check[field].as_str().unwrap().to_owned();
    let checks = json["checks"].as_array().unwrap();
    (said.code, checks.iter().map(|check| (text(check, "check"), text(check, "state"))).collect())
}

fn state<'a>(checks: &'a [(String, String)], name: &str) -> &'a str {
    &checks.iter().find(|(check, _)| check == name).unwrap().1
}

#[test]
fn a_fault_ends_with_one_and_says_what_to_do_and_notes_end_with_nought() {
    let workspace = TempDir::new().unwrap();
    assert_eq!(call(workspace.path(), &["note", "bot -> more calls"]).code, 0);
    let (code, found) = checks(workspace.path());
    assert_eq!((code, state(&found, "permissions"), state(&found, "hub")), (0, "ok", "ok"));
    assert_eq!(state(&found, "terminal"), "note", "a pipe is none");
    fs::create_dir_all(workspace.path().join("private")).unwrap();
    fs::set_permissions(workspace.path().join("private"), fs::Permissions::from_mode(0o755)).unwrap();
    let (code, found) = checks(workspace.path());
    assert_eq!((code, state(&found, "permissions")), (1, "fault"));
    let said = call(workspace.path(), &["doctor"]);
    assert!(said.out.contains("fault  permissions: ") && said.out.contains("-> chmod 700 "), "{}", said.out);
    fs::write(workspace.path().join("sessions/broken.ron"), "not a session").unwrap();
    assert_eq!(state(&checks(workspace.path()).1, "sessions"), "fault");
}

#[test]
fn nothing_that_was_said_and_nobody_is_told() {
    let workspace = TempDir::new().unwrap();
    assert_eq!(call(workspace.path(), &["note", "kasia> Zebra bot -> more calls"]).code, 0);
    let said = call(workspace.path(), &["doctor"]).out.to_lowercase();
    assert!(!said.contains("zebra") && !said.contains("kasia"), "{said}");
}

#[test]
fn keys_are_pressed_and_seen_and_told_afterwards() {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &["doctor", "--keys"]);
    pty.sees("Press the keys below").sees("· F3");
    pty.keys("\x1bOR").sees("✓ F3").keys("\x06").sees("✓ Ctrl-F").keys("ô").sees("arrived last: Ô");
    pty.keys("q");
    assert!(pty.ends().success());
    pty.is_given_back().sees("Arrived: Ctrl-F, F3").sees("Arrived as something else: Ô");
}

#[test]
fn in_a_terminal_the_size_and_the_clipboard_are_told() {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start_sized(workspace.path(), &["doctor"], 70, 70);
    pty.sees("size: 70 columns, 70 rows").sees("clipboard: no program to copy with").sees("13 checks");
    assert!(pty.ends().success());
}
