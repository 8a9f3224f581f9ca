//! Performs the effects of the console, and reports their results as messages.

mod background;
mod importing;
mod opening;
mod saving;
mod tidying;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::Sender;

use jiff::Timestamp;

use super::assessing::Assessing;
use super::bringing_in::ImportWork;
use super::clipboard::copy;
use super::drafting::Drafting;
use super::hub_work::HubWork;
use super::input::Input;
use super::phones_work::PhonesWork;
use super::settings::StartSettings;
use super::working::RoomWork;
use super::{desk, follow, open_sessions};
use crate::app::{Effect, Msg, ReplayChore};
use crate::record::SessionId;
use crate::record::text::plain;
use crate::store::{SessionFile, Workspace};

/// Performs effects; holds the file of the open session.
pub struct EffectRunner {
    workspace: Workspace,
    at_start: StartSettings,
    file: Option<SessionFile>,
    open: Option<SessionId>,
    reports: Option<Sender<Input>>,
    follower: Option<follow::StopHandle>,
    scanning: Option<follow::StopHandle>,
    importing: Option<follow::StopHandle>,
    import_work: ImportWork,
    room_work: RoomWork,
    assessing: Assessing,
    drafting: Drafting,
    phones: PhonesWork,
    hub: HubWork,
    /// The paths of the unreadable files that were reported already.
    told: BTreeSet<PathBuf>,
}

impl EffectRunner {
    /// A runner that performs effects in this workspace.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            at_start: StartSettings { stored: workspace.settings(), ..StartSettings::default() },
            workspace,
            file: None,
            open: None,
            reports: None,
            follower: None,
            scanning: None,
            importing: None,
            import_work: ImportWork::default(),
            room_work: RoomWork::default(),
            assessing: Assessing::default(),
            drafting: Drafting::default(),
            phones: PhonesWork::default(),
            hub: HubWork::default(),
            told: BTreeSet::new(),
        }
    }

    /// The same runner in a console that starts with these settings.
    #[must_use]
    pub fn starting_with(self, at_start: StartSettings) -> Self {
        Self { at_start, ..self }
    }

    /// Sends the results of background work through this channel.
    pub(super) fn report_to(&mut self, reports: Sender<Input>) {
        self.reports = Some(reports);
    }

    /// Performs one effect; returns its results, and a message about files that could not be read meanwhile.
    pub fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        let writes = writes_lines(&effect);
        let mut said = self.performed(effect);
        if writes {
            self.hub.written();
        }
        said.extend(self.unread());
        said
    }

    /// The message about the unreadable files that were not reported yet; `None` if there are none. Those of the open
    /// session are reported when it is opened.
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
            Effect::Retitle { id, title } => self.retitle(&id, &title),
            Effect::Remove(id) => self.remove(&id),
            Effect::PutBack(id) => self.put_back(&id),
            Effect::ListRemoved => vec![self.list_removed()],
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
            Effect::CompareNames(snapshot) => self.later(move |_| Msg::NamesCompared(Box::new(snapshot.compare()))),
            Effect::LayOut(order) => self.drafting.lay_out(order, self.reports.as_ref()).into_iter().collect(),
            Effect::ReadWhole(order) => self.later(move |_| Msg::WholeRead(Box::new(order.read()))),
            Effect::WorkOut(order) => self.work_out(*order),
            Effect::Assess(chore) => vec![Msg::Assess(self.assessing.perform(&self.workspace, chore))],
            Effect::Errand(errand) => self.run_errand(errand),
            Effect::Import(chore) => self.import(chore),
            Effect::Agenda(chore) => self.run_agenda(chore),
            Effect::Surveys(chore) => self.run_surveys(chore),
            Effect::Phones(chore) => self.phones.perform(chore, self.reports.as_ref()),
            Effect::Tables(chore) => self.tables(chore),
            Effect::Board(board) => self.tell_room(board.as_ref()),
            Effect::Hub(chore) => self.hub.perform(&self.workspace, chore, self.reports.as_ref()),
            Effect::Replay(chore) => self.replay(chore),
            Effect::CopyWords(text) => vec![copy(&text, "What you marked, and nothing else,", "")],
            Effect::Copy(text) => vec![copy(&text, "The text", " The minutes (/minutes or F9) are a file.")],
            Effect::KeepSettings(settings) => vec![self.keep_settings(settings)],
            Effect::CloseFile => {
                self.close();
                Vec::new()
            }
            Effect::Suspend | Effect::Leave => Vec::new(),
        }
    }

    fn replay(&mut self, chore: ReplayChore) -> Vec<Msg> {
        match chore {
            ReplayChore::Open { id, at } => vec![self.look_back(&id, at)],
            ReplayChore::Branch { of, after, title } => vec![self.branch(&of, after, &title)],
            chore => self.beside(chore),
        }
    }

    fn list(&self) -> Msg {
        let sessions = open_sessions::known(&self.workspace);
        sessions.map_or_else(|error| Msg::Failed(error.to_string()), Msg::Listed)
    }

    fn survey(&self) -> Msg {
        let ledger = open_sessions::survey(&self.workspace);
        ledger.map_or_else(|error| Msg::Failed(error.to_string()), |ledger| Msg::Surveyed(Box::new(ledger)))
    }

    fn close(&mut self) {
        self.file = None;
        self.open = None;
        self.follower = None;
        self.scanning = None;
        self.room_work.stop();
    }
}

/// Whether an effect writes lines of a session at once, so that they may go to the hub. What others write is found soon.
const fn writes_lines(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Append(_)
            | Effect::Create(_)
            | Effect::Desk { .. }
            | Effect::TakeBackAtDesk(_)
            | Effect::Retitle { .. }
            | Effect::Strike
    )
}
