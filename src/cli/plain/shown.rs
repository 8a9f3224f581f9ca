//! What the room's own window shows, which follows the session from a second terminal.

use std::io::Write;

use anyhow::Result;

use super::session::PlainSession;
use crate::graph::Graph;
use crate::lens::{Finding, read};
use crate::record::{Fact, FindingPart, RoomView, ShownFinding};

/// What can be shown, as it is typed behind `/show`.
const VIEWS: &str = "question, map, map THING, whole-map, ripple THING, finding, said, decisions, agenda";

impl<W: Write> PlainSession<'_, W> {
    /// Shows the room something, which may be about a thing.
    pub(super) fn show(&mut self, what: &str, of: &str) -> Result<()> {
        let label = self.recording.ledger().thing(of).map(|thing| thing.label.to_string());
        let view = match (what, label) {
            ("question", _) => RoomView::Talk,
            ("map", label) => RoomView::Drawn { around: label.into_iter().collect(), steps: 1 },
            ("whole-map", _) => RoomView::WholeMap,
            ("ripple", Some(of)) => RoomView::Ripple { of, less: false, waves: 1 },
            ("ripple", None) => return self.say("Name a thing of the map: /show ripple Handle time."),
            ("finding", _) => match self.first_finding() {
                Some(finding) => RoomView::Finding(finding),
                None => return self.say("Nothing shows on the map so far that could be shown to the room."),
            },
            ("said", _) => RoomView::Said,
            ("decisions", _) => RoomView::Decisions,
            ("agenda", _) => RoomView::Progress,
            _ => return self.say(&format!("Say what the room is to see: /show {VIEWS}.")),
        };
        self.put_up(view, "The room sees it; adjacent room opens its window.")
    }

    /// Covers everything but title and clock on the room's window, or shows the question again.
    pub(super) fn curtain(&mut self) -> Result<()> {
        match self.recording.session().view() {
            RoomView::Curtain => self.put_up(RoomView::Talk, "The room sees the question again."),
            _ => self.put_up(RoomView::Curtain, "The room sees title and clock alone."),
        }
    }

    fn put_up(&mut self, view: RoomView, says: &str) -> Result<()> {
        if self.recording.session().is_private() {
            return self.say("This session is private, and no shared screen shows it.");
        }
        if self.act(vec![Fact::Shown { view }])? { self.say(says) } else { Ok(()) }
    }

    fn first_finding(&self) -> Option<ShownFinding> {
        let graph = self.recording.ledger().graph(None);
        read(&graph).findings.first().map(|finding| shown(finding, &graph))
    }
}

/// Returns how the record names a finding; its question alone.
fn shown(finding: &Finding, graph: &Graph) -> ShownFinding {
    ShownFinding {
        lens: finding.lens.name().to_owned(),
        pattern: finding.pattern.map(|pattern| pattern.name().to_owned()),
        about: finding.about.iter().map(|key| graph.label(key).to_owned()).collect(),
        part: FindingPart::Question,
    }
}
