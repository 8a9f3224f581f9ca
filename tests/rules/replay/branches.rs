//! What if: a branch knows what was said before the moment it left, and nothing after it.

use std::path::Path;

use adjacent::app::Recording;
use adjacent::exercise::{AnswerFrame, Catalogue};
use adjacent::record::{Fact, Header, Names, Session, SessionKind, SessionTime};
use adjacent::shell::open_sessions;
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::replay::stage::{cut, typed};

const LINES: [&str; 3] = ["zqmei> Bot -> Trust : +", "zqtom> Bot -> Calls : -", "zqpri> Late -> Calls : +"];

/// A workspace with these sessions.
fn workspace(sessions: &[&Session]) -> (TempDir, Workspace) {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    for session in sessions {
        workspace.create(session.header(), session.events()).unwrap();
    }
    (folder, workspace)
}

fn labels(ledger: &adjacent::graph::Ledger) -> Vec<&str> {
    ledger.labels().collect()
}

/// Says a line in a branch, and keeps it.
fn says(workspace: &Workspace, id: &str, line: &str) {
    let catalogue = Catalogue::embedded();
    let (mut file, open) = open_sessions::open(workspace, id).unwrap();
    let recording = Recording::new(open, &catalogue);
    let at = 60_000;
    file.append(&recording.spoken(
        &recording.read(line, None, &AnswerFrame::default(), SessionTime::from_millis(at)),
        SessionTime::from_millis(at),
    ))
    .unwrap();
}

fn now() -> jiff::Timestamp {
    "2026-12-01T10:00:00Z".parse().unwrap()
}

#[test]
fn a_branch_builds_on_its_origin_as_it_stood_and_on_what_came_before_that() {
    let before = typed("before", "2026-11-10T09:00:00Z", &["zqmei> Older -> Trust : +"]);
    let origin = typed("origin", "2026-11-20T09:00:00Z", &LINES);
    let later = typed("later", "2026-11-25T09:00:00Z", &["zqmei> Afterwards -> Trust : +"]);
    let (_folder, workspace) = workspace(&[&before, &origin, &later]);
    let (file, open) = open_sessions::branch(&workspace, &cut(&origin, 3), "What if", now()).unwrap();
    drop(file);
    let header = open.session.header().clone();
    assert_eq!(header.kind, SessionKind::WhatIf { of: "origin".into(), after: 3 });
    assert_eq!(labels(&open.base), ["Bot", "Calls", "Older", "Trust"]);
    assert_eq!(open.session.people(), origin.people());
    let again = open_sessions::read(&workspace, &header.id).unwrap();
    assert_eq!(labels(&again.base), ["Bot", "Calls", "Older", "Trust"], "and so it does when it is opened again");
}

#[test]
fn a_branch_of_a_branch_knows_both() {
    let origin = typed("origin", "2026-11-20T09:00:00Z", &LINES);
    let (_folder, workspace) = workspace(&[&origin]);
    let (file, first) = open_sessions::branch(&workspace, &cut(&origin, 2), "First", now()).unwrap();
    drop(file);
    let id = first.session.header().id.clone();
    says(&workspace, &id, "zqmei> Fresh -> Trust : +");
    let session = workspace.load(&id).unwrap().session;
    let (_file, second) =
        open_sessions::branch(&workspace, &session, "Second", "2026-12-02T10:00:00Z".parse().unwrap()).unwrap();
    assert_eq!(labels(&second.base), ["Bot", "Fresh", "Trust"]);
}

#[test]
fn a_branch_stays_out_of_the_shared_map_until_it_is_adopted_and_undoing_that_takes_it_out_again() {
    let origin = typed("origin", "2026-11-20T09:00:00Z", &LINES);
    let (_folder, workspace) = workspace(&[&origin]);
    let (file, open) = open_sessions::branch(&workspace, &cut(&origin, 3), "What if", now()).unwrap();
    drop(file);
    let id = open.session.header().id.clone();
    says(&workspace, &id, "zqmei> Fresh -> Trust : +");
    let knows = |workspace: &Workspace| labels(&open_sessions::survey(workspace).unwrap()).contains(&"Fresh");
    assert!(!knows(&workspace));
    let act = |fact: &dyn Fn(&Recording) -> Fact| {
        let (mut file, open) = open_sessions::open(&workspace, &id).unwrap();
        let recording = Recording::new(open, &Catalogue::embedded());
        file.append(&recording.keyed(vec![fact(&recording)], SessionTime::from_millis(90_000))).unwrap();
    };
    act(&|_| Fact::Adopted);
    assert!(knows(&workspace));
    act(&|recording| Fact::Retracted { seq: recording.session().undo_target().unwrap() });
    assert!(!knows(&workspace));
}

#[test]
fn what_is_private_branches_privately_and_is_never_adopted() {
    let origin = typed("origin", "2026-11-20T09:00:00Z", &LINES);
    let private = Session::fold(Header { private: true, ..origin.header().clone() }, origin.events().to_vec());
    let (_folder, workspace) = workspace(&[&private]);
    let (file, open) = open_sessions::branch(&workspace, &private, "What if", now()).unwrap();
    drop(file);
    assert!(open.session.header().private);
    let mut session = open.session;
    crate::replay::stage::keyed(&mut session, 1, vec![Fact::Adopted]);
    assert!(!session.feeds_shared_graph());
    let mut workshop = cut(&origin, 1);
    crate::replay::stage::keyed(&mut workshop, 1, vec![Fact::Adopted]);
    assert!(workshop.feeds_shared_graph(), "a workshop needs no adopting");
}

#[test]
fn whoever_was_named_beside_the_origin_is_the_same_person_in_the_branch() {
    let origin = typed("origin", "2026-11-20T09:00:00Z", &LINES);
    let (_folder, workspace) = workspace(&[&origin]);
    let names = Names { names: [("zqmei".into(), "Mei".to_owned())].into(), ..Names::default() };
    workspace.keep_names("origin", &names).unwrap();
    let (file, open) = open_sessions::branch(&workspace, &origin, "What if", now()).unwrap();
    drop(file);
    let id = open.session.header().id.clone();
    says(&workspace, &id, "zqmei> Bot -> Trust : -");
    let read = open_sessions::read(&workspace, &id).unwrap();
    let recording = Recording::new(read, &Catalogue::embedded());
    let graph = recording.ledger().graph(None);
    let arrow = graph.links().find(|link| link.from.label == "Bot" && link.to.label == "Trust").unwrap();
    assert!(!arrow.arrow.is_disputed(), "she changed her view");
    assert!(Path::new(&workspace.session_path(&id)).exists());
}
