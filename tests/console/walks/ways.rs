//! Ways through an exercise that are not straight: back, again, to another subject, and numbers that do not fit.

use adjacent::app::{Code, KeyPress};
use adjacent::record::{Fact, Mode};

use crate::walks::walk::Walk;

const BEFORE: &str = "
    Contact Centre owns !Service bot (live)
    Claims owns !Claims triage (live)
    Claims owns !Letter drafter (pilot)
";

#[test]
fn going_back_finds_what_was_said_and_adds_to_it() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "next");
    walk.through("Service bot => !Service bot\n # In the first month\n less typing => Service bot -> less typing");
    walk.on_to_the_next().back();
    assert_eq!(walk.title(), "In the first month");
    walk.through("more calls => Service bot -> more calls").back();
    assert_eq!(walk.prompt(), "The Service bot. Imagine it works exactly as promised and is used ten times as much.");
    assert_eq!(walk.back().notice(), "This is the first step.");
}

#[test]
fn an_exercise_that_is_repeated_asks_for_its_own_change() {
    let mut walk =
        Walk::after(BEFORE, Mode::Live, "next=4 without 3 4 5 6, arrive=2 without 1 2, next=4 without 3 4 5 6");
    walk.through("Service bot => !Service bot").on_to_the_next().on_to_the_next().on_to_the_next();
    assert!(walk.prompt().starts_with("Pick one change. Imagine"), "{}", walk.prompt());
    walk.through("1 => !Claims triage").on_to_the_next();
    walk.through("less waiting => Claims triage -> less waiting");
}

#[test]
fn the_talk_turns_to_another_subject_and_that_is_a_fact() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "folio");
    assert!(walk.prompt().starts_with("Where is the Claims triage:"), "{}", walk.prompt());
    walk.turns();
    assert!(walk.prompt().starts_with("Where is the Letter drafter:"), "{}", walk.prompt());
    let turned = Fact::Turned { to: "Letter drafter".into() };
    assert!(walk.recording().session().events().iter().any(|event| event.facts.contains(&turned)));
    walk.through("fading => Letter drafter is fading");
    assert!(walk.prompt().starts_with("Where is the Claims triage:"), "{}", walk.prompt());
    walk.through("live => Claims triage is live\n live => Service bot is live");
    assert_eq!(walk.turns().notice(), "There is no other one left to talk about here.");
    assert_eq!(walk.prompt(), "Every change has its place. Which one would we not start today?");
}

#[test]
fn where_several_lines_are_said_about_each_nothing_moves_on_by_itself() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "draw");
    walk.on_to_the_next();
    let asked = walk.prompt();
    walk.through("scores => Claims triage needs scores\n two engineers => Claims triage needs two engineers");
    assert_eq!(walk.prompt(), asked);
    walk.turns();
    assert!(walk.prompt().starts_with("What does the Letter drafter live on?"), "{}", walk.prompt());
    walk.through("nothing => Letter drafter: nothing");
    assert!(walk.prompt().starts_with("What does the Service bot live on?"), "{}", walk.prompt());
    walk.through("Letter drafter needs templates");
    assert!(walk.prompt().starts_with("What does the Letter drafter live on?"), "{}", walk.prompt());
}

#[test]
fn more_dots_than_there_are_get_a_sentence() {
    let mut walk = Walk::of_its_own(DOTS);
    walk.collects(&["fewer letters", "better mornings", "no pilots"]);
    walk.on_to_the_next().types("9 4 0");
    assert_eq!(walk.doubts(), ["that is 13 dots; 4 people have 3 each, 12 together"]);
    walk.says("").through(
        "8 4 0 => vote Where it matters: better mornings 8, fewer letters 4, no pilots 0
         8 4 => (a sentence)",
    );
}

#[test]
fn a_fist_of_five_is_five_numbers() {
    let mut walk = Walk::begun(Mode::Solo, "close=1 without 1 2");
    walk.through("0 1 2 4 1 => vote [Worth it?]: one 0, two 1, three 2, four 4, five 1");
}

const DOTS: &str = r#"(
    format: 1, id: "dots", title: "Dots", purpose: "Dots.", when: "Now.", group: (least: 1, most: 9),
    say: (live: "Dots.", solo: ""), probes: (live: [], solo: []),
    done_when: "Done.", fails_when: "Never.", helps: "Dots.", source: "Ours.",
    steps: (live: [
        (title: "What matters", minutes: 1, prompt: "What matters?", answer: Text, writes: "texts", example: "trust"),
        (title: "Where it matters", minutes: 1, prompt: "Where?", answer: Dots(each: 3), over: Shown,
         writes: "dots", example: "3 0 0"),
    ], solo: []),
)"#;

#[test]
fn who_does_what_by_when_is_offered_as_a_promise_wherever_it_is_said() {
    let mut walk = Walk::begun(Mode::Live, "next");
    walk.types("Mei will ring Retention by fri");
    let doubts = walk.doubts();
    assert!(!doubts.iter().any(|doubt| doubt.contains("a promise?")), "it is offered once: {doubts:?}");
    walk.press(KeyPress::plain(Code::Enter));
    assert!(walk.read_back().starts_with("Noted: "), "{}", walk.read_back());
    walk.press(KeyPress::ctrl('o'));
    assert_eq!(walk.last_said(), "mei will ring Retention by fri");
    assert!(walk.read_back().contains("will do this by") && walk.read_back().contains("ring Retention"));
    for line in ["Mei will ring Retention", "ring Retention by fri", "Mei by fri"] {
        let doubts = walk.types(line).doubts();
        assert!(!doubts.iter().any(|doubt| doubt.contains("a promise?")), "{line}: {doubts:?}");
        walk.press(KeyPress::ctrl('u'));
    }
}

#[test]
fn more_hands_than_people_are_counted_and_remarked() {
    let mut walk = Walk::begun(Mode::Live, "next");
    walk.types("vote And now?: guard 99, wait 1");
    assert_eq!(walk.doubts().len(), 1, "{:?}", walk.doubts());
    assert!(walk.doubts()[0].starts_with("that is 100 hands, and "), "{:?}", walk.doubts());
    walk.press(KeyPress::plain(Code::Enter));
    assert_eq!(walk.last_said(), "vote And now?: guard 99, wait 1");
    assert_eq!(walk.types("vote And now?: guard 1, wait 1").doubts(), [""; 0]);
}
