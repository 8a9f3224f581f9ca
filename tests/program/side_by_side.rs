//! What lies beside a session file stays with that file, whoever else writes at the same time or has a copy of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use adjacent::app::{Effect, Msg};
use adjacent::record::{Collecting, Hidden};
use adjacent::shell::EffectRunner;
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, run, run_with};

fn typed(folder: &Path, arguments: &[&str], lines: &str) -> String {
    let said = run_with(folder, arguments, lines);
    assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
    said.out
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

fn beside(folder: &Path, session: &Path, sort: &str) -> PathBuf {
    folder.join("private").join(format!("{}.{sort}.ron", stem(session)))
}

/// A session in which somebody who is not listed spoke, and a copy of its file.
fn copied() -> (TempDir, PathBuf, PathBuf) {
    let folder = TempDir::new().unwrap();
    typed(folder.path(), &["new", "Talk", "--plain"], "eva> Bot -> Trust : -\nme: ask eva again\n/quit\n");
    let session = session_files(folder.path()).remove(0);
    let copy = session.with_file_name("copy.ron");
    fs::copy(&session, &copy).unwrap();
    (folder, session, copy)
}

#[test]
fn whoever_speaks_in_a_copy_leaves_the_names_and_notes_beside_the_original_as_they_were() {
    let (folder, session, copy) = copied();
    let (names, notes) = (beside(folder.path(), &session, "names"), beside(folder.path(), &session, "notes"));
    let before = (fs::read_to_string(&names).unwrap(), fs::read_to_string(&notes).unwrap());
    typed(folder.path(), &["open", "copy", "--plain"], "tom> Bot -> Calls : +\nme: ask tom\n/speaker ada\n/quit\n");
    assert_eq!((fs::read_to_string(&names).unwrap(), fs::read_to_string(&notes).unwrap()), before);
    let own = fs::read_to_string(beside(folder.path(), &copy, "names")).unwrap();
    for who in ["eva", "tom", "ada"] {
        assert!(own.contains(who), "{who} is known in the copy: {own}");
    }
    assert!(fs::read_to_string(beside(folder.path(), &copy, "notes")).unwrap().contains("ask tom"));
}

#[test]
fn hidden_answers_of_a_copy_do_not_replace_those_of_the_original() {
    let (folder, session, _) = copied();
    let collects = |id: &str, answer: &str| {
        let mut effects = EffectRunner::new(Workspace::open(folder.path()).unwrap());
        let opened = effects.perform(Effect::Open { id: id.into(), read_only: false });
        assert!(matches!(opened.as_slice(), [Msg::Opened(_)]), "{opened:?}");
        let mut hidden = Hidden::new(None, Collecting::default());
        hidden.entries.push(answer.to_owned());
        let kept = effects.perform(Effect::KeepHidden(hidden));
        assert!(matches!(kept.as_slice(), [Msg::HiddenSaved(_)]), "{kept:?}");
    };
    collects(&stem(&session), "of the original");
    collects("copy", "of the copy");
    let workspace = Workspace::open(folder.path()).unwrap();
    assert_eq!(workspace.hidden(&stem(&session)).unwrap().unwrap().entries, ["of the original"]);
    assert_eq!(workspace.hidden("copy").unwrap().unwrap().entries, ["of the copy"]);
}

#[test]
fn a_copy_of_a_session_that_was_made_private_is_private_once_it_is_a_session_of_its_own() {
    let (folder, session, copy) = copied();
    typed(folder.path(), &["open", &stem(&session), "--plain"], "/private\n/quit\n");
    typed(folder.path(), &["sessions", "--part", copy.to_str().unwrap()], "");
    let map = typed(folder.path(), &["map"], "");
    assert!(!map.contains("Trust"), "{map}");
}

#[test]
fn a_line_struck_in_one_file_does_not_live_on_in_the_copy_that_is_parted_from_it() {
    let (folder, session, copy) = copied();
    // Struck where the copy could not be reached.
    let away = folder.path().join("away");
    fs::rename(&copy, &away).unwrap();
    typed(folder.path(), &["strike", &stem(&session), "1", "--yes"], "");
    fs::rename(&away, &copy).unwrap();
    typed(folder.path(), &["sessions", "--part", copy.to_str().unwrap()], "");
    for path in session_files(folder.path()).into_iter().chain(session_files(&folder.path().join("set-aside"))) {
        assert!(!fs::read_to_string(&path).unwrap().contains("Bot"), "{path:?}");
    }
}

#[test]
fn who_was_typed_and_what_was_noted_for_oneself_go_along_when_files_are_joined_or_parted() {
    let (folder, session, copy) = copied();
    typed(folder.path(), &["open", "copy", "--plain"], "tom> Bot -> Calls : +\nme: ask tom\n/quit\n");
    typed(folder.path(), &["open", &stem(&session), "--plain"], "Alpha -> Calls : +\n/quit\n");
    typed(folder.path(), &["sessions", "--join", session.to_str().unwrap(), copy.to_str().unwrap()], "");
    let joined = session_files(folder.path()).remove(0);
    let names = fs::read_to_string(beside(folder.path(), &joined, "names")).unwrap();
    assert!(names.contains("eva") && names.contains("tom"), "{names}");
    let notes = typed(folder.path(), &["notes", &stem(&joined)], "");
    assert!(notes.contains("ask eva again") && notes.contains("ask tom"), "{notes}");

    let (folder, _, copy) = copied();
    typed(folder.path(), &["open", "copy", "--plain"], "tom> Bot -> Calls : +\nme: ask tom\n/quit\n");
    let before = session_files(folder.path());
    typed(folder.path(), &["sessions", "--part", copy.to_str().unwrap()], "");
    let own = session_files(folder.path()).into_iter().find(|path| !before.contains(path)).unwrap();
    let names = fs::read_to_string(beside(folder.path(), &own, "names")).unwrap();
    assert!(names.contains("eva") && names.contains("tom"), "{names}");
    assert!(typed(folder.path(), &["notes", &stem(&own)], "").contains("ask tom"));
}

#[cfg(unix)]
#[test]
fn a_session_that_nobody_else_may_read_is_set_aside_as_closed_as_it_was() {
    use std::os::unix::fs::PermissionsExt;

    let (folder, session, copy) = copied();
    for path in [&session, &copy] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
    }
    typed(folder.path(), &["sessions", "--part", copy.to_str().unwrap()], "");
    let files = session_files(folder.path()).into_iter().chain(session_files(&folder.path().join("set-aside")));
    let modes: Vec<u32> = files.map(|path| fs::metadata(path).unwrap().permissions().mode() & 0o777).collect();
    assert_eq!(modes, [0o600; 3]);
}

/// The program run at one time for each of these lines.
fn at_once(count: usize, act: impl Fn(usize) -> Said + Sync) -> Vec<Said> {
    thread::scope(|scope| {
        let act = &act;
        let running: Vec<_> = (0..count).map(|number| scope.spawn(move || act(number))).collect();
        running.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

const PEOPLE: [&str; 6] = ["ada", "ben", "cem", "dia", "eva", "fox"];

#[test]
fn six_people_who_note_the_first_lines_of_a_day_at_one_time_have_six_seats_in_one_session() {
    let folder = TempDir::new().unwrap();
    let said = at_once(6, |number| run(folder.path(), &["note", &format!("{}> Bot -> Trust", PEOPLE[number])]));
    for said in &said {
        assert_eq!(said.code, 0, "{}", said.err);
    }
    let sessions = session_files(folder.path());
    assert_eq!(sessions.len(), 1);
    let names = Workspace::open(folder.path()).unwrap().names(&stem(&sessions[0]));
    let mut known: Vec<_> = names.typed.into_values().collect();
    known.sort();
    assert_eq!(known, PEOPLE);
    let beside = fs::read_dir(folder.path().join("private")).unwrap().map(|entry| entry.unwrap().file_name());
    let beside = beside.filter(|name| name.to_string_lossy().ends_with(".names.ron"));
    assert_eq!(beside.count(), 1, "no names belong to no session");
    let text = fs::read_to_string(&sessions[0]).unwrap();
    assert!((1..=6).all(|seat| text.contains(&format!("seat{seat}"))), "{text}");
}

#[test]
fn the_first_notes_transcribed_at_one_time_all_know_their_people_under_one_key() {
    let folder = TempDir::new().unwrap();
    let said = at_once(6, |number| {
        let notes = folder.path().join(format!("notes{number}.txt"));
        let day = number + 10;
        let lines =
            format!("# title: Day {day}\n# date: 2026-11-{day}\n# person: mei = Mei\nmei> Thing {day} -> Trust : +\n");
        fs::write(&notes, lines).unwrap();
        run(folder.path(), &["transcribe", notes.to_str().unwrap()])
    });
    for said in &said {
        assert_eq!(said.code, 0, "{}", said.err);
    }
    let workspace = Workspace::open(folder.path()).unwrap();
    let keys = session_files(folder.path()).into_iter().map(|path| {
        let session = workspace.load(&stem(&path)).unwrap().session;
        session.people()[0].key.clone().unwrap()
    });
    let mut keys: Vec<String> = keys.collect();
    assert_eq!(keys.len(), 6);
    keys.dedup();
    assert_eq!(keys.len(), 1, "one person is one: {keys:?}");
}

#[cfg(unix)]
#[test]
fn whoever_begins_a_session_where_no_key_can_be_kept_is_told() {
    let folder = TempDir::new().unwrap();
    // Nothing can be made under this name.
    fs::create_dir_all(folder.path().join("private/.person.key.lock")).unwrap();
    let notes = folder.path().join("notes.txt");
    fs::write(&notes, "# title: Day\n# date: 2026-11-09\n# person: mei = Mei\nmei> Bot -> Trust : +\n").unwrap();
    let said = run(folder.path(), &["transcribe", notes.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let told = said.err.lines().filter(|line| line.starts_with("adjacent: ") && line.contains("person.key"));
    assert_eq!(told.count(), 1, "{}", said.err);
}

/// What is kept of the shared map, which only many sessions are worth.
fn kept(folder: &Path) -> PathBuf {
    for day in 1..=20 {
        let notes = folder.join("notes.txt");
        let lines = format!("# title: Day {day}\n# date: 2026-10-{day:02}\nThing {day} -> Trust : +\n");
        fs::write(&notes, lines).unwrap();
        typed(folder, &["transcribe", notes.to_str().unwrap(), "--again"], "");
    }
    typed(folder, &["map"], "");
    let cache = folder.join("cache/shared-map");
    assert!(cache.exists());
    cache
}

#[test]
fn what_is_kept_of_the_map_is_gone_the_moment_a_session_is_made_private() {
    let folder = TempDir::new().unwrap();
    let cache = kept(folder.path());
    typed(folder.path(), &["open", "Day 1", "--plain"], "/private\n/quit\n");
    assert!(!cache.exists(), "without a screen");

    typed(folder.path(), &["map"], "");
    assert!(cache.exists());
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut effects = EffectRunner::new(workspace.clone());
    let id = workspace.find("Day 2").unwrap();
    let opened = effects.perform(Effect::Open { id: id.clone(), read_only: false });
    assert!(matches!(opened.as_slice(), [Msg::Opened(_)]), "{opened:?}");
    fs::write(&cache, "whatever was kept").unwrap();
    let session = workspace.load(&id).unwrap().session;
    let event = adjacent::record::Event {
        seq: session.next_seq(),
        facts: vec![adjacent::record::Fact::MadePrivate],
        ..adjacent::record::Event::default()
    };
    let said = effects.perform(Effect::Append(event));
    assert!(matches!(said.as_slice(), [Msg::Appended(_)]) && !cache.exists(), "{said:?}");
}
