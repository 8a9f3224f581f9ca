//! Plans: chosen by what one wants to learn, with clock times, in all the height there is, and kept for another time.

use adjacent::app::{AgendaChore, AgendaReport, Code, Effect, KeyPress, Msg};
use adjacent::exercise::{Agenda, AgendaFile, Catalogue, ShelvedAgenda, in_words};
use adjacent::record::{Fact, Mode};
use insta::assert_snapshot;

use crate::drawn::themes;
use crate::keyboard::Console;
use crate::screens::painted;
use crate::typing::Typing;

/// At the third question of the setup.
fn asked_for_a_plan() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter();
    console
}

fn shelf() -> Vec<ShelvedAgenda> {
    let catalogue = Catalogue::embedded();
    let shelved = |name: &str, title: &str, typed: &str, day| ShelvedAgenda {
        name: name.to_owned(),
        title: title.to_owned(),
        mode: Mode::Live,
        exercises: Agenda::parse(typed, &catalogue, Mode::Live).unwrap(),
        day,
    };
    vec![
        shelved("ward-round", "Ward round", "arrive=5, next=25, close=6", None),
        shelved("2026-10-02-autumn-0000", "Autumn review", "draw=20, close=6", Some(jiff::civil::date(2026, 10, 2))),
    ]
}

fn running(plan: &str) -> Console {
    let mut console = asked_for_a_plan();
    console.types(plan).enter().enter();
    console
}

fn planned(console: &Console) -> String {
    in_words(console.model.run.as_ref().unwrap().recording.agenda().exercises())
}

#[test]
fn a_plan_is_chosen_by_its_title_and_nobody_needs_its_id() {
    let mut console = asked_for_a_plan();
    console.code(Code::Down);
    let screen = console.screen();
    assert!(screen.contains("75         a first session, 75 min"), "{screen}");
    assert!(screen.contains("Arrive and agree how we work 6, Draw the system 18"), "{screen}");
    console.enter().enter();
    assert_eq!(planned(&console), "arrive=6, draw=18, next=20, bound=15, close=8, slack=8");
}

#[test]
fn exercises_are_chosen_by_what_one_wants_to_learn() {
    let mut console = asked_for_a_plan();
    for _ in 0..20 {
        console.code(Code::Down);
    }
    assert!(console.screen().contains("choose by what you want to learn"), "{}", console.screen());
    console.enter();
    let screen = console.screen();
    assert!(screen.contains("[ ] Who is rewarded for pulling the other way?"), "{screen}");
    assert!(screen.contains("What will this change next door?"), "{screen}");
    let row = screen.lines().position(|row| row.contains("Who is rewarded")).unwrap()
        - screen.lines().position(|row| row.contains("What does each of us hope")).unwrap();
    for _ in 0..row {
        console.code(Code::Down);
    }
    console.types(" ");
    assert!(console.screen().contains("[x] Who is rewarded"), "{}", console.screen());
    console.enter().enter().enter();
    assert_eq!(planned(&console), "arrive=5, incent=10, close=5");
}

#[test]
fn own_plans_and_the_plan_of_last_time_are_listed_and_taken() {
    for (title, typed) in
        [("Ward round", "arrive=5, next=25, close=6"), ("as on 2026-10-02: Autumn", "draw=20, close=6")]
    {
        let mut console = asked_for_a_plan();
        console.happen(Msg::Agenda(AgendaReport::Shelved(shelf())));
        let mut found = false;
        for _ in 0..12 {
            console.code(Code::Down);
            let screen = console.screen();
            if console.model.popup.is_some() && screen.contains(&format!("> {typed}")) {
                found = screen.contains(title);
                break;
            }
        }
        assert!(found, "{title}: {}", console.screen());
        console.enter().enter();
        assert_eq!(planned(&console), typed);
    }
    let mut console = asked_for_a_plan();
    console.happen(Msg::Agenda(AgendaReport::Shelved(shelf())));
    console.types("ward-round").enter().enter();
    assert_eq!(planned(&console), "arrive=5, next=25, close=6");
}

#[test]
fn the_plan_has_clock_times_that_are_computed_anew() {
    let mut console = running("arrive=6, next=20, close=6, slack=8");
    console.press(KeyPress::ctrl('g'));
    let screen = console.screen();
    for row in
        ["09:00–09:06  Arrive and agree how we work", "09:06–09:26  What will this", "09:26–09:32  What? So what?"]
    {
        assert!(screen.contains(row), "{row}:\n{screen}");
    }
    console.code(Code::Esc).wait(240).code(Code::PageDown).code(Code::PageDown).code(Code::PageDown);
    console.press(KeyPress::ctrl('g')).wait(1);
    let screen = console.screen();
    assert!(screen.contains("09:00–09:04  Arrive"), "as it was: {screen}");
    assert!(screen.contains("09:04–09:24  What will this"), "as it is expected: {screen}");
    assert!(screen.contains("09:24–09:30  What? So what?"), "{screen}");
}

#[test]
fn before_it_starts_the_plan_moves_with_the_clock() {
    let mut console = asked_for_a_plan();
    console.types("next=20, close=6").enter().wait(600).press(KeyPress::ctrl('g'));
    assert!(console.screen().contains("09:10–09:30  What will this") && console.screen().contains("not started"));
}

#[test]
fn the_editor_uses_the_height_it_has() {
    let mut console = running("75").with_size(160, 50);
    console.press(KeyPress::ctrl('g'));
    let rows = console.screen().lines().filter(|row| row.contains(" min") || row.contains(':')).count();
    assert!(rows > 28, "{rows} rows:\n{}", console.screen());
}

#[test]
fn an_exercise_is_added_by_what_one_wants_to_learn_moved_and_repeated() {
    let mut console = running("next=20, close=6");
    console.press(KeyPress::ctrl('g')).types("a");
    assert!(console.screen().contains("what do you want to learn?"), "{}", console.screen());
    console.code(Code::Down).enter();
    assert_eq!(planned(&console), "next=20, draw=13, close=6");
    console.code(Code::Home).types(">");
    assert_eq!(planned(&console), "draw=13, next=20, close=6");
    console.types("<r+");
    assert_eq!(planned(&console), "next=21, next=20, draw=13, close=6");
    console.types("a").types("lever=10").enter();
    assert_eq!(planned(&console), "next=21, lever=10, next=20, draw=13, close=6");
}

#[test]
fn a_plan_is_saved_under_a_title_without_the_names_of_people() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().paste("Marek, claims lead @ Claims\nTom @ Sales").enter();
    console.types("next=20, close=6").enter().enter().says("/save-plan");
    console.types("As Marek likes it").enter();
    let stored = console.chores.iter().find_map(|chore| match chore {
        Effect::Agenda(AgendaChore::Store(file)) => Some(file.clone()),
        _ => None,
    });
    let AgendaFile { title, exercises, mode, .. } = stored.unwrap();
    assert_eq!(
        (title.as_str(), in_words(&exercises).as_str(), mode),
        ("As Claims likes it", "next=20, close=6", Mode::Live)
    );
    console.happen(Msg::Agenda(AgendaReport::Stored { title, file: "agendas/as-claims-likes-it.ron".into() }));
    assert!(console.notice().contains("agendas/as-claims-likes-it.ron"), "{}", console.notice());
}

#[test]
fn another_plan_takes_the_place_of_this_one() {
    let mut console = running("next=20, close=6");
    console.happen(Msg::Agenda(AgendaReport::Shelved(shelf())));
    console.says("/other-plan").code(Code::Down);
    console.enter();
    assert!(planned(&console).starts_with("arrive=6, draw=18, next=20, incent=15"), "{}", planned(&console));
    assert!(matches!(console.saved.last().unwrap().facts.as_slice(), [Fact::AgendaChanged { .. }]));
}

#[test]
fn the_new_screens_of_time_and_plan() {
    let mut screens = String::new();
    let mut keep = |name: &str, console: &Console| screens.extend(["== ", name, "\n", &console.screen(), "\n"]);
    let mut console = asked_for_a_plan();
    console.happen(Msg::Agenda(AgendaReport::Shelved(shelf())));
    console.code(Code::Down);
    keep("setup lists plans", &console);
    console.types("\u{8}").press(KeyPress::ctrl('u')).types("arrive=6, next=20, close=6, slack=8").enter().wait(1);
    keep("not started", &console);
    console.enter().wait(400).press(KeyPress::plain(Code::F(7)));
    keep("what a minute more takes from", &console);
    console.code(Code::Esc).wait(20);
    keep("late", &console);
    console.press(KeyPress::ctrl('g'));
    keep("the plan", &console);
    console.types("a");
    keep("what do you want to learn", &console);
    assert_snapshot!(screens);
}

#[test]
fn the_plan_in_the_colours_of_every_theme() {
    let mut console = running("arrive=6, next=20, close=6, slack=8");
    console.wait(20).press(KeyPress::ctrl('g'));
    assert!(!themes().is_empty());
    assert_snapshot!(painted(&console));
}
