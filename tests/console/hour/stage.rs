//! A console at a keyboard and the room's window beside it, fed with every event that the console has on disk.

use std::cmp::Ordering;
use std::collections::VecDeque;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use adjacent::app::room::{Room, RoomMsg, RoomWindow};
use adjacent::app::{Code, Effect, Home, KeyPress, Model, Msg, OpenSession, Settings, update};
use adjacent::exercise::{Catalogue, Exercise};
use adjacent::record::{Event, Header, StepId};
use adjacent::shell::EffectRunner;
use adjacent::store::Workspace;
use jiff::{SignedDuration, Timestamp};

use crate::drawn::themes;
use crate::hour::cast::Cast;
use crate::hour::disk::Disk;
use crate::typing::Typing;

/// Looks at the two windows while the hour goes by.
pub(crate) trait Watcher {
    /// Something may have changed: a key was pressed, or time has passed.
    fn sees(&mut self, _stage: &Stage) {}

    /// A screen worth keeping.
    fn keeps(&mut self, _name: &str, _stage: &Stage) {}
}

pub(crate) struct Stage {
    pub(crate) model: Model,
    /// The room's window, from the moment there is a session.
    pub(crate) window: Option<RoomWindow>,
    pub(crate) cast: Cast,
    pub(crate) saved: Vec<Event>,
    header: Option<Header>,
    disk: Disk,
    opened: Timestamp,
    now: Timestamp,
    watcher: Option<Box<dyn Watcher>>,
}

impl Typing for Stage {
    fn happens(&mut self, msg: Msg) -> &mut Self {
        self.happen(msg);
        self
    }
}

impl Stage {
    /// At the home screen, on a fixed morning, with a disk that keeps nothing.
    pub(crate) fn in_memory(cast: Cast, watcher: Option<Box<dyn Watcher>>) -> Self {
        let now = "2026-11-20T09:00:00Z".parse().unwrap();
        Self::new(cast, Disk::Memory, "/home/noor/adjacent", now, watcher)
    }

    /// At the home screen of a workspace in this folder.
    pub(crate) fn in_folder(folder: &Path, cast: Cast, watcher: Option<Box<dyn Watcher>>) -> Self {
        let effects = EffectRunner::new(Workspace::open(folder).unwrap());
        let place = folder.display().to_string();
        Self::new(cast, Disk::Real(Box::new(effects)), &place, Timestamp::now(), watcher)
    }

    fn new(cast: Cast, disk: Disk, folder: &str, now: Timestamp, watcher: Option<Box<dyn Watcher>>) -> Self {
        let home = Home { folder: folder.into(), ..Home::default() };
        let themes = themes().iter().map(|theme| theme.name.clone()).collect();
        let mut model = Model::new(home, Settings::default(), themes, now);
        if !cast.never_shown.is_empty() {
            model.catalogue = marked(&model.catalogue);
        }
        let mut stage =
            Self { model, window: None, cast, saved: Vec::new(), header: None, disk, opened: now, now, watcher };
        stage.happen(Msg::Listed(Vec::new()));
        stage
    }

    /// Both windows have this many columns and rows.
    pub(crate) fn with_size(mut self, columns: u16, rows: u16) -> Self {
        self.happen(Msg::Resize(columns, rows));
        self
    }

    /// The clock goes on to so many minutes and seconds from the opening: `12:40`.
    pub(crate) fn until(&mut self, clock: &str) -> &mut Self {
        let (minutes, seconds) = clock.split_once(':').unwrap();
        let at = minutes.parse::<i64>().unwrap() * 60 + seconds.parse::<i64>().unwrap();
        let then = self.opened + SignedDuration::from_secs(at);
        assert!(then >= self.now, "{clock} has gone by");
        self.now = then;
        self.happen(Msg::Tick);
        self
    }

    /// A command from the palette, found by part of its words.
    pub(crate) fn command(&mut self, words: &str) -> &mut Self {
        self.press(KeyPress::ctrl('p')).says(words)
    }

    /// Walks to this step, one step at a time, as far as it is planned.
    pub(crate) fn walks_to(&mut self, step: &str) -> &mut Self {
        let step: StepId = step.parse().unwrap();
        let agenda = self.run().recording.agenda().clone();
        let wanted = agenda.stops().iter().position(|stop| stop.step == step).unwrap();
        for _ in 0..agenda.stops().len() {
            let here = self.run().recording.stop().unwrap();
            match here.cmp(&wanted) {
                Ordering::Less => self.code(Code::PageDown),
                Ordering::Greater => self.code(Code::PageUp),
                Ordering::Equal => break,
            };
        }
        assert_eq!(self.run().recording.step(), Some(&step), "{:?}", self.model.notice);
        self
    }

    /// Keeps what both windows show now.
    pub(crate) fn keeps(&mut self, name: &str) -> &mut Self {
        if let Some(mut watcher) = self.watcher.take() {
            watcher.keeps(name, self);
            self.watcher = Some(watcher);
        }
        self
    }

    /// The first line of the session.
    pub(crate) fn header(&self) -> Header {
        self.header.clone().unwrap()
    }

    pub(crate) fn run(&self) -> &adjacent::app::Run {
        self.model.run.as_ref().unwrap()
    }

    fn happen(&mut self, msg: Msg) {
        self.take_in(msg);
        self.take_in(Msg::Idle);
        if let Some(window) = &mut self.window {
            window.size = self.model.size;
            window.update(RoomMsg::Tick, self.now);
            while let Some(order) = window.order() {
                let worked = order.run(&AtomicBool::new(false)).unwrap();
                window.update(RoomMsg::Worked(Box::new(worked)), self.now);
            }
        }
        if let Some(mut watcher) = self.watcher.take() {
            watcher.sees(self);
            self.watcher = Some(watcher);
        }
    }

    fn take_in(&mut self, msg: Msg) {
        let mut chores: VecDeque<Effect> = update(&mut self.model, msg, self.now).into();
        while let Some(chore) = chores.pop_front() {
            for msg in self.disk.perform(chore, self.now) {
                self.tell_room(&msg);
                chores.extend(update(&mut self.model, msg, self.now));
            }
        }
    }

    /// What came of a chore, as far as the session file tells the room.
    fn tell_room(&mut self, msg: &Msg) {
        match msg {
            Msg::Opened(open) => {
                self.opened = open.session.header().opened;
                self.now = self.now.max(self.opened);
                self.header = Some(open.session.header().clone());
                self.saved = open.session.events().to_vec();
                let read_only = OpenSession { writable: false, ..(**open).clone() };
                let room = Room::new(read_only, self.model.catalogue.clone());
                self.window = Some(RoomWindow::new(Some(room), 0, self.now));
            }
            Msg::Appended(event) => {
                self.saved.push(event.clone());
                if let Some(window) = &mut self.window {
                    window.update(RoomMsg::Heard(vec![event.clone()]), self.now);
                }
            }
            _ => {}
        }
    }
}

/// The exercises with a word of its own in everything that is written for whoever leads.
fn marked(catalogue: &Catalogue) -> Catalogue {
    let mark = |text: &mut String| *text = format!("Scriptmarkø {text}");
    let about = |text: &mut String| *text = format!("Pagemarkø {text}");
    let marked = catalogue.exercises().iter().cloned().map(|mut exercise: Exercise| {
        for text in [&mut exercise.purpose, &mut exercise.when, &mut exercise.source] {
            about(text);
        }
        for text in [&mut exercise.done_when, &mut exercise.fails_when, &mut exercise.helps, &mut exercise.say.live] {
            mark(text);
        }
        exercise.probes.live.iter_mut().for_each(mark);
        exercise.goals.iter_mut().for_each(|goal| mark(&mut goal.words));
        exercise.nudges.iter_mut().for_each(|nudge| mark(&mut nudge.say));
        for step in &mut exercise.steps.live {
            mark(&mut step.writes);
            mark(&mut step.example);
        }
        exercise
    });
    marked.collect()
}
