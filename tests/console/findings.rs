//! What shows on the map, on the screen: one at a time, the question first, judged by one key.

use adjacent::app::{Code, Effect, FindingsView, KeyPress};
use adjacent::record::{Fact, Judgement};

use crate::keyboard::Console;
use crate::typing::Typing;

/// A workshop in which a bot moves trust the wrong way, two arrows off, and a circle is one arrow from closing.
fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter();
    for line in
        ["want trust up", "!Bot -> handle time : --", "handle time -> trust : ++ \"we rush\"", "trust -> calls : -"]
    {
        console.says(line);
    }
    console
}

fn f10() -> KeyPress {
    KeyPress::plain(Code::F(10))
}

fn judged(console: &Console) -> Vec<(Judgement, Option<String>)> {
    let facts = console.saved.iter().flat_map(|event| &event.facts);
    facts
        .filter_map(|fact| match fact {
            Fact::Judged { judgement, reason, .. } => Some((*judgement, reason.clone())),
            _ => None,
        })
        .collect()
}

#[test]
fn one_finding_is_shown_its_question_first_and_no_weight() {
    let mut console = workshop();
    let screen = console.press(f10()).screen();
    let row = |words: &str| screen.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{screen}"));
    assert!(row("Who would notice first that trust moves") < row("More of Bot moves trust the wrong way"), "{screen}");
    assert!(row("what shows, 1 of") < row("t it is so"), "{screen}");
    assert!(!screen.contains("look") && !screen.contains("49"), "{screen}");
}

#[test]
fn what_it_rests_on_and_what_it_is_called_are_one_key_away() {
    let mut console = workshop().with_size(100, 40);
    let screen = console.press(f10()).types("w").screen();
    assert!(
        screen.contains("handle time: more trust, clearly") && screen.contains("told, 20 Nov: “we rush”"),
        "{screen}"
    );
    let screen = console.types("wc").screen();
    assert!(
        screen.contains("second-order ripple") && screen.contains("Sterman") && !screen.contains("told, 20 Nov"),
        "{screen}"
    );
}

#[test]
fn one_key_judges_and_what_was_refused_is_not_offered_again() {
    let mut console = workshop();
    let offered = console.model.offers().len();
    console.press(f10()).types("n").types("that was last year").enter();
    assert_eq!(judged(&console), [(Judgement::NotTrue, Some("that was last year".to_owned()))]);
    assert!(console.model.popup.is_none());
    assert_eq!(console.model.offers().len(), offered - 1);
    let undone = console.press(KeyPress::ctrl('z')).model.offers().len();
    assert_eq!(undone, offered, "{}", console.screen());
}

#[test]
fn a_judgement_needs_no_reason_and_escape_keeps_nothing() {
    let mut console = workshop();
    console.press(f10()).types("l").press(KeyPress::plain(Code::Esc));
    assert_eq!(judged(&console), []);
    console.press(f10()).types("l").enter().press(f10()).types("t");
    assert_eq!(judged(&console), [(Judgement::Later, None), (Judgement::True, None)]);
}

#[test]
fn what_is_gone_through_ends_at_the_last_one() {
    let mut console = workshop();
    console.press(f10());
    let offered = console.model.offers().len();
    for _ in 0..offered + 3 {
        console.press(KeyPress::plain(Code::Down));
    }
    let view = console.model.popup.as_deref().and_then(|popup| popup.downcast::<FindingsView>());
    let Some(view) = view else { panic!("{}", console.screen()) };
    assert_eq!(view.at, offered - 1);
    assert!(console.screen().contains(&format!("what shows, {offered} of {offered}")), "{}", console.screen());
}

#[test]
fn a_loop_that_closes_is_pointed_out_once() {
    let mut console = workshop();
    assert_eq!(console.notice(), "");
    console.says("calls -> handle time : -");
    assert_eq!(console.notice(), "A circle has closed; /findings shows it.");
    console.says("Bot -> calls : +");
    assert_eq!(console.notice(), "");
}

#[test]
fn where_nothing_shows_that_is_said_with_care() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter().press(f10());
    assert!(console.notice().starts_with("Nothing shows so far."), "{}", console.notice());
    assert!(console.model.popup.is_none());
}

#[test]
fn while_it_is_read_anew_the_reading_before_says_that_it_is_older() {
    let mut console = workshop();
    console.press(f10());
    assert!(!console.screen().contains("a moment ago"), "{}", console.screen());
    let run = console.model.run.as_mut().unwrap();
    run.worked_out.insight.as_mut().unwrap().upto -= 1;
    assert!(console.screen().contains("as of a moment ago"), "{}", console.screen());
}

#[test]
fn one_reading_is_under_way_at_a_time() {
    let mut console = workshop();
    console.model.run.as_mut().unwrap().worked_out.reading = true;
    let before = console.chores.len();
    console.says("Bot -> cost : +");
    let asked = |chore: &&Effect| matches!(chore, Effect::Analyse(_));
    assert_eq!(console.chores[before..].iter().filter(asked).count(), 0);
}

#[test]
fn findings_are_shown_by_sort_by_thing_and_by_what_was_said_just_now() {
    let mut console = workshop();
    for line in ["!Rota -> overtime : +", "overtime -> sick days (want down) : +", "calls -> trust"] {
        console.says(line);
    }
    let all = console.model.offers().len();
    let screen = console.press(f10()).screen();
    assert!(screen.contains(&format!("what shows, 1 of {all}")) && screen.contains("s one sort"), "{screen}");
    let screen = console.types("s").screen();
    assert!(screen.contains(&format!(" of {all}: ripple")), "{screen}");
    let screen = console.types("x").types("a").types("rota").enter().screen();
    assert!(screen.contains(&format!(" of {all}: about rota")) && screen.contains("Rota"), "{screen}");
    let screen = console.types("x").types("j").screen();
    assert!(screen.contains(&format!(" of {all}: about what was said just now")), "{screen}");
    let screen = console.types("x").types("a").types("nobody").enter().screen();
    assert!(screen.contains(&format!("None of {all}: about nobody")), "{screen}");
}

#[test]
fn findings_are_there_from_the_map_and_from_home() {
    let mut console = workshop();
    let screen = console.press(KeyPress::plain(Code::F(3))).press(f10()).screen();
    assert!(screen.contains("what shows, 1 of"), "{screen}");
    let ledger = console.model.map_ledger().clone();
    let mut home = Console::at_home(Vec::new());
    let screen = home.press(f10()).screen();
    assert!(screen.contains("reading, 0 s"), "{screen}");
    assert!(home.chores.contains(&Effect::Survey));
    home.happen(adjacent::app::Msg::Surveyed(Box::new(ledger)));
    let screen = home.screen();
    assert!(screen.contains("what shows, 1 of") && screen.contains("Who would notice first"), "{screen}");
    home.types("t");
    assert!(home.chores.iter().any(|chore| matches!(chore, Effect::Desk { facts, .. } if facts.len() == 1)));
}
