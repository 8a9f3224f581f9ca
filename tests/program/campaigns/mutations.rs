//! Twenty thousand damaged workspaces: a file is cut, zeroed, flipped, doubled, put out of order or written into, and one
//! of the commands that read is called. No panic, no hang, no intact line lost, no damage without a word, exit codes as
//! they are documented, and nothing private in what is printed.

use std::fs;
use std::ops::Range;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use adjacent::record::Event;
use adjacent::record::line;
use adjacent::store;
use tempfile::TempDir;

use crate::call::call;
use crate::campaigns::scale::{Random, share_of};
use crate::program::{Said, run};

const SEED: u64 = 20_261_128;
const MUTATIONS: usize = 20_000;

/// One in so many is looked at by a process of its own.
const BY_PROCESS: usize = 100;

/// Longer than this is a hang, on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

const ID: &str = "2026-11-20-first-0001";
const SECRETS: [&str; 3] = ["Wilhelmina Secretname", "hidden secret answer", "secret example"];

const NOTES: &str = "# First\ndate: 2026-11-20\n";
const LINES: [&str; 14] = [
    "Service bot -> less handle time : seen",
    "handle time -> more repeat calls",
    "repeat calls -> less trust : guess",
    "@Claims owns service bot",
    "@Retention needs call reasons",
    "say @Retention: we hear it last",
    "who tells Retention?",
    "want trust up",
    "do Write down what the bot may promise : kim due 2026-12-04",
    "park badge colours",
    "saw repeat calls up: since October",
    "service bot -> repeat calls",
    "undo",
    "rule service bot never: closes a case",
];

/// The files of the workspace before anything happens to it, by their paths in it.
static FILES: LazyLock<Vec<(PathBuf, Vec<u8>)>> = LazyLock::new(|| {
    let folder = TempDir::new().unwrap();
    let notes = folder.path().join("notes.txt");
    for (name, more) in [("First", ""), ("Second", "Churn model -> more calls\n")] {
        let text = NOTES.replace("First", name) + &LINES.join("\n") + "\n" + more;
        fs::write(&notes, text).unwrap();
        assert_eq!(call(folder.path(), &["transcribe", "--again", notes.to_str().unwrap()]).code, 0);
    }
    let mut sessions: Vec<PathBuf> =
        fs::read_dir(folder.path().join("sessions")).unwrap().map(|entry| entry.unwrap().path()).collect();
    sessions.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    sessions.sort();
    let (mut files, mut names) = (Vec::new(), [ID, "2026-11-21-second-0002"].into_iter());
    for path in sessions {
        let name = names.next().unwrap();
        files.push((PathBuf::from(format!("sessions/{name}.ron")), fs::read(path).unwrap()));
    }
    let [name, hidden, example] = SECRETS;
    let names =
        format!("(\n    names: {{\n        \"kim\": \"{name}\",\n        \"bo\": \"{name} Junior\",\n    }},\n)\n");
    let answers = format!(
        "(\n    collecting: (\n        way: Passing,\n    ),\n    entries: [\n        \"{hidden}\",\n    ],\n    came_in: 1,\n)\n"
    );
    let mirror = format!("(\n    format: 1,\n    note: \"{example}\",\n)\n");
    files.push((format!("private/{ID}.names.ron").into(), names.into_bytes()));
    files.push((format!("private/{ID}.hidden.ron").into(), answers.into_bytes()));
    files.push(("private/assessments/2026-11-01.ron".into(), mirror.into_bytes()));
    files.push(("settings.ron".into(), b"(theme: \"light\", card: true)\n".to_vec()));
    assert_eq!(call(folder.path(), &["exercises", "--new", "mine"]).code, 0);
    files.push(("exercises/mine.ron".into(), fs::read(folder.path().join("exercises/mine.ron")).unwrap()));
    files
});

/// The commands that read, most of them with what they are asked.
const COMMANDS: &[&[&str]] = &[
    &["map"],
    &["map", "--json"],
    &["sessions"],
    &["alike"],
    &["findings", "--json"],
    &["search", "calls"],
    &["settle"],
    &["brief", "--as-of", "2026-12-10"],
    &["strike", ID],
    &["compare", "2026-11-19", "2026-11-21", "--json"],
    &["export", "--to", "dot"],
    &["map", ID],
    &["minutes", ID],
    &["replay", ID, "--plain"],
    &["ask"],
    &["check"],
];

/// What was done to a file.
struct Damage {
    place: usize,
    bytes: Vec<u8>,
}

impl Damage {
    fn draw(random: &mut Random) -> Self {
        // Mostly the sessions; now and then a file beside them.
        let place = if random.below(10) < 7 { random.below(2) } else { random.below(FILES.len() as u64) } as usize;
        let whole = &FILES[place].1;
        let mut bytes = whole.clone();
        for _ in 0..=random.below(2) {
            bytes = damaged(&bytes, random);
        }
        Self { place, bytes }
    }
}

fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let at = |random: &mut Random, length: usize| random.below(length as u64 + 1) as usize;
    match random.below(8) {
        0 => out.truncate(at(random, bytes.len())),
        1 => {
            let range = range(random, bytes.len());
            out[range].fill(0);
        }
        2 if !out.is_empty() => {
            let bit = random.below(out.len() as u64 * 8) as usize;
            out[bit / 8] ^= 1 << (bit % 8);
        }
        3 => {
            let start = at(random, bytes.len());
            out.truncate(start);
            out.resize(bytes.len(), 0);
        }
        4 => {
            let inserted: Vec<u8> = (0..=random.below(40)).map(|_| random.next() as u8).collect();
            let start = at(random, bytes.len());
            out.splice(start..start, inserted);
        }
        kind => {
            let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
            if lines.is_empty() {
                return out;
            }
            let one = random.below(lines.len() as u64) as usize;
            let other = random.below(lines.len() as u64) as usize;
            match kind {
                5 => lines.insert(other, lines[one]),
                6 => lines.swap(one, other),
                _ => lines.insert(one, b"a line that somebody typed into the file\n"),
            }
            out = lines.concat();
        }
    }
    out
}

fn range(random: &mut Random, length: usize) -> Range<usize> {
    let start = random.below(length as u64 + 1) as usize;
    start..(start + random.below(120) as usize).min(length)
}

fn lay_out(folder: &Path) {
    for (path, bytes) in FILES.iter() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// What the intact lines of a session file say, as they stand in a damaged one.
fn intact<'a>(damaged: &[u8], whole: &'a [Event], lines: &[&[u8]]) -> Vec<&'a Event> {
    let there: Vec<&[u8]> = damaged.split(|byte| *byte == b'\n').collect();
    whole.iter().zip(lines).filter(|(_, line)| there.contains(line)).map(|(event, _)| event).collect()
}

/// Calls a command in a damaged workspace and checks everything that is promised; says what is wrong.
fn broken_promise(folder: &Path, damage: &Damage, command: &[&str], by_process: bool) -> Option<String> {
    let (name, whole) = &FILES[damage.place];
    let file = folder.join(name);
    fs::write(&file, &damage.bytes).unwrap();
    let started = Instant::now();
    let said = catch_unwind(|| if by_process { run(folder, command) } else { call(folder, command) });
    let Ok(said) = said else { return Some("it panicked, or a signal ended it".to_owned()) };
    if started.elapsed() > PATIENCE {
        return Some("it hung".to_owned());
    }
    if said.code > 3 {
        return Some(format!("it ended with {}", said.code));
    }
    let printed = format!("{}{}", said.out, said.err);
    if let Some(secret) = SECRETS.iter().find(|secret| printed.contains(**secret)) {
        return Some(format!("it printed {secret:?}"));
    }
    let wrong = if damage.place < 2 {
        session(&file, whole, &damage.bytes, command, &said)
    } else {
        beside(&file, command, &said)
    };
    fs::write(&file, whole).unwrap();
    wrong
}

fn session(file: &Path, whole: &[u8], bytes: &[u8], command: &[&str], said: &Said) -> Option<String> {
    let before = line::read(whole).events;
    let lines: Vec<&[u8]> = whole.split(|byte| *byte == b'\n').skip(2).collect();
    let reading = line::read(bytes);
    if reading.is_session() || reading.heading.says_anything() {
        let lost = intact(bytes, &before, &lines).into_iter().find(|event| !reading.events.contains(event));
        if let Some(event) = lost {
            return Some(format!("the intact line of event {} was lost", event.seq));
        }
    }
    let reads = !command.contains(&ID) || file.to_string_lossy().contains(ID);
    let differs = reading.events != before;
    let names_it = format!("{}{}", said.out, said.err).contains(&file.display().to_string());
    if reads && differs && !names_it && said.code != 3 {
        return Some("it did not say that the file is damaged".to_owned());
    }
    None
}

/// A file beside the sessions costs what it holds, and nothing else.
fn beside(file: &Path, command: &[&str], said: &Said) -> Option<String> {
    if command[0] == "check" {
        return None;
    }
    if said.code != 0 {
        return Some(format!("a damaged {} blocked it: {}", file.display(), said.err));
    }
    let mended = store::is_side_file(file).then(|| store::repair(file, false))?;
    let again = mended.is_ok().then(|| file.exists().then(|| store::repair(file, false)))??;
    match again {
        Ok(again) if again.done.is_empty() => None,
        _ => Some("mending it again changed more".to_owned()),
    }
}

#[test]
fn however_a_workspace_is_damaged_every_reading_command_goes_on_and_tells_it() {
    let (folder, mut random) = (TempDir::new().unwrap(), Random(SEED));
    lay_out(folder.path());
    let mut wrong = Vec::new();
    let started = Instant::now();
    for round in 0..share_of(MUTATIONS) {
        let damage = Damage::draw(&mut random);
        let command = COMMANDS[round % COMMANDS.len()];
        if let Some(why) = broken_promise(folder.path(), &damage, command, round % BY_PROCESS == 0) {
            wrong.push(format!("round {round}, {command:?}, {}: {why}", FILES[damage.place].0.display()));
        }
    }
    println!("{} mutations in {:?}", share_of(MUTATIONS), started.elapsed());
    assert!(wrong.is_empty(), "{} broken promises:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}
