use jiff::civil::Date;

use crate::app::errands::OpenMatter;
use crate::app::mirror::Whose;
use crate::exercise::{AgendaTemplate, TEMPLATES};
use crate::record::{Gathering, Mode, SessionId, SessionKind};

/// A session as the home screen lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSession {
    /// The id of the session.
    pub id: SessionId,
    /// The title of the session.
    pub title: String,
    /// The day it was opened.
    pub day: Date,
    /// The kind of session.
    pub kind: SessionKind,
    /// Whether the session has ended.
    pub closed: bool,
    /// Whether the session was set up and not started yet.
    pub waits: bool,
    /// Whether the session is left out of the shared map.
    pub private: bool,
    /// Its place in a gathering; `None` for a session by itself.
    pub gathering: Option<Gathering>,
}

impl KnownSession {
    /// Returns the id of the gathering to which it belongs.
    pub fn gathering_id(&self) -> Option<&str> {
        self.gathering.as_ref().map(|place| place.id.as_str())
    }
}

/// The action of a row on the home screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HomeChoice {
    /// Say what became of something that is due.
    Due(OpenMatter),
    /// Continue a session.
    Continue(KnownSession),
    /// Look at what came in from files of other tools, or begin a workshop about some of it.
    Imported(KnownSession),
    /// Bring in files of other tools.
    Import,
    /// Start a session of this mode.
    Start(Mode),
    /// Start a session of one person, with a tested agenda.
    Alone(&'static AgendaTemplate),
    /// Open a sample session.
    Try {
        /// The index of the sample.
        sample: usize,
        /// The title of the sample.
        title: String,
    },
    /// Open the self-assessment: one's own, or that of the sample leader.
    Mirror(Whose),
    /// Replay a session that has ended.
    LookBack(KnownSession),
    /// Show the map of all sessions.
    Map,
}

/// The home screen.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// The folder of the workspace, as shown.
    pub folder: String,
    /// The titles of the samples.
    pub samples: Vec<String>,
    /// The sessions of the workspace, newest first; `None` until they were listed.
    pub sessions: Option<Vec<KnownSession>>,
    /// What is open in the workspace; empty until it was listed.
    pub open: Vec<OpenMatter>,
    /// A few lines about open matters of the workspace; empty until they were computed.
    pub memory: Vec<String>,
    /// The index of the selected row.
    pub selected: usize,
}

/// The maximum number of sessions offered to continue; any others are listed as past.
const CONTINUED: usize = 4;

/// The maximum number of imports listed as such; any others are listed as past.
const IMPORTED: usize = 3;

/// The maximum number of due matters listed; settle lists them all.
const DUE: usize = 3;

/// The maximum number of past sessions listed.
const PAST: usize = 30;

impl Home {
    /// Whether the workspace has been listed and holds no sessions other than rehearsals.
    pub fn is_first_time(&self) -> bool {
        self.sessions.as_ref().is_some_and(|sessions| sessions.iter().all(|known| known.kind == SessionKind::Rehearsal))
    }

    /// Returns every row, in order.
    pub fn choices(&self) -> Vec<HomeChoice> {
        let (open, imported, past) = self.split();
        let mut choices: Vec<HomeChoice> = self.due().into_iter().cloned().map(HomeChoice::Due).collect();
        choices.extend(open.into_iter().map(HomeChoice::Continue));
        choices.extend(imported.into_iter().map(HomeChoice::Imported));
        choices.push(HomeChoice::Start(Mode::Live));
        choices.push(HomeChoice::Start(Mode::Solo));
        choices.extend(TEMPLATES.iter().filter(|template| template.mode == Mode::Solo).map(HomeChoice::Alone));
        choices.push(HomeChoice::Import);
        choices.push(HomeChoice::Mirror(Whose::Own));
        let samples = self.samples.iter().enumerate();
        choices.extend(samples.map(|(sample, title)| HomeChoice::Try { sample, title: title.clone() }));
        choices.push(HomeChoice::Mirror(Whose::Sample));
        if !self.is_first_time() {
            choices.push(HomeChoice::Map);
        }
        choices.extend(past.into_iter().take(PAST).map(HomeChoice::LookBack));
        choices
    }

    /// Returns what is due and listed first: promises whose day is over, and watched levels that were crossed.
    pub fn due(&self) -> Vec<&OpenMatter> {
        self.open.iter().filter(|matter| matter.is_due).take(DUE).collect()
    }

    /// Returns how many sessions are not listed.
    pub fn unlisted(&self) -> usize {
        self.split().2.len().saturating_sub(PAST)
    }

    /// Returns the sessions to continue, those that were brought in, and the past ones.
    fn split(&self) -> (Vec<KnownSession>, Vec<KnownSession>, Vec<KnownSession>) {
        let mut open = Vec::new();
        let mut imported = Vec::new();
        let mut past = Vec::new();
        // A practice copy of a sample is reached by the row of that sample.
        let is_copy =
            |known: &&KnownSession| known.kind == SessionKind::Rehearsal && self.samples.contains(&known.title);
        let mut others = 0;
        let places = || self.sessions.iter().flatten().filter_map(|known| known.gathering.as_ref());
        let latest = places().next().map(|place| place.id.as_str());
        let at_table = |known: &KnownSession| latest.is_some() && known.gathering_id() == latest;
        let own = self.sessions.iter().flatten().filter(|known| !is_copy(known));
        for session in own {
            let can_go_on = !session.closed && session.kind != SessionKind::Desk;
            let row = match session.kind {
                SessionKind::Import if imported.len() < IMPORTED => &mut imported,
                SessionKind::Import => &mut past,
                // All tables of the latest gathering are listed, because each waits for somebody to open it.
                _ if can_go_on && (at_table(session) || others < CONTINUED) => {
                    others += usize::from(!at_table(session));
                    &mut open
                }
                _ => &mut past,
            };
            row.push(session.clone());
        }
        // The plenary comes first, then the tables in the order of their numbers.
        let first = open.iter().position(at_table).unwrap_or_default();
        let place = |known: &KnownSession| known.gathering.as_ref().and_then(|place| place.table);
        let mut tables: Vec<KnownSession> = open.extract_if(.., |known| at_table(known)).collect();
        tables.sort_by_key(place);
        open.splice(first..first, tables);
        (open, imported, past)
    }

    /// Returns the row under the cursor.
    pub fn choice(&self) -> Option<HomeChoice> {
        self.choices().into_iter().nth(self.selected)
    }

    /// Returns the session under the cursor; `None` on any other row.
    pub(in crate::app) fn chosen_session(&self) -> Option<KnownSession> {
        match self.choice()? {
            HomeChoice::Continue(known) | HomeChoice::Imported(known) | HomeChoice::LookBack(known) => Some(known),
            _ => None,
        }
    }
}
