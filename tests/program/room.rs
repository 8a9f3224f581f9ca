//! The audience screen in a terminal of its own, beside whoever writes the session.

use std::io::Write;
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{program, run, run_with};
use crate::pty::Pty;

/// Somebody who writes a session line by line.
struct Scribe {
    program: Child,
    lines: ChildStdin,
}

impl Scribe {
    fn goes_on(workspace: &Path) -> Self {
        let mut program = program(workspace)
            .args(["open", "Spring review", "--plain"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let lines = program.stdin.take().unwrap();
        Self { program, lines }
    }

    fn says(&mut self, line: &str) {
        writeln!(self.lines, "{line}").unwrap();
    }
}

impl Drop for Scribe {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A workspace with a session that somebody has begun, and a marker in everything private beside it.
fn begun() -> TempDir {
    let workspace = TempDir::new().unwrap();
    let _ = run_with(workspace.path(), &["new", "Spring review", "--plain"], "Service bot\n/next\n");
    let id = session_files(workspace.path())[0].file_stem().unwrap().to_string_lossy().into_owned();
    let private = workspace.path().join("private");
    std::fs::create_dir_all(&private).unwrap();
    std::fs::write(private.join(format!("{id}.ron")), "(names: {\"tom\": \"Privatemark\"})").unwrap();
    std::fs::write(private.join(format!("{id}.names.ron")), "(names: {\"tom\": \"Privatemark\"})").unwrap();
    workspace
}

#[test]
fn a_line_is_on_the_projector_as_soon_as_it_is_on_disk() {
    let workspace = begun();
    let mut room = Pty::start(workspace.path(), &["room", "Spring"]);
    room.sees("In the first month");
    let mut scribe = Scribe::goes_on(workspace.path());
    let path = session_files(workspace.path()).remove(0);
    let mut slowest = Duration::ZERO;
    for number in 1..=8 {
        let line = format!("Service bot -> effect {number} : +");
        scribe.says(&line);
        let patience = Instant::now();
        while !std::fs::read_to_string(&path).unwrap().contains(&line) {
            assert!(patience.elapsed() < Duration::from_secs(20), "never saved: {line}");
            std::thread::sleep(Duration::from_millis(1));
        }
        let saved = Instant::now();
        room.sees(&format!("more effect {number}"));
        slowest = slowest.max(saved.elapsed());
    }
    println!("from the disk to the projector: at most {} ms in eight lines", slowest.as_millis());
    assert!(!room.screen().contains("Privatemark"));
}

#[test]
fn the_window_follows_undo_the_end_and_going_on_again() {
    let workspace = begun();
    let mut room = Pty::start(workspace.path(), &["room", "Spring"]);
    room.sees("In the first month");
    let mut scribe = Scribe::goes_on(workspace.path());
    scribe.says("tom> Service bot -> less handle time : seen");
    room.sees("less handle time").waits_until("nobody is named", |room| !room.screen().to_lowercase().contains("tom"));
    scribe.says("/undo");
    room.sees("Taken back:");
    scribe.says("/end");
    room.waits_until("thanks", |room| !room.screen().contains("In the first month"));
    drop(scribe);
    let mut scribe = Scribe::goes_on(workspace.path());
    std::thread::sleep(Duration::from_millis(300));
    assert!(!room.screen().contains("In the first month"), "looking at it again changes nothing");
    scribe.says("tom> Service bot -> more calls");
    room.sees("In the first month");
}

#[test]
fn the_window_survives_its_file_going_away_being_mended_and_coming_back() {
    let workspace = begun();
    let mut room = Pty::start(workspace.path(), &["room", "Spring"]);
    room.sees("In the first month");
    let path = session_files(workspace.path()).remove(0);
    let away = path.with_extension("away");
    std::fs::rename(&path, &away).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    room.sees("In the first month");
    std::fs::rename(&away, &path).unwrap();
    let whole = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, whole.replace("Service bot", "Service bat")).unwrap();
    let said = run(workspace.path(), &["repair", "--reseal", path.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let mut scribe = Scribe::goes_on(workspace.path());
    scribe.says("Service bot needs data");
    room.sees("cannot work without data");
}

#[test]
fn every_way_out_gives_the_terminal_back() {
    let workspace = begun();
    for keys in ["q", "\u{1b}", "\u{3}", "\u{11}"] {
        let mut room = Pty::start(workspace.path(), &["room", "Spring"]);
        room.sees("In the first month").keys(keys);
        assert!(room.ends().success(), "{keys:?}");
        room.is_given_back();
    }
    for signal in ["TERM", "HUP", "INT"] {
        let mut room = Pty::start(workspace.path(), &["room", "Spring"]);
        room.sees("In the first month").signal(signal).ends();
        room.is_given_back();
    }
}

#[test]
fn the_check_needs_no_session_and_follows_the_window() {
    let workspace = TempDir::new().unwrap();
    let mut room = Pty::start(workspace.path(), &["room", "--check"]);
    room.sees("the back row can read this").resize(160, 58);
    room.sees("enlarge the font until this bar says 30 or fewer").resize(100, 28);
    room.sees("the back row can read this").keys("q");
    assert!(room.ends().success());
}

#[test]
fn what_cannot_be_shown_is_said_in_one_sentence() {
    let workspace = begun();
    let path = session_files(workspace.path()).remove(0);
    let private = std::fs::read_to_string(&path).unwrap().replace("kind: Workshop,", "kind: Workshop, private: true,");
    for (arguments, code, words) in
        [(&["room", "Autumn"][..], 3, "Autumn"), (&["room", "Spring", "--theme", "neon"], 2, "projector")]
    {
        let said = run(workspace.path(), arguments);
        assert_eq!(said.code, code, "{arguments:?}: {}", said.err);
        assert!(said.err.contains(words), "{arguments:?}: {}", said.err);
    }
    std::fs::write(&path, private).unwrap();
    let said = run(workspace.path(), &["room", "Spring"]);
    assert_eq!(said.code, 2, "{}", said.err);
    let private = said.err.lines().filter(|line| line.contains("is private and is shown on no shared screen"));
    assert_eq!(private.count(), 1, "{}", said.err);
    assert_eq!(said.err.lines().count(), 2, "the other one says that the file was changed by hand: {}", said.err);
}

#[test]
fn without_a_name_the_room_shows_the_session_that_is_written_and_else_it_lists_them() {
    let workspace = begun();
    let _ = run_with(workspace.path(), &["new", "Autumn review", "--plain"], "Letter drafter\n");
    let done = run(workspace.path(), &["room"]);
    let said = done.err.clone();
    assert!(said.contains("Spring review") && said.contains("Autumn review"), "{said}");
    assert!(said.contains("adjacent room ") && !said.contains("required"), "{said}");
    let _scribe = Scribe::goes_on(workspace.path());
    let until = Instant::now() + Duration::from_secs(20);
    let folder = workspace.path().join("sessions");
    let locked = || {
        let lock = session_files(workspace.path())
            .into_iter()
            .find(|path| std::fs::read_to_string(path).unwrap().contains("Spring review"));
        let name = format!(".{}.lock", lock.unwrap().file_stem().unwrap().to_string_lossy());
        std::fs::File::options().write(true).open(folder.join(name)).is_ok_and(|file| file.try_lock().is_err())
    };
    while !locked() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
    let mut room = Pty::start(workspace.path(), &["room"]);
    room.sees("Spring review");
}

#[test]
fn the_last_four_letters_of_an_id_name_a_session() {
    let workspace = begun();
    let id = session_files(workspace.path())[0].file_stem().unwrap().to_string_lossy().into_owned();
    let last = &id[id.len() - 4..];
    let done = run(workspace.path(), &["minutes", last]);
    assert!(done.out.contains("Spring review"), "{}", done.err);
}

#[test]
fn the_window_of_the_room_says_where_phones_answer_while_the_console_says_so() {
    let workspace = begun();
    let id = session_files(workspace.path())[0].file_stem().unwrap().to_string_lossy().into_owned();
    let note = workspace.path().join("private").join(format!("{id}.room"));
    let mut room = Pty::start(workspace.path(), &["room", "Spring"]);
    room.sees("In the first month");
    std::fs::write(&note, r#"(address: "http://10.0.0.7:4242/bcdfg", count: "3 of 4 are in")"#).unwrap();
    room.sees("phones: 10.0.0.7:4242/bcdfg   3 of 4 are in");
    std::fs::write(&note, r#"(address: "http://10.0.0.7:4242/bcdfg", count: "4 of 4 are in")"#).unwrap();
    room.sees("4 of 4 are in");
    // Whoever opens it late is told too.
    let mut late = Pty::start(workspace.path(), &["room", "Spring"]);
    late.sees("phones: 10.0.0.7:4242/bcdfg");
}

#[test]
fn the_window_of_the_room_opens_no_page_for_phones_and_says_where_to() {
    let workspace = begun();
    let output = run(workspace.path(), &["room", "Spring", "--phones"]);
    assert_eq!(output.code, 2, "{}", output.err);
    assert!(output.err.contains("type /phones in the console"), "{}", output.err);
}
