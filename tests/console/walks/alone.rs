//! What one person alone takes away: every walk ends in a page, and nothing in it needs a room.

use adjacent::app::{Code, KeyPress};
use adjacent::exercise::{Answer, Catalogue};
use adjacent::record::Mode;

use crate::walks::walk::Walk;

#[test]
fn no_step_alone_asks_for_hands_or_for_a_room() {
    for exercise in Catalogue::embedded().exercises() {
        for step in exercise.steps(Mode::Solo) {
            let said = [Some(&step.prompt), Some(&step.writes), step.nothing.as_ref(), step.message.as_ref()];
            for text in said.into_iter().flatten() {
                for word in ["Hands", "hands", "the room", "thank them", "Everyone", "each of you"] {
                    assert!(!text.contains(word), "{} {}: {text}", exercise.id, step.title);
                }
            }
            assert!(
                !matches!(step.answer, Answer::Vote { .. } | Answer::Dots { .. }),
                "{} {}",
                exercise.id,
                step.title
            );
        }
    }
}

#[test]
fn every_exercise_that_can_be_done_alone_ends_in_a_page() {
    for exercise in Catalogue::embedded().exercises() {
        if exercise.steps(Mode::Solo).is_empty() {
            continue;
        }
        let mut walk = Walk::begun(Mode::Solo, &exercise.id);
        let steps = exercise.steps(Mode::Solo).len();
        walk.says("!Service bot -> more repeat calls").says("do ask Priya due 2026-11-27");
        for _ in 0..steps {
            walk.on_to_the_next();
        }
        let page = walk.page().unwrap_or_else(|| panic!("{}", exercise.id));
        for heading in ["## A message to send", "## What I do, by when", "## What to watch"] {
            assert!(page.contains(heading), "{}: {page}", exercise.id);
        }
        assert!(
            page.contains("Priya") && page.contains("more repeat calls") && !page.contains("Hello there"),
            "{page}"
        );
    }
}

#[test]
fn a_dated_promise_in_the_first_person_is_made_in_any_step() {
    let mut walk = Walk::begun(Mode::Solo, "next");
    walk.says("!Service bot -> more repeat calls").says("I will ask Priya Nair by Friday").says("/page");
    let page = walk.page().unwrap_or_default();
    assert!(page.contains("> Hello Priya Nair,") && page.contains("ask Priya Nair"), "{page}");
    assert!(!page.contains("I will ask"), "{page}");
}

#[test]
fn the_page_is_written_where_the_leader_chooses_and_the_end_thanks_no_room() {
    let mut walk = Walk::begun(Mode::Solo, "5");
    walk.says("Service bot").says("/page");
    assert!(walk.page().is_some_and(|page| page.contains("## A message to send")), "{}", walk.in_the_box());
    walk.press(KeyPress::plain(Code::Enter)).press(KeyPress::plain(Code::Enter));
    assert_eq!(walk.written, ["a-walk.page.md"]);
    walk.says("/end-session");
    let asked = walk.in_the_box();
    assert!(asked.contains("What you take away") && !asked.contains("thank-you"), "{asked}");
}
