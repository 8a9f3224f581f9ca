//! The state of the console, and what stands in it: popups and commands act on a [`Model`], so their types stand here.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;

use super::effect::Effect;
use super::entry::Entry;
use super::findings::Insight;
use super::home::Home;
use super::key::KeyPress;
use super::leave::After;
use super::map::MapView;
use super::mirror::AssessView;
use super::replay::ReplayView;
use super::run::{PastedLine, Run};
use super::screen::{Notice, Screen, Tone};
use super::settings::Settings;
use super::setup::Begun;
use super::sheet::Sheet;
use crate::exercise::Catalogue;
use crate::graph::Ledger;
use crate::lens::Finding;
use crate::record::{SessionTime, Zone};
use crate::replay::search::Hit;

/// The number of lines after which the card for beginners is no longer shown.
const LINES_WITH_CARD: usize = 6;

/// The whole state of the console. Drawing reads it; only [`super::update()`] changes it.
#[derive(Debug)]
pub struct Model {
    /// Which screen is shown.
    pub screen: Screen,
    /// What lies over it.
    pub popup: Option<Box<dyn Popup>>,
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
    /// Every command.
    pub commands: Commands,
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

/// What lies over a screen. It takes keys first.
///
/// A popup is out of the model while one of its methods changes the model.
pub trait Popup: Any + fmt::Debug {
    /// What a key other than Esc does.
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then;

    /// What Esc does: it puts the popup away, unless the popup does something else.
    fn escape(&mut self, _model: &mut Model) -> Then {
        Then::Close(Vec::new())
    }

    /// What becomes of pasted lines.
    fn paste(&mut self, model: &mut Model, _lines: Vec<String>) {
        model.tell(Tone::Plain, "Nothing was pasted: Esc puts this box away, then paste again.");
    }

    /// What it shows; `None` where there is nothing to show.
    fn sheet(&self, model: &Model) -> Option<Sheet>;

    /// Takes in that names were merged, kept apart, or could not be.
    fn names_changed(&mut self, _ledger: &Ledger) {}

    /// Takes in where words were said that were searched for in every session.
    fn found_everywhere(&mut self, _words: &str, _hits: &[Hit]) {}

    /// The lines in it that are not read yet.
    fn unread(&self) -> &[PastedLine] {
        &[]
    }

    /// What is done once everything is saved, where that is what it waits for.
    fn once_saved(&self) -> Option<After> {
        None
    }
}

impl dyn Popup {
    /// The popup as one of this type, if it is one.
    pub fn downcast<P: Popup>(&self) -> Option<&P> {
        (self as &dyn Any).downcast_ref()
    }
}

/// What becomes of a popup after a key.
#[derive(Debug)]
pub enum Then {
    /// It stays, unless another one has taken its place.
    Stay(Vec<Effect>),
    /// It is put away.
    Close(Vec<Effect>),
    /// It is put away, and the key does what it does without it.
    PassKey,
}

impl Then {
    /// It stays, and nothing else happens.
    pub const fn stay() -> Self {
        Self::Stay(Vec::new())
    }

    /// It is put away, and nothing else happens.
    pub const fn close() -> Self {
        Self::Close(Vec::new())
    }
}

/// One command: a row of help, footer and palette, and what it does.
#[derive(Clone, Copy, Debug)]
pub struct CommandRow {
    /// Its place in help, footer and palette; no two commands have the same.
    pub place: u16,
    /// What it is called in code and files.
    pub name: &'static str,
    /// What it does, as the palette and the help say it.
    pub words: &'static str,
    /// One or two words for the footer; empty where it is not shown there.
    pub short: &'static str,
    /// Its key.
    pub key: Option<KeyPress>,
    /// The character that does it too, on a screen where nothing is being typed.
    pub bare: Option<char>,
    /// The screens on which it works.
    pub screens: &'static [Screen],
    /// Whether it works while answers are collected. What would show or read the answer being typed, walk on, or leave
    /// the session does not.
    pub while_collecting: bool,
    /// What it does.
    pub run: fn(&mut Model) -> Vec<Effect>,
}

/// Every command, in the order in which help, footer and palette list them.
#[derive(Clone, Debug)]
pub struct Commands(pub(super) Arc<[CommandRow]>);

impl Model {
    /// Tells whoever holds the keyboard something.
    pub fn tell(&mut self, tone: Tone, says: impl Into<String>) {
        self.notice = Some(Notice { tone, says: crate::record::text::clean(&says.into()).into_owned() });
    }

    /// Shows a popup, in place of another one.
    pub fn show(&mut self, popup: impl Popup) {
        self.popup = Some(Box::new(popup));
    }

    /// Whether what is typed is an answer that nobody may see: answers are being collected, or are about to be.
    pub fn collects_answers(&self) -> bool {
        self.screen == Screen::Run && self.run.as_ref().is_some_and(|run| run.collects().is_some())
    }

    /// Whether this screen is the room's right now: there is but one, and nothing private was asked for.
    pub const fn is_shared(&self) -> bool {
        self.settings.one_window && !self.glance
    }

    /// The session of which the room sees nothing but title and clock here: the curtain is down, or it is private.
    pub fn covered(&self) -> Option<&Run> {
        let covers = |run: &&Run| run.room.curtain || run.recording.session().is_private();
        self.run.as_ref().filter(|_| self.is_shared()).filter(covers)
    }

    /// The settings as they will be once everything is on disk.
    pub fn settings_to_be(&self) -> &Settings {
        self.settings_asked.as_ref().unwrap_or(&self.settings)
    }

    /// What the map shows: the open session and all it builds on, or the workspace.
    pub fn map_ledger(&self) -> &Ledger {
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

    /// Whether the map that is looked at is one of the past, in which nothing is changed.
    pub fn looks_at_past_map(&self) -> bool {
        self.screen == Screen::Map && self.map.back == Screen::Replay
    }

    /// Whether a session is being played, so that time has to be taken in more often.
    pub fn is_playing(&self) -> bool {
        self.screen == Screen::Replay && self.replay.as_ref().is_some_and(|view| view.playing.is_some())
    }

    /// Whether the card for beginners is shown: for the first lines of a session, or because somebody called for it.
    pub fn shows_card(&self) -> bool {
        let first_lines = |run: &Run| run.card_called || run.lines.captured.len() < LINES_WITH_CARD;
        self.settings.card && self.run.as_ref().is_some_and(first_lines)
    }

    /// What the lenses see, as of the last reading.
    pub fn insight(&self) -> Option<&Insight> {
        self.run.as_ref()?.worked_out.insight.as_ref()
    }

    /// What may be offered now of what shows, the first to be offered first.
    pub fn offers(&self) -> Vec<&Finding> {
        self.insight().map_or_else(Vec::new, |insight| insight.offers(self.now.as_millisecond()))
    }

    /// Whether something is left to work out once nothing else waits; see [`super::Msg::Idle`].
    pub fn is_unsettled(&self) -> bool {
        let unprepared = || self.replay.as_ref().is_some_and(|view| view.is_unprepared());
        self.run.as_ref().is_some_and(|run| run.worked_out.unsettled) || unprepared()
    }

    /// The moment in the open session.
    ///
    /// For a session that is over, or that is only looked at so far, the time of the last event.
    pub fn session_time(&self) -> SessionTime {
        self.run.as_ref().map_or(SessionTime::OPENING, |run| {
            let session = run.recording.session();
            let stands = session.is_closed() || !run.writable || !run.saving.resumes.is_empty();
            if stands {
                session.events().last().map_or(SessionTime::OPENING, |last| last.at)
            } else {
                run.recording.at(self.now)
            }
        })
    }
}
