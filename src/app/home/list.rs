use jiff::civil::Date;

use crate::app::mirror::Whose;
use crate::exercise::{AgendaTemplate, TEMPLATES};
use crate::record::{Mode, SessionId, SessionKind};

/// A session as the home screen lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSession {
    /// Its id.
    pub id: SessionId,
    /// Its title.
    pub title: String,
    /// The day it was opened.
    pub day: Date,
    /// What sort of session it is.
    pub kind: SessionKind,
    /// Whether it was ended.
    pub closed: bool,
    /// Whether it is kept out of the shared map.
    pub private: bool,
}

/// What a row of the home screen does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HomeChoice {
    /// Take up a session again.
    Continue(KnownSession),
    /// Begin a new one.
    Start(Mode),
    /// Begin one alone, with an agenda that was tried.
    Alone(&'static AgendaTemplate),
    /// Walk into a sample.
    Try {
        /// Which sample.
        sample: usize,
        /// Its title.
        title: String,
    },
    /// Look into the self-assessment, or at the sample leader's.
    Mirror(Whose),
    /// Look back at a session that is over.
    LookBack(KnownSession),
    /// Look at what all sessions add up to.
    Map,
}

/// The home screen.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// Where the files are kept.
    pub folder: String,
    /// The titles of the samples.
    pub samples: Vec<String>,
    /// The sessions of the workspace, newest first; nothing until it was looked through.
    pub sessions: Option<Vec<KnownSession>>,
    /// What the workspace remembers, in a few lines; nothing until it was worked out.
    pub memory: Vec<String>,
    /// Which row is selected.
    pub selected: usize,
}

/// How many sessions are offered to continue before they only count as past.
const CONTINUED: usize = 4;

/// How many past sessions are listed.
const PAST: usize = 30;

impl Home {
    /// Whether nobody has worked here before.
    pub fn is_first_time(&self) -> bool {
        self.sessions.as_ref().is_some_and(|sessions| sessions.iter().all(|known| known.kind == SessionKind::Rehearsal))
    }

    /// Every row, in order.
    pub fn choices(&self) -> Vec<HomeChoice> {
        let (open, past) = self.split();
        let mut choices: Vec<HomeChoice> = open.into_iter().map(HomeChoice::Continue).collect();
        choices.push(HomeChoice::Start(Mode::Live));
        choices.push(HomeChoice::Start(Mode::Solo));
        choices.extend(TEMPLATES.iter().filter(|template| template.mode == Mode::Solo).map(HomeChoice::Alone));
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

    /// How many sessions are not listed.
    pub fn unlisted(&self) -> usize {
        self.split().1.len().saturating_sub(PAST)
    }

    fn split(&self) -> (Vec<KnownSession>, Vec<KnownSession>) {
        let mut open = Vec::new();
        let mut past = Vec::new();
        // The practice copy of a sample is found where the sample is.
        let is_copy =
            |known: &&KnownSession| known.kind == SessionKind::Rehearsal && self.samples.contains(&known.title);
        let own = self.sessions.iter().flatten().filter(|known| !is_copy(known));
        for session in own {
            let can_go_on = !session.closed && session.kind != SessionKind::Desk;
            let row = if can_go_on && open.len() < CONTINUED { &mut open } else { &mut past };
            row.push(session.clone());
        }
        (open, past)
    }

    /// The row under the cursor.
    pub fn choice(&self) -> Option<HomeChoice> {
        self.choices().into_iter().nth(self.selected)
    }

    /// Moves the cursor, stopping at both ends.
    pub fn step(&mut self, down: bool) {
        let last = self.choices().len().saturating_sub(1);
        self.selected = if down { (self.selected + 1).min(last) } else { self.selected.saturating_sub(1) };
    }
}
