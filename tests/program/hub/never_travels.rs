//! What never travels is in no dump of the database: names, notes, private sessions, rehearsals, what-ifs, assessments.

use std::fs;
use std::path::Path;

use crate::pipe::session_files;
use crate::postgres::{Cluster, PASSWORD};

use super::joined::{begun, joined, synced, typed, works};

/// Whatever must stay on its machine has this in it.
const QUIET: &str = "zqq";

/// What may travel, so that an empty dump proves nothing.
const LOUD: &str = "Zqloud";

/// A workspace that has everything that never travels.
fn filled(workspace: &Path) {
    // Two people who are spoken of by name, a note for oneself, and a line for everybody.
    let lines = format!(
        "{QUIET}t> {LOUD} bot -> more calls : seen\nme: {QUIET} ask again\n{QUIET}e> Calls -> less Trust\n/quit\n"
    );
    typed(workspace, &["new", "Spring review", "--plain"], &lines);
    let quiet = format!("{QUIET} thing -> more {QUIET} calls : seen\n/quit\n");
    typed(workspace, &["new", &format!("{QUIET} alone"), "--private", "--plain"], &quiet);
    typed(workspace, &["new", &format!("{QUIET} dry run"), "--rehearsal", "--plain"], &quiet);
    let origin = session_files(workspace).into_iter().find(|file| fs::read_to_string(file).unwrap().contains(LOUD));
    let origin = origin.unwrap().file_stem().unwrap().to_string_lossy().into_owned();
    works(workspace, &["what-if", &format!("{origin}@2"), &format!("{QUIET} branch")]);
    typed(workspace, &["open", &format!("{QUIET} branch"), "--plain"], &quiet);
    let notes = workspace.join("people.txt");
    let people = format!(
        "# title: Day\n# facilitator: {QUIET}noor\n# person: mei = {QUIET}mei ling @ Claims\n\
         mei> {LOUD} plan -> more trust\n"
    );
    fs::write(&notes, people).unwrap();
    works(workspace, &["transcribe", notes.to_str().unwrap()]);
    let private = workspace.join("private");
    fs::create_dir_all(private.join("assessments")).unwrap();
    fs::write(private.join("assessments/2026-11-01.ron"), format!("({QUIET})")).unwrap();
    fs::write(private.join(format!("{origin}.hidden.ron")), format!("({QUIET})")).unwrap();
    fs::write(workspace.join(format!("{QUIET}.txt")), QUIET).unwrap();
}

#[test]
fn no_name_no_note_and_nothing_private_is_in_a_dump_of_the_database_or_on_another_machine() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let here = joined(&hub, cluster.address());
    filled(here.path());
    let private = files(&here.path().join("private"));
    let named = private.iter().filter(|file| fs::read_to_string(file).unwrap().to_lowercase().contains(QUIET));
    assert!(named.count() >= 4, "names and notes are beside the sessions: {private:?}");
    synced(here.path());
    let dump = cluster.dump(&hub.database);
    assert!(dump.matches(LOUD).count() >= 2, "the lines of the room are there:\n{dump}");
    let lower = dump.to_lowercase();
    assert!(!lower.contains(QUIET), "{}", around(&lower, QUIET));
    assert!(!dump.contains(PASSWORD), "{}", around(&dump, PASSWORD));
    // The folder is nobody's business.
    let folder = here.path().display().to_string();
    assert!(!dump.contains(&folder), "{}", around(&dump, &folder));

    let there = joined(&hub, cluster.address());
    synced(there.path());
    for file in files(there.path()) {
        let text = String::from_utf8_lossy(&fs::read(&file).unwrap()).to_lowercase();
        assert!(!text.contains(QUIET), "{}: {}", file.display(), around(&text, QUIET));
    }
    assert!(works(there.path(), &["map"]).contains(LOUD));
}

#[test]
fn a_session_that_is_made_private_later_sends_nothing_more() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let here = joined(&hub, cluster.address());
    typed(here.path(), &["new", "Spring review", "--plain"], &format!("{LOUD} bot -> more calls\n/quit\n"));
    synced(here.path());
    let private = format!("/private\n{QUIET} thing -> more calls\n/quit\n");
    typed(here.path(), &["open", "Spring review", "--plain"], &private);
    synced(here.path());
    let dump = cluster.dump(&hub.database).to_lowercase();
    assert!(!dump.contains(QUIET), "{}", around(&dump, QUIET));
}

#[test]
fn the_password_is_in_no_file_of_the_workspace_and_in_no_list_of_processes() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let here = joined(&hub, cluster.address());
    typed(here.path(), &["new", "Spring review", "--plain"], "Bot -> more calls\n/quit\n");
    synced(here.path());
    for file in files(here.path()) {
        assert!(!String::from_utf8_lossy(&fs::read(&file).unwrap()).contains(PASSWORD), "{}", file.display());
    }
}

/// What stands around a text that should not be there.
fn around(text: &str, found: &str) -> String {
    let lines = text.lines().filter(|line| line.contains(found)).take(5);
    lines.collect::<Vec<_>>().join("\n")
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
