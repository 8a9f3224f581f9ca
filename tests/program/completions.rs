//! What a shell offers after a half-typed command line; asked as the script of bash asks.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::call::call;

/// What the program offers for the last of these words.
fn offered(workspace: &Path, words: &[&str]) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_adjacent"));
    command.env("ADJACENT_COMPLETE", "bash").env("ADJACENT_DIR", workspace).env("ADJACENT_CONFIG", "");
    command.env("_CLAP_COMPLETE_INDEX", words.len().to_string()).env("_CLAP_IFS", "\n");
    command.args(["--", "adjacent"]).args(words);
    let output = command.output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

fn workspace() -> TempDir {
    let workspace = TempDir::new().unwrap();
    let notes = workspace.path().join("notes.txt");
    std::fs::write(&notes, "# title: Spring review\nService bot -> less handle time, more repeat calls\n").unwrap();
    assert_eq!(call(workspace.path(), &["transcribe", notes.to_str().unwrap()]).code, 0);
    workspace
}

#[test]
fn commands_and_their_options_are_completed() {
    let workspace = workspace();
    assert_eq!(offered(workspace.path(), &["mi"]), ["minutes"]);
    assert_eq!(offered(workspace.path(), &["map", "--js"]), ["--json"]);
    assert!(offered(workspace.path(), &["export", "--to", "ht"]).contains(&"html".to_owned()));
}

#[test]
fn titles_of_sessions_things_exercises_plans_and_themes_are_completed() {
    let workspace = workspace();
    let dir = workspace.path();
    assert_eq!(offered(dir, &["minutes", "spr"]), ["Spring\\ review"]);
    assert_eq!(offered(dir, &["note", "repeat"]), ["repeat\\ calls"]);
    assert_eq!(offered(dir, &["exercises", "bou"]), ["bound"]);
    assert!(offered(dir, &["plans", "half"]).contains(&"half-day".to_owned()));
    assert_eq!(offered(dir, &["room", "--theme", "proj"]), ["projector"]);
    std::fs::create_dir(dir.join("themes")).unwrap();
    std::fs::write(dir.join("themes/harbour.ron"), "(inherits: \"dark\")").unwrap();
    assert_eq!(offered(dir, &["themes", "har"]), ["harbour"]);
}

#[test]
fn the_workspace_is_the_one_that_the_line_names() {
    let (named, other) = (workspace(), TempDir::new().unwrap());
    let dir = named.path().to_str().unwrap();
    assert_eq!(offered(other.path(), &["--dir", dir, "minutes", "spr"]), ["Spring\\ review"]);
    assert!(offered(other.path(), &["minutes", "spr"]).is_empty());
    assert_eq!(std::fs::read_dir(other.path()).unwrap().count(), 0, "completing makes nothing");
}

#[test]
fn the_script_of_bash_completes_in_a_real_bash() {
    let workspace = workspace();
    let program = Path::new(env!("CARGO_BIN_EXE_adjacent"));
    let script = "source <(adjacent completions bash)\nCOMP_WORDS=(adjacent mi)\nCOMP_CWORD=1\nCOMP_TYPE=9\n\
                  _clap_complete_adjacent adjacent mi adjacent\nprintf '%s\\n' \"${COMPREPLY[@]}\"";
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let mut bash = Command::new("bash");
    bash.args(["--norc", "-c", script]).env("PATH", path).env("ADJACENT_DIR", workspace.path());
    let output = bash.output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), "minutes", "{:?}", String::from_utf8(output.stderr));
}

#[test]
fn every_shell_has_a_script_that_asks_the_program() {
    let workspace = TempDir::new().unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let said = call(workspace.path(), &["completions", shell]);
        assert!(said.code == 0 && said.out.contains("ADJACENT_COMPLETE"), "{shell}: {}", said.out);
    }
    assert_eq!(call(workspace.path(), &["completions", "cmd"]).code, 2);
}
