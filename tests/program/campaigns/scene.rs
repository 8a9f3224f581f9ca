//! What the campaigns against the disk do: one command that writes, in a workspace where something was said before,
//! and everything that has to hold whatever became of the command.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

use adjacent::record::line::FaultSeverity;
use adjacent::store::{Workspace, check};
use tempfile::TempDir;

/// What lies in the workspace before the command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// Nothing.
    Nothing,
    /// A session called Talk and today's Desk session.
    Talk,
    /// The same, and Talk breaks off in the middle of its end.
    Torn,
    /// The same as Talk, and notes that were transcribed, to which two lines were added since.
    Noted,
}

/// One command that writes.
pub(crate) struct Scene {
    pub(crate) name: &'static str,
    before: Before,
    arguments: &'static [&'static str],
    input: &'static str,
    /// The lines it adds.
    adds: &'static [&'static str],
    /// It adds all of its lines or none.
    at_once: bool,
    /// The line it removes for good.
    removes: Option<&'static str>,
    /// The file it writes beside the workspace's own, which is the old one or the new one, and what the new one ends in.
    hands_out: Option<(&'static str, &'static str)>,
}

const PLAIN: Scene = Scene {
    name: "",
    before: Before::Talk,
    arguments: &[],
    input: "",
    adds: &[],
    at_once: false,
    removes: None,
    hands_out: None,
};

const TYPED: &str = "Thing 100x -> Other 100x : + seen\nThing 101x -> Other 101x : + seen\n/undo\n\
                     Thing 102x -> Other 102x : + seen\n";

const TYPED_LINES: &[&str] =
    &["Thing 100x -> Other 100x : + seen", "Thing 101x -> Other 101x : + seen", "Thing 102x -> Other 102x : + seen"];

/// Every command that writes.
pub(crate) const SCENES: &[Scene] = &[
    Scene {
        name: "the first note of a day",
        before: Before::Nothing,
        arguments: &["note", "Thing 50x -> Other 50x : + seen"],
        adds: &["Thing 50x -> Other 50x : + seen"],
        at_once: true,
        ..PLAIN
    },
    Scene {
        name: "a note",
        arguments: &["note", "Thing 50x -> Other 50x : + seen"],
        adds: &["Thing 50x -> Other 50x : + seen"],
        at_once: true,
        ..PLAIN
    },
    Scene {
        name: "what was seen",
        arguments: &["saw", "Other 3x up"],
        adds: &["saw Other 3x up"],
        at_once: true,
        ..PLAIN
    },
    Scene { name: "settling", arguments: &["settle", "1", "done"], adds: &["settle "], at_once: true, ..PLAIN },
    Scene {
        name: "a new session, line by line",
        arguments: &["new", "Another", "--plain"],
        input: TYPED,
        adds: TYPED_LINES,
        ..PLAIN
    },
    Scene {
        name: "going on with a session, line by line",
        arguments: &["open", "Talk", "--plain"],
        input: TYPED,
        adds: TYPED_LINES,
        ..PLAIN
    },
    Scene {
        name: "going on with a session that breaks off",
        before: Before::Torn,
        arguments: &["open", "Talk", "--plain"],
        input: TYPED,
        adds: TYPED_LINES,
        ..PLAIN
    },
    Scene {
        name: "transcribing notes",
        arguments: &["transcribe", "notes.txt"],
        adds: TYPED_LINES,
        at_once: true,
        ..PLAIN
    },
    Scene {
        name: "bringing a session up to date with its notes",
        before: Before::Noted,
        arguments: &["transcribe", "--update", "notes.txt"],
        adds: &["Thing 103x -> Other 103x : + seen", "Thing 104x -> Other 104x : + seen"],
        at_once: true,
        ..PLAIN
    },
    Scene { name: "repair", before: Before::Torn, arguments: &["repair", "sessions/talk.ron"], ..PLAIN },
    Scene {
        name: "removing a line for good",
        arguments: &["strike", "Talk", "2", "--yes"],
        removes: Some("Thing 2x"),
        ..PLAIN
    },
    Scene { name: "another title", arguments: &["sessions", "--rename", "Talk", "Talk again"], ..PLAIN },
    Scene {
        name: "an export over an older one",
        arguments: &["export", "--to", "dot", "-o", "map.dot"],
        hands_out: Some(("map.dot", "}\n")),
        ..PLAIN
    },
    Scene {
        name: "minutes over older ones",
        arguments: &["minutes", "Talk", "-o", "minutes.md"],
        hands_out: Some(("minutes.md", "\n")),
        ..PLAIN
    },
];

/// What the older file holds that a command writes over.
const OLDER: &str = "what was there before\n";

/// What became of a command.
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    out: String,
    err: String,
}

impl Ended {
    /// Killed, be it itself or as somebody else who passes it on.
    fn was_killed(&self) -> bool {
        self.status.signal().is_some() || self.status.code().is_some_and(|code| code > 128)
    }

    /// Whether this line was answered as one that is kept.
    fn answers(&self, line: &str) -> bool {
        let name = line.split(" ->").next().unwrap_or(line);
        let says = |row: &str| row.contains(name) && !row.starts_with("Your line:") && !row.starts_with("Taken back");
        self.status.success() || self.out.lines().any(says)
    }
}

/// A workspace in which a scene can be played.
pub(crate) struct Stage {
    folder: TempDir,
}

impl Stage {
    /// Sets up what was said before.
    pub(crate) fn set(before: Before) -> Self {
        let stage = Self { folder: TempDir::new().unwrap() };
        fs::write(stage.path().join("notes.txt"), TYPED.replace("/undo\n", "")).unwrap();
        for file in ["map.dot", "minutes.md"] {
            fs::write(stage.path().join(file), OLDER).unwrap();
        }
        if before != Before::Nothing {
            let lines: Vec<String> = (1..=6).map(|line| format!("Thing {line}x -> Other {line}x : + seen\n")).collect();
            assert!(stage.plainly(&["new", "Talk", "--plain"], &lines.concat()).status.success());
            assert!(stage.plainly(&["note", "do Write it down : joe due 2w"], "").status.success());
            stage.is_called("talk.ron");
        }
        if before == Before::Noted {
            assert!(stage.plainly(&["transcribe", "notes.txt"], "").status.success());
            let notes = stage.path().join("notes.txt");
            let more = "Thing 103x -> Other 103x : + seen\nThing 104x -> Other 104x : + seen\n";
            fs::write(&notes, fs::read_to_string(&notes).unwrap() + more).unwrap();
        }
        if before == Before::Torn {
            let talk = stage.path().join("sessions/talk.ron");
            let bytes = fs::read(&talk).unwrap();
            fs::write(&talk, [&bytes[..bytes.len() - 3], b"(seq: 9, at: 12, said: \"half"].concat()).unwrap();
        }
        stage
    }

    /// Gives the session the same file name on every stage, so that every run does the same.
    fn is_called(&self, name: &str) {
        let found = fs::read_dir(self.path().join("sessions")).unwrap().map(|entry| entry.unwrap().path());
        let talk = found.into_iter().find(|path| path.extension().is_some_and(|end| end == "ron") && is_talk(path));
        fs::rename(talk.unwrap(), self.path().join("sessions").join(name)).unwrap();
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The same workspace again.
    pub(crate) fn copied(&self) -> Self {
        let copy = Self { folder: TempDir::new().unwrap() };
        copy_folder(self.path(), copy.path());
        copy
    }

    fn plainly(&self, arguments: &[&str], input: &str) -> Ended {
        let mut program = Command::new(env!("CARGO_BIN_EXE_adjacent"));
        self.run(program.args(arguments), input, |_| {})
    }

    /// Runs a command here; `beside` may do something to it meanwhile.
    fn run(&self, command: &mut Command, input: &str, beside: impl FnOnce(u32)) -> Ended {
        let mut program = command
            .current_dir(self.path())
            .env("TZ", "UTC")
            .env("ADJACENT_DIR", self.path())
            .env("ADJACENT_CONFIG", "")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = program.stdin.take().unwrap();
        let input = input.to_owned();
        // A program that is gone breaks the pipe.
        let feeder = thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        beside(program.id());
        let output = program.wait_with_output().unwrap();
        feeder.join().unwrap();
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        Ended { status: output.status, out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// Every line in the workspace as it was typed, and how often it is there.
    fn said(&self) -> BTreeMap<String, usize> {
        let workspace = Workspace::open(self.path()).unwrap();
        let mut said = BTreeMap::new();
        for listed in workspace.list().unwrap() {
            for event in workspace.load(&listed.id).unwrap().session.events() {
                if let Some(text) = &event.said {
                    *said.entry(text.clone()).or_default() += 1;
                }
            }
        }
        said
    }

    fn session_files(&self) -> Vec<PathBuf> {
        Workspace::open(self.path()).unwrap().session_files().unwrap()
    }

    /// Whether some file of the workspace still holds this.
    fn holds(&self, text: &str) -> bool {
        holds(self.path(), text)
    }
}

impl Scene {
    /// What this scene begins with.
    pub(crate) fn stage(&self) -> Stage {
        Stage::set(self.before)
    }

    /// Plays the scene: the program by itself, or run by another one (`strace`) with these arguments before it.
    pub(crate) fn play(&self, stage: &Stage, around: &[String], beside: impl FnOnce(u32)) -> Ended {
        let program = env!("CARGO_BIN_EXE_adjacent").to_owned();
        let words: Vec<String> = around.iter().cloned().chain([program]).collect();
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).args(self.arguments);
        stage.run(&mut command, self.input, beside)
    }

    /// Everything that has to hold once the command ended, however it did; `was` is the same stage before it.
    #[track_caller]
    pub(crate) fn holds(&self, was: &Stage, stage: &Stage, ended: &Ended, how: &str) {
        let how = format!("{}, {how}: {:?}\n{}{}", self.name, ended.status, ended.out, ended.err);
        assert!(!ended.err.contains("panicked"), "{how}");
        let (before, after) = (was.said(), stage.said());
        let removed = |said: &str| self.removes.is_some_and(|gone| said.contains(gone));
        for (said, count) in before.iter().filter(|(said, _)| !removed(said)) {
            assert_eq!(after.get(said), Some(count), "an older line was lost, doubled or altered: {said:?}; {how}");
        }
        let added: BTreeMap<&String, &usize> = after.iter().filter(|(said, _)| !before.contains_key(*said)).collect();
        for (said, count) in &added {
            let meant = self.adds.iter().any(|line| *said == line || (line.ends_with(' ') && said.starts_with(line)));
            assert!(meant && **count == 1, "{count} times {said:?}; {how}");
        }
        let is_there = |line: &str| added.keys().any(|said| said.starts_with(line));
        for line in self.adds {
            assert!(is_there(line) || !ended.answers(line), "{line:?} was answered and is not there; {how}");
            let refused =
                ended.out.contains(&format!("Your line: {line}")) || (self.at_once && !ended.status.success());
            assert!(ended.was_killed() || !refused || !is_there(line), "{line:?} was refused and is there; {how}");
        }
        let there = self.adds.iter().filter(|line| is_there(line)).count();
        assert!(!self.at_once || there == 0 || there == self.adds.len(), "half of it is there; {how}");
        if let Some((file, end)) = self.hands_out {
            let text = fs::read_to_string(stage.path().join(file)).unwrap();
            assert!(text == OLDER || text.ends_with(end), "half a file: {text:?}; {how}");
        }
        let gone = self.removes.filter(|_| ended.status.success());
        assert!(gone.is_none_or(|gone| !stage.holds(gone)), "what was removed for good is there; {how}");
        self.goes_on(stage, &how);
    }

    /// What was left behind can be worked with as if nothing had happened.
    #[track_caller]
    fn goes_on(&self, stage: &Stage, how: &str) {
        for file in stage.session_files() {
            let faults = check(&file).unwrap();
            assert!(faults.iter().all(|fault| fault.line > 0), "{how}");
        }
        let before = stage.said();
        let last = "Thing 900x -> Other 900x : + seen";
        let noted = stage.plainly(&["note", last], "");
        assert!(noted.status.success(), "no note can be kept afterwards: {}; {how}", noted.err);
        if self.before != Before::Nothing {
            let typed = stage.plainly(&["open", "Talk", "--plain"], "Thing 901x -> Other 901x : + seen\n");
            assert!(typed.status.success(), "it cannot be gone on with: {}; {how}", typed.err);
        }
        let repeats = self.adds.is_empty() && self.removes.is_none();
        let again = repeats.then(|| self.play(stage, &[], |_| {}));
        assert!(again.is_none_or(|again| again.status.success()), "a second run does not work; {how}");
        let after = stage.said();
        let removed = |said: &str| self.removes.is_some_and(|gone| said.contains(gone));
        for (said, count) in before.iter().filter(|(said, _)| !removed(said)) {
            assert_eq!(after.get(said), Some(count), "lost or doubled by what was done next: {said:?}; {how}");
        }
        assert_eq!(after.get(last), Some(&1), "{how}");
        for file in stage.session_files() {
            let left: Vec<_> =
                check(&file).unwrap().into_iter().filter(|one| one.weight() == FaultSeverity::Damage).collect();
            assert!(left.is_empty(), "damage stays: {left:?}; {how}");
        }
    }
}

fn is_talk(path: &Path) -> bool {
    fs::read_to_string(path).unwrap().contains("title: \"Talk\"")
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}

fn holds(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).any(|path| {
        if path.is_dir() {
            holds(&path, text)
        } else {
            String::from_utf8_lossy(&fs::read(&path).unwrap()).contains(text)
        }
    })
}
