//! Does what the console asks of the disk and the clock, and reports what came of it.

use std::sync::mpsc::Sender;

use jiff::Timestamp;

use super::follow;
use super::input::Input;
use super::workshop;
use crate::app::{Effect, Msg, NewSession, OpenSession, Settings};
use crate::record::{Event, Names};
use crate::store::{Follower, SessionFile, StoreError, StoredSettings, Workspace};

/// Holds the open file and does the chores.
pub struct Performer {
    workspace: Workspace,
    file: Option<SessionFile>,
    open: Option<String>,
    reports: Option<Sender<Input>>,
    follower: Option<follow::Stop>,
}

impl Performer {
    /// Works in this workspace.
    pub const fn new(workspace: Workspace) -> Self {
        Self { workspace, file: None, open: None, reports: None, follower: None }
    }

    /// Sends what comes in later through this channel.
    pub(super) fn report_to(&mut self, reports: Sender<Input>) {
        self.reports = Some(reports);
    }

    /// Does one chore; the messages say what came of it.
    pub(super) fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::List => vec![self.list()],
            Effect::Survey => vec![match workshop::survey(&self.workspace) {
                Ok(ledger) => Msg::Surveyed(Box::new(ledger)),
                Err(error) => failed(&error),
            }],
            Effect::Create(new) => vec![self.create(&new)],
            Effect::Open { id, read_only } => vec![self.open(&id, read_only)],
            Effect::OpenSample(sample) => vec![self.open_sample(sample)],
            Effect::Append(event) => vec![self.append(event)],
            Effect::KeepNames(names) => self.keep_names(&names),
            Effect::KeepSettings(settings) => self.keep_settings(&settings),
            Effect::CloseFile => {
                self.close();
                Vec::new()
            }
            Effect::Suspend | Effect::Leave => Vec::new(),
        }
    }

    fn list(&self) -> Msg {
        match workshop::known(&self.workspace) {
            Ok(sessions) => Msg::Listed(sessions),
            Err(error) => failed(&error),
        }
    }

    fn create(&mut self, new: &NewSession) -> Msg {
        self.close();
        match workshop::create(&self.workspace, new, Timestamp::now()) {
            Ok((file, open)) => self.opened(Some(file), open),
            Err(error) => Msg::NotOpened { reason: error.to_string(), readable: None },
        }
    }

    fn open_sample(&mut self, sample: usize) -> Msg {
        self.close();
        match workshop::rehearse(&self.workspace, sample, Timestamp::now()) {
            Ok((file, open)) => self.opened(Some(file), open),
            Err(error) => Msg::NotOpened { reason: error.to_string(), readable: None },
        }
    }

    fn open(&mut self, id: &str, read_only: bool) -> Msg {
        self.close();
        if read_only {
            return match workshop::read(&self.workspace, id) {
                Ok(open) => self.opened(None, open),
                Err(error) => Msg::NotOpened { reason: error.to_string(), readable: None },
            };
        }
        match workshop::open(&self.workspace, id) {
            Ok((file, open)) => self.opened(Some(file), open),
            Err(error) => {
                let readable = error.is_held().then(|| id.to_owned());
                Msg::NotOpened { reason: error.to_string(), readable }
            }
        }
    }

    fn opened(&mut self, file: Option<SessionFile>, open: OpenSession) -> Msg {
        let id = open.session.header().id.clone();
        if file.is_none()
            && let Some(reports) = &self.reports
        {
            let told = open.session.next_seq() - 1;
            let follower = Follower::new(self.workspace.session_path(&id), told);
            self.follower = Some(follow::watch(follower, reports.clone()));
        }
        self.open = Some(id);
        self.file = file;
        Msg::Opened(Box::new(open))
    }

    fn append(&mut self, event: Event) -> Msg {
        let Some(file) = &mut self.file else {
            return Msg::NotSaved("no session is open to be written to".to_owned());
        };
        match file.append(&event) {
            Ok(()) => Msg::Appended(event),
            Err(error) => Msg::NotSaved(error.to_string()),
        }
    }

    fn keep_names(&self, names: &Names) -> Vec<Msg> {
        let Some(id) = &self.open else { return Vec::new() };
        self.workspace.keep_names(id, names).err().map(|error| failed(&error)).into_iter().collect()
    }

    fn keep_settings(&self, settings: &Settings) -> Vec<Msg> {
        let stored = StoredSettings { theme: settings.theme.clone(), card: settings.card };
        self.workspace.keep_settings(&stored).err().map(|error| failed(&error)).into_iter().collect()
    }

    fn close(&mut self) {
        self.file = None;
        self.open = None;
        self.follower = None;
    }
}

fn failed(error: &StoreError) -> Msg {
    Msg::Failed(error.to_string())
}
