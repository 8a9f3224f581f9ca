//! Opens sessions for writing, reading or replay.

use jiff::Timestamp;

use super::EffectRunner;
use crate::app::tables::TablesChore;
use crate::app::{Msg, NewSession, OpenSession, ReplayReport};
use crate::record::SessionId;
use crate::shell::{board, follow, open_sessions, replaying};
use crate::store::{Follower, SessionFile, StoreError};

impl EffectRunner {
    pub(super) fn look_back(&mut self, id: &str, at: Option<u64>) -> Msg {
        self.close();
        match open_sessions::look_back(&self.workspace, id) {
            Ok(open) => {
                self.hold(id.into(), None, &open);
                Msg::Replay(ReplayReport::Opened { open: Box::new(open), at })
            }
            Err(error) => Msg::NotOpened(error.to_string()),
        }
    }

    pub(super) fn create(&mut self, new: &NewSession) -> Msg {
        self.close();
        let opened = open_sessions::create(&self.workspace, new, Timestamp::now());
        self.opened_to_write(opened)
    }

    /// Does a chore about the tables of a gathering.
    pub(super) fn tables(&mut self, chore: TablesChore) -> Vec<Msg> {
        match chore {
            TablesChore::Begin(new) => {
                self.close();
                let begun = open_sessions::begin_gathering(&self.workspace, &new, Timestamp::now());
                vec![self.opened_to_write(begun.map(|begun| begun.plenary))]
            }
            TablesChore::Look { of, open, stamp } => self.later(move |workspace| {
                let open = open.as_deref();
                Msg::Tables(open_sessions::look_at_tables(workspace, of.as_deref(), open, stamp, Timestamp::now()))
            }),
        }
    }

    pub(super) fn open_sample(&mut self, sample: usize) -> Msg {
        self.close();
        let opened = open_sessions::rehearse(&self.workspace, sample, Timestamp::now());
        self.opened_to_write(opened)
    }

    pub(super) fn open(&mut self, id: &str, read_only: bool) -> Msg {
        self.close();
        if read_only {
            return match open_sessions::read(&self.workspace, id) {
                Ok(open) => self.opened(id.into(), None, open),
                Err(error) => Msg::NotOpened(error.to_string()),
            };
        }
        match open_sessions::open(&self.workspace, id) {
            Ok((file, open)) => self.opened(file.id(), Some(file), open),
            Err(error) => match error.held_by() {
                Some(by) => Msg::Held { id: id.into(), by: by.to_owned() },
                None => Msg::NotOpened(error.to_string()),
            },
        }
    }

    fn opened(&mut self, id: SessionId, file: Option<SessionFile>, open: OpenSession) -> Msg {
        self.hold(id, file, &open);
        Msg::Opened(Box::new(open))
    }

    /// Holds the file of the open session. Without a file the session is only read: it is followed, because another
    /// program may write it. `id` is the name of the file, by which private files are found, because a session may have
    /// several files.
    fn hold(&mut self, id: SessionId, file: Option<SessionFile>, open: &OpenSession) {
        if file.is_none()
            && let Some(reports) = &self.reports
        {
            let told = open.session.next_seq() - 1;
            let follower = Follower::new(self.workspace.session_path(&id), told);
            self.follower = Some(follow::watch(follower, reports.clone()));
        }
        if file.is_some() {
            // A program that was killed may have left its address for phones; nobody is told a dead one.
            let _ = board::tell(&self.workspace, &id, None);
        }
        self.open = Some(id);
        self.file = file;
    }

    /// Begins a branch of a session after one of its events, and opens it.
    pub(super) fn branch(&mut self, of: &str, after: u64, title: &str) -> Msg {
        self.close();
        let opened = replaying::branch(&self.workspace, of, after, title, Timestamp::now());
        self.opened_to_write(opened)
    }

    /// Holds a session that was opened for writing; returns the message that it is open, or the error.
    fn opened_to_write(&mut self, opened: Result<(SessionFile, OpenSession), StoreError>) -> Msg {
        match opened {
            Ok((file, open)) => self.opened(file.id(), Some(file), open),
            Err(error) => Msg::NotOpened(error.to_string()),
        }
    }
}
