//! The next good question: suggested in private, put to the room when somebody wants that.

use adjacent::app::{Code, KeyPress};
use adjacent::record::Fact;

use crate::keyboard::Console;
use crate::typing::Typing;

fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter();
    for line in ["!Bot -> handle time : ?", "^Bonus covers @Claims"] {
        console.says(line);
    }
    console
}

fn put(console: &Console) -> Vec<String> {
    let facts = console.saved.iter().flat_map(|event| &event.facts);
    facts
        .filter_map(|fact| match fact {
            Fact::Offered { ask, .. } => Some(ask.clone()),
            Fact::Declined { question, .. } => Some(format!("not {question}")),
            _ => None,
        })
        .collect()
}

fn reason(console: &Console) -> String {
    let because = &console.model.run.as_ref().unwrap().worked_out.guidance.questions[0].because;
    because.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

fn suggested(console: &Console) -> Vec<String> {
    console
        .model
        .run
        .as_ref()
        .unwrap()
        .worked_out
        .guidance
        .questions
        .iter()
        .map(|question| question.ask.clone())
        .collect()
}

#[test]
fn three_questions_are_suggested_and_the_reason_of_the_one_under_the_cursor_is_there() {
    let mut console = workshop().with_size(120, 40);
    let asks = suggested(&console);
    assert_eq!(asks.len(), 3, "{asks:?}");
    let screen = console.press(KeyPress::ctrl('n')).screen();
    assert!(
        asks.iter().all(|ask| screen.contains(ask.as_str())) && screen.contains(&reason(&console)),
        "{asks:?}\n{screen}"
    );
}

#[test]
fn a_question_that_is_put_to_the_room_stands_where_the_prompt_stands_until_the_next_step() {
    let mut console = workshop();
    let first = suggested(&console).remove(0);
    console.press(KeyPress::ctrl('n')).types("1");
    assert_eq!(put(&console), [first.as_str()]);
    assert_eq!(console.model.run.as_ref().unwrap().asked.prompt, first);
    console.says("more");
    assert_eq!(console.model.run.as_ref().unwrap().asked.prompt, first, "an answer does not end it");
    console.press(KeyPress::plain(Code::PageDown));
    assert_ne!(console.model.run.as_ref().unwrap().asked.prompt, first);
    assert!(!suggested(&console).contains(&first), "it was asked");
}

#[test]
fn a_question_that_is_not_wanted_makes_room_for_another() {
    let mut console = workshop();
    let first = suggested(&console).remove(0);
    console.press(KeyPress::ctrl('n')).types("x");
    assert!(put(&console)[0].starts_with("not "), "{:?}", put(&console));
    assert!(!suggested(&console).contains(&first));
}

#[test]
fn the_best_one_stands_in_the_private_panel_with_its_reason() {
    let mut console = workshop().with_size(100, 40);
    let screen = console.press(KeyPress::plain(Code::F(2))).screen();
    assert!(screen.contains("ask next (Ctrl-N): ") && screen.contains(&reason(&console)), "{screen}");
}

#[test]
fn what_a_thing_may_change_next_is_suggested_and_recorded_only_when_it_is_finished() {
    let mut console = workshop().with_size(120, 40);
    for line in ["!Drafter -> handle time : -", "!Drafter -> reply time : -", "!Bot -> less handle time"] {
        console.says(line);
    }
    let perhaps = console.model.run.as_ref().unwrap().worked_out.guidance.perhaps.clone();
    assert!(!perhaps.is_empty() && perhaps.len() <= 5, "{perhaps:?}");
    let row = suggested(&console).len() + 1;
    let lines = console.lines().len();
    let screen = console.press(KeyPress::ctrl('n')).screen();
    assert!(screen.contains(&format!("{row}  perhaps, and nobody has said so: {}", perhaps[0])), "{screen}");
    console.types(&row.to_string());
    assert_eq!((console.model.entry.text(), console.lines().len()), (perhaps[0].as_str(), lines));
    assert!(console.model.popup.is_none());
    console.types(" : +").enter();
    assert_eq!(console.lines().last().unwrap(), &format!("{} : +", perhaps[0]));
}

#[test]
fn a_question_suggests_itself_as_soon_as_the_lines_are_read() {
    let mut console = workshop();
    console.model.run.as_mut().unwrap().worked_out.guidance.questions.clear();
    let insight = console.model.insight().unwrap().clone();
    console.happen(adjacent::app::Msg::Read(Box::new(insight)));
    assert_eq!(suggested(&console).len(), 3);
}

#[test]
fn at_the_end_of_an_exercise_whoever_leads_is_told_what_shows_one_of_a_lens() {
    let mut console = workshop().with_size(100, 40);
    for line in [
        "want trust up",
        "Bot -> waiting : --",
        "waiting -> trust : ++",
        "Bot -> overtime : --",
        "overtime -> trust : +",
    ] {
        console.says(line);
    }
    let shows = |console: &Console| console.model.run.as_ref().unwrap().worked_out.guidance.shows.clone();
    assert_eq!(shows(&console), [""; 0], "in the middle of it");
    for _ in 0..5 {
        console.press(KeyPress::plain(Code::PageDown));
    }
    let told = shows(&console);
    assert!((1..=3).contains(&told.len()), "{told:?}");
    assert_eq!(told.iter().filter(|says| says.starts_with("More of Bot moves trust the wrong way")).count(), 1);
    let screen = console.press(KeyPress::plain(Code::F(2))).screen();
    assert!(screen.contains("shows now, before you go on (/findings):"), "{screen}");
}
