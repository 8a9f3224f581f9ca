//! What the lenses see in a session in which lines were typed.

use jiff::SignedDuration;

use adjacent::app::OpenSession;
use adjacent::graph::{Graph, Key};
use adjacent::lens::{Finding, read};
use adjacent::record::{Fact, Header, Mode, Session, from_whole_millis};

use crate::session::header;
use crate::talk::{Talk, opening};

impl Talk {
    /// The first lines of a transcript.
    pub(crate) fn first_lines(text: &str, lines: usize) -> Self {
        let mut seen = 0;
        let kept = text.lines().take_while(|line| {
            seen += usize::from(line.starts_with('['));
            seen <= lines
        });
        Self::transcript(&kept.collect::<Vec<_>>().join("\n"))
    }

    /// A room of nobody listed that met on this day of November 2026, and what was said there.
    pub(crate) fn on_day(day: u8, lines: &str) -> Self {
        let opened = format!("2026-11-{day:02}T09:00:00Z").parse().unwrap();
        let header = Header { opened, ..header(&format!("2026-11-{day:02}-talk"), "Talk") };
        let mut talk = Self::on(OpenSession::alone(Session::fold(header, [opening(Mode::Live, Vec::new())])));
        talk.says(lines);
        talk
    }

    /// Lets so many milliseconds pass.
    pub(crate) fn waits(&mut self, milliseconds: u64) -> &mut Self {
        self.at += from_whole_millis(milliseconds);
        self
    }

    /// Something that is keyed, not typed.
    pub(crate) fn fact(&mut self, fact: Fact) -> &mut Self {
        self.at += SignedDuration::from_secs(1);
        let event = self.recording.keyed(vec![fact], self.at);
        self.recording.apply(event, &self.catalogue);
        self
    }

    pub(crate) fn graph(&self) -> Graph {
        self.ledger().graph(None)
    }

    pub(crate) fn findings(&self) -> Vec<Finding> {
        read(&self.graph()).findings
    }

    /// What one lens sees, as `pattern about/about/about severity`, heaviest first.
    pub(crate) fn sees(&self, lens: &str) -> Vec<String> {
        let mut found = self.findings();
        found.retain(|finding| finding.lens.name() == lens);
        found.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.about.clone(), finding.pattern));
        found.iter().map(told).collect()
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
