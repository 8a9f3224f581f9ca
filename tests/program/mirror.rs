//! The mirror in a terminal, killed at once: every answer whose successor was on the screen is there.

use tempfile::TempDir;

use crate::pty::Pty;

/// A key, and what is on the screen once it was answered and kept.
const KEYS: [(&str, &str); 7] = [
    ("3", "Goes and finds out"),
    ("4", "Who outside your function told you"),
    ("Tom rang\r", "When was that?"),
    ("3 weeks ago\r", "Sees loops, not lines"),
    ("0", "Holds own view lightly"),
    ("2", "Knows own incentives"),
    ("1", "Crosses over"),
];

fn at_the_mirror(workspace: &std::path::Path) -> Pty {
    let mut pty = Pty::start(workspace, &["assess"]);
    pty.sees("Where do you lead from?").keys("\r");
    pty
}

#[test]
fn killed_after_every_answer_it_goes_on_behind_it() {
    let workspace = TempDir::new().unwrap();
    for (at, (key, next)) in KEYS.into_iter().enumerate() {
        let mut pty = at_the_mirror(workspace.path());
        if let Some((_, here)) = at.checked_sub(1).and_then(|before| KEYS.get(before)) {
            pty.sees(here);
        } else {
            pty.sees("Looks two steps out");
        }
        pty.keys(key).sees(next).signal("KILL").ends();
    }
    let path = workspace.path().join("private/assessments");
    let file = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    let file = file.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "ron")).unwrap();
    let text = std::fs::read_to_string(file).unwrap();
    for words in ["\"Tom rang\"", "rating: 4", "rating: 2", "rating: 1"] {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
}

#[test]
fn the_sample_leader_is_one_command_away_and_the_terminal_is_given_back() {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &["assess", "--sample"]);
    pty.sees("three assessments over two years").sees("You lead from Teams").keys("r").sees("To work on");
    pty.keys("\u{11}").sees("leave?").keys("\r").is_given_back().ends();
    assert!(!workspace.path().join("private").exists());
}
