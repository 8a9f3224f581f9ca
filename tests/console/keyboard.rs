//! A console without a terminal and without a disk: keys in, screens out.

use std::collections::VecDeque;
use std::sync::atomic::AtomicBool;

use adjacent::app::{
    Effect, Home, KnownSession, Model, Msg, OpenSession, Pointer, ReplayChore, ReplayReport, Settings, update,
};
use adjacent::record::{Event, Header, Names, OwnNote, Session, SessionTime};
use adjacent::theme::{Depth, Theme};
use adjacent::ui::{self, Paint, Regions};
use jiff::Timestamp;
use ratatui::buffer::Buffer;

use crate::drawn::{drawn, text, themes};
use crate::session::header;
use crate::typing::Typing;

/// What happens to the next events that are to be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Disk {
    #[default]
    Works,
    Fails(&'static str),
}

/// A console at a keyboard, with a disk that can be told to fail.
pub(crate) struct Console {
    pub(crate) model: Model,
    pub(crate) disk: Disk,
    pub(crate) saved: Vec<Event>,
    pub(crate) chores: Vec<Effect>,
    now: Timestamp,
    names: Names,
    pub(crate) own_notes: Vec<OwnNote>,
}

impl Typing for Console {
    fn happens(&mut self, msg: Msg) -> &mut Self {
        self.happen(msg);
        self
    }

    /// A line and Enter, a second later.
    fn says(&mut self, line: &str) -> &mut Self {
        self.wait(1).types(line).enter()
    }
}

impl Console {
    /// At the home screen of an empty workspace, on a fixed morning.
    pub(crate) fn at_home(sessions: Vec<KnownSession>) -> Self {
        let home = Home {
            folder: "/home/noor/adjacent".into(),
            samples: vec!["Four AI changes, one customer".into()],
            ..Home::default()
        };
        let themes = themes().iter().map(|theme| theme.name.clone()).collect();
        let now = "2026-11-20T09:00:00Z".parse().unwrap();
        let model = Model::new(home, Settings::default(), themes, now);
        let mut console = Self {
            model,
            disk: Disk::Works,
            saved: Vec::new(),
            chores: Vec::new(),
            now,
            names: Names::default(),
            own_notes: Vec::new(),
        };
        console.happen(Msg::Listed(sessions));
        console
    }

    pub(crate) fn with_size(mut self, columns: u16, rows: u16) -> Self {
        self.happen(Msg::Resize(columns, rows));
        self
    }

    pub(crate) fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now += jiff::SignedDuration::from_secs(seconds);
        self.happen(Msg::Tick);
        self
    }

    pub(crate) fn happen(&mut self, msg: Msg) {
        self.take_in(msg);
        self.take_in(Msg::Idle);
    }

    fn take_in(&mut self, msg: Msg) {
        let mut chores = VecDeque::from(update(&mut self.model, msg, self.now));
        while let Some(chore) = chores.pop_front() {
            for msg in self.perform(chore) {
                chores.extend(update(&mut self.model, msg, self.now));
            }
        }
    }

    fn perform(&mut self, chore: Effect) -> Vec<Msg> {
        self.chores.push(chore.clone());
        match chore {
            Effect::Append(event) => match &self.disk {
                Disk::Works => {
                    self.saved.push(event.clone());
                    vec![Msg::Appended(event)]
                }
                Disk::Fails(reason) => vec![Msg::NotSaved((*reason).to_owned())],
            },
            Effect::Create(new) => {
                let header = Header {
                    opened: self.now,
                    kind: new.kind,
                    private: new.private,
                    ..header("2026-11-20-test-0000", &new.title)
                };
                self.names = new.names.clone();
                let opening = Event { seq: 1, at: SessionTime::OPENING, facts: new.opening, ..Event::default() };
                self.saved = vec![opening.clone()];
                let session = Session::fold(header, [opening]);
                let open = OpenSession { names: new.names, writable: true, ..OpenSession::alone(session) };
                vec![Msg::Opened(Box::new(open))]
            }
            Effect::KeepOwnNote(note) => match &self.disk {
                Disk::Works => {
                    self.own_notes.push(note);
                    vec![Msg::OwnNoteSaved(self.own_notes.clone())]
                }
                Disk::Fails(reason) => vec![Msg::OwnNoteNotSaved((*reason).to_owned())],
            },
            Effect::KeepNames(names) => match &self.disk {
                Disk::Works => vec![Msg::NamesSaved(names)],
                Disk::Fails(reason) => vec![Msg::Failed((*reason).to_owned())],
            },
            Effect::WorkOut(order) => {
                let worked = order.run(&std::sync::atomic::AtomicBool::new(false));
                worked.map(|worked| Msg::WorkedOut(Box::new(worked))).into_iter().collect()
            }
            Effect::CompareNames(names) => vec![Msg::NamesCompared(Box::new(names.compare()))],
            Effect::Analyse(snapshot) => vec![Msg::Read(Box::new(snapshot.read()))],
            Effect::ReadWhole(order) => vec![Msg::WholeRead(Box::new(order.read()))],
            Effect::LayOut(order) => {
                let done = order.lay_out(&AtomicBool::new(false));
                done.map(|done| Msg::LaidOut(Box::new(done))).into_iter().collect()
            }
            Effect::Replay(ReplayChore::Scan(order)) => {
                let mut told = Vec::new();
                order.run(|scanned| {
                    told.push(Msg::Replay(ReplayReport::Scanned(Box::new(scanned))));
                    true
                });
                told
            }
            Effect::Replay(ReplayChore::Plot(order)) => {
                vec![Msg::Replay(ReplayReport::Plotted(Box::new(order.run())))]
            }
            Effect::Replay(ReplayChore::Compare(order)) => vec![Msg::Replay(ReplayReport::Compared(order.run()))],
            _ => Vec::new(),
        }
    }

    /// The screen as drawn now.
    pub(crate) fn buffer(&self, theme: &Theme, depth: Depth) -> Buffer {
        let (columns, rows) = self.model.size;
        let paint = Paint::new(theme, depth);
        drawn((columns, rows), |frame| ui::draw(&self.model, &paint, frame))
    }

    /// The regions of the screen as drawn now that answer to the mouse.
    pub(crate) fn regions(&self) -> Regions {
        let paint = Paint::new(&themes()[0], Depth::True);
        let mut regions = Regions::default();
        drop(drawn(self.model.size, |frame| regions = ui::draw_with_regions(&self.model, &paint, frame)));
        regions
    }

    /// A click on the beginning of these words, where they are shown last and answer.
    #[track_caller]
    pub(crate) fn clicks(&mut self, words: &str) -> &mut Self {
        let regions = self.regions();
        let target = self.cells_of(words).into_iter().rev().find_map(|cell| regions.target_at(cell).cloned());
        let target = target.unwrap_or_else(|| panic!("nothing answers at {words:?}:\n{}", self.screen()));
        self.happen(Msg::Pointed(Pointer::Press(target)));
        self
    }

    /// One notch of the wheel over the beginning of these words, where they are shown last and scroll; nothing where they
    /// do not.
    #[track_caller]
    pub(crate) fn wheels(&mut self, words: &str, down: bool) -> &mut Self {
        let regions = self.regions();
        if let Some(over) = self.cells_of(words).into_iter().rev().find_map(|cell| regions.scrolled_at(cell)) {
            self.happen(Msg::Pointed(Pointer::Wheel { over, down }));
        }
        self
    }

    /// The columns and rows at which the screen shows these words, from top to bottom.
    #[track_caller]
    fn cells_of(&self, words: &str) -> Vec<(u16, u16)> {
        let screen = self.screen();
        let lines = screen.lines().enumerate();
        let places = lines.flat_map(|(row, line)| line.match_indices(words).map(move |(at, _)| (row, &line[..at])));
        let cells: Vec<(u16, u16)> = places
            .map(|(row, before)| (u16::try_from(before.chars().count()).unwrap(), u16::try_from(row).unwrap()))
            .collect();
        assert!(!cells.is_empty(), "{words:?} is not on the screen:\n{screen}");
        cells
    }

    /// The screen as text, one line a row, without trailing blanks.
    pub(crate) fn screen(&self) -> String {
        let theme = &themes()[0];
        let buffer = self.buffer(theme, Depth::True);
        text(&buffer)
    }

    /// The lines the session holds that still stand, as typed.
    pub(crate) fn lines(&self) -> Vec<String> {
        let run = self.model.run.as_ref().unwrap();
        let live = run.recording.session().live().filter(|event| event.is_line() && event.can_be_taken_back());
        live.map(|event| event.said.clone().unwrap()).collect()
    }

    pub(crate) fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| notice.says.as_str())
    }
}
