//! Notes that are transcribed again: refused, brought up to date, or another meeting; never counted twice.

use std::fs;
use std::path::{Path, PathBuf};

use adjacent::record::{Event, Fact};
use adjacent::shell::open_sessions;
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, run, run_with};

const HEAD: &str = "# title: Monday\n# date: 2026-11-09\n# person: mei = Mei @ Claims\n# person: sam = Sam @ Risk\n";
const LINES: &str = "mei> Bot -> Trust : -\nsam> Bot -> Calls : +\nmei> Calls -> Cost : +\n";

/// What the map holds then.
const ALL: [&str; 3] = ["Bot -> Trust +0 -1", "Bot -> Calls +1 -0", "Calls -> Cost +1 -0"];

struct Notes {
    folder: TempDir,
}

impl Notes {
    fn transcribed() -> Self {
        let notes = Self { folder: TempDir::new().unwrap() };
        let said = notes.transcribe(&format!("{HEAD}{LINES}"), &[]);
        assert_eq!(said.code, 0, "{}", said.err);
        notes
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes the notes and transcribes them.
    fn transcribe(&self, text: &str, flags: &[&str]) -> Said {
        let file = self.path().join("monday.txt");
        fs::write(&file, text).unwrap();
        run(self.path(), &[&["transcribe", file.to_str().unwrap()], flags].concat())
    }

    fn sessions(&self) -> Vec<PathBuf> {
        session_files(self.path())
    }

    /// Every arrow with how many people say it.
    fn arrows(&self) -> Vec<String> {
        let graph = open_sessions::survey(&Workspace::open(self.path()).unwrap()).unwrap().graph(None);
        let arrow = |link: adjacent::graph::Link<'_>| {
            let tally = link.arrow.tally;
            format!("{} -> {} +{} -{}", link.from.label, link.to.label, tally.plus, tally.minus)
        };
        graph.links().map(arrow).collect()
    }

    fn holds(&self, arrows: &[&str]) {
        let (mut here, mut wanted) = (self.arrows(), arrows.to_vec());
        here.sort();
        wanted.sort_unstable();
        assert_eq!(here, wanted);
    }
}

#[test]
fn the_same_notes_are_refused_with_the_path_of_their_session_and_count_once() {
    let notes = Notes::transcribed();
    let said = notes.transcribe(&format!("{HEAD}{LINES}"), &[]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let path = notes.sessions().remove(0);
    assert!(said.err.contains(path.to_str().unwrap()) && said.err.contains("already"), "{}", said.err);
    assert_eq!((notes.sessions().len(), notes.arrows().len()), (1, 3));
    let elsewhere = notes.path().join("renamed.txt");
    fs::rename(notes.path().join("monday.txt"), &elsewhere).unwrap();
    assert_eq!(run(notes.path(), &["transcribe", elsewhere.to_str().unwrap()]).code, 1, "whatever the file is called");
    let piped = run_with(notes.path(), &["transcribe", "-"], &format!("{HEAD}\n{LINES}"));
    assert_eq!(piped.code, 1, "an empty line more makes no other notes: {}", piped.err);
    let again = notes.transcribe(&format!("{HEAD}{LINES}"), &["--again"]);
    assert_eq!((again.code, notes.sessions().len()), (0, 2), "{}", again.err);
}

#[test]
fn mended_notes_are_not_another_meeting_unless_somebody_says_so() {
    let notes = Notes::transcribed();
    let mended = format!("{HEAD}{}", LINES.replace("Trust : -", "Trust : +"));
    let said = notes.transcribe(&mended, &[]);
    assert_eq!((said.code, said.out.as_str(), notes.sessions().len()), (1, "", 1));
    for words in ["newer version", "1 line is another", "--update", "--again", notes.sessions()[0].to_str().unwrap()] {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
    let tuesday = mended.replace("2026-11-09", "2026-11-10").replace("Bot", "Form").replace("Calls", "Letters");
    assert_eq!(notes.transcribe(&tuesday, &[]).code, 0, "another day with other lines is another meeting");
}

#[test]
fn mended_notes_update_their_session_and_what_was_typed_into_it_stays() {
    let notes = Notes::transcribed();
    let typed = run_with(notes.path(), &["open", "Monday", "--plain"], "Bot -> Morale : -\n/quit\n");
    assert_eq!(typed.code, 0, "{}", typed.err);
    let mended = "mei> Bot -> Trust : +\nsam> Bot -> Calls : +\nana> Bot -> Errors : -\n";
    let text = format!("{HEAD}# person: ana = Ana @ Claims\n{mended}");
    let said = notes.transcribe(&text, &["--update"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(said.out.trim(), notes.sessions()[0].to_str().unwrap());
    assert!(said.err.contains("2 lines added, 2 taken back, 1 as they were"), "{}", said.err);
    notes.holds(&["Bot -> Trust +1 -0", "Bot -> Calls +1 -0", "Bot -> Errors +0 -1", "Bot -> Morale +0 -1"]);
    assert_eq!(run(notes.path(), &["check"]).code, 0);
    let twice = notes.transcribe(&text, &["--update"]);
    assert_eq!((twice.code, twice.err.trim()), (0, "nothing has changed"));
    assert_eq!(notes.transcribe(&text, &[]).code, 1);
    let back = notes.transcribe(&format!("{HEAD}{LINES}"), &["--update"]);
    assert_eq!(back.code, 0, "{}", back.err);
    let typed = ["Bot -> Morale +0 -1"];
    notes.holds(&[&ALL[..], &typed].concat());
}

#[test]
fn an_update_takes_nothing_up_that_was_taken_back_or_removed_for_good_in_the_session() {
    let notes = Notes::transcribed();
    let struck = run(notes.path(), &["strike", "Monday", "1", "--yes"]);
    assert_eq!(struck.code, 0, "{}", struck.err);
    let undone = run_with(notes.path(), &["open", "Monday", "--plain"], "/undo\n/quit\n");
    assert_eq!(undone.code, 0, "{}", undone.err);
    let said = notes.transcribe(&format!("{HEAD}{LINES}sam> Cost -> Trust : -\n"), &["--update"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("line 5: left out, because a line was removed for good there"), "{}", said.err);
    notes.holds(&["Bot -> Calls +1 -0", "Cost -> Trust +0 -1"]);
}

#[test]
fn an_undo_in_the_notes_is_part_of_them() {
    let notes = Notes { folder: TempDir::new().unwrap() };
    let text = format!("{HEAD}{LINES}mei> undo\n");
    assert_eq!(notes.transcribe(&text, &[]).code, 0);
    assert!(notes.transcribe(&text, &[]).err.contains("already"));
    let said = notes.transcribe(&format!("{HEAD}{LINES}"), &["--update"]);
    assert_eq!(said.code, 0, "{}", said.err);
    notes.holds(&ALL);
}

#[test]
fn sessions_made_before_notes_were_remembered_are_recognised_by_their_lines() {
    let notes = Notes::transcribed();
    let path = notes.sessions().remove(0);
    let text = fs::read_to_string(&path).unwrap();
    let at = text.find(", Transcribed(").unwrap();
    let end = at + text[at..].find(')').unwrap() + 1;
    fs::write(&path, [&text[..at], &text[end..]].concat()).unwrap();
    assert!(notes.transcribe(&format!("{HEAD}{LINES}"), &[]).err.contains("already"));
}

#[test]
fn where_nothing_was_transcribed_there_is_nothing_to_update() {
    let notes = Notes { folder: TempDir::new().unwrap() };
    let said = notes.transcribe(&format!("{HEAD}{LINES}"), &["--update"]);
    assert_eq!((said.code, notes.sessions().len()), (1, 0));
    assert!(said.err.contains("leave --update out"), "{}", said.err);
}

#[test]
fn a_session_knows_its_notes_by_name_and_digest_and_not_by_where_they_lay() {
    let notes = Notes::transcribed();
    let text = fs::read_to_string(notes.sessions().remove(0)).unwrap();
    assert!(text.contains("Transcribed(source: \"monday.txt\", digest: \""), "{text}");
    assert!(!text.contains(notes.path().to_str().unwrap()));
    let session =
        Workspace::open(notes.path()).unwrap().load(notes.sessions()[0].file_stem().unwrap().to_str().unwrap());
    let sources = |event: &Event| event.facts.iter().filter(|fact| matches!(fact, Fact::Transcribed { .. })).count();
    assert_eq!(session.unwrap().session.events().iter().map(sources).sum::<usize>(), 1);
}

#[test]
fn whoever_is_not_listed_keeps_their_seat_when_somebody_new_speaks_above_them() {
    let notes = Notes { folder: TempDir::new().unwrap() };
    let head = "# title: Monday\n# date: 2026-11-09\n";
    let said = notes.transcribe(&format!("{head}eva> bot -> more calls\n"), &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    let said = notes.transcribe(&format!("{head}bo> bot -> less trust\neva> bot -> more calls\n"), &["--update"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("1 line added, 0 taken back, 1 as they were"), "{}", said.err);
    let workspace = Workspace::open(notes.path()).unwrap();
    let names = workspace.names(&workspace.find("Monday").unwrap());
    let seat = |typed: &str| names.typed.iter().find(|(_, known)| *known == typed).map(|(tag, _)| tag.clone());
    assert_eq!((seat("eva"), seat("bo")), (Some("seat1".into()), Some("seat2".into())), "{names:?}");
    let text = fs::read_to_string(&notes.sessions()[0]).unwrap();
    assert!(!text.contains("eva") && !text.contains("bo>"), "{text}");
}

#[test]
fn a_title_that_names_somebody_is_not_given_anew_with_every_update() {
    let notes = Notes { folder: TempDir::new().unwrap() };
    let head = HEAD.replace("title: Monday", "title: Talk with Mei");
    let said = notes.transcribe(&format!("{head}{LINES}"), &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    let said = notes.transcribe(&format!("{head}{LINES}sam> Bot -> Cost : +\n"), &["--update"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let text = fs::read_to_string(&notes.sessions()[0]).unwrap();
    assert!(!text.contains("Titled("), "{text}");
}
