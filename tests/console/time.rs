//! What a session costs in time: nothing before it starts, and every minute more is taken from something named.

use adjacent::app::{Code, KeyPress};
use adjacent::record::{Fact, PlannedExercise, SessionTime};

use crate::keyboard::Console;
use crate::typing::Typing;

/// A room that was set up with this plan and not started.
fn set_up(plan: &str) -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter();
    console.paste("Mei, claims lead @ Claims\nTom, contact centre manager @ Contact Centre").enter();
    console.press(KeyPress::ctrl('u')).types(plan).enter();
    console
}

fn started(plan: &str) -> Console {
    let mut console = set_up(plan);
    console.enter();
    console
}

fn session(console: &Console) -> &adjacent::record::Session {
    console.model.run.as_ref().unwrap().recording.session()
}

fn seconds(console: &Console) -> i64 {
    session(console).clock(console.model.session_time()).session.as_secs()
}

fn agenda(console: &Console) -> Vec<(String, u16)> {
    let agenda = console.model.run.as_ref().unwrap().recording.agenda();
    agenda.exercises().iter().map(|planned| (planned.exercise.clone(), planned.minutes)).collect()
}

#[test]
fn setting_up_takes_no_time_and_the_screen_says_that_nothing_has_started() {
    let mut console = set_up("arrive=6, next=20, close=6, slack=8");
    console.wait(600).says("!Service bot");
    assert!(session(&console).is_before_start());
    assert!(console.screen().contains("not started"), "{}", console.screen());
    assert_eq!(seconds(&console), 0);
    assert_eq!(console.lines(), ["!Service bot"]);
    console.wait(60).enter().wait(30);
    assert_eq!(seconds(&console), 30);
    let step = session(&console).place().unwrap();
    assert_eq!(step.step.to_string(), "arrive.1");
    assert!(!console.screen().contains("not started"), "{}", console.screen());
}

#[test]
fn the_first_line_of_somebody_in_the_room_starts_the_session() {
    let mut console = set_up("next=14");
    console.wait(300).says("Service bot needs customer history");
    assert!(session(&console).is_before_start(), "a line without a speaker is preparation");
    console.wait(300).says("mei> Service bot -> less handle time");
    assert!(!session(&console).is_before_start());
    assert_eq!(console.saved.last().unwrap().step.as_ref().unwrap().to_string(), "next.1");
    console.wait(10);
    assert_eq!(seconds(&console), 10);
}

#[test]
fn a_session_that_was_left_before_it_started_is_still_not_started() {
    let mut console = set_up("next=14");
    console.says("!Service bot");
    let header = session(&console).header().clone();
    let again = adjacent::record::Session::fold(header, console.saved.clone());
    assert!(again.is_before_start());
    assert_eq!(again.clock(SessionTime::from_millis(3_600_000)).session.as_secs(), 0);
}

#[test]
fn next_step_and_the_palette_start_it_too() {
    for starts in [0, 1] {
        let mut console = set_up("next=14");
        match starts {
            0 => console.press(KeyPress::plain(Code::PageDown)),
            _ => console.says("/start"),
        };
        assert_eq!(session(&console).place().unwrap().step.to_string(), "next.1");
    }
}

#[test]
fn a_minute_more_is_taken_from_the_slack_and_says_so() {
    let mut console = started("arrive=6, next=20, close=6, slack=8");
    console.press(KeyPress::ctrl('t'));
    assert_eq!(console.notice(), "A minute more for this step, from slack, 7 left.");
    let planned = |id: &str, minutes| (id.to_owned(), minutes);
    assert_eq!(agenda(&console), [planned("arrive", 7), planned("next", 20), planned("close", 6), planned("slack", 7)]);
    let facts = &console.saved.last().unwrap().facts;
    assert!(matches!(facts.as_slice(), [Fact::TimeAdded { seconds: 60 }, Fact::AgendaChanged { .. }]), "{facts:?}");
}

#[test]
fn five_minutes_more_name_the_later_exercise_that_pays_and_the_session_stays_on_time() {
    let mut console = started("arrive=6, next=20, close=6");
    console.wait(1).press(KeyPress::plain(Code::F(7)));
    let screen = console.screen();
    let row = screen.lines().find(|row| row.contains("+5 min from What will")).unwrap();
    assert!(row.contains("then 15"), "{screen}");
    let number = row.trim_start_matches(|c: char| !c.is_ascii_digit()).chars().next().unwrap();
    console.types(&number.to_string());
    assert_eq!(agenda(&console)[1], ("next".to_owned(), 15));
    let run = console.model.run.as_ref().unwrap();
    let pace = run.recording.pace(console.model.session_time()).unwrap();
    assert_eq!((pace.drift.as_secs(), pace.slack.as_secs()), (0, 0));
}

#[test]
fn minutes_that_nothing_pays_for_make_it_late_and_the_cuts_stay_until_one_is_taken_or_left() {
    let mut console = started("arrive=6, next=20, close=6");
    console.says("/time");
    let screen = console.screen();
    let later = screen.lines().find(|row| row.contains("+5 min from nothing")).unwrap();
    let number = later.trim_start_matches(|c: char| !c.is_ascii_digit()).chars().next().unwrap();
    console.types(&number.to_string()).wait(20);
    assert!(
        console.screen().contains("5 over (F7): shorten What will this change next door? to 15"),
        "{}",
        console.screen()
    );
    console.wait(60);
    assert!(console.screen().contains("5 over (F7)"), "it stays: {}", console.screen());
    console.says("/time").types("1").wait(20);
    assert!(!console.screen().contains(" over (F7)"), "{}", console.screen());
    assert_eq!(
        agenda(&console).iter().map(|(_, minutes)| minutes).sum::<u16>(),
        32,
        "the end stays as it was promised"
    );
}

#[test]
fn the_last_minutes_belong_to_close() {
    let mut console = started("next=20, close=6");
    console.wait(60 * 20 + 30).press(KeyPress::ctrl('t'));
    assert!(agenda(&console).contains(&("close".to_owned(), 6)), "{:?}", agenda(&console));
    console.wait(20);
    assert!(console.screen().contains("they belong to the close"), "{}", console.screen());
    console.press(KeyPress::plain(Code::F(7))).types("1");
    assert_eq!(session(&console).place().unwrap().step.to_string(), "close.1");
}

#[test]
fn each_clock_says_what_it_counts() {
    let mut console = started("arrive=6, next=20, close=6, slack=8");
    console.wait(75);
    let head = console.screen().lines().next().unwrap().to_owned();
    assert!(head.contains("session 1:15") && head.contains("ends 09:") && head.contains("step 1/"), "{head}");
}

#[test]
fn an_old_agenda_without_longer_steps_is_written_as_before() {
    let planned = PlannedExercise::new("next", 14);
    assert_eq!(ron::to_string(&planned).unwrap(), "(exercise:\"next\",minutes:14)");
}
