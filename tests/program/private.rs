//! What is private: sessions that nobody else is to read, notes for oneself, lines that no list of processes shows.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{run, run_with};

const MARKER: &str = "Zqquiet plan";
const SECRET: &str = "zqsecret";

fn out(folder: &Path, arguments: &[&str]) -> String {
    let said = run(folder, arguments);
    assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
    said.out
}

fn typed(folder: &Path, arguments: &[&str], lines: &str) -> String {
    let said = run_with(folder, arguments, lines);
    assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
    said.out
}

/// What other sessions, and people, read.
fn shared(folder: &Path) -> Vec<(&'static str, String)> {
    vec![
        ("map", out(folder, &["map"])),
        ("map as JSON", out(folder, &["map", "--json"])),
        ("brief", out(folder, &["brief", "--as-of", "2030-01-01"])),
        ("brief as JSON", out(folder, &["brief", "--as-of", "2030-01-01", "--json"])),
        ("search", out(folder, &["search", "zqquiet"])),
        ("findings", out(folder, &["findings"])),
        ("ask", out(folder, &["ask"])),
        ("settle", out(folder, &["settle"])),
        ("export", out(folder, &["export", "--to", "json-graph"])),
    ]
}

const LINES: &str =
    "Zqquiet plan -> more trust : seen\ndo tell about Zqquiet plan : Claims due 2w\nwho knows the Zqquiet plan?\n";

fn assert_out_of_sight(folder: &Path) {
    for (name, page) in shared(folder) {
        assert!(!page.to_lowercase().contains("zqquiet"), "{name} says {MARKER}:\n{page}");
    }
    assert!(out(folder, &["sessions"]).lines().any(|line| line.ends_with("  private")));
    assert!(out(folder, &["sessions", "--json"]).contains("\"private\": true"));
    for refused in [vec!["room", "Quiet"], vec!["export", "Quiet", "--to", "json-graph"]] {
        let said = run(folder, &refused);
        assert!(said.code != 0 && said.err.contains("private"), "{refused:?}: {}", said.err);
    }
}

#[test]
fn a_session_begun_as_private_is_on_no_map_and_in_no_brief_or_search_and_stays_so() {
    let folder = TempDir::new().unwrap();
    typed(folder.path(), &["new", "Quiet", "--private", "--plain"], LINES);
    assert_out_of_sight(folder.path());
    let said = typed(folder.path(), &["open", "Quiet", "--plain"], "/private\n");
    assert!(said.contains("begun as private, and stays so"), "{said}");
    assert_out_of_sight(folder.path());
}

#[test]
fn a_session_made_private_while_it_runs_is_out_of_sight_until_it_is_shared_again() {
    let folder = TempDir::new().unwrap();
    typed(folder.path(), &["new", "Quiet", "--plain"], LINES);
    assert!(out(folder.path(), &["map"]).contains(MARKER));
    let said = typed(folder.path(), &["open", "Quiet", "--plain"], "/private\nZqquiet plan -> more calls\n");
    assert!(said.contains("Private from here on"), "{said}");
    assert_out_of_sight(folder.path());
    let said = typed(folder.path(), &["open", "Quiet", "--plain"], "/private\n");
    assert!(said.contains("Shared again"), "{said}");
    assert!(out(folder.path(), &["map"]).contains(MARKER));
}

#[test]
fn a_copy_that_does_not_know_that_its_session_was_made_private_is_as_private() {
    let folder = TempDir::new().unwrap();
    typed(folder.path(), &["new", "Quiet", "--plain"], LINES);
    let file = session_files(folder.path()).remove(0);
    fs::copy(&file, file.with_file_name("a copy.ron")).unwrap();
    typed(folder.path(), &["open", file.file_stem().unwrap().to_str().unwrap(), "--plain"], "/private\n");
    for (name, page) in shared(folder.path()) {
        assert!(!page.to_lowercase().contains("zqquiet"), "{name} says {MARKER}:\n{page}");
    }
}

#[test]
fn what_somebody_types_about_privacy_makes_nothing_private() {
    let folder = TempDir::new().unwrap();
    typed(
        folder.path(),
        &["new", "Quiet", "--plain"],
        "park they wrote facts: [MadePrivate]) there\nZqquiet plan -> more trust\n",
    );
    assert!(out(folder.path(), &["map"]).contains(MARKER));
    assert!(!out(folder.path(), &["sessions"]).contains("  private"));
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found
}

/// The files in which the secret stands.
fn holding(folder: &Path) -> Vec<PathBuf> {
    let holds = |path: &PathBuf| String::from_utf8_lossy(&fs::read(path).unwrap()).contains(SECRET);
    files_below(folder).into_iter().filter(holds).collect()
}

#[track_caller]
fn assert_in_one_file_of_ones_own(folder: &Path, id: &str) {
    let expected = folder.join("private").join(format!("{id}.notes.ron"));
    assert_eq!(holding(folder), std::slice::from_ref(&expected));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(expected).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_note_for_oneself_is_in_no_file_but_the_private_one_and_on_no_page() {
    for begun in [vec!["new", "Talk", "--plain"], vec!["new", "Talk", "--solo", "--plain"]] {
        let folder = TempDir::new().unwrap();
        let lines =
            format!("Bot -> more trust : seen\nme: {SECRET} ask tom later\nBot -> less noise\n/minutes\n/map\n");
        let said = typed(folder.path(), &begun, &lines);
        assert!(said.contains("Noted for you alone") && !said.contains(SECRET), "{said}");
        let id = session_files(folder.path())[0].file_stem().unwrap().to_string_lossy().into_owned();
        for page in [
            vec!["minutes", "Talk"],
            vec!["replay", "Talk", "--plain"],
            vec!["map"],
            vec!["map", "--json"],
            vec!["findings", "--json"],
            vec!["brief", "--json"],
            vec!["search", "tom"],
            vec!["settle", "--json"],
            vec!["export", "Talk", "--to", "markdown"],
            vec!["export", "Talk", "--to", "html"],
            vec!["export", "Talk", "--to", "json-graph"],
            vec!["sessions", "--json"],
            vec!["check"],
        ] {
            let said = run(folder.path(), &page);
            assert!(
                said.code == 0 && !said.out.contains(SECRET) && !said.err.contains(SECRET),
                "{page:?}: {}",
                said.out
            );
        }
        assert_in_one_file_of_ones_own(folder.path(), &id);
        assert!(out(folder.path(), &["notes", "Talk"]).contains("zqsecret ask tom later"));
        assert_eq!(run(folder.path(), &["notes", "Talk", "--delete", "2"]).code, 2);
        out(folder.path(), &["notes", "Talk", "--delete", "1"]);
        assert!(holding(folder.path()).is_empty());
    }
}

#[test]
fn a_note_for_oneself_in_transcribed_notes_goes_to_the_private_file_alone() {
    let folder = TempDir::new().unwrap();
    let notes =
        format!("# title: Talk\nBot -> more trust\n- me: {SECRET} one\n[05:00] Me: {SECRET} two\nBot -> less noise\n");
    let said = run_with(folder.path(), &["transcribe", "-"], &notes);
    assert!(said.err.contains("2 lines, 2 read") && said.err.contains("2 for yourself alone"), "{}", said.err);
    assert!(!said.err.contains(SECRET));
    let id = session_files(folder.path())[0].file_stem().unwrap().to_string_lossy().into_owned();
    assert_in_one_file_of_ones_own(folder.path(), &id);
    let listed = out(folder.path(), &["notes", "Talk"]);
    assert!(listed.contains("5:00  zqsecret two"), "{listed}");
}

#[test]
fn a_note_for_oneself_between_sessions_is_refused_and_kept_nowhere() {
    let folder = TempDir::new().unwrap();
    let said = run(folder.path(), &["note", "me:", SECRET]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("belongs to a session") && !said.err.contains(SECRET), "{}", said.err);
    assert!(session_files(folder.path()).is_empty());
    let said = run_with(folder.path(), &["read"], &format!("me: {SECRET}\n"));
    assert!(said.out.contains("for you alone") && !said.out.contains(SECRET), "{}", said.out);
}

#[test]
fn a_private_file_that_cannot_be_read_is_told_without_a_word_of_it_and_never_written_over() {
    let folder = TempDir::new().unwrap();
    typed(folder.path(), &["new", "Talk", "--plain"], &format!("me: {SECRET}\n"));
    let file = holding(folder.path()).remove(0);
    fs::write(&file, format!("[(at: 0, text: \"{SECRET}")).unwrap();
    let said =
        run_with(folder.path(), &["open", "Talk", "--plain"], &format!("me: {SECRET} more\nBot -> more trust\n"));
    assert_eq!(said.code, 3, "{}", said.out);
    assert!(said.out.contains("Not saved") && said.out.contains("More of the Bot, more trust"), "{}", said.out);
    assert_eq!(fs::read_to_string(&file).unwrap(), format!("[(at: 0, text: \"{SECRET}"));
    let said = run(folder.path(), &["notes", "Talk"]);
    assert!(said.code == 3 && !said.err.contains(SECRET), "{}", said.err);
}

#[test]
fn what_is_noted_seen_and_settled_can_come_from_standard_input() {
    let folder = TempDir::new().unwrap();
    for (arguments, line, says) in [
        (vec!["note", "-"], "Bot -> more trust", "trust"),
        (vec!["note"], "do call them : Claims due 2w", "call them"),
        (vec!["saw", "-"], "Repeat calls up", "Repeat calls"),
        (vec!["saw"], "Repeat calls down", "Repeat calls"),
        (vec!["settle", "1", "done", "-"], "it is in place", "in place"),
    ] {
        let said = typed(folder.path(), &arguments, &format!("{line}\n"));
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
    let text = fs::read_to_string(&session_files(folder.path())[0]).unwrap();
    assert!(text.contains("Bot -> more trust") && text.contains("it is in place") && !text.contains("\"-\""), "{text}");
    for wrong in ["", "one -> more two\nthree -> more four\n"] {
        let said = run_with(folder.path(), &["note", "-"], wrong);
        assert!(said.code == 2 && said.err.contains("standard input"), "{}", said.err);
    }
}
