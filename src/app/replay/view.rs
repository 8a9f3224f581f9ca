mod moves;
mod news;

use jiff::{SignedDuration, Timestamp};

use super::plot_order::PlotOrder;
use super::showing::Shown;
use super::source::ReplaySource;
use super::{Asking, CompareOrder, ReplayScene, Scale, Showing, SidePanel};
use crate::app::open_session::OpenSession;
use crate::app::recording::Recording;
use crate::app::room::public;
use crate::app::screen::Screen;
use crate::exercise::Catalogue;
use crate::record::{Event, Matter, Names, Session};
use crate::replay::{Marker, Playhead, Scan, Timeline};

/// The speeds at which a session is played, as multiples of real time.
const SPEEDS: [u16; 7] = [1, 2, 5, 10, 20, 30, 60];

/// The state of the replay screen.
#[derive(Clone, Debug)]
pub struct ReplayView {
    timeline: Timeline,
    source: ReplaySource,
    position: Playhead,
    markers: Vec<Marker>,
    found: Vec<Marker>,
    shown: Shown,
    scan: Option<Scan>,
    unprepared: bool,
    /// The position of each event on the bar.
    pub scale: Scale,
    /// The content of the screen at the current moment.
    pub scene: ReplayScene,
    /// The screen to return to.
    pub back: Screen,
    /// The panel beside the lines.
    pub panel: SidePanel,
    /// The time of the last tick while the session is played; `None` while it is not played.
    pub playing: Option<Timestamp>,
    /// The speed of playing, as a multiple of real time.
    pub speed: u16,
    /// The moment marked for a comparison.
    pub marked: Option<Playhead>,
    /// The open question, if there is one.
    pub asking: Option<Asking>,
    /// The unit and the word searched for last, in this order.
    pub sought: [Option<String>; 2],
}

impl ReplayView {
    /// Returns the replay of a session, at the event with this number, or at its end.
    pub(in crate::app) fn of(
        open: OpenSession,
        at: Option<u64>,
        (shared, back): (bool, Screen),
        catalogue: &Catalogue,
    ) -> Self {
        let OpenSession { session, base, names, carried, .. } = open;
        let (session, names) = if shared { (for_everybody(&session), Names::default()) } else { (session, names) };
        let timeline = Timeline::new(session, &names, base);
        let position = at.and_then(|seq| timeline.at_event(seq)).unwrap_or_else(|| timeline.end());
        let mut view = Self {
            source: ReplaySource { names, carried, shared },
            position,
            markers: timeline.markers(catalogue),
            found: Vec::new(),
            shown: Shown::default(),
            scan: Some(Scan::new()),
            unprepared: true,
            scale: Scale::of(timeline.events()),
            scene: ReplayScene::default(),
            back,
            panel: SidePanel::default(),
            playing: None,
            speed: 10,
            marked: None,
            asking: None,
            sought: [None, None],
            timeline,
        };
        view.look(catalogue);
        view
    }

    /// Returns the session.
    pub const fn session(&self) -> &Session {
        self.timeline.session()
    }

    /// Returns the minutes of the session, as a page of Markdown.
    pub(in crate::app) fn minutes(&self, catalogue: &Catalogue) -> String {
        let open = OpenSession {
            base: self.timeline.base().clone(),
            names: self.source.names.clone(),
            carried: self.source.carried.clone(),
            ..OpenSession::alone(self.session().clone())
        };
        Recording::new(open, catalogue).minutes(catalogue)
    }

    /// Returns the current moment.
    pub const fn position(&self) -> Playhead {
        self.position
    }

    /// Returns the session time of a moment; interruptions are not counted.
    pub fn time(&self, position: Playhead) -> SignedDuration {
        self.session().time_within(position.at)
    }

    /// Returns the last moment of the session.
    pub fn end(&self) -> Playhead {
        self.timeline.end()
    }

    /// Whether the room sees this screen.
    pub const fn is_shared(&self) -> bool {
        self.source.shared
    }

    /// Returns the markers found so far, in order of time. Each marks a moment at which a viewer may want to stop.
    pub fn markers(&self) -> &[Marker] {
        &self.markers
    }

    /// Returns the markers of the event at the current moment.
    pub fn marks(&self) -> impl Iterator<Item = &Marker> {
        self.markers.iter().filter(|marker| marker.position.heard == self.position.heard)
    }

    /// Returns the findings of the current moment: first those that just appeared, then the most severe.
    pub fn showing(&self) -> Vec<&Showing> {
        self.shown.after(self.position.heard)
    }

    /// Returns the session time up to which the session was scanned; `None` once all of it was.
    pub fn scanned(&self) -> Option<SignedDuration> {
        let scanned = self.shown.scanned;
        (scanned < self.timeline.events().len()).then(|| self.time(self.timeline.after(scanned)))
    }

    /// Returns the units of the people present.
    pub fn units(&self) -> Vec<String> {
        let mut units: Vec<String> =
            self.session().everybody().iter().filter_map(|person| person.party.clone()).collect();
        units.sort();
        units.dedup();
        units
    }

    /// Jumps to a moment and computes the content of the screen; no other function does so.
    pub(in crate::app) fn go(&mut self, position: Playhead, catalogue: &Catalogue) {
        self.position = position;
        self.look(catalogue);
    }

    fn look(&mut self, catalogue: &Catalogue) {
        let still = self.timeline.look(self.position);
        self.position = still.position();
        self.scene = ReplayScene::of(&still, &self.timeline, &self.source, catalogue);
    }

    /// Returns the map of the current moment.
    pub(in crate::app) fn graph(&mut self) -> crate::graph::Graph {
        self.timeline.look(self.position).graph().clone()
    }

    /// Returns the moment of an event.
    pub(in crate::app) fn at_event(&self, seq: u64) -> Option<Playhead> {
        self.timeline.at_event(seq)
    }

    /// Returns the last event up to the current moment.
    pub(in crate::app) fn event(&self) -> Option<&Event> {
        self.timeline.event(self.position)
    }

    /// Returns the matters that other sessions had left open.
    pub(in crate::app) fn carried(&self) -> &[Matter] {
        &self.source.carried
    }

    /// Selects the next faster or slower speed.
    pub(in crate::app) fn shift(&mut self, faster: bool) {
        let at = SPEEDS.iter().position(|speed| *speed == self.speed).unwrap_or_default();
        let at = if faster { (at + 1).min(SPEEDS.len() - 1) } else { at.saturating_sub(1) };
        self.speed = SPEEDS.get(at).copied().unwrap_or(self.speed);
    }

    /// Returns the order to compare the marked moment with the current one, and removes the mark.
    pub(in crate::app) fn compare(&mut self) -> Option<CompareOrder> {
        let marked = self.marked.take()?;
        Some(CompareOrder { timeline: self.timeline.clone(), moments: [marked, self.position] })
    }

    /// Returns the order to collect the plots of the current moment.
    pub(in crate::app) fn plots(&self) -> PlotOrder {
        PlotOrder { timeline: self.timeline.clone(), moment: self.position }
    }

    /// Whether work is left that makes later jumps faster.
    pub fn is_unprepared(&self) -> bool {
        self.unprepared
    }

    /// Does one piece of that work.
    pub(in crate::app) fn prepare(&mut self) {
        self.unprepared = self.timeline.prepare();
    }
}

/// Returns the public part of a session.
fn for_everybody(session: &Session) -> Session {
    Session::fold(session.header().clone(), session.recorded().cloned().map(public))
}
