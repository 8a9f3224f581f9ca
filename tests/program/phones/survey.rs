//! A survey that is answered on phones: the same files, the same map, and nobody else's answers.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Stdio};

use tempfile::TempDir;

use super::client::{Phone, Reply, form};
use crate::program::{program, run, run_with};

const PEOPLE: &str = "Zqana Quill, risk lead @ Risk; Zqbo Ox @ Claims";

/// A survey whose page is open.
struct OpenSurvey {
    workspace: TempDir,
    forms: TempDir,
    child: Child,
    stdin: Option<ChildStdin>,
    addresses: Vec<String>,
    lines: Vec<String>,
}

impl OpenSurvey {
    fn of(arguments: &[&str], links: usize) -> Self {
        let (workspace, forms) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let folder = forms.path().to_str().unwrap().to_owned();
        let all = [&["survey", "Four AI changes", "-o", &folder, "--phones=127.0.0.1:0"], arguments].concat();
        Self::opened(workspace, forms, &all, links)
    }

    fn opened(workspace: TempDir, forms: TempDir, arguments: &[&str], count: usize) -> Self {
        let mut command = program(workspace.path());
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let stdin = child.stdin.take();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut lines = Vec::new();
        for _ in 0..count {
            let mut line = String::new();
            out.read_line(&mut line).unwrap();
            lines.push(line);
        }
        let addresses: Vec<String> =
            lines.iter().map(|line| line.split_whitespace().next().unwrap_or_default().to_owned()).collect();
        if addresses.iter().any(|address| !address.starts_with("http://127.0.0.1:")) {
            let _ = child.kill();
            let mut says = String::new();
            child.stderr.take().unwrap().read_to_string(&mut says).unwrap();
            panic!("{lines:?}: {says}");
        }
        Self { workspace, forms, child, stdin, addresses, lines }
    }

    fn phone(&self, link: usize) -> Phone {
        Phone::joined(&self.addresses[link])
    }

    /// Waits until the program ends; returns what it said beside the links, and the folders.
    fn ends(mut self) -> (String, Folders) {
        assert!(self.child.wait().unwrap().success());
        let mut says = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut says).unwrap();
        let Self { workspace, forms, .. } = self;
        (says, Folders { workspace, forms })
    }

    fn ends_by_enter(mut self) -> (String, Folders) {
        self.stdin.take().unwrap().write_all(b"\n").unwrap();
        self.ends()
    }
}

/// The folders of a survey, after its page was closed.
struct Folders {
    workspace: TempDir,
    forms: TempDir,
}

impl Folders {
    fn gathered(&self) -> String {
        run(self.workspace.path(), &["survey", "--gather", "--json"]).out
    }

    fn map(&self) -> String {
        run(self.workspace.path(), &["map"]).out
    }
}

/// The texts of the forms in a folder, without what is random in them, in the order of their names.
fn texts(folder: &Path) -> Vec<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let without_id =
        |text: String| text.lines().filter(|line| !line.starts_with("form: ")).collect::<Vec<_>>().join("\n");
    files.into_iter().map(|file| without_id(fs::read_to_string(file).unwrap())).collect()
}

/// Sends the form of the page as a browser does, in the revision that the page shows.
fn sends(phone: &Phone, act: &str, team: &str, answers: [&str; 3], share: &str) -> Reply {
    let page = phone.get("").body;
    let revision = page.split(r#"name="revision" value=""#).nth(1).unwrap().split('"').next().unwrap();
    let [q1, q2, q3] = answers;
    let fields =
        [("revision", revision), ("team", team), ("q1", q1), ("q2", q2), ("q3", q3), ("do", act), ("share", share)];
    phone.send(&fields)
}

const ANSWERS: [&str; 3] = ["Claims", "Legal\r\nClaims\r\n", "Nobody \u{202e}checks the drafts"];

#[test]
fn answers_on_phones_are_the_same_files_and_the_same_map_as_answers_typed_line_by_line() {
    let survey = OpenSurvey::of(&["--for", PEOPLE], 2);
    assert!(survey.lines[0].contains("Zqana Quill") && survey.lines[1].contains("Zqbo Ox"), "{:?}", survey.lines);
    let (ana, bo) = (survey.phone(0), survey.phone(1));
    assert!(ana.cookie.is_none(), "a link of one's own leaves nothing on the phone");
    let saved = sends(&ana, "save", "Risk", ["Legal", "", ""], "yes");
    assert_eq!(saved.status, 303, "{}", saved.body);
    let page = ana.get("").body;
    assert!(page.contains("Saved, and not sent yet") && page.contains("Risk cannot work without Legal"), "{page}");
    assert!(!page.contains("Zqana") && !bo.get("").body.contains("Legal"), "each sees their own answers alone");
    // Nothing of it is read before it is sent.
    let gathered = run(survey.workspace.path(), &["survey", "--gather", "--json"]).out;
    assert!(gathered.contains(r#""not_shared": 1"#), "{gathered}");
    let sent = sends(&ana, "send", "Risk", ANSWERS, "yes");
    assert_eq!(sent.status, 200, "{}", sent.body);
    assert!(
        sent.body.contains("Your answers are in") && sent.body.contains("Nobody checks the drafts"),
        "{}",
        sent.body
    );
    let sent = sends(&bo, "send", "Claims", ["IT operations", "", ""], "yes");
    assert_eq!(sent.status, 200, "{}", sent.body);
    let (says, phones) = survey.ends();
    assert!(says.contains("0 of 2 are in.\n1 of 2 are in.\n2 of 2 are in.\n"), "{says}");
    assert!(!says.contains("Zq"), "it says how many, and not who: {says}");

    let typed = Folders { workspace: TempDir::new().unwrap(), forms: TempDir::new().unwrap() };
    let folder = typed.forms.path().to_str().unwrap().to_owned();
    let made = run(typed.workspace.path(), &["survey", "Four AI changes", "-o", &folder, "--for", PEOPLE]);
    assert_eq!(made.code, 0, "{}", made.err);
    for (file, lines) in [
        ("01-risk.txt", "Claims\n\nLegal\nClaims\n\nNobody \u{202e}checks the drafts\n\nyes\n"),
        ("02-claims.txt", "IT operations\n\n\n\nyes\n"),
    ] {
        let form = typed.forms.path().join(file);
        let said = run_with(typed.workspace.path(), &["answer", form.to_str().unwrap(), "--plain"], lines);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    assert_eq!(texts(phones.forms.path()), texts(typed.forms.path()));
    for folders in [&phones, &typed] {
        assert!(folders.gathered().contains(r#""taken_in": 2"#));
    }
    assert_eq!(phones.map(), typed.map());
    assert!(phones.map().contains("IT operations"), "{}", phones.map());
}

#[test]
fn who_means_no_good_neither_reads_nor_answers_a_survey() {
    let survey = OpenSurvey::of(&["--for", PEOPLE], 2);
    let ana = survey.phone(0);
    let wrong = Phone { base: "/bcdfg-hjkmn".to_owned(), ..ana.clone() };
    assert_eq!((wrong.get("").status, sends_blindly(&wrong).status), (404, 404));
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let body = form(&[("revision", "0"), ("do", "send"), ("share", "yes"), ("team", "Risk"), ("q1", "Zqforeign")]);
    for origin in ["Origin: http://evil.example", "Origin: null", "X-None: 1"] {
        assert_eq!(ana.send_with(&[origin, kind], &body).status, 403, "{origin}");
    }
    let long = "a".repeat(1_100);
    assert_eq!(sends(&ana, "send", "Risk", [&long, "", ""], "yes").status, 422);
    assert_eq!(sends(&ana, "send", "Risk", [&"a".repeat(135_000), "", ""], "yes").status, 413);
    for (team, share, says) in [("Risk", "", "yes or no"), ("", "yes", "which team")] {
        let lacks = sends(&ana, "send", team, ["Zqdraft", "", ""], share);
        assert_eq!(lacks.status, 422);
        assert!(lacks.body.contains(says) && lacks.body.contains("Zqdraft"), "{}", lacks.body);
    }
    let acts = "<script>alert(1)</script>";
    let page = sends(&ana, "send", "Risk", [acts, "</textarea>x", ""], "no").body;
    assert!(!page.contains("<script") && !page.contains("</textarea>x"), "{page}");
    let policy = ana.get("");
    let policy = policy.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    let statuses: Vec<u16> =
        (0..16).map(|n| sends(&ana, "save", "Risk", [&format!("x{n}"), "", ""], "").status).collect();
    assert!(statuses.contains(&429), "nobody sends as fast as this: {statuses:?}");
    let (says, folders) = survey.ends_by_enter();
    assert!(says.contains("The page is closed"), "{says}");
    let all = texts(folders.forms.path()).concat();
    assert!(!all.contains("Zqforeign") && !all.contains("Zqdraft"), "{all}");
    assert!(folders.gathered().contains(r#""taken_in": 0"#));
}

fn sends_blindly(phone: &Phone) -> Reply {
    phone.send(&[("revision", "0"), ("do", "send"), ("share", "yes")])
}

#[test]
fn behind_one_link_every_phone_has_a_form_of_its_own_and_can_change_it() {
    let survey = OpenSurvey::of(&["--number", "2"], 1);
    let [one, other, late] = [survey.phone(0), survey.phone(0), survey.phone(0)];
    assert_eq!(sends(&one, "save", "Risk", ["Zqone", "", ""], "").status, 303);
    assert_eq!(sends(&other, "save", "IT", ["Zqtwo", "", ""], "").status, 303);
    let full = sends(&late, "send", "Legal", ["Zqlate", "", ""], "yes");
    assert_eq!(full.status, 503);
    assert!(full.body.contains("Zqlate"), "what was typed is not lost: {}", full.body);
    let bare = Phone { cookie: None, ..one.clone() };
    let refused = sends(&bare, "send", "Risk", ["Zqbare", "", ""], "yes");
    assert!(refused.status == 403 && refused.body.contains("Zqbare"), "{}", refused.body);
    assert_eq!(sends(&one, "send", "Risk", ["Zqchanged", "", ""], "yes").status, 200);
    assert!(!other.get("").body.contains("Zqchanged"));
    assert_eq!(sends(&other, "send", "IT", ["Zqtwo", "", ""], "no").status, 200);
    let (says, folders) = survey.ends();
    assert!(
        says.ends_with(
            "2 of 2 are in.\nThe page is closed. adjacent survey --gather puts what is shared on the map.\n"
        )
    );
    let all = texts(folders.forms.path()).concat();
    assert!(all.contains("Zqchanged") && !all.contains("Zqone") && !all.contains("Zqlate"), "{all}");
    assert!(folders.gathered().contains(r#""taken_in": 1"#));
    assert!(!folders.map().contains("Zqtwo"), "what is not shared is on no map: {}", folders.map());
}

#[test]
fn a_form_that_was_changed_in_its_file_is_not_overwritten_unseen_and_a_survey_opens_again() {
    let survey = OpenSurvey::of(&[], 1);
    let phone = survey.phone(0);
    assert_eq!(sends(&phone, "send", "Risk", ["Claims", "", ""], "yes").status, 200);
    let copy = fs::read_dir(survey.forms.path()).unwrap().map(|entry| entry.unwrap().path());
    let copy = copy.into_iter().find(|path| !path.ends_with("survey.txt")).unwrap();
    let text = fs::read_to_string(&copy).unwrap();
    fs::write(&copy, text.replace("\nClaims\n", "\nZqedited\n")).unwrap();
    let conflict = sends(&phone, "send", "Risk", ["Legal", "", ""], "yes");
    assert!(conflict.status == 409 && conflict.body.contains("Legal"), "{}", conflict.body);
    assert!(fs::read_to_string(&copy).unwrap().contains("Zqedited"));
    assert!(phone.get("").body.contains("Zqedited"));
    assert_eq!(sends(&phone, "send", "Risk", ["Legal", "", ""], "yes").status, 200);
    assert!(!fs::read_to_string(&copy).unwrap().contains("Zqedited"));
    let (says, Folders { workspace, forms }) = survey.ends_by_enter();
    assert!(says.contains("0 are in.\n1 is in.\n"), "{says}");
    let again = OpenSurvey::opened(workspace, forms, &["survey", "--phones=127.0.0.1:0"], 1);
    assert!(!again.phone(0).get("").body.contains("Legal"), "another phone sees nothing of it");
    let _ = again.ends_by_enter();
    let nowhere = run(TempDir::new().unwrap().path(), &["survey", "--phones"]);
    assert!(nowhere.code == 2 && nowhere.err.contains("no survey was made"), "{}", nowhere.err);
    let everywhere = run(TempDir::new().unwrap().path(), &["survey", "T", "--phones=0.0.0.0"]);
    assert!(everywhere.code == 2 && everywhere.err.contains("every network"), "{}", everywhere.err);
}
