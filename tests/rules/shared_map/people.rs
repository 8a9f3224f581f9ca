//! Who is who across sessions travels in the files, without a name.

use std::fs;
use std::path::Path;

use adjacent::app::{Effect, Msg};
use adjacent::record::line::{read, session_text};
use adjacent::record::{Event, Fact, Names, Person, SessionTime};
use adjacent::shell::{EffectRunner, open_sessions};
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::program::{Said, run, run_with};

/// Mei has another tag in each meeting, and changes her mind; Sam has the tag that Mei had.
const MONDAY: &str = "# title: Monday\n# date: 2026-11-09\n# person: mei = Mei, claims lead @ Claims\n\
                      # person: sam = Sam @ Risk\nmei> Bot -> Trust : -\nsam> Bot -> Trust : -\n";
const FRIDAY: &str = "# title: Friday\n# date: 2026-11-13\n# person: m = MEI @ Claims\n# person: mei = Sam @ Risk\n\
                      m> Bot -> Trust : +\nmei> Bot -> Trust : -\n";

fn transcribe(workspace: &Path, name: &str, notes: &str) {
    let path = workspace.join(name);
    fs::write(&path, notes).unwrap();
    let said = run(workspace, &["transcribe", path.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
}

fn two_meetings() -> TempDir {
    let folder = TempDir::new().unwrap();
    transcribe(folder.path(), "monday.txt", MONDAY);
    transcribe(folder.path(), "friday.txt", FRIDAY);
    folder
}

/// The session files alone, in a folder of their own.
fn handed_on(workspace: &Path) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("sessions")).unwrap();
    for path in Workspace::open(workspace).unwrap().session_files().unwrap() {
        fs::copy(&path, folder.path().join("sessions").join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn both(workspace: &Path) -> [Said; 2] {
    [run(workspace, &["map", "--json", "--as-of", "2026-12-01"]), run(workspace, &["findings", "--json"])]
}

fn texts(workspace: &Path) -> String {
    let files = Workspace::open(workspace).unwrap().session_files().unwrap();
    files.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// As sessions were written before people had a key.
fn forget_keys(workspace: &Path) {
    for path in Workspace::open(workspace).unwrap().session_files().unwrap() {
        let reading = read(&fs::read(&path).unwrap());
        let mut events = reading.events;
        for fact in events.iter_mut().flat_map(|event| &mut event.facts) {
            if let Fact::Opened { people, .. } = fact {
                for person in people {
                    person.key = None;
                }
            }
        }
        fs::write(&path, session_text(&reading.heading.header, &events).unwrap()).unwrap();
    }
}

#[test]
fn the_same_session_files_give_the_same_map_without_the_names_beside_them() {
    let folder = two_meetings();
    let elsewhere = handed_on(folder.path());
    let (here, there) = (both(folder.path()), both(elsewhere.path()));
    for (here, there) in here.iter().zip(&there) {
        assert_eq!(here.out, there.out);
        assert_eq!((here.err.as_str(), there.err.as_str()), ("", ""));
    }
    let map = run(elsewhere.path(), &["map"]).out;
    assert!(map.contains("disagree") || map.contains('?'), "Mei changed her mind, Sam did not: two people\n{map}");
}

#[test]
fn no_name_and_no_key_of_the_workspace_is_in_a_session_file() {
    let folder = two_meetings();
    let text = texts(folder.path());
    let key = fs::read_to_string(folder.path().join("private/person.key")).unwrap();
    assert!(text.contains("key: \"") && !text.contains(key.trim()));
    for name in ["Mei,", "MEI", "Sam"] {
        assert!(!text.contains(name), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_the_key() {
    use std::os::unix::fs::PermissionsExt;

    let folder = two_meetings();
    let key = fs::metadata(folder.path().join("private/person.key")).unwrap();
    assert_eq!(key.permissions().mode() & 0o777, 0o600);
}

#[test]
fn two_workspaces_call_one_person_by_two_pseudonyms() {
    let key = |folder: &TempDir| texts(folder.path()).split_once("key: \"").unwrap().1[..16].to_owned();
    assert_ne!(key(&two_meetings()), key(&two_meetings()));
}

#[test]
fn somebody_in_an_old_session_is_the_same_in_a_new_one_where_the_names_lie() {
    let folder = TempDir::new().unwrap();
    transcribe(folder.path(), "monday.txt", MONDAY);
    let whole = two_meetings();
    forget_keys(folder.path());
    transcribe(folder.path(), "friday.txt", FRIDAY);
    let arrows = |said: &Said| said.out.split("\"session\"").next().unwrap().to_owned();
    assert_eq!(arrows(&run(folder.path(), &["map"])), arrows(&run(whole.path(), &["map"])));
}

#[test]
fn that_old_sessions_need_the_names_is_said_in_one_sentence() {
    let folder = two_meetings();
    forget_keys(folder.path());
    for said in both(folder.path()) {
        // Beside it is said that the keys were taken out of the files by hand.
        let err = said.err.lines().filter(|line| !line.starts_with("adjacent: "));
        assert_eq!(
            err.flat_map(|line| [line, "\n"]).collect::<String>(),
            "2 sessions were written before people had a key; who is who across sessions is known only where their \
             names lie (private/)\n"
        );
        assert_eq!(said.code, 0);
    }
    let check = run(folder.path(), &["check"]).out;
    assert!(check.contains("2 sessions were written before people had a key"), "{check}");
}

#[test]
fn a_key_that_is_damaged_or_missing_is_said_once_and_costs_only_that_people_are_recognised() {
    let folder = two_meetings();
    let before = both(folder.path()).map(|said| said.out);
    let key = folder.path().join("private/person.key");
    fs::write(&key, "not a key").unwrap();
    for (said, before) in both(folder.path()).iter().zip(&before) {
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
        assert!(said.err.contains("person.key") && said.err.contains("put it back"), "{}", said.err);
        assert_eq!((said.code, &said.out), (0, before), "what holds its keys needs no key of the workspace");
    }
    transcribe(folder.path(), "later.txt", &MONDAY.replace("Monday", "Later").replace("-09", "-20"));
    assert_eq!(fs::read_to_string(&key).unwrap(), "not a key", "nothing is written over it");
    fs::remove_file(&key).unwrap();
    let said = run(folder.path(), &["map"]);
    assert!(said.err.contains("private/person.key is missing"), "{}", said.err);
}

#[test]
fn whoever_works_alone_is_one_person_in_every_session_alone() {
    let folder = TempDir::new().unwrap();
    for title in ["One", "Two"] {
        let said = run_with(folder.path(), &["new", title, "--solo", "--plain"], "Bot -> Trust : -\n/end\n");
        assert_eq!(said.code, 0, "{}", said.err);
    }
    for folder in [folder.path(), handed_on(folder.path()).path()] {
        let graph = open_sessions::survey(&Workspace::open(folder).unwrap()).unwrap().graph(None);
        assert_eq!(graph.links().next().unwrap().arrow.tally.minus, 1);
    }
}

#[test]
fn somebody_who_is_given_a_seat_later_has_a_key_on_disk() {
    let folder = TempDir::new().unwrap();
    transcribe(folder.path(), "monday.txt", MONDAY);
    let workspace = Workspace::open(folder.path()).unwrap();
    let id = workspace.list().unwrap().remove(0).id;
    let mut effects = EffectRunner::new(workspace.clone());
    let opened = effects.perform(Effect::Open { id: id.clone(), read_only: false });
    let [Msg::Opened(open)] = opened.as_slice() else { panic!("{opened:?}") };
    let mut names: Names = open.names.clone();
    names.names.insert("ana".into(), "Ana".into());
    effects.perform(Effect::KeepNames(names));
    let seq = open.session.next_seq();
    let ana = Person { tag: "ana".into(), ..Person::default() };
    let event = Event { seq, at: SessionTime::from_millis(9_000), facts: vec![Fact::Joined(ana)], ..Event::default() };
    let done = effects.perform(Effect::Append(event));
    let [Msg::Appended(event)] = done.as_slice() else { panic!("{done:?}") };
    let on_disk = workspace.load(&id).unwrap().session;
    assert_eq!(on_disk.events().last(), Some(event));
    assert!(matches!(&event.facts[..], [Fact::Joined(Person { key: Some(key), .. })] if key.len() == 16));
}
