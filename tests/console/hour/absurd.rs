//! Plans nobody can walk: a clear sentence, or it simply works.

use std::fs;

use adjacent::app::{Code, KeyPress};
use adjacent::exercise::{Catalogue, MOST_EXERCISES};
use adjacent::shell::open_sessions;
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::drawn::{paint, text};
use crate::hour::cast::Cast;
use crate::hour::facilitator::run;
use crate::hour::frames::Window;
use crate::hour::stage::Stage;
use crate::typing::Typing;

/// A workshop with these people, one a line, and this plan; in both windows, whatever size they have.
pub(crate) fn workshop(people: &str, plan: &str) -> Stage {
    let mut stage = Stage::in_memory(Cast::plain(), None);
    set_up(&mut stage, people, plan);
    stage.enter();
    stage
}

fn set_up(stage: &mut Stage, people: &str, plan: &str) {
    stage.enter().says("Spring review");
    match people.lines().count() {
        0 => {}
        1 => {
            stage.says(people);
        }
        _ => {
            stage.paste(people);
        }
    }
    stage.enter().press(KeyPress::ctrl('u')).paste(plan).enter();
}

pub(crate) fn screen(stage: &Stage, window: Window) -> String {
    text(&window.drawn(stage, (80, 24), paint()).unwrap())
}

pub(crate) fn console(stage: &Stage) -> String {
    screen(stage, Window::Console)
}

/// Walks to the end and back, looking at both windows in every size, with everything that can lie over the screen.
pub(crate) fn walks_through(stage: &mut Stage) {
    let layers = ['p', 'g', 's', 'q'].map(KeyPress::ctrl).into_iter();
    let layers: Vec<KeyPress> = layers.chain([1, 4, 5, 6, 7].map(|number| KeyPress::plain(Code::F(number)))).collect();
    for way in [Code::PageDown, Code::PageUp] {
        for _ in 0..6 {
            stage.code(way).says("more calls").says("1 2");
            for layer in &layers {
                stage.press(*layer);
                for size in [(80, 24), (40, 10), (160, 50), (1, 1)] {
                    for window in Window::BOTH {
                        window.drawn(stage, size, paint());
                    }
                }
                stage.code(Code::Esc);
            }
        }
    }
}

#[test]
fn a_plan_of_no_minutes_is_walked_and_late_from_the_first_second() {
    let mut stage = workshop("Mei @ Claims", "arrive=0, next=0, slack=0, close=0");
    stage.until("00:05");
    assert!(console(&stage).contains("over by 0:05"), "{}", console(&stage));
    let room = screen(&stage, Window::Room);
    assert!(!room.contains("left") && !room.contains("over"), "{room}");
    stage.code(Code::F(7)).types("1").until("00:10");
    assert!(console(&stage).contains("of 1:00"), "{}", console(&stage));
    walks_through(&mut stage);
}

#[test]
fn a_plan_that_cannot_be_walked_gets_a_sentence_and_stays_to_be_corrected() {
    for (plan, says) in [
        ("next,".repeat(700), "that is 700 exercises; 60 is the most"),
        ("nxt=5".into(), "there is no exercise called \"nxt\""),
        ("next=99999".into(), "\"99999\" is not a number of minutes"),
        ("next=-3".into(), "\"-3\" is not a number of minutes"),
        ("next=14 without three".into(), "\"three\" is not the number of a step"),
        ("next = ten".into(), "\"ten\" is not a number of minutes"),
        ("five".into(), "five is only for one person alone"),
    ] {
        let stage = workshop("", &plan);
        let shown = console(&stage);
        assert!(stage.model.run.is_none(), "{plan:.20}");
        let joined = shown.split(['│', '\n']).map(str::trim).collect::<Vec<_>>().join(" ");
        assert!(joined.contains(says), "{says} is not in\n{shown}");
    }
}

#[test]
fn every_step_left_out_leaves_a_plan_without_a_question() {
    let mut stage = workshop("Mei @ Claims", "arrive=5 without 1 2 3");
    assert!(stage.run().recording.step().is_none());
    stage.says("Service bot -> less handle time").code(Code::PageDown);
    assert!(console(&stage).contains("last step"), "{}", console(&stage));
    assert!(console(&stage).contains("less Handle time") || console(&stage).contains("less handle time"));
    walks_through(&mut stage);
}

#[test]
fn an_exercise_of_a_thousand_steps_is_walked_like_any_other() {
    let step = "(title: \"Again\", minutes: 1, prompt: \"And then?\", answer: Text, writes: \"-\", example: \"so\"),";
    let big = format!(
        "(format: 1, id: \"big\", title: \"Big\", purpose: \"p\", when: \"w\", group: (least: 1, most: 9), \
         say: (live: \"s\", solo: \"s\"), probes: (live: [], solo: []), done_when: \"d\", fails_when: \"f\", helps: \"h\", \
         source: \"Ours.\", steps: (live: [{}], solo: []))",
        step.repeat(1000)
    );
    let (catalogue, left_out) = Catalogue::embedded().with(&[("big.ron".to_owned(), big)]);
    assert_eq!(left_out, Vec::<String>::new());
    let mut stage = Stage::in_memory(Cast::plain(), None);
    stage.model.catalogue = catalogue;
    set_up(&mut stage, "Mei @ Claims", "big=100, close=6");
    stage.enter();
    assert!(console(&stage).contains("step 1/1004"), "{}", console(&stage));
    stage.press(KeyPress::ctrl('g'));
    for _ in 0..1001 {
        stage.code(Code::Down);
    }
    stage.enter();
    assert!(console(&stage).contains("step 1001/1004"), "{}", console(&stage));
    walks_through(&mut stage);
}

#[test]
fn the_plan_can_be_changed_to_anything_but_nothing_and_nothing_endless() {
    let mut stage = workshop("Mei @ Claims", "next=2, close=1");
    stage.press(KeyPress::ctrl('g'));
    for _ in 0..5 {
        stage.code(Code::Up).types("-");
    }
    let emptied = |line: &str| line.contains("What will this change next door?") && line.contains(" 0 min");
    assert!(console(&stage).lines().any(emptied), "{}", console(&stage));
    for _ in 0..MOST_EXERCISES + 5 {
        stage.types("r");
    }
    assert!(console(&stage).contains("60 is the most that can be planned"), "{}", console(&stage));
    assert_eq!(stage.run().recording.agenda().exercises().len(), MOST_EXERCISES);
    stage.types("a").says("lever=99999");
    assert!(console(&stage).contains("is not a number of minutes"), "{}", console(&stage));
    stage.press(KeyPress::ctrl('u')).says("nowhere");
    assert!(console(&stage).contains("there is no exercise called"), "{}", console(&stage));
    stage.code(Code::Esc).press(KeyPress::ctrl('g'));
    for _ in 0..MOST_EXERCISES + 5 {
        for _ in 0..8 {
            stage.code(Code::Up);
        }
        stage.types("d");
    }
    assert_eq!(stage.run().recording.agenda().exercises().len(), 1);
    stage.code(Code::Esc);
    walks_through(&mut stage);
}

#[test]
fn a_plan_that_cannot_be_walked_is_one_sentence_on_the_command_line_too() {
    let folder = TempDir::new().unwrap();
    let many = "next,".repeat(1000);
    for (plan, says) in [
        (many.as_str(), "1000 exercises"),
        ("nxt", "these are there: arrive"),
        ("next=-1", "is not a number of minutes"),
        ("next=\u{1b}[31m", "is not a number of minutes"),
    ] {
        let said = run(folder.path(), &["new", "X", "--plain", "--agenda", plan], "");
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{plan:.20}");
        assert!(said.err.contains(says) && said.err.lines().count() == 1, "{}", said.err);
        assert!(!said.err.contains('\u{1b}'), "{:?}", said.err);
    }
    assert!(!folder.path().join("sessions").exists(), "nothing was begun");
    for plan in ["next=0", "", "slack=5", "next without 1 2 3 4 5 6"] {
        let said = run(folder.path(), &["new", "X", "--plain", "--agenda", plan], "Bot -> less trust\n/next\n/steps\n");
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{plan:?}");
        assert!(said.out.contains("less trust"), "{plan:?}: {}", said.out);
    }
}

#[test]
fn exercise_files_that_cannot_be_read_are_named_and_the_others_work() {
    let folder = TempDir::new().unwrap();
    let exercises = folder.path().join("exercises");
    fs::create_dir_all(exercises.join("folder.ron")).unwrap();
    fs::write(exercises.join("broken.ron"), "(format: 1, id: \"broken\", title: ").unwrap();
    fs::write(exercises.join("bytes.ron"), b"(format: \xff\xfe").unwrap();
    fs::write(exercises.join("empty.ron"), "").unwrap();
    let said = run(folder.path(), &["new", "X", "--plain"], "Service bot\n");
    assert_eq!(said.code, 0, "{}", said.err);
    for name in ["broken.ron:1:", "bytes.ron", "empty.ron:1:1"] {
        assert!(said.err.lines().any(|line| line.contains(name)), "{name} is not named in\n{}", said.err);
    }
    assert!(said.out.contains("Service bot"), "{}", said.out);
    let (catalogue, left_out) = open_sessions::catalogue(&Workspace::open(folder.path()).unwrap());
    assert_eq!(left_out.len(), 3, "{left_out:?}");
    let mut stage = Stage::in_memory(Cast::plain(), None);
    stage.model.catalogue = catalogue;
    set_up(&mut stage, "Mei @ Claims", "next=14, broken=5");
    assert!(console(&stage).contains("there is no exercise called"), "{}", console(&stage));
    stage.press(KeyPress::ctrl('u')).says("next=14").enter();
    assert!(console(&stage).contains("step 1/6"), "{}", console(&stage));
}
