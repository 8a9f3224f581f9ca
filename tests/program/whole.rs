//! All or nothing: what could not be written leaves nothing, what is there keeps its mode, and hands wait for each other.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, fed, harbourline, program, run, run_with};

const LINE: &str = "Bot -> more calls : seen";

/// Runs the program where no file may grow beyond so many blocks, as on a full disk.
fn run_on_a_full_disk(workspace: &Path, blocks: u32, arguments: &[&str]) -> Said {
    let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &limited, env!("CARGO_BIN_EXE_adjacent")]).args(arguments);
    shell.env("ADJACENT_DIR", workspace).env("ADJACENT_CONFIG", "");
    fed(&mut shell, "")
}

/// Everything in the folder of sessions but the locks, which are empty and stay.
fn everything(workspace: &Path) -> Vec<String> {
    let Ok(folder) = fs::read_dir(workspace.join("sessions")) else { return Vec::new() };
    let names = folder.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| Path::new(name).extension().is_none_or(|extension| extension != "lock")).collect()
}

#[test]
fn notes_that_do_not_fit_on_the_disk_leave_no_part_of_a_session_and_nothing_to_complain_of() {
    let workspace = TempDir::new().unwrap();
    for blocks in [0, 1, 4, 8] {
        let said = run_on_a_full_disk(workspace.path(), blocks, &["transcribe", harbourline().to_str().unwrap()]);
        assert_eq!((said.code, said.out.as_str()), (3, ""), "{}", said.err);
        // The key of the people may not fit either, which is said as well.
        let told = said.err.lines().filter(|line| line.contains(".ron cannot be written"));
        assert!(told.count() <= 1 && said.err.lines().count() <= 2, "{}", said.err);
        assert_eq!(everything(workspace.path()), [""; 0]);
    }
    assert_eq!(run(workspace.path(), &["check"]).code, 0);
    assert_eq!(run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]).code, 0);
    assert_eq!(session_files(workspace.path()).len(), 1);
}

#[test]
fn the_first_note_of_a_day_that_cannot_be_written_is_not_kept_and_said_again_is_there_once() {
    let workspace = TempDir::new().unwrap();
    let said = run_on_a_full_disk(workspace.path(), 0, &["note", LINE]);
    assert_eq!(said.code, 3, "{}", said.err);
    assert_eq!(everything(workspace.path()), [""; 0]);
    assert_eq!(run(workspace.path(), &["check"]).code, 0);
    assert_eq!(run(workspace.path(), &["note", LINE]).code, 0);
    let text = fs::read_to_string(session_files(workspace.path()).remove(0)).unwrap();
    assert_eq!(text.matches(LINE).count(), 1);
}

#[test]
fn what_a_killed_program_left_of_a_new_session_is_never_complained_of_and_goes_with_the_next_one() {
    let workspace = TempDir::new().unwrap();
    fs::create_dir(workspace.path().join("sessions")).unwrap();
    let left = workspace.path().join("sessions/.2026-11-20-talk-0000.ron.new");
    fs::write(&left, "// adjacent session. One ev").unwrap();
    let checked = run(workspace.path(), &["check"]);
    assert_eq!((checked.code, checked.out.contains("nothing wrong")), (0, true), "{}", checked.out);
    assert_eq!(run(workspace.path(), &["note", LINE]).code, 0);
    assert!(!left.exists());
}

#[test]
fn a_workspace_that_is_named_by_a_bare_word_and_not_there_yet_is_made() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("notes.txt"), format!("{LINE}\n")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_adjacent"))
        .args(["--dir", "newname", "transcribe", "notes.txt"])
        .current_dir(folder.path())
        .env_remove("ADJACENT_DIR")
        .env("ADJACENT_CONFIG", "")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(session_files(&folder.path().join("newname")).len(), 1);
}

#[test]
fn twenty_four_notes_at_once_are_all_kept_in_one_session_of_the_day() {
    let workspace = TempDir::new().unwrap();
    let notes: Vec<_> = (0..24)
        .map(|number| {
            program(workspace.path())
                .args(["note", &format!("Thing {number}x -> more calls : seen")])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for note in notes {
        let output = note.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let files = session_files(workspace.path());
    assert_eq!(files.len(), 1, "{files:?}");
    let text = fs::read_to_string(&files[0]).unwrap();
    for number in 0..24 {
        assert_eq!(text.matches(&format!("said: \"Thing {number}x ->")).count(), 1, "{number}");
    }
    assert_eq!(run(workspace.path(), &["check"]).code, 0);
}

#[test]
fn a_file_that_only_its_owner_could_read_stays_so_when_it_is_written_anew() {
    let workspace = TempDir::new().unwrap();
    assert_eq!(run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]).code, 0);
    let session = session_files(workspace.path()).remove(0);
    let text = fs::read_to_string(&session).unwrap();
    fs::write(&session, &text[..text.len() - 40]).unwrap();
    let page = workspace.path().join("page.html");
    fs::write(&page, "old").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    for wanted in [0o600, 0o640, 0o664] {
        for path in [&session, &page] {
            fs::set_permissions(path, fs::Permissions::from_mode(wanted)).unwrap();
        }
        assert_eq!(run(workspace.path(), &["repair", session.to_str().unwrap()]).code, 0);
        assert_eq!(run(workspace.path(), &["export", "--to", "html", "-o", page.to_str().unwrap()]).code, 0);
        assert_eq!((mode(&session), mode(&page)), (wanted, wanted));
        let torn = session.with_extension("torn");
        assert_eq!(mode(&torn) & !wanted, 0, "what was set aside is as closed as the session");
        fs::remove_file(torn).unwrap();
        fs::write(&session, &text[..text.len() - 40]).unwrap();
    }
}

#[test]
fn a_dash_is_standard_output_wherever_a_file_is_written() {
    let workspace = TempDir::new().unwrap();
    let title = "harbourline";
    assert_eq!(run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]).code, 0);
    let files = session_files(workspace.path());
    let session = files[0].file_stem().unwrap().to_str().unwrap();
    for arguments in [
        &["replay", session, "--cast", "-"][..],
        &["minutes", session, "-o", "-"],
        &["export", "--to", "dot", "-o", "-"],
        &["assess", "--slip", "-o", "-"],
    ] {
        let said = run(workspace.path(), arguments);
        assert!(said.code == 0 && said.out.len() > 100, "{title}: {arguments:?}: {}{}", said.out, said.err);
        assert!(!workspace.path().join("-").exists(), "{arguments:?}");
    }
    let two = run(workspace.path(), &["export", "--to", "kumu-csv", "-o", "-"]);
    assert_eq!(two.code, 2, "{}", two.err);
}

#[test]
fn whoever_stops_reading_ends_a_command_quietly() {
    let workspace = TempDir::new().unwrap();
    assert_eq!(run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]).code, 0);
    for arguments in [
        &["map"][..],
        &["map", "--json"],
        &["findings"],
        &["minutes", "four"],
        &["replay", "four", "--plain"],
        &["export", "--to", "html"],
        &["sessions"],
        &["exercises"],
        &["brief"],
        &["check"],
        &[],
    ] {
        let mut child = program(workspace.path())
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code().is_some_and(|code| code < 3), "{arguments:?}: {:?} {said}", output.status);
        assert!(!said.contains("pipe") && !said.contains("panicked"), "{arguments:?}: {said}");
    }
}

/// What went wrong, in the one sentence that is told.
#[track_caller]
fn one_sentence(workspace: &Path, arguments: &[&str]) -> String {
    let said = run_with(workspace, arguments, "");
    assert_eq!((said.code, said.err.lines().count()), (3, 1), "{arguments:?}: {}", said.err);
    assert!(!said.err.contains("os error"), "{}", said.err);
    said.err
}

#[test]
fn an_error_says_one_cause_one_place_and_what_to_do_about_that_cause() {
    let workspace = TempDir::new().unwrap();
    assert_eq!(run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]).code, 0);
    let nowhere = one_sentence(workspace.path(), &["export", "--to", "dot", "-o", "/nonexistent/x"]);
    assert!(
        nowhere.contains("/nonexistent/x cannot be written: No such file or directory; make the folder"),
        "{nowhere}"
    );
    let folder = one_sentence(workspace.path(), &["minutes", "four", "-o", workspace.path().to_str().unwrap()]);
    assert!(folder.contains("directory") && folder.contains("name a file"), "{folder}");
    let missing = one_sentence(workspace.path(), &["transcribe", "/nonexistent/notes"]);
    assert_eq!(missing.matches("No such file").count(), 1, "{missing}");
    assert!(missing.contains("look at its name"), "{missing}");
    let within = workspace.path().join("file");
    fs::write(&within, "").unwrap();
    let within = one_sentence(&within.join("deeper"), &["note", LINE]);
    assert!(within.contains("Not a directory; name a folder"), "{within}");
    for told in [&nowhere, &folder, &missing, &within] {
        assert!(!told.contains("space"), "{told}");
    }
}

#[test]
fn damage_is_told_with_its_place_once_and_with_what_to_do() {
    let workspace = TempDir::new().unwrap();
    assert_eq!(run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]).code, 0);
    let session = session_files(workspace.path()).remove(0);
    let text = fs::read_to_string(&session).unwrap();
    fs::write(&session, &text[..text.len() - 100]).unwrap();
    let said = run(workspace.path(), &["check"]).out;
    let row = said.lines().next().unwrap();
    assert!(row.starts_with(session.to_str().unwrap()) && row.contains("repair"), "{row}");
    assert!(!row.contains("line ") && !row.contains("column"), "{row}");
}

#[test]
fn a_line_undone_before_another_one_was_typed_survives_the_removal_of_that_one() {
    let workspace = TempDir::new().unwrap();
    let lines = "Letters -> Cost : +\n/undo\nJoe -> Trust : -\n";
    assert_eq!(run_with(workspace.path(), &["new", "Strike", "--plain"], lines).code, 0);
    let said = run(workspace.path(), &["strike", "Strike", "2", "--yes"]);
    assert!(said.out.contains("line 2") && !said.out.contains("line 1"), "{}{}", said.out, said.err);
    let text = fs::read_to_string(session_files(workspace.path()).remove(0)).unwrap();
    assert!(text.contains("Letters") && !text.contains("Joe"), "{text}");
}
