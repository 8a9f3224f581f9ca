//! The replay screen: one moment of a session at a time, and the ways to another.

use adjacent::app::replay::SidePanel;
use adjacent::app::{Code, Effect, KeyPress, Msg, OpenSession, ReplayChore, ReplayReport, Screen};
use adjacent::record::{Event, Exposure, Fact, Kind, Session, SessionTime};
use adjacent::replay::{MarkerKind, Timeline};
use adjacent::store::samples;
use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::keyboard::Console;
use crate::screens::painted;
use crate::typing::Typing;

/// The worked example.
fn sample() -> Session {
    samples::all().remove(0)
}

/// The session as it stood after so many events.
fn cut(session: &Session, heard: usize) -> Session {
    Session::fold(session.header().clone(), session.events()[..heard].to_vec())
}

/// Looking back at a session, at its end.
fn looking_back_at(session: Session) -> Console {
    let mut console = Console::at_home(Vec::new());
    look_back(&mut console, session);
    console
}

fn look_back(console: &mut Console, session: Session) {
    let open = Box::new(OpenSession::alone(session));
    console.happen(Msg::Replay(ReplayReport::Opened { open, at: None }));
    if console.model.replay.as_ref().is_some_and(|view| view.end().heard > view.position().heard) {
        console.press(KeyPress::plain(Code::End));
    }
}

/// Looking back at the worked example from its beginning.
fn from_the_beginning() -> Console {
    let mut console = looking_back_at(sample());
    console.press(KeyPress::plain(Code::Home));
    console
}

fn heard(console: &Console) -> usize {
    console.model.replay.as_ref().unwrap().position().heard
}

/// The minute on the clock of the screen, as it is drawn.
fn minute(console: &Console) -> String {
    let told = console.screen().lines().find(|line| line.contains(", line ")).unwrap().to_owned();
    told.split(" of ").next().unwrap().trim().to_owned()
}

/// Goes to this minute and second, over the events.
fn go_to(console: &mut Console, at: &str) {
    let (minutes, seconds) = at.split_once(':').unwrap();
    let at = (minutes.parse::<u64>().unwrap() * 60 + seconds.parse::<u64>().unwrap()) * 1000;
    console.press(KeyPress::plain(Code::Home));
    let end = console.model.replay.as_ref().unwrap().end().heard;
    for _ in 0..end {
        let view = console.model.replay.as_ref().unwrap();
        if view.session().events()[view.position().heard].at > SessionTime::from_millis(at) {
            return;
        }
        console.press(KeyPress::plain(Code::Right));
    }
}

#[test]
fn some_moments_of_the_worked_example_in_colour() {
    let mut screens = String::new();
    let mut console = from_the_beginning();
    for (at, tabs) in [("12:10", 0), ("21:30", 1), ("71:00", 1)] {
        go_to(&mut console, at);
        for _ in 0..tabs {
            console.press(KeyPress::plain(Code::Tab));
        }
        screens.push_str(&painted(&console));
        screens.push('\n');
    }
    assert_snapshot!(screens);
}

#[test]
fn a_wide_screen_has_room_for_two_panels() {
    let mut console = from_the_beginning().with_size(160, 50);
    go_to(&mut console, "27:00");
    assert_snapshot!(console.screen());
}

#[test]
fn forty_by_ten_still_tells_the_moment() {
    let mut console = from_the_beginning().with_size(40, 10);
    go_to(&mut console, "21:30");
    assert_snapshot!(console.screen());
}

#[test]
fn scrubbing_in_any_order_gives_the_same_frames() {
    let mut forward = from_the_beginning();
    let mut frames = vec![forward.screen()];
    let end = forward.model.replay.as_ref().unwrap().end().heard;
    for _ in 0..end {
        frames.push(forward.press(KeyPress::plain(Code::Right)).screen());
    }
    assert_eq!(heard(&forward), end);
    let mut backward = looking_back_at(sample());
    for heard in (0..end).rev() {
        assert_eq!(backward.press(KeyPress::plain(Code::Left)).screen(), frames[heard], "after {heard} events");
    }
    for key in [Code::PageDown, Code::PageDown, Code::End, Code::PageUp, Code::Left] {
        backward.press(KeyPress::plain(key));
        assert_eq!(backward.screen(), frames[heard(&backward)], "{key:?}");
    }
}

#[test]
fn a_moment_looks_as_it_would_if_nothing_had_followed() {
    let session = sample();
    let mut whole = from_the_beginning();
    for heard in [10, 30, 50] {
        let mut short = looking_back_at(cut(&session, heard));
        while self::heard(&whole) < heard {
            whole.press(KeyPress::plain(Code::Right));
        }
        let scene = |console: &Console| console.model.replay.as_ref().unwrap().scene.clone();
        assert_eq!(scene(&whole), scene(&short), "after {heard} events");
        let showing = |console: &Console| {
            let view = console.model.replay.as_ref().unwrap();
            view.showing().iter().map(|known| known.says.clone()).collect::<Vec<_>>()
        };
        assert_eq!(showing(&whole), showing(&short), "after {heard} events");
        short.press(KeyPress::plain(Code::End));
    }
}

#[test]
fn what_shows_at_a_moment_is_what_the_lenses_see_then() {
    let session = sample();
    let mut timeline = Timeline::new(session, &adjacent::record::Names::default(), adjacent::graph::Ledger::new());
    let mut console = from_the_beginning();
    for heard in [25, 44, 60, timeline.events().len()] {
        while self::heard(&console) < heard {
            console.press(KeyPress::plain(Code::Right));
        }
        let still = timeline.look(timeline.after(heard));
        let open = still.readings().findings.iter().filter(|found| found.state != adjacent::lens::State::Gone);
        let mut expected: Vec<String> = open.map(|found| found.says.clone()).collect();
        let view = console.model.replay.as_ref().unwrap();
        let mut shown: Vec<String> = view.showing().iter().map(|known| known.says.clone()).collect();
        expected.sort();
        shown.sort();
        assert_eq!(shown, expected, "after {heard} events");
    }
}

/// The story of the hour, told by n and f alone.
#[test]
fn the_story_of_the_hour_is_met_from_marker_to_marker() {
    let mut console = from_the_beginning();
    let mut met: Vec<(String, MarkerKind)> = Vec::new();
    loop {
        let before = heard(&console);
        console.types("n");
        if heard(&console) == before {
            break;
        }
        let view = console.model.replay.as_ref().unwrap();
        let at = minute(&console);
        met.extend(view.marks().map(|marker| (at.clone(), marker.kind)));
    }
    assert!(console.notice().contains("Nothing to stop at after this"), "{}", console.notice());
    let kinds_at = |at: &str| met.iter().filter(|(minute, _)| minute == at).map(|(_, kind)| *kind).collect::<Vec<_>>();
    assert!(kinds_at("21:30").contains(&MarkerKind::Loop), "minute 21: a loop closes: {met:?}");
    assert!(
        met.iter().any(|(at, kind)| at.starts_with("23:") && *kind == MarkerKind::Dispute),
        "minute 23: a dispute: {met:?}"
    );
    assert!(
        met.iter().any(|(at, kind)| at.starts_with("1:11:") && *kind == MarkerKind::Promise),
        "minute 71: a commitment: {met:?}"
    );
    // N goes the same way back.
    let stops: std::collections::BTreeSet<&str> = met.iter().map(|(at, _)| at.as_str()).collect();
    let mut back = 1;
    loop {
        let before = heard(&console);
        console.types("N");
        if heard(&console) == before {
            break;
        }
        back += 1;
    }
    assert!(back >= stops.len(), "{back} stops back, {} forward", stops.len());
}

#[test]
fn minute_twenty_seven_finds_the_bot_removing_what_was_asked_for_at_minute_twelve() {
    let mut console = from_the_beginning();
    let mut found = Vec::new();
    loop {
        let before = heard(&console);
        console.types("f");
        if heard(&console) == before {
            break;
        }
        let view = console.model.replay.as_ref().unwrap();
        found.extend(view.marks().map(|marker| (minute(&console), marker.says.clone())));
    }
    for (minute, about) in [
        ("12:", "complaint reasons"),
        ("27:", "complaint reasons"),
        ("29:", "customer trust"),
        ("45:", "handle-time bonus"),
    ] {
        let told = |(at, says): &(String, String)| at.starts_with(minute) && says.to_lowercase().contains(about);
        assert!(found.iter().any(told), "minute {minute} {about}: {found:#?}");
    }
}

#[test]
fn a_line_that_was_taken_back_is_crossed_out_only_from_then_on() {
    let mut session = sample();
    let seq = session.undo_target().unwrap();
    let at = session.events().last().unwrap().at + SignedDuration::from_millis(1000);
    session.push(Event { seq: session.next_seq(), at, facts: vec![Fact::Retracted { seq }], ..Event::default() });
    let mut console = looking_back_at(session);
    let crossed = |console: &Console| {
        let view = console.model.replay.as_ref().unwrap();
        view.scene.said.iter().any(|said| said.seq == seq && said.taken_back)
    };
    let struck_through = |console: &Console| painted(console).matches("CROSSED_OUT").count();
    assert!(crossed(&console));
    let then = struck_through(&console);
    console.press(KeyPress::plain(Code::Left));
    assert!(!crossed(&console));
    assert!(struck_through(&console) < then);
}

#[test]
fn it_plays_by_itself_only_when_asked_and_stops_at_the_end() {
    let mut console = from_the_beginning();
    console.wait(5);
    assert_eq!(heard(&console), 0, "nothing moves by itself");
    console.types(" ").wait(4);
    let reached = heard(&console);
    assert!(reached > 0, "it plays");
    assert!(console.screen().contains("playing 10 times as fast"), "{}", console.screen());
    console.types("+").types("+").types("+").types("+");
    assert!(console.screen().contains("playing 60 times as fast"), "{}", console.screen());
    console.types(" ").wait(60);
    let stood = heard(&console);
    console.wait(60);
    assert_eq!(heard(&console), stood, "it stands still");
    console.types(" ").wait(600);
    assert_eq!(heard(&console), console.model.replay.as_ref().unwrap().end().heard);
    assert!(!console.model.is_playing());
    console.types(" ");
    assert!(console.notice().starts_with("This is the end"), "{}", console.notice());
}

#[test]
fn two_moments_are_compared_by_the_same_key() {
    let mut console = from_the_beginning();
    go_to(&mut console, "21:00");
    console.types("c");
    assert!(
        console.notice().starts_with("Marked 21:00") || console.notice().starts_with("Marked 2"),
        "{}",
        console.notice()
    );
    go_to(&mut console, "25:10");
    console.types("c");
    let shown = console.screen();
    assert!(shown.contains("what changed from"), "{shown}");
    assert!(
        shown.contains("Named since") || shown.contains("Said since") || shown.contains("What shows now"),
        "{shown}"
    );
    console.press(KeyPress::plain(Code::Esc));
    assert_eq!(console.model.screen, Screen::Replay);
    assert_eq!(console.model.replay.as_ref().unwrap().marked, None);
}

#[test]
fn a_unit_and_a_word_are_asked_for_once_and_then_jumped_to() {
    let mut console = from_the_beginning();
    console.types("u");
    assert!(console.screen().contains("\nteam:"), "{}", console.screen());
    console.types("contact").enter();
    let first = heard(&console);
    assert!(first > 0);
    console.types("u");
    assert!(heard(&console) > first, "the second time it goes on without asking");
    console.types("wqueue").enter();
    let said = console.model.replay.as_ref().unwrap().scene.said.last().unwrap().says.to_lowercase();
    assert!(said.contains("queue"), "{said}");
    console.types("Wxyzzy").enter();
    assert!(!console.notice().is_empty());
}

#[test]
fn what_was_said_is_found_and_gone_to() {
    let mut console = from_the_beginning();
    console.types("l").types("complaint reasons").enter();
    assert!(console.screen().contains("Enter goes there"), "{}", console.screen());
    console.enter();
    assert!(minute(&console).starts_with("12:") || minute(&console).starts_with("11:"), "{}", minute(&console));
    console.types("l").types("no such words at all").enter();
    assert!(console.screen().contains("Nobody has said that so far"), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc)).press(KeyPress::plain(Code::Esc));
    assert_eq!(console.model.screen, Screen::Home);
}

#[test]
fn from_home_words_are_looked_for_in_every_session() {
    let mut console = Console::at_home(Vec::new());
    console.press(KeyPress::alt(Code::Char('s'))).types("queue").enter();
    let asked = ReplayChore::Search("queue".into());
    assert!(console.chores.contains(&Effect::Replay(asked)), "{:?}", console.chores);
    let query = adjacent::replay::search::Query { words: vec!["queue".into()], ..Default::default() };
    let hits = adjacent::replay::search::search(&sample(), &[], &query);
    let first = hits[0].clone();
    console.happen(Msg::Replay(ReplayReport::Found { words: "queue".into(), hits }));
    console.enter();
    let open = ReplayChore::Open { id: first.session, at: Some(first.seq) };
    assert!(console.chores.contains(&Effect::Replay(open)), "{:?}", console.chores);
}

#[test]
fn what_if_asks_for_a_title_and_leaves_at_this_moment() {
    let mut console = from_the_beginning();
    go_to(&mut console, "21:30");
    let seq = sample().events()[heard(&console) - 1].seq;
    console.types("b");
    assert!(console.screen().contains("what if: What if: "), "{}", console.screen());
    console.press(KeyPress::ctrl('u')).types("No bonus").enter();
    let of = sample().header().id.clone();
    let branch = ReplayChore::Branch { of, after: seq, title: "No bonus".into() };
    assert!(console.chores.contains(&Effect::Replay(branch)), "{:?}", console.chores);
}

#[test]
fn the_map_of_the_moment_holds_nothing_that_was_said_later_and_esc_comes_back() {
    let mut console = from_the_beginning();
    go_to(&mut console, "12:10");
    let then = heard(&console);
    console.types("m");
    assert_eq!(console.model.screen, Screen::Map);
    let things = console.model.map.graph.things().count();
    console.press(KeyPress::plain(Code::Esc));
    assert_eq!((console.model.screen, heard(&console)), (Screen::Replay, then));
    console.press(KeyPress::plain(Code::End)).types("m");
    assert!(console.model.map.graph.things().count() > things);
    console.types("6").types("e");
    assert!(console.notice().contains("of the past"), "{}", console.notice());
}

#[test]
fn a_session_that_grows_while_it_is_looked_at_is_followed_only_at_its_end() {
    let session = sample();
    let (then, rest) = session.events().split_at(40);
    let mut console = looking_back_at(cut(&session, then.len()));
    console.happen(Msg::Followed(rest[..5].to_vec()));
    assert_eq!(heard(&console), 45, "at the end one stays at the end");
    console.press(KeyPress::plain(Code::Left));
    console.happen(Msg::Followed(rest[5..].to_vec()));
    assert_eq!(heard(&console), 44, "elsewhere nothing moves");
    console.press(KeyPress::plain(Code::End));
    assert_eq!(console.screen(), looking_back_at(session).screen());
}

#[test]
fn from_the_run_screen_it_looks_back_and_returns_to_the_line() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter();
    console.says("Service bot -> less handle time, more repeat calls");
    console.press(KeyPress::alt(Code::Char('l')));
    assert_eq!(console.model.screen, Screen::Replay);
    assert!(console.screen().contains("handle time"), "{}", console.screen());
    console.types("b");
    assert!(console.notice().contains("still being written"), "{}", console.notice());
    console.press(KeyPress::plain(Code::Esc));
    assert_eq!(console.model.screen, Screen::Run);
    console.says("repeat calls -> queue pressure : +");
    assert_eq!(console.lines().len(), 2);
}

#[test]
fn in_one_window_nothing_private_and_nobody_unasked_shows() {
    let mut session = sample();
    let at = session.events().last().unwrap().at;
    let secret = Event {
        seq: session.next_seq(),
        at,
        said: Some("!zebra".into()),
        exposure: Exposure::Private,
        facts: vec![Fact::Named { label: "zebra".into(), kind: Kind::Initiative }],
        ..Event::default()
    };
    session.push(secret);
    let seats: Vec<adjacent::record::SeatTag> = session.people().iter().map(|person| person.tag.clone()).collect();
    let mut names = adjacent::record::Names::default();
    names.names.extend(seats.iter().map(|tag| (tag.clone(), format!("Zq{tag}"))));
    let mut own = Console::at_home(Vec::new());
    let mut shared = Console::at_home(Vec::new());
    shared.model.settings.one_window = true;
    for console in [&mut own, &mut shared] {
        let open = Box::new(OpenSession { names: names.clone(), ..OpenSession::alone(session.clone()) });
        console.happen(Msg::Replay(ReplayReport::Opened { open, at: None }));
    }
    own.press(KeyPress::plain(Code::End));
    assert!(own.screen().contains("zebra"), "{}", own.screen());
    for key in [Code::End, Code::Left, Code::Left, Code::PageUp, Code::Tab, Code::PageUp, Code::Home] {
        let screen = shared.press(KeyPress::plain(key)).screen();
        assert!(!screen.contains("zebra"), "{screen}");
        assert!(!screen.contains("Zq"), "{screen}");
    }
    shared.types("lzebra").enter();
    assert!(shared.screen().contains("Nobody has said that so far"), "{}", shared.screen());
}

#[test]
fn a_private_session_is_not_shown_where_the_room_can_see_it() {
    let session = sample();
    let header = adjacent::record::Header { private: true, ..session.header().clone() };
    let private = Session::fold(header, session.events().to_vec());
    let mut console = Console::at_home(Vec::new());
    console.model.settings.one_window = true;
    look_back(&mut console, private);
    assert_eq!(console.model.screen, Screen::Home);
    assert!(console.notice().contains("private"), "{}", console.notice());
}

#[test]
fn empty_damaged_and_very_short_sessions_open_as_far_as_they_go() {
    let session = sample();
    let empty = looking_back_at(cut(&session, 0));
    assert!(empty.notice().contains("Nothing was said"), "{}", empty.notice());
    let mut one = looking_back_at(cut(&session, 1));
    for key in [Code::Left, Code::Right, Code::PageUp, Code::PageDown, Code::Home, Code::End, Code::Tab] {
        one.press(KeyPress::plain(key));
    }
    one.types("nNfFmc");
    let mut damaged = Console::at_home(Vec::new());
    let faults = vec!["Line 7 cannot be read.".to_owned()];
    let open = Box::new(OpenSession { faults, ..OpenSession::alone(cut(&session, 20)) });
    damaged.happen(Msg::Replay(ReplayReport::Opened { open, at: None }));
    assert_eq!(damaged.notice(), "Line 7 cannot be read. Everything else was read.");
    assert_eq!(damaged.model.screen, Screen::Replay);
}

#[test]
fn no_size_is_too_small_to_look_back() {
    let mut console = from_the_beginning();
    for panel in [SidePanel::Map, SidePanel::Findings, SidePanel::Agenda] {
        assert_eq!(console.model.replay.as_ref().unwrap().panel, panel);
        for (columns, rows) in [(1, 1), (2, 2), (5, 5), (40, 3), (3, 40), (63, 9), (500, 200)] {
            console = console.with_size(columns, rows);
            for key in [Code::Home, Code::PageDown, Code::End] {
                console.press(KeyPress::plain(key)).screen();
            }
            console.types("u");
            console.screen();
            console.press(KeyPress::plain(Code::Esc));
        }
        console.press(KeyPress::plain(Code::Tab));
    }
}
