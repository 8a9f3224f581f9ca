use std::io;

use super::check::{DoctorState, DoctorSubject};
use super::{CHECKS, examined, told};
use crate::cli::call::Call;
use crate::cli::{Streams, command_line};

fn call(folder: &std::path::Path) -> Call {
    Call::new(Some(folder.to_owned()), command_line, Streams::to(io::sink(), io::sink()))
}

fn line(around: &DoctorSubject<'_>, name: &str) -> super::DoctorLine {
    examined(around).into_iter().find(|line| line.name == name).unwrap()
}

#[test]
fn a_check_is_one_entry_told_in_a_line_with_what_to_do_below_it() {
    let folder = tempfile::tempdir().unwrap();
    let call = call(folder.path());
    let lines = examined(&DoctorSubject::made_up(&call, |_| None, Some((80, 24))));
    assert_eq!(lines.len(), CHECKS.len());
    let mut names: Vec<_> = lines.iter().map(|line| line.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), CHECKS.len());
    let text = told(&lines);
    for line in &lines {
        assert!(text.contains(&format!("{:<6} {}: {}", line.state.name(), line.name, line.says)), "{text}");
        assert!(line.state == DoctorState::Fine || line.advice.is_some(), "{}", line.name);
    }
}

#[test]
fn nothing_on_the_disk_is_changed_and_a_folder_that_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("work");
    examined(&DoctorSubject::made_up(&call(&workspace), |_| None, None));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    std::fs::create_dir(&workspace).unwrap();
    examined(&DoctorSubject::made_up(&call(&workspace), |_| None, None));
    assert_eq!(std::fs::read_dir(&workspace).unwrap().count(), 0);
}

#[test]
fn a_small_window_is_a_note_and_a_tiny_one_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let call = call(folder.path());
    for (size, state) in [((80, 24), DoctorState::Fine), ((79, 24), DoctorState::Note), ((39, 24), DoctorState::Fault)]
    {
        assert_eq!(line(&DoctorSubject::made_up(&call, |_| None, Some(size)), "size").state, state, "{size:?}");
    }
}

#[test]
fn a_terminal_that_keeps_keys_is_named_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let call = call(folder.path());
    let in_tmux = |name: &str| match name {
        "TMUX" => Some("/tmp/tmux".to_owned()),
        "TERM_PROGRAM" => Some("vscode".to_owned()),
        _ => None,
    };
    let keys = line(&DoctorSubject::made_up(&call, in_tmux, None), "keys");
    assert_eq!(keys.state, DoctorState::Note);
    assert!(keys.says.contains("tmux keeps Ctrl-B") && keys.says.contains("VS Code keeps F1"), "{}", keys.says);
    assert_eq!(line(&DoctorSubject::made_up(&call, |_| None, None), "keys").state, DoctorState::Fine);
}

#[cfg(unix)]
#[test]
fn private_files_that_others_may_see_are_a_fault() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let call = call(folder.path());
    let private = folder.path().join("private");
    std::fs::create_dir(&private).unwrap();
    for (mode, state) in [(0o700, DoctorState::Fine), (0o755, DoctorState::Fault)] {
        std::fs::set_permissions(&private, std::fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(line(&DoctorSubject::made_up(&call, |_| None, None), "permissions").state, state, "{mode:o}");
    }
}
