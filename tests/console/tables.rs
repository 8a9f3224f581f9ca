//! The screen of the tables, their plenary, and how they are set up.

use std::collections::BTreeSet;

use adjacent::app::tables::{GatheringOverview, NewGathering, OverviewSource, TablesChore, TablesReport};
use adjacent::app::{Code, Effect, KeyPress, KnownSession, Msg, OpenSession};
use adjacent::exercise::{Agenda, Catalogue};
use adjacent::graph::Ledger;
use adjacent::record::{Event, Fact, Gathering, Mode, Names, Session, SessionId, SessionKind};

use crate::keyboard::Console;
use crate::session::header;
use crate::talk::Talk;
use crate::typing::Typing;

/// The session of a table of three, or of their plenary, with these lines.
fn session(table: Option<u16>, lines: &str) -> Session {
    let catalogue = Catalogue::embedded();
    let agenda = Agenda::parse("next", &catalogue, Mode::Live).unwrap();
    let new = NewGathering::new("Four cities".to_owned(), 3, agenda, Vec::new(), &catalogue).session("g", table);
    let id = table.map_or_else(|| "plenary".to_owned(), |number| format!("table-{number}"));
    let opening = Event { seq: 1, facts: new.opening, ..Event::default() };
    let mut talk = Talk::on(OpenSession::alone(Session::fold(header(&id, &new.title), [opening])));
    if !lines.is_empty() {
        let started = talk.recording.starting().unwrap();
        let event = talk.recording.keyed(started, talk.at);
        talk.recording.apply(event, &catalogue);
    }
    talk.says(lines);
    talk.session().clone()
}

fn plenary() -> OpenSession {
    OpenSession { writable: true, ..OpenSession::alone(session(None, "")) }
}

/// What is reported of these tables while the plenary is open.
fn seen(tables: &[Session]) -> Msg {
    let mut others = Ledger::new();
    for table in tables {
        others.add_session(table, &Names::default());
    }
    let all = tables.iter().cloned().chain([session(None, "")]);
    let all: Vec<(SessionId, Session)> = all.map(|session| (session.header().id.clone(), session)).collect();
    let catalogue = Catalogue::embedded();
    let overview = GatheringOverview::of(&OverviewSource {
        gathering: &Gathering { id: "g".to_owned(), title: "Four cities".to_owned(), tables: 3, table: None },
        sessions: &all,
        ledger: &others,
        catalogue: &catalogue,
        now: "2026-11-20T09:00:00Z".parse().unwrap(),
    });
    Msg::Tables(TablesReport::Seen { overview: Box::new(overview), others: Box::new(others), stamp: 1 })
}

fn two_that_disagree() -> Msg {
    seen(&[
        session(Some(1), "Service bot -> Repeat calls : + seen\nService bot -> Handle time : -"),
        session(Some(2), "Service bot -> Repeat calls : -"),
    ])
}

/// How often the tables were looked at.
fn looks(console: &Console) -> usize {
    console.chores.iter().filter(|chore| matches!(chore, Effect::Tables(TablesChore::Look { .. }))).count()
}

fn at_plenary() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.happen(Msg::Opened(Box::new(plenary())));
    console
}

#[test]
fn a_plenary_opens_with_its_tables() {
    let mut console = at_plenary();
    assert_eq!(looks(&console), 1);
    console.happen(two_that_disagree());
    let screen = console.screen();
    for wanted in [
        "Four cities",
        "table 1   1 of 6  Pick one change",
        "table 3   not here yet",
        "plenary   not started",
        "The tables contradict each other on one arrow:",
        "Service bot → Repeat calls: more at table 1, less at table 2",
        "On one map: three things, two arrows.",
    ] {
        assert!(screen.contains(wanted), "{wanted}\n{screen}");
    }
}

#[test]
fn the_tables_are_read_again_while_they_are_on_the_screen() {
    let mut console = at_plenary();
    console.wait(1);
    assert_eq!(looks(&console), 1, "one look is on its way");
    console.happen(two_that_disagree());
    console.wait(1);
    assert_eq!(looks(&console), 1);
    console.wait(1);
    assert_eq!(looks(&console), 2);
    console.happen(Msg::Tables(TablesReport::Unchanged));
    assert!(console.screen().contains("more at table 1"), "what was seen stays");
    // In a workspace without a gathering nothing is read by itself.
    let mut console = Console::at_home(Vec::new());
    console.wait(60);
    assert_eq!(looks(&console), 0);
}

#[test]
fn the_plenary_walks_over_what_the_tables_say_by_now() {
    let mut console = at_plenary();
    console.happen(seen(&[session(Some(1), "Service bot -> Repeat calls : +")]));
    console.code(Code::Esc);
    console.says("/start").code(Code::PageDown);
    let run = |console: &Console| console.model.run.as_ref().unwrap().asked.prompt.clone();
    assert!(run(&console).starts_with("No two tables contradict each other so far."), "{}", run(&console));
    console.happen(two_that_disagree());
    let prompt = run(&console);
    assert!(prompt.starts_with("Service bot → Repeat calls (more at table 1, less at table 2)."), "{prompt}");
    assert_eq!(console.model.run.as_ref().unwrap().recording.ledger().sessions(), 3);
}

#[test]
fn tables_without_a_gathering_say_how_to_have_them() {
    let mut console = Console::at_home(Vec::new());
    console.says("/tables");
    assert!(console.screen().contains("Looking at the tables."), "{}", console.screen());
    console.happen(Msg::Tables(TablesReport::NoTables));
    assert!(console.screen().contains("No tables so far."), "{}", console.screen());
}

#[test]
fn a_new_workshop_gets_tables_at_its_plan() {
    let mut console = Console::at_home(Vec::new());
    let row =
        console.model.home.choices().iter().position(|choice| format!("{choice:?}").starts_with("Start")).unwrap();
    for _ in 0..row {
        console.code(Code::Down);
    }
    console.enter().types("Four cities").enter();
    console.paste("mei = Mei @ Claims\ntom = Tom @ Contact Centre").enter();
    assert!(
        console.screen().contains("It is one session for everybody here; Ctrl-T changes that."),
        "{}",
        console.screen()
    );
    console.press(KeyPress::ctrl('t')).press(KeyPress::ctrl('t'));
    assert!(console.screen().contains("It is for 3 tables, each in its own session; Ctrl-T"), "{}", console.screen());
    // A rehearsal adds to no map, so it has no tables.
    console.code(Code::Tab).press(KeyPress::ctrl('t'));
    assert!(!console.screen().contains("Ctrl-T"), "{}", console.screen());
    console.code(Code::Tab).press(KeyPress::ctrl('t')).enter();
    let begun = console.chores.iter().find_map(|chore| match chore {
        Effect::Tables(TablesChore::Begin(new)) => Some(new.clone()),
        _ => None,
    });
    let begun = begun.unwrap();
    assert_eq!((begun.tables, begun.plenary.title.as_str()), (2, "Four cities"));
    assert_eq!(begun.plenary.names.names.len(), 2);
    let (table, plenary) = (begun.session("g", Some(2)), begun.session("g", None));
    assert_eq!((table.title.as_str(), table.names.is_empty()), ("Four cities, table 2", true));
    let people = |facts: &[Fact]| match &facts[0] {
        Fact::Opened { people, .. } => people.len(),
        _ => 0,
    };
    assert_eq!((people(&table.opening), people(&plenary.opening)), (0, 2));
    assert!(table.opening.contains(&Fact::ClockPaused) && plenary.opening.contains(&Fact::ClockPaused));
}

#[test]
fn every_table_of_the_latest_gathering_waits_on_the_home_screen() {
    let known = |id: &str, title: &str, table: Option<Option<u16>>| KnownSession {
        id: id.into(),
        title: title.into(),
        day: jiff::civil::date(2026, 11, 20),
        kind: SessionKind::Workshop,
        closed: false,
        waits: table.is_some(),
        private: false,
        gathering: table.map(|table| Gathering { id: "g".to_owned(), title: "All".to_owned(), tables: 6, table }),
    };
    let mut sessions = vec![known("new", "Later", None), known("p", "All", Some(None))];
    sessions.extend(
        (1..=6).rev().map(|number| known(&format!("t{number}"), &format!("All, table {number}"), Some(Some(number)))),
    );
    sessions.extend((0..5).map(|number| known(&format!("o{number}"), &format!("Older {number}"), None)));
    let console = Console::at_home(sessions).with_size(80, 40);
    let screen = console.screen();
    let rows: Vec<&str> = screen.lines().skip_while(|line| !line.starts_with("Continue")).skip(1).take(12).collect();
    let titles: Vec<&str> =
        rows.iter().filter_map(|row| row.trim_start_matches(['›', ' ']).split("  ").nth(1)).map(str::trim).collect();
    assert_eq!(
        titles[..8],
        [
            "Later",
            "All",
            "All, table 1",
            "All, table 2",
            "All, table 3",
            "All, table 4",
            "All, table 5",
            "All, table 6"
        ]
    );
    assert_eq!(titles.iter().filter(|title| title.starts_with("Older")).count(), 3);
}

#[test]
fn reading_along_with_a_table_needs_no_open_session() {
    let mut console = at_plenary();
    console.happen(two_that_disagree());
    console.enter();
    assert!(console.notice().contains("leave it first"), "{}", console.notice());
    let mut console = Console::at_home(Vec::new());
    console.says("/tables");
    console.happen(two_that_disagree());
    console.code(Code::Down).enter();
    let opened: BTreeSet<String> = console
        .chores
        .iter()
        .filter_map(|chore| match chore {
            Effect::Open { id, read_only: true } => Some(id.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(opened, BTreeSet::from(["table-2".to_owned()]));
}

#[test]
fn a_table_is_not_told_what_the_others_say() {
    let mut console = Console::at_home(Vec::new());
    let table = OpenSession { writable: true, ..OpenSession::alone(session(Some(1), "")) };
    console.happen(Msg::Opened(Box::new(table)));
    assert_eq!(looks(&console), 0);
    console.wait(60);
    assert_eq!(looks(&console), 0);
}
