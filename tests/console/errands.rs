//! What is done beside the talk, from the console: a file to send, the brief, a comparison, what became of promises, a
//! branch that is taken over; and how looking back begins and ends.

use adjacent::app::{
    Code, Effect, ErrandChore, ErrandReport, KeyPress, KnownSession, Msg, OpenMatter, OpenMatterSort, OpenSession,
    ReplayReport, Screen,
};
use adjacent::export::FORMATS;
use adjacent::record::{Fact, Header, Outcome, Session, SessionKind};
use adjacent::store::samples;

use crate::keyboard::Console;
use crate::session::header;
use crate::typing::Typing;

fn workshop() -> Console {
    let mut console = Console::at_home(vec![
        known("a", "Autumn", SessionKind::Workshop),
        known("b", "Winter", SessionKind::Workshop),
    ]);
    let row =
        console.model.home.choices().iter().position(|choice| format!("{choice:?}").starts_with("Start")).unwrap();
    for _ in 0..row {
        console.code(Code::Down);
    }
    console.enter().types("Spring review").enter();
    console.paste("mei = Mei @ Claims\ntom = Tom @ Contact Centre").enter().enter().enter();
    console
}

fn known(id: &str, title: &str, kind: SessionKind) -> KnownSession {
    let day = jiff::civil::date(2026, 11, 12);
    KnownSession {
        id: id.into(),
        title: title.into(),
        day,
        kind,
        closed: true,
        waits: false,
        private: false,
        gathering: None,
    }
}

fn errands(console: &Console) -> Vec<ErrandChore> {
    let errand = |chore: &Effect| if let Effect::Errand(errand) = chore { Some(errand.clone()) } else { None };
    console.chores.iter().filter_map(errand).collect()
}

/// The first row that the palette finds.
fn first_found(console: &mut Console, words: &str) -> String {
    console.press(KeyPress::ctrl('p')).types(words);
    let screen = console.screen();
    console.code(Code::Esc);
    let row = screen.lines().skip_while(|line| !line.contains("all commands")).nth(2).unwrap().to_owned();
    row.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[test]
fn the_palette_knows_what_people_call_things() {
    let mut console = workshop();
    for (word, finds) in [
        ("undo", "take back"),
        ("redo", ""),
        ("quit", "leave"),
        ("vote", "vote"),
        ("timer", "time"),
        ("export", "export"),
        ("merge", "names that look alike"),
        ("settings", ""),
        ("finish", "end this session"),
        ("brief", "brief"),
        ("settle", "settle"),
        ("compare", "compare"),
        ("adopt", "adopt"),
        ("look back", "look back"),
        ("replay", "look back"),
    ] {
        let found = first_found(&mut console, word);
        assert!(!found.contains("type part of it") && found.contains(finds), "{word}: {found}");
    }
}

#[test]
fn a_file_to_send_is_asked_for_by_format_and_name() {
    let mut console = workshop();
    console.says("/export");
    assert!(console.screen().contains("export: Spring review"), "{}", console.screen());
    console.code(Code::Down).enter();
    assert!(console.screen().contains("spring-review.html"), "{}", console.screen());
    console.enter();
    let wanted = ErrandChore::Export {
        of: Some("2026-11-20-test-0000".into()),
        format: "html".to_owned(),
        file: "spring-review.html".to_owned(),
    };
    assert_eq!(errands(&console).last(), Some(&wanted));
    console.happen(Msg::Told("Written: /tmp/spring-review.html".to_owned()));
    assert!(console.screen().contains("Written: /tmp/spring-review.html"));
}

#[test]
fn every_format_is_reached_on_a_small_screen() {
    let mut console = workshop();
    console.says("/export");
    for (at, format) in FORMATS.iter().map(|format| format.name).chain(["run-sheet", "run-sheet-markdown"]).enumerate()
    {
        let screen = console.screen();
        assert!(screen.contains(&format!("│ {format} ")), "{format} is missing in\n{screen}");
        assert!(screen.contains(&format!("{} of ", at + 1)), "{screen}");
        console.code(Code::Down);
    }
    console.enter();
    assert!(console.screen().contains("spring-review.ics"), "{}", console.screen());
}

#[test]
fn of_a_private_session_nothing_is_exported() {
    let mut console = workshop();
    console.says("/private").says("/export");
    assert!(console.model.popup.is_none() && console.notice().contains("private"), "{}", console.notice());
}

#[test]
fn the_brief_is_a_page_that_scrolls_and_is_never_shown_to_the_room() {
    let page = || ErrandReport::Page {
        title: "Before the next session".into(),
        text: (1..90).map(|n| format!("zqline {n}")).collect::<Vec<_>>().join("\n"),
    };
    let mut console = workshop();
    console.says("/brief");
    assert_eq!(errands(&console).last(), Some(&ErrandChore::Brief));
    console.happen(Msg::Errand(page()));
    assert!(console.screen().contains("zqline 1 ") || console.screen().contains("zqline 1\n"), "{}", console.screen());
    console.code(Code::PageDown).code(Code::PageDown);
    assert!(console.screen().contains("zqline 25") && !console.screen().contains("zqline 2 "), "{}", console.screen());
    console.code(Code::Esc);
    console.model.settings.one_window = true;
    let before = errands(&console).len();
    console.says("/brief");
    assert_eq!(errands(&console).len(), before, "{}", console.notice());
    console.happen(Msg::Errand(page()));
    assert!(!console.screen().contains("zqline"), "{}", console.screen());
}

#[test]
fn two_sessions_are_picked_to_be_compared() {
    let mut console = workshop();
    console.says("/compare");
    assert!(console.screen().contains("Autumn") && console.screen().contains("Winter"), "{}", console.screen());
    console.types("2").types("1");
    assert_eq!(errands(&console).last(), Some(&ErrandChore::Compare("a".into(), "b".into())));
}

#[test]
fn what_became_of_a_promise_is_said_in_the_session() {
    let mut console = workshop();
    console.says("do call the brokers : mei due fri").says("/settle");
    assert!(console.screen().contains("promise: call the brokers"), "{}", console.screen());
    console.types("1");
    assert!(console.screen().contains("what became of it?"), "{}", console.screen());
    console.types("3");
    let last = console.saved.last().unwrap();
    assert!(
        matches!(last.facts.as_slice(), [Fact::Settled { session: None, outcome: Outcome::Moved, due: Some(_), .. }]),
        "{last:?}"
    );
    console.types("1").types("1");
    let last = console.saved.last().unwrap();
    assert!(matches!(last.facts.as_slice(), [Fact::Settled { outcome: Outcome::Done, .. }]), "{last:?}");
    assert!(console.screen().contains("Nothing is open"), "{}", console.screen());
}

fn overdue() -> Vec<OpenMatter> {
    let matter = |says: &str, seq, is_due| OpenMatter {
        says: says.into(),
        place: ("a".into(), seq),
        sort: OpenMatterSort::Task,
        is_due,
    };
    vec![
        matter("Claims: call the brokers (due 4 days ago)", 7, true),
        matter("Risk: a list (by 3 December 2027)", 9, false),
    ]
}

#[test]
fn home_lists_what_is_due_first_and_enter_says_what_became_of_it() {
    let mut console = Console::at_home(vec![known("a", "Autumn", SessionKind::Workshop)]);
    assert!(errands(&console).contains(&ErrandChore::Open));
    let chosen = console.model.home.choice();
    console.happen(Msg::Errand(ErrandReport::Open(overdue())));
    assert_eq!(console.model.home.choice(), chosen, "the cursor stays on its row");
    let screen = console.screen();
    let due = screen.lines().position(|row| row.contains("call the brokers (due 4 days ago)")).unwrap();
    assert!(due < screen.lines().position(|row| row.contains("a workshop:")).unwrap(), "{screen}");
    assert!(!screen.contains("Risk: a list"), "what is not due is in the list of settle alone: {screen}");
    console.code(Code::Up).enter();
    assert!(console.screen().contains("what became of it?"), "{}", console.screen());
    console.types("1");
    let desk = console.chores.iter().find_map(|chore| match chore {
        Effect::Desk { facts, .. } => Some(facts.clone()),
        _ => None,
    });
    assert!(matches!(desk.unwrap().as_slice(), [Fact::Settled { seq: 7, outcome: Outcome::Done, .. }]));
    console.code(Code::Esc);
    assert!(!console.screen().contains("call the brokers (due"), "{}", console.screen());
}

#[test]
fn a_branch_is_adopted_after_it_was_asked_once_more() {
    let kind = SessionKind::WhatIf { of: "a".into(), after: 12 };
    let mut console =
        Console::at_home(vec![known("a", "Autumn", SessionKind::Workshop), known("w", "What if we wait", kind)]);
    console.says("/adopt").enter();
    assert!(
        console.screen().contains("adopt this branch?") && !errands(&console).contains(&ErrandChore::Adopt("w".into()))
    );
    console.enter();
    assert_eq!(errands(&console).last(), Some(&ErrandChore::Adopt("w".into())));
}

#[test]
fn a_branch_says_what_it_came_from_while_it_is_written_and_in_its_replay() {
    let kind = SessionKind::WhatIf { of: "a".into(), after: 12 };
    let mut console = Console::at_home(vec![known("a", "Autumn", SessionKind::Workshop)]).with_size(120, 40);
    let header = Header { kind, ..header("2026-11-21-what-if-0000", "What if we wait") };
    let sample = samples::all().remove(0);
    let session = Session::fold(header, sample.events().to_vec());
    console.happen(Msg::Replay(ReplayReport::Opened { open: Box::new(OpenSession::alone(session.clone())), at: None }));
    assert!(console.screen().contains("what if, from “Autumn” after number 12"), "{}", console.screen());
    console.happen(Msg::Opened(Box::new(OpenSession { writable: true, ..OpenSession::alone(session) })));
    assert!(console.screen().contains("what if, from “Autumn” after number 12"), "{}", console.screen());
}

#[test]
fn looking_back_begins_at_the_beginning_with_its_keys_in_the_footer_and_esc_leaves() {
    let mut console = Console::at_home(Vec::new());
    let session = samples::all().remove(0);
    console.happen(Msg::Replay(ReplayReport::Opened { open: Box::new(OpenSession::alone(session)), at: None }));
    let view = console.model.replay.as_ref().unwrap();
    assert!(view.position().heard <= 1, "{}", view.position().heard);
    let foot = console.screen().lines().last().unwrap().to_owned();
    for key in ["Right", "Home", "space"] {
        assert!(foot.contains(key), "{key}: {foot}");
    }
    console.code(Code::Right).code(Code::Right);
    assert!(!console.notice().contains("This is the end"), "{}", console.notice());
    console.code(Code::Esc);
    assert_eq!(console.model.screen, Screen::Home);
}

#[test]
fn the_minutes_can_be_read_on_the_screen() {
    let mut console = workshop();
    console.says("the crews stop to believe it").says("/read-minutes");
    let screen = console.screen();
    assert!(
        screen.contains("The minutes as they stand") && screen.contains("At a glance")
            || screen.contains("What was said"),
        "{screen}"
    );
    console.code(Code::Esc);
    console.model.settings.one_window = true;
    console.says("/read-minutes");
    assert!(console.model.popup.is_none());
}
