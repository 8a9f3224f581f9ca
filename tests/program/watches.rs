//! A watched level that is crossed between sessions: brief, settle, ask and findings know it.

use tempfile::TempDir;

use crate::program::{Said, run, run_with};

const LINES: &str = "watch Quality index: below 70, @Risk acts\n@Risk owns Quality index\n";

fn begun() -> TempDir {
    let workspace = TempDir::new().unwrap();
    let said = run_with(workspace.path(), &["new", "Spring review", "--plain"], LINES);
    assert_eq!(said.code, 0, "{}", said.err);
    workspace
}

fn saw(workspace: &TempDir, what: &str) -> Said {
    let said = run(workspace.path(), &["saw", what]);
    assert_eq!(said.code, 0, "{}", said.err);
    said
}

const CROSSED: &str = "Quality index is at 62: below 70, and Risk said they would act.";

#[test]
fn brief_lists_it_first_and_settle_can_settle_it() {
    let workspace = begun();
    assert!(!run(workspace.path(), &["brief"]).out.contains("Quality index"), "nothing was seen");
    let _ = saw(&workspace, "Quality index 62");
    let brief = run(workspace.path(), &["brief"]).out;
    let first = brief.find("Crossed what was to be watched").unwrap();
    assert!(brief.contains(CROSSED), "{brief}");
    let others: Vec<usize> = brief.match_indices("Questions").map(|(at, _)| at).collect();
    assert!(others.iter().all(|other| first < *other), "{brief}");
    let list = run(workspace.path(), &["settle"]).out;
    assert!(list.contains("w1") && list.contains(CROSSED), "{list}");
    let waits = run(workspace.path(), &["settle", "w1", "not", "yet"]);
    assert!(waits.out.contains("Not yet acted upon: Quality index, below 70"), "{} {}", waits.out, waits.err);
    assert!(run(workspace.path(), &["brief"]).out.contains("not yet acted upon"));
    let acted = run(workspace.path(), &["settle", "w1", "acted", "we paused it"]);
    assert!(acted.out.contains("Acted upon: Quality index, below 70: “we paused it”"), "{} {}", acted.out, acted.err);
    assert!(!run(workspace.path(), &["settle"]).out.contains("w1"));
    assert_eq!(run(workspace.path(), &["settle", "w1", "acted"]).code, 2);
}

#[test]
fn ask_asks_what_was_done() {
    let workspace = begun();
    let _ = saw(&workspace, "Quality index down to 62");
    let asked = run(workspace.path(), &["ask"]).out;
    assert!(asked.contains("Risk") && asked.contains("Quality index fell below 70?"), "{asked}");
}
