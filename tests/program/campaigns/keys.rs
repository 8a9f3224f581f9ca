//! Random keys at a console with a real workspace, whose disk is slow and fails: what was acknowledged is in the file,
//! once, as it was, and nothing else is; the screen never says that something is saved which is not.
//!
//! Seed 0x1304; whole: 200 runs of 2,000 keys.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::PathBuf;

use adjacent::app::{Code, Effect, ErrandChore, Home, KeyPress, LeaveView, Model, Msg, Screen, Settings, update};
use adjacent::record::{Event, Fact, SessionId};
use adjacent::shell::EffectRunner;
use adjacent::store::Workspace;
use adjacent::ui;
use jiff::Timestamp;
use tempfile::TempDir;

use crate::campaigns::scale::{Random, share_of};
use crate::drawn::{drawn, paint, text, themes};

const RUNS: usize = 200;
const KEYS: usize = 2_000;

#[test]
fn random_keys_on_a_slow_and_failing_disk_lose_double_and_alter_nothing_that_was_acknowledged() {
    let mut random = Random(0x1304);
    let (mut acknowledged, mut failed) = (0, 0);
    for _ in 0..share_of(RUNS) {
        let mut somebody = Somebody::sits_down(Random(random.next()));
        for number in 0..KEYS {
            somebody.does_something();
            if number % 50 == 0 {
                somebody.looks();
            }
        }
        somebody.mends();
        somebody.settles();
        somebody.checks();
        acknowledged += somebody.acknowledged;
        failed += somebody.failed;
    }
    println!("{acknowledged} events acknowledged, {failed} savings failed; 0 lost, doubled or altered");
    assert!(acknowledged > share_of(RUNS) * 20 && failed > share_of(RUNS), "{acknowledged} and {failed} prove little");
}

struct Somebody {
    random: Random,
    folder: TempDir,
    model: Model,
    effects: Option<EffectRunner>,
    chores: VecDeque<Effect>,
    /// What each session file holds, as it was acknowledged.
    files: BTreeMap<SessionId, Vec<Event>>,
    /// The session file that was taken away, and where it is.
    away: Option<(PathBuf, PathBuf)>,
    /// Savings fail before they reach the disk.
    refuses: bool,
    acknowledged: usize,
    failed: usize,
}

impl Somebody {
    fn sits_down(random: Random) -> Self {
        let folder = TempDir::new().unwrap();
        let (model, effects) = starts(&folder);
        let mut somebody = Self {
            random,
            folder,
            model,
            effects: Some(effects),
            chores: VecDeque::from([Effect::List]),
            files: BTreeMap::new(),
            away: None,
            refuses: false,
            acknowledged: 0,
            failed: 0,
        };
        somebody.settles();
        somebody
    }

    fn does_something(&mut self) {
        match self.random.below(400) {
            0 => self.is_killed(),
            1..=3 => self.takes_the_file_away(),
            4..=6 => self.refuses = true,
            7..=30 => self.mends(),
            31..=60 => self.happens(Msg::Idle),
            61..=70 => self.happens(Msg::Paste("one pasted x\ntwo pasted x\nthree pasted x".to_owned())),
            71..=74 => self.happens(Msg::Tick),
            75..=180 => self.says(),
            _ => {
                let key = self.key();
                self.happens(Msg::Key(key));
            }
        }
        for _ in 0..self.random.below(4) {
            self.writes();
        }
    }

    /// A line with Enter, as far as a box lets it be one.
    fn says(&mut self) {
        let number = self.random.below(10_000);
        let lines =
            [format!("thing {number} -> more calls"), format!("noted {number}"), format!("who tells {number}?")];
        let line = &lines[self.random.below(3) as usize];
        for c in line.chars() {
            self.happens(Msg::Key(KeyPress::plain(Code::Char(c))));
        }
        self.happens(Msg::Key(KeyPress::plain(Code::Enter)));
    }

    fn key(&mut self) -> KeyPress {
        let codes = [
            Code::Enter,
            Code::Enter,
            Code::Esc,
            Code::Tab,
            Code::Up,
            Code::Down,
            Code::Left,
            Code::Backspace,
            Code::PageDown,
            Code::PageUp,
        ];
        match self.random.below(10) {
            0..=3 => KeyPress::plain(codes[self.random.below(codes.len() as u64) as usize]),
            4..=5 => KeyPress::plain(Code::F(1 + self.random.below(12) as u8)),
            6..=7 => KeyPress::ctrl((b'a' + self.random.below(26) as u8) as char),
            8 => KeyPress::alt(Code::Char((b'0' + self.random.below(10) as u8) as char)),
            _ => KeyPress::plain(Code::Char((b' ' + self.random.below(90) as u8) as char)),
        }
    }

    fn happens(&mut self, msg: Msg) {
        let chores = update(&mut self.model, msg, Timestamp::now());
        self.chores.extend(chores);
    }

    /// The disk does the next chore.
    fn writes(&mut self) -> bool {
        let Some(chore) = self.chores.pop_front() else { return false };
        if self.refuses && matches!(chore, Effect::Append(_) | Effect::KeepHidden(_) | Effect::KeepSettings(_)) {
            self.failed += 1;
            let why = "No space left on device".to_owned();
            self.happens(match chore {
                Effect::Append(_) => Msg::NotSaved(why),
                Effect::KeepHidden(_) => Msg::HiddenNotSaved(why),
                _ => Msg::SettingsNotSaved(why),
            });
            return true;
        }
        match chore {
            Effect::Leave => self.starts_again(),
            // They are for a terminal, or take long and write nothing.
            Effect::Copy(_) | Effect::CopyWords(_) | Effect::Suspend | Effect::Analyse(_) | Effect::CompareNames(_) => {
            }
            chore => {
                let chore = self.in_the_folder(chore);
                let told = self.effects.as_mut().unwrap().perform(chore);
                for msg in told {
                    self.hears(&msg);
                    self.happens(msg);
                }
            }
        }
        true
    }

    /// Puts a file that is typed by chance into the folder of this run.
    fn in_the_folder(&self, chore: Effect) -> Effect {
        let there = |file: String| self.folder.path().join(file.replace('/', "-")).display().to_string();
        match chore {
            Effect::Errand(ErrandChore::Write { file, text }) => {
                Effect::Errand(ErrandChore::Write { file: there(file), text })
            }
            Effect::Errand(ErrandChore::Export { of, format, file }) => {
                Effect::Errand(ErrandChore::Export { of, format, file: there(file) })
            }
            chore => chore,
        }
    }

    fn hears(&mut self, msg: &Msg) {
        match msg {
            Msg::Opened(open) => {
                self.files.insert(open.session.header().id.clone(), open.session.recorded().cloned().collect());
            }
            Msg::Appended(event) => {
                self.acknowledged += 1;
                let id = self.model.run.as_ref().unwrap().recording.session().header().id.clone();
                let file = self.files.get_mut(&id).unwrap();
                file.push(event.clone());
                for fact in &event.facts {
                    if let Fact::StrikeOrdered { seq } = fact {
                        file.iter_mut().filter(|event| event.seq == *seq).for_each(|event| *event = event.struck());
                    }
                }
            }
            Msg::NotSaved(_) => self.failed += 1,
            _ => {}
        }
    }

    fn takes_the_file_away(&mut self) {
        let Some(run) = self.model.run.as_ref().filter(|_| self.away.is_none()) else { return };
        let id = run.recording.session().header().id.clone();
        let path = Workspace::open(self.folder.path()).unwrap().session_path(&id);
        let away = path.with_extension("away");
        if fs::rename(&path, &away).is_ok() {
            self.away = Some((path, away));
        }
    }

    fn mends(&mut self) {
        self.refuses = false;
        if let Some((path, away)) = self.away.take() {
            fs::rename(away, path).unwrap();
        }
    }

    fn settles(&mut self) {
        while self.writes() {}
    }

    /// What was not done when the program is killed is never done.
    fn is_killed(&mut self) {
        self.mends();
        self.starts_again();
        self.checks();
    }

    fn starts_again(&mut self) {
        self.mends();
        self.effects = None;
        let (model, effects) = starts(&self.folder);
        (self.model, self.effects) = (model, Some(effects));
        self.chores = VecDeque::from([Effect::List]);
    }

    /// What the screen says of saving is so.
    fn looks(&mut self) {
        let screen = text(&drawn((100, 30), |frame| ui::draw(&self.model, paint(), frame)));
        let Some(run) = self.model.run.as_ref().filter(|_| self.model.screen == Screen::Run) else { return };
        let open = run.lines_left() > 0 || run.lines_unsaved() > 0 || run.saving.unsaved.is_some();
        assert!(!(open && screen.contains("   saved, ")), "false saved: {screen}");
        if self.model.popup.as_deref().is_some_and(|popup| popup.downcast::<LeaveView>().is_some()) {
            let told =
                screen.contains("not on disk") || screen.contains("being saved") || screen.contains("Enter leaves,");
            assert!(told, "{screen}");
            assert!(!(open && screen.contains("Enter leaves,")), "it is not told what is not on disk: {screen}");
        }
    }

    /// Every file holds what was acknowledged, and nothing else.
    fn checks(&self) {
        let workspace = Workspace::open(self.folder.path()).unwrap();
        for (id, events) in &self.files {
            if self.folder.path().join("removed").join(format!("{id}.ron")).exists() {
                continue;
            }
            let loaded = workspace.load(id).unwrap();
            assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
            // A title given on the first screen is written beside the lines of whoever types.
            let is_title = |event: &&Event| matches!(event.facts.as_slice(), [Fact::Titled { .. }]);
            let lines = loaded.session.recorded().filter(|event| events.contains(event) || !is_title(event));
            let held: Vec<Event> = lines.cloned().collect();
            assert_eq!(held, *events, "{id}");
        }
    }
}

fn starts(folder: &TempDir) -> (Model, EffectRunner) {
    let themes = themes().iter().map(|theme| theme.name.clone()).collect();
    let home = Home { folder: folder.path().display().to_string(), ..Home::default() };
    let model = Model::new(home, Settings::default(), themes, Timestamp::now());
    (model, EffectRunner::new(Workspace::open(folder.path()).unwrap()))
}
