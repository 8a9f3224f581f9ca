//! A projector without a terminal: events in, frames out.

use std::sync::atomic::AtomicBool;

use adjacent::app::room::{Room, RoomMsg, RoomWindow, Stay};
use adjacent::app::{KeyPress, OpenSession, Recording};
use adjacent::exercise::Catalogue;
use adjacent::record::{Event, Fact, Mode, Names, Person, PlannedExercise, RoomView, Session, SessionTime, StepId};
use adjacent::theme::{Depth, Theme};
use adjacent::ui::{self, Paint};
use jiff::{SignedDuration, Timestamp};
use ratatui::buffer::Buffer;

use crate::drawn::{drawn, text, themes};
use crate::session::header;

/// An exercise with a step of each sort, so that no other one has to stay as it is for these tests.
const EXERCISE: &str = include_str!("exercise.ron");

/// A session that somebody writes, and the window of the room that follows it.
pub(crate) struct Stage {
    pub(crate) window: RoomWindow,
    /// The console's side: it reads lines and makes events of them.
    writer: Recording,
    catalogue: Catalogue,
    now: Timestamp,
}

impl Stage {
    /// A workshop of three, one of whom asked to be named, at its opening.
    pub(crate) fn opened() -> Self {
        let seat = |tag: &str, name: Option<&str>, party: &str| Person {
            tag: tag.into(),
            name: name.map(str::to_owned),
            party: Some(party.into()),
            ..Person::default()
        };
        let people = vec![
            seat("zmei", None, "Claims"),
            seat("ztom", None, "Contact Centre"),
            seat("zana", Some("Ana Ruiz, risk"), "Risk"),
        ];
        Self::with(people)
    }

    /// The same workshop as it is set up: its clocks wait for the start.
    pub(crate) fn waiting() -> Self {
        let header = header("2026-11-20-test-0000", "Spring review");
        let opening = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: vec![], people: vec![] };
        let facts = vec![opening, Fact::ClockPaused];
        let opening = Event { seq: 1, at: SessionTime::OPENING, facts, ..Event::default() };
        Self::of(Session::fold(header, [opening]))
    }

    pub(crate) fn with(people: Vec<Person>) -> Self {
        let header = header("2026-11-20-test-0000", "Spring review");
        let planned = |(id, minutes): (&str, u16)| PlannedExercise::new(id, minutes);
        let agenda = [("arrive", 8), ("walk", 14), ("close", 6)].map(planned);
        let opening =
            Fact::Opened { mode: Mode::Live, facilitator: Some("Facimarkø".into()), agenda: agenda.into(), people };
        let opening = Event { seq: 1, at: SessionTime::OPENING, facts: vec![opening], ..Event::default() };
        Self::of(Session::fold(header, [opening]))
    }

    pub(crate) fn of(session: Session) -> Self {
        let catalogue = catalogue();
        let now = session.header().opened;
        let names = [("zmei", "Meimark"), ("ztom", "Tommark")].map(|(tag, name)| (tag.into(), name.into()));
        let names = Names { names: names.into(), ..Names::default() };
        let open = OpenSession { names, writable: false, ..OpenSession::alone(session) };
        let window = RoomWindow::new(Some(Room::new(open.clone(), catalogue.clone())), 0, now);
        let mut stage = Self { window, writer: Recording::new(open, &catalogue), catalogue, now };
        stage.works();
        stage
    }

    /// What the shell would work out in a thread is worked out at once.
    fn works(&mut self) -> &mut Self {
        while let Some(order) = self.window.order() {
            let worked = order.run(&AtomicBool::new(false)).unwrap();
            self.window.update(RoomMsg::Worked(Box::new(worked)), self.now);
        }
        self
    }

    pub(crate) fn with_size(mut self, columns: u16, rows: u16) -> Self {
        self.window.update(RoomMsg::Resize(columns, rows), self.now);
        self.works();
        self
    }

    pub(crate) fn wait(&mut self, milliseconds: i64) -> &mut Self {
        self.now += SignedDuration::from_millis(milliseconds);
        self.window.update(RoomMsg::Tick, self.now);
        self
    }

    pub(crate) fn press(&mut self, key: KeyPress) -> Stay {
        self.window.update(RoomMsg::Key(key), self.now)
    }

    /// A line as the scribe types it, three seconds after the one before.
    pub(crate) fn says(&mut self, line: &str) -> u64 {
        self.now += SignedDuration::from_secs(3);
        let at = self.writer.at(self.now);
        let asked = self.writer.asked(&self.catalogue);
        let reading = self.writer.read(line, None, &asked.frame, at);
        self.happens(self.writer.spoken(&reading, at))
    }

    /// A keyed act.
    pub(crate) fn does(&mut self, fact: Fact) -> u64 {
        let at = self.writer.at(self.now);
        self.happens(self.writer.keyed(vec![fact], at))
    }

    /// An event as it comes from the file.
    pub(crate) fn happens(&mut self, event: Event) -> u64 {
        let seq = event.seq;
        self.writer.apply(event.clone(), &self.catalogue);
        self.window.update(RoomMsg::Heard(vec![event]), self.now);
        self.works();
        seq
    }

    /// The event that a fact would become now, to be changed before it happens.
    pub(crate) fn event(&self, fact: Fact) -> Event {
        self.writer.keyed(vec![fact], self.writer.at(self.now))
    }

    /// The walk goes to this step of the exercise, for three minutes.
    pub(crate) fn enters(&mut self, number: u16) -> &mut Self {
        self.does(Fact::StepEntered { step: StepId::new("walk", number), planned: 180 });
        self
    }

    pub(crate) fn looks_at(&mut self, view: RoomView) -> &mut Self {
        self.does(Fact::Shown { view });
        self
    }

    /// The same session as somebody finds it who opens the window only now.
    pub(crate) fn opened_late(&self) -> Self {
        let mut late = Self::of(self.writer.session().clone());
        let (columns, rows) = self.window.size;
        late.now = self.now;
        late.window.update(RoomMsg::Resize(columns, rows), self.now);
        late.works();
        late
    }

    pub(crate) fn buffer(&self, theme: &Theme, depth: Depth) -> Buffer {
        let (columns, rows) = self.window.size;
        let paint = Paint::new(theme, depth);
        drawn((columns, rows), |frame| ui::room::draw(&self.window, &paint, frame))
    }

    /// The screen as text, one line a row, without trailing blanks.
    pub(crate) fn screen(&self) -> String {
        text(&self.buffer(projector(), Depth::True))
    }
}

pub(crate) fn catalogue() -> Catalogue {
    [adjacent::exercise::Exercise::parse(EXERCISE).unwrap()].into_iter().collect()
}

pub(crate) fn projector() -> &'static Theme {
    themes().iter().find(|theme| theme.name == "projector").unwrap()
}
