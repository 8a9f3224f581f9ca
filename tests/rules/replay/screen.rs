//! The replay screen over a real workspace: ways in, branches, search, a session that somebody else writes.

use std::collections::VecDeque;
use std::path::Path;

use adjacent::app::{Code, Effect, Home, KeyPress, Model, Msg, ReplayChore, ReplayReport, Screen, Settings, update};
use adjacent::record::{Event, Fact, Session, SessionKind};
use adjacent::shell::EffectRunner;
use adjacent::store::{Workspace, samples};
use jiff::SignedDuration;
use tempfile::TempDir;

/// A console whose chores are done on a disk.
struct Desk {
    model: Model,
    effects: EffectRunner,
}

impl Desk {
    fn at_home(folder: &Path) -> Self {
        let now = "2027-03-20T09:00:00Z".parse().unwrap();
        let model = Model::new(Home::default(), Settings::default(), vec!["dark".into()], now);
        let mut desk = Self { model, effects: EffectRunner::new(Workspace::open(folder).unwrap()) };
        desk.chore(Effect::List);
        desk
    }

    fn happen(&mut self, msg: Msg) {
        let now = self.model.now;
        for chore in update(&mut self.model, msg, now) {
            self.chore(chore);
        }
    }

    fn chore(&mut self, chore: Effect) {
        let mut chores = VecDeque::from([chore]);
        while let Some(chore) = chores.pop_front() {
            for msg in self.effects.perform(chore) {
                let now = self.model.now;
                chores.extend(update(&mut self.model, msg, now));
            }
        }
    }

    fn press(&mut self, key: KeyPress) -> &mut Self {
        self.happen(Msg::Key(key));
        self
    }

    fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.press(KeyPress::plain(Code::Char(c)));
        }
        self
    }

    fn enter(&mut self) -> &mut Self {
        self.press(KeyPress::plain(Code::Enter))
    }

    /// Looks back at the session with this title, from its row.
    fn looks_back(&mut self, title: &str) -> &mut Self {
        use adjacent::app::HomeChoice;
        let is = |choice: &HomeChoice| matches!(choice, HomeChoice::Continue(known) | HomeChoice::LookBack(known) if known.title == title);
        self.model.home.selected = self.model.home.choices().iter().position(is).unwrap();
        self.press(KeyPress::alt(Code::Char('l')))
    }

    fn heard(&self) -> usize {
        self.model.replay.as_ref().unwrap().position().heard
    }
}

/// A workspace with the sessions of the story, and the first of them.
fn with_the_story() -> (TempDir, Session) {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let story = samples::all();
    for session in story.iter().chain(&samples::before(&story[1])) {
        if workspace.load(&session.header().id).is_err() {
            workspace.create(session.header(), session.events()).unwrap();
        }
    }
    (folder, story[0].clone())
}

#[test]
fn enter_on_a_row_of_look_back_opens_the_replay_and_r_reads_along() {
    let (folder, _) = with_the_story();
    let mut desk = Desk::at_home(folder.path());
    let past =
        desk.model.home.choices().iter().position(|choice| matches!(choice, adjacent::app::HomeChoice::LookBack(_)));
    desk.model.home.selected = past.unwrap();
    desk.enter();
    assert_eq!(desk.model.screen, Screen::Replay);
    desk.types("r");
    assert_eq!(desk.model.screen, Screen::Run);
    assert!(!desk.model.run.as_ref().unwrap().writable);
}

#[test]
fn what_was_said_later_is_not_under_a_session_and_what_was_said_before_is() {
    let (folder, first) = with_the_story();
    let mut desk = Desk::at_home(folder.path());
    desk.looks_back(first.title()).press(KeyPress::plain(Code::Home)).types("m");
    assert_eq!(desk.model.map.graph.things().count(), 0, "nothing came before the first session");
    desk.press(KeyPress::plain(Code::Esc)).press(KeyPress::plain(Code::Esc));
    let later = samples::all().remove(1).title().to_owned();
    desk.looks_back(&later).press(KeyPress::plain(Code::Home)).types("m");
    assert!(desk.model.map.graph.things().count() > 20, "the follow-up stands on what was said before");
}

#[test]
fn what_if_begins_a_branch_that_can_be_written_to() {
    let (folder, first) = with_the_story();
    let mut desk = Desk::at_home(folder.path());
    desk.looks_back(first.title()).press(KeyPress::plain(Code::End));
    for _ in 0..10 {
        desk.press(KeyPress::plain(Code::Left));
    }
    let after = first.events()[desk.heard() - 1].seq;
    desk.types("b").press(KeyPress::ctrl('u')).types("No bonus").enter();
    assert_eq!(desk.model.screen, Screen::Run, "{:?}", desk.model.notice);
    let run = desk.model.run.as_ref().unwrap();
    assert!(run.writable && desk.model.replay.is_none());
    let of = first.header().id.clone();
    assert_eq!(run.recording.session().header().kind, SessionKind::WhatIf { of, after });
    assert_eq!(run.recording.session().title(), "No bonus");
}

#[test]
fn words_are_found_in_every_session_and_enter_goes_to_the_place() {
    let (folder, _) = with_the_story();
    let mut desk = Desk::at_home(folder.path());
    desk.press(KeyPress::alt(Code::Char('s'))).types("complaint reasons").enter().enter();
    assert_eq!(desk.model.screen, Screen::Replay, "{:?}", desk.model.notice);
    let view = desk.model.replay.as_ref().unwrap();
    assert!(view.scene.said.last().unwrap().says.contains("Complaint reasons"));
}

#[test]
fn home_says_what_the_workspace_remembers_once_it_is_worked_out() {
    let (folder, _) = with_the_story();
    let desk = Desk::at_home(folder.path());
    assert!(
        desk.model.home.memory.iter().any(|line| line.starts_with("Since November 2026")),
        "{:?}",
        desk.model.home.memory
    );
    let empty = TempDir::new().unwrap();
    assert!(Desk::at_home(empty.path()).model.home.memory.is_empty());
}

#[test]
fn a_session_that_somebody_else_writes_grows_on_the_screen() {
    let (folder, first) = with_the_story();
    let workspace = Workspace::open(folder.path()).unwrap();
    let id = first.header().id.clone();
    let mut writer = workspace.go_on(&id).unwrap();
    let mut desk = Desk::at_home(folder.path());
    desk.looks_back(first.title()).press(KeyPress::plain(Code::End));
    let before = desk.heard();
    let told = workspace.load(&id).unwrap().session;
    let mut follower = adjacent::store::Follower::new(workspace.session_path(&id), told.next_seq() - 1);
    let at = told.events().last().unwrap().at + SignedDuration::from_millis(1000);
    let event = Event {
        seq: told.next_seq(),
        at,
        said: Some("zebra".into()),
        facts: vec![Fact::Answered { text: "zebra".into() }],
        ..Event::default()
    };
    writer.append(&event).unwrap();
    desk.happen(Msg::Followed(follower.news()));
    assert_eq!(desk.heard(), before + 1);
    assert!(desk.model.replay.as_ref().unwrap().scanned().is_none(), "what shows is looked for as it grows");
}

#[test]
fn a_session_that_is_not_there_says_so_and_leaves_the_screen_as_it_was() {
    let (folder, _) = with_the_story();
    let mut desk = Desk::at_home(folder.path());
    desk.chore(Effect::Replay(ReplayChore::Open { id: "nowhere".into(), at: None }));
    assert_eq!(desk.model.screen, Screen::Home);
    assert!(desk.model.notice.is_some());
    desk.happen(Msg::Replay(ReplayReport::Remembers(vec!["One line.".into()])));
    assert_eq!(desk.model.home.memory, ["One line."]);
}
