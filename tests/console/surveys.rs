//! What people answered before a session, offered where one is set up.

use adjacent::app::{Effect, KeyPress, Msg, SurveyArrival, SurveysChore, SurveysReport};

use crate::keyboard::Console;
use crate::typing::Typing;

fn arrival(fresh: usize) -> SurveyArrival {
    SurveyArrival { title: "Four AI changes".to_owned(), issued: Some(7), answered: 5, shared: 4, fresh }
}

fn came_in(console: &mut Console, fresh: usize) {
    console.happens(Msg::Surveys(SurveysReport::Arrived(vec![arrival(fresh)])));
}

fn gathers(console: &Console) -> usize {
    console.chores.iter().filter(|chore| **chore == Effect::Surveys(SurveysChore::Gather)).count()
}

#[test]
fn the_setup_offers_what_came_in_and_one_key_puts_it_on_the_map() {
    let mut console = Console::at_home(Vec::new());
    console.enter();
    assert!(console.chores.contains(&Effect::Surveys(SurveysChore::Look)), "{:?}", console.chores);
    came_in(&mut console, 4);
    console.types("Spring review").enter();
    let screen = console.screen();
    assert!(screen.contains("5 of 7 answered, 4 are shared") && screen.contains("Ctrl-G"), "{screen}");
    console.press(KeyPress::ctrl('g'));
    assert_eq!(gathers(&console), 1);
    console.happens(Msg::Surveys(SurveysReport::Gathered("4 forms are on the map now.".to_owned())));
    assert!(console.chores.contains(&Effect::Survey), "the map of the workspace is read again");
    came_in(&mut console, 0);
    assert!(!console.screen().contains("Ctrl-G"), "{}", console.screen());
    console.press(KeyPress::ctrl('g'));
    assert_eq!(gathers(&console), 1, "there is nothing more to take in");
}

#[test]
fn the_door_leads_to_what_came_in_and_says_so_when_nothing_did() {
    let mut console = Console::at_home(Vec::new());
    console.types("/survey").enter();
    assert!(console.screen().contains("No answer came in so far"), "{}", console.screen());
    came_in(&mut console, 2);
    assert!(console.screen().contains("stay closed."), "{}", console.screen());
    console.enter();
    assert_eq!(gathers(&console), 1);
}
