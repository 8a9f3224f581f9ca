//! A facilitator in the smallest usual window, without function keys: what is read there is whole, and true.

use adjacent::app::replay::SidePanel;
use adjacent::app::{Code, KeyPress, Msg, OpenSession, ReplayReport};
use adjacent::record::{Event, Fact, Poll, Session, SessionTime};
use adjacent::store::samples;

use crate::keyboard::Console;
use crate::slow::{Slow, header};
use crate::typing::Typing;

/// Looking back at a session from the first screen.
fn looking_back_at(session: Session) -> Console {
    let mut console = Console::at_home(Vec::new());
    let open = Box::new(OpenSession::alone(session));
    console.happen(Msg::Replay(ReplayReport::Opened { open, at: None }));
    console.press(KeyPress::plain(Code::End));
    console
}

/// A workshop of two at which three lines were said.
fn talked() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter();
    console.paste("Mei, claims lead @ Claims\nTom, contact centre manager @ Contact Centre").enter().enter().enter();
    console.says("Service bot").code(Code::PageDown);
    console.says("tom> Service bot -> less handle time").says("mei> handle time -> customer trust : -");
    console
}

#[test]
fn the_minutes_of_an_ended_session_are_read_while_it_is_looked_back_at() {
    let mut console = looking_back_at(samples::all().remove(0));
    console.types("/").types("minutes");
    assert!(console.screen().contains("/read-minutes"), "{}", console.screen());
    console.enter();
    let screen = console.screen();
    assert!(screen.contains("The minutes") && screen.contains("Four AI changes, one customer"), "{screen}");
}

#[test]
fn where_no_file_was_written_the_commands_that_work_on_the_screen_are_named() {
    let mut console = looking_back_at(samples::all().remove(0));
    console.types("/").types("open-report").enter();
    assert!(console.notice().contains("/read-minutes shows the minutes"), "{}", console.notice());
    assert!(!console.notice().contains("F9"), "{}", console.notice());
}

#[test]
fn no_row_of_the_help_loses_its_end() {
    let opened: [fn() -> Console; 3] =
        [|| Console::at_home(Vec::new()), talked, || looking_back_at(samples::all().remove(0))];
    for open in opened {
        let mut console = open();
        console.press(KeyPress::plain(Code::F(1)));
        let model = &console.model;
        let words: Vec<&str> = model.commands.on(model.screen).map(|row| row.words).collect();
        let mut read = String::new();
        for _ in 0..200 {
            let screen = console.screen();
            let rows = screen.lines().filter_map(|line| line.split('│').nth(1));
            read.push_str(&rows.map(str::trim).collect::<Vec<_>>().join(" "));
            console.press(KeyPress::plain(Code::Down));
        }
        let read = read.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in words {
            assert!(read.contains(words), "{words:?} is not whole");
        }
    }
}

#[test]
fn beside_a_wide_box_no_single_letters_of_the_screen_below_are_left() {
    let mut console = talked();
    console.press(KeyPress::plain(Code::F(1)));
    for line in console.screen().lines().filter(|line| line.contains('│')) {
        let (before, after) = (line.chars().next().unwrap(), line.chars().nth(79).unwrap_or(' '));
        assert_eq!((before, after), (' ', ' '), "{line}");
    }
}

#[test]
fn on_the_tour_nobody_is_late_however_long_it_is_read() {
    let mut console = Console::at_home(Vec::new());
    console.model.begin_tour();
    let sample = samples::all().remove(0);
    console.happen(Msg::Opened(Box::new(OpenSession { writable: true, ..OpenSession::alone(sample) })));
    for seconds in [1, 90, 1800] {
        console.wait(seconds).says("service bot -> fewer branch visits");
        let screen = console.screen();
        assert!(!screen.contains("late") && !screen.contains(" over"), "{screen}");
    }
}

#[test]
fn what_ran_before_the_first_step_is_no_time_of_the_plan() {
    let mut console = Console::at_home(Vec::new());
    let sample = samples::all().remove(0);
    console.happen(Msg::Opened(Box::new(OpenSession { writable: true, ..OpenSession::alone(sample) })));
    console.says("service bot -> fewer branch visits");
    let screen = console.screen();
    assert!(screen.contains("step 1/") && !screen.contains("late"), "{screen}");
}

#[test]
fn lines_are_counted_in_one_way_wherever_they_are() {
    let mut console = talked();
    console.says("tom> Service bot -> less queue").press(KeyPress::ctrl('z'));
    let standing = console.lines().len();
    assert!(console.screen().contains(&format!("{standing} lines")), "{}", console.screen());
    console.code(Code::Up);
    assert!(console.screen().contains(&format!("after line {standing} of {standing}")), "{}", console.screen());
    console.code(Code::Up);
    assert!(console.screen().contains(&format!("line {standing} of {standing}")), "{}", console.screen());
    console.code(Code::Esc).says("/look-back").press(KeyPress::plain(Code::End));
    assert!(console.screen().contains(&format!(", line {standing}")), "{}", console.screen());
}

#[test]
fn whoever_looks_back_reads_the_names_that_were_typed() {
    let mut console = talked();
    console.says("do write the guide : tom due fri");
    console.press(KeyPress::ctrl('f'));
    assert!(console.model.entry.text().contains("tom due"), "{}", console.model.entry.text());
    console.code(Code::Esc).says("/look-back").press(KeyPress::plain(Code::End));
    assert_eq!(console.model.replay.as_ref().unwrap().panel, SidePanel::default());
    let screen = console.screen();
    assert!(screen.contains("tom  ") && !screen.contains("contact1"), "{screen}");
}

#[test]
fn whoever_looks_for_a_decision_finds_how_it_is_typed() {
    let mut console = talked();
    console.press(KeyPress::ctrl('p')).types("decid");
    assert!(console.screen().contains("decide X: guard, why"), "{}", console.screen());
    console.enter();
    assert_eq!(console.model.entry.text(), "decide ");
    console.says("Service bot: guard, keep the codes");
    let decided = |fact: &Fact| matches!(fact, Fact::Decided { .. });
    assert!(console.saved.iter().flat_map(|event| &event.facts).any(decided), "{}", console.screen());
}

#[test]
fn questions_that_are_voted_on_stay_apart() {
    let options = ["Who pays, and when?", "Who checks?"].map(str::to_owned).to_vec();
    let poll = Poll { options, ..Poll::default() };
    assert_eq!(poll.ballot(), "(1) Who pays, and when?; (2) Who checks?");
    assert_eq!(poll.typed_as(), "counts for 1 to 2, in the order on the room's screen; then Enter");
    let mut slow = Slow::workshop();
    let polled =
        Event { seq: 2, at: SessionTime::from_millis(500), facts: vec![Fact::Polled(poll)], ..Event::default() };
    let session = Session::fold(header(), [slow.file[0].clone(), polled]);
    slow.file = session.events().to_vec();
    slow.opens(OpenSession { writable: true, ..OpenSession::alone(session) });
    slow.settles().says("4 2").settles();
    let told = "(1) Who pays, and when? 4; (2) Who checks? 2";
    let run = slow.model.run.as_ref().unwrap();
    let said = &run.lines.captured.last().unwrap().sentence;
    assert!(said.contains(told), "{said}");
    let minutes = run.recording.minutes(&slow.model.catalogue);
    assert!(minutes.contains(told), "{minutes}");
}

#[test]
fn a_finding_on_the_rooms_screen_is_told_to_whoever_writes() {
    let mut slow = Slow::workshop();
    for line in [
        "ztom> Wallmark -> more repeat calls : seen",
        "ztom> repeat calls -> more queue pressure",
        "zana> queue pressure -> more Wallmark",
    ] {
        slow.says(line).settles();
    }
    slow.happens(Msg::Idle).settles().happens(Msg::Idle).settles();
    slow.says("/show-finding").settles().code(Code::PageDown).settles();
    assert!(slow.reads().contains("room: a finding"), "{}", slow.screen());
    slow.says("/show-question").settles();
    assert!(!slow.reads().contains("room: a finding"), "{}", slow.screen());
}
