//! Does what the console asks of the disk and the clock, and reports what came of it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Sender;
use std::thread;

use jiff::Timestamp;

use super::assessing::Assessing;
use super::desk;
use super::follow;
use super::input::Input;
use super::open_sessions;
use super::random::shuffle;
use super::replaying;
use super::terminal;
use crate::app::{Effect, Msg, NewSession, OpenSession, ReplayChore, ReplayReport, Settings, Snapshot};
use crate::record::text::plain;
use crate::record::{Event, Fact, Hidden, Names, OwnNote, SessionId};
use crate::store::{Follower, SessionFile, StoreError, StoredSettings, Workspace};

/// Holds the open file and does the chores.
pub struct EffectRunner {
    workspace: Workspace,
    file: Option<SessionFile>,
    open: Option<SessionId>,
    reports: Option<Sender<Input>>,
    follower: Option<follow::Stop>,
    scanning: Option<follow::Stop>,
    assessing: Assessing,
    /// The files of which was told that they could not be read.
    told: BTreeSet<PathBuf>,
}

impl EffectRunner {
    /// Works in this workspace.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            file: None,
            open: None,
            reports: None,
            follower: None,
            scanning: None,
            assessing: Assessing::default(),
            told: BTreeSet::new(),
        }
    }

    /// Sends what comes in later through this channel.
    pub(super) fn report_to(&mut self, reports: Sender<Input>) {
        self.reports = Some(reports);
    }

    /// Does one chore; the messages say what came of it, and what could not be read on the way.
    pub fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        let mut said = self.performed(effect);
        said.extend(self.unread());
        said
    }

    /// What could not be read and was not told so far. What is wrong with an open session is told when it opens.
    fn unread(&mut self) -> Option<Msg> {
        let open = self.open.as_deref().map(|id| self.workspace.session_path(id));
        let files = self.workspace.unread().files();
        let news: Vec<_> = files.iter().filter(|file| Some(&file.path) != open.as_ref()).collect();
        let news: Vec<_> = news.into_iter().filter(|file| self.told.insert(file.path.clone())).collect();
        let (first, others) = news.split_first()?;
        let more = if others.is_empty() { String::new() } else { format!("; and {} more files", others.len()) };
        let within = first.path.strip_prefix(self.workspace.folder()).unwrap_or(&first.path);
        Some(Msg::Failed(plain(&format!("{}: {}{more}", within.display(), first.says))))
    }

    fn performed(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::List => vec![self.list()],
            Effect::Survey => vec![self.survey()],
            Effect::Create(new) => vec![self.create(&new)],
            Effect::Open { id, read_only } => vec![self.open(&id, read_only)],
            Effect::OpenSample(sample) => vec![self.open_sample(sample)],
            Effect::Append(event) => self.append(event),
            Effect::Desk { said, facts } => match desk::note(&self.workspace, said, facts, Timestamp::now()) {
                Ok(noted) => vec![Msg::Noted(noted), self.survey()],
                Err(error) => vec![Msg::NotSaved(error.to_string())],
            },
            Effect::TakeBackAtDesk(noted) => match desk::take_back(&self.workspace, &noted, Timestamp::now()) {
                Ok(()) => vec![self.survey()],
                Err(error) => vec![Msg::NotSaved(error.to_string())],
            },
            Effect::KeepOwnNote(note) => vec![self.keep_own_note(note)],
            Effect::KeepNames(names) => vec![self.keep_names(names)],
            Effect::KeepHidden(hidden) => vec![self.keep_hidden(hidden)],
            Effect::DropHidden => self.drop_hidden(),
            Effect::Strike => vec![self.strike()],
            Effect::KeepMinutes(page) => vec![self.keep_minutes(&page)],
            Effect::Analyse(snapshot) => self.analyse(snapshot),
            Effect::Assess(chore) => vec![Msg::Assess(self.assessing.perform(&self.workspace, chore))],
            Effect::Replay(chore) => self.replay(chore),
            Effect::CopyWords(text) => {
                vec![copy(&text, "What you marked is handed to the clipboard, and nothing else.")]
            }
            Effect::Copy(text) => vec![copy(&text, "Handed to the clipboard; it also stands in the minutes (F9).")],
            Effect::KeepSettings(settings) => vec![self.keep_settings(settings)],
            Effect::CloseFile => {
                self.close();
                Vec::new()
            }
            Effect::Suspend | Effect::Leave => Vec::new(),
        }
    }

    /// Reads in a thread of its own; without anybody to report to, at once.
    fn analyse(&self, snapshot: Snapshot) -> Vec<Msg> {
        let Some(reports) = self.reports.clone() else { return vec![Msg::Read(Box::new(snapshot.read()))] };
        thread::spawn(move || reports.send(Input::Report(Box::new(Msg::Read(Box::new(snapshot.read()))))));
        Vec::new()
    }

    fn replay(&mut self, chore: ReplayChore) -> Vec<Msg> {
        match chore {
            ReplayChore::Open { id, at } => vec![self.look_back(&id, at)],
            ReplayChore::Branch { of, after, title } => {
                self.close();
                match replaying::branch(&self.workspace, &of, after, &title, Timestamp::now()) {
                    Ok((file, open)) => vec![self.opened(file.id(), Some(file), open)],
                    Err(error) => vec![Msg::NotOpened { reason: error.to_string(), readable: None }],
                }
            }
            chore => self.beside(chore),
        }
    }

    /// Does what takes long in a thread of its own; without anybody to report to, at once.
    fn beside(&mut self, chore: ReplayChore) -> Vec<Msg> {
        let workspace = self.workspace.clone();
        let Some(reports) = self.reports.clone() else {
            let mut told = Vec::new();
            replaying::perform(&workspace, chore, |msg| {
                told.push(msg);
                true
            });
            return told;
        };
        // Only the looking for what shows is long enough to be stopped.
        let (stop, stopped) = follow::Stop::new();
        let scans = matches!(chore, ReplayChore::Scan(_));
        if scans {
            self.scanning = Some(stop);
        }
        thread::spawn(move || {
            replaying::perform(&workspace, chore, |msg| {
                (!scans || !stopped.load(Ordering::SeqCst)) && reports.send(Input::Report(Box::new(msg))).is_ok()
            });
        });
        Vec::new()
    }

    fn look_back(&mut self, id: &str, at: Option<u64>) -> Msg {
        self.close();
        match replaying::open(&self.workspace, id) {
            Ok(open) => {
                self.hold(id.into(), None, &open);
                Msg::Replay(ReplayReport::Opened { open: Box::new(open), at })
            }
            Err(error) => Msg::NotOpened { reason: error.to_string(), readable: None },
        }
    }

    fn list(&self) -> Msg {
        match open_sessions::known(&self.workspace) {
            Ok(sessions) => Msg::Listed(sessions),
            Err(error) => failed(&error),
        }
    }

    fn survey(&self) -> Msg {
        match open_sessions::survey(&self.workspace) {
            Ok(ledger) => Msg::Surveyed(Box::new(ledger)),
            Err(error) => failed(&error),
        }
    }

    fn create(&mut self, new: &NewSession) -> Msg {
        self.close();
        match open_sessions::create(&self.workspace, new, Timestamp::now()) {
            Ok((file, open)) => self.opened(file.id(), Some(file), open),
            Err(error) => Msg::NotOpened { reason: error.to_string(), readable: None },
        }
    }

    fn open_sample(&mut self, sample: usize) -> Msg {
        self.close();
        match open_sessions::rehearse(&self.workspace, sample, Timestamp::now()) {
            Ok((file, open)) => self.opened(file.id(), Some(file), open),
            Err(error) => Msg::NotOpened { reason: error.to_string(), readable: None },
        }
    }

    fn open(&mut self, id: &str, read_only: bool) -> Msg {
        self.close();
        if read_only {
            return match open_sessions::read(&self.workspace, id) {
                Ok(open) => self.opened(id.into(), None, open),
                Err(error) => Msg::NotOpened { reason: error.to_string(), readable: None },
            };
        }
        match open_sessions::open(&self.workspace, id) {
            Ok((file, open)) => self.opened(file.id(), Some(file), open),
            Err(error) => {
                let readable = error.held_by().map(|_| id.into());
                Msg::NotOpened { reason: error.to_string(), readable }
            }
        }
    }

    fn opened(&mut self, id: SessionId, file: Option<SessionFile>, open: OpenSession) -> Msg {
        self.hold(id, file, &open);
        Msg::Opened(Box::new(open))
    }

    /// Holds an open file; one that is only read is followed while somebody else writes it. What lies beside it lies
    /// under the name of the file: there may be another file of the same session.
    fn hold(&mut self, id: SessionId, file: Option<SessionFile>, open: &OpenSession) {
        if file.is_none()
            && let Some(reports) = &self.reports
        {
            let told = open.session.next_seq() - 1;
            let follower = Follower::new(self.workspace.session_path(&id), told);
            self.follower = Some(follow::watch(follower, reports.clone()));
        }
        self.open = Some(id);
        self.file = file;
    }

    fn append(&mut self, mut event: Event) -> Vec<Msg> {
        self.recognise(&mut event.facts);
        let Some(file) = &mut self.file else {
            return vec![Msg::NotSaved("no session is open to be written to".to_owned())];
        };
        match file.append(&event) {
            Ok(()) => {
                let failure = self.workspace.appended(&event).err().map(|error| failed(&error));
                std::iter::once(Msg::Appended(event)).chain(failure).collect()
            }
            Err(error) => vec![Msg::NotSaved(error.to_string())],
        }
    }

    /// Notes who somebody who is given a seat is in every session.
    fn recognise(&self, facts: &mut Vec<Fact>) {
        let seats = facts.iter().any(|fact| matches!(fact, Fact::Joined(person) if person.key.is_none()));
        if let (true, Some(id)) = (seats, &self.open) {
            self.workspace.recognise(facts, &self.workspace.names(id));
        }
    }

    fn keep_names(&self, names: Names) -> Msg {
        let Some(id) = &self.open else { return Msg::Failed("no session is open".to_owned()) };
        match self.workspace.keep_names(id, &names) {
            Ok(()) => Msg::NamesKept(names),
            Err(error) => failed(&error),
        }
    }

    /// What is collected lies in an order that tells nothing about who wrote what, or when.
    fn keep_hidden(&self, mut hidden: Hidden) -> Msg {
        let Some(id) = &self.open else { return Msg::HiddenNotKept("no session is open".to_owned()) };
        shuffle(&mut hidden.entries);
        match self.workspace.keep_hidden(id, &hidden) {
            Ok(()) => Msg::HiddenKept(hidden),
            Err(error) => Msg::HiddenNotKept(error.to_string()),
        }
    }

    fn keep_own_note(&self, note: OwnNote) -> Msg {
        let Some(id) = &self.open else { return Msg::OwnNoteNotKept("no session is open".to_owned()) };
        match self.workspace.keep_own_notes(id, &[note]) {
            Ok(kept) => Msg::OwnNoteKept(kept),
            Err(error) => Msg::OwnNoteNotKept(error.to_string()),
        }
    }

    fn drop_hidden(&self) -> Vec<Msg> {
        let Some(id) = &self.open else { return Vec::new() };
        self.workspace.drop_hidden(id).err().map(|error| failed(&error)).into_iter().collect()
    }

    fn strike(&mut self) -> Msg {
        let Some(file) = &mut self.file else { return Msg::Failed("no session is open to be written to".to_owned()) };
        match self.workspace.strike(file) {
            Ok(removed) => {
                let minutes =
                    if removed.minutes { " So are the minutes written before; F9 writes them anew." } else { "" };
                Msg::Told(format!("Its text is gone from the record, for good.{minutes}"))
            }
            Err(error) => failed(&error),
        }
    }

    fn keep_minutes(&self, page: &str) -> Msg {
        let Some(id) = &self.open else { return Msg::Failed("no session is open".to_owned()) };
        match self.workspace.keep_minutes(id, page) {
            Ok(path) => {
                let within = path.strip_prefix(self.workspace.folder()).unwrap_or(&path);
                Msg::Told(format!("The minutes as they stand: {}", within.display()))
            }
            Err(error) => failed(&error),
        }
    }

    fn keep_settings(&self, settings: Settings) -> Msg {
        match self.workspace.keep_settings(&stored_from(&settings)) {
            Ok(()) => Msg::SettingsKept(settings),
            Err(error) => Msg::SettingsNotKept(error.to_string()),
        }
    }

    fn close(&mut self) {
        self.file = None;
        self.open = None;
        self.follower = None;
        self.scanning = None;
    }
}

/// Copies a text to the clipboard and reports how that went.
fn copy(text: &str, done: &str) -> Msg {
    match terminal::copy(text) {
        Ok(()) => Msg::Told(done.to_owned()),
        Err(error) => Msg::Failed(format!("The clipboard could not be reached: {error}")),
    }
}

/// What was remembered, as the console takes it.
pub fn settings_of(stored: StoredSettings) -> Settings {
    let StoredSettings { theme, card, one_window, shown_from } = stored;
    Settings { theme, card, one_window, shown_from: shown_from.clamp(FEWEST_SHOWN, MOST_SHOWN) }
}

fn stored_from(settings: &Settings) -> StoredSettings {
    let Settings { theme, card, one_window, shown_from } = settings.clone();
    StoredSettings { theme, card, one_window, shown_from }
}

/// Fewer unnamed answers could be told apart by who is in the room; more would never be shown in a small one.
const FEWEST_SHOWN: u16 = 3;
const MOST_SHOWN: u16 = 5;

fn failed(error: &StoreError) -> Msg {
    Msg::Failed(error.to_string())
}
