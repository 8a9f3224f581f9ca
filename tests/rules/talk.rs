//! A room that talks: lines as they would be typed, and what the lenses see in them.

use adjacent::app::{OpenSession, Recording};
use adjacent::exercise::{AnswerFrame, Catalogue};
use adjacent::graph::{Graph, Key};
use adjacent::import::transcript;
use adjacent::lens::{Finding, read};
use adjacent::record::{Event, Fact, Header, Mode, Person, Session, SessionKind};

/// A room in which lines are typed, one second after the other.
pub(crate) struct Talk {
    recording: Recording,
    catalogue: Catalogue,
    at: u64,
}

impl Talk {
    /// People as tag and party; without any, nobody is listed and every nameless line is somebody else's.
    pub(crate) fn among(people: &[(&str, &str)]) -> Self {
        Self::opened("2026-11-20-talk-0001", "2026-11-20T09:00:00Z", people)
    }

    fn opened(id: &str, opened: &str, people: &[(&str, &str)]) -> Self {
        let (id, opened_at) = (id.to_owned(), opened.parse().unwrap());
        let person = |(tag, party): &(&str, &str)| Person {
            tag: (*tag).into(),
            party: Some((*party).to_owned()),
            ..Person::default()
        };
        let people = people.iter().map(person).collect();
        let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
        let opening = Event { seq: 1, facts: vec![opened], ..Event::default() };
        let header = Header {
            id: id.into(),
            title: "Talk".into(),
            opened: opened_at,
            zone: adjacent::record::Zone::UTC,
            kind: SessionKind::Workshop,
            private: false,
        };
        let catalogue = Catalogue::embedded();
        let recording = Recording::new(OpenSession::alone(Session::fold(header, [opening])), &catalogue);
        Self { recording, catalogue, at: 0 }
    }

    /// The people of a transcript, and all its lines.
    pub(crate) fn transcript(text: &str) -> Self {
        let notes = transcript::read(text);
        let person = |line: &String| {
            let (tag, rest) = line.split_once(" = ").unwrap();
            (tag.to_owned(), rest.split_once(" @ ").unwrap().1.to_owned())
        };
        let people: Vec<(String, String)> = notes.people.iter().map(person).collect();
        let people: Vec<(&str, &str)> = people.iter().map(|(tag, party)| (tag.as_str(), party.as_str())).collect();
        let mut talk = Self::among(&people);
        for line in &notes.lines {
            talk.at = line.at;
            talk.say(&line.text);
        }
        talk
    }

    /// The first lines of a transcript.
    pub(crate) fn first_lines(text: &str, lines: usize) -> Self {
        let mut seen = 0;
        let kept = text.lines().take_while(|line| {
            seen += usize::from(line.starts_with('['));
            seen <= lines
        });
        Self::transcript(&kept.collect::<Vec<_>>().join("\n"))
    }

    /// Types one line a row.
    pub(crate) fn says(&mut self, lines: &str) -> &mut Self {
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.at += 1000;
            self.say(line);
        }
        self
    }

    /// Lets so many milliseconds pass.
    pub(crate) fn waits(&mut self, milliseconds: u64) -> &mut Self {
        self.at += milliseconds;
        self
    }

    /// Something that is keyed, not typed.
    pub(crate) fn fact(&mut self, fact: Fact) -> &mut Self {
        self.at += 1000;
        let event = self.recording.keyed(vec![fact], self.at);
        self.recording.apply(event, &self.catalogue);
        self
    }

    fn say(&mut self, line: &str) {
        let reading = self.recording.read(line, None, &AnswerFrame::default(), self.at);
        let event = self.recording.spoken(&reading, self.at);
        self.recording.apply(event, &self.catalogue);
    }

    /// What is recorded.
    pub(crate) fn session(&self) -> &Session {
        self.recording.session()
    }

    /// A room of nobody listed that met on this day of November 2026, and what was said there.
    pub(crate) fn on_day(day: u8, lines: &str) -> Self {
        let mut talk = Self::opened(&format!("2026-11-{day:02}-talk"), &format!("2026-11-{day:02}T09:00:00Z"), &[]);
        talk.says(lines);
        talk
    }

    /// Everything said so far.
    pub(crate) fn ledger(&self) -> adjacent::graph::Ledger {
        self.recording.ledger().clone()
    }

    pub(crate) fn graph(&self) -> Graph {
        self.ledger().graph(None)
    }

    pub(crate) fn findings(&self) -> Vec<Finding> {
        read(&self.graph()).findings
    }

    /// What one lens sees, as `pattern about/about/about severity`, heaviest first.
    pub(crate) fn sees(&self, lens: &str) -> Vec<String> {
        self.findings().iter().filter(|finding| finding.lens.name() == lens).map(told).collect()
    }

    /// The one finding of a lens about these things.
    pub(crate) fn finding(&self, lens: &str, about: &[&str]) -> Option<Finding> {
        let about: Vec<Key> = about.iter().map(|label| Key::of(label).unwrap()).collect();
        self.findings().into_iter().find(|finding| finding.lens.name() == lens && finding.about == about)
    }
}

fn told(finding: &Finding) -> String {
    let about: Vec<&str> = finding.about.iter().map(Key::as_str).collect();
    let pattern = finding.pattern.map(|pattern| format!("{} ", pattern.name())).unwrap_or_default();
    format!("{pattern}{} {}", about.join("/"), finding.severity)
}

/// What a room without listed people sees through one lens after these lines.
pub(crate) fn sees(lens: &str, lines: &str) -> Vec<String> {
    Talk::among(&[]).says(lines).sees(lens)
}
