//! What the lint says about an exercise file, where, and what it lets pass.

use adjacent::exercise::{ExerciseFlaw, Severity, is_exercise, lint_file, lint_folder};
use proptest::prelude::*;

/// An exercise in which nothing is wrong.
const GOOD: &str = r#"(
  format: 1,
  id: "retro",
  title: "What went well?",
  purpose: "Look back.",
  when: "On Fridays.",
  group: (least: 2, most: 9),
  say: (live: "Be kind.", solo: "Be honest."),
  probes: (live: ["Who else?"], solo: []),
  done_when: "Everybody has spoken.",
  goals: [(measure: Lines, least: 3, words: "lines")],
  fails_when: "Nobody speaks.",
  helps: "Silence.",
  nudges: [(when: [AtMost(Lines, 2), Minutes(4)], say: "{count} lines. Ask {neighbour|next door}.")],
  source: "Ours.",
  steps: (
    live: [
      (title: "Well", minutes: 5, prompt: "What went well with {focus|it}?", answer: Text, bare: "say {}", writes: "w", example: "e"),
      (title: "Which", minutes: 5, prompt: "Did {subject|it} help?", answer: Vote(), over: Initiatives, writes: "w", example: "e"),
    ],
    solo: [],
  ),
)
"#;

/// The good file with one piece of it replaced, which has to be there.
fn with(old: &str, new: &str) -> String {
    assert!(GOOD.contains(old), "{old}");
    GOOD.replacen(old, new, 1)
}

fn shown(flaw: &ExerciseFlaw) -> String {
    format!("{}:{}: {flaw}", flaw.line, flaw.column)
}

#[test]
fn a_good_file_is_let_pass() {
    assert_eq!(lint_file(GOOD), []);
}

#[test]
fn each_mistake_is_named_with_its_line_and_column_and_what_to_do() {
    let mut missing = Vec::new();
    for (old, new, expected) in [
        ("\"retro\"", "\"My Retro\"", "3:7: \"My Retro\" cannot be typed in an agenda; use lower-case"),
        ("\"retro\"", "\"\"", "3:7: \"\" cannot be typed"),
        ("format: 1", "format: 2", "2:11: format 2 is not known here; write format: 1"),
        ("  when:", "  whenn:", "6:3: Unexpected field named `whenn`"),
        ("\"On Fridays.\"", "", "6:8: Expected string"),
        ("least: 2, most: 9", "least: 9, most: 2", "7:10: a group of 9 to 2 cannot come"),
        ("least: 2", "least: 0", "7:10: a group of 0 to 9 cannot come"),
        ("\"Be kind.\"", "\" \"", "8:15: nothing is written for live"),
        ("\"Who else?\"", "\"\"", "9:19: nothing is written for live"),
        ("\"Everybody has spoken.\"", "\"TODO\"", "10:14: TODO is still to be filled in"),
        ("\"Be kind.\"", "\"<what is said>\"", "8:15: <what is said> is still to be filled in"),
        ("\"Silence.\"", "\"and ...\"", "13:10: \"...\" is still to be filled in"),
        ("\"Silence.\"", "\"a\\u{1b}[2Jb\"", "13:10: there are characters in it that are not shown"),
        ("least: 3", "least: 0", "11:35: this goal is reached before anybody speaks"),
        ("[AtMost(Lines, 2), Minutes(4)]", "[]", "14:19: this would be pointed out from the first second"),
        ("Minutes(4)", "FromStep(3)", "14:38: there is no step 3; steps count from 1"),
        ("Minutes(4)", "AtLeast(Votes, 0)", "14:38: at least 0 is always so"),
        ("[AtMost(Lines, 2), Minutes(4)]", "[Minutes(4)]", "14:38: {count} has nothing to count"),
        ("{count}", "{unheard}", "14:56: {unheard} may be nobody; add AtLeast(Unheard, 1)"),
        ("{neighbour|next door}", "{neighbour}", "14:56: {neighbour} may not be known yet; write what to say then"),
        ("minutes: 5", "minutes: 0", "18:32: a step of 0 minutes is over before it begins"),
        ("minutes: 5", "minutes: 300", "18:32: 300 minutes are half a day and more; split the step"),
        ("minutes: 5", "minutes: 236", "17:11: all steps together take 241 minutes; stay below 240"),
        ("{focus|it}", "{focus}", "18:43: {focus} may not be known yet; write what to say then, like {focus|it}"),
        ("{focus|it}", "{focus|}", "18:43: {focus} may not be known yet"),
        ("{focus|it}", "{focs|it}", "18:43: {focs} is never filled here; the blanks are {focus}, {effect}"),
        ("{focus|it}", "{subject|it}", "18:43: {subject} is never filled here; say what the step walks over"),
        ("{focus|it}", "{}", "18:43: {} stands for a typed line"),
        ("{focus|it}", "{focus|it", "18:43: a brace has no partner"),
        ("{focus|it}", "focus|it}", "18:43: a brace has no partner"),
        ("say {}", "say it", "18:98: nothing of the typed line would be kept; put {} where"),
        ("say {}", "{} {}", "18:98: the typed line would be said twice"),
        ("say {}", "{focus|it} {}", "18:98: {focus} stands for a name in the record"),
        ("say {}", "{thing} {}", "18:98: {thing} is never filled here; say what the step walks over"),
        ("{subject|it}", "{a|it}", "19:44: {a} is never filled here; this step has {subject}"),
        (", over: Initiatives", "", "19:78: there are no options to choose from; name them"),
        ("Vote()", "Vote(options: [\"a\"])", "19:78: one option alone is no choice"),
        ("Vote()", "Vote(options: [\"a\", \"a \"])", "19:78: the same name stands there twice"),
        ("Vote()", "Rating(scales: [])", "19:78: nothing is rated"),
        ("Vote()", "Rating(scales: [\"\"])", "19:78: one of the names is empty"),
        ("Vote()", "Dots(each: 0)", "19:78: nobody has a dot to set"),
        ("answer: Vote(), over: Initiatives", "answer: Settle", "19:78: there are no things to choose from"),
        ("Vote(), over: Initiatives", "Ranking(places: [\"a\"])", "19:78: there is nothing to put into these places"),
    ] {
        let flaws = lint_file(&with(old, new));
        let found: Vec<String> = flaws.iter().map(shown).collect();
        if !found.iter().any(|flaw| flaw.starts_with(expected)) {
            missing.push(format!("{new}: {expected}, but {found:?}"));
        }
        assert!(flaws.iter().all(|flaw| flaw.weight > Severity::Advice && !flaw.hint.is_empty()), "{flaws:?}");
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn one_mistake_is_told_once() {
    for (old, new) in [("{focus|it}", "{focus}"), ("minutes: 5", "minutes: 300"), ("\"Silence.\"", "\"\"")] {
        assert_eq!(lint_file(&with(old, new)).len(), 1, "{new}");
    }
}

#[test]
fn flaws_come_in_the_order_of_their_lines() {
    let text = with("{focus|it}", "{focus}").replace("\"Silence.\"", "\"\"").replace("\"Look back.\"", "\"TODO\"");
    let lines: Vec<usize> = lint_file(&text).iter().map(|flaw| flaw.line).collect();
    assert_eq!(lines, [5, 13, 18]);
}

#[test]
fn a_prompt_that_the_back_row_cannot_read_is_advice_and_alone_it_is_none() {
    let long = "word ".repeat(37);
    let text = with("What went well with {focus|it}?", &long);
    let flaws = lint_file(&text);
    assert_eq!(flaws.iter().map(|flaw| flaw.weight).collect::<Vec<_>>(), [Severity::Advice]);
    let alone = text.replace("live: [\n", "live: [], solo: [\n").replace("    solo: [],\n", "");
    assert_eq!(lint_file(&alone), []);
}

#[test]
fn a_file_without_steps_or_with_too_many_is_told_so() {
    let none = lint_file("(format: 1, id: \"x\")");
    assert_eq!(none[0].weight, Severity::Unusable);
    let start = GOOD.find("      (title: \"Well\"").unwrap();
    let end = GOOD.find("    ],\n    solo").unwrap();
    let (before, after) = (&GOOD[..start], &GOOD[end..]);
    let empty = lint_file(&format!("{before}{after}"));
    assert_eq!(shown(&empty[0]), "16:10: there are no steps; give it at least one, live or solo");
    let step = "(title: \"t\", minutes: 1, prompt: \"P?\", answer: Text, writes: \"w\", example: \"e\"),\n";
    let many = lint_file(&format!("{before}{}{after}", step.repeat(1000)));
    assert!(many.iter().any(|flaw| flaw.what == "1000 steps are more than a room can walk"), "{many:?}");
}

#[test]
fn two_files_of_one_folder_cannot_have_one_id() {
    let file = |name: &str, text: String| (name.to_owned(), text);
    let other = with("\"retro\"", "\"other\"");
    let files = [file("a.ron", GOOD.to_owned()), file("b.ron", other), file("c.ron", GOOD.to_owned())];
    let found = lint_folder(&files);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].0.as_str(), shown(&found[0].1).as_str()),
        ("c.ron", "3:7: a.ron has the id \"retro\" already; give one of the two another id")
    );
}

#[test]
fn an_exercise_is_told_from_a_session_by_how_it_begins() {
    assert!(is_exercise(GOOD) && is_exercise("(\n  format: 1, id: \"x\",\n  group: ("));
    assert!(!is_exercise("(format: 1, id: \"x\", title: \"steps: 3\", opened: \"now\", events: ["));
    assert!(!is_exercise("") && !is_exercise("// purpose: none"));
}

proptest! {
    #[test]
    fn any_text_is_looked_through_without_a_panic(text in ".{0,200}") {
        let _ = (lint_file(&text), is_exercise(&text));
    }

    #[test]
    fn a_file_with_any_piece_cut_out_is_looked_through(from in 0..GOOD.len(), length in 1..40_usize) {
        let mut text = GOOD.to_owned();
        let end = (from + length).min(text.len());
        text.replace_range(from..end, "");
        for flaw in lint_file(&text) {
            prop_assert!(flaw.line <= text.lines().count() + 1);
        }
    }
}
