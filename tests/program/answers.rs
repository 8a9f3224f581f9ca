//! Answers of every shape, a plan that changes, and the minutes, line by line without a screen.

use crate::program::{Said, run, run_with};

/// A workshop that is walked line by line.
fn walked(agenda: &str, lines: &[&str]) -> Said {
    let workspace = tempfile::tempdir().unwrap();
    run_with(workspace.path(), &["new", "Spring", "--plain", "--agenda", agenda], &lines.join("\n"))
}

#[test]
fn a_step_lists_what_it_walks_over_and_numbers_and_words_answer_it() {
    let said = walked(
        "next",
        &[
            "@Claims owns !Claims triage",
            "@Contact Centre owns !Service bot",
            "/prompt",
            "2",
            "/go 6",
            "3 5 0 1",
            "guard: keep reason codes",
        ],
    );
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for expected in [
        "  2 Service bot",
        "Named: Service bot, something we are changing.",
        "  2 guard",
        "guard 5",
        "For the Service bot: go on with a guard: keep reason codes.",
    ] {
        assert!(said.out.contains(expected), "{expected}: {}", said.out);
    }
}

#[test]
fn numbers_that_do_not_answer_what_is_asked_get_a_sentence() {
    let said = walked("next", &["/go 6", "3 5"]);
    assert!(said.out.contains("look: 2 numbers for 4 choices: give one for each, 0 for none"), "{}", said.out);
}

#[test]
fn the_talk_stays_with_one_of_the_list_until_it_is_turned() {
    let said = walked(
        "draw",
        &[
            "@Claims owns !Claims triage",
            "@Contact Centre owns !Service bot",
            "/next",
            "data",
            "a platform",
            "/skip",
            "data",
        ],
    );
    for expected in [
        "The Claims triage cannot work without data.",
        "The Claims triage cannot work without platform.",
        "> 2 Service bot",
        "The Service bot cannot work without data.",
    ] {
        assert!(said.out.contains(expected), "{expected}: {}", said.out);
    }
}

#[test]
fn a_plan_can_be_looked_at_and_changed_and_an_absurd_one_gets_a_sentence() {
    let said = walked("75", &["/plan", "/plan next=0, close=5", "/plan nonsense", "/plan next=99999", "/next"]);
    assert!(said.out.contains("arrive=6, draw=18, next=20, bound=15, close=8, slack=8"), "{}", said.out);
    assert!(said.out.contains("there is no exercise called \"nonsense\""), "{}", said.out);
    assert!(said.out.contains("\"99999\" is not a number of minutes up to 1440"), "{}", said.out);
    assert_eq!(said.code, 0);
}

#[test]
fn the_minutes_are_there_at_any_moment() {
    let said = walked("next", &["Service bot -> less handle time", "/minutes", "/quit"]);
    assert!(said.out.contains("# Spring") && said.out.contains("## What was said"), "{}", said.out);
}

#[test]
fn a_rehearsal_leaves_no_trace_in_the_shared_map() {
    let workspace = tempfile::tempdir().unwrap();
    let new = |title, rehearsal: &[&str], line| {
        let arguments = [&["new", title, "--plain"], rehearsal].concat();
        let _ = run_with(workspace.path(), &arguments, line);
    };
    new("The real thing", &[], "Service bot -> less handle time");
    new("A dry run", &["--rehearsal"], "Mockbot -> more nonsense");
    let map = run(workspace.path(), &["map"]).out;
    assert!(map.contains("Service bot") && !map.contains("Mockbot"), "{map}");
}

#[test]
fn alone_a_promise_with_a_day_is_ones_own() {
    let workspace = tempfile::tempdir().unwrap();
    let lines = "Service bot\n/next\nRetention\n/next\nmore repeat calls\n/next\nPriya due fri\n/next\n";
    let said = run_with(workspace.path(), &["new", "Five", "--solo", "--plain", "--agenda", "5"], lines);
    assert!(said.out.contains("You will do this by"), "{}", said.out);
    for expected in ["Service bot", "Retention", "more repeat calls"] {
        let message = said.out.split("Hello ").nth(1).unwrap();
        assert!(message.contains(expected), "{expected}: {message}");
    }
}
