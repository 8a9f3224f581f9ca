use std::path::PathBuf;

use jiff::Timestamp;

use super::draft::ImportDraft;
use super::earlier::{EarlierImport, imports};
use super::failure::ImportFailure;
use crate::import::{ImportError, ReadWatch};
use crate::record::{Event, Fact, Mode, Session, SessionId, SessionKind, SessionTime};
use crate::shell::random::four_digits;
use crate::store::Workspace;

/// The name of the turn to import: two imports at a time could make two sessions of one source.
const IMPORT: &str = "import";

/// What an import left on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenImport {
    /// The id of the session.
    pub id: SessionId,
    /// The path of its file.
    pub path: PathBuf,
    /// Whether the session is new.
    pub is_new: bool,
    /// The number of events that were written; 0 when the session said everything already.
    pub events: usize,
}

impl ImportDraft {
    /// Writes what the files change: a new session, or further events of the one of the earlier import. Everything is
    /// written, or nothing.
    pub fn write(
        &self,
        workspace: &Workspace,
        now: Timestamp,
        watch: &dyn ReadWatch,
    ) -> Result<WrittenImport, ImportFailure> {
        let _turn = workspace.turn(IMPORT).map_err(|error| match error.held_by() {
            Some(_) => ImportFailure::Overtaken,
            None => error.into(),
        })?;
        // Another program may have imported an edition of the same source after this one was read.
        if self.earlier.is_none() && imports(workspace)?.len() != self.imports {
            return Err(ImportFailure::Overtaken);
        }
        if watch.is_stopped() {
            return Err(ImportError::Stopped.into());
        }
        match &self.earlier {
            None => self.begin(workspace, now, watch),
            Some(earlier) if self.is_unchanged() && earlier.digest() == Some(&self.digest) => {
                let (id, path) = (earlier.id.clone(), workspace.session_path(&earlier.id));
                Ok(WrittenImport { id, path, is_new: false, events: 0 })
            }
            Some(earlier) => self.go_on(workspace, earlier, now, watch),
        }
    }

    /// Makes a new session.
    fn begin(
        &self,
        workspace: &Workspace,
        now: Timestamp,
        watch: &dyn ReadWatch,
    ) -> Result<WrittenImport, ImportFailure> {
        let header = workspace.new_header(&self.title, SessionKind::Import, now, four_digits());
        let people = self.edition.people.clone();
        let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
        let mut facts = vec![opened, self.imported()];
        workspace.recognise(&mut facts, &self.edition.names);
        let opening = Event { seq: 1, facts, ..Event::default() };
        let session = Session::fold(header.clone(), [opening.clone()]);
        let mut events = vec![opening];
        events.extend(self.edition.events(&session, SessionTime::OPENING));
        go_on_unless_stopped(watch, events.len())?;
        workspace.create_with_names(&header, &events, &self.edition.names)?;
        let path = workspace.session_path(&header.id);
        Ok(WrittenImport { id: header.id, path, is_new: true, events: events.len() })
    }

    /// Adds to the session of the earlier import.
    fn go_on(
        &self,
        workspace: &Workspace,
        earlier: &EarlierImport,
        now: Timestamp,
        watch: &dyn ReadWatch,
    ) -> Result<WrittenImport, ImportFailure> {
        let mut file = workspace.go_on(&earlier.id)?;
        // Something else may have written to the session until it was locked.
        if file.last_seq() + 1 != earlier.session.next_seq() {
            return Err(ImportFailure::Overtaken);
        }
        let at = SessionTime::of(now, earlier.session.header().opened);
        let at = earlier.session.events().last().map_or(at, |last| at.max(last.at));
        let mut facts = vec![self.imported()];
        facts.extend(self.edition.people.iter().cloned().map(Fact::Joined));
        workspace.recognise(&mut facts, &self.edition.names);
        let seq = earlier.session.next_seq();
        let first = Event { seq, at, facts, ..Event::default() };
        let mut session = earlier.session.clone();
        session.push(first.clone());
        let mut events = vec![first];
        events.extend(self.edition.events(&session, at));
        go_on_unless_stopped(watch, events.len())?;
        if self.edition.names != earlier.names {
            workspace.keep_names(&earlier.id, &self.edition.names)?;
        }
        file.append_all(&events)?;
        let path = workspace.session_path(&earlier.id);
        Ok(WrittenImport { id: earlier.id.clone(), path, is_new: false, events: events.len() })
    }

    fn imported(&self) -> Fact {
        Fact::Imported { files: self.files.clone(), format: self.format.name.to_owned(), digest: self.digest.clone() }
    }
}

fn go_on_unless_stopped(watch: &dyn ReadWatch, events: usize) -> Result<(), ImportFailure> {
    if watch.is_stopped() {
        return Err(ImportError::Stopped.into());
    }
    watch.at(events, events);
    Ok(())
}
