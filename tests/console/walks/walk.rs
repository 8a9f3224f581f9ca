//! A console without a terminal and without a disk, walked through an agenda by keys.

use std::collections::VecDeque;

use adjacent::app::{
    Code, Effect, ErrandChore, Guidance, Home, KeyPress, Model, Msg, OpenSession, Recording, Run, Settings,
    TakeAwayView, update,
};
use adjacent::exercise::{Agenda, Catalogue, Exercise};
use adjacent::graph::Ledger;
use adjacent::record::{Event, Fact, Header, Matter, Mode, Names, Person, Session, SessionKind, matters};
use jiff::{SignedDuration, Timestamp};

use crate::session::header;
use crate::talk::{Talk, opening, seat};
use crate::walks::table;

/// Who is in the room: tag, name, team.
const PEOPLE: [(&str, &str, &str); 4] = [
    ("mei", "Mei, claims lead", "Claims"),
    ("tom", "Tom, contact centre manager", "Contact Centre"),
    ("pri", "Priya, retention lead", "Retention"),
    ("gus", "Gus, pricing lead", "Underwriting"),
];

/// A session that is being walked.
pub(crate) struct Walk {
    model: Model,
    /// What was put on the clipboard.
    pub(crate) copied: Vec<String>,
    /// The files that were written.
    pub(crate) written: Vec<String>,
    now: Timestamp,
    /// What was known before, as a table.
    before: Vec<String>,
    /// The number of the first event that counts.
    since: u64,
}

impl Walk {
    /// A room of four teams, or one person, with this agenda.
    pub(crate) fn begun(mode: Mode, agenda: &str) -> Self {
        Self::on(mode, agenda, None)
    }

    /// The same a month after a session in which these lines were typed.
    pub(crate) fn after(earlier: &str, mode: Mode, agenda: &str) -> Self {
        Self::on(mode, agenda, Some(&typed_before(earlier)))
    }

    /// A room that walks an exercise of its own.
    pub(crate) fn of_its_own(exercise: &str) -> Self {
        let own = Exercise::parse(exercise).unwrap();
        let agenda = own.id.clone();
        Self::with(Catalogue::from_iter([own]), Mode::Live, &agenda, None)
    }

    fn on(mode: Mode, agenda: &str, earlier: Option<&Session>) -> Self {
        Self::with(Catalogue::embedded(), mode, agenda, earlier)
    }

    fn with(catalogue: Catalogue, mode: Mode, agenda: &str, earlier: Option<&Session>) -> Self {
        let now = "2026-11-20T09:00:00Z".parse().unwrap();
        let agenda = Agenda::parse(agenda, &catalogue, mode).unwrap();
        let (people, names) = if mode == Mode::Live { seats() } else { (Vec::new(), Names::default()) };
        let opened = Fact::Opened { mode, facilitator: None, agenda, people };
        let kind = if mode == Mode::Live { SessionKind::Workshop } else { SessionKind::Solo };
        let session = Session::fold(
            Header { kind, ..header("2026-11-20-here-0001", "A walk") },
            [Event { seq: 1, facts: vec![opened], ..Event::default() }],
        );
        let mut base = Ledger::new();
        if let Some(earlier) = earlier {
            base.add_session(earlier, &names);
        }
        let carried: Vec<Matter> = matters(&[], earlier);
        let open = OpenSession { names, base, carried, writable: true, ..OpenSession::alone(session) };
        let model = Model::new(Home::default(), Settings::default(), vec!["dark".into()], now);
        let mut walk = Self {
            model: Model { catalogue, ..model },
            copied: Vec::new(),
            written: Vec::new(),
            now,
            before: Vec::new(),
            since: 0,
        };
        walk.happen(Msg::Opened(Box::new(open)));
        walk.starts_here();
        walk.tell_prompt();
        walk
    }

    /// What is known up to now is not told again by [`Walk::leaves`].
    pub(crate) fn starts_here(&mut self) -> &mut Self {
        self.before = table::graph(&self.recording().ledger().graph(None));
        self.since = self.recording().session().next_seq();
        self
    }

    /// Walks through a script: `# Title` goes on to the step of that title, every other line is typed.
    ///
    /// `typed => said` is kept as `said`; without `=>` it is kept as typed, but for the tag of who speaks. What is
    /// doubtful about a line stands behind ` ~ `. A line may stay a sentence where a step asks for more only when it
    /// says so: `typed => (a sentence)`.
    pub(crate) fn through(&mut self, script: &str) -> &mut Self {
        let mut lines: Vec<String> = Vec::new();
        for line in rows(script) {
            match lines.last_mut().filter(|_| line.starts_with("=> ")) {
                Some(typed) => *typed = format!("{typed} {line}"),
                None => lines.push(line),
            }
        }
        for line in lines {
            match line.strip_prefix("# ") {
                Some(title) => self.goes_to(title),
                None => self.line(&line),
            };
        }
        self
    }

    fn goes_to(&mut self, title: &str) -> &mut Self {
        if self.title() != title || self.has_answers() {
            self.on_to_the_next();
        }
        assert_eq!(self.title(), title);
        self
    }

    fn line(&mut self, line: &str) -> &mut Self {
        let (line, doubt) = line.split_once(" ~ ").unwrap_or((line, ""));
        let (typed, said) = line.split_once(" => ").unwrap_or((line, without_tag(line)));
        let is_sentence = said.trim() == "(a sentence)";
        let said = if is_sentence { without_tag(typed) } else { said.trim() };
        let place = format!("{typed:?} at {:?}", self.title());
        let doubts = self.types(typed).doubts();
        self.press(KeyPress::plain(Code::Enter));
        assert_eq!(self.last_said(), said, "{place}: {}", self.notice());
        if !is_sentence {
            assert_eq!(doubts.join("; "), doubt.trim(), "{place}");
            assert!(said != without_tag(typed) || !self.stayed_a_sentence(), "{place} stayed a sentence");
        }
        self
    }

    /// A line and Enter, whatever becomes of it.
    pub(crate) fn says(&mut self, line: &str) -> &mut Self {
        self.types(line).press(KeyPress::plain(Code::Enter))
    }

    /// Text typed in the entry line, ten seconds later.
    pub(crate) fn types(&mut self, text: &str) -> &mut Self {
        self.wait(10);
        for c in text.chars() {
            self.take_in(Msg::Key(KeyPress::plain(Code::Char(c))));
        }
        self.take_in(Msg::Idle);
        self
    }

    /// A round of unnamed answers on slips, collected and shown together.
    pub(crate) fn collects(&mut self, slips: &[&str]) -> &mut Self {
        let (round, enter) = (KeyPress::plain(Code::F(6)), KeyPress::plain(Code::Enter));
        self.press(round).press(enter);
        for slip in slips {
            self.types(slip).press(enter);
        }
        self.press(round).press(enter)
    }

    /// A key, and the prompt when it has changed.
    pub(crate) fn press(&mut self, key: KeyPress) -> &mut Self {
        let before = self.prompt();
        self.happen(Msg::Key(key));
        if self.prompt() != before {
            self.tell_prompt();
        }
        self
    }

    pub(crate) fn on_to_the_next(&mut self) -> &mut Self {
        self.press(KeyPress::plain(Code::PageDown))
    }

    pub(crate) fn back(&mut self) -> &mut Self {
        self.press(KeyPress::plain(Code::PageUp))
    }

    /// Turns to the next of what the step walks over.
    pub(crate) fn turns(&mut self) -> &mut Self {
        self.press(KeyPress::alt(Code::Down))
    }

    pub(crate) fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now += SignedDuration::from_secs(seconds);
        self.happen(Msg::Tick);
        self
    }

    fn happen(&mut self, msg: Msg) {
        self.take_in(msg);
        self.take_in(Msg::Idle);
    }

    fn take_in(&mut self, msg: Msg) {
        let mut chores = VecDeque::from(update(&mut self.model, msg, self.now));
        while let Some(chore) = chores.pop_front() {
            if let Some(msg) = self.perform(chore) {
                chores.extend(update(&mut self.model, msg, self.now));
            }
        }
    }

    fn perform(&mut self, chore: Effect) -> Option<Msg> {
        match chore {
            Effect::Append(event) => {
                self.tell_event(&event);
                Some(Msg::Appended(event))
            }
            Effect::KeepHidden(mut hidden) => {
                hidden.entries.sort();
                Some(Msg::HiddenSaved(hidden))
            }
            Effect::Errand(ErrandChore::Write { file, .. }) => {
                self.written.push(file);
                None
            }
            Effect::Copy(text) => {
                self.copied.push(text);
                None
            }
            _ => None,
        }
    }

    /// What is asked now.
    pub(crate) fn prompt(&self) -> String {
        self.run().asked.prompt.clone()
    }

    /// What could be sent now.
    pub(crate) fn message(&self) -> String {
        self.run().asked.message.clone().unwrap_or_default()
    }

    /// What the step walks over, with what was answered in brackets.
    pub(crate) fn subjects(&self) -> Vec<String> {
        let subjects = &self.run().asked.frame.subjects;
        subjects.iter().map(|one| if one.done { format!("[{}]", one.says) } else { one.says.clone() }).collect()
    }

    /// The sentence that was read back last.
    pub(crate) fn read_back(&self) -> &str {
        self.run().last_captured().map_or("", |captured| &captured.sentence)
    }

    /// What the panel points out, first to last.
    pub(crate) fn nudges(&self) -> Vec<&str> {
        self.guidance().nudges.iter().map(String::as_str).collect()
    }

    /// Every goal of the exercise that is on is reached, and nothing is left to point out but who was not heard.
    pub(crate) fn reaches_its_goals(&mut self) -> &mut Self {
        let nudges: Vec<&str> = self.nudges().into_iter().filter(|nudge| !nudge.starts_with("Nothing from ")).collect();
        assert_eq!(nudges, [""; 0]);
        let goals = &self.guidance().goals;
        let missed: Vec<_> = goals.iter().filter(|(_, count, least)| *count < usize::from(*least)).collect();
        assert!(!goals.is_empty() && missed.is_empty(), "{goals:?}");
        self
    }

    pub(crate) fn guidance(&self) -> &Guidance {
        &self.run().worked_out.guidance
    }

    /// The page that somebody alone takes away, while it is shown.
    pub(crate) fn page(&self) -> Option<String> {
        let view = self.model.popup.as_deref()?.downcast::<TakeAwayView>()?;
        Some(view.page.clone())
    }

    /// The box over the screen, in words.
    pub(crate) fn in_the_box(&self) -> String {
        let sheet = self.model.popup.as_deref().and_then(|popup| popup.sheet(&self.model));
        format!("{sheet:?}")
    }

    pub(crate) fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| notice.says.as_str())
    }

    /// What is doubtful about the line as it stands in the entry line.
    pub(crate) fn doubts(&self) -> Vec<String> {
        self.run().typing.live.iter().flat_map(|live| &live.amber).map(|amber| amber.why.clone()).collect()
    }

    /// The title of the step.
    pub(crate) fn title(&self) -> String {
        self.recording().step_in(&self.model.catalogue).map_or_else(String::new, |step| step.title.clone())
    }

    /// What the walk has added to what was known before: things and arrows, and everything that is neither.
    pub(crate) fn leaves(&mut self, graph: &str, facts: &str) -> &mut Self {
        let (grown, said) = (self.grown(), self.facts());
        println!("\n- things and arrows\n{}\n- what is neither\n{}\n", grown.join("\n"), said.join("\n"));
        assert_eq!(grown, rows(graph), "things and arrows");
        assert_eq!(said, rows(facts), "what is neither");
        self
    }

    /// Things and arrows that are new; what is no longer so stands behind `no longer`.
    fn grown(&self) -> Vec<String> {
        let now = table::graph(&self.recording().ledger().graph(None));
        let new = now.iter().filter(|line| !self.before.contains(line)).cloned();
        let gone = self.before.iter().filter(|line| !now.contains(line)).map(|line| format!("no longer {line}"));
        new.chain(gone).collect()
    }

    fn facts(&self) -> Vec<String> {
        self.events().flat_map(|event| &event.facts).filter_map(table::fact).collect()
    }

    /// The events that count and still stand.
    fn events(&self) -> impl Iterator<Item = &Event> {
        self.recording().session().live().filter(|event| event.seq >= self.since)
    }

    fn has_answers(&self) -> bool {
        let here = self.recording().step();
        self.events().any(|event| event.step.as_ref() == here && event.facts.iter().any(Fact::is_content))
    }

    pub(crate) fn last_said(&self) -> String {
        self.events().filter_map(|event| event.said.clone()).last().unwrap_or_default()
    }

    /// Whether the last line is kept as text, or not read at all, where the step asks for something else.
    fn stayed_a_sentence(&self) -> bool {
        let step = self.recording().step_in(&self.model.catalogue);
        let last = self.events().filter(|event| event.said.is_some()).last();
        last.is_some_and(|event| {
            event.facts.iter().any(|fact| match fact {
                Fact::Answered { .. } => step.is_some_and(table::asks_for_more),
                Fact::Scrapped { .. } => true,
                _ => false,
            })
        })
    }

    pub(crate) fn recording(&self) -> &Recording {
        &self.run().recording
    }

    fn run(&self) -> &Run {
        self.model.run.as_ref().unwrap()
    }

    fn tell_prompt(&self) {
        println!("\n{}\n  {}", self.title(), self.prompt());
    }

    fn tell_event(&self, event: &Event) {
        if let Some(said) = &event.said {
            println!("    {said}\n      {}", self.recording().retell(event).unwrap_or_default());
        }
    }
}

fn rows(table: &str) -> Vec<String> {
    table.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn without_tag(line: &str) -> &str {
    let tagged = PEOPLE.iter().find_map(|(tag, ..)| line.strip_prefix(tag)?.strip_prefix("> "));
    tagged.unwrap_or(line)
}

fn seats() -> (Vec<Person>, Names) {
    let named = PEOPLE.iter().map(|(tag, name, _)| ((*tag).into(), (*name).to_owned()));
    (
        PEOPLE.iter().map(|(tag, _, party)| seat(tag, party)).collect(),
        Names { names: named.collect(), ..Names::default() },
    )
}

/// A session of a month ago in which these lines were typed, each grammar by itself.
fn typed_before(lines: &str) -> Session {
    let (people, names) = seats();
    let opened = "2026-10-20T09:00:00Z".parse().unwrap();
    let header = Header { opened, ..header("2026-10-20-before-0000", "A walk") };
    let session = Session::fold(header, [opening(Mode::Live, people)]);
    let mut talk = Talk::on(OpenSession { names, ..OpenSession::alone(session) });
    talk.says(lines);
    talk.session().clone()
}
