//! Whose a promise or a watch is: every page gives the same answer.

use std::path::Path;

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{run, run_with};

const ROOM: &str = "# title: Room\n# date: 2026-11-20\n# person: zqm = Mei Zqlong @ Claims\n# person: zqt = Tom Zqshort\n\
                    @Risk owns #Forum\n\
                    do call the brokers : zqm due 4 dec\n\
                    do write it down : zqt due 4 dec\n\
                    do send the list : Risk due 29 jan\n\
                    do send the bill : Zqpriya due 29 jan\n\
                    watch trust: below 70, @Legal sees it first, Risk acts\n";

const ALONE: &str = "# title: Alone\n# date: 2026-11-20\n# mode: solo\ndo ask about the calls due 4 dec\n";

fn folder(notes: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let said = run_with(folder.path(), &["transcribe", "-"], notes);
    assert_eq!(said.code, 0, "{}", said.err);
    folder
}

fn pages(folder: &Path, title: &str) -> Vec<(&'static str, String)> {
    let page = |name, arguments: &[&str]| {
        let said = run(folder, arguments);
        assert_eq!(said.code, 0, "{name}: {}", said.err);
        (name, said.out)
    };
    vec![
        page("minutes", &["minutes", title]),
        page("brief", &["brief", "--as-of", "2026-11-21"]),
        page("brief as JSON", &["brief", "--as-of", "2026-11-21", "--json"]),
        page("search", &["search", "--kind", "promise"]),
        page("replay", &["replay", title, "--plain"]),
        page("settle", &["settle"]),
        page("settle as JSON", &["settle", "--json"]),
        page("report", &["export", title, "--to", "markdown"]),
    ]
}

/// The line of a page on which these words stand.
fn line<'a>(page: &'a str, words: &str) -> Option<&'a str> {
    page.lines().find(|line| line.contains(words))
}

#[test]
fn a_unit_of_which_nobody_is_here_is_named_by_every_page_and_its_promise_is_a_wish() {
    let folder = folder(ROOM);
    for (name, page) in pages(folder.path(), "Room").iter().filter(|(name, _)| !name.ends_with("JSON")) {
        let Some(line) = line(page, "send the list") else { panic!("{name} does not tell it:\n{page}") };
        assert!(line.contains("Risk"), "{name}: {line}");
        let heading = page.split("send the list").next().unwrap().rsplit("\n#").next().unwrap();
        let heading = heading.trim_start_matches(['#', ' ']);
        assert!(line.to_lowercase().contains("wish") || heading.starts_with("Wishes"), "{name}: {line}");
    }
}

#[test]
fn somebody_who_is_here_without_a_unit_is_somebody_on_every_page_and_has_promised_it() {
    let folder = folder(ROOM);
    for (name, page) in pages(folder.path(), "Room").iter().filter(|(name, _)| !name.ends_with("JSON")) {
        let Some(line) = line(page, "write it down") else { panic!("{name} does not tell it:\n{page}") };
        assert!(line.to_lowercase().contains("somebody") && !line.contains("wish"), "{name}: {line}");
        assert!(!line.contains("nobody yet"), "{name}: {line}");
    }
}

#[test]
fn no_page_says_a_tag_or_a_name_that_nobody_asked_for() {
    let folder = folder(ROOM);
    for (name, page) in pages(folder.path(), "Room") {
        for marker in ["zqm", "zqt", "Zqlong", "Zqshort", "Zqpriya"] {
            assert!(!page.contains(marker), "{name} says {marker}:\n{page}");
        }
    }
}

#[test]
fn a_unit_that_watches_is_named_and_is_not_somebody() {
    let folder = folder(ROOM);
    for (name, page) in pages(folder.path(), "Room").iter().filter(|(name, _)| ["minutes", "replay"].contains(name)) {
        let Some(line) = page.lines().find(|line| line.contains("seen first by")) else { panic!("{name}:\n{page}") };
        assert!(line.contains("seen first by Legal; acted on by Risk"), "{name}: {line}");
    }
}

#[test]
fn alone_a_promise_is_ones_own_on_every_page() {
    let folder = folder(ALONE);
    for (name, page) in pages(folder.path(), "Alone").iter().filter(|(name, _)| !name.ends_with("JSON")) {
        let Some(line) = line(page, "ask about the calls") else { panic!("{name} does not tell it:\n{page}") };
        assert!(!line.to_lowercase().contains("somebody") && !line.contains("nobody"), "{name}: {line}");
        assert!(*name == "minutes" || *name == "report" || line.contains("You"), "{name}: {line}");
    }
}

#[test]
fn the_speaker_of_plain_may_be_said_by_name_and_a_name_that_is_on_no_list_is_a_seat() {
    let folder = TempDir::new().unwrap();
    let notes = folder.path().join("monday.txt");
    std::fs::write(&notes, "# title: Monday\n# person: kas = Kasia Nowak @ Claims\nkas> Bot -> Trust : -\n").unwrap();
    assert_eq!(run(folder.path(), &["transcribe", notes.to_str().unwrap()]).code, 0);
    let lines = "/speaker KASIA\nBot -> Calls : +\n/speaker Zofia\nBot -> Cost : +\nzofia> Bot -> Time : +\nZofia says it rains\n/end\n";
    let said = run_with(folder.path(), &["open", "Monday", "--plain"], lines);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let text = std::fs::read_to_string(&session_files(folder.path())[0]).unwrap();
    let spoken = text.matches("speaker: Some(").count() + text.matches("speaker: \"").count();
    assert!(spoken >= 4, "{text}");
    assert!(!text.to_lowercase().contains("zofia") && !text.to_lowercase().contains("kasia"), "{text}");
    assert!(text.matches("\"claims1\"").count() >= 3 && text.matches("\"seat1\"").count() >= 2, "{text}");
}

#[test]
fn a_name_in_the_name_of_a_file_of_notes_is_not_in_the_record() {
    let folder = TempDir::new().unwrap();
    let notes = folder.path().join("kasia-monday.txt");
    let head = "# title: Monday\n# date: 2026-11-09\n# person: kas = Kasia Nowak @ Claims\n";
    std::fs::write(&notes, format!("{head}kas> Bot -> Trust : -\n")).unwrap();
    assert_eq!(run(folder.path(), &["transcribe", notes.to_str().unwrap()]).code, 0);
    std::fs::write(&notes, format!("{head}kas> Copilot -> Calls : +\n")).unwrap();
    let refused = run(folder.path(), &["transcribe", notes.to_str().unwrap()]);
    assert!(refused.code == 1 && refused.err.contains("newer version"), "{}", refused.err);
    assert_eq!(run(folder.path(), &["transcribe", notes.to_str().unwrap(), "--update"]).code, 0);
    let text = std::fs::read_to_string(&session_files(folder.path())[0]).unwrap();
    assert!(text.contains("Claims-monday.txt") && !text.to_lowercase().contains("kasia"), "{text}");
}

#[test]
fn whose_a_promise_between_sessions_is_stays_told_by_the_unit_where_two_sessions_have_one_seat() {
    let folder = TempDir::new().unwrap();
    for (title, person) in [("A", "Mei Lin @ Claims"), ("B", "Kai Oz @ Claims")] {
        let notes = folder.path().join(format!("{title}.txt"));
        std::fs::write(&notes, format!("# title: {title}\n# person: {person}\nBot -> Trust {title} : -\n")).unwrap();
        assert_eq!(run(folder.path(), &["transcribe", notes.to_str().unwrap()]).code, 0);
    }
    let noted = run(folder.path(), &["note", "do call them : Mei due 2w"]);
    assert_eq!(noted.code, 0, "{}", noted.err);
    let files = session_files(folder.path());
    let desk = files.iter().find(|path| path.to_string_lossy().contains("desk")).unwrap();
    let text = std::fs::read_to_string(desk).unwrap();
    assert!(text.contains("Claims") && !text.contains("claims1") && !text.contains("Mei"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_newcomer_of_plain_whose_seat_cannot_be_kept_says_nothing_that_is_saved_under_it() {
    let folder = TempDir::new().unwrap();
    assert_eq!(run_with(folder.path(), &["new", "Monday", "--plain"], "Bot -> Trust : -\n").code, 0);
    std::fs::remove_dir_all(folder.path().join("private")).ok();
    std::fs::write(folder.path().join("private"), "in the way").unwrap();
    let lines = "eva> Bot -> Calls : +\neva> Bot -> Cost : +\n";
    let said = run_with(folder.path(), &["open", "Monday", "--plain"], lines);
    assert_eq!(said.out.matches("Not saved").count(), 2, "also once the seat is known: {}", said.out);
    let text = std::fs::read_to_string(&session_files(folder.path())[0]).unwrap();
    assert!(!text.contains("seat1"), "{text}");
}
