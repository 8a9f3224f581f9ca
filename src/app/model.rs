//! The state of the console. Popups and commands act on a [`Model`], so their types are in this file too.

use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use super::effect::Effect;
use super::entry::Entry;
use super::errands::OpenMatter;
use super::findings::{Insight, WorkspaceReading};
use super::first_agendas::FirstAgendas;
use super::home::Home;
use super::hub::HubState;
use super::importing::Importing;
use super::key::KeyPress;
use super::keyboard::Keyboard;
use super::leave::After;
use super::map::MapView;
use super::mirror::AssessView;
use super::moved_key::MovedKey;
use super::phones::Phones;
use super::replay::ReplayView;
use super::run::{PastedLine, Run};
use super::screen::{Notice, Screen, Tone};
use super::settings::Settings;
use super::setup::Begun;
use super::sheet::Sheet;
use super::surveys::SurveyArrival;
use super::tables::TablesState;
use super::tour::Tour;
use super::tray::NamesAlike;
use crate::exercise::{Catalogue, ShelvedAgenda};
use crate::graph::{Key, Ledger};
use crate::lens::{Finding, Plots};
use crate::record::{RoomView, SessionTime, Zone};
use crate::replay::search::Hit;

/// The number of lines after which the card for beginners is no longer shown.
const LINES_WITH_CARD: usize = 6;

/// The whole state of the console. Drawing reads it; only [`super::update()`] changes it.
#[derive(Debug)]
pub struct Model {
    /// Which screen is shown.
    pub screen: Screen,
    /// The popup over the screen, if one is shown.
    pub popup: Option<Box<dyn Popup>>,
    /// The entry line.
    pub entry: Entry,
    /// The home screen.
    pub home: Home,
    /// The line or setup that began the session being created; `None` once that session is open.
    pub begun: Option<Begun>,
    /// Whether a session is being created or opened.
    pub opening: bool,
    /// The open session.
    pub run: Option<Run>,
    /// The phones in the room.
    pub phones: Phones,
    /// The import of files of other tools, while its box is open.
    pub importing: Importing,
    /// The map screen.
    pub map: MapView,
    /// The self-assessment screen.
    pub assess: AssessView,
    /// The replayed session, if the replay screen is open.
    pub replay: Option<Box<ReplayView>>,
    /// When a key chose a row of a list of more than nine rows that closed with it; a second digit right after it was
    /// meant for the list.
    pub row_chosen: Option<Timestamp>,
    /// When Esc was pressed last and did nothing; the next key may be meant with Alt.
    pub escaped: Option<Timestamp>,
    /// The sentence shown to the facilitator in the footer.
    pub notice: Option<Notice>,
    /// Whether private content was asked for on a screen that the room sees too.
    pub glance: bool,
    /// The settings that are stored between runs of the program.
    pub settings: Settings,
    /// Settings that are being saved; they take effect once they are on disk.
    pub settings_asked: Option<Settings>,
    /// Every command.
    pub commands: Commands,
    /// The names of the themes that can be chosen, in order.
    pub themes: Vec<String>,
    /// The exercises that can be run.
    pub catalogue: Catalogue,
    /// The agendas that can be chosen: those of the workspace and of earlier sessions; empty until they were listed.
    pub shelf: Vec<ShelvedAgenda>,
    /// What came in of surveys before a session; empty until it was looked at.
    pub arrivals: Vec<SurveyArrival>,
    /// The tables of a gathering, as they were seen last.
    pub tables: TablesState,
    /// The file that was written last for others to read.
    pub written: Option<PathBuf>,
    /// The tour, while it lasts.
    pub tour: Option<Tour>,
    /// The plots of a past moment or of the workspace that were asked for last; `None` until they are collected.
    pub plotted: Option<Box<Plots>>,
    /// The findings of the whole workspace, while no session is open.
    pub workspace_reading: WorkspaceReading,
    /// The names that look alike, as of the last comparison.
    pub names_alike: NamesAlike,
    /// The time, as of the last message.
    pub now: Timestamp,
    /// The codes of the languages of a new session beside English: the one that the machine speaks.
    pub languages: Vec<String>,
    /// The agendas of new sessions.
    pub first_agendas: FirstAgendas,
    /// The time zone of the machine, used for wall clocks and for the current day outside a session.
    pub zone: Zone,
    /// The hub of the workspace.
    pub hub: HubState,
    /// The size of the screen: columns, rows.
    pub size: (u16, u16),
    /// What the keyboard of the terminal sends.
    pub keyboard: Keyboard,
}

/// A layer over a screen, which receives keys before the screen does. While one of its methods changes the model, the
/// popup is taken out of the model.
pub trait Popup: Any + fmt::Debug {
    /// Handles a key other than Esc.
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then;

    /// Handles Esc: closes the popup, unless the popup overrides this.
    fn escape(&mut self, _model: &mut Model) -> Then {
        Then::Close(Vec::new())
    }

    /// Handles pasted lines.
    fn paste(&mut self, model: &mut Model, _lines: Vec<String>) {
        model.tell(Tone::Plain, "Nothing was pasted: Esc puts this box away, then paste again.");
    }

    /// Returns the content to draw; `None` where there is nothing to show.
    fn sheet(&self, model: &Model) -> Option<Sheet>;

    /// Returns what the room would look at if it were shown what is chosen here; `None` where nothing here is for the
    /// room.
    fn for_the_room(&self, _model: &Model) -> Option<RoomView> {
        None
    }

    /// Returns what the popup is for and what its own keys do, for the help over it; keys that every popup has are told
    /// there.
    fn about(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether the popup shows names that look alike.
    fn compares_names(&self) -> bool {
        false
    }

    /// Updates the popup after a decision about names was saved, or could not be saved, and after names were compared.
    fn names_changed(&mut self, _model: &Model) {}

    /// Takes in what is open in the workspace.
    fn listed_open(&mut self, _open: &[OpenMatter]) {}

    /// Takes in the hits of a search through every session.
    fn found_everywhere(&mut self, _words: &str, _hits: &[Hit]) {}

    /// Returns the lines in the popup that are not read yet.
    fn unread(&self) -> &[PastedLine] {
        &[]
    }

    /// Returns the action that waits until everything is saved, if this popup waits for that.
    fn once_saved(&self) -> Option<After> {
        None
    }
}

impl dyn Popup {
    /// Returns the popup as type `P`, if it is of that type.
    pub fn downcast<P: Popup>(&self) -> Option<&P> {
        (self as &dyn Any).downcast_ref()
    }
}

/// Whether a popup stays open after a key, with the effects of the key.
#[derive(Debug)]
pub enum Then {
    /// The popup stays, unless another one has replaced it.
    Stay(Vec<Effect>),
    /// The popup is closed.
    Close(Vec<Effect>),
    /// The popup is closed, and the screen below handles the key.
    PassKey,
}

impl Then {
    /// Keeps the popup open, without effects.
    pub const fn stay() -> Self {
        Self::Stay(Vec::new())
    }

    /// Closes the popup, without effects.
    pub const fn close() -> Self {
        Self::Close(Vec::new())
    }
}

/// One command: its row in help, footer and palette, and the function that runs it.
#[derive(Clone, Copy, Debug)]
pub struct CommandRow {
    /// The position in help, footer and palette, unique to each command.
    pub place: u16,
    /// The name in code and files.
    pub name: &'static str,
    /// The description in the palette and the help.
    pub words: &'static str,
    /// One or two words for the footer; empty where the footer does not list the command.
    pub short: &'static str,
    /// The key that runs the command, if it has one.
    pub key: Option<KeyPress>,
    /// A character that runs the command too, on a screen where nothing is being typed.
    pub bare: Option<char>,
    /// The screens on which the command works.
    pub screens: &'static [Screen],
    /// Whether the command works while answers are collected. Commands that would show or read the answer being typed,
    /// go to another step, or leave the session do not.
    pub while_collecting: bool,
    /// The function that runs the command.
    pub run: fn(&mut Model) -> Vec<Effect>,
}

/// Every command, in the order in which help, footer and palette list them.
#[derive(Clone, Debug)]
pub struct Commands {
    pub(super) rows: Arc<[CommandRow]>,
    /// The keys that commands have instead of their own.
    pub(super) moved: Arc<[MovedKey]>,
}

impl Model {
    /// Shows a sentence to the facilitator.
    pub fn tell(&mut self, tone: Tone, says: impl Into<String>) {
        let says = self.with_own_keys(&says.into()).into_owned();
        self.notice = Some(Notice { tone, says: crate::record::text::clean(&says).into_owned() });
    }

    /// Returns a text that names the keys of commands, with the keys that they have by configuration.
    pub fn with_own_keys<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.commands.with_own_keys(self.screen, text)
    }

    /// Shows a popup; it replaces an open one.
    pub fn show(&mut self, popup: impl Popup) {
        self.popup = Some(Box::new(popup));
    }

    /// Whether typed text is an answer that nobody may see: answers are being collected, or are about to be.
    pub fn collects_answers(&self) -> bool {
        self.screen == Screen::Run && self.run.as_ref().is_some_and(|run| run.collects().is_some())
    }

    /// Whether the room sees this screen now: one window serves everybody, and private content was not asked for.
    pub const fn is_shared(&self) -> bool {
        self.settings.one_window && !self.glance
    }

    /// Returns the session if the room may see only its title and clock on this screen: the curtain is down, or the
    /// session is private.
    pub fn covered(&self) -> Option<&Run> {
        let covers = |run: &&Run| run.room.curtain || run.recording.session().is_private();
        self.run.as_ref().filter(|_| self.is_shared()).filter(covers)
    }

    /// Returns the settings that will hold once everything is on disk.
    pub fn settings_to_be(&self) -> &Settings {
        self.settings_asked.as_ref().unwrap_or(&self.settings)
    }

    /// Returns the ledger that the map shows: the open session with all it builds on, else the workspace.
    pub fn map_ledger(&self) -> &Ledger {
        self.run.as_ref().map_or(&self.map.ledger, |run| run.recording.ledger())
    }

    /// Whether plain characters are text on the current screen, because a session is being written or a search is
    /// typed.
    pub fn is_typing(&self) -> bool {
        match self.screen {
            Screen::Home | Screen::Run => true,
            Screen::Assess => self.assess.is_typing(),
            Screen::Map => self.written_on_map().is_some() || self.map.filtering || self.map.find.is_some(),
            Screen::Replay => self.replay.as_ref().is_some_and(|view| view.asking.is_some()),
        }
    }

    /// Whether `/` and a name in the entry line run a command: wherever a line is typed that is no secret answer.
    pub fn takes_names(&self) -> bool {
        match self.screen {
            Screen::Home | Screen::Run => !self.collects_answers(),
            Screen::Map => {
                let asks = self.map.filtering || self.map.find.is_some() || self.map.table.changing.is_some();
                self.written_on_map().is_some() && !asks
            }
            Screen::Assess | Screen::Replay => false,
        }
    }

    /// Returns the session that is being written while the map is shown; `None` for a map of the past, which is
    /// read-only.
    pub fn written_on_map(&self) -> Option<&Run> {
        self.run.as_ref().filter(|run| run.writable && self.map.back != Screen::Replay)
    }

    /// Whether the map shows a moment of the past and is therefore read-only.
    pub fn looks_at_past_map(&self) -> bool {
        self.screen == Screen::Map && self.map.back == Screen::Replay
    }

    /// Whether a session is being played, so that the time has to be updated more often.
    pub fn is_playing(&self) -> bool {
        self.screen == Screen::Replay && self.replay.as_ref().is_some_and(|view| view.playing.is_some())
    }

    /// Whether the card for beginners is shown: during the first lines of a session, or because it was called for.
    pub fn shows_card(&self) -> bool {
        let first_lines = |run: &Run| run.card_called || run.lines.captured.len() < LINES_WITH_CARD;
        self.settings.card && self.run.as_ref().is_some_and(first_lines)
    }

    /// Returns the findings of the last reading: of the open session with all it builds on, else of the workspace.
    pub fn insight(&self) -> Option<&Insight> {
        match &self.run {
            Some(run) => run.worked_out.insight.as_ref(),
            None => self.workspace_reading.insight.as_ref(),
        }
    }

    /// Returns the labels of these things in the last reading of the lenses; empty texts before any reading.
    pub(super) fn labels_of(&self, about: &[Key]) -> Vec<String> {
        let label = |key| self.insight().map_or_else(String::new, |insight| insight.graph.label(key).to_owned());
        about.iter().map(label).collect()
    }

    /// Returns the findings that may be offered now, the first to be offered first.
    pub fn offers(&self) -> Vec<&Finding> {
        self.insight().map_or_else(Vec::new, |insight| insight.offers(self.now.as_millisecond()))
    }

    /// Whether work is left for when no input waits; see [`super::Msg::Idle`].
    pub fn is_unsettled(&self) -> bool {
        let unprepared = || self.replay.as_ref().is_some_and(|view| view.is_unprepared());
        let behind = |run: &Run| run.worked_out.unsettled || run.offered.is_behind(run.recording.session());
        self.run.as_ref().is_some_and(behind) || unprepared()
    }

    /// Returns the current time in the open session; for a session that is over, or that was only looked at so far, the
    /// time of its last event.
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
