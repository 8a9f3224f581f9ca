//! The agendas that can be chosen: files of the workspace, and the plans of its latest sessions.

use super::known::catalogue;
use crate::app::{AgendaChore, AgendaReport, Msg};
use crate::exercise::{AgendaFile, Catalogue, Severity, ShelvedAgenda, lint_agenda};
use crate::record::text::{clean, plain};
use crate::record::{Fact, PlannedExercise, Session, SessionKind};
use crate::store::{ListedSession, StoreError, Workspace};

/// The maximum number of earlier sessions whose agendas are offered.
const EARLIER: usize = 8;

/// Does a chore about agendas.
pub(in crate::shell) fn agenda_chore(workspace: &Workspace, chore: AgendaChore) -> Msg {
    match chore {
        AgendaChore::Shelve => {
            let (own, _) = agendas(workspace, &catalogue(workspace).0);
            let earlier = earlier(workspace).unwrap_or_default();
            Msg::Agenda(AgendaReport::Shelved(own.into_iter().chain(earlier).collect()))
        }
        AgendaChore::Store(file) => match workspace.keep_agenda(&file) {
            Ok(path) => {
                let within = path.strip_prefix(workspace.folder()).unwrap_or(&path);
                Msg::Agenda(AgendaReport::Stored { title: file.title, file: plain(&within.display().to_string()) })
            }
            Err(error) => Msg::Failed(error.to_string()),
        },
    }
}

/// The agendas of the workspace, and a sentence for each file that cannot be used: file, line, column, and fault.
pub fn agendas(workspace: &Workspace, catalogue: &Catalogue) -> (Vec<ShelvedAgenda>, Vec<String>) {
    let (files, unread) = workspace.agendas();
    let mut left_out: Vec<String> = unread.iter().map(ToString::to_string).collect();
    let mut usable = Vec::new();
    for (path, text) in files {
        let refused = |id: &str, mode| catalogue.refuses(id, mode).map(|error| error.to_string());
        let (file, flaws) = lint_agenda(&text, refused);
        match flaws.iter().find(|flaw| flaw.weight == Severity::Unusable) {
            Some(flaw) => {
                left_out.push(format!("{}:{}:{}: {flaw}", plain(&path.display().to_string()), flaw.line, flaw.column));
            }
            None => usable.extend(file.map(|file| {
                let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                let AgendaFile { title, mode, exercises, .. } = file;
                ShelvedAgenda { name, title: clean(&title).into_owned(), mode, exercises, day: None }
            })),
        }
    }
    (usable, left_out)
}

/// The agendas of the latest sessions that are not private, each as it was when the session started.
fn earlier(workspace: &Workspace) -> Result<Vec<ShelvedAgenda>, StoreError> {
    let held = |known: &ListedSession| {
        !known.is_private() && matches!(known.header.kind, SessionKind::Workshop | SessionKind::Solo)
    };
    let mut shelved: Vec<ShelvedAgenda> = Vec::new();
    for known in workspace.list()?.into_iter().filter(held).take(EARLIER) {
        let Ok(loaded) = workspace.load(&known.id) else { continue };
        let session = loaded.session;
        let exercises = as_started(&session);
        if !exercises.is_empty() {
            shelved.push(ShelvedAgenda {
                name: known.id.to_string(),
                title: clean(session.title_in_public()).into_owned(),
                mode: session.mode(),
                exercises,
                day: Some(session.header().day()),
            });
        }
    }
    Ok(shelved)
}

/// The agenda of a session as it was when its first step was entered.
pub fn as_started(session: &Session) -> Vec<PlannedExercise> {
    let mut exercises = Vec::new();
    for fact in session.events().iter().flat_map(|event| &event.facts) {
        match fact {
            Fact::Opened { agenda, .. } | Fact::AgendaChanged { agenda } => exercises.clone_from(agenda),
            Fact::StepEntered { .. } => break,
            _ => {}
        }
    }
    exercises
}
