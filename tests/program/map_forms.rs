//! The map as a whole, from the command line: by signs, by what belongs together, and in sentences.

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{harbourline, run};

fn workspace() -> TempDir {
    let workspace = TempDir::new().unwrap();
    assert_eq!(run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]).code, 0);
    workspace
}

#[test]
fn the_map_is_told_by_signs_in_groups_and_in_sentences() {
    let workspace = workspace();
    let told = |arguments: &[&str]| run(workspace.path(), &[&["map", "--as"], arguments].concat()).out;
    let matrix = told(&["matrix"]);
    assert!(matrix.contains("The row leads to the column. + more; - less; ? they disagree;"), "{matrix}");
    let of_bot = |line: &str| line.split_once(" Service bot ").is_some_and(|(_, cells)| cells.contains('-'));
    assert!(matrix.lines().any(of_bot), "{matrix}");
    assert_ne!(matrix, told(&["matrix", "--sort", "name"]));
    assert!(told(&["groups"]).starts_with("What belongs together\n"));
    let health = told(&["health"]);
    for heading in ["How the map stands", "In the middle", "Who has to be in the room"] {
        assert!(health.contains(heading), "{health}");
    }
    assert!(health.contains("Of 74 arrows, "), "{health}");
}

#[test]
fn a_filter_that_nothing_fits_is_told_as_one_and_not_as_an_empty_map() {
    let workspace = TempDir::new().unwrap();
    let empty = run(workspace.path(), &["map", "--where", "kind:forum"]).out;
    assert!(empty.contains("no line has named a thing"), "{empty}");
    assert_eq!(run(workspace.path(), &["note", "bot -> more calls"]).code, 0);
    for form in ["list", "matrix", "groups", "health"] {
        let told = run(workspace.path(), &["map", "--as", form, "--where", "kind:forum"]).out;
        assert_eq!(told, "Nothing on the map fits the filter; without --where it has 2 things.\n", "{form}");
    }
    let json: Value =
        serde_json::from_str(&run(workspace.path(), &["map", "--json", "--where", "kind:forum"]).out).unwrap();
    assert_eq!(json["nodes"].as_array().unwrap().len(), 0);
}

#[test]
fn every_form_of_the_whole_map_reads_well_on_a_narrow_terminal() {
    let workspace = workspace();
    for form in [
        ["matrix", "--sort=groups"],
        ["matrix", "--sort=busy"],
        ["groups", "--sort=groups"],
        ["health", "--sort=groups"],
    ] {
        let told = run(workspace.path(), &[&["map", "--as"], &form[..]].concat()).out;
        let wide: Vec<&str> = told.lines().filter(|line| line.chars().count() > 80).collect();
        assert!(told.lines().count() > 10 && wide.is_empty(), "{form:?}: {wide:#?}");
    }
}

#[test]
fn a_matrix_that_is_wider_than_a_terminal_goes_on_below_with_every_column_once() {
    let workspace = TempDir::new().unwrap();
    let lines: Vec<String> =
        (0..55).map(|at| format!("Service number {at:02} -> Service number {:02} : +\n", at + 1)).collect();
    let notes = workspace.path().join("notes.txt");
    std::fs::write(&notes, lines.concat()).unwrap();
    assert_eq!(run(workspace.path(), &["transcribe", notes.to_str().unwrap()]).code, 0);
    let matrix = run(workspace.path(), &["map", "--as", "matrix", "--sort", "name"]).out;
    assert!(matrix.lines().all(|line| line.chars().count() <= 80), "{matrix}");
    let cells =
        matrix.lines().filter_map(|line| line.split_once(" Service number ")).flat_map(|(_, cells)| cells.chars());
    assert_eq!(cells.filter(|cell| *cell == '+').count(), 55);
}

#[test]
fn the_json_of_the_whole_map_holds_what_the_sentences_count() {
    let workspace = workspace();
    let read = |arguments: &[&str]| -> Value { serde_json::from_str(&run(workspace.path(), arguments).out).unwrap() };
    let map = read(&["map", "--json"]);
    let edges = map["edges"].as_array().unwrap();
    let health = read(&["map", "--as", "health", "--json"]);
    let guesses = edges.iter().filter(|edge| edge["basis"] == "guess").count();
    assert_eq!(health["counts"]["guess"], guesses);
    assert_eq!(health["counts"]["disputed"], edges.iter().filter(|edge| edge["disputed"] == true).count());
    for measure in ["through", "starts", "ends", "visited"] {
        assert_eq!(
            health["central"][measure]["values"].as_object().unwrap().len(),
            map["nodes"].as_array().unwrap().len()
        );
    }
    let groups = read(&["map", "--as", "groups", "--json"]);
    let grouped: usize =
        groups["groups"].as_array().unwrap().iter().map(|group| group["things"].as_array().unwrap().len()).sum();
    assert_eq!(grouped + groups["alone"].as_array().unwrap().len(), map["nodes"].as_array().unwrap().len());
    let matrix = read(&["map", "--as", "matrix", "--json", "--where", "is:disputed"]);
    assert!(matrix["cells"].as_array().unwrap().iter().all(|cell| cell["glyph"] == "?"), "{matrix}");
}
