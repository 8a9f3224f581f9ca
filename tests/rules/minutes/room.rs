//! A session in memory, typed and keyed, and its minutes.

use std::collections::BTreeMap;

use adjacent::app::OpenSession;
use adjacent::exercise::{AnswerFrame, Blanks, Catalogue};
use adjacent::export::{SessionChapter, minutes_markdown};
use adjacent::graph::Ledger;
use adjacent::record::{
    Event, Exposure, Fact, Header, Mode, Names, Person, PlannedExercise, Session, SessionKind, StepId,
    from_whole_millis,
};

use crate::session::header;
use crate::talk::Talk;

/// A session that is being written.
pub(crate) struct Room {
    talk: Talk,
    step: Option<StepId>,
}

impl Room {
    /// A room with somebody from Claims and somebody from Contact Centre, and no plan.
    pub(crate) fn new() -> Self {
        Self::planned(&[])
    }

    /// A room with a plan: exercises and their minutes.
    pub(crate) fn planned(plan: &[(&str, u16)]) -> Self {
        Self::opened(
            SessionKind::Workshop,
            &[seat("zqmei", None, "Claims"), seat("zqtom", None, "Contact Centre")],
            plan,
        )
    }

    /// Somebody from Claims, alone.
    pub(crate) fn alone() -> Self {
        Self::opened(SessionKind::Solo, &[seat("me", None, "Claims")], &[])
    }

    pub(crate) fn opened(kind: SessionKind, people: &[Person], plan: &[(&str, u16)]) -> Self {
        let mode = if kind == SessionKind::Solo { Mode::Solo } else { Mode::Live };
        let header = Header { kind, ..header("here", "One hour") };
        let agenda = plan.iter().map(|(id, minutes)| PlannedExercise::new(*id, *minutes));
        let facilitator = Some("zqnoor".to_owned());
        let opening = Fact::Opened { mode, facilitator, agenda: agenda.collect(), people: people.to_vec() };
        let names = people.iter().map(|person| (person.tag.clone(), format!("Zqname {}", person.tag)));
        let open = OpenSession {
            names: Names { names: names.collect::<BTreeMap<_, _>>(), ..Names::default() },
            writable: true,
            ..OpenSession::alone(Session::new(header))
        };
        let mut room = Self { talk: Talk::on(open), step: None };
        room.key(opening);
        room
    }

    /// A room that builds on what another one has said.
    pub(crate) fn after(other: &Room) -> Self {
        let mut room = Self::new();
        let header = Header { id: "earlier".into(), ..other.session().header().clone() };
        let mut base = Ledger::new();
        base.add_session(&Session::fold(header, other.session().events().to_vec()), &Names::default());
        let session = room.session().clone();
        let open = OpenSession { base, writable: true, ..OpenSession::alone(session) };
        room.talk = Talk::on(open);
        room
    }

    pub(crate) fn session(&self) -> &Session {
        self.talk.session()
    }

    /// So many minutes pass.
    pub(crate) fn wait(&mut self, minutes: u64) -> &mut Self {
        self.talk.at += from_whole_millis(minutes * 60_000);
        self
    }

    /// What is said from here on is said in this step, as notes say it: without entering it.
    pub(crate) fn in_step(&mut self, step: &str) -> &mut Self {
        self.step = Some(step.parse().unwrap());
        self
    }

    /// The walk enters a step.
    pub(crate) fn enter(&mut self, step: &str) -> &mut Self {
        let step: StepId = step.parse().unwrap();
        self.step = Some(step.clone());
        self.key(Fact::StepEntered { step, planned: 60 })
    }

    /// Types a line for the room.
    pub(crate) fn says(&mut self, line: &str) -> &mut Self {
        self.types(line, Exposure::Room)
    }

    pub(crate) fn types(&mut self, line: &str, exposure: Exposure) -> &mut Self {
        let reading = self.talk.recording.read(line, None, &AnswerFrame::default(), self.talk.at);
        let event = Event { exposure, ..self.talk.recording.spoken(&reading, self.talk.at) };
        self.push(event)
    }

    /// Records a fact without a line.
    pub(crate) fn key(&mut self, fact: Fact) -> &mut Self {
        let event = self.talk.recording.keyed(vec![fact], self.talk.at);
        self.push(event)
    }

    pub(crate) fn push(&mut self, event: Event) -> &mut Self {
        let event = Event { step: self.step.clone().or_else(|| event.step.clone()), ..event };
        self.talk.recording.apply(event, &self.talk.catalogue);
        self
    }

    /// The number of the last event.
    pub(crate) fn last(&self) -> u64 {
        self.session().events().last().unwrap().seq
    }

    /// The minutes as they are now.
    pub(crate) fn minutes(&self) -> String {
        self.talk.recording.minutes(&self.talk.catalogue)
    }

    /// The minutes as a chapter of a report.
    pub(crate) fn chapter(&self) -> SessionChapter {
        self.talk.recording.chapter(&self.talk.catalogue)
    }

    /// The headings of the minutes, in order.
    pub(crate) fn headings(&self) -> Vec<String> {
        self.minutes().lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_owned).collect()
    }

    /// What stands under a heading; nothing when it is not there.
    pub(crate) fn under(&self, heading: &str) -> String {
        under(&self.minutes(), heading)
    }
}

pub(crate) fn under(page: &str, heading: &str) -> String {
    let level = |line: &str| line.chars().take_while(|c| *c == '#').count();
    let mut lines = page.lines().skip_while(|line| level(line) < 2 || line.trim_start_matches('#').trim() != heading);
    let above = lines.next().map_or(0, level);
    let body: Vec<&str> = lines.take_while(|line| level(line) == 0 || level(line) > above).collect();
    body.join("\n").trim().to_owned()
}

/// The minutes after every prefix of a session, the empty one first.
pub(crate) fn at_every_moment(session: &Session) -> Vec<String> {
    let catalogue = Catalogue::embedded();
    let prefixes = (0..=session.events().len()).map(|end| {
        let prefix = Session::fold(session.header().clone(), session.events()[..end].to_vec());
        let mut ledger = Ledger::new();
        ledger.add_session(&prefix, &Names::default());
        minutes_markdown(&prefix, &ledger, &catalogue, &Blanks::default())
    });
    prefixes.collect()
}

pub(crate) fn seat(tag: &str, name: Option<&str>, party: &str) -> Person {
    Person { tag: tag.into(), name: name.map(str::to_owned), party: Some(party.to_owned()), ..Person::default() }
}
