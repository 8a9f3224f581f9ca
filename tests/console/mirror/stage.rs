//! A console with a real workspace, somebody alone before it.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

use adjacent::app::{Code, Effect, Home, KeyPress, Model, Msg, Page, Settings, update};
use adjacent::assess::{Assessment, PendingQuestion, SAMPLE};
use adjacent::shell::EffectRunner;
use adjacent::store::Workspace;
use adjacent::ui;
use jiff::Timestamp;

use crate::drawn::{drawn, paint, text, themes};
use crate::typing::Typing;

pub(crate) struct Stage {
    pub(crate) model: Model,
    pub(crate) chores: Vec<Effect>,
    effects: EffectRunner,
    now: Timestamp,
}

impl Typing for Stage {
    fn happens(&mut self, msg: Msg) -> &mut Self {
        self.happen(msg);
        self
    }
}

impl Stage {
    /// At the first screen of this workspace.
    pub(crate) fn at_home(folder: &Path) -> Self {
        let now = "2026-11-20T09:00:00Z".parse().unwrap();
        let themes = themes().iter().map(|theme| theme.name.clone()).collect();
        let home = Home { folder: "/home/noor/adjacent".into(), ..Home::default() };
        let model = Model::new(home, Settings::default(), themes, now);
        let effects = EffectRunner::new(Workspace::open(folder).unwrap());
        let mut stage = Self { model, chores: Vec::new(), effects, now };
        stage.chore(Effect::List);
        stage
    }

    /// Before the mirror.
    pub(crate) fn before_the_mirror(folder: &Path) -> Self {
        let mut stage = Self::at_home(folder);
        stage.press(KeyPress::ctrl('p')).says("mirror");
        assert_eq!(stage.page(), Page::Front, "{}", stage.screen());
        stage
    }

    /// At the first question, or where it was left.
    pub(crate) fn asked(folder: &Path) -> Self {
        let mut stage = Self::before_the_mirror(folder);
        stage.enter();
        stage
    }

    pub(crate) fn page(&self) -> Page {
        self.model.assess.page
    }

    /// What is asked now.
    pub(crate) fn place(&self) -> Option<PendingQuestion> {
        self.model.assess.place().cloned()
    }

    /// What was answered so far.
    pub(crate) fn answered(&self) -> Assessment {
        self.model.assess.walk.as_ref().unwrap().assessment().clone()
    }

    pub(crate) fn screen(&self) -> String {
        self.sized((80, 24))
    }

    pub(crate) fn sized(&self, size: (u16, u16)) -> String {
        text(&drawn(size, |frame| ui::draw(&self.model, paint(), frame)))
    }

    pub(crate) fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| notice.says.as_str())
    }

    /// Answers what is asked: this anchor, "no", this example of last week.
    pub(crate) fn answers(&mut self, digit: char, example: &str) -> &mut Self {
        match self.place().unwrap() {
            PendingQuestion::Anchor(_) => self.code(Code::Char(digit)),
            PendingQuestion::Flag(_) => self.types("n"),
            PendingQuestion::Example(_) => self.press(KeyPress::ctrl('u')).says(example),
            PendingQuestion::Day(_) => self.press(KeyPress::ctrl('u')).says("1w"),
        }
    }

    /// Answers everything that is open like this, and finishes.
    pub(crate) fn finishes(&mut self, digit: char, example: &str) -> &mut Self {
        for _ in 0..100 {
            if self.place().is_none() {
                break;
            }
            self.answers(digit, example);
        }
        self.enter();
        assert_eq!(self.page(), Page::Result, "{}", self.screen());
        self
    }

    fn happen(&mut self, msg: Msg) {
        for chore in update(&mut self.model, msg, self.now) {
            self.chore(chore);
        }
    }

    fn chore(&mut self, chore: Effect) {
        let mut chores = VecDeque::from([chore]);
        while let Some(chore) = chores.pop_front() {
            self.chores.push(chore.clone());
            if matches!(chore, Effect::CopyWords(_)) {
                // A test has no clipboard.
                continue;
            }
            for msg in self.effects.perform(chore) {
                chores.extend(update(&mut self.model, msg, self.now));
            }
        }
    }
}

/// Where assessments lie.
pub(crate) fn folder_of(workspace: &Path) -> PathBuf {
    workspace.join("private").join("assessments")
}

/// The only assessment of a workspace, as it lies on disk.
pub(crate) fn on_disk(workspace: &Path) -> Assessment {
    let (mut read, unread) = Workspace::open(workspace).unwrap().assessments().all().unwrap();
    assert_eq!((read.len(), unread.len()), (1, 0));
    read.pop().unwrap().1
}

/// Assessments of these years, all alike.
pub(crate) fn with_years(workspace: &Path, years: std::ops::RangeInclusive<i16>) {
    fs::create_dir_all(folder_of(workspace)).unwrap();
    for year in years {
        let text = SAMPLE[2].replace("2026-11-10", &format!("{year}-11-10"));
        fs::write(folder_of(workspace).join(format!("{year}-11-10.ron")), text).unwrap();
    }
}

/// The assessments of the sample leader, as if they were one's own.
pub(crate) fn with_a_past(workspace: &Path) {
    fs::create_dir_all(folder_of(workspace)).unwrap();
    for text in SAMPLE {
        let day = Assessment::parse(text).unwrap().day();
        fs::write(folder_of(workspace).join(format!("{day}.ron")), text).unwrap();
    }
}
