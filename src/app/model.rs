use jiff::Timestamp;

use super::assess::AssessView;
use super::entry::Entry;
use super::home::{Begun, Home};
use super::insight::Insight;
use super::layer::Layer;
use super::map::MapView;
use super::msg::Settings;
use super::replaying::ReplayView;
use super::run::Run;
use crate::exercise::Catalogue;
use crate::lens::Finding;
use crate::record::Zone;

/// After this many lines of a session the card for beginners makes room.
const LINES_WITH_CARD: usize = 6;

/// Which screen is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What can be started, continued, tried and looked back at.
    #[default]
    Home,
    /// A session while it is being written.
    Run,
    /// What everything adds up to.
    Map,
    /// The mirror for one leader.
    Assess,
    /// A session at any moment of it.
    Replay,
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// It is on disk.
    Good,
    /// It went wrong.
    Alarm,
}

/// One sentence to whoever holds the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub says: String,
}

/// The whole state of the console. Drawing reads it; only [`super::update()`] changes it.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which screen is shown.
    pub screen: Screen,
    /// What lies over it.
    pub layer: Option<Layer>,
    /// The entry line.
    pub entry: Entry,
    /// The home screen.
    pub home: Home,
    /// What was typed to begin the session that is being made.
    pub begun: Option<Begun>,
    /// A session is being made or opened.
    pub opening: bool,
    /// The open session.
    pub run: Option<Run>,
    /// The map screen.
    pub map: MapView,
    /// The mirror.
    pub assess: AssessView,
    /// The session that is looked back at.
    pub replay: Option<Box<ReplayView>>,
    /// One sentence to whoever holds the keyboard.
    pub notice: Option<Notice>,
    /// What is private was asked for, on a screen that is the room's as well.
    pub glance: bool,
    /// What is remembered between runs.
    pub settings: Settings,
    /// Settings that are on their way to the disk, and hold once they are there.
    pub settings_asked: Option<Settings>,
    /// The names of the themes that can be chosen, in order.
    pub themes: Vec<String>,
    /// The exercises that can be run.
    pub catalogue: Catalogue,
    /// The time, as of the last message.
    pub now: Timestamp,
    /// The time zone of the machine: where clocks on walls are read, and what today is outside a session.
    pub zone: Zone,
    /// Columns and rows.
    pub size: (u16, u16),
}

impl Model {
    /// The console as it starts.
    pub fn new(home: Home, settings: Settings, themes: Vec<String>, now: Timestamp) -> Self {
        Self {
            screen: Screen::Home,
            layer: None,
            entry: Entry::default(),
            home,
            begun: None,
            opening: false,
            run: None,
            map: MapView::default(),
            assess: AssessView::default(),
            replay: None,
            notice: None,
            glance: false,
            settings,
            settings_asked: None,
            themes,
            catalogue: Catalogue::embedded(),
            now,
            zone: Zone::UTC,
            size: (80, 24),
        }
    }

    /// Tells whoever holds the keyboard something.
    pub fn tell(&mut self, tone: Tone, says: impl Into<String>) {
        self.notice = Some(Notice { tone, says: crate::record::text::clean(&says.into()).into_owned() });
    }

    /// Whether this screen is the room's right now: there is but one, and nothing private was asked for.
    pub const fn is_shared(&self) -> bool {
        self.settings.one_window && !self.glance
    }

    /// The session of which the room sees nothing but title and clock here: the curtain is down, or it is private.
    pub fn covered(&self) -> Option<&Run> {
        let covers = |run: &&Run| run.curtain || run.recording.session().is_private();
        self.run.as_ref().filter(|_| self.is_shared()).filter(covers)
    }

    /// The settings as they will be once everything is on disk.
    pub fn settings_to_be(&self) -> &Settings {
        self.settings_asked.as_ref().unwrap_or(&self.settings)
    }

    /// What the map shows: the open session and all it builds on, or the workspace.
    pub fn map_ledger(&self) -> &crate::graph::Ledger {
        self.run.as_ref().map_or(&self.map.ledger, |run| run.recording.ledger())
    }

    /// Whether plain characters are text on the screen that is shown, because a session is being written or something
    /// is being looked for.
    pub fn is_typing(&self) -> bool {
        match self.screen {
            Screen::Home | Screen::Run | Screen::Assess => true,
            Screen::Map => self.written_on_map().is_some() || self.map.filtering || self.map.find.is_some(),
            Screen::Replay => self.replay.as_ref().is_some_and(|view| view.asking.is_some()),
        }
    }

    /// The session that is being written while the map is looked at; a map of the past is only looked at.
    pub fn written_on_map(&self) -> Option<&Run> {
        self.run.as_ref().filter(|run| run.writable && self.map.back != Screen::Replay)
    }

    /// Whether a session is being played, so that time has to be taken in more often.
    pub fn is_playing(&self) -> bool {
        self.screen == Screen::Replay && self.replay.as_ref().is_some_and(|view| view.playing.is_some())
    }

    /// Whether the card for beginners is shown: for the first lines of a session, or because somebody called for it.
    pub fn shows_card(&self) -> bool {
        let first_lines = |run: &Run| run.card_called || run.captured.len() < LINES_WITH_CARD;
        self.settings.card && self.run.as_ref().is_some_and(first_lines)
    }

    /// What the lenses see, as of the last reading.
    pub fn insight(&self) -> Option<&Insight> {
        self.run.as_ref()?.insight.as_ref()
    }

    /// What may be offered now of what shows, the first to be offered first.
    pub fn offers(&self) -> Vec<&Finding> {
        self.insight().map_or_else(Vec::new, |insight| insight.offers(self.now.as_millisecond()))
    }

    /// Whether something is left to work out once nothing else waits; see [`super::Msg::Idle`].
    pub fn is_unsettled(&self) -> bool {
        let unprepared = || self.replay.as_ref().is_some_and(|view| view.is_unprepared());
        self.run.as_ref().is_some_and(|run| run.unsettled) || unprepared()
    }

    /// Milliseconds since the open session was opened.
    ///
    /// A session that is over, or only looked at here so far, stands still at what was said last.
    pub fn session_time(&self) -> u64 {
        self.run.as_ref().map_or(0, |run| {
            let session = run.recording.session();
            let stands = session.is_closed() || !run.writable || !run.resumes.is_empty();
            if stands { session.events().last().map_or(0, |last| last.at) } else { run.recording.at(self.now) }
        })
    }
}
