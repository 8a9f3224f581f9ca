//! The exit codes are those that the page about commands documents.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::call::call;

/// The codes of the page, each with a command line that ends with it.
const CODES: &[(i32, &[&str])] = &[
    (0, &["themes"]),
    (0, &["doctor"]),
    (1, &["check"]),
    (1, &["import", "nothing.csv"]),
    (2, &["no-such-command"]),
    (2, &["tour"]),
    (2, &["export", "--to", "html", "-o", "map.ron"]),
    (2, &["minutes", "spring"]),
    (3, &["minutes", "nobody-wrote-this"]),
    (3, &["export", "--to", "html", "-o", "no/such/folder/map.html"]),
];

#[test]
fn every_documented_code_is_the_one_that_commands_end_with() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md")).unwrap();
    let documented: Vec<i32> =
        page.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" |")?.0.parse().ok()).collect();
    let mut tried: Vec<i32> = CODES.iter().map(|(code, _)| *code).collect();
    tried.dedup();
    assert_eq!(documented, tried);
    let workspace = TempDir::new().unwrap();
    for title in ["Spring review", "Spring talk"] {
        let notes = workspace.path().join(format!("{title}.txt"));
        fs::write(&notes, format!("# title: {title}\nService bot -> more calls of {title}\n")).unwrap();
        assert_eq!(call(workspace.path(), &["transcribe", notes.to_str().unwrap()]).code, 0);
    }
    fs::write(workspace.path().join("nothing.csv"), "").unwrap();
    let file = workspace.path().join("nothing.csv");
    for (code, line) in CODES {
        if line == &["check"] {
            fs::create_dir_all(workspace.path().join("exercises")).unwrap();
            fs::write(workspace.path().join("exercises/broken.ron"), "(").unwrap();
        }
        let line: Vec<&str> =
            line.iter().map(|word| if *word == "nothing.csv" { file.to_str().unwrap() } else { *word }).collect();
        let said = call(workspace.path(), &line);
        assert_eq!(said.code, *code, "{line:?}: {}{}", said.out, said.err);
    }
}
