//! The catalogue against what every exercise must have and the rules of the room view.

use adjacent::exercise::{Answer, Blanks, Catalogue, Exercise, Seed, catalogue, fill, lint_file};
use adjacent::record::{Mode, Slot};

/// Every exercise in the order of a first full session, with its minutes, step by step, for a room and alone.
const PLAN: &[(&str, &[u16], &[u16])] = &[
    ("arrive", &[1, 3, 1], &[1, 1]),
    ("draw", &[3, 2, 3, 3, 2], &[2, 2, 2, 2, 2]),
    ("next", &[1, 3, 4, 2, 2, 2], &[1, 2, 3, 2, 1, 1, 2]),
    ("bound", &[5, 5, 4, 6], &[1, 2, 2, 1, 1, 1]),
    ("incent", &[2, 2, 3, 2, 1], &[2, 1, 2, 2, 1]),
    ("folio", &[4, 5, 5, 4, 4, 3], &[2, 3, 3, 2, 1, 1]),
    ("emerge", &[2, 3, 2, 2, 1], &[1, 2, 1, 1, 1]),
    ("lever", &[2, 4, 3, 3, 3], &[1, 2, 2, 1, 2]),
    ("moment", &[3, 2, 2, 1, 2, 1, 2], &[2, 1, 1, 1, 1, 1, 1]),
    ("actor", &[2, 2, 2, 2, 2, 2], &[1, 1, 1, 2, 1, 2]),
    ("premort", &[1, 3, 3, 2, 2, 1], &[1, 2, 1, 1, 1, 1]),
    ("look", &[2, 3, 2, 2, 1], &[2, 2, 2, 1, 1]),
    ("decide", &[1, 3], &[1, 2]),
    ("five", &[], &[1, 1, 1, 1, 1]),
    ("plenary", &[3, 10, 4, 3], &[1, 2, 2]),
    ("close", &[1, 2, 1, 1], &[1, 1, 1]),
];

/// Minutes of the whole exercise, for a room and alone.
const TOTALS: &[(&str, u16, u16)] = &[
    ("arrive", 5, 2),
    ("draw", 13, 10),
    ("next", 14, 12),
    ("bound", 20, 8),
    ("incent", 10, 8),
    ("folio", 25, 12),
    ("emerge", 10, 6),
    ("lever", 15, 8),
    ("moment", 13, 8),
    ("actor", 12, 8),
    ("premort", 12, 7),
    ("look", 10, 8),
    ("decide", 4, 3),
    ("five", 0, 5),
    ("plenary", 20, 5),
    ("close", 5, 3),
];

fn exercises() -> Vec<Exercise> {
    Catalogue::embedded().exercises().to_vec()
}

fn find(id: &str) -> Exercise {
    Catalogue::embedded().find(id).unwrap().clone()
}

#[test]
fn they_stand_in_the_order_of_a_first_full_session() {
    let order: Vec<String> = exercises().into_iter().map(|exercise| exercise.id).collect();
    let planned: Vec<&str> = PLAN.iter().map(|(id, ..)| *id).collect();
    assert_eq!(order, planned);
}

#[test]
fn minutes_add_up_to_what_the_plan_of_a_session_counts_on() {
    for ((id, live, solo), exercise) in PLAN.iter().zip(exercises()) {
        for (mode, planned) in [(Mode::Live, live), (Mode::Solo, solo)] {
            let minutes: Vec<u16> = exercise.steps(mode).iter().map(|step| step.minutes).collect();
            assert_eq!(minutes, **planned, "{id} {mode:?}");
        }
    }
    for (id, live, solo) in TOTALS {
        let exercise = find(id);
        assert_eq!((exercise.minutes(Mode::Live), exercise.minutes(Mode::Solo)), (*live, *solo), "{id}");
    }
}

#[test]
fn each_is_there_for_a_room_and_for_one_person_but_five_is_for_one_alone() {
    for exercise in exercises() {
        assert_eq!(exercise.steps(Mode::Live).is_empty(), exercise.id == "five", "{}", exercise.id);
        assert!(!exercise.steps(Mode::Solo).is_empty(), "{}", exercise.id);
        for mode in [Mode::Live, Mode::Solo] {
            let probes = exercise.probes.of(mode);
            assert!(exercise.steps(mode).is_empty() || probes.len() >= 3, "{} {mode:?}", exercise.id);
        }
    }
}

#[test]
fn no_prompt_for_a_room_is_said_to_one_person_too() {
    for exercise in exercises() {
        for live in exercise.steps(Mode::Live) {
            for solo in exercise.steps(Mode::Solo) {
                assert_ne!(live.prompt, solo.prompt, "{}", exercise.id);
            }
        }
        assert_ne!(exercise.say.live, exercise.say.solo, "{}", exercise.id);
    }
}

#[test]
fn alone_one_is_always_spoken_to_and_never_with_others() {
    for exercise in exercises() {
        for step in exercise.steps(Mode::Solo) {
            let prompt = fill(&step.prompt, &Blanks::default()).to_lowercase();
            let mut words = prompt.split(|c: char| !c.is_alphabetic());
            assert!(!words.any(|word| matches!(word, "we" | "us" | "our" | "room")), "{}: {prompt}", exercise.id);
        }
    }
}

#[test]
fn every_prompt_takes_at_most_three_lines_of_twelve_words() {
    for exercise in exercises() {
        for mode in [Mode::Live, Mode::Solo] {
            for step in exercise.steps(mode) {
                let prompt = fill(&step.prompt, &Blanks::default());
                assert!(lines(&prompt).len() <= 3, "{} {mode:?}: {prompt}", exercise.id);
            }
        }
    }
}

/// Broken as on the room view at 80 columns: at most 12 words and 76 characters a line.
fn lines(text: &str) -> Vec<Vec<&str>> {
    let mut lines: Vec<Vec<&str>> = vec![Vec::new()];
    for word in text.split_whitespace() {
        let last = lines.last_mut().unwrap();
        if last.len() == 12 || last.join(" ").chars().count() + 1 + word.chars().count() > 76 {
            lines.push(vec![word]);
        } else {
            last.push(word);
        }
    }
    lines
}

#[test]
fn a_prompt_with_nothing_known_yet_begins_with_a_capital_and_ends_as_a_sentence() {
    for exercise in exercises() {
        for mode in [Mode::Live, Mode::Solo] {
            for step in exercise.steps(mode) {
                let prompt = fill(&step.prompt, &Blanks::default());
                assert!(prompt.starts_with(char::is_uppercase), "{}: {prompt}", exercise.id);
                assert!(prompt.ends_with(['.', '?', '…']), "{}: {prompt}", exercise.id);
                assert!(!prompt.contains(['{', '}', '|']), "{}: {prompt}", exercise.id);
            }
        }
    }
}

#[test]
fn nobody_is_asked_about_nodes_edges_or_polarity() {
    for text in catalogue::EMBEDDED {
        let text = text.to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        assert!(!words.any(|word| matches!(word, "node" | "nodes" | "edge" | "edges" | "polarity")), "{text}");
    }
}

#[test]
fn every_exercise_lints_clean() {
    for (exercise, text) in exercises().iter().zip(catalogue::EMBEDDED) {
        assert_eq!(lint_file(text), [], "{}", exercise.id);
    }
}

#[test]
fn what_one_exercise_finds_another_one_walks_over() {
    for (id, number, seed) in [
        ("draw", 2, Seed::Initiatives),
        ("bound", 2, Seed::Crossings),
        ("incent", 2, Seed::Incentives),
        ("folio", 2, Seed::Shared),
        ("folio", 3, Seed::Clashes),
        ("folio", 4, Seed::Supplies),
        ("emerge", 2, Seed::Observed),
        ("lever", 1, Seed::Loops),
        ("lever", 4, Seed::Candidates),
        ("moment", 5, Seed::Worries),
        ("moment", 7, Seed::Affected),
        ("premort", 3, Seed::Shown),
        ("look", 2, Seed::Predictions),
        ("look", 3, Seed::Promises),
        ("plenary", 2, Seed::Contradictions),
        ("close", 4, Seed::Parked),
    ] {
        assert_eq!(find(id).step(Mode::Live, number).unwrap().over, Some(seed), "{id}.{number}");
    }
}

#[test]
fn the_charter_has_every_slot_once_in_both_variants() {
    for mode in [Mode::Live, Mode::Solo] {
        let asked = |slot: Slot| {
            let actor = find("actor");
            actor.steps(mode).iter().filter(|step| step.answer == Answer::Slot(slot)).count()
        };
        assert_eq!(Slot::ALL.map(asked), [1; 6], "{mode:?}");
    }
}

#[test]
fn what_could_change_a_plan_ends_in_a_decision_about_it() {
    for id in ["next", "premort", "decide"] {
        for mode in [Mode::Live, Mode::Solo] {
            assert_eq!(find(id).steps(mode).last().unwrap().answer, Answer::Decision, "{id} {mode:?}");
        }
    }
}

#[test]
fn both_exercises_about_units_ask_what_may_be_done_tomorrow_without_asking() {
    for id in ["bound", "folio"] {
        for mode in [Mode::Live, Mode::Solo] {
            let last = find(id).steps(mode).last().unwrap().prompt.clone();
            assert!(last.contains("tomorrow without asking"), "{id} {mode:?}: {last}");
        }
    }
}

#[test]
fn doubts_are_written_in_silence_and_shown_without_names() {
    for (id, number) in [("moment", 1), ("premort", 2)] {
        let exercise = find(id);
        let step = exercise.step(Mode::Live, number).unwrap();
        assert!(step.quiet && step.unnamed, "{id}.{number}");
    }
    assert!(find("incent").step(Mode::Live, 3).unwrap().unnamed);
}

#[test]
fn five_ends_in_a_message_that_can_be_sent_before_anything_is_known() {
    let five = find("five");
    let message = five.steps(Mode::Solo).last().unwrap().message.clone().unwrap();
    for blank in ["{hello|", "{focus|", "{party|", "{effects|", "{due|"] {
        assert!(message.contains(blank), "{blank}");
    }
    let sent = fill(&message, &Blanks::default());
    assert!(!sent.contains(['{', '}', '|']), "{sent}");
    assert!(sent.split_whitespace().count() < 120, "{sent}");
}
