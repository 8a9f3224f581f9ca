//! A workspace in a folder that other programs sync: what they leave there is found, named and made one again.

use std::fs;
use std::path::{Path, PathBuf};

use adjacent::record::line::{read, session_text};
use adjacent::record::{Event, Fact, Header, Outcome, SessionKind, SessionTime};
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, run, run_with};

struct Synced {
    folder: TempDir,
    session: PathBuf,
    id: String,
}

/// A workspace with one session of a few lines.
fn synced() -> Synced {
    let folder = TempDir::new().unwrap();
    let said = run_with(folder.path(), &["new", "Talk", "--plain"], "Bot -> Trust : -\nBot -> Calls : +\n/quit\n");
    assert_eq!(said.code, 0, "{}", said.err);
    let session = session_files(folder.path()).remove(0);
    let id = session.file_stem().unwrap().to_str().unwrap().to_owned();
    Synced { folder, session, id }
}

impl Synced {
    fn run(&self, arguments: &[&str]) -> Said {
        run(self.folder.path(), arguments)
    }

    fn map(&self) -> String {
        self.run(&["map", "--json", "--as-of", "2027-12-01"]).out
    }

    fn sessions(&self) -> PathBuf {
        self.folder.path().join("sessions")
    }

    /// Goes on with the file of this name with one more arrow.
    fn goes_on(&self, named: &str, thing: &str) {
        let said = run_with(self.folder.path(), &["open", named, "--plain"], &format!("{thing} -> Trust : +\n/quit\n"));
        assert_eq!(said.code, 0, "{}", said.err);
    }

    /// A copy of the session under this name, with one more arrow.
    fn copy_that_went_on(&self, name: &str, thing: &str) {
        let aside = TempDir::new().unwrap();
        fs::create_dir(aside.path().join("sessions")).unwrap();
        let copy = aside.path().join("sessions").join(self.session.file_name().unwrap());
        fs::copy(&self.session, &copy).unwrap();
        let said = run_with(aside.path(), &["open", &self.id, "--plain"], &format!("{thing} -> Trust : +\n/quit\n"));
        assert_eq!(said.code, 0, "{}", said.err);
        fs::rename(copy, self.sessions().join(name)).unwrap();
    }

    /// A session of one event that states this fact, under this id.
    fn other_session(&self, id: &str, kind: SessionKind, fact: Fact) {
        let known = read(&fs::read(&self.session).unwrap()).heading.header;
        let header = Header { id: id.into(), title: id.to_owned(), kind, ..known };
        let opening = read(&fs::read(&self.session).unwrap()).events.remove(0);
        let event = Event { seq: 2, at: SessionTime::from_millis(9), facts: vec![fact], ..Event::default() };
        fs::write(self.sessions().join(format!("{id}.ron")), session_text(&header, &[opening, event]).unwrap())
            .unwrap();
    }
}

/// What common programs add to the name of a file when two machines changed it.
const COPIES: &[(&str, &str)] = &[
    (" (Ana's conflicted copy 2026-11-20)", "Dropbox"),
    ("-LAPTOP-7QX", "OneDrive"),
    (".sync-conflict-20261120-101500-ABCDEFG", "Syncthing"),
    (" (conflicted copy 2026-11-20 101500)", "Nextcloud"),
    (" 2", "iCloud or the Finder"),
    (" (1)", "Google Drive or a browser"),
    ("~feature", "git"),
];

#[test]
fn the_copies_of_every_common_maker_are_named_and_one_command_joins_them_all() {
    let here = synced();
    for (place, (added, _)) in COPIES.iter().enumerate() {
        here.copy_that_went_on(&format!("{}{added}.ron", here.id), &format!("Thing {place}"));
    }
    here.goes_on(&here.id, "Alpha");
    let map = here.map();
    let check = here.run(&["check"]);
    assert_eq!(check.code, 1);
    for (place, (added, by)) in COPIES.iter().enumerate() {
        assert!(check.out.contains(&format!("{added}.ron (a copy that {by} made)")), "{by}: {}", check.out);
        assert!(map.contains(&format!("\"Thing {place}\"")), "{by}: {map}");
    }
    let joined = here.run(&["sessions", "--join"]);
    assert_eq!(joined.code, 0, "{}{}", joined.out, joined.err);
    assert_eq!(session_files(here.folder.path()), std::slice::from_ref(&here.session), "{}", joined.out);
    assert_eq!(here.map(), map);
    let check = here.run(&["check"]);
    assert_eq!((check.code, check.err.as_str()), (0, ""), "{}", check.out);
    assert_eq!(here.run(&["sessions", "--join"]).out, "Every session lies in one file.\n");
}

#[test]
fn all_files_of_one_session_are_joined_and_those_of_others_stay() {
    let here = synced();
    let said = run_with(here.folder.path(), &["new", "Other", "--plain"], "Cat -> Dog : +\n/quit\n");
    assert_eq!(said.code, 0);
    let other = session_files(here.folder.path()).into_iter().find(|path| *path != here.session).unwrap();
    fs::copy(&other, other.with_extension("sync-conflict-20261120-101500-ABCDEFG.ron")).unwrap();
    for added in [" (1)", " (2)"] {
        here.copy_that_went_on(&format!("{}{added}.ron", here.id), &format!("Thing{added}"));
    }
    let map = here.map();
    let joined = here.run(&["sessions", "--join", &here.id]);
    assert_eq!((joined.code, joined.out.matches("One session of").count()), (0, 1), "{}{}", joined.out, joined.err);
    assert_eq!(session_files(here.folder.path()).len(), 3);
    assert_eq!(here.map(), map);
}

#[test]
fn what_cannot_be_joined_stays_and_is_told_and_the_rest_is_joined() {
    let here = synced();
    here.copy_that_went_on(&format!("{} (1).ron", here.id), "Good");
    here.copy_that_went_on(&format!("{} (2).ron", here.id), "Alpine");
    let damaged = here.sessions().join(format!("{} (2).ron", here.id));
    let text = fs::read_to_string(&damaged).unwrap().replace("Alpine", "Alpina");
    fs::write(&damaged, &text).unwrap();
    let joined = here.run(&["sessions", "--join"]);
    assert_eq!(joined.code, 1, "{}", joined.err);
    assert!(joined.out.contains("Left as it is: ") && joined.out.contains("adjacent repair"), "{}", joined.out);
    assert_eq!(fs::read_to_string(&damaged).unwrap(), text);
    let left = session_files(here.folder.path());
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(here.map().contains("Good"));
}

/// Both versions of the session in one file, as git leaves them.
fn unmerged(here: &Synced, base: bool) {
    here.copy_that_went_on("theirs.ron", "Beta");
    let common = fs::read_to_string(&here.session).unwrap();
    here.goes_on(&here.id, "Alpha");
    let (ours, theirs) = (fs::read_to_string(&here.session).unwrap(), here.sessions().join("theirs.ron"));
    let common = common.strip_suffix("])\n").unwrap();
    let end = |text: &str| text.strip_prefix(common).unwrap().strip_suffix("])\n").unwrap().to_owned();
    let (ours, theirs_end) = (end(&ours), end(&fs::read_to_string(&theirs).unwrap()));
    fs::remove_file(theirs).unwrap();
    let base = if base { "||||||| 12ab34c\n" } else { "" };
    let text = format!("{common}<<<<<<< HEAD\n{ours}{base}=======\n{theirs_end}>>>>>>> other\n])\n");
    fs::write(&here.session, text).unwrap();
}

#[test]
fn two_versions_in_one_file_are_named_in_a_sentence_counted_on_the_map_and_made_one_session() {
    for base in [false, true] {
        let here = synced();
        unmerged(&here, base);
        let map = here.map();
        assert!(map.contains("\"Alpha\"") && map.contains("\"Beta\""), "{map}");
        let check = here.run(&["check"]);
        assert_eq!((check.code, check.out.lines().count()), (1, 1), "{}", check.out);
        assert!(check.out.contains("git left two versions of this session in one file"), "{}", check.out);
        let joined = here.run(&["sessions", "--join", here.session.file_name().unwrap().to_str().unwrap()]);
        assert_eq!(joined.code, 0, "{}{}", joined.out, joined.err);
        assert_eq!(session_files(here.folder.path()), std::slice::from_ref(&here.session));
        let check = here.run(&["check"]);
        assert_eq!(check.code, 0, "{}", check.out);
        let map = here.map();
        assert!(map.contains("\"Alpha\"") && map.contains("\"Beta\""), "{map}");
        here.goes_on(&here.id, "Omega");
    }
}

#[test]
fn what_was_said_after_two_versions_were_left_in_one_file_is_joined_with_both() {
    let here = synced();
    unmerged(&here, false);
    here.goes_on(&here.id, "Gamma");
    let joined = here.run(&["sessions", "--join"]);
    assert_eq!(joined.code, 0, "{}{}", joined.out, joined.err);
    let map = here.map();
    for thing in ["Alpha", "Beta", "Gamma"] {
        assert!(map.contains(&format!("\"{thing}\"")), "{thing}: {map}");
    }
    assert_eq!((here.run(&["check"]).code, session_files(here.folder.path()).len()), (0, 1));
}

#[test]
fn a_session_that_was_renamed_is_named_and_taken_in() {
    for behind in [".ron.conflict1", ".ron~HEAD", ".ron.orig"] {
        let here = synced();
        here.copy_that_went_on(&format!("{}{behind}", here.id), "Beta");
        assert!(!here.map().contains("\"Beta\""), "{behind}");
        let check = here.run(&["check"]);
        assert_eq!(check.code, 1);
        assert!(
            check.out.contains("this is a session under another name (") && check.out.contains(behind),
            "{}",
            check.out
        );
        let joined = here.run(&["sessions", "--join"]);
        assert_eq!(joined.code, 0, "{}{}", joined.out, joined.err);
        assert!(here.map().contains("\"Beta\""), "{behind}: {}", joined.out);
        assert_eq!((here.run(&["check"]).code, session_files(here.folder.path()).len()), (0, 1));
        // One alone is taken in by its name, also where the session itself has gone.
        fs::rename(&here.session, here.sessions().join(format!("{}{behind}", here.id))).unwrap();
        let joined = here.run(&["sessions", "--join", &format!("{}{behind}", here.id)]);
        assert_eq!(joined.code, 0, "{}{}", joined.out, joined.err);
        assert!(here.map().contains("\"Beta\""), "{behind}: {}", joined.out);
    }
}

#[test]
fn files_that_have_not_come_yet_are_told_from_damage() {
    let here = synced();
    let id = &here.id;
    let put = |name: &str, bytes: &[u8]| fs::write(here.sessions().join(name), bytes).unwrap();
    put(&format!(".{id}-b.ron.icloud"), b"bplist00");
    put(&format!("{id}-c.ron.nextcloud"), b" ");
    put(&format!(".syncthing.{id}-d.ron.tmp"), b"// adj");
    put(&format!(".{id}-e.ron.~1a2b"), b"// adj");
    put(&format!(".{id}-f.ron.XyZ123"), b"// adj");
    put("empty.ron", b"");
    put("zeros.ron", &[0; 600]);
    put("pointer.ron", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/nowhere/at/all", here.sessions().join("linked.ron")).unwrap();
    let check = here.run(&["check"]);
    assert_eq!(check.code, 1);
    for (name, says) in [
        ("-b.ron.icloud", "iCloud has not fetched this file yet"),
        ("-c.ron.nextcloud", "Nextcloud has not fetched this file yet"),
        ("-d.ron.tmp", "a part of a file that is being synced"),
        ("-e.ron.~1a2b", "a part of a file that is being synced"),
        ("-f.ron.XyZ123", "a part of a file that is being synced"),
        ("empty.ron", "let them finish"),
        ("zeros.ron", "let them finish"),
        ("pointer.ron", "git-lfs has not fetched this file yet"),
    ] {
        let told = check.out.lines().filter(|line| line.contains(name) && line.contains(says)).count();
        assert_eq!(told, 1, "{name}: {}", check.out);
    }
    assert!(!cfg!(unix) || check.out.contains("linked.ron: this is a link"), "{}", check.out);
    assert!(!check.out.contains("remove it.\n"), "nothing is thrown away that may still come: {}", check.out);
}

#[test]
fn a_file_that_breaks_off_is_not_repaired_before_syncing_has_ended() {
    let here = synced();
    let bytes = fs::read(&here.session).unwrap();
    fs::write(&here.session, &bytes[..bytes.len() - 40]).unwrap();
    let check = here.run(&["check"]);
    assert!(check.out.contains("let them finish before you repair it"), "{}", check.out);
    fs::write(&here.session, &bytes).unwrap();
    assert_eq!(here.run(&["check"]).code, 0);
}

#[test]
fn sessions_that_others_mention_and_that_are_not_there_are_named() {
    let here = synced();
    let settled =
        |of: &str, seq| Fact::Settled { session: Some(of.into()), seq, outcome: Outcome::Done, due: None, words: None };
    here.other_session("2026-12-01-desk-0001", SessionKind::Desk, settled("2026-10-01-gone-0000", 7));
    here.other_session("2026-12-02-desk-0002", SessionKind::Desk, settled(&here.id, 400));
    here.other_session("2026-12-03-desk-0003", SessionKind::Desk, settled(&here.id, 3));
    let branch = SessionKind::WhatIf { of: "2026-10-02-away-0000".into(), after: 4 };
    here.other_session("2026-12-04-branch-0004", branch, Fact::ClockRan);
    let check = here.run(&["check"]);
    assert_eq!(check.code, 1);
    for (by, says) in [
        ("2026-12-01-desk-0001", "of 2026-10-01-gone-0000, which is not here"),
        ("2026-12-02-desk-0002", "speaks of line 400"),
        ("2026-12-04-branch-0004", "branched from 2026-10-02-away-0000, which is not here"),
    ] {
        assert!(check.out.lines().any(|line| line.contains(by) && line.contains(says)), "{by}: {}", check.out);
    }
    assert!(!check.out.contains("desk-0003"), "{}", check.out);
    assert_eq!(here.run(&["sessions", "--remove", &here.id]).code, 0);
    let check = here.run(&["check"]);
    assert!(check.out.contains(&format!("adjacent sessions --put-back {}", here.id)), "{}", check.out);
}

#[test]
fn tables_of_a_gathering_that_are_not_there_are_told_and_are_no_fault() {
    let folder = TempDir::new().unwrap();
    let said = run(folder.path(), &["new", "Spring", "--tables", "3", "--plain"]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let check = run(folder.path(), &["check"]);
    assert!(check.code == 0 && !check.out.contains("not here"), "{}", check.out);
    let files = session_files(folder.path());
    let second = files.iter().find(|path| fs::read_to_string(path).unwrap().contains("table: 2")).unwrap();
    fs::remove_file(second).unwrap();
    let check = run(folder.path(), &["check"]);
    assert!(check.code == 0 && check.out.contains("table 2 is not here"), "{}", check.out);
}

const MONDAY: &str = "# title: Monday\n# date: 2026-11-09\n# person: mei = Mei Zqlong @ Claims\n\
                      # person: sam = Sam Zqshort @ Risk\nmei> Bot -> Trust : -\nsam> Bot -> Trust : -\n";
const FRIDAY: &str = "# title: Friday\n# date: 2026-11-13\n# person: m = Mei Zqlong @ Claims\n\
                      # person: x = Sam Zqshort @ Risk\nm> Bot -> Trust : +\nx> Bot -> Trust : -\n";
const ALONE: &str = "# title: Alone\n# date: 2026-11-14\n# mode: solo\nBot -> Trust : +\nBot -> Cost : -\n";

fn transcribed(notes: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for notes in notes {
        let said = run_with(folder.path(), &["transcribe", "-"], notes);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    folder
}

/// What is read from a workspace, without the folder's own name in it.
fn readings(folder: &Path) -> Vec<String> {
    let pages: [&[&str]; 4] = [
        &["map", "--json", "--as-of", "2026-12-01"],
        &["findings", "--json"],
        &["ask", "--json"],
        &["brief", "--as-of", "2026-12-01"],
    ];
    pages.iter().map(|page| run(folder, page).out).collect()
}

#[test]
fn the_map_is_the_same_with_private_without_it_and_with_a_part_of_it() {
    let here = transcribed(&[MONDAY, FRIDAY, ALONE]);
    let whole = readings(here.path());
    let private = here.path().join("private");
    fs::remove_file(private.join("person.key")).unwrap();
    assert_eq!(readings(here.path()), whole, "without the key");
    let names = fs::read_dir(&private).unwrap().map(|entry| entry.unwrap().path());
    let names: Vec<PathBuf> = names.filter(|path| path.to_string_lossy().ends_with(".names.ron")).collect();
    assert!(names.len() >= 2);
    fs::remove_file(&names[0]).unwrap();
    assert_eq!(readings(here.path()), whole, "without the key and the names of one session");
    fs::remove_dir_all(&private).unwrap();
    assert_eq!(readings(here.path()), whole, "without any of it");
}

#[test]
fn names_and_the_key_that_did_not_come_along_are_told_and_are_no_fault() {
    let here = transcribed(&[MONDAY, FRIDAY]);
    let check = run(here.path(), &["check"]);
    assert_eq!((check.code, check.out.lines().count()), (0, 1), "{}", check.out);
    let private = here.path().join("private");
    fs::rename(&private, here.path().join("elsewhere")).unwrap();
    let check = run(here.path(), &["check"]);
    assert_eq!(check.code, 0, "{}", check.out);
    for says in [
        "the key of 2 sessions (private/person.key) did not come along",
        "the names of people in 2 sessions did not come along",
    ] {
        assert!(check.out.contains(says), "{says}: {}", check.out);
    }
    assert!(!check.out.contains("Zq"), "{}", check.out);
    fs::rename(here.path().join("elsewhere"), &private).unwrap();
    fs::remove_file(private.join("person.key")).unwrap();
    let said = run_with(here.path(), &["transcribe", "-"], &MONDAY.replace("Monday", "Later").replace("-09", "-20"));
    assert_eq!(said.code, 0, "{}", said.err);
    let check = run(here.path(), &["check"]);
    assert!(check.out.contains("2 sessions were written with another private/person.key"), "{}", check.out);
}

#[test]
fn copies_of_names_the_key_and_settings_are_named_and_quote_nothing() {
    let here = transcribed(&[MONDAY]);
    let private = here.path().join("private");
    let names = fs::read_dir(&private).unwrap().map(|entry| entry.unwrap().path());
    let names = names.into_iter().find(|path| path.to_string_lossy().ends_with(".names.ron")).unwrap();
    let base = names.to_string_lossy().strip_suffix(".ron").unwrap().to_owned();
    fs::copy(&names, format!("{base}-LAPTOP.ron")).unwrap();
    fs::copy(private.join("person.key"), private.join("person (conflicted copy).key")).unwrap();
    fs::write(here.path().join("settings.ron"), "()").unwrap();
    fs::write(here.path().join("settings.sync-conflict-20261120-101500-ABCDEFG.ron"), "()").unwrap();
    let check = run(here.path(), &["check"]);
    assert_eq!(check.code, 1, "{}", check.out);
    for (of, by) in [("names.ron", "OneDrive"), ("person.key", "Dropbox"), ("settings.ron", "Syncthing")] {
        let told = |line: &&str| line.contains(&format!("{of} that {by} made"));
        assert_eq!(check.out.lines().filter(told).count(), 1, "{of}: {}", check.out);
    }
    assert!(!check.out.contains("Zq"), "{}", check.out);
}

/// The commands of the page about sharing, a block each.
#[cfg(unix)]
fn blocks() -> Vec<String> {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/sharing.md")).unwrap();
    let blocks = page.split("```sh\n").skip(1).map(|block| block.split("```").next().unwrap().to_owned());
    blocks.collect()
}

/// Runs a script with the program in its path and a home of its own, where a server of git is a folder.
#[cfg(unix)]
fn script(home: &Path, text: &str) -> (bool, String) {
    use std::process::Command;

    let program = Path::new(env!("CARGO_BIN_EXE_adjacent")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let rewritten = format!("url.{}/harbour.git.insteadOf", home.display());
    let environment = [
        ("HOME", home.to_str().unwrap()),
        ("PATH", &path),
        ("TZ", "UTC"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_AUTHOR_NAME", "Noor"),
        ("GIT_AUTHOR_EMAIL", "noor@example.org"),
        ("GIT_COMMITTER_NAME", "Noor"),
        ("GIT_COMMITTER_EMAIL", "noor@example.org"),
        ("GIT_CONFIG_COUNT", "1"),
        ("GIT_CONFIG_KEY_0", &rewritten),
        ("GIT_CONFIG_VALUE_0", "git@example.org:harbour.git"),
    ];
    let output =
        Command::new("sh").args(["-e", "-c", text]).current_dir(home).env_clear().envs(environment).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), said)
}

#[cfg(unix)]
#[test]
fn every_command_of_the_page_about_sharing_does_what_it_says() {
    let home = TempDir::new().unwrap();
    let has_git = script(home.path(), "git --version").0;
    if !has_git {
        println!("The commands with git were left out: install git to try them.");
    }
    let has_hub = run(home.path(), &["hub", "--help"]).code == 0;
    if !has_hub {
        println!("The commands with a hub were left out: build with the feature hub to try them.");
    }
    if has_git {
        assert!(script(home.path(), "git init -q --bare harbour.git").0);
    }
    let mut tried = 0;
    for block in blocks() {
        if block.contains("adjacent hub") {
            // What they do is proven beside a database; here it is proven that there are such commands.
            let hub = block.lines().filter(|line| line.starts_with("adjacent") && line.contains(" hub ") && has_hub);
            for line in hub {
                let verb = line.split(" hub ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
                assert_eq!(run(home.path(), &["hub", verb, "--help"]).code, 0, "{line}");
            }
        } else if has_git || !block.contains("git ") {
            let (done, said) = script(home.path(), &block);
            assert!(done, "{block}\n{said}");
            tried += 1;
        }
    }
    assert!(tried >= 3, "the page has commands");
}
