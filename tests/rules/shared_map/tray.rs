//! The tray: one pair of names at a time, decided by one key, and any decision taken back.

use std::collections::VecDeque;
use std::path::Path;

use adjacent::app::{Code, Effect, Home, KeyPress, Model, Msg, Settings, Tray, update};
use adjacent::export::map_json;
use adjacent::shell::{EffectRunner, open_sessions};
use adjacent::store::Workspace;
use adjacent::ui;
use tempfile::TempDir;

use crate::drawn::{drawn, paint, text, themes};
use crate::program::run;

struct Console {
    model: Model,
    effects: EffectRunner,
    workspace: Workspace,
}

impl Console {
    fn in_folder(folder: &Path) -> Self {
        let workspace = Workspace::open(folder).unwrap();
        let themes = themes().iter().map(|theme| theme.name.clone()).collect();
        let mut model = Model::new(Home::default(), Settings::default(), themes, jiff::Timestamp::now());
        model.size = (100, 30);
        Self { model, effects: EffectRunner::new(workspace.clone()), workspace }
    }

    fn happen(&mut self, msg: Msg) {
        for msg in [msg, Msg::Idle] {
            let mut chores = VecDeque::from(update(&mut self.model, msg, jiff::Timestamp::now()));
            while let Some(chore) = chores.pop_front() {
                for msg in self.effects.perform(chore) {
                    chores.extend(update(&mut self.model, msg, jiff::Timestamp::now()));
                }
            }
        }
    }

    fn perform(&mut self, effect: Effect) {
        for msg in self.effects.perform(effect) {
            self.happen(msg);
        }
    }

    fn on_the_map(mut self) -> Self {
        self.code(Code::F(3));
        self
    }

    fn in_session(mut self, named: &str) -> Self {
        let id = self.workspace.find(named).unwrap();
        self.perform(Effect::Open { id, read_only: false });
        self
    }

    fn code(&mut self, code: Code) -> &mut Self {
        self.happen(Msg::Key(KeyPress::plain(code)));
        self
    }

    fn key(&mut self, key: char) -> &mut Self {
        self.code(Code::Char(key))
    }

    fn tray(&mut self) -> &mut Self {
        self.happen(Msg::Key(KeyPress::alt(Code::Char('t'))));
        self
    }

    fn notice(&self) -> Option<&str> {
        self.model.notice.as_ref().map(|notice| notice.says.as_str())
    }

    fn pairs(&self) -> usize {
        let tray = self.model.popup.as_deref().and_then(|popup| popup.downcast::<Tray>());
        tray.map_or(0, |tray| tray.pairs.len())
    }

    fn screen(&self) -> String {
        text(&drawn(self.model.size, |frame| ui::draw(&self.model, paint(), frame)))
    }

    /// What the workspace adds up to, as it lies on disk.
    fn map(&self) -> String {
        map_json(&open_sessions::survey(&self.workspace).unwrap().graph(None))
    }

    fn labels(&self) -> Vec<String> {
        open_sessions::survey(&self.workspace).unwrap().labels().map(str::to_owned).collect()
    }
}

/// A workspace in which two names look alike twice, said in another session than today's notes.
fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    let notes = folder.path().join("notes.txt");
    let lines = "# title: Spring review\n# date: 2026-03-02\nmei> Bot -> Repeat call : +\nmei> Repeat calls -> Trust : -\n\
                 mei> Handle time -> Trust : +\nmei> Overtime -> Handel time : +\n";
    std::fs::write(&notes, lines).unwrap();
    let said = run(folder.path(), &["transcribe", notes.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    folder
}

#[test]
fn on_the_map_a_pair_shows_why_and_what_both_are_about_and_one_key_decides() {
    let folder = workspace();
    let mut console = Console::in_folder(folder.path()).on_the_map();
    let before = console.map();
    let screen = console.tray().screen();
    for words in [
        "one thing, or two? 1 of 2",
        "Repeat call ",
        "Repeat calls",
        "Spring review, 2 March 2026",
        "comes from Bot",
        "leads to Trust",
        "Very likely one thing: the same words",
        "1 one thing",
    ] {
        assert!(screen.contains(words), "{words} is missing in\n{screen}");
    }
    console.key('2');
    assert!(console.labels().contains(&"Repeat calls".to_owned()));
    assert!(!console.labels().contains(&"Repeat call".to_owned()));
    assert_eq!(console.pairs(), 1);
    console.key('z');
    assert_eq!(console.map(), before, "taken back, byte for byte");
    assert_eq!(console.pairs(), 2);
    console.key('1');
    assert!(!console.labels().contains(&"Repeat calls".to_owned()));
}

#[test]
fn nothing_is_merged_by_skipping_or_by_keeping_both_and_both_is_remembered() {
    let folder = workspace();
    let mut console = Console::in_folder(folder.path()).on_the_map();
    let before = console.map();
    console.tray().key('s').key('b');
    assert_eq!((console.pairs(), console.map()), (1, before.clone()));
    console.code(Code::Esc).tray();
    assert_eq!(console.pairs(), 1, "two things stay two things");
    console.key('z');
    assert_eq!(console.pairs(), 2, "and that too can be taken back");
    assert_eq!(console.map(), before);
}

#[test]
fn merged_names_are_listed_and_parted_at_any_later_time() {
    let folder = workspace();
    let before = Console::in_folder(folder.path()).map();
    Console::in_folder(folder.path()).on_the_map().tray().key('1').key('1');
    let mut later = Console::in_folder(folder.path()).on_the_map();
    assert_ne!(later.map(), before);
    let screen = later.tray().screen();
    assert!(screen.contains("Repeat call is also called Repeat calls"), "{screen}");
    assert!(screen.contains("Handle time is also called Handel time"), "{screen}");
    later.code(Code::Enter).code(Code::Enter);
    assert_eq!(later.map(), before);
    assert_eq!(later.code(Code::Tab).pairs(), 0, "what was parted is not offered again");
}

#[test]
fn in_a_session_it_is_pointed_out_once_in_private_and_decided_in_that_session() {
    let folder = workspace();
    let said = run(folder.path(), &["new", "Autumn review", "--plain"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let mut console = Console::in_folder(folder.path()).in_session("Autumn");
    assert_eq!(console.notice(), Some("2 pairs of names look alike: /tray shows them."));
    console.tray().key('1');
    assert_eq!(console.pairs(), 1);
    assert_eq!(console.workspace.list().unwrap().len(), 2, "no Desk session beside a running one");
    assert_eq!(console.labels().len(), 6);
    console.key('z');
    assert_eq!(console.labels().len(), 7);
    console.code(Code::Esc);
    assert_eq!(console.notice(), None);
}

#[test]
fn a_screen_that_is_the_rooms_is_not_told_that_names_look_alike() {
    let folder = workspace();
    let _ = run(folder.path(), &["new", "Autumn review", "--plain"]);
    let mut console = Console::in_folder(folder.path());
    console.model.settings.one_window = true;
    assert_eq!(console.in_session("Autumn").notice(), None);
}

#[test]
fn ways_of_typing_one_name_are_shown() {
    let folder = TempDir::new().unwrap();
    for line in ["A/B test -> Trust : +", "A-B test -> Calls : +"] {
        let _ = run(folder.path(), &["note", line]);
    }
    let mut console = Console::in_folder(folder.path()).on_the_map();
    let screen = console.tray().screen();
    assert!(screen.contains("A/B test was typed as A/B test and A-B test"), "{screen}");
}

#[test]
fn no_key_waits_for_the_comparison_of_names_and_the_tray_says_so_until_it_is_done() {
    let folder = workspace();
    let mut console = Console::in_folder(folder.path()).on_the_map();
    let now = jiff::Timestamp::now();
    let pressed = update(&mut console.model, Msg::Key(KeyPress::alt(Code::Char('t'))), now);
    assert!(!pressed.iter().any(|effect| matches!(effect, Effect::CompareNames(_))));
    let screen = console.screen();
    assert!(screen.contains("Still looking for names that look alike"), "{screen}");
    let idle = update(&mut console.model, Msg::Idle, now);
    assert!(idle.iter().any(|effect| matches!(effect, Effect::CompareNames(_))));
    let again = update(&mut console.model, Msg::Idle, now);
    assert!(!again.iter().any(|effect| matches!(effect, Effect::CompareNames(_))), "one comparison at a time");
    for effect in idle {
        console.perform(effect);
    }
    assert_eq!(console.pairs(), 2);
    let screen = console.screen();
    assert!(!screen.contains("Still looking"), "{screen}");
}

#[test]
fn what_was_compared_last_is_shown_while_names_are_compared_again() {
    let folder = workspace();
    let mut console = Console::in_folder(folder.path()).on_the_map();
    console.tray();
    let decided = update(&mut console.model, Msg::Key(KeyPress::plain(Code::Char('b'))), jiff::Timestamp::now());
    for effect in decided {
        for msg in console.effects.perform(effect) {
            update(&mut console.model, msg, jiff::Timestamp::now());
        }
    }
    assert_eq!(console.pairs(), 1, "the pair that was decided does not come back");
    let screen = console.screen();
    assert!(screen.contains("Still looking for names that look alike"), "{screen}");
}

#[test]
fn a_tray_with_nothing_in_it_closes_with_a_word() {
    let folder = TempDir::new().unwrap();
    let _ = run(folder.path(), &["note", "Chatbot -> Overtime : +"]);
    let mut console = Console::in_folder(folder.path()).on_the_map();
    console.tray();
    assert_eq!(console.notice(), Some("No two names look alike, and none were merged."));
    assert!(console.model.popup.is_none());
}
