//! What could be asked next, as a command.

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{harbourline, run};

#[test]
fn the_worked_example_is_asked_three_things_at_minute_thirty_four() {
    let workspace = TempDir::new().unwrap();
    let _ = run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]);
    let said = run(workspace.path(), &["ask", "--json", "--until", "34:00"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let asked: Value = serde_json::from_str(&said.out).unwrap();
    let asked: Vec<(u64, String)> = asked.as_array().unwrap().iter().map(template_and_subject).collect();
    let expected =
        [(34, "Claims triage, Complex case load"), (9, "Customer trust"), (18, "Repeat calls, Retention rate")];
    assert_eq!(asked, expected.map(|(template, about)| (template, about.to_owned())));
    let by_line = run(workspace.path(), &["ask", "four", "--json", "--until", "55"]);
    assert_eq!(by_line.out, said.out);
}

fn template_and_subject(question: &Value) -> (u64, String) {
    assert!(question["score"].as_f64().unwrap() > 0.0);
    assert!(question["ask"].as_str().unwrap().ends_with('?'));
    assert!(question["because"].as_str().unwrap().ends_with('.'));
    let about: Vec<&str> = question["about"].as_array().unwrap().iter().map(|label| label.as_str().unwrap()).collect();
    (question["template"].as_u64().unwrap(), about.join(", "))
}

#[test]
fn people_read_the_question_and_why_it_is_asked() {
    let workspace = TempDir::new().unwrap();
    let _ = run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]);
    let said = run(workspace.path(), &["ask", "--until", "34:00"]);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 6, "{}", said.out);
    assert_eq!(lines[0], "Claims triage to Complex case load: what has each of you seen that the other hasn't?");
    assert!(lines.iter().skip(1).step_by(2).all(|line| line.starts_with("  because: ")), "{}", said.out);
}

#[test]
fn ten_open_ends_are_listed_each_with_its_thing_its_direction_and_what_it_may_change() {
    let workspace = TempDir::new().unwrap();
    let _ = run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]);
    let said = run(workspace.path(), &["ask", "--open", "--most", "10", "--json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let asked: Value = serde_json::from_str(&said.out).unwrap();
    let asked = asked.as_array().unwrap();
    assert_eq!(asked.len(), 10);
    let mut ends: Vec<(&str, &str)> = Vec::new();
    for question in asked {
        let (thing, direction) = (question["thing"].as_str().unwrap(), question["direction"].as_str().unwrap());
        assert!(!ends.contains(&(thing, direction)), "{thing} {direction}");
        ends.push((thing, direction));
        let perhaps = question["perhaps"].as_array();
        match direction {
            "out" => assert!((1..=5).contains(&perhaps.unwrap().len()), "{question}"),
            _ => assert!(direction == "in" && perhaps.is_none(), "{question}"),
        }
    }
    let again = run(workspace.path(), &["ask", "--open", "--most", "10", "--json"]);
    assert_eq!(again.out, said.out);
}

#[test]
fn where_nothing_was_said_nothing_is_asked() {
    let workspace = TempDir::new().unwrap();
    let said = run(workspace.path(), &["ask", "--json"]);
    assert_eq!((said.code, said.out.trim()), (0, "[]"));
    assert!(run(workspace.path(), &["ask"]).out.contains("adjacent new"));
    assert_eq!(run(workspace.path(), &["ask", "--until", "soon"]).code, 2);
}
