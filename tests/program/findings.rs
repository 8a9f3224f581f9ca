//! What shows when the map is read, for people and for programs.

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{run, run_with};

/// A workspace with one session in which these lines were said.
fn workspace(lines: &str) -> TempDir {
    let workspace = tempfile::tempdir().unwrap();
    let _ = run_with(workspace.path(), &["new", "Ward beds", "--plain"], lines);
    workspace
}

const LINES: &str = "want trust up\n!Bot -> handle time : - seen\nhandle time -> trust : + guess\n";

fn json(workspace: &TempDir, arguments: &[&str]) -> Vec<Value> {
    let said = run(workspace.path(), &[&["findings", "--json"], arguments].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    serde_json::from_str::<Value>(&said.out).unwrap()["findings"].as_array().unwrap().clone()
}

#[test]
fn a_program_gets_every_field_of_a_finding() {
    let workspace = workspace(LINES);
    let found = json(&workspace, &["--lens", "ripple"]);
    let [ripple] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(ripple["about"], serde_json::json!(["Bot", "trust"]));
    assert_eq!((&ripple["pattern"], &ripple["state"], &ripple["band"]), (&Value::Null, &"open".into(), &"note".into()));
    assert_eq!(ripple["severity"], 15);
    assert!(ripple["says"].as_str().unwrap().starts_with("More of Bot moves trust the wrong way"), "{ripple}");
    assert!(ripple["ask"].as_str().unwrap().ends_with('?'));
    let evidence = ripple["evidence"].as_array().unwrap();
    assert_eq!(evidence.iter().map(|said| said["seq"].as_u64().unwrap()).collect::<Vec<_>>(), [4, 5]);
    assert!(evidence[0]["session"].as_str().unwrap().contains("ward-beds"));
}

#[test]
fn a_person_reads_the_question_first_and_no_weight_and_what_it_rests_on() {
    let workspace = workspace(LINES);
    let said = run(workspace.path(), &["findings", "Ward", "--lens", "ripple"]);
    let rows: Vec<&str> = said.out.lines().collect();
    assert!(rows[0].starts_with("Who would notice first"), "{}", said.out);
    assert!(rows[2].starts_with("  · Bot: less handle time · seen, "), "{}", said.out);
    assert!(!said.out.contains("note") && !said.out.contains("15"), "{}", said.out);
}

#[test]
fn what_was_said_later_does_not_show_earlier_and_a_wrong_lens_gets_a_sentence() {
    let workspace = workspace(LINES);
    assert_eq!(json(&workspace, &["--session", "Ward", "--until", "2", "--lens", "ripple"]), Vec::<Value>::new());
    let said = run(workspace.path(), &["findings", "--lens", "ripples"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("there is no lens \"ripples\"; there are ripple, loop"), "{}", said.err);
}

#[test]
fn an_empty_map_shows_nothing_and_says_that_this_means_little() {
    let workspace = tempfile::tempdir().unwrap();
    let said = run(workspace.path(), &["findings"]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "Nothing shows so far. That says little about a map on which little was said.\n")
    );
}

#[test]
fn how_sure_it_is_stands_below_what_it_rests_on() {
    let workspace = workspace(LINES);
    let said = run(workspace.path(), &["findings", "--lens", "ripple"]);
    assert!(said.out.contains("  · one of these is a guess; known least: handle time to trust\n"), "{}", said.out);
}
