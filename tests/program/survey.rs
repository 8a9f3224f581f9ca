//! A survey before the session: forms that name nobody, answered alone, on the map only where their owners share them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, run, run_with};

/// Two people whose names are nowhere else.
const PEOPLE: &str = "Zqana Quill, risk lead @ Risk; Zqbo Ox @ Claims";

/// A survey for two people, in a folder of its own beside the workspace.
struct Survey {
    workspace: TempDir,
    forms: TempDir,
}

impl Survey {
    fn of(arguments: &[&str]) -> Self {
        let survey = Self { workspace: TempDir::new().unwrap(), forms: TempDir::new().unwrap() };
        let folder = survey.forms.path().to_str().unwrap().to_owned();
        let said = survey.run(&[&["survey", "Four AI changes", "-o", &folder], arguments].concat());
        assert_eq!(said.code, 0, "{}", said.err);
        survey
    }

    fn for_two() -> Self {
        Self::of(&["--for", PEOPLE])
    }

    fn run(&self, arguments: &[&str]) -> Said {
        run(self.workspace.path(), arguments)
    }

    fn form(&self, file: &str) -> PathBuf {
        self.forms.path().join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.form(file)).unwrap()
    }

    /// Answers a form line by line.
    fn answers(&self, file: &str, lines: &str) -> Said {
        let form = self.form(file);
        run_with(self.workspace.path(), &["answer", form.to_str().unwrap(), "--plain"], lines)
    }

    /// Changes a form as an editor does.
    fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{text}");
        fs::write(self.form(file), text.replacen(from, to, 1)).unwrap();
    }

    fn gather(&self) -> Value {
        let said = self.run(&["survey", "--gather", "--json"]);
        assert!(said.code <= 1, "{}", said.err);
        serde_json::from_str(&said.out).unwrap()
    }

    fn map(&self) -> String {
        self.run(&["map"]).out
    }

    /// Everything that lies in the folder of sessions.
    fn sessions(&self) -> String {
        let files = session_files(self.workspace.path());
        files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
    }
}

/// Both of the files with their answers, shared.
fn answered() -> Survey {
    let survey = Survey::for_two();
    let said = survey.answers("01-risk.txt", "Claims\n\nLegal, Claims\n\nNobody checks the drafts\n\nyes\n");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("Risk cannot work without Claims"), "{}", said.out);
    let _ = survey.answers("02-claims.txt", "IT operations\nme: zqsecret, really\n\n\n\nyes\n");
    survey
}

fn all_of(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        all.push_str(&entry.file_name().to_string_lossy());
        all.push_str(&fs::read_to_string(entry.path()).unwrap_or_default());
    }
    all
}

#[test]
fn shared_answers_are_on_the_map_as_sessions_of_one_person_and_doing_it_twice_changes_nothing() {
    let survey = answered();
    let gathered = survey.gather();
    assert_eq!((&gathered["taken_in"], &gathered["as_typed"]), (&2.into(), &0.into()), "{gathered}");
    let map = survey.map();
    for arrow in ["Risk", "Claims", "Legal", "IT operations"] {
        assert!(map.contains(arrow), "{map}");
    }
    let before = survey.sessions();
    assert_eq!(survey.gather()["as_they_were"], 2);
    assert_eq!(survey.sessions(), before);
    let listed = survey.run(&["sessions", "--json"]).out;
    assert_eq!(listed.matches("\"kind\": \"Solo\"").count(), 2, "{listed}");
    let checked = survey.run(&["check"]);
    assert_eq!(checked.code, 0, "{}{}", checked.out, checked.err);
}

#[test]
fn no_name_is_in_a_form_or_in_a_session_and_lines_for_oneself_stay_in_the_form() {
    let survey = Survey::for_two();
    let _ = survey.answers("01-risk.txt", "Claims, because Zqbo says so\n\n\nZqbo Ox is tired of it\n\nyes\n");
    let _ = survey.answers("02-claims.txt", "Risk\nme: zqsecret, really\n\n\n\nyes\n");
    survey.gather();
    let forms = all_of(survey.forms.path());
    assert!(!survey.sessions().to_lowercase().contains("zq"), "{}", survey.sessions());
    assert!(!survey.sessions().contains("noor"));
    assert!(!forms.contains("Zqana") && forms.contains("zqsecret"), "{forms}");
    for page in [&["map", "--json"][..], &["map"], &["ask"], &["brief"], &["search", "zq"], &["sessions"]] {
        assert!(!survey.run(page).out.to_lowercase().contains("zq"), "{page:?}");
    }
}

#[test]
fn what_its_owner_does_not_share_is_not_read_into_the_workspace_at_all() {
    let survey = Survey::for_two();
    let _ = survey.answers("01-risk.txt", "Zqhidden unit\n\n\nZqhidden worry\n\nno\n");
    let _ = survey.answers("02-claims.txt", "Risk\n\n");
    let gathered = survey.gather();
    assert_eq!((&gathered["taken_in"], &gathered["not_shared"]), (&0.into(), &2.into()), "{gathered}");
    assert!(session_files(survey.workspace.path()).is_empty());
    assert!(!all_of(&survey.workspace.path().join("private/surveys")).contains("Zqhidden"));
}

#[test]
fn answers_that_are_changed_are_brought_up_to_date_and_withdrawn_ones_leave_the_map() {
    let survey = answered();
    survey.gather();
    survey.edit("01-risk.txt", "Legal, Claims", "Legal");
    survey.edit("02-claims.txt", "share: yes", "share: no");
    let gathered = survey.gather();
    assert_eq!((&gathered["brought_up_to_date"], &gathered["taken_off"]), (&1.into(), &1.into()), "{gathered}");
    assert!(!survey.map().contains("IT operations"), "{}", survey.map());
    assert_eq!(survey.gather()["not_shared"], 1);
    survey.edit("02-claims.txt", "share: no", "share: yes");
    assert_eq!(survey.gather()["brought_up_to_date"], 1);
    assert!(survey.map().contains("IT operations"), "{}", survey.map());
    assert_eq!(session_files(survey.workspace.path()).len(), 2);
    assert_eq!(survey.run(&["check"]).code, 0);
}

#[test]
fn who_answers_is_the_person_who_comes_to_the_session_and_nobody_else() {
    let survey = answered();
    survey.gather();
    let notes = survey.form("notes.md");
    fs::write(&notes, "# title: Later\n# person: ana = Zqana Quill @ Risk\nana> Risk needs Claims : no\n").unwrap();
    assert_eq!(survey.run(&["transcribe", notes.to_str().unwrap()]).code, 0);
    let key = |text: &str| text.split("key: \"").nth(1).unwrap()[..16].to_owned();
    let files = session_files(survey.workspace.path());
    let texts: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let keys: Vec<String> = texts.iter().map(|text| key(text)).collect();
    let mut different = keys.clone();
    different.sort();
    different.dedup();
    assert_eq!((keys.len(), different.len()), (3, 2), "{keys:?}");
    assert!(texts.iter().all(|text| !text.contains("Oneself")), "nobody is whoever works alone here");
}

#[test]
fn one_form_is_copied_by_everybody_and_each_copy_comes_in_once() {
    let survey = Survey::of(&[]);
    let first = survey.answers("survey.txt", "Claims\nLegal\n\n\n\nyes\n");
    assert_eq!(first.code, 0, "{}", first.err);
    // The first line is the unit, which nobody has filled in.
    fs::write(
        survey.form("mine.txt"),
        survey
            .read("survey.txt")
            .replace("team: ", "team: IT")
            .replace("share: no", "share: yes")
            .replace("// For example: IT operations", "Risk"),
    )
    .unwrap();
    assert_eq!(survey.gather()["taken_in"], 2);
    assert_eq!(survey.gather()["as_they_were"], 2);
    assert!(!survey.read("survey.txt").contains("Legal"), "the form that everybody has stays empty");
}

#[test]
fn two_files_of_one_form_that_differ_are_named_and_neither_is_used() {
    let survey = answered();
    let copy = survey.read("01-risk.txt").replace("Nobody checks the drafts", "Everybody does");
    fs::write(survey.form("01-risk (conflicted copy).txt"), copy).unwrap();
    let gathered = survey.gather();
    assert_eq!(gathered["taken_in"], 1, "{gathered}");
    let told = gathered["remarks"][0].as_str().unwrap();
    assert!(told.contains("01-risk (conflicted copy).txt and 01-risk.txt"), "{told}");
    assert_eq!(survey.run(&["survey", "--gather"]).code, 1);
}

#[test]
fn what_was_removed_for_good_does_not_come_back_with_the_form() {
    let survey = Survey::for_two();
    let _ = survey.answers("01-risk.txt", "Claims\n\n\nZqoops, that was too much\n\nyes\n");
    survey.gather();
    let id = session_files(survey.workspace.path())[0].file_stem().unwrap().to_string_lossy().into_owned();
    let text = survey.sessions();
    let seq = text.lines().find(|line| line.contains("Zqoops")).unwrap();
    let seq = seq.trim_start_matches("(seq: ").split(',').next().unwrap().to_owned();
    let said = survey.run(&["strike", &id, &format!("#{seq}"), "--yes"]);
    assert_eq!(said.code, 0, "{}", said.err);
    survey.edit("01-risk.txt", "Claims\n", "Claims\nLegal\n");
    let remarks = survey.gather()["remarks"].to_string();
    assert!(!survey.sessions().contains("Zqoops") && remarks.contains("removed for good"), "{remarks}");
}

#[test]
fn the_standing_names_who_has_not_answered_and_only_here() {
    let survey = Survey::for_two();
    let _ = survey.answers("02-claims.txt", "Risk\n\n\n\nyes\n");
    let said = survey.run(&["survey"]);
    assert!(said.out.contains("1 of 2 answered, 1 shared, 1 to be taken in"), "{}", said.out);
    assert!(said.out.contains("not answered yet: Zqana Quill, risk lead (01-risk.txt)"), "{}", said.out);
    assert!(!survey.run(&["survey", "--json"]).out.contains("Zqana"));
}

#[test]
fn other_questions_are_those_of_an_exercise_and_wrong_use_is_said() {
    let survey = Survey::of(&["--number", "2", "--questions", "arrive"]);
    assert!(survey.read("01.txt").contains("## 1. What have you heard in a corridor"), "{}", survey.read("01.txt"));
    let _ = survey.answers("01.txt", "Risk\nRetention: nobody told us\n\n\nyes\n");
    assert_eq!(survey.gather()["taken_in"], 1);
    for (arguments, says) in [
        (&["survey", "T", "--questions", "next"][..], "build on what was said before"),
        (&["survey", "T", "--questions", "nothing"], "there is no exercise called"),
        (&["survey", "T", "--for", " ; "], "nobody is listed"),
        (&["survey", " "], "needs a title"),
        (&["survey", "--gather", "missing.txt", "--json"], ""),
    ] {
        let said = survey.run(arguments);
        assert!(said.err.contains(says) && (said.code == 2 || says.is_empty()), "{arguments:?}: {}", said.err);
    }
    let said = run_with(survey.workspace.path(), &["answer", "Cargo.toml"], "");
    assert!(said.code == 3 && !said.err.is_empty(), "{}", said.err);
}

#[test]
fn an_answer_is_in_the_file_before_the_next_question_and_it_goes_on_there() {
    let survey = Survey::for_two();
    let left = survey.answers("01-risk.txt", "Claims\n/quit\n");
    assert!(left.out.contains("it goes on there"), "{}", left.out);
    assert!(survey.read("01-risk.txt").contains("\nClaims\n"));
    let again = survey.answers("01-risk.txt", "/clear\nLegal\n");
    assert!(again.out.contains("So far: Claims"), "{}", again.out);
    assert!(survey.read("01-risk.txt").contains("\nLegal\n") && !survey.read("01-risk.txt").contains("\nClaims\n"));
    assert!(survey.read("01-risk.txt").contains("share: no"), "nobody has shared it");
}
