mod moves;
mod news;

use jiff::{SignedDuration, Timestamp};

use super::showing::Shown;
use super::source::ReplaySource;
use super::{Asking, CompareOrder, ReplayScene, Scale, Showing, SidePanel};
use crate::app::open_session::OpenSession;
use crate::app::room::public;
use crate::app::screen::Screen;
use crate::exercise::Catalogue;
use crate::record::{Event, Matter, Names, Session};
use crate::replay::{Marker, Playhead, Scan, Timeline};

/// The speeds at which a session is played, as multiples of real time.
const SPEEDS: [u16; 7] = [1, 2, 5, 10, 20, 30, 60];

/// A session that is looked back at, and from where.
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
    /// How the events lie on the bar.
    pub scale: Scale,
    /// The moment, as it is drawn.
    pub scene: ReplayScene,
    /// The screen to go back to.
    pub back: Screen,
    /// What stands beside what was said.
    pub panel: SidePanel,
    /// The time up to which playing was taken in; `None` while it stands still.
    pub playing: Option<Timestamp>,
    /// How many times as fast as it was.
    pub speed: u16,
    /// The moment that is to be compared with another.
    pub marked: Option<Playhead>,
    /// What is asked before it can be done.
    pub asking: Option<Asking>,
    /// Whose lines, and which word, were looked for last.
    pub sought: [Option<String>; 2],
}

impl ReplayView {
    /// The first look at a session: at the event with this number, else at its end.
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

    /// The session.
    pub const fn session(&self) -> &Session {
        self.timeline.session()
    }

    /// The moment.
    pub const fn position(&self) -> Playhead {
        self.position
    }

    /// The time of the session at a moment; interruptions are not counted.
    pub fn time(&self, position: Playhead) -> SignedDuration {
        self.session().time_within(position.at)
    }

    /// The last moment there is.
    pub fn end(&self) -> Playhead {
        self.timeline.end()
    }

    /// Whether the screen is the room's as well.
    pub const fn is_shared(&self) -> bool {
        self.source.shared
    }

    /// The markers found so far, in order of time. Each marks a moment at which a viewer may want to stop.
    pub fn markers(&self) -> &[Marker] {
        &self.markers
    }

    /// What happened at this very event.
    pub fn marks(&self) -> impl Iterator<Item = &Marker> {
        self.markers.iter().filter(|marker| marker.position.heard == self.position.heard)
    }

    /// What showed at this moment: what was new just then first, then the heaviest.
    pub fn showing(&self) -> Vec<&Showing> {
        self.shown.after(self.position.heard)
    }

    /// How far the session was scanned, in the time of the session; `None` once all of it was.
    pub fn scanned(&self) -> Option<SignedDuration> {
        let scanned = self.shown.scanned;
        (scanned < self.timeline.events().len()).then(|| self.time(self.timeline.after(scanned)))
    }

    /// The units of those who were there.
    pub fn units(&self) -> Vec<String> {
        let mut units: Vec<String> =
            self.session().everybody().iter().filter_map(|person| person.party.clone()).collect();
        units.sort();
        units.dedup();
        units
    }

    /// Goes to a moment and works out what there is to draw of it: the only place where that is done.
    pub(in crate::app) fn go(&mut self, position: Playhead, catalogue: &Catalogue) {
        self.position = position;
        self.look(catalogue);
    }

    fn look(&mut self, catalogue: &Catalogue) {
        let still = self.timeline.look(self.position);
        self.position = still.position();
        self.scene = ReplayScene::of(&still, &self.timeline, &self.source, catalogue);
    }

    /// The map as it stood.
    pub(in crate::app) fn graph(&mut self) -> crate::graph::Graph {
        self.timeline.look(self.position).graph().clone()
    }

    /// The moment of an event.
    pub(in crate::app) fn at_event(&self, seq: u64) -> Option<Playhead> {
        self.timeline.at_event(seq)
    }

    /// The event after which this moment is.
    pub(in crate::app) fn event(&self) -> Option<&Event> {
        self.timeline.event(self.position)
    }

    /// What other sessions had left open.
    pub(in crate::app) fn carried(&self) -> &[Matter] {
        &self.source.carried
    }

    /// A faster speed, or a slower one.
    pub(in crate::app) fn shift(&mut self, faster: bool) {
        let at = SPEEDS.iter().position(|speed| *speed == self.speed).unwrap_or_default();
        let at = if faster { (at + 1).min(SPEEDS.len() - 1) } else { at.saturating_sub(1) };
        self.speed = SPEEDS.get(at).copied().unwrap_or(self.speed);
    }

    /// The marked moment and this one, to be compared.
    pub(in crate::app) fn compare(&mut self) -> Option<CompareOrder> {
        let marked = self.marked.take()?;
        Some(CompareOrder { timeline: self.timeline.clone(), moments: [marked, self.position] })
    }

    /// Whether there is work that makes later looks faster.
    pub fn is_unprepared(&self) -> bool {
        self.unprepared
    }

    /// Does a piece of that work.
    pub(in crate::app) fn prepare(&mut self) {
        self.unprepared = self.timeline.prepare();
    }
}

/// The public part of a session.
fn for_everybody(session: &Session) -> Session {
    Session::fold(session.header().clone(), session.events().iter().cloned().map(public))
}
