//! Several tables with one plan: their sessions, what the lead sees, and what two tables contradict each other on.

use std::fs;
use std::path::Path;

use adjacent::record::Gathering;
use adjacent::store::Workspace;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{run, run_with};

/// Three tables with one plan in a workspace.
fn three_tables(agenda: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    typed(folder.path(), &["new", "Four cities", "--tables", "3", "--agenda", agenda, "--plain"], "");
    folder
}

fn typed(folder: &Path, arguments: &[&str], lines: &str) -> String {
    let said = run_with(folder, arguments, lines);
    assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
    said.out
}

/// Types at a table.
fn at(folder: &Path, session: &str, lines: &str) -> String {
    typed(folder, &["open", session, "--plain"], &format!("{lines}/quit\n"))
}

fn tables(folder: &Path) -> Value {
    serde_json::from_str(&typed(folder, &["tables", "--json"], "")).unwrap()
}

/// Two tables that see opposite things, one that sees what the first sees.
fn disagreeing() -> TempDir {
    let folder = three_tables("next");
    at(
        folder.path(),
        "Four cities, table 1",
        "/next\nmei> Service bot -> Repeat calls : + seen\nmei> Bot needs Scripts\n",
    );
    at(folder.path(), "Four cities, table 2", "/next\n/next\ntom> service bot -> repeat calls : - seen\n");
    at(folder.path(), "Four cities, table 3", "/next\nada> Service bot -> Repeat calls : +\n");
    folder
}

#[test]
fn every_table_is_a_session_that_knows_its_gathering_and_waits_to_be_opened() {
    let folder = TempDir::new().unwrap();
    let says = typed(folder.path(), &["new", "Four cities", "--tables", "5", "--agenda", "next=20", "--plain"], "");
    assert_eq!(session_files(folder.path()).len(), 6);
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut places: Vec<(Gathering, String)> = Vec::new();
    for known in workspace.list().unwrap() {
        assert!(known.waits, "{}", known.id);
        assert!(says.contains(&format!("adjacent open {}\n", known.id)), "{says}");
        let session = workspace.load(&known.id).unwrap().session;
        places.push((session.gathering().unwrap().clone(), format!("{}: {:?}", session.title(), session.agenda())));
    }
    places.sort_by_key(|(place, _)| place.table);
    assert!(places.iter().all(|(place, _)| place.id == places[0].0.id && place.tables == 5));
    assert_eq!(
        places.iter().map(|(place, _)| place.table).collect::<Vec<_>>(),
        [None, Some(1), Some(2), Some(3), Some(4), Some(5)]
    );
    assert!(places[0].1.starts_with("Four cities: ") && places[0].1.contains("plenary"), "{}", places[0].1);
    for (place, says) in &places[1..] {
        let number = place.table.unwrap();
        assert!(says.starts_with(&format!("Four cities, table {number}: ")) && says.contains("minutes: 20"), "{says}");
    }
    assert_eq!(run(folder.path(), &["check"]).code, 0);
}

#[test]
fn the_lead_sees_where_each_table_is_and_how_much_it_has() {
    let folder = disagreeing();
    let seen = tables(folder.path());
    let table = |number: usize, name: &str| seen["tables"][number][name].clone();
    assert_eq!(seen["title"], "Four cities");
    assert_eq!((table(0, "lines"), table(1, "lines"), table(2, "lines")), (json!(2), json!(1), json!(1)));
    assert_eq!((table(0, "stage"), seen["plenary"]["stage"].clone()), (json!("running"), json!("waiting")));
    assert_eq!((table(0, "step")["number"].clone(), table(1, "step")["number"].clone()), (json!(2), json!(3)));
    assert_eq!((table(0, "step")["of"].clone(), table(1, "step")["title"].clone()), (json!(6), json!("Next door")));
    assert_eq!((seen["arrows"].clone(), seen["things_of_several"].clone()), (json!(2), json!(2)));
    let text = typed(folder.path(), &["tables"], "");
    assert!(text.contains("table 2   at 3 of 6, Next door"), "{text}");
    assert!(text.contains("plenary   not started: adjacent open "), "{text}");
}

#[test]
fn two_tables_that_contradict_each_other_are_named() {
    let folder = disagreeing();
    let found = tables(folder.path())["contradictions"].clone();
    let wanted = json!([{
        "from": "service bot",
        "to": "repeat calls",
        "relation": "affects",
        "sides": [{ "says": "more", "tables": [1, 3] }, { "says": "less", "tables": [2] }],
        "torn": [],
        "plenary": null,
    }]);
    assert_eq!(found, wanted);
    let text = typed(folder.path(), &["tables", "four"], "");
    assert!(text.contains("Service bot → Repeat calls: more at tables 1 and 3, less at table 2\n"), "{text}");
}

#[test]
fn the_plenary_walks_what_the_tables_contradict_each_other_on() {
    let folder = disagreeing();
    let says = at(folder.path(), "Four cities", "/next\n5 2 1 9\nService bot -> Repeat calls : + seen\n");
    assert!(says.contains("Service bot → Repeat calls (more at tables 1 and 3, less at table 2)"), "{says}");
    assert!(says.to_lowercase().contains("more 5, less 2"), "{says}");
    assert_eq!(tables(folder.path())["contradictions"][0]["plenary"], "more");
    let text = typed(folder.path(), &["tables"], "");
    assert!(text.contains("less at table 2; the plenary: more\n"), "{text}");
}

#[test]
fn files_that_came_from_elsewhere_tell_the_same() {
    let folder = disagreeing();
    let other = TempDir::new().unwrap();
    fs::create_dir(other.path().join("sessions")).unwrap();
    for file in session_files(folder.path()) {
        fs::copy(&file, other.path().join("sessions").join(file.file_name().unwrap())).unwrap();
    }
    let (here, there) = (tables(folder.path()), tables(other.path()));
    for name in ["contradictions", "arrows", "things", "latest", "id"] {
        assert_eq!(here[name], there[name], "{name}");
    }
    // A table whose file is not here yet is said to be missing.
    fs::remove_file(
        session_files(other.path()).iter().find(|path| path.to_string_lossy().contains("table-2")).unwrap(),
    )
    .unwrap();
    let left = tables(other.path());
    assert_eq!((left["tables"][1]["stage"].clone(), left["contradictions"].clone()), (json!("absent"), json!([])));
}

#[test]
fn nothing_of_a_private_table_and_no_reason_that_somebody_gave_is_shown() {
    let folder = three_tables("next");
    at(folder.path(), "table 1", "/next\nBot -> Trust : + seen \"quibbleworth told me\"\n");
    at(folder.path(), "table 2", "/next\nZanzara -> Trust : -\n/private\n");
    let (text, json) = (typed(folder.path(), &["tables"], ""), tables(folder.path()).to_string());
    for marker in ["quibbleworth", "zanzara"] {
        assert!(!text.to_lowercase().contains(marker) && !json.to_lowercase().contains(marker), "{text}{json}");
    }
    assert!(text.contains("table 2   private\n"), "{text}");
    assert!(text.contains("No two tables contradict each other so far."), "{text}");
}

#[test]
fn hostile_names_are_cleaned_where_the_tables_are_told() {
    let folder = three_tables("next");
    at(folder.path(), "table 1", "/next\n[Bo\u{202e}t] -> Trust : +\n");
    at(folder.path(), "table 2", "/next\n[Bo\u{202e}t] -> Trust : -\n");
    let text = typed(folder.path(), &["tables"], "");
    assert!(!text.contains('\u{202e}') && text.contains("Trust: "), "{text:?}");
}

#[test]
fn a_workspace_without_tables_says_how_to_have_them() {
    let folder = TempDir::new().unwrap();
    assert!(typed(folder.path(), &["tables"], "").contains("--tables 5"));
    assert_eq!(typed(folder.path(), &["tables", "--json"], ""), "null\n");
    for wrong in [["--tables", "1"], ["--tables", "25"]] {
        assert_eq!(run(folder.path(), &["new", "X", wrong[0], wrong[1]]).code, 2);
    }
    assert_eq!(run(folder.path(), &["new", "X", "--tables", "3", "--solo"]).code, 2);
    assert_eq!(run(folder.path(), &["tables", "nowhere"]).code, 3);
}
