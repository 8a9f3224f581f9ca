//! The manual lists the commands of the console.

use adjacent::app::commands;
use tempfile::TempDir;

use crate::call::call;

#[test]
fn every_command_of_the_console_stands_in_the_manual_with_its_keys() {
    let workspace = TempDir::new().unwrap();
    let printed = call(workspace.path(), &["man"]).out;
    let folder = workspace.path().join("man");
    assert_eq!(call(workspace.path(), &["man", "-o", folder.to_str().unwrap()]).code, 0);
    let written = std::fs::read_to_string(folder.join("adjacent.1")).unwrap();
    for page in [printed, written] {
        // Roff writes a dash and an apostrophe with a backslash before it.
        let page = page.replace("\\-", "-").replace("\\*(Aq", "'");
        for row in commands().all() {
            let name = format!("\\fB/{}\\fR", row.name);
            let line = page.lines().find(|line| line.starts_with(&name));
            assert!(line.is_some_and(|line| line.ends_with(&row.keys())), "{}: {line:?}", row.name);
            assert!(page.contains(row.words), "{}", row.name);
        }
    }
}
