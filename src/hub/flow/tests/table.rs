use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::paper_hub::PaperHub;
use crate::hub::flow::HubFlow;
use crate::record::{Event, Fact, Header, Names, SessionKind, SessionTime};
use crate::store::{SessionFile, Workspace};

/// A workspace that has joined the hub.
pub(super) struct Table {
    pub(super) folder: TempDir,
    pub(super) workspace: Workspace,
    pub(super) flow: HubFlow,
}

impl Table {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        Self { flow: HubFlow::new(workspace.clone()), workspace, folder }
    }

    pub(super) fn begin(&self, id: &str, kind: SessionKind, events: &[Event]) -> SessionFile {
        let header = Header { id: id.into(), title: format!("Talk {id}"), ..Header::here(kind) };
        self.workspace.create_with_names(&header, events, &Names::default()).unwrap()
    }

    pub(super) fn read(&self, id: &str) -> String {
        fs::read_to_string(self.workspace.session_path(id)).unwrap()
    }

    pub(super) fn files(&self) -> Vec<String> {
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
        self.workspace.session_files().unwrap().iter().map(|path| name(path)).collect()
    }

    /// Forgets everything but the files, as a killed program does, and meets the hub.
    pub(super) fn meet_afresh(&mut self, hub: &mut PaperHub) -> Vec<String> {
        self.flow = HubFlow::new(self.workspace.clone());
        self.flow.meet(hub).unwrap();
        self.flow.happened().says
    }
}

pub(super) fn said(seq: u64, words: &str) -> Event {
    Event { seq, at: SessionTime::from_millis(seq), said: Some(words.to_owned()), ..Event::default() }
}

pub(super) fn act(seq: u64, fact: Fact) -> Event {
    Event { seq, at: SessionTime::from_millis(seq), facts: vec![fact], ..Event::default() }
}

pub(super) fn talk(lines: u64) -> Vec<Event> {
    (1..=lines).map(|seq| said(seq, &format!("line {seq}"))).collect()
}
