//! Killed in the middle of something: it goes on at the same place, and what was hidden stays hidden.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use adjacent::record::{Event, Fact, Hidden, SessionTime};
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::run_with;
use crate::pty::Pty;

const NEXT_STEP: &str = "\u{1b}[6~";
const UP: &str = "\u{1b}[A";
const ROUND: &str = "\u{1b}[17~";
const CURTAIN: &str = "\u{1b}[19~";
const PALETTE: &str = "\u{10}";

/// A session on its way, in the console.
fn begun(agenda: &str) -> (TempDir, Pty) {
    let workspace = TempDir::new().unwrap();
    let mut console = Pty::start(workspace.path(), &["new", "Spring review", "--agenda", agenda]);
    console.sees("not started").keys("\r").sees("step 1/");
    (workspace, console)
}

fn killed(mut console: Pty) {
    console.signal("KILL").ends();
}

fn reopened(workspace: &Path) -> Pty {
    Pty::start(workspace, &["open", "Spring review"])
}

/// The files of the workspace that hold a text, those of the private folder left out.
fn shared_with(workspace: &Path, text: &str) -> Vec<PathBuf> {
    files(workspace)
        .into_iter()
        .filter(|path| !path.starts_with(workspace.join("private")) && holds(path, text))
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn holds(path: &Path, text: &str) -> bool {
    String::from_utf8_lossy(&fs::read(path).unwrap()).contains(text)
}

fn id(workspace: &Path) -> String {
    session_files(workspace)[0].file_stem().unwrap().to_string_lossy().into_owned()
}

fn side_file(workspace: &Path) -> PathBuf {
    workspace.join("private").join(format!("{}.hidden.ron", id(workspace)))
}

/// Begins a round of slips of which five are awaited.
fn collects_slips(console: &mut Pty) {
    // Without anybody listed the keyboard would go round.
    console.keys(ROUND).sees("unnamed answers").keys(UP).keys("5").sees("awaited: 5").keys("\r").sees("0 of 5 are in");
}

#[test]
fn killed_in_the_middle_of_a_step_both_clocks_go_on_where_they_stood() {
    let (workspace, mut console) = begun("arrive=5, next=14");
    console.keys(NEXT_STEP).sees("step 2/9");
    sleep(Duration::from_millis(2_500));
    console.says("say Claims: who checks it?").sees("saved, 1 line");
    let before = clocks(&console.screen());
    assert!(before[0] >= 2 && before[1] >= before[0], "{before:?}");
    killed(console);
    sleep(Duration::from_secs(2));
    let restarted = Instant::now();
    let mut console = reopened(workspace.path());
    console.sees("step 2/9");
    let after = clocks(&console.screen());
    let most = restarted.elapsed().as_secs() + 1;
    for (before, after) in before.into_iter().zip(after) {
        assert!((before.saturating_sub(1)..=before + most).contains(&after), "{before} became {after}");
    }
    console.sees("who checks it?").sees("1 line");
}

/// The clock of the step and that of the session, in seconds: `step 2/9  0:02 of 3:00  0:05`.
fn clocks(screen: &str) -> [u64; 2] {
    let words: Vec<&str> = screen.lines().next().unwrap().split_whitespace().collect();
    let seconds = |at: usize| {
        let (minutes, seconds) = words[at].split_once(':').unwrap();
        minutes.parse::<u64>().unwrap() * 60 + seconds.parse::<u64>().unwrap()
    };
    let step = words.iter().position(|word| *word == "step").unwrap();
    [seconds(step + 2), seconds(words.len() - 1)]
}

#[test]
fn killed_while_a_vote_is_typed_the_question_is_asked_again_and_no_hand_is_counted() {
    let (workspace, mut console) = begun("next=14");
    console.says("Service bot").sees("1 line");
    for step in 2..=6 {
        console.keys(NEXT_STEP).sees(&format!("step {step}/6"));
    }
    let mut room = Pty::start(workspace.path(), &["room", "Spring review"]);
    room.sees("would be surprised");
    console.keys("5 2 1").sees("> 5 2 1");
    killed(console);
    let mut console = reopened(workspace.path());
    console.sees("step 6/6").sees("proceed with a guard");
    assert!(!console.screen().contains("5 2 1") && !room.screen().contains("Hands"), "{}", console.screen());
    console.says("5 2 1 0").sees("Hands: proceed 5, guard 2");
    room.sees("proceed").sees("█");
}

#[test]
fn killed_with_two_slips_in_the_round_is_still_on_and_nothing_of_it_is_seen() {
    let (workspace, mut console) = begun("arrive=5");
    let mut room = Pty::start(workspace.path(), &["room", "Spring review"]);
    room.sees("not names");
    collects_slips(&mut console);
    console.says("slipmark one").sees("1 of 5 are in").says("slipmark two").sees("2 of 5 are in");
    console.keys("slipmark three").sees("> slipmark three");
    killed(console);
    assert_eq!(shared_with(workspace.path(), "slipmark"), Vec::<PathBuf>::new());
    assert!(holds(&side_file(workspace.path()), "slipmark two"));
    let mut console = reopened(workspace.path());
    console.sees("2 of 5 are in");
    let mut late = Pty::start(workspace.path(), &["room", "Spring review"]);
    late.sees("unnamed slips");
    for window in [&console, &room, &late] {
        assert!(!window.screen().contains("slipmark"), "{}", window.screen());
    }
    console.keys(ROUND).sees("shown from 3 on").keys("\r").sees("x drops them").keys("\u{1b}");
    console.waits_until("no box is left", |console| !console.screen().contains("nobody has seen them"));
    console.says("slipmark four").sees("3 of 5 are in").keys(ROUND).sees("3 in, 3 to be shown").keys("\r");
    room.sees("slipmark one").sees("slipmark four");
    console.waits_until("the side file is gone", |_| !side_file(workspace.path()).exists());
}

#[test]
fn killed_over_the_hold_queue_what_was_changed_there_is_kept_and_still_hidden() {
    let (workspace, mut console) = begun("arrive=5");
    collects_slips(&mut console);
    for slip in ["slipmark a", "slipmark b", "slipmark c"] {
        console.says(slip);
    }
    console.sees("3 of 5 are in").keys(ROUND).sees("3 in, 3 to be shown").keys("p").sees("2 to be shown, 1 parked");
    console.keys("e").keys(" edited").sees("edited_").keys("\r");
    console.waits_until("the edit is kept", |_| holds(&side_file(workspace.path()), "edited"));
    killed(console);
    let mut console = reopened(workspace.path());
    console.sees("3 of 5 are in");
    assert!(!console.screen().contains("slipmark"), "{}", console.screen());
    assert_eq!(shared_with(workspace.path(), "slipmark"), Vec::<PathBuf>::new());
    console
        .keys(ROUND)
        .sees("3 in, 2 to be shown, 1 parked")
        .sees("edited")
        .keys("\r")
        .sees("2 answers, shown together");
    assert!(!side_file(workspace.path()).exists());
}

#[test]
fn killed_after_the_answers_were_shown_their_side_file_goes_with_the_next_start() {
    for arguments in [&["open", "Spring review"][..], &["open", "Spring review", "--plain"]] {
        let (workspace, mut console) = begun("arrive=5");
        collects_slips(&mut console);
        for slip in ["one", "two", "three"] {
            console.says(slip);
        }
        console.sees("3 of 5 are in");
        let side_file = side_file(workspace.path());
        let collected = fs::read(&side_file).unwrap();
        console.keys(ROUND).sees("3 to be shown").keys("\r").sees("3 answers, shown together");
        killed(console);
        fs::write(&side_file, collected).unwrap();
        if arguments.contains(&"--plain") {
            let _ = run_with(workspace.path(), arguments, "/quit\n");
        } else {
            Pty::start(workspace.path(), arguments).sees("3 answers, shown together").sees("say it as you would");
        }
        assert!(!side_file.exists(), "{arguments:?}");
    }
}

#[test]
fn killed_in_the_middle_of_a_strike_it_is_finished_at_the_next_start() {
    let (workspace, mut console) = begun("arrive=5");
    console.says("Strikemark -> more errors").sees("1 line").says("more calls").sees("2 lines");
    killed(console);
    // What a program leaves that was killed between the order and the removing.
    let kept = Workspace::open(workspace.path()).unwrap();
    let session = kept.load(&id(workspace.path())).unwrap().session;
    let said = session.events().iter().find(|event| event.is_line()).unwrap().seq;
    let order = Event { seq: session.next_seq(), facts: vec![Fact::StrikeOrdered { seq: said }], ..Event::default() };
    kept.go_on(&id(workspace.path()))
        .unwrap()
        .append(&Event { at: SessionTime::from_millis(60_000), ..order })
        .unwrap();
    assert!(!shared_with(workspace.path(), "Strikemark").is_empty());
    let mut console = reopened(workspace.path());
    console.sees("1 line").sees("more calls");
    assert!(!console.screen().contains("Strikemark"), "{}", console.screen());
    assert!(files(workspace.path()).iter().all(|path| !holds(path, "Strikemark")));
}

#[test]
fn killed_at_any_moment_of_a_strike_the_text_is_there_or_nowhere() {
    let mut struck = 0;
    for delay in 0..10_u64 {
        let (workspace, mut console) = begun("arrive=5");
        console.says("Strikemark -> more errors").sees("1 line");
        console.keys(PALETTE).sees("all commands").keys("remove the text\r").sees("nothing can bring its text back");
        console.keys("\r").sees("Enter once more").keys("\r");
        sleep(Duration::from_micros(delay * 400));
        killed(console);
        let ordered = !shared_with(workspace.path(), "StrikeOrdered").is_empty();
        let mut console = reopened(workspace.path());
        console.sees(if ordered { "0 lines" } else { "1 line" });
        let left = files(workspace.path()).iter().any(|path| holds(path, "Strikemark"));
        assert_eq!(left, !ordered, "after {delay}");
        struck += u32::from(ordered);
    }
    println!("{struck} of 10 were ordered");
}

#[test]
fn the_keyboard_goes_round_with_a_bar_and_no_text_and_a_paste_is_one_answer() {
    let (workspace, mut console) = begun("arrive=5");
    console.keys(ROUND).sees("unnamed answers").keys("\r").sees("0 in so far");
    console.keys("barmark").sees("> ▪▪▪▪▪▪▪").keys("\r").sees("1 in so far");
    console
        .keys("\u{1b}[200~barmark\rin two lines\u{1b}[201~")
        .sees("> ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪")
        .keys("\r")
        .sees("2 in so far");
    console.keys(NEXT_STEP).sees("Answers are being collected").keys(ROUND).sees("shown from 3 on");
    console.keys(CURTAIN).keys("e").sees("too few are in");
    assert!(!console.screen().contains("barmark"), "{}", console.screen());
    let kept = Workspace::open(workspace.path()).unwrap().hidden(&id(workspace.path())).unwrap();
    let texts = |hidden: &Hidden| hidden.entries.iter().cloned().collect::<std::collections::BTreeSet<_>>();
    assert_eq!(texts(&kept.unwrap()), ["barmark".to_owned(), "barmark in two lines".to_owned()].into());
}

#[test]
fn five_pasted_lines_are_five_slips() {
    let (_workspace, mut console) = begun("arrive=5");
    collects_slips(&mut console);
    console.keys("\u{1b}[200~one\r\ntwo\n\nthree\rfour\nfive\n\u{1b}[201~").sees("5 of 5 are in");
}

#[test]
fn answers_without_a_round_are_kept_and_asked_about_when_the_session_is_opened() {
    let (workspace, console) = begun("arrive=5");
    killed(console);
    // What an older program left that had no room for the fact that the round began.
    let kept = Workspace::open(workspace.path()).unwrap();
    let slips = ["slipmark a", "slipmark b", "slipmark c"].map(str::to_owned).to_vec();
    let hidden = Hidden { entries: slips, came_in: 3, ..Hidden::new(None, adjacent::record::Collecting::default()) };
    kept.keep_hidden(&id(workspace.path()), &hidden).unwrap();
    let plain = run_with(workspace.path(), &["open", "Spring review", "--plain"], "/quit\n");
    assert!(plain.out.contains("were never shown") && side_file(workspace.path()).exists(), "{}", plain.out);
    let mut console = reopened(workspace.path());
    console.sees("3 unnamed answers lie in the private file").keys("\u{1b}");
    console.waits_until("no box is left", |console| !console.screen().contains("private file"));
    assert!(side_file(workspace.path()).exists());
    console.keys(ROUND).sees("3 unnamed answers lie in the private file").keys("s").sees("3 answers, shown together");
    console.waits_until("the side file is gone", |_| !side_file(workspace.path()).exists());
}
