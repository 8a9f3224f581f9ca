//! Files of other tools that come in: looked at first, brought in, and brought in again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use adjacent::graph::{Graph, Link};
use adjacent::import::{ImportError, ReadWatch};
use adjacent::record::{Fact, Session, SessionKind, Sign};
use adjacent::shell::importing::{ImportDraft, ImportSource, MappingChoice};
use adjacent::shell::open_sessions;
use adjacent::store::Workspace;
use jiff::Timestamp;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, program, run, run_with};

/// A workspace, and a map of Kumu beside it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("workspace")
    }

    fn run(&self, arguments: &[&str]) -> Said {
        run(&self.workspace(), arguments)
    }

    /// Writes a file and returns its path.
    fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Brings a map in; it must be possible.
    fn import(&self, name: &str, map: &Value) -> Said {
        let said = self.run(&["import", &self.file(name, &map.to_string()), "--yes"]);
        assert_eq!(said.code, 0, "{}", said.err);
        said
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let said = self.run(arguments);
        assert_eq!(said.code, 0, "{}", said.err);
        serde_json::from_str(&said.out).unwrap()
    }

    fn sessions(&self) -> Vec<PathBuf> {
        session_files(&self.workspace())
    }

    fn session(&self) -> Session {
        let sessions = self.sessions();
        assert_eq!(sessions.len(), 1);
        Workspace::open(&self.workspace()).unwrap().load_file(&sessions[0]).unwrap().session
    }

    fn graph(&self) -> Graph {
        open_sessions::survey(&Workspace::open(&self.workspace()).unwrap()).unwrap().graph(None)
    }

    fn arrows(&self) -> Vec<String> {
        let graph = self.graph();
        let told = |link: Link<'_>| format!("{} {} {}", link.from.label, link.arrow.sign.mark(), link.to.label);
        let mut arrows: Vec<String> = graph.links().map(told).collect();
        arrows.sort();
        arrows
    }
}

fn element(id: &str, label: &str, kind: &str) -> Value {
    json!({ "id": id, "label": label, "type": kind })
}

fn connection(id: &str, from: &str, to: &str, sign: &str) -> Value {
    json!({ "id": id, "from": from, "to": to, "direction": "directed", "type": sign })
}

fn kumu(elements: &[Value], connections: &[Value]) -> Value {
    json!({ "elements": elements, "connections": connections, "loops": [] })
}

/// A bot that lowers a backlog, which raises handle time.
fn first() -> Value {
    kumu(
        &[
            element("elem-aaa1", "Claims triage bot", "Initiative"),
            element("elem-aaa2", "Backlog", "Factor"),
            element("elem-aaa3", "Handle time", "Factor"),
        ],
        &[
            connection("conn-aaa1", "elem-aaa1", "elem-aaa2", "-"),
            connection("conn-aaa2", "elem-aaa2", "elem-aaa3", "+"),
        ],
    )
}

#[test]
fn a_dry_run_shows_what_would_come_in_and_writes_nothing() {
    let desk = Desk::new();
    let file = desk.file("claims.json", &first().to_string());
    for flags in [&[][..], &["--dry-run"], &["--json"]] {
        let said = desk.run(&[&["import", &file], flags].concat());
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(!desk.workspace().exists(), "{flags:?} wrote something");
    }
    let said = desk.run(&["import", &file]);
    assert!(said.out.contains("claims.json, a Kumu project or blueprint: a new session, \"claims\""), "{}", said.out);
    assert!(said.out.contains("3 things: 1 change, 2 measures") && said.out.contains("1 more, 1 less"), "{}", said.out);
    assert!(said.err.contains("Nothing was written; --yes brings it in."), "{}", said.err);
    let shown = desk.json(&["import", &file, "--json"]);
    assert_eq!(shown["counts"]["signs"], json!({ "more": 1, "less": 1 }));
    assert_eq!((shown["written"].clone(), shown["parts"].as_array().unwrap().len()), (Value::Null, 5));
}

#[test]
fn what_comes_in_is_one_session_of_kind_import_with_its_source_on_every_line() {
    let desk = Desk::new();
    let said = desk.import("claims.json", &first());
    let session = desk.session();
    assert_eq!(said.out.lines().last(), desk.sessions()[0].to_str());
    assert_eq!((&session.header().kind, session.title()), (&SessionKind::Import, "claims"));
    assert!(session.events().iter().skip(1).all(|event| event.source.is_some() && event.said.is_none()));
    let imported = |fact: &Fact| matches!(fact, Fact::Imported { files, .. } if files == &["claims.json"]);
    assert!(session.events()[0].facts.iter().any(imported));
    assert_eq!(desk.arrows(), ["Backlog + Handle time", "Claims triage bot - Backlog"]);
}

#[test]
fn the_same_file_twice_changes_nothing_whatever_it_is_called() {
    let desk = Desk::new();
    let _ = desk.import("claims.json", &first());
    let before = fs::read(&desk.sessions()[0]).unwrap();
    let said = desk.import("renamed.json", &first());
    assert!(said.err.contains("Nothing has changed"), "{}", said.err);
    assert_eq!((desk.sessions().len(), fs::read(&desk.sessions()[0]).unwrap()), (1, before));
    let another = desk.run(&["import", &desk.file("claims.json", &first().to_string()), "--another", "--yes"]);
    assert_eq!((another.code, desk.sessions().len()), (0, 2), "{}", another.err);
}

#[test]
fn a_newer_edition_changes_exactly_what_was_edited_and_marks_what_is_gone() {
    let desk = Desk::new();
    let _ = desk.import("claims.json", &first());
    let newer = kumu(
        &[
            element("elem-aaa1", "Claims triage bot", "Initiative"),
            element("elem-aaa2", "Claims backlog", "Factor"),
            element("elem-aaa4", "Trust", "Factor"),
        ],
        &[connection("conn-aaa1", "elem-aaa1", "elem-aaa2", "+")],
    );
    let file = desk.file("newer.json", &newer.to_string());
    let counts = desk.json(&["import", &file, "--json"])["counts"].clone();
    let of = |name: &str| counts[name].as_u64().unwrap();
    assert_eq!(["new", "changed", "gone", "unchanged"].map(of), [1, 2, 2, 1]);
    let said = desk.run(&["import", &file, "--yes"]);
    for row in [
        "element elem-aaa2: Claims backlog: was called Backlog",
        "Claims triage bot to Claims backlog: more, before less",
    ] {
        assert!(said.out.contains(row), "{row}: {}", said.out);
    }
    let session = desk.session();
    let gone: Vec<&str> = session
        .live()
        .flat_map(|event| &event.facts)
        .filter_map(|fact| match fact {
            Fact::GoneFromSource { label, .. } => Some(label.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(gone, ["Handle time", "Claims backlog"], "under the names of now");
    assert_eq!(desk.arrows(), ["Claims backlog + Handle time", "Claims triage bot + Claims backlog"]);
    let compared = desk.run(&["compare", "claims"]);
    assert_eq!(compared.code, 0, "{}", compared.err);
    assert!(compared.out.contains("Before the last edition and claims"), "{}", compared.out);
    assert!(compared.out.contains("Trust"), "{}", compared.out);
    assert_eq!(desk.run(&["import", &file, "--yes"]).code, 0);
    assert_eq!(desk.session().events().len(), session.events().len());
}

#[test]
fn an_import_that_was_never_brought_up_to_date_has_no_edition_before() {
    let desk = Desk::new();
    let _ = desk.import("claims.json", &first());
    let said = desk.run(&["compare", "claims"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("imported once"), "{}", said.err);
}

#[test]
fn what_people_said_since_stays_and_wins() {
    let desk = Desk::new();
    let _ = desk.import("claims.json", &first());
    let lines = "ana> Claims triage bot -> more Backlog : seen\nana> Claims triage bot live\n";
    let notes = desk.file("talk.txt", &format!("# title: Talk\n# date: 2026-11-20\n{lines}"));
    assert_eq!(desk.run(&["transcribe", &notes]).code, 0);
    let sign = |desk: &Desk| {
        let graph = desk.graph();
        let is_it =
            |link: &Link<'_>| (link.from.label.as_str(), link.to.label.as_str()) == ("Claims triage bot", "Backlog");
        graph.links().find(is_it).unwrap().arrow.sign
    };
    assert_eq!(sign(&desk), Sign::Plus);
    let mut newer = first();
    newer["connections"][0]["description"] = json!("looked at again");
    let _ = desk.import("claims.json", &newer);
    assert_eq!(sign(&desk), Sign::Plus, "however new the edition is");
    newer["connections"] = json!([]);
    let _ = desk.import("claims.json", &newer);
    assert_eq!(sign(&desk), Sign::Plus, "though the source dropped it");
}

#[test]
fn a_mean_file_is_one_sentence_with_its_place_and_nothing_is_written() {
    let desk = Desk::new();
    let folder = desk.folder.path().to_str().unwrap().to_owned();
    let large = desk.folder.path().join("large.csv");
    fs::File::create(&large).unwrap().set_len(500 << 20).unwrap();
    let deep = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
    for (file, code, says) in [
        (desk.folder.path().join("none.json").to_str().unwrap().to_owned(), 3, "look at its name once more"),
        (folder, 3, "name a file in that folder"),
        (large.to_str().unwrap().to_owned(), 3, "larger than 64 MiB"),
        (desk.file("broken.json", "{\"elements\": [\n  {\"label\": \"A\""), 1, "broken.json, line 2"),
        (desk.file("deep.json", &deep), 1, "deep.json"),
        (desk.file("empty.json", &kumu(&[], &[]).to_string()), 1, "states no thing and no arrow"),
        (desk.file("nothing.txt", ""), 1, "nothing.txt"),
    ] {
        let said = desk.run(&["import", &file, "--yes"]);
        assert_eq!(said.code, code, "{file}: {} {}", said.out, said.err);
        assert!(said.err.contains(says), "{file}: {}", said.err);
        assert_eq!(said.err.trim_end().lines().count(), 1, "{}", said.err);
        assert!(!desk.workspace().join("sessions").exists(), "{file}");
    }
}

#[test]
fn a_map_comes_in_from_standard_input() {
    let desk = Desk::new();
    let said = run_with(&desk.workspace(), &["import", "-", "--yes"], &first().to_string());
    assert_eq!((said.code, desk.arrows().len()), (0, 2), "{}", said.err);
}

#[test]
fn names_of_files_and_titles_never_act_on_the_terminal() {
    let desk = Desk::new();
    let mut map = first();
    map["elements"][0]["label"] = json!("Bot \u{1b}[2J\u{202e}evil");
    let said = desk.import("a\u{1b}[31mb.json", &map);
    assert!(!said.out.contains('\u{1b}') && !said.err.contains('\u{1b}') && !said.out.contains('\u{202e}'));
}

/// A register of three changes; `status` is that of the second.
fn register(status: &str, more: &str) -> String {
    format!(
        "ID,Name,Owner,Status,Needs\nAI-00001,Claims triage,Claims,pilot,Claims history\n\
         AI-00002,Letter drafter,Service,{status},Templates\n{more}"
    )
}

#[test]
fn a_table_that_comes_again_changes_exactly_the_rows_that_were_edited() {
    let desk = Desk::new();
    let third = "AI-00003,Fraud model,Risk,live,Claims history\n";
    let first = desk.file("register.csv", &register("pilot", third));
    assert_eq!(desk.run(&["import", &first, "--yes"]).code, 0);
    let arrows = desk.arrows();
    assert!(arrows.contains(&"Claims triage ? Claims history".to_owned()), "{arrows:?}");
    let newer = desk.file("newer.csv", &register("live", "AI-00004,Churn model,Service,idea,Claims history\n"));
    let shown = desk.json(&["import", &newer, "--json", "--yes"]);
    let parts = shown["parts"].as_array().unwrap();
    let changed: Vec<(&str, &str)> = parts
        .iter()
        .map(|part| (part["change"].as_str().unwrap(), part["things"][0]["label"].as_str().unwrap()))
        .filter(|(change, _)| *change != "unchanged")
        .collect();
    let expected = [("changed", "Letter drafter"), ("new", "Churn model"), ("gone", "Fraud model"), ("gone", "Risk")];
    assert_eq!(changed, expected);
    assert_eq!(desk.sessions().len(), 1);
    let again = desk.json(&["import", &newer, "--json"]);
    assert_eq!((again["counts"]["changed"].clone(), again["counts"]["gone"].clone()), (json!(0), json!(0)));
}

#[test]
fn the_mapping_of_the_workspace_that_fits_is_used_and_one_can_be_named() {
    let desk = Desk::new();
    let file = desk.file("list.csv", "Alpha,Beta\nTriage,CRM\nLetters,Templates\n");
    let folder = desk.workspace().join("import");
    fs::create_dir_all(&folder).unwrap();
    let mapping = |role: &str| {
        format!(
            "(title: \"Own list\", format: \"table\", columns: [(heading: \"Alpha\", role: Name), \
             (heading: \"Beta\", role: {role})])"
        )
    };
    fs::write(folder.join("own.ron"), mapping("Needs")).unwrap();
    for flags in [&[][..], &["--map", "own list"], &["--map", "own"], &["--map", "import/own.ron"]] {
        let said = desk.run(&[&["import", &file], flags].concat());
        assert!(said.out.contains("Read with the mapping \"Own list\"."), "{flags:?}: {} {}", said.out, said.err);
        assert!(said.out.contains("2 arrows: 2 needs"), "{flags:?}: {}", said.out);
    }
    assert_eq!(desk.run(&["check"]).code, 0);
    let unknown = desk.run(&["import", &file, "--map", "theirs"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("there are \"Own list\""), "{}", unknown.err);
    fs::write(folder.join("own.ron"), mapping("Nothing")).unwrap();
    let wrong = desk.run(&["import", &file, "--map", "import/own.ron"]);
    assert_eq!(wrong.code, 3);
    assert!(wrong.err.contains("own.ron cannot be read: line 1, column"), "{}", wrong.err);
    let checked = desk.run(&["check"]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("own.ron:1:"), "{}", checked.out);
}

#[test]
fn an_import_is_walked_through_and_searched_like_any_session() {
    let desk = Desk::new();
    let _ = desk.import("claims.json", &first());
    let found = desk.run(&["search", "backlog"]);
    assert!(found.code == 0 && found.out.contains("Backlog"), "{} {}", found.out, found.err);
    for command in [&["replay", "claims"][..], &["minutes", "claims"], &["map", "claims", "--until", "0:10"]] {
        let said = desk.run(command);
        assert_eq!(said.code, 0, "{command:?}: {}", said.err);
        assert!(said.out.contains("Backlog") || command[0] != "map", "{command:?}: {}", said.out);
    }
}

#[test]
fn the_page_of_a_session_beside_an_import_is_one_page_whichever_command_writes_it() {
    let desk = Desk::new();
    let _ = desk.import("claims.json", &first());
    let lines = "Claims triage bot -> Backlog : -\n/end\n";
    let _ = run_with(&desk.workspace(), &["new", "Spring", "--plain"], lines);
    let page = desk.run(&["minutes", "Spring"]);
    assert!(page.code == 0 && page.out.contains("What was imported"), "{} {}", page.out, page.err);
    let exported = desk.run(&["export", "--to", "minutes", "Spring"]);
    assert_eq!(exported.out.trim_end(), page.out.trim_end());
    // Beside the page of the import, it still says what became of that.
    let all = desk.run(&["export", "--to", "minutes"]);
    assert!(all.out.contains("What was imported"), "{}", all.out);
}

#[test]
fn no_session_file_holds_the_name_of_a_person_who_owns_a_thing_on_a_map() {
    let desk = Desk::new();
    let mut named = element("elem-aaa1", "Claims triage bot", "Initiative");
    named["owner"] = "Anna Muster".into();
    let mut titled = element("elem-aaa2", "Planner", "Initiative");
    (titled["owner"], titled["team"]) = ("Legal".into(), "Chidi Okafor".into());
    let _ = desk.import("people.json", &kumu(&[named, titled], &[]));
    let map = desk.run(&["map"]);
    assert!(map.out.contains("Legal"), "{}", map.out);
    for path in desk.sessions() {
        let text = fs::read_to_string(path).unwrap();
        for name in ["Muster", "muster", "Okafor", "okafor"] {
            assert!(!text.contains(name) && !map.out.contains(name), "{name}: {text}");
        }
    }
}

/// Stops when it is asked for the nth time.
struct StopsAt(std::cell::Cell<usize>);

impl ReadWatch for StopsAt {
    fn is_stopped(&self) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left == 0
    }

    fn at(&self, _done: usize, _all: usize) {}
}

#[test]
fn whoever_stops_an_import_leaves_nothing_behind() {
    let desk = Desk::new();
    let path = PathBuf::from(desk.file("claims.json", &first().to_string()));
    let workspace = Workspace::open(&desk.workspace()).unwrap();
    let source = ImportSource::load(&[path]).unwrap();
    let read = |watch: &dyn ReadWatch| ImportDraft::read(&workspace, &source, &MappingChoice::Fitting, false, watch);
    let mut stops = 0;
    loop {
        let watch = StopsAt(std::cell::Cell::new(stops));
        let written = read(&watch).and_then(|draft| draft.write(&workspace, Timestamp::now(), &watch));
        match written {
            Ok(written) => break assert!(written.is_new),
            Err(error) => {
                assert!(error.is_stop(), "{error}");
                assert_eq!(error.to_string(), ImportError::Stopped.to_string());
                assert!(names(&desk.workspace().join("sessions")).is_empty());
            }
        }
        stops += 1;
    }
    assert!(stops >= 2, "it is asked before it writes");
}

#[test]
fn a_killed_import_leaves_nothing_or_all_of_it() {
    let elements: Vec<Value> = (0..2000)
        .map(|number| element(&format!("elem-{number:05}"), &format!("Change {number}"), "Initiative"))
        .collect();
    let text = kumu(&elements, &[]).to_string();
    for pause in [10, 40, 90, 160, 250, 400] {
        let desk = Desk::new();
        let file = desk.file("many.json", &text);
        let mut command = program(&desk.workspace());
        let command = command.args(["import", &file, "--yes"]).stdin(Stdio::null()).stdout(Stdio::null());
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        let sessions = if desk.workspace().is_dir() { desk.sessions() } else { Vec::new() };
        for session in sessions {
            let read = Workspace::open(&desk.workspace()).unwrap().load_file(&session).unwrap();
            assert_eq!((read.session.events().len(), read.faults.len()), (2001, 0), "after {pause} ms");
        }
        let again = desk.run(&["import", &file, "--yes"]);
        assert_eq!((again.code, desk.session().events().len()), (0, 2001), "{}", again.err);
    }
}

#[test]
fn an_import_that_something_else_overtook_writes_nothing() {
    let desk = Desk::new();
    let path = PathBuf::from(desk.file("claims.json", &first().to_string()));
    let workspace = Workspace::open(&desk.workspace()).unwrap();
    let source = ImportSource::load(&[path]).unwrap();
    let read =
        || ImportDraft::read(&workspace, &source, &MappingChoice::Fitting, false, &adjacent::import::NoWatch).unwrap();
    let late = read();
    let _ = desk.import("claims.json", &first());
    let says = late.write(&workspace, Timestamp::now(), &adjacent::import::NoWatch).unwrap_err().to_string();
    assert!(says.contains("meanwhile"), "{says}");
    assert_eq!(desk.sessions().len(), 1);
}

/// The visible files of a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| !name.starts_with('.') || name.strip_suffix(".new").is_some()).collect()
}
