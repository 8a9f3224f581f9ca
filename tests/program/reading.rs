//! `adjacent read`: languages, steps, people, reasons.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, run_with};

const PEOPLE: [&str; 4] =
    ["--person", "rosa = Rosa, planner @ Dispatch", "--person", "jk = Jonas Kern, analyst @ Control"];

fn read(workspace: &Path, arguments: &[&str], lines: &str) -> Said {
    run_with(workspace, &[&["read"], arguments].concat(), lines)
}

/// The JSON objects of these lines.
#[track_caller]
fn objects(arguments: &[&str], lines: &str) -> Vec<Value> {
    let workspace = TempDir::new().unwrap();
    let said = read(workspace.path(), &[&["--json"], arguments].concat(), lines);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(session_files(workspace.path()).is_empty(), "reading records nothing");
    said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_line_is_read_as_an_answer_in_its_step() {
    let read = objects(&["--step", "next.2"], "!Slot planner\nfewer empty bays, more calls from drivers\n");
    assert_eq!(read[0]["type"], "node", "notation before the answer is notation");
    let ends: Vec<_> =
        read[1]["claims"].as_array().unwrap().iter().map(|claim| (&claim["from"], &claim["to"])).collect();
    let from = json!("Slot planner");
    assert_eq!(ends, [(&from, &json!("empty bays")), (&from, &json!("calls from drivers"))]);
    let hands = &objects(&["--step", "decide.2"], "!Yard app\n2 5 1 0\n")[1];
    assert_eq!((&hands["type"], &hands["counts"]), (&json!("hands"), &json!([2, 5, 1, 0])));
    let decision = &objects(&["--step", "decide.2"], "!Yard app\nguard: a clerk signs every refusal\n")[1];
    assert_eq!((&decision["verdict"], &decision["text"]), (&json!("guard"), &json!("a clerk signs every refusal")));
}

#[test]
fn what_the_step_is_about_can_be_given() {
    let claim = |arguments: &[&str], line: &str| objects(arguments, line)[0]["claims"][0].clone();
    let needs = claim(&["--step", "draw.2", "--current", "Service bot"], "tariff history\n");
    assert_eq!(
        (&needs["from"], &needs["kind"], &needs["to"]),
        (&json!("Service bot"), &json!("needs"), &json!("tariff history"))
    );
    let next = claim(&["--step", "next.3", "--current", "overtime"], "more calls\n");
    assert_eq!((&next["from"], &next["to"]), (&json!("overtime"), &json!("calls")));
    let decided = &objects(&["--step", "decide.2", "--current", "Yard app"], "stop: nobody uses it\n")[0];
    assert_eq!(decided["type"], "decide", "{decided}");
    assert!(decided["says"].as_str().unwrap().contains("Yard app"));
    let said = &objects(&["--step", "arrive.2", "--current", "Dispatch"], "we only hear of it when a truck waits\n")[0];
    assert_eq!(said["type"], "say", "{said}");
    assert!(said["says"].as_str().unwrap().contains("Dispatch"), "{said}");
}

#[test]
fn the_current_one_is_chosen_among_those_the_step_walks_over() {
    let lines = "!Dock planner\n!Tariff bot\nroad data\n";
    let from = |arguments: &[&str]| objects(arguments, lines)[2]["claims"][0]["from"].clone();
    assert_eq!(from(&["--step", "draw.2"]), "Dock planner", "without one, the first that is open");
    assert_eq!(from(&["--step", "draw.2", "--current", "tariff bot"]), "Tariff bot");
}

#[test]
fn promises_name_people_as_the_line_does() {
    let promise = |line: &str| objects(&[&PEOPLE, ["--step", "close.2"].as_slice()].concat(), line)[0].clone();
    let found = promise("Rosa to collect ten wrong tours by 2027-03-04\n");
    assert_eq!((&found["who"], &found["due"]), (&json!("Rosa"), &json!("2027-03-04")));
    assert!(found["text"].as_str().unwrap().ends_with("collect ten wrong tours"), "{found}");
    for (line, who) in [("do ask Legal : jk due 2w\n", "jk"), ("do ask Legal : Jonas due 2w\n", "Jonas")] {
        assert_eq!(promise(line)["who"], who, "{line}");
    }
    assert_eq!(promise("jk> the tours are wrong\n")["speaker"], "jk");
    let decided = &objects(
        &[&PEOPLE, ["--step", "decide.2"].as_slice()].concat(),
        "!Yard app\nwait for the numbers Jonas brings\n",
    )[1];
    assert!(decided["text"].as_str().unwrap().ends_with("the numbers Jonas brings"), "{decided}");
    assert!(
        decided["says"].as_str().unwrap().contains("the numbers Control brings"),
        "the record has no name: {decided}"
    );
}

#[test]
fn a_listed_person_speaks_in_every_form_in_which_a_speaker_is_written() {
    let read = |line: &str| objects(&PEOPLE, line)[0].clone();
    for (line, speaker) in [
        ("rosa> slot planner -> less overtime\n", "rosa"),
        ("Rosa> slot planner -> less overtime\n", "rosa"),
        ("Rosa: slot planner -> less overtime\n", "rosa"),
        ("ROSA: slot planner -> less overtime : +\n", "rosa"),
        ("[Rosa] slot planner -> less overtime\n", "rosa"),
        ("JK: slot planner -> less overtime\n", "jk"),
        ("JK> slot planner -> less overtime\n", "jk"),
        ("Kern: slot planner -> less overtime\n", "jk"),
        ("- Jonas: slot planner -> less overtime\n", "jk"),
        ("00:12:07 Rosa: slot planner -> less overtime\n", "rosa"),
        ("[09:41] Jonas Kern: slot planner -> less overtime\n", "jk"),
        ("10:32 AM jk> slot planner -> less overtime\n", "jk"),
    ] {
        let found = read(line);
        let claim = &found["claims"][0];
        assert_eq!((&claim["from"], &claim["to"]), (&json!("slot planner"), &json!("overtime")), "{line}: {found}");
        assert_eq!(found["speaker"], speaker, "{line}");
        let words = found.to_string().to_lowercase();
        assert_eq!(
            words.matches("rosa").count() + words.matches("jonas").count(),
            usize::from(speaker == "rosa"),
            "{found}"
        );
    }
}

#[test]
fn a_word_before_a_colon_that_nobody_is_called_is_offered_as_a_newcomer() {
    let read = |lines: &str| objects(&PEOPLE, lines).pop().unwrap();
    let found = read("Piet: slot planner -> more walking\n");
    assert_eq!((&found["type"], &found["speaker"], &found["claims"]), (&json!("text"), &Value::Null, &json!([])));
    assert_eq!(found["text"], "Piet: slot planner -> more walking", "the words stay");
    let claim = &found["offers"][0]["claims"][0];
    assert_eq!(
        (&claim["from"], &claim["to"], &claim["sign"]),
        (&json!("slot planner"), &json!("walking"), &json!("+"))
    );
    assert_eq!(found["offers"][1]["claims"][0]["from"], "Piet: slot planner");
    let marked = read("GR> network outage -> more walking\n");
    assert_eq!(
        (&marked["type"], &marked["offers"][0]["claims"][0]["from"]),
        (&json!("text"), &json!("network outage"))
    );
    for line in ["Piet: hello\n", "Decision: planner -> less walking\n", "09:41 coffee\n"] {
        assert_eq!(read(line)["offers"], json!([]), "{line}");
    }
    assert_eq!(read("!Planner\nPlanner: Planner -> more walking\n")["offers"], json!([]), "a known thing is nobody");
}

#[test]
fn a_promise_behind_a_name_and_a_colon_is_theirs() {
    let promise = |line: &str| objects(&[&PEOPLE, ["--step", "close.2"].as_slice()].concat(), line)[0].clone();
    let found = promise("Rosa: collect ten wrong tours by 2027-03-04\n");
    assert_eq!((&found["type"], &found["who"], &found["due"]), (&json!("do"), &json!("Rosa"), &json!("2027-03-04")));
    assert_eq!((&found["text"], &found["speaker"]), (&json!("collect ten wrong tours"), &json!("rosa")));
    let boxed = promise("- [ ] Rosa: collect ten wrong tours by 2027-03-04\n");
    assert_eq!((&boxed["type"], &boxed["who"], &boxed["due"]), (&json!("do"), &json!("Rosa"), &json!("2027-03-04")));
    assert_eq!(boxed["text"], "collect ten wrong tours");
    let elsewhere = objects(&PEOPLE, "- [ ] Rosa: collect ten wrong tours by 2027-03-04\n")[0].clone();
    assert_eq!((&elsewhere["type"], &elsewhere["offers"][0]["type"]), (&json!("text"), &json!("do")), "{elsewhere}");
    assert_eq!(elsewhere["offers"][0]["who"], "Rosa");
}

#[test]
fn what_stands_behind_a_clock_time_and_a_speaker_was_said_aloud() {
    let found = objects(&PEOPLE, "[09:41] Rosa: more tours lead to more overtime\n")[0].clone();
    assert_eq!((&found["type"], &found["speaker"], &found["claims"]), (&json!("text"), &json!("rosa"), &json!([])));
    assert_eq!(found["offers"][0]["claims"][0]["to"], "overtime");
}

#[test]
fn lines_above_and_between_say_how_the_lines_below_are_read() {
    let lines = "# lang: de, en\n# person: rosa = Rosa, planner @ Dispatch\n# step: draw.2\n# current: Tariff bot\n\
                 tariff history\n# current: Yard app\ngate times\n# step:\n# current:\ngate times\nrosa> too many tours\n# a remark: stays\n";
    let read = objects(&[], lines);
    let from = |at: usize| read[at]["claims"][0]["from"].clone();
    assert_eq!((from(0), from(1)), (json!("Tariff bot"), json!("Yard app")));
    assert_eq!(read[2]["type"], "text", "no step, no answer");
    assert_eq!(read[3]["speaker"], "rosa");
    assert_eq!(read.len(), 5, "only the four headings are no lines");
}

#[test]
fn a_wrong_heading_is_said_with_what_there_is() {
    let workspace = TempDir::new().unwrap();
    for (arguments, lines, says) in [
        (&["--step", "close.22"][..], "x\n", "adjacent: there is no step close.22; close has 4 of them\n"),
        (&["--step", "zlose.2"], "x\n", "there is no step zlose.2; the exercises are arrive, draw, next, "),
        (&["--step", "zlose"], "x\n", "a step is written like next.3, not \"zlose\"; adjacent exercises lists"),
        (&["--lang", "de,xx"], "x\n", "there is no language \"xx\"; there are en, de, fr, es, pt, nl"),
        (&["--person", " @ "], "x\n", "is nobody; a person is written like mei = Mei, claims lead @ Claims"),
        (&[], "x\n# lang: tlh\n", "adjacent: line 2: there is no language \"tlh\"; there are en, de, fr, es, pt, nl\n"),
    ] {
        let said = read(workspace.path(), arguments, lines);
        assert_eq!(said.code, 2, "{arguments:?}");
        assert!(said.err.contains(says), "{}", said.err);
        assert_eq!(said.err.lines().count(), 1, "one sentence: {}", said.err);
    }
}

#[test]
fn in_words_the_outcome_comes_first() {
    let workspace = TempDir::new().unwrap();
    let said = read(workspace.path(), &[], "Service bot needs history\npeople are worried\nA -> A\nme: buy milk\n");
    let first: Vec<&str> = said.out.lines().map(|line| line.split("  ").next().unwrap()).collect();
    assert_eq!(first, ["recorded", "text", "text", "note"], "{}", said.out);
    assert!(!said.out.contains("milk"));
}

#[test]
fn reasons_are_told_only_when_they_are_asked_for() {
    assert_eq!(objects(&[], "A -> B\n")[0].get("because"), None);
    assert!(objects(&["--why"], "A -> B\n")[0]["because"].is_array());
}
