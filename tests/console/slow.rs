//! A console whose disk takes its time: chores wait until the test lets them be done, and can be made to fail.

use std::collections::VecDeque;
use std::sync::atomic::AtomicBool;

use adjacent::app::phones::{PhonePage, PhonesChore, PhonesReport};
use adjacent::app::room::{Room, RoomMsg, RoomWindow};
use adjacent::app::{Effect, Home, Model, Msg, OpenSession, Settings, update};
use adjacent::record::{Event, Fact, Header, Hidden, Mode, OwnNote, PlannedExercise, Session};
use adjacent::ui;
use jiff::{SignedDuration, Timestamp};

use crate::drawn::{drawn, paint, text, themes};
use crate::session;
use crate::talk::seats;
use crate::typing::Typing;

/// The address of every page for phones.
pub(crate) const ADDRESS: &str = "http://192.168.1.20:4242/bcdfg-hjkmn";

pub(crate) struct Slow {
    pub(crate) model: Model,
    /// What waits to be done, in order.
    pub(crate) chores: VecDeque<Effect>,
    /// What is on disk.
    pub(crate) file: Vec<Event>,
    /// What is in the private file.
    pub(crate) private: Option<Hidden>,
    /// The notes for whoever holds the keyboard alone that are on disk.
    pub(crate) own_notes: Vec<OwnNote>,
    pub(crate) settings: Settings,
    /// Why nothing can be saved.
    pub(crate) fails: Option<&'static str>,
    pub(crate) left: bool,
    /// The room's own window, fed from what is on disk alone.
    pub(crate) room: RoomWindow,
    pub(crate) now: Timestamp,
    /// What phones show; `None` while there is no page.
    pub(crate) page: Option<PhonePage>,
    /// Whether a page was closed.
    pub(crate) closed: bool,
}

pub(crate) fn opened() -> Timestamp {
    "2026-11-20T09:00:00Z".parse().unwrap()
}

pub(crate) fn header() -> Header {
    session::header("2026-11-20-spring-review-0000", "Spring review")
}

/// The first event of a workshop of six.
pub(crate) fn opening() -> Event {
    opening_with(&["arrive", "next"])
}

fn opening_with(exercises: &[&str]) -> Event {
    let people = seats(&[
        ("zmei", "Claims"),
        ("ztom", "Contact Centre"),
        ("zana", "Risk"),
        ("zgus", "Underwriting"),
        ("zpri", "Retention"),
        ("zsam", "Claims"),
    ]);
    let agenda = exercises.iter().map(|id| PlannedExercise::new(*id, 10)).collect();
    Event {
        seq: 1,
        facts: vec![Fact::Opened { mode: Mode::Live, facilitator: None, agenda, people }],
        ..Event::default()
    }
}

impl Typing for Slow {
    fn happens(&mut self, msg: Msg) -> &mut Self {
        self.now += SignedDuration::from_millis(20);
        let chores = update(&mut self.model, msg, self.now);
        self.chores.extend(chores);
        self
    }
}

impl Slow {
    /// A workshop that was just begun, at its first step.
    pub(crate) fn workshop() -> Self {
        Self::workshop_with(&["arrive", "next"])
    }

    /// The same with these exercises.
    pub(crate) fn workshop_with(exercises: &[&str]) -> Self {
        let session = Session::fold(header(), [opening_with(exercises)]);
        let mut slow = Self::with(&session, opened());
        slow.opens(OpenSession { writable: true, ..OpenSession::alone(session) });
        slow.settles();
        slow
    }

    /// At home, a session on disk.
    pub(crate) fn with(session: &Session, now: Timestamp) -> Self {
        let home = Home { folder: "/home/noor/adjacent".into(), ..Home::default() };
        let themes = themes().iter().map(|theme| theme.name.clone()).collect();
        let model = Model::new(home, Settings::default(), themes, now);
        let room = Room::new(OpenSession::alone(session.clone()), model.catalogue.clone());
        Self {
            model,
            chores: VecDeque::new(),
            file: session.events().to_vec(),
            private: None,
            own_notes: Vec::new(),
            settings: Settings::default(),
            fails: None,
            left: false,
            room: RoomWindow::new(Some(room), 0, now),
            now,
            page: None,
            closed: false,
        }
    }

    pub(crate) fn opens(&mut self, open: OpenSession) {
        self.happens(Msg::Opened(Box::new(open)));
    }

    pub(crate) fn waits(&mut self, seconds: i64) -> &mut Self {
        self.now += SignedDuration::from_secs(seconds);
        self.happens(Msg::Tick)
    }

    /// The disk does one chore; says whether there was one.
    pub(crate) fn disk(&mut self) -> bool {
        let Some(chore) = self.chores.pop_front() else { return false };
        let msg = match (chore, self.fails) {
            (Effect::Append(_), Some(why)) => Some(Msg::NotSaved(why.to_owned())),
            (Effect::KeepHidden(_), Some(why)) => Some(Msg::HiddenNotSaved(why.to_owned())),
            (Effect::KeepSettings(_), Some(why)) => Some(Msg::SettingsNotSaved(why.to_owned())),
            (Effect::KeepOwnNote(_), Some(why)) => Some(Msg::OwnNoteNotSaved(why.to_owned())),
            (Effect::KeepOwnNote(note), None) => {
                self.own_notes.push(note);
                Some(Msg::OwnNoteSaved(self.own_notes.clone()))
            }
            (Effect::Append(event), None) => {
                self.file.push(event.clone());
                self.room.update(RoomMsg::Heard(vec![event.clone()]), self.now);
                while let Some(order) = self.room.order() {
                    let worked = order.run(&std::sync::atomic::AtomicBool::new(false)).unwrap();
                    self.room.update(RoomMsg::Worked(Box::new(worked)), self.now);
                }
                Some(Msg::Appended(event))
            }
            (Effect::KeepHidden(hidden), None) => {
                self.private = Some(hidden.clone());
                Some(Msg::HiddenSaved(hidden))
            }
            (Effect::KeepSettings(settings), None) => {
                self.settings = settings.clone();
                Some(Msg::SettingsSaved(settings))
            }
            (Effect::DropHidden, _) => {
                self.private = None;
                None
            }
            (Effect::WorkOut(order), _) => {
                let worked = order.run(&std::sync::atomic::AtomicBool::new(false));
                worked.map(|worked| Msg::WorkedOut(Box::new(worked)))
            }
            (Effect::Phones(PhonesChore::Open { .. }), _) => Some(Msg::Phones(PhonesReport::Open(ADDRESS.to_owned()))),
            (Effect::Phones(PhonesChore::Show(page)), _) => {
                self.page = Some(*page);
                None
            }
            (Effect::Phones(PhonesChore::Close), _) => {
                (self.page, self.closed) = (None, true);
                Some(Msg::Phones(PhonesReport::Closed(String::new())))
            }
            (Effect::Board(board), _) => {
                self.room.update(RoomMsg::Phones(board), self.now);
                None
            }
            (Effect::CompareNames(names), _) => Some(Msg::NamesCompared(Box::new(names.compare()))),
            (Effect::Analyse(snapshot), _) => Some(Msg::Read(Box::new(snapshot.read()))),
            (Effect::ReadWhole(order), _) => Some(Msg::WholeRead(Box::new(order.read()))),
            (Effect::LayOut(order), _) => {
                order.lay_out(&AtomicBool::new(false)).map(|done| Msg::LaidOut(Box::new(done)))
            }
            (Effect::Leave, _) => {
                self.left = true;
                None
            }
            _ => None,
        };
        if let Some(msg) = msg {
            self.happens(msg);
        }
        true
    }

    /// Everything that waits is done.
    pub(crate) fn settles(&mut self) -> &mut Self {
        while self.disk() {}
        self
    }

    /// From now on nothing can be saved, and what waits fails.
    pub(crate) fn fails(&mut self) -> &mut Self {
        self.fails = Some(
            "/home/noor/adjacent/sessions/2026-11-20-spring-review-0000.ron cannot be written: No space left on device (os error 28)",
        );
        self.settles()
    }

    pub(crate) fn works(&mut self) -> &mut Self {
        self.fails = None;
        self.settles()
    }

    /// The lines that are on disk and stand, as typed.
    pub(crate) fn lines(&self) -> Vec<String> {
        let session = Session::fold(header(), self.file.clone());
        let lines = session.live().filter(|event| event.is_line()).filter_map(|event| event.said.clone());
        lines.collect()
    }

    pub(crate) fn facts(&self) -> Vec<Fact> {
        self.file.iter().flat_map(|event| event.facts.clone()).collect()
    }

    pub(crate) fn screen(&self) -> String {
        let (columns, rows) = self.model.size;
        text(&drawn((columns, rows), |frame| ui::draw(&self.model, paint(), frame)))
    }

    /// The screen in one line, as somebody reads it who does not mind where a sentence wraps.
    pub(crate) fn reads(&self) -> String {
        let screen = self.screen();
        screen
            .split_whitespace()
            .filter(|word| !word.chars().all(|c| "│─┌┐└┘".contains(c)))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What the room's own window shows.
    pub(crate) fn room(&self) -> String {
        text(&drawn((80, 24), |frame| ui::room::draw(&self.room, paint(), frame)))
    }
}
