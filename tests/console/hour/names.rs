//! A workshop of nine people whose first names are ordinary words: no name is in any file, on any screen of the room or
//! in any export, and no ordinary word was changed.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use adjacent::app::{Code, KeyPress};
use adjacent::record::{Fact, Session};
use adjacent::store::read_session_file;
use tempfile::TempDir;

use crate::drawn::{paint, text};
use crate::hour::cast::Cast;
use crate::hour::facilitator::run;
use crate::hour::frames::Window;
use crate::hour::stage::{Stage, Watcher};
use crate::typing::Typing;

/// Each with a last name that stands nowhere else.
const NINE: [&str; 9] = [
    "Mark Zqmarker @ Ops",
    "Will Zqwilling @ Claims",
    "Rose Zqrosen @ Sales",
    "Art Zqarthur @ Design",
    "Jo Zqjones @ Legal",
    "Bo Zqbowman @ Data",
    "Faith Zqfaithful @ Risk",
    "May Zqmayer @ Finance",
    "Bill Zqbilling @ Accounts",
];

/// What is typed, and what of it is kept.
const SAID: [(&str, &str); 26] = [
    // Ordinary words.
    ("mark my words", "mark my words"),
    ("Mark my words, calls rose", "Mark my words, calls rose"),
    ("the bill rose in May", "the bill rose in May"),
    ("it may well be that it will rise", "it may well be that it will rise"),
    ("state of the art", "state of the art"),
    ("we need faith in the bot", "we need faith in the bot"),
    ("bot -> fewer bill disputes : seen mark my words", "bot -> fewer bill disputes : seen mark my words"),
    ("bot -> more calls \"they rose by half\"", "bot -> more calls \"they rose by half\""),
    // People.
    ("jo says the bill is wrong", "Legal says the bill is wrong"),
    ("ask Bo about it", "ask Data about it"),
    ("Mark says it breaks in May", "Ops says it breaks in May"),
    ("then Rose will send the bill", "then Sales will send the bill"),
    ("Will will look after the art", "Claims will look after the art"),
    ("we heard it from Faith", "we heard it from Risk"),
    ("it was promised by May", "it was promised by Finance"),
    ("May thinks it may rain", "Finance thinks it may rain"),
    ("that is Bill's mark", "that is Accounts' mark"),
    ("art says so too", "Design says so too"),
    ("zqjones and ZQBOWMAN met Will Zqwilling", "Legal and Data met Claims"),
    ("park Mark: the art of it", "park Ops: the art of it"),
    ("? who tells Rose about the bill", "? who tells Sales about the bill"),
    // Whose it is, by tag, by first name, by its beginning.
    ("mark> bot -> more load : seen", "bot -> more load : seen"),
    ("ros> bot -> less load : told", "bot -> less load : told"),
    ("may> no .", "no ."),
    ("do send the bill : Will due fri", "do send the bill : claims1 due fri"),
    ("do tell Bo Zqbowman : may due fri", "do tell Data : finance1 due fri"),
];

/// Phrases that only somebody's name makes.
const NAMED: [&str; 16] = [
    "jo says",
    "Ask Bo",
    "ask Bo",
    "Mark says",
    "then Rose",
    "Rose will",
    "Will will",
    "from Faith",
    "by May",
    "May thinks",
    "Bill's",
    "art says",
    "Zq",
    "Mark:",
    "tells Rose",
    " : Will",
];

fn is_private(folder: &Path, path: &Path) -> bool {
    path.starts_with(folder.join("private"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[track_caller]
fn names_nobody(place: &str, text: &str) {
    for named in NAMED {
        let found = text.lines().find(|line| line.contains(named) || line.to_lowercase().contains("zq"));
        assert!(!text.contains(named) && found.is_none(), "{place} holds {named:?}: {found:?}");
    }
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    for name in ["jo", "bo"] {
        assert!(!words.iter().any(|word| word.eq_ignore_ascii_case(name)), "{place} holds {name:?}:\n{text}");
    }
}

/// Looks at the room's window whenever something may have changed, and at the console where it is the room's.
struct Guard(Rc<RefCell<usize>>);

impl Watcher for Guard {
    fn sees(&mut self, stage: &Stage) {
        let shared = stage.model.is_shared().then_some(Window::Console);
        for window in [Some(Window::Room), shared].into_iter().flatten() {
            if let Some(drawn) = window.drawn(stage, (80, 24), paint()) {
                names_nobody(window.name(), &text(&drawn));
                *self.0.borrow_mut() += 1;
            }
        }
    }
}

fn said(session: &Session) -> Vec<String> {
    session.events().iter().filter_map(|event| event.said.clone()).collect()
}

fn session_file(folder: &Path) -> PathBuf {
    let all = files(&folder.join("sessions"));
    all.into_iter().find(|path| path.extension().is_some_and(|end| end == "ron")).unwrap()
}

fn session(folder: &Path) -> Session {
    read_session_file(&session_file(folder)).unwrap().session
}

/// Every file but the private ones, and everything that the commands print.
fn looked_through(folder: &Path) {
    for path in files(folder).iter().filter(|path| !is_private(folder, path)) {
        names_nobody(&path.display().to_string(), &String::from_utf8_lossy(&fs::read(path).unwrap()));
    }
    let mut asked: Vec<Vec<&str>> = vec![
        vec!["map", "--json"],
        vec!["findings", "--json", "--all"],
        vec!["ask", "--json"],
        vec!["brief", "--json"],
        vec!["brief"],
        vec!["settle", "--json"],
        vec!["minutes", "Nine"],
        vec!["replay", "Nine", "--plain"],
        vec!["sessions"],
        vec!["search", "bill"],
    ];
    for format in ["dot", "svg", "mermaid", "markdown", "html", "graphml", "json-graph", "kumu-json", "cast"] {
        asked.push(vec!["export", "--to", format]);
    }
    for arguments in asked {
        let said = run(folder, &arguments, "");
        names_nobody(&format!("{arguments:?}"), &format!("{}\n{}", said.out, said.err));
        assert!(!said.out.contains("Facimarkø") && !said.err.contains("Facimarkø"), "{arguments:?}");
    }
}

#[test]
fn nine_people_whose_names_are_words_are_typed_key_by_key_and_nobody_is_named_anywhere() {
    let folder = TempDir::new().unwrap();
    let frames = Rc::new(RefCell::new(0));
    let guard = Box::new(Guard(Rc::clone(&frames)));
    let mut stage = Stage::in_folder(folder.path(), Cast::plain(), Some(guard));
    stage.code(Code::Enter).says("Nine in spring, with Faith").paste(&NINE.join("\n")).enter();
    stage.press(KeyPress::ctrl('u')).paste("next=14").enter().enter().says("Bot").walks_to("next.2");
    for (typed, kept) in SAID {
        stage.says(typed);
        let last = stage.saved.iter().rev().find_map(|event| event.said.clone()).unwrap();
        assert!(last == kept || last.ends_with(kept) || kept.starts_with(&last), "{typed:?} is kept as {last:?}");
    }
    stage.command("one window").types("ask kasia, then tell Faith and zqrosen of it").press(KeyPress::ctrl('u'));
    stage.code(Code::F(9)).command("end this").enter();
    assert!(*frames.borrow() > 500, "{}", frames.borrow());
    let session = session(folder.path());
    assert_eq!(session.title(), "Nine in spring, with Risk");
    let speakers: Vec<_> = session.events().iter().filter_map(|event| event.speaker.clone()).collect();
    assert_eq!(speakers, ["ops1", "sales1", "finance1"]);
    looked_through(folder.path());
}

fn notes() -> String {
    let people = NINE.map(|person| format!("# person: {person}\n")).concat();
    let lines = SAID.iter().map(|(typed, _)| format!("{typed}\n")).collect::<Vec<_>>().concat();
    format!("# title: Nine in spring\n# facilitator: Zqfacilitator\n{people}bot -> trust\n{lines}")
}

#[test]
fn notes_of_nine_people_whose_names_are_words_become_a_session_that_names_nobody() {
    let folder = TempDir::new().unwrap();
    let file = TempDir::new().unwrap();
    let path = file.path().join("notes.txt");
    fs::write(&path, notes()).unwrap();
    let told = run(folder.path(), &["transcribe", path.to_str().unwrap()], "");
    assert_eq!(told.code, 0, "{}", told.err);
    let kept = said(&session(folder.path()));
    let expected: Vec<&str> = ["bot -> trust"].into_iter().chain(SAID.map(|(_, kept)| kept)).collect();
    assert_eq!(kept, expected);
    looked_through(folder.path());
}

#[test]
fn the_same_lines_typed_line_by_line_without_a_screen_name_nobody_either() {
    let folder = TempDir::new().unwrap();
    let file = TempDir::new().unwrap();
    let path = file.path().join("notes.txt");
    let people = NINE.map(|person| format!("# person: {person}\n")).concat();
    fs::write(&path, format!("# title: Nine in spring\n{people}bot -> trust\n")).unwrap();
    assert_eq!(run(folder.path(), &["transcribe", path.to_str().unwrap()], "").code, 0);
    let lines = SAID.iter().map(|(typed, _)| format!("{typed}\n")).collect::<Vec<_>>().concat();
    let told = run(folder.path(), &["open", "Nine", "--plain"], &format!("{lines}/minutes\n/quit\n"));
    assert_eq!(told.code, 0, "{}", told.err);
    names_nobody("what is answered", &told.out);
    let session = session(folder.path());
    let kept = said(&session);
    for ((typed, kept), last) in SAID.iter().zip(&kept[1..]) {
        assert!(last == kept || last.ends_with(kept), "{typed:?} is kept as {last:?}");
    }
    assert!(session.events().iter().flat_map(|event| &event.facts).all(|fact| match fact {
        Fact::Committed { who, .. } => matches!(who.as_deref(), Some("claims1" | "finance1")),
        _ => true,
    }));
    looked_through(folder.path());
}

#[test]
fn a_line_between_sessions_names_nobody_who_was_listed_in_one() {
    let folder = TempDir::new().unwrap();
    let file = TempDir::new().unwrap();
    let path = file.path().join("notes.txt");
    fs::write(&path, "# title: Spring\n# person: Kasia Nowak, lead @ Claims\nkasia> bot -> trust\n").unwrap();
    assert_eq!(run(folder.path(), &["transcribe", path.to_str().unwrap()], "").code, 0);
    let noted = run(folder.path(), &["note", "park kasia's list, and KN knows why"], "");
    assert_eq!(noted.code, 0, "{}", noted.err);
    let seen = run(folder.path(), &["saw", "kas> repeat calls up \"nowak counted them\""], "");
    assert_eq!(seen.code, 0, "{}", seen.err);
    for path in files(folder.path()).iter().filter(|path| !is_private(folder.path(), path)) {
        let text = String::from_utf8_lossy(&fs::read(path).unwrap()).to_lowercase();
        for name in ["kasia", "nowak", "\"kas\"", "kn knows", "facimark"] {
            assert!(!text.contains(name), "{} holds {name}:\n{text}", path.display());
        }
    }
    let desk = files(&folder.path().join("sessions"));
    let desk =
        desk.iter().find(|path| path.to_string_lossy().ends_with(".ron") && path.to_string_lossy().contains("desk"));
    let text = fs::read_to_string(desk.unwrap()).unwrap();
    assert!(text.contains(r"park Claims\' list, and Claims knows why"), "{text}");
}

#[test]
fn answers_that_nobody_has_seen_yet_hold_no_name_either() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::in_folder(folder.path(), Cast::plain(), None);
    stage.code(Code::Enter).says("Nine in spring").paste(&NINE.join("\n")).enter();
    stage.press(KeyPress::ctrl('u')).paste("arrive=10, next=14").enter().enter();
    stage.walks_to("arrive.3").code(Code::F(6)).enter();
    for slip in ["that Mark says it alone", "jo, again", "mark> that the bill rose", "state of the art"] {
        stage.says(slip);
    }
    let mut entries = stage.run().answers.round.as_ref().unwrap().entries.clone();
    entries.sort();
    assert_eq!(entries, ["Legal, again", "state of the art", "that Ops says it alone", "that the bill rose"]);
}

#[test]
fn a_copy_to_hand_on_names_nobody_and_its_map_is_the_same_map() {
    let folder = TempDir::new().unwrap();
    let sample =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/2026-11-20-four-ai-changes-one-customer-9f3c.ron");
    let there = folder.path().join("sessions");
    fs::create_dir_all(&there).unwrap();
    fs::copy(&sample, there.join(sample.file_name().unwrap())).unwrap();
    let file = folder.path().join("copy.ron");
    let arguments = ["sessions", "--without-names", "four ai", "-o", file.to_str().unwrap()];
    let said = run(folder.path(), &arguments, "");
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(said.out.trim(), file.display().to_string());
    assert!(said.err.contains("another tag"), "{}", said.err);
    let copy = read_session_file(&file).unwrap();
    assert!(copy.faults.is_empty(), "{:?}", copy.faults);
    let text = fs::read_to_string(&file).unwrap();
    for tag in
        ["\"mei\"", "\"sam\"", "\"tom\"", "\"pri\"", "\"gus\"", "\"lin\"", "\"ana\"", "\"joe\"", "Noor", ": tom due"]
    {
        assert!(!text.contains(tag), "{tag}");
    }
    assert!(text.contains("\"contact1\"") && text.contains("\"claims2\""));
    let map = |path: &Path| {
        let said = run(folder.path(), &["map", "--json", path.to_str().unwrap()], "");
        let mut map: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        without_speakers(&mut map);
        map
    };
    assert_eq!(map(&file), map(&sample));
    let findings = |path: &Path| run(folder.path(), &["findings", "--json", path.to_str().unwrap()], "").out;
    let nameless = |path: &Path| {
        let mut found: serde_json::Value = serde_json::from_str(&findings(path)).unwrap();
        without_speakers(&mut found);
        found
    };
    assert_eq!(nameless(&file), nameless(&sample));
    let again = run(folder.path(), &arguments, "");
    assert_eq!(again.code, 2);
    assert!(again.err.contains("is there already"), "{}", again.err);
}

/// Who said it is called otherwise in the copy; everything else is as it was.
fn without_speakers(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            fields.remove("speaker");
            fields.values_mut().for_each(without_speakers);
        }
        serde_json::Value::Array(values) => values.iter_mut().for_each(without_speakers),
        _ => {}
    }
}
